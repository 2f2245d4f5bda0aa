"""Remembering a widget across time, though it may be deleted meanwhile."""

from __future__ import annotations

from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

Q = TypeVar("Q", bound=QObject)


class Alive(Generic[Q]):
    """Holds an object of Qt that others own; `get` gives None once it is deleted.

    Any call to a deleted one raises, so whatever is kept over a turn of the event loop is kept
    in here. A weak reference would not do: Python lets go of the wrapper of what Qt has made
    itself, such as the line of a number field, while the widget lives on.
    """

    def __init__(self, held: Q | None = None) -> None:
        self._held = held

    def get(self) -> Q | None:
        """The object as long as it lives."""
        if self._held is not None and not isValid(self._held):
            self._held = None
        return self._held


def focus_again(before: Alive[QWidget], _result: int = 0) -> bool:
    """Give the keyboard back to a widget if it is still to be seen; tells whether it was.

    Fits to `finished` of a dialog, which brings its result along.
    """
    widget = before.get()
    if widget is None or not widget.isVisible():
        return False
    widget.setFocus(Qt.FocusReason.OtherFocusReason)
    return True
