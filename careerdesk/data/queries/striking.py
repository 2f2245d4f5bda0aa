"""Reading what was struck."""

from __future__ import annotations

import sqlite3
from datetime import date

OF_PERSON = """
SELECT s.kind, s.struck_on FROM strike s LEFT JOIN aspiration a ON a.uid = s.struck_uid
WHERE s.person_id = ? AND s.kind <> 'sweep'
    AND NOT EXISTS (SELECT 1 FROM aspiration later WHERE later.follows = a.id)
"""
NAMING = {
    "motivator": "SELECT count(*) FROM item_motivator WHERE motivator_id = ?",
    "aspiration": "SELECT count(*) FROM plan_item WHERE aspiration_id = ?",
}


def of_person(connection: sqlite3.Connection, person_id: int) -> list[tuple[str, date]]:
    """What a person had struck, the kind and the day of each: all wordings of a wish are one."""
    rows = connection.execute(OF_PERSON, (person_id,))
    return [(str(kind), date.fromisoformat(day)) for kind, day in rows]


def naming(connection: sqlite3.Connection, table: str, record_id: int) -> int:
    """How many goals name a motivator or an aspiration."""
    return int(connection.execute(NAMING[table], (record_id,)).fetchone()[0])
