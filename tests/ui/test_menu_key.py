"""Many keyboards have no menu key: shift and a function key ask for the same."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QTextEdit, QWidget

from careerdesk.domain.records import Drive, Horizon
from careerdesk.services import discovery, plans
from careerdesk.ui.base import names
from careerdesk.ui.plan.goal_list import GoalList
from careerdesk.ui.widgets.ordered_list import OrderedListView
from tests.robots.stage import TODAY
from tests.robots.window import PeopleRobot

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def full(team: PeopleRobot) -> PeopleRobot:
    """Ana has a goal and a motivator."""
    ana = team.person("Ana Ruiz")
    plans.add_items_for(team.store, ana.id, Horizon.SHORT, ["A"], TODAY)
    discovery.add_motivator(team.store, ana.id, "Craft", Drive.DRIVES)
    team.choose("Ana Ruiz")
    return team


def press(robot: PeopleRobot, widget: QWidget, modifier: Qt.KeyboardModifier) -> None:
    """Press that function key in a widget, as the window gets it from the system."""
    robot.window.activateWindow()
    QApplication.processEvents()
    widget.setFocus()
    QTest.keyClick(robot.window.windowHandle(), Qt.Key.Key_F10, modifier)
    QApplication.processEvents()


def menu_by_key(robot: PeopleRobot, widget: QWidget) -> list[str]:
    """The entries of the menu that comes, which is closed again."""
    press(robot, widget, SHIFT)
    menu = QApplication.activePopupWidget()
    if not isinstance(menu, QMenu):
        return []
    words = [action.text() for action in menu.actions() if action.text()]
    menu.close()
    return words


def test_cards_people_and_fields_have_a_menu_by_this_key(full: PeopleRobot) -> None:
    assert len(menu_by_key(full, full.list)) > 2
    full.act(names.GO_PLAN)
    goals = full.find(GoalList, names.SHORT_TERM_ITEMS)
    goals.select_ids([goals.ordered_model().id_at(0)])
    assert menu_by_key(full, goals)[:3] == ["Open", "Status", "Due date…"]
    assert menu_by_key(full, full.find(QLineEdit, names.SHORT_TERM_EDIT))
    full.act(names.GO_DISCOVERY)
    (drives,) = (
        view for view in full.window.findChildren(OrderedListView)
        if view.isVisible() and view is not full.list and view.model().rowCount()
    )  # fmt: skip
    drives.select_ids([drives.ordered_model().id_at(0)])
    assert menu_by_key(full, drives)


def test_a_text_of_several_lines_has_a_menu_by_this_key(full: PeopleRobot) -> None:
    full.act(names.GO_PLAN)
    goals = full.find(GoalList, names.SHORT_TERM_ITEMS)
    goals.select_ids([goals.ordered_model().id_at(0)])
    QTest.keyClick(goals, Qt.Key.Key_Return)
    QApplication.processEvents()
    text = full.find(QTextEdit, names.ITEM_TITLE)
    came: list[QWidget] = []
    looking = QTimer()  # the menu of a text is waited for until it is closed

    def close() -> None:
        menu = QApplication.activePopupWidget()
        if menu is not None:
            looking.stop()
            came.append(menu)
            menu.close()

    looking.timeout.connect(close)
    full.window.activateWindow()
    text.setFocus()
    QApplication.processEvents()
    looking.start(0)
    QTest.keyClick(full.window.windowHandle(), Qt.Key.Key_F10, SHIFT)
    QApplication.processEvents()
    looking.stop()
    assert [isinstance(menu, QMenu) for menu in came] == [True]


def test_without_shift_it_asks_for_nothing(full: PeopleRobot) -> None:
    press(full, full.list, Qt.KeyboardModifier.NoModifier)
    assert not isinstance(QApplication.activePopupWidget(), QMenu)
