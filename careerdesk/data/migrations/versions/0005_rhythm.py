"""When talks are: repeats, agreed and real times, leaves, rhythms, and what changes on goals."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from alembic import op

from careerdesk.data.migration_parts import create, parent, text, texts, whole, widen

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add tables and columns; talks that were held take the zone of this computer."""
    create(
        "repeat",
        parent("person_id", "person"),
        text("kind"),
        whole("weeks"),
        whole("weekday"),
        whole("minute"),
        *texts("zone", "starts_on"),
        indexes=[["person_id"]],
    )
    create(
        "goal_change",
        parent("item_id", "plan_item"),
        text("changed_on"),
        parent("made_in", "check_in", keep=True),
        *texts("what", "was", "became"),
        indexes=[["item_id", "changed_on"], ["made_in"]],
    )
    create(
        "review_meeting",
        parent("person_id", "person"),
        text("held_on"),
        whole("minutes", empty=True),
        indexes=[["person_id", "held_on"], ["held_on"]],
    )
    widen(_COLUMNS, _REFERENCES)
    _keep_the_hours()
    _keep_the_hours_of_what_was_deleted()


_COLUMNS = {
    "person": (
        "career_weeks INTEGER NOT NULL DEFAULT 12",
        "career_quiet_until VARCHAR",
        "work_days INTEGER NOT NULL DEFAULT 0",
        "leave_from VARCHAR",
    ),
    "discovery_note": ("noted_on VARCHAR",),
    "feedback": ("noted_on VARCHAR",),
    "agenda_item": ("noted_on VARCHAR",),
    "check_in": (
        "started_at VARCHAR",
        "utc_offset INTEGER",
        "looked_ahead VARCHAR",
        "noted_on VARCHAR",
        "reason VARCHAR NOT NULL DEFAULT ''",
        "made_for VARCHAR",
    ),
}
_REFERENCES = (("check_in", "repeat_id", "repeat"), ("discovery_note", "made_in", "check_in"))


def _keep_the_hours() -> None:
    """Give each talk that is over, or going on, the offset that this place had at its moment."""
    connection = op.get_bind()
    rows = connection.execute(
        sa.text("SELECT id, starts_at FROM check_in WHERE state <> 'planned'")
    )
    offsets = [{"key": key, "minutes": _offset(moment)} for key, moment in rows]
    if offsets:
        connection.execute(
            sa.text("UPDATE check_in SET utc_offset = :minutes WHERE id = :key"), offsets
        )
    connection.execute(
        sa.text("UPDATE check_in SET started_at = starts_at WHERE state = 'running'")
    )


def _keep_the_hours_of_what_was_deleted() -> None:
    """Do the same in the trash, so that what comes back from there equals what stayed."""
    connection = op.get_bind()
    kept = sa.text("SELECT id, body FROM trashed WHERE body LIKE '%\"check_in\"%'")
    for key, body in connection.execute(kept).all():
        try:
            content = json.loads(body)
            for table, row in content["rows"]:
                if table == "check_in":
                    _set_hours(row)
        except (ValueError, KeyError, TypeError):
            continue  # what cannot be read stays as it is
        connection.execute(
            sa.text("UPDATE trashed SET body = :body WHERE id = :key"),
            {"key": key, "body": json.dumps(content, ensure_ascii=False)},
        )


def _set_hours(row: dict[str, Any]) -> None:
    if row["state"] != "planned":
        row["utc_offset"] = _offset(row["starts_at"])
    if row["state"] == "running":
        row["started_at"] = row["starts_at"]


def _offset(moment: str) -> int:
    """Minutes east of UTC at a stored moment; 0 for what is none, and for one beyond all clocks."""
    try:
        here = datetime.fromisoformat(moment).astimezone().utcoffset()
    except (ValueError, OverflowError, OSError):
        return 0
    return round(here.total_seconds() / 60) if here else 0
