"""What the brief names, why, and in which order."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from careerdesk.domain.brief import due_promises, look_at, to_look_at
from careerdesk.domain.records import (
    Horizon,
    ItemState,
    Owner,
    Person,
    PlanItem,
    Promise,
)
from careerdesk.domain.views import Reason

TODAY = date(2026, 11, 17)
ANA = Person(given_name="Ana", cadence_days=14)


def a_goal(
    state: ItemState = ItemState.ON_TRACK,
    *,
    due_in: int | None = None,
    untouched: int = 0,
    key: int = 1,
) -> PlanItem:
    due_on = None if due_in is None else TODAY + timedelta(days=due_in)
    return PlanItem(
        id=key,
        plan_id=1,
        horizon=Horizon.SHORT,
        title="x",
        state=state,
        due_on=due_on,
        touched_on=TODAY - timedelta(days=untouched),
    )


@pytest.mark.parametrize(
    ("goal", "reason", "days"),
    [
        (a_goal(ItemState.BLOCKED, due_in=-9, untouched=3), Reason.BLOCKED, 3),
        (a_goal(ItemState.AT_RISK, due_in=-9), Reason.LATE, 9),
        (a_goal(ItemState.AT_RISK, due_in=3, untouched=5), Reason.AT_RISK, 5),
        (a_goal(due_in=0), Reason.DUE_SOON, 0),
        (a_goal(due_in=14), Reason.DUE_SOON, 14),
        (a_goal(untouched=29), Reason.STALE, 29),
        (a_goal(due_in=-1, untouched=99), Reason.LATE, 1),
    ],
)
def test_the_strongest_reason_is_named(goal: PlanItem, reason: Reason, days: int) -> None:
    found = look_at(goal, ANA, TODAY)
    assert found is not None
    assert (found.reason, found.days) == (reason, days)


@pytest.mark.parametrize(
    "goal",
    [
        a_goal(),
        a_goal(due_in=15),
        a_goal(untouched=28),
        a_goal(ItemState.DONE, due_in=-9, untouched=99),
        a_goal(ItemState.DROPPED, due_in=-9, untouched=99),
    ],
)
def test_what_is_well_is_not_named(goal: PlanItem) -> None:
    assert look_at(goal, ANA, TODAY) is None


def test_goals_come_by_the_weight_of_the_reason_then_in_the_plans_order() -> None:
    goals = [
        a_goal(untouched=50, key=1),
        a_goal(due_in=1, key=2),
        a_goal(ItemState.BLOCKED, key=3),
        a_goal(due_in=-1, key=4),
        a_goal(ItemState.AT_RISK, key=5),
        a_goal(ItemState.BLOCKED, key=6),
    ]
    assert [look.item.id for look in to_look_at(goals, ANA, TODAY)] == [3, 6, 5, 4, 2, 1]


def a_promise(key: int, owner: Owner, due_in: int | None, *, done: bool = False) -> Promise:
    due_on = None if due_in is None else TODAY + timedelta(days=due_in)
    done_on = TODAY if done else None
    return Promise(id=key, person_id=1, text="x", owner=owner, due_on=due_on, done_on=done_on)


def test_mine_come_first_the_oldest_first_and_those_without_a_day_last() -> None:
    promises = [
        a_promise(1, Owner.THEM, -20),
        a_promise(2, Owner.ME, None),
        a_promise(3, Owner.ME, 5),
        a_promise(4, Owner.ME, -5),
        a_promise(5, Owner.ME, -50, done=True),
        a_promise(6, Owner.THEM, None),
    ]
    assert [promise.id for promise in due_promises(promises)] == [4, 3, 2, 1, 6]
