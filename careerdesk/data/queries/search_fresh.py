"""What waits to be put into the index, as anyone who only reads the file sees it all the same.

A connection that reads puts the words of the rows that wait into a small index of its own, in
memory and in the same form, and leaves these rows out of the other. So both are asked alike.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager

from careerdesk.data import search_pending as pending
from careerdesk.data.search_index import MAKE, is_of_index, put, rows_now
from careerdesk.data.search_rows import Said, said_in
from careerdesk.domain.entries import Area

TABLES = {Area.CONVERSATIONS: "fresh_conversation_words", Area.REVIEWS: "fresh_review_words"}
"""The indexes of what waits, in `temp` of a connection for which `is_any` is true."""
LEFT_OUT = "words_left_out"
"""The table beside them, of the numbers that do not count in the index of the file."""

_MAKE = (
    *(MAKE.format(table=f"IF NOT EXISTS temp.{table}") for table in TABLES.values()),
    *(
        f"CREATE VIRTUAL TABLE IF NOT EXISTS temp.{table}_terms USING fts5vocab({table}, instance)"
        for table in TABLES.values()
    ),
    f"CREATE TEMP TABLE IF NOT EXISTS {LEFT_OUT} (number INTEGER PRIMARY KEY)",
    "CREATE TEMP TABLE words_read (version INTEGER NOT NULL)",  # the last: then all are made
)
_EMPTY = (
    "DELETE FROM words_read",
    *(f"INSERT INTO {table} ({table}) VALUES ('delete-all')" for table in TABLES.values()),
    f"DELETE FROM {LEFT_OUT}",
)
_READ = "SELECT version FROM words_read"
_NOTE = "INSERT INTO words_read VALUES (?)"
_LEAVE_OUT = f"INSERT OR IGNORE INTO {LEFT_OUT} VALUES (?)"


def is_any(connection: sqlite3.Connection) -> bool:
    """Whether words wait; those that do are in the tables above then, as they are now."""
    try:
        if not pending.is_any(connection):
            return False
        _bring_up(connection)
    except Exception as error:
        if not is_of_index(error):
            raise
        return False  # it is of an older form, or damaged, and made again by anyone who writes
    return True


def _bring_up(connection: sqlite3.Connection) -> None:
    """Read what waits, unless nobody wrote into the file since that was done last."""
    (version,) = connection.execute("PRAGMA data_version").fetchone()
    read = _version_read(connection)
    if read == version:
        return
    with _writing(connection):
        for statement in _MAKE if read is None else _EMPTY:
            connection.execute(statement)
        before, now = _said(connection)  # both: what is put in meanwhile shall not count twice
        numbers = ((one.rowid,) for one in (*before, *now))
        connection.executemany(_LEAVE_OUT, numbers)
        put(connection, now, TABLES)
        connection.execute(_NOTE, (version,))


def _version_read(connection: sqlite3.Connection) -> int | None:
    """At which version of the file it was read; -1 if only in part, None if there are no tables.

    Asked at each key and more than once, so that it does not look first whether they are.
    """
    try:
        row: tuple[int] | None = connection.execute(_READ).fetchone()
    except Exception as error:
        if not is_of_index(error):
            raise
        return None
    return row[0] if row else -1


def _said(connection: sqlite3.Connection) -> tuple[list[Said], list[Said]]:
    """What rows that wait said when they began to, and what they say now."""
    before: list[Said] = []
    tables: dict[str, list[int]] = {}
    for one in pending.first(connection):
        before += said_in(one.table, one.before) if one.before else []
        tables.setdefault(one.table, []).append(one.row_id)
    return before, list(_said_now(connection, tables))


def _said_now(
    connection: sqlite3.Connection, tables: Mapping[str, Iterable[int]]
) -> Iterator[Said]:
    for table, keys in tables.items():
        for row in rows_now(connection, table, keys):
            yield from said_in(table, row)


@contextmanager
def _writing(connection: sqlite3.Connection) -> Iterator[None]:
    """Let a connection that reads write into `temp`.

    In no transaction: that could not be ended surely for somebody who is told to stop. What was cut
    short has no version, and is begun again.
    """
    (reads_only,) = connection.execute("PRAGMA query_only").fetchone()
    try:
        connection.execute("PRAGMA query_only=OFF")
        yield
    finally:
        connection.execute(f"PRAGMA query_only={reads_only}")
