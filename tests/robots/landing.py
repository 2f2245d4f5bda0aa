"""The hands of a test that jumps to what a search would find."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from careerdesk.domain.records import Record
from careerdesk.services.store import Store
from careerdesk.ui.base.found_places import destination_of
from careerdesk.ui.base.navigation import Destination
from tests.landmarks import Landmarks
from tests.robots.window import PeopleRobot


class LandingRobot(PeopleRobot):
    """A window over a store of landmarks."""

    def __init__(self, qtbot: QtBot, store: Store, folder: Path) -> None:
        self.marks = Landmarks(store)
        super().__init__(qtbot, store, folder)

    @property
    def page(self) -> Any:
        """The page of the person who is shown."""
        return self.window.person_page.page

    def jump(self, kind: type[Record], field: str) -> str:
        """Go to a text of the landmarks; what has the keyboard there."""
        return self.go(destination_of(self.store, self.marks.hit(kind, field)))

    def go(self, to: Destination) -> str:
        """Go somewhere; what has the keyboard there, in small letters."""
        return come_to(self, to)

    def press_at_window(self, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        """Press a key as the desktop hands it over: to the window."""
        handle = self.window.windowHandle()
        QTest.keyClick(handle, key, modifier or Qt.KeyboardModifier.NoModifier)
        QApplication.processEvents()

    def text_of(self, root: QWidget, name: str) -> str:
        """What a text within *root* says."""
        found = root.findChild(QTextEdit, name)
        assert found is not None
        return found.toPlainText()


def come_to(desk: PeopleRobot, to: Destination) -> str:
    """Go somewhere in a window; what has the keyboard there, in small letters."""
    desk.window.toast.clear()
    desk.window.ctx.navigator.go(to)
    QApplication.processEvents()
    return words_at(QApplication.focusWidget()).lower()


def words_at(widget: QWidget | None) -> str:
    """What a widget shows; of a list its current row, as it is spoken, with its tooltip."""
    if isinstance(widget, QAbstractItemView):
        row = widget.currentIndex()
        roles = (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
        return "\n".join(str(row.data(role) or "") for role in roles) if row.isValid() else ""
    if isinstance(widget, QTextEdit | QPlainTextEdit):
        return widget.toPlainText()
    if isinstance(widget, QLineEdit | QLabel):
        return widget.text()
    return widget.accessibleName() if widget is not None else ""
