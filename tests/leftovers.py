"""What a test may leave behind: nothing. What it left is named, and cleared away."""

from __future__ import annotations

import gc
import sys
import threading
from collections.abc import Iterator

SECONDS_TO_END = 5  # for a thread that has done its work and is about to be over
KEPT_THREADS = {
    # "name": "why it may stay",
}
KEPT_WINDOWS = {
    # "QClass": "why Qt keeps it",
}


def things_left(before: frozenset[threading.Thread], patience: float = SECONDS_TO_END) -> list[str]:
    """Name what is left now; windows that are up are closed, and cannot disturb the next test.

    *before* are the threads that ran before the test.
    """
    return [*_threads(before, patience), *(_of_qt() if _has_application() else ())]


def _threads(before: frozenset[threading.Thread], patience: float) -> Iterator[str]:
    for thread in threading.enumerate():
        if thread in before or thread.name in KEPT_THREADS:
            continue
        thread.join(patience)
        if thread.is_alive():
            yield f"a thread: {thread.name}"


def _has_application() -> bool:
    widgets = sys.modules.get("PySide6.QtWidgets")
    return widgets is not None and widgets.QApplication.instance() is not None


def _of_qt() -> list[str]:
    """Windows, timers and threads of Qt, after everything that was to be deleted is deleted."""
    delete_the_deleted()
    _empty_the_clipboard()
    left = _windows()
    if left:
        gc.collect()  # a window that only a circle of references holds is not kept by anybody
        delete_the_deleted()
        left = _windows()
    if left:
        _clear_away()
    return left + _clothes() + _workers()


def delete_the_deleted() -> None:
    """Carry out every `deleteLater`; without an event loop Qt leaves them undone."""
    from PySide6.QtCore import QCoreApplication, QEvent

    QCoreApplication.sendPostedEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _empty_the_clipboard() -> None:
    """Without a screen it outlives Python, and would free what Python made after its end."""
    from PySide6.QtGui import QGuiApplication

    QGuiApplication.clipboard().clear()


def _windows() -> list[str]:
    from PySide6.QtWidgets import QApplication

    found = [
        f"a window: {type(one).__name__} {one.objectName()!r} {one.windowTitle()!r}"
        + (", still up" if one.isVisible() else "")
        for one in QApplication.topLevelWidgets()
        if one.metaObject().className() not in KEPT_WINDOWS
    ]
    popup = QApplication.activePopupWidget()
    return found + ([f"a popup: {popup.objectName()!r}"] if popup is not None else [])


def _clothes() -> list[str]:
    """A style sheet of the program: each later window would wear it, and take twice as long."""
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance()
    if not isinstance(app, QApplication) or not app.styleSheet():
        return []
    app.setStyleSheet("")
    return ["the style sheet of the program"]


def _workers() -> list[str]:
    """Timers that run on, and threads of Qt."""
    import shiboken6
    from PySide6.QtCore import QThread, QThreadPool, QTimer

    found, kinds = [], (QTimer, QThread)
    for one in shiboken6.getAllValidWrappers():
        if not isinstance(one, kinds):
            continue
        if isinstance(one, QTimer) and one.isActive():
            owner = type(one.parent()).__name__
            found.append(f"a timer of {owner}, every {one.interval()} ms")
            one.stop()
        elif isinstance(one, QThread) and one.isRunning() and not one.isCurrentThread():
            found.append(f"a thread of Qt: {one.objectName()!r}")
    if not QThreadPool.globalInstance().waitForDone(SECONDS_TO_END * 1000):
        found.append("work in the thread pool of Qt")
    return found


def _clear_away() -> None:
    from PySide6.QtWidgets import QApplication

    for window in QApplication.topLevelWidgets():
        window.hide()
        window.deleteLater()
    delete_the_deleted()
