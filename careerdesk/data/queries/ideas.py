"""Reading ideas."""

from __future__ import annotations

import sqlite3

from careerdesk.data.mapping import build, columns
from careerdesk.domain.loop import Idea

WAITING = f"""
SELECT {columns(Idea)} FROM idea
WHERE person_id = ? AND (state = 'open' OR item_id IS NULL) ORDER BY rank, id
"""
LAST_RANK = "SELECT max(rank) FROM idea WHERE person_id = ?"


def waiting(connection: sqlite3.Connection, person_id: int) -> list[Idea]:
    """The ideas that are no goal, in their order: not taken, or their goal was deleted."""
    return [build(Idea, row) for row in connection.execute(WAITING, (person_id,))]


def last_rank(connection: sqlite3.Connection, person_id: int) -> int | None:
    """The greatest rank of a person's ideas."""
    found: int | None = connection.execute(LAST_RANK, (person_id,)).fetchone()[0]
    return found
