"""Reading what was typed and is stored nowhere else."""

from __future__ import annotations

import sqlite3
from collections.abc import Container

from careerdesk.data.mapping import build, columns, kinds_by_table
from careerdesk.domain.drafts import Draft

ALL = f"SELECT {columns(Draft)} FROM draft ORDER BY id"
OF_RECORD = "SELECT id FROM draft WHERE kind = ? AND record_id = ?"
TRASHED = "SELECT kind, record_id FROM trashed"
BODIES = """
SELECT body FROM trashed WHERE kind <> 'person' AND (person_id = ? OR person_id IS NULL)
"""
OF_PERSON = "SELECT id FROM draft WHERE whose = ?1 OR (kind = 'person' AND record_id = ?1)"


def all_of(connection: sqlite3.Connection) -> list[Draft]:
    """Every draft, the newest last."""
    return [build(Draft, row) for row in connection.execute(ALL)]


def lost(connection: sqlite3.Connection) -> list[int]:
    """The ids of drafts whose record or person is neither there nor in the trash."""
    trashed = set(connection.execute(TRASHED))
    return [draft.id for draft in all_of(connection) if _is_lost(connection, draft, trashed)]


def _is_lost(
    connection: sqlite3.Connection, draft: Draft, trashed: Container[tuple[str, int]]
) -> bool:
    """Whether it is about something that cannot come back.

    A person took their drafts along. What is gone otherwise may have gone with something smaller,
    and of the trash only that is read: a person's years are long.
    """
    about = (draft.kind, draft.record_id), ("person", draft.whose)
    gone = {(table, key) for table, key in about if key and _is_gone(connection, table, key)}
    if all(one in trashed for one in gone):
        return False
    from careerdesk.data.trash import rows_of  # late: it knows all tables

    bodies = connection.execute(BODIES, (draft.whose,))
    went_along = {key for row in bodies for key in rows_of(row[0])}
    return any(one not in trashed and one not in went_along for one in gone)


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
