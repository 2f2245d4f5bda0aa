"""What hangs on the pointer while something is dragged."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from careerdesk.i18n import tr
from careerdesk.ui.theme.look import Look
from careerdesk.ui.theme.paint import paint_plate, paint_text

HEIGHT = 38
WIDEST = 298
HANDLE = 16
HANDLE_OPACITY = 0.75
SIDE = 12


def drag_words(title: str, more: int) -> str:
    """The title, and how many go with it."""
    if not more:
        return title
    return tr("{title} and {n} more", title=title, n=more)


def drag_picture(look: Look, title: str, more: int, ratio: float) -> QPixmap:
    """One line with the title, *and 2 more* for several, as sharp as the screen."""
    tail = drag_words("", more).strip()
    tail_width = look.metrics("card").horizontalAdvance(f" {tail}") + 2 if more else 0
    height = look.row("card", 8, HEIGHT)
    words = look.metrics("card").horizontalAdvance(title)
    chrome = 2 * SIDE + HANDLE + 8 + tail_width
    width = min(words + 4 + chrome, look.measure(WIDEST))
    pixmap = QPixmap(round(width * ratio), round(height * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    rect = QRectF(0, 0, width, height)
    paint_plate(painter, rect, look.colour.raised, look.colour.growth, radius=6)
    look.paint_icon(painter, "handle", QRectF(SIDE, 0, HANDLE, height), HANDLE)
    line = rect.adjusted(SIDE + HANDLE + 8, 0, -SIDE - tail_width, 0)
    paint_text(painter, look, line, title, "card")
    if more:
        rest = QRectF(line.right() + 2, 0, tail_width, height)
        paint_text(painter, look, rest, tail, "card", "text-muted")
    painter.end()
    return pixmap


def paint_handle(painter: QPainter, rect: QRect, look: Look) -> None:
    """The six dots that say: can be dragged."""
    opacity = painter.opacity()
    painter.setOpacity(opacity * HANDLE_OPACITY)
    look.paint_icon(painter, "handle", QRectF(rect), HANDLE)
    painter.setOpacity(opacity)
