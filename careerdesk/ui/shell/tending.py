"""The index of words, looked after while nobody types."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from functools import partial

from PySide6.QtCore import QObject, QTimer, Slot

from careerdesk.domain.errors import UserError
from careerdesk.services.store import Store
from careerdesk.ui.base.task import Task

PAUSE_MS = 10_000  # without an edit, so that what one types is not in the way of it


class Tending(QObject):
    """Makes the index of words where there is none, and puts in what waits after the last edit.

    It works in a thread, and only after an edit: a window at rest stays at rest. `pause` runs from
    the last edit on.
    """

    def __init__(self, store: Store, parent: QObject | None) -> None:
        """Do nothing until `start`."""
        super().__init__(parent)
        self._store = store
        self._closing = threading.Event()
        self._task: Task | None = None
        self.pause = QTimer(self)
        self.pause.setSingleShot(True)
        self.pause.setInterval(PAUSE_MS)
        self.pause.timeout.connect(self._tend)
        self._hear_no_more: Callable[[], None] = _nothing

    @property
    def busy(self) -> bool:
        """Whether it is at work."""
        return self._task is not None

    @Slot()
    def start(self) -> None:
        """Look at once, and after each pause from now on."""
        self._tend()
        self._hear_no_more = self._store.subscribe(lambda _changes: self.pause.start())

    @Slot()
    def _tend(self) -> None:
        if self._task is not None:
            self.pause.start()  # it is at work still
        elif not self._store.read_only:
            self._task = Task(partial(_tend, self._store, self._closing), "index")
            self._task.finished.connect(self._end)
            self._task.failed.connect(self._end)
            self._task.start()

    @Slot(object)
    def _end(self, _result: object) -> None:
        self._task = None

    def stop(self) -> None:
        """End, and wait for the part that is under way."""
        self._hear_no_more()
        self.pause.stop()
        self._closing.set()
        if self._task is not None:
            self._task.wait()


def _nothing() -> None:
    """Do nothing."""


def _tend(store: Store, closing: threading.Event) -> None:
    with suppress(UserError):  # what is not done now is done at the next start
        store.tend_index(closing.is_set)
