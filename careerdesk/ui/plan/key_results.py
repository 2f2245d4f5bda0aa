"""How a goal is measured: one key result in the panel, at rest and unfolded."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from careerdesk.domain.loop import GoalChange
from careerdesk.domain.progress import share_reached
from careerdesk.domain.records import KeyResult, Measure
from careerdesk.i18n import tr
from careerdesk.services import goal_changes
from careerdesk.services.versions import TextRef
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.saved_field import SavedField
from careerdesk.ui.base.texts import Dates
from careerdesk.ui.base.unstored import HalfTyped
from careerdesk.ui.plan.result_button import ResultButton
from careerdesk.ui.plan.result_numbers import ResultNumbers
from careerdesk.ui.plan.value_history import ValueHistory
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
    """One key result: how it stands, and below, made when it is first unfolded, all to edit it by.

    `changed` carries the field and its new value; `removed` asks to delete it, `move_wanted` to
    move it so many places. `read` tells that a value came or went, `unfolded` that there is more
    for Tab to go over.
    """

    changed = Signal(int, str, object)
    removed = Signal(int)
    move_wanted = Signal(int, int)
    read = Signal(int)
    unfolded = Signal()

    def __init__(self, ctx: Context, result: KeyResult, write: Callable[..., object]) -> None:
        """Show a key result, folded; *write* stores a text of it, named first."""
        super().__init__()
        self._ctx, self._write = ctx, write
        self._change: GoalChange | None = None
        self._editor: ResultEditor | None = None
        self.result = result
        today, name = ctx.clock.today, f"{RESULT_FOLD}{result.id}"
        self.button = ResultButton(ctx.theme, today, name=name)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self.button)
        self.button.clicked.connect(self._turn)
        self.button.move_wanted.connect(self._move)
        self.button.remove_wanted.connect(self._remove)

    def show_result(
        self, result: KeyResult, values: Sequence[float] = (), change: GoalChange | None = None
    ) -> None:
        """Show how it stands and went, and how its target changed last; what is typed stays."""
        self.result, self._change = result, change
        self.button.show_result(result, values)
        if self._editor is not None:
            self._editor.show_result(result, change)

    @property
    def editor(self) -> ResultEditor:
        """All to edit it by."""
        if self._editor is None:
            self._editor = ResultEditor(self._ctx, self.result, self._write)
            self._editor.hide()
            self._column.addWidget(self._editor)
            self._editor.numbers.changed.connect(self._pass_on)
            self._editor.numbers.remove.clicked.connect(self._remove)
            self._editor.history.changed.connect(self._tell_read)
            self._editor.show_result(self.result, self._change)
        return self._editor

    @property
    def is_open(self) -> bool:
        """Whether its numbers can be seen."""
        return self._editor is not None and not self._editor.isHidden()

    def unfold(self) -> None:
        """Open the numbers and go to the first of them."""
        self.toggle(shown=True)
        self.editor.numbers.first().setFocus()

    def toggle(self, *, shown: bool) -> None:
        """Unfold it, or fold it again."""
        if shown:
            self.editor.show()
            self.editor.show_result(self.result, self._change)
            self.unfolded.emit()
        elif self._editor is not None:
            self._editor.hide()

    def tab_stops(self) -> list[QWidget]:
        """What Tab goes over, in order."""
        return [self.button, *(self._editor.tab_stops() if self._editor is not None else ())]

    def _turn(self) -> None:
        self.toggle(shown=not self.is_open)

    def _pass_on(self, field: str, value: object) -> None:
        self.changed.emit(self.result.id, field, value)

    def _move(self, places: int) -> None:
        self.move_wanted.emit(self.result.id, places)

    def _remove(self) -> None:
        self.removed.emit(self.result.id)

    def _tell_read(self) -> None:
        self.read.emit(self.result.id)


class ResultEditor(QWidget):
    """Name, numbers and values of a key result."""

    def __init__(self, ctx: Context, result: KeyResult, write: Callable[..., object]) -> None:
        """*write* stores a text of it, named first."""
        super().__init__()
        key = str(result.id)
        self.name = GrowingText(tr("Key result name"), name=RESULT_NAME + key,
                                one_line=True)  # fmt: skip
        self.numbers = ResultNumbers(ctx, key)
        self.why = WhyChanged(ctx, key)
        self.history = ValueHistory(ctx, result.id)
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
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self.name, self.numbers, self.why, self.history):
            column.addWidget(part)
        self.name.entered.connect(self._go_on)

    def show_result(self, result: KeyResult, change: GoalChange | None) -> None:
        """Show all of it, and how its target changed last; what is typed stays."""
        for field, saved in self._saved.items():
            text = str(getattr(result, field))
            saved.show_text(result.id, text, TextRef(KeyResult, result.id, field))
        for half in self._halves:
            half.belong_to(half.shown, KeyResult, result.id)
        self.numbers.show_result(result)
        self.why.show_change(change)
        if not self.isHidden():
            self.history.show_result(result)

    def tab_stops(self) -> list[QWidget]:
        """What Tab goes over, in order."""
        return [
            self.name, *self.numbers.tab_stops(), self.why.edit, *self.history.tab_stops(),
        ]  # fmt: skip

    def _go_on(self) -> None:
        self.numbers.first().setFocus()


class WhyChanged(QWidget):
    """How the target changed last, with a line for the reason; nobody has to fill it in."""

    def __init__(self, ctx: Context, key: str) -> None:
        """Show no change; *key* tells the handles of this key result from those of others."""
        super().__init__()
        self._ctx = ctx
        self.words = Caption(wrap=True)
        self.edit = GrowingText(tr("Why the target changed"), tr("Why? (optional)"),
                                name=RESULT_WHY + key, one_line=True, kind="plain")  # fmt: skip
        self._saved = SavedField(ctx, self.edit, "target-reason", self._write)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 2)
        column.setSpacing(0)
        column.addWidget(self.words)
        column.addWidget(self.edit)

    def show_change(self, change: GoalChange | None) -> None:
        """Show a change of the target; nothing without one."""
        self.setHidden(change is None)
        if change is None:
            self._saved.release()
            return
        day = Dates.short_day_within(change.changed_on, self._ctx.clock.today())
        self.words.setText(
            tr(
                "Target changed {day}: was {was}, now {became}",
                day=day,
                was=change.was,
                became=change.became,
            )
        )
        self._saved.show_text(change.id, change.reason, TextRef(GoalChange, change.id, "reason"))

    def _write(self, change_id: int, text: str, merge: str, by: QObject) -> None:
        goal_changes.explain(self._ctx.store, change_id, text, merge=merge, origin=by)
