"""The pages of a document as pictures: the preview of what will be on paper."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QColor, QImage, QPageSize, QPainter

from careerdesk.documents.model import Document
from careerdesk.documents.paper import paper_html
from careerdesk.documents.pdf import (
    FOOTER_MM,
    MARGIN_MM,
    default_paper,
    draw_footer,
    draw_page,
    laid_out,
)

WHITE = QColor("white")
MM_PER_INCH = 25.4
MOST_PAGES = 40


def page_pictures(document: Document, width: int, paper: str = "") -> list[QImage]:
    """The pages, *width* pixels wide, at most forty of them."""
    size = QPageSize(getattr(QPageSize.PageSizeId, paper or default_paper()))
    inches = size.size(QPageSize.Unit.Inch)
    dots = width / inches.width()
    blank = _blank(width, round(inches.height() * dots), dots)
    margin = MARGIN_MM / MM_PER_INCH * dots
    page = QRectF(0, 0, width - 2 * margin, blank.height() - 2 * margin)
    body = QSizeF(page.width(), page.height() - FOOTER_MM / MM_PER_INCH * dots)
    text = laid_out(paper_html(document), body, blank, "")
    pictures = []
    count = text.pageCount()
    for number in range(min(count, MOST_PAGES)):
        picture = blank.copy()
        painter = QPainter(picture)
        painter.translate(margin, margin)
        draw_page(painter, text, number, body)
        draw_footer(painter, document, page, (number + 1, count), text)
        painter.end()
        pictures.append(picture)
    return pictures


def _blank(width: int, height: int, dots: float) -> QImage:
    picture = QImage(width, height, QImage.Format.Format_RGB32)
    picture.setDotsPerMeterX(round(dots / MM_PER_INCH * 1000))
    picture.setDotsPerMeterY(round(dots / MM_PER_INCH * 1000))
    picture.fill(WHITE)
    return picture
