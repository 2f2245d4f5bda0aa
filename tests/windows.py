"""What other systems and other disks refuse, pretended here."""

from __future__ import annotations

import errno
import os
import sys

import pytest

from careerdesk import system
from tests.pretended.as_windows import module, otherwise


def without_links(monkeypatch: pytest.MonkeyPatch, number: int = errno.EPERM) -> None:
    """A disk as sticks and network disks are: it has no links, and says so by *number*."""

    def link(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "link", link)


def as_on_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows for the time of a test: its files, its name, and no module `resource`."""
    for owner, name, value in otherwise():
        monkeypatch.setattr(owner, name, value)
    monkeypatch.setattr(system, "sys", module("sys"))
    monkeypatch.setitem(sys.modules, "resource", None)
