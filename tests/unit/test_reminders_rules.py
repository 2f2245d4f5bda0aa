"""When a check-in is told of, and when not."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from careerdesk.domain.reminders import DEFAULT, due, minutes_of

NOW = datetime(2026, 11, 17, 9, 0, tzinfo=UTC)


def after(minutes: float) -> datetime:
    return NOW + timedelta(minutes=minutes)


@pytest.mark.parametrize(
    ("in_minutes", "told"), [(-1, False), (0, False), (0.5, True), (5, True), (5.1, False)]
)
def test_only_what_begins_soon_is_told(in_minutes: float, told: bool) -> None:
    assert (due([after(in_minutes)], NOW, 5, ()) is not None) is told


def test_no_check_in_is_told_twice_and_the_nearest_comes_first() -> None:
    starts = [after(4), after(2)]
    assert due(starts, NOW, 5, ()) == after(2)
    assert due(starts, NOW, 5, {after(2)}) == after(4)
    assert due(starts, NOW, 5, set(starts)) is None


def test_never_is_never() -> None:
    assert due([after(1)], NOW, 0, ()) is None


@pytest.mark.parametrize(
    ("stored", "minutes"),
    [("10", 10), (15, 15), ("0", 0), (None, DEFAULT), ("x", DEFAULT), ("-5", DEFAULT)],
)
def test_a_damaged_setting_is_the_default(stored: object, minutes: int) -> None:
    assert minutes_of(stored) == minutes
