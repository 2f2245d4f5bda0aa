"""Where each record of Reviews is shown: the tab of its cycle, or of one person's review."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from careerdesk.data.store import Store
from careerdesk.dataclass import dataclass
from careerdesk.domain.errors import NotFound
from careerdesk.domain.records import Record
from careerdesk.domain.reviews.records import (
    Accomplishment,
    Calibration,
    Criterion,
    Evidence,
    Outcome,
    PeerFeedback,
    PromotionPoint,
    RatingLevel,
    Review,
    ReviewCycle,
)
from careerdesk.i18n import N_
from careerdesk.services.reviews import cycles, reviews


@dataclass(frozen=True, slots=True)
class InReviews:
    """A tab of Reviews: of the review or of the cycle that it is `within`."""

    side: str
    within: tuple[type[Record], int]
    person_id: int = 0


Placer = Callable[[Store, Any, str], InReviews]

TAB_OF = {
    "self_review": "self",
    "narrative": "narrative",
    "gaps": "narrative",
    "proposed_why": "narrative",
    "share_words": "share",
    "response": "share",
}
"""On which tab of a review each of its own texts stands."""


def place_of(store: Store, record: Record, field: str) -> InReviews:
    """Where the text *field* of a record of Reviews is shown; raises `NotFound` if nowhere."""
    return PLACES[type(record)](store, record, field)


def _cycle(_store: Store, one: ReviewCycle, _field: str) -> InReviews:
    return InReviews("settings", (ReviewCycle, one.id))


def _of_cycle(_store: Store, one: RatingLevel | Criterion, _field: str) -> InReviews:
    return InReviews("settings", (ReviewCycle, one.cycle_id))


def _review(_store: Store, one: Review, field: str) -> InReviews:
    """Why somebody takes no part stands among the people of the cycle."""
    if field == "left_out":
        return InReviews("people", (ReviewCycle, one.cycle_id), one.person_id)
    return InReviews(TAB_OF[field], (Review, one.id), one.person_id)


def _on_tab(side: str) -> Placer:
    def place(
        store: Store, one: PeerFeedback | Evidence | Calibration | Outcome, _field: str
    ) -> InReviews:
        person_id = store.get(Review, one.review_id).person_id
        return InReviews(side, (Review, one.review_id), person_id)

    return place


_of_outcome = _on_tab("outcome")


def _promotion_point(store: Store, one: PromotionPoint, field: str) -> InReviews:
    return _of_outcome(store, store.get(Outcome, one.outcome_id), field)


def _accomplishment(store: Store, one: Accomplishment, _field: str) -> InReviews:
    """It is in every review of its person: that of the period it was done in, else the newest."""
    every = [(cycle, reviews.find(store, cycle.id, one.person_id)) for cycle in cycles.every(store)]
    there = [(cycle, found) for cycle, found in every if found is not None and not found.left_out]
    then = [pair for pair in there if pair[0].starts_on <= one.done_on <= pair[0].ends_on]
    for _, review in (*then, *there):
        return InReviews("accomplishments", (Review, review.id), one.person_id)
    raise NotFound(N_("This no longer appears in any review."))


PLACES: dict[type[Record], Placer] = {
    ReviewCycle: _cycle,
    RatingLevel: _of_cycle,
    Criterion: _of_cycle,
    Review: _review,
    PeerFeedback: _on_tab("peers"),
    Accomplishment: _accomplishment,
    Evidence: _on_tab("narrative"),
    Calibration: _on_tab("calibration"),
    Outcome: _of_outcome,
    PromotionPoint: _promotion_point,
}
"""How the place of each kind of Reviews that is searched is found."""
