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
from careerdesk.i18n import N_

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

REVIEW_KINDS_SAID = {
    "review": N_("Review"), "accomplishment": N_("Accomplishment"), "evidence": N_("Evidence"),
    "peer feedback": N_("Peer feedback"), "calibration": N_("Calibration"),
    "outcome": N_("Outcome"), "promotion": N_("Promotion"), "criterion": N_("Criterion"),
    "level": N_("Level"), "cycle": N_("Cycle"),
}  # fmt: skip
"""How they are said in the language of the interface."""
