"""Key results: how goals are measured, in an order."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from careerdesk.data.queries import plans as queries
from careerdesk.data.store import Store
from careerdesk.domain import ranks
from careerdesk.domain.errors import InvalidInput
from careerdesk.domain.progress import heading
from careerdesk.domain.records import KeyResult, PlanItem
from careerdesk.domain.text import clean_line, clean_short
from careerdesk.i18n import N_, tr, trn
from careerdesk.services.plans import PLACE, owner

if TYPE_CHECKING:
    from careerdesk.data.transaction import Transaction


def add(
    store: Store, item_id: int, name: str, *, today: date | None = None, origin: object = None
) -> KeyResult:
    """Add a way to measure a goal."""
    return add_all(store, item_id, [name], today=today, origin=origin)[0]


def add_all(
    store: Store,
    item_id: int,
    names: Sequence[str],
    *,
    today: date | None = None,
    origin: object = None,
) -> list[KeyResult]:
    """Add ways to measure a goal, in one step: all of them, or none."""
    cleaned = [clean_line(name, N_("key result")) for name in names]
    step = trn("Add key result", "Add key results", len(cleaned))
    with store.edit(step, origin=origin, person_id=owner(store, item_id), place=PLACE) as tx:
        rank = tx.read(queries.last_result_rank, item_id)
        if today:
            tx.change(PlanItem, item_id, touched_on=today)
        added = []
        for name in cleaned:
            rank = ranks.at_end(rank)
            added.append(tx.add(KeyResult(item_id=item_id, name=name, rank=rank)))
        return added


def change(
    store: Store,
    result_id: int,
    *,
    today: date | None = None,
    made_in: int | None = None,
    merge: str = "",
    origin: object = None,
    **fields: object,
) -> None:
    """Set fields of a key result; what it stands at is its value of *today*, in that check-in."""
    before = store.get(KeyResult, result_id)
    item_id = before.item_id
    checked = {name: _measured(name, value) for name, value in fields.items()}
    with store.edit(
        tr("Edit key result"),
        origin=origin,
        merge=merge,
        person_id=owner(store, item_id),
        place=PLACE,
    ) as tx:
        tx.change(KeyResult, result_id, **_turned(before, checked))
        if today:
            tx.change(PlanItem, item_id, touched_on=today)
            _read(tx, before, today, checked, made_in)
            _follow_ends(tx, before, today)


def _follow_ends(tx: Transaction, before: KeyResult, today: date) -> None:
    """Readings of before keep the ends of their day; where there are some, the change is noted."""
    now = tx.get(KeyResult, before.id)
    if (before.baseline, before.target, before.direction) == (
        now.baseline, now.target, now.direction,
    ):  # fmt: skip
        return
    from careerdesk.services import goal_changes, key_result_values

    if key_result_values.follow_ends(tx, before, today):
        goal_changes.note_target(tx, before, today)


def _turned(before: KeyResult, fields: dict[str, object]) -> dict[str, object]:
    """The fields with the direction that their ends ask for."""
    if not fields.keys() & {"baseline", "target", "direction"}:
        return fields
    wanted = replace(before, **fields)  # type: ignore[arg-type]
    return {**fields, "direction": heading(wanted.direction, wanted.baseline, wanted.target)}


def _read(
    tx: Transaction, before: KeyResult, today: date, fields: dict[str, object], made_in: int | None
) -> None:
    if "current" not in fields:
        return
    from careerdesk.services import key_result_values

    value = fields["current"]
    number = float(value) if isinstance(value, float | int) else None
    key_result_values.record(tx, before, today, number, made_in)


def _measured(name: str, value: object) -> object:
    if name == "name":
        return clean_line(str(value), N_("key result"))
    if name == "unit":
        return clean_short(str(value), N_("unit"))
    if isinstance(value, float) and not math.isfinite(value):
        raise InvalidInput(N_("Enter a valid number."))
    return value


def move(store: Store, ids: Sequence[int], before_id: int | None, *, origin: object = None) -> None:
    """Put key results of a goal in front of another one of it (None: at the end).

    One row is written for each that moves; those that stand there already are left.
    """
    if not ids:
        return
    item_id = store.get(KeyResult, ids[0]).item_id
    person_id = owner(store, item_id)
    with store.edit(tr("Move key result"), origin=origin, person_id=person_id, place=PLACE) as tx:
        order = tx.read(queries.result_order, item_id)
        here = [key for key in ids if key in dict(order)]
        for key, rank in ranks.moved(order, here, before_id).items():
            tx.change(KeyResult, key, rank=rank)


def remove(store: Store, result_id: int, *, origin: object = None) -> None:
    """Delete a key result."""
    person_id = owner(store, store.get(KeyResult, result_id).item_id)
    with store.edit(tr("Delete key result"), origin=origin, person_id=person_id, place=PLACE) as tx:
        tx.trash(KeyResult, [result_id], person_id)
