"""What the user does with the goals on the plan page: add, move, set, delete."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QObject, Slot
from PySide6.QtWidgets import QWidget

from careerdesk.domain.records import Horizon, ItemState, PlanItem
from careerdesk.services import plans
from careerdesk.ui.base.acting import succeeded
from careerdesk.ui.base.errors import try_action
from careerdesk.ui.base.texts import tr
from careerdesk.ui.plan.plan_groups import GoalList, PlanGroup
from careerdesk.ui.plan.plan_stage import PlanStage


class GoalCommands(QObject):
    """Carries out what the two groups ask for, each as one step with a way back."""

    def __init__(self, page: PlanStage, parent: QWidget) -> None:
        """Listen to the groups of *page*."""
        super().__init__(parent)
        self._page = page
        self._ctx = page.ctx
        self._groups = page.groups
        page.panel.remove_wanted.connect(self._remove_one)
        for group in self._groups.values():
            self._connect(group)

    def _connect(self, group: PlanGroup) -> None:
        group.add_wanted.connect(self._add)
        group.add_and_open_wanted.connect(self._add_and_open)
        group.hint_wanted.connect(self._page.open_item)
        view = group.view
        view.opened.connect(self._page.open_item)
        view.remove_requested.connect(self._remove)
        view.state_requested.connect(self._set_state)
        view.move_requested.connect(self._move)
        view.moved_beyond.connect(self._move_across)
        view.selectionModel().selectionChanged.connect(self._selected)

    def selected_list(self) -> GoalList:
        """The list in which something is selected, else the first."""
        for group in self._groups.values():
            if group.view.selected_ids():
                return group.view
        return self._groups[Horizon.SHORT].view

    def _add(self, horizon: Horizon, titles: list[str]) -> None:
        added = self._added(horizon, titles)
        if len(added) > 1:
            self._ctx.notices.toast(tr("{n} goals added").format(n=len(added)), undo=True)
        if added:
            self._page.go_to(self._groups[horizon].edit)

    def _add_and_open(self, horizon: Horizon, title: str) -> None:
        for item in self._added(horizon, [title]):
            self._groups[horizon].view.select_ids([item.id])
            self._page.open_item(item.id)

    def _added(self, horizon: Horizon, titles: list[str]) -> list[PlanItem]:
        """The new goals; none where they cannot be added."""
        ctx, person_id = self._ctx, self._page.person_id
        ctx.autosaver.flush()
        today = ctx.clock.today()
        add = plans.add_items_for
        return try_action(ctx, add, ctx.store, person_id, horizon, titles, today).value or []

    def _move(self, ids: list[int], before_id: int | None) -> None:
        view = self.sender()
        horizon = next((h for h, group in self._groups.items() if group.view is view), None)
        if horizon is not None:
            self._move_to(ids, horizon, before_id)

    def _move_to(self, ids: list[int], horizon: Horizon, before_id: int | None) -> bool:
        return succeeded(self._ctx, plans.move_items, self._ctx.store, ids, horizon, before_id)

    def _move_across(self, ids: list[int], direction: int) -> None:
        target = Horizon.LONGER if direction > 0 else Horizon.SHORT
        group = self._groups[target]
        if self.sender() is group.view:
            return
        first = group.model.id_at(0) if direction > 0 and group.model.rowCount() else None
        if self._move_to(ids, target, first):
            group.view.setFocus()
            group.view.show_moved(ids)

    def _set_state(self, ids: list[int], state: ItemState) -> None:
        today = self._ctx.clock.today()
        try_action(self._ctx, plans.set_state, self._ctx.store, ids, state, today).ignored_because(
            "a banner says why; the rows show what is stored"
        )

    def _remove(self, ids: list[int]) -> None:
        group = self._groups[self._page.horizon_of(ids[0])]
        row = group.model.row_of(ids[0])
        if not succeeded(self._ctx, plans.remove_items, self._ctx.store, ids):
            return
        text = tr("Goal deleted") if len(ids) == 1 else tr("{n} goals deleted")
        self._ctx.notices.toast(text.format(n=len(ids)), undo=True)
        if group.model.rowCount():
            group.view.go_to_row(row)
        else:
            group.edit.setFocus()

    def _remove_one(self, item_id: int) -> None:
        self._remove([item_id])

    @Slot(QItemSelection, QItemSelection)
    def _selected(self, chosen: QItemSelection, _left: QItemSelection) -> None:
        """Only one list has a selection; an open panel shows what is selected."""
        if chosen.isEmpty():
            return
        for group in self._groups.values():
            if group.view.selectionModel() is not self.sender():
                group.view.clearSelection()
            else:
                self._page.follow(group.view.selected_ids())
