"""The plan of a person: goals in two groups, put in order by hand, with a panel for details."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.domain.records import (
    Drive,
    Horizon,
    ItemMotivator,
    ItemState,
    KeyResult,
    Motivator,
    Plan,
    PlanItem,
)
from careerdesk.domain.views import ItemView, MotivatorView, PlanView
from careerdesk.services import discovery, people, plans
from careerdesk.services.store import Changes
from careerdesk.ui import names
from careerdesk.ui.context import Context
from careerdesk.ui.errors import guard
from careerdesk.ui.pages.close_plan import ClosePlanForm, Closing
from careerdesk.ui.pages.closed_plans import ClosedPlans, ClosedPlanView
from careerdesk.ui.pages.doing import succeeded
from careerdesk.ui.pages.item_panel import ItemPanel
from careerdesk.ui.pages.page import Page
from careerdesk.ui.pages.plan_groups import GoalList, PlanGroup
from careerdesk.ui.pages.plan_header import PlanHeader
from careerdesk.ui.texts import tr
from careerdesk.ui.widgets.discard import discard
from careerdesk.ui.widgets.empty_state import EmptyState, Step

PAGE_KEYS: tuple[tuple[str, str], ...] = (
    ("1, 2, 3, 4, 5, 6", "Not started, on track, at risk, blocked, done, dropped"),
    ("Shift+Return", "Add the goal and open it"),
    ("Esc", "Close the goal"),
)
WIDEST = 1320
LEAST_BESIDE = 480  # of the list; where there is less, the panel lies over it
ADD_FIRST = "emptyPlanAdd"
DISCOVER_FIRST = "emptyPlanDiscover"


class PlanPage(Page):
    """Shows the plan a person works on, and closed ones to read."""

    watches = (Plan, PlanItem, KeyResult, ItemMotivator, Motivator)

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Show nobody yet."""
        super().__init__(ctx, parent)
        self._view: PlanView | None = None
        self._drives: list[MotivatorView] = []
        self._typing = False
        self._empty: EmptyState | None = None
        self._over: QWidget | None = None
        self.setObjectName(names.PLAN_TAB)
        self.header = PlanHeader(ctx.theme, ctx.clock.today)
        self.groups = {horizon: PlanGroup(ctx, horizon) for horizon in Horizon}
        self.closed = ClosedPlans(ctx.theme)
        self.panel = ItemPanel(ctx, self)
        self.panel.hide()
        self._area = QScrollArea(self)
        self._column = QVBoxLayout()
        self._arrange()
        self._connect()

    @property
    def plan_id(self) -> int:
        """The plan that is worked on; 0 for none."""
        return self._view.plan.id if self._view else 0

    @override
    def show_person(self, person_id: int) -> None:
        if person_id != self.person_id:
            self.close_panel()
            self._drop_over()
            self._drop_empty()
        super().show_person(person_id)

    @override
    def refresh(self) -> None:
        store = self.ctx.store
        self._view = plans.active(store, self.person_id)
        drives = discovery.motivators(store, self.person_id)
        self._drives = [view for view in drives if view.motivator.drive is Drive.DRIVES]
        today = self.ctx.clock.today()
        plan = self._view.plan if self._view else None
        self.header.set_plan(plan)
        for horizon, group in self.groups.items():
            group.show_goals(plan, self._goals(horizon), droppable=self._has_goals())
        self.closed.show_plans(plans.closed(store, self.person_id), today)
        self._refresh_panel()
        self._show_parts()

    @override
    def focus_first(self) -> None:
        for group in self.groups.values():
            if group.model.rowCount():
                _go_to(group.view, group.view.currentIndex().row())
                return
        self.groups[Horizon.SHORT].edit.setFocus()

    def new_item(self) -> None:
        """Put the cursor where a goal is typed: in the group worked on, else short term."""
        self._drop_over()
        self._show_parts()
        group = self._focused_group() or self.groups[Horizon.SHORT]
        group.edit.setFocus()
        self._area.ensureWidgetVisible(group.edit)

    def move_up(self) -> None:
        """Move the selected goals one place up."""
        self._selected_list().move_up()

    def move_down(self) -> None:
        """Move the selected goals one place down."""
        self._selected_list().move_down()

    def export(self) -> None:
        """Show the plan as the report will see it, to print, save or copy."""
        if self.plan_id:
            self._preview(self.plan_id)

    def open_item(self, item_id: int, field: str = "") -> None:
        """Open a goal in the panel, with the cursor in a field of it."""
        view = self._goal(item_id)
        if view is None:
            return
        self.ctx.autosaver.flush()
        self.panel.show_item(view, self._drives)
        self.panel.show()
        self._place()
        self.panel.focus_field(field)

    def close_panel(self) -> None:
        """Put the panel away; what was typed is written."""
        if self.panel.isHidden():
            return
        self.ctx.autosaver.flush()
        self.panel.forget()
        self.panel.hide()
        self._place()

    def _goals(self, horizon: Horizon) -> list[ItemView]:
        items = self._view.items if self._view else ()
        return [view for view in items if view.item.horizon is horizon]

    def _has_goals(self) -> bool:
        return self._view is not None and bool(self._view.items)

    def _goal(self, item_id: int) -> ItemView | None:
        items = self._view.items if self._view else ()
        return next((view for view in items if view.id == item_id), None)

    def _refresh_panel(self) -> None:
        if not self.panel.item_id:
            return
        view = self._goal(self.panel.item_id)
        if view is None:
            self.close_panel()
        else:
            self.panel.show_item(view, self._drives, typing=self._typing)

    @override
    @Slot(object)
    def _heard(self, changes: Changes) -> None:
        self._typing = changes.origin is self.panel
        super()._heard(changes)
        self._typing = False

    def _arrange(self) -> None:
        inner = QWidget()
        inner.setLayout(self._column)
        inner.setMaximumWidth(WIDEST)
        self._column.setContentsMargins(24, 10, 24, 28)
        self._column.setSpacing(0)
        self._column.addWidget(self.header)
        for group in self.groups.values():
            self._column.addSpacing(10)
            self._column.addWidget(group)
        self._column.addWidget(self.closed)
        self._column.addStretch(1)
        self._area.setWidgetResizable(True)
        self._area.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(inner)
        QWidget.setTabOrder(self._area, self.panel)

    def _connect(self) -> None:
        header = self.header
        header.agree_wanted.connect(self._agree)
        header.draft_wanted.connect(self._back_to_draft)
        header.export_wanted.connect(self.export)
        header.close_wanted.connect(self._start_closing)
        header.title_edited.connect(self._retitle)
        header.period_picked.connect(self._change_period)
        self.closed.opened.connect(self._open_closed)
        self.panel.closed.connect(self._leave_panel)
        self.panel.remove_wanted.connect(self._remove_one)
        for group in self.groups.values():
            self._connect_group(group)

    def _connect_group(self, group: PlanGroup) -> None:
        group.add_wanted.connect(self._add)
        group.add_and_open_wanted.connect(self._add_and_open)
        group.hint_wanted.connect(self.open_item)
        view = group.view
        view.opened.connect(self.open_item)
        view.remove_requested.connect(self._remove)
        view.state_requested.connect(self._set_state)
        view.move_requested.connect(self._move)
        view.moved_beyond.connect(self._move_across)
        view.selectionModel().selectionChanged.connect(self._selected)

    # What the user wants with goals

    def _add(self, horizon: Horizon, titles: list[str]) -> None:
        added = self._added(horizon, titles)
        if len(added) > 1:
            self.ctx.notices.toast(tr("{n} goals added").format(n=len(added)), undo=True)
        if added:
            edit = self.groups[horizon].edit
            edit.setFocus()
            self._area.ensureWidgetVisible(edit)

    def _add_and_open(self, horizon: Horizon, title: str) -> None:
        for item in self._added(horizon, [title]):
            self.groups[horizon].view.select_ids([item.id])
            self.open_item(item.id)

    def _added(self, horizon: Horizon, titles: list[str]) -> list[PlanItem]:
        store, today = self.ctx.store, self.ctx.clock.today()
        self.ctx.autosaver.flush()
        added = guard(self.ctx, plans.add_items_for, store, self.person_id, horizon, titles, today)
        if added is None:
            self.groups[horizon].edit.setText(" ".join(titles))
        return added or []

    def _move(self, ids: list[int], before_id: int | None) -> None:
        view = self.sender()
        horizon = next((h for h, group in self.groups.items() if group.view is view), None)
        if horizon is not None:
            self._move_to(ids, horizon, before_id)

    def _move_to(self, ids: list[int], horizon: Horizon, before_id: int | None) -> bool:
        today = self.ctx.clock.today()
        return succeeded(self.ctx, plans.move_items, self.ctx.store, ids, horizon, before_id, today)

    def _move_across(self, ids: list[int], direction: int) -> None:
        target = Horizon.LONGER if direction > 0 else Horizon.SHORT
        group = self.groups[target]
        if self.sender() is group.view:
            return
        first = group.model.id_at(0) if direction > 0 and group.model.rowCount() else None
        if self._move_to(ids, target, first):
            group.view.setFocus()
            group.view.show_moved(ids)

    def _set_state(self, ids: list[int], state: ItemState) -> None:
        today = self.ctx.clock.today()
        succeeded(self.ctx, plans.set_state, self.ctx.store, ids, state, today)

    def _remove(self, ids: list[int]) -> None:
        group = self.groups[self._goal_horizon(ids[0])]
        row = group.model.row_of(ids[0])
        if succeeded(self.ctx, plans.remove_items, self.ctx.store, ids):
            text = tr("Goal deleted") if len(ids) == 1 else tr("{n} goals deleted")
            self.ctx.notices.toast(text.format(n=len(ids)), undo=True)
            if group.model.rowCount():
                _go_to(group.view, row)
            else:
                group.edit.setFocus()

    def _remove_one(self, item_id: int) -> None:
        self._remove([item_id])

    def _goal_horizon(self, item_id: int) -> Horizon:
        view = self._goal(item_id)
        return view.item.horizon if view else Horizon.SHORT

    @Slot(QItemSelection, QItemSelection)
    def _selected(self, chosen: QItemSelection, _left: QItemSelection) -> None:
        if chosen.isEmpty():
            return
        for group in self.groups.values():
            if group.view.selectionModel() is not self.sender():
                group.view.clearSelection()
            elif not self.panel.isHidden():
                self._follow(group.view.selected_ids())

    def _follow(self, ids: list[int]) -> None:
        """The open panel shows what is selected, without taking the keyboard."""
        view = self._goal(ids[0]) if len(ids) == 1 else None
        if view is not None and view.id != self.panel.item_id:
            self.ctx.autosaver.flush()
            self.panel.show_item(view, self._drives)

    def _leave_panel(self) -> None:
        item_id = self.panel.item_id
        self.close_panel()
        group = self.groups[self._goal_horizon(item_id)]
        group.view.select_ids([item_id])
        group.view.setFocus()

    def _selected_list(self) -> GoalList:
        for group in self.groups.values():
            if group.view.selected_ids():
                return group.view
        return self.groups[Horizon.SHORT].view

    def _focused_group(self) -> PlanGroup | None:
        inside = self.focusWidget()
        found = (g for g in self.groups.values() if inside in (g.view, g.edit))
        return next(found, None)

    # What the user wants with the plan

    def _agree(self) -> None:
        today = self.ctx.clock.today()
        if succeeded(self.ctx, plans.agree, self.ctx.store, self.plan_id, today):
            self.header.export.setFocus()

    def _back_to_draft(self) -> None:
        succeeded(self.ctx, plans.agree, self.ctx.store, self.plan_id, None)

    def _retitle(self, title: str) -> None:
        from functools import partial

        key = f"plan-{self.plan_id}-title"
        write = partial(plans.change, self.ctx.store, self.plan_id, merge=key, title=title)
        self.ctx.autosaver.touch(key, write)

    def _change_period(self, starts_on: object, ends_on: object) -> None:
        change, store = plans.change, self.ctx.store
        if not succeeded(
            self.ctx, change, store, self.plan_id, starts_on=starts_on, ends_on=ends_on
        ):
            self.reload()

    def _start_closing(self) -> None:
        if self._view is None:
            return
        self.ctx.autosaver.flush()
        self.close_panel()
        form = ClosePlanForm(self.ctx.theme, self._view)
        form.confirmed.connect(self._close)
        form.cancelled.connect(self._stop_over)
        self._show_over(form)
        form.focus_first()

    def _close(self, closing: Closing) -> None:
        today = self.ctx.clock.today()
        store, plan_id = self.ctx.store, self.plan_id
        details = (closing.summary, closing.scores, closing.carry)
        if succeeded(self.ctx, plans.close, store, plan_id, today, *details):
            self._stop_over()
            self.ctx.notices.toast(tr("Plan closed"), undo=True)

    def _open_closed(self, plan_id: int) -> None:
        view = guard(self.ctx, plans.get, self.ctx.store, plan_id)
        if view is None:
            return
        self.close_panel()
        over = ClosedPlanView(self.ctx.theme, view, self.ctx.clock.today())
        over.back_wanted.connect(self._stop_over)
        over.export_wanted.connect(self._preview)
        self._show_over(over)
        over.back.setFocus()

    def _preview(self, plan_id: int) -> None:
        from careerdesk.ui.dialogs.plan_preview import PlanPreview

        self.ctx.autosaver.flush()
        preview = guard(self.ctx, PlanPreview, self.ctx, plan_id, self)
        if preview is not None:
            preview.open()

    # What is seen

    def _show_over(self, over: QWidget) -> None:
        """Show something in the place of the plan."""
        self._drop_over()
        self._over = over
        self._column.insertWidget(0, over)
        over.show()
        self._show_parts()
        self._area.verticalScrollBar().setValue(0)

    def _drop_over(self) -> None:
        if self._over is not None:
            discard(self._over)
            self._over = None

    def _stop_over(self) -> None:
        self._drop_over()
        self._show_parts()
        self.focus_first()

    def _show_parts(self) -> None:
        own = self._over is None
        blank = self._view is None and own
        self.header.setVisible(own and not blank)
        for group in self.groups.values():
            group.setVisible(own)
        self.closed.setVisible(own and bool(self.closed.count()))
        if blank and self._empty is None:
            self._empty = self._empty_state()
            self._column.insertWidget(0, self._empty)
        if self._empty is not None:
            self._empty.setVisible(blank)

    def _drop_empty(self) -> None:
        if self._empty is not None:
            discard(self._empty)
            self._empty = None

    def _empty_state(self) -> EmptyState:
        person = people.get(self.ctx.store, self.person_id)
        title = tr("Make a first plan with {name}").format(name=person.short_name)
        if self.closed.count():
            title = tr("Make the next plan with {name}").format(name=person.short_name)
        sentence = tr(
            "Two or three outcomes that {name} wants and the team needs. "
            "The plan begins with the first goal."
        ).format(name=person.short_name)
        empty = EmptyState(self.ctx.theme, title, sentence, _first_steps(bool(self._drives)))
        empty.chosen.connect(self._first_step)
        return empty

    def _first_step(self, key: str) -> None:
        if key == DISCOVER_FIRST:
            self.ctx.navigator.open(self.person_id, "discovery")
        else:
            self.new_item()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        """The panel beside the list, or over it where the page is narrow."""
        width = self.width()
        panel = 0 if self.panel.isHidden() else self._panel_width()
        beside = panel if width - panel >= LEAST_BESIDE else 0
        mirror = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self._area.setGeometry(beside if mirror else 0, 0, width - beside, self.height())
        if panel:
            self.panel.setGeometry(0 if mirror else width - panel, 0, panel, self.height())
            self.panel.raise_()

    def _panel_width(self) -> int:
        wanted = self.panel.sizeHint().width()
        roomy = round(wanted * 400 / 344)
        return roomy if self.width() >= WIDEST else wanted


def _first_steps(drives: bool) -> list[Step]:
    steps = [
        Step(
            ADD_FIRST,
            "plan",
            tr("Start with an outcome"),
            tr("What will be true when it is reached? Not what there is to do."),
            tr("Add a first goal"),
        )
    ]
    if not drives:
        steps.append(
            Step(
                DISCOVER_FIRST,
                "discovery",
                tr("Not sure what moves them?"),
                tr("A plan that holds starts with that. Ask one question first."),
                tr("Choose a question"),
            )
        )
    return steps


def _go_to(view: GoalList, row: int) -> None:
    """Select a row, or the nearest there is, and give the list the keyboard."""
    count = view.model().rowCount()
    at = min(max(row, 0), count - 1)
    view.select_ids([view.ordered_model().id_at(at)])
    view.setFocus()
