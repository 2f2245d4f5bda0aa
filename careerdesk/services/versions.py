"""What a text said earlier, and how to have it back."""

from __future__ import annotations

from careerdesk.data.queries import versions as queries
from careerdesk.data.store import Store
from careerdesk.domain.feedback import Feedback
from careerdesk.domain.loop import Aspiration, Reading, TextVersion
from careerdesk.domain.records import CheckIn, DiscoveryNote, KeyResult, Plan, PlanItem, Record
from careerdesk.domain.reviews import Outcome, PeerFeedback, Review, ReviewCycle
from careerdesk.domain.versions import TextRef
from careerdesk.services import reviews
from careerdesk.services.review_cycles import check_open

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
    record = store.get(ref.kind, ref.record_id)
    person_id = _person_id(store, record)
    with store.edit(
        "Bring back text", origin=origin, person_id=person_id, place=_PLACES[ref.kind]
    ) as tx:
        tx.keep_text(ref, at_once=True)
        tx.change(ref.kind, ref.record_id, **{ref.field: text})
        if isinstance(record, Review):
            reviews.renew_digest(tx, ref.record_id, {ref.field}, record)


def _person_id(store: Store, record: Record) -> int | None:
    if isinstance(record, Reading):
        return _person_id(
            store, store.get(PlanItem, store.get(KeyResult, record.result_id).item_id)
        )
    if isinstance(record, PlanItem):
        return store.get(Plan, record.plan_id).person_id
    if isinstance(record, PeerFeedback | Outcome):
        record = store.get(Review, record.review_id)
    if isinstance(record, Review):
        check_open(store.get(ReviewCycle, record.cycle_id))
    return getattr(record, "person_id", None)


_PLACES: dict[type[Record], str] = {
    DiscoveryNote: "discovery",
    Aspiration: "discovery",
    PlanItem: "plan",
    Reading: "plan",
    CheckIn: "check-ins",
    Feedback: "prepare",
    Review: "reviews",
    PeerFeedback: "reviews",
    Outcome: "reviews",
}
