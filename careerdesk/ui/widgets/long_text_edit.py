"""An editor for texts of any length: the words in view at once, those below them by turns."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QInputMethodEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from careerdesk.compat import override
from careerdesk.domain.text import common_ends
from careerdesk.i18n import fill, tr
from careerdesk.ui.base.exact_text import exact_text, wrap_for
from careerdesk.ui.theme.utf16 import characters, units
from careerdesk.ui.widgets.arriving_text import (
    FIRST,
    PART,
    ArrivingText,
    has_long_line,
    parts_of,
    put_part,
)
from careerdesk.ui.widgets.plain_text import MOST_CHARACTERS


def too_long(size: int) -> str:
    """Why a paste was refused with which a note would have so many characters."""
    sentence = tr(
        "With this text, the note would be {n} characters long, but the limit is {most}. "
        "Nothing was pasted."
    )
    return fill(sentence, n=size, most=MOST_CHARACTERS)


class LongTextEdit(QTextEdit):
    """Says at once what text it holds, and lays it out while the window goes on.

    Whoever asks for the document or a cursor from Python, and every key, finds all of the text
    there. A subclass shows texts by `_show_text` and pastes by `_put_text`.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._arriving = ArrivingText(self)

    def text(self) -> str:
        """The text as it is stored."""
        whole = self._arriving.whole
        return exact_text(self._so_far) if whole is None else whole

    def is_at_start(self) -> bool:
        """Whether the cursor is before the first letter; waits for nothing of a long text."""
        return super().textCursor().atStart()

    def when_there(self, act: Callable[[], object]) -> None:
        """Do something with the document, once all of the text that is shown now is in it."""
        if self._arriving.whole is None:
            act()
        else:
            self._arriving.also(act)

    @property
    def _so_far(self) -> QTextDocument:
        """The document with as much of the text as is there by now."""
        return super().document()

    def _show_text(self, text: str) -> None:
        """Show another text; the cursor stays in its place if there is one."""
        place = super().textCursor().position()
        if self._arriving.whole is None and self._change_to(text):
            self._put_cursor(place)
            return
        self._arriving.drop()
        parts = parts_of(text)
        first = next(parts)
        self.setPlainText("")
        self._make_room_for(text)
        wrap_for(self, text)
        self._dress_for(text)
        self._so_far.setUndoRedoEnabled(False)
        put_part(QTextCursor(self._so_far), first)
        self._so_far.setUndoRedoEnabled(True)
        if len(first) == len(text):
            self._put_cursor(place)
        else:
            self._show_rest(parts, text, place)

    def _change_to(self, text: str) -> bool:
        """Change a long text where another differs from it; False where that is not near by.

        An undo in a long note leaves most of it as it is: it does not go through its beginning.
        """
        held = self.text()
        head, tail = common_ends(held, text)
        gone, come = held[head : len(held) - tail], text[head : len(text) - tail]
        alike = head + tail >= max(FIRST, len(gone), len(come))
        if not alike or len(come) > PART or not self._is_dressed_alike(held, text):
            return False
        self._make_room_for(text)
        wrap_for(self, text)
        cursor = QTextCursor(self._so_far)
        cursor.setPosition(units(held[:head]))
        cursor.setPosition(units(held[: head + len(gone)]), QTextCursor.MoveMode.KeepAnchor)
        self._so_far.setUndoRedoEnabled(False)
        cursor.insertText(come)
        self._so_far.setUndoRedoEnabled(True)
        return exact_text(self._so_far) == text

    def _is_dressed_alike(self, _before: str, _after: str) -> bool:
        """Whether two texts stand in the same dress; a subclass with a choice of them says so."""
        return True

    def _make_room_for(self, text: str) -> None:
        """Have the bar that a very long line scrolls by: once it came, all would be laid out again.

        A text of many lines brings its bar with the first of its parts.
        """
        bar = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            bar.ScrollBarAlwaysOn if has_long_line(text) else bar.ScrollBarAsNeeded
        )

    def _dress_for(self, text: str) -> None:
        """Make the empty document ready for a text; a subclass says how."""

    def _show_rest(self, parts: Iterator[str], text: str, place: int) -> None:
        """Let the parts below the first come by turns; they can be undone as little as it."""
        self._so_far.setUndoRedoEnabled(False)
        end = QTextCursor(self._so_far)
        end.movePosition(QTextCursor.MoveOperation.End)
        now = place if place < end.position() else 0
        self._put_cursor(now)
        self._arriving.begin(end, parts, text, partial(self._rest_is_there, now, place))

    def _rest_is_there(self, now: int, place: int) -> None:
        self._so_far.setUndoRedoEnabled(True)
        if now != place and super().textCursor().position() == now:  # nobody has moved it since
            self._put_cursor(place)

    def _put_cursor(self, place: int) -> None:
        cursor = super().textCursor()
        cursor.setPosition(min(place, self._so_far.characterCount() - 1))
        self.setTextCursor(cursor)

    def _put_text(self, text: str) -> None:
        """Put a text in place of the selection, as one step of undo."""
        cursor = self.textCursor()
        held = self.text()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        head, tail = characters(held, start), characters(held, end)
        whole = held[:head] + text + held[tail:]
        self._make_room_for(whole)
        wrap_for(self, whole)
        parts = parts_of(text)
        first = next(parts)
        if len(first) < len(text):
            self._arriving.begin(cursor, parts, whole, self.ensureCursorVisible)
        put_part(cursor, first)

    @override
    def document(self) -> QTextDocument:
        """The document, with all of the text."""
        self._arriving.finish()
        return super().document()

    @override
    def textCursor(self) -> QTextCursor:
        """The cursor, in all of the text."""
        self._arriving.finish()
        return super().textCursor()

    @override
    def moveCursor(
        self,
        operation: QTextCursor.MoveOperation,
        mode: QTextCursor.MoveMode = QTextCursor.MoveMode.MoveAnchor,
    ) -> None:
        """Move the cursor in all of the text; to its end as soon as that is there."""
        if operation == QTextCursor.MoveOperation.End:
            self.when_there(partial(super().moveCursor, operation, mode))
        else:
            self._arriving.finish()
            super().moveCursor(operation, mode)

    @override
    def selectAll(self) -> None:
        """Select all of the text."""
        self._arriving.finish()
        super().selectAll()

    @override
    def toPlainText(self) -> str:
        """All of the text, as Qt has it."""
        self._arriving.finish()
        return super().toPlainText()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press a key in all of the text."""
        self._arriving.finish()
        super().keyPressEvent(event)

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Compose letters where they belong in all of the text."""
        self._arriving.finish()
        super().inputMethodEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what Qt cuts off a hint of several lines: all that is below an empty line."""
        super().paintEvent(event)
        hint = self.placeholderText()
        if not hint or not self._so_far.isEmpty():
            return
        margin = self._so_far.documentMargin()
        layout = self._so_far.documentLayout()
        line = layout.frameBoundingRect(self._so_far.rootFrame())
        line = line.adjusted(margin, margin, -margin, -margin)
        if self.fontMetrics().horizontalAdvance(hint) > line.width():
            painter = QPainter(self.viewport())
            painter.setClipRect(QRectF(self.viewport().rect()).adjusted(0, line.bottom(), 0, 0))
            painter.setPen(self.palette().placeholderText().color())
            flags = self.alignment() | Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextDontClip
            painter.drawText(line, flags, hint)
            painter.end()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Fit the words into the room there is, and let the rest of a long text come.

        Where an unseen field grows or drops its bar while it is resized, Qt tells nobody.
        """
        super().showEvent(event)
        room = self.viewport().size()
        laid_out = QSize(round(self._so_far.pageSize().width()), room.height())
        self.resizeEvent(QResizeEvent(room, laid_out))
        self._arriving.go_on()
