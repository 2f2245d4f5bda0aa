"""Reading feedback."""

from __future__ import annotations

import sqlite3
from datetime import date

from careerdesk.data.mapping import build, columns
from careerdesk.domain.feedback import Feedback

_FEEDBACK = columns(Feedback)
TO_DELIVER = (
    f"SELECT {_FEEDBACK} FROM feedback WHERE person_id = ? AND given_on IS NULL ORDER BY id"
)
NEWEST = f"""
SELECT {_FEEDBACK} FROM feedback WHERE person_id = ? AND given_on IS NOT NULL
ORDER BY given_on DESC, id DESC LIMIT ?
"""
GOALS = """
SELECT i.id, i.title FROM plan p JOIN plan_item i ON i.plan_id = p.id
WHERE p.person_id = ?1 AND (p.state <> 'closed' AND i.state <> 'dropped' OR i.id = ?2)
ORDER BY CASE i.horizon WHEN 'short' THEN 0 ELSE 1 END, i.rank, i.id
"""
MADE_IN = f"SELECT {_FEEDBACK} FROM feedback WHERE made_in = ? ORDER BY id"

ABOUT = f"SELECT {_FEEDBACK} FROM feedback WHERE item_id = ?"


def to_deliver(connection: sqlite3.Connection, person_id: int) -> list[Feedback]:
    """What waits to be told, the oldest first."""
    return [build(Feedback, row) for row in connection.execute(TO_DELIVER, (person_id,))]


def newest(connection: sqlite3.Connection, person_id: int, limit: int) -> list[Feedback]:
    """What was given or received, the newest first."""
    return [build(Feedback, row) for row in connection.execute(NEWEST, (person_id, limit))]


def goals(
    connection: sqlite3.Connection, person_id: int, also: int | None
) -> list[tuple[int, str]]:
    """The goals that feedback can be about by their ids, and one more."""
    return connection.execute(GOALS, (person_id, also)).fetchall()


def made_in(connection: sqlite3.Connection, checkin_id: int) -> list[Feedback]:
    """What a check-in brought."""
    return [build(Feedback, row) for row in connection.execute(MADE_IN, (checkin_id,))]


def about(connection: sqlite3.Connection, item_id: int) -> list[Feedback]:
    """What names a goal, first what waits to be told, then as it was given."""
    found = [build(Feedback, row) for row in connection.execute(ABOUT, (item_id,))]
    return sorted(found, key=lambda one: (one.given_on or date.min, one.id))
