"""A text that comes bit by bit, cut into pages where nothing is torn."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QTextBlock, QTextDocument

from careerdesk.dataclass import dataclass

Span = tuple[float, float]  # where something begins and ends, from the top of the text
FIRST_LINES = 8  # two gaps, two headings, a rule with the empty line behind it, two lines of text


@dataclass(frozen=True, slots=True)
class Strip:
    """Some of a text, laid out by itself, and where it begins and ends in the whole."""

    text: QTextDocument
    top: float
    bottom: float

    def box_of(self, block: QTextBlock) -> Span:
        """Where a paragraph begins and ends, from the top of the whole."""
        box = self.text.documentLayout().blockBoundingRect(block)
        return self.top + box.top(), self.top + box.bottom()


class Cutter:
    """Finds `spans`, those of the pages, while strips of a text come from above.

    A unit that would be torn, though it fits on one page, begins a new one. What is longer than
    that, or may flow, does so where only its first lines would fit.
    """

    def __init__(self, height: float) -> None:
        """Cut into pages of that height."""
        self.spans: list[Span] = []
        self._height = height
        self._page = 0.0
        self._unit: list[tuple[Strip, QTextBlock]] = []
        self._top = 0.0
        self._is_whole = True  # the text itself is a unit until another begins

    def add(self, strip: Strip) -> None:
        """Go on with what stands below all that came before."""
        block = strip.text.begin()
        while block.isValid():
            names = _anchors(block)
            if "unit" in names or "flow" in names:
                self._end_unit(strip.box_of(block)[0])
                self._is_whole = "unit" in names
            after = block.next()
            if after.isValid() or block.text():  # Qt hides an empty one after a table at the end
                self._unit.append((strip, block))
            block = after

    def end(self, bottom: float) -> None:
        """The text ends here, and so does its last page."""
        self._end_unit(bottom)
        self.spans.append((self._page, bottom))

    def _end_unit(self, bottom: float) -> None:
        lines = list(self._lines()) if bottom - self._page > self._height else []
        fits = self._is_whole and bottom - self._top <= self._height
        least = bottom if fits else _beginning(lines)
        if lines and self._top > self._page and least - self._page > self._height:
            self._turn(self._top)
        while bottom - self._page > self._height:
            self._turn(_cut(lines, self._page, self._page + self._height))
        self._unit, self._top = [], bottom

    def _turn(self, bottom: float) -> None:
        self.spans.append((self._page, bottom))
        self._page = bottom

    def _lines(self) -> Iterator[Span]:
        for strip, block in self._unit:
            top, _ = strip.box_of(block)
            layout = block.layout()
            for number in range(layout.lineCount()):
                line = layout.lineAt(number)
                yield top + line.y(), top + line.y() + line.height()


def _anchors(block: QTextBlock) -> list[str]:
    pieces = block.begin()
    return [] if pieces.atEnd() else pieces.fragment().charFormat().anchorNames()


def _beginning(lines: list[Span]) -> float:
    """Where the first lines end, which stay together: headings and some of the text."""
    return max((bottom for _, bottom in lines[:FIRST_LINES]), default=0.0)


def _cut(lines: list[Span], page: float, limit: float) -> float:
    """The lowest place above *limit* where a line begins and no line beside it is torn."""
    low = min((top for top, bottom in lines if bottom > limit), default=limit)
    while torn := [top for top, bottom in lines if top < low < bottom]:
        low = min(torn)
    return low if low > page else limit
