"""What the cards of a plan show beside the goals: steps, the aspiration, and how values went."""

from __future__ import annotations

from careerdesk.data.queries import goal_cards as queries
from careerdesk.data.store import Store
from careerdesk.domain.records import Person
from careerdesk.domain.standing import away_on
from careerdesk.domain.views import ItemView, PlanView
from careerdesk.services import key_result_values


def with_cards(store: Store, view: PlanView | None, person: Person | None) -> PlanView | None:
    """The person's plan with all that its cards show; two statements, however many goals."""
    if view is None or not view.items:
        return view
    around = store.read(queries.around, view.plan.id)
    values = key_result_values.values_of_plan(store, view.plan.id)
    return PlanView(view.plan, tuple(_whole(goal, around, values, person) for goal in view.items))


def _whole(
    goal: ItemView,
    around: dict[int, queries.Around],
    values: dict[int, tuple[float, ...]],
    person: Person | None,
) -> ItemView:
    steps, done, aspiration = around.get(goal.id, (0, 0, None))
    known = tuple((one.id, values[one.id]) for one in goal.key_results if one.id in values)
    due = goal.item.due_on
    away = person is not None and due is not None and away_on(person, due)
    return ItemView(
        goal.item, goal.motivators, goal.key_results, goal.objective, aspiration, done, steps,
        known, away,
    )  # fmt: skip
