"""Reading what was answered in a career conversation."""

from __future__ import annotations

import sqlite3
from datetime import date

from careerdesk.data.mapping import build, columns
from careerdesk.domain.records import DiscoveryNote

_NOTE = columns(DiscoveryNote)
ANSWERED_IN = f"SELECT {_NOTE} FROM discovery_note WHERE made_in = ? ORDER BY id"
EMPTY_OF_DAY = f"""
SELECT {_NOTE} FROM discovery_note
WHERE person_id = ? AND asked_on = ? AND question_id = ? AND their_words = '' AND NOT off_record
ORDER BY id DESC LIMIT 1
"""


def answered_in(connection: sqlite3.Connection, check_in_id: int) -> list[DiscoveryNote]:
    """The notes that were made in a conversation."""
    return [build(DiscoveryNote, row) for row in connection.execute(ANSWERED_IN, (check_in_id,))]


def empty_of_day(
    connection: sqlite3.Connection, person_id: int, question_id: int, day: date
) -> DiscoveryNote | None:
    """The newest note of a day to a question that has no words yet."""
    row = connection.execute(EMPTY_OF_DAY, (person_id, day.isoformat(), question_id)).fetchone()
    return build(DiscoveryNote, row) if row else None
