"""When the next check-in is due, and who waits for one."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from careerdesk.domain.records import CheckIn, CheckInKind, Person
from careerdesk.domain.standing import is_here, last_day_away

USUAL_MINUTES = 30
CAREER_MINUTES = 60


def next_check_in(
    person: Person, last: date | None, planned: date | None, today: date
) -> date | None:
    """The day of the next check-in: the planned one, else the last one and the cadence.

    After a leave it is counted from the first day back. None for people who are not at work, and
    for people who never had a check-in.
    """
    if planned is not None:
        return planned
    if last is None or not is_here(person, today):
        return None
    return counted_from(person, last, today) + timedelta(days=max(person.cadence_days, 1))


def counted_from(person: Person, last: date, today: date) -> date:
    """The day from which the next check-in is counted: that of the last one, or of the return.

    A person has one leave. Once the next one is entered, the pause of the one before no longer
    counts; that is felt until the first check-in since the return, and no longer.
    """
    away = last_day_away(person, today)
    return last if away is None else max(last, away + timedelta(days=1))


def overdue(person: Person, last: date | None, planned: date | None, today: date) -> bool:
    """Tell whether the longest gap between two check-ins is exceeded and none is planned."""
    if last is None or not is_here(person, today):
        return False
    if planned is not None and planned >= today:
        return False
    return (today - counted_from(person, last, today)).days > longest_gap(person)


def longest_gap(person: Person) -> int:
    """The most days that shall lie between two check-ins."""
    return max(person.longest_gap_days, person.cadence_days, 1)


def minutes_between(start: datetime, end: datetime) -> int:
    """The whole minutes of a check-in: none below 0, and at most those of half a day."""
    return max(0, min(round((end - start).total_seconds() / 60), 12 * 60))


def begun_at(check_in: CheckIn) -> datetime:
    """When the clock began to count a check-in's minutes."""
    return check_in.started_at or check_in.starts_at


def minutes_of(check_in: CheckIn, at: datetime) -> int:
    """The minutes of a check-in that ends at *at*: as entered, else by the clock."""
    return minutes_between(begun_at(check_in), at) if check_in.minutes is None else check_in.minutes


def usual_minutes(kind: CheckInKind) -> int:
    """How long a check-in of a kind takes."""
    return CAREER_MINUTES if kind is CheckInKind.CAREER else USUAL_MINUTES


def usual_end(check_in: CheckIn) -> datetime:
    """When a check-in would have ended that took as long as usual."""
    return begun_at(check_in) + timedelta(minutes=usual_minutes(check_in.kind))


def forward_minutes_of(check_in: CheckIn, at: datetime) -> int:
    """Those of its minutes that looked forward: never more than all of them.

    A career conversation looks forward as long as nothing else was said.
    """
    most = minutes_of(check_in, at)
    if check_in.forward_minutes is None and check_in.forward_since is None:
        return most if check_in.kind is CheckInKind.CAREER else 0
    counted = minutes_between(check_in.forward_since, at) if check_in.forward_since else 0
    return min((check_in.forward_minutes or 0) + counted, most)
