"""Work in a thread that always ends with a word, so that nothing waits for it for ever."""

from __future__ import annotations

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from careerdesk.domain.errors import UserError

_running: set[Task] = set()  # a task outlives the page that began it


class Task(QObject):
    """Emits, in the thread that made it, `finished(result)` or `failed(error)`, then is over.

    An error that is no `UserError` is a fault of ours: it is reported as any other in a thread,
    and `failed` comes all the same. Who stops listening meanwhile is not waited for.
    """

    finished = Signal(object)
    failed = Signal(object)
    _ended = Signal(object, object)

    def __init__(self, do: Callable[[], object], name: str) -> None:
        """Prepare to do *do* in a thread called *name*."""
        super().__init__()
        self._do = do
        self._thread = threading.Thread(target=self._work, name=name, daemon=True)

    def start(self) -> None:
        """Begin."""
        from PySide6.QtCore import Qt  # dear, and tasks are made before the window is shown

        self._ended.connect(self._end, Qt.ConnectionType.QueuedConnection)
        _running.add(self)
        self._thread.start()

    def wait(self) -> None:
        """Wait until the thread is over; its word comes after that."""
        if self._thread.is_alive():
            self._thread.join()

    def _work(self) -> None:
        result: object = None
        failure: BaseException | None = None
        try:
            result = self._do()
        except UserError as error:
            failure = error
        except BaseException as error:  # noqa: BLE001  # whatever it is, somebody waits
            failure = error
            _report(error)
        self._ended.emit(result, failure)

    @Slot(object, object)
    def _end(self, result: object, failure: object) -> None:
        self.wait()  # the thread has said its last word, and may still be about to end
        _running.discard(self)
        if failure is None:
            self.finished.emit(result)
        else:
            self.failed.emit(failure)


def _report(error: BaseException) -> None:
    kinds = (type(error), error, error.__traceback__, threading.current_thread())
    threading.excepthook(threading.ExceptHookArgs(kinds))
