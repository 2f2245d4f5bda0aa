"""What stands in the window when damage was found in the store."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from careerdesk.domain.backups import Backup
from careerdesk.i18n import tr
from careerdesk.services import checking
from careerdesk.ui.backups.places import newest_good
from careerdesk.ui.backups.words import HELD, held_words, moment_words
from careerdesk.ui.base import names
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.page import StandalonePage
from careerdesk.ui.base.texts import Dates
from careerdesk.ui.theme.theme import set_area
from careerdesk.ui.widgets.empty_state import EmptyState, Scrolled, StartCard

RESTORE, READ_ON, COPY, CLOSE = "restoreDamaged", "readDamaged", "copyDamaged", "closeDamaged"


class DamagedPage(StandalonePage):
    """Says what was found and what helps; what is readable can be read on.

    `restore_wanted` gives the backup that is to take the place of the file.
    """

    restore_wanted = Signal(object)
    read_on = Signal()
    copy_wanted = Signal()
    close_wanted = Signal()

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(names.DAMAGED_PAGE)
        set_area(self, "growth")
        self._newest = newest_good(ctx.store.path, ctx.settings)
        title = tr("Your data file is damaged")
        words = tr("Parts of {path} can't be read. Nothing will be written to the file, and what "
                   "you type won't be saved.", path=ctx.store.path)  # fmt: skip
        self.setAccessibleName(title)
        self.setAccessibleDescription(words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        state = EmptyState(ctx.theme, title, words, _steps(ctx, self._newest))
        state.chosen.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Scrolled(state))

    @Slot(str)
    def _choose(self, key: str) -> None:
        if key == RESTORE:
            self.restore_wanted.emit(self._newest)
        else:
            {READ_ON: self.read_on, COPY: self.copy_wanted, CLOSE: self.close_wanted}[key].emit()


def restore_step(words: str) -> StartCard:
    """The step that puts a backup in the place of a store; *words* say what that one holds."""
    return StartCard(RESTORE, "backup", tr("Restore the last good backup"), words, tr("Restore"))


def held_by(backup: Backup, today: date, *, gone: bool = False) -> str:
    """When a backup was made, what it holds, and what becomes of the file unless that is gone."""
    moment = moment_words(backup.made_at, today)
    held = held_words(backup.counts, HELD[:2])
    words = tr("{moment}: {held}.", moment=moment, held=held)
    kept = tr("The damaged file will be kept under a different name.")
    return words if gone else f"{words} {kept}"


def _copy_words(ctx: Context) -> str:
    """How a copy is put back, and where the newest one is that an earlier version kept."""
    words = tr(
        "No usable backup was found. Close CareerDesk, rename the damaged file, and put "
        "your most recent copy in its place."
    )  # fmt: skip
    copies = checking.kept_copies(ctx.store)
    if not copies:
        return words
    name, day = copies[0]
    of_day = Dates.short_date(day, ctx.clock.today())
    known = tr(
        "CareerDesk kept a copy next to the damaged file: {name}, from {day}.",
        name=name,
        day=of_day,
    )
    return f"{words} {known}"


def _steps(ctx: Context, newest: Backup | None) -> tuple[StartCard, ...]:
    read_on = StartCard(
        READ_ON,
        "prepare",
        tr("See what can be read"),
        tr("You can still read, export and copy undamaged pages as usual."),
        tr("Open read-only"),
    )
    copy = StartCard(
        COPY,
        "export",
        tr("Save what can be read"),
        tr("CareerDesk will save everything that can be read to a copy and then use that copy."),
        tr("Save a copy…"),
    )
    if newest is not None:
        return restore_step(held_by(newest, ctx.clock.today())), read_on, copy
    put = StartCard(
        CLOSE,
        "backup",
        tr("Replace the file with a copy"),
        _copy_words(ctx),
        tr("Close CareerDesk"),
    )
    return put, read_on, copy
