"""Which day is offered for the next check-in."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from careerdesk.domain.offers import days_beside, is_free, near_quarter, offered_day
from careerdesk.domain.records import Person, PersonStatus
from careerdesk.domain.repeats import WorkWeek
from careerdesk.domain.standing import in_leave

TODAY = date(2026, 11, 17)
DAYS = st.dates(date(2026, 10, 1), date(2027, 3, 1))


def away(first: date | None, last: date | None) -> Person:
    return Person(status=PersonStatus.ON_LEAVE, leave_from=first, leave_until=last)


def test_the_day_by_cadence_or_the_working_day_after_it() -> None:
    week = WorkWeek(off=frozenset({date(2026, 11, 23)}))
    assert offered_day(Person(), date(2026, 11, 24), TODAY, week) == date(2026, 11, 24)
    assert offered_day(Person(), date(2026, 11, 21), TODAY, week) == date(2026, 11, 24)
    assert offered_day(Person(), date(2026, 9, 1), TODAY, week) == date(2026, 11, 18)


def test_a_leave_without_an_end_offers_no_day() -> None:
    assert offered_day(away(None, None), None, TODAY, WorkWeek()) is None


def test_a_leave_to_come_is_jumped_over() -> None:
    person = away(date(2026, 11, 30), date(2026, 12, 11))
    assert offered_day(person, date(2026, 12, 1), TODAY, WorkWeek()) == date(2026, 12, 14)
    assert offered_day(person, date(2026, 11, 24), TODAY, WorkWeek()) == date(2026, 11, 24)


def test_nobody_is_offered_a_day_before_they_start() -> None:
    person = Person(status=PersonStatus.FUTURE, start_date=date(2027, 1, 4))
    assert offered_day(person, None, TODAY, WorkWeek()) == date(2027, 1, 4)


@given(
    due=st.none() | DAYS,
    first=DAYS,
    length=st.integers(0, 60),
    days=st.integers(1, 127),
    off=st.frozensets(DAYS, max_size=5),
)
def test_what_is_offered_is_to_come_and_worked_on(
    due: date | None, first: date, length: int, days: int, off: frozenset[date]
) -> None:
    person, week = away(first, first + timedelta(length)), WorkWeek(days, off)
    offered = offered_day(person, due, TODAY, week)
    assert offered is not None and offered > TODAY
    assert not in_leave(person, offered) and not week.is_free(offered)


@given(day=DAYS, first=DAYS, length=st.integers(0, 60), days=st.integers(1, 127))
def test_the_days_beside_a_free_one_are_worked_on(
    day: date, first: date, length: int, days: int
) -> None:
    person, week = away(first, first + timedelta(length)), WorkWeek(days)
    if not is_free(person, day, week):
        return
    before, after = days_beside(person, day, week)
    assert before is not None and after is not None and before < day < after
    assert not is_free(person, before, week) and not is_free(person, after, week)


def test_a_weekend_beside_a_leave_offers_no_day_of_it() -> None:
    person = away(date(2026, 11, 30), date(2026, 12, 11))
    saturday, sunday = date(2026, 11, 28), date(2026, 12, 13)
    assert days_beside(person, saturday, WorkWeek()) == (date(2026, 11, 27), date(2026, 12, 14))
    assert days_beside(person, sunday, WorkWeek()) == (date(2026, 11, 27), date(2026, 12, 14))


def test_no_day_is_offered_with_somebody_who_has_left() -> None:
    gone = Person(given_name="Ana", status=PersonStatus.LEFT)
    assert days_beside(gone, date(2026, 11, 28), WorkWeek()) == (None, None)


def test_times_come_on_the_quarter_next_to_them() -> None:
    assert near_quarter(datetime(2026, 11, 17, 13, 52, tzinfo=UTC)) == time(13, 45)
    assert near_quarter(datetime(2026, 11, 17, 13, 53, tzinfo=UTC)) == time(14, 0)
    assert near_quarter(datetime(2026, 11, 17, 23, 59, tzinfo=UTC)) == time(0, 0)
