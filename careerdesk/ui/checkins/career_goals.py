"""The goals in a career conversation: each a sentence that is still right, changed or dropped."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QMenu,
    QStyle,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from careerdesk.compat import override
from careerdesk.domain.career_talk import Verdict, verdict_of
from careerdesk.domain.goal_changes import ChangedGoal
from careerdesk.domain.progress import is_open
from careerdesk.domain.records import PlanItem
from careerdesk.domain.text import one_line
from careerdesk.domain.views import PlanView
from careerdesk.services import career_talks, plans
from careerdesk.ui.base.carrying import carrying
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import try_action
from careerdesk.ui.base.keys import ENTER, is_alone
from careerdesk.ui.base.row_edits import RowEdits
from careerdesk.ui.base.texts import tr
from careerdesk.ui.theme.look import Look
from careerdesk.ui.theme.paint import paint_plate, paint_text
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.cards import Index, RowDelegate, is_selected, start_side
from careerdesk.ui.widgets.fitted_list import FittedList
from careerdesk.ui.widgets.labels import Muted
from careerdesk.ui.widgets.record_list import ID_ROLE, RECORD_ROLE, RecordListModel

CAREER_GOALS, TITLE_EDIT = "careerGoals", "careerGoalEdit"
DIGITS = {Qt.Key.Key_1: Verdict.RIGHT, Qt.Key.Key_2: Verdict.CHANGE, Qt.Key.Key_3: Verdict.DROP}
PADDING, SIDE, GAP, AIR = 6, 4, 6, 8
MOST_LINES = 6
LONGEST_TITLE = 200


def verdict_word(verdict: Verdict) -> str:
    """What is said of a goal."""
    return {
        Verdict.RIGHT: tr("Still right"),
        Verdict.CHANGE: tr("Change"),
        Verdict.DROP: tr("Drop"),
    }[verdict]


def said_word(verdict: Verdict | None) -> str:
    """What was said of a goal, for a screen reader."""
    return {
        Verdict.RIGHT: tr("still right"),
        Verdict.CHANGE: tr("changed"),
        Verdict.DROP: tr("dropped"),
        None: "",
    }[verdict]


@dataclass(frozen=True, slots=True)
class CareerGoal:
    """A goal as a sentence, and what was said of it in this conversation."""

    item: PlanItem
    verdict: Verdict | None = None

    @property
    def id(self) -> int:
        """The id of the goal."""
        return self.item.id

    @property
    def title(self) -> str:
        """The sentence."""
        return one_line(self.item.title)


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


@dataclass(frozen=True, slots=True)
class Places:
    """Where the sentence stands, line by line, and below it the three choices."""

    text: QRect
    lines: tuple[str, ...]
    choices: dict[Verdict, QRect]
    height: int


def lay_out(title: str, rect: QRect, look: Look, direction: Qt.LayoutDirection) -> Places:
    """Place a goal from the top of *rect*, in its width."""
    width = max(60, rect.width() - 2 * SIDE)
    lines, _ = look.wrapped("body", title, width, MOST_LINES)
    line = max(look.metrics("body").height() + 1, look.measure(18))
    text = QRect(rect.left() + SIDE, rect.top() + PADDING, width, line * len(lines))
    top, high = text.bottom() + 1 + 2, look.row("caption", 3, 22)
    left = rect.left() + SIDE
    choices = {}
    for verdict in Verdict:
        wide = look.advance("caption", verdict_word(verdict)) + 2 * AIR
        choices[verdict] = QStyle.visualRect(direction, rect, QRect(left, top, wide, high))
        left += wide + GAP
    height = top + high + PADDING - rect.top()
    return Places(QStyle.visualRect(direction, rect, text), lines, choices, height)


class CareerGoalDelegate(RowDelegate):
    """Shows `CareerGoal`s; `renamed` carries the id and the new words of one edited in place."""

    renamed = Signal(int, str)
    editor_made = Signal(QWidget, int, object)

    def places(self, rect: QRect, index: Index, direction: Qt.LayoutDirection) -> Places:
        """Where the parts of a goal stand."""
        row: CareerGoal = index.data(RECORD_ROLE)
        return lay_out(row.title, rect, self.look, direction)

    @override
    def row_height(self, index: Index, width: int) -> int:
        """As many lines as the sentence needs, and one for the choices."""
        row: CareerGoal = index.data(RECORD_ROLE)
        way = Qt.LayoutDirection.LeftToRight
        return lay_out(row.title, QRect(0, 0, width, 0), self.look, way).height

    @override
    def paint_ground(
        self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Show a selection only while the list has the keyboard."""
        shown = QStyleOptionViewItem(option)
        if not self._view.hasFocus():
            shown.state &= ~QStyle.StateFlag.State_Selected
        super().paint_ground(painter, rect, shown, index)

    @override
    def paint_row(
        self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """The sentence, and the choices with the one that was made."""
        row: CareerGoal = index.data(RECORD_ROLE)
        places = self.places(rect.toRect(), index, option.direction)
        marked = is_selected(option) and self._view.hasFocus()
        dropped = row.verdict is Verdict.DROP
        token = "selection-text" if marked else "text-muted" if dropped else "text"
        high = places.text.height() // len(places.lines)
        for number, words in enumerate(places.lines):
            area = QRectF(places.text).adjusted(0, number * high, 0, 0)
            area.setHeight(high)
            paint_text(painter, self.look, area, words, "body", token, start_side(option))
        for verdict, place in places.choices.items():
            self._paint_choice(painter, QRectF(place), verdict, chosen=verdict is row.verdict,
                               marked=marked)  # fmt: skip

    def _paint_choice(
        self, painter: QPainter, rect: QRectF, verdict: Verdict, *, chosen: bool, marked: bool
    ) -> None:
        look = self.look
        if chosen:
            edge = look.colour.growth if look.high_contrast else None
            paint_plate(painter, rect, look.colour.growth_soft, edge, radius=rect.height() / 2)
        token = "growth" if chosen else "selection-text" if marked else "text-muted"
        centre = Qt.AlignmentFlag.AlignHCenter
        paint_text(painter, look, rect, verdict_word(verdict), "caption", token, centre)

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A line for the sentence."""
        row: CareerGoal = index.data(RECORD_ROLE)
        editor = QLineEdit(parent)
        editor.setObjectName(TITLE_EDIT)
        editor.setAccessibleName(tr("Words of the goal"))
        editor.setMaxLength(LONGEST_TITLE)
        self.editor_made.emit(editor, row.id, lambda: row.title)
        return editor

    @override
    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Fill the line once; what was typed since stays."""
        if isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(index.data(RECORD_ROLE).title)

    @override
    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        """Tell new words; empty or unchanged ones are dropped."""
        words = editor.text().strip() if isinstance(editor, QLineEdit) else ""
        if words and words != index.data(RECORD_ROLE).title:
            self.renamed.emit(index.data(ID_ROLE), words)

    @override
    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Put the line over the sentence."""
        places = self.places(option.rect, index, option.direction)
        high = self.look.row("body", 5, 28)
        editor.setGeometry(places.text.left() - SIDE, max(0, places.text.top() - 5),
                           places.text.width() + 2 * SIDE, high)  # fmt: skip


class CareerGoalList(FittedList):
    """1, 2 and 3 say what is with a goal, as the words below it do; Enter changes it."""

    judged = Signal(int, object)

    def __init__(self, theme: Theme, model: CareerGoalModel) -> None:
        """Show the rows of a model."""
        super().__init__(name=CAREER_GOALS, label=tr("Goals"), uneven=True)
        self.rows = CareerGoalDelegate(theme, self)
        self.setItemDelegate(self.rows)
        self.setModel(model)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.changed.connect(self._refit)

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
        keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if keyboard else self.indexAt(event.pos())
        if index.isValid():
            corner = self.visualRect(index).bottomLeft() + QPoint(24, 0)
            here = self.viewport().mapToGlobal(corner) if keyboard else event.globalPos()
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

    @override
    def keyboardSearch(self, search: str) -> None:
        """Letters are keys of the page, not a search."""


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
