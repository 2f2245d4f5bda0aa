"""The sessions of a store in its file: kept beside the records, and known to no step of undo.

The first edit of a session writes its row, in the same transaction: what is missing in an older
copy of the file can be told by that (`docs/adr/0059-two-laptops.md`).
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable
from datetime import datetime

from careerdesk.data.mapping import instant, instant_text
from careerdesk.domain.sessions import MOST, Session

SINCE = 9
"""The version of the schema that has them."""

_EVERY = "SELECT id, uid, begun_at, wrote_at FROM session ORDER BY id"
_ADD = """
INSERT INTO session (uid, begun_at, wrote_at)
SELECT ?1, ?2, ?2 WHERE NOT EXISTS (SELECT 1 FROM session WHERE uid = ?1)
"""
_WROTE = "UPDATE session SET wrote_at = ? WHERE uid = ?"
_FORGET = "DELETE FROM session WHERE id <= (SELECT max(id) FROM session) - ?"
_KNOWN = """
SELECT i.uid, s.id, s.uid, s.begun_at, s.wrote_at
FROM store_identity i LEFT JOIN session s ORDER BY s.id
"""
_WHOSE = "SELECT uid FROM store_identity"


def every(connection: sqlite3.Connection) -> list[Session]:
    """The sessions that the store remembers, in their order; none of an older version."""
    if not _has_them(connection):
        return []
    return [
        Session(key, uid, instant(begun), instant(wrote))
        for key, uid, begun, wrote in connection.execute(_EVERY)
    ]


def identity(connection: sqlite3.Connection) -> str:
    """The id that a store keeps for its life, and its copies with it; "" of an older version."""
    row = connection.execute(_WHOSE).fetchone() if _has_them(connection) else None
    return str(row[0]) if row else ""


def known(connection: sqlite3.Connection) -> tuple[str, list[Session]]:
    """Both at once: the id of the store, and its sessions."""
    if not _has_them(connection):
        return "", []
    rows = connection.execute(_KNOWN).fetchall()
    found = [
        Session(key, uid, instant(begun), instant(wrote))
        for _store, key, uid, begun, wrote in rows
        if key is not None
    ]
    return str(rows[0][0]) if rows else "", found


def _has_them(connection: sqlite3.Connection) -> bool:
    return int(connection.execute("PRAGMA user_version").fetchone()[0]) >= SINCE


def note(connection: sqlite3.Connection, uid: str, now: datetime) -> None:
    """Write down, within a transaction, that session *uid* writes; once is enough."""
    connection.execute(_ADD, (uid, instant_text(now)))
    connection.execute(_FORGET, (MOST,))


def wrote(connection: sqlite3.Connection, uid: str, now: datetime) -> None:
    """Write down, within a transaction, when session *uid* wrote last; now and then is enough."""
    connection.execute(_WROTE, (instant_text(now), uid))


def keep(connection: sqlite3.Connection, known: Iterable[Session], whose: str = "") -> None:
    """Within a transaction, let the store know of sessions it had before it was restored.

    Who saw one of them last has missed nothing then: that is what was restored on purpose. It stays
    the store *whose* id is given, also if what was restored is of a version that had none.
    """
    if whose:
        connection.execute("UPDATE store_identity SET uid = ?", (whose,))
    there = {one.uid: one for one in (*every(connection), *known)}
    rows = sorted(there.values(), key=lambda one: (one.number, one.begun_at))
    connection.execute("DELETE FROM session")
    connection.executemany(
        "INSERT INTO session (uid, begun_at, wrote_at) VALUES (?, ?, ?)",
        [
            (one.uid, instant_text(one.begun_at), instant_text(one.wrote_at or one.begun_at))
            for one in rows
        ],
    )
    connection.execute(_FORGET, (MOST,))


def new_uid() -> str:
    """The id of a session that begins."""
    return os.urandom(16).hex()
