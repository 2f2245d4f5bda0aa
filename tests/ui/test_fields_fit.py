"""A field that comes with words in it: they have all of its room, and a bar only where needed."""

from __future__ import annotations

import pytest
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
