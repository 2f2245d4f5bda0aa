"""When the next check-in could be: what is offered before anything is planned."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import NamedTuple

from careerdesk.data.store import Store
from careerdesk.domain import cadence, moments
from careerdesk.domain.career import career_due
from careerdesk.domain.check_ins_around import CheckInsAround
from careerdesk.domain.offers import USUAL_TIME, near_quarter, offered_day
from careerdesk.domain.records import CheckIn, CheckInKind
from careerdesk.domain.repeats import WorkWeek
from careerdesk.services import check_ins_around


class Offer(NamedTuple):
    """A day, None where none can be known, and a time."""

    day: date | None
    time: time


def offered(
    store: Store, person_id: int, kind: CheckInKind, now: datetime, week: WorkWeek
) -> Offer:
    """A day by the person's own rhythm that comes after all that is planned, and the usual time.

    No day of a leave is offered, none on which the person does not work, and none before tomorrow.
    """
    around, today = check_ins_around.around(store, person_id), now.astimezone().date()
    person = around.person
    ahead = [check_in for check_in in around.planned if moments.day(check_in) >= today]
    due = _due_after(around, kind, today, ahead)
    own_week = week.of_person(person.work_days)
    return Offer(offered_day(person, due, today, own_week), _usual_time(around.last_held, ahead))


def due_days(around: CheckInsAround, today: date) -> tuple[date | None, date | None]:
    """When a 1:1 and a career conversation are due by what was held; None where nobody can say."""
    one = cadence.next_check_in(around.person, around.last_on, None, today)
    return one, career_due(around.person, around.first_on, around.career_on, today)


def _due_after(
    around: CheckInsAround, kind: CheckInKind, today: date, ahead: list[CheckIn]
) -> date | None:
    """When one of this kind is due, counted from the last that is planned, else was held."""
    if kind is CheckInKind.CAREER:
        planned = [
            moments.day(check_in) for check_in in ahead if check_in.kind is CheckInKind.CAREER
        ]
        last = max(planned, default=around.career_on)
        return career_due(around.person, around.first_on, last, today)
    before = max((moments.day(check_in) for check_in in ahead), default=around.last_on)
    return cadence.next_check_in(around.person, before, None, today)


def _usual_time(last: CheckIn | None, ahead: list[CheckIn]) -> time:
    """The time of the last one that is planned or was held, on a quarter of an hour."""
    known = ahead[-1] if ahead else last
    return near_quarter(moments.local(known)) if known else USUAL_TIME
