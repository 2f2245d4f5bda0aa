"""Which day and hour a check-in has: that of the place where it was held, else of this computer."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, timezone
from typing import Protocol


class Held(Protocol):
    """A check-in, or a line of one."""

    @property
    def starts_at(self) -> datetime:
        """The moment."""

    @property
    def utc_offset(self) -> int | None:
        """Minutes east of UTC at the place where it was held; None while it is to come."""


def local(check_in: Held) -> datetime:
    """When a check-in is or was, by the clock on the wall there."""
    return local_of(check_in.starts_at, check_in.utc_offset)


def day(check_in: Held) -> date:
    """The day a check-in is or was on."""
    return local(check_in).date()


def local_of(moment: datetime, utc_offset: int | None) -> datetime:
    """A moment by the clock at a place so many minutes east of UTC; None is this computer."""
    if utc_offset is None:
        return moment.astimezone()
    return moment.astimezone(timezone(timedelta(minutes=utc_offset)))


def midnight(day: date) -> datetime:
    """The moment a day begins at this computer's place."""
    return datetime.combine(day, time()).astimezone()


def utc_offset_here(moment: datetime) -> int:
    """How many minutes this computer is east of UTC at a moment."""
    here = moment.astimezone().utcoffset()
    return round(here.total_seconds() / 60) if here else 0
