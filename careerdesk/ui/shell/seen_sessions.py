"""What this computer saw of the store last: said where the file does not hold it."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCryptographicHash, QObject, Slot

from careerdesk.domain.errors import UserError
from careerdesk.i18n import fill, tr
from careerdesk.services import sessions
from careerdesk.services.sessions import How, Known, Standing
from careerdesk.services.store import Changes
from careerdesk.ui.base import names
from careerdesk.ui.base.texts import Dates
from careerdesk.ui.shell.actions import SHOW_BACKUPS

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QSettings

    from careerdesk.ui.base.notices import Action
    from careerdesk.ui.shell.shell import Shell

_SHA256 = QCryptographicHash.Algorithm.Sha256


class SeenSessions(QObject):
    """Remembers in the settings which session wrote the store last, and says when that is missing.

    Nothing new is remembered while that is said, until the user goes on with the file as it is.
    """

    def __init__(self, window: Shell, parent: QObject) -> None:
        """Look once at the store of *window*, and remember what is written into it from now on."""
        super().__init__(parent)
        self._window, self._ctx = window, window.ctx
        self._lacking = False
        self._own_is_kept = False
        with suppress(UserError):  # what cannot be read is said by anyone who shows it
            self._tell()
        self._ctx.bridge.changed.connect(self._changed)

    def _tell(self) -> None:
        known = sessions.known(self._ctx.store)
        seen = str(self._ctx.settings.value(_key(known), ""))
        found = known.stands_to(seen)
        self._lacking = found.lacks_something
        if self._lacking:
            self._ctx.notices.banner(names.OLDER, "warning", _words(found), self._actions())
        elif found.how is How.NEWER or not seen:
            self._remember(known)

    def _actions(self) -> list[Action]:
        backups = self._window.actions_[SHOW_BACKUPS]
        return [(tr("Backups"), backups.trigger), (tr("Use this file anyway"), self._accept)]

    def _accept(self) -> None:
        self._ctx.notices.clear_banner(names.OLDER)
        self._lacking = False
        self._remember_now()

    @Slot(object)
    def _changed(self, changes: Changes) -> None:
        """The first edit is that of a new session; after what is unsure, anything may be."""
        if not self._lacking and (changes.unsure or not self._own_is_kept):
            self._own_is_kept = not changes.unsure
            self._remember_now()

    def _remember_now(self) -> None:
        with suppress(UserError):
            self._remember(sessions.known(self._ctx.store))

    def _remember(self, known: Known) -> None:
        if known.newest:
            self._ctx.settings.setValue(_key(known), known.newest)
            self._ctx.settings.setValue(_place(self._ctx.store.path), True)  # noqa: FBT003


def was_here(path: Path, settings: QSettings) -> bool:
    """Whether this computer saw a store at *path*, where nothing may be now."""
    return settings.contains(_place(path))


def _place(path: Path) -> str:
    """Where that is remembered: the path itself may have somebody's name in it."""
    digest = QCryptographicHash.hash(bytes(path.absolute()), _SHA256).toHex()
    return f"stores/{digest.toStdString()[:16]}"


def _key(known: Known) -> str:
    return f"sessions/{known.identity}"


def _words(found: Standing) -> str:
    if found.how is How.OLDER:
        words = tr(
            "This is an older version of your file. Its latest changes are from {here}, but this "
            "computer has already seen changes from {there}. If you didn't mean to go back, close "
            "CareerDesk and put the newer file in its place, or restore a backup."
        )
    else:
        words = tr(
            "This file is missing changes from {there} that this computer has seen. "
            "Its latest changes are from {here}. It may have been changed on two "
            "computers at once. Check which version you need before you continue."
        )
    return fill(words, here=_moment(found.here), there=_moment(found.there))


def _moment(moment: datetime | None) -> str:
    if moment is None:
        return tr("an earlier time")
    local = moment.astimezone()
    return tr("{day}, {time}", day=Dates.listed_day(local.date()), time=Dates.time(local))
