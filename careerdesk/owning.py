"""Who holds a store: the lock beside it, from before the file is opened until it is closed."""

from __future__ import annotations

import builtins
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from careerdesk.data.library import WINDOW_WAIT_MS, library_for
from careerdesk.data.putting import waits
from careerdesk.data.store import Store
from careerdesk.domain.errors import StoreError, StoreInUse
from careerdesk.i18n import N_

if TYPE_CHECKING:
    from careerdesk.data.library import Library

LINES_OF_LOCK = 3  # process, program, computer; newer ones of Qt say more
CUT_MS = 2_000  # nobody takes so long to write who holds a lock


def lock_of(path: Path) -> Path:
    """The lock of a store, beside the file itself: one that is named by a link has the same."""
    file = os.path.realpath(path) if os.path.islink(path) else path  # noqa: PTH114  # never raises
    return Path(f"{file}.lock")


class _Ownership:
    """The lock beside a store; a holder that crashed does not hold it any more.

    `elsewhere` names the computer that holds it, if it is another one: whether its program runs
    cannot be told from here.
    """

    def __init__(self, path: Path) -> None:
        from PySide6.QtCore import QLockFile

        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        self.file = lock_of(path)
        self._lock = QLockFile(str(self.file))
        self._lock.setStaleLockTime(0)
        held = self._lock.tryLock(0)
        if not held and self._lock.error() == QLockFile.LockError.LockFailedError:
            held = self._take_what_was_cut()
        self.refused = not held and self._lock.error() == QLockFile.LockError.LockFailedError
        self.elsewhere = self._other_computer() if self.refused else ""

    def _take_what_was_cut(self) -> bool:
        """Take a lock that does not say whose it is: a crash cut it, or it is just being written.

        Anyone who writes it is waited for. Qt looks besides whether a process of this computer has
        the file.
        """
        process, *more = self._lines() or [""]
        if process.isdecimal() and int(process) and len(more) >= LINES_OF_LOCK - 1:
            return False
        self._lock.setStaleLockTime(CUT_MS)
        try:
            return self._lock.tryLock(2 * CUT_MS)
        finally:
            self._lock.setStaleLockTime(0)

    def _lines(self) -> list[str]:
        """What the lock says, in whole lines; as much as a whole one has if it cannot be read."""
        try:
            return self.file.read_text(encoding="utf-8", errors="replace").split("\n")[:-1]
        except OSError:
            return ["1"] * LINES_OF_LOCK

    def _other_computer(self) -> str:
        from PySide6.QtCore import QSysInfo

        _process, _program, host, identity, *_ = [*self._lines(), "", "", "", ""]
        here = QSysInfo.machineHostName(), bytes(QSysInfo.machineUniqueId().data()).decode()
        is_here = identity == here[1] if identity and here[1] else host in {here[0], ""}
        return "" if is_here else host

    @property
    def stands(self) -> bool:
        """Whether the lock is still there and ours: its folder may be gone, or another one."""
        return self._lines()[:1] == [str(os.getpid())]

    def unlock(self) -> None:
        """Let the next start have the store."""
        if self.stands or not self._lock.isLocked():
            self._lock.unlock()
            return
        import shiboken6

        shiboken6.invalidate(self._lock)  # Qt would take away whatever has the name by now


class _Keeping:
    """The lock of an open store, which may go on in another file."""

    def __init__(self, held: _Ownership) -> None:
        self._held = [held]

    def own(self, path: Path) -> Callable[[], None]:
        """Take the lock of *path*, or keep it; returns how to let go of it."""
        self._held = [one for one in self._held if one.stands]
        for one in self._held:
            if one.file == lock_of(path):
                return one.unlock
        self._held.append(_own(path))
        return self._held[-1].unlock


def _own(path: Path) -> _Ownership:
    """Take the lock of *path*; a folder that takes no lock leaves the store read-only."""
    load_qt()
    try:
        ownership = _Ownership(path)
    except OSError as error:
        raise StoreError(
            N_(
                "Could not create the folder for {path}: {reason}. Choose another "
                "location with --store."
            ),
            path=path,
            reason=error.strerror,
        ) from None
    if ownership.elsewhere:
        raise StoreInUse(
            N_(
                "{path} is open on {host}, or was still open when that computer shut "
                "down. Close it there. If it isn't open anywhere, delete {lock} and "
                "start CareerDesk again."
            ),
            path=path,
            host=ownership.elsewhere,
            lock=ownership.file,
        )
    if ownership.refused:
        raise StoreInUse(
            N_(
                "{path} is already open in another CareerDesk window. Close it there, or use that "
                "window."
            ),
            path=path,
        )
    return ownership


def own(path: Path) -> Callable[[], None]:
    """Take the lock of a store that is not open; returns how to let go of it. `StoreInUse`."""
    return _own(path).unlock


def owned(path: Path, library: Library) -> Store:
    """The store at *path*, and its lock until it is closed."""
    release = _own(path)
    try:
        store = Store(path, library=library)
    except BaseException:
        release.unlock()
        raise
    store.at_close(release.unlock)
    store.own = _Keeping(release).own
    return store


def open_behind_window(path: Path) -> Store:
    """The store at *path*, for a window, which fills the bank of a new one once it has settled.

    Raises `UserError` with a sentence for the user.
    """
    return owned(path, library_for(path, wait_ms=WINDOW_WAIT_MS))


def is_gone(path: Path) -> bool:
    """Whether nothing is there, nor a store that waits to be put there since a kill."""
    return not os.path.exists(path) and not waits(path)  # noqa: PTH110  # a closed folder says no


def load_qt() -> None:
    """Import Qt, and put back Python's own import: that of PySide6 slows every later one.

    Once it is there, this costs nothing.
    """
    if "PySide6.QtCore" in sys.modules:
        return
    from careerdesk.binding import compiled_once, linked_when_called
    from careerdesk.enumerations import make_quickly

    make_quickly()
    plain = builtins.__import__
    with compiled_once(), linked_when_called():
        import PySide6.QtCore  # noqa: F401

    builtins.__import__ = plain
