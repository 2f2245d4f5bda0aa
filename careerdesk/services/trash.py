"""The trash: what was deleted in the last 30 days, to be brought back whole."""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import suppress
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from careerdesk.data.mapping import kinds_by_table, table_name
from careerdesk.data.queries import checkins, drafts
from careerdesk.data.queries import plans as plan_queries
from careerdesk.data.queries import trash as queries
from careerdesk.data.store import Store
from careerdesk.data.trash import first_row
from careerdesk.dataclass import dataclass
from careerdesk.domain import moments
from careerdesk.domain.catalogue import Area, Entry, entry_of
from careerdesk.domain.drafts import Draft
from careerdesk.domain.errors import InvalidInput, NotFound
from careerdesk.domain.loop import Trashed
from careerdesk.domain.parts import WRITING, Part, Parts, through
from careerdesk.domain.plain import beginning
from careerdesk.domain.records import (
    AgendaItem,
    CheckIn,
    CheckInState,
    Person,
    Plan,
    PlanState,
)
from careerdesk.domain.reviews.records import Review, ReviewCycle
from careerdesk.i18n import N_, Message, tr
from careerdesk.services.reviews.cycles import calibrate_again, check_open

if TYPE_CHECKING:
    from careerdesk.data.transaction import Transaction

KEPT_DAYS = 30
MOST = 500  # of a page; older ones are still there until their day
FIRST_PLACE = "prepare"  # where a person is shown who was not there before


@dataclass(frozen=True, slots=True)
class Thing:
    """Something in the trash: what kind (the name of its table), how it begins, and whose.

    `word` says the kind, "" where that must not be said. What was deleted in Reviews has no words
    here either: the page is seen from Conversations too.
    """

    id: int
    kind: str
    word: Message
    words: str
    on: date | None
    person: str
    deleted_at: datetime
    days_left: int


def things(store: Store) -> list[Thing]:
    """What is in the trash, the last deleted first."""
    since = store.now() - timedelta(days=KEPT_DAYS)
    found = store.read(queries.newest, since, MOST)
    people = _names(store, {one.person_id for one in found if one.person_id})
    return [_thing(one, people.get(one.person_id or 0, ""), store.now()) for one in found]


def _names(store: Store, ids: set[int]) -> dict[int, str]:
    return {key: store.get(Person, key).name for key in ids}


def _thing(found: queries.TrashRow, person: str, now: datetime) -> Thing:
    row, entry = found.row, _entry(found.kind)
    word, words = N_(""), ""
    if entry is not None and entry.area is not Area.REVIEWS:
        word, words = entry.word, beginning(entry.name(row), 200)
    on = entry.day(row) if entry else None
    left = KEPT_DAYS - max(0, (now - found.deleted_at).days)
    return Thing(found.id, found.kind, word, words, on, person, found.deleted_at, max(0, left))


def _entry(table: str) -> Entry | None:
    """What is known of the records of a table; None for one of another version."""
    kind = kinds_by_table().get(table)
    return entry_of(kind) if kind else None


def bring_back(
    store: Store, ids: Sequence[int], *, origin: object = None
) -> tuple[int, str] | None:
    """Put things back with all that belonged to them; where the first one is shown.

    A light cycle that comes to hold what only a calibrating one shows calibrates again.
    Raises `InvalidInput` if what one of them belonged to is gone: all stay in the trash then.
    """
    return through(bringing_back(store, ids, origin=origin))


def bringing_back(
    store: Store, ids: Sequence[int], *, origin: object = None
) -> Parts[tuple[int, str] | None]:
    """As `bring_back`, in parts: nobody hears of it before the last, and closed early all stay."""
    if not ids:
        return None
    found = [store.get(Trashed, key) for key in ids]
    person_id, place = _where(found[0])
    _check_open(store, found)
    with store.edit(tr("Restore"), origin=origin, person_id=person_id, place=place) as tx:
        for one in found:
            _check_one_plan(tx, one)
            _check_one_running(tx, one)
            yield from tx.putting_back(one.body)
            if one.kind == table_name(CheckIn):
                _cover_again(tx, one.record_id)
            tx.remove(Trashed, one.id)
        calibrate_again(tx)
        yield from tx.catching_up()
        yield Part(WRITING, 1, 1)  # the commit has a turn of its own
    return (person_id, place) if person_id is not None else None


def _cover_again(tx: Transaction, checkin_id: int) -> None:
    """Close what was opened when a check-in was deleted in which it had been covered."""
    day = moments.day(tx.get(CheckIn, checkin_id))
    for item in tx.read(checkins.covered, checkin_id):
        if item.covered_on is None:
            tx.change(AgendaItem, item.id, covered_on=day)


def _where(one: Trashed) -> tuple[int | None, str]:
    """Whose it is, and where it is shown."""
    if one.kind == table_name(Person):
        return one.record_id, FIRST_PLACE
    entry = _entry(one.kind)
    return one.person_id, entry.opens if entry else ""


def _check_open(store: Store, found: Sequence[Trashed]) -> None:
    """Refuse to change a closed cycle by what was deleted from a review of it."""
    for one in found:
        if one.kind in ("evidence", "peer_feedback"):
            row = dict(json.loads(one.body)["rows"][0][1])
            with suppress(NotFound):  # without its review, what is said about it comes later
                review = store.get(Review, int(row["review_id"]))
                check_open(store.get(ReviewCycle, review.cycle_id))


def _check_one_plan(tx: Transaction, one: Trashed) -> None:
    """Refuse a second open plan: bringing one back closes none silently."""
    if one.kind != table_name(Plan):
        return
    row = dict(json.loads(one.body)["rows"][0][1])
    person_id = int(row["person_id"])
    if row["state"] != PlanState.CLOSED and tx.read(plan_queries.current, person_id) is not None:
        raise InvalidInput(
            N_("There's already an open plan. Close it first, then restore this one.")
        )


def _check_one_running(tx: Transaction, one: Trashed) -> None:
    """Refuse a second check-in that is going on: the pages show one, and that would hide it."""
    if one.kind != table_name(CheckIn):
        return
    row = first_row(one.body) or {}
    if row.get("state") != CheckInState.RUNNING:
        return
    going = tx.read(checkins.in_state, int(row["person_id"]), CheckInState.RUNNING)
    if going:
        raise InvalidInput(
            N_(
                "A check-in with {name} is already in progress. "
                "Finish it first, then restore this one."
            ),
            name=tx.get(Person, going[0].person_id).short_name,
        )


def forget(store: Store, ids: Sequence[int], *, origin: object = None) -> None:
    """Delete things for good; only undo in this session brings them back."""
    if not ids:
        return
    with store.edit(tr("Empty trash"), origin=origin) as tx:
        for key in ids:
            tx.forget(key)


def purge(store: Store) -> int:
    """Let go of what was deleted 30 days ago or earlier; how many there were.

    Drafts of what is gone for good go as well. Call it before anything can be undone.
    """
    old = store.read(queries.old, store.now() - timedelta(days=KEPT_DAYS))
    lost = store.read(drafts.lost)
    if (old or lost) and not store.read_only:
        with store.edit(tr("Delete old items from trash"), undoable=False) as tx:
            for key in old:
                tx.forget(key)
            for key in set(lost):
                tx.remove(Draft, key)
    return len(old)
