"""A year of a team by chance: each evening the program says what the reference says."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from datetime import date

import pytest

from careerdesk.services.store import Store
from tests.heart import program
from tests.heart.reference import Reference
from tests.heart.year import Year
from tests.seeds import seeds

FIRST, DAYS = date(2027, 1, 4), 365


@pytest.fixture
def clock_here() -> Iterator[None]:
    """The zone of this computer is as it was, wherever the trip of the year ends."""
    before = os.environ["TZ"]
    yield
    os.environ["TZ"] = before
    time.tzset()


@pytest.mark.usefixtures("clock_here")
@pytest.mark.parametrize("seed", seeds(1, 50))
def test_the_program_says_each_evening_what_the_reference_says(store: Store, seed: int) -> None:
    year = Year(store, seed, FIRST)
    for number in range(DAYS):
        year.live()
        wrong = differences(year, whole=number % 7 == 0)
        assert not wrong, f"{year.today}: {wrong}\n{year.did}"
        year.next_day()


def differences(year: Year, *, whole: bool) -> dict[str, tuple[object, object]]:
    """What the program and the reference say otherwise; the *whole* takes a while.

    That is the brief of everyone, and all that is over, closed cycles too; else the brief of one
    person.
    """
    store, today = year.store, year.today
    reference, page = Reference(year.world, today), program.page(store, today)
    cycles = [one for one in year.world.cycles if whole or not one.closed]
    everyone_known = [person.id for person in year.world.people]
    said: dict[str, tuple[dict[int, object], dict[int, object]]] = {
        "planned": (program.planned(page), reference.planned()),
        "next career": ({0: program.next_career(page)}, {0: reference.next_career()}),
        "to plan": (program.to_plan(page), reference.to_plan()),
        "attention": (program.attention(page), reference.attention()),
        "reviews": (program.reviews(page), reference.reviews()),
        "reviews in order": ({0: program.reviews_in_order(page)}, {0: reference.deadlines()}),
        "waiting": ({0: program.waiting(page)}, {0: reference.waiting()}),
        "talks after": (program.check_ins_after(store, cycles), reference.check_ins_after(cycles)),
        "rail": (program.rail(store, today), reference.rail()),
        "past": (program.past(store, everyone_known), reference.past()) if whole else ({}, {}),
        "balance": ({0: program.balance(store, today)}, {0: reference.balance()}),
    }
    listed = reference.listed if whole else [reference.listed[today.day % len(reference.listed)]]
    said["brief"] = (
        {person.id: program.brief(store, person.id, today) for person in listed},
        {person.id: reference.brief(person) for person in listed},
    )
    return {
        f"{about} {key}": (program_says.get(key), reference_says.get(key))
        for about, (program_says, reference_says) in said.items()
        for key in program_says.keys() | reference_says.keys()
        if program_says.get(key, "nothing") != reference_says.get(key, "nothing")
    }
