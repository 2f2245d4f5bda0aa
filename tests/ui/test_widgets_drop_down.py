"""A choice of a few words: what is chosen can be read."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QStyleOptionComboBox
from pytestqt.qtbot import QtBot

from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.drop_down import DropDown

CHOICES = ((1, "Never"), (2, "Match system"), (3, "As the person themselves would put it"))


def read(choice: DropDown) -> str:
    """What stands in the closed field."""
    option = QStyleOptionComboBox()
    choice.initStyleOption(option)
    return option.currentText


@pytest.mark.parametrize("snug", [True, False])
@pytest.mark.parametrize("percent", [100, 150])
@pytest.mark.parametrize("value", [1, 2, 3])
def test_where_there_is_room_the_choice_is_read_whole(
    qtbot: QtBot, value: int, percent: int, snug: bool
) -> None:
    choice = DropDown(Theme("light"), CHOICES, "How", snug=snug)
    qtbot.addWidget(choice)
    font = QFont(QApplication.font())
    font.setPointSizeF(font.pointSizeF() * percent / 100)
    choice.setFont(font)
    choice.set_value(value)
    choice.resize(choice.sizeHint())
    assert read(choice) == dict(CHOICES)[value]
