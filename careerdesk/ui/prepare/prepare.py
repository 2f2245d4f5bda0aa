"""The brief for the next talk: what there is to know, and what to put on the agenda."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.domain import moments
from careerdesk.domain.feedback import Feedback
from careerdesk.domain.records import (
    AgendaItem,
    CheckIn,
    DiscoveryNote,
    Motivator,
    Owner,
    Person,
    Plan,
    PlanItem,
    Promise,
    Question,
)
from careerdesk.domain.views import Brief, LookAt
from careerdesk.services import brief as briefs
from careerdesk.services import checkins, discovery
from careerdesk.ui.agenda.agenda import AgendaBox
from careerdesk.ui.agenda.promises import PromiseBox
from careerdesk.ui.base import names
from careerdesk.ui.base.acting import succeeded
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.navigation import Destination, Errand
from careerdesk.ui.base.page import Page
from careerdesk.ui.base.person_words import outcomes_wanted, what_drives, whose, words_stay
from careerdesk.ui.base.sharing import Sharing
from careerdesk.ui.base.texts import Dates, tr
from careerdesk.ui.discovery.drive_chips import Drives
from careerdesk.ui.feedback.feedback_box import FeedbackBox
from careerdesk.ui.prepare.brief_parts import GoalList, SinceLastTime, TemperatureLine
from careerdesk.ui.prepare.brief_question import BriefQuestion
from careerdesk.ui.prepare.goals import goal_row, summary
from careerdesk.ui.widgets.empty_state import EmptyState, Scrolled, Step
from careerdesk.ui.widgets.labels import Muted
from careerdesk.ui.widgets.section import Section

PAGE_KEYS: tuple[tuple[str, str], ...] = (
    ("A", "Add a point to the agenda"),
    ("F", "Note feedback: situation, behaviour, impact"),
    ("Space", "Tick the point or the promise"),
    ("Enter", "Edit the point or the promise; go to the goal"),
    ("Delete", "Delete the point or the promise"),
)
TWO_COLUMNS = 900  # below this width all is in one column, the question first
RIGHT, WIDE_RIGHT = 358, 420
WIDEST = 1320
DISCOVER, FIRST_GOAL, FIRST_TALK = "emptyDiscover", "emptyFirstGoal", "emptyFirstTalk"
STEP_TABS = {DISCOVER: "discovery", FIRST_GOAL: "plan", FIRST_TALK: "check-ins"}
MOST_GOALS = 12  # a brief is read in two minutes


class PreparePage(Page):
    """Shows the brief of a person; the agenda and the promises can be worked on here."""

    watches = (
        Person, CheckIn, AgendaItem, Promise, Plan, PlanItem, Motivator, DiscoveryNote, Question,
        Feedback,
    )  # fmt: skip

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Show nobody yet."""
        super().__init__(ctx, parent)
        self.setObjectName(names.PREPARE_TAB)
        self._brief: Brief | None = None
        self._skipped: frozenset[int] = frozenset()
        self._empty: EmptyState | None = None
        self._room: Scrolled | None = None
        self._wide: bool | None = None
        theme = ctx.theme
        self.since = SinceLastTime(ctx)
        self.promises = PromiseBox(ctx, "brief", adding=False)
        self.goals = GoalList(theme)
        self.no_goals = Muted(tr("No goal needs a look"))
        self.agenda = AgendaBox(ctx, "brief")
        self.question = BriefQuestion(theme)
        self.drives = Drives(ctx)
        self.temperature = TemperatureLine(ctx)
        self.feedback = FeedbackBox(ctx, "brief")
        self.since_section = _section(Section(theme, tr("Since last time"), "history"), self.since)
        self.promise_section = _section(
            Section(theme, tr("Promises due"), "promise"), self.promises
        )
        self.goal_section = _section(
            Section(theme, tr("Goals to look at"), "plan"), self.goals, self.no_goals
        )
        self.agenda_section = _section(Section(theme, tr("Open agenda"), "prepare"), self.agenda)
        self.agenda_section.tools.addWidget(self.agenda.more)
        self.drive_section = _section(
            Section(theme, tr("What drives them"), "motivator"), self.drives
        )
        self.feeling_section = _section(
            Section(theme, tr("Temperature"), "temperature"), self.temperature
        )
        self.feedback_section = _section(Section(theme, tr("Feedback"), "feedback"), self.feedback)
        self._left = _stacked(
            self.since_section, self.promise_section, self.goal_section, self.agenda_section
        )
        self._right = _stacked(self.drive_section, self.feedback_section, self.feeling_section)
        ctx.sharing.veil(self.feeling_section)
        self._grid = QGridLayout()
        self._area = QScrollArea(self)
        self._arrange()
        self._connect()

    @override
    def show_person(self, person_id: int) -> None:
        """Start at the top with another person."""
        if person_id != self.person_id:
            self._skipped = frozenset()
            self._area.verticalScrollBar().setValue(0)
        self.agenda.model.forget_ticked()
        self.promises.model.forget_ticked()
        super().show_person(person_id)

    @override
    def refresh(self) -> None:
        """Compose the brief anew."""
        today = self.ctx.clock.today()
        brief = briefs.brief(self.ctx.store, self.person_id, today, self._skipped)
        if brief.question is None and self._skipped:
            self._skipped = frozenset()
            brief = briefs.brief(self.ctx.store, self.person_id, today)
        self._brief = brief
        self.set_primary(there=brief.is_blank)
        if brief.is_blank and not self.feedback.is_open_for(self.person_id):
            self._show_blank(brief.person)
            return
        self._show_parts(brief)

    def _show_parts(self, brief: Brief) -> None:
        self._drop_blank()
        self._show_left(brief)
        self._show_right(brief)
        self._area.show()

    @override
    def arrive(self, to: Destination) -> None:
        """Feedback is noted."""
        if to.errand is Errand.NOTE_FEEDBACK:
            self.focus_feedback()

    @override
    def focus_first(self) -> None:
        """The first section that has something in it."""
        if self._empty is not None:
            self._empty.buttons[DISCOVER].setFocus()
            return
        stops = (self.promises.list, self.goals, self.agenda.list, self.question.put)
        first = next((one for one in stops if one.isVisible()), self.agenda.edit)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_left(self, brief: Brief) -> None:
        today, person = brief.today, brief.person
        self.since.show_facts(brief.last_talk, brief.done_since, today)
        self.since_section.set_caption(_last_words(brief))
        self.promises.show_promises(person, brief.promises_due, None)
        looks = brief.items_to_look_at
        self.goals.rows.set_rows([goal_row(look, person, today) for look in looks[:MOST_GOALS]])
        self.goals.setVisible(bool(looks))
        self.no_goals.setVisible(not looks)
        self.goal_section.set_caption(_goal_words(looks))
        self.agenda.show_points(person, brief.agenda, brief.running_id)

    def _show_right(self, brief: Brief) -> None:
        self.question.setVisible(brief.question is not None)
        if brief.question is not None:
            words = self._last_answer(brief)
            self.question.show_question(brief.question, words, brief.today)
        self.drive_section.title.setText(what_drives(brief.person))
        self.drives.show_motivators(brief.motivators)
        self.temperature.show_talks(brief.temperature)
        self.feedback.show_feedback(brief.person.id, brief.running_id)
        self.feedback_section.set_caption(_told(brief, self.ctx.sharing))

    def _last_answer(self, brief: Brief) -> str:
        asked = brief.question
        if asked is None or asked.last_asked is None:
            return ""
        if asked.last_words:
            return asked.last_words
        found = discovery.answers(self.ctx.store, brief.person.id, asked.id)
        return found[0].their_words if found else ""

    def _tell_promises(self) -> None:
        model = self.promises.model
        counts = {owner: model.open_of(owner) for owner in (Owner.ME, Owner.THEM)}
        parts = [f"{n} {whose(owner, model.person)}" for owner, n in counts.items() if n]
        self.promise_section.set_caption(", ".join(parts))

    def _tell_agenda(self) -> None:
        count = self.agenda.model.open_count()
        many = tr("1 point") if count == 1 else tr("{n} points").format(n=count)
        self.agenda_section.set_caption(many if count else "")

    def _arrange(self) -> None:
        self.no_goals.setContentsMargins(0, 5, 0, 5)
        inner = QWidget()
        inner.setMaximumWidth(self.ctx.theme.look.measure(WIDEST))
        column = QVBoxLayout(inner)
        column.setContentsMargins(28, 16, 28, 2)
        column.addLayout(self._grid)
        column.addStretch(1)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(inner, 1000)
        row.addStretch(1)  # on a wide screen the rest of the page is ground, at the far side
        self._grid.setHorizontalSpacing(28)
        self._grid.setVerticalSpacing(16)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(holder)
        self._area.hide()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._area)
        self._place(wide=True)

    def _place(self, *, wide: bool) -> None:
        """Two columns, or one with the question first."""
        if wide == self._wide:
            return
        self._wide = wide
        grid = self._grid
        for part in (self.question, self._left, self._right):
            grid.removeWidget(part)
        top = Qt.AlignmentFlag.AlignTop
        if wide:
            grid.addWidget(self._left, 0, 0, 3, 1)
            grid.addWidget(self.question, 0, 1)
            grid.addWidget(self._right, 1, 1, top)
        else:
            grid.addWidget(self.question, 0, 0)
            grid.addWidget(self._left, 1, 0)
            grid.addWidget(self._right, 2, 0)
        grid.setRowStretch(2, 1 if wide else 0)
        self._set_columns(self.width())

    def _set_columns(self, width: int) -> None:
        look = self.ctx.theme.look
        right = look.measure(WIDE_RIGHT if width >= look.measure(WIDEST) else RIGHT)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnMinimumWidth(1, right if self._wide else 0)
        self._grid.setHorizontalSpacing(28 if self._wide else 0)
        for part in (self.question, self._right):
            part.setMaximumWidth(right if self._wide else look.measure(WIDEST))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two columns where they fit."""
        super().resizeEvent(event)
        width = event.size().width()
        self._place(wide=width >= self.ctx.theme.look.measure(TWO_COLUMNS))
        self._set_columns(width)

    def _connect(self) -> None:
        self.promises.changed.connect(self._tell_promises)
        self.agenda.changed.connect(self._tell_agenda)
        self.feedback.left.connect(self.feedback.add.setFocus)
        self.goals.opened.connect(self._open_goal)
        self.since.notes_wanted.connect(self._open_talks)
        self.question.agenda_wanted.connect(self._put_on_agenda)
        self.question.another_wanted.connect(self._another)
        self.question.ask_wanted.connect(self._ask)
        for key, act in (("A", self._add_point), ("F", self.focus_feedback)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _add_point(self) -> None:
        if self._empty is None:
            self.agenda.focus_add()
            self._area.ensureWidgetVisible(self.agenda.add)

    def focus_feedback(self) -> None:
        """Put the cursor where feedback is typed."""
        if self._brief is None:
            return
        if self._empty is not None:
            self._show_parts(self._brief)
        self.feedback.open_form()
        self._area.ensureWidgetVisible(self.feedback.form)

    def _put_on_agenda(self) -> None:
        asked = self._brief.question if self._brief else None
        if asked is None:
            return
        text = asked.question.text
        if succeeded(self.ctx, checkins.add_agenda, self.ctx.store, self.person_id, text):
            self.ctx.notices.toast(tr("On the agenda of the next talk"), undo=True)
            self._another()

    def _another(self) -> None:
        if self._brief is not None and self._brief.question is not None:
            self._skipped |= {self._brief.question.id}
            self.reload()

    def _ask(self) -> None:
        if self._brief is not None and self._brief.question is not None:
            self.ctx.navigator.ask(self.person_id, self._brief.question.id)

    def _open_goal(self, item_id: int) -> None:
        self.ctx.navigator.open_goal(self.person_id, item_id)

    def _open_talks(self) -> None:
        self.ctx.navigator.open(self.person_id, "check-ins")

    def _show_blank(self, person: Person) -> None:
        self._drop_blank()
        self._area.hide()
        self._empty = _blank(self.ctx, person)
        self._empty.chosen.connect(self._take_step)
        layout = self.layout()
        if layout is not None:
            self._room = Scrolled(self._empty)
            layout.addWidget(self._room)

    def _drop_blank(self) -> None:
        if self._room is not None:
            self._room.hide()
            self._room.deleteLater()
        self._empty = self._room = None

    def _take_step(self, key: str) -> None:
        self.ctx.navigator.open(self.person_id, STEP_TABS[key])


def _section(section: Section, *parts: QWidget) -> Section:
    for part in parts:
        section.body.addWidget(part)
    return section


def _stacked(*sections: QWidget) -> QWidget:
    stack = QWidget()
    column = QVBoxLayout(stack)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(14)
    for section in sections:
        column.addWidget(section)
    column.addStretch(1)
    return stack


def _goal_words(looks: tuple[LookAt, ...]) -> str:
    """How many goals there are to look at; those beyond the page are only counted."""
    more = len(looks) - MOST_GOALS
    words = summary(looks)
    return words if more <= 0 else tr("{words}, {n} more in the plan").format(words=words, n=more)


def _told(brief: Brief, sharing: Sharing) -> str:
    """How much waits to be told, else how old the last feedback is; of what may be seen now."""
    waits = sharing.seen(brief.to_deliver)
    if waits:
        return tr("{n} to be told").format(n=len(waits))
    last = brief.last_feedback
    if last is None or last.given_on is None or not sharing.seen([last]):
        return ""
    return tr("last {ago}").format(ago=Dates.ago(last.given_on, brief.today))


def _last_words(brief: Brief) -> str:
    if brief.last_talk is None:
        return ""
    day = moments.day(brief.last_talk)
    return f"{Dates.week_day(day)}, {Dates.ago(day, brief.today)}"


def _blank(ctx: Context, person: Person) -> EmptyState:
    days = Dates.days(max(1, person.cadence_days))
    steps = (
        Step(DISCOVER, "discovery", tr("1. Discover"), words_stay(person),
             tr("Choose a question")),
        Step(FIRST_GOAL, "plan", tr("2. Plan"), outcomes_wanted(person), tr("Add a first goal")),
        Step(FIRST_TALK, "checkin", tr("3. Follow up"),
             tr("A short talk every {days} keeps the plan moving.").format(days=days),
             tr("Plan the first talk")),
    )  # fmt: skip
    return EmptyState(
        ctx.theme,
        tr("Get to know {name} first").format(name=person.short_name),
        tr("A plan that holds starts with what moves the person. Three steps, in any order, over"
           " a few talks."),
        steps,
        tr("Talking already? Press {keys}, and the check-in starts.").format(keys=_start_keys()),
    )  # fmt: skip


def _start_keys() -> str:
    return QKeySequence("Ctrl+Return").toString(QKeySequence.SequenceFormat.NativeText)
