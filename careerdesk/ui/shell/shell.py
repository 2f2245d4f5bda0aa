"""The window as its helpers see it: its parts, and where it can be asked to go."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance
    from PySide6.QtWidgets import QSplitter, QStackedWidget

    from careerdesk.domain.backups import Backup
    from careerdesk.domain.views import PersonRow
    from careerdesk.ui.base.context import Context
    from careerdesk.ui.base.navigation import Destination
    from careerdesk.ui.shell.actions import Actions
    from careerdesk.ui.shell.person_page import PersonPage
    from careerdesk.ui.shell.rail import Rail
    from careerdesk.ui.shell.share_bar import ShareBar
    from careerdesk.ui.shell.status_line import StatusLine
    from careerdesk.ui.widgets.banner import BannerArea
    from careerdesk.ui.widgets.toast import Toast


class Shell(Protocol):
    """What a helper of the window may touch."""

    demo_wanted: SignalInstance
    store_moved: SignalInstance
    backed_up: SignalInstance
    first_data_painted: SignalInstance
    ctx: Context
    actions_: Actions
    banners: BannerArea
    content: QStackedWidget
    rail: Rail
    share_bar: ShareBar
    toast: Toast
    person_page: PersonPage
    splitter: QSplitter
    status: StatusLine

    @property
    def row(self) -> PersonRow | None:
        """The open person as the rail has them."""

    @property
    def on_person_page(self) -> bool:
        """Whether a person is shown, not one of the plain pages."""

    def open_person(self, person_id: int, tab: str = "") -> bool:
        """Show a person in the rail and on the page; tells whether they are shown."""

    def go(self, to: Destination) -> None:
        """Go to a place if it can be shown now, and do there what one came for."""

    def show_area(self, room: str) -> None:
        """Say in the line at the top and in the status line which room this is."""

    def start_check_in(self) -> None:
        """Start a check-in with the open person."""

    def show_first_start(self) -> None:
        """Show how to begin."""

    def save_copy(self) -> bool:
        """Copy all that can be read to another file, and go on there; tells if all is saved."""

    def close_to_restore(self, backup: Backup) -> None:
        """Close, and let the program open again over what *backup* says."""

    def close(self) -> bool:
        """Close the window."""
