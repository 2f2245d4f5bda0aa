"""A paste of something without a text, such as a picture, takes no words away."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from careerdesk.ui.base import names
from careerdesk.ui.shell.actions import EDIT_PERSON
from tests.robots.window import PeopleRobot

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def picture(qapp: QGuiApplication) -> Iterator[None]:
    """A picture, copied somewhere else."""
    image = QImage(20, 20, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    QGuiApplication.clipboard().setImage(image)
    yield
    QGuiApplication.clipboard().clear()


@pytest.mark.usefixtures("picture")
@pytest.mark.parametrize(("key", "held"), [(Qt.Key.Key_V, CONTROL), (Qt.Key.Key_Insert, SHIFT)])
def test_a_picture_leaves_what_is_selected(
    team: PeopleRobot, key: Qt.Key, held: Qt.KeyboardModifier
) -> None:
    team.choose("Ana Ruiz")
    team.act(EDIT_PERSON)
    panel = team.find(QLineEdit, "person.family_name")
    for line in (panel, team.find(QLineEdit, names.PEOPLE_FILTER)):
        line.setFocus()
        line.setText("Ruiz")
        line.selectAll()
        QTest.keyClick(team.window.windowHandle(), key, held)
        assert (line.text(), line.selectedText()) == ("Ruiz", "Ruiz")
    QGuiApplication.clipboard().setText("Okri")
    QTest.keyClick(team.window.windowHandle(), key, held)
    assert line.text() == "Okri"
