"""Looking for damage in the store beside the work in the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from careerdesk.i18n import tr
from careerdesk.ui.base import names
from careerdesk.ui.base.errors import clear_problem
from careerdesk.ui.base.task import Task
from careerdesk.ui.shell.main_window import MainWindow

if TYPE_CHECKING:
    from careerdesk.domain.looks import Limits, Look


class Inspection(QObject):
    """One look for damage, in a thread of its own, going on where that of the last start ended.

    What is typed until it has ended waits as long as the autosaver defers anything; the window
    never waits. Damage is shown by the window; `ended` comes in any case but that of `stop`.
    """

    ended = Signal()

    def __init__(
        self, window: MainWindow, key: str, parent: QObject, limits: Limits | None = None
    ) -> None:
        """Defer what is typed in *window*; *key* of its settings says where the last look ended."""
        super().__init__(parent)
        self._window = window
        self._key = key
        self._limits = limits
        self._stopped = False
        self._after = str(window.ctx.settings.value(key, ""))
        self._task = Task(self._look, "check")
        self._task.finished.connect(self._looked)
        self._task.failed.connect(self._not_looked)
        window.ctx.autosaver.defer()

    def start(self) -> None:
        """Begin to look."""
        self._task.start()

    def _look(self) -> Look:
        store = self._window.ctx.store
        return store.look_on(self._after, lambda: self._stopped, self._limits)

    @Slot(object)
    def _looked(self, look: Look) -> None:
        if self._stopped:
            return
        if look.damaged:  # the next start begins where this one did, and finds it as well
            self._show_damage()
        elif look.left_at:
            self._window.ctx.settings.setValue(self._key, look.left_at)
        else:
            self._window.ctx.settings.remove(self._key)
        self._end()

    @Slot()
    def _not_looked(self) -> None:
        """The file could not be looked through now: the first read or edit says why."""
        if not self._stopped:
            self._end()

    def _show_damage(self) -> None:
        """Take no edit any more, and say so on a page of its own."""
        window = self._window
        window.ctx.store.close_for_writing()
        window.status.show_read_only()
        clear_problem(window.ctx.notices)
        for told_there_too in (names.UNREAD, names.READ_ONLY):
            window.ctx.notices.clear_banner(told_there_too)
        window.commands.pages.show_damage()
        window.content.currentChanged.connect(self._tell_damage)

    @Slot()
    def _tell_damage(self) -> None:
        """On every other page a banner says it."""
        window = self._window
        shown = window.content.currentWidget()
        if shown is not None and shown.objectName() == names.DAMAGED_PAGE:
            window.ctx.notices.clear_banner(names.READ_ONLY)
        elif window.banners.banner(names.READ_ONLY) is None:
            words = tr("The data file is damaged. What you type won't be saved.")
            helps = (tr("What to do"), window.commands.pages.show_damage)
            window.ctx.notices.banner(names.READ_ONLY, "danger", words, [helps])

    def _end(self) -> None:
        self._window.ctx.autosaver.resume()
        self.ended.emit()

    def stop(self) -> None:
        """Look no further, and wait until that is so."""
        self._stopped = True
        self._task.wait()
