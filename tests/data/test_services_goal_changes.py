"""What changes in a plan while a check-in goes on belongs to it, and is said in one sentence."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from careerdesk.domain.goal_changes import ChangedGoal, in_words
from careerdesk.domain.records import CheckIn, Horizon, ItemState
from careerdesk.services import actions, checkins, goal_changes, plans
from careerdesk.services.store import Store
from tests.builders import NOW, TODAY, PersonBuilder, a_person
from tests.stores import dump

YESTERDAY = TODAY - timedelta(days=1)
DUE = date(2026, 12, 13)


@pytest.fixture
def ana(store: Store) -> PersonBuilder:
    """With two goals that are no news any more."""
    ana = a_person(store, "Ana")
    for title in ("Release", "Nights"):
        plans.add_items_for(store, ana.id, Horizon.SHORT, [title], YESTERDAY)
    view = plans.active(store, ana.id)
    assert view is not None
    ana.goals = [goal.item for goal in view.items]
    return ana


@pytest.fixture
def check_in(store: Store, ana: PersonBuilder) -> CheckIn:
    return checkins.start(store, ana.id, NOW)


def said(store: Store, check_in: CheckIn) -> str:
    changes = goal_changes.made_in(store, check_in.id)
    return in_words(changes, lambda day: f"{day.day} {day:%b}")


def test_what_changes_while_it_runs_is_said_of_the_check_in(
    store: Store, ana: PersonBuilder, check_in: CheckIn
) -> None:
    release, nights = (goal.id for goal in ana.goals)
    plans.set_state(store, [release], ItemState.AT_RISK, TODAY)
    plans.change_item(store, release, today=TODAY, due_on=DUE)
    actions.add(store, release, ["Ask Finance"], today=TODAY)
    goal_changes.confirm(store, nights, TODAY)
    assert said(store, check_in) == "Release → at risk, due 13 Dec, 1 new step; Nights: still right"


def test_the_last_word_of_a_kind_counts(
    store: Store, ana: PersonBuilder, check_in: CheckIn
) -> None:
    release = ana.goals[0].id
    for state in (ItemState.BLOCKED, ItemState.ON_TRACK):
        plans.set_state(store, [release], state, TODAY)
    plans.change_item(store, release, today=TODAY, due_on=TODAY)
    plans.change_item(store, release, today=TODAY, due_on=DUE, title="Release alone")
    plans.change_item(store, release, today=TODAY, title="Release without me")
    assert said(store, check_in) == "Release without me → on track, reworded, due 13 Dec"


def test_what_goes_back_to_where_it_was_leaves_no_trace(
    store: Store, ana: PersonBuilder, check_in: CheckIn
) -> None:
    release = ana.goals[0].id
    plans.set_state(store, [release], ItemState.BLOCKED, TODAY)
    plans.set_state(store, [release], ItemState.NOT_STARTED, TODAY)
    plans.change_item(store, release, today=TODAY, due_on=DUE, title="Other")
    plans.change_item(store, release, today=TODAY, due_on=None, title="Release")
    step = actions.add(store, release, ["Ask"], today=TODAY)[0]
    actions.change(store, step.id, today=TODAY, text="Ask Bo")
    actions.tick(store, [step.id], TODAY, today=TODAY)
    actions.tick(store, [step.id], None, today=TODAY)
    actions.remove(store, [step.id], today=TODAY)
    goal_changes.confirm(store, release, TODAY)
    goal_changes.confirm(store, release, TODAY, right=False)
    assert goal_changes.made_in(store, check_in.id) == ()


def test_steps_are_counted(store: Store, ana: PersonBuilder, check_in: CheckIn) -> None:
    release = ana.goals[0].id
    old = actions.add(store, release, ["Ask"], today=YESTERDAY)[0]
    actions.add(store, release, ["Write", "Call"], today=TODAY)
    actions.tick(store, [old.id], TODAY, today=TODAY)
    actions.tick(store, [old.id], TODAY, today=TODAY)
    assert said(store, check_in) == "Release: 2 new steps, 1 step done"


def test_a_step_that_was_done_and_is_deleted_again_is_not_counted(
    store: Store, ana: PersonBuilder, check_in: CheckIn
) -> None:
    release = ana.goals[0].id
    gone, twin = actions.add(store, release, ["Ask", "Ask"], today=YESTERDAY)
    actions.tick(store, [gone.id, twin.id], TODAY, today=TODAY)
    before = dump(store.path)
    actions.remove(store, [gone.id], today=TODAY)
    assert said(store, check_in) == "Release: 1 step done"
    store.undo()
    assert dump(store.path) == before
    assert said(store, check_in) == "Release: 2 steps done"


def test_an_open_step_that_is_deleted_leaves_the_done_one_of_the_same_words(
    store: Store, ana: PersonBuilder, check_in: CheckIn
) -> None:
    release = ana.goals[0].id
    done, still_open = actions.add(store, release, ["Ask", "Ask"], today=YESTERDAY)
    actions.tick(store, [done.id], TODAY, today=TODAY)
    actions.remove(store, [still_open.id], today=TODAY)
    assert said(store, check_in) == "Release: 1 step done"


def test_a_goal_that_came_in_it_is_new(store: Store, ana: PersonBuilder, check_in: CheckIn) -> None:
    teach = plans.add_items_for(store, ana.id, Horizon.LONGER, ["Teach"], TODAY)[0]
    plans.change_item(store, teach.id, today=TODAY, title="Teach two others")
    assert said(store, check_in) == "Teach two others: new"
    plans.set_state(store, [teach.id], ItemState.ON_TRACK, TODAY)
    assert said(store, check_in) == "Teach two others → on track, new"


def test_outside_of_a_check_in_it_belongs_to_the_day(store: Store, ana: PersonBuilder) -> None:
    release = ana.goals[0].id
    plans.set_state(store, [release], ItemState.DONE, TODAY)
    plans.change_item(store, release, today=TODAY, title="Other words are no news by themselves")
    check_in = checkins.start(store, ana.id, NOW)
    plans.set_state(store, [release], ItemState.ON_TRACK, TODAY)
    assert [goal.state for goal in goal_changes.made_in(store, check_in.id)] == [ItemState.ON_TRACK]
    days = goal_changes.between(store, ana.plan.id, TODAY, TODAY)
    assert [(goal.id, goal.state) for goal in days] == [(release, ItemState.ON_TRACK)]
    assert goal_changes.between(store, ana.plan.id, DUE, DUE) == ()


def test_a_check_in_that_nobody_ended_yesterday_gets_nothing_of_today(
    store: Store, ana: PersonBuilder, check_in: CheckIn
) -> None:
    tomorrow = TODAY + timedelta(days=1)
    plans.set_state(store, [ana.goals[0].id], ItemState.DONE, tomorrow)
    assert goal_changes.made_in(store, check_in.id) == ()
    assert goal_changes.between(store, ana.plan.id, tomorrow, tomorrow)


def test_other_people_s_check_ins_get_nothing(store: Store, ana: PersonBuilder) -> None:
    other = checkins.start(store, a_person(store, "Ben").id, NOW)
    plans.set_state(store, [ana.goals[0].id], ItemState.DONE, TODAY)
    assert goal_changes.made_in(store, other.id) == ()


def test_it_goes_with_its_goal_and_comes_back_with_it(
    store: Store, ana: PersonBuilder, check_in: CheckIn
) -> None:
    release = ana.goals[0].id
    plans.set_state(store, [release], ItemState.DONE, TODAY)
    before = dump(store.path)
    plans.remove_items(store, [release])
    assert goal_changes.made_in(store, check_in.id) == ()
    store.undo()
    assert dump(store.path) == before
    checkins.remove(store, [check_in.id])
    assert goal_changes.between(store, ana.plan.id, TODAY, TODAY) == (
        ChangedGoal(release, "Release", state=ItemState.DONE),
    )


def test_an_undone_change_is_none(store: Store, ana: PersonBuilder, check_in: CheckIn) -> None:
    plans.set_state(store, [ana.goals[0].id], ItemState.DONE, TODAY)
    store.undo()
    assert goal_changes.made_in(store, check_in.id) == ()
