"""Backing up, looking and restoring in a thread of its own, while the window goes on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from careerdesk.domain.errors import UserError
from careerdesk.domain.parts import LOOKING, Part
from careerdesk.i18n import tr
from careerdesk.services import backups
from careerdesk.ui.base import names
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import clear_problem, sentence
from careerdesk.ui.base.task import Task
from careerdesk.ui.widgets.buttons import LinkButton
from careerdesk.ui.widgets.labels import Caption
from careerdesk.ui.widgets.progress import Progress

Work = Callable[[backups.Progress], object]
Then = Callable[[object], None]


class Copying(QObject):
    """One such work at a time.

    What it gave goes to whoever began it, in the thread of the window. `failed` gives an error
    instead, and nothing comes where the user stopped it; `ended` comes after each of these.
    """

    moved = Signal(int, int)
    failed = Signal(object)
    ended = Signal()

    def __init__(self, parent: QObject) -> None:
        """Do nothing yet."""
        super().__init__(parent)
        self._stop = False
        self._then: Then | None = None
        self._task: Task | None = None
        self._last = -1

    @property
    def busy(self) -> bool:
        """Whether something is under way."""
        return self._task is not None

    def start(self, work: Work, then: Then) -> None:
        """Begin; what is under way must have ended."""
        self._stop, self._last, self._then = False, -1, then
        self._task = Task(lambda: self._done(work), "backup")
        self._task.finished.connect(self._finish)
        self._task.failed.connect(self._fail)
        self._task.start()

    @Slot()
    def stop(self) -> None:
        """End it at the next chance: nothing is left of it."""
        self._stop = True

    def wait(self) -> None:
        """Wait until the thread is over; its word comes after that."""
        if self._task is not None:
            self._task.wait()

    def give_up(self) -> None:
        """Stop, and wait until nothing is left of it; whoever began it hears nothing any more."""
        self._then = None
        self.stop()
        self.wait()

    def _done(self, work: Work) -> object:
        try:
            return (work(self._told),)
        except backups.Stopped:
            return None

    def _told(self, done: int, of: int) -> bool:
        """In the thread of the work: Qt brings the signal to that of the window."""
        step = 20 * done // max(1, of)
        if step != self._last:
            self._last = step
            self.moved.emit(done, of)
        return not self._stop

    @Slot(object)
    def _finish(self, result: object) -> None:
        then, self._then, self._task = self._then, None, None
        if isinstance(result, tuple) and then is not None:
            then(result[0])
        self.ended.emit()

    @Slot(object)
    def _fail(self, error: object) -> None:
        self._task = self._then = None
        self.failed.emit(error)
        self.ended.emit()


class WorkBar(QWidget):
    """A bar, words, and how to stop it, while something is copied; what fails is said above."""

    began = Signal()
    ended = Signal()

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._restores = False
        self.copying = Copying(self)
        self._bar = Progress(ctx.theme, "backupBar")
        self._words = Caption("")
        self.stop = LinkButton(ctx.theme, tr("Stop"), name="stopBackup")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part in (self._bar, self._words, self.stop):
            row.addWidget(part)
        row.addStretch(1)
        self.hide()
        self.stop.clicked.connect(self.copying.stop)
        self.copying.moved.connect(self._show, Qt.ConnectionType.QueuedConnection)
        self.copying.failed.connect(self._refuse)
        self.copying.ended.connect(self._end)

    def run(self, work: Work, words: str, then: Then, *, restores: bool = False) -> None:
        """Begin *work*, which *words* say; *then* takes what it gives.

        *restores* says what was not done where it fails: saving, or restoring.
        """
        clear_problem(self._ctx.notices)
        self._restores = restores
        self._bar.begin(words)
        self._words.setText(words)
        self.copying.start(work, then)
        self.show()
        self.began.emit()

    @Slot(int, int)
    def _show(self, done: int, of: int) -> None:
        self._bar.show_part(Part(LOOKING, done, of))

    @Slot(object)
    def _refuse(self, error: object) -> None:
        why = sentence(error) if isinstance(error, UserError) else tr("Try again.")
        words = tr("Nothing was saved. {why}", why=why)
        if self._restores:
            words = tr("Nothing was restored. {why}", why=why)
        self._ctx.notices.banner(names.PROBLEM, "warning", words)

    @Slot()
    def _end(self) -> None:
        self.hide()
        self.ended.emit()
