"""An eye on what comes into the windows of the program, before any widget has it.

Qt hands keys, clicks and the wheel to the window of the desktop first. A filter there sees each
of them once; one on the application would be asked for every event of every widget.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtWidgets import QApplication, QWidget


class WindowFilter(QObject):
    """Sees the events of each window that has had the keyboard; override `eventFilter`."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._watch)
        self._watch(QGuiApplication.focusWindow())

    @Slot(QWindow)
    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)  # twice is once for Qt


def widget_of(window: QObject) -> QWidget | None:
    """The widget that fills a window of the desktop."""
    widgets = QApplication.topLevelWidgets()
    return next((one for one in widgets if one.windowHandle() is window), None)
