"""Check-ins that come again, and days on which nobody works."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerdesk.domain.records import Repeat
from careerdesk.domain.repeats import WorkWeek, moment, next_day, wall

BERLIN = "Europe/Berlin"


def repeat(starts_on: date, weeks: int = 2, minute: int = 600, zone: str = BERLIN) -> Repeat:
    weekday = starts_on.weekday()
    return Repeat(
        person_id=1, weeks=weeks, weekday=weekday, minute=minute, zone=zone, starts_on=starts_on
    )


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(1, 52), st.integers(0, 3000))
def test_the_next_day_is_the_first_one_of_the_rhythm_after_a_day(
    start: date, weeks: int, later: int
) -> None:
    after = start + timedelta(days=later)
    found = next_day(repeat(start, weeks), after)
    assert found > after
    assert (found - start).days % (7 * weeks) == 0
    assert found - timedelta(weeks=weeks) <= after


def test_f42_before_its_start_a_repeat_begins_on_its_start_also_on_29_february() -> None:
    assert next_day(repeat(date(2028, 2, 29)), date(2027, 1, 1)) == date(2028, 2, 29)
    assert next_day(repeat(date(2026, 12, 31), 1), date(2026, 12, 31)) == date(2027, 1, 7)


@pytest.mark.parametrize(
    ("day", "hour"), [(date(2026, 10, 19), 8), (date(2026, 11, 2), 9), (date(2027, 3, 29), 8)]
)
def test_f40_the_time_on_the_wall_stays_over_the_end_of_summer_time(day: date, hour: int) -> None:
    assert moment(repeat(date(2026, 10, 5)), day) == datetime(
        day.year, day.month, day.day, hour, tzinfo=UTC
    )


def test_f40_a_time_that_the_clock_leaps_over_is_as_much_later() -> None:
    found = moment(repeat(date(2026, 3, 29), minute=150), date(2026, 3, 29))
    assert found.astimezone(ZoneInfo(BERLIN)).time() == time(3, 30)


def test_a_moment_is_read_from_the_wall_of_the_zone() -> None:
    late = datetime(2026, 11, 24, 23, 30, tzinfo=UTC)
    assert wall(late, "Asia/Tokyo").date() == date(2026, 11, 25)
    assert wall(late, "No/Such").astimezone(UTC) == late


def test_free_days_and_the_working_days_beside_them() -> None:
    week = WorkWeek(0b01111, frozenset({date(2026, 12, 24)}))
    assert [week.is_free(date(2026, 12, day)) for day in (23, 24, 25, 26)] == [
        False, True, True, True,
    ]  # fmt: skip
    assert (week.before(date(2026, 12, 25)), week.after(date(2026, 12, 25))) == (
        date(2026, 12, 23),
        date(2026, 12, 28),
    )
    assert week.of_person(0) == week


def test_both_work_on_the_days_that_they_have_in_common() -> None:
    """A check-in takes two: a Saturday of theirs is no working day of mine."""
    off = frozenset({date(2026, 12, 24)})
    mine = WorkWeek(0b01111, off)
    assert mine.of_person(0b111110) == WorkWeek(0b01110, off)
    assert mine.of_person(0b110000) == WorkWeek(0b110000, off)  # none: theirs


def test_a_week_without_a_working_day_has_no_free_one() -> None:
    assert not WorkWeek(0).is_free(date(2026, 12, 26))
