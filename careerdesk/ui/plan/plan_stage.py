"""What the commands of the plan page need of it, so that they need not know the page."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtWidgets import QWidget

from careerdesk.domain.records import Horizon
from careerdesk.ui.base.context import Context
from careerdesk.ui.plan.closed_plans import ClosedPlans
from careerdesk.ui.plan.item_panel import ItemPanel
from careerdesk.ui.plan.plan_groups import PlanGroup
from careerdesk.ui.plan.plan_header import PlanHeader


class PlanStage(Protocol):
    """The parts of the page, and what can be shown on it."""

    ctx: Context
    person_id: int
    header: PlanHeader
    groups: dict[Horizon, PlanGroup]
    closed: ClosedPlans
    panel: ItemPanel

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
