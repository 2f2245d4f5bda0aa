"""How an edit gets into the file: by a journal that lies beside it all day, or for a moment.

In a folder that nobody else looks after, the newest edits are in a journal beside the file (WAL),
which is fast and lets others read. Who carries the folder about would take the two at different
moments, and a network disk cannot share the index of that journal. There the file alone is whole
after each edit, and the journal holds something for the time of a write only.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from careerdesk.data.library import Library

BESIDE, FOR_A_MOMENT = "wal", "truncate"


def settle(reader: sqlite3.Connection, path: Path, library: Library, *, travels: bool) -> bool:
    """Whether the file at *path* has to be opened again, since it is written another way now.

    *reader* is closed if so. Where another program has the file open it stays as it was, and is
    asked again at the next start.
    """
    beside = mode_of(reader) == BESIDE
    if not beside:
        _take_away_idle_wal(path)
    if beside is not travels:
        return False
    reader.close()
    with closing(library.connect(path)) as connection, suppress(library.error):  # it is in use
        connection.execute(f"PRAGMA journal_mode={'delete' if beside else BESIDE}")
    return True


def take_away_blank(path: Path) -> None:
    """Take away what SQLite left beside a file that went away, as far as it holds nothing."""
    _take_away_idle_wal(path)
    with suppress(OSError):
        wal = Path(f"{path}-wal")
        if wal.stat().st_size == 0:
            wal.unlink()
            Path(f"{path}-shm").unlink()


def _take_away_idle_wal(path: Path) -> None:
    """Take away what a crash left before it began to write into the file, or after it was done.

    The first byte is zero then. Any other has been read already, to put back what it says.
    """
    wal = Path(f"{path}-journal")
    with suppress(OSError):
        with wal.open("rb") as file:
            idle = not file.read(1).strip(b"\0")
        if idle:
            wal.unlink()


def mode_of(connection: sqlite3.Connection) -> str:
    """How *connection* writes, as SQLite calls it."""
    return str(connection.execute("PRAGMA journal_mode").fetchone()[0]).casefold()


def prepare(writer: sqlite3.Connection) -> None:
    """Let the connection that writes do it as the file says."""
    if mode_of(writer) != BESIDE:
        # Emptied, and that brought to the disk: a commit is one when it returns. A name that
        # comes and goes with each edit would be refused while a client has the file open.
        writer.execute(f"PRAGMA journal_mode={FOR_A_MOMENT}")
        writer.execute("PRAGMA cache_spill=OFF")  # else a long edit would keep readers out


def leave_nothing_beside(writer: sqlite3.Connection) -> None:
    """Bring what is in the journal into the file, and take the journal away."""
    if mode_of(writer) == BESIDE:
        writer.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    else:
        writer.execute("PRAGMA journal_mode=DELETE")
