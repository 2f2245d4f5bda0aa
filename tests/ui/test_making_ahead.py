"""What first visits would wait for is made in pauses, and looks the same."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from careerdesk.services import demo
from careerdesk.services.store import Store
from careerdesk.ui.shell.making_ahead import MakingAhead, steps_for
from careerdesk.ui.shell.person_page import TABS
from tests.robots.stage import TODAY
from tests.robots.window import PeopleRobot

AN_HOUR_MS = 3_600_000


@pytest.fixture
def robot(qtbot: QtBot, store: Store, tmp_path: Path) -> Iterator[PeopleRobot]:
    demo.fill(store, TODAY)
    robot = PeopleRobot(qtbot, store, tmp_path)
    yield robot
    robot.window.close()


def make_all(robot: PeopleRobot) -> None:
    made = MakingAhead(steps_for(robot.window.person_page), robot.window)
    with robot.qtbot.waitSignal(made.destroyed):
        pass


def ours() -> set[str]:
    return {name for name in sys.modules if name.startswith("careerdesk")}


def visit(robot: PeopleRobot, tab: str) -> QImage:
    robot.window.resize(1280, 800)
    robot.window.person_page.tabs.setCurrentIndex(TABS.index(tab))
    QApplication.processEvents()
    return robot.window.grab().toImage()


def test_a_first_visit_finds_its_page_made_and_what_it_needs_imported(robot: PeopleRobot) -> None:
    make_all(robot)
    page, known = robot.window.person_page, ours()
    made = {tab: page.made_page(tab) for tab in TABS}
    for tab in TABS:
        visit(robot, tab)
        assert page.page is made[tab] and page.page.isVisible()
    robot.window.commands.pages.show_today()
    assert ours() == known


def test_a_first_check_in_and_a_first_goal_find_their_widgets_made(robot: PeopleRobot) -> None:
    make_all(robot)
    page = robot.window.person_page
    plan, check_ins = page.made_page(TABS[2]), page.made_page(TABS[3])
    before = len(plan.findChildren(QWidget)), len(check_ins.findChildren(QWidget))
    visit(robot, TABS[3])
    assert check_ins.check_in.window() is robot.window
    assert plan.panel.isHidden()
    assert (len(plan.findChildren(QWidget)), len(check_ins.findChildren(QWidget))) == before


def test_a_page_that_was_made_ahead_looks_as_one_that_was_made_by_its_visit(
    robot: PeopleRobot,
) -> None:
    as_visited = [visit(robot, tab) for tab in TABS]
    visit(robot, TABS[0])
    robot.restart()
    make_all(robot)
    visit(robot, TABS[0])
    for tab, picture in zip(TABS, as_visited, strict=True):
        assert visit(robot, tab) == picture, tab


def test_what_a_visit_takes_off_a_page_meanwhile_is_no_trouble(robot: PeopleRobot) -> None:
    page = robot.window.person_page.made_page(TABS[1])
    rows = [QWidget(page) for _ in range(2)]
    steps = steps_for(robot.window.person_page)
    assert any(step is rows[1] for step in steps)
    delete(rows[0])
    for _ in steps:
        pass


@pytest.mark.parametrize("way", ["key", "mouse"])
def test_it_gives_way_to_keys_and_mouse(robot: PeopleRobot, way: str) -> None:
    taken: list[int] = []
    window, steps = robot.window, map(taken.append, count())
    MakingAhead(steps, window, quiet_ms=AN_HOUR_MS)
    robot.qtbot.waitUntil(lambda: bool(taken))
    if way == "key":
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Shift)
    else:
        QTest.mouseMove(window.windowHandle(), QPoint(3, 3))
    before = len(taken)
    later = MakingAhead(iter(()), window)  # which the first one would go on before
    with robot.qtbot.waitSignal(later.destroyed):
        pass
    assert len(taken) == before


def test_it_ends_with_the_window(robot: PeopleRobot) -> None:
    taken: list[int] = []
    MakingAhead(map(taken.append, count()), robot.window)
    robot.window.close()
    later = MakingAhead(iter(()), QApplication.instance())  # which the first one would go on before
    with robot.qtbot.waitSignal(later.destroyed):
        pass
    assert taken == []
