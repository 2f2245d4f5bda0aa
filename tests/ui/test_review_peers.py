"""Feedback of others: asked, received, kept apart, deleted and brought back."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QTextEdit, QWidget

from careerdesk.domain.reviews.records import PeerRelation, Voice
from careerdesk.services.reviews import cycles, reviews
from tests.reviews import TODAY, a_review
from tests.robots.review_tabs import ReviewRobot
from tests.robots.stage import Stage


def test_names_are_added_one_after_the_other_or_many_at_once(stage: Stage) -> None:
    robot = ReviewRobot(stage, a_review(stage.store), "peers")
    robot.add("peerEdit", "Kim Lee")
    robot.add("peerEdit", "Ben Okri", "Chi Tran")
    found = robot.review.view.peers
    assert [one.from_whom for one in found] == ["Kim Lee", "Ben Okri", "Chi Tran"]
    assert {one.asked_on for one in found} == {TODAY}
    assert "2 people added" in robot.said()
    robot.undo()
    assert [one.from_whom for one in robot.review.view.peers] == ["Kim Lee"]


def test_the_two_groups_are_apart(stage: Stage) -> None:
    robot = ReviewRobot(stage, a_review(stage.store), "peers")
    robot.add("upwardEdit", "Rae Fox")
    one = robot.review.view.peers[0]
    assert (one.voice, one.relation) == (Voice.UPWARD, PeerRelation.REPORT)
    assert robot.rows("peerList") == []
    assert "Rae Fox" in robot.rows("upwardList")[0]


def test_the_list_says_how_long_someone_is_waited_for(stage: Stage) -> None:
    review = a_review(stage.store)
    for name, asked in (("Kim Lee", date(2026, 11, 5)), ("Ben Okri", TODAY)):
        reviews.ask_peers(stage.store, review.id, [name], asked)
    robot = ReviewRobot(stage, review, "peers")
    first, second = robot.rows("peerList")
    assert "waiting 12 days" in first
    assert "asked today" in second
    assert "waiting" not in second


def test_the_first_words_mean_that_it_was_received(stage: Stage) -> None:
    robot = ReviewRobot(stage, a_review(stage.store), "peers")
    robot.add("peerEdit", "Kim Lee")
    robot.open_row("peerList", 0)
    robot.write("peerText", "Asks the question nobody dares to.")
    one = robot.review.view.peers[0]
    assert (one.text, one.received_on) == ("Asks the question nobody dares to.", TODAY)
    assert "received today" in robot.rows("peerList")[0]
    assert "1 of 1 received" in robot.seen()


def test_relation_and_days_are_set_where_the_words_are(stage: Stage) -> None:
    robot = ReviewRobot(stage, a_review(stage.store), "peers")
    robot.add("peerEdit", "Kim Lee")
    robot.open_row("peerList", 0)
    robot.pick("peerRelation", "Customer")
    robot.fill("peerAskedOn", "2026-11-03")
    robot.fill("peerReceivedOn", "2026-11-09")
    one = robot.review.view.peers[0]
    assert one.relation is PeerRelation.CUSTOMER
    assert (one.asked_on, one.received_on) == (date(2026, 11, 3), date(2026, 11, 9))
    assert "Customer" in robot.rows("peerList")[0]


def test_two_of_one_name_are_two_and_the_page_says_so(stage: Stage) -> None:
    robot = ReviewRobot(stage, a_review(stage.store), "peers")
    robot.add("peerEdit", "Kim Lee")
    robot.open_row("peerList", 0)
    robot.write("peerText", "From the first Kim")
    robot.add("peerEdit", "kim lee")
    assert len(robot.review.view.peers) == 2
    assert "They're listed separately" in robot.words("peerHint")
    robot.open_row("peerList", 1)
    assert robot.find(QTextEdit, "peerText").toPlainText() == ""
    robot.write("peerText", "From the second")
    assert [one.text for one in robot.review.view.peers] == [
        "From the first Kim", "From the second",
    ]  # fmt: skip


def test_the_own_name_is_remarked_on_and_kept(stage: Stage) -> None:
    robot = ReviewRobot(stage, a_review(stage.store), "peers")
    robot.add("peerEdit", "Ana Ruiz")
    assert "the person being reviewed" in robot.words("peerHint")
    assert len(robot.review.view.peers) == 1


def test_deleting_offers_the_way_back_with_the_words(stage: Stage) -> None:
    robot = ReviewRobot(stage, a_review(stage.store), "peers")
    robot.add("peerEdit", "Kim Lee")
    robot.open_row("peerList", 0)
    robot.write("peerText", "Good.")
    robot.press(robot.go_to("peerList", 0), Qt.Key.Key_Delete)
    assert not robot.review.view.peers
    assert "deleted" in robot.said()
    robot.undo()
    assert robot.review.view.peers[0].text == "Good."


def test_a_name_cannot_be_emptied(stage: Stage) -> None:
    robot = ReviewRobot(stage, a_review(stage.store), "peers")
    robot.add("peerEdit", "Kim Lee")
    robot.open_row("peerList", 0)
    field = robot.find(QLineEdit, "peerName")
    field.setFocus()
    field.selectAll()
    robot.press(field, Qt.Key.Key_Backspace)
    robot.press(field, Qt.Key.Key_Return)
    assert field.text() == "Kim Lee"
    assert robot.review.view.peers[0].from_whom == "Kim Lee"
    assert not stage.ctx.autosaver.pending


def test_a_name_too_long_is_said_in_a_sentence_and_stays_typed(stage: Stage) -> None:
    robot = ReviewRobot(stage, a_review(stage.store), "peers")
    robot.add("peerEdit", "x" * 600)
    assert robot.review.view.peers == ()
    assert robot.find(QLineEdit, "peerEdit").text() == "x" * 600
    banner = stage.banners.banner("problem")
    assert banner is not None
    assert "600" in banner.text.text()


def test_it_is_said_that_names_are_not_shared(stage: Stage) -> None:
    robot = ReviewRobot(stage, a_review(stage.store), "peers")
    assert "Names never appear in anything you share" in robot.seen()


def test_a_closed_cycle_is_read_only(stage: Stage) -> None:
    review = a_review(stage.store)
    reviews.ask_peers(stage.store, review.id, ["Kim Lee"], TODAY)
    cycles.close(stage.store, review.cycle.id, TODAY)
    robot = ReviewRobot(stage, review, "peers")
    robot.press(robot.go_to("peerList", 0), Qt.Key.Key_Delete)
    robot.open_row("peerList", 0)
    robot.write("peerText", "Too late")
    assert [one.text for one in robot.review.view.peers] == [""]
    assert not robot.find(QWidget, "peerEdit").isVisible()
    assert "closed" in robot.seen()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("fri", date(2026, 11, 13)), ("24 dec", date(2025, 12, 24)), ("tomorrow", None)],
)
@pytest.mark.parametrize("field", ["asked_on", "received_on"])
def test_feedback_is_asked_for_and_received_on_a_day_that_has_come(
    stage: Stage, field: str, typed: str, meant: date | None
) -> None:
    robot = ReviewRobot(stage, a_review(stage.store), "peers")
    robot.add("peerEdit", "Kim Lee")
    robot.open_row("peerList", 0)
    robot.fill("peerAskedOn", "")
    robot.fill({"asked_on": "peerAskedOn", "received_on": "peerReceivedOn"}[field], typed)
    assert getattr(robot.review.view.peers[0], field) == meant
