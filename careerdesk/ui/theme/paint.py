"""The small things that delegates and widgets paint alike: cards, chips, bars, marks, lines."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from careerdesk.ui.theme.look import Look

CARD_RADIUS = 8
CHIP_ICON = 13
CHIP_PADDING = 8
MARK_ICON = 14

# Kind of chip: ground, ink.
CHIPS: dict[str, tuple[str, str]] = {
    "quiet": ("sunken", "text-muted"),
    "growth": ("growth-soft", "growth"),
    "review": ("review-soft", "review"),
    "review-on-soft": ("raised", "review"),
    "warning": ("warning-soft", "warning"),
    "success": ("success-soft", "success"),
    "danger": ("danger-soft", "danger"),
}


def paint_plate(
    painter: QPainter,
    rect: QRectF,
    ground: QColor | None,
    edge: QColor | None = None,
    *,
    radius: float = CARD_RADIUS,
    width: float = 1,
    dashed: bool = False,
) -> None:
    """A rounded rectangle whose edge of `width` lies wholly inside `rect`, on whole pixels."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    if edge is not None:
        style = Qt.PenStyle.CustomDashLine if dashed else Qt.PenStyle.SolidLine
        pen = QPen(edge, width, style)
        if dashed:
            pen.setDashPattern([3, 2])
        painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush if ground is None else ground)
    inset = width / 2 if edge is not None else 0
    painter.drawRoundedRect(
        rect.adjusted(inset, inset, -inset, -inset), radius - inset, radius - inset
    )
    painter.restore()


def paint_card(
    painter: QPainter, look: Look, rect: QRectF, *, selected: bool = False, hovered: bool = False
) -> None:
    """The ground of a card: `raised` with a hairline, or the accent's edge when selected."""
    ground = look.colour.sunken if hovered and not selected else look.colour.raised
    edge = look.colour.growth if selected else look.colour.line
    paint_plate(painter, rect, ground, edge, width=look.selected_width if selected else 1)


def chip_height(look: Look) -> int:
    """The height of a chip in the font of now."""
    return look.row("caption", 3, 22)


def chip_width(look: Look, text: str, icon: str = "") -> int:
    """The width a chip wants."""
    drawing = CHIP_ICON + 5 if icon else 0
    return look.advance("caption", text) + 2 * CHIP_PADDING + 2 + drawing


def paint_chip(
    painter: QPainter, look: Look, rect: QRectF, text: str, kind: str = "quiet", icon: str = ""
) -> None:
    """Words on a soft ground with half-round ends; elided where the rectangle is too narrow."""
    paint_chip_lines(painter, look, rect, (text,), kind, icon)


def paint_chip_lines(
    painter: QPainter,
    look: Look,
    rect: QRectF,
    lines: Sequence[str],
    kind: str = "quiet",
    icon: str = "",
    *,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """The same with words on several lines; *align* says on which side they begin."""
    ground, ink = CHIPS[kind]
    edge = None
    if look.high_contrast:
        edge = look.colour.text if kind == "quiet" else look.colour.named(ink)
    high = rect.height() if len(lines) == 1 else chip_height(look)
    paint_plate(painter, rect, look.colour.named(ground), edge, radius=high / 2)
    inner = rect.adjusted(CHIP_PADDING + 1, 0, -CHIP_PADDING - 1, 0)
    if icon:
        mirrored = align == Qt.AlignmentFlag.AlignRight
        left = inner.right() - CHIP_ICON if mirrored else inner.left()
        place = QRectF(left, rect.top(), CHIP_ICON, high)
        look.paint_icon(painter, icon, place, CHIP_ICON, ink)
        room = CHIP_ICON + 5
        inner.adjust(0 if mirrored else room, 0, -room if mirrored else 0, 0)
    air = (high - look.metrics("caption").height()) / 2 if len(lines) > 1 else 0
    paint_lines(painter, look, inner.adjusted(0, air, 0, -air), lines, "caption", ink, align)


def paint_text(
    painter: QPainter,
    look: Look,
    rect: QRectF,
    text: str,
    role: str = "body",
    token: str = "text",
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    *,
    ours: bool = False,
) -> None:
    """One line of plain text in a role's font, elided at its end, in the middle of the height.

    In words of *ours*, the program's, nothing is marked but what is typed to be found on the page.
    """
    painter.setFont(look.font(role))
    painter.setPen(look.colour.named(token))
    line = look.line(role, text, int(rect.width()) + 1)
    marks = look.marking.marks
    if marks is not None and (marks.phrase or not ours):
        marks.paint(painter, look, rect, text, line, role, align)
    painter.drawText(rect, _flags(align), line)


def paint_lines(
    painter: QPainter,
    look: Look,
    rect: QRectF,
    lines: Sequence[str],
    role: str = "body",
    token: str = "text",
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """Lines of text that share the height of *rect*, each as `paint_text` paints it."""
    high = rect.height() / len(lines)
    for number, line in enumerate(lines):
        place = QRectF(rect.left(), rect.top() + number * high, rect.width(), high)
        paint_text(painter, look, place, line, role, token, align)


@cache
def _flags(align: Qt.AlignmentFlag) -> int:
    """The sides for Qt: absolute, since callers mirror them, else Qt would once more."""
    return int(align | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)


def paint_progress(
    painter: QPainter, look: Look, rect: QRectF, part: float, *, right_to_left: bool = False
) -> None:
    """A progress bar: a `sunken` track with a hairline, filled with the accent from the start."""
    radius = rect.height() / 2
    edge = look.colour.line_strong if look.high_contrast else look.colour.line
    paint_plate(painter, rect, look.colour.sunken, edge, radius=radius)
    filled = QRectF(rect)
    filled.setWidth(max(rect.height(), rect.width() * min(part, 1.0)) if part > 0 else 0)
    if right_to_left:
        filled.moveRight(rect.right())
    if part > 0:
        paint_plate(painter, filled, look.colour.growth, radius=radius)


def mark_width(look: Look, word: str) -> int:
    """The width of a private mark with a word."""
    return look.advance("label", word) + MARK_ICON + 5 + 10


def mark_height(look: Look) -> int:
    """The height of a private mark."""
    return look.row("label", 2, 18)


def paint_private_mark(painter: QPainter, look: Look, rect: QRectF, word: str) -> None:
    """A lock and a word on a plate: how anything private is marked, everywhere."""
    mirrored = _is_mirrored(painter)
    paint_plate(painter, rect, look.colour.private_ground, radius=4)
    left = rect.right() - 5 - MARK_ICON if mirrored else rect.left() + 5
    place = QRectF(left, rect.top(), MARK_ICON, rect.height())
    look.paint_icon(painter, "lock", place, MARK_ICON, "private")
    room, align = MARK_ICON + 10, Qt.AlignmentFlag
    inner = rect.adjusted(4 if mirrored else room, 0, -room if mirrored else -4, 0)
    side = align.AlignRight if mirrored else align.AlignLeft
    paint_text(painter, look, inner, word, "label", "private", side)


def paint_drop_line(painter: QPainter, look: Look, left: float, right: float, y: float) -> None:
    """Where a drop would land: 2 px in the accent with a 10 px ring at its start."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.colour.growth, 2))
    start, end, on = (right, left, -1) if _is_mirrored(painter) else (left, right, 1)
    painter.drawLine(QLineF(start + on * 10, y, end, y))
    painter.setBrush(look.colour.surface)
    painter.drawEllipse(QPointF(start + on * 5, y), 4, 4)
    painter.restore()


def _is_mirrored(painter: QPainter) -> bool:
    """Whether what is painted is read from the right."""
    return painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
