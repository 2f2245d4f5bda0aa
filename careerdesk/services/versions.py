"""What a text said earlier, and how to have it back."""

from __future__ import annotations

from careerdesk.data.queries import versions as queries
from careerdesk.data.store import Store
from careerdesk.domain.loop import Aspiration, TextVersion
from careerdesk.domain.records import KeyResult, Person, Plan, PlanItem, Record
from careerdesk.domain.reviews.records import Outcome, Review, ReviewCycle
from careerdesk.domain.versions import TextRef
from careerdesk.i18n import tr

__all__ = ["TextRef", "TextVersion"]

MOST = 500


def current(store: Store, ref: TextRef) -> str:
    """What the text says now; raises `NotFound`."""
    return str(getattr(store.get(ref.kind, ref.record_id), ref.field))


def earlier(store: Store, ref: TextRef) -> list[TextVersion]:
    """What the text said earlier, the last first, at most 500; blank ones are left out."""
    return [one for one in store.read(queries.all_of, ref, MOST) if one.text.strip()]


def bring_back(store: Store, ref: TextRef, text: str, *, origin: object = None) -> None:
    """Let the text say *text* again; what it says now is kept as an earlier version."""
    from careerdesk.domain.catalogue import entry_of  # late, as the next one is:
    from careerdesk.services.reviews import reviews  # the first page does without

    record = store.get(ref.kind, ref.record_id)
    person_id, place = _person_id(store, record), entry_of(ref.kind).opens
    with store.edit(tr("Restore text"), origin=origin, person_id=person_id, place=place) as tx:
        tx.keep_text(ref, at_once=True)
        tx.change(ref.kind, ref.record_id, **{ref.field: text}, **_unseen(record, text))
        if isinstance(record, Review):
            reviews.renew_digest(tx, ref.record_id, {ref.field}, record)


def _unseen(record: Record, text: str) -> dict[str, object]:
    """Other words of an aspiration were not seen by the person, and stand on no plan."""
    if not isinstance(record, Aspiration) or text == record.statement:
        return {}
    return {"seen_on": None, "on_plan": False}


def _person_id(store: Store, record: Record) -> int | None:
    """Whose text it is, up through what it belongs to; raises where a closed cycle holds it."""
    from careerdesk.services.reviews.cycles import check_open

    if isinstance(record, Person):
        return record.id
    if isinstance(record, ReviewCycle):
        check_open(record)
        return None
    if isinstance(record, Review):
        check_open(store.get(ReviewCycle, record.cycle_id))
    for field, kind in _OWNERS:
        owner_id = getattr(record, field, None)
        if owner_id is not None:
            return _person_id(store, store.get(kind, owner_id))
    return None


_OWNERS: tuple[tuple[str, type[Record]], ...] = (
    ("person_id", Person),
    ("plan_id", Plan),
    ("item_id", PlanItem),
    ("result_id", KeyResult),
    ("outcome_id", Outcome),
    ("review_id", Review),
    ("cycle_id", ReviewCycle),
)
