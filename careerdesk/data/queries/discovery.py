"""Reading questions, notes and motivators."""

from __future__ import annotations

import json
import sqlite3
from datetime import date
from typing import Any

from careerdesk.data.mapping import build, columns
from careerdesk.data.queries.aspirations import HOLDS
from careerdesk.domain.questions import question_words
from careerdesk.domain.records import DiscoveryNote, Motivator, Question
from careerdesk.domain.suggestions import Known
from careerdesk.domain.views import AskedQuestion, MotivatorView, NoteView

_Q, _N, _M = columns(Question, "q"), columns(DiscoveryNote, "n"), columns(Motivator, "m")

BANK = f"SELECT {columns(Question)} FROM question ORDER BY rank, id"
_LAST = """max(n.asked_on), substr(n.their_words, 1, 400), n.private,
    count(nullif(n.off_record OR n.their_words <> '', 0))"""
ASKED = f"""
SELECT {_Q}, {_LAST} FROM question q
LEFT JOIN discovery_note n ON n.question_id = q.id AND n.person_id = ?
GROUP BY q.id ORDER BY q.rank, q.id
"""
BANK_ASKED = f"""
SELECT {_Q}, {_LAST} FROM question q
LEFT JOIN discovery_note n
    ON n.question_id = q.id AND n.person_id = ? AND (n.made_in IS NULL OR n.made_in IS NOT ?)
WHERE NOT q.retired AND q.question_set = ''
GROUP BY q.id ORDER BY q.rank, q.id
"""
_SAID = "(n.off_record OR n.their_words <> '' OR n.my_reading <> '')"
KNOWN = f"""
SELECT (SELECT count(*) FROM discovery_note WHERE person_id = ?1),
    EXISTS (SELECT 1 FROM discovery_note n
        WHERE n.person_id = ?1 AND n.question_id IS NOT NULL AND {_SAID}),
    EXISTS (SELECT 1 FROM aspiration WHERE person_id = ?1 AND {HOLDS}),
    EXISTS (SELECT 1 FROM motivator WHERE person_id = ?1 AND drive = 'value'
        AND until IS NULL AND struck_on IS NULL),
    (SELECT min(standing = 'guessed') FROM motivator WHERE person_id = ?1 AND drive = 'drives'
        AND until IS NULL AND struck_on IS NULL),
    (SELECT json_group_array(coalesce(a.question_id, q.id)) FROM agenda_item a
        LEFT JOIN question q ON a.question_id IS NULL AND q.text = a.text
        WHERE a.person_id = ?1 AND a.covered_on IS NULL
            AND coalesce(a.question_id, q.id) IS NOT NULL),
    (SELECT count(*) FROM feedback WHERE person_id = ?1 AND given_on IS NOT NULL),
    (SELECT count(*) FROM check_in WHERE person_id = ?1 AND state = 'held')
"""
NOTES = f"""
SELECT {_N}, coalesce(q.key, ''), coalesce(q.text, ''),
    (SELECT json_group_array(e.motivator_id) FROM note_motivator e WHERE e.note_id = n.id)
FROM discovery_note n
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
WHERE m.person_id = ? AND m.struck_on IS NULL ORDER BY m.rank, m.id
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


def bank_asked(
    connection: sqlite3.Connection, person_id: int, before: int | None = None
) -> list[AskedQuestion]:
    """The questions of the bank in use, as `asked`; as they stood *before* a check-in."""
    return [_asked(row) for row in connection.execute(BANK_ASKED, (person_id, before))]


def _asked(row: tuple[Any, ...]) -> AskedQuestion:
    day, words, private, answers = row[-4:]
    asked_on = date.fromisoformat(day) if day else None
    return AskedQuestion(build(Question, row), asked_on, words or "", bool(private), answers)


def known(connection: sqlite3.Connection, person_id: int) -> Known:
    """What there is of a person, as far as the choice of a question needs it."""
    row = connection.execute(KNOWN, (person_id,)).fetchone()
    notes, answered, aspiration, values, guessed, points, feedback, check_ins = row
    return Known(notes, bool(answered), bool(aspiration), bool(values), bool(guessed),
                 frozenset(json.loads(points)), feedback, check_ins)  # fmt: skip


def notes(connection: sqlite3.Connection, person_id: int) -> list[NoteView]:
    """A person's notes with the motivators they show, the newest first."""
    return [
        NoteView(
            build(DiscoveryNote, row), question_words(*row[-3:-1]), frozenset(json.loads(row[-1]))
        )
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
    """What moves a person, or did, in its order, with the open goals and the notes it is in."""
    return [_motivator(row) for row in connection.execute(MOTIVATORS, (person_id,))]


def _motivator(row: tuple[Any, ...]) -> MotivatorView:
    goals, notes, heard = row[-3:]
    return MotivatorView(
        build(Motivator, row), goals, notes, date.fromisoformat(heard) if heard else None
    )


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
