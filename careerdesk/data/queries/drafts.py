"""Reading what was typed and is stored nowhere else."""

from __future__ import annotations

import sqlite3

from careerdesk.data.mapping import build, columns, kinds_by_table
from careerdesk.domain.drafts import Draft

ALL = f"SELECT {columns(Draft)} FROM draft ORDER BY id"
OF_RECORD = "SELECT id FROM draft WHERE kind = ? AND record_id = ?"
BODIES = "SELECT body FROM trashed"
OF_PERSON = "SELECT id FROM draft WHERE whose = ?1 OR (kind = 'person' AND record_id = ?1)"


def all_of(connection: sqlite3.Connection) -> list[Draft]:
    """Every draft, the newest last."""
    return [build(Draft, row) for row in connection.execute(ALL)]


def lost(connection: sqlite3.Connection) -> list[int]:
    """The ids of drafts whose record or person is neither there nor in the trash."""
    every = all_of(connection)
    if not every:
        return []
    from careerdesk.data.trash import rows_of  # late: it knows all tables

    deleted = {key for row in connection.execute(BODIES) for key in rows_of(row[0])}

    def is_lost(table: str, row_id: int) -> bool:
        if not row_id or table not in kinds_by_table() or (table, row_id) in deleted:
            return False
        there = connection.execute(f'SELECT 1 FROM "{table}" WHERE id = ?', (row_id,))
        return there.fetchone() is None

    return [
        draft.id
        for draft in every
        if is_lost(draft.kind, draft.record_id) or is_lost("person", draft.whose)
    ]


def of_record(connection: sqlite3.Connection, table: str, record_id: int) -> list[int]:
    """The ids of the drafts about one record; of a person's, of all that are theirs too."""
    if table == "person":
        rows = connection.execute(OF_PERSON, (record_id,))
    else:
        rows = connection.execute(OF_RECORD, (table, record_id))
    return [int(row[0]) for row in rows]
