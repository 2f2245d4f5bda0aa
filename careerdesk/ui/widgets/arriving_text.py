"""A long text comes into its editor in parts: the first at once, the others by turns."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

FIRST = 8_000  # characters: more than any window shows
PART = 20_000  # characters: laid out before anyone notices
LINE = 64  # characters that take as long as one line more


def parts_of(text: str) -> Iterator[str]:
    """The text in parts that are laid out quickly, at least one; no line is divided.

    A line that is longer than a part begins one of its own.
    """
    start, end, lines, most = 0, 0, 0, FIRST
    while end < len(text):
        begin, end = end, text.find("\n", end) + 1 or len(text)
        if start < begin and end - begin > PART:
            yield text[start:begin]
            start, lines, most = begin, 0, PART
        lines += 1
        if end - start + lines * LINE > most and end < len(text):
            yield text[start:end]
            start, lines, most = end, 0, PART
    yield text[start:]


def has_long_line(text: str) -> bool:
    """Whether a line of the text is longer than a part."""
    return len(text) > PART and max(map(len, text.split("\n"))) > PART


def put_part(place: QTextCursor, part: str) -> None:
    """Insert a part at a cursor.

    Qt finds out anew what letters a line is made of each time it is painted, unless it keeps that;
    of a very long line it takes as long as to lay it out.
    """
    if len(part) > PART:
        place.document().findBlock(place.selectionStart()).layout().setCacheEnabled(True)
    place.insertText(part)


class ArrivingText(QObject):
    """Brings parts of a text into a document while the window goes on.

    Until all are there `whole` says what the document will say. Who needs the document itself
    calls `finish` before. While the editor is hidden nothing comes: it may have no width yet
    for which it could be laid out.
    """

    def __init__(self, editor: QWidget) -> None:
        super().__init__(editor)
        self._editor = editor
        self.whole: str | None = None
        self.is_putting = False  # one of the parts below the first
        self._parts: Iterator[str] = iter(())
        self._place: QTextCursor | None = None
        self._then: list[Callable[[], object]] = []
        self._turns = QTimer(self, interval=0)
        self._turns.timeout.connect(self._put_next)

    def begin(
        self, place: QTextCursor, parts: Iterator[str], whole: str, then: Callable[[], object]
    ) -> None:
        """Put *parts* at *place*, one after the other, and call *then* when all are there."""
        self.whole, self._place, self._parts, self._then = whole, place, parts, [then]
        self.go_on()

    def go_on(self) -> None:
        """Let the next part come, if there is one and it could be seen."""
        if self.whole is not None and self._editor.isVisible():
            self._turns.start()

    def also(self, act: Callable[[], object]) -> None:
        """Do this too when all are there; not if another text comes before."""
        self._then.append(act)

    def finish(self) -> None:
        """Let all parts be there now."""
        while self.whole is not None:
            self._put_next()

    def drop(self) -> None:
        """Let the parts that are not there yet go: another text comes."""
        self._turns.stop()
        self.whole, self._place, self._parts, self._then = None, None, iter(()), []

    @Slot()
    def _put_next(self) -> None:
        if not self._editor.isVisible():
            self._turns.stop()
        part = next(self._parts, None)
        if part is None or self._place is None:
            self._end()
            return
        self.is_putting = True
        self._place.joinPreviousEditBlock()  # all parts are one step of undo
        put_part(self._place, part)
        self._place.endEditBlock()
        self.is_putting = False

    def _end(self) -> None:
        acts = self._then
        self.drop()
        for act in acts:
            act()
