"""Reading what a text said earlier."""

from __future__ import annotations

import sqlite3

from careerdesk.data.mapping import build, columns, table_name
from careerdesk.domain.loop import TextVersion
from careerdesk.domain.versions import TextRef

WHERE = "FROM text_version WHERE kind = ? AND record_id = ? AND field = ?"
ALL = f"SELECT {columns(TextVersion)} {WHERE} ORDER BY replaced_at DESC, id DESC LIMIT ?"
OF_RECORD = "SELECT id FROM text_version WHERE kind = ? AND record_id = ?"


def newest(connection: sqlite3.Connection, ref: TextRef) -> TextVersion | None:
    """The text kept last; None if none was."""
    return next(iter(all_of(connection, ref, 1)), None)


def all_of(connection: sqlite3.Connection, ref: TextRef, limit: int) -> list[TextVersion]:
    """What a text said earlier, the last first."""
    rows = connection.execute(ALL, (*_key(ref), limit))
    return [build(TextVersion, row) for row in rows]


def of_record(connection: sqlite3.Connection, table: str, record_id: int) -> list[int]:
    """The ids of all that is kept for one record."""
    return [int(row[0]) for row in connection.execute(OF_RECORD, (table, record_id))]


def _key(ref: TextRef) -> tuple[str, int, str]:
    return table_name(ref.kind), ref.record_id, ref.field
