"""What a person did: typed, pasted as a list, dated within the period, mapped to criteria."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from careerdesk.domain.reviews.records import Source
from careerdesk.services.reviews import accomplishments, cycles, evidence
from careerdesk.services.reviews.accomplishments import Mapped
from careerdesk.ui.reviews.writing.accomplishment_panel import (
    ACCOMPLISHMENT_CRITERION,
    ACCOMPLISHMENT_DATE,
    ACCOMPLISHMENT_DATE_HINT,
)
from careerdesk.ui.reviews.writing.accomplishments import (
    ACCOMPLISHMENT_EDIT,
    ACCOMPLISHMENT_LIST,
    ACCOMPLISHMENT_PASTE,
)
from careerdesk.ui.reviews.writing.criteria_overview import CRITERIA_OVERVIEW
from careerdesk.ui.reviews.writing.paste_list import PASTE_COUNT, PASTE_TEXT
from tests.reviews import NOW, TODAY, a_review
from tests.robots.review_tabs import ReviewRobot
from tests.robots.stage import Stage


def did(robot: ReviewRobot) -> list[Mapped]:
    """What is stored, the oldest first."""
    found = accomplishments.of_review(robot.stage.store, robot.review.id)
    return sorted(found, key=lambda one: one[0].id)


def test_one_is_typed_and_described_and_everything_saves_itself(stage: Stage) -> None:
    robot = ReviewRobot(stage, a_review(stage.store), "accomplishments")
    robot.add(ACCOMPLISHMENT_EDIT, "Checkout fails rarely")
    robot.open_row(ACCOMPLISHMENT_LIST, 0)
    robot.write("accomplishmentContext", "Retries piled up")
    robot.write("accomplishmentImpact", "One order in 170 fails")
    one = did(robot)[0][0]
    assert (one.what, one.context, one.impact, one.done_on) == (
        "Checkout fails rarely", "Retries piled up", "One order in 170 fails", TODAY,
    )  # fmt: skip


def test_a_pasted_list_is_counted_before_it_is_kept_and_undone_at_once(stage: Stage) -> None:
    robot = ReviewRobot(stage, a_review(stage.store), "accomplishments")
    robot.click(ACCOMPLISHMENT_PASTE)
    robot.write(PASTE_TEXT, "1. Six design reviews\n2. A hiring guide\n\n* Two mentees\n")
    assert robot.words(PASTE_COUNT).startswith("3: Six design reviews; A hiring guide")
    assert did(robot) == []
    robot.click("accomplishmentPastedSave")
    assert [one.what for one, _ in did(robot)] == [
        "Six design reviews", "A hiring guide", "Two mentees",
    ]  # fmt: skip
    assert "3 accomplishments added" in robot.said()
    robot.undo()
    assert did(robot) == []


def test_several_lines_pasted_into_the_line_lose_their_bullets(stage: Stage) -> None:
    robot = ReviewRobot(stage, a_review(stage.store), "accomplishments")
    robot.add(ACCOMPLISHMENT_EDIT, "1. First", "2. Second")
    assert [one.what for one, _ in did(robot)] == ["First", "Second"]


def test_a_day_outside_the_period_is_gently_refused(stage: Stage) -> None:
    robot = ReviewRobot(stage, a_review(stage.store), "accomplishments")
    robot.add(ACCOMPLISHMENT_EDIT, "Checkout fails rarely")
    robot.open_row(ACCOMPLISHMENT_LIST, 0)
    robot.fill(ACCOMPLISHMENT_DATE, "2025-03-12")
    assert did(robot)[0][0].done_on == TODAY
    assert "January to December 2026" in robot.words(ACCOMPLISHMENT_DATE_HINT)
    robot.fill(ACCOMPLISHMENT_DATE, "2026-03-12")
    assert did(robot)[0][0].done_on == date(2026, 3, 12)
    assert robot.words(ACCOMPLISHMENT_DATE_HINT) == ""


def test_in_a_period_that_is_over_what_is_added_lies_in_it(stage: Stage) -> None:
    robot = ReviewRobot(stage, a_review(stage.store, cycle="Year review 2025"), "accomplishments")
    robot.add(ACCOMPLISHMENT_EDIT, "Wrote the guide")
    assert did(robot)[0][0].done_on == date(2025, 12, 31)


def test_chips_say_what_it_speaks_for_and_gaps_show(stage: Stage) -> None:
    robot = ReviewRobot(stage, a_review(stage.store), "accomplishments")
    robot.add(ACCOMPLISHMENT_EDIT, "Checkout fails rarely")
    robot.open_row(ACCOMPLISHMENT_LIST, 0)
    impact, craft, _ = robot.review.cycle.criteria
    robot.click(f"{ACCOMPLISHMENT_CRITERION}{impact.id}")
    robot.click(f"{ACCOMPLISHMENT_CRITERION}{craft.id}")
    assert did(robot)[0][1] == {impact.id, craft.id}
    assert "Impact, Craft" in robot.rows(ACCOMPLISHMENT_LIST)[0]
    overview = robot.find(QWidget, CRITERIA_OVERVIEW).accessibleName()
    assert "Impact 1, Craft 1, Working together 0" in overview
    assert "No accomplishments yet for Working together." in robot.seen()
    robot.click(f"{ACCOMPLISHMENT_CRITERION}{impact.id}")
    assert did(robot)[0][1] == {craft.id}


def test_a_cited_one_that_is_deleted_stays_as_evidence(stage: Stage) -> None:
    robot = ReviewRobot(stage, a_review(stage.store), "accomplishments")
    robot.add(ACCOMPLISHMENT_EDIT, "Checkout fails rarely")
    key = did(robot)[0][0].id
    evidence.cite(stage.store, robot.review.id, Source.ACCOMPLISHMENT, key, NOW)
    robot.press(robot.go_to(ACCOMPLISHMENT_LIST, 0), Qt.Key.Key_Delete)
    assert did(robot) == []
    assert robot.review.view.cited[0].title == "Checkout fails rarely"
    robot.undo()
    assert len(did(robot)) == 1


def test_a_closed_cycle_is_read_only(stage: Stage) -> None:
    review = a_review(stage.store)
    accomplishments.add(stage.store, review.review.person_id, ["Done"], TODAY)
    cycles.close(stage.store, review.cycle.id, TODAY)
    robot = ReviewRobot(stage, review, "accomplishments")
    robot.press(robot.go_to(ACCOMPLISHMENT_LIST, 0), Qt.Key.Key_Delete)
    assert len(did(robot)) == 1
    assert not robot.find(QLineEdit, ACCOMPLISHMENT_EDIT).isVisible()
    assert not robot.find(QWidget, ACCOMPLISHMENT_PASTE).isVisible()


def test_it_was_done_on_the_last_such_day(stage: Stage) -> None:
    robot = ReviewRobot(stage, a_review(stage.store), "accomplishments")
    robot.add(ACCOMPLISHMENT_EDIT, "Halved the run time")
    robot.open_row(ACCOMPLISHMENT_LIST, 0)
    robot.fill(ACCOMPLISHMENT_DATE, "fri")
    assert did(robot)[0][0].done_on == date(2026, 11, 13)
