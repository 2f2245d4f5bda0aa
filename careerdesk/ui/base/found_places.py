"""Where a text that a search found is shown: a place for each kind of record of the catalogue."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from careerdesk.domain.errors import NotFound
from careerdesk.domain.feedback import Feedback
from careerdesk.domain.loop import (
    Action,
    Aspiration,
    GoalChange,
    Idea,
    KeyResultValue,
    Objective,
    Template,
    Trashed,
)
from careerdesk.domain.records import (
    AgendaItem,
    CheckIn,
    DiscoveryNote,
    KeyResult,
    Motivator,
    PastRole,
    Person,
    Plan,
    PlanItem,
    Promise,
    Question,
    Record,
)
from careerdesk.domain.search.found import Hit, State
from careerdesk.services.store import Store
from careerdesk.ui.base.navigation import (
    CHECK_INS,
    DISCOVERY,
    PLAN,
    PREPARE,
    Destination,
    Place,
)

GONE = Destination(place=Place.GONE, found=True)

Placer = Callable[[Store, Any], Destination]


def destination_of(store: Store, hit: Hit) -> Destination:
    """Where the text of a hit is shown; what is gone meanwhile leads to `Place.GONE`.

    Raises `StoreError` where the store cannot be read.
    """
    if hit.state is State.DELETED:
        return _in_trash(store, hit)
    try:
        place = _place_of(store, store.get(hit.kind, hit.record_id), hit.field)
        archived = place.place is Place.PERSON and _is_archived(store, place.person_id)
    except NotFound:
        return GONE
    if archived:
        person = (Person, place.person_id)
        return Destination(place.person_id, place=Place.ARCHIVED, record=person, found=True)
    if place.record is None:
        place = replace(place, record=(hit.kind, hit.record_id))
    kept_in = hit.kept_in if hit.state is State.EARLIER else 0
    return replace(place, field=place.field or hit.field, kept_in=kept_in, found=True)


def _place_of(store: Store, record: Record, field: str) -> Destination:
    if type(record) in PLACES:
        return PLACES[type(record)](store, record)
    from careerdesk.services.reviews.places import place_of  # late: most hits are of the other room

    room = place_of(store, record, field)
    return Destination(room.person_id, room.side, place=Place.REVIEWS_PAGE, within=room.within)


def _in_trash(store: Store, hit: Hit) -> Destination:
    try:
        store.get(Trashed, hit.kept_in)
    except NotFound:
        return GONE
    return Destination(place=Place.TRASH, record=(Trashed, hit.kept_in), found=True)


def _is_archived(store: Store, person_id: int) -> bool:
    return bool(person_id) and store.get(Person, person_id).archived_on is not None


def _person(_store: Store, one: Person) -> Destination:
    return Destination(one.id)


def _past_role(_store: Store, one: PastRole) -> Destination:
    return Destination(one.person_id)


def _question(_store: Store, _one: Question) -> Destination:
    return Destination(tab=DISCOVERY)


def _on_discovery(_store: Store, one: DiscoveryNote | Motivator) -> Destination:
    return Destination(one.person_id, DISCOVERY)


def _aspiration(store: Store, one: Aspiration) -> Destination:
    """An earlier wording is shown with the one that holds now."""
    from careerdesk.services import aspirations

    wishes = aspirations.of(store, one.person_id)
    now = next((w.id for w in wishes if one.id in {e.id for e in w.earlier}), one.id)
    return Destination(one.person_id, DISCOVERY, within=(Aspiration, now))


def _objective(_store: Store, _one: Objective) -> Destination:
    return Destination(place=Place.OBJECTIVES)


def _template(_store: Store, _one: Template) -> Destination:
    return Destination(place=Place.TEMPLATES)


def _plan(_store: Store, one: Plan) -> Destination:
    return Destination(one.person_id, PLAN)


def _goal(store: Store, one: PlanItem) -> Destination:
    return Destination(store.get(Plan, one.plan_id).person_id, PLAN, within=(Plan, one.plan_id))


def _of_goal(store: Store, one: KeyResult | Action | GoalChange) -> Destination:
    goal = store.get(PlanItem, one.item_id)
    person_id = store.get(Plan, goal.plan_id).person_id
    return Destination(person_id, PLAN, within=(PlanItem, goal.id))


def _reading(store: Store, one: KeyResultValue) -> Destination:
    return _of_goal(store, store.get(KeyResult, one.result_id))


def _idea(_store: Store, one: Idea) -> Destination:
    """One that became a goal is shown as that."""
    if one.item_id is not None:
        return Destination(one.person_id, PLAN, (PlanItem, one.item_id), field="title")
    return Destination(one.person_id, PLAN)


def _check_in(_store: Store, one: CheckIn) -> Destination:
    return Destination(one.person_id, CHECK_INS)


def _agenda_item(_store: Store, one: AgendaItem) -> Destination:
    """What was covered stands with its check-in, what is open in the brief for the next one."""
    if one.covered_on is not None and one.covered_in is not None:
        return Destination(one.person_id, CHECK_INS, within=(CheckIn, one.covered_in))
    return Destination(one.person_id, PREPARE)


def _promise(_store: Store, one: Promise) -> Destination:
    """An open one stands in the brief, one that was kept with the check-in it was made in."""
    if one.done_on is not None and one.made_in is not None:
        return Destination(one.person_id, CHECK_INS, within=(CheckIn, one.made_in))
    return Destination(one.person_id, PREPARE)


def _feedback(_store: Store, one: Feedback) -> Destination:
    return Destination(one.person_id, PREPARE)


PLACES: dict[type[Record], Placer] = {
    Person: _person,
    PastRole: _past_role,
    Question: _question,
    DiscoveryNote: _on_discovery,
    Motivator: _on_discovery,
    Aspiration: _aspiration,
    Objective: _objective,
    Template: _template,
    Plan: _plan,
    PlanItem: _goal,
    KeyResult: _of_goal,
    Action: _of_goal,
    GoalChange: _of_goal,
    KeyResultValue: _reading,
    Idea: _idea,
    CheckIn: _check_in,
    AgendaItem: _agenda_item,
    Promise: _promise,
    Feedback: _feedback,
}
"""How the place of each kind of Conversations that is searched is found."""
