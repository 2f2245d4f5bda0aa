"""Where the backups of a store are looked for; a start asks, so nothing is imported before it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings

if TYPE_CHECKING:
    from careerdesk.domain.backups import Backup

SECOND = "backups/second"


def second_place(settings: QSettings) -> Path | None:
    """The folder that was chosen, which may not be there now."""
    chosen = str(settings.value(SECOND, "") or "")
    return Path(chosen) if chosen else None


def newest_good(store_path: Path, settings: QSettings) -> Backup | None:
    """The newest good backup beside the store, or else that in the second place."""
    from careerdesk.services import backups

    found = map(backups.newest_good, places(store_path, settings))
    return next(filter(None, found), None)


def has_backups(store_path: Path, settings: QSettings) -> bool:
    """Whether there are any in either place; none of them is opened."""
    from careerdesk.services import backups

    return any(map(backups.may_be_restored, places(store_path, settings)))


def places(store_path: Path, settings: QSettings) -> list[Path]:
    """Where the store is or would be, each with its backups beside it."""
    second = second_place(settings)
    return [store_path, *([second / store_path.name] if second else [])]


def why_not_in_second(store_path: Path, second: Path | None) -> str:
    """Copy the newest good backup to a *second* place, in any thread: what is to be said if not.

    It is empty where that is done, and where there is no such place.
    """
    from careerdesk.domain.errors import UserError
    from careerdesk.services import backups
    from careerdesk.ui.base.errors import sentence

    try:
        if second is not None:
            backups.copy_to_second(store_path, second)
    except UserError as error:
        return sentence(error)
    return ""
