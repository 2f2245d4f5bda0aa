"""Reading what the rules of today ask for: a few statements for all people together.

A CROSS JOIN of SQLite begins with its left side: with the few people, never with all talks.
"""

from __future__ import annotations

import sqlite3
from typing import Any

from careerdesk.data.mapping import build, columns
from careerdesk.domain.records import Promise

TALKS = """
SELECT p.id,
    (SELECT min(c.starts_at) FROM check_in c WHERE c.person_id = p.id AND c.state = 'held'),
    (SELECT max(c.starts_at) FROM check_in c WHERE c.person_id = p.id AND c.state = 'held'),
    (SELECT max(c.starts_at) FROM check_in c
        WHERE c.person_id = p.id AND c.state = 'held' AND c.kind = 'career'),
    EXISTS (SELECT 1 FROM check_in c WHERE c.person_id = p.id AND c.state = 'running')
FROM person p WHERE p.archived_on IS NULL
"""
PLANNED = """
SELECT p.id, c.starts_at, c.kind FROM person p
CROSS JOIN check_in c ON c.person_id = p.id AND c.state = 'planned'
WHERE p.archived_on IS NULL
"""
KNOWN = """
SELECT p.id,
    (SELECT max(i.touched_on) FROM plan n JOIN plan_item i ON i.plan_id = n.id
        WHERE n.person_id = p.id AND n.state <> 'closed'),
    EXISTS (SELECT 1 FROM plan n WHERE n.person_id = p.id AND n.state <> 'closed'),
    (SELECT count(*) FROM motivator m WHERE m.person_id = p.id AND m.drive = 'drives')
FROM person p WHERE p.archived_on IS NULL
"""
MINUTES = """
SELECT p.id, sum(c.minutes), sum(coalesce(c.forward_minutes, 0)) FROM person p
CROSS JOIN check_in c ON c.person_id = p.id AND c.state = 'held' AND c.starts_at >= ?
WHERE p.archived_on IS NULL AND c.minutes > 0 GROUP BY p.id
"""
LATE = (
    f"SELECT {columns(Promise, 'r')} FROM person p "
    "CROSS JOIN promise r ON r.person_id = p.id AND r.done_on IS NULL AND r.due_on < ? "
    "WHERE p.archived_on IS NULL AND r.owner = 'me'"
)


def talks(connection: sqlite3.Connection) -> dict[int, tuple[Any, ...]]:
    """For each person: first and last talk held, last career conversation, whether one runs."""
    return {row[0]: row[1:] for row in connection.execute(TALKS)}


def planned(connection: sqlite3.Connection) -> dict[int, tuple[str, str]]:
    """For each person with a planned talk: when the next one starts, and its kind."""
    rows = sorted(connection.execute(PLANNED), reverse=True)  # the earliest one stays
    return {row[0]: (row[1], row[2]) for row in rows}


def known(connection: sqlite3.Connection) -> dict[int, tuple[Any, ...]]:
    """For each person: last touch of the open plan, whether there is one, how many motivators."""
    return {row[0]: row[1:] for row in connection.execute(KNOWN)}


def minutes(connection: sqlite3.Connection, since: str) -> dict[int, tuple[int, int]]:
    """For each person who talked since: minutes, and those of them that looked forward."""
    return {row[0]: (row[1], row[2]) for row in connection.execute(MINUTES, (since,))}


def late_promises(connection: sqlite3.Connection, today: str) -> list[Promise]:
    """The manager's own promises that are due before *today*, the oldest first."""
    found = [build(Promise, row) for row in connection.execute(LATE, (today,))]
    return sorted(found, key=lambda promise: (promise.due_on, promise.id))
