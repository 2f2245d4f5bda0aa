"""Keys as they can be pressed on this system."""

from __future__ import annotations

import sys

from PySide6.QtGui import QKeySequence


def keys_here(keys: str) -> str:
    """The keys of a command, for one that is written with Ctrl and Alt others on Windows.

    There AltGr is Ctrl and Alt at once, by which letters are typed: a Polish z with a dot is no
    command.
    """
    return keys.replace("Ctrl+Alt+", "Alt+Shift+") if sys.platform == "win32" else keys


def shortcut(keys: str) -> QKeySequence:
    """The same for Qt."""
    return QKeySequence(keys_here(keys))
