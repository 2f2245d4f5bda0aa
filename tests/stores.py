"""Stores for tests: made once, copied after that."""

from __future__ import annotations

import sqlite3
import tempfile
from contextlib import closing
from functools import cache
from pathlib import Path

from careerdesk.data.mapping import kinds_by_table
from careerdesk.data.store import Store


@cache
def _blank() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "blank.db"
        Store(path).close()
        return path.read_bytes()


def blank_file(path: Path) -> Path:
    """Put a new store's file at *path*."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(_blank())
    return path


def blank_store(path: Path) -> Store:
    """Open a new store at *path*."""
    return Store(blank_file(path))


BESIDE = frozenset({"draft", "text_version"})
"""Tables that are also written beside the steps of undo: words must not go with a step."""


def dump(path: Path, *, without: frozenset[str] = frozenset()) -> list[str]:
    """Every row of every table but those *without*, as text in a fixed order."""
    rows = []
    with closing(sqlite3.connect(path)) as connection:
        for table in sorted(kinds_by_table().keys() - without):
            for row in connection.execute(f"SELECT * FROM {table} ORDER BY id"):
                rows.append(f"{table} {row!r}")
    return rows


def ask(path: Path, sql: str) -> list[tuple[object, ...]]:
    """Run one statement on the file, past the store."""
    with closing(sqlite3.connect(path)) as connection:
        found = connection.execute(sql).fetchall()
        connection.commit()
        return found
