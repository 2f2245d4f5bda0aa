"""A document on paper: HTML that Qt lays out, page by page, into a PDF in memory.

Qt's PDF has text that can be selected and fonts of its own, but no tags for screen readers;
for these there is the HTML form.
"""

from __future__ import annotations

import os

from PySide6.QtCore import QBuffer, QIODevice, QLocale, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QGuiApplication,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextDocument,
)

from careerdesk.documents.html import LINE, MUTED
from careerdesk.documents.model import Document
from careerdesk.documents.pages import Composing
from careerdesk.documents.pdf_language import with_language
from careerdesk.domain.parts import DRAWING, Part, Parts, through
from careerdesk.i18n import fill

MARGIN_MM = 19
RESOLUTION = 300  # dots an inch
FOOTER_MM = 9
MOST_NAME = 0.5  # of the foot of a page
SMALL_MM = 160  # sheets not wider than this have half the margin


def to_pdf(document: Document, paper: str = "", family: str = "") -> bytes:
    """The document as PDF; *paper* is A4, A5 or Letter (default: what the document is for, else by
    locale), *family* the font (default: the one that is shipped).
    """
    return through(making_pdf(document, paper, family))


def making_pdf(document: Document, paper: str = "", family: str = "") -> Parts[bytes]:
    """The same in parts."""
    _need_application()

    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setCreator("CareerDesk")
    writer.setTitle(document.file_title)
    writer.setResolution(RESOLUTION)
    set_paper(writer, sheet(document, paper))
    yield from drawing(document, writer, family)
    buffer.close()
    return with_language(bytes(buffer.data().data()), document.spoken)


def sheet(document: Document, paper: str = "") -> QPageSize:
    """The sheet for a document: the one that is asked for, its own, or that of the locale."""
    return QPageSize(getattr(QPageSize.PageSizeId, paper or document.paper or default_paper()))


def margin_mm(size: QPageSize) -> float:
    """The margin on a sheet: less on a small one."""
    return MARGIN_MM if size.size(QPageSize.Unit.Millimeter).width() > SMALL_MM else MARGIN_MM / 2


def set_paper(device: QPagedPaintDevice, size: QPageSize) -> None:
    """Give a PDF writer or a printer sheets of that size, with the margins of a document."""
    layout = device.pageLayout()
    layout.setPageSize(size)
    layout.setUnits(QPageLayout.Unit.Millimeter)
    margin = margin_mm(size)
    layout.setMargins(QMarginsF(margin, margin, margin, margin))
    device.setPageLayout(layout)


def print_on(document: Document, printer: QPagedPaintDevice) -> None:
    """Draw all pages on a printer, on the sheets that were chosen for it."""
    through(printing(document, printer))


def printing(document: Document, printer: QPagedPaintDevice) -> Parts[None]:
    """The same in parts."""
    set_paper(printer, printer.pageLayout().pageSize())
    yield from drawing(document, printer)


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


def drawing(document: Document, device: QPagedPaintDevice, family: str = "") -> Parts[None]:
    """Draw all pages on a PDF writer or a printer; its margins are kept."""

    painter = QPainter(device)
    try:
        page = QRectF(0, 0, device.width(), device.height())
        foot = FOOTER_MM / 25.4 * device.logicalDpiY()
        body = QSizeF(page.width(), page.height() - foot)
        pages = yield from Composing(document, body, device, family).parts()
        count = len(pages.spans)
        for number in range(count):
            if number:
                device.newPage()
            pages.draw(painter, number)
            draw_footer(painter, document, page, (number + 1, count), pages.text)
            yield Part(DRAWING, number + 1, count)
    finally:
        painter.end()


def draw_footer(
    painter: QPainter,
    document: Document,
    page: QRectF,
    place: tuple[int, int],
    text: QTextDocument,
) -> None:
    """Draw name, date and the number of the page below the text.

    The date is in the middle of the page, or of what a long name leaves.
    """

    font = text.defaultFont()
    font.setPointSizeF(8.5)
    painter.setFont(font)
    metrics = QFontMetricsF(font, painter.device())
    top = page.bottom() - metrics.height() * 1.4
    painter.setPen(QColor(LINE))
    painter.drawLine(int(page.left()), int(top), int(page.right()), int(top))
    painter.setPen(QColor(MUTED))
    line = QRectF(page.left(), page.bottom() - metrics.height(), page.width(), metrics.height())
    name = metrics.elidedText(
        document.footer_name, Qt.TextElideMode.ElideRight, line.width() * MOST_NAME
    )
    pages = fill(document.page_words, n=place[0], count=place[1])
    left, right = (metrics.horizontalAdvance(words) for words in (name, pages))
    centred = metrics.horizontalAdvance(document.footer_date) / 2 + line.width() / 60
    aside = left if max(left, right) + centred > line.width() / 2 else 0
    between = line.adjusted(aside, 0, -right if aside else 0, 0)
    for side, words, where in (
        (Qt.AlignmentFlag.AlignLeft, name, line),
        (Qt.AlignmentFlag.AlignHCenter, document.footer_date, between),
        (Qt.AlignmentFlag.AlignRight, pages, line),
    ):
        painter.drawText(where, int(side | Qt.AlignmentFlag.AlignVCenter), words)
