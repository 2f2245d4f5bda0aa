"""The disk: files that are there whole or not at all, and their owner's alone.

Nothing else in the program asks for a file to be on the disk, or gives one its name. All of it
holds on disks without links and modes too, as sticks, network disks and Windows have them.
Everything here raises `OSError`; what that means for the user is for the caller to say.
"""

from __future__ import annotations

import errno
import os
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

_UNKNOWN_TO_DISK = {
    errno.EBADF, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EACCES,
    errno.EPERM, errno.EISDIR,
}  # fmt: skip
_RESERVED = {
    "con", "prn", "aux", "nul", "conin$", "conout$",
    *(f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³"),
}  # fmt: skip
_NOT_IN_NAMES = frozenset('<>:"/\\|?*') | {chr(number) for number in range(32)}
WAITS = (0.02, 0.05, 0.1, 0.2, 0.4)
"""Seconds between the tries to give a name that Windows refuses, or to take one away."""

Sleep = Callable[[float], object]


def on_windows() -> bool:
    """Whether this is Windows."""
    return sys.platform == "win32"


def new_private_file(path: Path) -> None:
    """Make an empty file that its owner alone can read; `FileExistsError` if there is one."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def sync_file(path: Path) -> None:
    """Bring the content of a file to the disk."""
    with path.open("r+b") as file:  # Windows brings nothing to the disk that is open for reading
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Bring the names in a folder to the disk, where the system lets one ask for that."""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:  # no folder can be opened on Windows, nor one that may not be listed
        return
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _UNKNOWN_TO_DISK:
            raise
    finally:
        os.close(descriptor)


def patiently(do: Callable[[], object], sleep: Sleep = time.sleep) -> None:
    """Give a name or take one away; on Windows tried again for a moment where that is refused.

    What looks for viruses, or indexes files, has a new one open for some hundred milliseconds,
    and nobody can rename or remove it meanwhile.
    """
    for wait in WAITS if on_windows() else ():
        try:
            do()
        except PermissionError:
            sleep(wait)
        else:
            return
    do()


def write_whole(path: Path, content: bytes, sleep: Sleep = time.sleep) -> None:
    """Write a private file; where that fails, what was there before is still there."""
    part = path.parent / f".careerdesk-{os.urandom(6).hex()}.part"
    try:
        _write(part, content)
        put(part, path, sleep)
    finally:
        with suppress(OSError):
            part.unlink()


def _write(path: Path, content: bytes) -> None:
    descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)


def put(part: Path, path: Path, sleep: Sleep = time.sleep) -> None:
    """Give the file *part* the name *path* in the same folder, in place of what has it."""
    sync_file(part)
    patiently(lambda: part.replace(path), sleep)
    sync_folder(path.parent)


def put_new(part: Path, path: Path, sleep: Sleep = time.sleep) -> None:
    """Give the file *part* the name *path* in the same folder, which nothing has yet.

    Raises `FileExistsError` where something is there, and leaves that as it is. Killed at any
    moment, *path* is the whole file, or nothing, or what `clear_reservation` takes away.
    """
    sync_file(part)
    try:
        os.link(part, path)
    except FileExistsError:
        raise
    except OSError:  # each disk has its own word for having no links: what else is wrong shows
        _put_by_reservation(part, path, sleep)
    else:
        patiently(part.unlink, sleep)
    sync_folder(path.parent)


def _put_by_reservation(part: Path, path: Path, sleep: Sleep) -> None:
    """Take the name by an empty file, then put the whole one in its place.

    The mark is there before the empty file and until the whole one is: anyone who finds it beside
    an empty file knows that nobody ever wrote there.
    """
    mark = _mark(path)
    with suppress(FileExistsError):
        new_private_file(mark)
    sync_folder(path.parent)
    try:
        new_private_file(path)
        try:
            patiently(lambda: part.replace(path), sleep)
        except OSError:
            path.unlink()
            raise
        sync_folder(path.parent)
    finally:
        mark.unlink(missing_ok=True)


def move_aside(path: Path, name: str, sleep: Sleep = time.sleep) -> Path:
    """Call a file *name*, or that with a number where something has it; its new path."""
    number = 1
    aside = path.with_name(name)
    while os.path.lexists(aside):
        number += 1
        aside = path.with_name(f"{name}-{number}")
    patiently(lambda: path.rename(aside), sleep)
    sync_folder(path.parent)
    return aside


def is_reservation(path: Path) -> bool:
    """Whether *path* is an empty file that `put_new` left there when it was killed."""
    try:
        return path.stat().st_size == 0 and _mark(path).exists()
    except OSError:
        return False


def clear_reservation(path: Path) -> None:
    """Take away what a killed `put_new` left of itself; only who owns *path* may call it."""
    with suppress(OSError):
        if is_reservation(path):
            path.unlink()
        _mark(path).unlink(missing_ok=True)


def _mark(path: Path) -> Path:
    return path.with_name(f".{path.name}.reserved")


def is_reserved(name: str) -> bool:
    """Whether Windows takes a file of that name for a device, whatever its ending."""
    return name.partition(".")[0].rstrip(" ").casefold() in _RESERVED


def is_no_name(name: str) -> bool:
    """Whether no file can have that name here, or the file would be another one: on Windows.

    There some names are those of devices, a point or a space at the end is left out, and a colon
    leads into a file of the name before it.
    """
    if not on_windows():
        return False
    return is_reserved(name) or name != name.rstrip(". ") or bool(_NOT_IN_NAMES & set(name))


def same_file_name(one: Path, other: Path) -> bool:
    """Whether two paths may be the same file: on many disks capitals make no difference."""
    return str(one.resolve()).casefold() == str(other.resolve()).casefold()
