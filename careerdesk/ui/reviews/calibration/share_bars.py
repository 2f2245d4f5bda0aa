"""Bars that are split into shares, one for each of several things that are compared."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from careerdesk.compat import override
from careerdesk.dataclass import dataclass
from careerdesk.ui.theme.look import Look, blend
from careerdesk.ui.theme.paint import paint_plate, paint_text
from careerdesk.ui.theme.theme import Theme

BAR, GAP, AFTER = 12, 2, 12


@dataclass(frozen=True, slots=True)
class Shares:
    """One bar: its name, its shares in words, and the shares themselves, 0 to 1."""

    label: str
    words: str
    parts: tuple[float, ...]


class ShareBars(QWidget):
    """Each bar has its words above it; its accessible name says all of them."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._theme = theme
        self._bars: Sequence[Shares] = ()
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_bars(self, bars: Sequence[Shares]) -> None:
        """Show these bars."""
        self._bars = bars
        self.setAccessibleName("; ".join(f"{bar.label}: {bar.words}" for bar in bars))
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """As wide as there is room, as high as its bars."""
        look = self._theme.look
        return QSize(look.measure(320), _height(look) * len(self._bars))

    @override
    def minimumSizeHint(self) -> QSize:
        """All bars, however narrow."""
        return QSize(120, self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Bar by bar."""
        painter = QPainter(self)
        look = self._theme.look
        for number, bar in enumerate(self._bars):
            high = _height(look)
            self._paint(painter, look, QRectF(0, number * high, self.width(), high), bar)
        painter.end()

    def _paint(self, painter: QPainter, look: Look, rect: QRectF, bar: Shares) -> None:
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        near, far = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        near, far = (far, near) if mirrored else (near, far)
        line = look.metrics("body").height() + 5
        head = QRectF(rect.left(), rect.top(), rect.width(), line)
        wide = look.advance("body", bar.label) + 16
        words = head.adjusted(0 if mirrored else wide, 0, -wide if mirrored else 0, 0)
        paint_text(painter, look, head, bar.label, "body", "text", near)
        paint_text(painter, look, words, bar.words, "caption", "text-muted", far)
        left = rect.left()
        for number, part in enumerate(bar.parts):
            width = rect.width() * part
            place = QRectF(left, rect.top() + line, max(0.0, width - GAP), BAR)
            left += width
            if mirrored:
                place.moveLeft(rect.right() - left + GAP)
            self._paint_part(painter, look, place, number, len(bar.parts))

    def _paint_part(
        self, painter: QPainter, look: Look, place: QRectF, number: int, count: int
    ) -> None:
        if place.width() < 1:
            return
        accent = look.colour.growth
        ground = blend(look.colour.raised, accent, 1 - number / max(1, count))
        paint_plate(painter, place, ground, accent, radius=2)


def _height(look: Look) -> int:
    return look.metrics("body").height() + 5 + BAR + AFTER
