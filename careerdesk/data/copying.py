"""Copies of an open store: in a file that is there whole or not at all, and in memory."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from careerdesk import system
from careerdesk.data.connection import BEFORE_UPDATE, explain
from careerdesk.data.library import Library
from careerdesk.domain.errors import StoreError
from careerdesk.i18n import N_, tr

_ENDS = ("", "-wal", "-shm", "-journal")


def copy_to(source: sqlite3.Connection, target: Path, library: Library, *, new: bool) -> None:
    """Copy all that *source* can read to *target*, a private file.

    Where that fails, nothing is left, and what was at *target* before is still there. With *new*
    nothing may be there. It is not refused for damage: there may be no other copy.
    """
    part = target.with_name(f".careerdesk-{os.urandom(6).hex()}.part")
    try:
        system.new_private_file(part)
        with closing(library.connect(part)) as copy:
            source.backup(copy)
        (system.put_new if new else system.put)(part, target)
    except library.error as error:
        raise explain(error, target) from error
    except OSError as error:
        raise StoreError(
            N_("Could not write {path}: {reason}. Choose another location."),
            path=target,
            reason=error.strerror or tr("the disk reported an error"),
        ) from None
    finally:
        remove(part)


def copies_of(path: Path) -> list[str]:
    """The names of what lies beside a store and holds what it said before, as far as is known."""
    ours = (
        f"{path.stem}{BEFORE_UPDATE}", f"{path.name}-journal-set-aside", f"{path.stem}-backups",
        f"{path.name}-backups", f"{path.stem}-damaged",
    )  # fmt: skip
    try:
        return sorted(one.name for one in path.parent.iterdir() if one.name.startswith(ours))
    except OSError:
        return []


def remove(path: Path) -> None:
    """Take away a file that did not get its name, with all that SQLite put beside it."""
    for end in _ENDS:
        with suppress(OSError):
            path.with_name(path.name + end).unlink()


def image_of(source: sqlite3.Connection, library: Library) -> bytes | None:
    """The store as a file holds it, with all of its journal; None where that cannot be read."""
    if library.key or not hasattr(source, "serialize"):
        return None  # the image would be a locked one, or the library lacks this
    try:
        return source.serialize()
    except library.error:
        return None
