"""The entries of Reviews in the catalogue; `domain.catalogue` is where they are read.

They stand here because no module of Conversations says a word of what Reviews is about.
"""

from __future__ import annotations

from careerdesk.domain.entries import Area, Entry, Text
from careerdesk.domain.reviews.records import (
    Accomplishment,
    AccomplishmentCriterion,
    Calibration,
    Criterion,
    Crossing,
    Evidence,
    Outcome,
    PeerFeedback,
    PromotionPoint,
    RatingLevel,
    Review,
    ReviewCycle,
    ReviewMeeting,
    Seal,
    SharedSheet,
)
from careerdesk.i18n import N_

OF_REVIEWS = (
    Entry(
        kind=ReviewCycle, word=N_("Review cycle"), area=Area.REVIEWS, opens="reviews",
        texts=(Text("name"),), named_by=("name",),
    ),
    Entry(
        kind=RatingLevel, word=N_("Rating level"), area=Area.REVIEWS, opens="reviews",
        texts=(Text("label"), Text("meaning")), named_by=("label",),
    ),
    Entry(
        kind=Criterion, word=N_("Criterion"), area=Area.REVIEWS, opens="reviews",
        texts=(Text("name"),), named_by=("name",),
    ),
    Entry(
        kind=Review, word=N_("Review"), area=Area.REVIEWS, opens="reviews",
        texts=(
            Text("left_out", private=True), Text("self_review"), Text("narrative"), Text("gaps"),
            Text("proposed_why", private=True), Text("share_words"), Text("response"),
        ),
        codes=("digest", "sheet_digest"), named_by=("narrative",),
    ),
    Entry(
        kind=Seal, word=N_("Seal"), area=Area.REVIEWS, opens="reviews",
        texts=(Text("body", private=True, searched=False, kept=False),), codes=("digest",),
    ),
    Entry(
        kind=SharedSheet, word=N_("Shared sheet"), area=Area.REVIEWS, opens="reviews",
        texts=(Text("body", searched=False, kept=False),), codes=("digest",),
        dated_by="shared_on",
    ),
    Entry(
        kind=PeerFeedback, word=N_("Peer feedback"), area=Area.REVIEWS, opens="reviews",
        texts=(Text("from_whom", private=True), Text("text", private=True)),
        named_by=("text", "from_whom"), dated_by="asked_on",
    ),
    Entry(
        kind=Accomplishment, word=N_("Accomplishment"), area=Area.REVIEWS, opens="reviews",
        texts=(Text("what"), Text("context"), Text("impact")), named_by=("what",),
    ),
    Entry(
        kind=AccomplishmentCriterion, word=N_(
            "Criterion linked to an "
            "accomplishment"
        ), area=Area.REVIEWS,
        opens="reviews",
    ),
    Entry(
        kind=Evidence, word=N_("Evidence"), area=Area.REVIEWS, opens="reviews",
        texts=(Text("title", kept=False), Text("words", kept=False)), named_by=("title",),
    ),  # a copy, which is never edited
    Entry(
        kind=Calibration, word=N_("Calibration round"), area=Area.REVIEWS, opens="reviews",
        texts=(Text("reason", private=True), Text("asked_by", private=True)),
        named_by=("reason",),
    ),
    Entry(
        kind=Outcome, word=N_("Outcome"), area=Area.REVIEWS, opens="reviews",
        texts=(
            Text("currency", private=True, searched=False),
            Text("from_level", private=True, searched=False),
            Text("to_level", private=True, searched=False),
            Text("to_title", private=True, searched=False), Text("words", private=True),
        ),
        named_by=("words",),
    ),
    Entry(
        kind=PromotionPoint, word=N_("Promotion criterion"), area=Area.REVIEWS, opens="reviews",
        texts=(Text("text", private=True), Text("evidence", private=True)), named_by=("text",),
    ),
    Entry(
        kind=ReviewMeeting, word=N_("Review meeting"), area=Area.REVIEWS, opens="reviews",
        dated_by="held_on",
    ),
    Entry(
        kind=Crossing, word=N_("Transfer"), area=Area.REVIEWS, opens="reviews", codes=("kind",),
    ),
)  # fmt: skip
