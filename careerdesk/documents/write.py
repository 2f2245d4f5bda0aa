"""Writing a file whole or not at all, readable by its owner only."""

from __future__ import annotations

import os
import re
import secrets
from pathlib import Path

from careerdesk.domain.errors import ExportError

_RESERVED = {
    "con",
    "prn",
    "aux",
    "nul",
    *(f"com{n}" for n in range(10)),
    *(f"lpt{n}" for n in range(10)),
}


def write_whole(path: Path, content: bytes, *, keep_off: Path | None = None) -> None:
    """Write *content* to *path*; where that fails, what was there before is still there.

    *keep_off* is the store: it and its journals are never written over. Raises `ExportError`.
    """
    path = Path(path)
    part = path.parent / f".careerdesk-{secrets.token_hex(6)}.part"
    try:
        _check_target(path, keep_off)
        _write(part, content)
        part.replace(path)
    except OSError as error:
        raise ExportError(
            "Could not write {path}: {reason}. Choose another place.",
            path=path,
            reason=error.strerror or "the disk refused",
        ) from None
    finally:
        part.unlink(missing_ok=True) if _there(part) else None


def _there(part: Path) -> bool:
    try:
        return part.exists()
    except OSError:
        return False


def _check_target(path: Path, keep_off: Path | None) -> None:
    if not path.parent.is_dir():
        raise ExportError("There is no folder {path}. Make it first.", path=path.parent)
    if path.exists() and not path.is_file():
        raise ExportError("{path} is not a file. Choose another name.", path=path)
    if keep_off is not None and _is_store(path, keep_off):
        raise ExportError("{path} is your CareerDesk file. Choose another name.", path=path)


def _is_store(path: Path, store: Path) -> bool:
    endings = ("", "-wal", "-shm", "-journal", ".lock")
    return path.resolve() in {Path(f"{store.resolve()}{end}") for end in endings}


def _write(part: Path, content: bytes) -> None:
    descriptor = os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def file_name(text: str) -> str:
    """*text* as a part of a file name that every system takes."""
    kept = re.sub(r'[\x00-\x1f<>:"/\\|?*\u202a-\u202e\u2066-\u2069]+', " ", text)
    short = "-".join(kept.split())[:80].strip(".-")
    while len(short.encode()) > 180:
        short = short[:-1]
    return f"{short}-" if short.casefold() in _RESERVED else short or "person"
