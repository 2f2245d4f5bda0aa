"""When a check-in that nobody ended is asked about, and when it may have ended."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from careerdesk.domain.forgotten import may_have_ended, slept_since
from careerdesk.domain.records import CheckIn, CheckInKind

BEGUN = datetime(2026, 11, 24, 14, 0, tzinfo=UTC)
CHECK_IN = CheckIn(person_id=1, starts_at=BEGUN - timedelta(minutes=5), started_at=BEGUN)


def after(minutes: int) -> datetime:
    return BEGUN + timedelta(minutes=minutes)


@pytest.mark.parametrize(
    ("kind", "asked", "ended"), [(CheckInKind.ONE_ON_ONE, 60, 30), (CheckInKind.CAREER, 120, 60)]
)
def test_twice_as_long_as_usual_is_asked_about_and_the_usual_end_proposed(
    kind: CheckInKind, asked: int, ended: int
) -> None:
    check_in = replace(CHECK_IN, kind=kind)
    assert may_have_ended(check_in, after(asked - 1)) is None
    assert may_have_ended(check_in, after(asked)) == after(ended)
    assert may_have_ended(check_in, after(3 * 24 * 60)) == after(ended)


def test_it_may_have_ended_when_the_computer_fell_asleep_or_another_began() -> None:
    assert may_have_ended(CHECK_IN, after(25), fell_asleep=after(20)) == after(20)
    assert may_have_ended(CHECK_IN, after(50), next_began=after(45)) == after(45)
    both = may_have_ended(CHECK_IN, after(500), fell_asleep=after(20), next_began=after(400))
    assert both == after(20)


def test_what_was_before_it_says_nothing() -> None:
    assert may_have_ended(CHECK_IN, after(10), fell_asleep=after(-60)) is None


def test_a_length_that_was_typed_is_not_asked_about() -> None:
    assert may_have_ended(replace(CHECK_IN, minutes=40), after(500), fell_asleep=after(20)) is None


def test_still_talking_counts_from_again() -> None:
    still = after(70)
    assert may_have_ended(CHECK_IN, after(129), still_at=still, fell_asleep=after(20)) is None
    assert may_have_ended(CHECK_IN, after(130), still_at=still) == still
    assert may_have_ended(CHECK_IN, after(95), still_at=still, fell_asleep=after(90)) == after(90)


@pytest.mark.parametrize(("minutes", "slept"), [(0, False), (4, False), (5, True), (600, True)])
def test_a_long_time_between_two_looks_is_sleep(minutes: int, slept: bool) -> None:
    assert slept_since(BEGUN, after(minutes)) == (BEGUN if slept else None)


def test_before_the_first_look_nothing_is_known() -> None:
    assert slept_since(None, BEGUN) is None
