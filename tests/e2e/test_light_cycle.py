"""A whole light cycle for three people: evidence, narrative, seal, share; by few keys."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView
from pytestqt.qtbot import QtBot

from careerdesk.domain.reviews.stages import Stage
from careerdesk.services.checking import check_store
from careerdesk.services.reviews import accomplishments, cycles
from careerdesk.services.store import Store
from careerdesk.ui.base import names
from careerdesk.ui.reviews.sharing.share_sheet import RESPONSE
from careerdesk.ui.reviews.writing.evidence_pane import LIST
from tests.builders import TODAY
from tests.e2e.test_review_cycle import CONTROL, ENTER, NEXT, ReviewHands, view, view_open
from tests.robots.reviews import ReviewsRobot

MOST_A_PERSON = 14
TEAM = ("Ana Ruiz", "Ben Okri", "Chi Tran")
DEEDS = ("moved the slowest joins", "wrote the lineage page")


@pytest.fixture
def hands(qtbot: QtBot, store: Store, tmp_path: Path) -> Iterator[ReviewHands]:
    """A window over three people who did two things each, and no cycle."""
    robot = ReviewsRobot(qtbot, store, tmp_path)
    for name in TEAM:
        whose = robot.person(name).id
        accomplishments.add(store, whose, [f"{name} {deed}" for deed in DEEDS], TODAY)
    yield ReviewHands(robot)
    robot.window.close()


def test_three_people_are_taken_through_a_whole_light_cycle(hands: ReviewHands) -> None:
    begin_a_light_cycle(hands)
    for name in TEAM:
        hands.count = 0
        cite_two(hands, name)
        write_rate_and_seal(hands, name)
        share(hands, name)
        assert hands.count <= MOST_A_PERSON, (name, hands.count)
    hands.robot.window.ctx.autosaver.flush()
    for name in TEAM:
        found = view(hands, name)
        assert sorted(one.title for one in found.cited) == sorted(f"{name} {one}" for one in DEEDS)
        assert found.review.narrative == f"{name} made the billing dependable"
        assert found.cycle.label(found.review.final_step) == "Strong"
        assert (found.review.shared_on, found.review.response) == (TODAY, "That is fair")
        assert (found.flaws, found.facts.changed) == ((), False)
    assert check_store(hands.robot.store) == []


def begin_a_light_cycle(hands: ReviewHands) -> None:
    """As it is proposed."""
    hands.key(Qt.Key.Key_R, CONTROL)
    hands.key(Qt.Key.Key_Space)
    hands.key(ENTER)
    assert hands.at == names.CYCLE_BOARD
    [cycle] = cycles.every(hands.robot.store)
    assert not cycle.calibrates
    assert hands.count <= 3


def cite_two(hands: ReviewHands, name: str) -> None:
    """From the row of the board to the evidence; the keyboard is in it."""
    hands.key(ENTER)
    assert view_open(hands) == (name, "accomplishments")
    assert hands.at == LIST
    hands.key(Qt.Key.Key_Space)
    hands.key(Qt.Key.Key_Down)
    hands.key(Qt.Key.Key_Space)
    assert len(view(hands, name).cited) == 2
    evidence = hands.robot.find(QAbstractItemView, LIST)
    assert hands.focus is evidence


def write_rate_and_seal(hands: ReviewHands, name: str) -> None:
    """The words beside the evidence, the rating, the seal."""
    hands.key(NEXT, CONTROL)
    assert hands.at == names.REVIEW_NARRATIVE
    hands.type(f"{name} made the billing dependable")
    hands.rate(names.PROPOSED_RATING, "Strong")
    hands.click(names.SEAL_REVIEW)
    assert view(hands, name).facts.stage is Stage.SEALED


def share(hands: ReviewHands, name: str) -> None:
    """By the button that took the place of the seal; then the answer, and the next row."""
    hands.key(Qt.Key.Key_Space)
    assert view_open(hands) == (name, "share")
    hands.key(Qt.Key.Key_Space)
    assert view(hands, name).facts.stage is Stage.SHARED
    hands.click_at(hands.find(RESPONSE))
    hands.type("That is fair")
    hands.key(Qt.Key.Key_Escape)
    assert hands.at == names.CYCLE_BOARD
    hands.key(Qt.Key.Key_Down)
