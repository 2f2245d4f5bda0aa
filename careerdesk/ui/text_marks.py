"""Parts of a text in an editor: marked, or selected."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from careerdesk.domain.differences import Span

MOST_MARKS = 400  # more would be a patchwork, and slow to paint
_WIDE = "\uffff"  # characters beyond it count twice for Qt


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
    if cursor.selectedText() != text[span[0] : span[1]]:
        return False
    edit.setTextCursor(cursor)
    edit.ensureCursorVisible()
    return True


def qt_spans(text: str, spans: Sequence[Span]) -> list[Span]:
    """Spans as Qt counts: an emoji takes two places. They come in the order of the text."""
    if text.isascii() or max(text) <= _WIDE:
        return list(spans)
    found, at, shift = [], 0, 0
    for start, end in spans:
        first = start + shift + _wide(text[at:start])
        last = first + (end - start) + _wide(text[start:end])
        found.append((first, last))
        at, shift = end, last - end
    return found


def _wide(part: str) -> int:
    return sum(letter > _WIDE for letter in part)
