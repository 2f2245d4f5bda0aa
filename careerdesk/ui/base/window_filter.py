"""An eye on what comes into the windows of the program, before any widget has it.

Qt hands keys, clicks and the wheel to the window of the desktop first. A filter there sees each
of them once; one on the application would be asked for every event of every widget.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent, QWindow
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from careerdesk.compat import override
from careerdesk.dataclass import dataclass
from careerdesk.ui.base.alive import Alive


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


@dataclass(frozen=True, slots=True)
class _Click:
    """Where and when something was pressed, and what it was; its name says what takes its place."""

    widget: Alive[QWidget]
    name: str
    at: QPoint
    time: int


class SecondClick(WindowFilter):
    """Keeps the second click of a double click from what only came to light by the first.

    Who double-clicks the button of a small form would else press what lies below it as well,
    before they have seen it.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._first: _Click | None = None
        self._lost = False

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take away the press, the double click and the release."""
        kind = event.type()
        if kind == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            self._lost = self._is_lost(_click(watched, event))
            return self._lost
        if kind == QEvent.Type.MouseButtonDblClick:
            return self._lost
        if kind == QEvent.Type.MouseButtonRelease:
            lost, self._lost = self._lost, False
            return lost
        return False

    def _is_lost(self, now: _Click | None) -> bool:
        before, self._first = self._first, now
        if before is None or now is None or before.widget.get() is now.widget.get():
            return False
        if before.name and before.name == now.name:
            return False  # it was made again
        far = (now.at - before.at).manhattanLength()
        soon = now.time - before.time <= QApplication.doubleClickInterval()
        return soon and far < QApplication.startDragDistance()


class EmptyPaste(WindowFilter):
    """Keeps a paste of nothing that can be written from what is selected in a line of text.

    Qt puts an empty text there for a picture.
    """

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the key away; the menu of a field does not offer to paste then."""
        return (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Paste)
            and isinstance(QApplication.focusWidget(), QLineEdit)
            and not QGuiApplication.clipboard().text()
        )


def _click(window: QObject, event: QMouseEvent) -> _Click | None:
    """What is pressed; None if that is open for a moment only, such as a menu."""
    top = widget_of(window)
    if top is None or QApplication.activePopupWidget() is not None:
        return None
    at = event.globalPosition().toPoint()
    widget = top.childAt(top.mapFromGlobal(at)) or top
    return _Click(Alive(widget), widget.objectName(), at, event.timestamp())
