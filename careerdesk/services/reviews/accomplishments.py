"""What a person has done, from their own list, and which criteria it speaks for."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import TYPE_CHECKING

from careerdesk.data.changes import Whose
from careerdesk.data.queries.reviews import reviews as queries
from careerdesk.data.store import Store
from careerdesk.domain.errors import NotFound
from careerdesk.domain.reviews.records import (
    Accomplishment,
    AccomplishmentCriterion,
    Criterion,
    Review,
    ReviewCycle,
)
from careerdesk.domain.text import clean_line, clean_note
from careerdesk.i18n import N_, tr
from careerdesk.services.reviews.cycles import PLACE, check_open

if TYPE_CHECKING:
    from careerdesk.data.transaction import Transaction

Mapped = tuple[Accomplishment, frozenset[int]]


def of_review(store: Store, review_id: int) -> list[Mapped]:
    """The accomplishments of the review's period with the criteria of its cycle they speak for."""
    review = store.get(Review, review_id)
    cycle = store.get(ReviewCycle, review.cycle_id)
    speaks = store.read(queries.speaks_for, cycle.id)
    found = store.read(
        queries.accomplishments, review.person_id, cycle.starts_on.isoformat(),
        cycle.ends_on.isoformat(),
    )  # fmt: skip
    return [(one, frozenset(speaks.get(one.id, ()))) for one in found]


def add(
    store: Store,
    person_id: int,
    texts: Sequence[str],
    on: date,
    *,
    item_id: int | None = None,
    origin: object = None,
) -> list[Accomplishment]:
    """Add accomplishments of that day, one for each text."""
    cleaned = [clean_line(text, N_("accomplishment"), 2_000) for text in texts]
    with store.edit(
        tr("Add accomplishment"), origin=origin, person_id=person_id, place=PLACE
    ) as tx:
        return [
            tx.add(Accomplishment(person_id=person_id, done_on=on, what=text, item_id=item_id))
            for text in cleaned
        ]


def change(
    store: Store,
    accomplishment_id: int,
    *,
    merge: str = "",
    origin: object = None,
    **values: object,
) -> None:
    """Set day, what, context or impact."""
    if "what" in values:
        values["what"] = clean_line(str(values["what"]), N_("accomplishment"), 2_000)
    values |= {
        name: clean_note(str(values[name])) for name in ("context", "impact") if name in values
    }
    with store.edit(
        tr("Edit accomplishment"), origin=origin, merge=merge, person_id=Whose.CHANGED, place=PLACE
    ) as tx:
        tx.change(Accomplishment, accomplishment_id, **values)


def set_criteria(
    store: Store,
    accomplishment_id: int,
    cycle_id: int,
    criteria: Collection[int],
    *,
    origin: object = None,
) -> None:
    """Say which criteria of a cycle an accomplishment speaks for; refused if it is closed."""
    person_id = store.get(Accomplishment, accomplishment_id).person_id
    check_open(store.get(ReviewCycle, cycle_id))
    with store.edit(
        tr("Edit accomplishment"), origin=origin, person_id=person_id, place=PLACE
    ) as tx:
        _link(tx, accomplishment_id, cycle_id, set(criteria))


def _link(tx: Transaction, accomplishment_id: int, cycle_id: int, wanted: set[int]) -> None:
    known = tx.read(queries.speaks_for, cycle_id).get(accomplishment_id, {})
    for criterion, link in known.items():
        if criterion not in wanted:
            tx.remove(AccomplishmentCriterion, link)
    for criterion in sorted(wanted - known.keys()):
        if tx.get(Criterion, criterion).cycle_id != cycle_id:
            raise NotFound(N_("This criterion isn't part of the cycle."))
        tx.add(AccomplishmentCriterion(accomplishment_id=accomplishment_id, criterion_id=criterion))


def remove(store: Store, ids: Sequence[int], *, origin: object = None) -> None:
    """Delete accomplishments; where they are cited, the copy stays."""
    if not ids:
        return
    person_id = store.get(Accomplishment, ids[0]).person_id
    with store.edit(
        tr("Delete accomplishment"), origin=origin, person_id=person_id, place=PLACE
    ) as tx:
        tx.trash(Accomplishment, ids, person_id)
