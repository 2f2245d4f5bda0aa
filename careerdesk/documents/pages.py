"""A text cut into pages: laid out once on endless paper, then cut where nothing is torn."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, partial
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QImage,
    QPaintDevice,
    QPainter,
    QTextBlock,
    QTextCursor,
    QTextDocument,
)

from careerdesk import fonts
from careerdesk.dataclass import dataclass
from careerdesk.documents.brief_paper import RULED_PT, TWO_COLUMNS_MM, one_page_html
from careerdesk.documents.dated_paper import dated_html
from careerdesk.documents.model import Document
from careerdesk.documents.paper import PaperText, paper_html, scaled

Span = tuple[float, float]  # where something begins and ends, from the top of the text


@dataclass(frozen=True, slots=True)
class Pages:
    """A laid-out text and the span of each page."""

    text: QTextDocument
    width: float
    spans: tuple[Span, ...]

    def draw(self, painter: QPainter, number: int) -> None:
        """Draw one page at the painter's origin."""
        top, bottom = self.spans[number]
        painter.save()
        painter.translate(0, -top)
        painter.setClipRect(QRectF(0, top, self.width, bottom - top))
        begun = self._begun(top)
        if begun is not None:
            self._draw_rest(painter, begun, (top, bottom))
            top = self.text.documentLayout().blockBoundingRect(begun).bottom()
        context = QAbstractTextDocumentLayout.PaintContext()
        context.clip = QRectF(0, top + 1, self.width, bottom - top - 2)  # no lines that touch it
        if context.clip.height() > 0:
            self.text.documentLayout().draw(painter, context)
        painter.restore()

    def _begun(self, top: float) -> QTextBlock | None:
        """The paragraph that goes on at *top* from the page before, if nothing stands beside it."""
        layout = self.text.documentLayout()
        for across in (0, self.width - 1):  # in a table the words are in its last column
            place = layout.hitTest(QPointF(across, top + 1), Qt.HitTestAccuracy.FuzzyHit)
            block = self.text.findBlock(place)
            box = layout.blockBoundingRect(block)
            if box.top() < top < box.bottom():
                return block if self._is_alone(block, (top, box.bottom())) else None
        return None

    def _is_alone(self, block: QTextBlock, span: Span) -> bool:
        """Whether no other cell of its table has words in that span."""
        table = QTextCursor(block).currentTable()
        if table is None:
            return True
        layout, other = self.text.documentLayout(), table.firstCursorPosition().block()
        while other.isValid() and other.position() <= table.lastPosition():
            box = layout.blockBoundingRect(other)
            if other != block and box.top() < span[1] and box.bottom() > span[0]:
                return False
            other = other.next()
        return True

    def _draw_rest(self, painter: QPainter, block: QTextBlock, span: Span) -> None:
        """Draw the lines of a paragraph that are in *span*, one by one.

        Qt would draw the one before them too: cut off, so not seen, but found and copied twice.
        """
        layout = block.layout()  # knows its place only outside of tables
        place = self.text.documentLayout().blockBoundingRect(block).topLeft()
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            if span[0] - 1 < place.y() + line.y() < span[1] - 1:
                line.draw(painter, place)


MM_PER_INCH = 25.4
FIRST_LINES = 7  # two gaps, two headings with a rule, two lines of text
SIZE = 10.0  # points of the text
LEADING = "p, td { line-height: 112%; }"  # of the font's own: 1.35 of its size
PARTS = (1.0, 0.95, 0.9, 0.85, 0.8, 0.75)
SQUEEZED = (0.96, 0.92, 0.88, 0.86)  # as small as what somebody is handed may be
WON = 1.06  # of the height, at most, by lines that break elsewhere
MOST_SQUEEZED = 3  # pages: of more, one less is no gain
LEAST_RULED = 3  # lines: fewer are not worth the room
MOST_NOTES = (8, 6, 5, 4, 3, 2, 1)


def composed(document: Document, size: QSizeF, device: QPaintDevice, family: str) -> Pages:
    """The document on pages of that size; on one page if it is for one, as far as it can be."""
    if document.one_page:
        return _one_page(document, size, device, family)
    html = dated_html(document) if document.dated else paper_html(document)
    pages = laid_out(html, size, device, family)
    if document.squeezable and 1 < len(pages.spans) <= MOST_SQUEEZED:
        return _squeezed(html, size, device, family, pages) or pages
    return pages


def _squeezed(
    html: str, size: QSizeF, device: QPaintDevice, family: str, whole: Pages
) -> Pages | None:
    """The text on a page less, as little smaller as that takes; None if it were hard to read.

    Lines that break elsewhere win some room, too: what is hopeless by far is not laid out.
    """
    height = whole.text.documentLayout().documentSize().height()
    least = size.height() * (len(whole.spans) - 1) / height
    for part in SQUEEZED:
        if part > least * WON:
            continue
        pages = laid_out(scaled(html, part), size, device, family, SIZE * part)
        if len(pages.spans) < len(whole.spans):
            return pages
    return None


def _one_page(document: Document, size: QSizeF, device: QPaintDevice, family: str) -> Pages:
    """Smaller first, then with fewer notes; what stays free is ruled to write on."""
    wide = size.width() / device.logicalDpiX() * MM_PER_INCH >= TWO_COLUMNS_MM
    columns = 2 if wide else 1

    def made(shown: Document, part: float, ruled: int) -> Pages:
        """The document so small, with so many lines to write on."""
        html = scaled(one_page_html(shown, columns=columns, ruled=ruled), part)
        return laid_out(html, size, device, family, SIZE * part)

    for part, most in (*((part, 0) for part in PARTS), *((PARTS[-1], most) for most in MOST_NOTES)):
        shown = document.shortened(most) if most else document
        pages = made(shown, part, 0)
        if len(pages.spans) == 1:
            return _ruled(pages, size, device, partial(made, shown, part))
    return pages


def _ruled(pages: Pages, size: QSizeF, device: QPaintDevice, made: Callable[[int], Pages]) -> Pages:
    """The page with as many lines to write on as fit below its text."""
    free = size.height() - pages.text.documentLayout().documentSize().height()
    line = RULED_PT * 1.5 * device.logicalDpiY() / 72
    for count in range(int(free / line), LEAST_RULED - 1, -1):
        ruled = made(count)
        if len(ruled.spans) == 1:
            return ruled
    return pages


def laid_out(
    html: str, size: QSizeF, device: QPaintDevice, family: str, points: float = SIZE
) -> Pages:
    """The text on pages of that size, with its units whole where they fit."""
    text = PaperText()
    font = QFont(family or fonts.family())
    font.setPointSizeF(points)
    text.setDefaultFont(font)
    text.setDocumentMargin(0)
    text.setUndoRedoEnabled(False)
    text.documentLayout().setPaintDevice(_dots_of(device.logicalDpiX(), device.logicalDpiY()))
    text.setDefaultStyleSheet(LEADING)
    text.setHtml(html)
    text.setTextWidth(size.width())
    return Pages(text, size.width(), tuple(spans_of(text, size.height())))


@cache
def _dots_of(across: int, down: int) -> QImage:
    """A device of one dot with so many dots per inch, by which text is measured.

    PySide never lets go of a device that it gave to a layout: a whole page for each preview.
    """
    dot = QImage(1, 1, QImage.Format.Format_RGB32)
    dot.setDotsPerMeterX(round(across / MM_PER_INCH * 1000))
    dot.setDotsPerMeterY(round(down / MM_PER_INCH * 1000))
    return dot


def spans_of(text: QTextDocument, height: float) -> Iterator[Span]:
    """The pages of a text: a unit that would be torn, though it fits on one, begins a new one.

    What is longer than that, or may flow, does so where only its first lines would fit.
    """
    layout = text.documentLayout()
    starts = list(_starts(text))
    blocks = [block for block, _ in starts]
    tops = [layout.blockBoundingRect(block).top() for block in blocks]
    end = layout.documentSize().height()
    page = 0.0
    for (block, whole), after, (top, bottom) in zip(
        starts, [*blocks[1:], None], pairwise([*tops, end]), strict=True
    ):
        lines = list(_lines(block, after)) if bottom - page > height else []
        least = bottom if whole and bottom - top <= height else _beginning(lines)
        if lines and top > page and least - page > height:
            yield page, top
            page = top
        while bottom - page > height:
            cut = _cut(lines, page, page + height)
            yield page, cut
            page = cut
    yield page, end


def _beginning(lines: list[Span]) -> float:
    """Where the first lines end, which stay together: headings and some of the text."""
    return max((bottom for _, bottom in lines[:FIRST_LINES]), default=0.0)


def _starts(text: QTextDocument) -> Iterator[tuple[QTextBlock, bool]]:
    """Where something begins that is kept whole, or (False) flows. The text itself does too."""
    block = text.begin()
    yield block, True
    while (block := block.next()).isValid():
        pieces = block.begin()
        names = [] if pieces.atEnd() else pieces.fragment().charFormat().anchorNames()
        if "unit" in names or "flow" in names:
            yield block, "unit" in names


def _lines(block: QTextBlock, after: QTextBlock | None) -> Iterator[Span]:
    """The lines from *block* until *after*."""
    layout = block.document().documentLayout()
    while block.isValid() and (after is None or block != after):
        top = layout.blockBoundingRect(block).top()
        for number in range(block.layout().lineCount()):
            line = block.layout().lineAt(number)
            yield top + line.y(), top + line.y() + line.height()
        block = block.next()


def _cut(lines: list[Span], page: float, limit: float) -> float:
    """The lowest place above *limit* where a line begins and no line beside it is torn."""
    low = min((top for top, bottom in lines if bottom > limit), default=limit)
    while torn := [top for top, bottom in lines if top < low < bottom]:
        low = min(torn)
    return low if low > page else limit
