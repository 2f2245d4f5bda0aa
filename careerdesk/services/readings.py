"""Readings: what a key result stood at, day by day. The newest is where it stands now."""

from __future__ import annotations

import math
from datetime import date
from typing import TYPE_CHECKING

from careerdesk.data.queries import plans as plan_queries
from careerdesk.data.queries import readings as queries
from careerdesk.data.store import Store
from careerdesk.domain.days import check_not_before
from careerdesk.domain.errors import InvalidInput
from careerdesk.domain.loop import Reading
from careerdesk.domain.records import KeyResult, Person, PlanItem
from careerdesk.domain.text import clean_note

if TYPE_CHECKING:
    from careerdesk.data.writer import Transaction

PLACE = "plan"
MOST = 400
CONFIDENCE = range(11)


def of(store: Store, result_id: int, limit: int = MOST) -> list[Reading]:
    """The readings of a key result, the newest first."""
    return store.read(queries.newest, result_id, limit)


def record(
    tx: Transaction, before: KeyResult, on: date, value: float | None, made_in: int | None = None
) -> None:
    """Note within an edit what a key result stands at; a later word on the same day counts.

    None takes the reading of that day away. *before* is the key result as it was.
    """
    known = tx.read(queries.on_day, before.id, on)
    if known is not None:
        tx.remove(Reading, known.id)
    else:
        _keep_old(tx, before, on)
    if value is not None:
        talk = made_in or (known.made_in if known else None)
        tx.add(Reading(result_id=before.id, read_on=on, value=value, made_in=talk))


def _keep_old(tx: Transaction, before: KeyResult, on: date) -> None:
    """A value from before there were readings becomes one, of the day its goal was touched."""
    if before.current is None or tx.read(queries.newest, before.id, 1):
        return
    touched = tx.get(PlanItem, before.item_id).touched_on
    if touched != on:
        tx.add(Reading(result_id=before.id, read_on=touched, value=before.current))


def add(
    store: Store,
    result_id: int,
    on: date,
    value: float,
    *,
    today: date,
    confidence: int | None = None,
    note: str = "",
    origin: object = None,
) -> Reading:
    """Add a reading of any day up to *today*; the newest one is where the key result stands."""
    if not math.isfinite(value):
        raise InvalidInput("Type a number that can be reached.")
    if on > today:
        raise InvalidInput("Choose a day that is not in the future.")
    if confidence is not None and confidence not in CONFIDENCE:
        raise InvalidInput("Choose a confidence between 0 and 10.")
    before = store.get(KeyResult, result_id)
    item = before.item_id
    reading = Reading(
        result_id=result_id, read_on=on, value=value, confidence=confidence, note=clean_note(note)
    )
    person_id = store.read(plan_queries.owner, item)
    person = store.get(Person, person_id or 0)
    check_not_before(on, person.start_date, person.short_name)
    with store.edit("Add reading", origin=origin, person_id=person_id, place=PLACE) as tx:
        _keep_old(tx, before, on)
        added = tx.add(reading)
        _settle(tx, result_id)
        tx.change(PlanItem, item, touched_on=today)
        return added


def remove(store: Store, reading_id: int, *, origin: object = None) -> None:
    """Delete a reading; the key result stands where the newest of the others says."""
    result_id = store.get(Reading, reading_id).result_id
    person_id = store.read(plan_queries.owner, store.get(KeyResult, result_id).item_id)
    with store.edit("Delete reading", origin=origin, person_id=person_id, place=PLACE) as tx:
        tx.trash(Reading, [reading_id], person_id)
        _settle(tx, result_id)


def _settle(tx: Transaction, result_id: int) -> None:
    newest = tx.read(queries.newest, result_id, 1)
    tx.change(KeyResult, result_id, current=newest[0].value if newest else None)
