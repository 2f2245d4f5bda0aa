"""Today as read from a store: the facts the rules ask for, by few statements."""

from __future__ import annotations

import itertools
from datetime import timedelta

import pytest

from careerdesk.data.queries import today as queries
from careerdesk.domain.attention import AttentionReason
from careerdesk.domain.records import CheckInKind, Owner, PlanItem
from careerdesk.services import actions, checkins, closing, people, planning, plans
from careerdesk.services.store import Store
from careerdesk.services.today import today
from tests.builders import NOW, TODAY, PersonBuilder, a_person


def why(store: Store, who: PersonBuilder) -> list[AttentionReason]:
    page = today(store, TODAY)
    return [
        one.reason for item in page.attention if item.person.id == who.id for one in item.reasons
    ]


def statements(store: Store) -> list[str]:
    """What is asked of the file to show the page."""
    said: list[str] = []
    store._reader.set_trace_callback(said.append)
    today(store, TODAY)
    store._reader.set_trace_callback(None)
    return said


def settled(store: Store, name: str = "Ana Ruiz") -> PersonBuilder:
    """Somebody with whom all is well."""
    who = a_person(store, name).driven_by("Craft").with_goals("Release alone")
    who.with_checkin(20, kind=CheckInKind.CAREER)
    planning.plan(store, who.id, NOW + timedelta(days=3), NOW)
    return who


def test_my_next_steps_are_named_theirs_and_those_of_what_is_over_are_not(store: Store) -> None:
    ana = settled(store)
    goal = ana.goals[0].id
    actions.add(store, goal, ["Mine"], today=TODAY, owner=Owner.ME, due_on=TODAY)
    actions.add(store, goal, ["Theirs"], today=TODAY, due_on=TODAY)
    actions.add(store, goal, ["No day"], today=TODAY, owner=Owner.ME)
    assert why(store, ana) == [AttentionReason.ACTION_DUE]
    item = today(store, TODAY).attention[0]
    step = item.reasons[0].step
    assert step is not None
    assert (step.action.text, step.goal) == ("Mine", "Release alone")
    actions.tick(store, [step.action.id], TODAY, today=TODAY)
    assert why(store, ana) == []


def test_my_promise_is_named_from_before_the_next_check_in_theirs_never(store: Store) -> None:
    ana = settled(store).with_promise("Mine", due_in=3)
    ana.with_promise("Later", due_in=4).with_promise("Theirs", due_in=-3, owner=Owner.THEM)
    assert why(store, ana) == [AttentionReason.PROMISE_DUE]


def test_a_plan_that_ended_is_named_until_it_is_closed(store: Store) -> None:
    ana = settled(store)
    plans.change(store, ana.plan.id, starts_on=TODAY - timedelta(90), ends_on=TODAY - timedelta(1))
    assert why(store, ana) == [AttentionReason.PLAN_ENDED]
    closing.close(store, ana.plan.id, TODAY)
    assert why(store, ana) == [AttentionReason.NO_PLAN]


def test_a_career_conversation_after_the_next_check_in_ends_the_reminder(store: Store) -> None:
    ben = a_person(store, "Ben Okri").driven_by("Calm").with_goals("Rest").with_checkin(100)
    planning.plan(store, ben.id, NOW + timedelta(days=1), NOW)
    plans.add_items_for(store, ben.id, ben.goals[0].horizon, ["Fresh"], TODAY)
    assert why(store, ben) == [AttentionReason.NO_CAREER_CONVERSATION]
    check_in = planning.plan(store, ben.id, NOW + timedelta(days=9), NOW, CheckInKind.CAREER)
    assert why(store, ben) == []
    planning.cancel(store, check_in.id, NOW)
    assert why(store, ben) == [AttentionReason.NO_CAREER_CONVERSATION]


def test_all_planned_ones_are_there_and_none_carries_words(store: Store) -> None:
    ana = settled(store)
    planning.plan(store, ana.id, NOW + timedelta(days=17), NOW)
    missed = planning.plan(store, ana.id, NOW - timedelta(days=2), NOW - timedelta(days=9))
    page = today(store, TODAY)
    assert [check_in.on for check_in in page.next] == [TODAY + timedelta(n) for n in (3, 17)]
    assert [check_in.checkin_id for check_in in page.missed] == [missed.id]


def test_the_day_of_a_held_check_in_is_that_of_the_place_where_it_was(store: Store) -> None:
    ana = a_person(store).with_checkin(5)
    check_in = ana.check_ins[0]
    late = check_in.starts_at.replace(hour=23)
    with store.edit("Travel") as tx:
        tx.change(type(check_in), check_in.id, starts_at=late, utc_offset=10 * 60)
    found = today(store, TODAY).upcoming[0]
    assert found.days_since == 4


def touched(store: Store, who: PersonBuilder, *days_ago: int) -> None:
    """Let the goals of somebody have been touched last so many days ago, one after the other."""
    for goal, days in zip(who.goals, days_ago, strict=True):
        with store.aside() as tx:
            tx.change(PlanItem, goal.id, touched_on=TODAY - timedelta(days))


@pytest.mark.parametrize(
    ("cadence", "days_ago", "stale"),
    [
        (14, (90, 29, 60), 29), (14, (90, 28, 60), None), (14, (90, 60, 0), None),
        (7, (40, 15), 15), (30, (90, 60), None), (30, (90, 61), 61), (14, (90, -3), None),
    ],
)  # fmt: skip
@pytest.mark.whole
def test_a_plan_is_stale_since_its_goal_that_was_touched_last(
    store: Store, cadence: int, days_ago: tuple[int, ...], stale: int | None
) -> None:
    ana = settled(store).with_goals(*(f"Goal {number}" for number in range(len(days_ago) - 1)))
    people.change(store, ana.id, today=TODAY, cadence_days=cadence)
    touched(store, ana, *days_ago)
    reasons = [one for item in today(store, TODAY).attention for one in item.reasons]
    found = [one.days for one in reasons if one.reason is AttentionReason.PLAN_STALE]
    assert found == ([] if stale is None else [stale])


def test_a_plan_that_is_over_is_not_stale_as_well(store: Store) -> None:
    ana = settled(store)
    touched(store, ana, 90)
    assert why(store, ana) == [AttentionReason.PLAN_STALE]
    plans.change(store, ana.plan.id, starts_on=TODAY - timedelta(99), ends_on=TODAY - timedelta(1))
    touched(store, ana, 90)
    assert why(store, ana) == [AttentionReason.PLAN_ENDED]


def test_many_goals_of_a_plan_that_is_worked_on_cost_as_little_as_one(store: Store) -> None:
    def steps_of_sqlite() -> int:
        count = itertools.count()
        store._reader.set_progress_handler(lambda: next(count) < 0, 1)
        store.read(queries.known, TODAY)
        store._reader.set_progress_handler(None, 1)
        return next(count)

    ana = settled(store)
    few = steps_of_sqlite()
    ana.with_goals(*(f"Goal {number}" for number in range(60)))
    assert steps_of_sqlite() == few


def test_archived_people_are_left_out(store: Store) -> None:
    ana = settled(store).with_promise("Mine", due_in=-3)
    people.archive(store, ana.id, TODAY)
    page = today(store, TODAY)
    assert (page.upcoming, page.to_plan, page.attention) == ((), (), ())


def test_f62_the_page_takes_no_more_statements_for_many_people_than_for_one(store: Store) -> None:
    settled(store)
    few = statements(store)
    for number in range(12):
        other = settled(store, f"Person {number}").with_promise("Mine", due_in=-3)
        checkins.start(store, other.id, NOW)
    assert len(statements(store)) == len(few) <= 7
