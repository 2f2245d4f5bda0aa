"""Closing a plan, and reading the closed ones."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from careerdesk.domain.records import ItemState, PlanState
from careerdesk.services import people, plans
from careerdesk.services.store import Store
from careerdesk.ui.base import names
from careerdesk.ui.plan.close_plan import (
    CLOSE_CANCEL,
    CLOSE_CARRY,
    CLOSE_CONFIRM,
    CLOSE_SCORE,
    CLOSE_SUMMARY,
    CLOSE_WORDS,
)
from careerdesk.ui.plan.closed_plans import CLOSED_BACK, CLOSED_PLAN
from careerdesk.ui.widgets.buttons import TickBox
from careerdesk.ui.widgets.growing_text import GrowingText
from tests.robots.plan import LONGER, PlanRobot
from tests.robots.stage import Stage


@pytest.fixture
def robot(qtbot, store: Store, tmp_path: Path) -> PlanRobot:
    """A plan with an open goal, a reached one, and a longer-term one; its form is open."""
    stage = Stage(qtbot, store, tmp_path)
    robot = PlanRobot(stage, people.add(store, "Ana Ruiz").id)
    robot.add("Open", "Reached")
    robot.add("Far", to=LONGER)
    robot.press(Qt.Key.Key_5, "Reached")
    return robot


def write(robot: PlanRobot, name: str, text: str) -> None:
    robot.stage.find(GrowingText, name).insertPlainText(text)


def close(robot: PlanRobot) -> int:
    """Score one goal, drop one from what is carried over, and close. The closed plan's id."""
    plan_id = robot.page.plan_id
    keys = {title: str(robot.id(title)) for title in ("Open", "Reached", "Far")}
    robot.click(names.CLOSE_PLAN)
    robot.enter(CLOSE_SCORE + keys["Reached"], "0.9")
    write(robot, CLOSE_WORDS + keys["Reached"], "Ran <b>from</b> May on")
    write(robot, CLOSE_SUMMARY, "A good half year.")
    robot.stage.find(TickBox, CLOSE_CARRY + keys["Far"]).click()
    robot.click(CLOSE_CONFIRM)
    return plan_id


def test_open_goals_go_on_and_scores_stay(robot: PlanRobot) -> None:
    closed = plans.get(robot.stage.store, close(robot))
    assert closed.plan.state is PlanState.CLOSED
    assert closed.plan.summary == "A good half year."
    scores = {view.item.title: view.item.score for view in closed.items}
    assert scores == {"Open": None, "Reached": 0.9, "Far": None}
    assert robot.stored() == robot.titles() == ["Open"]
    assert robot.titles(LONGER) == []
    assert robot.page.plan_id != closed.plan.id


def test_closing_is_one_step_with_a_way_back(robot: PlanRobot) -> None:
    plan_id = close(robot)
    assert robot.stage.toast.isVisible()
    robot.stage.undo()
    assert robot.page.plan_id == plan_id
    assert robot.titles() == ["Open", "Reached"]
    assert robot.goal("Reached").item.score is None
    assert not robot.page.closed.isVisible()


def test_what_is_open_is_carried_over_unless_told_otherwise(robot: PlanRobot) -> None:
    keys = {title: str(robot.id(title)) for title in ("Open", "Reached")}
    robot.click(names.CLOSE_PLAN)
    assert robot.stage.find(TickBox, CLOSE_CARRY + keys["Open"]).isChecked()
    assert not robot.stage.find(TickBox, CLOSE_CARRY + keys["Reached"]).isChecked()


def test_a_score_outside_zero_to_one_is_refused_in_place(robot: PlanRobot) -> None:
    key = str(robot.id("Open"))
    robot.click(names.CLOSE_PLAN)
    robot.enter(CLOSE_SCORE + key, "7")
    assert robot.line(CLOSE_SCORE + key).property("refused") == "true"


def test_keeping_it_open_changes_nothing(robot: PlanRobot) -> None:
    robot.stage.written()
    robot.click(names.CLOSE_PLAN)
    robot.click(CLOSE_CANCEL)
    assert robot.stage.written() == 0
    assert robot.titles() == ["Open", "Reached"]
    assert robot.page.header.isVisible()


def test_a_closed_plan_opens_to_be_read(robot: PlanRobot) -> None:
    plan_id = close(robot)
    robot.click(f"{CLOSED_PLAN}{plan_id}")
    shown = [label.text() for label in robot.page.findChildren(QLabel) if label.isVisible()]
    assert "A good half year." in shown
    assert "Ran <b>from</b> May on" in shown
    assert any("0.9" in text for text in shown)
    robot.click(CLOSED_BACK)
    assert robot.page.header.isVisible()


def test_without_anything_carried_over_there_is_no_plan(robot: PlanRobot) -> None:
    robot.press(Qt.Key.Key_6, "Open", "Reached")
    robot.press(Qt.Key.Key_6, "Far")
    assert robot.goal("Far").item.state is ItemState.DROPPED
    robot.click(names.CLOSE_PLAN)
    robot.click(CLOSE_CONFIRM)
    assert plans.active(robot.stage.store, robot.person_id) is None
    assert robot.page.closed.isVisible()
    robot.add("Next")
    assert robot.stored() == ["Next"]


def test_the_form_has_the_one_filled_button_of_the_page(robot: PlanRobot) -> None:
    assert not robot.page.has_primary
    robot.click(names.CLOSE_PLAN)
    assert robot.page.has_primary
    robot.click(CLOSE_CANCEL)
    assert not robot.page.has_primary
