"""The automatic walk through Reviews: everything has a handle, a name and a tab stop."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTabBar
from pytestqt.qtbot import QtBot

from careerdesk.services.reviews import cycles
from careerdesk.services.store import Store
from careerdesk.ui.base import names
from careerdesk.ui.reviews.cycle.people import TAKING_PART
from careerdesk.ui.reviews.cycle.scale import CRITERION_LIST, SCALE_LIST, RankedList
from careerdesk.ui.reviews.page.head import CYCLE_TABS
from careerdesk.ui.reviews.page.reviews_page import TABS_OF_CYCLE
from careerdesk.ui.shell.actions import NEW_CYCLE, NEXT_AREA
from careerdesk.ui.widgets.fitted_list import FittedList
from careerdesk.ui.widgets.labels import RoleLabel
from tests.robots.reviews import CycleBuilder, ReviewsRobot
from tests.ui.test_shell_walk import complaints

LEAST = 1024


@pytest.fixture
def robot(qtbot: QtBot, store: Store, tmp_path: Path) -> Iterator[ReviewsRobot]:
    """The room with two cycles, in which every side has something to show."""
    robot = ReviewsRobot(qtbot, store, tmp_path)
    CycleBuilder(store, "Year review 2025").shared("Ana Ruiz")
    cycle = CycleBuilder(store)
    cycle.own_view("Ana Ruiz").peers("Ana Ruiz", 3, 1).calibrated("Ben Okri", "Solid")
    cycles.change(store, cycle.cycle.id, nine_box=True)
    cycles.leave_out(store, cycle.cycle.id, robot.person("Chi Tran").id, "On leave")
    robot.open_reviews_page()
    yield robot
    robot.window.close()


@pytest.mark.parametrize("side", list(TABS_OF_CYCLE))
def test_everything_on_a_side_can_be_found_and_reached(robot: ReviewsRobot, side: str) -> None:
    robot.side(side)
    assert "\n".join(complaints(robot.window)) == ""


def test_the_tables_of_the_curve_can_be_reached(robot: ReviewsRobot) -> None:
    robot.side("curve")
    robot.click("curveAsTable")
    assert "\n".join(complaints(robot.window)) == ""


def test_everything_in_the_forms_can_be_found_and_reached(robot: ReviewsRobot) -> None:
    robot.act(NEW_CYCLE)
    robot.side("settings")
    for name in (SCALE_LIST, CRITERION_LIST):
        rows = robot.find(RankedList, name)
        robot.go_to(rows, 0)
        robot.press(rows, Qt.Key.Key_Return)
    assert "\n".join(complaints(robot.window)) == ""
    robot.side("people")
    inside = robot.find(FittedList, TAKING_PART)
    robot.go_to(inside, 0)
    robot.press(inside, Qt.Key.Key_Return)
    assert "\n".join(complaints(robot.window)) == ""


def test_the_empty_room_can_be_found_and_reached(
    qtbot: QtBot, store: Store, tmp_path: Path
) -> None:
    robot = ReviewsRobot(qtbot, store, tmp_path)
    robot.open_reviews_page()
    assert "\n".join(complaints(robot.window)) == ""
    robot.window.close()


@pytest.mark.parametrize("side", list(TABS_OF_CYCLE))
def test_everything_fits_the_least_window(robot: ReviewsRobot, side: str) -> None:
    robot.side(side)
    robot.window.resize(LEAST, 700)
    QApplication.processEvents()
    assert robot.window.width() == LEAST
    assert robot.window.minimumSizeHint().width() <= LEAST


def test_no_label_takes_markup(robot: ReviewsRobot) -> None:
    for side in TABS_OF_CYCLE:
        robot.side(side)
    labels = robot.page.findChildren(RoleLabel)
    assert len(labels) > 40
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}


def test_f6_walks_to_the_board(robot: ReviewsRobot) -> None:
    robot.list.setFocus()
    robot.act(NEXT_AREA)
    assert robot.board.hasFocus()
    robot.act(NEXT_AREA)
    assert robot.list.hasFocus()


def test_the_sides_turn_by_the_arrow_keys(robot: ReviewsRobot) -> None:
    bar = robot.find(QTabBar, CYCLE_TABS)
    bar.setFocus()
    robot.press(bar, Qt.Key.Key_Right)
    assert robot.page.side == "curve"
    assert robot.find(QTabBar, CYCLE_TABS).hasFocus()


def test_the_way_in_has_its_names(robot: ReviewsRobot) -> None:
    assert robot.page.objectName() == names.REVIEWS_VIEW
    assert robot.board.objectName() == names.CYCLE_BOARD
    assert robot.page.head.cycles.objectName() == names.CYCLE_LIST
