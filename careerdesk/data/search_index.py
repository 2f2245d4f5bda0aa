"""The index of the words of all texts, kept by the transaction that writes a text.

There is one table of FTS5 on each side of the wall, and none of them holds a text: only which
folded words stand where. To take a row out, SQLite has to be told the same words again, so the
index is kept by the log of the journal, which has each row as it was (`docs/adr/0054-the-index-of-words.md`).
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple

from careerdesk.data.changes import Entry
from careerdesk.data.search_codes import (
    FIGURES,
    OTHERS,
    THERE,
    TITLE,
    TRASH,
    VERSION,
    Row,
    Searched,
    beginnings,
    by_table,
    columns_read,
    day_of,
    number,
    of_code,
    of_person,
    text_of,
)
from careerdesk.domain.catalogue import CATALOGUE
from careerdesk.domain.entries import Area
from careerdesk.domain.search.folding import FOLDING, words_of

TABLES = {Area.CONVERSATIONS: "conversation_words", Area.REVIEWS: "review_words"}
FORM = f"{FOLDING}.2"
"""Of the index: how words are folded, and which codes and words of ours it has."""
_LONG = 20_000  # characters; what is longer is folded again
AT_ONCE = 100  # rows that are read and put in by one transaction of a rebuild

_MAKE = """
CREATE VIRTUAL TABLE IF NOT EXISTS {table}
USING fts5(words, content='', columnsize=0, tokenize='ascii')
"""
_PUT = "INSERT INTO {table} (rowid, words) VALUES (?, ?)"
_TAKE = "INSERT INTO {table} ({table}, rowid, words) VALUES ('delete', ?, ?)"
_EMPTY = "INSERT INTO {table} ({table}) VALUES ('delete-all')"
_MERGE = "INSERT INTO {table} ({table}) VALUES ('optimize')"
_STATE = "SELECT form, reached, last_id FROM search_state"
_SET_STATE = "UPDATE search_state SET form = ?, reached = ?, last_id = ?"
WHOLE = 1_000
"""How far a whole index has come, among the tables that it goes through."""


class Said(NamedTuple):
    """One row of the index: in which, its number, our words in it, and the text."""

    area: Area
    rowid: int
    ours: tuple[str, ...]
    text: str

    @property
    def words(self) -> str:
        """What is put in; "" for a text without a word, which has no row."""
        words = _words(self.text) if len(self.text) < _LONG else _words.__wrapped__(self.text)
        return f"{' '.join(self.ours)} {words}" if words else ""


@lru_cache(maxsize=8)  # what an edit takes out is what the one before it put in
def _words(text: str) -> str:
    words = words_of(text)
    return " ".join((*words, *beginnings(words)))


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
        at = _order().get(table, WHOLE)
        return at < self.reached or (at == self.reached and record_id <= self.last_id)


def make(connection: sqlite3.Connection) -> None:
    """Make the tables of an index in which nothing is yet."""
    for table in TABLES.values():
        connection.execute(_MAKE.format(table=table))


def state_of(connection: sqlite3.Connection) -> State:
    """How far the index has come."""
    row = connection.execute(_STATE).fetchone()
    return State(*row) if row else State()


@cache
def _order() -> dict[str, int]:
    """In which order a rebuild goes through the tables."""
    return {table: place for place, table in enumerate((*by_table(), "text_version", "trashed"))}


class Index:
    """Keeps the index by what the journal of one connection logs."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Look at nothing yet."""
        self._connection = connection
        self._is_whole = False

    def follow(self, entries: Sequence[Entry], names: Mapping[str, Sequence[str]]) -> None:
        """Put in what rows say now, in place of what they said before *entries*.

        *names* are the columns of each table, in the order of what an entry holds.
        """
        before: dict[str, dict[int, Row | None]] = {}
        for entry in entries:
            if entry.table in _order():
                rows = before.setdefault(entry.table, {})
                if entry.row not in rows:
                    old = dict(zip(names[entry.table], entry.old, strict=False))
                    rows[entry.row] = old or None
        if not before:
            return
        for table, rows in before.items():
            self._follow(table, self._covered(table, rows))

    def _covered(self, table: str, rows: dict[int, Row | None]) -> dict[int, Row | None]:
        if self._is_whole:
            return rows
        state = state_of(self._connection)
        self._is_whole = state.is_whole
        return {key: row for key, row in rows.items() if state.covers(table, key)}

    def _follow(self, table: str, before: Mapping[int, Row | None]) -> None:
        old = {one.rowid: one for row in before.values() if row for one in said_in(table, row)}
        now = _rows(self._connection, table, before)
        new = {one.rowid: one for row in now for one in said_in(table, row)}
        write(self._connection, _TAKE, (one for key, one in old.items() if new.get(key) != one))
        write(self._connection, _PUT, (one for key, one in new.items() if old.get(key) != one))


def write(connection: sqlite3.Connection, statement: str, rows: Iterable[Said]) -> None:
    """Put rows in, or take them out."""
    found: dict[Area, list[tuple[int, str]]] = {}
    for one in rows:
        words = one.words
        if words:
            found.setdefault(one.area, []).append((one.rowid, words))
    for area, values in found.items():
        connection.executemany(statement.format(table=TABLES[area]), values)


def _rows(connection: sqlite3.Connection, table: str, keys: Iterable[int]) -> Iterator[Row]:
    """Those rows of a table that are there."""
    names = _columns(table)
    some = list(keys)
    if len(some) == 1:
        where, value = "= ?", some[0]
    else:
        where, value = "IN (SELECT value FROM json_each(?))", json.dumps(some)
    if some:
        sql = f'SELECT {", ".join(names)} FROM "{table}" WHERE id {where}'
        for row in connection.execute(sql, (value,)).fetchall():
            yield dict(zip(names, row, strict=True))


@cache
def _columns(table: str) -> tuple[str, ...]:
    if table == "text_version":
        return ("id", "kind", "record_id", "field", "replaced_at", "text")
    if table == "trashed":
        return ("id", "kind", "record_id", "person_id", "deleted_at", "body")
    return columns_read(by_table()[table])


def said_in(table: str, row: Row) -> list[Said]:
    """The rows of the index for one row of a table."""
    if table == "text_version":
        return list(_said_before(row))
    if table == "trashed":
        return list(_said_in_trash(row))
    one = by_table()[table]
    day, hidden = day_of(row, one.days), _hides(one, row)
    found = []
    for name, code in one.codes.items():
        text = text_of(row, name)
        rowid = number(day, row["id"], code, private=hidden or name in _private(one))
        if text and rowid:
            title = (TITLE,) if name in one.titles else ()
            ours = (THERE, of_code(code), one.whose(row), *title)
            found.append(Said(one.area, rowid, ours, text))
    return found


@cache
def _private(one: Searched) -> frozenset[str]:
    return CATALOGUE[one.kind].private


def _hides(one: Searched, row: Row) -> bool:
    rows = CATALOGUE[one.kind].private_rows
    return rows is not None and row[rows.field] in _stored(one)


@cache
def _stored(one: Searched) -> frozenset[object]:
    from careerdesk.data.mapping import encode

    rows = CATALOGUE[one.kind].private_rows
    return frozenset(encode(value) for value in rows.values) if rows else frozenset()


def _said_before(row: Row) -> Iterator[Said]:
    one = by_table().get(row["kind"])
    rowid = number(day_of(row, ("replaced_at",)), row["id"], VERSION, private=True)
    if one and row["field"] in one.codes and row["field"] != FIGURES and rowid:
        yield Said(one.area, rowid, (of_code(VERSION), OTHERS), str(row["text"]))


def _said_in_trash(row: Row) -> Iterator[Said]:
    rowid = number(day_of(row, ("deleted_at",)), row["id"], TRASH, private=True)
    person = row["record_id"] if row["kind"] == "person" else row["person_id"]
    ours = of_code(TRASH), of_person(person) if person else OTHERS
    texts: dict[Area, list[str]] = {}
    for table, kept in rows_of_body(row["body"]):
        one = by_table().get(table)
        for name in one.codes if one else ():
            text = kept.get(name)
            if one and name != FIGURES and isinstance(text, str):
                texts.setdefault(one.area, []).append(text)
    for area, found in texts.items():
        if rowid:
            yield Said(area, rowid, ours, "\n".join(found))


def rows_of_body(body: str) -> list[tuple[str, dict[str, Any]]]:
    """The tables and rows that something in the trash is made of; none if it cannot be read."""
    try:
        return [(str(table), dict(row)) for table, row in json.loads(body)["rows"]]
    except (ValueError, KeyError, TypeError):
        return []


def build_on(connection: sqlite3.Connection) -> State:
    """Go on making the index within a transaction, by some rows; how far it has come then."""
    state = state_of(connection)
    if state.form != FORM:
        for table in TABLES.values():
            connection.execute(_EMPTY.format(table=table))
        state = State(FORM)
    done = state.reached >= len(_order())
    state = State(FORM, WHOLE) if done else _some(connection, state)
    connection.execute(_SET_STATE, state)
    return state


def build_anew(connection: sqlite3.Connection) -> None:
    """Make all of the index anew within a transaction."""
    connection.execute(_SET_STATE, State())
    while not build_on(connection).is_whole:
        pass


def _some(connection: sqlite3.Connection, state: State) -> State:
    table = list(_order())[state.reached]
    names = _columns(table)
    sql = f'SELECT {", ".join(names)} FROM "{table}" WHERE id > ? ORDER BY id LIMIT ?'
    rows = [
        dict(zip(names, row, strict=True))
        for row in connection.execute(sql, (state.last_id, AT_ONCE)).fetchall()
    ]
    write(connection, _PUT, (one for row in rows for one in said_in(table, row)))
    if len(rows) < AT_ONCE:
        return State(FORM, state.reached + 1)
    return State(FORM, state.reached, rows[-1]["id"])


def merge(connection: sqlite3.Connection) -> None:
    """Leave nothing in the index that was taken out of it, by writing all of it anew."""
    for table in TABLES.values():
        connection.execute(_MERGE.format(table=table))
