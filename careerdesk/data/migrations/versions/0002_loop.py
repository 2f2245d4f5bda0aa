"""The deeper loop: aspirations, objectives, readings, next steps, feedback, trash, versions."""

from __future__ import annotations

from alembic import op

from careerdesk.data.migration_parts import create, parent, real, text, texts, whole

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
    _widen()


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


def _widen() -> None:
    """Plain ALTER TABLE: SQLite adds a column at once, however large the table is."""
    op.execute("ALTER TABLE question ADD COLUMN question_set VARCHAR NOT NULL DEFAULT ''")
    op.execute("ALTER TABLE check_in ADD COLUMN forward_since VARCHAR")
    for name in ("aspiration", "objective"):
        op.execute(
            f"ALTER TABLE plan_item ADD COLUMN {name}_id INTEGER CONSTRAINT "
            f"fk_plan_item_{name}_id REFERENCES {name} (id) ON DELETE SET NULL"
        )
        op.create_index(f"ix_plan_item_{name}_id", "plan_item", [f"{name}_id"])
