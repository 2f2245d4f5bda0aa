"""A document on paper: HTML that Qt lays out, page by page, into a PDF in memory.

Qt's PDF has text that can be selected and fonts of its own, but no tags for screen readers;
for these there is the HTML form.
"""

from __future__ import annotations

import os

from PySide6.QtCore import QBuffer, QIODevice, QLocale, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPaintDevice,
    QPainter,
    QPdfWriter,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from careerdesk.documents.html import LINE, MUTED
from careerdesk.documents.model import Document
from careerdesk.documents.paper import UNIT, PaperText, paper_html

MARGIN_MM = 19
RESOLUTION = 300  # dots an inch
FOOTER_MM = 9


def to_pdf(document: Document, paper: str = "", family: str = "") -> bytes:
    """The document as PDF; *paper* is A4 or Letter (default: by locale), *family* the font."""
    _need_application()

    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setCreator("CareerDesk")
    writer.setTitle(document.file_title)
    writer.setResolution(RESOLUTION)
    size = QPageSize(getattr(QPageSize.PageSizeId, paper or default_paper()))
    margins = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)
    writer.setPageLayout(
        QPageLayout(size, QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter)
    )
    draw(document, writer, family)
    buffer.close()
    return bytes(buffer.data().data())


def default_paper() -> str:
    """Letter where inches are measured, else A4."""

    metric = QLocale().measurementSystem() == QLocale.MeasurementSystem.MetricSystem
    return "A4" if metric or QLocale().territory() == QLocale.Country.UnitedKingdom else "Letter"


def _need_application() -> None:
    """Fonts need an application; without a screen it works off screen."""

    if QGuiApplication.instance() is None:
        if not any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY"))):
            os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        _keep.append(QGuiApplication(["careerdesk"]))


_keep: list[object] = []


def draw(document: Document, device: QPagedPaintDevice, family: str = "") -> None:
    """Draw all pages on a PDF writer or a printer; its margins are kept."""

    painter = QPainter(device)
    page = QRectF(0, 0, device.width(), device.height())
    foot = FOOTER_MM / 25.4 * device.logicalDpiY()
    body = QSizeF(page.width(), page.height() - foot)
    text = laid_out(paper_html(document), body, device, family)
    count = text.pageCount()
    for number in range(count):
        if number:
            device.newPage()
        draw_page(painter, text, number, body)
        draw_footer(painter, document, page, (number + 1, count), text)
    painter.end()


def laid_out(html: str, size: QSizeF, device: QPaintDevice, family: str) -> QTextDocument:
    """The text on pages of that size, with its items whole where they fit."""

    text = PaperText()
    font = QFont(family) if family else QFont()
    font.setPointSizeF(10)
    text.setDefaultFont(font)
    text.setDocumentMargin(0)
    text.setUndoRedoEnabled(False)
    text.documentLayout().setPaintDevice(device)
    text.setHtml(html)
    text.setPageSize(QSizeF(size.width(), UNIT))
    break_pages(text, size.height())
    text.setPageSize(size)
    return text


def break_pages(text: QTextDocument, height: float) -> None:
    """Begin a new page before each unit that would be torn, though it fits on one."""

    layout = text.documentLayout()
    starts = []
    block = text.begin()
    while block.isValid():
        if _is_start(block):
            starts.append((layout.blockBoundingRect(block).top(), block))
        block = block.next()
    if not starts:
        return
    end = layout.documentSize().height()
    tops = [top for top, _ in starts] + [end]
    page_top = 0.0
    text.setPageSize(QSizeF(0, 0))  # so that no break lays the text out anew
    for place, (top, block) in enumerate(starts):
        bottom = tops[place + 1]
        if bottom - page_top <= height or top == page_top:
            continue
        if bottom - top > height:
            page_top = bottom - (bottom - page_top) % height
            continue
        cursor = QTextCursor(block)
        form = cursor.blockFormat()
        form.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
        cursor.setBlockFormat(form)
        page_top = top


def _is_start(block: QTextBlock) -> bool:
    """Whether a unit begins here: an item, or a group with its first item."""
    iterator = block.begin()
    if iterator.atEnd():
        return False
    return "unit" in iterator.fragment().charFormat().anchorNames()


def draw_page(painter: QPainter, text: QTextDocument, number: int, size: QSizeF) -> None:
    """Draw one page of the text at the painter's origin."""
    top = number * size.height()
    painter.save()
    painter.translate(0, -top)
    clip = QRectF(0, top, size.width(), size.height())
    painter.setClipRect(clip)
    context = QAbstractTextDocumentLayout.PaintContext()
    context.clip = clip
    text.documentLayout().draw(painter, context)
    painter.restore()


def draw_footer(
    painter: QPainter,
    document: Document,
    page: QRectF,
    place: tuple[int, int],
    text: QTextDocument,
) -> None:
    """Draw name, date and the number of the page below the text."""

    font = text.defaultFont()
    font.setPointSizeF(8.5)
    painter.setFont(font)
    metrics = QFontMetricsF(font, painter.device())
    top = page.bottom() - metrics.height() * 1.4
    painter.setPen(QColor(LINE))
    painter.drawLine(int(page.left()), int(top), int(page.right()), int(top))
    painter.setPen(QColor(MUTED))
    line = QRectF(page.left(), page.bottom() - metrics.height(), page.width(), metrics.height())
    third = line.width() / 3
    name = metrics.elidedText(document.footer_name, Qt.TextElideMode.ElideRight, third * 0.97)
    pages = document.page_words.format(n=place[0], count=place[1])
    for side, words in (
        (Qt.AlignmentFlag.AlignLeft, name),
        (Qt.AlignmentFlag.AlignHCenter, document.footer_date),
        (Qt.AlignmentFlag.AlignRight, pages),
    ):
        painter.drawText(line, int(side | Qt.AlignmentFlag.AlignVCenter), words)
