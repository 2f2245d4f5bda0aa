"""Looking for damage."""

from __future__ import annotations

import sqlite3

MOST = 20


def problems(connection: sqlite3.Connection) -> list[str]:
    """Damage that SQLite finds, and references without a target."""
    found = [str(row[0]) for row in connection.execute(f"PRAGMA integrity_check({MOST})")]
    broken = [f"The file is damaged: {text}." for text in found if text != "ok"]
    lost = connection.execute("PRAGMA foreign_key_check").fetchmany(MOST)
    return broken + [f"A row of {row[0]} points to nothing in {row[2]}." for row in lost]
