"""Whether the user has done something, or only waited, since something large began."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from careerdesk.compat import override
from careerdesk.ui.base.window_filter import WindowFilter

_MODIFIERS = (Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta)
_TRAVEL = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
_KEYS = (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)  # a shortcut is no press to a window


class Hands(WindowFilter):
    """Notes whether a key or a button of the mouse is pressed in a window of the program.

    What was asked for a moment ago may lead elsewhere only if they rest: someone who has gone on
    to write about another person would write the rest of it about somebody else. To ask once more
    to undo or redo is to wait.
    """

    def __init__(self, parent: QObject) -> None:
        """Look from now on, until `deleteLater`."""
        super().__init__(parent)
        self.moved = False

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note what is pressed, and let it pass."""
        if event.type() == QEvent.Type.MouseButtonPress:
            self.moved = True
        elif event.type() in _KEYS and isinstance(event, QKeyEvent):
            self.moved |= not _waits(event)
        return False


def _waits(event: QKeyEvent) -> bool:
    return event.key() in _MODIFIERS or any(event.matches(one) for one in _TRAVEL)
