"""How many stand on each level of a scale, beside what a guideline would put there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from careerdesk.compat import override
from careerdesk.dataclass import dataclass
from careerdesk.ui.theme.look import Look
from careerdesk.ui.theme.paint import paint_plate, paint_text
from careerdesk.ui.theme.theme import Theme

BAR, BETWEEN, AFTER = 8, 3, 12
LINE = 2


@dataclass(frozen=True, slots=True)
class Level:
    """A level in words and numbers: bars are filled, outlined, and dashed."""

    label: str
    words: str
    bars: tuple[float, ...]
    guideline: float | None = None


class Distribution(QWidget):
    """One block a level: its name, its numbers in words, its bars, the line of the guideline.

    Its accessible name is a sentence that says the same.
    """

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._theme = theme
        self._steps: Sequence[Level] = ()
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_levels(self, steps: Sequence[Level], sentence: str) -> None:
        """Show levels, the highest first; *sentence* says the same."""
        self._steps = steps
        self.setAccessibleName(sentence)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """As wide as there is room, as high as its levels."""
        look = self._theme.look
        return QSize(look.measure(240), sum(_height(step, look) for step in self._steps))

    @override
    def minimumSizeHint(self) -> QSize:
        """All levels, however narrow."""
        return QSize(120, self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Level by level; all bars are to one measure."""
        painter = QPainter(self)
        look, top = self._theme.look, 0.0
        most = max((max(*step.bars, step.guideline or 0) for step in self._steps), default=0)
        for step in self._steps:
            high = float(_height(step, look))
            self._paint_level(painter, look, QRectF(0, top, self.width(), high), step, most or 1)
            top += high
        painter.end()

    def _paint_level(
        self, painter: QPainter, look: Look, rect: QRectF, step: Level, most: float
    ) -> None:
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        near, far = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        near, far = (far, near) if mirrored else (near, far)
        line = look.metrics("body").height() + 5
        words = min(rect.width() * 0.6, look.advance("caption", step.words) + 2)
        head = QRectF(rect.left(), rect.top(), rect.width(), line)
        label = head.adjusted(words + 8 if mirrored else 0, 0, 0 if mirrored else -words - 8, 0)
        paint_text(painter, look, label, step.label, "body", "text", near)
        paint_text(painter, look, head, step.words, "caption", "text-muted", far)
        room = rect.width() - LINE
        for number, value in enumerate(step.bars):
            bar = QRectF(rect.left(), rect.top() + line + number * (BAR + BETWEEN),
                         room * value / most, BAR)  # fmt: skip
            self._paint_bar(painter, look, _turned(bar, rect, mirrored=mirrored), number)
        if step.guideline is not None:
            high = len(step.bars) * (BAR + BETWEEN) + 3
            mark = QRectF(rect.left() + room * step.guideline / most, rect.top() + line - 2, LINE,
                          high)  # fmt: skip
            painter.fillRect(_turned(mark, rect, mirrored=mirrored), look.colour.text)

    def _paint_bar(self, painter: QPainter, look: Look, bar: QRectF, number: int) -> None:
        if bar.width() < 1:
            return
        accent = look.colour.growth
        if number == 0:
            paint_plate(painter, bar, accent, radius=2)
        elif number == 1:
            paint_plate(painter, bar, look.colour.raised, accent, radius=2)
        else:
            paint_plate(painter, bar, look.colour.growth_soft, accent, radius=2, dashed=True)


def _height(step: Level, look: Look) -> int:
    return look.metrics("body").height() + 5 + len(step.bars) * (BAR + BETWEEN) + AFTER


def _turned(part: QRectF, row: QRectF, *, mirrored: bool) -> QRectF:
    if not mirrored:
        return part
    left = row.left() + row.right() - part.right()
    return QRectF(left, part.top(), part.width(), part.height())
