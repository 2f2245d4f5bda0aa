"""Undo as data: triggers write the inverse of every row change into a log.

The triggers and the log are temporary objects of the writing connection, so that another
program that changes the file leaves no trace here, and nothing is left behind in the file.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from careerdesk.data.changes import Changes, Entry, Key
from careerdesk.data.mapping import kinds_by_table

_LOG = """
CREATE TEMP TABLE IF NOT EXISTS journal (
    seq INTEGER PRIMARY KEY, "table" TEXT, "row" INTEGER, verb TEXT, inverse TEXT
)
"""
_TRIGGER = """
CREATE TEMP TRIGGER journal_{table}_{verb} AFTER {event} ON main."{table}" {when}
BEGIN
    INSERT INTO journal ("table", "row", verb, inverse)
    VALUES ('{table}', {row}, '{verb}', {inverse});
END
"""


class Watch:
    """Which tables of a connection are watched: each from before its first change on.

    To watch them all takes longer than most edits, which change a few.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Watch no table yet."""
        self._connection = connection
        self._watched: frozenset[str] = frozenset()
        connection.execute(_LOG)

    def over(self, *tables: str) -> None:
        """Watch *tables* from now on; a transaction that is rolled back takes that with it."""
        for table in tables:
            if table not in self._watched:
                asked = self._connection.execute(f'PRAGMA table_info("{table}")')
                for statement in triggers(table, [str(row[1]) for row in asked]):
                    self._connection.execute(statement)
                self._watched |= {table}

    def over_all(self) -> None:
        """Watch every table: before rows go, which may take rows of any other along."""
        self.over(*kinds_by_table())

    @contextmanager
    def kept(self) -> Iterator[None]:
        """Around a transaction: if that is rolled back, what was watched in it is no more."""
        before = self._watched
        try:
            yield
        except BaseException:
            self._watched = before
            raise


def triggers(table: str, columns: Sequence[str]) -> list[str]:
    """The statements that make the triggers of *table*."""
    same = " AND ".join(f'OLD."{name}" IS NEW."{name}"' for name in columns)
    remove = f"""'DELETE FROM "{table}" WHERE id=' || NEW.id"""
    assigned = " || ',' || ".join(f"""'"{name}"=' || quote(OLD."{name}")""" for name in columns)
    update = f"""'UPDATE "{table}" SET ' || {assigned} || ' WHERE id=' || NEW.id"""
    listed = ",".join(f'"{name}"' for name in columns)
    values = " || ',' || ".join(f'quote(OLD."{name}")' for name in columns)
    insert = f"""'INSERT INTO "{table}" ({listed}) VALUES (' || {values} || ')'"""
    return [
        _trigger(table, "added", "INSERT", "", "NEW.id", remove),
        _trigger(table, "changed", "UPDATE", f"WHEN NOT ({same})", "NEW.id", update),
        _trigger(table, "removed", "DELETE", "", "OLD.id", insert),
    ]


def _trigger(table: str, verb: str, event: str, when: str, row: str, inverse: str) -> str:
    return _TRIGGER.format(table=table, verb=verb, event=event, when=when, row=row, inverse=inverse)


def drain(connection: sqlite3.Connection) -> tuple[Entry, ...]:
    """Take what the triggers logged since the last time, oldest first."""
    rows = connection.execute(
        'SELECT "table", "row", verb, inverse FROM journal ORDER BY seq'
    ).fetchall()
    connection.execute("DELETE FROM journal")
    return tuple(Entry(*row) for row in rows)


def holds_any(connection: sqlite3.Connection) -> bool:
    """Whether anything was logged since the last time."""
    return connection.execute("SELECT 1 FROM journal LIMIT 1").fetchone() is not None


def take_back(connection: sqlite3.Connection, entries: Iterable[Entry]) -> None:
    """Run the inverses of *entries*, newest first; they may pass through broken references."""
    connection.execute("PRAGMA defer_foreign_keys=ON")
    for entry in reversed(tuple(entries)):
        connection.execute(entry.inverse)


def changes_of(entries: Iterable[Entry], name: str, origin: object) -> Changes:
    """What *entries* amount to: a row that was added and removed again is not mentioned."""
    first: dict[Key, str] = {}
    last: dict[Key, str] = {}
    kinds = kinds_by_table()
    for entry in entries:
        key = (kinds[entry.table], entry.row)
        first.setdefault(key, entry.verb)
        last[key] = entry.verb
    added = {key for key in first if first[key] == "added" and last[key] != "removed"}
    removed = {key for key in first if first[key] != "added" and last[key] == "removed"}
    changed = {key for key in first if first[key] != "added" and last[key] != "removed"}
    return Changes(name, origin, frozenset(added), frozenset(changed), frozenset(removed))


def merged(older: tuple[Entry, ...], newer: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """The log of two edits as one.

    A row that was added or changed before and is changed again keeps the older inverse alone:
    that one takes the row away or sets every column.
    """
    if any(entry.verb == "removed" for entry in (*older, *newer)):
        return (*older, *newer)
    known = {(entry.table, entry.row) for entry in older}
    fresh = (
        entry for entry in newer if entry.verb == "added" or (entry.table, entry.row) not in known
    )
    return (*older, *fresh)
