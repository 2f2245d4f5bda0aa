"""Undo as data: triggers write what each row held before a change into a log.

The triggers and the log are temporary objects of the writing connection, so that another
program that changes the file leaves no trace here, and nothing is left behind in the file.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby
from typing import Protocol

from careerdesk.data.changes import Entry
from careerdesk.data.mapping import Cell, kinds_by_table
from careerdesk.domain.parts import AT_ONCE, Parts, through


class Follower(Protocol):
    """Who is kept by what is logged, within the transaction that changed it."""

    def columns(self, table: str) -> Collection[str]:
        """Those columns of a table by which it is kept."""

    def texts(self, table: str) -> Collection[str]:
        """Those of them without which it need not hear of a row that came or went."""

    def following(
        self, entries: Sequence[Entry], names: Mapping[str, Sequence[str]]
    ) -> Parts[None]:
        """Hear of rows that came, went, or say something else in such a column, oldest first.

        What that takes is done in parts. *names* are the columns of each table, in the order of
        what an entry holds.
        """


_SAID, _WORDED = 1, 2  # what is marked of a row
WIDTH = 40  # columns; what is wider gets more

_LOG = """
CREATE TEMP TABLE IF NOT EXISTS journal (
    seq INTEGER PRIMARY KEY, "table", "row", verb, said, {olds}
)
"""
_TRIGGER = """
CREATE TEMP TRIGGER journal_{table}_{verb} AFTER {event} ON main."{table}" {when}
BEGIN
    INSERT INTO journal ({into}) VALUES ('{table}', {row}, '{verb}', {said}{values});
END
"""
_OLDS_AT = 4  # the place in such a row from which on it is what was there before
_COLUMNS = """
SELECT t.value, c.name FROM json_each(?) t CROSS JOIN pragma_table_info(t.value) c
ORDER BY t.key, c.cid
"""
_EMPTY = "DELETE FROM journal"
WatchState = tuple[dict[str, list[str]], int, int]


class Watch:
    """Which tables of a connection are watched: each from before its first change on.

    To watch them all takes longer than most edits, which change a few.
    """

    def __init__(self, connection: sqlite3.Connection, follower: Follower | None = None) -> None:
        """Watch no table yet; the *follower* hears of what is drained, within its transaction."""
        self._connection = connection
        self._follower = follower
        self._watched: dict[str, list[str]] = {}  # the columns of each
        self._width = WIDTH
        self._widest = 1  # of those that are watched
        self._said: list[Entry] = []  # which the follower has yet to hear of
        connection.execute(_LOG.format(olds=", ".join(_olds(WIDTH))))

    def over(self, *tables: str) -> None:
        """Watch *tables* from now on; a transaction that is rolled back takes that with it."""
        unwatched = [table for table in tables if table not in self._watched]
        for table, names in columns_of(self._connection, unwatched).items():
            self._widen(len(names))
            self._widest = max(self._widest, len(names))
            kept_by = self._follower.columns(table) if self._follower else ()
            texts = self._follower.texts(table) if self._follower else ()
            for statement in triggers(table, names, kept_by, texts):
                self._connection.execute(statement)
            self._watched = {**self._watched, table: names}

    def _widen(self, width: int) -> None:
        """Make room in the log for a table to which another version has added columns."""
        for name in _olds(width)[self._width :]:
            self._connection.execute(f"ALTER TABLE temp.journal ADD COLUMN {name}")
            self._width += 1

    def over_all(self) -> None:
        """Watch every table: before rows go, which may take rows of any other along."""
        self.over(*kinds_by_table())

    @property
    def state(self) -> WatchState:
        """What is watched now, for `go_back`."""
        return self._watched, self._width, self._widest

    def go_back(self, state: WatchState) -> None:
        """Watch what was watched before a transaction that was rolled back.

        Nobody has to hear of what was logged in it.
        """
        self._watched, self._width, self._widest = state
        self._said.clear()

    def held(self, entry: Entry, column: str) -> Cell:
        """What a row that was changed held in a column; None where it has no such column."""
        names = self._watched[entry.table]
        return entry.old[names.index(column)] if entry.old and column in names else None

    def drain(self) -> list[Entry]:
        """Take what the triggers logged since the last time, oldest first, and have it followed."""
        entries = self.take()
        through(self.following())
        return entries

    def take(self) -> list[Entry]:
        """As `drain`; `following` is left to be done before the transaction ends."""
        rows = self._connection.execute(_take(self._widest)).fetchall()
        if not rows:
            return []
        self._connection.execute(_EMPTY)
        entries = []
        for row in rows:
            table, key, verb, marks = row[:_OLDS_AT]
            end = _OLDS_AT + (0 if verb == "added" else len(self._watched[table]))
            entry = Entry(table, key, verb, row[_OLDS_AT:end], marks >= _WORDED)
            entries.append(entry)
            if marks & _SAID:
                self._said.append(entry)
        return entries

    def following(self) -> Parts[None]:
        """Have the follower hear of what was taken, in parts."""
        said, self._said = self._said, []
        if said and self._follower is not None:
            yield from self._follower.following(said, self._watched)


def columns(connection: sqlite3.Connection, table: str) -> list[str]:
    """The columns of a table in the order in which `Entry.old` has them."""
    return columns_of(connection, [table])[table]


def columns_of(connection: sqlite3.Connection, tables: Sequence[str]) -> dict[str, list[str]]:
    """The same for several tables, read at once."""
    found: dict[str, list[str]] = {table: [] for table in tables}
    if found:
        for table, name in connection.execute(_COLUMNS, (json.dumps(tables),)):
            found[table].append(name)
    return found


@cache
def _take(width: int) -> str:
    """The statement that reads the log, of rows that held at most so many columns.

    One that empties it as well, by RETURNING, takes twice the time.
    """
    return f'SELECT "table", "row", verb, said, {", ".join(_olds(width))} FROM journal ORDER BY seq'


def _olds(count: int) -> list[str]:
    """The columns of the log for what a row held; without a type, so that all stays as it is."""
    return [f"old{number}" for number in range(count)]


def triggers(
    table: str, names: Sequence[str], kept_by: Collection[str] = (), texts: Collection[str] = ()
) -> list[str]:
    """The statements that make the triggers of *table*.

    They mark what changes in *kept_by*, in nothing but *texts*, and the rows with something in
    these that come or go.
    """
    same = " AND ".join(f'OLD."{name}" IS NEW."{name}"' for name in names)
    rest = " AND ".join(f'OLD."{name}" IS NEW."{name}"' for name in names if name not in texts)
    other = " OR ".join(f'OLD."{name}" IS NOT NEW."{name}"' for name in kept_by) or "0"
    marks = f"({other}) | {_WORDED} * ({rest})" if texts else other
    came = " OR ".join(f"NEW.\"{name}\" <> ''" for name in texts) or "0"
    went = " OR ".join(f"OLD.\"{name}\" <> ''" for name in texts) or "0"
    return [
        _trigger(table, "added", "INSERT", "", "NEW.id", came, ()),
        _trigger(table, "changed", "UPDATE", f"WHEN NOT ({same})", "NEW.id", marks, names),
        _trigger(table, "removed", "DELETE", "", "OLD.id", went, names),
    ]


def _trigger(
    table: str, verb: str, event: str, when: str, row: str, said: str, names: Sequence[str]
) -> str:
    into = ", ".join(('"table"', '"row"', "verb", "said", *_olds(len(names))))
    values = "".join(f', OLD."{name}"' for name in names)
    return _TRIGGER.format(
        table=table, verb=verb, event=event, when=when, into=into, row=row, said=said,
        values=values,
    )  # fmt: skip


def holds_any(connection: sqlite3.Connection) -> bool:
    """Whether anything was logged since the last time."""
    return connection.execute("SELECT 1 FROM journal LIMIT 1").fetchone() is not None


def taking_back(connection: sqlite3.Connection, entries: Sequence[Entry]) -> Iterator[int]:
    """Turn back the rows of *entries*, newest first; they may pass through broken references.

    Gives, every so many rows, how many are through; some are left to do until it ends.
    """
    connection.execute("PRAGMA defer_foreign_keys=ON")
    names = columns_of(connection, sorted({entry.table for entry in entries}))
    statements: dict[tuple[str, str], str] = {}
    for end in range(len(entries), 0, -AT_ONCE):
        some = entries[max(0, end - AT_ONCE) : end]
        for kind, alike in groupby(reversed(some), lambda entry: (entry.table, entry.verb)):
            if kind not in statements:
                statements[kind] = _back(*kind, names[kind[0]])
            connection.executemany(statements[kind], map(_values, alike))
        yield len(entries) - end + len(some)


def _back(table: str, verb: str, names: Sequence[str]) -> str:
    """The statement that turns a change back; its marks are filled by `_values`."""
    if verb == "added":
        return f'DELETE FROM "{table}" WHERE id = ?'
    if verb == "changed":
        assigned = ", ".join(f'"{name}" = ?' for name in names)
        return f'UPDATE "{table}" SET {assigned} WHERE id = ?'
    listed = ", ".join(f'"{name}"' for name in names)
    return f'INSERT INTO "{table}" ({listed}) VALUES ({", ".join("?" * len(names))})'


def _values(entry: Entry) -> tuple[Cell, ...]:
    return entry.old if entry.verb == "removed" else (*entry.old, entry.row)
