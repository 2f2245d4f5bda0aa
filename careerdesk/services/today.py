"""Today: who is next, who is to be planned, who needs the manager and why."""

from __future__ import annotations

from datetime import date

from careerdesk.data.queries import people as people_queries
from careerdesk.data.queries import today as queries
from careerdesk.data.store import Store
from careerdesk.domain.attention import Facts
from careerdesk.domain.repeats import WorkWeek
from careerdesk.domain.today import Ended, Today, compose
from careerdesk.services.reviews import deadlines

__all__ = ["Today"]


def today(
    store: Store, on: date, *, ended: Ended | None = None, week: WorkWeek | None = None
) -> Today:
    """The page for the day *on*; archived people are left out.

    *ended* says when a running check-in may have ended; *week* is the manager's own.
    """
    held, planned = store.read(queries.held), store.read(queries.planned)
    known = store.read(queries.known, on)
    promises, steps = store.read(queries.promises), store.read(queries.steps)
    facts = []
    for person in store.read(people_queries.in_rail):
        days = held.get(person.id, queries.HeldDays())
        plan = known.get(person.id, queries.Known())
        facts.append(
            Facts(
                person,
                first_one_on_one=days.first,
                last_check_in=days.last,
                last_career=days.career,
                planned=tuple(planned.get(person.id, ())),
                plan_touched=plan.touched,
                plan_ended=plan.ends if plan.ends is not None and plan.ends < on else None,
                has_plan=plan.ends is not None,
                motivators=plan.motivators,
                promises=tuple(promises.get(person.id, ())),
                steps=tuple(steps.get(person.id, ())),
            )
        )
    return compose(facts, on, deadlines.ahead(store), ended=ended, week=week)
