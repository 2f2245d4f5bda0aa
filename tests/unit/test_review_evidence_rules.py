"""How evidence lies over a period, and how a pasted list is taken apart."""

from __future__ import annotations

from datetime import date

import pytest

from careerdesk.domain.reviews.evidence import Offered, in_order, split_list, spread
from careerdesk.domain.reviews.records import Source

TODAY = date(2026, 11, 17)
YEAR = (date(2026, 1, 1), date(2026, 12, 31))


def one(on: date, number: int = 0, key: int = 1, source: Source = Source.CHECK_IN) -> Offered:
    """Something that happened on a day."""
    return Offered(source, key, on, "It", number=number)


def firsts(starts_on: date, ends_on: date) -> list[date]:
    """The months of a period."""
    return [month.first for month in spread([], starts_on, ends_on, TODAY).months]


def test_a_year_has_twelve_months_and_what_is_ahead_is_not_empty() -> None:
    found = spread([one(date(2026, 3, 5), 1), one(date(2026, 3, 9))], *YEAR, TODAY)
    assert len(found.months) == 12
    march = found.months[2]
    assert (march.count, march.cited) == (2, 1)
    assert [month.first.month for month in found.empty] == [1, 2, 4, 5, 6, 7, 8, 9, 10, 11]
    assert [month.first.month for month in found.months if month.ahead] == [12]
    assert (found.items, found.cited) == (2, 1)


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "months"),
    [
        (date(2026, 3, 17), date(2026, 3, 17), 1),
        (date(2026, 1, 31), date(2026, 2, 1), 2),
        (date(2025, 11, 15), date(2026, 2, 14), 4),
        (date(2024, 2, 29), date(2025, 2, 28), 13),
        (date(2025, 12, 31), date(2026, 1, 1), 2),
        (date(9999, 11, 2), date(9999, 12, 31), 2),
    ],
)
def test_odd_periods_have_every_month_they_touch(
    starts_on: date, ends_on: date, months: int
) -> None:
    found = firsts(starts_on, ends_on)
    assert len(found) == months
    assert found[0] == starts_on.replace(day=1)
    assert found[-1] == ends_on.replace(day=1)


def test_a_period_that_ends_before_it_starts_has_no_months() -> None:
    assert firsts(date(2026, 5, 1), date(2026, 3, 1)) == []


def test_what_lies_outside_is_counted_in_no_month() -> None:
    found = spread([one(date(2025, 3, 5))], *YEAR, TODAY)
    assert sum(month.count for month in found.months) == 0


def test_mostly_recent_evidence_is_remarked_on() -> None:
    recent = [one(date(2026, 11, 2), n) for n in (1, 2)] + [one(date(2026, 10, 1), 3)]
    assert spread(recent, *YEAR, TODAY).is_recent
    assert spread(recent, *YEAR, TODAY).recent_cited == 3


def test_half_of_it_is_not_most_of_it() -> None:
    half = [one(date(2026, 11, 2), n) for n in (1, 2)] + [one(date(2026, 2, 1), n) for n in (3, 4)]
    assert not spread(half, *YEAR, TODAY).is_recent


def test_a_few_are_too_few_for_a_remark_and_only_what_is_cited_counts() -> None:
    assert not spread([one(TODAY, 1), one(TODAY, 2)], *YEAR, TODAY).is_recent
    assert not spread([one(TODAY) for _ in range(9)], *YEAR, TODAY).is_recent


def test_after_the_period_its_own_last_months_are_the_recent_ones() -> None:
    items = [one(date(2025, 12, 3), n) for n in (1, 2, 3)]
    found = spread(items, date(2025, 1, 1), date(2025, 12, 31), TODAY)
    assert found.is_recent
    assert not [month for month in found.months if month.ahead]


def test_before_the_period_everything_is_ahead() -> None:
    found = spread([], date(2027, 1, 1), date(2027, 12, 31), TODAY)
    assert all(month.ahead for month in found.months)
    assert found.empty == ()
    assert not found.is_recent


def test_the_newest_comes_first_whatever_order_it_had() -> None:
    items = [
        one(date(2026, 1, 2), key=1),
        one(date(2026, 5, 2), key=2),
        one(date(2026, 1, 2), key=3),
    ]
    assert [found.source_id for found in in_order(items)] == [2, 3, 1]
    assert in_order(items) == in_order(reversed(items))


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", []),
        (" \n\n\t\n", []),
        ("Shipped it", ["Shipped it"]),
        ("Shipped it\nTaught Ben\n", ["Shipped it", "Taught Ben"]),
        ("Shipped it\r\nTaught Ben", ["Shipped it", "Taught Ben"]),
        ("Shipped it\rTaught Ben", ["Shipped it", "Taught Ben"]),
        ("- One\n* Two\n• Three\n– Four\n—  Five", ["One", "Two", "Three", "Four", "Five"]),
        ("•\tOne\no\tTwo\n▪\tThree\n●Four", ["One", "Two", "Three", "Four"]),
        ("1. One\n2) Two\n(3) Three\n10. Ten", ["One", "Two", "Three", "Ten"]),
        ("-\n*\n3.\nReal", ["Real"]),
        ("- - Twice", ["- Twice"]),
        ("10 clients won\n3.5 million saved\n-5 % cost", None),
        ("o projeto foi entregue\na equipe cresceu", None),
        ("2026 was good\n2026. A year", None),
        ("・項目を出荷\n・チームを育てた", ["項目を出荷", "チームを育てた"]),
        ("1、出荷\n2、教育", ["出荷", "教育"]),
        ("\u200f• שיפרתי את הבנייה\n\u200f• לימדתי", ["שיפרתי את הבנייה", "לימדתי"]),
        ("١. قللت الوقت\n٢. علمت بن", ["قللت الوقت", "علمت بن"]),
        ("- 🎉 Launch\n- 日本", ["🎉 Launch", "日本"]),
    ],
)
def test_a_pasted_list_comes_apart_by_lines(text: str, parts: list[str] | None) -> None:
    assert split_list(text) == (text.splitlines() if parts is None else parts)


@pytest.mark.parametrize("blank", ["\n\n", "\n \n", "\r\n\r\n", "\n\n\n\t\n"])
def test_long_paragraphs_stay_whole(blank: str) -> None:
    text = f"I shipped the parser,\nwhich took a year.{blank}Then I taught\nBen."
    assert split_list(text) == ["I shipped the parser, which took a year.", "Then I taught Ben."]


def test_single_lines_with_blank_lines_between_are_one_each() -> None:
    assert split_list("One\n\nTwo\n\nThree") == ["One", "Two", "Three"]


def test_bullets_win_over_paragraphs() -> None:
    text = "- One\n- Two\n\n- Three\n- Four"
    assert split_list(text) == ["One", "Two", "Three", "Four"]


def test_no_words_are_lost_in_a_long_list() -> None:
    lines = [f"Thing number {n} of many" for n in range(2000)]
    assert split_list("\n".join(f"{n}. {line}" for n, line in enumerate(lines))) != []
    assert split_list("\n".join(f"- {line}" for line in lines)) == lines
