"""Two texts beside each other, with what was removed and what is new marked."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QColor, QTextCharFormat

from careerdesk.domain.reviews.changes import TextChanges
from careerdesk.ui.base.text_marks import mark
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.note_editor import NoteEditor


def mark_changes(theme: Theme, then: NoteEditor, now: NoteEditor, changes: TextChanges) -> None:
    """Mark what was removed from one text, and what is new in the other."""
    colour = theme.look.colour
    gone = _dress(colour.danger_soft, colour.text, colour.danger, struck=True)
    fresh = _dress(colour.review_soft, colour.text, colour.review)
    then.when_there(partial(mark, then, changes.gone, gone))
    now.when_there(partial(mark, now, changes.fresh, fresh))


def _dress(ground: QColor, ink: QColor, line: QColor, *, struck: bool = False) -> QTextCharFormat:
    """A ground, and a line under or through the words, so that colour is not alone."""
    dress = QTextCharFormat()
    dress.setBackground(ground)
    dress.setForeground(ink)
    if struck:
        dress.setFontStrikeOut(True)
    else:
        dress.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        dress.setUnderlineColor(line)
    return dress
