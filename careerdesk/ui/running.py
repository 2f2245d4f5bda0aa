"""What goes on around the window: warming up, signals of the system, a second start."""

from __future__ import annotations

import gc
import json
import signal
import socket
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QProcess, QSocketNotifier, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

import careerdesk
from careerdesk.domain.errors import UserError
from careerdesk.services.store import Store
from careerdesk.ui.main_window import MainWindow
from careerdesk.ui.measure import Stopwatch
from careerdesk.ui.trouble import Trouble

if TYPE_CHECKING:
    from careerdesk.ui.single import Doorbell

_QUIT_SIGNALS = ("SIGTERM", "SIGINT", "SIGHUP")


class Signals(QObject):
    """Turns the system's wish that the program ends into a Qt signal."""

    asked_to_quit = Signal()

    def __init__(self, parent: QObject) -> None:
        """Start to listen; the old handlers come back with `stop`."""
        super().__init__(parent)
        self._ours, theirs = socket.socketpair()
        self._theirs = theirs
        self._ours.settimeout(0)
        theirs.settimeout(0)
        self._before = signal.set_wakeup_fd(theirs.fileno(), warn_on_full_buffer=False)
        numbers = [getattr(signal, name) for name in _QUIT_SIGNALS if hasattr(signal, name)]
        self._handlers = {number: signal.signal(number, _nothing) for number in numbers}
        self._notifier = QSocketNotifier(self._ours.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._woken)

    @Slot()
    def _woken(self) -> None:
        self._ours.recv(64)
        self.asked_to_quit.emit()

    def stop(self) -> None:
        """Listen no more."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._before)
        for number, handler in self._handlers.items():
            signal.signal(number, handler)
        self._ours.close()
        self._theirs.close()


def _nothing(_number: int, _frame: object) -> None:
    """Let the wakeup socket do the work."""


class Warming(QObject):
    """Imports the writing side in a thread, so that the first edit need not wait for it."""

    done = Signal()

    def __init__(self, store: Store, parent: QObject) -> None:
        """Prepare to warm *store*."""
        super().__init__(parent)
        self._store = store
        self._thread = threading.Thread(target=self._work, name="warm", daemon=True)

    def start(self) -> None:
        """Begin; `done` comes in the thread of the window."""
        self._thread.start()

    def _work(self) -> None:
        try:
            if not self._store.read_only:
                self._store.warm()
        except UserError:
            pass  # the first edit says it, where the user can act on it
        self.done.emit()

    def wait(self) -> None:
        """Wait until the thread is over."""
        if self._thread.is_alive():
            self._thread.join()


class Running(QObject):
    """The life of the window, from its first paint to its end."""

    def __init__(
        self,
        application: QApplication,
        window: MainWindow,
        store: Store,
        steps: Iterator[None],
        *,
        measure: bool,
    ) -> None:
        """Take over the event loop of *application* for *window*, which *steps* complete."""
        super().__init__()
        self._application = application
        self._window = window
        self._store = store
        self._steps = steps
        self._measure = measure
        self._stopwatch = Stopwatch(window) if measure else None
        self._warming = Warming(store, self)
        self._trouble: Trouble | None = None
        self._bell: Doorbell | None = None
        self._signals = Signals(self)
        self._connect()

    def _connect(self) -> None:
        self._window.first_data_painted.connect(self._started)
        self._warming.done.connect(self._warm)
        self._signals.asked_to_quit.connect(self._window.close)
        self._window.demo_wanted.connect(open_demo)

    @Slot()
    def _started(self) -> None:
        self._trouble = Trouble(self._window.ctx.notices, self)
        gc.freeze()
        gc.enable()
        self._warming.start()

    @Slot()
    def _warm(self) -> None:
        if self._stopwatch:
            QTimer.singleShot(0, self._measured)
            return
        _tidy(self._store)
        self._remind()
        from careerdesk.ui.single import Doorbell

        self._bell = Doorbell(doorbell_name(self._store.path), self)
        self._bell.rung.connect(self._window.come_to_front)

    def _remind(self) -> None:
        from careerdesk.ui.reminders import Reminders, Tray

        tray = Tray(self._window, self._window.come_to_front)
        Reminders(self._window.ctx, tray.tell, self._window)

    @Slot()
    def _measured(self) -> None:
        if self._stopwatch:
            print(json.dumps(self._stopwatch.figures()), flush=True)
        self._window.close()

    @Slot()
    def _step(self) -> None:
        """Do one step and let the loop run before the next."""
        if next(self._steps, self) is not self:
            QTimer.singleShot(0, self._step)

    def until_closed(self) -> int:
        """Show the window, complete it, and wait until it is closed; the exit status."""
        self._window.show()
        self._application.processEvents()
        QTimer.singleShot(0, self._step)
        status = self._application.exec()
        if self._bell is not None:
            self._bell.stop()  # a start from now on opens a window of its own
        self._warming.wait()
        if self._trouble is not None:
            self._trouble.stop()
        self._signals.stop()
        self._store.close()
        return status


def _tidy(store: Store) -> None:
    """Fill the bank of questions, and let go of what was deleted long ago."""
    from careerdesk.services import discovery, trash

    try:
        discovery.ensure_bank(store)
        trash.purge(store)
    except UserError:
        pass  # the bank is as it was; the first own edit says what is wrong with the file


def open_demo() -> bool:
    """Open the demo in a window of its own, beside this one; tells whether it was started."""
    root = str(Path(careerdesk.__file__).parent.parent)
    started, _pid = QProcess.startDetached(sys.executable, ["-m", "careerdesk", "--demo"], root)
    return started


def doorbell_name(path: Path) -> str:
    """The name under which the window over *path* can be called."""
    import hashlib

    return "careerdesk-" + hashlib.sha256(str(path.absolute()).encode()).hexdigest()[:16]


def raise_other(path: Path) -> bool:
    """Ask the window that holds the store at *path* to come to the front; tell if it heard."""
    from careerdesk.ui.single import ring

    return ring(doorbell_name(path))
