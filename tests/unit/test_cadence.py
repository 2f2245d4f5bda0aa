"""When somebody's next check-in is due, and who waits for one."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerdesk.domain.cadence import (
    forward_minutes_of,
    minutes_between,
    minutes_of,
    next_check_in,
    overdue,
)
from careerdesk.domain.records import CheckIn, CheckInKind, Person, PersonStatus
from careerdesk.domain.standing import is_here

TODAY = date(2026, 11, 17)
ANA = Person(given_name="Ana", cadence_days=14, longest_gap_days=28)
AWAY = [PersonStatus.ON_LEAVE, PersonStatus.LEFT, PersonStatus.FUTURE]


def test_the_next_check_in_is_the_planned_one_or_follows_the_cadence() -> None:
    last, planned = date(2026, 11, 10), date(2026, 12, 24)
    assert next_check_in(ANA, last, planned, TODAY) == planned
    assert next_check_in(ANA, last, None, TODAY) == date(2026, 11, 24)
    assert next_check_in(ANA, None, None, TODAY) is None


@pytest.mark.parametrize("status", AWAY)
def test_nobody_who_is_away_is_waited_for(status: PersonStatus) -> None:
    person = Person(given_name="Ben", status=status)
    last = date(2025, 1, 1)
    assert not is_here(person, TODAY)
    assert next_check_in(person, last, None, TODAY) is None
    assert not overdue(person, last, None, TODAY)
    assert next_check_in(person, last, TODAY, TODAY) == TODAY


def test_archived_people_are_left_in_peace() -> None:
    person = Person(given_name="Ben", archived_on=TODAY)
    assert not overdue(person, date(2025, 1, 1), None, TODAY)


@pytest.mark.parametrize(("days", "late"), [(0, False), (28, False), (29, True), (400, True)])
def test_a_check_in_is_late_one_day_after_the_longest_gap(days: int, late: bool) -> None:
    assert overdue(ANA, TODAY - timedelta(days=days), None, TODAY) is late


def test_a_planned_check_in_calms_until_its_day_has_passed() -> None:
    last = TODAY - timedelta(days=90)
    assert not overdue(ANA, last, TODAY, TODAY)
    assert overdue(ANA, last, TODAY - timedelta(days=1), TODAY)
    assert not overdue(ANA, None, None, TODAY)


OCTOBER = replace(
    ANA, status=PersonStatus.ON_LEAVE, leave_from=date(2026, 10, 1), leave_until=date(2026, 10, 31)
)
CHRISTMAS = replace(OCTOBER, leave_from=date(2026, 12, 20), leave_until=date(2027, 1, 5))


@pytest.mark.parametrize("last", [date(2026, 11, 1), date(2026, 11, 3), date(2026, 11, 16)])
def test_after_a_check_in_since_the_return_a_leave_to_come_moves_nothing(last: date) -> None:
    day = last
    while day < CHRISTMAS.leave_from:  # type: ignore[operator]
        assert next_check_in(CHRISTMAS, last, None, day) == next_check_in(OCTOBER, last, None, day)
        assert overdue(CHRISTMAS, last, None, day) is overdue(OCTOBER, last, None, day)
        day += timedelta(days=1)
    assert next_check_in(CHRISTMAS, last, None, day) is None
    back = date(2027, 1, 6)
    assert next_check_in(CHRISTMAS, last, None, back) == back + timedelta(days=14)


def test_before_that_it_is_counted_from_the_last_check_in_since_one_leave_is_known() -> None:
    last, back = date(2026, 9, 25), date(2026, 11, 1)
    assert next_check_in(OCTOBER, last, None, back) == back + timedelta(days=14)
    assert next_check_in(CHRISTMAS, last, None, back) == last + timedelta(days=14)
    assert overdue(CHRISTMAS, last, None, back) and not overdue(OCTOBER, last, None, back)


def test_a_gap_below_the_cadence_does_not_nag_before_the_next_check_in() -> None:
    person = Person(given_name="Ana", cadence_days=30, longest_gap_days=7)
    assert not overdue(person, TODAY - timedelta(days=30), None, TODAY)


@given(
    st.datetimes(timezones=st.just(UTC)).filter(lambda found: 1 < found.year < 9999),
    st.timedeltas(timedelta(days=-2), timedelta(days=2)),
)
def test_the_minutes_of_a_check_in_are_never_absurd(start: datetime, length: timedelta) -> None:
    assert 0 <= minutes_between(start, start + length) <= 12 * 60


def test_minutes_count_real_time_also_when_the_clocks_change() -> None:
    start = datetime.fromisoformat("2026-10-25T02:30:00+02:00")
    end = datetime.fromisoformat("2026-10-25T02:30:00+01:00")
    assert minutes_between(start, end) == 60


START = datetime(2026, 11, 17, 16, tzinfo=UTC)


@pytest.mark.parametrize(
    ("fields", "hours", "minutes", "forward"),
    [
        ({}, 1, 60, 0),
        ({"kind": CheckInKind.CAREER}, 1, 60, 60),
        ({"kind": CheckInKind.CAREER, "forward_minutes": 15}, 1, 60, 15),
        ({"forward_since": START + timedelta(minutes=20)}, 1, 60, 40),
        ({"forward_since": START, "forward_minutes": 30}, 1, 60, 60),
        ({"forward_since": START}, 17, 720, 720),
        ({"forward_since": START, "minutes": 45}, 17, 45, 45),
        ({"forward_since": START}, -9000, 0, 0),
    ],
)
def test_no_more_minutes_look_forward_than_a_check_in_has(
    fields: dict[str, object], hours: int, minutes: int, forward: int
) -> None:
    check_in = CheckIn(person_id=1, starts_at=START, **fields)  # type: ignore[arg-type]
    end = START + timedelta(hours=hours)
    assert (minutes_of(check_in, end), forward_minutes_of(check_in, end)) == (minutes, forward)
