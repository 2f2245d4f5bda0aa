"""Reading what people were called at which time."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from datetime import date
from operator import itemgetter

from careerdesk.data.mapping import build, columns
from careerdesk.domain.records import PastRole

PAST = f"SELECT {columns(PastRole)} FROM past_role WHERE person_id = ? ORDER BY until, id"
WAITING = """
SELECT person_id, until, title, level FROM past_role
WHERE person_id IN (SELECT value FROM json_each(?)) AND until > ?
"""


def past(connection: sqlite3.Connection, person_id: int) -> list[PastRole]:
    """The earlier titles and levels of a person, the oldest first."""
    return [build(PastRole, row) for row in connection.execute(PAST, (person_id,))]


def waiting(
    connection: sqlite3.Connection, people: Sequence[int], today: date
) -> dict[int, tuple[str, str]]:
    """Title and level of *today* of those of these people who are to have others later."""
    rows = connection.execute(WAITING, (json.dumps(people), today.isoformat()))
    latest_first = sorted(rows, key=itemgetter(1), reverse=True)
    return {person_id: (title, level) for person_id, _until, title, level in latest_first}
