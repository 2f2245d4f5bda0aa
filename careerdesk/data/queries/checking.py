"""Looking for damage."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection
from itertools import islice

from careerdesk.data import unreadable as values
from careerdesk.data.damage import without_index
from careerdesk.i18n import tr

MOST = 20
SEALED = """
SELECT id FROM review WHERE digest <> ''
    OR id IN (SELECT review_id FROM seal WHERE opened_at IS NULL) ORDER BY id
"""

SHARED = """
SELECT id FROM review WHERE sheet_digest <> ''
    OR id IN (SELECT review_id FROM shared_sheet) ORDER BY id
"""


def problems(connection: sqlite3.Connection) -> list[str]:
    """Damage that SQLite finds, and references without a target."""
    found = [str(row[0]) for row in connection.execute(f"PRAGMA integrity_check({MOST})")]
    broken = [tr("The file is damaged: {why}.", why=text) for text in without_index(found)]
    lost = connection.execute("PRAGMA foreign_key_check").fetchmany(MOST)
    return broken + [
        tr("A row in {table} refers to a missing row in {other}.", table=row[0], other=row[2])
        for row in lost
    ]


def unreadable(connection: sqlite3.Connection, but: Collection[str] = ()) -> list[str]:
    """Values that no record can have, in all tables *but* some."""
    return [
        tr("The {column} of row {row} in {table} can't be read.", **place._asdict())
        for place in islice(values.places(connection, but), MOST)
    ]


def sealed(connection: sqlite3.Connection) -> list[int]:
    """The reviews that have a seal, or a digest as of one."""
    return [int(row[0]) for row in connection.execute(SEALED)]


def shared(connection: sqlite3.Connection) -> list[int]:
    """The reviews of which a sheet was kept, or that name one."""
    return [int(row[0]) for row in connection.execute(SHARED)]


def whose_review(connection: sqlite3.Connection, review_id: int) -> tuple[int, int]:
    """The person and the cycle of a review."""
    found: tuple[int, int] = connection.execute(
        "SELECT person_id, cycle_id FROM review WHERE id = ?", (review_id,)
    ).fetchone()
    return found
