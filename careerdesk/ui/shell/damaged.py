"""What stands in the window when damage was found in the store."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from careerdesk.services import checking
from careerdesk.ui.base import names
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.page import PlainPage
from careerdesk.ui.base.texts import Dates, tr
from careerdesk.ui.theme.theme import set_room
from careerdesk.ui.widgets.empty_state import EmptyState, Scrolled, Step

READ_ON, CLOSE = "readDamaged", "closeDamaged"


class DamagedPage(PlainPage):
    """Says what was found and what helps; what is readable can be read on."""

    read_on = Signal()
    close_wanted = Signal()

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(names.DAMAGED_PAGE)
        set_room(self, "growth")
        title = tr("Your store is damaged")
        words = tr("Parts of {path} cannot be read. Nothing is written into it, and what you type"
                   " is not kept.").format(path=ctx.store.path)  # fmt: skip
        self.setAccessibleName(title)
        self.setAccessibleDescription(words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        state = EmptyState(ctx.theme, title, words, _steps(ctx))
        state.chosen.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Scrolled(state))

    @Slot(str)
    def _choose(self, key: str) -> None:
        (self.close_wanted if key == CLOSE else self.read_on).emit()


def _copy_words(ctx: Context) -> str:
    """How a copy is put back, and where the newest one is that is known of."""
    words = tr("Close CareerDesk, keep the damaged file under another name, and put the newest"
               " copy you have in its place.")  # fmt: skip
    copies = checking.kept_copies(ctx.store)
    if not copies:
        return words
    name, day = copies[0]
    known = tr("CareerDesk kept one beside it: {name}, of {day}.")
    return f"{words} {known.format(name=name, day=Dates.short_date(day, ctx.clock.today()))}"


def _steps(ctx: Context) -> tuple[Step, ...]:
    return (
        Step(
            CLOSE,
            "backup",
            tr("Put a copy in its place"),
            _copy_words(ctx),
            tr("Close CareerDesk"),
        ),
        Step(
            READ_ON,
            "prepare",
            tr("See what can be read"),
            tr("Pages that are whole can be read, exported and copied as ever."),
            tr("Read on"),
        ),
    )  # fmt: skip
