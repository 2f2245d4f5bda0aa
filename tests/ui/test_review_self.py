"""The self review: words, the day they came, a rating of one's own; and over the years."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QTextEdit, QWidget

from careerdesk.services.reviews import cycles, reviews
from careerdesk.ui.reviews.calibration.across import ACROSS_CARD, ACROSS_NEWER, ACROSS_OLDER
from careerdesk.ui.reviews.parts.rating_choice import RatingChoice
from careerdesk.ui.reviews.writing.self_review import SELF_RATING, SELF_RECEIVED, SELF_TEXT
from careerdesk.ui.widgets.segmented import Segmented
from tests.reviews import TODAY, a_review
from tests.robots.review_tabs import ReviewRobot
from tests.robots.stage import Stage


def test_the_first_words_set_the_day_and_one_undo_takes_both_back(stage: Stage) -> None:
    robot = ReviewRobot(stage, a_review(stage.store), "self")
    robot.write(SELF_TEXT, "I rebuilt the checkout.")
    assert robot.review.review.self_review == "I rebuilt the checkout."
    assert robot.review.review.self_received_on == TODAY
    assert robot.find(QLineEdit, SELF_RECEIVED).text() != ""
    robot.undo()
    assert robot.review.review.self_review == ""
    assert robot.review.review.self_received_on is None


def test_a_day_that_was_set_stays_when_more_is_typed(stage: Stage) -> None:
    robot = ReviewRobot(stage, a_review(stage.store), "self")
    robot.fill(SELF_RECEIVED, "2026-10-30")
    robot.write(SELF_TEXT, "More.")
    assert robot.review.review.self_received_on == date(2026, 10, 30)


def test_what_is_no_day_stays_marked_while_the_page_is_read_again(stage: Stage) -> None:
    robot = ReviewRobot(stage, a_review(stage.store), "self")
    robot.fill(SELF_RECEIVED, "someday")
    robot.rate(SELF_RATING, "Solid")
    assert robot.find(QLineEdit, SELF_RECEIVED).text() == "someday"
    assert robot.review.review.self_received_on is None


def test_a_rating_is_chosen_by_keys_and_taken_away(stage: Stage) -> None:
    robot = ReviewRobot(stage, a_review(stage.store), "self")
    choice = robot.find(RatingChoice, SELF_RATING)
    robot.rate(SELF_RATING, "Strong")
    assert robot.review.review.self_step == robot.review.step("Strong").id
    choice.focus_choice()
    for key, label in ((Qt.Key.Key_Left, "Solid"), (Qt.Key.Key_Right, "Strong")):
        focus = robot.page.focusWidget()
        assert focus is not None
        robot.press(focus, key)
        assert robot.review.review.self_step == robot.review.step(label).id
    robot.click(f"{SELF_RATING}None")
    assert robot.review.review.self_step is None
    assert not robot.can(f"{SELF_RATING}None")
    robot.undo()
    assert choice.value() == robot.review.step("Strong").id


def test_what_a_step_means_is_said_below(stage: Stage) -> None:
    review = a_review(stage.store)
    cycles.change_level(stage.store, review.step("Solid").id, meaning="As the level asks")
    robot = ReviewRobot(stage, review, "self")
    assert "As the level asks" not in robot.seen()
    robot.rate(SELF_RATING, "Solid")
    assert "As the level asks" in robot.seen()


def test_seven_long_steps_can_all_be_chosen(stage: Stage) -> None:
    review = a_review(stage.store)
    for number in range(3):
        label = f"Consistently exceeds what the level asks for in every single respect {number}"
        cycles.add_level(stage.store, review.cycle.id, label)
    robot = ReviewRobot(stage, review, "self")
    robot.pick(f"{SELF_RATING}List", f"{label[:-1]}2")
    assert robot.review.review.self_step == robot.review.cycle.steps[-1].id


@pytest.mark.parametrize("way", ["closed", "left out"])
def test_nothing_can_be_changed_and_the_page_says_why(stage: Stage, way: str) -> None:
    review = a_review(stage.store)
    reviews.write(stage.store, review.id, self_review="Hers")
    if way == "closed":
        cycles.close(stage.store, review.cycle.id, TODAY)
    else:
        person = review.review.person_id
        cycles.leave_out(stage.store, review.cycle.id, person, "On leave all year")
    robot = ReviewRobot(stage, review, "self")
    robot.write(SELF_TEXT, "More")
    assert robot.review.review.self_review == "Hers"
    assert robot.find(QTextEdit, SELF_TEXT).toPlainText() == "Hers"
    assert not robot.find(QWidget, SELF_RATING).isEnabled()
    assert ("closed" if way == "closed" else "On leave all year") in robot.seen()


def test_typing_goes_on_while_the_rating_is_changed(stage: Stage) -> None:
    robot = ReviewRobot(stage, a_review(stage.store), "self")
    field = robot.find(QTextEdit, SELF_TEXT)
    field.setFocus()
    stage.qtbot.keyClicks(field, "half a sen")
    reviews.write(stage.store, robot.review.id, self_step=robot.review.step("Solid").id)
    assert field.toPlainText() == "half a sen"
    stage.ctx.autosaver.flush()
    assert robot.review.review.self_review == "half a sen"


def test_reviews_stand_side_by_side_newest_first_with_a_pager(stage: Stage) -> None:
    for year in (2022, 2023, 2024, 2025):
        a_review(stage.store, cycle=f"Year review {year}").written(f"What {year} was.").sealed()
    robot = ReviewRobot(stage, a_review(stage.store), "across")

    def cards() -> list[str]:
        found = robot.tab.findChildren(QWidget)
        shown = [one for one in found if one.objectName().startswith(ACROSS_CARD)]
        return [one.accessibleName()[:16] for one in sorted(shown, key=lambda one: one.x())]

    assert cards() == ["Year review 2026", "Year review 2025", "Year review 2024"]
    assert "What 2025 was." in robot.seen()
    robot.click(ACROSS_OLDER)
    assert cards()[-1] == "Year review 2022"
    assert not robot.can(ACROSS_OLDER)
    robot.click(ACROSS_NEWER)
    assert cards()[0] == "Year review 2026"


def test_the_keys_scroll_the_years(stage: Stage) -> None:
    for year in (2024, 2025):
        a_review(stage.store, cycle=f"Year review {year}").written(f"What {year} was. " * 40)
    robot = ReviewRobot(stage, a_review(stage.store), "across")
    stage.window.setFixedSize(1024, 300)
    QApplication.processEvents()
    robot.page.open_tab("across")
    focus = QApplication.focusWidget()
    assert isinstance(focus, QScrollArea)
    assert focus.accessibleName() == "Over the years"
    robot.press(focus, Qt.Key.Key_PageDown)
    assert focus.verticalScrollBar().value() > 0


def test_a_first_review_says_that_it_is_one(stage: Stage) -> None:
    robot = ReviewRobot(stage, a_review(stage.store), "across")
    assert "Ana's first review" in robot.seen()


def test_steps_stand_side_by_side_or_in_a_list_never_both(stage: Stage) -> None:
    review = a_review(stage.store)
    robot = ReviewRobot(stage, review, "self")
    choice = robot.find(RatingChoice, SELF_RATING)
    assert [one.isVisible() for one in (choice.list, *choice.findChildren(Segmented))] == [
        False, True,
    ]  # fmt: skip
    for step in review.cycle.steps:
        label = f"{step.label}, which is what the level asks for in every single respect"
        cycles.change_level(stage.store, step.id, label=label)
    robot.open("self")
    shown = [one for one in choice.findChildren(Segmented) if one.isVisible()]
    assert (choice.list.isVisible(), shown) == (True, [])


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("fri", date(2026, 11, 13)), ("24 dec", date(2025, 12, 24)), ("tomorrow", None)],
)
def test_it_was_received_on_a_day_that_has_come(
    stage: Stage, typed: str, meant: date | None
) -> None:
    robot = ReviewRobot(stage, a_review(stage.store), "self")
    robot.fill(SELF_RECEIVED, typed)
    assert robot.review.review.self_received_on == meant
