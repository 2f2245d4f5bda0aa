"""Opening the file of a store: made where there is none, brought up, and set for its folder."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from careerdesk.data import commit_mode
from careerdesk.data.connection import (
    SCHEMA_VERSION,
    check_version,
    connect_reader,
    explain,
    has_cut_edit,
    has_wal,
    writable,
)
from careerdesk.data.library import Library
from careerdesk.domain.errors import ReadOnlyStore
from careerdesk.i18n import N_


def reader(path: Path, library: Library, *, read_only: bool, travels: bool) -> sqlite3.Connection:
    """The connection that reads the store at *path*, which is of this version then.

    Unless it is opened *read_only*, it is written as suits a folder that *travels* or not.
    """
    try:
        found = _connect(path, library, read_only=read_only)
        try:
            version = check_version(found, path)
        except BaseException:
            found.close()
            raise
        if version < SCHEMA_VERSION:
            found.close()
            _upgrade(path, library, read_only=read_only)
            found = _connect(path, library, read_only=read_only)
        if not read_only and commit_mode.settle(found, path, library, travels=travels):
            found = _connect(path, library, read_only=read_only)
        return found
    except library.error as error:
        raise explain(error, path) from error


def _connect(path: Path, library: Library, *, read_only: bool) -> sqlite3.Connection:
    return connect_reader(library, path, read_only=read_only, frozen=not writable(path))


def _upgrade(path: Path, library: Library, *, read_only: bool) -> None:
    if not writable(path):
        raise ReadOnlyStore(
            N_(
                "{path} is from an older version and can't be updated because it is read-only. "
                "Check its permissions."
            ),
            path=path,
        )
    if read_only:
        raise ReadOnlyStore(
            N_(
                "{path} is from an older version, and this command can't update it. "
                "Open it once in the CareerDesk window, which will update it and keep "
                "a copy of the original."
            ),
            path=path,
        )
    library.check()
    from careerdesk.data.migrate import upgrade

    upgrade(path, library.patient())


def create(path: Path, library: Library) -> None:
    """Make a new store at *path*."""
    library.check()
    from careerdesk.data import creating

    creating.create(path, library)


def keep_out_foreign_wal(path: Path, *, read_only: bool) -> Path | None:
    """Set aside the journal of another state of the file, if one lies beside it; where it is."""
    if not has_wal(path) and not has_cut_edit(path):
        return None
    from careerdesk.data.left_wal import keep_out

    return keep_out(path, read_only=read_only, frozen=not writable(path))
