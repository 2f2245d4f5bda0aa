"""Promises, as Prepare and the check-ins show them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.domain.records import CheckIn, Owner, Person, Promise, Record
from careerdesk.i18n import tr, trn
from careerdesk.services import checkins, tickable
from careerdesk.services.tickable import Row
from careerdesk.ui.agenda.handles import take_handle
from careerdesk.ui.agenda.promise_model import PromiseModel
from careerdesk.ui.agenda.row_due import RowDue
from careerdesk.ui.base import names
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import try_action
from careerdesk.ui.base.person_words import group_of
from careerdesk.ui.base.row_edits import RowEdits
from careerdesk.ui.widgets.add_row import AddRow
from careerdesk.ui.widgets.buttons import Chip
from careerdesk.ui.widgets.date_edit import DateField
from careerdesk.ui.widgets.labels import Muted
from careerdesk.ui.widgets.record_list import ID_ROLE
from careerdesk.ui.widgets.tick_list import RowAction, TickList

DUE_WIDTH = 116
EARLIER = "earlier"  # the place that never takes the handles of the check-in of now


class PromiseList(TickList):
    """A TickList whose rows have days: D or a double click on the day changes it."""

    due_wanted = Signal(int, object)

    def __init__(
        self,
        ctx: Context,
        label: str,
        parent: QWidget | None = None,
        *,
        kind: type[Record] = Promise,
    ) -> None:
        """Start without a model; *kind* is that of its records."""
        super().__init__(ctx.theme, label, parent)
        self._ctx, self._kind = ctx, kind
        self._due = RowDue(ctx, self)
        self._due_of = 0
        self._due.picked.connect(self._picked)

    def edit_due(self) -> None:
        """Put a field over the day of the current row."""
        index = self.currentIndex()
        if not index.isValid():
            return
        self._due_of = index.data(ID_ROLE)
        self._due.edit(index, self._kind, self._due_of, _due_of(index))

    def _picked(self, day: date | None) -> None:
        self.due_wanted.emit(self._due_of, day)

    @override
    def updateGeometries(self) -> None:
        """Keep the field over its row."""
        super().updateGeometries()
        self._due.place()

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click on the day edits it, elsewhere the words."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and self._on_note(event.position().toPoint(), index):
            self.edit_due()
            return
        super().mouseDoubleClickEvent(event)

    def _on_note(self, point: QPoint, index: QModelIndex) -> bool:
        places = self.rows.places(self.visualRect(index), index, self.layoutDirection())
        return bool(places.note.width()) and places.note.adjusted(-6, -4, 6, 4).contains(point)


class PromiseBox(QWidget):
    """Promises to tick, edit, delete and add; `changed` tells that the rows are other ones.

    *grouped* puts whose they are above them; *place* goes into the handles of the choices. What
    is added is *usual*ly mine; the choice beside the words turns that.
    """

    changed = Signal()

    def __init__(
        self,
        ctx: Context,
        place: str,
        parent: QWidget | None = None,
        *,
        grouped: bool = False,
        adding: bool = True,
        nothing: str = "",
        usual: Owner = Owner.ME,
    ) -> None:
        """Start with nobody; *nothing* is said where there are no promises."""
        super().__init__(parent)
        self._ctx = ctx
        self._place = place
        self._usual = usual
        self._check_in_id: int | None = None
        self.model = PromiseModel(ctx.clock.today, self, grouped=grouped)
        self.list = PromiseList(ctx, tr("Promises"))
        self.list.setModel(self.model)
        self.list.actions_of_rows = self._row_actions()
        self.nothing = Muted(nothing or tr("No open promises"))
        self.add = AddRow(ctx.theme, tr("Add a promise"))
        self.edit = self.add.edit
        self.theirs = Chip(ctx.theme, tr("Theirs"), name=f"{place}PromiseTheirs", checkable=True)
        self.theirs.setChecked(usual is Owner.THEM)
        self.due = DateField(ctx.clock.today, tr("Due date"), name=f"{place}PromiseDue")
        self._arrange(adding=adding)
        self._unstored = self.add.keep_words(ctx, f"{place}PromiseAdd")
        self._edits = RowEdits(ctx, Promise, "promiseRow", self.list.rows)
        self._connect()

    def show_promises(
        self, person: Person, promises: Sequence[Promise], check_in_id: int | None
    ) -> None:
        """Show promises; what is added is made in the given check-in, if there is one."""
        self._check_in_id = check_in_id
        self._unstored.belong_to(person.id, CheckIn, self._earlier_id())
        self.theirs.set_words(group_of(Owner.THEM, person))
        self.model.show(person, promises)
        self.list.setVisible(bool(self.model.rows))
        self.nothing.setVisible(not self.model.rows)
        self.changed.emit()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Take the handles of the place it is seen at."""
        super().showEvent(event)
        own = f"{self._place}Promise" if self._place == EARLIER else ""
        take_handle(self.list, f"{own}List" if own else names.PROMISE_LIST)
        take_handle(self.edit, f"{own}Edit" if own else names.PROMISE_EDIT)

    def _arrange(self, *, adding: bool) -> None:
        self.due.setPlaceholderText(tr("Due date, e.g. Fri"))
        self.due.setMinimumWidth(self._ctx.theme.look.measure(DUE_WIDTH))
        self.add.add_choice(self.theirs)
        self.add.add_choice(self.due)
        self.nothing.setContentsMargins(0, 5, 0, 5)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.list)
        outer.addWidget(self.nothing)
        outer.addWidget(self.add)
        self.add.setVisible(adding)

    def _connect(self) -> None:
        self.list.tick_wanted.connect(self._tick)
        self.list.rename_wanted.connect(self._rename)
        self.list.removal_wanted.connect(self._remove)
        self.list.due_wanted.connect(self._set_due)
        self.list.emptied.connect(self._emptied)
        self.edit.submitted.connect(self._add)
        self.edit.left.connect(self._leave)
        self.add.left.connect(self._begin_again)
        self.list.rows.editor_made.connect(self._edits.begin)

    def _row_actions(self) -> list[RowAction]:
        return [
            RowAction(tr("Change due date"), Qt.Key.Key_D, self.list.edit_due),
            RowAction(tr("Change owner"), Qt.Key.Key_O, self._turn_owner),
        ]

    def _add(self, lines: list[str]) -> None:
        owner = Owner.THEM if self.theirs.isChecked() else Owner.ME
        added = try_action(
            self._ctx, checkins.add_promises, self._ctx.store, self.model.person.id, lines,
            owner=owner, due_on=self.due.day(), made_in=self._check_in_id,
        )  # fmt: skip
        if added and len(lines) > 1:
            added.say(trn("1 promise added", "{n} promises added", len(lines)))

    def _emptied(self) -> None:
        """The keyboard goes to the field, or where there is none to what follows."""
        if self.add.isHidden():
            self.focusNextChild()
        else:
            self.edit.setFocus()

    def _earlier_id(self) -> int:
        """The check-in that words belong to; those for the check-in of now belong to the person."""
        return self._check_in_id or 0 if self._place == EARLIER else 0

    def _leave(self) -> None:
        if self.model.rows:
            self.list.setFocus()

    def _begin_again(self) -> None:
        self.theirs.setChecked(self._usual is Owner.THEM)
        self.due.start_over()

    def _tick(self, ids: list[int]) -> None:
        promises = self._promises(ids)
        tick = not all(map(self.model.is_ticked, promises))
        turned = [promise for promise in promises if self.model.is_ticked(promise) != tick]
        self._tick_all(turned, self._ctx.clock.today() if tick else None)

    def _tick_all(self, promises: Sequence[Promise], on: date | None) -> None:
        for promise in promises if on else ():
            self.model.keep_ticked(replace(promise, done_on=on))
        today, store = self._ctx.clock.today(), self._ctx.store
        if not try_action(self._ctx, tickable.tick, store, _rows(promises), on, today=today):
            self.model.forget_ticked([promise.id for promise in promises])

    def _remove(self, ids: list[int]) -> None:
        self.model.forget_ticked(ids)
        if try_action(self._ctx, checkins.remove_promises, self._ctx.store, ids):
            words = trn("Promise deleted", "{n} promises deleted", len(ids))
            self._ctx.notices.toast(words, undo=True)

    def _rename(self, promise_id: int, words: str) -> None:
        with self._edits.taking(promise_id):
            self._change(promise_id, text=words)

    def _set_due(self, promise_id: int, day: date | None) -> None:
        self._change(promise_id, due_on=day)

    def _turn_owner(self) -> None:
        promises = self._promises(self.list.selected_ids())
        for promise in promises:
            other = Owner.ME if promise.owner is Owner.THEM else Owner.THEM
            self.model.change_ticked(promise.id, owner=other)
        try_action(
            self._ctx, tickable.turn_owner, self._ctx.store, _rows(promises),
            today=self._ctx.clock.today(),
        ).ignored_because("a banner says why; the rows show what is stored")  # fmt: skip

    def _change(self, promise_id: int, **fields: object) -> None:
        self.model.change_ticked(promise_id, **fields)
        try_action(
            self._ctx, checkins.change_promise, self._ctx.store, promise_id, **fields
        ).ignored_because("a banner says why; the rows show what is stored")

    def _promises(self, ids: list[int]) -> list[Promise]:
        return [self.model.rows[row] for row in map(self.model.row_of, ids) if row >= 0]


def _rows(promises: Sequence[Promise]) -> list[Row]:
    return [(Promise, promise.id) for promise in promises]


def _due_of(index: QModelIndex) -> date | None:
    model = index.model()
    return model.rows[index.row()].due_on if isinstance(model, PromiseModel) else None
