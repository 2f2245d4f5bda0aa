"""The head of the plan page, and what stands there while there is no plan."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from careerdesk.compat import override
from careerdesk.domain.records import Person, Plan, PlanState
from careerdesk.ui.base import names
from careerdesk.ui.base.texts import Dates, plan_state_word, tr
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.buttons import Badge, IconButton, TextButton
from careerdesk.ui.widgets.date_edit import DateField
from careerdesk.ui.widgets.empty_state import EmptyState, Step
from careerdesk.ui.widgets.labels import Caption, ElidedLabel

PLAN_STARTS = "planStarts"
PLAN_ENDS = "planEnds"
EXPORT_BUTTON = "exportPlanButton"
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
        return tr("Agreed {day}").format(day=Dates.short_day_within(plan.agreed_on, today))
    if plan.state is PlanState.CLOSED and plan.closed_on:
        return tr("Closed {day}").format(day=Dates.short_day_within(plan.closed_on, today))
    return plan_state_word(plan.state)


def _badge(plan: Plan, today: date) -> tuple[str, str, str]:
    """Words, kind and icon; of an open plan also that its period is over, and what to do then."""
    words, (kind, icon) = state_text(plan, today), BADGES[plan.state]
    if plan.state is PlanState.CLOSED or plan.ends_on >= today:
        return words, kind, icon
    day = Dates.short_day_within(plan.ends_on, today)
    ended = tr("{state}, ended {day}: score and close it").format(state=words, day=day)
    return ended, "warning", "warning"


class PlanHeader(QWidget):
    """Title, state and buttons of a plan; says what the user wants and changes nothing."""

    agree_wanted = Signal()
    draft_wanted = Signal()
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
        self._today = today
        self.name = ElidedLabel(role="strong")
        self.badge = Badge(theme)
        self.agree = TextButton(
            theme, tr("Mark as agreed"), "check", name=names.AGREE_PLAN, compact=True
        )
        self.export = TextButton(theme, tr("Export"), "export", name=EXPORT_BUTTON, compact=True)
        self.close_plan = TextButton(theme, tr("Close plan"), name=names.CLOSE_PLAN, compact=True)
        self.more = IconButton(theme, "more", tr("More about this plan"), name=names.PLAN_MENU)
        self.editor = PlanEditor(theme, today)
        self._arrange()
        self._connect()

    def set_plan(self, plan: Plan | None) -> None:
        """Show a plan, or with None that there is none."""
        self._plan = plan
        if plan is None:
            self.name.set_full_text(tr("No plan yet"))
            self.editor.hide()
        else:
            self.name.set_full_text(plan_name(plan))
            self.badge.show_words(*_badge(plan, self._today()))
            self.editor.set_plan(plan)
            self.plan_shown.emit(plan)
        self.badge.setVisible(plan is not None)
        self.agree.setVisible(plan is not None and plan.state is PlanState.DRAFT)
        for button in (self.export, self.close_plan, self.more):
            button.setVisible(plan is not None)
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
        self._words = _row(self.name, self.badge, self.agree)
        self._buttons = _row(self.export, self.close_plan, self.more)
        self._lines = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lines.setSpacing(0)
        self._lines.addWidget(self._words, 1)
        self._lines.addWidget(self._buttons)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(6)
        outer.addLayout(self._lines)
        outer.addWidget(self.editor)
        self.editor.hide()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the buttons that do not fit."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        """The buttons go below the title where both do not fit."""
        wanted = self._words.sizeHint().width() + self._buttons.sizeHint().width()
        directions = QBoxLayout.Direction
        fits = wanted + 8 <= self.width()
        self._lines.setDirection(directions.LeftToRight if fits else directions.TopToBottom)

    def _connect(self) -> None:
        self.agree.clicked.connect(self.agree_wanted)
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
            menu.addAction(tr("Back to draft")).triggered.connect(self.draft_wanted)
        self.menu_opened.emit(menu)
        return menu


def _row(*widgets: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return holder


class PlanEditor(QWidget):
    """The fields for title and period; shown only while they are edited."""

    period_picked = Signal(object, object)
    done = Signal()

    def __init__(self, theme: Theme, today: Callable[[], date]) -> None:
        """Start empty."""
        super().__init__()
        self.title = QLineEdit()
        self.title.setObjectName(names.PLAN_TITLE)
        self.title.setAccessibleName(tr("Title of the plan"))
        self.title.setMaxLength(200)
        self.starts = DateField(today, tr("From"), name=PLAN_STARTS)
        self.ends = DateField(today, tr("To"), name=PLAN_ENDS)
        self.close_button = TextButton(theme, tr("Done"), name="planEditDone", compact=True)
        self._arrange()
        self._connect()

    def set_plan(self, plan: Plan) -> None:
        """Show the period; the title is kept by whoever saves it."""
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


ADD_FIRST = "emptyPlanAdd"
DISCOVER_FIRST = "emptyPlanDiscover"
TEMPLATE_FIRST = "emptyPlanTemplate"


def plan_start(theme: Theme, person: Person, *, again: bool, known: bool, kept: bool) -> EmptyState:
    """The empty state; *again* after a closed plan, *known* where motivators are known.

    *kept*: there are templates to begin with.
    """
    title = tr("Make the next plan with {name}") if again else tr("Make a first plan with {name}")
    sentence = tr(
        "Two or three outcomes that {name} wants and the team needs. "
        "The plan begins with the first goal."
    )
    name = person.short_name
    steps = [_add_first()]
    if not known:
        steps.append(_discover_first())
    if kept:
        steps.append(_use_template())
    return EmptyState(theme, title.format(name=name), sentence.format(name=name), steps)


def _add_first() -> Step:
    return Step(
        ADD_FIRST,
        "plan",
        tr("Start with an outcome"),
        tr("What will be true when it is reached? Not what there is to do."),
        tr("Add a first goal"),
    )


def _discover_first() -> Step:
    return Step(
        DISCOVER_FIRST,
        "discovery",
        tr("Not sure what moves them?"),
        tr("A plan that holds starts with that. Ask one question first."),
        tr("Choose a question"),
    )


def _use_template() -> Step:
    return Step(
        TEMPLATE_FIRST,
        "history",
        tr("Like one you made before?"),
        tr("Begin with the goals of a template, and make them the person's own."),
        tr("Choose a template"),
    )
