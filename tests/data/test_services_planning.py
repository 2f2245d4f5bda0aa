"""Planning check-ins: none takes another away, none is planned where it cannot be."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta, timezone

import pytest

from careerdesk.domain import moments
from careerdesk.domain.errors import InvalidInput
from careerdesk.domain.records import CheckIn, CheckInKind, CheckInState, PersonStatus
from careerdesk.services import checkins, leave, people, planning
from careerdesk.services.store import Store
from tests.builders import NOW, TODAY, PersonBuilder, a_person

DAY, HOUR = timedelta(days=1), timedelta(hours=1)


@pytest.fixture
def ana(store: Store) -> PersonBuilder:
    return a_person(store, "Ana Ruiz")


def planned_at(ana: PersonBuilder) -> list[datetime]:
    """When check-ins are planned."""
    return [check_in.starts_at for check_in in planning.planned(ana.store, ana.id)]


def every_two_weeks(ana: PersonBuilder, first: datetime = NOW + DAY) -> CheckIn:
    return planning.plan_repeating(ana.store, ana.id, first, 2, "", NOW)


def test_planning_one_never_takes_another_away(store: Store, ana: PersonBuilder) -> None:
    for days in (9, 2, 5):
        planning.plan(store, ana.id, NOW + days * DAY, NOW)
    planning.plan(store, ana.id, NOW + 3 * DAY, NOW, CheckInKind.CAREER)
    assert planned_at(ana) == [NOW + days * DAY for days in (2, 3, 5, 9)]
    for _ in range(4):
        store.undo()
    assert planned_at(ana) == []


def test_what_comes_next_is_not_hidden_by_what_was_missed(store: Store, ana: PersonBuilder) -> None:
    missed = planning.plan(store, ana.id, NOW - 3 * DAY, NOW - 9 * DAY)
    found = checkins.next_planned(store, ana.id, TODAY)
    assert found is not None
    assert found.id == missed.id
    coming = planning.plan(store, ana.id, NOW + HOUR, NOW)
    found = checkins.next_planned(store, ana.id, TODAY)
    assert found is not None
    assert found.id == coming.id
    assert checkins.start(store, ana.id, NOW).id == coming.id
    assert [check_in.id for check_in in planning.planned(store, ana.id)] == [missed.id]


def test_a_missed_one_can_be_held_now(store: Store, ana: PersonBuilder) -> None:
    missed = planning.plan(store, ana.id, NOW - 3 * DAY, NOW - 9 * DAY)
    planning.plan(store, ana.id, NOW + HOUR, NOW)
    check_in = checkins.start(store, ana.id, NOW, checkin_id=missed.id)
    assert (check_in.id, check_in.starts_at, check_in.started_at) == (missed.id, NOW, NOW)


def test_minutes_count_from_the_real_start(store: Store, ana: PersonBuilder) -> None:
    planning.plan(store, ana.id, NOW + HOUR, NOW)
    check_in = checkins.start(store, ana.id, NOW + HOUR - timedelta(minutes=18))
    assert check_in.starts_at == NOW + HOUR
    checkins.finish(store, check_in.id, NOW + HOUR)
    assert checkins.get(store, check_in.id).minutes == 18


def _gone(store: Store, person_id: int, **fields: object) -> None:
    people.change(store, person_id, **fields)
    planning.plan(store, person_id, NOW + DAY, NOW)


def _on_leave(store: Store, person_id: int) -> None:
    leave.begin(store, person_id, TODAY, TODAY + 8 * DAY)
    planning.plan(store, person_id, NOW + 8 * DAY, NOW)


@pytest.mark.parametrize(
    "refused",
    [
        pytest.param(lambda s, a: planning.plan(s, a, NOW - HOUR, NOW), id="over"),
        pytest.param(lambda s, a: planning.plan(s, a, NOW + 9 * DAY, NOW), id="taken"),
        pytest.param(lambda s, a: planning.plan(s, a, NOW + 300 * 365 * DAY, NOW), id="too far"),
        pytest.param(lambda s, a: _gone(s, a, archived_on=TODAY), id="archived"),
        pytest.param(lambda s, a: _gone(s, a, status=PersonStatus.LEFT), id="left"),
        pytest.param(lambda s, a: _gone(s, a, start_date=TODAY + 30 * DAY), id="didn't exist yet"),
        pytest.param(_on_leave, id="on leave"),
        pytest.param(lambda s, a: planning.plan_repeating(s, a, NOW + DAY, 0, "", NOW), id="0"),
        pytest.param(lambda s, a: planning.add_past(s, a, NOW + HOUR, NOW), id="to come"),
        pytest.param(lambda s, a: planning.add_past(s, a, NOW - DAY, NOW, -1), id="minutes"),
    ],
)
def test_what_cannot_be_planned_is_refused_and_changes_nothing(
    store: Store, ana: PersonBuilder, refused: Callable[[Store, int], object]
) -> None:
    planning.plan(store, ana.id, NOW + 9 * DAY, NOW)
    with pytest.raises(InvalidInput):
        refused(store, ana.id)
    assert planned_at(ana) == [NOW + 9 * DAY]
    assert checkins.history(store, ana.id) == []


def test_two_are_not_moved_onto_the_same_minute(store: Store, ana: PersonBuilder) -> None:
    first = planning.plan(store, ana.id, NOW + DAY, NOW)
    second = planning.plan(store, ana.id, NOW + 2 * DAY, NOW)
    with pytest.raises(InvalidInput):
        planning.move(store, second.id, NOW + DAY, NOW)
    planning.move(store, first.id, NOW + DAY, NOW)  # where it is
    planning.move(store, second.id, NOW + DAY + HOUR, NOW)
    assert planned_at(ana) == [NOW + DAY, NOW + DAY + HOUR]


def test_one_becomes_of_another_kind_in_the_same_step(store: Store, ana: PersonBuilder) -> None:
    check_in = planning.plan(store, ana.id, NOW + DAY, NOW)
    planning.move(store, check_in.id, NOW + 2 * DAY, NOW, CheckInKind.CAREER)
    moved = checkins.get(store, check_in.id)
    assert (moved.kind, moved.starts_at) == (CheckInKind.CAREER, NOW + 2 * DAY)
    planning.move(store, check_in.id, NOW + 2 * DAY, NOW, CheckInKind.ONE_ON_ONE)
    assert checkins.get(store, check_in.id).kind is CheckInKind.ONE_ON_ONE
    planning.move(store, check_in.id, NOW + 2 * DAY, NOW)
    store.undo()
    assert checkins.get(store, check_in.id).kind is CheckInKind.CAREER
    store.undo()
    assert checkins.get(store, check_in.id) == check_in


def test_others_at_the_same_hour_are_told(store: Store, ana: PersonBuilder) -> None:
    ben = a_person(store, "Ben Okri")
    theirs = planning.plan(store, ben.id, NOW + DAY, NOW)
    near = planning.clashes(store, NOW + DAY + timedelta(minutes=29))
    assert [(person.id, check_in.id) for person, check_in in near] == [(ben.id, theirs.id)]
    assert planning.clashes(store, NOW + DAY + timedelta(minutes=30)) == []
    assert planning.clashes(store, NOW + DAY, but=theirs.id) == []


def test_a_skipped_one_leaves_a_trace_and_does_not_reset_the_cadence(
    store: Store, ana: PersonBuilder
) -> None:
    ana.with_checkin(20)
    before = next(row for row in people.rail(store, TODAY) if row.id == ana.id).next_on
    skipped = planning.plan(store, ana.id, NOW + DAY, NOW)
    planning.skip(store, skipped.id, NOW, "The fair")
    trace = checkins.history(store, ana.id)[0]
    assert (trace.state, trace.reason) == (CheckInState.SKIPPED, "The fair")
    after = next(row for row in people.rail(store, TODAY) if row.id == ana.id).next_on
    assert after == before
    planning.skip(store, skipped.id, NOW, "Once more")
    assert checkins.history(store, ana.id)[0].reason == "The fair"


@pytest.mark.parametrize("over", ["held", "skipped", "cancelled", "deleted"])
def test_a_repeat_writes_one_row_when_its_row_is_over(
    store: Store, ana: PersonBuilder, over: str
) -> None:
    first = every_two_weeks(ana)
    assert planned_at(ana) == [NOW + DAY]
    later = NOW + 3 * DAY
    if over == "deleted":
        checkins.remove(store, [first.id])
    elif over == "held":
        check_in = checkins.start(store, ana.id, later)
        checkins.finish(store, check_in.id, later + HOUR)
    else:
        (planning.skip if over == "skipped" else planning.cancel)(store, first.id, later)
    assert planned_at(ana) == [NOW + 15 * DAY]


def test_a_missed_row_holds_the_repeat_and_the_next_is_after_today(
    store: Store, ana: PersonBuilder
) -> None:
    first = every_two_weeks(ana)
    late = NOW + 40 * DAY
    assert planned_at(ana) == [NOW + DAY]
    planning.skip(store, first.id, late)
    assert planned_at(ana) == [NOW + 43 * DAY]


def test_who_finishes_weeks_later_is_not_given_one_that_is_over(
    store: Store, ana: PersonBuilder
) -> None:
    """It ended on its day; the next one is after the day on which that is said."""
    check_in = every_two_weeks(ana, NOW)
    checkins.start(store, ana.id, NOW, checkin_id=check_in.id)
    checkins.finish(store, check_in.id, NOW + HOUR, now=NOW + 30 * DAY)
    assert planned_at(ana) == [NOW + 42 * DAY]


def test_a_moved_row_is_counted_from_the_day_it_was_made_for(
    store: Store, ana: PersonBuilder
) -> None:
    first = every_two_weeks(ana)
    planning.move(store, first.id, NOW + 4 * DAY, NOW)
    planning.cancel(store, first.id, NOW + 2 * DAY)
    assert planned_at(ana) == [NOW + 15 * DAY]


def test_another_one_in_between_does_not_make_the_repeat_write(
    store: Store, ana: PersonBuilder
) -> None:
    every_two_weeks(ana)
    extra = planning.plan(store, ana.id, NOW + 3 * HOUR, NOW)
    planning.cancel(store, extra.id, NOW)
    assert planned_at(ana) == [NOW + DAY]


def test_a_new_rhythm_takes_over_what_the_old_one_had_planned(
    store: Store, ana: PersonBuilder
) -> None:
    every_two_weeks(ana)
    planning.plan_repeating(store, ana.id, NOW + 6 * DAY, 3, "", NOW)
    assert planned_at(ana) == [NOW + 6 * DAY]
    left = planning.planned(store, ana.id)[0]
    planning.move(store, left.id, left.starts_at, NOW, ends_repeat=True)
    assert planning.repeat_of(store, ana.id) is None
    assert planned_at(ana) == [NOW + 6 * DAY]
    planning.cancel(store, left.id, NOW)
    assert planned_at(ana) == []


def test_a_rhythm_does_not_begin_with_what_is_over(store: Store, ana: PersonBuilder) -> None:
    check_in = planning.plan(store, ana.id, NOW, NOW)
    checkins.finish(store, checkins.start(store, ana.id, NOW).id, NOW + HOUR)
    with pytest.raises(InvalidInput, match="no longer planned"):
        planning.plan_repeating(store, ana.id, NOW + DAY, 2, "", NOW, checkin_id=check_in.id)
    assert checkins.get(store, check_in.id).starts_at == NOW
    assert planning.repeat_of(store, ana.id) is None


def test_a_repeat_waits_until_its_person_is_back(store: Store, ana: PersonBuilder) -> None:
    first = every_two_weeks(ana)
    leave.begin(store, ana.id, TODAY + 2 * DAY, None)
    planning.cancel(store, first.id, NOW + DAY)
    assert planned_at(ana) == []
    leave.back(store, ana.id, TODAY + 30 * DAY)
    assert planned_at(ana) == [NOW + 43 * DAY]


def test_a_repeat_goes_on_until_a_leave_begins(store: Store, ana: PersonBuilder) -> None:
    first = every_two_weeks(ana)
    leave.begin(store, ana.id, TODAY + 20 * DAY, TODAY + 40 * DAY)
    planning.skip(store, first.id, NOW)
    assert planned_at(ana) == [NOW + 15 * DAY]
    planning.skip(store, planning.planned(store, ana.id)[0].id, NOW)
    assert planned_at(ana) == [NOW + 43 * DAY]


def test_a_repeat_goes_on_until_a_leave_without_an_end_begins(
    store: Store, ana: PersonBuilder
) -> None:
    first = every_two_weeks(ana)
    leave.begin(store, ana.id, TODAY + 20 * DAY, None)
    planning.skip(store, first.id, NOW)
    assert planned_at(ana) == [NOW + 15 * DAY]
    planning.skip(store, planning.planned(store, ana.id)[0].id, NOW)
    assert planned_at(ana) == []


def test_who_is_back_has_no_second_one_for_the_same_day(store: Store, ana: PersonBuilder) -> None:
    first = every_two_weeks(ana, NOW + 3 * DAY)
    leave.begin(store, ana.id, TODAY + DAY, None)
    checkins.start(store, ana.id, NOW, checkin_id=first.id)  # before they go
    checkins.finish(store, first.id, NOW + HOUR)
    leave.back(store, ana.id, TODAY + 2 * DAY)
    assert planned_at(ana) == [NOW + 17 * DAY]


def test_today_is_the_day_at_the_place_of_the_repeat(store: Store, ana: PersonBuilder) -> None:
    """At noon here it is the next morning there: that of today is over."""
    there, noon = "Pacific/Auckland", NOW + 3 * HOUR
    at = noon - HOUR + DAY  # midnight there
    planning.plan_repeating(store, ana.id, at, 1, there, NOW)
    planning.skip(store, planning.planned(store, ana.id)[0].id, at + HOUR + 7 * DAY)
    assert planned_at(ana) == [at + 14 * DAY]


@pytest.mark.parametrize("state", ["running", "held", "skipped", "cancelled"])
def test_what_is_no_longer_planned_is_not_moved(
    store: Store, ana: PersonBuilder, state: str
) -> None:
    check_in = planning.plan(store, ana.id, NOW, NOW)
    if state in {"running", "held"}:
        checkins.start(store, ana.id, NOW, checkin_id=check_in.id)
    if state == "held":
        checkins.finish(store, check_in.id, NOW + HOUR)
    if state in {"skipped", "cancelled"}:
        {"skipped": planning.skip, "cancelled": planning.cancel}[state](store, check_in.id, NOW)
    with pytest.raises(InvalidInput):
        planning.move(store, check_in.id, NOW + DAY, NOW)
    assert checkins.get(store, check_in.id).starts_at == NOW


@pytest.mark.parametrize("begun", [False, True])
def test_what_is_not_over_is_not_said_to_have_been(
    store: Store, ana: PersonBuilder, begun: bool
) -> None:
    check_in = planning.plan(store, ana.id, NOW, NOW)
    if begun:
        checkins.start(store, ana.id, NOW, checkin_id=check_in.id)
    with pytest.raises(InvalidInput):
        planning.redate(store, check_in.id, NOW - DAY, NOW)
    assert checkins.get(store, check_in.id).starts_at == NOW


def test_a_leave_does_not_end_before_it_begins(store: Store, ana: PersonBuilder) -> None:
    with pytest.raises(InvalidInput):
        leave.begin(store, ana.id, TODAY, TODAY - DAY)
    leave.begin(store, ana.id, TODAY, TODAY + 5 * DAY)
    with pytest.raises(InvalidInput):
        leave.still_away(store, ana.id, TODAY - DAY, TODAY)
    leave.still_away(store, ana.id, TODAY + 9 * DAY, TODAY)
    assert people.get(store, ana.id).leave_until == TODAY + 9 * DAY


def test_a_past_check_in_keeps_both_days(store: Store, ana: PersonBuilder) -> None:
    check_in = planning.add_past(store, ana.id, NOW - 2 * DAY, NOW, 35)
    row = checkins.history(store, ana.id)[0]
    assert (row.id, row.minutes, row.noted_on) == (check_in.id, 35, TODAY)
    assert moments.day(row) == TODAY - 2 * DAY
    planning.redate(store, check_in.id, NOW - HOUR, NOW)
    assert checkins.history(store, ana.id)[0].noted_on is None
    planning.redate(store, check_in.id, NOW - 9 * DAY, NOW)
    assert checkins.history(store, ana.id)[0].noted_on == TODAY


def test_a_held_check_in_keeps_its_day_wherever_the_laptop_is(
    store: Store, ana: PersonBuilder
) -> None:
    check_in = planning.add_past(store, ana.id, NOW - DAY, NOW)
    with store.edit("Elsewhere") as tx:
        tx.change(CheckIn, check_in.id, utc_offset=14 * 60)
    there = timezone(timedelta(hours=14))
    assert moments.local(checkins.get(store, check_in.id)) == (NOW - DAY).astimezone(there)
    assert moments.day(checkins.history(store, ana.id)[0]) == (NOW - DAY).astimezone(there).date()
