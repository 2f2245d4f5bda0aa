"""Keys, clicks and the wheel as the desktop sends them: to the window, not to a widget."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

NONE = Qt.KeyboardModifier.NoModifier
NOTCH = 120


def bring_into_view(widget: QWidget) -> None:
    """Scroll whatever lies around a widget until its middle is seen."""
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(widget)
        around = around.parentWidget()
    QApplication.processEvents()


def turn_wheel(widget: QWidget, notches: int = -1) -> None:
    """Turn the wheel over the middle of a widget; down is negative."""
    top = widget.window()
    place = QPointF(widget.mapTo(top, widget.rect().center()))
    QTest.wheelEvent(top.windowHandle(), place, QPoint(0, NOTCH * notches))


def press_key(key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    """Press a key; the window that has the keyboard gets it."""
    QTest.keyClick(QApplication.focusWindow(), key, modifier)
    QApplication.processEvents()


def click_at(widget: QWidget, place: QPoint | None = None) -> None:
    """Click into a widget."""
    top = widget.window()
    where = widget.mapTo(top, place or widget.rect().center())
    QTest.mouseClick(top.windowHandle(), Qt.MouseButton.LeftButton, NONE, where)
    QApplication.processEvents()
