"""The backup of each day, made while the window is open; what of it is worth a word is said."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from careerdesk.dataclass import dataclass
from careerdesk.domain.backups import Backup, Why
from careerdesk.domain.errors import UserError
from careerdesk.i18n import tr
from careerdesk.services import backups
from careerdesk.services.backups import Progress
from careerdesk.ui.backups.copying import Copying
from careerdesk.ui.backups.places import second_place, why_not_in_second
from careerdesk.ui.backups.words import moment_within
from careerdesk.ui.base import names
from careerdesk.ui.base.errors import sentence

if TYPE_CHECKING:
    from careerdesk.ui.shell.shell import Shell

LOOK_MS = 3_600_000  # the window may stay open for days
OLD = timedelta(days=3)
"""So old the newest backup may be before that is said as a warning."""
ABSENT = "backups/absent"


@dataclass(frozen=True, slots=True)
class _Kept:
    """The newest good backup, and why there is none in the second place, if one was chosen."""

    newest: Backup | None
    refused: str = ""
    absent: str = ""


class Keeping(QObject):
    """Looks now and then whether the backup of the day is there, and makes it in a thread."""

    def __init__(self, window: Shell, parent: QObject) -> None:
        """Do nothing until `look`."""
        super().__init__(parent)
        self._window, self._ctx = window, window.ctx
        self._copying = Copying(self)
        timer = QTimer(self)
        timer.timeout.connect(self.look)
        timer.start(LOOK_MS)
        self._ctx.day.changed.connect(self.look)
        window.backed_up.connect(self.look)

    @property
    def busy(self) -> bool:
        """Whether it is looking, or a backup is being made."""
        return self._copying.busy

    @Slot()
    def look(self) -> None:
        """Make the backup of the day if it is not there, and say how old the newest one is."""
        if self._copying.busy:
            return
        store, second = self._ctx.store, second_place(self._ctx.settings)

        def keep(progress: Progress) -> _Kept:
            refused = ""
            try:
                if not store.read_only and backups.is_due(store.path, store.now()):
                    backups.make(store, Why.DAILY, progress)
            except UserError as error:
                refused = sentence(error)
            absent = why_not_in_second(store.path, second)
            good = (one for one in backups.every(store.path) if one.good)
            return _Kept(next(good, None), refused, absent)

        self._copying.start(keep, self._tell)

    def stop(self) -> None:
        """End what is under way, and wait for it."""
        self._copying.stop()
        self._copying.wait()

    def _tell(self, kept: object) -> None:
        if not isinstance(kept, _Kept):
            return
        today = self._ctx.clock.today()
        self._window.status.show_backup(*_words(kept, today))
        if kept.absent and self._ctx.settings.value(ABSENT, "") != today.isoformat():
            self._ctx.settings.setValue(ABSENT, today.isoformat())  # once a day is enough
            self._ctx.notices.banner(names.SECOND_PLACE, "warning", kept.absent)
        elif not kept.absent:
            self._ctx.notices.clear_banner(names.SECOND_PLACE)


def _words(kept: _Kept, today: date) -> tuple[str, str, bool]:
    """What the status line says, what it says on hovering, and whether that is a warning."""
    newest = kept.newest
    if newest is None or newest.made_at is None:
        return (tr("No backup yet"), kept.refused, True) if kept.refused else ("", "", False)
    words = tr("Backed up {moment}", moment=moment_within(newest.made_at, today))
    old = newest.day is not None and today - newest.day > OLD
    return words, kept.refused, bool(kept.refused) or old
