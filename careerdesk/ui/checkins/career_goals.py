"""The goals in a career conversation: each a sentence that is still right, changed or dropped."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.domain.career_talk import Verdict, verdict_of
from careerdesk.domain.goal_changes import ChangedGoal
from careerdesk.domain.progress import is_open
from careerdesk.domain.records import PlanItem
from careerdesk.domain.views import PlanView
from careerdesk.services import career_talks, plans
from careerdesk.ui.base.carrying import carrying
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import try_action
from careerdesk.ui.base.keys import ENTER, is_alone
from careerdesk.ui.base.lists import menu_asked
from careerdesk.ui.base.row_edits import RowEdits
from careerdesk.ui.base.texts import tr
from careerdesk.ui.checkins.career_goal_row import (
    CareerGoal,
    CareerGoalDelegate,
    said_word,
    verdict_word,
)
from careerdesk.ui.checkins.goal_list import GoalList
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.labels import Muted
from careerdesk.ui.widgets.record_list import ID_ROLE, Index, RecordListModel

CAREER_GOALS = "careerGoals"
DIGITS = {Qt.Key.Key_1: Verdict.RIGHT, Qt.Key.Key_2: Verdict.CHANGE, Qt.Key.Key_3: Verdict.DROP}


class CareerGoalModel(RecordListModel[CareerGoal]):
    """Rows are `CareerGoal`s."""

    def show_plan(self, plan: PlanView | None, changed: Mapping[int, ChangedGoal]) -> None:
        """Show the goals that are open, and those *changed* in this conversation."""
        goals = plan.items if plan else ()
        self.set_rows(
            [
                CareerGoal(view.item, verdict_of(changed.get(view.id)))
                for view in goals
                if is_open(view.item) or view.id in changed
            ]
        )

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        """A sentence can be edited in place."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.isValid() else flags

    @override
    def text(self, row: CareerGoal) -> str:
        """The sentence."""
        return row.title

    @override
    def spoken(self, row: CareerGoal) -> str:
        """The sentence and what was said of it."""
        return ", ".join(part for part in (row.title, said_word(row.verdict)) if part)


class CareerGoalList(GoalList):
    """1, 2 and 3 say what is with a goal, as the words below it do; Enter changes it."""

    judged = Signal(int, object)

    def __init__(self, theme: Theme, model: CareerGoalModel) -> None:
        """Show the rows of a model."""
        super().__init__(theme, CAREER_GOALS)
        self.rows = CareerGoalDelegate(theme, self)
        self.setItemDelegate(self.rows)
        self.setModel(model)
        self.setAccessibleDescription(tr("1: still right, 2: change, 3: drop"))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the choices, while no sentence is edited."""
        index, key = self.currentIndex(), Qt.Key(event.key())
        editing = self.state() == QAbstractItemView.State.EditingState
        if not index.isValid() or editing or not is_alone(event):
            super().keyPressEvent(event)
        elif key in DIGITS:
            self.judge(index.data(ID_ROLE), DIGITS[key])
        elif key in ENTER:
            self.edit(index)
        else:
            super().keyPressEvent(event)

    def judge(self, goal_id: int, verdict: Verdict) -> None:
        """Say it of a goal; *change* puts its sentence into a line."""
        model = self.model()
        row = model.row_of(goal_id) if isinstance(model, CareerGoalModel) else -1
        if verdict is not Verdict.CHANGE:
            self.judged.emit(goal_id, verdict)
        elif row >= 0:
            index = model.index(row, 0)
            self.setCurrentIndex(index)
            self.edit(index)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a choice makes it."""
        super().mouseReleaseEvent(event)
        at = event.position().toPoint()
        index = self.indexAt(at)
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            places = self.rows.places(self.visualRect(index), index, self.layoutDirection())
            for verdict, place in places.choices.items():
                if place.contains(at):
                    self.judge(index.data(ID_ROLE), verdict)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The choices, each with its key, at the pointer or the row."""
        index, here = menu_asked(self, event)
        if index.isValid():
            self.menu(index).popup(here)

    def menu(self, index: QModelIndex) -> QMenu:
        """The choices for a goal."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for key, verdict in DIGITS.items():
            entry = menu.addAction(verdict_word(verdict))
            entry.setShortcut(key)
            entry.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            entry.triggered.connect(carrying(self._judge, (index.data(ID_ROLE), verdict)))
        return menu

    def _judge(self, wanted: tuple[int, Verdict]) -> None:
        self.judge(*wanted)


class CareerGoals(QWidget):
    """The goals of a plan as sentences; what is said of them belongs to the conversation."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Start with none."""
        super().__init__(parent)
        self._ctx = ctx
        self.model = CareerGoalModel(self)
        self.list = CareerGoalList(ctx.theme, self.model)
        self.nothing = Muted(tr("No goals yet. They come from what is said today."), wrap=True)
        self._edits = RowEdits(ctx, PlanItem, "careerGoal", self.list.rows)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.list)
        column.addWidget(self.nothing)
        self.list.judged.connect(self._judge)
        self.list.rows.renamed.connect(self._rename)
        self.list.rows.editor_made.connect(self._edits.begin)

    def show_plan(self, plan: PlanView | None, changed: Mapping[int, ChangedGoal]) -> None:
        """Show the goals that are open, and those *changed* in this conversation."""
        self.model.show_plan(plan, changed)
        self.list.setVisible(bool(self.model.rows))
        self.nothing.setVisible(not self.model.rows)

    def _judge(self, goal_id: int, verdict: Verdict) -> None:
        today = self._ctx.clock.today()
        try_action(
            self._ctx, career_talks.judge, self._ctx.store, goal_id, verdict, today
        ).ignored_because("a banner says why; the rows show what is stored")

    def _rename(self, goal_id: int, words: str) -> None:
        with self._edits.taking(goal_id):
            try_action(
                self._ctx, plans.change_item, self._ctx.store, goal_id,
                today=self._ctx.clock.today(), title=words,
            ).ignored_because("a banner says why; the rows show what is stored")  # fmt: skip
