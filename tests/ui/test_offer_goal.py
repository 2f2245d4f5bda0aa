"""A goal that is done is offered as evidence from its panel; nothing of the other room shows."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QAbstractButton

from careerdesk.domain.records import ItemState
from careerdesk.domain.reviews.records import CycleKind
from careerdesk.services import people, plans
from careerdesk.services.reviews import bridges, cycles, evidence
from careerdesk.ui.plan.offer_goal import OFFER_GOAL
from tests.robots.plan import PlanRobot
from tests.robots.seen import said
from tests.robots.stage import TODAY, Stage

WORDS_OF_REVIEW = ("rating", "calibration", "performance", "sealed", "cited")


@pytest.fixture
def robot(stage: Stage) -> PlanRobot:
    """A plan with the goal A, which is open in its panel."""
    robot = PlanRobot(stage, people.add(stage.store, "Ana Ruiz").id)
    robot.add("A")
    robot.open("A")
    return robot


@pytest.fixture
def cycle(robot: PlanRobot) -> int:
    days = date(2026, 1, 1), date(2026, 12, 31)
    return cycles.add(robot.stage.store, "Year 2026", CycleKind.ANNUAL, *days).id


def reach(robot: PlanRobot, *, settled: bool = True) -> int:
    goal = robot.goal("A").id
    plans.change_item(
        robot.stage.store, goal, today=TODAY, state=ItemState.DONE, may_be_cited=settled
    )
    return goal


def button(robot: PlanRobot) -> QAbstractButton:
    return robot.stage.find(QAbstractButton, OFFER_GOAL)


def told(robot: PlanRobot) -> str:
    return robot.stage.toast.accessibleName()


def test_only_a_goal_that_is_done_can_be_offered(robot: PlanRobot) -> None:
    assert not button(robot).isVisible()
    reach(robot)
    assert button(robot).isVisible()


@pytest.mark.usefixtures("cycle")
def test_it_says_where_the_goal_went_and_can_be_taken_back(robot: PlanRobot) -> None:
    goal = reach(robot)
    button(robot).click()
    store = robot.stage.store
    assert told(robot) == "Offered as evidence in Year 2026"
    assert evidence.is_offered(store, goal)
    assert len(bridges.crossings(store, robot.person_id)) == 1
    seen = said(robot.stage.window).lower().replace("may be cited", "")  # a tick of the plan
    assert not any(word in seen for word in WORDS_OF_REVIEW)
    step = store.undo()
    assert step is not None
    assert step.place == "plan"
    assert not evidence.is_offered(store, goal)


@pytest.mark.usefixtures("cycle")
def test_a_second_time_nothing_is_done_and_nothing_else_undone(robot: PlanRobot) -> None:
    goal = reach(robot)
    button(robot).click()
    button(robot).click()
    assert told(robot) == "Already offered as evidence in Year 2026"
    assert len(bridges.crossings(robot.stage.store, robot.person_id)) == 1
    assert evidence.is_offered(robot.stage.store, goal)


def test_without_a_cycle_a_sentence_says_what_to_do(robot: PlanRobot) -> None:
    reach(robot)
    button(robot).click()
    banner = robot.stage.banners.banner("problem")
    assert banner is not None
    assert "Start one in Reviews first" in banner.text.text()


@pytest.mark.usefixtures("cycle")
def test_what_is_not_settled_is_refused_with_the_next_step(robot: PlanRobot) -> None:
    goal = reach(robot, settled=False)
    button(robot).click()
    banner = robot.stage.banners.banner("problem")
    assert banner is not None
    assert (
        "Discuss it with them, then open the goal and tick this under “Committed”"
        in banner.text.text()
    )
    assert not evidence.is_offered(robot.stage.store, goal)


@pytest.mark.usefixtures("cycle")
def test_what_is_in_a_review_already_stays_there_though_it_may_not_be_cited_any_more(
    robot: PlanRobot,
) -> None:
    goal = reach(robot)
    button(robot).click()
    plans.change_item(robot.stage.store, goal, today=TODAY, may_be_cited=False)
    button(robot).click()
    assert told(robot) == "Already offered as evidence in Year 2026"
    assert evidence.is_offered(robot.stage.store, goal)


def test_it_is_gone_while_the_screen_is_shared(robot: PlanRobot) -> None:
    reach(robot)
    robot.stage.ctx.sharing.share(robot.person_id)
    assert not button(robot).isVisible()
    assert "evidence" not in said(robot.stage.window).lower()
    robot.stage.ctx.sharing.stop()
    assert button(robot).isVisible()
