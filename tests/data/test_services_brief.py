"""The brief names what matters before a check-in, and nothing else."""

from __future__ import annotations

from datetime import timedelta

import pytest

from careerdesk.domain.errors import NotFound
from careerdesk.domain.loop import ChangeKind, GoalChange
from careerdesk.domain.question_sets import START_HERE
from careerdesk.domain.records import (
    CheckInKind,
    Drive,
    Horizon,
    ItemState,
    MotivatorStanding,
    PersonStatus,
)
from careerdesk.domain.unknowns import Unknown
from careerdesk.domain.views import Brief, Reason
from careerdesk.services import (
    actions,
    aspirations,
    checkins,
    closing,
    discovery,
    key_result_values,
    key_results,
    planning,
    plans,
)
from careerdesk.services.brief import brief
from careerdesk.services.store import Store
from tests.builders import NOW, TODAY, PersonBuilder, a_note, a_person, a_planned, tick_point

TOMORROW = TODAY + timedelta(days=1)


@pytest.fixture
def ana(store: Store) -> PersonBuilder:
    discovery.ensure_bank(store)
    return a_person(store, "Ana")


def of(ana: PersonBuilder) -> Brief:
    return brief(ana.store, ana.id, TODAY)


def test_of_someone_new_nothing_is_known(ana: PersonBuilder) -> None:
    found = of(ana)
    assert found.is_blank
    assert (found.last_check_in, found.days_since, found.next_on) == (None, None, None)
    assert found.question is not None


def test_one_thing_known_is_no_blank_page(ana: PersonBuilder) -> None:
    for add in (
        lambda: ana.with_points("x"),
        lambda: ana.with_promise("x"),
        lambda: ana.driven_by("x"),
        lambda: ana.with_note("x"),
        lambda: ana.with_goals("x"),
        lambda: checkins.start(ana.store, ana.id, NOW),
    ):
        add()
        assert not of(ana).is_blank
        ana.store.undo()
        while ana.store.undo_name != "Add person":
            ana.store.undo()
        assert of(ana).is_blank


def test_the_last_check_in_and_the_next(ana: PersonBuilder) -> None:
    ana.with_checkin(20).with_checkin(6, shared_notes="Well.")
    found = of(ana)
    assert found.last_check_in == ana.check_ins[1]
    assert (found.days_since, found.check_in_count) == (6, 2)
    assert (found.next_on, found.next_at) == (TODAY + timedelta(days=8), None)
    a_planned(ana.store, ana.id, NOW + timedelta(days=1))
    assert of(ana).next_at == NOW + timedelta(days=1)
    ana.like(status=PersonStatus.ON_LEAVE)
    a_planned(ana.store, ana.id, None)
    assert of(ana).next_on is None


def test_goals_that_need_a_word_and_those_reached_since(ana: PersonBuilder) -> None:
    ana.with_checkin(6).with_goals("well", "late", "blocked", "reached", "old win")
    well, late, blocked, reached, old = (goal.id for goal in ana.goals)
    yesterday = TODAY - timedelta(days=1)
    plans.change_item(ana.store, late, today=TODAY, due_on=yesterday)
    plans.set_state(ana.store, [blocked], ItemState.BLOCKED, TODAY)
    plans.set_state(ana.store, [reached], ItemState.DONE, yesterday)
    plans.set_state(ana.store, [old], ItemState.DONE, TODAY - timedelta(days=30))
    found = of(ana)
    assert [(look.item.id, look.reason) for look in found.items_to_look_at] == [
        (blocked, Reason.BLOCKED),
        (late, Reason.LATE),
    ]
    assert [item.id for item in found.done_since] == [reached]
    assert well not in [look.item.id for look in found.items_to_look_at]


def test_goals_of_a_closed_plan_are_not_named(ana: PersonBuilder) -> None:
    ana.with_goals("blocked")
    plans.set_state(ana.store, [ana.goals[0].id], ItemState.BLOCKED, TODAY)
    closing.close(ana.store, ana.plan.id, TODAY)
    found = of(ana)
    assert (found.items_to_look_at, found.has_plan) == ((), False)


def test_what_is_on_the_table(ana: PersonBuilder) -> None:
    ana.with_points("Raise").with_promise("Call", due_in=-3).driven_by("Craft")
    ana.driven_by("Noise", drive=Drive.DRAINS)
    ana.with_checkin(9, said=2, sensed=1)
    found = of(ana)
    assert [point.text for point in found.agenda] == ["Raise"]
    assert [promise.text for promise in found.promises_due] == ["Call"]
    assert [drive.name for drive in found.motivators] == ["Craft"]
    assert [(each.said, each.sensed) for each in found.temperature] == [(2, 1)]


def test_the_question_changes_when_it_is_not_wanted(ana: PersonBuilder) -> None:
    first = of(ana).question
    assert first is not None
    other = brief(ana.store, ana.id, TODAY, frozenset({first.id})).question
    assert other is not None
    assert other.id != first.id
    a_note(ana.store, ana.id, first.id, TODAY)
    following = of(ana).question
    assert following is not None
    assert following.id == other.id


def test_what_moved_since_the_last_check_in(ana: PersonBuilder) -> None:
    ana.with_goals("Release", "Mentor").with_checkin(6)
    release, mentor = (goal.id for goal in ana.goals)
    loads = key_results.add(ana.store, release, "Loads").id
    for days, value in ((30, 80.0), (8, 84.0), (2, 88.0)):
        key_result_values.add(ana.store, loads, TODAY - timedelta(days=days), value, today=TODAY)
    still = key_results.add(ana.store, mentor, "Pairs").id
    key_result_values.add(ana.store, still, TODAY - timedelta(days=9), 3.0, today=TODAY)
    first, second = actions.add(ana.store, release, ["Ask Finance", "Write"], today=TODAY)
    actions.tick(ana.store, [first.id], TODAY, today=TODAY)
    yesterday = TODAY - timedelta(days=1)
    plans.set_state(ana.store, [mentor], ItemState.AT_RISK, yesterday)
    with ana.store.edit("Change") as tx:
        tx.add(GoalChange(item_id=mentor, changed_on=TODAY - timedelta(days=6),
                          made_in=ana.check_ins[0].id, what=ChangeKind.CONFIRMED))  # fmt: skip
    found = of(ana)
    assert [(one.name, one.was, one.now) for one in found.moved] == [("Loads", 84.0, 88.0)]
    assert [(one.text, one.goal) for one in found.steps] == [(second.text, "Release")]
    changes = {(one.goal.title, one.inside): one for one in found.changes}
    assert changes["Mentor", True].goal.confirmed
    assert changes["Mentor", False].goal.state is ItemState.AT_RISK
    assert changes["Mentor", False].on == TODAY
    assert changes["Release", False].goal.steps_done == 1
    assert found.plan_ended is None
    assert brief(ana.store, ana.id, ana.plan.ends_on + timedelta(days=1)).plan_ended is not None


def test_the_next_check_in_says_what_kind_of_brief_it_is(ana: PersonBuilder) -> None:
    bank = discovery.questions(ana.store, ana.id)
    note = a_note(ana.store, ana.id, bank[4].id, TODAY - timedelta(days=90))
    discovery.write_note(ana.store, note.id, their_words="Tracing a row")
    assert not of(ana).is_career
    planning.plan(ana.store, ana.id, NOW + timedelta(days=2), NOW, CheckInKind.CAREER)
    found = of(ana)
    assert found.is_career
    ids = {one.question.key: one.id for one in bank}
    start = [ids[key] for key in START_HERE]
    assert [one.id for one in found.questions] == [bank[4].id, start[0]]
    checkins.add_agenda(ana.store, ana.id, bank[4].question.text)
    assert [one.id for one in of(ana).questions] == start[:2]


def test_a_question_on_the_agenda_is_not_proposed_again(ana: PersonBuilder) -> None:
    first = of(ana).question
    assert first is not None
    checkins.add_agenda(ana.store, ana.id, first.question.text)
    other = of(ana).question
    assert other is not None and other.id != first.id


def test_a_question_on_the_agenda_is_known_by_its_id_whatever_the_point_says(
    ana: PersonBuilder,
) -> None:
    first = of(ana).question
    assert first is not None
    point = checkins.add_agenda(ana.store, ana.id, "School?", question_id=first.id)
    other = of(ana).question
    assert other is not None and other.id != first.id
    tick_point(ana.store, point.id, TODAY)
    again = of(ana).question
    assert again is not None and again.id == first.id
    ana.store.undo()
    checkins.remove_agenda(ana.store, [point.id])
    again = of(ana).question
    assert again is not None and again.id == first.id


def test_the_brief_says_why_it_suggests_a_question(ana: PersonBuilder) -> None:
    first = of(ana).question
    assert first is not None and first.why is not None
    assert (first.why.unknown, first.why.asked, first.why.of) == (Unknown.START, 0, 4)
    assert not of(ana).answered
    for one in discovery.questions(ana.store, ana.id):
        if one.question.key in START_HERE:
            note = a_note(ana.store, ana.id, one.id, TODAY - timedelta(days=9))
            discovery.write_note(ana.store, note.id, their_words="Passed on")
    assert of(ana).answered

    def unknown() -> Unknown | None:
        found = of(ana).question
        return found.why.unknown if found and found.why else None

    assert unknown() is Unknown.ASPIRATION
    ana.driven_by("Craft")
    assert unknown() is Unknown.GUESSED
    discovery.change_motivator(
        ana.store, ana.motivators[0].id, standing=MotivatorStanding.CONFIRMED
    )
    aspirations.add(ana.store, ana.id, ["Lead"], TODAY)
    assert unknown() is Unknown.VALUES
    discovery.add_motivator(ana.store, ana.id, "Fairness", Drive.VALUE)
    assert unknown() is Unknown.LENS


def test_people_do_not_mix(ana: PersonBuilder) -> None:
    ben = a_person(ana.store, "Ben").with_goals("x").with_checkin(3).with_note("y")
    ben.with_points("z").with_promise("p").driven_by("q")
    assert of(ana).is_blank


def test_nobody_has_no_brief(store: Store) -> None:
    with pytest.raises(NotFound):
        brief(store, 7, TODAY)


def test_what_changes_later_on_the_day_of_a_check_in_is_told_in_the_next_brief(
    ana: PersonBuilder,
) -> None:
    before = TODAY - timedelta(days=1)
    release, mentor = plans.add_items_for(
        ana.store, ana.id, Horizon.SHORT, ["Release", "Mentor"], before
    )
    other = checkins.start(ana.store, ana.id, NOW - timedelta(hours=3))
    plans.set_state(ana.store, [mentor.id], ItemState.AT_RISK, TODAY)
    checkins.finish(ana.store, other.id, NOW - timedelta(hours=2))
    ana.with_checkin(0)
    plans.set_state(ana.store, [release.id], ItemState.BLOCKED, TODAY)
    (changed,) = brief(ana.store, ana.id, TOMORROW).changes
    assert (changed.goal.title, changed.goal.state) == ("Release", ItemState.BLOCKED)
    assert (changed.inside, changed.on) == (False, TODAY)
