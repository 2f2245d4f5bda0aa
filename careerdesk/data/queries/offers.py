"""Reading from which talks the next career conversation is counted."""

from __future__ import annotations

import sqlite3
from datetime import date

from careerdesk.data.queries.checkins import day_of

FIRST_HELD = """
SELECT starts_at, utc_offset FROM check_in WHERE person_id = ? AND state = 'held'
ORDER BY starts_at, id LIMIT 1
"""
LAST_CAREER = """
SELECT starts_at, utc_offset FROM check_in
WHERE person_id = ? AND state = 'held' AND kind = 'career' ORDER BY starts_at DESC, id DESC LIMIT 1
"""


def career_days(connection: sqlite3.Connection, person_id: int) -> tuple[date | None, date | None]:
    """The day of the first talk that was held, and that of the last career conversation."""
    first, last = (
        connection.execute(sql, (person_id,)).fetchone() for sql in (FIRST_HELD, LAST_CAREER)
    )
    return (day_of(*first) if first else None), (day_of(*last) if last else None)
