"""Parts of a text in an editor: marked, or selected."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from careerdesk.domain.differences import Span
from careerdesk.ui.base.exact_text import exact_words
from careerdesk.ui.theme.utf16 import qt_spans

MOST_MARKS = 400  # more would be a patchwork, and slow to paint


def mark(edit: QTextEdit, spans: Sequence[Span], dress: QTextCharFormat) -> None:
    """Lay *dress* over parts of the text that *edit* shows, in place of other marks."""
    marks = []
    for start, end in qt_spans(edit.toPlainText(), spans[:MOST_MARKS]):
        one = QTextEdit.ExtraSelection()
        one.cursor = QTextCursor(edit.document())
        one.cursor.setPosition(start)
        one.cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        one.format = dress
        marks.append(one)
    edit.setExtraSelections(marks)


def select(edit: QTextEdit, text: str, span: Span) -> bool:
    """Select a part of *text*, which *edit* shows; False if it is not there any more."""
    start, end = qt_spans(text, [span])[0]
    cursor = edit.textCursor()
    if end >= edit.document().characterCount():
        return False
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    if exact_words(cursor) != text[span[0] : span[1]]:
        return False
    edit.setTextCursor(cursor)
    edit.ensureCursorVisible()
    return True
