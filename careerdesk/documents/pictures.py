"""The pages of a document as pictures: the preview of what will be on paper."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QColor, QImage, QPageSize, QPainter

from careerdesk.documents.model import Document
from careerdesk.documents.pages import MM_PER_INCH, composed
from careerdesk.documents.pdf import (
    FOOTER_MM,
    RESOLUTION,
    draw_footer,
    margin_mm,
    sheet,
)

WHITE = QColor("white")
MOST_PAGES = 40


def page_pictures(document: Document, width: int, paper: str = "") -> list[QImage]:
    """The pages, *width* pixels wide, at most forty of them.

    They are laid out with the dots of the PDF, so that each page holds what it holds there.
    """
    size = sheet(document, paper)
    dots = size.size(QPageSize.Unit.Inch) * RESOLUTION
    scale = width / dots.width()
    blank = _blank(width, round(dots.height() * scale))
    margin = margin_mm(size) / MM_PER_INCH * RESOLUTION
    page = QRectF(0, 0, dots.width() - 2 * margin, dots.height() - 2 * margin)
    body = QSizeF(page.width(), page.height() - FOOTER_MM / MM_PER_INCH * RESOLUTION)
    pages = composed(document, body, blank, "")
    pictures = []
    count = len(pages.spans)
    for number in range(min(count, MOST_PAGES)):
        picture = blank.copy()
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(scale, scale)
        painter.translate(margin, margin)
        pages.draw(painter, number)
        draw_footer(painter, document, page, (number + 1, count), pages.text)
        painter.end()
        pictures.append(picture)
    return pictures


def _blank(width: int, height: int) -> QImage:
    """White paper on which a point is as many dots as in the PDF."""
    picture = QImage(width, height, QImage.Format.Format_RGB32)
    picture.setDotsPerMeterX(round(RESOLUTION / MM_PER_INCH * 1000))
    picture.setDotsPerMeterY(round(RESOLUTION / MM_PER_INCH * 1000))
    picture.fill(WHITE)
    return picture
