"""Going to what a search found: the very text has the keyboard, wherever it is shown."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from careerdesk.domain.catalogue import Area, entry_of
from careerdesk.domain.records import CheckIn, Plan
from careerdesk.domain.reviews.records import Review
from careerdesk.services.store import Store
from careerdesk.ui.base.found_places import destination_of
from careerdesk.ui.base.navigation import Destination, Place
from tests.landmarks import FIELDS, Landmarks, word_of
from tests.robots.window import PeopleRobot


@pytest.fixture
def marks(store: Store) -> Landmarks:
    return Landmarks(store)


@pytest.fixture
def desk(qtbot: QtBot, marks: Landmarks, tmp_path: Path) -> Iterator[PeopleRobot]:
    robot = PeopleRobot(qtbot, marks.store, tmp_path)
    yield robot
    robot.window.close()


def words_at(widget: QWidget | None) -> str:
    """What a widget shows; of a list its current row, as it is spoken, with its tooltip."""
    if isinstance(widget, QAbstractItemView):
        row = widget.currentIndex()
        roles = (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
        return "\n".join(str(row.data(role) or "") for role in roles) if row.isValid() else ""
    if isinstance(widget, QTextEdit | QPlainTextEdit):
        return widget.toPlainText()
    if isinstance(widget, QLineEdit | QLabel):
        return widget.text()
    return widget.accessibleName() if widget is not None else ""


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
def test_a_text_that_was_found_has_the_keyboard(
    area: Area, desk: PeopleRobot, marks: Landmarks
) -> None:
    texts = [text for text in FIELDS if entry_of(text[0]).area is area and text not in ELSEWHERE]
    assert texts
    missed = []
    for kind, field in texts:
        arrived = jumped(desk, destination_of(marks.store, marks.hit(kind, field)))
        if word_of(kind, field) not in arrived or desk.told:
            missed.append((kind.__name__, field, arrived, desk.told))
    assert not missed, "\n".join(map(str, missed))


def jumped(desk: PeopleRobot, to: Destination) -> str:
    """Go somewhere; what has the keyboard there."""
    desk.window.toast.clear()
    desk.window.ctx.navigator.go(to)
    QApplication.processEvents()
    return words_at(QApplication.focusWidget()).lower()
