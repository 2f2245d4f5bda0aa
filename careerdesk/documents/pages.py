"""A text cut into pages: laid out on endless paper, then cut where nothing is torn."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from functools import cache

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
from careerdesk.documents.cutting import Cutter, Span, Strip
from careerdesk.documents.dated_paper import dated_pieces
from careerdesk.documents.model import Document
from careerdesk.documents.paper import PaperText, Piece, body, paper_pieces, scaled
from careerdesk.domain.parts import LAYING_OUT, Part, Parts, through


@dataclass(frozen=True, slots=True)
class Pages:
    """A laid-out text and the span of each page; a long text is in several strips."""

    strips: Sequence[Strip]
    width: float
    spans: Sequence[Span]

    @property
    def text(self) -> QTextDocument:
        """The text, as far as its first strip goes."""
        return self.strips[0].text

    @property
    def height(self) -> float:
        """How long the whole text is."""
        return self.strips[-1].bottom

    def draw(self, painter: QPainter, number: int) -> None:
        """Draw one page at the painter's origin."""
        top, bottom = self.spans[number]
        for strip in self.strips:
            if strip.top < bottom and strip.bottom > top:
                painter.save()
                painter.translate(0, strip.top - top)
                _Drawing(strip.text, self.width).draw(
                    painter, (top - strip.top, bottom - strip.top)
                )
                painter.restore()


@dataclass(frozen=True, slots=True)
class _Drawing:
    """Draws some of one text."""

    text: QTextDocument
    width: float

    def draw(self, painter: QPainter, span: Span) -> None:
        """Draw what is in *span*, with the painter's origin at the top of the text."""
        top, bottom = span
        painter.setClipRect(QRectF(0, top, self.width, bottom - top))
        begun = self._begun(top)
        if begun is not None:
            self._draw_rest(painter, begun, span)
            top = self.text.documentLayout().blockBoundingRect(begun).bottom()
        context = QAbstractTextDocumentLayout.PaintContext()
        context.clip = QRectF(0, top + 1, self.width, bottom - top - 2)  # no lines that touch it
        if context.clip.height() > 0:
            self.text.documentLayout().draw(painter, context)

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
SIZE = 10.0  # points of the text
LEADING = "p, td { line-height: 112%; }"  # of the font's own: 1.35 of its size
PARTS = (1.0, 0.95, 0.9, 0.85, 0.8, 0.75)
SQUEEZED = (0.96, 0.92, 0.88, 0.86)  # as small as what somebody is handed may be
WON = 1.06  # of the height, at most, by lines that break elsewhere
MOST_SQUEEZED = 3  # pages: of more, one less is no gain
LEAST_RULED = 3  # lines: fewer are not worth the room
STRIP = 25  # lines that are laid out at once: a hundredth of a second
MOST_NOTES = (8, 6, 5, 4, 3, 2, 1)


def composed(document: Document, size: QSizeF, device: QPaintDevice, family: str) -> Pages:
    """The document on pages of that size; on one page if it is for one, as far as it can be."""
    return through(Composing(document, size, device, family).parts())


class Composing:
    """Lays a document out in parts.

    Of a text with more than *most* pages the rest is counted, and cannot be drawn.
    """

    def __init__(
        self,
        document: Document,
        size: QSizeF,
        device: QPaintDevice,
        family: str,
        most: int = sys.maxsize,
    ) -> None:
        """Prepare pages of *size* in the dots of *device*."""
        self._document, self._size, self._most = document, size, most
        self._dots = _dots_of(device.logicalDpiX(), device.logicalDpiY())
        self._family = family or fonts.family()
        self._so_far: Pages | None = None

    @property
    def so_far(self) -> Pages | None:
        """The pages that stay as they are, whatever is still to come."""
        if self._so_far is None or self._document.one_page:
            return None
        could_be_squeezed = len(self._so_far.spans) <= MOST_SQUEEZED
        return None if self._document.squeezable and could_be_squeezed else self._so_far

    def parts(self) -> Parts[Pages]:
        """Do it; the parts are counted in lines."""
        if self._document.one_page:
            return (yield from self._one_page())
        pages = yield from self._laid_out(1.0)
        if self._document.squeezable and 1 < len(pages.spans) <= MOST_SQUEEZED:
            return (yield from self._squeezed(pages)) or pages
        return pages

    def _laid_out(self, part: float) -> Parts[Pages]:
        """All of it, so small; a long text in strips that are laid out by themselves."""
        cutter, strips, bottom, done = Cutter(self._size.height()), list[Strip](), 0.0, 0
        self._so_far = Pages(strips, self._size.width(), cutter.spans)
        size = self._document.size
        yield Part(LAYING_OUT, 0, size)  # how much it is, before anything is done
        for piece in _together(self._document):
            html = piece.html if part == 1 else scaled(piece.html, part)
            strip = self._strip(html, SIZE * part, bottom)
            cutter.add(strip)
            bottom = strip.bottom
            if len(cutter.spans) < self._most or strip.top < cutter.spans[self._most - 1][1]:
                strips.append(strip)
            done += piece.size
            yield Part(LAYING_OUT, done, size)
        cutter.end(bottom)
        return self._so_far

    def _squeezed(self, whole: Pages) -> Parts[Pages | None]:
        """The text on a page less, as little smaller as that takes; None if it were hard to read.

        Lines that break elsewhere win some room, too: what is hopeless by far is not laid out.
        """
        least = self._size.height() * (len(whole.spans) - 1) / whole.height
        for part in SQUEEZED:
            if part > least * WON:
                continue
            pages = yield from self._laid_out(part)
            if len(pages.spans) < len(whole.spans):
                return pages
        return None

    def _one_page(self) -> Parts[Pages]:
        """Smaller first, then with fewer notes; what stays free is ruled to write on."""
        tries = (
            *((part, 0) for part in PARTS),
            *((PARTS[-1], most) for most in MOST_NOTES),
        )
        for part, most in tries:
            shown = self._document.shortened(most) if most else self._document
            pages = yield from self._tried(shown, part, 0)
            if len(pages.spans) == 1:
                return (yield from self._ruled(pages, shown, part))
        return pages

    def _ruled(self, pages: Pages, shown: Document, part: float) -> Parts[Pages]:
        """The page with as many lines to write on as fit below its text."""
        line = RULED_PT * 1.5 * self._dots.logicalDpiY() / 72
        for count in range(int((self._size.height() - pages.height) / line), LEAST_RULED - 1, -1):
            ruled = yield from self._tried(shown, part, count)
            if len(ruled.spans) == 1:
                return ruled
        return pages

    def _tried(self, shown: Document, part: float, ruled: int) -> Parts[Pages]:
        """The document so small, with so many lines to write on, whether that is one page or not.

        Which try will be the last is not known: they count as if there were several.
        """
        yield Part(LAYING_OUT, 0, len(PARTS) * self._document.size)
        wide = self._size.width() / self._dots.logicalDpiX() * MM_PER_INCH >= TWO_COLUMNS_MM
        html = scaled(one_page_html(shown, columns=2 if wide else 1, ruled=ruled), part)
        strip = self._strip(html, SIZE * part, 0.0)
        cutter = Cutter(self._size.height())
        cutter.add(strip)
        cutter.end(strip.bottom)
        return Pages((strip,), self._size.width(), cutter.spans)

    def _strip(self, html: str, points: float, top: float) -> Strip:
        text = PaperText()
        font = QFont(self._family)
        font.setPointSizeF(points)
        text.setDefaultFont(font)
        text.setDocumentMargin(0)
        text.setUndoRedoEnabled(False)
        text.documentLayout().setPaintDevice(self._dots)
        text.setDefaultStyleSheet(LEADING)
        text.setTextWidth(self._size.width())  # before: else all is laid out twice
        text.setHtml(html)
        return Strip(text, top, top + text.documentLayout().documentSize().height())


def _together(document: Document) -> Iterator[Piece]:
    """The pieces of a document, as many of them in one as can be laid out at once."""
    pieces = dated_pieces(document) if document.dated else paper_pieces(document)
    html, size = "", 0
    for piece in pieces:
        html, size = html + piece.html, size + piece.size
        if size >= STRIP:
            yield Piece(body(html), size)
            html, size = "", 0
    if html:
        yield Piece(body(html), size)


@cache
def _dots_of(across: int, down: int) -> QImage:
    """A device of one dot with so many dots per inch, by which text is measured.

    PySide never lets go of a device that it gave to a layout: a whole page for each preview.
    """
    dot = QImage(1, 1, QImage.Format.Format_RGB32)
    dot.setDotsPerMeterX(round(across / MM_PER_INCH * 1000))
    dot.setDotsPerMeterY(round(down / MM_PER_INCH * 1000))
    return dot
