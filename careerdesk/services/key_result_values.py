"""Readings: what a key result stood at, day by day. The newest is where it stands now."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from careerdesk.data.queries import key_result_values as queries
from careerdesk.data.queries import plans as plan_queries
from careerdesk.data.store import Store
from careerdesk.domain.days import check_not_before
from careerdesk.domain.errors import InvalidInput
from careerdesk.domain.loop import KeyResultValue
from careerdesk.domain.records import KeyResult, Person, PlanItem
from careerdesk.domain.text import clean_note
from careerdesk.i18n import N_, tr

if TYPE_CHECKING:
    from careerdesk.data.transaction import Transaction

PLACE = "plan"
MOST = 400
CONFIDENCE = range(11)
IN_A_LINE = 24
"""The values that a small line shows; earlier ones would make it too fine to see."""


def of(store: Store, result_id: int, limit: int = MOST) -> list[KeyResultValue]:
    """The readings of a key result, the newest first."""
    return store.read(queries.newest, result_id, limit)


def values_of_plan(store: Store, plan_id: int) -> dict[int, tuple[float, ...]]:
    """The last values of each key result of a plan, the oldest first, by the ids of these."""
    return store.read(queries.values_of_plan, plan_id, IN_A_LINE)


def record(
    tx: Transaction, before: KeyResult, on: date, value: float | None, made_in: int | None = None
) -> None:
    """Note within an edit what a key result stands at; a later word on the same day counts.

    What was said beside an earlier value of the day stays. None takes its reading away, as `remove`
    does.
    *before* is the key result as it was.
    """
    known = tx.read(queries.on_day, before.id, on)
    if known is not None:
        same = tx.read(queries.same_fact, known.id) if value is None else [known.id]
        earlier = _earlier_results(tx, same)
        for key in same:
            tx.remove(KeyResultValue, key)
        _stand(tx, earlier)
    else:
        _keep_old(tx, before, on)
    if value is not None:
        result = tx.get(KeyResult, before.id)  # with the ends it has from this edit on
        said = known or KeyResultValue(result_id=before.id, read_on=on, value=value)
        if said.value != value:
            said = replace(said, copied_from=None)  # of its own: the goal goes on by itself
        tx.add(replace(said, id=0, uid="", value=value, made_in=made_in or said.made_in,
                       baseline=result.baseline, target=result.target))  # fmt: skip


def _keep_old(tx: Transaction, before: KeyResult, on: date) -> None:
    """A value from before there were readings becomes one, of the day its goal was touched."""
    if before.current is None or tx.read(queries.newest, before.id, 1):
        return
    touched = tx.get(PlanItem, before.item_id).touched_on
    if touched != on:
        tx.add(KeyResultValue(result_id=before.id, read_on=touched, value=before.current,
                       baseline=before.baseline, target=before.target))  # fmt: skip


def follow_ends(tx: Transaction, before: KeyResult, today: date) -> bool:
    """Within an edit that gave a key result other ends: readings of before keep those of their day.

    Today's readings take the new ones, as their day is not over. Tells whether there are earlier
    ones: only then was a target changed, and not just set.
    """
    now = tx.get(KeyResult, before.id)
    earlier = False
    for reading in tx.read(queries.newest, before.id, -1):
        if reading.read_on < today:
            earlier = True
            baseline = before.baseline if reading.baseline is None else reading.baseline
            target = before.target if reading.target is None else reading.target
        else:
            baseline, target = now.baseline, now.target
        if (baseline, target) != (reading.baseline, reading.target):
            tx.change(KeyResultValue, reading.id, baseline=baseline, target=target)
    return earlier


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
) -> KeyResultValue:
    """Add a reading of any day up to *today*; the newest one is where the key result stands.

    It has the ends that held on its day.
    """
    before = store.get(KeyResult, result_id)
    baseline, target = _ends_on(store, before, on)
    reading = KeyResultValue(
        result_id=result_id, read_on=on, value=value, baseline=baseline, target=target,
        confidence=confidence, note=clean_note(note),
    )  # fmt: skip
    person = _person(store, before)
    _check(reading, person, today)
    with store.edit(
        tr("Add key result value"), origin=origin, person_id=person.id, place=PLACE
    ) as tx:
        _keep_old(tx, before, on)
        added = tx.add(reading)
        _settle(tx, before, today)
        return added


def _ends_on(store: Store, result: KeyResult, on: date) -> tuple[float, float]:
    """Baseline and target of a day: those that the readings have from before the next change."""
    from careerdesk.services import goal_changes  # late: the first page reads no values

    changed = (one.changed_on for one in goal_changes.target_changes(store, result.item_id)
               if one.result_id == result.id and one.changed_on > on)  # fmt: skip
    next_change = min(changed, default=None)
    if next_change is not None:
        for one in of(store, result.id, -1):
            if one.read_on < next_change and one.baseline is not None and one.target is not None:
                return one.baseline, one.target
    return result.baseline, result.target


def change(
    store: Store, reading_id: int, *, today: date, origin: object = None, **fields: object
) -> None:
    """Set day, value, confidence or note of a reading; refused is what `add` refuses.

    What it was copied from when its goal was carried over is the same fact, and put right too.
    """
    if "note" in fields:
        fields["note"] = clean_note(str(fields["note"]))
    known = store.get(KeyResultValue, reading_id)
    result = store.get(KeyResult, known.result_id)
    person = _person(store, result)
    _check(replace(known, **fields), person, today)  # type: ignore[arg-type]
    with store.edit(
        tr("Edit key result value"), origin=origin, person_id=person.id, place=PLACE
    ) as tx:
        same = tx.read(queries.same_fact, reading_id)
        earlier = _earlier_results(tx, same)
        for key in same:
            tx.change(KeyResultValue, key, **fields)
        _settle(tx, result, today)
        _stand(tx, earlier)


def remove(store: Store, reading_id: int, *, today: date, origin: object = None) -> None:
    """Delete a reading; the key result stands where the newest of the others says.

    What it was copied from when its goal was carried over goes, and comes back, with it.
    """
    result = store.get(KeyResult, store.get(KeyResultValue, reading_id).result_id)
    person_id = _person(store, result).id
    with store.edit(
        tr("Delete key result value"), origin=origin, person_id=person_id, place=PLACE
    ) as tx:
        same = tx.read(queries.same_fact, reading_id)
        earlier = _earlier_results(tx, same)
        tx.trash_together(KeyResultValue, same, person_id)
        _settle(tx, result, today)
        _stand(tx, earlier)


def _person(store: Store, result: KeyResult) -> Person:
    return store.get(Person, store.read(plan_queries.owner, result.item_id) or 0)


def _check(reading: KeyResultValue, person: Person, today: date) -> None:
    if not math.isfinite(reading.value):
        raise InvalidInput(N_("Enter a valid number."))
    if reading.read_on > today:
        raise InvalidInput(N_("That date is in the future. Choose today or an earlier date."))
    if reading.confidence is not None and reading.confidence not in CONFIDENCE:
        raise InvalidInput(N_("Choose a confidence level from 0 to 10."))
    check_not_before(reading.read_on, person.start_date, person.short_name)


def _settle(tx: Transaction, result: KeyResult, today: date) -> None:
    """The key result stands where the newest reading says; its goal was touched."""
    _stand(tx, [result.id])
    tx.change(PlanItem, result.item_id, touched_on=today)


def _earlier_results(tx: Transaction, same: Sequence[int]) -> list[int]:
    """The key results of the plans before, which hold what the first of these was copied from."""
    return [tx.get(KeyResultValue, key).result_id for key in same[1:]]


def _stand(tx: Transaction, result_ids: Iterable[int]) -> None:
    for key in result_ids:
        newest = tx.read(queries.newest, key, 1)
        tx.change(KeyResult, key, current=newest[0].value if newest else None)
