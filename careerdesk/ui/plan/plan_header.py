"""The head of the plan page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from careerdesk.compat import override
from careerdesk.dataclass import dataclass
from careerdesk.domain.agreement import Agreement
from careerdesk.domain.records import Plan, PlanState
from careerdesk.i18n import tr, trn
from careerdesk.ui.base import names
from careerdesk.ui.base.texts import Dates, plan_state_word
from careerdesk.ui.plan.agreement_words import agreed_words
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.buttons import Badge, Chip, IconButton, TextButton
from careerdesk.ui.widgets.date_edit import DateField
from careerdesk.ui.widgets.labels import Caption, ElidedLabel

PLAN_STARTS = "planStarts"
PLAN_ENDS = "planEnds"
EXPORT_BUTTON = "exportPlanButton"
LINE = 36  # the height of the header
NARROW = 700  # where there is less, closing the plan is in the menu
LEAST_NAME = 180  # of the title that stays where other words could be fewer
AIR = 8
BADGES = {
    PlanState.DRAFT: ("quiet", "edit"),
    PlanState.AGREED: ("success", "check"),
    PlanState.ACTIVE: ("growth", "plan"),
    PlanState.CLOSED: ("quiet", "check"),
}


def plan_name(plan: Plan) -> str:
    """What a plan is called: its title, else its period."""
    return plan.title.strip() or Dates.period(plan.starts_on, plan.ends_on)


def state_text(plan: Plan, today: date) -> str:
    """Where a plan stands, with the day where there is one."""
    if plan.state is PlanState.AGREED and plan.agreed_on:
        return tr("Agreed {day}", day=Dates.short_day_within(plan.agreed_on, today))
    if plan.state is PlanState.CLOSED and plan.closed_on:
        return tr("Closed {day}", day=Dates.short_day_within(plan.closed_on, today))
    return plan_state_word(plan.state)


@dataclass(frozen=True, slots=True)
class _Mark:
    """Words of the header, in full and in short, with their look."""

    words: str
    short: str
    kind: str = ""
    icon: str = ""


def _standing(
    plan: Plan, agreement: Agreement | None, today: date
) -> tuple[_Mark | None, _Mark | None]:
    """What leads to the changes since the plan was agreed on, and what only tells.

    Of an open plan also that its period is over, and what to do then.
    """
    words, (kind, icon) = state_text(plan, today), BADGES[plan.state]
    ended = plan.state is not PlanState.CLOSED and plan.ends_on < today
    chip = None
    if agreement is not None and (agreement.changes or not agreement.kept):
        chip = _Mark(agreed_words(agreement, today), _in_short(agreement, words))
    if not ended:
        return chip, None if chip else _Mark(words, words, kind, icon)
    day = Dates.short_day_within(plan.ends_on, today)
    if chip:
        whole = tr("Ended {day}, ready to score and close", day=day)
    else:
        whole = tr("{state}, ended {day}, ready to score and close", state=words, day=day)
    return chip, _Mark(whole, tr("Ended {day}", day=day), "warning", "warning")


def _in_short(agreement: Agreement, agreed: str) -> str:
    if not agreement.kept:
        return agreed
    count = len(agreement.changes)
    return trn("1 change since then", "{n} changes since then", count)


@dataclass(frozen=True, slots=True)
class _Step:
    """How much of the line is there, from all of it down to the least."""

    whose: bool = True
    short: bool = False
    close: bool = True
    export: bool = True


_STEPS = (
    _Step(),
    _Step(whose=False),
    _Step(whose=False, short=True),
    _Step(whose=False, short=True, close=False),
    _Step(whose=False, short=True, close=False, export=False),
)


class PlanHeader(QWidget):
    """Title, state and buttons of a plan on one line; says what the user wants, changes nothing."""

    agree_wanted = Signal()
    draft_wanted = Signal()
    whose_wanted = Signal()
    export_wanted = Signal()
    close_wanted = Signal()
    plan_shown = Signal(object)
    period_picked = Signal(object, object)
    menu_opened = Signal(QMenu)

    def __init__(
        self, theme: Theme, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        """Show no plan yet; *today* gives the day that dates are seen from."""
        super().__init__(parent)
        self._plan: Plan | None = None
        self._agreement: Agreement | None = None
        self._theme = theme
        self._today = today
        self.name = ElidedLabel(role="strong")
        self.badge = Badge(theme)
        self.since = Chip(theme, "", "check", name=names.PLAN_CHANGES, kind="quiet")
        self.whose = Caption()
        self.agree = TextButton(
            theme, tr("Mark as agreed"), "check", name=names.AGREE_PLAN, compact=True
        )
        self.export = TextButton(theme, tr("Export"), "export", name=EXPORT_BUTTON, compact=True)
        self.close_plan = TextButton(theme, tr("Close plan"), name=names.CLOSE_PLAN, compact=True)
        self.more = IconButton(
            theme, "more", tr("More options for this plan"), name=names.PLAN_MENU
        )
        self.editor = PlanEditor(theme, today)
        self._arrange()
        self._connect()

    def set_plan(
        self, plan: Plan | None, agreement: Agreement | None = None, whose: str = ""
    ) -> None:
        """Show a plan, what became of its agreement, and whose its goals are; None: no plan."""
        self._plan, self._agreement = plan, agreement if plan is not None else None
        self.whose.setText(whose if plan is not None else "")
        if plan is None:
            self.name.set_full_text(tr("No plan yet"))
            self.editor.hide()
        else:
            self.name.set_full_text(plan_name(plan))
            self.editor.set_plan(plan)
            self.plan_shown.emit(plan)
        self.agree.setVisible(plan is not None and plan.state is PlanState.DRAFT)
        self.more.setVisible(plan is not None)
        self._fold()

    def edit(self) -> None:
        """Open the fields for title and period."""
        self.editor.show()
        self.editor.title.setFocus()
        self.editor.title.selectAll()

    def _arrange(self) -> None:
        policy = self.name.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Preferred)
        self.name.setSizePolicy(policy)
        self._line = QWidget()
        self._line.setFixedHeight(self._theme.look.measure(LINE))
        self._line.setMinimumWidth(1)  # it folds, and must not hold the page open
        row = QHBoxLayout(self._line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(AIR)
        for widget in (self.name, self.badge, self.since, self.whose, self.agree):
            row.addWidget(widget)
        row.addStretch(1)
        for button in (self.export, self.close_plan, self.more):
            row.addWidget(button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(6)
        outer.addWidget(self._line)
        outer.addWidget(self.editor)
        self.editor.hide()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much as there is room for."""
        super().resizeEvent(event)
        self._fold()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the font of the program."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationFontChange:
            self._line.setFixedHeight(self._theme.look.measure(LINE))
            self._fold()

    def _fold(self) -> None:
        """What does not fit on the line goes: into fewer words, to the menu, then the title."""
        plan = self._plan
        if plan is None:
            for widget in (self.badge, self.since, self.whose, self.close_plan, self.export):
                widget.hide()
            return
        roomy = self.width() >= self._theme.look.measure(NARROW)
        for step in _STEPS:
            self._say(plan, short=step.short)
            self.whose.setVisible(step.whose and bool(self.whose.text()))
            self.close_plan.setVisible(step.close and roomy)
            self.export.setVisible(step.export)
            if self._fits():
                break

    def _say(self, plan: Plan, *, short: bool) -> None:
        """Where the plan stands; in *short* what the whole of it is stays as a tip, and spoken."""
        chip, badge = _standing(plan, self._agreement, self._today())
        self.since.setVisible(chip is not None)
        if chip is not None:
            self.since.set_words(chip.short if short else chip.words)
            self.since.setAccessibleName(chip.words)
            self.since.setToolTip(chip.words if short else "")
        self.badge.setVisible(badge is not None)
        if badge is not None:
            self.badge.show_words(badge.short if short else badge.words, badge.kind, badge.icon)
            self.badge.setAccessibleName(badge.words)
            self.badge.setToolTip(badge.words if short else "")

    def _fits(self) -> bool:
        """Whether all of it has room, with a good part of the title."""
        least = min(self.name.sizeHint().width(), self._theme.look.measure(LEAST_NAME))
        shown = [
            widget.sizeHint().width() + AIR
            for widget in (
                self.badge, self.since, self.whose, self.agree,
                self.export, self.close_plan, self.more,
            )
            if not widget.isHidden()
        ]  # fmt: skip
        return least + sum(shown) + AIR <= self.width()

    def _connect(self) -> None:
        self.agree.clicked.connect(self.agree_wanted)
        self.since.clicked.connect(self.agree_wanted)
        self.export.clicked.connect(self.export_wanted)
        self.close_plan.clicked.connect(self.close_wanted)
        self.more.clicked.connect(self._open_menu)
        self.editor.period_picked.connect(self.period_picked)
        self.editor.done.connect(self._editor_done)

    def _editor_done(self) -> None:
        self.editor.hide()
        self.more.setFocus()

    def _open_menu(self) -> None:
        menu = self.menu()
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def menu(self) -> QMenu:
        """What else can be done with the plan."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction(tr("Edit title and period")).triggered.connect(self.edit)
        if self._plan is not None and self._plan.state is not PlanState.DRAFT:
            menu.addAction(tr("Agree again…")).triggered.connect(self.agree_wanted)
            menu.addAction(tr("Change back to a draft")).triggered.connect(self.draft_wanted)
        menu.addAction(tr("Record whose idea it was…")).triggered.connect(self.whose_wanted)
        if self.export.isHidden():
            menu.addAction(tr("Export")).triggered.connect(self.export_wanted)
        if self.close_plan.isHidden():
            menu.addAction(tr("Close plan")).triggered.connect(self.close_wanted)
        self.menu_opened.emit(menu)
        return menu


class PlanEditor(QWidget):
    """The fields for title and period; shown only while they are edited."""

    period_picked = Signal(object, object)
    done = Signal()

    def __init__(self, theme: Theme, today: Callable[[], date]) -> None:
        """Start empty."""
        super().__init__()
        self._plan: Plan | None = None
        self.title = QLineEdit()
        self.title.setObjectName(names.PLAN_TITLE)
        self.title.setAccessibleName(tr("Plan title"))
        self.title.setMaxLength(200)
        self.starts = DateField(today, tr("From"), name=PLAN_STARTS)
        self.ends = DateField(today, tr("To"), name=PLAN_ENDS)
        self.close_button = TextButton(theme, tr("Done"), name="planEditDone", compact=True)
        self._arrange()
        self._connect()

    def set_plan(self, plan: Plan) -> None:
        """Show the period; the title is kept by anyone who saves it."""
        self._plan = plan
        self.title.setPlaceholderText(Dates.period(plan.starts_on, plan.ends_on))
        self.starts.set_day(plan.starts_on)
        self.ends.set_day(plan.ends_on)

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 6)
        row.setSpacing(8)
        row.addWidget(self.title, 2)
        row.addWidget(self.starts, 1)
        row.addWidget(Caption(tr("to")))
        row.addWidget(self.ends, 1)
        row.addWidget(self.close_button)

    def _connect(self) -> None:
        self.starts.picked.connect(self._pick)
        self.ends.picked.connect(self._pick)
        self.title.returnPressed.connect(self.done)
        self.close_button.clicked.connect(self.done)

    def _pick(self) -> None:
        starts, ends = self.starts.day(), self.ends.day()
        if starts and ends:
            self.period_picked.emit(starts, ends)
        elif self._plan is not None:
            self.set_plan(self._plan)  # there is no plan without a first and a last day
