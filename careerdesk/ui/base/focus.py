"""Reading a page again may make its parts again; the keyboard stays where it was."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid


@contextmanager
def focus_kept() -> Iterator[None]:
    """Give the keyboard back afterwards: to the same widget, else to the one made in its place."""
    held = QApplication.focusWidget()
    window = held.window() if held is not None else None
    name = held.objectName() if held is not None else ""
    yield
    if held is None or window is None or QApplication.focusWidget() is held:
        return
    if isValid(held) and held.isVisible() and held.window() is window:
        held.setFocus(Qt.FocusReason.OtherFocusReason)
    elif name and isValid(window):
        for one in window.findChildren(QWidget, name):
            show_now(one)
            if one.isVisible():
                one.setFocus(Qt.FocusReason.OtherFocusReason)
                return


def show_now(widget: QWidget) -> None:
    """What is put into a layout is shown by a posted event; what is hidden takes no keyboard."""
    chain: list[QWidget] = []
    above: QWidget | None = widget
    while above is not None:
        chain.insert(0, above)
        above = above.parentWidget()
    for one in chain:
        QCoreApplication.sendPostedEvents(one, QEvent.Type.MetaCall)
