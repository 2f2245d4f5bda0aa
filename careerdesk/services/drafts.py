"""What is typed and stored nowhere else yet: kept beside the edits, taken up by one of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, TypeVar

from careerdesk.data.mapping import table_name
from careerdesk.data.queries import drafts as queries
from careerdesk.data.store import Store
from careerdesk.domain.drafts import Draft, Owner, Words, pack
from careerdesk.domain.errors import NotFound
from careerdesk.domain.records import Person, Record
from careerdesk.i18n import tr

if TYPE_CHECKING:
    from careerdesk.data.transaction import Transaction

__all__ = ["Draft", "Owner", "Words"]

R = TypeVar("R", bound=Record)


def table(kind: type[Record]) -> str:
    """The name by which drafts know what kind of record they are about."""
    return table_name(kind)


def is_of_reviews(draft: Draft) -> bool:
    """Whether the words were typed in Reviews."""
    from careerdesk.domain.reviews.records import RECORDS

    return draft.kind in {table(kind) for kind in RECORDS}


def every(store: Store) -> list[Draft]:
    """All drafts, the newest last."""
    return store.read(queries.all_of)


def keep(store: Store, draft: Draft, *, anew: bool) -> Draft:
    """Write a draft, and give it back as stored; no step of undo, and nobody hears of it.

    *again*: under a new id, so that no step that knows the old one takes these words along.
    """
    with store.aside() as tx:
        stored = _found(tx, Draft, draft.id)
        if stored is not None and not anew:
            tx.change(Draft, draft.id, body=draft.body, typed_at=draft.typed_at)
            return draft
        if stored is not None:
            tx.remove(Draft, draft.id)
        there = _found(tx, Person, draft.whose) is not None
        whose = draft.whose if there else None
        return tx.add(replace(draft, id=0, uid="", person_id=whose))


def drop(store: Store, draft_id: int) -> None:
    """Forget a draft whose words the user took out one by one."""
    with store.aside() as tx:
        if _found(tx, Draft, draft_id) is not None:
            tx.remove(Draft, draft_id)


def discard(store: Store, ids: Iterable[int], person_id: int | None, place: str = "") -> None:
    """Throw words away at once, as a step that can be undone where they were typed."""
    with store.edit(tr("Discard draft"), person_id=person_id, place=place) as tx:
        for draft_id in ids:
            if _found(tx, Draft, draft_id) is not None:
                tx.remove(Draft, draft_id)


def new(owner: Owner, words: Words, now: datetime) -> Draft:
    """A draft that is not stored yet."""
    return Draft(
        whose=owner.person_id, kind=owner.kind, record_id=owner.record_id, handle=owner.handle,
        body=pack(words), typed_at=now,
    )  # fmt: skip


def _found(tx: Transaction, kind: type[R], record_id: int) -> R | None:
    try:
        return tx.get(kind, record_id) if record_id else None
    except NotFound:
        return None
