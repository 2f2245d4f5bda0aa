"""Reading what was typed and is stored nowhere else."""

from __future__ import annotations

import sqlite3

from careerdesk.data.mapping import build, columns, kinds_by_table
from careerdesk.domain.drafts import Draft

ALL = f"SELECT {columns(Draft)} FROM draft ORDER BY id"
OF_RECORD = "SELECT id FROM draft WHERE kind = ? AND record_id = ?"
TRASHED = "SELECT kind, record_id FROM trashed"
BODIES = "SELECT body FROM trashed"
OF_PERSON = "SELECT id FROM draft WHERE whose = ?1 OR (kind = 'person' AND record_id = ?1)"


def all_of(connection: sqlite3.Connection) -> list[Draft]:
    """Every draft, the newest last."""
    return [build(Draft, row) for row in connection.execute(ALL)]


def lost(connection: sqlite3.Connection) -> list[int]:
    """The ids of drafts whose record or person is neither there nor in the trash."""
    trashed = set(connection.execute(TRASHED))
    gone = {draft.id: _gone(connection, draft) - trashed for draft in all_of(connection)}
    if not any(gone.values()):
        return []  # the bodies, which may be long, are read only for what went with something else
    from careerdesk.data.trash import rows_of  # late: it knows all tables

    deleted = {key for row in connection.execute(BODIES) for key in rows_of(row[0])}
    return [key for key, rows in gone.items() if not rows <= deleted]


def _gone(connection: sqlite3.Connection, draft: Draft) -> set[tuple[str, int]]:
    """Of the rows that a draft is about those that are not there, as its table and id."""
    about = (draft.kind, draft.record_id), ("person", draft.whose)
    return {(table, key) for table, key in about if key and _is_gone(connection, table, key)}


def _is_gone(connection: sqlite3.Connection, table: str, row_id: int) -> bool:
    if table not in kinds_by_table():
        return False
    there = connection.execute(f'SELECT 1 FROM "{table}" WHERE id = ?', (row_id,))
    return there.fetchone() is None


def of_record(connection: sqlite3.Connection, table: str, record_id: int) -> list[int]:
    """The ids of the drafts about one record; of a person's, of all that are theirs too."""
    if table == "person":
        rows = connection.execute(OF_PERSON, (record_id,))
    else:
        rows = connection.execute(OF_RECORD, (table, record_id))
    return [int(row[0]) for row in rows]
