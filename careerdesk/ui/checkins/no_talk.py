"""What stands over the history while no talk is running."""

from __future__ import annotations

from datetime import date, time

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.domain.records import CheckIn
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.texts import Dates, tr
from careerdesk.ui.base.unstored import HalfTyped
from careerdesk.ui.checkins.talk_bar import MomentField
from careerdesk.ui.widgets.buttons import TextButton
from careerdesk.ui.widgets.labels import Caption, Muted
from careerdesk.ui.widgets.section import Rule

LEAST_WIDTH = 320
ROOMY = 3  # so much wider than its fields it is one line, with words beside them
USUAL_TIME = time(10, 0)
PLAN_HERE = "planCheckInHere"
SKIP = "skipCheckIn"


class NoTalk(QWidget):
    """Over the history while no talk is running: when the next one is."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Start with nobody."""
        super().__init__(parent)
        self.next = MomentField(ctx, PLAN_HERE)
        self._halves = (
            HalfTyped(ctx, f"{PLAN_HERE}Day", self.next.day),
            HalfTyped(ctx, f"{PLAN_HERE}Time", self.next.time),
        )
        self.words = Caption(wrap=True)
        self.skip = TextButton(ctx.theme, tr("Skip it"), name=SKIP, compact=True)
        self.skip.setToolTip(tr("Note that this talk does not take place"))
        when = QHBoxLayout()
        when.setSpacing(8)
        when.addWidget(Muted(tr("Next 1:1")))
        when.addWidget(self.next)
        when.addWidget(self.skip)
        when.addStretch(1)
        self._row = row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setContentsMargins(28, 10, 28, 10)
        row.setSpacing(8)
        row.addLayout(when)
        row.addWidget(self.words, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(row)
        outer.addWidget(Rule())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand below each other where it is narrow."""
        super().resizeEvent(event)
        narrow = event.size().width() < self.next.sizeHint().width() * ROOMY
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(down if narrow else across)

    @override
    def minimumSizeHint(self) -> QSize:
        """As narrow as it folds."""
        return QSize(LEAST_WIDTH, super().minimumSizeHint().height())  # it folds when narrower

    def show_next(
        self, person_id: int, planned: CheckIn | None, by_cadence: date | None, today: date
    ) -> None:
        """Show the planned talk; without one, what the person's cadence would say."""
        for half in self._halves:
            half.belong_to(person_id)
        self.skip.setVisible(planned is not None)
        if planned is not None:
            at = planned.starts_at.astimezone()
            self.next.set_moment(at.date(), at.time())
            self.words.hide()
            return
        self.next.set_moment(None, USUAL_TIME)
        self.words.show()
        self.words.setText(
            tr("not planned, due {day} by cadence").format(
                day=Dates.short_day_within(by_cadence, today)
            )
            if by_cadence
            else tr("not planned")
        )
