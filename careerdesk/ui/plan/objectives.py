"""Business objectives: what goals can serve, with whose goals serve each."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.domain.brief_lines import STATES
from careerdesk.domain.records import Person, Plan, PlanItem
from careerdesk.domain.text import one_line
from careerdesk.i18n import tr, translated, trn
from careerdesk.services import objectives
from careerdesk.services.objectives import Objective, Served, ServingGoal
from careerdesk.services.store import Changes
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import try_action, try_read
from careerdesk.ui.base.lists import go_to_list
from careerdesk.ui.base.navigation import Destination
from careerdesk.ui.base.page import StandalonePage
from careerdesk.ui.base.state_tokens import STATE_TOKENS
from careerdesk.ui.base.texts import Dates
from careerdesk.ui.base.unstored import TEXT, Unstored
from careerdesk.ui.theme.theme import set_area
from careerdesk.ui.widgets.buttons import Chip, TextButton
from careerdesk.ui.widgets.date_edit import DateField
from careerdesk.ui.widgets.empty_state import Scrolled
from careerdesk.ui.widgets.fitted_list import FittedList
from careerdesk.ui.widgets.growing_text import GrowingText
from careerdesk.ui.widgets.inline_add import InlineAdd
from careerdesk.ui.widgets.inline_form import InlineForm
from careerdesk.ui.widgets.labels import Caption, Muted, SmallLabel, Title
from careerdesk.ui.widgets.landing import choose_record
from careerdesk.ui.widgets.link_row import LinkRowDelegate
from careerdesk.ui.widgets.links import LinkModel, LinkRow
from careerdesk.ui.widgets.record_list import ID_ROLE
from careerdesk.ui.widgets.typed_field import take_all

OBJECTIVES_PAGE, OBJECTIVE_LIST, OBJECTIVE_ADD = "objectivesPage", "objectiveList", "objectiveEdit"
WIDEST = 760
MOST = 200


class ObjectivesPage(StandalonePage):
    """Enter or a click opens an objective, Delete deletes it.

    Below each stand the goals that serve it, which lead to their plans; their rows have the ids
    of the goals, below 0.
    """

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Read what there is."""
        super().__init__(parent)
        self.ctx = ctx
        self._served: dict[int, Served] = {}
        self._goals: dict[int, ServingGoal] = {}
        self._edited = 0
        self.setObjectName(OBJECTIVES_PAGE)
        set_area(self, "growth")
        self.teaching = Muted(
            tr(
                "Objectives are what the team or company wants to achieve. A goal that "
                "supports one of them is good for both the person and the business."
            ),
            wrap=True,
        )  # fmt: skip
        self.retired = Chip(ctx.theme, tr("Retired"), name="retiredObjectives", checkable=True)
        self.model = LinkModel(self)
        self.list = FittedList(name=OBJECTIVE_LIST, label=tr("Business objectives"))
        self.rows = LinkRowDelegate(ctx.theme, self.list)
        self.list.setItemDelegate(self.rows)
        self.list.setModel(self.model)
        self.form = ObjectiveForm(ctx)
        self.form.hide()
        self.add = InlineAdd(ctx.theme, tr("Add an objective"), name=OBJECTIVE_ADD)
        Unstored(ctx, OBJECTIVE_ADD, {TEXT: self.add}).belong_to(0)
        self._arrange()
        self._connect()
        self.refresh()

    def _arrange(self) -> None:
        body = QWidget()
        set_area(body, "growth")
        body.setMaximumWidth(self.ctx.theme.look.measure(WIDEST))
        head = QHBoxLayout()
        head.addWidget(Title(tr("Business objectives")))
        head.addStretch(1)
        head.addWidget(self.retired)
        column = QVBoxLayout(body)
        column.setContentsMargins(28, 16, 28, 28)
        column.setSpacing(8)
        column.addLayout(head)
        for widget in (self.teaching, self.list, self.form, self.add):
            column.addWidget(widget)
        column.addStretch(1)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scrolled(body))

    def _connect(self) -> None:
        self.ctx.bridge.changed.connect(self._heard)
        self.ctx.day.changed.connect(self.refresh)
        self.ctx.sharing.turned.connect(self.refresh)
        self.retired.clicked.connect(self.refresh)
        self.list.doubleClicked.disconnect(self.list.opened)  # the first click has opened it
        self.rows.followed.connect(self._open)
        self.list.opened.connect(self._enter)
        self.list.remove_requested.connect(self._remove)
        self.add.submitted.connect(self._add)
        self.add.left.connect(self.list.setFocus)
        self.form.saved.connect(self._save)
        self.form.retire_wanted.connect(self._retire)
        self.form.cancelled.connect(self._drop)
        self.ctx.drafts.came_back.connect(self._bring_back)

    @Slot(object)
    def _heard(self, changes: Changes) -> None:
        if changes.touches(Objective, PlanItem, Plan, Person):
            self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Read the objectives again."""
        store, gone = self.ctx.store, self.retired.isChecked()
        found = try_read(self.ctx, objectives.served, store, retired=gone)
        if found is None:
            return
        before = self._served.get(self._edited)
        self._served = {one.id: one for one in found}
        edited = self._served.get(self._edited)
        if edited is None:
            self._close()
        elif before is not None and edited.objective != before.objective:
            self.form.show_objective(edited.objective)
        today = self.ctx.clock.today()
        self._goals = {goal.id: goal for one in found for _, goal in one.goals}
        self.model.set_rows([row for one in found for row in self._rows(one, today)])
        self.list.setVisible(bool(found))
        self._bring_back()

    @Slot()
    def _bring_back(self) -> None:
        """Show the form again over an objective of which words are kept."""
        held = next((one for one in self._served if self.form.holds(one)), 0)
        if held and not self._edited:
            self._show_form(held)

    @override
    def focus_first(self) -> None:
        """The first objective, else the line that adds one."""
        if not self.model.rows:
            self.add.setFocus()
            return
        go_to_list(self.list)

    @override
    def arrive(self, to: Destination) -> bool:
        """Choose an objective; one that is retired is among those."""
        found = to.id_of(Objective)
        if self.model.row_of(found) < 0:
            self.retired.setChecked(not self.retired.isChecked())
            self.refresh()
        return choose_record(self.list, found)

    def _enter(self, index: QModelIndex) -> None:
        self._open(index.data(ID_ROLE))

    def _rows(self, served: Served, today: date) -> list[LinkRow]:
        """An objective and its goals; those of others are not shown while the screen is."""
        shows = self.ctx.sharing.shows
        goals = [(name, goal) for name, goal in served.goals if shows(goal.person_id)]
        return [_row(served, len(goals), today), *(_goal_row(*goal) for goal in goals)]

    def _open(self, objective_id: int, _at_action: bool = True) -> None:
        if objective_id < 0:
            goal = self._goals[-objective_id]
            self.ctx.navigator.open_goal(goal.person_id, goal.id)
            return
        self._show_form(objective_id)
        self.form.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_form(self, objective_id: int) -> None:
        self._edited = objective_id
        self.form.show_objective(self._served[objective_id].objective)

    def _add(self, lines: list[str]) -> None:
        try_action(self.ctx, objectives.add, self.ctx.store, lines).ignored_because(
            "a banner says why, and the words are back in their row"
        )

    def _save(self, fields: dict[str, object]) -> None:
        with self.form.unstored.taking():
            done = try_action(self.ctx, objectives.change, self.ctx.store, self._edited, **fields)
        if done:
            self._leave()

    def _drop(self) -> None:
        if self.form.unstored.discard():
            self._leave()

    def _retire(self) -> None:
        away = not self.retired.isChecked()
        if try_action(self.ctx, objectives.retire, self.ctx.store, self._edited, retire=away):
            words = tr("Objective retired. Its goals have been kept.") if away else tr("Restored")
            self.ctx.notices.toast(words, undo=True)
            self._leave()

    def _remove(self, index: QModelIndex) -> None:
        if index.data(ID_ROLE) < 0:  # a goal is deleted in its plan
            return
        if try_action(self.ctx, objectives.remove, self.ctx.store, [index.data(ID_ROLE)]):
            self.ctx.notices.toast(tr("Objective deleted. Its goals have been kept."), undo=True)
            self.focus_first()  # the form may be that of another one

    def _close(self) -> None:
        self._edited = 0
        self.form.release()

    def _leave(self) -> None:
        self._close()
        self.focus_first()


class ObjectiveForm(InlineForm):
    """Title, measure and period; `saved` carries the fields."""

    saved = Signal(dict)
    retire_wanted = Signal()

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(ctx.theme, "objective", parent)
        self.title = GrowingText(tr("Objective"), name="objectiveTitle", one_line=True)
        self.measure = QLineEdit()
        self.measure.setObjectName("objectiveMeasure")
        self.measure.setAccessibleName(tr("Measure"))
        self.measure.setPlaceholderText(tr("How it's measured"))
        self.measure.setMaxLength(MOST)
        self.starts = DateField(ctx.clock.today, tr("From"), name="objectiveStarts")
        self.ends = DateField(ctx.clock.today, tr("To"), name="objectiveEnds")
        self.retire = TextButton(ctx.theme, tr("Retire"), name="objectiveRetire", compact=True)
        fields = {"title": self.title, "measure": self.measure, "starts": self.starts,
                  "ends": self.ends}  # fmt: skip
        self.unstored = Unstored(ctx, "objectiveForm", fields)
        self._arrange()
        self.title.entered.connect(self.keep)
        self.measure.returnPressed.connect(self.keep)
        self.retire.clicked.connect(self.retire_wanted)

    def _arrange(self) -> None:
        period = QHBoxLayout()
        period.setSpacing(8)
        period.addWidget(self.starts, 1)
        period.addWidget(Caption(tr("to")))
        period.addWidget(self.ends, 1)
        for field in (self.title, self.measure):
            self.column.addWidget(SmallLabel(field.accessibleName()))
            self.column.addWidget(field)
        self.column.addWidget(SmallLabel(tr("Period")))
        self.column.addLayout(period)
        self.end(self.retire)

    def show_objective(self, objective: Objective) -> None:
        """Let an objective be edited; what was typed for it already comes back."""
        fresh = self.unstored.belong_to(0, Objective, objective.id)
        if fresh or self.unstored.is_untouched:
            self.title.set_text(objective.title)
            self.measure.setText(objective.measure)
            self.starts.start_over(objective.starts_on)
            self.ends.start_over(objective.ends_on)
            self.unstored.start_here()
        self.retire.set_words(tr("Restore") if objective.retired else tr("Retire"))
        self.show()

    def holds(self, objective_id: int) -> bool:
        """Whether there are words that were typed for this objective and not kept."""
        return self.unstored.holds(0, Objective, objective_id)

    @override
    def keep(self) -> None:
        """Tell all fields, unless a day in them is none."""
        if not take_all((self.starts, self.ends)):
            return
        self.saved.emit(
            {
                "title": self.title.text(),
                "measure": self.measure.text(),
                "starts_on": self.starts.day(),
                "ends_on": self.ends.day(),
            }
        )


def _goal_row(name: str, goal: ServingGoal) -> LinkRow:
    caption = tr("{name}, {state}", name=name, state=translated(STATES[goal.state]))
    icon = "state-" + goal.state.value.replace("_", "-")
    return LinkRow(-goal.id, one_line(goal.title), caption, tr("Open goal"), icon=icon,
                   token=STATE_TOKENS[goal.state])  # fmt: skip


def _row(served: Served, goals: int, today: date) -> LinkRow:
    one = served.objective
    about = [part for part in (_period(one, today), one.measure) if part]
    ending = "\u2003" * bool(about) + _serving(goals)
    return LinkRow(one.id, one.title, "\u2003".join(about) + ending, "", icon="objective",
                   ending=ending)  # fmt: skip


def _period(one: Objective, today: date) -> str:
    if one.starts_on and one.ends_on:
        return Dates.period(one.starts_on, one.ends_on)
    if one.ends_on:
        return tr("until {day}", day=Dates.short_day_within(one.ends_on, today))
    if one.starts_on:
        return tr("from {day}", day=Dates.short_day_within(one.starts_on, today))
    return ""


def _serving(goals: int) -> str:
    if not goals:
        return tr("no goals support it yet")
    return trn("1 goal", "{n} goals", goals)
