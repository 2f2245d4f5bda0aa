"""Changing the style sheet without dressing what nobody sees: that is done when it is shown.

Qt dresses every widget of the program at once, which stops it for half a second when all pages
were visited. Hidden widgets are marked as if they had a style of their own, and as not dressed, so
that Qt passes them over; each gets the new clothes as soon as it is shown, else a few at a time
(`docs/adr/0065-dressed-when-shown.md`).
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication, QFocusFrame, QWidget
from shiboken6 import isValid

from careerdesk.compat import override

AT_A_TIME = 25  # some 6 ms
DRESSED, OWN = Qt.WidgetAttribute.WA_WState_Polished, Qt.WidgetAttribute.WA_SetStyle


class Wardrobe(QObject):
    """Holds the widgets that still wear the old clothes, by the outermost that is hidden."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._owed: dict[QWidget, list[QWidget]] = {}
        self._going = False

    def change(self, clothes: Callable[[], None]) -> None:
        """Change the *clothes* of the program: at once of what is seen, of all else soon."""
        hidden = [one for one in QApplication.allWidgets() if _can_wait(one)]
        for widget in hidden:
            widget.setAttribute(DRESSED, on=False)
            widget.setAttribute(OWN)
            self._owe(widget)
        clothes()
        if self._owed and not self._going:
            self._going = True
            QTimer.singleShot(0, self._dress_some)

    def _owe(self, widget: QWidget) -> None:
        root = _outermost_hidden(widget)
        if root not in self._owed:
            self._owed[root] = []
            root.installEventFilter(self)
        self._owed[root].append(widget)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Dress what is about to be seen."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget):
            for widget in self._owed.pop(watched, ()):
                _dress(widget)
            watched.removeEventFilter(self)
        return False

    @Slot()
    def _dress_some(self) -> None:
        """Dress a few of the widgets that wait, of the first page that still stands."""
        for root in [root for root in self._owed if not isValid(root)]:
            del self._owed[root]
        for root, owed in tuple(self._owed.items())[:1]:
            for widget in owed[:AT_A_TIME]:
                _dress(widget)
            del owed[:AT_A_TIME]
            if not owed:
                self._owed.pop(root, None)
                root.removeEventFilter(self)
        self._going = bool(self._owed)
        if self._going:
            QTimer.singleShot(0, self._dress_some)


def _can_wait(widget: QWidget) -> bool:
    """Whether a widget is not seen, and wears nothing but what the program gives."""
    return (
        not widget.isVisible()
        and widget.testAttribute(DRESSED)
        and not widget.testAttribute(OWN)
        and not isinstance(widget, QFocusFrame)
    )


def _outermost_hidden(widget: QWidget) -> QWidget:
    above = widget.parentWidget()
    while not widget.isWindow() and above is not None and not above.isVisible():
        widget, above = above, above.parentWidget()
    return widget


def _dress(widget: QWidget) -> None:
    if not isValid(widget):
        return
    widget.setAttribute(OWN, on=False)
    if not widget.testAttribute(DRESSED):
        for kind in (QEvent.Type.Polish, QEvent.Type.StyleChange):
            QApplication.sendEvent(widget, QEvent(kind))
