"""The deeper loop: aspirations, objectives, readings, next steps, feedback, trash, versions."""

from __future__ import annotations

from careerdesk.data.migration_parts import create, parent, real, text, texts, whole, widen

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the tables, and to the old ones the columns that lead to them."""
    _wanted()
    _measured()
    _said()
    _kept()
    widen(_COLUMNS, _REFERENCES)


def _wanted() -> None:
    create(
        "aspiration",
        parent("person_id", "person"),
        *texts("reach", "statement", "state", "valid_from"),
        text("valid_to", empty=True),
        parent("follows", "aspiration", keep=True),
        whole("rank"),
        indexes=[["person_id", "rank"], ["follows"]],
    )
    create(
        "note_motivator",
        parent("note_id", "discovery_note"),
        parent("motivator_id", "motivator"),
        indexes=[["motivator_id"]],
        unique=["note_id", "motivator_id"],
    )
    create(
        "objective",
        *texts("title", "measure"),
        text("starts_on", empty=True),
        text("ends_on", empty=True),
        whole("retired"),
        whole("rank"),
    )


def _measured() -> None:
    create(
        "reading",
        parent("result_id", "key_result"),
        text("read_on"),
        real("value"),
        whole("confidence", empty=True),
        text("note"),
        parent("made_in", "check_in", keep=True),
        indexes=[["result_id", "read_on", "id"], ["made_in"]],
    )
    create(
        "action",
        parent("item_id", "plan_item"),
        *texts("text", "owner"),
        text("due_on", empty=True),
        text("done_on", empty=True),
        whole("rank"),
        indexes=[["item_id", "rank"]],
    )


def _said() -> None:
    create(
        "feedback",
        parent("person_id", "person"),
        *texts("way", "tone"),
        text("given_on", empty=True),
        *texts("from_whom", "situation", "behaviour", "impact"),
        parent("made_in", "check_in", keep=True),
        indexes=[["person_id", "given_on", "id"], ["made_in"]],
    )
    create("template", *texts("kind", "name", "body"))


def _kept() -> None:
    create(
        "plan_snapshot",
        parent("plan_id", "plan"),
        *texts("before", "body"),
        unique=["plan_id", "before"],
    )
    create(
        "text_version",
        text("kind"),
        whole("record_id"),
        *texts("field", "replaced_at", "text"),
        indexes=[["kind", "record_id", "field", "replaced_at"]],
    )
    create(
        "trashed",
        text("kind"),
        whole("record_id"),
        parent("person_id", "person", keep=True),
        *texts("deleted_at", "body"),
        indexes=[["deleted_at"], ["person_id"]],
    )


_COLUMNS = {
    "question": ("question_set VARCHAR NOT NULL DEFAULT ''",),
    "check_in": ("forward_since VARCHAR",),
}
_REFERENCES = (
    ("plan_item", "aspiration_id", "aspiration"),
    ("plan_item", "objective_id", "objective"),
)
