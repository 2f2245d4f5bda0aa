"""Plans: goals in the order one gives them, measured, carried over when the plan is closed."""

from __future__ import annotations

import math
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from careerdesk.domain.errors import InvalidInput, NotFound
from careerdesk.domain.records import Horizon, ItemState, Measure, PlanState
from careerdesk.services import closing, key_results, plans, trash
from careerdesk.services.store import Store
from tests.builders import TODAY, PersonBuilder, a_person
from tests.stores import ask, dump

SHORT, LONGER = Horizon.SHORT, Horizon.LONGER
TOMORROW = TODAY + timedelta(days=1)


@pytest.fixture
def ana(store: Store) -> PersonBuilder:
    return a_person(store, "Ana")


def seen(ana: PersonBuilder, horizon: Horizon = SHORT) -> list[str]:
    """The goals of a group, from top to bottom."""
    view = plans.active(ana.store, ana.id)
    assert view is not None
    return [each.item.title for each in view.items if each.item.horizon is horizon]


def test_the_first_goals_begin_a_plan_in_the_same_step(store: Store, ana: PersonBuilder) -> None:
    assert plans.active(store, ana.id) is None
    ana.with_goals("One", "Two").with_goals("Far", horizon=LONGER)
    assert (seen(ana), seen(ana, LONGER)) == (["One", "Two"], ["Far"])
    assert ana.plan.starts_on == TODAY
    assert ana.plan.ends_on > TODAY
    store.undo()
    store.undo()
    assert plans.active(store, ana.id) is None


def test_one_empty_title_among_many_adds_nothing(store: Store, ana: PersonBuilder) -> None:
    with pytest.raises(InvalidInput, match="The goal can't be blank"):
        ana.with_goals("One", "", "Two")
    assert plans.active(store, ana.id) is None


def test_goals_are_moved_within_a_group_and_between_groups(ana: PersonBuilder) -> None:
    ana.with_goals("One", "Two", "Three").with_goals("Far", "Out", horizon=LONGER)
    one, two, three, far, _out = (goal.id for goal in ana.goals)
    plans.move_items(ana.store, [three], SHORT, one)
    assert seen(ana) == ["Three", "One", "Two"]
    plans.move_items(ana.store, [two, three], LONGER, far)
    assert seen(ana) == ["One"]
    assert sorted(seen(ana, LONGER)[:2]) == ["Three", "Two"]
    assert seen(ana, LONGER)[2:] == ["Far", "Out"]
    plans.move_items(ana.store, [far], SHORT, None)
    assert seen(ana) == ["One", "Far"]


def test_a_move_writes_one_row_and_moving_to_the_same_place_none(
    store: Store, ana: PersonBuilder
) -> None:
    ana.with_goals(*(f"{n}" for n in range(50)))
    first, *_, last = (goal.id for goal in ana.goals)
    heard = []
    stop = store.subscribe(heard.append)
    plans.move_items(store, [last], SHORT, first)
    plans.move_items(store, [last], SHORT, last)
    plans.move_items(store, [last], SHORT, first)
    stop()
    assert [len(changes.all) for changes in heard] == [1]
    assert store.undo_name == "Move goal"


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(
            st.lists(st.integers(0, 5), min_size=1, max_size=3, unique=True),
            st.sampled_from(Horizon),
            st.none() | st.integers(0, 5),
        ),
        min_size=1,
        max_size=12,
    )
)
def test_any_moves_keep_every_goal_in_one_place(
    store: Store, moves: list[tuple[list[int], Horizon, int | None]]
) -> None:
    ana = a_person(store).with_goals("a", "b", "c", "d").with_goals("e", "f", horizon=LONGER)
    keys = [goal.id for goal in ana.goals]
    for chosen, horizon, before in moves:
        before_id = None if before is None else keys[before]
        plans.move_items(store, [keys[n] for n in chosen], horizon, before_id)
        assert sorted(seen(ana) + seen(ana, LONGER)) == ["a", "b", "c", "d", "e", "f"]
        assert {"abcdef"[n] for n in chosen} <= set(seen(ana, horizon))
        again = ask(store.path, "SELECT count(*) FROM plan_item GROUP BY plan_id, horizon, rank")
        assert set(again) == {(1,)}


def test_a_goal_keeps_all_it_is_told(store: Store, ana: PersonBuilder) -> None:
    goal = ana.with_goals("One").goals[0].id
    plans.change_item(
        store, goal, today=TOMORROW, title=" Two ", due_on=date(2028, 2, 29), committed=False,
        for_person="a\nb", for_business="c", private_note="d",
    )  # fmt: skip
    stored = plans.item(store, goal).item
    assert (stored.title, stored.due_on, stored.committed) == ("Two", date(2028, 2, 29), False)
    assert (stored.for_person, stored.for_business, stored.private_note) == ("a\nb", "c", "d")
    assert stored.touched_on == TOMORROW


@pytest.mark.parametrize(
    "fields", [{"title": ""}, {"title": "x" * 501}, {"for_person": "x" * 1_000_001}]
)
def test_what_a_goal_cannot_be_is_refused(
    store: Store, ana: PersonBuilder, fields: dict[str, object]
) -> None:
    goal = ana.with_goals("One").goals[0].id
    before = dump(store.path)
    with pytest.raises(InvalidInput):
        plans.change_item(store, goal, today=TOMORROW, **fields)
    assert dump(store.path) == before


def test_a_personal_goal_may_not_be_cited(store: Store, ana: PersonBuilder) -> None:
    """Becoming personal takes the word back, in one step; it would be settled again."""
    goal = ana.with_goals("Four days a week").citable().goals[0].id
    before = dump(store.path)
    plans.change_item(store, goal, today=TODAY, personal=True)
    item = plans.item(store, goal).item
    assert (item.personal, item.may_be_cited) == (True, False)
    with pytest.raises(InvalidInput, match="can't be cited in reviews"):
        plans.change_item(store, goal, today=TODAY, may_be_cited=True)
    plans.change_item(store, goal, today=TODAY, personal=False)
    assert not plans.item(store, goal).item.may_be_cited
    for _ in range(2):
        store.undo()
    assert dump(store.path) == before


def test_that_a_goal_may_be_cited_comes_back_from_the_trash(
    store: Store, ana: PersonBuilder
) -> None:
    goal = ana.with_goals("Loads").citable().goals[0].id
    plans.remove_items(store, [goal])
    trash.bring_back(store, [thing.id for thing in trash.things(store)])
    assert plans.item(store, goal).item.may_be_cited


def test_a_state_touches_only_goals_that_change(store: Store, ana: PersonBuilder) -> None:
    one, two = (goal.id for goal in ana.with_goals("One", "Two").goals)
    plans.set_state(store, [one], ItemState.DONE, TODAY)
    plans.set_state(store, [one, two], ItemState.DONE, TOMORROW)
    assert plans.item(store, one).item.touched_on == TODAY
    assert plans.item(store, two).item.touched_on == TOMORROW


def test_key_results_measure_a_goal(store: Store, ana: PersonBuilder) -> None:
    goal = ana.with_goals("One").goals[0].id
    assert plans.item(store, goal).progress is None
    first = key_results.add(store, goal, "Visits", today=TOMORROW)
    second = key_results.add(store, goal, "Talk given")
    key_results.change(store, first.id, baseline=100, target=50, current=75, unit="days")
    key_results.change(store, second.id, measure=Measure.MILESTONE, current=1)
    view = plans.item(store, goal)
    assert [result.name for result in view.key_results] == ["Visits", "Talk given"]
    assert view.progress == pytest.approx(0.75)
    assert view.item.touched_on == TOMORROW
    key_results.remove(store, second.id)
    assert plans.item(store, goal).progress == pytest.approx(0.5)


@pytest.mark.parametrize("field", ["baseline", "target", "current"])
@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_what_is_no_number_is_refused_in_a_sentence(
    store: Store, ana: PersonBuilder, field: str, value: float
) -> None:
    goal = ana.with_goals("One").goals[0].id
    result = key_results.add(store, goal, "Visits").id
    before = dump(store.path)
    with pytest.raises(InvalidInput, match="number"):
        key_results.change(store, result, **{field: value})
    assert dump(store.path) == before


def test_long_texts_of_plans_and_key_results_are_refused(store: Store, ana: PersonBuilder) -> None:
    goal = ana.with_goals("One").goals[0].id
    result = key_results.add(store, goal, "Visits").id
    for act in (
        lambda: plans.change(store, ana.plan.id, title="x" * 10_000),
        lambda: plans.start(store, ana.id, "x" * 10_000, TODAY, TOMORROW),
        lambda: key_results.change(store, result, unit="x" * 10_000),
        lambda: key_results.change(store, result, name=""),
        lambda: key_results.add(store, goal, "x" * 501),
    ):
        with pytest.raises(InvalidInput):
            act()


def test_control_characters_reach_no_title(store: Store, ana: PersonBuilder) -> None:
    ana.with_goals("One")
    plans.change(store, ana.plan.id, title=" Spring\0\n2026 ")
    assert ana.plan.title == "Spring 2026"
    plans.change(store, ana.plan.id, title="")
    assert ana.plan.title == ""


def test_a_goal_feeds_motivators(store: Store, ana: PersonBuilder) -> None:
    ana.driven_by("Craft", "Calm", "Praise").with_goals("One")
    goal = ana.goals[0].id
    craft, calm, praise = (found.id for found in ana.motivators)
    plans.set_item_motivators(store, goal, [praise, craft])
    assert [found.name for found in plans.item(store, goal).motivators] == ["Craft", "Praise"]
    plans.set_item_motivators(store, goal, [calm, craft])
    assert [found.name for found in plans.item(store, goal).motivators] == ["Craft", "Calm"]
    plans.set_item_motivators(store, goal, [])
    assert plans.item(store, goal).motivators == ()


def test_a_plan_cannot_end_before_it_starts(store: Store, ana: PersonBuilder) -> None:
    with pytest.raises(InvalidInput, match="can't end before it starts"):
        plans.start(store, ana.id, "", TOMORROW, TODAY)
    plan = plans.start(store, ana.id, " Spring ", TODAY, TODAY)
    with pytest.raises(InvalidInput, match="can't end before it starts"):
        plans.change(store, plan.id, ends_on=TODAY - timedelta(days=1))
    plans.change(store, plan.id, starts_on=TOMORROW, ends_on=TOMORROW)
    assert (ana.plan.title, ana.plan.starts_on) == ("Spring", TOMORROW)


def test_closing_scores_and_carries_over_with_all_that_hangs_on_a_goal(
    store: Store, ana: PersonBuilder
) -> None:
    ana.driven_by("Craft").with_goals("One", "Two", "Three")
    one, two, three = (goal.id for goal in ana.goals)
    plans.set_item_motivators(store, three, [ana.motivators[0].id])
    plans.change_item(store, three, today=TODAY, private_note="psst")
    result = key_results.add(store, three, "Visits").id
    key_results.change(store, result, current=0.5)
    old = ana.plan
    new = closing.close(
        store, old.id, TOMORROW, "A good one.", {one: closing.Scored(0.7, "well")}, {two, three}
    )
    assert new is not None
    assert ana.plan.id == new.id
    (closed,) = plans.closed(store, ana.id)
    assert (closed.id, closed.summary, closed.closed_on) == (old.id, "A good one.", TOMORROW)
    scored = plans.item(store, one).item
    assert (scored.score, scored.score_words) == (0.7, "well")
    second, third = plans.get(store, new.id).items
    assert [second.item.title, third.item.title] == ["Two", "Three"]
    assert (third.item.carried_from, third.item.private_note) == (three, "psst")
    assert [found.name for found in third.motivators] == ["Craft"]
    assert third.progress == pytest.approx(0.5)
    assert len(plans.get(store, old.id).items) == 3


@pytest.mark.parametrize("score", [-0.1, 1.1, math.nan])
def test_a_score_outside_its_range_closes_nothing(
    store: Store, ana: PersonBuilder, score: float
) -> None:
    ana.with_goals("One")
    with pytest.raises(InvalidInput, match=r"from 0\.0 to 1\.0"):
        closing.close(store, ana.plan.id, TODAY, "", {ana.goals[0].id: closing.Scored(score)})
    assert ana.plan.state is PlanState.DRAFT


def test_closing_without_carrying_leaves_no_plan(store: Store, ana: PersonBuilder) -> None:
    ana.with_goals("One")
    assert closing.close(store, ana.plan.id, TODAY) is None
    assert plans.active(store, ana.id) is None


def test_deleted_goals_take_their_measures_along(store: Store, ana: PersonBuilder) -> None:
    one, two = (goal.id for goal in ana.with_goals("One", "Two").goals)
    key_results.add(store, one, "Visits")
    plans.remove_items(store, [one])
    assert seen(ana) == ["Two"]
    assert ask(store.path, "SELECT count(*) FROM key_result") == [(0,)]
    for act in (
        lambda: plans.item(store, one),
        lambda: plans.change_item(store, one, today=TODAY, title="x"),
        lambda: plans.set_state(store, [one], ItemState.DONE, TODAY),
        lambda: plans.move_items(store, [one, two], SHORT, None),
        lambda: plans.remove_items(store, [one]),
    ):
        with pytest.raises(NotFound):
            act()
    assert seen(ana) == ["Two"]


def test_key_results_are_put_in_order_by_one_row_each(store: Store, ana: PersonBuilder) -> None:
    goal, other = (goal.id for goal in ana.with_goals("One", "Two").goals)
    first, second, third = (one.id for one in key_results.add_all(store, goal, ["a", "b", "c"]))
    far = key_results.add(store, other, "far").id
    before = plans.item(store, goal).key_results
    heard: list[int] = []
    stop = store.subscribe(lambda changes: heard.append(len(changes.all)))
    key_results.move(store, [third], first)
    key_results.move(store, [third], first)
    key_results.move(store, [second, far], third)
    stop()
    assert [one.name for one in plans.item(store, goal).key_results] == ["b", "c", "a"]
    assert [one.name for one in plans.item(store, other).key_results] == ["far"]
    assert heard == [1, 1]
    store.undo()
    store.undo()
    assert plans.item(store, goal).key_results == before
