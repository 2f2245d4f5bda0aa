"""A window over a store for the benchmarks, and when a part of it was painted."""

from __future__ import annotations

import gc
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QSettings
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.stores import copy_of
from careerdesk.app import build_window, make_application, open_store
from careerdesk.services.store import Store
from careerdesk.ui.shell.main_window import MainWindow


class Painted(QObject):
    """Notes that a widget was painted."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self.done = False
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        self.done = self.done or event.type() == QEvent.Type.Paint
        return super().eventFilter(watched, event)

    def ms_until(self, act: Callable[[], object]) -> float:
        """Do something; how long until the widget is painted, in milliseconds."""
        self.done = False
        begin = time.perf_counter_ns()
        act()
        while not self.done:
            QApplication.processEvents()
        return (time.perf_counter_ns() - begin) / 1e6


def shown(store: Store, folder: Path) -> MainWindow:
    """A window with its first data on the screen."""
    settings = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
    window = build_window(store, settings=settings)
    ready: list[bool] = []
    window.first_data_painted.connect(lambda: ready.append(True))
    window.show()
    while not ready:
        QApplication.processEvents()
    gc.freeze()  # as the program does
    window.activateWindow()
    return window


@contextmanager
def window_over(scale: str) -> Iterator[MainWindow]:
    """A window over a copy of a store of that scale; both go afterwards."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_application()
        with closing(open_store(copy_of(scale, folder))) as store:
            window = shown(store, folder)
            try:
                yield window
            finally:
                window.close()


def settled() -> None:
    """Let everything happen that waits to."""
    for _ in range(4):
        QApplication.processEvents()
