"""What somebody was called on a day, beside a plain list of days that asks none of our rules."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from careerdesk.domain.errors import InvalidInput
from careerdesk.domain.records import PastRole, Person
from careerdesk.domain.roles import Role, check_begins, history, level_since, role_on
from tests.seeds import seeds

FIRST = date(2026, 1, 1)
ANA = Person(id=1, given_name="Ana", title="Lead", level="L6")
PAST = [
    PastRole(id=2, person_id=1, until=date(2026, 1, 1), title="Engineer", level="L5"),
    PastRole(id=1, person_id=1, until=date(2024, 7, 1), title="Engineer", level="L4"),
]


def test_the_newest_comes_first_with_the_days_of_each() -> None:
    assert history(ANA, PAST) == [
        Role(title="Lead", level="L6", since=date(2026, 1, 1)),
        Role(title="Engineer", level="L5", since=date(2024, 7, 1), until=date(2026, 1, 1), id=2),
        Role(title="Engineer", level="L4", until=date(2024, 7, 1), id=1),
    ]


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(1990, 1, 1), "Engineer, L4"), (date(2024, 6, 30), "Engineer, L4"),
        (date(2024, 7, 1), "Engineer, L5"), (date(2025, 12, 31), "Engineer, L5"),
        (date(2026, 1, 1), "Lead, L6"), (date(2060, 1, 1), "Lead, L6"),
    ],
)  # fmt: skip
def test_a_role_ends_before_the_first_day_of_the_next(day: date, words: str) -> None:
    assert role_on(history(ANA, PAST), day).words == words


def test_without_a_past_the_present_one_is_that_of_every_day() -> None:
    assert role_on(history(ANA, []), date(1999, 1, 1)) == Role(title="Lead", level="L6")


def test_the_last_day_is_the_one_before_the_next_role() -> None:
    assert history(ANA, PAST)[1].last_day == date(2025, 12, 31)
    assert history(ANA, PAST)[0].last_day is None


def test_the_day_of_a_level_is_looked_for_across_titles() -> None:
    renamed = [
        *PAST, PastRole(person_id=1, until=date(2025, 3, 1), title="Developer", level="L5"),
    ]  # fmt: skip
    roles = history(ANA, renamed)
    assert level_since(roles, date(2025, 6, 1)) == date(2024, 7, 1)
    assert level_since(roles, date(2026, 6, 1)) == date(2026, 1, 1)
    assert level_since(roles, date(2024, 1, 1)) is None


def test_nothing_begins_before_what_is_the_latest() -> None:
    roles = history(ANA, PAST)
    check_begins(ANA, roles, date(2026, 1, 1), FIRST)
    with pytest.raises(InvalidInput, match="latest title and level apply from 2026-01-01"):
        check_begins(ANA, roles, date(2025, 12, 31), FIRST)


@pytest.mark.parametrize("seed", seeds(short=25))
def test_any_order_of_any_days_says_what_a_calendar_says(seed: int) -> None:
    from random import Random

    chance = Random(seed)
    days = [FIRST + timedelta(n) for n in range(60)]
    ends = sorted(chance.sample(days, chance.randint(0, 6)))
    past = [
        PastRole(id=n, person_id=1, until=end, title=f"T{n}", level=chance.choice("AB"))
        for n, end in enumerate(ends, 1)
    ]
    calendar = dict.fromkeys(days, (ANA.title, ANA.level))
    for one in reversed(past):  # the older one is written over the newer
        calendar |= {day: (one.title, one.level) for day in days if day < one.until}
    chance.shuffle(past)
    roles = history(ANA, past)
    assert {day: (role_on(roles, day).title, role_on(roles, day).level) for day in days} == calendar
    for day in days:
        since = level_since(roles, day)
        held = [one for one in days if one <= day]
        before = [one for one in held if calendar[one][1] != calendar[day][1]]
        assert since == (before[-1] + timedelta(1) if before else None) or (
            not before and since in (None, FIRST)
        )
