"""Where the file of an open store is: where it was, nowhere, or something else has its name."""

from __future__ import annotations

import os
import stat
from enum import Enum
from pathlib import Path

from careerdesk.data.connection import identity

_PIECE = 1 << 20


class Standing(Enum):
    """What is at the path of an open store."""

    THERE = "there"
    GONE = "gone"  # nothing, or nothing that can be reached: also a disk that was taken out
    REPLACED = "replaced"  # another file, or what is no file


class Place:
    """The path of a file that was opened, and how to know that file again."""

    def __init__(self, path: Path) -> None:
        """Remember which file is at *path* now."""
        self._path = path
        self._name = str(path)  # asked for at each edit
        self._file = identity(path)
        self._seen: tuple[int, ...] = ()
        self._same = False
        self._content = ("", 0)

    def standing(self) -> Standing:
        """What is there now; one look at the folder, and none into the file."""
        found = identity(self._name)
        if found is None:
            return Standing.GONE
        return Standing.THERE if found == self._file else Standing.REPLACED

    def remember(self, content: bytes) -> None:
        """From now on the file is known by its *content* as well: see `holds_the_same`."""
        self._content = _digest_of(content), len(content)
        self._seen = ()

    def holds_the_same(self) -> bool:
        """Whether the file there has exactly the content that was remembered.

        A disk that was put in again has another number, a copy that was put back is another file.
        What was looked at once and has not changed is not read again.
        """
        try:
            status = self._path.stat()
            seen = status.st_dev, status.st_ino, status.st_mtime_ns, status.st_size
            if not stat.S_ISREG(status.st_mode) or status.st_size != self._content[1]:
                return False
            if not _is_alone(self._path):
                return False
            if seen != self._seen:
                self._seen, self._same = seen, _digest(self._path) == self._content[0]
            return self._same
        except OSError:
            return False

    @property
    def disk_is_there(self) -> bool:
        """Whether the folder of the file is there, on the disk on which the file was."""
        try:
            return self._file is not None and self._path.parent.stat().st_dev == self._file[0]
        except OSError:
            return False


def _is_alone(path: Path) -> bool:
    """Whether no journal with something in it lies beside the file: it would be part of it."""
    for end in ("-wal", "-journal"):
        try:
            if os.stat(f"{path}{end}").st_size:  # noqa: PTH116
                return False
        except OSError:
            continue
    return True


def _digest_of(content: bytes) -> str:
    import hashlib  # a start gives nothing away, and need not wait for OpenSSL

    return hashlib.sha256(content).hexdigest()


def _digest(path: Path) -> str:
    import hashlib

    found = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            found.update(piece)
    return found.hexdigest()
