"""The hands of a test on the whole window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QItemSelectionModel, QSettings, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLineEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from careerdesk.app import build_window
from careerdesk.calling import Wish
from careerdesk.domain.records import Person
from careerdesk.services import people
from careerdesk.services.store import Store
from careerdesk.ui.base import names
from careerdesk.ui.shell.main_window import MainWindow
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.ordered_list import OrderedListView
from tests.fakes import ReadyAnswers
from tests.robots.keys import press_letters
from tests.robots.stage import StoppedClock

W = TypeVar("W", bound=QWidget)
ALT = Qt.KeyboardModifier.AltModifier


class WindowRobot:
    """Opens the window as the program does, and works in it by handles and keys."""

    def __init__(self, qtbot: QtBot, store: Store, folder: Path) -> None:
        self.qtbot = qtbot
        self.store = store
        self.folder = folder
        self.answers = ReadyAnswers()
        self.clock = StoppedClock()
        self.window = self.open()

    def settings(self) -> QSettings:
        """What the program remembers, from the disk."""
        return QSettings(str(self.folder / "settings.ini"), QSettings.Format.IniFormat)

    def open(self, bound_for: Wish | None = None) -> MainWindow:
        """Open a window, for someone who is named, and wait until there is something to read."""
        self.window = build_window(
            self.store,
            clock=self.clock,
            settings=self.settings(),
            dialogs=self.answers,
            theme=Theme("light"),
            bound_for=bound_for,
        )
        self.qtbot.addWidget(self.window)
        with self.qtbot.waitSignal(self.window.first_data_painted):
            self.window.show()
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)
        return self.window

    def restart(self) -> MainWindow:
        """Close the window and open a new one over the same store and settings."""
        self.window.close()
        return self.open()

    def find(self, kind: type[W], name: str) -> W:
        """A widget by its handle: the one that is seen, if a page is about to go."""
        found = self.window.findChildren(kind, name)
        assert found, f"there is no {name}"
        return next((one for one in found if one.isVisible()), found[-1])

    def act(self, name: str) -> None:
        """Choose a menu entry."""
        action = self.window.actions_[name]
        assert action.isEnabled(), f"{name} cannot be chosen"
        action.trigger()

    def click(self, name: str) -> None:
        """Click a button."""
        button = self.find(QAbstractButton, name)
        assert button.isEnabled(), f"{name} cannot be pressed"
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def press(
        self, widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None
    ) -> None:
        """Press a key in a widget."""
        self.qtbot.keyClick(widget, key, modifier or Qt.KeyboardModifier.NoModifier)

    def go_to(self, view: QAbstractItemView, row: int) -> None:
        """Make a row the current and only selected one, whatever keys a test pressed before."""
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        view.setFocus()
        view.selectionModel().setCurrentIndex(view.model().index(row, 0), flag)

    def press_in_focus(self, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        """Press a key wherever the focus is."""
        self.press(QApplication.focusWidget() or self.window, key, modifier)

    def type(self, field: QLineEdit | QTextEdit, text: str) -> None:
        """Replace what is in a field, key by key."""
        field.setFocus()
        field.selectAll()
        press_letters(field, text)

    def wait(self, condition: Callable[[], bool]) -> None:
        """Wait until something is so."""
        self.qtbot.waitUntil(condition)

    def let_days_pass(self, days: int = 1) -> None:
        """Midnight comes while the window is open."""
        self.clock.go_on(days=days)
        self.window.ctx.day.look()
        QApplication.processEvents()  # a widget that is made now is shown by a posted event

    @property
    def told(self) -> str:
        """What the toast says, if it is up."""
        return self.window.toast.text() if self.window.toast.isVisible() else ""

    def banner(self, key: str = "") -> str:
        """What a banner says, if it is up; without a key that of what could not be done or read."""
        keys = [key] if key else [names.PROBLEM, names.REFUSED, names.DISK_FULL, names.NOT_READ]
        banner = next(filter(None, map(self.window.banners.banner, keys)), None)
        return banner.text.text() if banner else ""

    @property
    def shown(self) -> str:
        """The name in the header of the page."""
        return self.window.person_page.header.title.text()


class PeopleRobot(WindowRobot):
    """Works in the rail."""

    @property
    def list(self) -> OrderedListView:
        """The list of people."""
        return self.find(OrderedListView, names.PEOPLE_LIST)

    @property
    def filter(self) -> QLineEdit:
        """Where the list is filtered."""
        return self.find(QLineEdit, names.PEOPLE_FILTER)

    @property
    def edit(self) -> QLineEdit:
        """Where a name is typed."""
        return self.find(QLineEdit, names.NEW_PERSON_EDIT)

    def add(self, *added: str) -> None:
        """Add people, each by a name and Enter."""
        self.edit.setFocus()
        for name in added:
            self.edit.setText(name)
            self.press(self.edit, Qt.Key.Key_Return)

    def names(self) -> list[str]:
        """Who is seen in the rail, from top to bottom."""
        model = self.window.rail.model
        return [row.person.name for row in model.rows]

    def stored(self) -> list[str]:
        """Who is stored, in the order of the rail."""
        return [row.person.name for row in people.rail(self.store, self.clock.today())]

    def person(self, name: str) -> Person:
        """Someone as stored."""
        return next(one for one in people.everyone(self.store) if one.name == name)

    def choose(self, name: str) -> None:
        """Choose someone with the focus in the list."""
        self.list.setFocus()
        assert self.window.rail.select(self.person(name).id), f"{name} is not in the rail"

    def selected(self) -> str:
        """Who is chosen in the list."""
        row = self.window.rail.model.row_of(self.window.rail.current_id)
        return self.names()[row] if row >= 0 else ""
