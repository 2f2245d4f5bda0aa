"""What a record of Reviews is called within a sentence of an error."""

from __future__ import annotations

from careerdesk.i18n import N_

REVIEW_THINGS = {
    "ReviewCycle": N_("review cycle"),
    "RatingLevel": N_("rating level"), "Criterion": N_("criterion"), "Review": N_("review"),
    "Seal": N_("seal"), "SharedSheet": N_("shared sheet"), "PeerFeedback": N_("peer feedback"),
    "Accomplishment": N_("accomplishment"), "AccomplishmentCriterion": N_("criterion"),
    "Evidence": N_("evidence"), "Calibration": N_("calibration"), "Outcome": N_("outcome"),
    "PromotionPoint": N_("promotion point"), "ReviewMeeting": N_("review meeting"),
    "Crossing": N_("crossing"),
}  # fmt: skip
"""By the name of the class."""
