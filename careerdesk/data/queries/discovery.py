"""Reading questions, notes and motivators."""

from __future__ import annotations

import sqlite3
from datetime import date
from typing import Any

from careerdesk.data.mapping import build, columns
from careerdesk.domain.records import DiscoveryNote, Motivator, Question
from careerdesk.domain.views import AskedQuestion, MotivatorView, NoteView

_Q, _N, _M = columns(Question, "q"), columns(DiscoveryNote, "n"), columns(Motivator, "m")

BANK = f"SELECT {columns(Question)} FROM question ORDER BY rank, id"
ASKED = f"""
SELECT {_Q}, max(n.asked_on), substr(n.their_words, 1, 400) FROM question q
LEFT JOIN discovery_note n ON n.question_id = q.id AND n.person_id = ?
GROUP BY q.id ORDER BY q.rank, q.id
"""
NEXT_ASKED = f"""
SELECT {_Q}, max(n.asked_on), substr(n.their_words, 1, 400) FROM question q
LEFT JOIN discovery_note n ON n.question_id = q.id AND n.person_id = ?
WHERE NOT q.retired AND q.question_set = ''
GROUP BY q.id ORDER BY coalesce(max(n.asked_on), ''), q.rank, q.id LIMIT ?
"""
NOTES = f"""
SELECT {_N}, coalesce(q.text, '') FROM discovery_note n
LEFT JOIN question q ON q.id = n.question_id
WHERE n.person_id = ? ORDER BY n.asked_on DESC, n.id DESC
"""
ANSWERS = f"""
SELECT {columns(DiscoveryNote)} FROM discovery_note
WHERE question_id = ? AND person_id = ? ORDER BY asked_on DESC, id DESC
"""
ASKED_ON = f"""
SELECT {columns(DiscoveryNote)} FROM discovery_note
WHERE person_id = ? AND asked_on = ? AND question_id IS ? ORDER BY id DESC
"""
_COUNTS = """(
    SELECT count(*) FROM item_motivator l JOIN plan_item i ON i.id = l.item_id
    JOIN plan p ON p.id = i.plan_id WHERE l.motivator_id = m.id AND p.state <> 'closed'
), (SELECT count(*) FROM note_motivator e WHERE e.motivator_id = m.id), (
    SELECT max(n.asked_on) FROM note_motivator e JOIN discovery_note n ON n.id = e.note_id
    WHERE e.motivator_id = m.id AND NOT n.private AND trim(n.their_words) <> ''
)"""
MOTIVATORS = f"""
SELECT {_M}, {_COUNTS} FROM motivator m
WHERE m.person_id = ? AND m.until IS NULL AND m.struck_on IS NULL ORDER BY m.rank, m.id
"""
EARLIER = f"""
SELECT {_M}, {_COUNTS} FROM motivator m
WHERE m.person_id = ? AND m.until IS NOT NULL AND m.struck_on IS NULL
ORDER BY m.until DESC, m.rank, m.id
"""
EVIDENCE = """
SELECT e.note_id, e.motivator_id FROM discovery_note n
JOIN note_motivator e ON e.note_id = n.id WHERE n.person_id = ?
"""
SHOWN = "SELECT id, motivator_id FROM note_motivator WHERE note_id = ?"
MOTIVATOR_ORDER = (
    "SELECT id, rank FROM motivator WHERE person_id = ? AND drive = ? ORDER BY rank, id"
)
LAST_QUESTION_RANK = "SELECT max(rank) FROM question"


def bank(connection: sqlite3.Connection) -> list[Question]:
    """Every question, retired ones too, in the order of the bank."""
    return [build(Question, row) for row in connection.execute(BANK)]


def asked(connection: sqlite3.Connection, person_id: int) -> list[AskedQuestion]:
    """Every question with the day this person was asked last, and how the answer began."""
    return [_asked(row) for row in connection.execute(ASKED, (person_id,))]


def next_asked(connection: sqlite3.Connection, person_id: int, most: int) -> list[AskedQuestion]:
    """The questions of the bank in use that were not asked for longest, never asked ones first."""
    return [_asked(row) for row in connection.execute(NEXT_ASKED, (person_id, most))]


def _asked(row: tuple[Any, ...]) -> AskedQuestion:
    day, words = row[-2:]
    return AskedQuestion(
        build(Question, row), date.fromisoformat(day) if day else None, words or ""
    )


def notes(connection: sqlite3.Connection, person_id: int) -> list[NoteView]:
    """A person's notes, the newest first."""
    return [
        NoteView(build(DiscoveryNote, row), row[-1])
        for row in connection.execute(NOTES, (person_id,))
    ]


def answers(
    connection: sqlite3.Connection, person_id: int, question_id: int
) -> list[DiscoveryNote]:
    """A person's answers to one question, the newest first."""
    rows = connection.execute(ANSWERS, (question_id, person_id))
    return [build(DiscoveryNote, row) for row in rows]


def asked_on(
    connection: sqlite3.Connection, person_id: int, question_id: int | None, on: date
) -> list[DiscoveryNote]:
    """The notes of one day to one question (or to none), the newest first."""
    rows = connection.execute(ASKED_ON, (person_id, on.isoformat(), question_id))
    return [build(DiscoveryNote, row) for row in rows]


def motivators(connection: sqlite3.Connection, person_id: int) -> list[MotivatorView]:
    """What moves a person now, in its order, with the open goals and the notes it is in."""
    return [_motivator(row) for row in connection.execute(MOTIVATORS, (person_id,))]


def earlier_motivators(connection: sqlite3.Connection, person_id: int) -> list[MotivatorView]:
    """What moved a person and does no longer, the last one to end first."""
    return [_motivator(row) for row in connection.execute(EARLIER, (person_id,))]


def _motivator(row: tuple[Any, ...]) -> MotivatorView:
    goals, notes, heard = row[-3:]
    return MotivatorView(
        build(Motivator, row), goals, notes, date.fromisoformat(heard) if heard else None
    )


def evidence(connection: sqlite3.Connection, person_id: int) -> dict[int, frozenset[int]]:
    """The motivators that each of a person's notes shows; notes that show none are left out."""
    found: dict[int, frozenset[int]] = {}
    for note_id, motivator_id in connection.execute(EVIDENCE, (person_id,)):
        found[note_id] = found.get(note_id, frozenset()) | {motivator_id}
    return found


def shown(connection: sqlite3.Connection, note_id: int) -> dict[int, int]:
    """The motivators a note shows, with the id of each link."""
    return {row[1]: row[0] for row in connection.execute(SHOWN, (note_id,))}


def motivator_order(
    connection: sqlite3.Connection, person_id: int, drive: str
) -> list[tuple[int, int]]:
    """The motivators (or drainers) as pairs of id and rank."""
    return connection.execute(MOTIVATOR_ORDER, (person_id, drive)).fetchall()


def last_question_rank(connection: sqlite3.Connection) -> int | None:
    """The greatest rank in the bank."""
    found: int | None = connection.execute(LAST_QUESTION_RANK).fetchone()[0]
    return found
