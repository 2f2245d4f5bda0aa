"""What is typed over a row of the plan in a running check-in: a value, a day, a step."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QModelIndex, QObject, QRect, Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QListView

from careerdesk.domain.records import KeyResult, PlanItem
from careerdesk.i18n import tr
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.field_note import is_refused
from careerdesk.ui.base.unstored import TEXT, HalfTyped, Unstored
from careerdesk.ui.checkins.goal_line_row import GoalLineDelegate
from careerdesk.ui.checkins.goal_lines import GoalLine, GoalLines, Part, line_at
from careerdesk.ui.widgets.inline_add import InlineAdd
from careerdesk.ui.widgets.row_fields import RowDay, RowNumber
from careerdesk.ui.widgets.typed_field import TypedField

VALUE, DUE, STEP = "reading", "goalLineDue", "goalLineStep"
FIELD = 76  # pixels of the drawings that a value gets at least


class GoalLineEdits(QObject):
    """Puts one field over a row at a time; it is there only while it is typed into.

    What is half typed is kept as a draft of its record, and shown again when the row is edited.
    """

    value_entered = Signal(int, object)
    due_picked = Signal(int, object)
    steps_added = Signal(int, list)

    def __init__(
        self, ctx: Context, view: QListView, delegate: GoalLineDelegate, model: GoalLines
    ) -> None:
        """Over the rows of *view*, where *delegate* says that they are."""
        super().__init__(view)
        self._ctx, self._view, self._rows, self._model = ctx, view, delegate, model
        self.field: QLineEdit | None = None
        self._over: tuple[Part, int] = (Part.GOAL, 0)
        ctx.drafts.turned.connect(self.close)

    def edit(self, index: QModelIndex, begun: str = "") -> None:
        """Edit a row that has something to type; *begun* stands in place of its value."""
        row = line_at(index)
        make = {Part.RESULT: self._value, Part.DUE: self._due, Part.NEW_STEP: self._step}
        if row is None or row.part not in make:
            return
        self.close()
        self._over = (row.part, row.record_id)
        self.field = make[row.part](row)
        self.place()
        self.field.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.selectAll()
        if begun:
            self.field.insert(begun)
            self.field.setModified(True)
            self.field.textEdited.emit(self.field.text())

    @Slot()
    def close(self) -> None:
        """Take the field away; what cannot be read is kept as it is."""
        if self.field is not None:
            field, self.field = self.field, None
            had = field.hasFocus()
            field.hide()
            field.deleteLater()
            if had:
                self._view.setFocus()

    def take_in(self) -> bool:
        """Take what is typed; False where it cannot be read: it gets the cursor."""
        if isinstance(self.field, TypedField):
            if not self.field.take():
                self.field.setFocus(Qt.FocusReason.OtherFocusReason)
                return False
        elif isinstance(self.field, InlineAdd):
            self.field.enter()
        return True

    def place(self) -> None:
        """Put the field where its row is now; without the row it goes."""
        if self.field is None:
            return
        row = self._model.row_of_part(*self._over)
        if row < 0:
            self.close()
            return
        index = self._model.index(row, 0)
        rect = self._view.visualRect(index)
        high = max(self.field.sizeHint().height(), self.field.minimumHeight())
        top = max(0, min(rect.top(), self._view.viewport().height() - high))
        left, width = self._span(index, rect)
        self.field.setGeometry(left, top, width, high)

    def _span(self, index: QModelIndex, rect: QRect) -> tuple[int, int]:
        """From where to where: a value stands over its number, other words over the whole row."""
        places = self._rows.places(rect, index, self._view.layoutDirection())
        whole = places.mark.united(places.text).united(places.end)
        if self._over[0] is not Part.RESULT:
            return whole.left(), whole.width()
        row = line_at(index)
        number = self._rows.look.advance("strong", row.value) if row else 0
        wide = max(self._rows.look.measure(FIELD), number + 28)
        if self._view.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            return max(0, places.end.right() - number - 4), wide
        return max(0, places.end.left() + number + 4 - wide), wide

    def _value(self, row: GoalLine) -> QLineEdit:
        field = RowNumber(
            tr("{name}: current value", name=row.text), self._view.viewport(),
            name=f"{VALUE}{row.record_id}",
        )  # fmt: skip
        result = self._model.result(row.record_id)
        field.set_number(result.current if result else None)
        HalfTyped(self._ctx, "readingNow", field).belong_to(
            self._ctx.drafts.shown, KeyResult, row.record_id
        )
        field.entered.connect(self._enter_value)
        return self._release(field)

    def _due(self, row: GoalLine) -> QLineEdit:
        today = self._ctx.clock.today
        field = RowDay(today, tr("Due date"), self._view.viewport(), name=DUE)
        field.set_day(row.goal.due_on)
        HalfTyped(self._ctx, DUE, field).belong_to(self._ctx.drafts.shown, PlanItem, row.record_id)
        field.picked.connect(self._pick_due)
        return self._release(field)

    def _release(self, field: RowNumber | RowDay) -> QLineEdit:
        field.left.connect(self.close)
        field.editingFinished.connect(self._finished)
        return field

    def _step(self, row: GoalLine) -> QLineEdit:
        field = InlineAdd(self._ctx.theme, tr("Add a next step"), self._view.viewport(), name=STEP)
        unstored = Unstored(self._ctx, STEP, {TEXT: field})
        unstored.belong_to(self._ctx.drafts.shown, PlanItem, row.record_id)
        field.submitted.connect(self._add_steps)
        field.left.connect(self.close)
        return field

    @Slot()
    def _finished(self) -> None:
        """The field was left: what can be read is taken by now."""
        if self.field is not None and not is_refused(self.field) and not self.field.hasFocus():
            self.close()

    def _enter_value(self, value: float | None) -> None:
        self.value_entered.emit(self._over[1], value)

    def _pick_due(self, day: date | None) -> None:
        self.due_picked.emit(self._over[1], day)

    def _add_steps(self, lines: list[str]) -> None:
        self.steps_added.emit(self._over[1], lines)
