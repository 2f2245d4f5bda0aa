"""What holds for every side of a review: names, keys, room for all, and nothing of Growth."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QScrollArea, QWidget

from careerdesk.domain.records import Drive
from careerdesk.domain.reviews.records import Voice
from careerdesk.services import checkins, discovery
from careerdesk.services.reviews import accomplishments, reviews
from careerdesk.ui.reviews.writing.accomplishments import AccomplishmentsTab
from careerdesk.ui.reviews.writing.peers import PeersTab
from tests.builders import a_note
from tests.reviews import NOW, TODAY, ReviewBuilder, a_review
from tests.robots.review_tabs import ReviewRobot
from tests.robots.stage import Stage

SIDES = ("self", "peers", "accomplishments", "calibration", "outcome", "share", "across")


def full(stage: Stage) -> ReviewBuilder:
    """A review with something on each side."""
    store, review = stage.store, a_review(stage.store)
    reviews.write(store, review.id, self_review="Mine", self_received_on=TODAY)
    reviews.ask_peers(store, review.id, ["Kim Lee"], TODAY)
    reviews.ask_peers(store, review.id, ["Rae Fox"], TODAY, voice=Voice.UPWARD)
    accomplishments.add(store, review.review.person_id, ["Wrote the guide"], TODAY)
    reviews.add_points(store, review.id, ["Grows others"])
    return review.written().sealed().calibrated("Solid", "Scope", "Dr. Ode")


def opened(stage: Stage, side: str) -> ReviewRobot:
    """A side with whatever unfolds on it."""
    robot = ReviewRobot(stage, full(stage), side)
    if isinstance(robot.tab, PeersTab):
        group = robot.tab.groups[Voice.PEER]
        group.open_peer(group.model.id_at(0))
    if isinstance(robot.tab, AccomplishmentsTab):
        robot.tab.open_accomplishment(robot.tab.model.id_at(0))
    return robot


def controls(robot: ReviewRobot) -> list[QWidget]:
    """What takes keys, as far as it is seen."""
    return [
        one
        for one in robot.tab.findChildren(QWidget)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and one.isVisibleTo(robot.tab)
        and not isinstance(one, QLabel | QScrollArea)
    ]


@pytest.mark.parametrize("side", SIDES)
def test_every_control_has_a_handle_of_its_own_and_a_name(stage: Stage, side: str) -> None:
    found = controls(opened(stage, side))
    handles = [one.objectName() for one in found]
    assert all(handles)
    assert len(set(handles)) == len(handles)
    assert [one.objectName() for one in found if not one.accessibleName()] == []


@pytest.mark.parametrize("side", [side for side in SIDES if side != "across"])
def test_every_control_is_reached_by_tab(stage: Stage, side: str) -> None:
    robot = opened(stage, side)
    wanted = {one.objectName() for one in controls(robot) if one.isEnabled()}
    robot.tab.focus_first()
    reached = set()
    for _ in range(len(wanted) + 12):
        focus = robot.stage.window.focusWidget()
        assert focus is not None
        reached.add(focus.objectName())
        robot.press(focus, Qt.Key.Key_Tab)
    assert wanted - reached == set()


@pytest.mark.parametrize("side", SIDES)
def test_nothing_is_wider_than_a_small_window(stage: Stage, side: str) -> None:
    stage.window.resize(824, 560)
    robot = opened(stage, side)
    area = robot.tab.findChild(QScrollArea)
    assert area is not None
    body = area.widget()
    assert body is not None
    assert body.width() <= area.viewport().width()
    for button in robot.tab.findChildren(QAbstractButton):
        if button.isVisibleTo(robot.tab) and button.text():
            assert button.width() >= button.minimumSizeHint().width(), button.objectName()


@pytest.mark.parametrize("side", SIDES)
def test_nothing_private_of_conversations_is_on_it(stage: Stage, side: str) -> None:
    review = full(stage)
    person = review.review.person_id
    discovery.add_motivator(stage.store, person, "qzmotiveqz", Drive.DRIVES)
    note = a_note(stage.store, person, None, date(2026, 11, 2))
    discovery.write_note(stage.store, note.id, their_words="qzwordsqz", my_reading="qzreadqz")
    check_in = checkins.start(stage.store, person, NOW)
    checkins.write(
        stage.store, check_in.id, private_notes="qzprivateqz", temperature_words="qzhotqz"
    )
    checkins.finish(stage.store, check_in.id, NOW)
    robot = ReviewRobot(stage, review, side)
    seen = robot.seen()
    assert "qz" not in seen
    assert "otivator" not in seen
    assert "emperature" not in seen


def test_another_review_is_shown_whole_while_one_is_typed_into(stage: Stage) -> None:
    robot = ReviewRobot(stage, full(stage), "self")
    first = robot.review
    robot.write("selfReviewText", "Half a sentence, ")
    robot.review = a_review(stage.store, "Ben Okri")
    robot.open("self")
    assert "Half a sentence" not in robot.seen()
    assert "Half a sentence" in first.review.self_review
