"""The Review room: cycles with their scales, what is collected, sealed, calibrated and shared."""

from __future__ import annotations

from careerdesk.data.migration_parts import create, parent, real, text, texts, whole

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the tables; none of the old ones changes."""
    _cycle()
    _review()
    _collected()
    _cited()
    _decided()
    _crossed()


def _cycle() -> None:
    create(
        "review_cycle",
        *texts("name", "kind", "starts_on", "ends_on"),
        text("self_due", empty=True),
        text("peers_due", empty=True),
        text("writing_due", empty=True),
        text("sealing_due", empty=True),
        text("calibration_due", empty=True),
        text("sharing_due", empty=True),
        whole("nine_box"),
        text("closed_on", empty=True),
    )
    create(
        "rating_step",
        parent("cycle_id", "review_cycle"),
        *texts("label", "meaning"),
        real("guideline", empty=True),
        whole("rank"),
        indexes=[["cycle_id", "rank"]],
    )
    create(
        "criterion",
        parent("cycle_id", "review_cycle"),
        text("name"),
        whole("rank"),
        indexes=[["cycle_id", "rank"]],
    )


def _review() -> None:
    create(
        "review",
        parent("cycle_id", "review_cycle"),
        parent("person_id", "person"),
        *texts("left_out", "self_review"),
        text("self_received_on", empty=True),
        parent("self_step", "rating_step", keep=True),
        *texts("narrative", "gaps"),
        parent("proposed_step", "rating_step", keep=True),
        *texts("proposed_why", "digest"),
        parent("final_step", "rating_step", keep=True),
        whole("potential", empty=True),
        text("share_words"),
        text("shared_on", empty=True),
        text("response"),
        text("response_on", empty=True),
        indexes=[["person_id"], ["self_step"], ["proposed_step"], ["final_step"]],
        unique=["cycle_id", "person_id"],
    )
    create(
        "seal",
        parent("review_id", "review"),
        *texts("sealed_at", "digest", "body"),
        text("opened_at", empty=True),
        indexes=[["review_id"]],
    )


def _collected() -> None:
    create(
        "peer_feedback",
        parent("review_id", "review"),
        *texts("voice", "from_whom", "relation"),
        text("asked_on", empty=True),
        text("received_on", empty=True),
        text("text"),
        indexes=[["review_id"]],
    )
    create(
        "accomplishment",
        parent("person_id", "person"),
        *texts("done_on", "what", "context", "impact"),
        parent("item_id", "plan_item", keep=True),
        indexes=[["person_id", "done_on", "id"], ["item_id"]],
    )
    create(
        "accomplishment_criterion",
        parent("accomplishment_id", "accomplishment"),
        parent("criterion_id", "criterion"),
        indexes=[["criterion_id"]],
        unique=["accomplishment_id", "criterion_id"],
    )


def _cited() -> None:
    create(
        "evidence",
        parent("review_id", "review"),
        text("source"),
        whole("source_id"),
        *texts("happened_on", "title", "words", "cited_at"),
        indexes=[["review_id", "id"]],
    )


def _decided() -> None:
    create(
        "calibration",
        parent("review_id", "review"),
        parent("step_id", "rating_step"),
        *texts("reason", "asked_by", "held_on"),
        indexes=[["review_id", "id"], ["step_id"]],
    )
    create(
        "outcome",
        parent("review_id", "review"),
        real("pay_change", empty=True),
        *texts("pay_unit", "currency"),
        text("effective_on", empty=True),
        real("bonus", empty=True),
        *texts("from_level", "to_level", "promotion", "words"),
        unique=["review_id"],
    )
    create(
        "promotion_point",
        parent("outcome_id", "outcome"),
        *texts("text", "evidence"),
        whole("met"),
        whole("rank"),
        indexes=[["outcome_id", "rank"]],
    )


def _crossed() -> None:
    create(
        "crossing",
        parent("person_id", "person"),
        *texts("way", "kind"),
        whole("source_id"),
        whole("target_id"),
        text("crossed_at"),
        indexes=[["person_id", "id"]],
    )
