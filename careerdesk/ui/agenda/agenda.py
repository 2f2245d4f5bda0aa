"""The agenda of the next check-in, as Prepare and the running check-in show it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.domain.records import AgendaItem, Owner, Person
from careerdesk.i18n import tr, trn
from careerdesk.services import checkins, tickable
from careerdesk.services.tickable import Row
from careerdesk.ui.agenda.agenda_add import AgendaAdd
from careerdesk.ui.agenda.agenda_model import AgendaModel
from careerdesk.ui.agenda.agenda_templates import AgendaTemplates
from careerdesk.ui.agenda.handles import take_handle
from careerdesk.ui.base import names
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import try_action
from careerdesk.ui.base.navigation import go_to_answer
from careerdesk.ui.base.row_edits import RowEdits
from careerdesk.ui.widgets.labels import Muted
from careerdesk.ui.widgets.tick_list import RowAction, TickList


class AgendaBox(QWidget):
    """Points to tick, edit, delete and add; `changed` tells that the rows are other ones.

    *place* goes into the handles of the choices.
    """

    changed = Signal()

    def __init__(self, ctx: Context, place: str, parent: QWidget | None = None) -> None:
        """Start with nobody."""
        super().__init__(parent)
        self._ctx = ctx
        self._check_in_id: int | None = None
        self.model = AgendaModel(ctx.clock.today, self)
        self.list = TickList(ctx.theme, tr("Agenda"))
        self.list.setModel(self.model)
        self.nothing = Muted(tr("Nothing on the agenda"))
        self.more = AgendaTemplates(ctx, place)
        self.add = AgendaAdd(ctx, place)
        self.edit, self.private = self.add.edit, self.add.private
        self._arrange()
        self._edits = RowEdits(ctx, AgendaItem, "agendaRow", self.list.rows)
        self._connect()

    def show_points(
        self, person: Person, points: Sequence[AgendaItem], check_in_id: int | None
    ) -> None:
        """Show a person's agenda; what is ticked goes to the running check-in, if there is one."""
        self._check_in_id = check_in_id
        self.add.serve(person)
        self.more.person_id = person.id
        self.list.actions_of_rows = self._row_actions(shared=self._ctx.sharing.on)
        self.model.show(person, self._ctx.sharing.seen(points))
        self.list.setVisible(bool(self.model.rows))
        self.nothing.setVisible(not self.model.rows)
        self.changed.emit()

    def focus_add(self) -> None:
        """Put the cursor where a point is typed."""
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Take the handles: one agenda is seen at a time."""
        super().showEvent(event)
        take_handle(self.list, names.AGENDA_LIST)
        take_handle(self.edit, names.AGENDA_EDIT)

    def _arrange(self) -> None:
        self.nothing.setContentsMargins(0, 5, 0, 5)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.list)
        outer.addWidget(self.nothing)
        outer.addWidget(self.add)

    def _connect(self) -> None:
        self.list.tick_wanted.connect(self._tick)
        self.list.rename_wanted.connect(self._rename)
        self.list.removal_wanted.connect(self._remove)
        self.list.emptied.connect(self.focus_add)
        self.list.rows.editor_made.connect(self._edits.begin)
        self.edit.left.connect(self._leave)

    def _row_actions(self, *, shared: bool) -> list[RowAction]:
        actions = [
            RowAction(tr("Change who raised it"), Qt.Key.Key_O, self._turn_owner),
            RowAction(tr("Make private or shared"), Qt.Key.Key_P, self._turn_private),
            RowAction(tr("Raise every time or just once"), Qt.Key.Key_R, self._turn_repeating),
        ]
        return [one for one in actions if not shared or one.act != self._turn_private]

    def _leave(self) -> None:
        if self.model.rows:
            self.list.setFocus()

    def _tick(self, ids: list[int]) -> None:
        points = self._points(ids)
        tick = not all(map(self.model.is_ticked, points))
        turned = [point for point in points if self.model.is_ticked(point) != tick]
        self._tick_all(turned, self._ctx.clock.today() if tick else None, alone=len(points) == 1)

    def _tick_all(self, points: Sequence[AgendaItem], on: date | None, *, alone: bool) -> None:
        if on and self._check_in_id is None:
            for point in points:
                self.model.keep_ticked(replace(point, covered_on=on))
        if not try_action(
            self._ctx, tickable.tick, self._ctx.store, _rows(points), on,
            today=self._ctx.clock.today(), checkin_id=self._check_in_id,
        ):  # fmt: skip
            self.model.forget_ticked([point.id for point in points])
        elif on is not None and alone:
            for point in points:
                go_to_answer(self._ctx, point)

    def _remove(self, ids: list[int]) -> None:
        self.model.forget_ticked(ids)
        if try_action(self._ctx, checkins.remove_agenda, self._ctx.store, ids):
            words = trn("Item deleted", "{n} items deleted", len(ids))
            self._ctx.notices.toast(words, undo=True)

    def _rename(self, point_id: int, words: str) -> None:
        with self._edits.taking(point_id):
            self._change(point_id, text=words)

    def _turn_owner(self) -> None:
        points = self._points(self.list.selected_ids())
        for point in points:
            other = Owner.ME if point.owner is Owner.THEM else Owner.THEM
            self.model.change_ticked(point.id, owner=other)
        try_action(
            self._ctx, tickable.turn_owner, self._ctx.store, _rows(points),
            today=self._ctx.clock.today(),
        ).ignored_because("a banner says why; the rows show what is stored")  # fmt: skip

    def _turn_private(self) -> None:
        self._turn("private")

    def _turn_repeating(self) -> None:
        self._turn("repeating")

    def _turn(self, field: Literal["private", "repeating"]) -> None:
        points = self._points(self.list.selected_ids())
        for point in points:
            self.model.change_ticked(point.id, **{field: not getattr(point, field)})
        ids = [point.id for point in points]
        try_action(self._ctx, tickable.turn_points, self._ctx.store, ids, field).ignored_because(
            "a banner says why; the rows show what is stored"
        )

    def _change(self, point_id: int, **fields: object) -> None:
        self.model.change_ticked(point_id, **fields)
        try_action(
            self._ctx, checkins.change_agenda, self._ctx.store, point_id, **fields
        ).ignored_because("a banner says why; the rows show what is stored")

    def _points(self, ids: list[int]) -> list[AgendaItem]:
        return [self.model.rows[row] for row in map(self.model.row_of, ids) if row >= 0]


def _rows(points: Sequence[AgendaItem]) -> list[Row]:
    return [(AgendaItem, point.id) for point in points]
