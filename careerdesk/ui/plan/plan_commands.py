"""What the user does with a plan and its goals."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from careerdesk.domain.records import Horizon, ItemState, Plan, PlanItem
from careerdesk.domain.views import PlanView
from careerdesk.i18n import tr, trn
from careerdesk.services import agreements, closing, plans
from careerdesk.services.versions import TextRef
from careerdesk.ui.base.agreed_words import with_kept
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import try_action, try_read
from careerdesk.ui.base.saved_field import SavedField
from careerdesk.ui.base.unstored import HalfTyped
from careerdesk.ui.plan.close_plan import ClosePlanForm, Closing
from careerdesk.ui.plan.closed_plans import ClosedPlans, ClosedPlanView
from careerdesk.ui.plan.goal_list import GoalList
from careerdesk.ui.plan.past_plan import PastPlan
from careerdesk.ui.plan.plan_groups import PlanGroup
from careerdesk.ui.plan.plan_header import PlanHeader
from careerdesk.ui.plan.plan_menu import PlanMenu
from careerdesk.ui.plan.plan_words import DUE
from careerdesk.ui.widgets.tab_order import holds_focus


class PlanStage(Protocol):
    """The parts of the page, and what can be shown on it."""

    ctx: Context
    person_id: int
    header: PlanHeader
    groups: dict[Horizon, PlanGroup]
    closed: ClosedPlans

    @property
    def plan_id(self) -> int:
        """The plan that is worked on; 0 for none."""
        ...

    def open_item(self, item_id: int, field: str = "") -> None:
        """Open a goal in the panel, with the cursor in a field of it."""
        ...

    def follow(self, ids: list[int]) -> None:
        """Show what is selected in the panel, if it is open."""
        ...

    def horizon_of(self, item_id: int) -> Horizon:
        """The group a goal stands in."""
        ...

    def go_to(self, widget: QWidget) -> None:
        """Give a widget of the list the keyboard, and scroll to it."""
        ...

    def show_instead(self, widget: QWidget, plan_id: int) -> None:
        """Show something about a plan in the place of the plan."""
        ...

    def show_plan(self) -> None:
        """Show the plan again."""
        ...

    def export(self) -> None:
        """Show the plan as the report will see it."""
        ...

    def reload(self) -> None:
        """Read the plan again."""
        ...


class GoalCommands(QObject):
    """Carries out what the two groups ask for, each as one step with a way back."""

    def __init__(self, page: PlanStage, parent: QWidget) -> None:
        """Listen to the groups of *page*."""
        super().__init__(parent)
        self._page = page
        self._ctx = page.ctx
        self._groups = page.groups
        for group in self._groups.values():
            self._connect(group)

    def _connect(self, group: PlanGroup) -> None:
        group.add_wanted.connect(self._add)
        group.add_and_open_wanted.connect(self._add_and_open)
        group.hint_wanted.connect(self._page.open_item)
        view = group.view
        view.opened.connect(self._page.open_item)
        view.due_wanted.connect(self._set_due)
        view.remove_requested.connect(self._remove)
        view.state_requested.connect(self._set_state)
        group.move_wanted.connect(self._move)
        group.move_beyond_wanted.connect(self._move_across)
        group.selected.connect(self._selected)

    def selected_list(self) -> GoalList:
        """The list in which something is selected, else the first."""
        for group in self._groups.values():
            if group.view.selected_ids():
                return group.view
        return self._groups[Horizon.SHORT].view

    def _add(self, horizon: Horizon, titles: list[str]) -> None:
        added = self._added(horizon, titles)
        if len(added) > 1:
            words = trn("1 goal added", "{n} goals added", len(added))
            self._ctx.notices.toast(words, undo=True)
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
        add = partial(plans.add_items_for, plan_id=self._page.plan_id or None)
        return try_action(ctx, add, ctx.store, person_id, horizon, titles, today).value or []

    def _move(self, horizon: Horizon, ids: list[int], before_id: int | None) -> bool:
        return bool(
            try_action(self._ctx, plans.move_items, self._ctx.store, ids, horizon, before_id)
        )

    def _move_across(self, horizon: Horizon, ids: list[int], direction: int) -> None:
        target = Horizon.LONGER if direction > 0 else Horizon.SHORT
        if horizon is target:
            return
        group = self._groups[target]
        first = group.model.id_at(0) if direction > 0 and group.model.rowCount() else None
        if self._move(target, ids, first):
            group.view.setFocus()
            group.view.show_moved(ids)

    def _set_state(self, ids: list[int], state: ItemState) -> None:
        today = self._ctx.clock.today()
        try_action(self._ctx, plans.set_state, self._ctx.store, ids, state, today).ignored_because(
            "a banner says why; the rows show what is stored"
        )

    def _set_due(self, item_id: int) -> None:
        self._page.open_item(item_id, DUE)

    def _remove(self, ids: list[int]) -> None:
        group = self._groups[self._page.horizon_of(ids[0])]
        row = group.model.row_of(ids[0])
        kept = try_read(self._ctx, agreements.kept_words, self._ctx.store, ids)
        if not try_action(self._ctx, plans.remove_items, self._ctx.store, ids):
            return
        text = trn("Goal deleted", "{n} goals deleted", len(ids))
        told = with_kept(text, kept, self._ctx.clock.today())
        self._ctx.notices.toast(told, undo=True)
        if group.model.rowCount():
            group.view.go_to_row(row)
        else:
            group.edit.setFocus()

    def remove_one(self, item_id: int) -> None:
        """Delete a goal, with a way back."""
        self._remove([item_id])

    def _selected(self, horizon: Horizon) -> None:
        """Only one list has a selection; an open panel shows what is selected."""
        for group in self._groups.values():
            if group.horizon is not horizon:
                group.view.clearSelection()
            else:
                self._page.follow(group.view.selected_ids())


class PlanCommands(QObject):
    """Carries out what the head of the page and the list of closed plans ask for."""

    def __init__(self, page: PlanStage, parent: QWidget) -> None:
        """Listen to the header of *page*."""
        super().__init__(parent)
        self._page = page
        self._parent = parent
        self._ctx = page.ctx
        self.menu = PlanMenu(page.ctx, self)
        self._connect()

    def _connect(self) -> None:
        header = self._page.header
        header.menu_opened.connect(self._fill_menu)
        self.menu.past_wanted.connect(self._look_back)
        header.export_wanted.connect(self._page.export)
        header.close_wanted.connect(self._start_closing)
        editor = header.editor
        self._title = SavedField(self._ctx, editor.title, "plan-title", self._retitle)
        self._halves = (
            HalfTyped(self._ctx, "plan-starts", editor.starts),
            HalfTyped(self._ctx, "plan-ends", editor.ends),
        )
        header.plan_shown.connect(self._show_title)
        header.period_picked.connect(self._change_period)
        self._page.closed.opened.connect(self._open_closed)

    def preview(self, plan_id: int) -> None:
        """Show a plan as the report will see it, to print, save or copy."""
        from careerdesk.ui.plan.plan_preview import PlanPreview

        self._ctx.autosaver.flush()
        preview = try_read(self._ctx, PlanPreview, self._ctx, plan_id, self._parent)
        if preview is not None:
            preview.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            preview.open()

    def _fill_menu(self, menu: QMenu) -> None:
        self.choose()
        self.menu.fill(menu)

    def choose(self) -> PlanMenu:
        """The menu for the person and the plan on the page."""
        self.menu.person_id, self.menu.plan_id = self._page.person_id, self._page.plan_id
        return self.menu

    def _look_back(self) -> None:
        self._ctx.autosaver.flush()
        past = PastPlan(self._ctx, self._page.plan_id)
        past.back_wanted.connect(self._page.show_plan)
        self._page.show_instead(past, self._page.plan_id)
        past.day.setFocus()

    def _use_again(self, plan_id: int) -> None:
        self.choose().again(plan_id)
        self._page.show_plan()

    def _show_title(self, plan: Plan) -> None:
        self._title.show_text(plan.id, plan.title, TextRef(Plan, plan.id, "title"))
        for half in self._halves:
            half.belong_to(plan.person_id, Plan, plan.id)

    def _retitle(self, plan_id: int, title: str, merge: str, origin: QObject) -> None:
        plans.change(self._ctx.store, plan_id, merge=merge, origin=origin, title=title)

    def _change_period(self, starts_on: date, ends_on: date) -> None:
        change = partial(plans.change, starts_on=starts_on, ends_on=ends_on)
        if not try_action(self._ctx, change, self._ctx.store, self._page.plan_id):
            self._page.reload()

    def _start_closing(self) -> None:
        self._ctx.autosaver.flush()
        view = try_read(self._ctx, plans.get, self._ctx.store, self._page.plan_id)
        if view is not None:
            self._ask_to_close(view).focus_first()

    def _ask_to_close(self, view: PlanView) -> ClosePlanForm:
        form = ClosePlanForm(self._ctx, view)
        form.confirmed.connect(partial(self._close, form))
        form.cancelled.connect(self._page.show_plan)
        form.outdated.connect(partial(self._ask_again, form))
        self._page.show_instead(form, view.plan.id)
        return form

    def _ask_again(self, before: ClosePlanForm, view: PlanView) -> None:
        """Ask about the goals as they are now; the keyboard stays in its field, if that is left."""
        field = QApplication.focusWidget() if holds_focus(before) else None
        name = field.objectName() if field is not None else ""
        form = self._ask_to_close(view)
        form.take_over(before)
        if field is not None:
            self._page.go_to(form.findChild(QWidget, name) or form.summary)

    def _close(self, form: ClosePlanForm, decided: Closing) -> None:
        details = (decided.summary, decided.scores, decided.carry)
        store, plan_id, today = self._ctx.store, form.plan.id, self._ctx.clock.today()
        with form.unstored.taking():
            done = try_action(self._ctx, closing.close, store, plan_id, today, *details)
        if done:
            self._page.show_plan()
            self._ctx.notices.toast(tr("Plan closed"), undo=True)

    def _open_closed(self, plan_id: int) -> None:
        self.open_closed(plan_id)

    def open_closed(self, plan_id: int) -> ClosedPlanView | None:
        """Show a closed plan in the place of the one that is worked on; None if it is deleted."""
        view = try_read(self._ctx, plans.get, self._ctx.store, plan_id)
        if view is None:
            return None
        over = ClosedPlanView(self._ctx, view, self._ctx.clock.today())
        self._ctx.day.changed.connect(over.show_day)
        over.back_wanted.connect(self._page.show_plan)
        over.export_wanted.connect(self.preview)
        over.again_wanted.connect(self._use_again)
        self._page.show_instead(over, plan_id)
        over.back.setFocus()
        return over
