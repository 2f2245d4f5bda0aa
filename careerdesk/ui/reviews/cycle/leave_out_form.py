"""The form that asks why somebody takes no part in a cycle."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from careerdesk.compat import override
from careerdesk.domain.records import Person
from careerdesk.domain.reviews.records import Review
from careerdesk.i18n import tr
from careerdesk.ui.base.carrying import carrying
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.unstored import TEXT, Unstored
from careerdesk.ui.reviews.parts.tabs import OpenCycle
from careerdesk.ui.widgets.buttons import Chip
from careerdesk.ui.widgets.flow import FlowLayout
from careerdesk.ui.widgets.inline_form import InlineForm
from careerdesk.ui.widgets.labels import SmallLabel

REASON = "leaveOutReason"


class LeaveOutForm(InlineForm):
    """Asks why somebody takes no part; `given` carries the reason."""

    given = Signal(str)

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Ask nothing yet."""
        super().__init__(ctx.theme, "leaveOut", parent)
        self.question = SmallLabel(wrap=True)
        self.reason = QLineEdit()
        self.unstored = Unstored(ctx, REASON, {TEXT: self.reason})
        self.reason.setObjectName(REASON)
        self.reason.setAccessibleName(tr("Reason for leaving them out"))
        self.reason.setMaxLength(200)
        self.usual = [
            Chip(ctx.theme, words, name=f"{REASON}{place}")
            for place, words in enumerate(
                (tr("Joined too late"), tr("On leave for most of the period"),
                 tr("Reviewed by someone else"))
            )
        ]  # fmt: skip
        self.save.set_words(tr("Leave out"))
        chips = FlowLayout(gap=6)
        for chip in self.usual:
            chips.addWidget(chip)
            chip.clicked.connect(carrying(self._fill, chip.accessibleName()))
        self.column.addWidget(self.question)
        self.column.addWidget(self.reason)
        self.column.addLayout(chips)
        self.end()
        self.reason.returnPressed.connect(self.keep)

    def ask(self, cycle: OpenCycle, person: Person) -> None:
        """Ask why this person takes no part; words that were typed for them come back."""
        self.question.setText(tr("Why leave {name} out?", name=person.name))
        self.unstored.belong_to(*_about_leaving(cycle, person.id))
        self.show()

    def holds(self, cycle: OpenCycle, person_id: int) -> bool:
        """Whether a reason was begun for this person."""
        return self.unstored.holds(*_about_leaving(cycle, person_id))

    def _fill(self, words: str) -> None:
        self.reason.setText(words)
        self.unstored.keep()
        self.reason.setFocus()

    @override
    def keep(self) -> None:
        """Tell the reason."""
        self.given.emit(self.reason.text())


def _about_leaving(cycle: OpenCycle, person_id: int) -> tuple[int, type[Review], int]:
    """Whose reason it is: that of a person's review in a cycle, asked on a page of the cycle."""
    review = next((row.id for row in cycle.rows if row.person.id == person_id), 0)
    return 0, Review, review
