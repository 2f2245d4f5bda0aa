"""A double click presses one thing: never what came to light by its first click."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton, QWidget

from careerdesk.services import checkins
from careerdesk.ui.shell.actions import PLAN_ONE_ON_ONE
from careerdesk.ui.widgets.planning_popover import GO
from tests.robots.window import PeopleRobot


def middle(robot: PeopleRobot, widget: QWidget) -> QPoint:
    return widget.mapTo(robot.window, widget.rect().center())


def double_click(robot: PeopleRobot, at: QPoint) -> None:
    """Click twice with the hand of the desktop, which says nothing of what is there."""
    left, nothing = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mouseDClick(robot.window.windowHandle(), left, nothing, at)


def click_at(robot: PeopleRobot, at: QPoint, time: int) -> None:
    """Click once, so many milliseconds after the computer was started."""
    window, left = robot.window.windowHandle(), Qt.MouseButton.LeftButton
    for kind, held in (
        (QEvent.Type.MouseButtonPress, left),
        (QEvent.Type.MouseButtonRelease, Qt.MouseButton.NoButton),
    ):
        event = QMouseEvent(
            kind, QPointF(at), QPointF(robot.window.mapToGlobal(at)), left, held,
            Qt.KeyboardModifier.NoModifier,
        )  # fmt: skip
        event.setTimestamp(time)
        QApplication.sendEvent(window, event)


@pytest.fixture
def below(team: PeopleRobot) -> QPushButton:
    """A button where that of the form that plans a check-in is, behind it."""
    team.act(PLAN_ONE_ON_ONE)
    QApplication.processEvents()
    go = team.find(QAbstractButton, GO)
    button = QPushButton("Below", team.window.centralWidget())
    button.setGeometry(go.rect().translated(go.mapTo(team.window.centralWidget(), QPoint())))
    button.stackUnder(go.parentWidget())
    button.show()
    return button


def test_a_double_click_plans_and_presses_nothing_behind_the_form(
    team: PeopleRobot, below: QPushButton
) -> None:
    pressed = list[None]()
    below.clicked.connect(lambda: pressed.append(None))
    double_click(team, middle(team, team.find(QAbstractButton, GO)))
    assert len(checkins.planned(team.store, team.person("Ana Ruiz").id)) == 1
    assert pressed == []
    assert not below.isDown()


def test_who_clicks_once_more_later_presses_what_is_there(
    team: PeopleRobot, below: QPushButton
) -> None:
    pressed = list[None]()
    below.clicked.connect(lambda: pressed.append(None))
    at = middle(team, below)
    for seconds in range(1, 3):
        click_at(team, at, 1000 * seconds)
    assert len(pressed) == 1


def test_a_double_click_on_one_thing_is_two_clicks_on_it(
    team: PeopleRobot, below: QPushButton
) -> None:
    team.press_in_focus(Qt.Key.Key_Escape)
    pressed = list[None]()
    below.clicked.connect(lambda: pressed.append(None))
    double_click(team, middle(team, below))
    assert len(pressed) == 2
