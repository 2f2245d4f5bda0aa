"""The plan of a person: goals in two groups, put in order by hand, with a panel for details."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.domain.errors import NotFound
from careerdesk.domain.loop import (
    Action,
    Aspiration,
    HandedOver,
    Idea,
    KeyResultValue,
    Objective,
    SameMeaning,
    Template,
)  # fmt: skip
from careerdesk.domain.records import (
    Drive,
    Horizon,
    ItemMotivator,
    KeyResult,
    Motivator,
    Person,
    Plan,
    PlanItem,
)  # fmt: skip
from careerdesk.domain.views import ItemView, MotivatorView, PlanView
from careerdesk.i18n import N_, Message
from careerdesk.services import discovery, goal_cards, plans
from careerdesk.ui.base import names
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.navigation import PLAN, Destination, Errand
from careerdesk.ui.base.page import Page
from careerdesk.ui.discovery.motivator_chips import seen_views
from careerdesk.ui.plan.agreeing import AgreeCommands, show_in_header
from careerdesk.ui.plan.closed_plans import ClosedPlans, ClosedPlanView
from careerdesk.ui.plan.ideas import Ideas
from careerdesk.ui.plan.other_plans import OtherPlans
from careerdesk.ui.plan.panel_place import fill_area, place_panel
from careerdesk.ui.plan.plan_beginning import Beginning
from careerdesk.ui.plan.plan_commands import GoalCommands, PlanCommands
from careerdesk.ui.plan.plan_groups import PlanGroup
from careerdesk.ui.plan.plan_header import PlanHeader
from careerdesk.ui.plan.plan_words import FOR_PERSON
from careerdesk.ui.widgets.buttons import FilledButton
from careerdesk.ui.widgets.discard import discard
from careerdesk.ui.widgets.steady_scroll import SteadyScroll
from careerdesk.ui.widgets.tab_order import TabOrder, holds_focus

if TYPE_CHECKING:
    from careerdesk.ui.plan.item_panel import ItemPanel

PAGE_KEYS: tuple[tuple[str, Message], ...] = (
    ("1, 2, 3, 4, 5, 6", N_("Not started, on track, at risk, blocked, done, dropped")),
    ("Shift+Return", N_("Add the goal and open it")),
    ("Esc", N_("Close the goal panel")),
)


class PlanPage(Page):
    """Shows the plan a person works on, and closed ones to read."""

    watches = (
        Plan, PlanItem, KeyResult, ItemMotivator, Motivator, Objective, Aspiration, Template, Idea,
        Action, KeyResultValue, HandedOver, SameMeaning, Person,
    )  # fmt: skip

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Show nobody yet."""
        super().__init__(ctx, parent)
        self._view: PlanView | None = None
        self._drives: list[MotivatorView] = []
        self._chosen = 0  # of several open plans
        self._instead: QWidget | None = None
        self._stood: tuple[int, object] = 0, None  # the plan that *_instead* is about
        self._tabs = TabOrder()
        self.setObjectName(names.PLAN_TAB)
        self.header = PlanHeader(ctx.theme, ctx.clock.today)
        self.groups = {horizon: PlanGroup(ctx, horizon) for horizon in Horizon}
        self.others = OtherPlans(ctx.theme)
        self.ideas = Ideas(ctx)
        self.closed = ClosedPlans(ctx.theme)
        self._panel: ItemPanel | None = None
        self.area = SteadyScroll(self)
        self._column = QVBoxLayout()
        self._arrange()
        self._goals = GoalCommands(self, self)
        self._commands = PlanCommands(self, self)
        self._start = Beginning(ctx, self._commands, self._column, self)
        self._agreeing = AgreeCommands(self, self)
        self._start.goal_wanted.connect(self.new_item)
        self.others.wanted.connect(self.turn_to)
        self.ideas.box.taken.connect(self._ask_for_sides)

    @property
    def plan_id(self) -> int:
        """The plan that is worked on; 0 for none."""
        return self._view.plan.id if self._view else 0

    @property
    def panel(self) -> ItemPanel:
        """The panel of a goal; it is made when it is asked for first."""
        return self._panel or self._make_panel()

    def _make_panel(self) -> ItemPanel:
        from careerdesk.ui.plan.item_panel import ItemPanel

        self._panel = panel = ItemPanel(self.ctx, self)
        panel.hide()
        panel.closed.connect(self._leave_panel)
        panel.stops_changed.connect(self._order_tabs)
        panel.remove_wanted.connect(self._goals.remove_one)
        return panel

    @override
    def parts_for_later(self) -> Iterator[object]:
        """The panel, which the first goal that is opened would wait for."""
        yield self.panel

    @override
    def show_person(self, person_id: int) -> None:
        """Close what belongs to the person shown before."""
        if person_id != self.person_id:
            self._chosen = 0
            self.close_panel()
            self._drop_instead()
        super().show_person(person_id)

    @override
    def refresh(self) -> None:
        """Read the plan with its goals again."""
        store = self.ctx.store
        shelf = plans.of_person(store, self.person_id, self._chosen)
        self._view = goal_cards.with_cards(store, shelf.worked_on, shelf.person)
        drives = discovery.motivators(store, self.person_id)
        seen = seen_views(self.ctx, drives)
        self._drives = [view for view in seen if view.motivator.drive is Drive.DRIVES]
        plan = self._view.plan if self._view else None
        items = self._view.items if self._view else ()
        show_in_header(self.header, store, shelf.person, self._view)
        for horizon, group in self.groups.items():
            goals = [view for view in items if view.item.horizon is horizon]
            group.belong_to(self.person_id)
            group.show_goals(plan, goals, droppable=bool(items))
        self.ideas.show_person(self.person_id, offered=plan is not None)
        self.others.show_plans(shelf.beside)
        self.closed.show_plans(shelf.closed, self.ctx.clock.today())
        self._follow_instead()
        self._refresh_panel()
        again, known = bool(shelf.closed), bool(self._drives)
        self._start.renew(self.person_id, needed=plan is None, again=again, known=known)
        self._show_parts()
        self._order_tabs()

    @override
    def focus_first(self) -> None:
        """The first goal, else the line that adds one."""
        for group in self.groups.values():
            if group.model.rowCount():
                group.view.go_to_row(group.view.currentIndex().row())
                return
        self.groups[Horizon.SHORT].edit.setFocus()

    @override
    def arrive(self, to: Destination) -> bool:
        """A goal is opened, or typed; a plan is agreed on or closed, where there is one."""
        if to.found:
            from careerdesk.ui.plan.arriving import arrive

            return arrive(self, self, to)
        item_id = to.id_of(PlanItem)
        if item_id:
            self._turn_to_goal(item_id)
            self._drop_instead()
            self._show_parts()
            self.open_item(item_id)
        elif to.errand is Errand.NEW_GOAL:
            self.new_item()
        elif not self.plan_id:
            self.focus_first()
        elif to.errand is Errand.AGREE_ON_PLAN:
            self.header.agree_wanted.emit()
        elif to.errand is Errand.CLOSE_PLAN:
            self.header.close_wanted.emit()
        return True

    @property
    @override
    def opened(self) -> Destination | None:
        """The goal in the panel."""
        goal = self._panel.item_id if self._panel else 0
        return Destination(self.person_id, PLAN, (PlanItem, goal)) if goal else None

    @override
    def come_back(self, opened: Destination | None) -> None:
        """Open the goal that was in the panel, or close that."""
        if opened is None:
            self.close_panel()
        else:
            self.arrive(opened)

    def new_item(self) -> None:
        """Put the cursor where a goal is typed: in the group worked on, else short term."""
        self._drop_instead()
        self._show_parts()
        inside = self.focusWidget()
        found = (g for g in self.groups.values() if inside in (g.view, g.edit))
        self.go_to(next(found, self.groups[Horizon.SHORT]).edit)

    def go_to(self, widget: QWidget) -> None:
        """Give a widget of the list the keyboard, and scroll to it."""
        widget.setFocus()
        self.area.ensureWidgetVisible(widget)

    @override
    def move_up(self) -> None:
        """Move the selected goals one place up."""
        self._goals.selected_list().move_up()

    @override
    def move_down(self) -> None:
        """Move the selected goals one place down."""
        self._goals.selected_list().move_down()

    def open_closed(self, plan_id: int) -> ClosedPlanView | None:
        """Show a closed plan as it was left, to read."""
        return self._commands.open_closed(plan_id)

    def export(self) -> None:
        """Show the plan as the report will see it, to print, save or copy."""
        if self.plan_id:
            self._commands.preview(self.plan_id)

    # The panel

    def open_item(self, item_id: int, field: str = "") -> None:
        """Open a goal in the panel, with the cursor in a field of it."""
        view = self._goal(item_id)
        if view is None:
            return
        self._show_in_panel(view)
        self.panel.show()
        self._place()
        self.panel.settle()
        self.panel.focus_field(field)

    def follow(self, ids: list[int]) -> None:
        """The open panel shows what is selected, without taking the keyboard."""
        view = self._goal(ids[0]) if len(ids) == 1 else None
        panel = self._panel
        if view and panel and not panel.isHidden() and view.id != panel.item_id:
            self._show_in_panel(view)

    def _ask_for_sides(self, goal: PlanItem) -> None:
        """A goal that was an idea says next what it is good for."""
        self._turn_to_goal(goal.id)
        self.open_item(goal.id, FOR_PERSON)

    def turn_to(self, plan_id: int) -> None:
        """Work on another of the open plans."""
        self.close_panel()
        self._drop_instead()
        self._chosen = plan_id
        self.reload()
        self.focus_first()

    def _turn_to_goal(self, item_id: int) -> None:
        """Work on the open plan that a goal is in."""
        with suppress(NotFound):
            plan_id = self.ctx.store.get(PlanItem, item_id).plan_id
            if plan_id in self.others.ids:
                self.turn_to(plan_id)

    def close_panel(self) -> None:
        """Put the panel away; what was typed is written."""
        if self._panel is None or self._panel.isHidden():
            return
        self.ctx.autosaver.flush()
        self._panel.forget()
        self._panel.hide()
        self._place()

    def horizon_of(self, item_id: int) -> Horizon:
        """The group a goal stands in."""
        view = self._goal(item_id)
        return view.item.horizon if view else Horizon.SHORT

    def _goal(self, item_id: int) -> ItemView | None:
        items = self._view.items if self._view else ()
        return next((view for view in items if view.id == item_id), None)

    def _show_in_panel(self, view: ItemView) -> None:
        self.ctx.autosaver.flush()
        self.panel.show_item(view, self._drives, self.person_id)
        self._order_tabs()

    def _refresh_panel(self) -> None:
        if self._panel is None or not self._panel.item_id:
            return
        view = self._goal(self._panel.item_id)
        if view is None:
            at_panel = holds_focus(self._panel)
            self.close_panel()
            if at_panel:
                self.focus_first()  # of its page, where Qt would look elsewhere
        else:
            self._panel.show_item(view, self._drives, self.person_id)

    def _leave_panel(self) -> None:
        item_id = self.panel.item_id
        self.close_panel()
        group = self.groups[self.horizon_of(item_id)]
        group.view.select_ids([item_id])
        group.view.setFocus()

    # What is seen

    def show_instead(self, widget: QWidget, plan_id: int) -> None:
        """Show something in the place of the plan, until `show_plan` or the end of *plan_id*."""
        self.close_panel()
        self._drop_instead()
        self._instead = widget
        self._stood = plan_id, self._state_of(plan_id)
        self._column.insertWidget(0, widget)
        widget.show()
        self._show_parts()
        self.area.verticalScrollBar().setValue(0)

    def show_plan(self) -> None:
        """Show the plan again."""
        self._drop_instead()
        self._show_parts()
        self.focus_first()

    def _state_of(self, plan_id: int) -> object:
        try:
            return self.ctx.store.get(Plan, plan_id).state
        except NotFound:
            return None

    def _follow_instead(self) -> None:
        """What is about a plan that is gone, or closed or open again, gives way to the plan."""
        plan_id, state = self._stood
        if self._instead is not None and self._state_of(plan_id) != state:
            self._drop_instead()

    def _drop_instead(self) -> None:
        if self._instead is not None:
            discard(self._instead)
            self._instead = None

    def _show_parts(self) -> None:
        own = self._instead is None
        self.header.setVisible(own and self._view is not None)
        for group in self.groups.values():
            group.setVisible(own)
        self.ideas.setVisible(own and self.ideas.is_needed)
        self.closed.setVisible(own and bool(self.closed.count()))
        self.others.setVisible(own and self.others.is_needed)
        if self._start.state is not None:
            self._start.state.setVisible(own)
        other = self._start.state if own else self._instead
        self.set_primary(there=other is not None and other.findChild(FilledButton) is not None)

    def _order_tabs(self) -> None:
        groups = (stop for group in self.groups.values() for stop in (group.view, group.edit))
        ideas = self.ideas.box.tab_stops()
        self._tabs.set_stops(
            [
                *self.others.tab_stops(),
                *groups,
                *ideas,
                *self.closed.tab_stops(),
                *(self._panel.tab_stops() if self._panel else ()),
            ]
        )

    def _arrange(self) -> None:
        inner = QWidget()
        fill_area(self.area, inner)  # first, and what is in it after that
        inner.setLayout(self._column)
        self._column.setContentsMargins(28, 10, self.area.beside_bar(28), 28)
        self._column.setSpacing(0)
        self._column.addWidget(self.header)
        self._column.addWidget(self.others)
        for group in self.groups.values():
            self._column.addSpacing(10)
            self._column.addWidget(group)
        self._column.addSpacing(10)
        for below in (self.ideas, self.closed):
            self._column.addWidget(below)
        self._column.addStretch(1)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the panel beside the goals or over them."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        place_panel(self, self.area, self._panel)
