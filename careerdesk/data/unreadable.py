"""Values that no record can have: a day that is none, bytes in place of a text.

The program writes none of them: another one did, or the disk. They are looked for once something
has gone wrong, since a look at each cell would make every page slower.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator, Sequence
from contextlib import closing
from dataclasses import fields
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from careerdesk.data.connection import damaged
from careerdesk.data.library import Library
from careerdesk.data.mapping import build, columns, field_names, kinds_by_table
from careerdesk.domain.records import Record

_TYPES: dict[str, type | tuple[type, ...]] = {"str": str, "int": int, "float": (int, float)}


class Place(NamedTuple):
    """Where a value stands."""

    table: str
    row: int
    column: str


def refuse(path: Path, library: Library) -> None:
    """Raise `NotAStore` where the file at *path* has a value that no record can have."""
    try:
        with closing(library.connect(path, "mode=ro")) as connection:
            found = next(places(connection), None)
    except library.error:
        return  # what went wrong before says more
    if found is not None:
        raise damaged(path)


def places(connection: sqlite3.Connection, but: Collection[str] = ()) -> Iterator[Place]:
    """Each row with such a value, in all tables *but* some, and the first column that has one."""
    decoder, connection.text_factory = connection.text_factory, _text
    try:
        for table, kind in kinds_by_table().items():
            if table in but:
                continue
            for row in connection.execute(f'SELECT {columns(kind)} FROM "{table}"'):
                name = _wrong(kind, row)
                if name:
                    yield Place(table, row[0], name)
    finally:
        connection.text_factory = decoder


def _wrong(kind: type[Record], row: Sequence[Any]) -> str:
    """The column that makes a row unreadable; empty where it can be read."""
    try:
        made = build(kind, row)
    except (ValueError, KeyError, TypeError):
        return wrong_column(kind, row)
    found = (one.name for one in fields(kind) if not _fits(str(one.type), getattr(made, one.name)))
    return next(found, "")


def _fits(annotation: str, value: object) -> bool:
    """Whether a field of that type can have a value: what was decoded can, but for one thing."""
    if isinstance(value, datetime):
        return value.tzinfo is not None
    known = _TYPES.get(annotation.removesuffix(" | None"))
    return known is None or value is None or isinstance(value, known)


def wrong_column(kind: type[Any], row: Sequence[Any]) -> str:
    """The first column of a row that cannot be read without which the rest can."""
    names = field_names(kind)
    for place, name in enumerate(names):
        try:
            build(kind, [*row[:place], None, *row[place + 1 :]])
        except (ValueError, KeyError, TypeError):
            continue
        return name
    return names[0]


def _text(content: bytes) -> str | bytes:
    """A text; bytes that are none stay what they are, and so are found."""
    try:
        return content.decode()
    except UnicodeDecodeError:
        return content
