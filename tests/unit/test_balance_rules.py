"""What a quarter is said to have been, by the rules alone."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta

import pytest

from careerdesk.domain.balance import Balance, Held, looks_ahead, quarter, sentences, weigh
from careerdesk.domain.records import CheckInKind, LookedAhead

TODAY = date(2026, 11, 17)
BEGIN = date(2026, 10, 1)
ONE, CAREER, REVIEW = CheckInKind.ONE_ON_ONE, CheckInKind.CAREER, CheckInKind.REVIEW


def held(person_id: int = 1, kind: CheckInKind = ONE, on: date = TODAY, **known: object) -> Held:
    return Held(person_id, kind, on, **known)  # type: ignore[arg-type]


def weighed(
    *found: Held, people: Collection[int] = (), meetings: tuple[int, int] = (0, 0)
) -> Balance:
    return weigh(found, people, meetings, TODAY)


def said(balance: Balance) -> str:
    """All sentences, as they stand on the page."""
    return " ".join(one.said(str) for one in sentences(balance))


@pytest.mark.parametrize(
    ("day", "first"),
    [
        (date(2026, 1, 1), date(2026, 1, 1)),
        (date(2026, 3, 31), date(2026, 1, 1)),
        (date(2026, 4, 1), date(2026, 4, 1)),
        (date(2026, 9, 30), date(2026, 7, 1)),
        (date(2026, 12, 31), date(2026, 10, 1)),
        (date(2028, 2, 29), date(2028, 1, 1)),
    ],
)
def test_a_quarter_begins_with_one_of_four_months(day: date, first: date) -> None:
    assert quarter(day) == first


@pytest.mark.parametrize(
    ("one", "ahead"),
    [
        (held(), False),
        (held(minutes=30, forward_minutes=1), True),
        (held(looked_ahead=LookedAhead.LITTLE), True),
        (held(looked_ahead=LookedAhead.MOSTLY), True),
        (held(looked_ahead=LookedAhead.NO, forward_minutes=20), False),
        (held(kind=CAREER), True),
        (held(kind=CAREER, looked_ahead=LookedAhead.NO), False),
    ],
)
def test_what_was_said_at_the_end_decides_then_the_minutes_then_the_kind(
    one: Held, ahead: bool
) -> None:
    assert looks_ahead(one) is ahead


def test_the_quarter_as_it_is_said() -> None:
    found = weighed(
        *(held(n, CAREER) for n in (1, 2, 3, 4)),
        *(held(5, looked_ahead=LookedAhead.LITTLE) for _ in range(3)),
        *(held(6) for _ in range(24)),
        held(6, REVIEW, minutes=40),
        people={1, 2, 3, 4, 5, 6},
        meetings=(4, 200),
    )
    assert said(found) == (
        "This quarter: career conversations with 4 of 6. Forward-looking check-ins: 7 of 31. "
        "Reviews: 5 meetings, 4 h."
    )


def test_a_second_career_conversation_is_with_nobody_else() -> None:
    assert weighed(held(1, CAREER), held(1, CAREER), people={1, 2}).with_career == 1


def test_of_those_who_are_not_here_no_career_conversation_is_counted() -> None:
    """Else there could be check-ins with three of two people."""
    found = weighed(held(1, CAREER), held(8, CAREER), held(9, CAREER), people={1, 2})
    assert (found.with_career, found.people) == (1, 2)
    assert found.checkins == 3  # they were held all the same


def test_only_the_days_of_the_quarter_count() -> None:
    before, after = BEGIN - timedelta(1), TODAY + timedelta(1)
    found = weighed(
        *(held(1, CAREER, day) for day in (before, after)), *(held(2, on=day) for day in (BEGIN,)),
        held(3, REVIEW, before, minutes=30), people={1, 2},
    )  # fmt: skip
    assert said(found) == (
        "This quarter: career conversations with 0 of 2. Forward-looking check-ins: 0 of 1."
    )


@pytest.mark.parametrize(
    ("count", "minutes", "words"),
    [
        (1, 0, "1 meeting."),
        (1, 45, "1 meeting, 45 min."),
        (1, 60, "1 meeting, 1 h."),
        (1, 90, "1 meeting, 1 h 30 min."),
        (2, 0, "2 meetings."),
        (2, 45, "2 meetings, 45 min."),
        (5, 240, "5 meetings, 4 h."),
        (5, 250, "5 meetings, 4 h 10 min."),
    ],
)
def test_how_long_reviews_took(count: int, minutes: int, words: str) -> None:
    found = weighed(people={1}, meetings=(count, minutes))
    assert said(found).endswith(f"0 of 1. Reviews: {words}")
    alone = weighed(meetings=(count, minutes))
    assert said(alone) == f"Reviews this quarter: {words}"


def test_the_first_sentence_names_the_quarter_whatever_it_is() -> None:
    assert said(weighed(held())) == "Forward-looking check-ins this quarter: 0 of 1."


def test_where_nothing_was_there_is_nothing_to_say() -> None:
    assert sentences(weighed()) == ()
    assert weighed().is_empty
    assert not weighed(people={1}).is_empty
