"""Writing a document: what cannot be a target, and a sentence for what goes wrong."""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path

from careerdesk import system
from careerdesk.domain.errors import ExportError
from careerdesk.i18n import N_, tr

_DATABASE = b"SQLite format 3\0"  # how every store begins


def write_whole(path: Path, content: bytes, *, keep_off: Path | None = None) -> None:
    """Write *content* to *path*; where that fails, what was there before is still there.

    *keep_off* is the store: it and its journals are never written over, nor is any other store or
    a backup. Raises `ExportError`.
    """
    path = Path(path)
    try:
        check_no_data(path, keep_off)
        system.write_whole(path, content)
    except OSError as error:
        raise ExportError(
            N_("Could not write {path}: {reason}. Choose another location."),
            path=path,
            reason=error.strerror or tr("the disk reported an error"),
        ) from None


def check_no_data(path: Path, keep_off: Path | None) -> None:
    """As `check_target`, for what is no store: none goes over another one, nor over a backup."""
    check_target(path, keep_off)
    begins = b""
    with suppress(OSError), path.open("rb") as file:  # nothing is there, or it is no file of ours
        begins = file.read(len(_DATABASE))
    if begins == _DATABASE:
        raise ExportError(
            N_("{path} is a data file or a backup of one. Choose another name."), path=path
        )


def check_target(path: Path, keep_off: Path | None, *, missing: bool = False) -> None:
    """Refuse what cannot be written to; raises `ExportError`.

    *keep_off* is the store. While it is *missing* it may be put back in its place.
    """
    if system.is_no_name(path.name):
        raise ExportError(
            N_("Windows doesn't allow files named {name}. Choose another name."), name=path.name
        )
    if not path.parent.is_dir():
        raise ExportError(N_("The folder {path} doesn't exist. Create it first."), path=path.parent)
    if path.exists() and not path.is_file():
        raise ExportError(N_("{path} is not a file. Choose another name."), path=path)
    if missing and keep_off is not None and system.same_file_name(path, keep_off):
        return
    if keep_off is not None and _is_store(path, keep_off):
        raise ExportError(N_("{path} is your CareerDesk file. Choose another name."), path=path)


def _is_store(path: Path, store: Path) -> bool:
    endings = ("", "-wal", "-shm", "-journal", ".lock")
    return any(system.same_file_name(path, Path(f"{store.resolve()}{end}")) for end in endings)


def file_name(text: str) -> str:
    """*text* as the beginning of a file name that every system takes."""
    kept = re.sub(r'[\x00-\x1f<>:"/\\|?*\u202a-\u202e\u2066-\u2069]+', " ", text)
    short = "-".join(kept.split())[:80].strip(".-")
    while len(short.encode()) > 180:
        short = short[:-1]
    if not system.is_reserved(short):
        return short or "person"
    stem, dot, rest = short.partition(".")
    return f"{stem}-{dot}{rest}"
