"""How a few values went, in a line without axes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from careerdesk.dataclass import dataclass
from careerdesk.i18n import tr
from careerdesk.ui.theme.look import Look
from careerdesk.ui.theme.paint import paint_text

STROKE = 1.75
DOT = 3.0

Values = Sequence[float | None]


@dataclass(frozen=True, slots=True)
class Line:
    """One series; None breaks it, `dashed` is for what is sensed and not said."""

    values: Values
    token: str = "chart-2"
    dashed: bool = False


def paint_sparkline(
    painter: QPainter,
    look: Look,
    rect: QRectF,
    lines: Sequence[Line],
    span: tuple[float, float] | None = None,
    *,
    zero: bool = True,
) -> None:
    """Paint lines from left to right, in every script; words where there is too little.

    *zero*: with a hairline at nought where it lies between the values.
    """
    known = [value for line in lines for value in line.values if value is not None]
    readings = max((_count(line.values) for line in lines), default=0)
    if readings < 2:
        words = tr("one value") if readings else tr("no values")
        paint_text(painter, look, rect, words, "caption", "text-muted")
        return
    low, high = span or (min(known), max(known))
    inner = rect.adjusted(DOT + 1, DOT + 1, -DOT - 1, -DOT - 1)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if zero and low <= 0 <= high:
        y = _height(0, low, high, inner)
        painter.setPen(QPen(look.colour.line, 1))
        painter.drawLine(QLineF(inner.left(), y, inner.right(), y))
    for line in lines:
        _paint_line(painter, look, line, _points(line.values, low, high, inner))
    painter.restore()


def _paint_line(
    painter: QPainter, look: Look, line: Line, points: Sequence[QPointF | None]
) -> None:
    pen = QPen(look.colour.named(line.token), STROKE)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if line.dashed:
        pen.setDashPattern([2.0, 2.2])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    path = QPainterPath()
    drawing = False
    for point in points:
        if point is not None:
            (path.lineTo if drawing else path.moveTo)(point)
        drawing = point is not None
    painter.drawPath(path)
    last = next((point for point in reversed(points) if point is not None), None)
    if last is not None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour.named(line.token))
        painter.drawEllipse(last, DOT, DOT)


def _points(values: Values, low: float, high: float, rect: QRectF) -> list[QPointF | None]:
    return list(_placed(values, low, high, rect))


def _placed(values: Values, low: float, high: float, rect: QRectF) -> Iterator[QPointF | None]:
    step = rect.width() / max(1, len(values) - 1)
    for place, value in enumerate(values):
        if value is None:
            yield None
        else:
            yield QPointF(rect.left() + place * step, _height(value, low, high, rect))


def _height(value: float, low: float, high: float, rect: QRectF) -> float:
    if high == low:
        return rect.center().y()
    return rect.bottom() - (value - low) / (high - low) * rect.height()


def _count(values: Values) -> int:
    return sum(value is not None for value in values)
