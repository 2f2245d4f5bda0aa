"""Coming to a text of a goal or of what belongs to one that a search found."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from careerdesk.domain.loop import Action, GoalChange, Idea, KeyResultValue
from careerdesk.domain.records import KeyResult, Plan, PlanItem
from careerdesk.services.versions import TextRef
from careerdesk.ui.widgets.landing import choose_record, go_to_widget, land, land_in_list

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from careerdesk.ui.base.context import Context
    from careerdesk.ui.base.navigation import Destination
    from careerdesk.ui.plan.closed_plans import ClosedPlans, ClosedPlanView
    from careerdesk.ui.plan.item_panel import ItemPanel
    from careerdesk.ui.plan.key_results import ResultEditor
    from careerdesk.ui.plan.plan_header import PlanHeader


class PlanArrival(Protocol):
    """The page of a plan, as far as one comes to something on it."""

    ctx: Context
    header: PlanHeader
    closed: ClosedPlans

    @property
    def panel(self) -> ItemPanel:
        """The panel of a goal."""

    @property
    def plan_id(self) -> int:
        """The plan that is worked on."""

    def turn_to(self, plan_id: int) -> None:
        """Work on this one of the open plans."""

    def open_closed(self, plan_id: int) -> ClosedPlanView | None:
        """Show a closed plan."""

    def show_plan(self) -> None:
        """Show the plan that is worked on, and nothing in its place."""

    def open_item(self, item_id: int, field: str = "") -> None:
        """Open a goal in the panel."""


def arrive(page: PlanArrival, widget: QWidget, to: Destination) -> bool:
    """Show the text of a plan or a goal on the page *widget*. Raises `NotFound` if deleted."""
    page.show_plan()
    if to.id_of(Idea):
        return land_in_list(widget, Idea, to.id_of(Idea))
    goal_id = to.id_of(PlanItem)
    plan_id = to.id_of(Plan) or page.ctx.store.get(PlanItem, goal_id).plan_id
    if plan_id in page.closed.ids:
        return _in_closed(page, plan_id, to)
    if plan_id != page.plan_id:
        page.turn_to(plan_id)
    if plan_id != page.plan_id:
        return False
    if not goal_id:
        page.header.edit()
        return land(page.header, to) or to.field == "summary"  # said again when it is closed
    page.open_item(goal_id)
    return page.panel.item_id == goal_id and _in_panel(page.panel, page, to)


def _in_panel(panel: ItemPanel, page: PlanArrival, to: Destination) -> bool:
    store = page.ctx.store
    if action_id := to.id_of(Action):
        return choose_record(panel.steps.list, action_id)
    if reading_id := to.id_of(KeyResultValue):
        editor = _unfolded(panel, store.get(KeyResultValue, reading_id).result_id)
        return editor is not None and choose_record(editor.history.list, reading_id)
    if change_id := to.id_of(GoalChange):
        return _to_change(panel, store.get(GoalChange, change_id), to)
    if result_id := to.id_of(KeyResult):
        return _to_result(panel, result_id, to)
    return land(panel, to) or to.field == "score_words"  # which wait until it is done again


def _to_change(panel: ItemPanel, change: GoalChange, to: Destination) -> bool:
    """A change of a target, which stands there in the place of the last one; else the goal."""
    editor = _unfolded(panel, change.result_id or 0)
    if editor is None:
        panel.focus_field("")
        return True
    editor.why.show_change(change)
    return land(editor, to)


def _to_result(panel: ItemPanel, result_id: int, to: Destination) -> bool:
    """Its name is a text; its figures stand on the button that unfolds it."""
    editor, row = _unfolded(panel, result_id), panel.results.row_of(result_id)
    if editor is not None and row is not None and not land(editor, to):
        go_to_widget(row.button)
    return editor is not None


def _unfolded(panel: ItemPanel, result_id: int) -> ResultEditor | None:
    row = panel.results.row_of(result_id)
    if row is None:
        return None
    row.toggle(shown=True)
    return row.editor


def _in_closed(page: PlanArrival, plan_id: int, to: Destination) -> bool:
    view = page.open_closed(plan_id)
    if view is None or to.record is None:
        return False
    kind, record_id = to.record
    if kind is KeyResult:
        to = replace(to, field="name")  # beside which its figures stand
    if land(view, to):
        return True
    text = str(getattr(page.ctx.store.get(kind, record_id), to.field))
    view.add_words(to.id_of(PlanItem), TextRef(kind, record_id, to.field), text)
    return land(view, to)
