"""The brief: what is good to know before a talk, put together from all there is."""

from __future__ import annotations

from datetime import date

from careerdesk.data.queries import checkins as checkin_queries
from careerdesk.data.queries import discovery as discovery_queries
from careerdesk.data.queries import plans as plan_queries
from careerdesk.data.store import Store
from careerdesk.domain import brief as rules
from careerdesk.domain import moments
from careerdesk.domain.cadence import next_talk
from careerdesk.domain.days import days_since
from careerdesk.domain.records import CheckIn, Drive, ItemState
from careerdesk.domain.views import Brief
from careerdesk.services import checkins, discovery, feedback, people

__all__ = ["Brief"]


def brief(store: Store, person_id: int, today: date, skip: frozenset[int] = frozenset()) -> Brief:
    """The brief for the next talk; *skip* names questions that are not wanted now."""
    person = people.get(store, person_id)
    last = checkins.last_held(store, person_id)
    planned = checkins.next_planned(store, person_id, today)
    plan = store.read(plan_queries.current, person_id)
    last_on = _day(last)
    since = last_on or date.max
    items = store.read(plan_queries.in_brief, plan.id, since) if plan else []
    going = checkins.running(store, person_id)
    drives = discovery.motivators(store, person_id)
    longest_ago = store.read(discovery_queries.next_asked, person_id, len(skip) + 1)
    return Brief(
        person=person,
        today=today,
        last_talk=last,
        days_since=days_since(last_on, today) if last_on else None,
        next_on=next_talk(person, last_on, _day(planned), today),
        next_at=planned.starts_at if planned else None,
        running_id=going.id if going else None,
        done_since=tuple(item for item in items if item.state is ItemState.DONE),
        promises_due=tuple(checkins.promises(store, person_id)),
        items_to_look_at=rules.to_look_at(items, person, today),
        agenda=tuple(checkins.agenda(store, person_id)),
        question=rules.next_question(longest_ago, skip),
        motivators=tuple(view.motivator for view in drives if view.motivator.drive is Drive.DRIVES),
        temperature=checkins.temperatures(store, person_id),
        to_deliver=tuple(feedback.to_deliver(store, person_id)),
        last_feedback=next(iter(feedback.newest(store, person_id, 1)), None),
        note_count=store.read(discovery_queries.note_count, person_id),
        talk_count=store.read(checkin_queries.talk_count, person_id),
        has_plan=plan is not None,
    )


def _day(talk: CheckIn | None) -> date | None:
    return moments.day(talk) if talk else None
