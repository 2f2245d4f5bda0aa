"""Reading how key results went."""

from __future__ import annotations

import sqlite3
from datetime import date

from careerdesk.data.mapping import build, columns
from careerdesk.domain.loop import Reading

_READING = columns(Reading)
NEWEST = f"""
SELECT {_READING} FROM reading WHERE result_id = ? ORDER BY read_on DESC, id DESC LIMIT ?
"""
ON_DAY = f"""
SELECT {_READING} FROM reading WHERE result_id = ? AND read_on = ? ORDER BY id DESC LIMIT 1
"""


def newest(connection: sqlite3.Connection, result_id: int, limit: int) -> list[Reading]:
    """The readings of a key result, the newest first."""
    return [build(Reading, row) for row in connection.execute(NEWEST, (result_id, limit))]


def on_day(connection: sqlite3.Connection, result_id: int, day: date) -> Reading | None:
    """The last reading of a day."""
    row = connection.execute(ON_DAY, (result_id, day.isoformat())).fetchone()
    return build(Reading, row) if row else None
