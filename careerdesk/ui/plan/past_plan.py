"""A plan as it was on an earlier day, to read."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.domain.records import KeyResult, Plan, PlanItem
from careerdesk.i18n import tr
from careerdesk.services import plan_history
from careerdesk.services.store import Changes
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import try_read
from careerdesk.ui.base.holders import Finding
from careerdesk.ui.base.texts import Dates
from careerdesk.ui.plan.closed_plans import add_goals
from careerdesk.ui.widgets.buttons import IconButton, TextButton
from careerdesk.ui.widgets.date_edit import PastDateField
from careerdesk.ui.widgets.discard import discard_all
from careerdesk.ui.widgets.labels import Muted, Strong

PAST_PLAN = "pastPlan"
PAST_DAY, PAST_BACK = "pastPlanDay", "pastPlanBack"
PAST_EARLIER, PAST_LATER = "pastPlanEarlier", "pastPlanLater"


class PastPlan(QWidget):
    """A day is typed, or reached change by change with the arrows."""

    back_wanted = Signal()

    def __init__(self, ctx: Context, plan_id: int, parent: QWidget | None = None) -> None:
        """Show the plan before its last change, else as it is."""
        super().__init__(parent)
        self.setObjectName(PAST_PLAN)
        self._ctx = ctx
        self._plan_id = plan_id
        theme = ctx.theme
        self.day = PastDateField(
            ctx.clock.today, tr("The plan as it was at the end of the chosen day"), name=PAST_DAY
        )
        Finding(self.day)
        self.earlier = IconButton(theme, "arrow-up", tr("Show the plan before the previous change"),
                                  name=PAST_EARLIER)  # fmt: skip
        self.later = IconButton(
            theme, "arrow-down", tr("Show the plan after the next change"), name=PAST_LATER
        )
        self.back = TextButton(theme, tr("Back to the current plan"), name=PAST_BACK, compact=True)
        self.told = Muted(wrap=True)
        self._goals = QVBoxLayout()
        self._arrange()
        self._connect()
        days = self._days()
        self._show(days[0] if days else ctx.clock.today())

    def _arrange(self) -> None:
        self.day.setMaximumWidth(self._ctx.theme.look.measure(180))
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Strong(tr("The plan as of")))
        for widget in (self.day, self.earlier, self.later):
            head.addWidget(widget)
        head.addStretch(1)
        head.addWidget(self.back)
        self._goals.setSpacing(8)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(8)
        outer.addLayout(head)
        outer.addWidget(self.told)
        outer.addLayout(self._goals)
        outer.addStretch(1)

    def _connect(self) -> None:
        self.day.picked.connect(self._pick)
        self.earlier.clicked.connect(self._go_earlier)
        self.later.clicked.connect(self._go_later)
        self.back.clicked.connect(self.back_wanted)
        self._ctx.day.changed.connect(self._follow_day)
        self._ctx.bridge.changed.connect(self._heard)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back, as from everything that stands in the place of the plan."""
        if event.key() == Qt.Key.Key_Escape:
            self.back_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _days(self) -> list[date]:
        return try_read(self._ctx, plan_history.days, self._ctx.store, self._plan_id) or []

    def _pick(self, day: date | None) -> None:
        self._show(day or self._ctx.clock.today())

    def _go_earlier(self) -> None:
        shown = self._shown
        self._show(next((day for day in self._days() if day < shown), shown))

    def _go_later(self) -> None:
        shown = self._shown
        later = [day for day in self._days() if day > shown]
        self._show(later[-1] if later else self._ctx.clock.today())

    @Slot()
    def _follow_day(self) -> None:
        self._tell(self._days())

    def _tell(self, days: list[date]) -> None:
        """Say how the plan went on after the day that is shown."""
        today = self._ctx.clock.today()
        self.later.setEnabled(self._shown < today)
        self.told.setText(_told(days, self._shown, today))

    @Slot(object)
    def _heard(self, changes: Changes) -> None:
        """An undo may have been of that day; the day that is typed stays."""
        if not self.isHidden() and changes.touches(Plan, PlanItem, KeyResult):
            self._read()

    def _show(self, day: date) -> None:
        self._shown = day
        self.day.start_over(day)
        self._read()

    def _read(self) -> None:
        day, days = self._shown, self._days()
        view = try_read(self._ctx, plan_history.as_of, self._ctx.store, self._plan_id, day)
        discard_all(self._goals)
        if view is not None:
            add_goals(self._goals, self._ctx, view)
        self.earlier.setEnabled(any(one < day for one in days))
        self._tell(days)


def _told(days: list[date], day: date, today: date) -> str:
    if not days:
        return tr("This plan hasn't changed since CareerDesk began keeping earlier versions.")
    following = [one for one in days if one >= day]
    if not following:
        return tr("This is the current plan.")
    changed = following[-1] + timedelta(1)
    return tr("The next change was on {day}.", day=Dates.short_date(changed, today))
