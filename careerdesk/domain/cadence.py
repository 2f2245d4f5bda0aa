"""When the next talk is due, and who waits for one."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from careerdesk.domain.records import CheckIn, CheckInKind, Person, PersonStatus


def next_talk(person: Person, last: date | None, planned: date | None) -> date | None:
    """The day of the next talk: the planned one, else the last one and the cadence.

    None for people who are not at work, and for people who never had a talk.
    """
    if planned is not None:
        return planned
    if last is None or not expects_talks(person):
        return None
    return last + timedelta(days=max(person.cadence_days, 1))


def expects_talks(person: Person) -> bool:
    """Tell whether the person is at work; others are left in peace."""
    return person.status is PersonStatus.ACTIVE and person.archived_on is None


def overdue(person: Person, last: date | None, planned: date | None, today: date) -> bool:
    """Tell whether the longest gap between two talks is exceeded and none is planned."""
    if last is None or not expects_talks(person) or (planned is not None and planned >= today):
        return False
    return (today - last).days > max(person.longest_gap_days, person.cadence_days, 1)


def minutes_between(start: datetime, end: datetime) -> int:
    """The whole minutes of a talk: none below 0, and at most those of half a day."""
    return max(0, min(round((end - start).total_seconds() / 60), 12 * 60))


def minutes_of(talk: CheckIn, at: datetime) -> int:
    """The minutes of a talk that ends at *at*: as entered, else by the clock."""
    return minutes_between(talk.starts_at, at) if talk.minutes is None else talk.minutes


def forward_minutes_of(talk: CheckIn, at: datetime) -> int:
    """Those of its minutes that looked forward: never more than all of them.

    A career conversation looks forward as long as nothing else was said.
    """
    most = minutes_of(talk, at)
    if talk.forward_minutes is None and talk.forward_since is None:
        return most if talk.kind is CheckInKind.CAREER else 0
    counted = minutes_between(talk.forward_since, at) if talk.forward_since else 0
    return min((talk.forward_minutes or 0) + counted, most)
