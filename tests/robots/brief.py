"""The hands of a test on the rows of a brief."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from careerdesk.domain.brief_lines import Part
from careerdesk.ui.prepare.brief_list import BriefList
from careerdesk.ui.prepare.brief_rows import BriefRow, Kind, RowKind
from careerdesk.ui.prepare.prepare import LEFT_LIST, RIGHT_LIST
from careerdesk.ui.widgets.inline_add import InlineAdd
from careerdesk.ui.widgets.record_list import RECORD_ROLE
from careerdesk.ui.widgets.ticks import TickWords


class Hands(Protocol):
    """A test's window, as far as rows need it."""

    qtbot: QtBot

    @property
    def window(self) -> QWidget:
        """The window."""
        ...


def lists(window: QWidget) -> list[BriefList]:
    """The columns of the brief that are seen."""
    found = [window.findChild(BriefList, name) for name in (LEFT_LIST, RIGHT_LIST)]
    return [view for view in found if view is not None and view.isVisible()]


def rows(view: BriefList) -> list[BriefRow]:
    model = view.model()
    return [model.index(row, 0).data(RECORD_ROLE) for row in range(model.rowCount())]


class BriefRobot:
    """Reads the rows of a brief and works on them as a user does."""

    def __init__(self, hands: Hands) -> None:
        self.hands = hands

    def rows(self, part: Part | None = None, *kinds: Kind) -> list[BriefRow]:
        return [
            row for view in lists(self.hands.window) for row in rows(view)
            if part in (None, row.part) and (not kinds or row.kind in kinds)
        ]  # fmt: skip

    def row(self, text: str, *kinds: Kind) -> BriefRow:
        """The first row that begins so."""
        return next(row for row in self.rows(None, *kinds) if row.text.startswith(text))

    def caption(self, part: Part) -> str:
        return next(row.aside for row in self.rows(part, RowKind.HEAD))

    def said(self) -> str:
        """All words of all rows."""
        QApplication.processEvents()
        return "\n".join(
            " ".join(filter(None, (row.text, row.below, row.aside))) for row in self.rows()
        )

    def at(self, row: BriefRow) -> tuple[BriefList, QModelIndex]:
        """The list that a row stands in, and where."""
        for view in lists(self.hands.window):
            place = view.model_.row_of(row.id)
            if place >= 0 and view.model_.rows[place] == row:
                return view, view.model().index(place, 0)
        raise AssertionError(f"there is no row {row.text}")

    def go_to(self, *found: BriefRow) -> BriefList:
        """Put the keyboard on rows."""
        view, _ = self.at(found[0])
        view.setFocus()
        view.clearSelection()
        for row in found:
            view.setCurrentIndex(self.at(row)[1])
        return view

    def press(self, key: Qt.Key, *found: BriefRow) -> None:
        self.hands.qtbot.keyClick(self.go_to(*found), key)

    def click(self, row: BriefRow, link: str = "") -> None:
        """Click on a link of a row, or in the middle of it."""
        view, index = self.at(row)
        rect = view.visualRect(index)
        places = dict(view.rows.link_places(row, rect, view.layoutDirection()))
        self._click(view, places[link].center() if link else rect.center())

    def _click(self, view: BriefList, at: QPoint) -> None:
        self.hands.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)


class TickRows:
    """Works on the rows of one kind that can be ticked."""

    def __init__(self, robot: BriefRobot, edit: QLineEdit | None, *kinds: Kind) -> None:
        self.robot, self._edit, self.kinds = robot, edit, kinds

    @property
    def view(self) -> BriefList:
        return lists(self.robot.hands.window)[0]

    @property
    def edit(self) -> QLineEdit:
        assert self._edit is not None
        return self._edit

    def words(self) -> list[TickWords]:
        return [row.tick for row in self.robot.rows(None, *self.kinds) if row.tick is not None]

    def texts(self) -> list[str]:
        return [words.text for words in self.words()]

    def ticked(self) -> list[str]:
        return [words.text for words in self.words() if words.ticked]

    def row(self, text: str) -> TickWords:
        return self.words()[self.texts().index(text)]

    def find(self, text: str) -> BriefRow:
        return next(row for row in self.robot.rows(None, *self.kinds) if row.text == text)

    def add(self, *lines: str) -> None:
        self.edit.setFocus()
        for line in lines:
            self.edit.setText(line)
            self.robot.hands.qtbot.keyClick(self.edit, Qt.Key.Key_Return)

    def press(self, key: Qt.Key, *texts: str) -> None:
        self.robot.press(key, *map(self.find, texts))

    def click_box(self, text: str) -> None:
        view, index = self.robot.at(self.find(text))
        rect = view.visualRect(index)
        places = view.rows.places(rect, index, view.layoutDirection())
        at = QPoint(places.box.center().x(), rect.bottom() - 2)
        self.robot.hands.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)

    def rename(self, text: str, words: str) -> None:
        self.press(Qt.Key.Key_Return, text)
        editor = self.editor()
        editor.selectAll()
        self.robot.hands.qtbot.keyClicks(editor, words)
        self.robot.hands.qtbot.keyClick(editor, Qt.Key.Key_Return)
        QApplication.processEvents()

    def editor(self) -> QLineEdit:
        """The field over the row that is edited."""
        found = self.view.findChildren(QLineEdit)
        return next(one for one in found if one.isVisible() and not isinstance(one, InlineAdd))
