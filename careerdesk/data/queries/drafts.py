"""Reading what was typed and is stored nowhere else."""

from __future__ import annotations

import sqlite3

from careerdesk.data.mapping import build, columns
from careerdesk.domain.drafts import Draft

ALL = f"SELECT {columns(Draft)} FROM draft ORDER BY id"
OF_RECORD = "SELECT id FROM draft WHERE kind = ? AND record_id = ?"
OF_PERSON = "SELECT id FROM draft WHERE whose = ?"


def all_of(connection: sqlite3.Connection) -> list[Draft]:
    """Every draft, the newest last."""
    return [build(Draft, row) for row in connection.execute(ALL)]


def of_record(connection: sqlite3.Connection, table: str, record_id: int) -> list[int]:
    """The ids of the drafts about one record; of a person's, of all that are theirs."""
    if table == "person":
        rows = connection.execute(OF_PERSON, (record_id,))
    else:
        rows = connection.execute(OF_RECORD, (table, record_id))
    return [int(row[0]) for row in rows]
