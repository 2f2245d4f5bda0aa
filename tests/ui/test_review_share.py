"""The share sheet: what the person reads, sharing and its way back, the check-in that follows."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QAbstractButton, QTextEdit, QWidget

from careerdesk.documents.markdown import to_markdown
from careerdesk.domain.records import CheckInKind, CheckInState
from careerdesk.domain.reviews.records import Source
from careerdesk.services import checkins, leave, people
from careerdesk.services.reviews import accomplishments, bridges, cycles, evidence, reviews
from careerdesk.services.store import Store
from careerdesk.ui.reviews.sharing.share_sheet import (
    EXPORT_PACKET,
    EXPORT_SHEET,
    RESPONSE,
    RESPONSE_ON,
    SHARE_WORDS,
)
from careerdesk.ui.reviews.sharing.sharing_box import (
    CHECK_IN_STATE,
    MARK_SHARED,
    PLAN_CHECK_IN,
    SHARE_HINT,
    SHARED_ON,
    WITHDRAW,
)
from careerdesk.ui.reviews.sharing.sheet_paper import PAPER
from careerdesk.ui.reviews.sharing.sheet_preview import REVIEW_PREVIEW, ReviewPreview
from tests.reviews import NOW, TODAY, ReviewBuilder, a_review
from tests.robots.review_tabs import ReviewRobot
from tests.robots.stage import Stage


def sealed(store: Store) -> ReviewBuilder:
    """A review whose words are fixed, with *Strong* proposed; it is the day of the tests."""
    store.now = lambda: NOW
    return a_review(store).written("She made the checkout **dependable**.").sealed()


def check_in(robot: ReviewRobot) -> tuple[CheckInState, date] | None:
    """The career conversation of the person, if one is there."""
    planned = checkins.next_planned(robot.stage.store, robot.review.review.person_id, TODAY)
    every = [planned] if planned else []
    return next(
        ((one.state, one.starts_at.astimezone().date())
         for one in every if one.kind is CheckInKind.CAREER), None,
    )  # fmt: skip


def test_the_sheet_shows_what_the_person_will_read(stage: Stage) -> None:
    review = a_review(stage.store)
    done = accomplishments.add(stage.store, review.review.person_id, ["Wrote the guide"], TODAY)
    evidence.cite(stage.store, review.id, Source.ACCOMPLISHMENT, done[0].id, NOW)
    review.written("She made the checkout **dependable**.", gaps="- Leads two teams").sealed()
    bridges.gap_to_goal(stage.store, review.id, "Lead work across two teams", NOW)
    robot = ReviewRobot(stage, review, "share")
    assert robot.words("sheetNarrative") == "She made the checkout dependable."
    assert robot.words("sheetRating") == "Strong"
    assert "Wrote the guide" in robot.words("sheetStrengths")
    assert "Leads two teams" in robot.words("sheetGaps")
    assert "Lead work across two teams" in robot.words("sheetGoals")


def test_nothing_of_calibration_and_no_name_of_a_peer_is_on_it(stage: Stage) -> None:
    review = a_review(stage.store)
    reviews.write(stage.store, review.id, self_step=review.step("Outstanding").id)
    peer = reviews.ask_peers(stage.store, review.id, ["qzpeerqz"], TODAY)[0]
    reviews.write_peer(stage.store, peer.id, TODAY, text="qztextqz")
    review.written("Good.", "Growing", proposed_why="qzwhyqz").sealed()
    review.calibrated("Solid", "qzreasonqz", "qzaskedqz")
    robot = ReviewRobot(stage, review, "share")
    seen = robot.seen()
    for word in ("qzpeerqz", "qztextqz", "qzwhyqz", "qzreasonqz", "qzaskedqz", "Growing",
                 "Outstanding"):  # fmt: skip
        assert word not in seen
    assert robot.words("sheetRating") == "Solid"


def test_closing_words_are_on_the_sheet_while_they_are_typed(stage: Stage) -> None:
    robot = ReviewRobot(stage, sealed(stage.store), "share")
    robot.write(SHARE_WORDS, "Thank you for this year.")
    assert robot.words("sheetClosing") == "Thank you for this year."
    assert robot.review.review.share_words == "Thank you for this year."
    robot.undo()
    assert robot.words("sheetClosing") == ""


def test_it_is_marked_as_shared_and_taken_back(stage: Stage) -> None:
    robot = ReviewRobot(stage, sealed(stage.store), "share")
    robot.click(MARK_SHARED)
    assert robot.review.review.shared_on == TODAY
    assert robot.review.review.final_step == robot.review.step("Strong").id
    assert not robot.find(QWidget, MARK_SHARED).isVisible()
    robot.click(WITHDRAW)
    assert robot.review.review.shared_on is None
    robot.undo()
    assert robot.review.review.shared_on == TODAY


def test_nothing_is_advised_for_a_conversation_with_somebody_who_has_left(stage: Stage) -> None:
    review = sealed(stage.store).shared()
    robot = ReviewRobot(stage, review, "share")
    assert "on a separate day" in robot.words(SHARE_HINT)
    people.archive(stage.store, review.review.person_id, TODAY)
    robot.open("share")
    assert not robot.find(QWidget, PLAN_CHECK_IN).isVisible()
    assert robot.words(SHARE_HINT) == ""


def test_what_is_not_sealed_is_a_draft_that_cannot_be_shared(stage: Stage) -> None:
    robot = ReviewRobot(stage, a_review(stage.store).written(), "share")
    assert not robot.can(MARK_SHARED)
    assert "Seal" in robot.find(QWidget, MARK_SHARED).toolTip()
    assert "Seal" in robot.words(SHARE_HINT)


@pytest.mark.parametrize(
    ("day", "said"), [("2026-11-30", "in the future"), ("2026-11-02", "The review was sealed on")]
)
def test_a_day_that_cannot_be_is_gently_refused(stage: Stage, day: str, said: str) -> None:
    robot = ReviewRobot(stage, sealed(stage.store), "share")
    robot.fill(SHARED_ON, day)
    assert not robot.can(MARK_SHARED)
    assert said in robot.words(SHARE_HINT)
    robot.fill(SHARED_ON, "2026-11-17")
    robot.click(MARK_SHARED)
    assert robot.review.review.shared_on == TODAY


def test_after_sharing_a_career_conversation_is_proposed_for_a_later_day(stage: Stage) -> None:
    robot = ReviewRobot(stage, sealed(stage.store), "share")
    assert not robot.find(QWidget, PLAN_CHECK_IN).isVisible()
    robot.click(MARK_SHARED)
    button = robot.find(QAbstractButton, PLAN_CHECK_IN)
    assert button.text() == "Plan a career conversation for Fri 20 Nov"
    robot.click(PLAN_CHECK_IN)
    assert check_in(robot) == (CheckInState.PLANNED, date(2026, 11, 20))
    assert robot.words(CHECK_IN_STATE) == "Career conversation planned for Fri 20 Nov"
    assert not button.isVisible()
    robot.undo()
    assert check_in(robot) is None
    assert button.isVisible()


def test_a_check_in_is_never_proposed_for_a_day_that_is_over(stage: Stage) -> None:
    review = sealed(stage.store).shared(date(2026, 10, 1))
    robot = ReviewRobot(stage, review, "share")
    assert robot.find(QAbstractButton, PLAN_CHECK_IN).text().endswith("Wed 18 Nov")
    robot.click(PLAN_CHECK_IN)
    assert check_in(robot) == (CheckInState.PLANNED, date(2026, 11, 18))


def test_within_a_leave_the_check_in_is_proposed_for_their_return_or_not_at_all(
    stage: Stage,
) -> None:
    review = sealed(stage.store).shared()
    person = review.review.person_id
    leave.begin(stage.store, person, TODAY, date(2026, 11, 24))
    robot = ReviewRobot(stage, review, "share")
    assert robot.find(QAbstractButton, PLAN_CHECK_IN).text().endswith("Wed 25 Nov")
    people.change(stage.store, person, leave_until=None)
    robot = ReviewRobot(stage, review, "share")
    assert not robot.find(QAbstractButton, PLAN_CHECK_IN).isVisible()
    assert "once you know when their leave ends" in robot.words(CHECK_IN_STATE)


def test_what_they_say_is_kept_with_its_day(stage: Stage) -> None:
    robot = ReviewRobot(stage, sealed(stage.store).shared(), "share")
    robot.write(RESPONSE, "I recognise myself.")
    assert robot.review.review.response == "I recognise myself."
    assert robot.review.review.response_on == TODAY
    robot.fill(RESPONSE_ON, "2026-11-16")
    assert robot.review.review.response_on == date(2026, 11, 16)


def test_a_long_narrative_is_shown_at_once_up_to_a_length(stage: Stage) -> None:
    review = a_review(stage.store).written("Twenty letters here. " * 5_000).sealed()
    robot = ReviewRobot(stage, review, "share")
    assert robot.words("sheetNarrative").endswith("(the export contains the full text)")


@pytest.mark.parametrize(
    ("button", "title"), [(EXPORT_SHEET, "Share sheet"), (EXPORT_PACKET, "packet")]
)
def test_what_is_exported_holds_what_was_typed_last(stage: Stage, button: str, title: str) -> None:
    robot = ReviewRobot(stage, sealed(stage.store), "share")
    field = robot.find(QTextEdit, SHARE_WORDS)
    field.setFocus()
    field.insertPlainText("Thank you for this year.")
    robot.click(button)
    preview = stage.window.findChild(ReviewPreview, REVIEW_PREVIEW)
    assert preview is not None
    assert title in preview.windowTitle()
    shared = "Thank you for this year." in to_markdown(preview.document)
    assert shared is (button == EXPORT_SHEET)
    preview.close()


def test_a_closed_cycle_is_read_only(stage: Stage) -> None:
    review = sealed(stage.store).shared()
    cycles.close(stage.store, review.cycle.id, TODAY)
    robot = ReviewRobot(stage, review, "share")
    robot.write(RESPONSE, "Too late")
    assert robot.review.review.response == ""
    assert not robot.can(WITHDRAW)
    assert not robot.can(PLAN_CHECK_IN)
    assert "closed" in robot.seen()
    assert robot.find(QWidget, PAPER).isVisible()


def test_a_response_was_received_on_a_day_that_has_come(stage: Stage) -> None:
    robot = ReviewRobot(stage, sealed(stage.store).shared(date(2026, 11, 12)), "share")
    robot.fill(RESPONSE_ON, "fri")
    assert robot.review.review.response_on == date(2026, 11, 13)
    robot.fill(RESPONSE_ON, "tomorrow")
    assert robot.review.review.response_on == date(2026, 11, 13)


def test_a_review_was_shared_on_the_last_such_day(stage: Stage) -> None:
    robot = ReviewRobot(stage, sealed(stage.store), "share")
    robot.fill(SHARED_ON, "tue")
    robot.click(MARK_SHARED)
    assert robot.review.review.shared_on == TODAY
