"""The tables of Reviews; `domain.reviews` says what the columns mean."""

from __future__ import annotations

from sqlalchemy import Index

from careerdesk.data.schema import make_table, parent, real, text, whole
from careerdesk.domain.records import Person, PlanItem
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

make_table(
    ReviewCycle,
    text("name"),
    text("kind"),
    text("starts_on"),
    text("ends_on"),
    text("self_due", empty=True),
    text("peers_due", empty=True),
    text("writing_due", empty=True),
    text("sealing_due", empty=True),
    text("calibration_due", empty=True),
    text("sharing_due", empty=True),
    whole("nine_box"),
    whole("calibrates"),
    text("closed_on", empty=True),
)
make_table(
    RatingLevel,
    parent("cycle_id", ReviewCycle),
    text("label"),
    text("meaning"),
    real("guideline", empty=True),
    whole("rank"),
    Index(None, "cycle_id", "rank"),
)
make_table(
    Criterion,
    parent("cycle_id", ReviewCycle),
    text("name"),
    whole("rank"),
    Index(None, "cycle_id", "rank"),
)
make_table(
    Review,
    parent("cycle_id", ReviewCycle),
    parent("person_id", Person),
    text("left_out"),
    text("self_review"),
    text("self_received_on", empty=True),
    parent("self_step", RatingLevel, keep=True),
    text("narrative"),
    text("gaps"),
    parent("proposed_step", RatingLevel, keep=True),
    text("proposed_why"),
    text("digest"),
    parent("final_step", RatingLevel, keep=True),
    whole("potential", empty=True),
    text("share_words"),
    text("shared_on", empty=True),
    text("sheet_digest"),
    text("response"),
    text("response_on", empty=True),
    Index(None, "cycle_id", "person_id", unique=True),
    Index(None, "person_id"),
    Index(None, "self_step"),
    Index(None, "proposed_step"),
    Index(None, "final_step"),
)
make_table(
    Seal,
    parent("review_id", Review),
    text("sealed_at"),
    text("digest"),
    text("body"),
    text("opened_at", empty=True),
    Index(None, "review_id"),
)
make_table(
    SharedSheet,
    parent("review_id", Review),
    text("shared_on"),
    text("digest"),
    text("body"),
    Index(None, "review_id"),
)
make_table(
    PeerFeedback,
    parent("review_id", Review),
    text("voice"),
    text("from_whom"),
    text("relation"),
    text("asked_on", empty=True),
    text("received_on", empty=True),
    text("text"),
    Index(None, "review_id"),
)
make_table(
    Accomplishment,
    parent("person_id", Person),
    text("done_on"),
    text("what"),
    text("context"),
    text("impact"),
    parent("item_id", PlanItem, keep=True),
    Index(None, "person_id", "done_on", "id"),
    Index(None, "item_id"),
)
make_table(
    AccomplishmentCriterion,
    parent("accomplishment_id", Accomplishment),
    parent("criterion_id", Criterion),
    Index(None, "accomplishment_id", "criterion_id", unique=True),
    Index(None, "criterion_id"),
)
make_table(
    Evidence,
    parent("review_id", Review),
    text("source"),
    whole("source_id"),
    text("happened_on"),
    text("title"),
    text("words"),
    text("cited_at"),
    Index(None, "review_id", "id"),
)
make_table(
    Calibration,
    parent("review_id", Review),
    parent("step_id", RatingLevel),
    text("reason"),
    text("asked_by"),
    text("held_on"),
    Index(None, "review_id", "id"),
    Index(None, "step_id"),
)
make_table(
    Outcome,
    parent("review_id", Review),
    real("pay_change", empty=True),
    text("pay_unit"),
    text("currency"),
    text("effective_on", empty=True),
    real("bonus", empty=True),
    text("from_level"),
    text("to_level"),
    text("to_title"),
    text("promotion"),
    text("written_on", empty=True),
    text("words"),
    Index(None, "review_id", unique=True),
)
make_table(
    PromotionPoint,
    parent("outcome_id", Outcome),
    text("text"),
    text("evidence"),
    whole("met"),
    whole("rank"),
    Index(None, "outcome_id", "rank"),
)
make_table(
    ReviewMeeting,
    parent("person_id", Person),
    text("held_on"),
    whole("minutes", empty=True),
    Index(None, "person_id", "held_on"),
    Index(None, "held_on"),
)
make_table(
    Crossing,
    parent("person_id", Person),
    text("way"),
    text("kind"),
    whole("source_id"),
    whole("target_id"),
    text("crossed_at"),
    Index(None, "person_id", "id"),
)
