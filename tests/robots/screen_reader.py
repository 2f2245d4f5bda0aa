"""Hears what Qt tells screen readers, as one would through the desktop."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import PySide6
import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from shiboken6 import wrapInstance

_LIBRARY = Path(PySide6.__file__).parent / "Qt" / "lib" / "libQt6Gui.so.6"
_INSTALL = "_ZN11QAccessible20installUpdateHandlerEPFvP16QAccessibleEventE"
_Handler = ctypes.CFUNCTYPE(None, ctypes.c_void_p)


@dataclass
class Heard:
    """What was said, each with whether it interrupts; and which children got the focus."""

    said: list[tuple[str, bool]] = field(default_factory=list)
    focused: list[tuple[QObject, int]] = field(default_factory=list)

    def words(self) -> list[str]:
        """The sentences alone."""
        return [words for words, _ in self.said]

    def urgent(self) -> list[str]:
        """The sentences that interrupt whatever is read."""
        return [words for words, urgent in self.said if urgent]

    def note(self, pointer: int) -> None:
        """Keep one event of Qt."""
        event = wrapInstance(pointer, QAccessibleEvent)
        if event.type() == QAccessible.Event.Announcement:
            told = wrapInstance(pointer, QAccessibleAnnouncementEvent)
            assertive = QAccessible.AnnouncementPoliteness.Assertive
            self.said.append((told.message(), told.politeness() == assertive))
        elif event.type() == QAccessible.Event.Focus:
            self.focused.append((event.object(), event.child()))


@contextmanager
def listening() -> Iterator[Heard]:
    """Listen for as long as it lasts."""
    if not _LIBRARY.exists():
        pytest.skip("Qt lets nobody listen here")
    install = getattr(ctypes.CDLL(str(_LIBRARY)), _INSTALL)
    install.argtypes, install.restype = [ctypes.c_void_p], ctypes.c_void_p
    heard = Heard()
    handler = _Handler(heard.note)
    QAccessible.setActive(True)
    before = install(ctypes.cast(handler, ctypes.c_void_p))
    try:
        yield heard
    finally:
        install(before)
        QAccessible.setActive(False)
