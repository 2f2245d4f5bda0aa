"""What a window opens where its store does not open, or is gone: a backup, or another file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from careerdesk.data.backup_folder import folder_of
from careerdesk.domain.errors import NotAStore, StoreError, StoreInUse, UserError
from careerdesk.i18n import N_, translated
from careerdesk.owning import is_gone, open_behind_window, own

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QApplication

    from careerdesk.data.store import Store
    from careerdesk.domain.backups import Backup

DAMAGED = N_("{path} is damaged or is no longer a CareerDesk file. It has been left unchanged.")
GONE = N_(
    "There is no file at {path}. It may have been moved or deleted, or its disk may "
    "not be connected."
)


class Unopened(NamedTuple):
    """Why a store is not open; one that was only *refused* may be whole: no backup goes over it."""

    why: str
    refused: bool = False


def store_for_window(
    application: QApplication,
    path: Path,
    settings: QSettings,
    known: Unopened | None,
    *,
    rescue: bool,
    tell: bool,
) -> Store | None:
    """The store at *path*, or what is chosen in its place; None if nothing is.

    With *rescue* something is offered where it does not open, at once where why is *known*; with
    *tell* also where all that can be done is to say why. Raises `UserError` where nothing is, and
    `StoreInUse` in any case.
    """
    while True:
        gone = is_gone(path)
        found = known or _opened(path, settings, rescue=rescue, tell=tell, gone=gone)
        if not isinstance(found, Unopened):
            return found
        chosen = _rescued(application, path, settings, found, gone=gone)
        known = None
        if chosen is True:
            return open_behind_window(path)
        if chosen is False:
            continue
        if isinstance(chosen, Path):
            chosen = _backup_at(chosen) or chosen
        if isinstance(chosen, Path):
            try:
                return open_behind_window(chosen)
            except UserError as error:
                known = found._replace(why=str(error))
        elif chosen:
            came_back = gone and not is_gone(path)  # nothing older goes over that
            failed = "" if came_back else restored(path, chosen)
            known = Unopened(failed) if failed else None
        else:
            return None


def _opened(
    path: Path, settings: QSettings, *, rescue: bool, tell: bool, gone: bool
) -> Store | Unopened:
    """The store at *path*, or why something has to be chosen; raises `UserError` as above."""
    if gone and _may_be_missed(path, settings, rescue=rescue):
        return Unopened(translated(GONE, path=path))
    try:
        return open_behind_window(path)
    except StoreInUse:
        raise
    except StoreError as error:
        if isinstance(error, NotAStore) and _may_rescue(path, settings, rescue=rescue):
            return Unopened(translated(DAMAGED, path=path))
        if not rescue or gone or not (tell or type(error) is StoreError):
            raise
        return Unopened(str(error), refused=True)


def _may_rescue(path: Path, settings: QSettings, *, rescue: bool) -> bool:
    """Whether there is a backup to offer; a very first start must not wait for what tells."""
    if not rescue:
        return False
    from careerdesk.ui.backups.places import has_backups, places

    there = any(folder_of(one).exists() for one in places(path, settings))
    return there and has_backups(path, settings)


def _may_be_missed(path: Path, settings: QSettings, *, rescue: bool) -> bool:
    """Whether a store was at *path*, where nothing is now: its backups or this computer say so."""
    if _may_rescue(path, settings, rescue=rescue):
        return True
    if not rescue or not settings.childGroups():  # a very first start remembers nothing
        return False
    from careerdesk.ui.shell.seen_sessions import was_here

    return was_here(path, settings)


def _backup_at(chosen: Path) -> Backup | None:
    """The backup that a file is: it is restored, and never written into as if it were the store."""
    from careerdesk.services import backups

    name = chosen.parent.name.removesuffix("-backups")
    kept = backups.every(chosen.parent.with_name(f"{name}.db"))
    return next((one for one in kept if one.path == chosen), None)


def _rescued(
    application: QApplication, path: Path, settings: QSettings, found: Unopened, *, gone: bool
) -> Backup | Path | bool | None:
    """What is chosen in place of a store that does not open, or is gone."""
    from careerdesk import fonts
    from careerdesk.domain.clock import SystemClock
    from careerdesk.ui.backups.places import newest_good
    from careerdesk.ui.shell.rescue import Rescue, theme_of

    fonts.dress(application)
    theme = theme_of(settings)
    theme.install(application)
    page = Rescue(
        theme,
        found.why,
        None if found.refused else newest_good(path, settings),
        SystemClock().today(),
        anew=gone,
        refused=found.refused,
    )
    application.setQuitOnLastWindowClosed(False)  # what is chosen here comes before the window
    try:
        return page.wait()
    finally:
        application.setQuitOnLastWindowClosed(True)


def restored(path: Path, backup: Backup) -> str:
    """Put a backup in the place of a store that is closed; why that failed, if it did."""
    from careerdesk.services import backups

    try:
        release = own(path)
        try:
            backups.restore_closed(path, backup.path)
        finally:
            release()
    except UserError as error:
        return str(error)
    return ""
