"""Which deadline comes next, and which asks for attention."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from careerdesk.domain.reviews.deadlines import Deadline, near, next_of, open_deadlines
from careerdesk.domain.reviews.records import ReviewCycle
from careerdesk.domain.reviews.stages import FULL, Column

TODAY = date(2026, 11, 17)
CYCLE = ReviewCycle(
    id=1, name="Year review", starts_on=date(2026, 1, 1), ends_on=date(2026, 12, 31),
    self_due=TODAY - timedelta(4), peers_due=TODAY + timedelta(3),
    writing_due=TODAY + timedelta(15), calibrates=True,
)  # fmt: skip
ALL = dict.fromkeys(FULL, 2)


def test_only_deadlines_that_are_set_and_not_met_are_open() -> None:
    found = open_deadlines(CYCLE, ALL | {Column.SELF: 0})
    assert [(one.column, one.missing) for one in found] == [(Column.PEERS, 2), (Column.WRITING, 2)]


def test_a_cycle_without_anyone_has_none() -> None:
    assert open_deadlines(CYCLE, {}) == []


def test_a_closed_cycle_has_none() -> None:
    assert open_deadlines(replace(CYCLE, closed_on=TODAY), ALL) == []


def test_deadlines_in_an_odd_order_come_by_their_day() -> None:
    odd = replace(CYCLE, self_due=TODAY + timedelta(9), writing_due=TODAY + timedelta(1))
    found = open_deadlines(odd, ALL)
    assert [one.column for one in found] == [Column.WRITING, Column.PEERS, Column.SELF]


def test_the_next_one_lies_ahead_if_any_does() -> None:
    found = next_of(open_deadlines(CYCLE, ALL), TODAY)
    assert found is not None and found.column is Column.PEERS


def test_else_the_last_that_is_over() -> None:
    found = next_of(open_deadlines(CYCLE, ALL), TODAY + timedelta(60))
    assert found is not None and found.column is Column.WRITING
    assert found.late_days(TODAY + timedelta(60)) == 45
    assert next_of([], TODAY) is None


@pytest.mark.parametrize(("ahead", "asks"), [(14, True), (15, False), (0, True), (-3, True)])
def test_two_weeks_before_it_asks_for_attention(ahead: int, asks: bool) -> None:
    one = Deadline(CYCLE, Column.WRITING, TODAY + timedelta(ahead), 1)
    assert near([one], TODAY) == ([one] if asks else [])


def test_each_cycle_asks_once_with_what_is_most_pressing() -> None:
    other = replace(CYCLE, id=2)
    every = [*open_deadlines(CYCLE, ALL), *open_deadlines(other, ALL | {Column.SELF: 0})]
    assert [(one.cycle.id, one.column) for one in near(every, TODAY)] == [
        (1, Column.SELF),
        (2, Column.PEERS),
    ]
