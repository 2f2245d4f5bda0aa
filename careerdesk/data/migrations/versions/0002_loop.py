"""The deeper loop: aspirations, objectives, readings, next steps, feedback, trash, versions."""

from __future__ import annotations

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

TEXT, WHOLE, REAL = sa.String, sa.Integer, sa.Double
Made = tuple[sa.Column[object], str]


def upgrade() -> None:
    """Add the tables, and to the old ones the columns that lead to them."""
    _wanted()
    _measured()
    _said()
    _kept()
    _widen()


def _wanted() -> None:
    _create(
        "aspiration",
        _parent("person_id", "person"),
        *_texts("reach", "statement", "state", "valid_from"),
        _text("valid_to", empty=True),
        _parent("follows", "aspiration", keep=True),
        _whole("rank"),
        indexes=[["person_id", "rank"], ["follows"]],
    )
    _create(
        "note_motivator",
        _parent("note_id", "discovery_note"),
        _parent("motivator_id", "motivator"),
        indexes=[["motivator_id"]],
        unique=["note_id", "motivator_id"],
    )
    _create(
        "objective",
        *_texts("title", "measure"),
        _text("starts_on", empty=True),
        _text("ends_on", empty=True),
        _whole("retired"),
        _whole("rank"),
    )


def _measured() -> None:
    _create(
        "reading",
        _parent("result_id", "key_result"),
        _text("read_on"),
        (sa.Column("value", REAL(), nullable=False), ""),
        _whole("confidence", empty=True),
        _text("note"),
        _parent("made_in", "check_in", keep=True),
        indexes=[["result_id", "read_on", "id"], ["made_in"]],
    )
    _create(
        "action",
        _parent("item_id", "plan_item"),
        *_texts("text", "owner"),
        _text("due_on", empty=True),
        _text("done_on", empty=True),
        _whole("rank"),
        indexes=[["item_id", "rank"]],
    )


def _said() -> None:
    _create(
        "feedback",
        _parent("person_id", "person"),
        *_texts("way", "tone"),
        _text("given_on", empty=True),
        *_texts("from_whom", "situation", "behaviour", "impact"),
        _parent("made_in", "check_in", keep=True),
        indexes=[["person_id", "given_on", "id"], ["made_in"]],
    )
    _create("template", *_texts("kind", "name", "body"))


def _kept() -> None:
    _create(
        "plan_snapshot",
        _parent("plan_id", "plan"),
        *_texts("before", "body"),
        unique=["plan_id", "before"],
    )
    _create(
        "text_version",
        _text("kind"),
        _whole("record_id"),
        *_texts("field", "replaced_at", "text"),
        indexes=[["kind", "record_id", "field", "replaced_at"]],
    )
    _create(
        "trashed",
        _text("kind"),
        _whole("record_id"),
        _parent("person_id", "person", keep=True),
        *_texts("deleted_at", "body"),
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


def _text(name: str, *, empty: bool = False) -> Made:
    return sa.Column(name, TEXT(), nullable=empty), ""


def _texts(*names: str) -> list[Made]:
    return [_text(name) for name in names]


def _whole(name: str, *, empty: bool = False) -> Made:
    return sa.Column(name, WHOLE(), nullable=empty), ""


def _parent(name: str, table: str, *, keep: bool = False) -> Made:
    """A reference; what is kept when its target goes can be empty."""
    return sa.Column(name, WHOLE(), nullable=keep), table


def _create(
    name: str,
    *made: Made,
    indexes: Sequence[Sequence[str]] = (),
    unique: Sequence[str] = (),
) -> None:
    op.create_table(
        name,
        sa.Column("id", WHOLE(), autoincrement=True, nullable=False),
        sa.Column("uid", TEXT(), nullable=False),
        *(column for column, _ in made),
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
        sa.UniqueConstraint("uid", name=f"uq_{name}_uid"),
        *(_reference(name, column, parent) for column, parent in made if parent),
        sqlite_autoincrement=True,
    )
    for columns in indexes:
        op.create_index(f"ix_{name}_{'_'.join(columns)}", name, list(columns))
    if unique:
        op.create_index(f"ix_{name}_{'_'.join(unique)}", name, list(unique), unique=True)


def _reference(name: str, column: sa.Column[object], parent: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column.name],
        [f"{parent}.id"],
        name=f"fk_{name}_{column.name}",
        ondelete="SET NULL" if column.nullable else "CASCADE",
    )
