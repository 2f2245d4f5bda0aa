"""Going to what a search found: the very text has the keyboard, wherever it is shown."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from careerdesk.domain.catalogue import Area, entry_of
from careerdesk.domain.records import CheckIn, Plan
from careerdesk.domain.reviews.records import Review
from careerdesk.services.store import Store
from careerdesk.ui.base.found_places import destination_of
from careerdesk.ui.base.navigation import Place
from tests.landmarks import FIELDS, Landmarks, word_of
from tests.robots.landing import LandingRobot


@pytest.fixture
def desk(qtbot: QtBot, store: Store, tmp_path: Path) -> Iterator[LandingRobot]:
    robot = LandingRobot(qtbot, store, tmp_path)
    yield robot
    robot.window.close()


def test_every_text_that_is_searched_has_a_place(store: Store) -> None:
    marks = Landmarks(store)
    for kind, field in FIELDS:
        to = destination_of(store, marks.hit(kind, field))
        assert to.place is not Place.GONE, f"{kind.__name__}.{field} is nowhere"
        assert to.found and to.field == field and to.record is not None


ELSEWHERE = {(Plan, "summary"), (CheckIn, "reason"), (Review, "left_out")}
"""Texts that are shown of a closed plan, a check-in that was skipped, and of who is left out."""


@pytest.mark.parametrize("area", [Area.CONVERSATIONS, Area.REVIEWS])
@pytest.mark.whole
def test_a_text_that_was_found_has_the_keyboard(area: Area, desk: LandingRobot) -> None:
    texts = [text for text in FIELDS if entry_of(text[0]).area is area and text not in ELSEWHERE]
    assert texts
    missed = []
    for kind, field in texts:
        arrived = desk.jump(kind, field)
        if word_of(kind, field) not in arrived or desk.told:
            missed.append((kind.__name__, field, arrived, desk.told))
    assert not missed, "\n".join(map(str, missed))
