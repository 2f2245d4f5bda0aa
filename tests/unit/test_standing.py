"""Leaves and first days count by themselves; the rhythm of career conversations waits meanwhile."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from careerdesk.domain.cadence import next_check_in, overdue
from careerdesk.domain.career import career_due, career_missing
from careerdesk.domain.records import Person, PersonStatus
from careerdesk.domain.standing import came_back, is_here, lay_in_leave, next_day_here, standing

FIRST, LAST = date(2026, 9, 1), date(2026, 9, 18)
AWAY = Person(given_name="Ana", status=PersonStatus.ON_LEAVE, leave_from=FIRST, leave_until=LAST)
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("day", "here", "asked"),
    [
        (FIRST - DAY, True, False), (FIRST, False, False), (LAST, False, False),
        (LAST + DAY, True, True), (LAST + 90 * DAY, True, True),
    ],
)  # fmt: skip
def test_a_leave_begins_and_ends_by_its_days(day: date, here: bool, asked: bool) -> None:
    assert (is_here(AWAY, day), came_back(AWAY, day)) == (here, asked)
    assert lay_in_leave(AWAY, day) is (FIRST <= day <= LAST)


def test_a_leave_without_an_end_goes_on() -> None:
    person = replace(AWAY, leave_until=None)
    assert standing(person, date(2030, 1, 1)) is PersonStatus.ON_LEAVE
    assert not came_back(person, date(2030, 1, 1))


def test_a_future_hire_is_there_from_the_first_day() -> None:
    person = Person(given_name="Ben", status=PersonStatus.FUTURE, start_date=FIRST)
    assert [is_here(person, day) for day in (FIRST - DAY, FIRST)] == [False, True]
    assert next_day_here(person, FIRST - 9 * DAY) == FIRST
    assert not is_here(replace(person, start_date=None), FIRST)


def test_who_is_away_is_met_after_it() -> None:
    assert next_day_here(AWAY, FIRST) == LAST + DAY
    assert next_day_here(AWAY, FIRST - DAY) == FIRST - DAY


def test_the_cadence_counts_from_the_return() -> None:
    before = FIRST - 10 * DAY
    back = LAST + DAY
    assert next_check_in(AWAY, before, None, back) == back + 14 * DAY
    assert not overdue(AWAY, before, None, back + 28 * DAY)
    assert overdue(AWAY, before, None, back + 29 * DAY)
    assert next_check_in(AWAY, LAST + 3 * DAY, None, LAST + 4 * DAY) == LAST + 17 * DAY


def missing_from(person: Person, first: date | None, last: date | None, look: int = 400) -> date:
    """The first day on which a career conversation is missed."""
    begin = last or first or FIRST
    days = (begin + timedelta(days=n) for n in range(look))
    return next(day for day in days if career_missing(person, first, last, day) is not None)


def test_each_person_has_a_rhythm_of_their_own() -> None:
    last = date(2026, 1, 1)
    assert missing_from(Person(given_name="Ana"), last, last) == last + timedelta(weeks=12) + DAY
    often = Person(given_name="Ana", career_weeks=4)
    assert missing_from(often, last, last) == last + timedelta(weeks=4) + DAY
    assert career_due(often, last, last, last) == last + timedelta(weeks=4)


def test_somebody_new_is_due_after_six_weeks_and_named_after_eight() -> None:
    person = Person(given_name="Ben", start_date=FIRST)
    met = FIRST + 3 * DAY
    assert career_due(person, met, None, met) == FIRST + timedelta(weeks=6)
    assert missing_from(person, met, None) == FIRST + timedelta(weeks=8) + DAY


def test_somebody_who_was_there_long_before_is_not_new() -> None:
    person = Person(given_name="Ben", start_date=date(2019, 1, 1))
    assert missing_from(person, FIRST, None) == FIRST + timedelta(weeks=12) + DAY


def test_the_rhythm_pauses_in_a_leave_and_at_their_wish() -> None:
    last = FIRST - 10 * DAY
    away = (LAST - FIRST).days + 1
    assert missing_from(AWAY, last, last) == last + timedelta(weeks=12, days=away + 1)
    quiet = Person(given_name="Ana", career_quiet_until=date(2027, 3, 1))
    assert missing_from(quiet, last, last) == date(2027, 3, 1)


def test_who_is_new_is_asked_again_on_the_day_they_wished() -> None:
    asked_again = FIRST + timedelta(weeks=20)
    person = Person(given_name="Ben", start_date=FIRST, career_quiet_until=asked_again)
    assert missing_from(person, FIRST + 3 * DAY, None) == asked_again


def test_what_was_due_before_a_leave_stays_due_since_then() -> None:
    last, weeks = FIRST - 90 * DAY, timedelta(weeks=12)
    assert [career_due(AWAY, last, last, day) for day in (FIRST, LAST + DAY)] == [last + weeks] * 2
    assert career_due(AWAY, last + 10 * DAY, last + 10 * DAY, LAST) == last + weeks + 28 * DAY


def test_a_conversation_within_a_leave_is_no_day_of_waiting() -> None:
    """The day itself is over: only those of the leave that come after it do not count."""
    last = FIRST + 3 * DAY
    away = (LAST - last).days
    assert missing_from(AWAY, last, last) == last + timedelta(weeks=12, days=away + 1)


def test_nobody_is_asked_for_one_before_there_was_any_check_in() -> None:
    assert career_due(Person(given_name="Ana"), None, None, FIRST) is None
    assert career_missing(Person(given_name="Ana"), None, None, FIRST) is None
