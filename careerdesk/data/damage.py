"""Looking for damaged pages while the store is in use, on a connection of its own."""

from __future__ import annotations

import glob
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from pathlib import Path

from careerdesk.data.connection import BEFORE_UPDATE, explain, has_wal
from careerdesk.data.library import Library
from careerdesk.domain.errors import NotAStore
from careerdesk.domain.looks import Limits, Look

STEPS_BETWEEN = 20_000  # of SQLite, after which it asks whether it shall stop
_END = "end"
_MOST = 20  # that are listed: some may be of the index of words


def is_damaged(path: Path, library: Library, stop: Callable[[], bool]) -> bool:
    """Whether SQLite finds a page of the file that it cannot use; False if it was told to *stop*.

    Raises `StoreError` if the file cannot be read for another reason.
    """

    def look(connection: sqlite3.Connection) -> Look:
        return Look(_is_cut(connection, path) or _is_broken(connection))

    return _checked_error(path, library, stop, look, Look()).damaged


def look_on(
    path: Path,
    library: Library,
    after: str,
    stop: Callable[[], bool],
    monotonic: Callable[[], float],
    limits: Limits,
) -> Look:
    """The same within *limits*, by the seconds of *monotonic*, from where an earlier look ended.

    A large file is read through, every row and every index: what that does not see are pages that
    belong to two tables, and those that belong to none. Told to *stop*, it knows nothing new.
    """
    until = monotonic() + limits.seconds

    def look(connection: sqlite3.Connection) -> Look:
        if _is_cut(connection, path):
            return Look(damaged=True)
        if _size(connection) <= limits.whole:
            return Look(_is_broken(connection))
        return _read_on(connection, after, limits.rows, lambda: stop() or monotonic() >= until)

    return _checked_error(path, library, stop, look, Look(left_at=after))


def _checked_error(
    path: Path,
    library: Library,
    stop: Callable[[], bool],
    look: Callable[[sqlite3.Connection], Look],
    stopped: Look,
) -> Look:
    """What *look* says of a connection that ends its work when told to; then it is *stopped*."""
    if stop():
        return stopped
    try:
        with closing(library.connect(path, "mode=ro")) as connection:
            connection.set_progress_handler(lambda: 1 if stop() else 0, STEPS_BETWEEN)
            return look(connection)
    except library.error as error:
        if stop():
            return stopped
        why = explain(error, path)
        if isinstance(why, NotAStore):
            return Look(damaged=True)
        raise why from error


def _is_cut(connection: sqlite3.Connection, path: Path) -> bool:
    """Whether the end of the file is missing: SQLite reads it as zeros, and may find them right.

    While there is a journal, pages may be in that alone.
    """
    return path.stat().st_size < _size(connection) and not has_wal(path)


def _size(connection: sqlite3.Connection) -> int:
    """The bytes that the file has, with what is in its journal."""
    pages, size = (
        int(connection.execute(f"PRAGMA {what}").fetchone()[0])
        for what in ("page_count", "page_size")
    )
    return pages * size


def _is_broken(connection: sqlite3.Connection) -> bool:
    found = [str(row[0]) for row in connection.execute(f"PRAGMA quick_check({_MOST})")]
    return bool(without_index(found))


def without_index(found: Iterable[str]) -> list[str]:
    """What SQLite found wrong, but for the index of words: newer ones look into that as well.

    It can be made again from the texts, which are whole.
    """
    return [text for text in found if text != "ok" and "FTS5" not in text]


def _read_on(
    connection: sqlite3.Connection, after: str, rows: int, is_late: Callable[[], bool]
) -> Look:
    """Read on behind *after*, at least one portion; what cannot be read raises."""
    for place in _read(connection, after, rows):
        if is_late():
            return Look(left_at=place)
    return Look()


def _read(connection: sqlite3.Connection, after: str, rows: int) -> Iterator[str]:
    """Read a portion, say where it ended, and so on to the end of the last table and index."""
    begun, _, row = after.partition(" ")
    for name, table in _parts(connection):
        if name < begun or (name == begun and row == _END):
            continue
        if name == table and _is_without_rowid(connection, table):
            whole = _whole(connection, table)
            connection.execute(f"SELECT {whole} FROM {_quoted(table)}").fetchone()
        elif name != table:
            read = f"SELECT count(*) FROM {_quoted(table)} INDEXED BY {_quoted(name)}"
            connection.execute(read).fetchone()
        else:
            last = int(row) if name == begun and row.isdecimal() else 0
            for place in _read_rows(connection, table, last, rows):
                yield f"{name} {place}"
        yield f"{name} {_END}"


def _parts(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    """Each table and index, with the table that it belongs to, in an order that stays."""
    found: list[tuple[str, str]] = connection.execute(
        "SELECT name, tbl_name FROM sqlite_master WHERE type IN ('table', 'index') AND rootpage > 0"
    ).fetchall()
    return sorted(found)


def _read_rows(connection: sqlite3.Connection, table: str, last: int, rows: int) -> Iterator[int]:
    """Read all of the rows behind *last*, so many at a time; the last one of each portion."""
    whole = _whole(connection, table)
    portion = f"SELECT rowid AS at, * FROM {_quoted(table)} WHERE rowid > ? ORDER BY rowid LIMIT ?"
    read = f"SELECT max(at), {whole} FROM ({portion})"
    while (place := connection.execute(read, (last, rows)).fetchone()[0]) is not None:
        last = int(place)
        yield last


def _whole(connection: sqlite3.Connection, table: str) -> str:
    """What has to be asked for so that every column is read."""
    columns = connection.execute(f"PRAGMA table_info({_quoted(table)})").fetchall()
    return ", ".join(f"total(length({_quoted(column[1])}))" for column in columns)


def _is_without_rowid(connection: sqlite3.Connection, table: str) -> bool:
    """Whether the rows of a table have no numbers, as some of the index of words."""
    kinds = connection.execute(f"PRAGMA table_list({_quoted(table)})").fetchall()
    return any(row[4] for row in kinds)


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def copies_beside(path: Path) -> list[Path]:
    """The copies that were kept beside the file before it was brought up, the newest first."""
    name = glob.escape(path.stem + BEFORE_UPDATE) + "*" + glob.escape(path.suffix)
    return sorted(path.parent.glob(name), key=lambda copy: copy.stat().st_mtime, reverse=True)
