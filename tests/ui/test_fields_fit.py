"""A field that comes with words in it: they have all of its room, and a bar only where needed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication

from careerdesk.ui.widgets.growing_text import GrowingText
from careerdesk.ui.widgets.long_text_edit import LongTextEdit
from careerdesk.ui.widgets.note_editor import NoteEditor
from tests.robots.stage import Stage

WORDS = "Nobody was woken in May. "


def made(stage: Stage, kind: str) -> LongTextEdit:
    """A field with words that is not seen yet."""
    field: NoteEditor | GrowingText
    if kind == "growing":
        field = GrowingText("Why")
    else:
        field = NoteEditor(stage.ctx.theme, "Narrative")
        if kind == "note that grows":
            field.grow(2, 12)
    field.set_text(WORDS * 12)
    return field


@pytest.mark.whole
@pytest.mark.parametrize("kind", ["growing", "note", "note that grows"])
@pytest.mark.parametrize("later", [True, False])
def test_a_field_that_comes_with_its_words_has_them_in_all_of_its_room(
    stage: Stage, kind: str, *, later: bool
) -> None:
    stage.window.resize(500, 700)
    if later:  # into a window that is seen already
        stage.put(GrowingText("Another"))
    field = stage.put(made(stage, kind))
    QApplication.processEvents()
    assert not field.verticalScrollBar().isVisible()
    assert round(field.document().pageSize().width()) == field.viewport().width()


def test_a_hint_of_several_lines_is_shown_in_full(stage: Stage) -> None:
    hint = "What you make of this. Your interpretation is never included in anything you share."
    field = NoteEditor(stage.ctx.theme, "Interpretation", placeholder=hint)
    field.grow(6, 8)
    stage.window.resize(240, 400)
    stage.put(field)
    stage.put(GrowingText("Another")).setFocus()
    QApplication.processEvents()
    picture = field.viewport().grab().toImage()
    inked = [
        row
        for row in range(picture.height())
        if len({picture.pixel(column, row) for column in range(picture.width())}) > 1
    ]
    wide = QRect(0, 0, field.viewport().width() - 8, 1000)
    needed = field.fontMetrics().boundingRect(wide, Qt.TextFlag.TextWordWrap, hint).height()
    assert needed > 2 * field.fontMetrics().height()
    assert inked[-1] - inked[0] > needed - field.fontMetrics().height()
