"""Looking for damaged pages while the store is in use, on a connection of its own."""

from __future__ import annotations

import glob
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from careerdesk.data.connection import BEFORE_UPDATE, explain, has_journal
from careerdesk.data.library import Library
from careerdesk.domain.errors import NotAStore

STEPS_BETWEEN = 20_000  # of SQLite, after which it asks whether it shall stop


def is_damaged(path: Path, library: Library, stop: Callable[[], bool]) -> bool:
    """Whether SQLite finds a page of the file that it cannot use; False if it was told to *stop*.

    Raises `StoreError` if the file cannot be read for another reason.
    """
    if stop():
        return False
    try:
        with closing(library.connect(path, "mode=ro")) as connection:
            connection.set_progress_handler(lambda: 1 if stop() else 0, STEPS_BETWEEN)
            return _is_cut(connection, path) or _is_broken(connection)
    except library.error as error:
        if stop():
            return False
        why = explain(error, path)
        if isinstance(why, NotAStore):
            return True
        raise why from error


def _is_cut(connection: sqlite3.Connection, path: Path) -> bool:
    """Whether the end of the file is missing: SQLite reads it as zeros, and may find them right.

    While there is a journal, pages may be in that alone.
    """
    pages, size = (
        int(connection.execute(f"PRAGMA {what}").fetchone()[0])
        for what in ("page_count", "page_size")
    )
    return path.stat().st_size < pages * size and not has_journal(path)


def _is_broken(connection: sqlite3.Connection) -> bool:
    return bool(connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok")


def copies_beside(path: Path) -> list[Path]:
    """The copies that were kept beside the file before it was brought up, the newest first."""
    name = glob.escape(path.stem + BEFORE_UPDATE) + "*" + glob.escape(path.suffix)
    return sorted(path.parent.glob(name), key=lambda copy: copy.stat().st_mtime, reverse=True)
