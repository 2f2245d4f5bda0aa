"""Which day and time are offered where a check-in is planned."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from careerdesk.domain.records import Person, PersonStatus
from careerdesk.domain.repeats import WorkWeek
from careerdesk.domain.standing import in_leave, next_day_here

QUARTER = 15
USUAL_TIME = time(10, 0)
HALF_QUARTER = 450  # seconds


def offered_day(person: Person, due: date | None, today: date, week: WorkWeek) -> date | None:
    """The day that is due, tomorrow at the earliest: a working day on which the person is here.

    None where nobody knows when a leave ends.
    """
    day = max(due or today, today + timedelta(days=1), next_day_here(person, today))
    if week.is_free(day):
        day = week.after(day) or day
    if not in_leave(person, day):
        return day
    if person.leave_until is None:
        return None
    back = person.leave_until + timedelta(days=1)
    return week.after(person.leave_until) or back


def is_free(person: Person, day: date, week: WorkWeek) -> bool:
    """Whether a person does not work on a day: it is a free one, or lies in a leave."""
    return week.is_free(day) or in_leave(person, day)


def days_beside(person: Person, day: date, week: WorkWeek) -> tuple[date | None, date | None]:
    """The days before and after a free one on which both work; a leave is jumped over.

    None are offered of somebody who has left.
    """
    if person.status is PersonStatus.LEFT:
        return None, None
    before, after = week.before(day), week.after(day)
    if in_leave(person, day) or (before is not None and in_leave(person, before)):
        before = week.before(person.leave_from) if person.leave_from else None
    if in_leave(person, day) or (after is not None and in_leave(person, after)):
        after = week.after(person.leave_until) if person.leave_until else None
    return before, after


def near_quarter(moment: datetime) -> time:
    """The time of a moment on the quarter of an hour next to it."""
    past = timedelta(minutes=moment.minute % QUARTER, seconds=moment.second)
    up = timedelta(minutes=QUARTER if past.seconds >= HALF_QUARTER else 0)
    whole = moment - past + up
    return time(whole.hour, whole.minute)
