"""A check-in that nobody ended: when it is asked about, and when it may have ended."""

from __future__ import annotations

from datetime import datetime, timedelta

from careerdesk.domain import cadence
from careerdesk.domain.records import CheckIn

ASLEEP = timedelta(minutes=5)  # between two looks at the clock: the computer was not awake


def may_have_ended(
    check_in: CheckIn,
    now: datetime,
    *,
    fell_asleep: datetime | None = None,
    next_began: datetime | None = None,
    still_at: datetime | None = None,
) -> datetime | None:
    """The moment a running check-in may have ended; None while there is nothing to ask.

    It is asked about at twice its usual length, after the computer slept from *fell_asleep* on, and
    once another one began at *next_began*. *still_at* is when the user last said that it goes on:
    then what came before says nothing, and twice the usual length is counted from there.
    """
    if check_in.minutes is not None:
        return None  # its length is known already
    begun = cadence.begun_at(check_in)
    since = max(begun, still_at) if still_at else begun
    ends = [moment for moment in (fell_asleep, next_began) if moment and moment >= since]
    if now - since >= timedelta(minutes=2 * cadence.usual_minutes(check_in.kind)):
        ends.append(cadence.usual_end(check_in) if since == begun else since)
    return min(ends, default=None)


def slept_since(before: datetime | None, now: datetime) -> datetime | None:
    """The moment the computer fell asleep, if so much time lies between two looks at the clock."""
    return before if before is not None and now - before >= ASLEEP else None
