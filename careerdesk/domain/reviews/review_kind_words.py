"""What the kinds of record of Reviews are called in a search."""

from __future__ import annotations

from collections.abc import Mapping

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

REVIEW_KINDS: Mapping[str, tuple[type[Record], ...]] = {
    "review": (Review,),
    "accomplishment": (Accomplishment,),
    "evidence": (Evidence,),
    "peer feedback": (PeerFeedback,),
    "calibration": (Calibration,),
    "outcome": (Outcome,),
    "promotion": (PromotionPoint,),
    "criterion": (Criterion,),
    "level": (RatingLevel,),
    "cycle": (ReviewCycle,),
}
ALSO_REVIEW_KINDS = {
    "reviews": "review", "accomplishments": "accomplishment", "peer": "peer feedback",
    "peers": "peer feedback", "outcomes": "outcome", "criteria": "criterion", "levels": "level",
    "cycles": "cycle",
}  # fmt: skip
