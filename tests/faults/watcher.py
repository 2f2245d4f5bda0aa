"""The real program with a watcher in it, which does something as soon as the window is there."""

from __future__ import annotations

from textwrap import dedent

_SCRIPT = """
import sys
from careerdesk import __main__, app
application = app.make_application()
from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QPlainTextEdit

{do}

class Watcher(QObject):
    def __init__(self):
        super().__init__()
        self.timer = QTimer(self)
        self.timer.timeout.connect(self.look)
        self.timer.start(20)

    @Slot()
    def look(self):
        self.timer.stop()  # what is done may let events through
        for window in QApplication.topLevelWidgets():
            if window.isVisible() and getattr(window, "is_complete", False) and do(window):
                return
        self.timer.start()

watcher = Watcher()
sys.exit(__main__.main(sys.argv[1:]))
"""


def watched(do: str) -> str:
    """The script for `python -c`; *do* defines `do(window)`, called until it says True."""
    return _SCRIPT.replace("{do}", dedent(do))
