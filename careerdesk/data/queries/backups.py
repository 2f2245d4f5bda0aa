"""What a store holds, counted: of any version that ever was, and without its words."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import NamedTuple

_TABLES = """
SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'
AND name NOT LIKE 'alembic%' AND name NOT LIKE '%\\_words%' ESCAPE '\\' AND name <> 'search_state'
ORDER BY name
"""
_MOMENTS = (
    ("text_version", "replaced_at"), ("trashed", "deleted_at"), ("session", "wrote_at"),
    ("check_in", "started_at"), ("draft", "typed_at"),
)  # fmt: skip
"""Where it stands when something was done."""


class Facts(NamedTuple):
    """What is in a store: rows by table, the last moment that it knows of, its version."""

    counts: Mapping[str, int]
    last_change: datetime | None
    schema: int


def rows(connection: sqlite3.Connection) -> dict[str, int]:
    """How many rows each table has; those of the index of words are no rows of ours."""
    names = [str(row[0]) for row in connection.execute(_TABLES)]
    return {name: _count(connection, name) for name in names}


def _count(connection: sqlite3.Connection, table: str) -> int:
    return int(connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0])


def facts(connection: sqlite3.Connection) -> Facts:
    """All of them."""
    counts = rows(connection)
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    return Facts(counts, max(_moments(connection, counts), default=None), version)


def _moments(connection: sqlite3.Connection, tables: Mapping[str, int]) -> Iterator[datetime]:
    for table, column in _MOMENTS:
        if table in tables and column in _columns(connection, table):
            found = connection.execute(f"SELECT max({column}) FROM {table}").fetchone()[0]
            try:
                moment = datetime.fromisoformat(str(found))
            except ValueError:
                continue
            yield moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _columns(connection: sqlite3.Connection, table: str) -> list[str]:
    return [str(row[1]) for row in connection.execute(f'PRAGMA table_info("{table}")')]


def people(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    """The uid and the name of everyone, in the order of the rail."""
    names = _columns(connection, "person")
    given = "given_name" if "given_name" in names else "name"
    family = "family_name" if "family_name" in names else "''"
    called = "preferred_name" if "preferred_name" in names else "''"
    sql = f"""
    SELECT uid, trim(coalesce(nullif({called}, ''), {given}) || ' ' || {family}) FROM person
    ORDER BY rank, id
    """
    return [(str(uid), str(name)) for uid, name in connection.execute(sql)]
