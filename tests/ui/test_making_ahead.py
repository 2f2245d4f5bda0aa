"""What first visits would wait for is made in pauses, and looks the same."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import count

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import delete

from careerdesk.ui.shell.making_ahead import MakingAhead, steps_for
from careerdesk.ui.shell.person_page import TABS
from tests.robots.window import PeopleRobot

AN_HOUR_MS = 3_600_000


def make_all(staff: PeopleRobot) -> None:
    made = MakingAhead(steps_for(staff.window.person_page), staff.window)
    with staff.qtbot.waitSignal(made.destroyed):
        pass


def ours() -> set[str]:
    return {name for name in sys.modules if name.startswith("careerdesk")}


def visit(staff: PeopleRobot, tab: str) -> QImage:
    staff.window.resize(1280, 800)
    staff.window.person_page.tabs.setCurrentIndex(TABS.index(tab))
    QApplication.processEvents()
    return staff.window.grab().toImage()


def test_a_first_visit_finds_its_page_made_and_what_it_needs_imported(
    staff: PeopleRobot,
) -> None:
    make_all(staff)
    page, known = staff.window.person_page, ours()
    made = {tab: page.made_page(tab) for tab in TABS}
    for tab in TABS:
        visit(staff, tab)
        assert page.page is made[tab] and page.page.isVisible()
    staff.window.commands.pages.show_today()
    assert ours() == known


def test_a_first_check_in_and_a_first_goal_find_their_widgets_made(staff: PeopleRobot) -> None:
    make_all(staff)
    page = staff.window.person_page
    plan, check_ins = page.made_page(TABS[2]), page.made_page(TABS[3])
    before = len(plan.findChildren(QWidget)), len(check_ins.findChildren(QWidget))
    visit(staff, TABS[3])
    assert check_ins.check_in.window() is staff.window
    assert plan.panel.isHidden()
    assert (len(plan.findChildren(QWidget)), len(check_ins.findChildren(QWidget))) == before


def test_a_page_that_was_made_ahead_looks_as_one_that_was_made_by_its_visit(
    staff: PeopleRobot,
) -> None:
    as_visited = [visit(staff, tab) for tab in TABS]
    visit(staff, TABS[0])
    staff.restart()
    make_all(staff)
    visit(staff, TABS[0])
    for tab, picture in zip(TABS, as_visited, strict=True):
        assert visit(staff, tab) == picture, tab


def test_what_a_visit_takes_off_a_page_meanwhile_is_no_trouble(staff: PeopleRobot) -> None:
    page = staff.window.person_page.made_page(TABS[1])
    rows = [QWidget(page) for _ in range(2)]
    steps = steps_for(staff.window.person_page)
    assert any(step is rows[1] for step in steps)
    delete(rows[0])
    for _ in steps:
        pass


@pytest.mark.parametrize("way", ["key", "mouse"])
def test_it_gives_way_to_keys_and_mouse(staff: PeopleRobot, way: str) -> None:
    taken: list[int] = []
    window, steps = staff.window, map(taken.append, count())
    MakingAhead(steps, window, quiet_ms=AN_HOUR_MS)
    staff.qtbot.waitUntil(lambda: bool(taken))
    if way == "key":
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Shift)
    else:
        QTest.mouseMove(window.windowHandle(), QPoint(3, 3))
    before = len(taken)
    later = MakingAhead(iter(()), window)  # which the first one would go on before
    with staff.qtbot.waitSignal(later.destroyed):
        pass
    assert len(taken) == before


def test_it_ends_with_the_window(staff: PeopleRobot) -> None:
    taken: list[int] = []
    MakingAhead(map(taken.append, count()), staff.window)
    staff.window.close()
    later = MakingAhead(iter(()), QApplication.instance())  # which the first one would go on before
    with staff.qtbot.waitSignal(later.destroyed):
        pass
    assert taken == []


def test_a_page_that_cannot_be_made_ahead_is_told_once_and_then_all_is_left_to_the_visits(
    staff: PeopleRobot,
) -> None:
    def steps() -> Iterator[object]:
        yield None
        raise RuntimeError("no such page")

    with staff.qtbot.captureExceptions() as told:
        made = MakingAhead(steps(), staff.window)
        with staff.qtbot.waitSignal(made.destroyed):
            pass
    assert [str(error) for _, error, _ in told] == ["no such page"]
