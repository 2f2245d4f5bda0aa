"""Plans that are over: a list of them, and each as it was left."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import TypeVar

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from careerdesk.domain.catalogue import entry_of
from careerdesk.domain.records import Horizon, Person, Plan, PlanItem, Record
from careerdesk.domain.text import one_line
from careerdesk.domain.views import ItemView, PlanView
from careerdesk.i18n import tr, translated
from careerdesk.services import people, plans
from careerdesk.services.versions import TextRef
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import try_read
from careerdesk.ui.base.goal_words import (
    expectation_words,
    result_text,
    score_words,
)
from careerdesk.ui.base.state_tokens import STATE_TOKENS
from careerdesk.ui.base.text_source import set_source
from careerdesk.ui.base.texts import Dates, horizon_word, percent, state_word
from careerdesk.ui.plan.closed_citing import ClosedCiting
from careerdesk.ui.plan.plan_header import BADGES, plan_name, state_text
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.buttons import Badge, LinkButton, TextButton
from careerdesk.ui.widgets.discard import discard
from careerdesk.ui.widgets.flow import FlowLayout
from careerdesk.ui.widgets.labels import Caption, ElidedLabel, Heading, Lead, Muted, Strong
from careerdesk.ui.widgets.section import GroupHeader, IconMark

CLOSED_PLAN = "closedPlan"
CLOSED_BACK = "closedPlanBack"
CLOSED_EXPORT = "closedPlanExport"
CLOSED_AGAIN = "closedPlanAgain"
CLOSED_GOAL = "closedGoal"

L = TypeVar("L", bound=QWidget)


class ClosedPlans(QWidget):
    """The closed plans, the last one first; each can be opened."""

    opened = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Start with none; the list hides itself then."""
        super().__init__(parent)
        self._theme = theme
        self._shown: tuple[Plan, ...] = ()
        self._on = date.min
        self._lines: list[_ClosedLine] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 16, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(GroupHeader(theme, tr("Earlier plans")))
        outer.addLayout(self._rows)
        self.hide()

    def show_plans(self, plans: Sequence[Plan], today: date) -> None:
        """Show these plans."""
        if (tuple(plans), today) != (self._shown, self._on):
            self._shown, self._on = tuple(plans), today
            self._have_lines(len(plans))
            for line, plan in zip(self._lines, plans, strict=True):
                line.show_plan(plan, today)
        self.setVisible(bool(plans))

    def _have_lines(self, count: int) -> None:
        """As many lines as that; those that are there are used again, for whatever plan."""
        for line in self._lines[count:]:
            discard(line)
        del self._lines[count:]
        while len(self._lines) < count:
            line = _ClosedLine(self._theme)
            line.opened.connect(self.opened)
            self._lines.append(line)
            self._rows.addWidget(line)

    def tab_stops(self) -> list[QWidget]:
        """What Tab goes over, in order."""
        return [line.button for line in self._lines]

    @property
    def ids(self) -> set[int]:
        """Those that are shown."""
        return {plan.id for plan in self._shown}

    def count(self) -> int:
        """How many there are."""
        return len(self._shown)


class _ClosedLine(QWidget):
    """A closed plan by its name, which opens it, and when it was closed."""

    opened = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._plan_id = 0
        self.button = LinkButton(theme, "", "chevron-right")
        self._state = Caption()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.button)
        row.addStretch(1)
        row.addWidget(self._state)
        self.button.clicked.connect(self._open)

    def show_plan(self, plan: Plan, today: date) -> None:
        """Show this plan as seen *today*."""
        self._plan_id = plan.id
        self.button.setObjectName(f"{CLOSED_PLAN}{plan.id}")
        self.button.set_words(plan_name(plan))
        self._state.setText(state_text(plan, today))

    @Slot()
    def _open(self) -> None:
        self.opened.emit(self._plan_id)


class ClosedPlanView(QWidget):
    """One closed plan, to read: summary, goals, scores."""

    back_wanted = Signal()
    export_wanted = Signal(int)
    again_wanted = Signal(int)

    def __init__(
        self, ctx: Context, view: PlanView, today: date, parent: QWidget | None = None
    ) -> None:
        """Show a plan as it was left."""
        super().__init__(parent)
        self._ctx, theme = ctx, ctx.theme
        self._plan = view.plan
        self._badge = Badge(theme)
        self.back = TextButton(
            theme, tr("Back to the current plan"), name=CLOSED_BACK, compact=True
        )
        self.export = TextButton(theme, tr("Export"), "export", name=CLOSED_EXPORT, compact=True)
        self.again = TextButton(theme, tr("Reuse these goals"), name=CLOSED_AGAIN, compact=True)
        self._arrange(view, today)
        self.again.clicked.connect(self._again)
        self.back.clicked.connect(self.back_wanted)
        self.export.clicked.connect(self._export)

    def _arrange(self, view: PlanView, today: date) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(8)
        outer.addLayout(self._head(view.plan, today))
        if view.plan.summary.strip():
            summary = _sourced(Lead(view.plan.summary, wrap=True), view.plan, "summary")
            outer.addWidget(summary)
        reached = try_read(self._ctx, plans.reached_last, self._ctx.store, view)
        person = try_read(self._ctx, people.get, self._ctx.store, view.plan.person_id)
        add_goals(outer, self._ctx, view, reached or (), person)
        outer.addStretch(1)

    def _head(self, plan: Plan, today: date) -> FlowLayout:
        self.show_day(today)
        which = QWidget()
        row = QHBoxLayout(which)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        name = ElidedLabel(role="strong")
        name.set_full_text(plan_name(plan))
        row.addWidget(_sourced(name, plan, "title"))
        row.addWidget(self._badge)
        head = FlowLayout(gap=8, headed=True)
        for part in (which, self.again, self.export, self.back):
            head.addWidget(part)
        return head

    @Slot(object)
    def show_day(self, today: date) -> None:
        """Say when the plan was closed, as seen *today*."""
        kind, icon = BADGES[self._plan.state]
        self._badge.show_words(state_text(self._plan, today), kind, icon)

    def add_words(self, item_id: int, source: TextRef, text: str) -> None:
        """Say on the card of a goal what else was written of it, which a closed plan leaves out."""
        card = self.findChild(QFrame, f"{CLOSED_GOAL}{item_id}")
        if card is None or (column := card.layout()) is None:
            return
        entry = entry_of(source.kind)
        private = source.field in entry.private
        said = tr("{kind}: {words}", kind=translated(entry.word), words=text)
        words = Muted(said, wrap=True)
        if private:
            words.setText(tr("Only you can see this: {words}", words=text))
        set_source(words, source)
        column.addWidget(words)
        if private:
            self._ctx.sharing.hide_while_sharing(words)

    def _again(self) -> None:
        self.again_wanted.emit(self._plan.id)

    def _export(self) -> None:
        self.export_wanted.emit(self._plan.id)


def add_goals(
    column: QVBoxLayout,
    ctx: Context,
    view: PlanView,
    settled: Collection[int] = (),
    person: Person | None = None,
) -> None:
    """Put the goals of a plan, to read, at the end of a column.

    Of those *settled* here it can be said with the *person* that they may be cited.
    """
    for horizon in Horizon:
        goals = [goal for goal in view.items if goal.item.horizon is horizon]
        if goals:
            column.addWidget(Heading(horizon_word(horizon)))
        for goal in goals:
            settles = person if goal.id in settled and not goal.item.personal else None
            column.addWidget(_goal_card(ctx, goal, settles))
    if not view.items:
        column.addWidget(Muted(tr("This plan had no goals.")))


def _goal_card(ctx: Context, view: ItemView, settles: Person | None) -> QFrame:
    """What there is to say of a goal, and nothing of what there is not."""
    card = QFrame()
    card.setProperty("kind", "card")
    card.setObjectName(f"{CLOSED_GOAL}{view.id}")
    item = view.item
    line = QHBoxLayout()
    line.setSpacing(6)
    icon = "state-" + item.state.value.replace("_", "-")
    line.addWidget(IconMark(ctx.theme, icon, 14, STATE_TOKENS[item.state]))
    facts = _facts(view, ctx.clock.today())
    if item.may_be_cited and settles is None:
        facts.append(tr("may be cited in a review"))
    line.addWidget(Caption(" · ".join(facts), wrap=True), 1)
    if settles is not None:
        line.addWidget(ClosedCiting(ctx, item, settles))
    outer = QVBoxLayout(card)
    outer.setContentsMargins(14, 10, 14, 10)
    outer.setSpacing(4)
    outer.addWidget(_sourced(Strong(one_line(item.title), wrap=True), item, "title"))
    outer.addLayout(line)
    for result in view.key_results:
        words = Caption(f"{one_line(result.name)}: {result_text(result)}", wrap=True)
        outer.addWidget(_sourced(words, result, "name"))
    if item.score_words.strip():
        outer.addWidget(ScoreWords(ctx, item))
    return card


def _sourced(label: L, record: Record, field: str) -> L:
    """A label with a stored text, for anyone who comes to that text."""
    set_source(label, TextRef(type(record), record.id, field))
    return label


def _facts(view: ItemView, today: date) -> list[str]:
    item = view.item
    facts = [state_word(item.state)]
    if item.reached_on is not None:
        day = Dates.short_day_within(item.reached_on, today)
        facts = [tr("{state} {day}", state=facts[0], day=day)]
    if view.progress is not None:
        facts.append(percent(view.progress))
    if item.score is not None and not item.personal:
        score = score_words(item.score)
        facts.append(
            tr("score {score} ({expected})", score=score, expected=expectation_words(item))
        )
    if item.personal:
        facts.append(tr("personal"))
    return facts


class ScoreWords(QWidget):
    """A word on a score; one that is not on the plan has a lock, and is not on a shared screen."""

    def __init__(self, ctx: Context, item: PlanItem) -> None:
        """Show the words of a goal."""
        super().__init__()
        self._sharing, self._shown = ctx.sharing, item.score_shown
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        if not item.score_shown:
            lock = IconMark(ctx.theme, "lock", 14, "private")
            lock.setToolTip(tr("Only you can see this."))
            row.addWidget(lock, 0, Qt.AlignmentFlag.AlignTop)
        words = _sourced(Muted(item.score_words, wrap=True), item, "score_words")
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        if not item.score_shown:
            words.setAccessibleName(tr("Only you can see this: {words}", words=item.score_words))
        row.addWidget(words, 1)
        ctx.sharing.turned.connect(self._follow)
        if not self._may_be_seen():  # it shows as a window before it has a place
            self.hide()

    def _may_be_seen(self) -> bool:
        return self._shown or not self._sharing.on

    @Slot()
    def _follow(self) -> None:
        self.setVisible(self._may_be_seen())
