"""The page follows the keyboard through lists that are as high as their rows."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from careerdesk.data.store import Store
from careerdesk.domain.records import Horizon
from careerdesk.services import aspirations, checkins, discovery, objectives, people, plans
from careerdesk.ui.base import names
from careerdesk.ui.plan.plan_header import EXPORT_BUTTON
from careerdesk.ui.shell.actions import SHOW_OBJECTIVES, START_CHECK_IN
from tests.robots.stage import TODAY
from tests.robots.window import PeopleRobot

MANY = [f"Number {place}" for place in range(40)]


@pytest.fixture
def robot(qtbot: QtBot, store: Store, tmp_path: Path) -> PeopleRobot:
    """A window over somebody of whom there is more than a page holds."""
    ana = people.add_many(store, MANY)[0]
    for horizon in Horizon:
        plans.add_items_for(store, ana.id, horizon, MANY, TODAY)
    discovery.add_motivators(store, ana.id, MANY)
    aspirations.add(store, ana.id, MANY, TODAY)
    objectives.add(store, MANY)
    checkins.add_agenda_points(store, ana.id, MANY)
    return PeopleRobot(qtbot, store, tmp_path)


def long_lists(robot: PeopleRobot) -> list[QAbstractItemView]:
    """Those on the page that is shown with more rows than are seen at once."""
    around = robot.window.content.currentWidget()
    found = around.findChildren(QAbstractItemView)
    return [one for one in found if one.isVisible() and one.model().rowCount() >= len(MANY)]


def press(robot: PeopleRobot, *keys: Qt.Key) -> None:
    """Press keys as the system hands them over: to the window."""
    for key in keys:
        QTest.keyClick(robot.window.windowHandle(), key)


def is_in_sight(view: QAbstractItemView) -> bool:
    """Whether all of the current row is within everything that scrolls around it."""
    row = view.viewport().visibleRegion().boundingRect()
    return row.contains(view.visualRect(view.currentIndex()))


@pytest.mark.parametrize(
    ("action", "count"),
    [
        (names.GO_PLAN, 2),
        (names.GO_DISCOVERY, 2),
        (SHOW_OBJECTIVES, 1),
        (START_CHECK_IN, 1),
    ],
)
def test_the_row_that_the_keyboard_is_on_is_seen(
    robot: PeopleRobot, action: str, count: int
) -> None:
    robot.window.resize(1280, 800)
    robot.act(action)
    QApplication.processEvents()
    views = long_lists(robot)
    assert len(views) >= count
    for view in views:
        view.setFocus()
        for key in (*[Qt.Key.Key_Down] * 30, Qt.Key.Key_End, Qt.Key.Key_Home):
            press(robot, key)
            assert is_in_sight(view), (view.objectName(), key, view.currentIndex().row())


def test_a_row_that_is_clicked_stays_under_the_pointer(robot: PeopleRobot) -> None:
    robot.act(names.GO_PLAN)
    QApplication.processEvents()
    view = long_lists(robot)[0]
    seen = view.viewport().visibleRegion().boundingRect()
    rows = (view.visualRect(view.model().index(row, 0)) for row in range(len(MANY)))
    cut = next(row for row in rows if row.bottom() > seen.bottom())
    before = view.viewport().mapToGlobal(cut.topLeft())
    at = QPoint(cut.center().x(), cut.top() + 3)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QApplication.processEvents()
    assert view.viewport().mapToGlobal(cut.topLeft()) == before


def test_tab_never_leads_to_something_that_is_not_seen(robot: PeopleRobot) -> None:
    robot.window.resize(1280, 800)
    robot.act(names.GO_PLAN)
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        reached = set()
        for _ in range(40):
            press(robot, key)
            QApplication.processEvents()
            focus = QApplication.focusWidget()
            reached.add(focus.objectName())
            if isinstance(focus, QAbstractItemView):
                assert is_in_sight(focus), focus.objectName()
            else:
                assert focus.visibleRegion().boundingRect() == focus.rect(), focus.objectName()
        assert {names.PEOPLE_LIST, "shortTermItems", "longerTermItems", EXPORT_BUTTON} <= reached


def test_a_line_that_is_typed_into_is_seen_however_the_page_is_turned(robot: PeopleRobot) -> None:
    robot.window.resize(1280, 800)
    robot.act(names.GO_PLAN)
    QApplication.processEvents()
    line = robot.find(QLineEdit, names.SHORT_TERM_EDIT)
    line.setFocus()
    press(robot, Qt.Key.Key_X)
    places = set[int]()
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_PageUp):
        press(robot, key)
        QApplication.processEvents()
        places.add(line.mapToGlobal(QPoint()).y())
        assert line.visibleRegion().boundingRect() == line.rect(), key
    assert len(places) > 1  # what is around it can be read all the same
    assert line.text() == "x"
