"""Which day it is, for everything that shows days: a window may stay open over midnight."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date, datetime, timedelta

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication

from careerdesk.domain import moments
from careerdesk.domain.clock import Clock
from careerdesk.ui.base.focus import focus_kept

EVERY_MS = 60_000  # a timer stands still while the computer sleeps, and clocks are set again
SOON_MS = 50  # after midnight, so that a timer which is early does not look in vain


class Day(QObject):
    """Emits `changed(date)` when it is another day than before, or the same one elsewhere.

    It looks at midnight, once a minute, and when the program comes to the front. Anyone who
    listens reads again and leaves alone what is being typed; *write* is asked to write it first.
    The keyboard is back where it was afterwards.
    """

    changed = Signal(object)

    def __init__(
        self, clock: Clock, write: Callable[[], bool], parent: QObject | None = None
    ) -> None:
        """Look from now on, by *clock*."""
        super().__init__(parent)
        self._clock = clock
        self._write = write
        self._seen = self._here()
        self.before = clock.today()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.look)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._come_to_front)
        self._wait()

    def today(self) -> date:
        """The date at the manager's place."""
        return self._clock.today()

    @Slot()
    def look(self) -> None:
        """See which day it is, and tell if that is another one; `before` is the one it was."""
        if hasattr(time, "tzset"):
            time.tzset()  # the zone of the system may have been changed meanwhile
        self._wait()
        here = self._here()
        if here == self._seen:
            return
        self._write()  # what cannot be written stays in its field
        self.before, self._seen = self._seen[0], here
        with focus_kept():
            self.changed.emit(here[0])

    def _here(self) -> tuple[date, tuple[str, str], int]:
        return self._clock.today(), time.tzname, time.timezone  # CST is in China and in Mexico

    def _wait(self) -> None:
        """Look again at midnight, or sooner."""
        left = milliseconds_to_midnight(self._clock.now(), self._clock.today())
        self._timer.start(min(EVERY_MS, max(0, left) + SOON_MS))

    @Slot(Qt.ApplicationState)
    def _come_to_front(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive:
            self.look()


def milliseconds_to_midnight(now: datetime, today: date) -> int:
    """How long *today* still lasts here; where clocks are turned at midnight, until then."""
    midnight = moments.midnight(today + timedelta(days=1))
    return round((midnight - now).total_seconds() * 1000)
