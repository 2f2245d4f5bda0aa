"""The icons of the program in any colour, size and pixel ratio."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPainterPath, QPen, QPixmap

from careerdesk.ui.theme.icon_shapes import SHAPES, Drawn, Element

GRID = 24.0  # all are drawn on one so wide and high
STROKE = 1.75
DISABLED_OPACITY = 0.6


class Icons:
    """Draws the icons, and keeps what it painted."""

    def __init__(self) -> None:
        self._pixmaps: dict[tuple[str, int, int, float], QPixmap] = {}
        self._icons: dict[tuple[object, ...], QIcon] = {}

    def pixmap(self, name: str, colour: QColor, size: int, ratio: float = 1.0) -> QPixmap:
        """The icon as a picture of size × ratio pixels."""
        key = (name, colour.rgba(), size, ratio)
        if key not in self._pixmaps:
            self._pixmaps[key] = self._painted(name, colour, size, ratio)
        return self._pixmaps[key]

    def icon(
        self, name: str, inks: tuple[QColor, QColor], size: int, ratio: float = 1.0, air: int = 0
    ) -> QIcon:
        """The icon for buttons and menus, in its ink and that of its disabled form.

        `air` is left free towards the words: Qt puts icon and words 4 px apart, too close here.
        """
        key = (name, inks[0].rgba(), inks[1].rgba(), size, ratio, air, _is_mirrored())
        if key not in self._icons:
            faint = QColor(inks[1])
            faint.setAlphaF(DISABLED_OPACITY)
            icon = QIcon(_with_air(self.pixmap(name, inks[0], size, ratio), air))
            shaded = _with_air(self.pixmap(name, faint, size, ratio), air)
            icon.addPixmap(shaded, QIcon.Mode.Disabled)
            self._icons[key] = icon
        return self._icons[key]

    def paint(self, painter: QPainter, name: str, at: QPointF, size: int, colour: QColor) -> None:
        """Paint the icon with its upper left corner at a point."""
        ratio = painter.device().devicePixelRatio()
        painter.drawPixmap(at, self.pixmap(name, colour, size, ratio))

    def paint_centred(
        self, painter: QPainter, name: str, rect: QRectF, size: int, colour: QColor
    ) -> None:
        """Paint the icon in the middle of a rectangle."""
        corner = QPointF(round(rect.center().x() - size / 2), round(rect.center().y() - size / 2))
        self.paint(painter, name, corner, size, colour)

    def _painted(self, name: str, colour: QColor, size: int, ratio: float) -> QPixmap:
        edge = round(size * ratio)
        pixmap = QPixmap(edge, edge)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(edge / GRID, edge / GRID)
        for drawn in SHAPES[name]:
            _draw(painter, drawn, colour)
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap


@cache
def all_icons() -> Icons:
    """The icons, with all that was painted of them: the same for every theme."""
    return Icons()


def _with_air(pixmap: QPixmap, air: int) -> QPixmap:
    if not air:
        return pixmap
    ratio = pixmap.devicePixelRatio()
    wider = QPixmap(pixmap.width() + round(air * ratio), pixmap.height())
    wider.setDevicePixelRatio(ratio)
    wider.fill(Qt.GlobalColor.transparent)
    painter = QPainter(wider)
    painter.drawPixmap(QPointF(air if _is_mirrored() else 0, 0), pixmap)
    painter.end()
    return wider


def _is_mirrored() -> bool:
    return QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft


def _draw(painter: QPainter, drawn: Drawn, colour: QColor) -> None:
    filled, stroked, dashes, elements = drawn
    pen = QPen(colour, STROKE)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if dashes:
        pen.setDashPattern([length / STROKE for length in dashes])
    painter.setPen(pen if stroked else QPen(Qt.PenStyle.NoPen))
    painter.setBrush(colour if filled else Qt.BrushStyle.NoBrush)
    painter.drawPath(_path(elements))


def _path(elements: Iterable[Element]) -> QPainterPath:
    path = QPainterPath()
    ways = path.moveTo, path.lineTo, path.cubicTo
    for kind, *places in elements:
        ways[int(kind)](*places)
    return path
