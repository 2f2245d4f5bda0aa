"""Reading what a career conversation asks: questions as they stood before it, and its answers."""

from __future__ import annotations

import sqlite3
from datetime import date

from careerdesk.data.mapping import build, columns
from careerdesk.domain.records import DiscoveryNote, Question
from careerdesk.domain.views import AskedQuestion

_NOTE = columns(DiscoveryNote)
ASKED_BEFORE = f"""
SELECT {columns(Question, "q")}, max(n.asked_on), substr(n.their_words, 1, 400) FROM question q
LEFT JOIN discovery_note n
    ON n.question_id = q.id AND n.person_id = ? AND n.made_in IS NOT ?
WHERE NOT q.retired AND q.question_set = ''
GROUP BY q.id ORDER BY coalesce(max(n.asked_on), ''), q.rank, q.id
"""
ANSWERED_IN = f"SELECT {_NOTE} FROM discovery_note WHERE made_in = ? ORDER BY id"
EMPTY_OF_DAY = f"""
SELECT {_NOTE} FROM discovery_note
WHERE person_id = ? AND asked_on = ? AND question_id = ? AND their_words = ''
ORDER BY id DESC LIMIT 1
"""


def asked_before(
    connection: sqlite3.Connection, person_id: int, talk_id: int
) -> list[AskedQuestion]:
    """The bank as it stood before a conversation, what was not asked for longest first."""
    rows = connection.execute(ASKED_BEFORE, (person_id, talk_id))
    return [
        AskedQuestion(build(Question, row), date.fromisoformat(row[-2]) if row[-2] else None,
                      row[-1] or "")
        for row in rows
    ]  # fmt: skip


def answered_in(connection: sqlite3.Connection, talk_id: int) -> list[DiscoveryNote]:
    """The notes that were made in a conversation."""
    return [build(DiscoveryNote, row) for row in connection.execute(ANSWERED_IN, (talk_id,))]


def empty_of_day(
    connection: sqlite3.Connection, person_id: int, question_id: int, day: date
) -> DiscoveryNote | None:
    """The newest note of a day to a question that has no words yet."""
    row = connection.execute(EMPTY_OF_DAY, (person_id, day.isoformat(), question_id)).fetchone()
    return build(DiscoveryNote, row) if row else None
