"""Words that are typed into a field key by key, also those that have no key of their own."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget


def press_letters(field: QWidget, words: str) -> None:
    """Press and release a key for each letter; a new line is Enter."""
    none = Qt.KeyboardModifier.NoModifier
    for letter in words:
        key = Qt.Key.Key_Return if letter == "\n" else 0
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(field, QKeyEvent(kind, key, none, letter))
