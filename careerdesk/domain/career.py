"""How long a person may go without a career conversation: their own rhythm."""

from __future__ import annotations

from datetime import date, timedelta

from careerdesk.domain.days import days_since
from careerdesk.domain.records import Person
from careerdesk.domain.standing import is_here

NEW_DUE_WEEKS, NEW_MISSING_WEEKS = 6, 8  # of somebody who has just begun


def career_due(
    person: Person, first_one_on_one: date | None, last_career: date | None, today: date
) -> date | None:
    """The day the next career conversation is due; None before there was any check-in."""
    begin = _begin(person, first_one_on_one, last_career)
    if begin is None:
        return None
    weeks = NEW_DUE_WEEKS if _is_new(person, begin, last_career) else max(person.career_weeks, 1)
    due = _after_weeks(person, begin, weeks, today)
    return max(due, person.career_quiet_until or due)


def career_missing(
    person: Person, first_one_on_one: date | None, last_career: date | None, today: date
) -> int | None:
    """For how many days there was no career conversation, once that is to be said.

    It is not said of people who are not at work, nor before the day they wished; days of a leave
    do not count, and somebody new has two weeks more.
    """
    begin = _begin(person, first_one_on_one, last_career)
    if begin is None or not is_here(person, today):
        return None
    if person.career_quiet_until is not None and today < person.career_quiet_until:
        return None
    new = _is_new(person, begin, last_career)
    weeks = NEW_MISSING_WEEKS if new else max(person.career_weeks, 1)
    late = today > _after_weeks(person, begin, weeks, today)
    return days_since(begin, today) if late else None


def _is_new(person: Person, begin: date, last_career: date | None) -> bool:
    return last_career is None and begin == person.start_date


def _begin(person: Person, first_one_on_one: date | None, last_career: date | None) -> date | None:
    """From when weeks count: the last one, the start of somebody new, or the first check-in."""
    if last_career is not None:
        return last_career
    if first_one_on_one is None:
        return None
    started = person.start_date
    soon = timedelta(weeks=NEW_MISSING_WEEKS)
    is_new = started is not None and started <= first_one_on_one <= started + soon
    return started if is_new else first_one_on_one


def _after_weeks(person: Person, begin: date, weeks: int, today: date) -> date:
    """So many weeks after *begin*, without those days of a leave up to *today* that are between."""
    day, first = begin + timedelta(weeks=weeks), person.leave_from
    if first is None or first > day:
        return day
    first, last = max(first, begin + timedelta(days=1)), min(person.leave_until or today, today)
    return day + timedelta(days=max(0, (last - first).days + 1))
