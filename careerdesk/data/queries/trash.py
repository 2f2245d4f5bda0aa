"""Reading what was deleted."""

from __future__ import annotations

import json
import sqlite3
from datetime import datetime
from typing import Any

from careerdesk.data.mapping import instant, instant_text
from careerdesk.data.trash import first_row
from careerdesk.dataclass import dataclass

BEGINNING = 4_000
"""So many letters of what was deleted are read first: most have ended by then."""
NEWEST = f"""
SELECT id, kind, person_id, deleted_at, substr(body, 1, {BEGINNING}) FROM trashed
WHERE deleted_at > ? ORDER BY deleted_at DESC, id DESC LIMIT ?
"""
BODY = "SELECT body FROM trashed WHERE id = ?"
OLD = "SELECT id FROM trashed WHERE deleted_at <= ?"


@dataclass(frozen=True, slots=True)
class TrashRow:
    """Something in the trash: the table of its record, what that says, and when it was deleted."""

    id: int
    kind: str
    person_id: int | None
    deleted_at: datetime
    row: dict[str, Any]


def newest(connection: sqlite3.Connection, since: datetime, limit: int) -> list[TrashRow]:
    """What was deleted after a moment, the last first."""
    rows = connection.execute(NEWEST, (instant_text(since), limit))
    return [
        TrashRow(key, kind, person_id, instant(deleted_at), _first(connection, key, beginning))
        for key, kind, person_id, deleted_at, beginning in rows.fetchall()
    ]


def _first(connection: sqlite3.Connection, key: int, beginning: str) -> dict[str, Any]:
    found = first_row(beginning)
    if found is not None:
        return found
    body: str = connection.execute(BODY, (key,)).fetchone()[0]
    return dict(json.loads(body)["rows"][0][1])


def old(connection: sqlite3.Connection, until: datetime) -> list[int]:
    """The ids of what was deleted up to a moment."""
    return [int(row[0]) for row in connection.execute(OLD, (instant_text(until),))]
