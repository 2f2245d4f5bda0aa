"""The pages of a document as pictures: the preview of what will be on paper."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, QSizeF
from PySide6.QtGui import QColor, QImage, QPageSize, QPainter

from careerdesk.documents.model import Document
from careerdesk.documents.pages import MM_PER_INCH, Composing, Pages
from careerdesk.documents.pdf import (
    FOOTER_MM,
    RESOLUTION,
    draw_footer,
    margin_mm,
    sheet,
)
from careerdesk.domain.parts import Parts, through

WHITE = QColor("white")
MOST_PAGES = 40


def page_pictures(document: Document, width: int, paper: str = "") -> list[QImage]:
    """The pages, *width* pixels wide, at most forty of them."""
    pictures = PagePictures(document, width, paper)
    through(pictures.making())
    return [pictures.draw(number) for number in range(pictures.count)]


class PagePictures:
    """The pages of a document, *width* pixels wide, at most forty of them, each drawn when asked.

    They are laid out with the dots of the PDF, so that each page holds what it holds there.
    """

    def __init__(self, document: Document, width: int, paper: str = "") -> None:
        """Prepare; no page is there before `making` has begun."""
        self._document = document
        size = sheet(document, paper)
        dots = size.size(QPageSize.Unit.Inch) * RESOLUTION
        self._dots = dots
        self.take_width(width)
        self._margin = margin_mm(size) / MM_PER_INCH * RESOLUTION
        self._page = QRectF(0, 0, dots.width() - 2 * self._margin, dots.height() - 2 * self._margin)
        foot = FOOTER_MM / MM_PER_INCH * RESOLUTION
        body = QSizeF(self._page.width(), self._page.height() - foot)
        self._composing = Composing(document, body, self._blank, "", MOST_PAGES)
        self._whole: Pages | None = None

    def take_width(self, width: int) -> None:
        """Draw them that wide from now on; what stands on each of them stays."""
        self._scale = width / self._dots.width()
        self._blank = _blank(width, round(self._dots.height() * self._scale))

    @property
    def count(self) -> int:
        """How many pages can be drawn by now."""
        pages = self._whole or self._composing.so_far
        return min(len(pages.spans), MOST_PAGES) if pages else 0

    @property
    def size(self) -> QSize:
        """Of each of them."""
        return self._blank.size()

    @property
    def is_whole(self) -> bool:
        """Whether it is known how many pages there are: their feet say so from then on."""
        return self._whole is not None

    def making(self) -> Parts[None]:
        """Lay them out."""
        self._whole = yield from self._composing.parts()

    def draw(self, number: int) -> QImage:
        """One of them, the first by 0; without its foot until the whole is there."""
        pages = self._whole or self._composing.so_far
        picture = self._blank.copy()
        if pages is None:
            return picture
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self._scale, self._scale)
        painter.translate(self._margin, self._margin)
        pages.draw(painter, number)
        if self._whole:
            place = number + 1, len(pages.spans)
            draw_footer(painter, self._document, self._page, place, pages.text)
        painter.end()
        return picture


def _blank(width: int, height: int) -> QImage:
    """White paper on which a point is as many dots as in the PDF."""
    picture = QImage(width, height, QImage.Format.Format_RGB32)
    picture.setDotsPerMeterX(round(RESOLUTION / MM_PER_INCH * 1000))
    picture.setDotsPerMeterY(round(RESOLUTION / MM_PER_INCH * 1000))
    picture.fill(WHITE)
    return picture
