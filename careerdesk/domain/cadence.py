"""When the next talk is due, and who waits for one."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from careerdesk.domain.records import Person, PersonStatus


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
