"""The way back after a jump: to the place, the tab, how far it was scrolled, and the keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from careerdesk.domain.records import DiscoveryNote, Horizon
from careerdesk.services import plans
from careerdesk.services.store import Store
from careerdesk.ui.base import names
from careerdesk.ui.base.found_places import destination_of
from careerdesk.ui.plan.plan import PlanPage
from tests.builders import TODAY
from tests.landmarks import Landmarks
from tests.robots.window import PeopleRobot

ALT = Qt.KeyboardModifier.AltModifier
GOALS = 30


@pytest.fixture
def marks(store: Store) -> Landmarks:
    return Landmarks(store)


@pytest.fixture
def desk(qtbot: QtBot, marks: Landmarks, tmp_path: Path) -> Iterator[PeopleRobot]:
    robot = PeopleRobot(qtbot, marks.store, tmp_path)
    yield robot
    robot.window.close()


def jump(desk: PeopleRobot, marks: Landmarks, kind: type, field: str) -> None:
    desk.window.ctx.navigator.go(destination_of(marks.store, marks.hit(kind, field)))
    QApplication.processEvents()


def press(desk: PeopleRobot, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
    """Press a key as the desktop hands it over: to the window."""
    handle = desk.window.windowHandle()
    QTest.keyClick(handle, key, modifier or Qt.KeyboardModifier.NoModifier)
    QApplication.processEvents()


def on_long_plan(desk: PeopleRobot) -> PlanPage:
    """The plan of somebody else, scrolled far down, with a goal chosen."""
    zoe = desk.person("Zoe Last").id
    titles = [f"Goal {n}" for n in range(GOALS)]
    goals = plans.add_items_for(desk.store, zoe, Horizon.SHORT, titles, TODAY)
    desk.window.open_person(zoe, "plan")
    page = desk.window.person_page.page
    assert isinstance(page, PlanPage)
    QApplication.processEvents()
    view = page.groups[Horizon.SHORT].view
    view.select_ids([goals[GOALS - 4].id])
    view.setFocus()
    page.area.verticalScrollBar().setValue(page.area.verticalScrollBar().maximum() - 60)
    return page


@pytest.mark.whole
@pytest.mark.parametrize("key", [(Qt.Key.Key_Escape, None), (Qt.Key.Key_Left, ALT)])
def test_after_a_jump_a_key_leads_back_to_the_same_sight(
    key: tuple[Qt.Key, Qt.KeyboardModifier | None], desk: PeopleRobot, marks: Landmarks
) -> None:
    page = on_long_plan(desk)
    bar = page.area.verticalScrollBar()
    before = bar.value(), page.groups[Horizon.SHORT].view.selected_ids()
    assert before[0] > 0
    jump(desk, marks, DiscoveryNote, "my_reading")
    assert desk.shown != "Zoe Last" and desk.window.person_page.tab == "discovery"
    press(desk, *key)
    assert (desk.shown, desk.window.person_page.tab) == ("Zoe Last", "plan")
    assert page.groups[Horizon.SHORT].view.hasFocus()
    assert (bar.value(), page.groups[Horizon.SHORT].view.selected_ids()) == before
    assert not desk.window.actions_[names.GO_BACK].isEnabled()
