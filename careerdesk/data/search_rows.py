"""What stands in the index for one row of a table: which texts, under which numbers."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple

from careerdesk.data.search_codes import (
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
from careerdesk.domain.search.figures import FIGURES
from careerdesk.domain.search.folding import words_of

LINES = 512
"""So many of the lines that were folded last are kept."""
TITLE_LENGTH = 80
"""Characters: what is longer is hardly the same for many rows."""


class Said(NamedTuple):
    """One row of the index: in which, its number, our words in it, and the text."""

    area: Area
    rowid: int
    ours: tuple[str, ...]
    text: str

    @property
    def words(self) -> str:
        """What is put in; "" for a text without a word, which has no row."""
        found = _words(self.text)
        return " ".join((*self.ours, *found.in_order, *found.starts)) if found.each else ""

    @property
    def each_word(self) -> str:
        """Each word of `words` once, in no order: what is told to take it out."""
        found = _words(self.text)
        return " ".join((*self.ours, *found.each, *found.starts)) if found.each else ""


class _Words(NamedTuple):
    in_order: tuple[str, ...]  # those of each line
    each: frozenset[str]
    starts: frozenset[str]


def _words(text: str) -> _Words:
    is_title = len(text) <= TITLE_LENGTH and "\n" not in text
    return _words_of_title(text) if is_title else _words_of_note(text)


@lru_cache(maxsize=256)  # many people have one title and one team
def _words_of_title(text: str) -> _Words:
    words = words_of(text)
    each = frozenset(words)
    return _Words((" ".join(words),) if words else (), each, beginnings(each))


@lru_cache(maxsize=8)  # what an edit takes out is what the one before it put in
def _words_of_note(text: str) -> _Words:
    lines = text.split("\n")
    if len(lines) > LINES:
        return _many_words(lines)
    known = [_line(line) for line in lines]
    each = frozenset[str]().union(*[words for _, words in known])
    return _Words(tuple(said for said, _ in known if said), each, beginnings(each))


def _many_words(lines: Sequence[str]) -> _Words:
    """The same of more lines than are kept, each of which would push another out."""
    words = [word for line in lines for word in words_of(line)]
    each = frozenset(words)
    return _Words((" ".join(words),), each, beginnings(each))


@lru_cache(maxsize=LINES)  # what is saved while one types has one new line among many
def _line(text: str) -> tuple[str, frozenset[str]]:
    words = words_of(text)
    return " ".join(words), frozenset(words)


@cache
def order() -> dict[str, int]:
    """In which order a rebuild goes through the tables."""
    return {table: place for place, table in enumerate((*by_table(), "text_version", "trashed"))}


@cache
def columns_kept(table: str) -> tuple[str, ...]:
    """The columns of a table on which the rows in the index depend."""
    if table == "text_version":
        return ("id", "kind", "record_id", "field", "replaced_at", "text")
    if table == "trashed":
        return ("id", "kind", "record_id", "person_id", "deleted_at", "body")
    return columns_read(by_table()[table])


@cache
def texts_kept(table: str) -> tuple[str, ...]:
    """Those of them without which there is no row; what a key result counts is always there."""
    if table in {"text_version", "trashed"}:
        return columns_kept(table)[-1:]
    return tuple("baseline" if name == FIGURES else name for name in by_table()[table].codes)


def said_in(table: str, row: Row) -> list[Said]:
    """The rows of the index for one row of a table."""
    if table == "text_version":
        return list(_said_before(row))
    if table == "trashed":
        return list(_said_in_trash(row))
    one = by_table()[table]
    day, hidden, whose = day_of(row, one.days), _hides(one, row), one.whose(row)
    found = []
    for name, code, private, before, after in _texts(one):
        text = text_of(row, name)
        if not text:
            continue
        rowid = number(day, row["id"], code, private=hidden or private)
        if rowid:
            found.append(Said(one.area, rowid, (*before, whose, *after), text))
    return found


class _Text(NamedTuple):
    """What is the same for a text of each row of a table."""

    name: str
    code: int
    private: bool
    before: tuple[str, ...]  # our words before the one that says whose it is
    after: tuple[str, ...]


@cache
def _texts(one: Searched) -> list[_Text]:
    private = CATALOGUE[one.kind].private
    return [
        _Text(
            name, code, name in private, (THERE, of_code(code)),
            (TITLE,) if name in one.titles else (),
        )
        for name, code in one.codes.items()
    ]  # fmt: skip


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
