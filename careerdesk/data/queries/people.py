"""Reading people."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from datetime import date
from typing import Any

from careerdesk.data.mapping import build, columns, day_start
from careerdesk.domain.records import Person

IN_RAIL = f"SELECT {columns(Person)} FROM person WHERE archived_on IS NULL ORDER BY rank, id"
ARCHIVED = (
    f"SELECT {columns(Person)} FROM person WHERE archived_on IS NOT NULL "
    "ORDER BY archived_on DESC, id DESC"
)
EVERYONE = f"SELECT {columns(Person)} FROM person ORDER BY archived_on IS NOT NULL, rank, id"
ORDER = "SELECT id, rank FROM person WHERE archived_on IS NULL ORDER BY rank, id"
IDS = "SELECT id FROM person ORDER BY archived_on IS NOT NULL, rank, id"
SOME = f"SELECT {columns(Person)} FROM person WHERE id IN (SELECT value FROM json_each(?))"
WITHOUT_CHECK_INS = """
SELECT p.id, p.status = 'active' FROM person p WHERE p.archived_on IS NULL AND NOT EXISTS (
    SELECT 1 FROM check_in c
    WHERE c.person_id = p.id AND c.state IN ('held', 'planned', 'running'))
ORDER BY p.rank, p.id
"""
LAST_RANK = "SELECT max(rank) FROM person"
CHECK_IN_TIMES = """
SELECT p.id,
    (SELECT max(c.starts_at) FROM check_in c WHERE c.person_id = p.id AND c.state = 'held'),
    coalesce((SELECT min(c.starts_at) FROM check_in c
        WHERE c.person_id = p.id AND c.state = 'planned' AND c.starts_at >= ?1),
        (SELECT max(c.starts_at) FROM check_in c
        WHERE c.person_id = p.id AND c.state = 'planned')),
    EXISTS (SELECT 1 FROM check_in c WHERE c.person_id = p.id AND c.state = 'running'),
    (SELECT min(r.due_on) FROM promise r
        WHERE r.person_id = p.id AND r.done_on IS NULL AND r.due_on < ?2 AND r.owner = 'me'),
    (SELECT c.utc_offset FROM check_in c WHERE c.person_id = p.id AND c.state = 'held'
        ORDER BY c.starts_at DESC LIMIT 1),
    (SELECT json_array(w.title, w.level) FROM past_role w
        WHERE w.person_id = p.id AND w.until > ?2 ORDER BY w.until LIMIT 1)
FROM person p WHERE p.id IN (SELECT value FROM json_each(?3))
"""


def in_rail(connection: sqlite3.Connection) -> list[Person]:
    """Everyone who is not archived, in the order of the rail."""
    return [build(Person, row) for row in connection.execute(IN_RAIL)]


def archived(connection: sqlite3.Connection) -> list[Person]:
    """Everyone who is archived, the last one first."""
    return [build(Person, row) for row in connection.execute(ARCHIVED)]


def everyone(connection: sqlite3.Connection) -> list[Person]:
    """Everyone, archived people last."""
    return [build(Person, row) for row in connection.execute(EVERYONE)]


def ids(connection: sqlite3.Connection) -> list[int]:
    """The ids of everyone, in the order of `everyone`."""
    return [int(row[0]) for row in connection.execute(IDS)]


def some(connection: sqlite3.Connection, wanted: Sequence[int]) -> list[Person]:
    """The people of these ids, in this order; anyone who is not there is left out."""
    rows = connection.execute(SOME, (json.dumps(wanted),))
    found = {row[0]: build(Person, row) for row in rows}
    return [found[one] for one in wanted if one in found]


def without_check_ins(connection: sqlite3.Connection) -> list[tuple[int, bool]]:
    """The ids of those with whom nothing was held, is planned or goes on, as in the rail.

    With each it is said whether they are at work whatever the day.
    """
    return connection.execute(WITHOUT_CHECK_INS).fetchall()


def order(connection: sqlite3.Connection) -> list[tuple[int, int]]:
    """The rail as pairs of id and rank."""
    return connection.execute(ORDER).fetchall()


def last_rank(connection: sqlite3.Connection) -> int | None:
    """The greatest rank of all people."""
    found: int | None = connection.execute(LAST_RANK).fetchone()[0]
    return found


def check_in_times(
    connection: sqlite3.Connection, today: date, wanted: Sequence[int]
) -> dict[int, tuple[Any, ...]]:
    """For each of these people: last held, next planned, running, my promise that is late,
    the offset of the last held, and as JSON title and level while others are to come.

    The next one is that of *today* or later; where there is none, the last one that was missed.
    """
    values = (day_start(today), today.isoformat(), json.dumps(wanted))
    rows = connection.execute(CHECK_IN_TIMES, values)
    return {row[0]: row[1:] for row in rows}
