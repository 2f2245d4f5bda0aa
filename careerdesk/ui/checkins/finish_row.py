"""What is asked when a check-in ends: whether it looked ahead, and when the talking ended."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.domain.records import CheckInKind, LookedAhead
from careerdesk.i18n import tr
from careerdesk.ui.base.keys import ENTER, is_alone
from careerdesk.ui.base.texts import Dates
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.buttons import FilledButton, LinkButton, OutlinedButton
from careerdesk.ui.widgets.compact import CompactSegmented
from careerdesk.ui.widgets.flow import FlowLayout
from careerdesk.ui.widgets.labels import Body, Muted, Strong

LOOKED_AHEAD = "lookedAhead"
LINES = 3  # said back at the end of a career conversation
FINISH_NOW, FINISH_LATER, NOT_YET = "finishNow", "finishAtThisMoment", "finishNotYet"


def looked_ahead_words(value: LookedAhead | None) -> str:
    """How much of a check-in looked ahead, as a choice says it."""
    return {
        LookedAhead.NO: tr("No"),
        LookedAhead.LITTLE: tr("A little"),
        LookedAhead.MOSTLY: tr("Mostly"),
        None: tr("Not recorded"),
    }[value]


def looked_ahead_field(theme: Theme, name: str) -> CompactSegmented:
    """No, a little, or mostly; Delete says nothing."""
    options = [(value, looked_ahead_words(value)) for value in LookedAhead]
    return CompactSegmented(theme, options, tr("Did we look ahead?"), name=name)


class FinishRow(QFrame):
    """Enter finishes with what is chosen, Esc goes on; `finish_wanted` carries when it ended.

    That is None for now.
    """

    finish_wanted = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Start hidden."""
        super().__init__(parent)
        self.setProperty("kind", "bare")
        self.setAccessibleName(tr("Finish the check-in"))
        self._ended_at: datetime | None = None
        self.say_back = Strong(tr("Recap out loud:"))
        self.lines = [Body(wrap=True) for _ in range(LINES)]
        self.looked_ahead = looked_ahead_field(theme, LOOKED_AHEAD)
        self.finish = FilledButton(theme, tr("Finish"), "check", name=FINISH_NOW, compact=True)
        self.now = OutlinedButton(theme, "", name=FINISH_LATER, compact=True)
        self.not_yet = LinkButton(theme, tr("Not yet"), name=NOT_YET, compact=True)
        row = FlowLayout(gap=10)
        for part in (
            Muted(tr("Did we look ahead?")), self.looked_ahead, self.finish, self.now, self.not_yet,
        ):  # fmt: skip
            row.addWidget(part)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(28, 2, 28, 10)
        column.setSpacing(4)
        column.addWidget(self.say_back)
        for line in self.lines:
            column.addWidget(line)
        column.addLayout(row)
        self.finish.clicked.connect(self._finish)
        self.now.clicked.connect(self._finish_now)
        self.not_yet.clicked.connect(self.left)
        self.hide()

    def ask(
        self, kind: CheckInKind, now: datetime, ended_at: datetime | None, lines: Sequence[str]
    ) -> None:
        """Ask; *ended_at* is when a check-in that nobody ended may have, *lines* are said aloud.

        Both moments are by the clock at the place where it is held.
        """
        self._ended_at = ended_at
        career = kind is CheckInKind.CAREER
        self.looked_ahead.set_value(LookedAhead.MOSTLY if career else None)
        end = tr("Finish")
        if ended_at is not None:
            end = tr("Finish at {time}", time=_clock(ended_at))
        self.finish.set_words(end)
        self.tell_time(now)
        self.now.setVisible(ended_at is not None)
        self.show()
        self.say(lines)
        self.finish.setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, lines: Sequence[str]) -> None:
        """Say what is said aloud now: the conversation may go on while its end is asked about."""
        self.say_back.setVisible(bool(lines))
        for place, line in enumerate(self.lines):
            line.setText(lines[place] if place < len(lines) else "")
            line.setVisible(place < len(lines))
        self._fit()

    def tell_time(self, now: datetime) -> None:
        """Say when it would end if it does now."""
        self.now.set_words(tr("Finish now ({time})", time=_clock(now)))

    def chosen(self) -> LookedAhead | None:
        """What was said of looking ahead."""
        value = self.looked_ahead.value()
        return value if isinstance(value, LookedAhead) else None

    def confirm(self) -> None:
        """Finish with what is chosen, as Enter does."""
        self._finish()

    def _finish(self) -> None:
        self.finish_wanted.emit(self._ended_at)

    def _finish_now(self) -> None:
        self.finish_wanted.emit(None)

    @override
    def hasHeightForWidth(self) -> bool:
        """It is as high as it makes itself; else the page below would want more than it needs."""
        return False

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the lines that are needed in this width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(self._column.totalHeightForWidth(self.width()))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter finishes from any field of the row, Esc goes on."""
        if event.key() in ENTER and is_alone(event):
            self._finish()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _clock(moment: datetime) -> str:
    return Dates.time(moment.time())
