"""What every page is given, so that none reaches for anything by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerdesk.dataclass import dataclass

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings

    from careerdesk.domain.clock import Clock
    from careerdesk.services.store import Store
    from careerdesk.ui.base.autosave import Autosaver
    from careerdesk.ui.base.bridge import Bridge
    from careerdesk.ui.base.day import Day
    from careerdesk.ui.base.drafts import Drafts
    from careerdesk.ui.base.file_dialogs import Dialogs
    from careerdesk.ui.base.long_work import LongWork
    from careerdesk.ui.base.navigation import Navigator
    from careerdesk.ui.base.notices import Notices
    from careerdesk.ui.base.sharing import Sharing
    from careerdesk.ui.theme.theme import Theme


@dataclass(frozen=True, slots=True)
class Context:
    """The store and everything around it."""

    store: Store
    bridge: Bridge
    clock: Clock
    autosaver: Autosaver
    navigator: Navigator
    notices: Notices
    settings: QSettings
    dialogs: Dialogs
    theme: Theme
    sharing: Sharing
    drafts: Drafts
    day: Day
    work: LongWork
