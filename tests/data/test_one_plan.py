"""A person has one open plan; a second is refused with the next step, wherever it comes from."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from careerdesk.domain.errors import InvalidInput
from careerdesk.domain.records import Horizon, Plan, PlanState
from careerdesk.services import agreements, closing, ideas, plans, templates, trash
from careerdesk.services.store import Store
from tests.builders import TODAY, PersonBuilder, a_person
from tests.seeds import examples
from tests.stores import ask, dump

LATER = TODAY + timedelta(days=90)
NEXT_ACTION = "There's already an open plan. Close it first"


MORE_THAN_ONE = """
SELECT person_id FROM plan WHERE state <> 'closed' GROUP BY person_id HAVING count(*) > 1
"""


@pytest.fixture
def ana(store: Store) -> PersonBuilder:
    return a_person(store, "Ana")


def open_plans(store: Store, person_id: int) -> list[int]:
    """The ids of the plans that are not closed."""
    sql = f"SELECT id FROM plan WHERE state <> 'closed' AND person_id = {person_id} ORDER BY id"
    return [row[0] for row in ask(store.path, sql)]


def beside(ana: PersonBuilder, *titles: str) -> Plan:
    """A second open plan, as older stores may hold, with goals."""
    with ana.store.edit("x", person_id=ana.id) as tx:
        plan = tx.add(Plan(person_id=ana.id, title="Second", starts_on=LATER, ends_on=LATER))
        plans.add_within(tx, ana.id, Horizon.SHORT, titles, TODAY)
    return plan


@pytest.mark.parametrize("agreed", [False, True])
def test_a_second_plan_is_not_begun(ana: PersonBuilder, *, agreed: bool) -> None:
    plan_id = ana.with_goals("One").plan.id
    if agreed:
        agreements.agree(ana.store, plan_id, TODAY)
    before = dump(ana.store.path)
    with pytest.raises(InvalidInput, match=NEXT_ACTION):
        plans.start(ana.store, ana.id, "Spring", TODAY, LATER)
    assert dump(ana.store.path) == before


def test_a_closed_plan_makes_room(ana: PersonBuilder) -> None:
    closing.close(ana.store, ana.with_goals("One").plan.id, TODAY)
    plans.start(ana.store, ana.id, "Spring", TODAY, LATER)
    assert ana.plan.title == "Spring"


def test_goals_from_elsewhere_go_into_the_plan_there_is(store: Store, ana: PersonBuilder) -> None:
    plan_id = ana.with_goals("One").plan.id
    ben = a_person(store, "Ben").with_goals("Other")
    kept = templates.keep_plan(store, ben.plan.id, "Rota")
    templates.use_plan(store, kept.id, ana.id, TODAY)
    templates.duplicate(store, ben.plan.id, ana.id, TODAY)
    ideas.take(store, ideas.add(store, ana.id, ["Shadow"], TODAY)[0].id, TODAY)
    assert open_plans(store, ana.id) == [plan_id]
    assert len(plans.get(store, plan_id).items) == 4


def test_a_plan_from_the_trash_comes_back_only_beside_none(ana: PersonBuilder) -> None:
    store, plan_id = ana.store, ana.with_goals("One").plan.id
    with store.edit("Delete plan", person_id=ana.id) as tx:
        tx.trash(Plan, [plan_id], ana.id)
    ana.with_goals("Two")
    (thing,) = trash.things(store)
    before = dump(store.path)
    with pytest.raises(InvalidInput, match=f"{NEXT_ACTION}, then restore this one"):
        trash.bring_back(store, [thing.id])
    assert dump(store.path) == before
    closing.close(store, ana.plan.id, TODAY)
    trash.bring_back(store, [thing.id])
    assert open_plans(store, ana.id) == [plan_id]


def test_of_two_plans_in_the_trash_one_comes_back(ana: PersonBuilder) -> None:
    store, first = ana.store, ana.with_goals("One").plan.id
    second = beside(ana, "Two").id
    with store.edit("Delete plan", person_id=ana.id) as tx:
        tx.trash(Plan, [first, second], ana.id)
    before = dump(store.path)
    with pytest.raises(InvalidInput, match=NEXT_ACTION):
        trash.bring_back(store, [thing.id for thing in trash.things(store)])
    assert dump(store.path) == before


def test_a_closed_plan_comes_back_beside_an_open_one(ana: PersonBuilder) -> None:
    store, old = ana.store, ana.with_goals("One").plan.id
    closing.close(store, old, TODAY)
    with store.edit("Delete plan", person_id=ana.id) as tx:
        tx.trash(Plan, [old], ana.id)
    new = ana.with_goals("Two").plan.id
    trash.bring_back(store, [trash.things(store)[0].id])
    assert open_plans(store, ana.id) == [new]
    assert [plan.id for plan in plans.closed(store, ana.id)] == [old]


def test_a_person_comes_back_with_the_plan_they_had(ana: PersonBuilder) -> None:
    from careerdesk.services import people

    plan_id = ana.with_goals("One").plan.id
    people.remove(ana.store, ana.id)
    trash.bring_back(ana.store, [trash.things(ana.store)[0].id])
    assert open_plans(ana.store, ana.id) == [plan_id]


def test_of_two_open_plans_both_are_found(ana: PersonBuilder) -> None:
    first = ana.with_goals("One").plan
    second = beside(ana, "Two")
    newest = plans.of_person(ana.store, ana.id)
    assert newest.worked_on is not None
    assert (newest.worked_on.plan.id, newest.beside) == (second.id, (first,))
    chosen = plans.of_person(ana.store, ana.id, first.id)
    assert chosen.worked_on is not None
    assert (chosen.worked_on.plan.id, chosen.beside) == (first.id, (second,))


def test_goals_go_into_the_one_of_two_that_is_meant(ana: PersonBuilder) -> None:
    store, first = ana.store, ana.with_goals("One").plan.id
    beside(ana, "Two")
    plans.add_items_for(store, ana.id, Horizon.SHORT, ["Mine"], TODAY, plan_id=first)
    templates.duplicate(store, first, ana.id, TODAY, to=first)
    titles = [view.item.title for view in plans.get(store, first).items]
    assert titles == ["One", "Mine", "One", "Mine"]


def test_no_goal_goes_into_a_closed_plan(ana: PersonBuilder) -> None:
    plan_id = ana.with_goals("One").plan.id
    closing.close(ana.store, plan_id, TODAY)
    with pytest.raises(InvalidInput, match="plan is closed"):
        plans.add_items_for(ana.store, ana.id, Horizon.SHORT, ["x"], TODAY, plan_id=plan_id)


def test_of_two_open_plans_what_goes_on_goes_into_the_other(ana: PersonBuilder) -> None:
    first = ana.with_goals("One", "Both").plan.id
    second = beside(ana, "Two").id
    there = closing.close(ana.store, first, TODAY, carry=[goal.id for goal in ana.goals])
    assert there is not None
    assert there.id == second
    assert open_plans(ana.store, ana.id) == [second]
    titles = [view.item.title for view in plans.get(ana.store, second).items]
    assert titles == ["Two", "One", "Both"]


def _throw(ana: PersonBuilder) -> None:
    with ana.store.edit("Delete plan", person_id=ana.id) as tx:
        tx.trash(Plan, [ana.plan.id], ana.id)


def _undo(ana: PersonBuilder) -> None:
    """Take a step back, not beyond the first of the person."""
    ana.store.undo()
    if not ask(ana.store.path, f"SELECT 1 FROM person WHERE id = {ana.id}"):
        ana.store.redo()


Act = Callable[[PersonBuilder], object]
ACTS: dict[str, Act] = {
    "start": lambda ana: plans.start(ana.store, ana.id, "New", TODAY, LATER),
    "goal": lambda ana: plans.add_items_for(ana.store, ana.id, Horizon.SHORT, ["x"], TODAY),
    "close": lambda ana: closing.close(ana.store, ana.plan.id, TODAY),
    "carry": lambda ana: closing.close(
        ana.store, ana.plan.id, TODAY,
        carry=[view.id for view in plans.get(ana.store, ana.plan.id).items],
    ),
    "again": lambda ana: templates.duplicate(
        ana.store, plans.closed(ana.store, ana.id)[0].id, ana.id, TODAY
    ),
    "throw": _throw,
    "back": lambda ana: trash.bring_back(ana.store, [trash.things(ana.store)[0].id]),
    "undo": _undo,
    "redo": lambda ana: ana.store.redo(),
}  # fmt: skip


@settings(
    max_examples=examples(15), deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)  # fmt: skip
@given(acts=st.lists(st.sampled_from(sorted(ACTS)), max_size=14))
def test_whatever_is_done_and_undone_one_plan_is_open(store: Store, acts: list[str]) -> None:
    ana = a_person(store, "Ana").with_goals("One")
    for name in acts:
        try:
            ACTS[name](ana)
        except (InvalidInput, IndexError, AssertionError):
            continue  # refused, or there is nothing to do it with
        finally:
            assert ask(store.path, MORE_THAN_ONE) == []  # of anybody, in all examples


def test_a_closed_plan_is_opened_by_no_agreement(ana: PersonBuilder) -> None:
    old = ana.with_goals("One").plan.id
    closing.close(ana.store, old, TODAY)
    ana.with_goals("Two")
    for act in (
        lambda: agreements.agree(ana.store, old, TODAY),
        lambda: agreements.back_to_draft(ana.store, old),
    ):
        with pytest.raises(InvalidInput):
            act()
    assert plans.get(ana.store, old).plan.state is PlanState.CLOSED


def test_days_of_plans_need_no_order(ana: PersonBuilder) -> None:
    ana.with_goals("One")
    with pytest.raises(InvalidInput, match=NEXT_ACTION):
        plans.start(ana.store, ana.id, "Long ago", date(2020, 1, 1), date(2020, 6, 1))
