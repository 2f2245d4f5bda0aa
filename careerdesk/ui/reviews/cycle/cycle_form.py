"""Beginning a cycle: how long it looks back, its name, its period."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QWidget

from careerdesk.compat import override
from careerdesk.domain.reviews.records import CycleKind, ReviewCycle
from careerdesk.i18n import N_, tr
from careerdesk.services.reviews import cycles
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import try_action
from careerdesk.ui.base.unstored import Unstored
from careerdesk.ui.reviews.parts.words import calibrates_words, cycle_kind_word, proposed_name
from careerdesk.ui.widgets.buttons import TickBox
from careerdesk.ui.widgets.date_edit import DateField
from careerdesk.ui.widgets.drop_down import DropDown
from careerdesk.ui.widgets.inline_form import InlineForm
from careerdesk.ui.widgets.labels import Caption, Muted, SmallLabel, Strong
from careerdesk.ui.widgets.typed_field import take_all

KIND, NAME, STARTS, ENDS = "cycleKind", "cycleName", "cycleStarts", "cycleEnds"
CALIBRATES = "cycleCalibrates"
WIDEST = 620


class CycleForm(InlineForm):
    """Kind, name and period, filled in for today; `begun` carries the new cycle's id."""

    begun = Signal(int)

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Start with the year in which today lies."""
        super().__init__(ctx.theme, "newCycle", parent)
        self._ctx = ctx
        self._calibrates = False  # is proposed
        self._named = ""  # by the program: a name of the user's own stays
        kinds = [(kind, cycle_kind_word(kind)) for kind in CycleKind]
        self.kind = DropDown(ctx.theme, kinds, tr("Length"), name=KIND)
        self.name = QLineEdit()
        self.name.setObjectName(NAME)
        self.name.setAccessibleName(tr("Name"))
        self.name.setMaxLength(200)
        self.starts = DateField(ctx.clock.today, tr("From"), name=STARTS)
        self.ends = DateField(ctx.clock.today, tr("To"), name=ENDS)
        self.calibrates = TickBox(ctx.theme, tr("My company calibrates ratings"), name=CALIBRATES)
        fields = {"kind": self.kind, "name": self.name, "starts": self.starts, "ends": self.ends,
                  "calibrates": self.calibrates}  # fmt: skip
        self.unstored = Unstored(ctx, "newCycle", fields)
        self.setMaximumWidth(ctx.theme.look.measure(WIDEST))
        self.save.set_words(tr("Start cycle"))
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        period = QHBoxLayout()
        period.setSpacing(8)
        period.addWidget(self.starts, 1)
        period.addWidget(Caption(tr("to")))
        period.addWidget(self.ends, 1)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.addWidget(SmallLabel(tr("Length")), 0, 0)
        grid.addWidget(SmallLabel(tr("Period")), 0, 1)
        grid.addWidget(self.kind, 1, 0)
        grid.addLayout(period, 1, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 2)
        self.column.addWidget(Strong(tr("New review cycle")))
        self.column.addLayout(grid)
        self.column.addWidget(SmallLabel(tr("Name")))
        self.column.addWidget(self.name)
        self.column.addWidget(self.calibrates)
        self.column.addWidget(Caption(calibrates_words(), wrap=True))
        self.column.addWidget(Muted(
            tr(
                "The cycle includes your direct reports, uses a four-level scale and sets "
                "deadlines after the period ends. You can change any of this later."
            ), wrap=True))  # fmt: skip
        self.end()

    def _connect(self) -> None:
        self.kind.picked.connect(self._propose)
        self.name.returnPressed.connect(self.keep)
        self.unstored.filled.connect(self._take_up)

    def come_after(self, every: Sequence[ReviewCycle]) -> None:
        """Propose what fits the cycles that are there, when the form is opened next."""
        self._calibrates = cycles.calibrates_next(every)

    def begin(self) -> None:
        """Propose a cycle, unless one was begun here; with the cursor in its name."""
        self.open()
        self.show()
        self.name.setFocus()
        self.name.selectAll()

    def open(self) -> None:
        """Make ready for a cycle: the form shows itself where one was begun."""
        self.unstored.belong_to(0, ReviewCycle)
        if self.isHidden() and self.unstored.is_blank:
            self._start()

    def _start(self) -> None:
        self.kind.set_value(CycleKind.ANNUAL)
        self.calibrates.setChecked(self._calibrates)
        self._named = ""
        self.name.clear()
        for field in (self.starts, self.ends):
            field.start_over()
        self._propose(CycleKind.ANNUAL)
        self.unstored.start_here()

    @Slot()
    def _take_up(self) -> None:
        """Words that were typed came back: a name of the user's own stays theirs."""
        starts_on, ends_on = self.starts.day(), self.ends.day()
        usual = ""
        if starts_on and ends_on:
            usual = proposed_name(CycleKind(str(self.kind.value())), starts_on, ends_on)
        self._named = usual if self.name.text() == usual else ""
        self.show()

    @Slot(object)
    def _propose(self, kind: object) -> None:
        chosen = CycleKind(str(kind))
        starts_on, ends_on = cycles.period(chosen, self._ctx.clock.today())
        if chosen is not CycleKind.OWN:
            self.starts.start_over(starts_on)
            self.ends.start_over(ends_on)
        if self.name.text() == self._named:
            self._named = proposed_name(chosen, starts_on, ends_on)
            self.name.setText(self._named)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter begins from the tick box too, which does not want it."""
        if self.calibrates.hasFocus() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.keep()
        else:
            super().keyPressEvent(event)

    @override
    def keep(self) -> None:
        """Begin the cycle; what is missing or wrong is said, and the form stays."""
        if not take_all((self.starts, self.ends)):
            return
        with self.unstored.taking():
            made = try_action(self._ctx, self._begin).value
        if made is not None:
            self.hide()
            self.begun.emit(made.id)

    def _begin(self) -> ReviewCycle:
        from careerdesk.domain.errors import InvalidInput

        starts_on, ends_on = self.starts.day(), self.ends.day()
        if starts_on is None or ends_on is None:
            raise InvalidInput(N_("Enter the first and last day of the cycle."))
        kind = CycleKind(str(self.kind.value()))
        return cycles.add(
            self._ctx.store, self.name.text(), kind, starts_on, ends_on,
            calibrates=self.calibrates.isChecked(),
        )  # fmt: skip
