"""The icons of the program in any colour, size and pixel ratio."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap

from careerdesk.ui.theme.icon_paths import GRID, STROKE, Shape, read_shapes

DISABLED_OPACITY = 0.6


class Icons:
    """Draws the icons of one folder; reads each drawing once and keeps what it painted."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._shapes: dict[str, tuple[Shape, ...]] = {}
        self._pixmaps: dict[tuple[str, int, int, float], QPixmap] = {}

    def names(self) -> list[str]:
        """The names of all icons there are."""
        return sorted(path.stem for path in self._folder.glob("*.svg"))

    def pixmap(self, name: str, colour: QColor, size: int, ratio: float = 1.0) -> QPixmap:
        """The icon as a picture of size × ratio pixels."""
        key = (name, colour.rgba(), size, ratio)
        if key not in self._pixmaps:
            self._pixmaps[key] = self._painted(name, colour, size, ratio)
        return self._pixmaps[key]

    def icon(
        self, name: str, colour: QColor, quiet: QColor, size: int, ratio: float = 1.0
    ) -> QIcon:
        """The icon for buttons and menus; `quiet` is what its disabled form is faint in."""
        faint = QColor(quiet)
        faint.setAlphaF(DISABLED_OPACITY)
        icon = QIcon(self.pixmap(name, colour, size, ratio))
        icon.addPixmap(self.pixmap(name, faint, size, ratio), QIcon.Mode.Disabled)
        return icon

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
        for shape in self._read(name):
            _draw(painter, shape, colour)
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap

    def _read(self, name: str) -> tuple[Shape, ...]:
        if name not in self._shapes:
            text = (self._folder / f"{name}.svg").read_text(encoding="utf-8")
            self._shapes[name] = read_shapes(text)
        return self._shapes[name]


def _draw(painter: QPainter, shape: Shape, colour: QColor) -> None:
    pen = QPen(colour, STROKE)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if shape.dashes:
        pen.setDashPattern([length / STROKE for length in shape.dashes])
    painter.setPen(pen if shape.stroked else QPen(Qt.PenStyle.NoPen))
    painter.setBrush(colour if shape.filled else Qt.BrushStyle.NoBrush)
    painter.drawPath(shape.path)
