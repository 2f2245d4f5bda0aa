"""What other systems and other disks refuse, pretended here."""

from __future__ import annotations

import errno
import fcntl
import os
import sys
from pathlib import Path

import pytest


def without_links(monkeypatch: pytest.MonkeyPatch, number: int = errno.EPERM) -> None:
    """A disk as sticks and network disks are: it has no links, and says so by *number*."""

    def link(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "link", link)


def as_on_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    """No fsync of what is open for reading alone, no folder that is opened, no modes, no links.

    Nor is there a module `resource`.
    """
    fsync, open_ = os.fsync, os.open

    def sync(descriptor: int) -> None:
        if fcntl.fcntl(descriptor, fcntl.F_GETFL) & os.O_ACCMODE == os.O_RDONLY:
            raise OSError(errno.EBADF, os.strerror(errno.EBADF))
        fsync(descriptor)

    def open_file(path: Path, flags: int, mode: int = 0o777, **more: int) -> int:
        if os.path.isdir(path):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return open_(path, flags, 0o666, **more)

    without_links(monkeypatch)
    monkeypatch.setattr(os, "fsync", sync)
    monkeypatch.setattr(os, "open", open_file)
    monkeypatch.setattr(os, "chmod", lambda *_, **__: None)
    monkeypatch.setitem(sys.modules, "resource", None)
