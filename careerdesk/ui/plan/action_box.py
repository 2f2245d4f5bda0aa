"""The next steps of a goal, in its panel."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from careerdesk.domain.loop import Action
from careerdesk.domain.records import Owner, PlanItem, Promise
from careerdesk.i18n import tr, trn
from careerdesk.services import actions, tickable
from careerdesk.services.store import Changes
from careerdesk.services.tickable import Row
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import try_action, try_read
from careerdesk.ui.base.person_words import group_of
from careerdesk.ui.base.row_edits import RowEdits
from careerdesk.ui.plan.action_list import ActionList, ActionModel
from careerdesk.ui.widgets.add_row import AddRow
from careerdesk.ui.widgets.buttons import Chip
from careerdesk.ui.widgets.tick_list import RowAction

STEPS, STEP_EDIT, STEP_MINE = "stepList", "stepEdit", "stepMine"


class ActionBox(QWidget):
    """Steps to tick, edit, put in order, delete and add; a row reads like that of a promise.

    The row that adds one shows on demand. `turned` tells that it came or went, or that the count
    is another one; `left` that the row was left and there is no step to go to.
    """

    turned = Signal()
    left = Signal()

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Start without a goal."""
        super().__init__(parent)
        self._ctx = ctx
        self._item_id = 0
        self._adds = False
        self.model = ActionModel(ctx.clock.today, self)
        self.list = ActionList(ctx, tr("Next steps"))
        self.list.setObjectName(STEPS)
        self.list.setModel(self.model)
        self.list.actions_of_rows = [
            RowAction(tr("Change due date"), Qt.Key.Key_D, self.list.edit_due),
            RowAction(tr("Change owner"), Qt.Key.Key_O, self._turn_owner),
        ]
        self.add = AddRow(ctx.theme, tr("Add a next step"))
        self.add.edit.setObjectName(STEP_EDIT)
        self.mine = Chip(ctx.theme, group_of(Owner.ME, self.model.person), name=STEP_MINE,
                         checkable=True)  # fmt: skip
        self.add.add_choice(self.mine)
        self._unstored = self.add.keep_words(ctx, STEP_EDIT)
        self._edits = RowEdits(ctx, Action, "stepRow", self.list.rows)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.list)
        column.addWidget(self.add)
        self._connect()

    def show_item(self, item_id: int) -> None:
        """Show the steps of a goal; 0 shows none."""
        if item_id != self._item_id:
            self.model.forget_ticked()
            self._adds = False
        self._item_id = item_id
        if item_id:
            self._unstored.belong_to(self._ctx.drafts.shown, PlanItem, item_id)
        else:
            self._unstored.release()
        self._refresh()

    @property
    def is_adding(self) -> bool:
        """Whether the row that adds a step can be seen."""
        return self._adds or self._unstored.is_kept

    def start_adding(self) -> None:
        """Show the row that adds a step, with the keyboard in it."""
        self._adds = True
        self._show_add()
        self.add.edit.setFocus()

    def count_words(self) -> str:
        """How many of them are done: *1 of 2 done*; nothing where there are none."""
        done = sum(map(self.model.is_ticked, self.model.rows))
        return (
            tr("{done} of {n} done", done=done, n=len(self.model.rows)) if self.model.rows else ""
        )

    def tab_stops(self) -> list[QWidget]:
        """What Tab goes over, in order."""
        return [self.list, self.add.edit, self.mine]

    def _connect(self) -> None:
        self._ctx.bridge.changed.connect(self._heard)
        self.list.tick_wanted.connect(self._tick)
        self.list.rename_wanted.connect(self._rename)
        self.list.removal_wanted.connect(self._remove)
        self.list.due_wanted.connect(self._set_due)
        self.list.move_wanted.connect(self._move)
        self.list.emptied.connect(self.start_adding)
        self.list.rows.editor_made.connect(self._edits.begin)
        self.add.edit.submitted.connect(self._add)
        self.add.left.connect(self._begin_again)
        self.add.edit.left.connect(self._stop_adding)
        self._unstored.filled.connect(self._show_add)

    @Slot(object)
    def _heard(self, changes: Changes) -> None:
        if changes.touches(Action):
            self._refresh()

    def _refresh(self) -> None:
        if not self._item_id:
            return
        store = self._ctx.store
        person = try_read(self._ctx, actions.person_of, store, self._item_id)
        if person is None:
            return
        self.model.show(person, [_as_promise(step) for step in actions.of(store, self._item_id)])
        self.list.setVisible(bool(self.model.rows))
        self._show_add()
        self.turned.emit()

    @Slot()
    def _show_add(self) -> None:
        if self.add.isHidden() is self.is_adding:
            self.add.setVisible(self.is_adding)
            self.turned.emit()

    def _stop_adding(self) -> None:
        """The keyboard goes first, else Qt would pick a place for it."""
        self._adds = False
        if self.model.rows:
            self.list.setFocus()
        else:
            self.turned.emit()
            self.left.emit()
        self._show_add()

    def _move(self, ids: list[int], places: int) -> None:
        order = [row.id for row in self.model.rows]
        rest = [key for key in order if key not in ids]
        there = min(max(order.index(ids[0]) + places, 0), len(rest))
        before = rest[there] if there < len(rest) else None
        if try_action(self._ctx, actions.move, self._ctx.store, ids, before):
            self.list.show_moved(ids)

    def _add(self, lines: list[str]) -> None:
        self._adds = True
        owner = Owner.ME if self.mine.isChecked() else Owner.THEM
        try_action(
            self._ctx, actions.add, self._ctx.store, self._item_id, lines,
            today=self._ctx.clock.today(), owner=owner,
        ).ignored_because("a banner says why, and the words are back in their row")  # fmt: skip

    def _begin_again(self) -> None:
        self.mine.setChecked(False)

    def _tick(self, ids: list[int]) -> None:
        rows = [row for row in self.model.rows if row.id in ids]
        today, tick = self._ctx.clock.today(), not all(map(self.model.is_ticked, rows))
        turned = [row.id for row in rows if self.model.is_ticked(row) is not tick]
        try_action(
            self._ctx, actions.tick, self._ctx.store, turned, today if tick else None, today=today
        ).ignored_because("a banner says why; the rows show what is stored")

    def _rename(self, action_id: int, words: str) -> None:
        with self._edits.taking(action_id):
            self._change(action_id, text=words)

    def _set_due(self, action_id: int, day: date | None) -> None:
        self._change(action_id, due_on=day)

    def _turn_owner(self) -> None:
        rows: list[Row] = [(Action, key) for key in self.list.selected_ids()]
        try_action(
            self._ctx, tickable.turn_owner, self._ctx.store, rows, today=self._ctx.clock.today()
        ).ignored_because("a banner says why; the rows show what is stored")

    def _change(self, action_id: int, **fields: object) -> None:
        today = self._ctx.clock.today()
        try_action(
            self._ctx, actions.change, self._ctx.store, action_id, today=today, **fields
        ).ignored_because("a banner says why; the rows show what is stored")

    def _remove(self, ids: list[int]) -> None:
        today = self._ctx.clock.today()
        if try_action(self._ctx, actions.remove, self._ctx.store, ids, today=today):
            words = trn("Next step deleted", "{n} next steps deleted", len(ids))
            self._ctx.notices.toast(words, undo=True)


def _as_promise(step: Action) -> Promise:
    return Promise(
        id=step.id, person_id=0, text=step.text, owner=step.owner, due_on=step.due_on,
        done_on=step.done_on,
    )  # fmt: skip
