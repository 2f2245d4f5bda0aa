"""The first schema."""

from __future__ import annotations

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make every table."""
    _person()
    _question()
    _check_in()
    _discovery_note()
    _motivator()
    _plan()
    _agenda_item()
    _plan_item()
    _promise()
    _item_motivator()
    _key_result()


def _create(name: str, columns: Sequence[sa.Column[object]]) -> None:
    op.create_table(
        name,
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        *columns,
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
        sa.UniqueConstraint("uid", name=f"uq_{name}_uid"),
        *[
            sa.ForeignKeyConstraint(
                [column.name],
                [f"{column.info['parent']}.id"],
                name=f"fk_{name}_{column.name}",
                ondelete="SET NULL" if column.nullable else "CASCADE",
            )
            for column in columns
            if "parent" in column.info
        ],
        sqlite_autoincrement=True,
    )


def _text(name: str, *, empty: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.String(), nullable=empty)


def _whole(name: str, *, empty: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.Integer(), nullable=empty)


def _real(name: str, *, empty: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.Double(), nullable=empty)


def _parent(name: str, table: str, *, keep: bool = False) -> sa.Column[object]:
    """A reference; what is kept when its target goes can be empty."""
    return sa.Column(name, sa.Integer(), nullable=keep, info={"parent": table})


def _person() -> None:
    _create(
        "person",
        [
            _text("external_id"),
            _text("given_name"),
            _text("family_name"),
            _text("preferred_name"),
            _text("pronouns"),
            _text("email"),
            _text("title"),
            _text("level"),
            _text("team"),
            _text("place"),
            _text("time_zone"),
            _text("start_date", empty=True),
            _text("last_promotion", empty=True),
            _whole("cadence_days"),
            _whole("longest_gap_days"),
            _text("recognition"),
            _text("feedback_style"),
            _text("status"),
            _text("leave_until", empty=True),
            _text("relation"),
            _whole("rank"),
            _text("archived_on", empty=True),
        ],
    )


def _question() -> None:
    _create(
        "question",
        [
            _text("key"),
            _text("lens"),
            _text("text"),
            _whole("retired"),
            _whole("rank"),
        ],
    )


def _check_in() -> None:
    _create(
        "check_in",
        [
            _parent("person_id", "person"),
            _text("kind"),
            _text("state"),
            _text("starts_at"),
            _whole("minutes", empty=True),
            _whole("forward_minutes", empty=True),
            _text("shared_notes"),
            _text("private_notes"),
            _whole("said", empty=True),
            _whole("sensed", empty=True),
            _text("temperature_words"),
        ],
    )
    op.create_index(
        "ix_check_in_person_id_starts_at_id", "check_in", ["person_id", "starts_at", "id"]
    )
    op.create_index(
        "ix_check_in_person_id_state_starts_at", "check_in", ["person_id", "state", "starts_at"]
    )


def _discovery_note() -> None:
    _create(
        "discovery_note",
        [
            _parent("person_id", "person"),
            _parent("question_id", "question", keep=True),
            _text("asked_on"),
            _text("their_words"),
            _text("my_reading"),
        ],
    )
    op.create_index(
        "ix_discovery_note_person_id_asked_on_id", "discovery_note", ["person_id", "asked_on", "id"]
    )
    op.create_index("ix_discovery_note_question_id", "discovery_note", ["question_id"])


def _motivator() -> None:
    _create(
        "motivator",
        [
            _parent("person_id", "person"),
            _text("name"),
            _text("drive"),
            _whole("rank"),
        ],
    )
    op.create_index("ix_motivator_person_id_rank", "motivator", ["person_id", "rank"])


def _plan() -> None:
    _create(
        "plan",
        [
            _parent("person_id", "person"),
            _text("title"),
            _text("starts_on"),
            _text("ends_on"),
            _text("state"),
            _text("agreed_on", empty=True),
            _text("closed_on", empty=True),
            _text("summary"),
        ],
    )
    op.create_index(
        "ix_plan_person_id_state_starts_on", "plan", ["person_id", "state", "starts_on"]
    )


def _agenda_item() -> None:
    _create(
        "agenda_item",
        [
            _parent("person_id", "person"),
            _text("text"),
            _text("owner"),
            _whole("private"),
            _whole("repeating"),
            _whole("carried"),
            _text("covered_on", empty=True),
            _parent("covered_in", "check_in", keep=True),
            _whole("rank"),
        ],
    )
    op.create_index("ix_agenda_item_covered_in", "agenda_item", ["covered_in"])
    op.create_index(
        "ix_agenda_item_person_id_covered_on_rank",
        "agenda_item",
        ["person_id", "covered_on", "rank"],
    )


def _plan_item() -> None:
    _create(
        "plan_item",
        [
            _parent("plan_id", "plan"),
            _text("horizon"),
            _text("title"),
            _text("state"),
            _text("due_on", empty=True),
            _whole("committed"),
            _text("for_person"),
            _text("for_business"),
            _text("private_note"),
            _real("score", empty=True),
            _text("score_words"),
            _parent("carried_from", "plan_item", keep=True),
            _text("touched_on"),
            _whole("rank"),
        ],
    )
    op.create_index("ix_plan_item_carried_from", "plan_item", ["carried_from"])
    op.create_index(
        "ix_plan_item_plan_id_horizon_rank", "plan_item", ["plan_id", "horizon", "rank"]
    )


def _promise() -> None:
    _create(
        "promise",
        [
            _parent("person_id", "person"),
            _text("text"),
            _text("owner"),
            _text("due_on", empty=True),
            _text("done_on", empty=True),
            _parent("made_in", "check_in", keep=True),
        ],
    )
    op.create_index("ix_promise_made_in", "promise", ["made_in"])
    op.create_index(
        "ix_promise_person_id_done_on_due_on", "promise", ["person_id", "done_on", "due_on"]
    )


def _item_motivator() -> None:
    _create(
        "item_motivator",
        [
            _parent("item_id", "plan_item"),
            _parent("motivator_id", "motivator"),
        ],
    )
    op.create_index(
        "ix_item_motivator_item_id_motivator_id",
        "item_motivator",
        ["item_id", "motivator_id"],
        unique=True,
    )
    op.create_index("ix_item_motivator_motivator_id", "item_motivator", ["motivator_id"])


def _key_result() -> None:
    _create(
        "key_result",
        [
            _parent("item_id", "plan_item"),
            _text("name"),
            _text("measure"),
            _real("baseline"),
            _real("target"),
            _real("current", empty=True),
            _text("unit"),
            _whole("rank"),
        ],
    )
    op.create_index("ix_key_result_item_id_rank", "key_result", ["item_id", "rank"])
