"""Opening the file: what is checked before it is touched, and what its errors mean."""

from __future__ import annotations

import os
import sqlite3
import stat
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from careerdesk import system
from careerdesk.data.library import MAGIC, Library
from careerdesk.domain.errors import (
    DiskFull,
    NewerStore,
    NotAStore,
    ReadOnlyStore,
    StoreError,
)
from careerdesk.i18n import N_, Message, tr

APPLICATION_ID = 0x43444B31  # "CDK1"
_REVISIONS = Path(__file__).with_name("migrations") / "versions"
SCHEMA_VERSION = max(int(step.name[:4]) for step in _REVISIONS.glob("[0-9]*.py"))
"""That of the newest migration."""
BEFORE_UPDATE = "-before-update-"  # in the name of the copy that earlier versions kept then


def look_at(path: Path) -> bool:
    """Tell whether a store is at *path* (False: nothing is there); refuse what is none.

    Reads the first bytes only, and never waits on a pipe or a device.
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    except FileNotFoundError:
        return False
    except OSError as error:
        if path.is_dir():  # which Windows does not open at all
            raise _no_file(path) from None
        raise StoreError(
            N_(
                "Could not read {path}: {reason}. Check the file's permissions, or use "
                "--store to choose another file."
            ),
            path=path,
            reason=error.strerror,
        ) from None
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise _no_file(path)
    with os.fdopen(descriptor, "rb") as file:
        _check_head(path, _head(path, file))
    return True


def _no_file(path: Path) -> NotAStore:
    return NotAStore(
        N_("{path} is not a file. Use --store to choose a CareerDesk file."), path=path
    )


def _head(path: Path, file: BinaryIO) -> bytes:
    try:
        return file.read(100)
    except OSError as error:
        raise StoreError(
            N_(
                "Could not read {path}: {reason}. Check the disk, or restore a copy to "
                "another disk."
            ),
            path=path,
            reason=error.strerror,
        ) from None


def _empty(path: Path) -> NotAStore:
    if system.is_reservation(path):
        return NotAStore(
            N_("{path} wasn't set up completely. Start careerdesk once to finish setting it up."),
            path=path,
        )
    return NotAStore(
        N_(
            "{path} is empty, so it is either damaged or not a CareerDesk file. It has "
            "not been changed. Restore a copy, or use --store to choose another file."
        ),
        path=path,
    )


def _check_head(path: Path, head: bytes) -> None:
    if not head:
        raise _empty(path)
    if not head.startswith(MAGIC) or len(head) < 100:
        raise NotAStore(
            N_(
                "{path} is not a CareerDesk file, or it is damaged. It has not been "
                "changed. Use --store to choose another file."
            ),
            path=path,
        )
    if int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        raise NotAStore(
            N_(
                "{path} belongs to another program. It has not been changed. Use "
                "--store to choose another file."
            ),
            path=path,
        )


def identity(path: Path | str) -> tuple[int, int] | None:
    """Which file is at *path*, whatever is in it; None if there is none."""
    try:
        status = os.stat(path)  # noqa: PTH116
    except OSError:
        return None
    return status.st_dev, status.st_ino


def has_cut_edit(path: Path) -> bool:
    """Whether what an edit that was not done to its end wrote may be in the file."""
    try:
        return os.stat(f"{path}-journal").st_size > 0  # noqa: PTH116
    except OSError:
        return False


def cut_short(path: Path) -> StoreError:
    """Why a file with half an edit in it cannot be read alone, and what helps."""
    return StoreError(_CUT_SHORT, path=path)


def in_use() -> StoreError:
    """Another program holds the file, and did not let go of it in time."""
    return StoreError(_IN_USE)


_IN_USE = N_("Another program is using the file. Close the file in that program first.")
_CUT_SHORT = N_(
    "The last change to {path} was interrupted, perhaps by a crash, and must be undone "
    "first. Put the file in a folder you can write to and open it once in the "
    "CareerDesk window."
)


def has_wal(path: Path) -> bool:
    """Whether a journal with something in it lies beside the file: a crash, or an open window."""
    try:
        return os.stat(f"{path}-wal").st_size > 0  # noqa: PTH116  # a path less at every start
    except OSError:
        return False


def create_private(path: Path, shown: Path | None = None) -> None:
    """Make the empty file that a new store grows in, readable by its owner only.

    *shown* is the name that the user gave, for the sentence when that fails.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        system.new_private_file(path)
    except OSError as error:
        raise cannot_create(shown or path, error) from None


def cannot_create(path: Path, error: OSError) -> StoreError:
    """Why there is no file at *path* now, and what helps."""
    return StoreError(
        N_("Could not create {path}: {reason}. Choose another folder with --store."),
        path=path,
        reason=error.strerror or tr("the disk reported an error"),
    )


def make_private(path: Path) -> None:
    """Take from others what an older or copied file lets them do; not where that is refused."""
    for end in ("", "-wal", "-shm", "-journal"):
        with suppress(OSError):
            file = Path(f"{path}{end}")
            if stat.S_IMODE(file.stat().st_mode) & 0o077:
                file.chmod(0o600)


def writable(path: Path) -> bool:
    """Tell whether the file and its folder (for the journal) can be written."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def connect_reader(
    library: Library, path: Path, *, read_only: bool, frozen: bool, any_thread: bool = False
) -> sqlite3.Connection:
    """A connection for reading.

    A *read_only* one leaves the journal of anyone who writes alone; a *frozen* file or folder
    takes no journal at all.
    """
    mode = "mode=ro&immutable=1" if frozen else "mode=ro" if read_only else "mode=rw"
    connection = library.connect(path, mode, any_thread=any_thread)
    connection.execute("PRAGMA query_only=ON")
    return connection


def check_version(connection: sqlite3.Connection, path: Path) -> int:
    """The schema version of the file; a newer one is refused."""
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version > SCHEMA_VERSION or version < 0:
        raise NewerStore(
            N_(
                "{path} was saved by a newer version of CareerDesk (the file is "
                "version {found}, but this copy of CareerDesk only supports up to "
                "version {known}). It has not been changed. Update CareerDesk to open "
                "it."
            ),
            path=path,
            found=str(version),
            known=str(SCHEMA_VERSION),
        )
    return version


def explain(error: Exception, path: Path) -> StoreError:
    """Say in one sentence what an error of SQLite means for the user."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None and isinstance(error.__cause__, Exception):
        return explain(error.__cause__, path)
    known = _SENTENCES.get(code or 0) or _SENTENCES.get((code or 0) & 0xFF)
    if code is None and "decode" in str(error):  # a text that is no UTF-8: SQLite itself takes any
        known = _DAMAGED
    if known is _DAMAGED and not _can_be_read(path):
        known = _UNREAD
    if known is _UNWRITTEN and not _has_room(path):
        known = _FULL
    if known is None:
        kind = type(error).__name__
        return StoreError(
            N_("The data file could not be used ({kind}). Nothing was changed."), kind=kind
        )
    make, template = known
    return make(template, path=path)


def damaged(path: Path) -> StoreError:
    """What is said of a file that SQLite can read, and this program cannot."""
    make, template = _DAMAGED
    return make(template, path=path)


def _can_be_read(path: Path) -> bool:
    """Whether the disk gives all of the file: a schema that it does not give counts as damaged."""
    try:
        with path.open("rb") as file:
            while file.read(1 << 20):
                pass
    except OSError:
        return False
    return True


def _has_room(path: Path) -> bool:
    """Whether the disk has room for the index of a journal: SQLite says EIO where it lacks that."""
    import shutil

    try:
        return shutil.disk_usage(path.parent).free >= _INDEX_BYTES
    except OSError:
        return True


_INDEX_BYTES = 32_768
_DAMAGED = (
    NotAStore,
    N_("{path} is damaged. Restore a copy. The file itself was not changed."),
)
_UNREAD = (
    StoreError,
    N_("Could not read {path} from this disk. Check the disk, or restore a copy somewhere else."),
)
_FULL = (DiskFull, N_("The disk is full. Free up some space."))
_UNWRITTEN = (
    StoreError,
    N_("Could not write to this disk. Check the disk, or save somewhere else."),
)
_SENTENCES: dict[int, tuple[type[StoreError], Message]] = {
    sqlite3.SQLITE_READONLY_ROLLBACK: (StoreError, _CUT_SHORT),
    sqlite3.SQLITE_IOERR_READ: _UNREAD,
    sqlite3.SQLITE_IOERR_SHORT_READ: _UNREAD,
    sqlite3.SQLITE_IOERR_FSTAT: _UNREAD,
    sqlite3.SQLITE_IOERR_CORRUPTFS: _UNREAD,
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_IOERR: _UNWRITTEN,
    sqlite3.SQLITE_BUSY: (
        StoreError,
        _IN_USE,
    ),
    sqlite3.SQLITE_READONLY: (
        ReadOnlyStore,
        N_("{path} can be read but not written to. Check its permissions."),
    ),
    sqlite3.SQLITE_CANTOPEN: (
        StoreError,
        N_("{path} could not be opened. Check the folder's permissions."),
    ),
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_NOTADB: (
        NotAStore,
        N_("{path} is not a CareerDesk file, or it is damaged. It has not been changed."),
    ),
}
