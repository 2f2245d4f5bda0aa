"""Reading what was struck."""

from __future__ import annotations

import sqlite3
from datetime import date

OF_PERSON = """
SELECT s.struck_on, count(*) FROM strike s LEFT JOIN aspiration a ON a.uid = s.struck_uid
WHERE s.person_id = ?1 AND s.kind IN (SELECT value FROM json_each(?2))
    AND NOT EXISTS (SELECT 1 FROM aspiration later WHERE later.follows = a.id)
GROUP BY s.struck_on ORDER BY s.struck_on
"""
NAMING = {
    "motivator": "SELECT count(*) FROM item_motivator WHERE motivator_id = ?",
    "aspiration": "SELECT count(*) FROM plan_item WHERE aspiration_id = ?",
}

PLANS = "SELECT id FROM plan WHERE person_id = ? AND agreed_on IS NOT NULL"


def of_person(connection: sqlite3.Connection, person_id: int, kinds: str) -> list[tuple[date, int]]:
    """How much was struck on which day, the first first: of *kinds*, a list in JSON.

    All wordings of an aspiration are one.
    """
    rows = connection.execute(OF_PERSON, (person_id, kinds))
    return [(date.fromisoformat(day), int(count)) for day, count in rows]


def naming(connection: sqlite3.Connection, table: str, record_id: int) -> int:
    """How many goals name a motivator or an aspiration."""
    return int(connection.execute(NAMING[table], (record_id,)).fetchone()[0])


def plans(connection: sqlite3.Connection, person_id: int) -> list[int]:
    """The ids of a person's plans that were agreed."""
    return [int(key) for (key,) in connection.execute(PLANS, (person_id,))]
