"""What goes on around the window: warming up, signals of the system, a second start."""

from __future__ import annotations

import gc
import json
import signal
import socket
import sys
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QObject, QSocketNotifier, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

import careerdesk
from careerdesk.binding import end_start
from careerdesk.domain.errors import UserError
from careerdesk.services.store import Store
from careerdesk.ui.base.crash_reporter import CrashReporter
from careerdesk.ui.base.garbage import IdleCollector
from careerdesk.ui.base.qt_messages import QtMessages
from careerdesk.ui.base.task import Task
from careerdesk.ui.shell.main_window import MainWindow

if TYPE_CHECKING:
    from careerdesk.crash_report import CrashReport, Mark
    from careerdesk.ui.shell.inspection import Inspection
    from careerdesk.ui.shell.keeping import Keeping
    from careerdesk.ui.shell.measure import Stopwatch
    from careerdesk.ui.shell.single import SingleInstance
    from careerdesk.ui.shell.tending import Tending

UNSEEN_MS = 1_000  # the window is opened, and was not painted so long
UNOPENED_MS = 10_000  # something must have gone wrong: the window is used as it is
_NO_INPUT = QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents
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


class Running(QObject):
    """The life of the window, from its first paint to its end.

    What keeps the program safe starts with the window, whatever its first page is or does: the
    report of crashes and the signals of the system at once, the rest when the window has settled.
    """

    def __init__(
        self,
        application: QApplication,
        window: MainWindow,
        store: Store,
        steps: Iterator[None],
        *,
        report: CrashReport,
        mark: Mark | None = None,
        measure: bool = False,
    ) -> None:
        """Take over the event loop of *application* for *window*, which *steps* complete.

        What goes wrong goes into *report*. Without a *mark* nothing tells the next start that this
        one runs.
        """
        super().__init__()
        self._application = application
        self._window = window
        self._store = store
        self._steps = steps
        self._settled = False
        self._opening = QEventLoop(self)
        self._stopwatch: Stopwatch | None = _stopwatch(window) if measure else None
        self._report, self._mark = report, mark
        self._bell: SingleInstance | None = None
        self._warming = Task(partial(_warm, store), "warm")
        self._tending: Tending | None = None
        self._inspection: Inspection | None = None
        self._crashes = CrashReporter(self, report)
        self._messages = QtMessages(report, mark)
        self._signals = Signals(self)
        self._keeping: Keeping | None = None
        self._connect()

    def _connect(self) -> None:
        self._window.first_data_painted.connect(self._settle)
        self._window.opened.connect(self._settle_unseen)
        self._window.opened.connect(self._opening.quit)
        self._warming.finished.connect(self._warm)
        self._warming.failed.connect(self._warm)
        self._signals.asked_to_quit.connect(self._window.close)
        self._window.demo_wanted.connect(open_demo)
        self._window.store_moved.connect(self._listen_there)
        self._application.lastWindowClosed.connect(self._stop_listening)

    @Slot()
    def _settle_unseen(self) -> None:
        """A window that is not painted now, since it is minimised or covered, settles as well."""
        QTimer.singleShot(UNSEEN_MS, self._settle)

    @Slot()
    def _settle(self) -> None:
        if self._settled:
            return
        self._settled = True
        end_start()
        gc.freeze()
        IdleCollector(self)
        QTimer.singleShot(0, self._wear_icon)
        if not self._stopwatch:
            QTimer.singleShot(0, self._listen)
            self._inspect()
        else:
            QTimer.singleShot(0, self._edit)
        self._warming.start()

    @Slot()
    def _wear_icon(self) -> None:
        """Desktops find an icon by the entry of an installed program; most have none of ours."""
        from PySide6.QtGui import QIcon

        from careerdesk import resources

        self._application.setWindowIcon(QIcon(str(resources.icon())))

    @Slot()
    def _edit(self) -> None:
        """As early as anyone could: the first edit while everything is being made ready."""
        from careerdesk.services.trial_edit import try_edit

        try_edit(self._store)
        if self._stopwatch:
            self._stopwatch.edited()

    def _inspect(self) -> None:
        """Look for damage once it can be written; till then nothing that is typed need be."""
        if self._window.is_complete:
            from careerdesk.calling import name_of
            from careerdesk.ui.shell.inspection import Inspection

            key = f"check/{name_of(self._store.path)}"
            self._inspection = Inspection(self._window, key, self)
            self._inspection.ended.connect(self._look_after)

    @Slot()
    def _listen(self) -> None:
        from careerdesk.ui.shell.single import SingleInstance

        self._bell = SingleInstance(self._store.path, self)
        self._bell.asked.connect(self._window.answer_call)

    @Slot()
    def _stop_listening(self) -> None:
        """A start from now on opens a window of its own."""
        if self._bell is not None:
            self._bell.stop()

    @Slot()
    def _listen_there(self) -> None:
        """The store is another file now, and a start with that one has to find this window."""
        if self._bell is not None:
            self._bell.stop()
            self._listen()

    @Slot()
    def _warm(self) -> None:
        if self._stopwatch:
            QTimer.singleShot(0, self._measured)
        elif self._inspection:
            self._inspection.start()
            self._make_ahead()

    def _make_ahead(self) -> None:
        """Make what is not seen yet: nobody waits for the start any more."""
        from careerdesk.ui.shell.making_ahead import MakingAhead, steps_for

        MakingAhead(steps_for(self._window.person_page), self._window)

    @Slot()
    def _look_after(self) -> None:
        QTimer.singleShot(0, self._tidy)  # each on its own: one that fails stops no other
        QTimer.singleShot(0, self._remind)
        QTimer.singleShot(0, self._tend)
        QTimer.singleShot(0, self._keep)

    @Slot()
    def _tidy(self) -> None:
        _tidy(self._store)

    @Slot()
    def _tend(self) -> None:
        from careerdesk.ui.shell.tending import Tending

        self._tending = Tending(self._store, self)
        self._tending.start()

    @Slot()
    def _keep(self) -> None:
        from careerdesk.ui.shell.keeping import Keeping

        self._keeping = Keeping(self._window, self)
        self._keeping.look()

    @Slot()
    def _remind(self) -> None:
        from careerdesk.ui.checkins.forgotten import ForgottenFinish
        from careerdesk.ui.shell.reminders import Reminders, Tray

        tray = Tray(self._window, self._window.come_to_front)
        Reminders(self._window.ctx, tray.tell, self._window)
        ForgottenFinish(self._window.ctx, self._window)

    @Slot()
    def _measured(self) -> None:
        if self._stopwatch:
            print(json.dumps(self._stopwatch.figures()), flush=True)
        self._window.close()

    @Slot()
    def _open(self) -> None:
        """Complete the window; what is typed or clicked meanwhile waits until it is open.

        Half of it would be lost and the other half done somewhere else, since the keys come one by
        one, and what they are for as well.
        """
        QTimer.singleShot(0, self._step)
        QTimer.singleShot(UNOPENED_MS, self._opening.quit)
        self._opening.exec(_NO_INPUT)

    @Slot()
    def _step(self) -> None:
        """Do one step and let the loop run before the next."""
        try:
            more = next(self._steps, self) is not self
        except Exception as error:  # noqa: BLE001  # without its parts the window still says so
            self._fail(error)
        else:
            if more:
                QTimer.singleShot(0, self._step)
            else:
                ctx = self._window.ctx
                self._crashes.attach(ctx.notices, lambda: ctx.autosaver.pending)
                self._tell_crash()

    def _tell_crash(self) -> None:
        """Say once that the program did not end well the last time, and where words wait."""
        if self._mark is not None and self._mark.left is not None:
            from careerdesk.ui.shell.left_behind import LeftBehind

            self._report.add_left(self._mark.left)
            LeftBehind(self._window, self._crashes.copy_details, self).tell()

    def _fail(self, error: Exception) -> None:
        """A part of the window could not be made."""
        self._crashes.report(error)
        self._window.show_failure(str(error) if isinstance(error, UserError) else "")
        self._opening.quit()
        self._settle()

    def until_closed(self) -> int:
        """Show the window, complete it, and wait until it is closed; the exit status."""
        try:
            self._window.show()
            self._application.processEvents(_NO_INPUT)
            QTimer.singleShot(0, self._open)
            return self._application.exec()
        finally:
            self._stop_listening()
            self._warming.wait()
            if self._tending:
                self._tending.stop()
            if self._keeping:
                self._keeping.stop()
            if self._inspection:
                self._inspection.stop()
            self._messages.stop()
            self._crashes.stop()
            self._signals.stop()


def _warm(store: Store) -> None:
    """Import the writing side, so that the first edit need not wait for it."""
    if not store.read_only:
        with suppress(UserError):  # the first edit says it, where the user can act on it
            store.warm()


def _tidy(store: Store) -> None:
    """Fill the bank of questions, and let go of what was deleted long ago."""
    from careerdesk.services import discovery, trash

    with suppress(UserError):  # the bank is as it was; the first own edit says what is wrong
        discovery.ensure_bank(store)
        trash.purge(store)


def open_demo() -> bool:
    """Open the demo in a window of its own, beside this one; tells whether it was started."""
    from PySide6.QtCore import QProcess

    root = str(Path(careerdesk.__file__).parent.parent)
    started, _pid = QProcess.startDetached(sys.executable, ["-m", "careerdesk", "--demo"], root)
    return started


def _stopwatch(window: MainWindow) -> Stopwatch:
    from careerdesk.ui.shell.measure import Stopwatch

    return Stopwatch(window)
