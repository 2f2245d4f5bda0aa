"""Calibration: what must come first, rounds, the way back, and how far the message moved."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QWidget

from careerdesk.services.reviews import cycles, reviews
from careerdesk.services.store import Store
from careerdesk.ui.base import names
from careerdesk.ui.reviews.calibration.calibration import (
    CALIBRATION_NEXT,
    DRIFT,
    DROP_ROUND,
    FINAL_RATING,
    RATING_SHEET,
    CalibrationTab,
)
from careerdesk.ui.reviews.calibration.round_form import ADD_ROUND
from careerdesk.ui.widgets.date_edit import DateField
from careerdesk.ui.widgets.tab_order import holds_focus
from tests.reviews import TODAY, ReviewBuilder, a_review
from tests.robots.review_tabs import ReviewRobot
from tests.robots.stage import Stage
from tests.stores import ask


def cards(robot: ReviewRobot) -> list[str]:
    """What the four cards say."""
    found = robot.find(QWidget, RATING_SHEET).findChildren(QFrame)
    return [one.accessibleName() for one in found if one.accessibleName()]


def sealed(store: Store) -> ReviewBuilder:
    """A review whose words are fixed, with *Strong* proposed."""
    return a_review(store).written("She made the checkout dependable this year.").sealed()


def test_before_the_seal_the_page_says_what_comes_first_and_leads_there(stage: Stage) -> None:
    robot = ReviewRobot(stage, a_review(stage.store), "calibration")
    wanted: list[str] = []
    robot.tab.tab_wanted.connect(wanted.append)
    assert "Seal the review first" in robot.words("calibrationFirst")
    assert not robot.can(ADD_ROUND)
    assert "Seal the review before you calibrate it" in robot.find(QWidget, ADD_ROUND).toolTip()
    assert not robot.can(names.CALIBRATED_RATING)
    robot.click(CALIBRATION_NEXT)
    assert wanted == ["narrative"]


@pytest.mark.parametrize("tab", ["calibration", "outcome", "self"])
def test_an_undo_that_shuts_the_fields_leaves_the_keyboard_on_the_tab(
    stage: Stage, tab: str
) -> None:
    review = sealed(stage.store)
    cycles.close(stage.store, review.cycle.id, TODAY)
    cycles.close(stage.store, review.cycle.id, None)
    robot = ReviewRobot(stage, review, tab)
    robot.tab.focus_first()
    for step in (stage.undo, stage.redo):
        step()
        robot.page.reload()
        assert holds_focus(robot.tab)
    stage.undo()
    stage.undo()
    stage.undo()  # and the seal
    robot.page.reload()
    assert holds_focus(robot.tab)


def test_a_round_is_added_with_reason_and_who_asked(stage: Stage) -> None:
    robot = ReviewRobot(stage, sealed(stage.store), "calibration")
    assert not robot.can(ADD_ROUND)  # no rating is chosen yet
    robot.rate(names.CALIBRATED_RATING, "Solid")
    robot.write("roundReason", "The scope was one team.")
    robot.fill("roundDate", "2026-11-12", Qt.Key.Key_Tab)
    robot.fill("roundAskedBy", "Dr. Ode")
    found = robot.review.view.facts.rounds
    assert [(one.reason, one.asked_by, one.held_on) for one in found] == [
        ("The scope was one team.", "Dr. Ode", date(2026, 11, 12))
    ]
    assert "Round 1: Solid" in robot.seen()
    assert "requested by Dr. Ode" in robot.seen()
    assert cards(robot)[2:] == [
        "Calibrated, Solid, round 1, 12 Nov, 1 level down", "Final, Solid, as calibrated",
    ]  # fmt: skip


def test_the_form_is_empty_again_after_a_round(stage: Stage) -> None:
    robot = ReviewRobot(stage, sealed(stage.store), "calibration")
    robot.rate(names.CALIBRATED_RATING, "Solid")
    robot.write("roundReason", "One team.")
    robot.click(ADD_ROUND)
    assert not robot.can(ADD_ROUND)
    robot.rate(names.CALIBRATED_RATING, "Strong")
    robot.click(ADD_ROUND)
    assert [one.reason for one in robot.review.view.facts.rounds] == ["One team.", ""]


def test_after_a_round_the_day_of_now_is_offered_also_over_midnight(stage: Stage) -> None:
    robot = ReviewRobot(stage, sealed(stage.store), "calibration")
    stage.store.now = stage.clock.now
    robot.let_days_pass()
    robot.rate(names.CALIBRATED_RATING, "Solid")
    robot.click(ADD_ROUND)
    assert [one.held_on for one in robot.review.view.facts.rounds] == [TODAY + timedelta(1)]
    assert robot.find(DateField, "roundDate").day() == TODAY + timedelta(1)


def test_two_keys_are_enough_for_a_round(stage: Stage) -> None:
    robot = ReviewRobot(stage, sealed(stage.store), "calibration")
    robot.tab.focus_first()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Return):
        focus = robot.page.focusWidget()
        assert focus is not None
        robot.press(focus, key)
    assert cards(robot)[2].startswith("Calibrated, Growing, round 1")


def test_the_last_round_is_taken_back_and_brought_again(stage: Stage) -> None:
    review = sealed(stage.store).calibrated("Solid").calibrated("Growing")
    robot = ReviewRobot(stage, review, "calibration")
    robot.click(DROP_ROUND)
    assert robot.review.review.final_step == robot.review.step("Solid").id
    assert "Round 2" not in robot.seen()
    robot.undo()
    assert "Round 2: Growing" in robot.seen()


def test_another_final_rating_follows_calibration_alone(stage: Stage) -> None:
    review = sealed(stage.store)
    robot = ReviewRobot(stage, review, "calibration")
    assert not robot.can(FINAL_RATING)
    assert "You can only set the final rating after calibration" in robot.tip(FINAL_RATING)
    review.calibrated("Solid")
    robot.rate(FINAL_RATING, "Outstanding")
    assert robot.review.review.final_step == robot.review.step("Outstanding").id
    assert cards(robot)[3] == "Final, Outstanding, differs from the last round"


def test_what_changed_since_the_seal_is_said_in_words(stage: Stage) -> None:
    review = sealed(stage.store)
    robot = ReviewRobot(stage, review, "calibration")
    assert robot.words(DRIFT) == (
        "The narrative and proposed rating haven't changed since the review was sealed."
    )
    reviews.write(
        stage.store, review.id, proposed_step=review.step("Solid").id, proposed_why="Scope",
        narrative="She made the checkout far more dependable.",
    )  # fmt: skip
    assert robot.words(DRIFT).split("\n") == [
        "Narrative: 2 words added, 2 words removed.",
        "Proposed rating: sealed as Strong, now Solid.",
        "The reason for the rating has changed.",
    ]


def test_a_text_too_long_to_compare_is_said_to_be_changed(stage: Stage) -> None:
    before, after = (" ".join(f"{word}{n}" for n in range(4_000)) for word in ("old", "new"))
    review = a_review(stage.store).written(before).sealed()
    reviews.write(stage.store, review.id, narrative=after)
    robot = ReviewRobot(stage, review, "calibration")
    assert "changed too much to count" in robot.words(DRIFT)


def test_a_step_that_is_called_something_else_is_the_same_rating(stage: Stage) -> None:
    review = sealed(stage.store)
    cycles.change_level(stage.store, review.step("Strong").id, label="Very good")
    robot = ReviewRobot(stage, review, "calibration")
    assert robot.words(DRIFT) == (
        "The narrative and proposed rating haven't changed since the review was sealed."
    )
    assert cards(robot)[1].startswith("Proposed, Very good")


def test_a_text_changed_past_the_program_is_told(stage: Stage) -> None:
    review = sealed(stage.store)
    ask(stage.store.path, f"UPDATE review SET narrative = 'Other' WHERE id = {review.id}")
    robot = ReviewRobot(stage, review, "calibration")
    assert "outside" in robot.seen()


def test_once_calibrated_the_share_sheet_is_next(stage: Stage) -> None:
    robot = ReviewRobot(stage, sealed(stage.store).calibrated("Strong"), "calibration")
    wanted: list[str] = []
    robot.tab.tab_wanted.connect(wanted.append)
    robot.click(CALIBRATION_NEXT)
    assert wanted == ["share"]


def test_a_shared_review_keeps_its_ratings(stage: Stage) -> None:
    robot = ReviewRobot(stage, sealed(stage.store).calibrated("Solid").shared(), "calibration")
    assert not robot.can(ADD_ROUND)
    assert not robot.can(DROP_ROUND)
    assert not robot.can(FINAL_RATING)
    assert "shared" in robot.words("calibrationFirst")


def test_where_nothing_can_be_done_the_keys_scroll(stage: Stage) -> None:
    robot = ReviewRobot(stage, sealed(stage.store).calibrated("Solid").shared(), "calibration")
    stage.window.resize(900, 320)
    robot.page.open_tab("calibration")
    tab = robot.tab
    assert isinstance(tab, CalibrationTab)
    bar = tab.area.verticalScrollBar()
    stage.qtbot.waitUntil(lambda: bar.maximum() > 0)
    focused = QApplication.focusWidget()
    assert focused is not None
    robot.press(focused, Qt.Key.Key_PageDown)
    assert bar.value() > 0


def test_a_closed_cycle_is_read_only(stage: Stage) -> None:
    review = sealed(stage.store).calibrated("Solid")
    cycles.close(stage.store, review.cycle.id, TODAY)
    robot = ReviewRobot(stage, review, "calibration")
    assert not robot.can(ADD_ROUND)
    assert not robot.can(DROP_ROUND)
    assert "closed" in robot.find(QWidget, DROP_ROUND).toolTip()
    assert "Round 1: Solid" in robot.seen()


def test_a_round_was_held_on_the_last_such_day(stage: Stage) -> None:
    robot = ReviewRobot(stage, sealed(stage.store), "calibration")
    robot.rate(names.CALIBRATED_RATING, "Solid")
    robot.fill("roundDate", "fri", Qt.Key.Key_Tab)
    robot.click(ADD_ROUND)
    assert [one.held_on for one in robot.review.view.facts.rounds] == [date(2026, 11, 13)]


def test_a_round_to_come_is_none_yet(stage: Stage) -> None:
    robot = ReviewRobot(stage, sealed(stage.store), "calibration")
    robot.rate(names.CALIBRATED_RATING, "Solid")
    robot.fill("roundDate", "tomorrow", Qt.Key.Key_Tab)
    robot.click(ADD_ROUND)
    assert robot.review.view.facts.rounds == ()
    assert robot.find(QLineEdit, "roundDate").text() == "tomorrow"
