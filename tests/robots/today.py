"""The hands of a test on Today."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QModelIndex, QRectF, Qt
from PySide6.QtWidgets import QApplication, QWidget

from careerdesk.ui.base.navigation import Destination
from careerdesk.ui.today.row_layout import lay_out
from careerdesk.ui.today.row_list import TodayList
from careerdesk.ui.today.rows import RowKind, TodayRow
from careerdesk.ui.today.today import TodayPage
from careerdesk.ui.widgets.record_list import RECORD_ROLE
from tests.robots.stage import Stage
from tests.robots.window import PeopleRobot

W = TypeVar("W", bound=QWidget)
CONTROL = Qt.KeyboardModifier.ControlModifier


class TodayRobot:
    """Opens Today by its key, or alone on a stage.

    Rows are named by their title, actions by their words. Where it went to on a stage is kept.
    """

    def __init__(self, host: PeopleRobot | Stage) -> None:
        self.qtbot, self.window = host.qtbot, host.window
        self.went: list[Destination] = []
        if isinstance(host, Stage):
            host.ctx.navigator.wanted.connect(self.went.append)
            self.page = host.put(TodayPage(host.ctx))
            self.page.focus_first()
            return
        host.press_in_focus(Qt.Key.Key_T, CONTROL)
        shown = host.window.content.currentWidget()
        assert isinstance(shown, TodayPage)
        self.page = shown

    @property
    def check_ins(self) -> TodayList:
        return self.page.check_in_list

    @property
    def calls(self) -> TodayList:
        return self.page.call_list

    @property
    def ahead(self) -> TodayList:
        return self.page.ahead_list

    def row(self, view: TodayList, title: str) -> TodayRow:
        return next(
            row for row in view.rows.rows if title == row.title and row.kind is not RowKind.HEADING
        )

    def index(self, view: TodayList, title: str) -> QModelIndex:
        return view.rows.index(view.rows.row_of(self.row(view, title).id), 0)

    def go_to(self, view: TodayList, title: str) -> None:
        view.setFocus()
        view.setCurrentIndex(self.index(view, title))

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            focused = QApplication.focusWidget()
            assert focused is not None
            self.qtbot.keyClick(focused, key)
            QApplication.processEvents()

    def click(self, view: TodayList, title: str, words: str = "") -> None:
        """Click the words of an action of a row, or its title."""
        index = self.index(view, title)
        row: TodayRow = index.data(RECORD_ROLE)
        places = lay_out(row, QRectF(view.visualRect(index)), self.page.ctx.theme.look)
        at = places.title.center()
        if words:
            at = next(place for one, place in places.actions if one.words == words).center()
        self.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at.toPoint())
        QApplication.processEvents()

    def menu(self, view: TodayList, title: str) -> list[str]:
        """What the menu of a row has."""
        menu = view.menu(self.index(view, title))
        assert menu is not None
        found = [action.text() for action in menu.actions()]
        menu.deleteLater()
        return found

    def choose(self, view: TodayList, title: str, words: str) -> None:
        """Choose an entry of the menu of a row."""
        menu = view.menu(self.index(view, title))
        assert menu is not None
        next(action for action in menu.actions() if action.text() == words).trigger()
        menu.deleteLater()
        QApplication.processEvents()

    def form(self, kind: type[W]) -> W:
        """The form that is open beside a row."""
        found = self.window.findChild(kind)
        assert found is not None, f"there is no {kind.__name__}"
        return found

    def type(self, words: str) -> None:
        """Over what stands in the field with the cursor."""
        field = QApplication.focusWidget()
        self.qtbot.keyClick(field, Qt.Key.Key_A, CONTROL)
        self.qtbot.keyClicks(field, words)


def titles(view: TodayList) -> list[str]:
    """The first lines of all rows, of headings too."""
    return [row.title for row in view.rows.rows]


def spoken(view: TodayList, title: str) -> str:
    """What a screen reader says of a row."""
    row = next(row for row in view.rows.rows if row.title == title)
    index = view.rows.index(view.rows.row_of(row.id), 0)
    return str(index.data(Qt.ItemDataRole.AccessibleTextRole))
