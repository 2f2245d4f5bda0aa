"""A whole store written as JSON, a few rows at a time: never all of it is in memory."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO

from careerdesk import __version__, system
from careerdesk.data.backup_folder import folder_of
from careerdesk.data.backups import Progress, Stopped, copy, part_in, reading
from careerdesk.data.connection import check_version, writable
from careerdesk.data.json_form import FORMAT, LARGEST, columns
from careerdesk.data.library import Library
from careerdesk.data.mapping import instant_text

MOST, LEAST, BATCH = 100, 1, 1 << 16
"""How many rows are read at once, so that they take about so many bytes."""
_SEQUENCES = "SELECT name, seq FROM sqlite_sequence ORDER BY name"


def write(store: Path, target: Path, now: datetime, library: Library, progress: Progress) -> None:
    """Write the store at a path to *target*, a private file that is there whole or not at all.

    It is of one moment, and edits go on meanwhile. Raises `StoreError`, `OSError` where it cannot
    be written, and `Stopped` where *progress* said so.
    """
    part = target.parent / f".careerdesk-{os.urandom(6).hex()}.part"
    try:
        system.new_private_file(part)
        with part.open("r+b") as file:
            pour(store, file, now, library, progress)
        system.put(part, target)
    finally:
        part.unlink(missing_ok=True)


def pour(store: Path, file: BinaryIO, now: datetime, library: Library, progress: Progress) -> None:
    """Write the store at a path into an open file."""
    with _of_one_moment(store, library) as source:
        version = check_version(source, store)
        known = {table: [name for name, *_ in found] for table, found in columns().items()}
        pour_tables(source, file, known, version, now, progress)


@contextmanager
def _of_one_moment(store: Path, library: Library) -> Iterator[sqlite3.Connection]:
    """What reads the store as it is now, while it is written.

    Without a journal beside it anyone who writes would have to wait: then a private copy is read.
    A file that takes no edit needs none, and there may be no room for one beside it.
    """
    with reading(store, library) as source:
        pinned = source.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
        if pinned or not writable(store):
            source.execute("BEGIN")
            yield source
            return
        with part_in(folder_of(store)) as part:
            copy(source, part, library, lambda _done, _of: True)
            with reading(part, library) as copied:
                yield copied


def pour_tables(
    source: sqlite3.Connection,
    file: BinaryIO,
    known: dict[str, list[str]],
    version: int,
    now: datetime,
    progress: Progress,
) -> None:
    """Write the *known* columns of tables of a store of any version."""
    head = {
        "format": FORMAT, "schema": version, "program": __version__,
        "exported_at": instant_text(now),
        "last_ids": {name: seq for name, seq in source.execute(_SEQUENCES) if name in known},
    }  # fmt: skip
    counts = {table: _count(source, table) for table in known}
    done, of = 0, sum(counts.values())
    file.write(json.dumps(head, indent=0)[:-2].encode() + b',\n"tables": {')
    for number, (table, names) in enumerate(known.items()):
        file.write(f'{"," if number else ""}\n"{table}": ['.encode())
        between = b"\n"
        for rows, content in _rows(source, table, names):
            file.write(between + content)
            between, done = b",\n", done + rows
            if not progress(done, of):
                raise Stopped
        file.write(b"\n]" if counts[table] else b"]")
    file.write(b"\n}\n}\n")


def _count(source: sqlite3.Connection, table: str) -> int:
    return int(source.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0])


def _rows(
    source: sqlite3.Connection, table: str, names: Sequence[str]
) -> Iterator[tuple[int, bytes]]:
    """The rows of a table by their ids, some at a time: how many, and what is written."""
    listed = ", ".join(f'"{name}"' for name in names)
    sql = f'SELECT {listed}, rowid FROM "{table}" WHERE rowid >= ? ORDER BY rowid LIMIT ?'
    first, many = -(2**63), 16
    while rows := _fetch(source, sql, first, many):
        content = _encode([dict(zip(names, row, strict=False)) for row in rows])
        yield len(rows), content
        if rows[-1][-1] == LARGEST:
            return
        first = rows[-1][-1] + 1
        many = max(LEAST, min(MOST, len(rows) * BATCH // len(content)))


def _fetch(source: sqlite3.Connection, sql: str, *values: int) -> list[Any]:
    try:
        return source.execute(sql, values).fetchall()
    except Exception as error:
        if "UTF-8" not in str(error):
            raise
    before = source.text_factory
    source.text_factory = _as_it_is
    try:
        return source.execute(sql, values).fetchall()
    finally:
        source.text_factory = before


def _as_it_is(text: bytes) -> object:
    try:
        return text.decode()
    except UnicodeDecodeError:
        return {"text": text.hex()}


def _exact(value: object) -> object:
    if isinstance(value, bytes):
        return {"bytes": value.hex()}
    raise TypeError(type(value).__name__)


_ENCODER = json.JSONEncoder(
    ensure_ascii=False, allow_nan=False, check_circular=False, separators=(",\n", ":"),
    default=_exact,
)  # fmt: skip


def _encode(rows: list[dict[str, Any]]) -> bytes:
    try:
        return _ENCODER.encode(rows)[1:-1].encode()
    except ValueError:
        finite = [{name: _finite(cell) for name, cell in row.items()} for row in rows]
        return _ENCODER.encode(finite)[1:-1].encode()


def _finite(cell: object) -> object:
    if isinstance(cell, float) and cell in (float("inf"), float("-inf")):
        return {"real": str(cell)}
    return cell
