"""The key results of a plan, to be entered in passing."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from careerdesk.domain.progress import is_open, share_reached, unit_of
from careerdesk.domain.records import KeyResult, Measure
from careerdesk.domain.views import PlanView
from careerdesk.services import plans
from careerdesk.ui.base import names
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import try_action
from careerdesk.ui.base.texts import THIN_SPACE, number, tr
from careerdesk.ui.base.unstored import HalfTyped
from careerdesk.ui.widgets.buttons import TickBox
from careerdesk.ui.widgets.labels import Body, Caption, Muted
from careerdesk.ui.widgets.number_field import NumberField

FIELD, TARGET = 64, 62
READING = "reading"


def target_words(result: KeyResult) -> str:
    """*of 95 %*."""
    words = tr("of {target}").format(target=number(result.target))
    unit = unit_of(result)
    return f"{words}{THIN_SPACE}{unit}" if unit else words


def _open_results(plan: PlanView | None) -> list[KeyResult]:
    """The key results of the goals that are open."""
    goals = plan.items if plan else ()
    return [result for goal in goals if is_open(goal.item) for result in goal.key_results]


class ReadingRow(QWidget):
    """A key result: its name, a field for its value of now, its target; `entered` tells id, value.

    A milestone is a box to tick.
    """

    entered = Signal(int, object)

    def __init__(self, ctx: Context, result: KeyResult) -> None:
        """Show a key result."""
        super().__init__()
        self._id = result.id
        look = ctx.theme.look
        self.name = Body(wrap=True)
        self.target = Caption(wrap=True)
        self.target.setFixedWidth(look.measure(TARGET))
        self.field = NumberField(tr("Value now"), name=f"{READING}{result.id}")
        self.field.setFixedWidth(look.measure(FIELD))
        self.reached = TickBox(ctx.theme, tr("Reached"), name=f"{READING}Reached{result.id}")
        self.is_milestone = result.measure is Measure.MILESTONE
        self._half = HalfTyped(ctx, "readingNow", self.field)
        self._arrange()
        self.field.entered.connect(self._enter)
        self.reached.clicked.connect(self._tick)

    def show_result(self, result: KeyResult) -> None:
        """Show how it stands; a field in which something is being typed is left alone."""
        self.name.setText(result.name)
        self.target.setText(target_words(result))
        self.reached.setChecked(share_reached(result) >= 1)
        words = f"{result.name}, {target_words(result)}"
        self.field.setAccessibleName(words)
        self.reached.setAccessibleName(f"{result.name}: {self.reached.text()}")
        self._half.belong_to(self._half.shown, KeyResult, result.id)
        self.field.set_number(result.current)

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(6)
        row.addWidget(self.name, 1, Qt.AlignmentFlag.AlignVCenter)
        for widget in (self.field, self.target, self.reached):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        for widget in (self.field, self.target):
            widget.setVisible(not self.is_milestone)
        self.reached.setVisible(self.is_milestone)

    def _enter(self, value: float | None) -> None:
        self.entered.emit(self._id, value)

    def _tick(self, on: bool) -> None:
        self.entered.emit(self._id, 1.0 if on else 0.0)


class Readings(QWidget):
    """All key results of the goals that are open."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Start with none."""
        super().__init__(parent)
        self._ctx = ctx
        self.rows: dict[int, ReadingRow] = {}
        self._talk_id: int | None = None
        self._shape: list[tuple[int, bool]] = []
        self.nothing = Muted(tr("No key results in the plan"), wrap=True)
        self.setObjectName(names.CHECK_IN_READINGS)
        self.setAccessibleName(tr("Key results now"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.nothing)

    def show_plan(self, plan: PlanView | None, talk_id: int | None = None) -> None:
        """Show the key results of a plan; what is entered was read in that talk."""
        self._talk_id = talk_id
        results = _open_results(plan)
        shape = [(result.id, result.measure is Measure.MILESTONE) for result in results]
        if shape != self._shape:
            self._rebuild(results)
            self._shape = shape
        for result in results:
            self.rows[result.id].show_result(result)
        self.nothing.setVisible(not results)

    def _rebuild(self, results: list[KeyResult]) -> None:
        for row in self.rows.values():
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = {}
        for result in results:
            row = ReadingRow(self._ctx, result)
            row.entered.connect(self._enter)
            self._column.addWidget(row)
            self.rows[result.id] = row

    def _enter(self, result_id: int, value: float | None) -> None:
        today = self._ctx.clock.today()
        try_action(
            self._ctx, plans.change_key_result, self._ctx.store, result_id, today=today,
            current=value, made_in=self._talk_id,
        ).ignored_because("a banner says why; the next reading shows what is stored")  # fmt: skip
