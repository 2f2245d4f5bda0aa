"""The outcome: pay in the user's own numbers, a promotion case, and where it is not seen."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from careerdesk.domain.reviews.records import Outcome, PayUnit, PromotionState
from careerdesk.services.reviews import cycles, reviews
from careerdesk.ui.reviews.calibration.outcome import (
    FROM_LEVEL,
    OUTCOME_WORDS,
    PAY_BONUS,
    PAY_CHANGE,
    PAY_CURRENCY,
    PAY_FROM,
    PAY_SAYS,
    PAY_UNIT,
    PROMOTION_STATE,
    TO_LEVEL,
    TO_TITLE,
)
from careerdesk.ui.reviews.calibration.promotion_points import (
    POINT_EDIT,
    POINT_EVIDENCE,
    POINT_MET,
    POINT_REMOVE,
    POINT_TEXT,
)
from tests.reviews import TODAY, a_review
from tests.robots.review_tabs import ReviewRobot
from tests.robots.stage import Stage


def outcome(robot: ReviewRobot) -> Outcome:
    """As stored now."""
    found = robot.review.view.outcome
    assert found is not None
    return found


@pytest.fixture
def german() -> Iterator[None]:
    """Numbers are written as in Germany."""
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.German, QLocale.Country.Germany))
    yield
    QLocale.setDefault(before)


def test_pay_is_typed_and_said_in_a_line(stage: Stage) -> None:
    robot = ReviewRobot(stage, a_review(stage.store), "outcome")
    robot.fill(PAY_CHANGE, "4.5")
    robot.fill(PAY_FROM, "2027-01-01")
    robot.fill(PAY_BONUS, "3000")
    robot.fill(PAY_CURRENCY, "EUR")
    one = outcome(robot)
    assert (one.pay_change, one.pay_unit, one.bonus, one.currency, one.effective_on) == (
        4.5, PayUnit.PERCENT, 3000.0, "EUR", date(2027, 1, 1),
    )  # fmt: skip
    said = robot.words(PAY_SAYS).replace("\u202f", " ")
    assert said.startswith("+4.5 % from 1 January 2027")
    assert said.endswith("EUR")


def test_an_amount_has_its_currency(stage: Stage) -> None:
    robot = ReviewRobot(stage, a_review(stage.store), "outcome")
    robot.fill(PAY_CHANGE, "250")
    robot.pick(PAY_UNIT, "Amount")
    robot.fill(PAY_CURRENCY, "CHF")
    assert outcome(robot).pay_unit is PayUnit.AMOUNT
    assert robot.words(PAY_SAYS).replace("\u202f", " ") == "+250 CHF"


@pytest.mark.usefixtures("german")
def test_numbers_are_read_as_the_user_writes_them(stage: Stage) -> None:
    robot = ReviewRobot(stage, a_review(stage.store), "outcome")
    robot.fill(PAY_CHANGE, "1.234,5")
    assert outcome(robot).pay_change == 1234.5
    assert robot.find(QLineEdit, PAY_CHANGE).text() == "1.234,5"


def test_what_is_no_number_stays_marked_with_a_sentence(stage: Stage) -> None:
    robot = ReviewRobot(stage, a_review(stage.store), "outcome")
    robot.fill(PAY_CHANGE, "a lot")
    robot.pick(PROMOTION_STATE, "Proposed")
    assert robot.find(QLineEdit, PAY_CHANGE).text() == "a lot"
    assert outcome(robot).pay_change is None
    robot.fill(PAY_BONUS, "-5")
    assert "a valid number" in robot.words(f"{PAY_BONUS}Note")
    robot.fill(PAY_CHANGE, "")
    assert robot.find(QLineEdit, PAY_CHANGE).text() == ""
    assert robot.words(f"{PAY_CHANGE}Note") == ""


def test_a_promotion_case_with_criteria_and_evidence(stage: Stage) -> None:
    robot = ReviewRobot(stage, a_review(stage.store), "outcome")
    robot.fill(FROM_LEVEL, "Level 3")
    robot.fill(TO_LEVEL, "Level 4")
    robot.pick(PROMOTION_STATE, "Approved")
    robot.add(POINT_EDIT, "Leads across two teams")
    robot.add(POINT_EDIT, "Grows others", "Writes decisions down")
    first = robot.review.view.points[0]
    robot.write(f"{POINT_EVIDENCE}{first.id}", "Checkout and Support")
    robot.click(f"{POINT_MET}{first.id}")
    one, points = outcome(robot), robot.review.view.points
    assert (one.from_level, one.to_level, one.promotion) == (
        "Level 3", "Level 4", PromotionState.APPROVED,
    )  # fmt: skip
    assert [(point.text, point.met) for point in points] == [
        ("Leads across two teams", True), ("Grows others", False),
        ("Writes decisions down", False),
    ]  # fmt: skip
    assert points[0].evidence == "Checkout and Support"


def test_a_criterion_is_deleted_with_a_way_back(stage: Stage) -> None:
    review = a_review(stage.store)
    point = reviews.add_points(stage.store, review.id, ["Grows others"])[0]
    robot = ReviewRobot(stage, review, "outcome")
    robot.click(f"{POINT_REMOVE}{point.id}")
    assert not robot.review.view.points
    assert "deleted" in robot.said()
    robot.undo()
    assert robot.review.view.points[0].text == "Grows others"
    assert robot.find(QWidget, f"{POINT_TEXT}{point.id}").isVisible()


def test_words_save_themselves_and_are_one_step_of_undo(stage: Stage) -> None:
    robot = ReviewRobot(stage, a_review(stage.store), "outcome")
    robot.write(OUTCOME_WORDS, "Agreed with finance.")
    robot.write(OUTCOME_WORDS, " From January.")
    assert outcome(robot).words == "Agreed with finance. From January."
    robot.undo()
    found = robot.review.view.outcome
    assert found is None or found.words == ""


def test_another_review_shows_its_own_numbers(stage: Stage) -> None:
    robot = ReviewRobot(stage, a_review(stage.store), "outcome")
    robot.fill(PAY_CHANGE, "nonsense")
    other = a_review(stage.store, "Ben Okri")
    reviews.write_outcome(stage.store, other.id, pay_change=2.0)
    robot.review = other
    robot.open("outcome")
    assert robot.find(QLineEdit, PAY_CHANGE).text() == "2"


@pytest.mark.parametrize("tab", ["self", "peers", "accomplishments", "calibration", "share"])
def test_pay_is_on_no_other_side(stage: Stage, tab: str) -> None:
    review = a_review(stage.store).written().sealed().calibrated("Strong")
    reviews.write_outcome(
        stage.store, review.id, pay_change=4711.0, bonus=4712.0, words="qzpayqz",
        to_level="qzlevelqz",
    )  # fmt: skip
    robot = ReviewRobot(stage, review, tab)
    seen = robot.seen().replace(",", "")
    assert not any(word in seen for word in ("4711", "4712", "qzpayqz", "qzlevelqz"))


def test_a_closed_cycle_is_read_only(stage: Stage) -> None:
    review = a_review(stage.store)
    point = reviews.add_points(stage.store, review.id, ["Grows others"])[0]
    cycles.close(stage.store, review.cycle.id, TODAY)
    robot = ReviewRobot(stage, review, "outcome")
    robot.write(f"{POINT_TEXT}{point.id}", " and himself")
    robot.write(OUTCOME_WORDS, "Too late")
    assert [one.text for one in robot.review.view.points] == ["Grows others"]
    assert outcome(robot).words == ""
    assert not robot.can(PAY_CHANGE)
    assert not robot.can(POINT_EDIT)
    assert "closed" in robot.seen()


def test_everything_is_reached_by_tab(stage: Stage) -> None:
    review = a_review(stage.store)
    reviews.add_points(stage.store, review.id, ["Grows others"])
    robot = ReviewRobot(stage, review, "outcome")
    robot.tab.focus_first()
    reached = []
    for _ in range(15):
        focus = robot.page.focusWidget()
        assert focus is not None
        reached.append(focus.objectName())
        robot.press(focus, Qt.Key.Key_Tab)
    wanted = [PAY_CHANGE, PAY_UNIT, PAY_FROM, PAY_BONUS, PAY_CURRENCY, FROM_LEVEL, TO_LEVEL,
              TO_TITLE, PROMOTION_STATE]  # fmt: skip
    assert reached[:9] == wanted
    assert {POINT_EDIT, OUTCOME_WORDS} <= set(reached)
    named = robot.tab.findChildren(QAbstractButton)
    assert all(one.accessibleName() for one in named)
