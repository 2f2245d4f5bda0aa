"""The hands of a test on the plan page."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QTextEdit,
    QToolButton,
)

from careerdesk.domain.records import Horizon
from careerdesk.services import plans
from careerdesk.ui.base import names
from careerdesk.ui.plan.plan import PlanPage
from careerdesk.ui.plan.plan_groups import GoalList
from careerdesk.ui.widgets.inline_add import InlineAdd
from careerdesk.ui.widgets.note_editor import NoteEditor
from careerdesk.ui.widgets.record_list import RECORD_ROLE
from tests.robots.stage import Stage

ALT = Qt.KeyboardModifier.AltModifier
LISTS = {Horizon.SHORT: names.SHORT_TERM_ITEMS, Horizon.LONGER: names.LONGER_TERM_ITEMS}
EDITS = {Horizon.SHORT: names.SHORT_TERM_EDIT, Horizon.LONGER: names.LONGER_TERM_EDIT}
SHORT, LONGER = Horizon.SHORT, Horizon.LONGER


class PlanRobot:
    """Adds, moves and opens goals as a user does."""

    def __init__(self, stage: Stage, person_id: int) -> None:
        self.stage = stage
        self.person_id = person_id
        self.page = stage.show(PlanPage(stage.ctx), person_id)

    def list(self, horizon: Horizon) -> GoalList:
        return self.stage.find(GoalList, LISTS[horizon])

    def edit(self, horizon: Horizon) -> InlineAdd:
        return self.stage.find(InlineAdd, EDITS[horizon])

    def add(self, *titles: str, to: Horizon = SHORT) -> None:
        edit = self.edit(to)
        edit.setFocus()
        for title in titles:
            edit.setText(title)
            self.stage.qtbot.keyClick(edit, Qt.Key.Key_Return)

    def paste(self, text: str, to: Horizon = SHORT) -> None:
        QApplication.clipboard().setText(text)
        self.edit(to).setFocus()
        self.edit(to).paste()

    def titles(self, horizon: Horizon = SHORT) -> list[str]:
        """What is seen."""
        model = self.list(horizon).model()
        rows = (model.index(row, 0) for row in range(model.rowCount()))
        return [index.data(RECORD_ROLE).item.title for index in rows]

    def stored(self, horizon: Horizon = SHORT) -> list[str]:
        """What is kept."""
        view = plans.active(self.stage.store, self.person_id)
        items = view.items if view else ()
        return [view.item.title for view in items if view.item.horizon is horizon]

    def index(self, title: str) -> QModelIndex:
        for horizon in Horizon:
            if title in self.titles(horizon):
                return self.list(horizon).model().index(self.titles(horizon).index(title), 0)
        raise AssertionError(f"{title} is not on the page")

    def id(self, title: str) -> int:
        return int(self.index(title).data(RECORD_ROLE).id)

    def goal(self, title: str) -> plans.ItemView:
        return plans.item(self.stage.store, self.id(title))

    def spoken(self, title: str) -> str:
        """What a screen reader says of the card of a goal."""
        return str(self.index(title).data(Qt.ItemDataRole.AccessibleTextRole))

    def select(self, *titles: str) -> GoalList:
        index = self.index(titles[0])
        view = next(self.list(h) for h in Horizon if self.list(h).model() is index.model())
        view.select_ids([self.id(title) for title in titles])
        view.setFocus()
        return view

    def press(self, key: Qt.Key, *titles: str, alt: bool = False) -> None:
        view = self.select(*titles)
        modifier = ALT if alt else Qt.KeyboardModifier.NoModifier
        self.stage.qtbot.keyClick(view, key, modifier)

    def open(self, title: str) -> None:
        self.press(Qt.Key.Key_Return, title)

    def click(self, name: str) -> None:
        kinds = (QPushButton, QToolButton)
        button = next(filter(None, (self.stage.window.findChild(k, name) for k in kinds)))
        QApplication.processEvents()  # what was just opened has its place then
        area = button.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is not None:
            area.ensureWidgetVisible(button)
        self.stage.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def click_card(self, title: str, at: QPoint) -> None:
        view = self.select(title)
        corner = view.visualRect(self.index(title)).topLeft()
        self.stage.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=corner + at)

    def type_title(self, text: str) -> None:
        field = self.stage.find(QTextEdit, names.ITEM_TITLE)
        field.setFocus()
        field.selectAll()
        self.stage.qtbot.keyClicks(field, text)

    def note(self, name: str) -> NoteEditor:
        return self.stage.find(NoteEditor, name)

    def line(self, name: str) -> QLineEdit:
        return self.stage.find(QLineEdit, name)

    def enter(self, name: str, text: str) -> None:
        """Type into a line field and leave it."""
        field = self.line(name)
        field.setFocus()
        field.selectAll()
        self.stage.qtbot.keyClicks(field, text)
        self.stage.qtbot.keyClick(field, Qt.Key.Key_Return)
