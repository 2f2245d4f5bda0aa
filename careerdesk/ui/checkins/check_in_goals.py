"""The plan in a running check-in: how goals are going, what they stand at, what is next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.domain.loop import Action
from careerdesk.domain.records import ItemState, Person
from careerdesk.domain.views import PlanView
from careerdesk.i18n import tr
from careerdesk.services import actions, key_results, plans
from careerdesk.ui.base import names
from careerdesk.ui.base.carrying import carrying
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import try_action
from careerdesk.ui.base.keys import ENTER, is_alone
from careerdesk.ui.base.lists import menu_asked
from careerdesk.ui.base.settling import settle
from careerdesk.ui.base.state_tokens import STATE_TOKENS
from careerdesk.ui.base.texts import state_word
from careerdesk.ui.checkins.goal_line_edit import GoalLineEdits
from careerdesk.ui.checkins.goal_line_row import GoalLineDelegate
from careerdesk.ui.checkins.goal_lines import MENU, GoalLine, GoalLines, Part, line_at
from careerdesk.ui.widgets.labels import Muted
from careerdesk.ui.widgets.wrapping_list import WrappingList

DIGITS = {Qt.Key(Qt.Key.Key_1 + place): state for place, state in enumerate(MENU)}
VALUE_KEYS = "0123456789-.,"


class GoalLineList(WrappingList):
    """1 to 6 set the state of a goal, Enter unfolds it or edits a part, Space ticks, D is its day.

    It says what the user wants and changes nothing.
    """

    state_wanted = Signal(int, object)
    tick_wanted = Signal(int, int)
    plan_wanted = Signal(int)
    _ready = False  # Qt lays out while it is being made

    def __init__(self, ctx: Context, parent_model: GoalLines) -> None:
        """Show the rows of a model."""
        super().__init__(ctx.theme, names.CHECK_IN_VALUES, tr("Goals"))
        self._ctx = ctx
        self._lines = parent_model
        self.rows = GoalLineDelegate(ctx.theme, self)
        self.setItemDelegate(self.rows)
        self.setModel(parent_model)
        self.edits = GoalLineEdits(ctx, self, self.rows, parent_model)
        self.setAccessibleDescription(
            tr("Press 1 to 6 to set the status, Enter to expand, or D to set the due date")
        )
        self._ready = True
        self.doubleClicked.disconnect(self.opened)  # one click is enough here

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the row that has the keyboard."""
        row = line_at(self.currentIndex())
        if row is None or not is_alone(event) or not self._act(row, event):
            super().keyPressEvent(event)

    def _act(self, row: GoalLine, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if row.is_value and event.text() and event.text() in VALUE_KEYS:
            self.edits.edit(self.currentIndex(), event.text())
        elif key in DIGITS:
            self.state_wanted.emit(row.goal.id, DIGITS[key])
        elif key in ENTER:
            self._open(row)
        elif key == Qt.Key.Key_Space:
            self._tick(row)
        elif key == Qt.Key.Key_D:
            self.edit_due(row.goal.id)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._turn_by(row, key)
        else:
            return False
        return True

    def _turn_by(self, row: GoalLine, key: Qt.Key) -> None:
        """The arrow that points into the row unfolds, the other folds."""
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        into = Qt.Key.Key_Left if mirrored else Qt.Key.Key_Right
        self.turn(row.goal.id, unfold=key == into)

    def turn(self, goal_id: int, *, unfold: bool) -> None:
        """Unfold a goal, or fold it; its own row is the current one then."""
        self._lines.turn(goal_id, unfold=unfold)
        here = self._lines.goal_row(goal_id)
        current = line_at(self.currentIndex())
        if here >= 0 and (current is None or not unfold):
            self.setCurrentIndex(self._lines.index(here, 0))
        settle()

    def edit_due(self, goal_id: int) -> None:
        """Type when a goal is due."""
        self._edit_part(Part.DUE, goal_id)

    def add_step(self, goal_id: int) -> None:
        """Type a step of a goal."""
        self._edit_part(Part.NEW_STEP, goal_id)

    def _edit_part(self, part: Part, goal_id: int) -> None:
        self._lines.turn(goal_id, unfold=True)
        settle()
        row = self._lines.row_of_part(part, goal_id)
        if row >= 0:
            index = self._lines.index(row, 0)
            self.setCurrentIndex(index)
            self.edits.edit(index)

    def _open(self, row: GoalLine) -> None:
        if row.part is Part.GOAL:
            self.turn(row.goal.id, unfold=not row.unfolded)
        elif row.ticked is not None:
            self._tick(row)
        else:
            self.edits.edit(self.currentIndex())

    def _tick(self, row: GoalLine) -> None:
        if row.part is Part.GOAL:
            self.turn(row.goal.id, unfold=not row.unfolded)
        elif row.ticked is not None:
            self.tick_wanted.emit(row.part, row.record_id)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the state opens its menu, elsewhere it unfolds, ticks or edits."""
        super().mouseReleaseEvent(event)
        at = event.position().toPoint()
        index = self.indexAt(at)
        row = line_at(index)
        if event.button() != Qt.MouseButton.LeftButton or row is None:
            return
        if row.part is Part.GOAL and self._on_state(at, index):
            self.menu(row).popup(self.viewport().mapToGlobal(at))
        elif row.ticked is None or self._on_box(at, index):
            self._open(row)

    def _on_state(self, at: QPoint, index: QModelIndex) -> bool:
        places = self.rows.places(self.visualRect(index), index, self.layoutDirection())
        reach = (places.mark.adjusted(-2, -5, 4, 5), places.end.adjusted(-4, -5, 4, 5))
        return any(part.contains(at) for part in reach)

    def _on_box(self, at: QPoint, index: QModelIndex) -> bool:
        places = self.rows.places(self.visualRect(index), index, self.layoutDirection())
        return places.mark.adjusted(-4, -5, 6, 5).contains(at)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with the goal of the row, at the pointer or the row."""
        index, here = menu_asked(self, event)
        row = line_at(index)
        if row is not None:
            self.menu(row).popup(here)

    def menu(self, row: GoalLine) -> QMenu:
        """The states in the order of their keys, then the day, a step, and the way to the plan."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for key, state in DIGITS.items():
            icon = "state-" + state.value.replace("_", "-")
            drawn = self._ctx.theme.icon(icon, STATE_TOKENS[state], 14)
            entry = menu.addAction(drawn, state_word(state))
            entry.setShortcut(key)
            entry.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            entry.triggered.connect(carrying(self._set_state, (row.goal.id, state)))
        menu.addSeparator()
        due = menu.addAction(tr("Due date…"))
        due.setShortcut(Qt.Key.Key_D)
        due.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        due.triggered.connect(carrying(self.edit_due, row.goal.id))
        step = menu.addAction(tr("Add a next step"))
        step.triggered.connect(carrying(self.add_step, row.goal.id))
        opened = menu.addAction(tr("Open in the plan"))
        opened.triggered.connect(carrying(self._want_plan, row.goal.id))
        return menu

    def _set_state(self, wanted: tuple[int, ItemState]) -> None:
        self.state_wanted.emit(*wanted)

    def _want_plan(self, goal_id: int) -> None:
        self.plan_wanted.emit(goal_id)

    @override
    def updateGeometries(self) -> None:
        """Keep the field over its row."""
        super().updateGeometries()
        if self._ready:
            self.edits.place()


class CheckInGoals(QWidget):
    """The open goals of a plan in a list, each change of which belongs to the check-in."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Start with none."""
        super().__init__(parent)
        self._ctx = ctx
        self._check_in_id: int | None = None
        self._person_id = 0
        self.model = GoalLines(ctx.clock.today, self)
        self.list = GoalLineList(ctx, self.model)
        self.nothing = Muted(tr("No open goals in the plan"), wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.list)
        column.addWidget(self.nothing)
        self._connect()

    def show_plan(
        self,
        person: Person,
        plan: PlanView | None,
        steps: Mapping[int, Sequence[Action]],
        check_in_id: int | None = None,
        changed: frozenset[int] = frozenset(),
    ) -> None:
        """Show a plan; what is entered was read in that check-in, in which goals *changed*."""
        if person.id != self._person_id:
            self.model.fold_all()
        self._person_id, self._check_in_id = person.id, check_in_id
        self.model.show_plan(person, plan, steps, changed)
        self.list.setVisible(bool(self.model.rows))
        self.nothing.setVisible(not self.model.rows)
        self.list.edits.place()

    def take_in(self) -> bool:
        """Take what is typed over a row; what cannot be read gets the cursor."""
        return self.list.edits.take_in()

    def _connect(self) -> None:
        self.list.state_wanted.connect(self._set_state)
        self.list.tick_wanted.connect(self._tick)
        self.list.plan_wanted.connect(self._open_plan)
        self.list.edits.value_entered.connect(self._enter)
        self.list.edits.due_picked.connect(self._set_due)
        self.list.edits.steps_added.connect(self._add_steps)

    def _set_state(self, goal_id: int, state: ItemState) -> None:
        today = self._ctx.clock.today()
        self._do(plans.set_state, [goal_id], state, today)

    def _set_due(self, goal_id: int, day: date | None) -> None:
        self._do(plans.change_item, goal_id, today=self._ctx.clock.today(), due_on=day)

    def _enter(self, result_id: int, value: float | None) -> None:
        self._do(
            key_results.change, result_id, today=self._ctx.clock.today(), current=value,
            made_in=self._check_in_id,
        )  # fmt: skip

    def _add_steps(self, goal_id: int, lines: list[str]) -> None:
        self._do(actions.add, goal_id, lines, today=self._ctx.clock.today())

    def _tick(self, part: int, record_id: int) -> None:
        row = self.model.row_of_part(Part(part), record_id)
        if row < 0:
            return
        on = not self.model.rows[row].ticked
        if part == Part.RESULT:
            self._enter(record_id, 1.0 if on else 0.0)
            return
        today = self._ctx.clock.today()
        self._do(actions.tick, [record_id], today if on else None, today=today)

    def _do(self, act: Any, *args: object, **fields: object) -> None:
        try_action(self._ctx, act, self._ctx.store, *args, **fields).ignored_because(
            "a banner says why; the next reading shows what is stored"
        )

    def _open_plan(self, goal_id: int) -> None:
        self._ctx.navigator.open_goal(self._person_id, goal_id)
