"""The way back after a jump: to the place, the tab, how far it was scrolled, and the keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from careerdesk.domain.feedback import Feedback
from careerdesk.domain.records import CheckIn, DiscoveryNote, Horizon, Person, PlanItem
from careerdesk.domain.reviews.records import Review
from careerdesk.domain.search.found import State
from careerdesk.services import people, plans, versions
from careerdesk.services.store import Store
from careerdesk.services.versions import TextRef
from careerdesk.ui.base import names
from careerdesk.ui.base.found_places import destination_of
from careerdesk.ui.plan.plan import PlanPage
from careerdesk.ui.shell.actions import SHOW_OBJECTIVES, SHOW_TRASH
from tests.builders import TODAY
from tests.review_builders import a_cycle, review_of
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


def test_what_is_done_where_one_came_to_keeps_esc_to_itself(desk: LandingRobot) -> None:
    on_long_plan(desk)
    desk.jump(PlanItem, "for_person")
    page = desk.page
    desk.press_at_window(Qt.Key.Key_PageDown)  # reading on is doing nothing
    desk.press_at_window(Qt.Key.Key_X)
    desk.press_at_window(Qt.Key.Key_Escape)
    assert desk.shown != "Zoe Last" and page.panel.isHidden()  # it closed the goal
    desk.press_at_window(Qt.Key.Key_Left, ALT)
    assert desk.shown == "Zoe Last"
    assert "x" in plans.item(desk.store, desk.marks.id(PlanItem)).item.for_person


def test_jumps_are_taken_back_one_after_the_other(desk: LandingRobot) -> None:
    desk.window.open_person(desk.person("Zoe Last").id, "prepare")
    desk.jump(PlanItem, "title")
    desk.jump(CheckIn, "shared_notes")
    desk.jump(Person, "email")
    assert desk.find(QWidget, names.PERSON_PANEL).isVisible()
    for tab in ("check-ins", "plan"):
        desk.press_at_window(Qt.Key.Key_Left, ALT)
        assert desk.window.person_page.tab == tab
    assert desk.page.panel.isVisible() and desk.page.panel.item_id == desk.marks.id(PlanItem)
    desk.press_at_window(Qt.Key.Key_Left, ALT)
    assert (desk.shown, desk.window.person_page.tab) == ("Zoe Last", "prepare")


def test_the_form_that_showed_feedback_is_put_away_on_the_way_back(desk: LandingRobot) -> None:
    desk.window.open_person(desk.marks.person_id, "prepare")
    desk.jump(Feedback, "impact")
    assert desk.page.editing.is_open
    desk.press_at_window(Qt.Key.Key_Escape)
    assert not desk.page.editing.is_open


@pytest.mark.whole
@pytest.mark.parametrize("action", [names.GO_TODAY, SHOW_TRASH, SHOW_OBJECTIVES, names.PREFERENCES])
def test_one_comes_back_to_a_page_of_nobody(action: str, desk: LandingRobot) -> None:
    desk.act(action)
    before = desk.window.content.currentWidget().objectName()
    desk.jump(DiscoveryNote, "their_words")
    assert desk.window.on_person_page
    desk.press_at_window(Qt.Key.Key_Escape)
    assert desk.window.content.currentWidget().objectName() == before


def test_one_comes_back_to_a_side_of_a_review_in_another_cycle(desk: LandingRobot) -> None:
    other = a_cycle(desk.store, "Another year")
    review = review_of(desk.store, other, desk.person("Zoe Last").id)
    room = desk.window.commands.pages.reviews_page()
    assert room is not None
    room.show_cycle(other.id)
    room.open_review(review.id, "peers")
    desk.jump(Review, "narrative")
    assert room.place != f"{review.id}/peers"
    desk.press_at_window(Qt.Key.Key_Escape)
    assert room.place == f"{review.id}/peers" and room.cycle is not None
    assert room.cycle.view.id == other.id


def test_after_the_dialog_of_earlier_versions_esc_leads_back(desk: LandingRobot) -> None:
    ref = TextRef(PlanItem, desk.marks.id(PlanItem), "for_person")
    versions.bring_back(desk.store, ref, "Other words")
    (before,) = versions.earlier(desk.store, ref)
    desk.window.open_person(desk.person("Zoe Last").id, "prepare")
    hit = replace(desk.marks.hit(PlanItem, "for_person"), state=State.EARLIER, kept_in=before.id)
    desk.go(destination_of(desk.store, hit))
    dialog = desk.window.findChild(QDialog, "versions")
    assert dialog is not None
    desk.press(dialog, Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert desk.window.person_page.tab == "plan"
    desk.press_at_window(Qt.Key.Key_Escape)
    assert desk.shown == "Zoe Last"


def test_nobody_comes_back_to_what_was_seen_before_the_screen_was_shared(
    desk: LandingRobot,
) -> None:
    desk.window.open_person(desk.person("Zoe Last").id, "prepare")
    desk.jump(PlanItem, "title")
    shown = desk.shown
    desk.act(names.SHARE_SAFE_MODE)
    desk.press_at_window(Qt.Key.Key_Left, ALT)
    desk.press_at_window(Qt.Key.Key_Escape)
    assert desk.shown == shown


def test_where_somebody_is_gone_meanwhile_it_is_said(desk: LandingRobot) -> None:
    zoe = desk.person("Zoe Last").id
    desk.window.open_person(zoe, "plan")
    desk.jump(DiscoveryNote, "their_words")
    people.remove(desk.store, zoe)
    desk.press_at_window(Qt.Key.Key_Left, ALT)
    assert desk.told == "The page you came from no longer exists"
