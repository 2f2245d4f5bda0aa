"""When the next check-in could be: what is offered before anything is planned."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import NamedTuple

from careerdesk.data.queries import offers as queries
from careerdesk.data.store import Store
from careerdesk.domain import cadence, moments
from careerdesk.domain.career import career_due
from careerdesk.domain.offers import USUAL_TIME, near_quarter, offered_day
from careerdesk.domain.records import CheckIn, CheckInKind, Person
from careerdesk.domain.repeats import WorkWeek
from careerdesk.services import checkins


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
    person, today = store.get(Person, person_id), now.astimezone().date()
    last = checkins.last_held(store, person_id)
    ahead = [talk for talk in checkins.planned(store, person_id) if moments.day(talk) >= today]
    due = _due_after(store, person, kind, today, last, ahead)
    own_week = week.of_person(person.work_days)
    return Offer(offered_day(person, due, today, own_week), _usual_time(last, ahead))


def due_days(store: Store, person: Person, today: date) -> tuple[date | None, date | None]:
    """When a 1:1 and a career conversation are due by what was held; None where nobody can say."""
    last = checkins.last_held(store, person.id)
    one = cadence.next_talk(person, moments.day(last) if last else None, None, today)
    return one, career_due(person, *career_days(store, person.id), today)


def _due_after(
    store: Store,
    person: Person,
    kind: CheckInKind,
    today: date,
    last: CheckIn | None,
    ahead: list[CheckIn],
) -> date | None:
    """When one of this kind is due, counted from the last that is planned, else was held."""
    if kind is CheckInKind.CAREER:
        first, career = career_days(store, person.id)
        planned = [moments.day(talk) for talk in ahead if talk.kind is CheckInKind.CAREER]
        return career_due(person, first, max(planned, default=career), today)
    days = [moments.day(talk) for talk in ahead]
    before = max(days) if days else moments.day(last) if last else None
    return cadence.next_talk(person, before, None, today)


def career_days(store: Store, person_id: int) -> tuple[date | None, date | None]:
    """The day of the first talk held, and of the last career conversation."""
    return store.read(queries.career_days, person_id)


def _usual_time(last: CheckIn | None, ahead: list[CheckIn]) -> time:
    """The time of the last one that is planned or was held, on a quarter of an hour."""
    known = ahead[-1] if ahead else last
    return near_quarter(moments.local(known)) if known else USUAL_TIME
