"""What stands over the history while no check-in is running: what is planned, and planning more."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.domain import moments
from careerdesk.domain.records import CheckIn, CheckInKind
from careerdesk.domain.repeats import WorkWeek
from careerdesk.domain.standing import has_left
from careerdesk.i18n import fill, tr
from careerdesk.services import planning
from careerdesk.services.check_ins_around import CheckInsAround
from careerdesk.ui.base.carrying import carrying
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.lists import go_to_list
from careerdesk.ui.base.texts import Dates
from careerdesk.ui.checkins.planned_list import PlannedList
from careerdesk.ui.checkins.planned_row import Around, planned_rows
from careerdesk.ui.widgets.buttons import TextButton
from careerdesk.ui.widgets.flow import FlowLayout
from careerdesk.ui.widgets.labels import Muted
from careerdesk.ui.widgets.planning_words import clash_words
from careerdesk.ui.widgets.section import Rule

LEAST_WIDTH = 320
PLAN_ONE, PLAN_CAREER, ADD_PAST = "planOneHere", "planCareerHere", "addPastHere"


class PlannedCheckIns(QWidget):
    """The planned check-ins, what is due where none is planned, and buttons to plan more.

    `plan_wanted` carries a kind and the button that asks, `past_wanted` the button. `list.acted`
    tells what is to become of one that is planned.
    """

    plan_wanted = Signal(object, QWidget)
    past_wanted = Signal(QWidget)

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Start with nobody."""
        super().__init__(parent)
        self._ctx = ctx
        self.list = PlannedList(ctx.theme)
        self.words = Muted(wrap=True)
        theme = ctx.theme
        self.plan = TextButton(theme, tr("Plan 1:1…"), "plus", name=PLAN_ONE, compact=True)
        self.career = TextButton(
            theme, tr("Plan career conversation…"), "plus", name=PLAN_CAREER, compact=True
        )
        self.past = TextButton(theme, tr("Add a past check-in…"), name=ADD_PAST, compact=True)
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        tools = QWidget()
        flow = FlowLayout(tools, gap=4)
        for button in (self.plan, self.career, self.past):
            flow.addWidget(button)
        inner = QVBoxLayout()
        inner.setContentsMargins(20, 8, 20, 8)
        inner.setSpacing(4)
        inner.addWidget(self.list)
        inner.addWidget(self.words)
        inner.addWidget(tools)
        self.words.setContentsMargins(8, 2, 8, 2)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(inner)
        outer.addWidget(Rule())

    def _connect(self) -> None:
        for button, kind in (
            (self.plan, CheckInKind.ONE_ON_ONE),
            (self.career, CheckInKind.CAREER),
        ):
            button.clicked.connect(carrying(self._ask, kind))
        self.past.clicked.connect(self._ask_past)

    def _ask(self, kind: CheckInKind) -> None:
        button = self.career if kind is CheckInKind.CAREER else self.plan
        self.plan_wanted.emit(kind, button)

    def _ask_past(self) -> None:
        self.past_wanted.emit(self.past)

    @override
    def minimumSizeHint(self) -> QSize:
        """As narrow as it folds."""
        return QSize(LEAST_WIDTH, super().minimumSizeHint().height())

    def take_focus(self) -> None:
        """Put the keyboard on the next one that is planned, else where one is planned."""
        if self.list.planned.rows:
            go_to_list(self.list)
        else:
            self._first_button().setFocus(Qt.FocusReason.OtherFocusReason)

    def _first_button(self) -> QWidget:
        """The one for a 1:1, unless none can be planned with somebody who has left."""
        return self.past if self.plan.isHidden() else self.plan

    def show_planned(
        self, around: CheckInsAround, week: WorkWeek, due: tuple[date | None, date | None]
    ) -> None:
        """Show what is planned; *due* are the days of a 1:1 and of a career conversation."""
        today, person, check_ins = self._ctx.clock.today(), around.person, around.planned
        coming = [check_in for check_in in check_ins if moments.day(check_in) >= today]
        beside = Around(
            person, today, week.of_person(person.work_days), around.repeat, self._clashes(coming)
        )
        self.list.planned.set_rows(planned_rows(check_ins, beside))
        for button in (self.plan, self.career):
            button.setHidden(has_left(person))
        if not check_ins and self.list.hasFocus():
            self._first_button().setFocus(Qt.FocusReason.OtherFocusReason)
        self.list.setVisible(bool(check_ins))
        words = _due_words([check_in.kind for check_in in coming], due, today)
        if has_left(person):
            words = ""
        self.words.setText(words)
        self.words.setHidden(not words)

    def _clashes(self, check_ins: Sequence[CheckIn]) -> dict[int, str]:
        """Who else is to be talked with at the hour of each."""
        ctx = self._ctx
        found = planning.clashes_of(
            ctx.store, {check_in.id: check_in.starts_at for check_in in check_ins}
        )
        return {key: " ".join(clash_words(some, ctx.sharing)) for key, some in found.items()}


def _due_words(coming: list[CheckInKind], due: tuple[date | None, date | None], today: date) -> str:
    """What is due and not planned, in a sentence or two."""
    one, career = due
    words = []
    if CheckInKind.ONE_ON_ONE not in coming:
        if one is None:
            words.append(tr("No 1:1 planned."))
        elif one < today:
            template = tr("No 1:1 planned. One was due {day}.")
            words.append(fill(template, day=Dates.short_day_within(one, today)))
        else:
            template = tr("No 1:1 planned. The next one is due {day}.")
            words.append(fill(template, day=Dates.short_day_within(one, today)))
    if CheckInKind.CAREER not in coming and career is not None and career <= today:
        template = tr("A career conversation has been overdue since {day}.")
        if career == today:
            template = tr("A career conversation is due {day}.")
        words.append(fill(template, day=Dates.short_day_within(career, today)))
    return " ".join(words)
