"""Which day and hour a talk has: that of the place where it was held, else of this computer."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, timezone
from typing import Protocol


class Held(Protocol):
    """A talk, or a line of one."""

    @property
    def starts_at(self) -> datetime:
        """The moment."""

    @property
    def utc_offset(self) -> int | None:
        """Minutes east of UTC at the place where it was held; None while it is to come."""


def local(talk: Held) -> datetime:
    """When a talk is or was, by the clock on the wall there."""
    return local_of(talk.starts_at, talk.utc_offset)


def day(talk: Held) -> date:
    """The day a talk is or was on."""
    return local(talk).date()


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
