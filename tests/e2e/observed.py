"""The real program, with an observer that tells where things are and what they say.

Started in place of `careerdesk`, with the same arguments. It reads one question a line from
standard input (JSON) and answers one line; it only looks, all acting is done from outside.
"""

from __future__ import annotations

import json
import os
import sys
import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QPoint, QRect, Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

ANSWERS = os.fdopen(os.dup(1), "w", buffering=1)


def find(name: str) -> QWidget | None:
    """The visible widget of that name."""
    for widget in QApplication.allWidgets():
        if widget.objectName() == name and widget.isVisible():
            return widget
    return None


def on_screen(widget: QWidget, area: QRect) -> list[int]:
    """An area of *widget* in the coordinates of the screen: x, y, width, height."""
    corner = widget.mapToGlobal(area.topLeft() if area.isValid() else QPoint())
    return [corner.x(), corner.y(), area.width(), area.height()]


def where(widget: QWidget) -> list[int]:
    """Where the widget is, as far as it can be seen."""
    return on_screen(widget, widget.visibleRegion().boundingRect())


def rows(widget: QWidget, role: Qt.ItemDataRole = Qt.ItemDataRole.DisplayRole) -> list[str]:
    """What the rows of a list say."""
    assert isinstance(widget, QAbstractItemView)
    model = widget.model()
    return [str(model.index(row, 0).data(role)) for row in range(model.rowCount())]


def row(widget: QWidget, number: int) -> list[int]:
    """Where one row of a list is."""
    assert isinstance(widget, QAbstractItemView)
    area = widget.visualRect(widget.model().index(number, 0))
    return on_screen(widget.viewport(), area)


def text(widget: QWidget) -> str:
    """What an editor or a label says."""
    plain: Callable[[], str] = getattr(widget, "toPlainText", None) or widget.text  # type: ignore[attr-defined]
    return plain()


def answer(question: dict[str, Any]) -> object:
    """Look and tell."""
    verb, name = question["ask"], question.get("name", "")
    if verb == "focus":
        widget = QApplication.focusWidget()
        return widget.objectName() if widget else ""
    if verb == "title":
        window = QApplication.activeWindow()
        return window.windowTitle() if window else ""
    widget = find(name)
    if widget is None:
        return None
    looks: dict[str, Callable[[], object]] = {
        "where": lambda: where(widget),
        "rows": lambda: rows(widget),
        "spoken": lambda: rows(widget, Qt.ItemDataRole.AccessibleTextRole),
        "row": lambda: row(widget, question["row"]),
        "text": lambda: text(widget),
        "focused": widget.hasFocus,
    }
    return looks[verb]()


class Observer(QObject):
    """Hands a question from the reading thread to the thread of the window."""

    asked = Signal(str)

    @Slot(str)
    def look(self, line: str) -> None:
        """Answer one line."""
        ANSWERS.write(json.dumps(answer(json.loads(line))) + "\n")


def listen(observer: Observer) -> None:
    """Pass every line of standard input on."""
    ready = threading.Event()
    while QApplication.instance() is None:
        ready.wait(0.01)
    application = QApplication.instance()
    assert application is not None
    observer.moveToThread(application.thread())
    observer.asked.connect(observer.look, Qt.ConnectionType.QueuedConnection)
    for line in sys.stdin:
        observer.asked.emit(line)


def main() -> int:
    """Run the program with the observer beside it."""
    from careerdesk.__main__ import main as careerdesk

    observer = Observer()
    threading.Thread(target=listen, args=(observer,), daemon=True).start()
    return careerdesk()


if __name__ == "__main__":
    sys.exit(main())
