"""The journal that a crash left beside a store, and whether it belongs to it.

SQLite would play any journal into the file beside it, also into an older copy that was put back,
and mix the two. What tells them apart is the counter of changes in the head of the file. Every edit
writes that head, and the first one of a session raises the counter (`Writer`). So the journal of a
file begins at most one above it; and not even one, if it was begun again, for which all it held
went into the file.

A file that is written without a journal beside it (`commit_mode`) has another kind for the time of
an edit. In that lies what the pages said before, to be put back after a crash. An edit raises the
counter once, so the file stands at the counter in there, or one above it.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from careerdesk import system
from careerdesk.data.connection import cut_short
from careerdesk.domain.errors import StoreError
from careerdesk.i18n import N_

_HEAD, _FRAME = 32, 24
_UNDO_HEAD, _UNDO_MAGIC = 28, bytes.fromhex("d9d505f920a163d7")
_MAGICS = {0x377F0682: "<", 0x377F0683: ">"}  # how its sums are reckoned
_COUNTER = slice(24, 28)
_TIMES_BEGUN = slice(12, 16)


def keep_out(path: Path, *, read_only: bool, frozen: bool) -> Path | None:
    """Give the journal beside the store another name if it is that of another state; the new one.

    Raises `StoreError` where that cannot be done, and where nothing may be changed. That includes
    a *frozen* file with an edit in it that was not done to its end, and must be taken back first,
    and one whose newest edits are in the journal: without them it would pass for an older one.
    """
    end = "-wal" if is_foreign(path) else "-journal" if is_foreign_undo(path) else ""
    if not end:
        if frozen:
            _check_frozen(path)
        return None
    if read_only:
        raise StoreError(
            N_(
                "The log file next to {path} belongs to a different version of the "
                "data file, perhaps left over from restoring a copy. Open the data "
                "file once in the CareerDesk window, which will rename the log file."
            ),
            path=path,
        )
    return _set_aside(path, end)


def _check_frozen(path: Path) -> None:
    """Raise `StoreError` where a file that may not be changed is not whole without its journal."""
    if _first_page_before(path) is not None:
        raise cut_short(path)
    if _holds_edits(path):
        raise StoreError(
            N_(
                "The latest edits to {path} are in {wal}, but they can't be read because the "
                "folder is read-only. Copy both files to another folder and open the copy "
                "there."
            ),
            path=path,
            wal=f"{path}-wal",
        )


def _set_aside(path: Path, end: str) -> Path:
    """Give the journal another name, which is returned."""
    try:
        wal = system.move_aside(Path(f"{path}{end}"), f"{path.name}-journal-set-aside")
        Path(f"{path}-shm").unlink(missing_ok=True)
    except OSError as error:
        raise StoreError(
            N_(
                "The log file next to {path} belongs to a different version of the "
                "data file and could not be renamed: {reason}. Move {wal} to another "
                "folder."
            ),
            path=path,
            reason=error.strerror,
            wal=f"{path}{end}",
        ) from None
    return wal


def is_foreign(path: Path) -> bool:
    """Whether the journal beside the store at *path* is that of another state of it.

    False where that cannot be told, and where the journal holds nothing.
    """
    return not _belongs(path, checked=False) and not _belongs(path, checked=True)


def _holds_edits(path: Path) -> bool:
    """Whether a whole edit is in the journal beside the store."""
    try:
        with Path(f"{path}-wal").open("rb") as wal:
            return bool(_counters(wal, wal.read(_HEAD), checked=True))
    except OSError:
        return False


def is_foreign_undo(path: Path) -> bool:
    """Whether what a crash left to be put back into the file is that of another state of it.

    False where that cannot be told, and where there is nothing to put back.
    """
    before = _first_page_before(path)
    if before is None:
        return False
    try:
        with path.open("rb") as store:
            counter = int.from_bytes(store.read(100)[_COUNTER], "big")
    except OSError:
        return False
    first = int.from_bytes(before[_COUNTER], "big")
    return counter not in (first, first + 1)


def _first_page_before(path: Path) -> bytes | None:
    """The first page as the journal of a cut edit would put it back, if there is such a journal."""
    try:
        with Path(f"{path}-journal").open("rb") as wal:
            head = wal.read(_UNDO_HEAD)
            if len(head) < _UNDO_HEAD or head[:8] != _UNDO_MAGIC:
                return None
            sector, length = struct.unpack(">12xII", head[8:])
            wal.seek(sector)
            while len(entry := wal.read(length + 8)) == length + 8:  # number, content, sum
                if entry[:4] == b"\0\0\0\1":
                    return entry[4:-4]
    except OSError:
        pass
    return None


def _belongs(path: Path, *, checked: bool) -> bool:
    try:
        with path.open("rb") as store, Path(f"{path}-wal").open("rb") as wal:
            counter = int.from_bytes(store.read(100)[_COUNTER], "big")
            head = wal.read(_HEAD)
            found = _counters(wal, head, checked=checked)
    except OSError:
        return True
    begun_anew = int.from_bytes(head[_TIMES_BEGUN], "big") > 0
    return not found or found[0] - (0 if begun_anew else 1) <= counter <= max(found)


def _counters(wal: BinaryIO, head: bytes, *, checked: bool) -> list[int]:
    """The counter of changes in each first page of the journal, as far as it is committed.

    *checked*: only as far as its sums are right, which takes longer. That is how SQLite reads it.
    """
    order = _MAGICS.get(int.from_bytes(head[:4], "big"))
    if order is None or len(head) < _HEAD:
        return []
    sums = _Sums(order) if checked else None
    if sums and sums.add(head[:24]) != struct.unpack(">II", head[24:]):
        return []
    found: list[int] = []
    committed = 0
    for number, size, page in _frames(wal, head, sums):
        if number == 1:
            found.append(int.from_bytes(page[_COUNTER], "big"))
        if size:
            committed = len(found)
    return found[:committed]


def _frames(wal: BinaryIO, head: bytes, sums: _Sums | None) -> Iterator[tuple[int, int, bytes]]:
    """Each frame of this round of the journal: its page, the size after a commit, its content."""
    (length,) = struct.unpack(">I", head[8:12])
    while len(frame := wal.read(_FRAME)) == _FRAME and frame[8:16] == head[16:24]:
        page = wal.read(length)
        if len(page) < length:
            return
        if sums and (sums.add(frame[:8]), sums.add(page))[1] != struct.unpack(">II", frame[16:]):
            return
        number, size = struct.unpack(">II", frame[:8])
        yield number, size, page


class _Sums:
    """The running sums of a journal (sqlite.org/fileformat2.html, 4.2)."""

    def __init__(self, order: str) -> None:
        self._order = order
        self._first = self._second = 0

    def add(self, content: bytes) -> tuple[int, int]:
        """Go on over *content*; the sums so far."""
        first, second = self._first, self._second
        words = iter(struct.unpack(f"{self._order}{len(content) // 4}I", content))
        for word, other in zip(words, words, strict=True):
            first = (first + word + second) & 0xFFFFFFFF
            second = (second + other + first) & 0xFFFFFFFF
        self._first, self._second = first, second
        return first, second
