"""The rows whose words wait to be put into the index, with what they said when they began to.

The index still has of them what they said then, and FTS5 has to be told that to take it out. The
first edit writes it, in its own transaction; further ones find it there and write nothing. What
they say now stands in their own tables.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Mapping
from typing import NamedTuple

from careerdesk.data.search_codes import Row
from careerdesk.data.search_rows import columns_kept, order

MANY = 20
"""Rows of one table: an edit of more puts them in at once."""
MOST = 100
"""Rows: with so many waiting, an edit puts in all of them."""
NEVER = frozenset({"trashed"})
"""Tables of which no row waits: one may hold all that somebody said, and is seldom written."""

MAKE = """
CREATE TABLE pending_words (
    in_table VARCHAR NOT NULL, row_id INTEGER NOT NULL, before VARCHAR NOT NULL,
    PRIMARY KEY (in_table, row_id)
) WITHOUT ROWID
"""
_DROP = "DROP TABLE IF EXISTS pending_words"
_ADD = "INSERT INTO pending_words VALUES (?, ?, ?)"
_AMONG = """
SELECT row_id FROM pending_words
WHERE in_table = ? AND row_id IN (SELECT value FROM json_each(?))
"""
_IS = "SELECT row_id FROM pending_words WHERE in_table = ? AND row_id = ?"
_COUNT = "SELECT count(*) FROM pending_words"
_ANY = "SELECT 1 FROM pending_words LIMIT 1"
_FIRST = "SELECT in_table, row_id, before FROM pending_words LIMIT ?"
_DONE = "DELETE FROM pending_words WHERE in_table = ? AND row_id = ?"


class Pending(NamedTuple):
    """A row that waits, and what the index has of it; `before` is None if that is nothing."""

    table: str
    row_id: int
    before: Row | None


def create_again(connection: sqlite3.Connection) -> None:
    """Make the table within a transaction, with nothing in it, in place of one that is there."""
    connection.execute(_DROP)
    connection.execute(MAKE)


def among(connection: sqlite3.Connection, table: str, keys: Collection[int]) -> set[int]:
    """Those rows of a table that wait already."""
    if len(keys) == 1:
        found = connection.execute(_IS, (table, *keys))
    else:
        found = connection.execute(_AMONG, (table, json.dumps(list(keys))))
    return {key for (key,) in found}


def add(connection: sqlite3.Connection, table: str, rows: Mapping[int, Row | None]) -> bool:
    """Let rows wait, which said this before; False, and nothing is done, if they cannot."""
    if table in NEVER or len(rows) > MANY:
        return False
    names = columns_kept(table)
    try:
        values = [
            (
                table,
                key,
                json.dumps(row and {name: row[name] for name in names}, ensure_ascii=False),
            )
            for key, row in rows.items()
        ]
    except TypeError:  # bytes in place of a text: another program wrote them
        return False
    connection.executemany(_ADD, values)
    return True


def count(connection: sqlite3.Connection) -> int:
    """How many rows wait."""
    return int(connection.execute(_COUNT).fetchone()[0])


def is_any(connection: sqlite3.Connection) -> bool:
    """Whether any row waits."""
    return connection.execute(_ANY).fetchone() is not None


def first(connection: sqlite3.Connection, most: int = -1) -> list[Pending]:
    """The rows that wait, at most so many; `ValueError` for what this version did not write."""
    return [_read(*row) for row in connection.execute(_FIRST, (most,)).fetchall()]


def _read(table: str, row_id: int, before: str) -> Pending:
    row = json.loads(before)
    known = table in order() and isinstance(row_id, int)
    if not known or not (row is None or _is_of(table, row_id, row)):
        raise ValueError(f"a row of {table} waits that cannot be read")
    return Pending(table, row_id, row)


def _is_of(table: str, row_id: int, row: object) -> bool:
    """Whether these are the columns of that row."""
    if not isinstance(row, dict):
        return False
    return set(columns_kept(table)) <= row.keys() and row["id"] == row_id


def done(connection: sqlite3.Connection, rows: Collection[Pending]) -> None:
    """Let rows wait no longer."""
    connection.executemany(_DONE, [(one.table, one.row_id) for one in rows])
