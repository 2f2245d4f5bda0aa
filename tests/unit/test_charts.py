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


def test_check_ins_are_counted_by_month_and_empty_months_are_there() -> None:
    check_ins = [
        CheckInFact(date(2026, 11, 3), looked_ahead=True),
        CheckInFact(date(2026, 11, 10), looked_ahead=False),
        CheckInFact(date(2026, 9, 30), looked_ahead=True),
    ]
    found = balance(check_ins, TODAY)
    assert [(m.check_ins, m.looked_ahead) for m in found[-3:]] == [(1, 1), (0, 0), (2, 1)]
    assert [m.part for m in found[-3:]] == [1.0, None, 0.5]


def test_a_review_meeting_kept_as_a_check_in_is_none_of_them() -> None:
    assert balance([CheckInFact(TODAY, looked_ahead=None)], TODAY)[-1].part is None


def test_the_gap_is_what_was_sensed_against_what_was_said() -> None:
    assert CheckInFact(TODAY, said=1, sensed=-1).gap == -2
    assert CheckInFact(TODAY, said=1).gap is None


def test_check_ins_in_which_nothing_was_asked_are_left_out() -> None:
    known = CheckInFact(date(2026, 5, 1), sensed=0)
    assert asked([CheckInFact(TODAY), known]) == [known]
