"""Today: who is next, who needs the manager, how much of the talk looked forward."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta

from careerdesk.data.mapping import instant, instant_text
from careerdesk.data.queries import checkins as checkin_queries
from careerdesk.data.queries import people as people_queries
from careerdesk.data.queries import today as queries
from careerdesk.data.store import Store
from careerdesk.domain.records import CheckInKind, Person, Promise
from careerdesk.domain.today import BALANCE_WEEKS, Facts, Today, compose
from careerdesk.services.reviews import deadlines

__all__ = ["Today"]

TREND = 3  # talks


def today(store: Store, on: date) -> Today:
    """The page for the day *on*; archived people are left out."""
    talks, planned = store.read(queries.talks), store.read(queries.planned)
    known, minutes = store.read(queries.known), store.read(queries.minutes, _since(on))
    late = store.read(queries.late_promises, on.isoformat())
    return compose(
        [
            _facts(
                store,
                person,
                talks.get(person.id, (None,) * 4),
                planned.get(person.id),
                known.get(person.id, (None, 0, 0)),
                minutes.get(person.id, (0, 0)),
                late,
            )
            for person in store.read(people_queries.in_rail)
        ],
        on,
        deadlines.ahead(store),
    )


def _since(on: date) -> str:
    first = datetime.combine(on - timedelta(weeks=BALANCE_WEEKS), time(), tzinfo=UTC)
    return instant_text(first)


def _facts(
    store: Store,
    person: Person,
    talks: Sequence[object],
    planned: tuple[str, str] | None,
    known: Sequence[object],
    minutes: tuple[int, int],
    late: Sequence[Promise],
) -> Facts:
    first, last, career, running = talks
    touched, has_plan, motivators = known
    return Facts(
        person,
        first_talk=_day(first),
        last_talk=_day(last),
        last_career=_day(career),
        next_at=instant(planned[0]) if planned else None,
        next_kind=CheckInKind(planned[1]) if planned else CheckInKind.ONE_ON_ONE,
        running=bool(running),
        plan_touched=date.fromisoformat(str(touched)) if touched else None,
        has_plan=bool(has_plan),
        motivators=int(str(motivators)),
        minutes=minutes[0],
        forward_minutes=minutes[1],
        late_promises=tuple(promise for promise in late if promise.person_id == person.id),
        temperature=store.read(checkin_queries.temperatures, person.id, TREND),
    )


def _day(moment: object) -> date | None:
    return instant(str(moment)).astimezone().date() if moment else None
