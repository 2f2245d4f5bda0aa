"""Review meetings are logged where the review is shared: listed, changed, deleted, taken back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from careerdesk.services import balance
from careerdesk.services.reviews import meetings
from careerdesk.services.store import Store
from careerdesk.ui.base import names
from careerdesk.ui.reviews.sharing.meetings_box import (
    LOG_MEETING,
    MEETING_DAY,
    MEETING_FORM,
    MEETING_LIST,
    MEETING_MINUTES,
    REMOVE_MEETING,
    MeetingForm,
)
from tests.reviews import NOW, TODAY, a_review
from tests.robots.review_tabs import ReviewRobot
from tests.robots.stage import Stage


@pytest.fixture
def robot(stage: Stage, store: Store) -> ReviewRobot:
    store.now = lambda: NOW
    return ReviewRobot(stage, a_review(store), "share")


def stored(robot: ReviewRobot) -> list[tuple[date, int | None]]:
    person_id = robot.review.review.person_id
    found = meetings.of(robot.stage.store, person_id)
    return [(one.held_on, one.minutes) for one in found]


def form(robot: ReviewRobot) -> MeetingForm:
    return robot.find(MeetingForm, MEETING_FORM)


def fill(robot: ReviewRobot, day: str, minutes: str) -> None:
    """Type a day and minutes, and press Enter."""
    robot.fill(MEETING_DAY, day, Qt.Key.Key_Tab)
    robot.fill(MEETING_MINUTES, minutes)


def test_a_meeting_of_today_is_logged_by_a_number_and_enter(robot: ReviewRobot) -> None:
    robot.click(LOG_MEETING)
    assert robot.find(QLineEdit, MEETING_DAY).hasFocus()
    fill(robot, "today", "45")
    assert stored(robot) == [(TODAY, 45)]
    assert not form(robot).isVisible()
    assert "45 minutes" in "".join(robot.rows(MEETING_LIST))
    robot.stage.undo()
    assert stored(robot) == []
    assert robot.rows(MEETING_LIST) == []


def test_it_is_changed_where_it_stands(robot: ReviewRobot) -> None:
    meetings.add(robot.stage.store, robot.review.review.person_id, TODAY, 30, TODAY)
    robot.open_row(MEETING_LIST, 0)
    assert robot.find(QLineEdit, MEETING_MINUTES).text() == "30"
    before = TODAY - timedelta(2)
    fill(robot, before.isoformat(), "50")
    assert stored(robot) == [(before, 50)]


def test_the_length_may_be_left_open(robot: ReviewRobot) -> None:
    robot.click(LOG_MEETING)
    fill(robot, "yesterday", "")
    assert stored(robot) == [(TODAY - timedelta(1), None)]
    assert "length unknown" in "".join(robot.rows(MEETING_LIST))


def test_a_day_to_come_is_refused_and_what_is_typed_stays(robot: ReviewRobot) -> None:
    robot.click(LOG_MEETING)
    fill(robot, "tomorrow", "45")
    assert stored(robot) == []
    banner = robot.stage.banners.banner(names.PROBLEM)
    assert banner is not None
    assert "in the future" in banner.text.text()
    assert form(robot).isVisible()
    assert robot.find(QLineEdit, MEETING_MINUTES).text() == "45"


def test_it_is_deleted_by_key_and_by_button_and_undo_brings_it_back(robot: ReviewRobot) -> None:
    person_id = robot.review.review.person_id
    for days in (3, 1):
        meetings.add(robot.stage.store, person_id, TODAY - timedelta(days), 30, TODAY)
    before = stored(robot)
    view = robot.go_to(MEETING_LIST, 0)
    robot.press(view, Qt.Key.Key_Delete)
    assert stored(robot) == before[1:]
    robot.open_row(MEETING_LIST, 0)
    robot.click(REMOVE_MEETING)
    assert stored(robot) == []
    assert not form(robot).isVisible()
    robot.stage.undo()
    robot.stage.undo()
    assert stored(robot) == before


def test_undo_of_the_one_that_is_open_leaves_the_keyboard_where_one_is_logged(
    robot: ReviewRobot,
) -> None:
    meetings.add(robot.stage.store, robot.review.review.person_id, TODAY, 30, TODAY)
    robot.page.reload()
    robot.open_row(MEETING_LIST, 0)
    assert form(robot).day.hasFocus()
    robot.stage.undo()
    robot.page.reload()
    assert form(robot).isHidden()
    assert robot.find(QAbstractButton, LOG_MEETING).hasFocus()


def test_esc_leaves_the_form_and_what_was_typed(robot: ReviewRobot) -> None:
    robot.click(LOG_MEETING)
    minutes = robot.find(QLineEdit, MEETING_MINUTES)
    minutes.setFocus()
    robot.press(minutes, Qt.Key.Key_4)
    robot.press(minutes, Qt.Key.Key_Escape)
    robot.press(minutes, Qt.Key.Key_Escape)
    assert not form(robot).isVisible()
    assert stored(robot) == []
    robot.click(LOG_MEETING)
    assert minutes.text() == ""


def test_the_balance_counts_what_is_logged(robot: ReviewRobot) -> None:
    robot.click(LOG_MEETING)
    fill(robot, "today", "45")
    found = balance.balance(robot.stage.store, TODAY)
    assert (found.meetings, found.minutes) == (1, 45)


def test_it_was_held_on_the_last_such_day(robot: ReviewRobot) -> None:
    robot.click(LOG_MEETING)
    fill(robot, "fri", "45")
    assert stored(robot) == [(date(2026, 11, 13), 45)]


def test_the_day_of_one_that_is_edited_stays_over_midnight(robot: ReviewRobot) -> None:
    meetings.add(robot.stage.store, robot.review.review.person_id, TODAY, 30, TODAY)
    robot.open_row(MEETING_LIST, 0)
    robot.let_days_pass()
    robot.fill(MEETING_MINUTES, "50")
    assert stored(robot) == [(TODAY, 50)]
