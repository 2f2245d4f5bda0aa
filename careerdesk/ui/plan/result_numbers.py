"""The numbers of a key result, to edit: where it goes, from where, its unit and its day."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from careerdesk.domain.progress import keeps, share_reached
from careerdesk.domain.records import Direction, KeyResult, Measure
from careerdesk.i18n import tr
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.texts import measure_word
from careerdesk.ui.plan.value_field import ValueField
from careerdesk.ui.widgets.buttons import TextButton, TickBox
from careerdesk.ui.widgets.date_edit import DateField
from careerdesk.ui.widgets.drop_down import DropDown
from careerdesk.ui.widgets.labels import Caption, SmallLabel

RESULT_REMOVE = "keyResultRemove"
RESULT_MEASURE = "keyResultMeasure"
RESULT_DIRECTION = "keyResultDirection"
RESULT_BASELINE = "keyResultBaseline"
RESULT_CURRENT = "keyResultCurrent"
RESULT_TARGET = "keyResultTarget"
RESULT_UNIT = "keyResultUnit"
RESULT_DUE = "keyResultDue"
RESULT_REACHED = "keyResultReached"


class ResultNumbers(QWidget):
    """All that can be said of a key result in numbers.

    `changed` carries a field and its new value.
    """

    changed = Signal(str, object)

    def __init__(self, ctx: Context, key: str) -> None:
        """*key* tells the handles of this key result from those of others."""
        super().__init__()
        self._measure, self._direction = Measure.NUMBER, Direction.UP
        self._ends = {"baseline": 0.0, "target": 1.0}
        theme = ctx.theme
        self.direction = DropDown(theme, _directions(None), tr("Direction"),
                                  name=RESULT_DIRECTION + key)  # fmt: skip
        self.measure = DropDown(
            theme, [(measure, measure_word(measure)) for measure in Measure],
            tr("Type of measure"), name=RESULT_MEASURE + key,
        )  # fmt: skip
        self.baseline = _number_field(tr("Start"), RESULT_BASELINE + key)
        self.current = _number_field(tr("Now"), RESULT_CURRENT + key)
        self.target = _number_field(tr("Target"), RESULT_TARGET + key)
        self.unit = QLineEdit()
        self.unit.setObjectName(RESULT_UNIT + key)
        self.unit.setAccessibleName(tr("Unit"))
        self.unit.setMaxLength(40)
        self.unit.setMinimumWidth(40)
        self.due = DateField(ctx.clock.today, tr("Key result due date"),
                             name=RESULT_DUE + key)  # fmt: skip
        self.due.setPlaceholderText(tr("Due date, if different"))
        self.due.setMinimumWidth(60)
        self.reached = TickBox(theme, tr("Reached"), name=RESULT_REACHED + key)
        self.remove = TextButton(theme, tr("Delete"), "trash", name=RESULT_REMOVE + key,
                                 compact=True)  # fmt: skip
        self.level = Caption(wrap=True)
        self._labels: dict[QWidget, SmallLabel] = {}
        self._arrange()
        self._connect()

    def first(self) -> QWidget:
        """Where typing numbers begins."""
        if self._measure is Measure.MILESTONE:
            return self.reached
        return self.current if keeps(self._direction) else self.baseline

    def tab_stops(self) -> list[QWidget]:
        """What Tab goes over, in order; the hidden ones are left out by Qt."""
        return [
            self.baseline, self.current, self.target, self.unit, self.reached, self.direction,
            self.measure, self.due, self.remove,
        ]  # fmt: skip

    def fields(self) -> dict[str, ValueField | DateField]:
        """What can be half typed, by the names of the fields."""
        return {"baseline": self.baseline, "current": self.current, "target": self.target,
                "due_on": self.due}  # fmt: skip

    def show_result(self, result: KeyResult) -> None:
        """Show the numbers; what is half typed stays."""
        self._measure, self._direction = result.measure, result.direction
        self._ends = {"baseline": result.baseline, "target": result.target}
        self.measure.set_value(result.measure)
        self.direction.set_options(_directions(result))
        self.direction.set_value(result.direction)
        for name, field in self._values().items():
            field.measure_in(result)
            field.set_number(getattr(result, name))
        self.due.set_day(result.due_on)
        self.reached.setChecked(share_reached(result) >= 1)
        self.level.setText(_level_words(result))
        self._show_fields(result)

    def _values(self) -> dict[str, ValueField]:
        return {"baseline": self.baseline, "current": self.current, "target": self.target}

    def _show_fields(self, result: KeyResult) -> None:
        milestone = result.measure is Measure.MILESTONE
        shown = {
            self.baseline: not milestone and not keeps(result.direction),
            self.current: not milestone,
            self.target: not milestone,
            self.unit: not milestone and result.measure is not Measure.PERCENT,
            self.direction: not milestone,
        }
        for widget, there in shown.items():
            widget.setVisible(there)
            if widget in self._labels:
                self._labels[widget].setVisible(there)
        self.reached.setVisible(milestone)
        self.level.setVisible(bool(self.level.text()))

    def _arrange(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(4)
        for column, field in enumerate((self.baseline, self.current, self.target, self.unit)):
            label = SmallLabel(field.accessibleName())
            label.setBuddy(field)
            self._labels[field] = label
            grid.addWidget(label, 0, column)
            grid.addWidget(field, 1, column)
            grid.setColumnStretch(column, 1)
        grid.addWidget(self.reached, 1, 0, 1, 4)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 2, 0, 4)
        outer.setSpacing(6)
        outer.addLayout(grid)
        outer.addWidget(self.level)
        outer.addLayout(_pair(self.direction, self.measure))
        last = _pair(self.due, self.remove)
        last.setAlignment(self.remove, Qt.AlignmentFlag.AlignTrailing)
        outer.addLayout(last)

    def _connect(self) -> None:
        self.direction.picked.connect(self._head)
        self.measure.picked.connect(self._choose)
        self.baseline.entered.connect(self._start_at)
        self.current.entered.connect(self._read)
        self.target.entered.connect(self._aim)
        self.due.picked.connect(self._set_due)
        self.reached.clicked.connect(self._reach)

    def _start_at(self, value: float | None) -> None:
        self._change_end("baseline", value, self.baseline)

    def _aim(self, value: float | None) -> None:
        self._change_end("target", value, self.target)

    def _change_end(self, field: str, value: float | None, edit: ValueField) -> None:
        """Start and target are always known; an emptied field gets its number back."""
        if value is None:
            edit.set_number(self._ends[field])
        else:
            self.changed.emit(field, value)

    def _head(self, direction: Direction) -> None:
        self.changed.emit("direction", direction)

    def _read(self, value: float | None) -> None:
        self.changed.emit("current", value)

    def _choose(self, measure: Measure) -> None:
        self.changed.emit("measure", measure)

    def _set_due(self, day: object) -> None:
        self.changed.emit("due_on", day)

    def _reach(self, on: bool) -> None:
        self.changed.emit("current", 1.0 if on else 0.0)


def direction_word(direction: Direction) -> str:
    """Where a value should go."""
    return {
        Direction.UP: tr("Increase to"),
        Direction.DOWN: tr("Decrease to"),
        Direction.AT_LEAST: tr("Keep at or above"),
        Direction.AT_MOST: tr("Keep at or below"),
    }[direction]


def _directions(result: KeyResult | None) -> list[tuple[object, str]]:
    """Those that can be: up or down goes by where the target lies, unless it lies at the start."""
    open_ended = result is None or result.baseline == result.target
    up = result is None or result.target >= result.baseline
    fitting = Direction.UP if up else Direction.DOWN
    return [
        (one, direction_word(one))
        for one in Direction
        if keeps(one) or open_ended or one is fitting
    ]


def _level_words(result: KeyResult) -> str:
    """What start and target at the same place mean."""
    same = result.baseline == result.target and not keeps(result.direction)
    if not same or result.measure is Measure.MILESTONE:
        return ""
    if result.direction is Direction.DOWN:
        return tr(
            "The start and target are the same. The key result counts as reached at "
            "that number or lower."
        )
    return tr(
        "The start and target are the same. The key result counts as reached at that "
        "number or higher."
    )


def _number_field(label: str, name: str) -> ValueField:
    field = ValueField(label, name=name, decimals=4)
    field.setMinimumWidth(40)
    return field


def _pair(left: QWidget, right: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(6)
    row.addWidget(left, 1)
    row.addWidget(right, 1)
    return row
