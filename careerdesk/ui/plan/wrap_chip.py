"""A chip that takes more lines where its words are long: nothing of them is cut."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyleOptionButton

from careerdesk.compat import override
from careerdesk.ui.theme.paint import CHIP_ICON, CHIP_PADDING, chip_height, paint_lines
from careerdesk.ui.widgets.buttons import Chip

MOST_LINES = 12
SIDES = 2 * (CHIP_PADDING + 1)


class WrapChip(Chip):
    """Reads as any other chip; only its words may go on below."""

    def fit(self) -> None:
        """Measure again after the words changed."""
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.updateGeometry()

    def _words(self) -> str:
        return self.text().replace("&&", "&")

    def _drawing(self) -> int:
        return (CHIP_ICON + 5 if self.text() else CHIP_ICON) if not self.icon().isNull() else 0

    @override
    def sizeHint(self) -> QSize:
        """One line."""
        look = self._theme.look
        wide = look.advance("caption", self._words()) + self._drawing() + SIDES + 2
        return QSize(wide, chip_height(look))

    @override
    def minimumSizeHint(self) -> QSize:
        """As narrow as its column; the lines grow."""
        return QSize(min(60, self.sizeHint().width()), chip_height(self._theme.look))

    @override
    def hasHeightForWidth(self) -> bool:
        """Narrower is higher."""
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        """As many lines as the words need in that width."""
        look, lines = self._theme.look, len(self._lines(width))
        return chip_height(look) + (lines - 1) * look.metrics("caption").height()

    def _lines(self, width: int) -> tuple[str, ...]:
        words = self._words()
        if not words or width >= self.sizeHint().width():
            return (words,)
        room = max(20, width - self._drawing() - SIDES)
        return self._theme.look.wrapped("caption", words, room, MOST_LINES)[0]

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground as of any chip; then the drawing, and the words in their lines."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text, option.icon = "", QIcon()
        painter, look = QPainter(self), self._theme.look
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
        rect = QRectF(self.rect()).adjusted(CHIP_PADDING + 1, 0, -CHIP_PADDING - 1, 0)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        token = "growth" if self.isChecked() else self.token
        if not self.icon().isNull():
            left = rect.right() - CHIP_ICON if mirrored else rect.left()
            high = chip_height(look)
            place = QRectF(left, 0, CHIP_ICON, high)
            look.paint_icon(painter, self._drawn.name, place, CHIP_ICON, token)
            inset = self._drawing()
            rect.adjust(0 if mirrored else inset, 0, -inset if mirrored else 0, 0)
        if self.text():
            lines = self._lines(self.width())
            air = (chip_height(look) - look.metrics("caption").height()) / 2
            align = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
            paint_lines(
                painter, look, rect.adjusted(0, air, 0, -air), lines, "caption", token, align
            )
        painter.end()
