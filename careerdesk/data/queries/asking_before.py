"""Reading what an answer in writing may say again, and whose it may be."""

from __future__ import annotations

import sqlite3

from careerdesk.data.mapping import build, columns
from careerdesk.domain.records import Person, Promise, Question

POINTS = """
SELECT text FROM agenda_item WHERE person_id = ? AND (covered_on IS NULL OR in_writing)
"""
FELT = """
SELECT temperature_words FROM check_in
WHERE person_id = ? AND in_writing AND temperature_words <> ''
"""
ANSWERED = """
SELECT q.uid, n.their_words FROM discovery_note n JOIN question q ON q.id = n.question_id
WHERE n.person_id = ? AND q.uid IN (SELECT value FROM json_each(?))
"""
FIRST_RANK = "SELECT min(rank) FROM agenda_item WHERE person_id = ?"
PROMISE = f"SELECT {columns(Promise)} FROM promise WHERE person_id = ? AND uid = ?"
QUESTION = f"SELECT {columns(Question)} FROM question WHERE uid = ?"
OTHERS = f"SELECT {columns(Person)} FROM person WHERE id <> ?"


def points(connection: sqlite3.Connection, person_id: int) -> list[str]:
    """The points that are open, and those that came in writing before."""
    return [text for (text,) in connection.execute(POINTS, (person_id,))]


def felt(connection: sqlite3.Connection, person_id: int) -> list[str]:
    """What a person wrote of how they are, of each check-in."""
    return [text for (text,) in connection.execute(FELT, (person_id,))]


def answered(connection: sqlite3.Connection, person_id: int, uids: str) -> list[tuple[str, str]]:
    """What a person answered to questions, by the uid of each; *uids* are a JSON array."""
    return [(uid, words) for uid, words in connection.execute(ANSWERED, (person_id, uids))]


def first_rank(connection: sqlite3.Connection, person_id: int) -> int | None:
    """The rank of the first point of an agenda, open or not."""
    found: int | None = connection.execute(FIRST_RANK, (person_id,)).fetchone()[0]
    return found


def promise(connection: sqlite3.Connection, person_id: int, uid: str) -> Promise | None:
    """A promise of somebody by its uid."""
    row = connection.execute(PROMISE, (person_id, uid)).fetchone()
    return build(Promise, row) if row else None


def question(connection: sqlite3.Connection, uid: str) -> Question | None:
    """A question of the bank by its uid."""
    row = connection.execute(QUESTION, (uid,)).fetchone()
    return build(Question, row) if row else None


def others(connection: sqlite3.Connection, person_id: int) -> list[Person]:
    """Everybody else."""
    return [build(Person, row) for row in connection.execute(OTHERS, (person_id,))]
