"""Aspirations: what a person wants, near and far, and how that changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from careerdesk.data.queries import aspirations as queries
from careerdesk.data.store import Store
from careerdesk.dataclass import dataclass
from careerdesk.domain import ranks
from careerdesk.domain.errors import InvalidInput
from careerdesk.domain.loop import Aspiration, AspirationState, Reach
from careerdesk.domain.records import PlanItem
from careerdesk.domain.text import clean_line
from careerdesk.i18n import N_, tr, trn

if TYPE_CHECKING:
    from careerdesk.data.transaction import Transaction

PLACE = "discovery"
LIMIT = 1_000


@dataclass(frozen=True, slots=True)
class Wish:
    """An aspiration as it stands, and what it was before, the newest first."""

    now: Aspiration
    earlier: tuple[Aspiration, ...] = ()

    @property
    def id(self) -> int:
        """The id of the aspiration as it stands."""
        return self.now.id


def of(store: Store, person_id: int) -> list[Wish]:
    """What a person wants: the near ones first, those that ended last."""
    known = store.read(queries.of_person, person_id)
    by_id = {one.id: one for one in known}
    current = (one for one in known if one.valid_to is None and one.struck_on is None)
    wishes = [Wish(one, _before(one, by_id)) for one in current]
    return sorted(wishes, key=_order)


def _before(one: Aspiration, by_id: dict[int, Aspiration]) -> tuple[Aspiration, ...]:
    found: list[Aspiration] = []
    while one.follows in by_id and len(found) < len(by_id):  # a damaged file may go in circles
        one = by_id[one.follows]
        found.append(one)
    return tuple(wish for wish in found if wish.struck_on is None)


def _order(wish: Wish) -> tuple[bool, int, int, int]:
    ended = wish.now.state in (AspirationState.REACHED, AspirationState.DROPPED)
    return ended, list(Reach).index(wish.now.reach), wish.now.rank, wish.now.id


def add(
    store: Store,
    person_id: int,
    statements: Sequence[str],
    on: date,
    *,
    reach: Reach = Reach.ONE_YEAR,
    origin: object = None,
) -> list[Aspiration]:
    """Note what a person wants, in their words, from that day on."""
    cleaned = [clean_line(text, N_("aspiration"), LIMIT) for text in statements]
    step = trn("Add aspiration", "Add aspirations", len(cleaned))
    with store.edit(step, origin=origin, person_id=person_id, place=PLACE) as tx:
        known = tx.read(queries.of_person, person_id)
        rank = known[-1].rank if known else None
        added = []
        for text in cleaned:
            rank = ranks.at_end(rank)
            new = Aspiration(person_id=person_id, reach=reach, statement=text, valid_from=on,
                             rank=rank)  # fmt: skip
            added.append(tx.add(new))
        return added


def change(
    store: Store,
    aspiration_id: int,
    on: date,
    *,
    statement: str | None = None,
    reach: Reach | None = None,
    state: AspirationState | None = None,
    on_plan: bool | None = None,
    origin: object = None,
) -> int:
    """Word it again, or say that it lies elsewhere or stands otherwise; the id it has then.

    What it was before stays beside it, except for a change on the day it was noted. Other words
    are a new record that the person has not seen, and that stands on no plan; words that they
    have seen are never written over. *on_plan* counts for words that they have seen.
    """
    old = store.get(Aspiration, aspiration_id)
    words = old.statement if statement is None else _cleaned(statement)
    new = replace(old, statement=words, reach=reach or old.reach, state=state or old.state)
    reworded = words != old.statement
    if reworded:
        new = replace(new, seen_on=None, on_plan=False)
    elif on_plan is not None and old.seen_on:
        new = replace(new, on_plan=on_plan)
    if new == old:
        return old.id
    if old.valid_to is not None:
        raise InvalidInput(N_("This is an earlier wording. Edit the current one instead."))
    with store.edit(
        tr("Edit aspiration"), origin=origin, person_id=old.person_id, place=PLACE
    ) as tx:
        only_ticked = replace(new, on_plan=old.on_plan) == old
        if only_ticked or (old.valid_from == on and not (reworded and old.seen_on)):
            tx.change(Aspiration, old.id, statement=words, reach=new.reach, state=new.state,
                      seen_on=new.seen_on, on_plan=new.on_plan)  # fmt: skip
            return old.id
        return _follow(tx, old, new, max(on, old.valid_from))  # the clock may have been set back


def _follow(tx: Transaction, old: Aspiration, new: Aspiration, on: date) -> int:
    """End the old record and begin the new one; the goals that lead there go along."""
    tx.change(Aspiration, old.id, valid_to=on)
    added = tx.add(replace(new, id=0, uid="", valid_from=on, follows=old.id))
    for item_id in tx.read(queries.serving, old.id):
        tx.change(PlanItem, item_id, aspiration_id=added.id)
    return added.id


def _cleaned(statement: str) -> str:
    return clean_line(statement, N_("aspiration"), LIMIT)


def put_on_plan(store: Store, aspiration_id: int, *, on_plan: bool, origin: object = None) -> None:
    """Let an aspiration stand on top of the plan, or no longer; only one the person has seen.

    Raises `InvalidInput` for one they have not.
    """
    known = store.get(Aspiration, aspiration_id)
    if known.on_plan == on_plan:
        return
    if on_plan and (known.seen_on is None or known.valid_to is not None):
        raise InvalidInput(
            N_(
                "Only aspirations they have seen in writing can be added to the plan. Give them "
                "“In your own words” first."
            )
        )
    step = tr("Add aspiration to plan") if on_plan else tr("Remove aspiration from plan")
    with store.edit(step, origin=origin, person_id=known.person_id, place=PLACE) as tx:
        tx.change(Aspiration, aspiration_id, on_plan=on_plan)


def remove(store: Store, ids: Sequence[int], *, origin: object = None) -> None:
    """Delete aspirations with what they were before."""
    if not ids:
        return
    person_id = store.get(Aspiration, ids[0]).person_id
    known = {wish.id: wish for wish in of(store, person_id)}
    with store.edit(tr("Delete aspiration"), origin=origin, person_id=person_id, place=PLACE) as tx:
        for key in ids:
            earlier = [one.id for one in known[key].earlier] if key in known else []
            tx.trash(Aspiration, [key, *earlier], person_id)
