"""Next steps: what someone does soon for a goal; small, with an owner and perhaps a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from careerdesk.data.queries import actions as queries
from careerdesk.data.queries import plans as plan_queries
from careerdesk.data.store import Store
from careerdesk.domain import ranks
from careerdesk.domain.loop import Action, ChangeKind
from careerdesk.domain.records import Owner, Person, PlanItem
from careerdesk.domain.text import clean_line
from careerdesk.i18n import N_, tr, trn
from careerdesk.services import goal_changes

if TYPE_CHECKING:
    from careerdesk.data.transaction import Transaction

PLACE = "plan"
LIMIT = 2_000


def of(store: Store, item_id: int) -> list[Action]:
    """The steps of a goal, in their order."""
    return store.read(queries.of_item, item_id)


def of_plan(store: Store, plan_id: int) -> dict[int, list[Action]]:
    """The steps of a plan in their order, by the ids of their goals."""
    return store.read(queries.of_plan, plan_id)


def person_of(store: Store, item_id: int) -> Person:
    """Whose goal it is; raises `NotFound` if it is deleted."""
    return store.get(Person, _owner(store, item_id) or 0)


def add(
    store: Store,
    item_id: int,
    texts: Sequence[str],
    *,
    today: date,
    owner: Owner = Owner.THEM,
    due_on: date | None = None,
    origin: object = None,
) -> list[Action]:
    """Add steps at the end; the goal was touched by that."""
    cleaned = [clean_line(text, N_("step"), LIMIT) for text in texts]
    person_id = _owner(store, item_id)
    name = trn("Add step", "Add steps", len(cleaned))
    with store.edit(name, origin=origin, person_id=person_id, place=PLACE) as tx:
        known = tx.read(queries.of_item, item_id)
        rank = known[-1].rank if known else None
        added = []
        for text in cleaned:
            rank = ranks.at_end(rank)
            step = Action(item_id=item_id, text=text, owner=owner, due_on=due_on, rank=rank)
            added.append(tx.add(step))
            goal_changes.note(tx, item_id, today, ChangeKind.ACTION_ADDED, "", text)
        tx.change(PlanItem, item_id, touched_on=today)
        return added


def change(
    store: Store, action_id: int, *, today: date, origin: object = None, **fields: object
) -> None:
    """Set fields of a step; its goal was touched by that."""
    if "text" in fields:
        fields["text"] = clean_line(str(fields["text"]), N_("step"), LIMIT)
    before = store.get(Action, action_id)
    item_id = before.item_id
    person_id = _owner(store, item_id)
    with store.edit(tr("Edit step"), origin=origin, person_id=person_id, place=PLACE) as tx:
        tx.change(Action, action_id, **fields)
        if "text" in fields:
            goal_changes.reword_step(tx, item_id, today, before.text, str(fields["text"]))
        tx.change(PlanItem, item_id, touched_on=today)


def tick(
    store: Store, ids: Sequence[int], on: date | None, *, today: date, origin: object = None
) -> None:
    """Mark steps as done on a day (None: they are open again); their goals were touched by that."""
    if not ids:
        return
    steps = [store.get(Action, key) for key in ids]
    person_id = _owner(store, steps[0].item_id)
    name = trn("Tick off step", "Tick off steps", len(ids))
    with store.edit(name, origin=origin, person_id=person_id, place=PLACE) as tx:
        tick_within(tx, steps, on, today)


def tick_within(tx: Transaction, steps: Sequence[Action], on: date | None, today: date) -> None:
    """Mark steps within an edit, as `tick` does."""
    for step in steps:
        _tick(tx, step, on, today)
    touch_goals(tx, steps, today)


def _tick(tx: Transaction, step: Action, on: date | None, today: date) -> None:
    tx.change(Action, step.id, done_on=on)
    if on is None:
        goal_changes.forget_step(tx, step.item_id, today, ChangeKind.ACTION_DONE, step.text)
    elif step.done_on is None:
        goal_changes.note(tx, step.item_id, today, ChangeKind.ACTION_DONE, "", step.text)


def move(store: Store, ids: Sequence[int], before_id: int | None, *, origin: object = None) -> None:
    """Put steps of a goal in front of another one of it (None: at the end).

    One row is written for each step that moves; those that stand there already are left.
    """
    if not ids:
        return
    item_id = store.get(Action, ids[0]).item_id
    person_id = _owner(store, item_id)
    name = trn("Move step", "Move steps", len(ids))
    with store.edit(name, origin=origin, person_id=person_id, place=PLACE) as tx:
        order = [(step.id, step.rank) for step in tx.read(queries.of_item, item_id)]
        here = [key for key in ids if key in dict(order)]
        for key, rank in ranks.moved(order, here, before_id).items():
            tx.change(Action, key, rank=rank)


def remove(store: Store, ids: Sequence[int], *, today: date, origin: object = None) -> None:
    """Delete steps of goals, which were touched by that."""
    if not ids:
        return
    steps = [store.get(Action, key) for key in ids]
    person_id = _owner(store, steps[0].item_id)
    name = trn("Delete step", "Delete steps", len(ids))
    with store.edit(name, origin=origin, person_id=person_id, place=PLACE) as tx:
        remove_within(tx, steps, person_id, today)


def remove_within(
    tx: Transaction, steps: Sequence[Action], person_id: int | None, today: date
) -> None:
    """Delete steps within an edit, as `remove` does."""
    for step in steps:
        goal_changes.forget_step(tx, step.item_id, today, ChangeKind.ACTION_ADDED, step.text)
        if step.done_on is not None:  # else the done one of the same words is another step
            goal_changes.forget_step(tx, step.item_id, today, ChangeKind.ACTION_DONE, step.text)
    tx.trash(Action, [step.id for step in steps], person_id)
    touch_goals(tx, steps, today)


def touch_goals(tx: Transaction, steps: Sequence[Action], today: date) -> None:
    """Note within an edit that the goals of steps were touched today."""
    for item_id in {step.item_id for step in steps}:
        tx.change(PlanItem, item_id, touched_on=today)


def _owner(store: Store, item_id: int) -> int | None:
    return store.read(plan_queries.owner, item_id)
