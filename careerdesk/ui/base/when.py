"""When the next check-in with a person is, in a few words."""

from __future__ import annotations

from datetime import date

from careerdesk.domain.records import PersonStatus
from careerdesk.domain.standing import standing
from careerdesk.domain.views import PersonRow
from careerdesk.i18n import tr
from careerdesk.ui.base.texts import Dates


def when_words(row: PersonRow, today: date) -> str:
    """`Today 14:00`, `24 Nov`, `On leave until 4 Jan`, `No check-in yet`."""
    if row.running:
        return tr("Check-in in progress")
    away = _away_words(row, today)
    if away:
        return away
    if row.next_at is not None and row.next_on is not None and row.next_on >= today:
        return Dates.short_moment(row.next_at, today)
    if row.next_on is None:
        return tr("No check-ins yet")
    if row.next_on < today:
        return tr("Overdue since {day}", day=Dates.short_day_within(row.next_on, today))
    return Dates.short_day(row.next_on, today)


def _away_words(row: PersonRow, today: date) -> str:
    """By the day: a leave that is over, or still to come, and a start that has come are none."""
    person = row.person
    counted = standing(person, today)
    if counted is PersonStatus.ON_LEAVE:
        return _on_leave(person.leave_until, today)
    if counted is PersonStatus.LEFT:
        return tr("Left the company")
    return _starting(person.start_date, today) if counted is PersonStatus.FUTURE else ""


def _on_leave(until: date | None, today: date) -> str:
    if until is None:
        return tr("On leave")
    return tr("On leave until {day}", day=Dates.short_day_within(until, today))


def _starting(on: date | None, today: date) -> str:
    if on is None:
        return tr("Not started yet")
    return tr("Starts {day}", day=Dates.short_day_within(on, today))
