"""When the program itself goes wrong: the log says where, and the user is told calmly."""

from __future__ import annotations

import sys
import threading
from collections import Counter
from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication

from careerdesk.domain.errors import UserError
from careerdesk.ui.base import names

if TYPE_CHECKING:
    from careerdesk.crash_report import CrashReport
    from careerdesk.ui.base.notices import Action, Notices

MOST_OF_A_PLACE = 5  # a row that cannot be painted fails with every paint: the log stays readable


class CrashReporter(QObject):
    """Hears of every exception that nobody caught, in any thread, until `stop`.

    Qt's own threads, slots, timers, events and models end in `sys.excepthook` as well. Each is
    passed on to the hook that was there before, which logs it, and told in a banner. What comes
    before there is a place for banners is told by `attach`. What may be handed to anybody goes into
    the report, if there is one, and onto the clipboard where the user asks for it.
    """

    happened = Signal()

    def __init__(self, parent: QObject | None = None, report: CrashReport | None = None) -> None:
        super().__init__(parent)
        self._details = report
        self._notices: Notices | None = None
        self._unsaved: Callable[[], bool] = bool
        self._known: UserError | None = None
        self._telling = False
        self._seen: Counter[tuple[object, ...]] = Counter()
        self._before = sys.excepthook
        self._others = (threading.excepthook, sys.unraisablehook)
        sys.excepthook = self._note
        threading.excepthook = self._note_thread
        sys.unraisablehook = self._note_unraisable
        self.happened.connect(self._tell_soon)

    def attach(self, notices: Notices, unsaved: Callable[[], bool]) -> None:
        """Tell from now on in *notices*; *unsaved* says whether text waits to be saved."""
        self._notices, self._unsaved = notices, unsaved
        if self._seen:
            self.happened.emit()

    def report(self, error: BaseException) -> None:
        """Log and tell an exception that was caught, since the program can go on without."""
        self._note(type(error), error, error.__traceback__)

    def stop(self) -> None:
        """Give the hooks back."""
        sys.excepthook = self._before
        threading.excepthook, sys.unraisablehook = self._others

    def _note(
        self, kind: type[BaseException], error: BaseException, frames: TracebackType | None
    ) -> None:
        place = (kind, *_lines(frames))
        self._seen[place] += 1
        if self._seen[place] <= MOST_OF_A_PLACE:
            self._before(kind, error, frames)
        if self._details is not None and self._seen[place] == 1:
            self._details.add_exception(kind, frames)
        if issubclass(kind, Exception) and not self._telling:
            self._telling = True  # until it is told: telling may fail as well, and comes here
            self._known = error if isinstance(error, UserError) else None
            self.happened.emit()

    def _note_thread(self, found: threading.ExceptHookArgs) -> None:
        if found.exc_type is not SystemExit:
            error = found.exc_value or found.exc_type()
            self._note(found.exc_type, error, found.exc_traceback)

    def _note_unraisable(self, found: sys.UnraisableHookArgs) -> None:
        error = found.exc_value or found.exc_type()
        self._note(found.exc_type, error, found.exc_traceback)

    @Slot()
    def _tell_soon(self) -> None:
        """When the loop runs again: what failed may be in the middle of anything."""
        QTimer.singleShot(0, self._tell)

    @Slot()
    def _tell(self) -> None:
        if self._notices is None:
            return
        self._notices.banner(names.CRASH, "warning", self._sentence(), self._actions())
        self._telling = False

    def _actions(self) -> list[Action]:
        from careerdesk.i18n import tr

        known = self._details is None or self._known is not None
        return [] if known else [(tr("Copy details"), self.copy_details)]

    def copy_details(self) -> None:
        """Put the report on the clipboard: kinds, places and versions, never a word of a text."""
        if self._details is None or self._notices is None:
            return
        from careerdesk.i18n import tr

        QGuiApplication.clipboard().setText(self._details.text())
        self._notices.toast(tr("Copied. None of your text is included."))

    def _sentence(self) -> str:
        from careerdesk.i18n import tr
        from careerdesk.ui.base.errors import sentence

        if self._known is not None:
            return sentence(self._known)
        words = tr(
            "Something went wrong, and your last action may not have worked. Try again, or close "
            "and reopen CareerDesk."
        )
        if self._unsaved():
            return " ".join((words, tr("Some of your text hasn't been saved yet.")))
        return words


def _lines(frames: TracebackType | None) -> list[tuple[object, int]]:
    """Where the exception came through."""
    found: list[tuple[object, int]] = []
    while frames is not None:
        found.append((frames.tb_frame.f_code, frames.tb_lineno))
        frames = frames.tb_next
    return found
