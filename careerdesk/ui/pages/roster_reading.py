"""Reads a table in a thread, so that a large one does not hold the window up."""

from __future__ import annotations

import threading
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from careerdesk.domain.errors import UserError
from careerdesk.services import importing


class RosterReading(QObject):
    """Emits `finished(Roster)` or `failed(UserError)` in the thread of the window."""

    finished = Signal(object)
    failed = Signal(object)

    def __init__(self, path: Path, parent: QObject) -> None:
        """Prepare to read the table at *path*."""
        super().__init__(parent)
        self._path = path
        self._thread = threading.Thread(target=self._work, name="roster", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def _work(self) -> None:
        try:
            roster = importing.read_roster(self._path)
        except UserError as error:
            self.failed.emit(error)
        else:
            self.finished.emit(roster)

    def wait(self) -> None:
        """Wait until the thread is over."""
        if self._thread.is_alive():
            self._thread.join()
