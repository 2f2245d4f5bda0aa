"""What was sent and shared stays as it was read; what may be cited; roles of earlier days."""

from __future__ import annotations

import json

import sqlalchemy as sa
from alembic import op

from careerdesk.data.migration_parts import create, parent, texts, widen

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add tables and columns; a cycle that used what a company calibrates with still has it."""
    create(
        "shared_sheet",
        parent("review_id", "review"),
        *texts("shared_on", "digest", "body"),
        indexes=[["review_id"]],
    )
    create(
        "past_role",
        parent("person_id", "person"),
        *texts("until", "title", "level"),
        indexes=[["person_id", "until"]],
    )
    widen(_COLUMNS)
    op.execute(
        "ALTER TABLE handed_over ADD COLUMN checkin_id INTEGER CONSTRAINT "
        "fk_handed_over_checkin_id REFERENCES check_in (id) ON DELETE CASCADE"
    )
    op.create_index("ix_handed_over_checkin_id", "handed_over", ["checkin_id"])
    op.execute(_CALIBRATES)
    _fill_trash()


def _fill_trash() -> None:
    """A deleted cycle that used what a company calibrates with comes back with it."""
    connection = op.get_bind()
    rows = connection.execute(
        sa.text("SELECT id, body FROM trashed WHERE kind = 'review_cycle'")
    ).fetchall()
    for key, body in rows:
        try:
            content = json.loads(body)
            found = dict(content["rows"])
            found["review_cycle"]["calibrates"] = int(any(map(_is_of_calibration, content["rows"])))
        except (ValueError, KeyError, TypeError):
            continue  # what cannot be read stays as it is
        text_of = json.dumps(content, ensure_ascii=False)
        connection.execute(
            sa.text("UPDATE trashed SET body = :body WHERE id = :key"),
            {"key": key, "body": text_of},
        )


def _is_of_calibration(kept: list[object]) -> bool:
    table, row = kept
    return table in {"calibration", "outcome"} or (
        isinstance(row, dict)
        and bool(
            row.get("nine_box")
            or row.get("potential") is not None
            or row.get("guideline") is not None
            or row.get("voice") == "upward"
        )
    )


_COLUMNS = {
    "plan_item": ("may_be_cited INTEGER NOT NULL DEFAULT 0",),
    "discovery_note": ("in_writing INTEGER NOT NULL DEFAULT 0",),
    "agenda_item": ("in_writing INTEGER NOT NULL DEFAULT 0",),
    "check_in": ("in_writing INTEGER NOT NULL DEFAULT 0",),
    "reading": ("of_career INTEGER NOT NULL DEFAULT 0",),
    "feedback": ("of_career INTEGER NOT NULL DEFAULT 0",),
    "review_cycle": ("calibrates INTEGER NOT NULL DEFAULT 0",),
    "review": ("sheet_digest VARCHAR NOT NULL DEFAULT ''",),
    "outcome": ("to_title VARCHAR NOT NULL DEFAULT ''", "written_on VARCHAR"),
}
_CALIBRATES = """
UPDATE review_cycle SET calibrates = 1 WHERE nine_box OR EXISTS (
    SELECT 1 FROM review r WHERE r.cycle_id = review_cycle.id AND (r.potential IS NOT NULL
        OR EXISTS (SELECT 1 FROM calibration c WHERE c.review_id = r.id)
        OR EXISTS (SELECT 1 FROM outcome o WHERE o.review_id = r.id)
        OR EXISTS (SELECT 1 FROM peer_feedback p
            WHERE p.review_id = r.id AND p.voice = 'upward'))
) OR EXISTS (
    SELECT 1 FROM rating_step s WHERE s.cycle_id = review_cycle.id AND s.guideline IS NOT NULL
)
"""
