"""Striking at a person's wish: the words go from every text that is theirs, wherever it is kept.

What was struck keeps its row, empty, and a `Strike` keeps its uid: if an older copy of the row
comes back by whatever way, it is struck again before that edit is stored (`Writer`). A quote can be
struck alone; as another may be said later, its `Strike` knows by a digest which one it was.
Reviews are behind the wall: nothing in them is rewritten (`docs/adr/0041-struck-words.md`).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from careerdesk.data.mapping import columns, field_names, kinds_by_table, table_name
from careerdesk.data.rows import fetch
from careerdesk.data.struck import QUOTE, came_back, quote_mark
from careerdesk.data.trash import owners_of, rows_of
from careerdesk.dataclass import dataclass
from careerdesk.domain.catalogue import CATALOGUE, Area
from careerdesk.domain.drafts import Draft
from careerdesk.domain.loop import (
    Aspiration,
    Objective,
    Strike,
    Template,
    TextVersion,
    Trashed,
)
from careerdesk.domain.records import Motivator, Person, Question, Record
from careerdesk.domain.striking import Eraser

if TYPE_CHECKING:
    from careerdesk.data.transaction import Transaction

WORDS: Mapping[type[Record], tuple[str, ...]] = {
    Motivator: ("name", "quote"),
    Aspiration: ("statement",),
}
"""What can be struck, and the fields that hold its words."""
LEFT: dict[str, set[str]] = {  # who they are, and were, is not what they said
    "person": {"recognition", "feedback_style"},
    "past_role": set(),
}
NO_WORDS = {"unit", "from_whom"}
OF_OTHERS = (Objective, Question, Template)  # of the company, or of nobody
Rewrite = tuple[type[Record], int, dict[str, str]]
"""Which record says what from now on."""


@dataclass(frozen=True, slots=True)
class Target:
    """What shall be struck: the rows of one thing, of which *fields* go."""

    kind: type[Record]
    rows: tuple[Any, ...]
    fields: tuple[str, ...]

    @property
    def person_id(self) -> int:
        """Whose words these are."""
        found: int = self.rows[0].person_id
        return found

    @property
    def is_quote(self) -> bool:
        """Whether the thing itself stays."""
        return self.fields == ("quote",)


def target(
    connection: sqlite3.Connection, kind: type[Record], record_id: int, *, only_quote: bool = False
) -> Target:
    """What goes when a record is struck: an aspiration with each of its wordings."""
    row = fetch(connection, kind, record_id)
    rows = _wordings(connection, row) if isinstance(row, Aspiration) else (row,)
    return Target(kind, rows, ("quote",) if only_quote else WORDS[kind])


def _wordings(connection: sqlite3.Connection, one: Aspiration) -> tuple[Aspiration, ...]:
    from careerdesk.data.queries.aspirations import of_person

    every = of_person(connection, one.person_id)
    found = {one.id: one}
    size = 0
    while size < len(found):
        size = len(found)
        before = {wording.follows for wording in found.values()}
        found |= {
            other.id: other for other in every if other.id in before or other.follows in found
        }
    return tuple(found[key] for key in sorted(found))


def eraser(connection: sqlite3.Connection, of: Target, on: date) -> Eraser:
    """What takes the words of a target out of other texts."""
    words = [getattr(row, field) for row in of.rows for field in of.fields]
    words += [version.text for version in _versions(connection, of)]
    struck = {row.uid for row in of.rows}
    return Eraser(
        words,
        on,
        struck=struck,
        others=_others(connection, of.person_id) - struck,
        texts=_texts(),
        only_quote=of.is_quote,
    )


def _versions(connection: sqlite3.Connection, of: Target) -> list[TextVersion]:
    from careerdesk.data.queries.versions import every_of

    return [
        version
        for row in of.rows
        for version in every_of(connection, table_name(of.kind), row.id)
        if version.field in of.fields
    ]


def _others(connection: sqlite3.Connection, person_id: int) -> set[str]:
    """The uids of all that a person can have struck: each is struck by itself."""
    found = set()
    for kind in WORDS:
        sql = f"SELECT uid FROM {table_name(kind)} WHERE person_id = ?"
        found |= {str(uid) for (uid,) in connection.execute(sql, (person_id,))}
    return found


@cache
def _texts() -> dict[str, tuple[str, ...]]:
    """The fields of each table of Conversations that may say what a person said."""
    found = {}
    for kind, entry in CATALOGUE.items():
        if entry.area is not Area.REVIEWS and kind not in OF_OTHERS:
            table = table_name(kind)
            names = LEFT.get(table, {text.name for text in entry.texts} - NO_WORDS)
            found[table] = tuple(sorted(names))
    return found


def rewrites(connection: sqlite3.Connection, of: Target, by: Eraser) -> Iterator[Rewrite]:
    """What has to say something else when a target is struck, itself and its versions left out."""
    mine = {row.id for row in of.rows}
    for kind in _owned_kinds():
        for row in _rows(connection, kind, f"id IN ({_owned(table_name(kind))})", of.person_id):
            if kind is not of.kind or row["id"] not in mine:
                yield from _rewrite(kind, row, by)
    kept = _rows(connection, Trashed, "person_id = ?1", of.person_id)
    deleted = {key for row in kept for key in rows_of(row["body"])}
    typed = _rows(connection, Draft, "whose = ?1 OR person_id = ?1", of.person_id)
    for kind, rows in ((Trashed, kept), (Draft, typed)):
        for row in rows:
            if row["kind"] not in _of_reviews():
                yield from _rewrite(kind, row, by)
    yield from _of_versions(connection, of.person_id, by, deleted)
    yield from _of_nobody(connection, by)


def left_alone(connection: sqlite3.Connection, of: Target, by: Eraser) -> int:
    """How many other motivators and aspirations of the person say the same words, and keep them."""
    mine = {row.uid for row in of.rows}
    return sum(
        any(by.text(row[field]) != row[field] for field in fields)
        for kind, fields in WORDS.items()
        for row in _rows(connection, kind, "person_id = ?1", of.person_id)
        if row["uid"] not in mine
    )


def _rewrite(kind: type[Record], row: Mapping[str, Any], by: Eraser) -> Iterator[Rewrite]:
    left = by.row(table_name(kind), row)
    fields = {name: left[name] for name in left if left[name] != row[name]}
    if fields:
        yield kind, int(row["id"]), fields


def _of_versions(
    connection: sqlite3.Connection, person_id: int, by: Eraser, deleted: set[tuple[str, int]]
) -> Iterator[Rewrite]:
    """Earlier versions of the texts that are there, and of those in the trash."""
    apart = {table_name(kind) for kind in WORDS}  # each of those is struck by itself
    theirs = deleted | {
        (table_name(kind), int(key))
        for kind in _owned_kinds()
        for (key,) in connection.execute(_owned(table_name(kind)), (person_id,))
    }
    for row in _rows(connection, TextVersion, "1", None):
        if row["kind"] not in apart and (row["kind"], row["record_id"]) in theirs:
            yield from _rewrite(TextVersion, row, by)


_OF_NOBODY = (
    (Trashed, "person_id IS NULL AND kind NOT IN ('person', 'objective')"),
    (Draft, "whose = 0 AND person_id IS NULL"),
)


def _of_nobody(connection: sqlite3.Connection, by: Eraser) -> Iterator[Rewrite]:
    """What belongs to nobody, a template or a word typed in passing, may hold long sentences."""
    for kind, where in (*_OF_NOBODY, (Template, "1"), (Question, "key = ''")):
        for row in _rows(connection, kind, where, None):
            said = {
                name: (by.body if name == "body" else by.sentence)(row[name], of_nobody=True)
                for name in ("body", "name", "text")
                if isinstance(row.get(name), str)
            }
            fields = {name: text for name, text in said.items() if text != row[name]}
            if fields and row.get("kind") not in _of_reviews():
                yield kind, int(row["id"]), fields


@cache
def _of_reviews() -> frozenset[str]:
    return frozenset(
        table_name(kind) for kind, entry in CATALOGUE.items() if entry.area is Area.REVIEWS
    )


def _rows(
    connection: sqlite3.Connection, kind: type[Record], where: str, person_id: int | None
) -> list[dict[str, Any]]:
    """The rows of a table in their stored form."""
    names = field_names(kind)
    sql = f"SELECT {columns(kind)} FROM {table_name(kind)} WHERE {where}"
    rows = connection.execute(sql, () if person_id is None else (person_id,))
    return [dict(zip(names, row, strict=True)) for row in rows]


@cache
def _owned_kinds() -> tuple[type[Record], ...]:
    """The kinds of Conversations whose rows go with a person, and have texts."""
    kinds = kinds_by_table()
    return tuple(
        kinds[table]
        for table, texts in _texts().items()
        if texts and CATALOGUE[kinds[table]].area is Area.CONVERSATIONS and _owned(table)
    )


@cache
def _owned(table: str) -> str:
    """The statement for the ids of the rows of a table that go with person `?1`; "" if none do."""
    if table == table_name(Person):
        return "SELECT ?1"
    parts = [
        f"SELECT id FROM {table} WHERE {name} IN ({found})"
        for name, owner in owners_of(table)
        if owner != table and (found := _owned(owner))
    ]
    return " UNION ".join(parts)


def strike(tx: Transaction, of: Target, on: date) -> None:
    """Strike a target within an edit that is for good, and note that."""
    erase(tx, of, on)
    for row in of.rows:
        uid = quote_mark(row.uid, row.quote) if of.is_quote else row.uid
        kind = QUOTE if of.is_quote else table_name(of.kind)
        tx.add(Strike(person_id=of.person_id, kind=kind, struck_uid=uid, struck_on=on))


def erase(tx: Transaction, of: Target, on: date) -> None:
    """Take the words of a target from wherever they are kept."""
    by = eraser(tx.connection, of, on)
    for kind, key, fields in list(rewrites(tx.connection, of, by)):
        tx.change(kind, key, **fields)
    for row in of.rows:
        forget(tx, of.kind, row.id, of.fields, also={} if of.is_quote else {"struck_on": on})


def forget(
    tx: Transaction,
    kind: type[Record],
    record_id: int,
    fields: Sequence[str],
    also: Mapping[str, object],
) -> None:
    """Empty texts of a record with what they said earlier and what is being typed over it."""
    from careerdesk.data.queries import drafts, versions

    tx.change(kind, record_id, **dict.fromkeys(fields, ""), **also)
    for version in tx.read(versions.every_of, table_name(kind), record_id):
        if version.field in fields:
            tx.remove(TextVersion, version.id)
    for key in tx.read(drafts.of_record, table_name(kind), record_id):
        tx.remove(Draft, key)


def strike_again(tx: Transaction) -> bool:
    """Strike once more what came back with an older copy; tells whether there was anything.

    Each wording of an aspiration has a strike of its own.
    """
    found = tx.read(came_back)
    for one in found:
        kind = kinds_by_table()[one.table]
        fields = ("quote",) if one.only_quote else WORDS[kind]
        erase(tx, Target(kind, (tx.get(kind, one.record_id),), fields), one.struck_on)
    return bool(found)
