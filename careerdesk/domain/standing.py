"""Whether a person is at work on a day: by what was set and by the days that were given.

A leave is over the day after its last one and a future hire begins on the first day, without
anybody saying so.
"""

from __future__ import annotations

from datetime import date, timedelta

from careerdesk.domain.records import Person, PersonStatus


def standing(person: Person, today: date) -> PersonStatus:
    """What the status counts as on the day *today*."""
    if person.status is PersonStatus.ON_LEAVE:
        return PersonStatus.ON_LEAVE if in_leave(person, today) else PersonStatus.ACTIVE
    if person.status is PersonStatus.FUTURE:
        began = person.start_date is not None and person.start_date <= today
        return PersonStatus.ACTIVE if began else PersonStatus.FUTURE
    return person.status


def is_here(person: Person, today: date) -> bool:
    """Whether the person is at work; others are left in peace."""
    return standing(person, today) is PersonStatus.ACTIVE and person.archived_on is None


def has_left(person: Person) -> bool:
    """Whether nothing is planned with the person any more: they left, or are archived."""
    return person.status is PersonStatus.LEFT or person.archived_on is not None


def in_leave(person: Person, day: date) -> bool:
    """Whether a day lies in the leave that is set; one without a last day goes on."""
    if person.status is not PersonStatus.ON_LEAVE:
        return False
    begun = person.leave_from is None or person.leave_from <= day
    return begun and (person.leave_until is None or day <= person.leave_until)


def lay_in_leave(person: Person, day: date) -> bool:
    """Whether a day lies in the last leave of which both ends are known, be it over or not."""
    first, last = person.leave_from, person.leave_until
    return first is not None and last is not None and first <= day <= last


def away_on(person: Person, day: date) -> bool:
    """Whether a day lies in a leave that is set or was the last: what is due then is not late."""
    return in_leave(person, day) or lay_in_leave(person, day)


def came_back(person: Person, today: date) -> bool:
    """Whether the leave is over by its days and nobody said yet that they are back."""
    until = person.leave_until
    away = person.status is PersonStatus.ON_LEAVE and person.archived_on is None
    return away and until is not None and until < today


def last_day_away(person: Person, today: date) -> date | None:
    """The last day of a leave that is over; check-ins are counted from the day after."""
    until = person.leave_until
    return until if until is not None and until < today else None


def leave_ended(person: Person, today: date) -> tuple[date | None, date | None]:
    """First and last day of the leave of somebody who is back *today*, none if it never began.

    It ended yesterday at the latest; one that ended before keeps its last day.
    """
    yesterday = today - timedelta(days=1)
    if person.leave_from is not None and person.leave_from > yesterday:
        return None, None
    return person.leave_from, min(person.leave_until or yesterday, yesterday)


def next_day_here(person: Person, today: date) -> date:
    """The first day from *today* on that does not lie in a leave or before the start."""
    first = today
    if in_leave(person, today) and person.leave_until is not None:
        first = person.leave_until + timedelta(days=1)
    if person.start_date is not None:
        first = max(first, person.start_date)
    return first
