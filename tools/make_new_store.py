"""Make `careerdesk/data/new_store.sql` from the migrations: `python3 dev.py generate`.

A store that does not exist yet is made by what it holds, and so needs no Alembic.
"""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from careerdesk.data.migrate import migrate

TARGET = Path(__file__).parent.parent / "careerdesk" / "data" / "new_store.sql"
HEAD = """\
-- A new store, made from the migrations, not by hand: `python3 dev.py generate` makes this anew.
"""
SCHEMA = "SELECT name, type, sql FROM sqlite_master ORDER BY rowid"
SETTINGS = "SELECT k, v FROM {table}_config WHERE k <> 'version' ORDER BY k"
UNIQUE = {("store_identity", "uid"): "lower(hex(randomblob(16)))"}
"""What every store has for itself."""


def made() -> str:
    """The text as it has to be for the migrations as they are."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "store.db"
        path.touch()
        migrate(path)
        with closing(sqlite3.connect(path)) as store:
            return HEAD + "".join(f"{statement};\n" for statement in _statements(store))


def _statements(store: sqlite3.Connection) -> Iterator[str]:
    yield "BEGIN IMMEDIATE"
    made_by_others: set[str] = set()
    tables: list[str] = []
    for name, kind, sql in store.execute(SCHEMA).fetchall():
        if sql is None or name.startswith("sqlite_") or name in made_by_others:
            continue
        yield sql
        if sql.startswith("CREATE VIRTUAL TABLE"):
            of_it = [row[0] for row in store.execute(_SHADOWS, (name,))]
            made_by_others.update(of_it)
            if f"{name}_config" in of_it:
                yield from _settings(store, name)
        elif kind == "table":
            tables.append(name)
    for name in tables:
        yield from _rows(store, name)
    for setting in ("application_id", "user_version"):
        yield f"PRAGMA {setting}={store.execute(f'PRAGMA {setting}').fetchone()[0]}"
    yield "COMMIT"


_SHADOWS = r"""
SELECT name FROM pragma_table_list WHERE type = 'shadow' AND name LIKE ? || '\_%' ESCAPE '\'
"""


def _settings(store: sqlite3.Connection, table: str) -> Iterator[str]:
    """What was set for a table of FTS5, which takes that as rows of its own."""
    for name, value in store.execute(SETTINGS.format(table=table)).fetchall():
        yield f"INSERT INTO {table} ({table}, rank) VALUES ('{name}', {value})"


def _rows(store: sqlite3.Connection, table: str) -> Iterator[str]:
    cursor = store.execute(f'SELECT * FROM "{table}" ORDER BY 1')  # a table may have no rowid
    names = [column[0] for column in cursor.description]
    for row in cursor.fetchall():
        values = (
            UNIQUE.get((table, name)) or _literal(store, value)
            for name, value in zip(names, row, strict=True)
        )
        yield f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join(values)})"


def _literal(store: sqlite3.Connection, value: object) -> str:
    return str(store.execute("SELECT quote(?)", (value,)).fetchone()[0])


if __name__ == "__main__":
    TARGET.write_text(made(), encoding="utf-8")
