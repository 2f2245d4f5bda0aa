"""The way back after a jump: to the place, the tab, how far it was scrolled, and the keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from careerdesk.domain.records import DiscoveryNote, Horizon
from careerdesk.services import plans
from careerdesk.services.store import Store
from careerdesk.ui.base import names
from careerdesk.ui.plan.plan import PlanPage
from tests.builders import TODAY
from tests.robots.landing import LandingRobot

ALT = Qt.KeyboardModifier.AltModifier
GOALS = 30


@pytest.fixture
def desk(qtbot: QtBot, store: Store, tmp_path: Path) -> Iterator[LandingRobot]:
    robot = LandingRobot(qtbot, store, tmp_path)
    yield robot
    robot.window.close()


def on_long_plan(desk: LandingRobot) -> PlanPage:
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
    key: tuple[Qt.Key, Qt.KeyboardModifier | None], desk: LandingRobot
) -> None:
    page = on_long_plan(desk)
    bar = page.area.verticalScrollBar()
    before = bar.value(), page.groups[Horizon.SHORT].view.selected_ids()
    assert before[0] > 0
    desk.jump(DiscoveryNote, "my_reading")
    assert desk.shown != "Zoe Last" and desk.window.person_page.tab == "discovery"
    desk.press_at_window(*key)
    assert (desk.shown, desk.window.person_page.tab) == ("Zoe Last", "plan")
    assert page.groups[Horizon.SHORT].view.hasFocus()
    assert (bar.value(), page.groups[Horizon.SHORT].view.selected_ids()) == before
    assert not desk.window.actions_[names.GO_BACK].isEnabled()
