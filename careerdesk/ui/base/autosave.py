"""What is typed reaches the store by itself: soon after the last key, and before anything else."""

from __future__ import annotations

import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from careerdesk.domain.errors import UserError
from careerdesk.i18n import N_, translated

AFTER_LAST_MS = 400
AT_MOST_MS = 2_000
RETRY_MS = 5_000
DEFER_MS = 500

MISTAKE = N_("Something went wrong in CareerDesk while saving.")

Write = Callable[[], object]
"""Writes words that it holds itself: the field they were typed in may be gone by then."""


class Autosaver(QObject):
    """Keeps one pending write for each key, until it succeeded."""

    saved = Signal()
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: dict[str, Write] = {}
        self._failing = False
        self._held = False
        self._soon = self._timer(AFTER_LAST_MS)
        self._latest = self._timer(AT_MOST_MS)
        self._again = self._timer(RETRY_MS)
        self._deferred = False
        self._overdue = self._timer(DEFER_MS)
        self._connect()

    def _timer(self, interval: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval)
        return timer

    def _connect(self) -> None:
        for timer in (self._soon, self._latest):
            timer.timeout.connect(self.write_due)
        self._again.timeout.connect(self.flush)
        self._overdue.timeout.connect(self._deferred_long_enough)

    @property
    def pending(self) -> bool:
        """Whether something typed is not on the disk yet."""
        return bool(self._waiting)

    @property
    def failing(self) -> bool:
        """Whether it was said that something typed could not be written, and that is still so."""
        return self._failing

    def waits(self, key: str) -> bool:
        """Whether what was typed under *key* is not on the disk yet."""
        return key in self._waiting

    def touch(self, key: str, write: Write) -> None:
        """Write soon: *write* replaces what waits under the same *key*."""
        self._waiting[key] = write
        self._soon.start()
        if not self._latest.isActive():
            self._latest.start()

    def hold(self) -> None:
        """Write nothing until `release`: nothing can be written now, and that is no failure."""
        self._held = True

    def release(self) -> None:
        """Write again, and soon what has waited."""
        self._held = False
        if self._waiting:
            self._soon.start()

    def defer(self) -> None:
        """Let what is due to be written wait until `resume`, `DEFER_MS` at most, and only once.

        What is asked for by `flush` is written all the same: somebody goes on with it.
        """
        self._deferred = True

    def resume(self) -> None:
        """Let nothing wait any longer, and write what is due."""
        due = self._overdue.isActive()
        self._overdue.stop()
        self._deferred = False
        if due:
            self.flush()

    @Slot()
    def _deferred_long_enough(self) -> None:
        self._deferred = False
        self.flush()

    @Slot()
    def write_due(self) -> None:
        """Write everything that waits, or let it be written by `resume`."""
        if not self._deferred:
            self.flush()
        elif self.pending and not self._overdue.isActive():
            self._overdue.start()

    def flush(self) -> bool:
        """Write everything now; what fails stays and is tried again. Tells if all is written."""
        self._soon.stop()
        self._latest.stop()
        if self._held:
            return not self._waiting
        wrote = self.pending
        tried: list[Write] = []
        while left := [one for one in self._waiting.items() if one[1] not in tried]:
            for key, write in left:  # which may leave words to be kept elsewhere
                self._write(key)
                tried.append(write)
        if self._waiting:
            self._again.start()
            return False
        if wrote or self._failing:
            self._say_saved()
        return True

    def flush_key(self, key: str) -> bool:
        """Write what waits under one key; tells if nothing waits there any longer."""
        if self._held:
            return key not in self._waiting
        if not self._write(key):
            self._again.start()
            return False
        self._recover()
        return True

    def fail(self, why: str) -> None:
        """Say that something could not be written, until all that waits is."""
        self._failing = True
        self.failed.emit(why)

    def _recover(self) -> None:
        if self._failing and not self._waiting:
            self._say_saved()

    def _say_saved(self) -> None:
        self._failing = False
        self._again.stop()
        self.saved.emit()

    def _write(self, key: str) -> bool:
        """Write what waits under *key*: whatever goes wrong, the words stay until it succeeds."""
        write = self._waiting.get(key)
        if write is None:
            return True
        try:
            write()
        except UserError as error:
            self.fail(str(error))
            return False
        except Exception as error:  # noqa: BLE001  # words are lost by none
            sys.excepthook(type(error), error, error.__traceback__)
            self.fail(translated(MISTAKE))
            return False
        if self._waiting.get(key) is write:
            del self._waiting[key]
        return True

    def drop(self, key: str) -> None:
        """Forget what waits under *key*: its text is gone from the page as well."""
        self._waiting.pop(key, None)
        self._recover()
