"""The day a goal was reached is changed by nothing but itself and the state."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from careerdesk.data.queries.reviews import evidence
from careerdesk.domain.errors import InvalidInput
from careerdesk.domain.records import Horizon, ItemState
from careerdesk.services import (
    actions,
    agreements,
    closing,
    key_result_values,
    key_results,
    objectives,
    plans,
)
from careerdesk.services.store import Store
from tests.builders import TODAY, PersonBuilder, a_person
from tests.seeds import examples

EVER = (date(2000, 1, 1), date(2100, 1, 1))
Edit = Callable[[PersonBuilder, date], object]


def goal(ana: PersonBuilder) -> int:
    """The goal that was reached."""
    return ana.goals[0].id


def result(ana: PersonBuilder) -> int:
    """Its key result; there is none once it is deleted."""
    return plans.item(ana.store, goal(ana)).key_results[0].id


def told(**fields: object) -> Edit:
    """Fields of the goal are set."""
    return lambda ana, on: plans.change_item(ana.store, goal(ana), today=on, **fields)


EDITS: dict[str, Edit] = {
    "title": told(title="Loads are done by five"),
    "due": told(due_on=date(2027, 3, 1)),
    "sides": told(for_person="Calm", for_business="Less"),
    "private": told(private_note="psst"),
    "onboarding": told(onboarding=True),
    "committed": told(committed=False),
    "same state": lambda ana, on: plans.set_state(ana.store, [goal(ana)], ItemState.DONE, on),
    "moved": lambda ana, _: plans.move_items(ana.store, [goal(ana)], Horizon.LONGER, None),
    "measure": lambda ana, on: key_results.add(ana.store, goal(ana), "More", today=on),
    "value": lambda ana, on: key_results.change(
        ana.store, result(ana), today=on, current=5.0
    ),
    "target": lambda ana, on: key_results.change(ana.store, result(ana), today=on, target=7.0),
    "reading": lambda ana, on: key_result_values.add(ana.store, result(ana), on, 3.0, today=on),
    "no measure": lambda ana, _: key_results.remove(ana.store, result(ana)),
    "step": lambda ana, on: actions.add(ana.store, goal(ana), ["Call"], today=on),
    "motivators": lambda ana, _: plans.set_item_motivators(
        ana.store, goal(ana), [ana.motivators[0].id]
    ),
    "objective": lambda ana, on: plans.change_item(
        ana.store, goal(ana), today=on, objective_id=objectives.add(ana.store, ["Earlier"])[0].id
    ),
    "agreed": lambda ana, on: agreements.agree(ana.store, ana.plan.id, on, today=on),
    "score": lambda ana, on: plans.change_item(ana.store, goal(ana), today=on, score=0.5),
    "undone": lambda ana, _: ana.store.undo(),
    "deleted and back": lambda ana, _: (
        plans.remove_items(ana.store, [goal(ana)]), ana.store.undo()
    ),
    "closed": lambda ana, on: closing.close(ana.store, ana.plan.id, on, carry=[goal(ana)]),
}  # fmt: skip


def reached(ana: PersonBuilder) -> list[tuple[int, date]]:
    """The reached goals that a review may cite, with their days."""
    with ana.store.aside() as tx:
        found = list(tx.read(lambda c: list(evidence.found(c, ana.id, *EVER))))
    return [(one.id, one.on) for one in found if isinstance(one, evidence.GoalFound)]


def one_reached(store: Store) -> PersonBuilder:
    """Somebody with a measured goal that was reached, and a step after that to take back."""
    ana = a_person(store, "Ana").driven_by("Craft").with_goals("Loads are done by six").citable()
    key_results.add(store, goal(ana), "Late loads")
    plans.set_state(store, [goal(ana)], ItemState.DONE, TODAY)
    plans.change(store, ana.plan.id, title="Half")
    return ana


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_no_edit_but_of_the_day_or_the_state_moves_it(store: Store, edit: Edit) -> None:
    ana = one_reached(store)
    edit(ana, TODAY + timedelta(days=3))
    assert reached(ana) == [(goal(ana), TODAY)]


@settings(
    max_examples=examples(12), deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)  # fmt: skip
@given(edits=st.lists(st.sampled_from(sorted(EDITS)), min_size=2, max_size=8))
def test_any_number_of_them_does_not_either(store: Store, edits: list[str]) -> None:
    ana = one_reached(store)
    for later, name in enumerate(edits, 1):
        if name == "undone" and store.undo_name == "Set status":
            continue
        with suppress(IndexError, AssertionError, InvalidInput):  # nothing left to do it with
            EDITS[name](ana, TODAY + timedelta(days=later))
        assert reached(ana) == [(goal(ana), TODAY)]


def test_a_goal_that_became_personal_is_cited_no_longer_and_keeps_its_day(store: Store) -> None:
    ana = one_reached(store)
    for fields, found in (
        ({"personal": True}, []),
        ({"personal": False, "may_be_cited": True}, [(goal(ana), TODAY)]),
    ):
        told(**fields)(ana, TODAY + timedelta(days=3))
        assert reached(ana) == found
        assert plans.item(store, goal(ana)).item.reached_on == TODAY


def test_the_day_and_the_state_move_it(store: Store) -> None:
    ana = a_person(store, "Ana").with_goals("One").citable()
    plans.set_state(store, [goal(ana)], ItemState.DONE, TODAY)
    plans.change_item(store, goal(ana), today=TODAY + timedelta(9), reached_on=TODAY + timedelta(2))
    assert reached(ana) == [(goal(ana), TODAY + timedelta(days=2))]
    plans.set_state(store, [goal(ana)], ItemState.AT_RISK, TODAY + timedelta(days=9))
    assert reached(ana) == []
