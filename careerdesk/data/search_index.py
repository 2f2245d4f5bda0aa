"""The index of the words of all texts, kept by the transaction that writes a text.

There is one table of FTS5 on each side of the wall, and none of them holds a text: only which
folded words stand where. To take a row out, SQLite has to be told the same words again, so the
index is kept by the log of the journal, which has each row as it was
(`docs/adr/0054-the-index-of-words.md`). An edit of a few rows notes that alone, and lets them wait
to be put in beside the window (`docs/adr/0060-words-that-wait.md`).
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import chain, groupby
from operator import attrgetter
from typing import Any, NamedTuple

from careerdesk.data import search_pending as pending
from careerdesk.data.changes import Entry
from careerdesk.data.search_codes import Row
from careerdesk.data.search_rows import Said, columns_kept, order, said_in, texts_kept
from careerdesk.domain.entries import Area
from careerdesk.domain.parts import LOOKING, WRITING, Part, Parts, cut, through
from careerdesk.domain.search.folding import FOLDING

TABLES = {Area.CONVERSATIONS: "conversation_words", Area.REVIEWS: "review_words"}
FORM = f"{FOLDING}.3"
"""Of the index: how words are folded, which codes and words of ours it has, and what waits."""
AT_ONCE = 100  # rows that are read and put in by one transaction of a rebuild
FEW = 5  # rows that wait, of those put in by one transaction beside the window: notes are long

MAKE = "CREATE VIRTUAL TABLE {table} USING fts5(words, content='', columnsize=0, tokenize='ascii')"
_MAKE = (
    MAKE,
    "INSERT INTO {table} ({table}, rank) VALUES ('automerge', 0)",
    "CREATE VIRTUAL TABLE {table}_terms USING fts5vocab({table}, instance)",
    "CREATE VIRTUAL TABLE {table}_counts USING fts5vocab({table}, row)",
)
_MAKE_STATE = (
    """CREATE TABLE search_state (
        form VARCHAR NOT NULL, reached INTEGER NOT NULL, last_id INTEGER NOT NULL
    )""",
    "INSERT INTO search_state VALUES ('', 0, 0)",
)
_PUT = "INSERT INTO {table} (rowid, words) VALUES (?, ?)"
_TAKE = "INSERT INTO {table} ({table}, rowid, words) VALUES ('delete', ?, ?)"
_EMPTY = "INSERT INTO {table} ({table}) VALUES ('delete-all')"
_MERGE = "INSERT INTO {table} ({table}) VALUES ('optimize')"
_MERGE_ON = "INSERT INTO {table} ({table}, rank) VALUES ('merge', 100)"
_STATE = "SELECT form, reached, last_id FROM search_state"
_SET_STATE = "UPDATE search_state SET form = ?, reached = ?, last_id = ?"
PART = 500  # rows that are compared in one part of the work; of those put in, fewer
Before = Mapping[int, Row | None]
"""What some rows of a table said before, by their ids."""
WHOLE = 1_000
"""How far a whole index has come, among the tables that it goes through."""


class State(NamedTuple):
    """How far the index has come: which table is being gone through, and its last row."""

    form: str = ""
    reached: int = 0
    last_id: int = 0

    @property
    def is_whole(self) -> bool:
        """Whether it holds every text, as this version folds it."""
        return self.form == FORM and self.reached == WHOLE

    def covers(self, table: str, record_id: int) -> bool:
        """Whether the row was put in already."""
        if self.form != FORM:
            return False
        at = order().get(table, WHOLE)
        return at < self.reached or (at == self.reached and record_id <= self.last_id)


def create_again(connection: sqlite3.Connection) -> None:
    """Make the tables of the index within a transaction, in place of those that are there.

    Nothing is in it then.
    """
    for table in TABLES.values():
        for name in (f"{table}_terms", f"{table}_counts", table):
            connection.execute(f"DROP TABLE IF EXISTS {name}")
        for statement in _MAKE:
            connection.execute(statement.format(table=table))
    pending.create_again(connection)
    connection.execute("DROP TABLE IF EXISTS search_state")
    for statement in _MAKE_STATE:
        connection.execute(statement)


def state_of(connection: sqlite3.Connection) -> State:
    """How far the index has come."""
    row = connection.execute(_STATE).fetchone()
    return State(*row) if row else State()


class Index:
    """Keeps the index by what the journal of one connection logs."""

    def __init__(self, connection: sqlite3.Connection, error: type[Exception]) -> None:
        """Look at nothing yet; *error* is what the connection raises."""
        self._connection = connection
        self._error = error
        self._is_whole = False

    def columns(self, table: str) -> Collection[str]:
        """Those columns of a table by which the index is kept."""
        return columns_kept(table) if table in order() else ()

    def texts(self, table: str) -> Collection[str]:
        """Those without which a row that came or went has nothing in the index."""
        return texts_kept(table) if table in order() else ()

    def following(
        self, entries: Sequence[Entry], names: Mapping[str, Sequence[str]]
    ) -> Parts[None]:
        """Keep the index by what rows said before *entries*: now if they are many, or later.

        A damaged index takes no edit with it: it is left as it is, and made again later.
        """
        first: dict[str, dict[int, Entry]] = {}
        for some in cut(entries, PART):
            for entry in some:
                first.setdefault(entry.table, {}).setdefault(entry.row, entry)
            yield Part(LOOKING, 0, len(entries))
        try:
            before = yield from self._not_waiting(first, names)
            yield from exchanging(self._connection, before)
        except (self._error, ValueError) as error:
            if not is_of_index(error):
                raise
            self._give_up()

    def _give_up(self) -> None:
        self._is_whole = False
        with suppress(self._error):
            self._connection.execute(_SET_STATE, State())

    def tend(self) -> bool:
        """Do some of what the index needs within a transaction; whether there is more to do."""
        try:
            if state_of(self._connection).is_whole:
                return settle(self._connection, FEW) or merge_on(self._connection)
            return not build_on(self._connection).is_whole
        except (self._error, ValueError) as error:
            if not is_of_index(error):
                raise
        create_again(self._connection)
        self._is_whole = False
        return True

    def settle(self) -> None:
        """Put in all that waits; a damaged index is made again later."""
        try:
            settle(self._connection)
        except (self._error, ValueError) as error:
            if not is_of_index(error):
                raise
            self._give_up()

    def waits(self) -> bool:
        """Whether anything waits to be put in."""
        try:
            return pending.is_any(self._connection)
        except self._error as error:
            if not is_of_index(error):
                raise
        return False

    def merge(self) -> None:
        """Leave nothing in the index that was taken out of it, by writing all of it again.

        Nothing waits then either.
        """
        try:
            settle(self._connection)
            for table in TABLES.values():
                self._connection.execute(_MERGE.format(table=table))
        except (self._error, ValueError) as error:
            if not is_of_index(error):
                raise
            create_again(self._connection)
            self._is_whole = False

    def _covered(self, table: str, keys: Collection[int]) -> Collection[int]:
        if self._is_whole:
            return keys
        state = state_of(self._connection)
        self._is_whole = state.is_whole
        return [key for key in keys if state.covers(table, key)]

    def _not_waiting(
        self, first: Mapping[str, Mapping[int, Entry]], names: Mapping[str, Sequence[str]]
    ) -> Parts[dict[str, Before]]:
        """What rows that are put in now said; those of a table of which they are few wait."""
        found: dict[str, Before] = {}
        added = False
        for table, rows in first.items():
            covered = self._covered(table, rows.keys())
            waiting = pending.among(self._connection, table, covered) if covered else ()
            fresh: dict[int, Row | None] = {}
            for some in cut([key for key in covered if key not in waiting], PART):
                fresh |= {key: _before(rows[key], names[table]) for key in some}
                if len(some) == PART:
                    yield Part(LOOKING, len(fresh), len(rows))
            if fresh and pending.add(self._connection, table, fresh):
                added = True
            elif fresh:
                found[table] = fresh
        if added and pending.count(self._connection) >= pending.MOST:
            settle(self._connection)
        return found


def _before(entry: Entry, names: Sequence[str]) -> Row | None:
    """What a row said before it was changed; None if it was not there."""
    return dict(zip(names, entry.old, strict=False)) or None


def exchanging(connection: sqlite3.Connection, before: Mapping[str, Before]) -> Parts[None]:
    """Put in what rows say now, in place of what the index has of them, or change nothing.

    A savepoint is open until the last part.
    """
    gone: list[Said] = []
    come: list[Said] = []
    for table, rows in before.items():
        for some in cut(list(rows), PART):
            went, came = _differing(connection, table, {key: rows[key] for key in some})
            gone += went
            come += came
            yield Part(LOOKING, 0, len(rows))
    if not gone and not come:
        return
    connection.execute("SAVEPOINT index_of_words")
    try:
        if len(gone) + len(come) > PART:
            while merge_on(connection):  # sixteen that wait for it FTS5 merges at once, in a write
                yield Part(LOOKING, 0, len(gone) + len(come))
        done = 0
        for many in chain(_taking(connection, gone), _putting(connection, come)):
            done += many
            yield Part(WRITING, done, len(gone) + len(come))
    except BaseException:
        connection.execute("ROLLBACK TO index_of_words")
        raise
    finally:  # what is wrong with the index is seen here, not when all is committed
        connection.execute("RELEASE index_of_words")


def _differing(
    connection: sqlite3.Connection, table: str, before: Before
) -> tuple[list[Said], list[Said]]:
    """What the index has of some rows of a table and should not have, and what it lacks."""
    now = {row["id"]: row for row in rows_now(connection, table, before)}
    gone: list[Said] = []
    come: list[Said] = []
    for key, row in before.items():
        had, has = _said(table, row), _said(table, now.get(key))
        gone += [one for one in had if one not in has]
        come += [one for one in has if one not in had]
    return gone, come


def settle(connection: sqlite3.Connection, most: int = -1) -> bool:
    """Put in rows that wait, at most so many, within a transaction; whether there were any."""
    rows = pending.first(connection, most)
    before: dict[str, dict[int, Row | None]] = {}
    for one in rows:
        before.setdefault(one.table, {})[one.row_id] = one.before
    through(exchanging(connection, before))
    pending.done(connection, rows)
    return bool(rows)


def _said(table: str, row: Row | None) -> list[Said]:
    return said_in(table, row) if row else []


def is_of_index(error: Exception) -> bool:
    """Whether an index that is damaged or missing may be the cause of what was raised."""
    if isinstance(error, ValueError):
        return True  # what waits cannot be read
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return code in {sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_CONSTRAINT}


def put(
    connection: sqlite3.Connection, rows: Iterable[Said], tables: Mapping[Area, str] = TABLES
) -> None:
    """Put rows in."""
    for _ in _putting(connection, rows, tables):
        pass


def _putting(
    connection: sqlite3.Connection, rows: Iterable[Said], tables: Mapping[Area, str] = TABLES
) -> Iterator[int]:
    """Put rows in; gives how many, some at a time."""
    return _writing(connection, _PUT, rows, lambda one: one.words, tables)


def _taking(connection: sqlite3.Connection, rows: Iterable[Said]) -> Iterator[int]:
    """Take rows out, for which it is enough to name each of their words once."""
    return _writing(connection, _TAKE, rows, lambda one: one.each_word, TABLES)


def _writing(
    connection: sqlite3.Connection,
    statement: str,
    rows: Iterable[Said],
    words: Callable[[Said], str],
    tables: Mapping[Area, str],
) -> Iterator[int]:
    """Write rows by their numbers: FTS5 begins a new segment at each that is less than the last."""
    for some in cut(sorted(rows, key=attrgetter("area.value", "rowid"))):
        for area, alike in groupby(some, attrgetter("area")):
            sql = statement.format(table=tables[area])
            values = [(one.rowid, said) for one in alike if (said := words(one))]
            connection.executemany(sql, values)
        yield len(some)


def rows_now(connection: sqlite3.Connection, table: str, keys: Iterable[int]) -> Iterator[Row]:
    """Those rows of a table that are there."""
    names = columns_kept(table)
    some = list(keys)
    value: int | str
    if len(some) == 1:
        where, value = "= ?", some[0]
    else:
        where, value = "IN (SELECT value FROM json_each(?))", json.dumps(some)
    if some:
        sql = f'SELECT {", ".join(names)} FROM "{table}" WHERE id {where}'
        for row in connection.execute(sql, (value,)).fetchall():
            yield dict(zip(names, row, strict=True))


def build_on(connection: sqlite3.Connection) -> State:
    """Go on making the index within a transaction, by some rows; how far it has come then."""
    state = state_of(connection)
    if state.form != FORM:
        for table in TABLES.values():
            connection.execute(_EMPTY.format(table=table))
        pending.create_again(connection)  # an older form has no such table
        state = State(FORM)
    done = state.reached >= len(order())
    state = State(FORM, WHOLE) if done else _some(connection, state)
    connection.execute(_SET_STATE, state)
    return state


def rebuild(connection: sqlite3.Connection) -> None:
    """Make all of the index again within a transaction."""
    connection.execute(_SET_STATE, State())
    while not build_on(connection).is_whole:
        pass


def _some(connection: sqlite3.Connection, state: State) -> State:
    table = list(order())[state.reached]
    rows = _after(connection, table, state.last_id)
    put(connection, (one for row in rows for one in said_in(table, row)))
    if len(rows) < AT_ONCE:
        return State(FORM, state.reached + 1)
    return State(FORM, state.reached, rows[-1]["id"])


def _after(connection: sqlite3.Connection, table: str, key: int) -> list[dict[str, Any]]:
    """The next rows of a table."""
    names = columns_kept(table)
    sql = f'SELECT {", ".join(names)} FROM "{table}" WHERE id > ? ORDER BY id LIMIT {AT_ONCE}'
    return [dict(zip(names, row, strict=True)) for row in connection.execute(sql, (key,))]


def said_everywhere(connection: sqlite3.Connection) -> Iterator[Said]:
    """All rows that an index has to have, before what waits is put in."""
    waiting = {(one.table, one.row_id): one.before for one in pending.first(connection)}
    for (table, _), before in waiting.items():
        yield from said_in(table, before) if before else ()
    for table in order():
        key = 0
        while rows := _after(connection, table, key):
            key = rows[-1]["id"]
            for row in rows:
                if (table, row["id"]) not in waiting:
                    yield from said_in(table, row)


def merge_on(connection: sqlite3.Connection) -> bool:
    """Put some small parts of the index together within a transaction; whether there were any."""
    before = connection.total_changes
    for table in TABLES.values():
        connection.execute(_MERGE_ON.format(table=table))
    return connection.total_changes - before > len(TABLES)
