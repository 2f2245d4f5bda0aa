"""Closing the week, by the rules alone: which day it is named on, and what is said of whom."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from careerdesk.domain.records import DiscoveryNote, Person
from careerdesk.domain.repeats import WorkWeek
from careerdesk.domain.week import (
    WeekRow,
    YearAgo,
    names_today,
    next_week,
    of_a_year_ago,
    year_ago_days,
)

MONDAY = date(2026, 11, 16)
WEEK = [MONDAY + timedelta(days=n) for n in range(7)]
MON, TUE, WED, THU, FRI, SAT, SUN = range(7)


def bits(*days: int) -> int:
    return sum(1 << day for day in days)


def named(week: WorkWeek) -> list[int]:
    """The weekdays of a week on which its close is named."""
    return [day.weekday() for day in WEEK if names_today(week, day)]


@pytest.mark.parametrize(
    ("works", "last"),
    [
        ((MON, TUE, WED, THU, FRI), FRI),
        ((MON, TUE, WED, THU), THU),
        ((TUE, WED), WED),
        ((MON, TUE, THU, FRI), FRI),  # Wednesday is no weekend
        ((SUN, MON, TUE, WED, THU), THU),
        ((SAT, SUN, MON, TUE, WED), WED),
        ((MON, TUE, WED, THU, FRI, SAT), SAT),
        ((MON, TUE, WED, THU, FRI, SAT, SUN), SUN),
        ((WED,), WED),
    ],
)
def test_it_is_named_on_one_day_a_week_the_last_that_is_worked(
    works: tuple[int, ...], last: int
) -> None:
    assert named(WorkWeek(bits(*works))) == [last]


def test_a_day_off_brings_the_end_forward() -> None:
    friday_off = WorkWeek(off=frozenset({WEEK[FRI]}))
    assert named(friday_off) == [THU]
    assert named(WorkWeek(off=frozenset(WEEK[THU:]))) == [WED]


def test_a_day_off_within_the_week_changes_nothing() -> None:
    assert named(WorkWeek(off=frozenset({WEEK[TUE]}))) == [FRI]


def test_a_week_that_is_off_has_no_end() -> None:
    assert named(WorkWeek(off=frozenset(WEEK))) == []


@pytest.mark.parametrize("day", WEEK)
def test_next_week_goes_from_monday_to_sunday(day: date) -> None:
    assert next_week(day) == (MONDAY + timedelta(7), MONDAY + timedelta(13))


@pytest.mark.parametrize(
    ("works", "begins"),
    [
        ((SUN, MON, TUE, WED, THU), SUN),
        ((SAT, SUN, MON, TUE, WED), SAT),
        ((TUE, WED, THU), MON),
        ((MON, TUE, WED, THU, FRI, SAT, SUN), MON),
    ],
)
@pytest.mark.parametrize("day", WEEK)
def test_next_week_begins_where_mine_does(day: date, works: tuple[int, ...], begins: int) -> None:
    first, last = next_week(day, WorkWeek(bits(*works)))
    assert first.weekday() == begins
    assert 0 < (first - day).days <= 7
    assert last - first == timedelta(6)


ANA = Person(id=1, given_name="Ana")


@pytest.mark.parametrize(
    ("noted_on", "started", "quiet"),
    [
        (MONDAY - timedelta(13), None, False),
        (MONDAY - timedelta(14), None, True),
        (MONDAY + timedelta(3), None, False),  # a clock that was set back
        (None, None, True),
        (None, MONDAY - timedelta(14), True),
        (None, MONDAY - timedelta(13), False),
        (None, MONDAY + timedelta(7), False),
    ],
)
def test_after_two_weeks_without_a_note_that_is_said(
    noted_on: date | None, started: date | None, quiet: bool
) -> None:
    row = WeekRow(Person(id=1, given_name="Ana", start_date=started), noted_on=noted_on)
    assert row.is_quiet(MONDAY) is quiet


def test_something_of_a_year_ago_is_looked_for_in_the_first_week_of_a_month_alone() -> None:
    days = {year_ago_days(date(2026, 12, day)) for day in range(1, 8)}
    assert days == {(date(2025, 11, 10), date(2025, 12, 22))}  # the same all week
    assert year_ago_days(date(2026, 12, 8)) is None
    assert year_ago_days(date(2024, 2, 29)) is None


def said(key: int, on: date) -> YearAgo:
    return YearAgo(ANA, DiscoveryNote(id=key, person_id=1, asked_on=on, their_words="Nights"))


def test_one_is_shown_the_nearest_to_a_year_before() -> None:
    today = date(2026, 12, 3)
    found = [said(1, date(2025, 11, 12)), said(2, date(2025, 12, 4)), said(3, date(2025, 11, 28))]
    assert of_a_year_ago(found, today) == found[1]
    assert of_a_year_ago(reversed(found), today) == found[1]
    assert of_a_year_ago([], today) is None
