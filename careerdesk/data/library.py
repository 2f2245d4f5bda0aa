"""Which SQLite opens a file, with which key, and how long it waits: the one place that connects."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import quote_from_bytes

from careerdesk.dataclass import dataclass
from careerdesk.domain.errors import InvalidInput, StoreError
from careerdesk.i18n import N_

WINDOW_WAIT_MS = 100
"""So short that nobody sees the window stand; what was typed is tried again."""
COMMAND_WAIT_MS = 5_000
MAGIC = b"SQLite format 3\x00"
"""How every file begins that SQLite can read without a key."""

LEAST = (3, 40)
"""The oldest SQLite that is tested."""
HAS_FTS5 = "SELECT 1 FROM pragma_module_list WHERE name = 'fts5'"

_NO_WAL_BESIDE = b"\x01\x01"  # in the head of a file; with 2 SQLite asks for one, also in memory
_SETTINGS = (
    "PRAGMA foreign_keys=ON",
    "PRAGMA secure_delete=ON",
    "PRAGMA temp_store=MEMORY",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA cell_size_check=ON",
    "PRAGMA mmap_size=0",
    "PRAGMA synchronous=FULL",
)


@dataclass(frozen=True, slots=True)
class Library:
    """How files are opened: by a module of the DB-API over SQLite, and a key in hex if it has one.

    The module need not be Python's own; nothing else may call it, or name its errors.
    """

    module: Any = sqlite3
    key: str = ""
    wait_ms: int = COMMAND_WAIT_MS

    @property
    def error(self) -> type[Exception]:
        """What its connections raise."""
        found: type[Exception] = self.module.Error
        return found

    @property
    def version(self) -> str:
        """That of its SQLite."""
        return str(self.module.sqlite_version)

    def check(self) -> None:
        """Refuse a SQLite in which no store can be made; raises `StoreError`."""
        version: tuple[int, ...] = self.module.sqlite_version_info
        with closing(self.module.connect(":memory:")) as connection:
            finds = connection.execute(HAS_FTS5).fetchone()
        if version < LEAST or not finds:
            raise StoreError(
                N_(
                    "CareerDesk needs SQLite {least} or newer with full-text search, but this "
                    "Python has {found}. Use a newer version of Python."
                ),
                least=".".join(map(str, LEAST)),
                found=".".join(map(str, version)),
            )

    def patient(self) -> Library:
        """The same, waiting as long as a command may: nobody looks at a window yet."""
        return replace(self, wait_ms=max(self.wait_ms, COMMAND_WAIT_MS))

    def connect(
        self, path: Path, mode: str = "mode=rw", *, any_thread: bool = False
    ) -> sqlite3.Connection:
        """A connection to the file at *path*, which must be there, set as every one of ours."""
        connection: sqlite3.Connection = self.module.connect(
            f"{_address(path)}?{mode}",
            uri=True,
            isolation_level=None,
            check_same_thread=not any_thread,
            timeout=self.wait_ms / 1000,
        )
        try:
            if self.key:
                connection.execute(f"PRAGMA key = \"x'{self.key}'\"")
            for setting in _SETTINGS:
                connection.execute(setting)
        except BaseException:
            connection.close()
            raise
        return connection

    def in_memory(self, image: bytes) -> sqlite3.Connection:
        """A connection for reading what *image*, the content of a file, holds; needs no file."""
        connection: sqlite3.Connection = self.module.connect(":memory:", isolation_level=None)
        connection.deserialize(image[:18] + _NO_WAL_BESIDE + image[20:])
        connection.execute("PRAGMA temp_store=MEMORY")
        connection.execute("PRAGMA query_only=ON")
        return connection


PLAIN = Library()
"""Python's own SQLite, as a command opens a file."""


def library_for(
    path: Path, passphrase: str | None = None, *, wait_ms: int = COMMAND_WAIT_MS
) -> Library:
    """How to open the file at *path*; `InvalidInput` for a passphrase that is of no use."""
    if not passphrase:
        return Library(wait_ms=wait_ms)
    if is_plain(path):
        raise InvalidInput(N_("{path} has no passphrase. Open it without entering one."), path=path)
    raise InvalidInput(
        N_(
            "This version of CareerDesk doesn't support files with a passphrase. Open {path} with "
            "the version that created it, or start without a passphrase."
        ),
        path=path,
    )


def is_plain(path: Path) -> bool:
    """Whether anybody can read the file at *path* by SQLite, without a key."""
    try:
        with path.open("rb") as file:
            return file.read(len(MAGIC)) == MAGIC
    except OSError:
        return False


def _address(path: Path) -> str:
    """The file as an address of SQLite, which takes no server before the path as `as_uri` does."""
    name = path.absolute().as_posix()
    return "file://" + quote_from_bytes(os.fsencode(name if name[0] == "/" else f"/{name}"), "/:")
