"""What the charts of a person's check-ins are made of."""

from __future__ import annotations

from datetime import date

import pytest

from careerdesk.domain.charts import CheckInFact, asked, balance, first_month

TODAY = date(2026, 11, 17)


@pytest.mark.parametrize(
    ("today", "first"),
    [
        (date(2026, 11, 17), date(2025, 12, 1)),
        (date(2026, 12, 31), date(2026, 1, 1)),
        (date(2026, 1, 1), date(2025, 2, 1)),
    ],
)
def test_twelve_months_end_with_this_one(today: date, first: date) -> None:
    assert first_month(today) == first
    assert balance([], today)[0].month == first
    assert balance([], today)[-1].month == today.replace(day=1)
    assert len(balance([], today)) == 12


def test_minutes_are_added_up_by_month_and_empty_months_are_there() -> None:
    check_ins = [
        CheckInFact(date(2026, 11, 3), minutes=30, forward_minutes=15),
        CheckInFact(date(2026, 11, 10), minutes=30, forward_minutes=0),
        CheckInFact(date(2026, 9, 30), minutes=60, forward_minutes=60),
    ]
    found = balance(check_ins, TODAY)
    assert [(m.minutes, m.forward_minutes) for m in found[-3:]] == [(60, 60), (0, 0), (60, 15)]
    assert [m.part for m in found[-3:]] == [1.0, None, 0.25]


def test_more_minutes_forward_than_minutes_count_as_all_of_them() -> None:
    assert balance([CheckInFact(TODAY, minutes=20, forward_minutes=50)], TODAY)[-1].part == 1.0


def test_the_gap_is_what_was_sensed_against_what_was_said() -> None:
    assert CheckInFact(TODAY, said=1, sensed=-1).gap == -2
    assert CheckInFact(TODAY, said=1).gap is None


def test_check_ins_in_which_nothing_was_asked_are_left_out() -> None:
    known = CheckInFact(date(2026, 5, 1), sensed=0)
    assert asked([CheckInFact(TODAY), known]) == [known]
