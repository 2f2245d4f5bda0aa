"""Reading what a text said earlier."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from datetime import datetime
from functools import cache
from operator import attrgetter

from careerdesk.data.mapping import Cell, build, columns, instant, table_name
from careerdesk.data.rows import gone
from careerdesk.domain.loop import TextVersion
from careerdesk.domain.versions import TextRef

WHERE = "FROM text_version WHERE kind = ? AND record_id = ? AND field = ?"
ALL = f"SELECT {columns(TextVersion)} {WHERE} ORDER BY replaced_at DESC, id DESC LIMIT ?"
OF_MANY = f"""
SELECT {columns(TextVersion)} FROM text_version
WHERE kind = ? AND record_id IN (SELECT value FROM json_each(?))
"""
EVERY_OF = f"SELECT {columns(TextVersion)} FROM text_version WHERE kind = ? AND record_id = ?"
KEPT_AT = """
SELECT max(replaced_at) FROM text_version WHERE kind = ?1 AND record_id = ?2 AND field = ?3
"""
OF_RECORD = "SELECT id FROM text_version WHERE kind = ? AND record_id = ?"


def said(connection: sqlite3.Connection, ref: TextRef) -> tuple[str, datetime | None]:
    """What a text says now, and when it was last replaced by another and kept.

    `NotFound` if there is no such record.
    """
    table, record_id, field = _key(ref)
    found = connection.execute(_said(table, field), (table, record_id, field))
    row: tuple[Cell, str | None] | None = found.fetchone()
    if row is None:
        raise gone(ref.kind)
    return str(row[0]), instant(row[1]) if row[1] else None


@cache
def _said(table: str, field: str) -> str:
    return f"SELECT {field}, ({KEPT_AT}) FROM {table} WHERE id = ?2"


def newest(connection: sqlite3.Connection, ref: TextRef) -> TextVersion | None:
    """The text kept last; None if none was."""
    return next(iter(all_of(connection, ref, 1)), None)


def all_of(connection: sqlite3.Connection, ref: TextRef, limit: int) -> list[TextVersion]:
    """What a text said earlier, the last first."""
    rows = connection.execute(ALL, (*_key(ref), limit))
    return [build(TextVersion, row) for row in rows]


def newest_of_all(
    connection: sqlite3.Connection, table: str, record_ids: Sequence[int]
) -> dict[tuple[int, str], TextVersion]:
    """The text kept last of each text of these records, by record and field."""
    rows = connection.execute(OF_MANY, (table, json.dumps(record_ids)))
    found = sorted((build(TextVersion, row) for row in rows), key=attrgetter("replaced_at", "id"))
    return {(one.record_id, one.field): one for one in found}


def every_of(connection: sqlite3.Connection, table: str, record_id: int) -> list[TextVersion]:
    """All that is kept for one record, of whichever text."""
    return [build(TextVersion, row) for row in connection.execute(EVERY_OF, (table, record_id))]


def of_record(connection: sqlite3.Connection, table: str, record_id: int) -> list[int]:
    """The ids of all that is kept for one record."""
    return [int(row[0]) for row in connection.execute(OF_RECORD, (table, record_id))]


def _key(ref: TextRef) -> tuple[str, int, str]:
    return table_name(ref.kind), ref.record_id, ref.field
