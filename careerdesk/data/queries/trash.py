"""Reading what was deleted."""

from __future__ import annotations

import sqlite3
from datetime import datetime

from careerdesk.data.mapping import build, columns, instant_text
from careerdesk.domain.loop import Trashed

NEWEST = f"""
SELECT {columns(Trashed)} FROM trashed WHERE deleted_at > ?
ORDER BY deleted_at DESC, id DESC LIMIT ?
"""
OLD = "SELECT id FROM trashed WHERE deleted_at <= ?"


def newest(connection: sqlite3.Connection, since: datetime, limit: int) -> list[Trashed]:
    """What was deleted after a moment, the last first."""
    rows = connection.execute(NEWEST, (instant_text(since), limit))
    return [build(Trashed, row) for row in rows]


def old(connection: sqlite3.Connection, until: datetime) -> list[int]:
    """The ids of what was deleted up to a moment."""
    return [int(row[0]) for row in connection.execute(OLD, (instant_text(until),))]
