"""Leaving nothing in the file of what was taken out of it for good.

`PRAGMA secure_delete` puts zeros over what is deleted, but when SQLite spreads rows over other
pages, a page that lost some can keep a copy in its free space: of 120 files with random edits,
nine did. So the file is written again from what its tables hold, and the journal beside it is
emptied. A row of `strike` says that this is still to be done; it is stored with the edit, so that
after a crash the next opening does it.
"""

from __future__ import annotations

import sqlite3
from datetime import date

from careerdesk.data import commit_mode

_ADD = "INSERT INTO strike (uid, kind, struck_uid, struck_on) VALUES (?, 'sweep', '', ?)"
_DONE = "DELETE FROM strike WHERE kind = 'sweep'"


def note(connection: sqlite3.Connection, today: date) -> None:
    """Note within the transaction of an edit that the file has to be swept after it."""
    import uuid  # late: each opening looks whether it is due

    connection.execute(_ADD, (uuid.uuid4().hex, today.isoformat()))


def sweep(writer: sqlite3.Connection) -> bool:
    """Write the file again, and empty the journal; raises what SQLite does, as for a full disk.

    False where somebody else reads what the journal holds: then it is still due.
    """
    writer.execute("VACUUM")
    if not _emptied(writer):
        return False
    writer.execute(_DONE)
    return True


def _emptied(writer: sqlite3.Connection) -> bool:
    """Whether nothing is in the journal; the other kind of it is empty after each edit."""
    if commit_mode.mode_of(writer) != commit_mode.BESIDE:
        return True
    busy: int = writer.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    return not busy
