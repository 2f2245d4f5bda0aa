"""How a goal is measured: the key results in the panel, each with its numbers."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from careerdesk.compat import override
from careerdesk.domain.progress import share_reached
from careerdesk.domain.records import KeyResult, Measure
from careerdesk.services.versions import TextRef
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.goal_words import result_text
from careerdesk.ui.base.saved_field import SavedField
from careerdesk.ui.base.texts import measure_word, percent, tr
from careerdesk.ui.base.unstored import HalfTyped
from careerdesk.ui.plan.reading_history import ReadingHistory
from careerdesk.ui.theme.paint import paint_progress
from careerdesk.ui.theme.theme import Theme, set_kind
from careerdesk.ui.widgets.buttons import IconButton, TextButton, TickBox
from careerdesk.ui.widgets.drop_down import DropDown
from careerdesk.ui.widgets.labels import Caption, SmallLabel
from careerdesk.ui.widgets.number_field import NumberField

FULL_PERCENT = 100.0
NAME_INSET = 3  # of the words in a line field, so that they stand in line with the bar
RESULT_NAME = "keyResultName"
RESULT_FOLD = "keyResultFold"
RESULT_REMOVE = "keyResultRemove"
RESULT_MEASURE = "keyResultMeasure"
RESULT_BASELINE = "keyResultBaseline"
RESULT_CURRENT = "keyResultCurrent"
RESULT_TARGET = "keyResultTarget"
RESULT_UNIT = "keyResultUnit"
RESULT_REACHED = "keyResultReached"


def with_measure(result: KeyResult, measure: Measure) -> dict[str, object]:
    """The fields to set when a key result becomes of another kind, with sensible ends."""
    fields: dict[str, object] = {"measure": measure}
    fresh = result.baseline == 0 and result.target == 1
    if measure is Measure.MILESTONE:
        fields |= {"baseline": 0.0, "target": 1.0}
        fields["current"] = 1.0 if share_reached(result) >= 1 else 0.0
    elif measure is Measure.PERCENT and fresh:
        fields["target"] = FULL_PERCENT
    return fields


class ProgressBar(QWidget):
    """A bar that is painted like those of the cards."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Start at nothing."""
        super().__init__(parent)
        self._theme = theme
        self._part = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def set_part(self, part: float) -> None:
        """Show a share from 0 to 1."""
        self._part = part
        self.setAccessibleName(tr("Progress: {part}").format(part=percent(part)))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """A thin bar."""
        return QSize(80, 6)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw how far the result is."""
        painter = QPainter(self)
        mirror = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        rect = QRectF(0, 0, self.width(), 6)
        paint_progress(painter, self._theme.look, rect, self._part, right_to_left=mirror)
        painter.end()


class KeyResultRow(QWidget):
    """One key result: name and bar, and below, folded away, its numbers.

    `changed` carries the field and its new value; `removed` asks to delete it.
    """

    changed = Signal(int, str, object)
    removed = Signal(int)

    def __init__(self, theme: Theme, result: KeyResult, history: ReadingHistory) -> None:
        """Show a key result, folded."""
        super().__init__()
        self.history = history
        self.result = result
        key = str(result.id)
        self.name = QLineEdit()
        self.name.setObjectName(RESULT_NAME + key)
        self.name.setAccessibleName(tr("Name of the key result"))
        self.name.setTextMargins(-NAME_INSET, 0, 0, 0)
        set_kind(self.name, "plain")
        self.stand = Caption()
        self.fold = IconButton(theme, "edit", tr("Edit the numbers"), name=RESULT_FOLD + key)
        self.bar = ProgressBar(theme)
        self.level = Caption(
            tr("Start and target are the same: only exactly that number counts as reached."),
            wrap=True,
        )
        self.numbers = _Numbers(theme, key)
        self._arrange()
        self._connect()
        self.numbers.hide()
        self.history.hide()
        self._saved: dict[str, SavedField] = {}
        self._halves: list[HalfTyped] = []

    def show_result(self, result: KeyResult) -> None:
        """Show how it stands now; what is being typed stays."""
        self.result = result
        self.stand.setText(result_text(result))
        self.bar.set_part(share_reached(result))
        self.level.setVisible(
            result.baseline == result.target and result.measure is not Measure.MILESTONE
        )
        self.fold.set_words(tr("Edit the numbers of {name}").format(name=result.name))
        for field, saved in self._saved.items():
            text = str(getattr(result, field))
            saved.show_text(result.id, text, TextRef(KeyResult, result.id, field))
        for half in self._halves:
            half.belong_to(half.shown, KeyResult, result.id)
        self.numbers.show_result(result)
        if not self.history.isHidden():
            self.history.show_result(result)

    def keep_words(self, ctx: Context, write: Callable[..., object]) -> None:
        """From now on, write name and unit as they are typed, and keep half-typed numbers."""
        self._saved = {
            "name": SavedField(
                ctx, self.name, "key-result-name", partial(write, "name"), must=True
            ),
            "unit": SavedField(ctx, self.numbers.unit, "key-result-unit", partial(write, "unit")),
        }
        self._halves = [
            HalfTyped(ctx, f"key-result-{name}", field)
            for name, field in self.numbers.fields().items()
        ]
        self.show_result(self.result)

    def unfold(self) -> None:
        """Open the numbers and go to the first of them."""
        self._toggle(shown=True)
        self.numbers.first().setFocus()

    def tab_stops(self) -> list[QWidget]:
        """What Tab goes over, in order."""
        return [self.name, self.fold, *self.numbers.tab_stops(), *self.history.tab_stops()]

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.name, 1)
        head.addWidget(self.stand)
        head.addWidget(self.fold)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 4)
        outer.setSpacing(2)
        outer.addLayout(head)
        outer.addWidget(self.bar)
        outer.addWidget(self.level)
        outer.addWidget(self.numbers)
        outer.addWidget(self.history)

    def _connect(self) -> None:
        self.fold.clicked.connect(self._turn)
        self.numbers.changed.connect(self._pass_on)
        self.numbers.remove.clicked.connect(self._remove)

    def _turn(self) -> None:
        self._toggle(shown=self.numbers.isHidden())

    def _toggle(self, *, shown: bool) -> None:
        self.numbers.setVisible(shown)
        self.history.setVisible(shown)
        if shown:
            self.history.show_result(self.result)

    def _pass_on(self, field: str, value: object) -> None:
        self.changed.emit(self.result.id, field, value)

    def _remove(self) -> None:
        self.removed.emit(self.result.id)


class _Numbers(QWidget):
    """Kind, start, now, target and unit of a key result."""

    changed = Signal(str, object)

    def __init__(self, theme: Theme, key: str) -> None:
        super().__init__()
        self._measure = Measure.NUMBER
        self._ends = {"baseline": 0.0, "target": 1.0}
        self.measure = DropDown(
            theme,
            [(measure, measure_word(measure)) for measure in Measure],
            tr("Kind of measure"),
            name=RESULT_MEASURE + key,
        )
        self.baseline = _number_field(tr("Start"), RESULT_BASELINE + key)
        self.current = _number_field(tr("Now"), RESULT_CURRENT + key)
        self.target = _number_field(tr("Target"), RESULT_TARGET + key)
        self.unit = QLineEdit()
        self.unit.setObjectName(RESULT_UNIT + key)
        self.unit.setAccessibleName(tr("Unit"))
        self.unit.setMaxLength(40)
        self.unit.setMinimumWidth(40)
        self.reached = TickBox(theme, tr("Reached"), name=RESULT_REACHED + key)
        self.remove = TextButton(theme, tr("Delete"), "trash", name=RESULT_REMOVE + key,
                                 compact=True)  # fmt: skip
        self._labels: list[SmallLabel] = []
        self._arrange()
        self._connect()

    def first(self) -> QWidget:
        """Where typing numbers begins."""
        return self.reached if self._measure is Measure.MILESTONE else self.baseline

    def tab_stops(self) -> list[QWidget]:
        """What Tab goes over, in order; the hidden ones are left out by Qt."""
        return [
            self.baseline, self.current, self.target, self.unit, self.reached, self.measure,
            self.remove,
        ]  # fmt: skip

    def fields(self) -> dict[str, NumberField]:
        """The fields of the three numbers."""
        return {"baseline": self.baseline, "current": self.current, "target": self.target}

    def show_result(self, result: KeyResult) -> None:
        """Show the numbers; what is half typed stays."""
        self._measure = result.measure
        self._ends = {"baseline": result.baseline, "target": result.target}
        self.measure.set_value(result.measure)
        for name, field in self.fields().items():
            field.set_number(getattr(result, name))
        self.reached.setChecked(share_reached(result) >= 1)
        self._show_fields(result.measure)

    def _show_fields(self, measure: Measure) -> None:
        milestone = measure is Measure.MILESTONE
        self.reached.setVisible(milestone)
        for widget in (self.baseline, self.current, self.target, self.unit, *self._labels):
            widget.setVisible(not milestone)
        if measure is Measure.PERCENT:
            self.unit.hide()
            self._labels[-1].hide()

    def _arrange(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 4, 0, 4)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(4)
        fields = (self.baseline, self.current, self.target, self.unit)
        for column, field in enumerate(fields):
            label = SmallLabel(field.accessibleName())
            label.setBuddy(field)
            self._labels.append(label)
            grid.addWidget(label, 0, column)
            grid.addWidget(field, 1, column)
            grid.setColumnStretch(column, 1)
        grid.addWidget(self.reached, 1, 0, 1, 4)
        grid.setRowMinimumHeight(2, 4)
        grid.addWidget(self.measure, 3, 0, 1, 2)
        grid.addWidget(self.remove, 3, 2, 1, 2, Qt.AlignmentFlag.AlignTrailing)

    def _connect(self) -> None:
        self.measure.picked.connect(self._choose)
        self.baseline.entered.connect(self._start_at)
        self.current.entered.connect(self._read)
        self.target.entered.connect(self._aim)
        self.reached.clicked.connect(self._reach)

    def _start_at(self, value: float | None) -> None:
        self._change_end("baseline", value, self.baseline)

    def _aim(self, value: float | None) -> None:
        self._change_end("target", value, self.target)

    def _change_end(self, field: str, value: float | None, edit: NumberField) -> None:
        """Start and target are always known; an emptied field gets its number back."""
        if value is None:
            edit.set_number(self._ends[field])
        else:
            self.changed.emit(field, value)

    def _read(self, value: float | None) -> None:
        self.changed.emit("current", value)

    def _choose(self, measure: Measure) -> None:
        self.changed.emit("measure", measure)

    def _reach(self, on: bool) -> None:
        self.changed.emit("current", 1.0 if on else 0.0)


def _number_field(label: str, name: str) -> NumberField:
    field = NumberField(label, name=name, decimals=4)
    field.setMinimumWidth(40)
    return field
