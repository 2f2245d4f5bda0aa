"""The sentence below a refused field: to be read whatever stands behind it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from careerdesk.ui.base.field_note import accept, refuse
from careerdesk.ui.theme.look import role_font
from careerdesk.ui.theme.theme import Theme

SENTENCE = "“4 dx” isn't a date. Try 24 Nov, fri, +2w or 2026-11-24."


@pytest.fixture(params=["light", "dark"])
def theme(request: pytest.FixtureRequest, put_on: Callable[[Theme], Theme]) -> Theme:
    """The look of the program, one after the other."""
    return put_on(Theme(request.param))


def refused(qtbot: QtBot, room: str) -> QLabel:
    """A field that was refused with words all over the page behind its sentence."""
    page = QWidget()
    page.setProperty("room", room)
    qtbot.addWidget(page)
    page.resize(400, 200)
    behind = QLabel("MWMWMWMWMWMW\n" * 12, page)
    behind.setGeometry(0, 0, 400, 200)
    field = QLineEdit("4 dx", page)
    field.setGeometry(20, 20, 140, 30)
    page.show()
    refuse(field, SENTENCE)
    note = page.findChild(QLabel, "Note")
    assert note is not None
    return note


@pytest.mark.parametrize("room", ["growth", "review"])
def test_nothing_behind_the_sentence_shows_through(qtbot: QtBot, theme: Theme, room: str) -> None:
    note = refused(qtbot, room)
    page = note.window()
    seen = page.grab(note.geometry().adjusted(8, 2, -8, -2)).toImage()
    page.findChildren(QLabel)[0].setText("")
    same = page.grab(note.geometry().adjusted(8, 2, -8, -2)).toImage() == seen
    assert same
    ground = QColor(theme.look.colour.danger_soft)
    assert seen.pixelColor(0, 0) == ground


def test_the_sentence_is_in_the_colour_of_what_is_wrong(qtbot: QtBot, theme: Theme) -> None:
    note = refused(qtbot, "growth")
    assert note.palette().color(note.foregroundRole()) == QColor(theme.look.colour.danger)
    assert note.font().pointSizeF() == role_font("caption", QApplication.font()).pointSizeF()


@pytest.mark.usefixtures("theme")
def test_the_whole_sentence_is_within_its_plate(qtbot: QtBot) -> None:
    note = refused(qtbot, "growth")
    inside = note.contentsRect()
    words = note.fontMetrics().boundingRect(inside, int(note.alignment()) | 0x1000, SENTENCE)
    assert inside.height() >= words.height()
    assert inside.width() >= words.width()


@pytest.mark.usefixtures("theme")
def test_a_sentence_in_a_column_of_fields_covers_none_of_them(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    fields = [QLineEdit(page) for _ in range(3)]
    for number, field in enumerate(fields):
        column.addWidget(QLabel(f"Field {number}", page))
        column.addWidget(field)
    page.show()
    refuse(fields[1], SENTENCE)
    note = page.findChild(QLabel, "Note")
    assert note is not None
    others = [one for one in page.findChildren(QWidget) if one is not note]
    qtbot.waitUntil(lambda: note.y() > fields[1].geometry().bottom())
    assert not [
        one for one in others if one.isVisible() and one.geometry().intersects(note.geometry())
    ]
    place = fields[2].y()
    accept(fields[1])
    qtbot.waitUntil(lambda: fields[2].y() < place)
    assert note.isHidden()


@pytest.mark.usefixtures("theme")
@pytest.mark.parametrize("own_widget", [False, True])
def test_nor_does_that_of_one_of_several_fields_in_a_row(qtbot: QtBot, own_widget: bool) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    row = QHBoxLayout()
    fields = [QLineEdit(page) for _ in range(3)]
    for field in fields[:2]:
        row.addWidget(field)
    if own_widget:
        around = QWidget(page)
        around.setLayout(row)
        column.addWidget(around)
    else:
        column.addLayout(row)
    column.addWidget(fields[2])
    page.show()
    refuse(fields[1], SENTENCE)
    note = page.findChild(QLabel, "Note")
    assert note is not None
    qtbot.waitUntil(lambda: note.y() > fields[1].mapTo(page, fields[1].rect().bottomLeft()).y())
    assert fields[2].y() > note.geometry().bottom()
