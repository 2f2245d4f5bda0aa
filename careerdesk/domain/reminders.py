"""When to say that a check-in is near."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime, timedelta

CHOICES = (0, 5, 10, 15)  # minutes before a check-in; 0 for never
DEFAULT = 5


def minutes_of(setting: object) -> int:
    """A stored choice as minutes; what is no choice counts as the default."""
    try:
        minutes = int(str(setting))
    except ValueError:
        return DEFAULT
    return minutes if minutes in CHOICES else DEFAULT


def due(
    starts: Iterable[datetime], now: datetime, minutes: int, told: Collection[datetime]
) -> datetime | None:
    """The nearest start that is to be told now; None if there is none.

    A check-in that began already is not told any more, and none is told twice.
    """
    until = now + timedelta(minutes=minutes)
    near = [start for start in starts if now < start <= until and start not in told]
    return min(near, default=None) if minutes else None
