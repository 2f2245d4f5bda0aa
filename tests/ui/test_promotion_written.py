"""The outcome offers to write an approved promotion into its person, and says when that was."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from careerdesk.domain.reviews.records import PromotionState
from careerdesk.services import people, roles
from careerdesk.services.reviews import cycles, reviews
from careerdesk.services.store import Store
from careerdesk.ui.reviews.calibration.outcome import (
    PAY_CHANGE,
    PAY_FROM,
    PROMOTION_STATE,
    TO_LEVEL,
    TO_TITLE,
)
from careerdesk.ui.reviews.calibration.promotion_written import WRITE_INTO, WRITTEN_INTO
from careerdesk.ui.reviews.writing.crossing_log import CROSSING_LIST, CROSSINGS
from careerdesk.ui.widgets.buttons import LookButton
from careerdesk.ui.widgets.drop_down import DropDown
from tests.reviews import NOW, TODAY, ReviewBuilder, a_review
from tests.robots.review_tabs import ReviewRobot
from tests.robots.stage import Stage


@pytest.fixture
def review(store: Store) -> ReviewBuilder:
    """Ana is an engineer on level four, and in review."""
    store.now = lambda: NOW
    found = a_review(store)
    people.change(store, found.review.person_id, title="Engineer", level="L4")
    return found


@pytest.fixture
def robot(stage: Stage, review: ReviewBuilder) -> ReviewRobot:
    """The promotion is approved, from the first of January on."""
    reviews.write_outcome(
        stage.store, review.id, to_title="Senior Engineer", to_level="L5",
        effective_on=date(2027, 1, 1), promotion=PromotionState.APPROVED,
    )  # fmt: skip
    return ReviewRobot(stage, review, "outcome")


def said(robot: ReviewRobot) -> list[str]:
    """Title and level of Ana, the newest first."""
    return [one.words for one in roles.history(robot.stage.store, robot.review.review.person_id)]


def test_one_press_writes_it_and_one_undo_takes_it_back(robot: ReviewRobot) -> None:
    button = robot.find(LookButton, WRITE_INTO)
    assert button.text() == "Update Ana's details: Senior Engineer, L5 from 1 Jan"
    assert button.accessibleName().endswith("from 1 January 2027")
    robot.click(WRITE_INTO)
    assert said(robot) == ["Senior Engineer, L5", "Engineer, L4"]
    assert robot.said().startswith("Ana: Senior Engineer, L5 from 1 Jan")
    assert robot.words(WRITTEN_INTO) == "Ana's details were updated today."
    assert not robot.can(WRITE_INTO)
    assert robot.find(DropDown, PROMOTION_STATE).hasFocus()
    robot.undo()
    assert said(robot) == ["Engineer, L4"]
    assert robot.can(WRITE_INTO)


def test_on_another_day_it_says_when_that_was(robot: ReviewRobot) -> None:
    robot.click(WRITE_INTO)
    robot.stage.ctx.clock.go_on(days=16)
    robot.page.reload()
    assert robot.words(WRITTEN_INTO) == "Ana's details were updated on 17 Nov."
    robot.pick(PROMOTION_STATE, "Declined")
    assert robot.words(WRITTEN_INTO) == (
        "Ana's details were updated on 17 Nov. To change this, edit Ana's details."
    )
    robot.pick(PROMOTION_STATE, "Approved")
    assert robot.words(WRITTEN_INTO) == "Ana's details were updated on 17 Nov."
    assert not robot.can(WRITE_INTO)


@pytest.mark.parametrize("state", ["None", "In preparation", "Proposed", "Deferred", "Declined"])
def test_nothing_is_shown_before_it_is_approved(robot: ReviewRobot, state: str) -> None:
    robot.pick(PROMOTION_STATE, state)
    assert not robot.can(WRITE_INTO)
    assert robot.words(WRITTEN_INTO) == ""


def test_what_is_missing_is_said_instead_of_the_button(robot: ReviewRobot) -> None:
    robot.fill(TO_TITLE, "")
    assert (
        robot.find(LookButton, WRITE_INTO).text() == "Update Ana's details: Engineer, L5 from 1 Jan"
    )
    robot.fill(TO_LEVEL, "")
    assert robot.words(WRITTEN_INTO).startswith("Enter the new title or level")
    robot.fill(TO_LEVEL, "L4")
    assert robot.words(WRITTEN_INTO) == "Ana already has this title and level."
    robot.fill(TO_LEVEL, "L5")
    robot.fill(PAY_FROM, "")
    assert (
        robot.find(LookButton, WRITE_INTO).text() == "Update Ana's details: Engineer, L5 from today"
    )


def test_another_level_can_be_written_once_it_is_typed(robot: ReviewRobot) -> None:
    robot.click(WRITE_INTO)
    robot.fill(TO_LEVEL, "L6")
    robot.click(WRITE_INTO)
    assert said(robot) == ["Senior Engineer, L6", "Engineer, L4"]


def test_in_a_closed_cycle_it_can_still_be_written(robot: ReviewRobot) -> None:
    cycles.close(robot.stage.store, robot.review.cycle.id, TODAY)
    assert not robot.can(PAY_CHANGE)
    assert not robot.can(TO_TITLE)
    robot.click(WRITE_INTO)
    assert said(robot)[0] == "Senior Engineer, L5"
    assert robot.words(WRITTEN_INTO) == "Ana's details were updated today."


def test_who_is_left_out_is_offered_nothing(robot: ReviewRobot) -> None:
    store, review = robot.stage.store, robot.review
    cycles.leave_out(store, review.cycle.id, review.review.person_id, "On leave")
    assert not robot.can(WRITE_INTO)


def test_a_title_without_end_leaves_the_page_as_wide(robot: ReviewRobot) -> None:
    robot.fill(TO_TITLE, "")
    wide = robot.tab.body.minimumSizeHint().width()
    robot.fill(TO_TITLE, "Senior " * 60)
    assert robot.tab.body.minimumSizeHint().width() == wide
    button = robot.find(LookButton, WRITE_INTO)
    assert "…" in button.text()
    assert button.accessibleName().count("Senior") == 60


def test_the_button_is_reached_and_pressed_by_keys(robot: ReviewRobot) -> None:
    robot.find(DropDown, PROMOTION_STATE).setFocus()
    robot.press(robot.find(DropDown, PROMOTION_STATE), Qt.Key.Key_Tab)
    button = robot.find(LookButton, WRITE_INTO)
    assert button.hasFocus()
    robot.press(button, Qt.Key.Key_Return)
    assert said(robot)[0] == "Senior Engineer, L5"


def test_the_head_shows_the_level_of_the_period(robot: ReviewRobot) -> None:
    robot.click(WRITE_INTO)
    assert "L4" in robot.page.facts.text()
    person_id = robot.review.review.person_id
    past = roles.past(robot.stage.store, person_id)[0]
    roles.change(robot.stage.store, past.id, TODAY, until=date(2026, 10, 1))
    assert robot.page.facts.text().endswith("L5 since October 2026")


def test_what_went_over_is_in_the_list(robot: ReviewRobot) -> None:
    robot.click(WRITE_INTO)
    robot.open("narrative")
    assert robot.find(LookButton, CROSSINGS).text() == "1 promotion recorded"
    robot.click(CROSSINGS)
    assert robot.rows(CROSSING_LIST)[0].startswith(
        "Senior Engineer, L5, To Conversations as a title and level"
    )
