"""Reading on which days something was noted in Reviews: the days alone, no words."""

from __future__ import annotations

import sqlite3
from datetime import date

LAST_DAYS = """
SELECT p.id, (SELECT max(a.done_on) FROM accomplishment a WHERE a.person_id = p.id)
FROM person p WHERE p.archived_on IS NULL
"""


def last_days(connection: sqlite3.Connection) -> dict[int, date]:
    """For each person with an accomplishment: the day of the last one."""
    rows = connection.execute(LAST_DAYS)
    return {int(key): date.fromisoformat(day) for key, day in rows if day}
