"""What can be ticked: promises, points of the agenda and next steps; several at once are one edit.

So one undo takes back what one key did, however many rows were selected.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Literal, TypeVar

from careerdesk.data.queries import plans as plan_queries
from careerdesk.data.store import Store
from careerdesk.domain.loop import Action
from careerdesk.domain.records import AgendaItem, Owner, Promise
from careerdesk.i18n import Counting
from careerdesk.services import actions

if TYPE_CHECKING:
    from careerdesk.data.transaction import Transaction

Tickable = type[Promise] | type[AgendaItem] | type[Action]
S = TypeVar("S")
Row = tuple[Tickable, int]  # what it is, and its id

_TICK: dict[Tickable, Counting] = {
    Promise: Counting("Tick off promise", "Tick off promises"),
    AgendaItem: Counting("Tick off item", "Tick off items"),
    Action: Counting("Tick off step", "Tick off steps"),
}
_EDIT: dict[Tickable, Counting] = {
    Promise: Counting("Edit promise", "Edit promises"),
    AgendaItem: Counting("Edit item", "Edit items"),
    Action: Counting("Edit step", "Edit steps"),
}
_DELETE: dict[Tickable, Counting] = {
    Promise: Counting("Delete promise", "Delete promises"),
    AgendaItem: Counting("Delete item", "Delete items"),
    Action: Counting("Delete step", "Delete steps"),
}
_DONE = Counting("Mark item as done", "Mark items as done")
_PLACES: dict[Tickable, str] = {
    Promise: "check-ins", AgendaItem: "prepare", Action: actions.PLACE,
}  # fmt: skip
SEVERAL = "prepare"  # the page on which rows of several kinds stand together


def tick(
    store: Store,
    rows: Sequence[Row],
    on: date | None,
    *,
    today: date,
    checkin_id: int | None = None,
    origin: object = None,
) -> None:
    """Mark rows as done on a day (None: they are open again); points in a check-in, if given."""
    if not rows:
        return
    name = _of_all(rows, _TICK, _DONE).in_words(len(rows))
    person_id, place = _person_id(store, rows[0]), _of_all(rows, _PLACES, SEVERAL)
    with store.edit(name, origin=origin, person_id=person_id, place=place) as tx:
        for kind, key in rows:
            if kind is AgendaItem:
                tx.change(kind, key, covered_on=on, covered_in=checkin_id if on else None)
            elif kind is Promise:
                tx.change(kind, key, done_on=on)
        actions.tick_within(tx, _steps(tx, rows), on, today)


def remove(store: Store, rows: Sequence[Row], *, today: date, origin: object = None) -> None:
    """Delete rows."""
    if not rows:
        return
    name = _of_all(rows, _DELETE, _DELETE[AgendaItem]).in_words(len(rows))
    person_id, place = _person_id(store, rows[0]), _of_all(rows, _PLACES, SEVERAL)
    with store.edit(name, origin=origin, person_id=person_id, place=place) as tx:
        for kind in (Promise, AgendaItem):
            ids = [key for one, key in rows if one is kind]
            if ids:
                tx.trash(kind, ids, person_id)
        steps = _steps(tx, rows)
        if steps:
            actions.remove_within(tx, steps, person_id, today)


def turn_owner(store: Store, rows: Sequence[Row], *, today: date, origin: object = None) -> None:
    """Let what is mine be theirs, and what is theirs be mine."""
    if not rows:
        return
    name = _of_all(rows, _EDIT, _EDIT[AgendaItem]).in_words(len(rows))
    person_id, place = _person_id(store, rows[0]), _of_all(rows, _PLACES, SEVERAL)
    with store.edit(name, origin=origin, person_id=person_id, place=place) as tx:
        for kind, key in rows:
            theirs = tx.get(kind, key).owner is Owner.THEM
            tx.change(kind, key, owner=Owner.ME if theirs else Owner.THEM)
        actions.touch_goals(tx, _steps(tx, rows), today)


def turn_points(
    store: Store,
    ids: Sequence[int],
    field: Literal["private", "repeating"],
    *,
    origin: object = None,
) -> None:
    """Turn a yes of points into a no, or the other way round."""
    if not ids:
        return
    person_id = _person_id(store, (AgendaItem, ids[0]))
    name = _EDIT[AgendaItem].in_words(len(ids))
    with store.edit(name, origin=origin, person_id=person_id, place="prepare") as tx:
        for key in ids:
            tx.change(AgendaItem, key, **{field: not getattr(tx.get(AgendaItem, key), field)})


def _steps(tx: Transaction, rows: Sequence[Row]) -> list[Action]:
    return [tx.get(Action, key) for kind, key in rows if kind is Action]


def _of_all(rows: Sequence[Row], words: dict[Tickable, S], several: S) -> S:
    """The word for the kind of all rows, or the one for several kinds."""
    kinds = {kind for kind, _ in rows}
    return words[kinds.pop()] if len(kinds) == 1 else several


def _person_id(store: Store, row: Row) -> int | None:
    found = store.get(*row)
    if isinstance(found, Action):
        return store.read(plan_queries.owner, found.item_id)
    return found.person_id
