"""A click shows its page at once: no list is painted, laid out anew, and painted once more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication
from pytestqt.qtbot import QtBot

from careerdesk.compat import override
from careerdesk.data.store import Store
from careerdesk.services import people
from careerdesk.ui.base import names
from careerdesk.ui.shell.actions import EDIT_PERSON
from tests.robots.window import PeopleRobot

TABS = (names.GO_PREPARE, names.GO_DISCOVERY, names.GO_PLAN, names.GO_CHECK_INS)


class Painted(QObject):
    """Counts how often each list is painted."""

    def __init__(self) -> None:
        super().__init__()
        self.times: Counter[str] = Counter()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note it, and let it happen."""
        view = watched.parent()
        listed = isinstance(view, QAbstractItemView) and watched is view.viewport()
        if listed and event.type() == QEvent.Type.Paint:
            self.times[view.objectName()] += 1
        return False

    def twice(self) -> list[str]:
        """The lists that were painted more than once, since it was asked the last time."""
        for _ in range(3):
            QApplication.processEvents()
        found = [name for name, count in self.times.items() if count > 1]
        self.times.clear()
        return found


@pytest.fixture
def painted(staff: PeopleRobot) -> Iterator[Painted]:  # the window comes first
    painted = Painted()
    application = QApplication.instance()
    assert application is not None
    application.installEventFilter(painted)
    yield painted
    application.removeEventFilter(painted)


def click_on(staff: PeopleRobot, row: int) -> None:
    view = staff.list
    place = view.visualRect(view.model().index(row, 0)).center()
    staff.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)


@pytest.mark.whole
@pytest.mark.parametrize("tab", TABS)
def test_another_person_is_painted_once(staff: PeopleRobot, painted: Painted, tab: str) -> None:
    staff.act(tab)
    painted.twice()
    for row in (1, 2, 0):
        click_on(staff, row)
        assert painted.twice() == []


def test_a_page_of_its_own_is_painted_once(staff: PeopleRobot, painted: Painted) -> None:
    staff.act(names.GO_TODAY)
    painted.twice()
    staff.act(names.GO_PREPARE)
    painted.twice()
    staff.act(names.GO_TODAY)
    assert painted.twice() == []


def test_the_list_behind_a_panel_is_painted_once(staff: PeopleRobot, painted: Painted) -> None:
    staff.act(names.GO_PLAN)
    painted.twice()
    staff.act(EDIT_PERSON)
    assert painted.twice() == []


def test_rows_are_as_wide_as_their_list_when_a_scroll_bar_comes(
    qtbot: QtBot, store: Store, tmp_path: Path
) -> None:
    people.add_many(store, [f"Ana Ruiz {number}" for number in range(40)])
    robot = PeopleRobot(qtbot, store, tmp_path)
    view = robot.list
    for height in (800, 4_000, 700):
        robot.window.resize(1200, height)
        for _ in range(3):
            QApplication.processEvents()
        assert view.verticalScrollBar().isVisible() == (height < 2_000)
        assert view.visualRect(view.model().index(0, 0)).width() == view.viewport().width()
    robot.window.close()
