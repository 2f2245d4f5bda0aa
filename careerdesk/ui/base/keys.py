"""Keys as they can be pressed on this system."""

from __future__ import annotations

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_KEYPAD = Qt.KeyboardModifier.KeypadModifier


def keys_here(keys: str) -> str:
    """The keys of a command, for one that is written with Ctrl and Alt others on Windows.

    There AltGr is Ctrl and Alt at once, by which letters are typed: a Polish z with a dot is no
    command. On a Mac an arrow with Alt moves the cursor by a word.
    """
    if sys.platform == "darwin" and keys == "Alt+Left":
        return "Ctrl+["
    return keys.replace("Ctrl+Alt+", "Alt+Shift+") if sys.platform == "win32" else keys


def is_alone(event: QKeyEvent) -> bool:
    """Whether a key is pressed by itself; one of the keypad is too."""
    return not event.modifiers() & ~_KEYPAD


def shortcut(keys: str) -> QKeySequence:
    """The same for Qt."""
    return QKeySequence(keys_here(keys))
