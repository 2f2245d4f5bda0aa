"""Says that a check-in is near, without a name or a word of what it is about."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

from careerdesk import resources
from careerdesk.domain import reminders
from careerdesk.domain.errors import UserError
from careerdesk.i18n import tr, trn
from careerdesk.services import checkins
from careerdesk.ui.base.context import Context

EVERY = 20_000  # milliseconds between two looks; a laptop that slept is caught up with soon
SETTING = "reminders/minutes"

Teller = Callable[[str, str], None]


class Reminders(QObject):
    """Looks now and then for a planned check-in; `tell` is given a title and a sentence.

    Nothing is told while the screen is shared.
    """

    def __init__(self, ctx: Context, tell: Teller, parent: QObject) -> None:
        """Look at once, and from then on while *parent* lives."""
        super().__init__(parent)
        self._ctx = ctx
        self._tell = tell
        self._told: set[datetime] = set()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        self.look()

    @Slot()
    def look(self) -> None:
        """Tell of the next check-in if it is near."""
        minutes = reminders.minutes_of(self._ctx.settings.value(SETTING, reminders.DEFAULT))
        if not minutes or self._ctx.sharing.on:
            return
        now = self._ctx.clock.now()
        try:
            starts = checkins.planned_between(
                self._ctx.store, now, now + timedelta(minutes=minutes)
            )
        except UserError:
            return  # what is wrong with the file is said where the user works on it
        start = reminders.due(starts, now, minutes, self._told)
        if start is not None:
            self._told.add(start)
            self._tell(tr("CareerDesk"), soon((start - now).total_seconds()))


def soon(seconds: float) -> str:
    """*Your next check-in starts in 5 minutes*, whatever its kind: others may read it."""
    minutes = max(1, round(seconds / 60))
    return trn(
        "Your next check-in starts in a minute.",
        "Your next check-in starts in {n} minutes.",
        minutes,
    )


class Tray(QObject):
    """An icon in the tray, where there is one; a press brings the window to the front."""

    def __init__(self, window: QWidget, to_front: Callable[[], None]) -> None:
        """Show the icon; without a tray nothing is shown."""
        super().__init__(window)
        self._window = window
        self._to_front = to_front
        self._icon: QSystemTrayIcon | None = None
        if QSystemTrayIcon.isSystemTrayAvailable():
            self._icon = QSystemTrayIcon(QIcon(str(resources.icon())), self)
            self._icon.setToolTip(tr("CareerDesk"))
            self._icon.activated.connect(self._press)
            self._icon.messageClicked.connect(self._press)
            self._icon.show()

    @Slot()
    def _press(self) -> None:
        self._to_front()

    def tell(self, title: str, text: str) -> None:
        """Show a message of the desktop, and make the window ask for a look."""
        QApplication.alert(self._window)
        if self._icon is not None and QSystemTrayIcon.supportsMessages():
            self._icon.showMessage(title, text, self._icon.icon())
