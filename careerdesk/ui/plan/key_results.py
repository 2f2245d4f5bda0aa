"""How a goal is measured: one key result in the panel, at rest and unfolded."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from careerdesk.domain.loop import GoalChange
from careerdesk.domain.progress import share_reached
from careerdesk.domain.records import KeyResult, Measure
from careerdesk.services import goal_changes
from careerdesk.services.versions import TextRef
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.saved_field import SavedField
from careerdesk.ui.base.texts import Dates, tr
from careerdesk.ui.base.unstored import HalfTyped
from careerdesk.ui.plan.reading_history import ReadingHistory
from careerdesk.ui.plan.result_button import ResultButton
from careerdesk.ui.plan.result_numbers import ResultNumbers
from careerdesk.ui.widgets.growing_text import GrowingText
from careerdesk.ui.widgets.labels import Caption

FULL_PERCENT = 100.0
RESULT_NAME = "keyResultName"
RESULT_FOLD = "keyResultFold"
RESULT_WHY = "keyResultWhy"


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


class KeyResultRow(QWidget):
    """One key result: how it stands, and below, folded away, its name, numbers and values.

    `changed` carries the field and its new value; `removed` asks to delete it, `move_wanted` to
    move it so many places.
    """

    changed = Signal(int, str, object)
    removed = Signal(int)
    move_wanted = Signal(int, int)

    def __init__(self, ctx: Context, result: KeyResult, write: Callable[..., object]) -> None:
        """Show a key result, folded; *write* stores a text of it, named first."""
        super().__init__()
        self._ctx = ctx
        self.result = result
        key = str(result.id)
        self.button = ResultButton(ctx.theme, name=RESULT_FOLD + key)
        self.name = GrowingText(tr("Name of the key result"), name=RESULT_NAME + key,
                                one_line=True)  # fmt: skip
        self.numbers = ResultNumbers(ctx, key)
        self.why = _Why(ctx, key)
        self.history = ReadingHistory(ctx, result.id)
        self._parts = (self.name, self.numbers, self.why, self.history)
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
        self._arrange()
        self._connect()

    def show_result(
        self, result: KeyResult, values: Sequence[float] = (), change: GoalChange | None = None
    ) -> None:
        """Show how it stands and went, and how its target changed last; what is typed stays."""
        self.result = result
        self.button.show_result(result, values)
        for field, saved in self._saved.items():
            text = str(getattr(result, field))
            saved.show_text(result.id, text, TextRef(KeyResult, result.id, field))
        for half in self._halves:
            half.belong_to(half.shown, KeyResult, result.id)
        self.numbers.show_result(result)
        self.why.show_change(change)
        self.why.setVisible(self.is_open and self.why.is_there)
        if self.is_open:
            self.history.show_result(result)

    @property
    def is_open(self) -> bool:
        """Whether its numbers can be seen."""
        return not self.numbers.isHidden()

    def unfold(self) -> None:
        """Open the numbers and go to the first of them."""
        self._toggle(shown=True)
        self.numbers.first().setFocus()

    def tab_stops(self) -> list[QWidget]:
        """What Tab goes over, in order."""
        return [
            self.button, self.name, *self.numbers.tab_stops(), self.why.edit,
            *self.history.tab_stops(),
        ]  # fmt: skip

    def _arrange(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(4)
        for part in (self.button, *self._parts):
            outer.addWidget(part)
        self._toggle(shown=False)

    def _connect(self) -> None:
        self.button.clicked.connect(self._turn)
        self.button.move_wanted.connect(self._move)
        self.button.remove_wanted.connect(self._remove)
        self.name.entered.connect(self._go_on)
        self.numbers.changed.connect(self._pass_on)
        self.numbers.remove.clicked.connect(self._remove)

    def _turn(self) -> None:
        self._toggle(shown=not self.is_open)

    def _toggle(self, *, shown: bool) -> None:
        for part in self._parts:
            part.setVisible(shown)
        self.why.setVisible(shown and self.why.is_there)
        if shown:
            self.history.show_result(self.result)

    def _go_on(self) -> None:
        self.numbers.first().setFocus()

    def _pass_on(self, field: str, value: object) -> None:
        self.changed.emit(self.result.id, field, value)

    def _move(self, places: int) -> None:
        self.move_wanted.emit(self.result.id, places)

    def _remove(self) -> None:
        self.removed.emit(self.result.id)


class _Why(QWidget):
    """How the target changed last, with a line for the reason; nobody has to fill it in."""

    def __init__(self, ctx: Context, key: str) -> None:
        super().__init__()
        self._ctx = ctx
        self.words = Caption(wrap=True)
        self.edit = GrowingText(tr("Why the target changed"), tr("Why? Only if it helps later"),
                                name=RESULT_WHY + key, one_line=True, kind="plain")  # fmt: skip
        self._saved = SavedField(ctx, self.edit, "target-reason", self._write)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 2)
        column.setSpacing(0)
        column.addWidget(self.words)
        column.addWidget(self.edit)

    @property
    def is_there(self) -> bool:
        """Whether the target changed at all."""
        return bool(self.words.text())

    def show_change(self, change: GoalChange | None) -> None:
        """Show a change of the target; nothing without one."""
        if change is None:
            self._saved.let_go()
            self.words.setText("")
            return
        words = tr("Target changed {day}: {was}, now {became}")
        day = Dates.short_day_within(change.changed_on, self._ctx.clock.today())
        self.words.setText(words.format(day=day, was=change.was, became=change.became))
        self._saved.show_text(change.id, change.reason, TextRef(GoalChange, change.id, "reason"))

    def _write(self, change_id: int, text: str, merge: str, by: QObject) -> None:
        goal_changes.explain(self._ctx.store, change_id, text, merge=merge, origin=by)
