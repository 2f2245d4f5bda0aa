"""A choice of a few words that opens on a press."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QStyleOptionComboBox, QWidget

from careerdesk.compat import override
from careerdesk.ui.theme.theme import Theme

ARROW = 16
AIR = 44  # beside the words, edges and the room of the arrow included
LEAST_LETTERS = 10


class DropDown(QComboBox):
    """`picked` carries the value when the user chooses another one."""

    picked = Signal(object)

    def __init__(
        self,
        theme: Theme,
        options: Sequence[tuple[object, str]],
        label: str,
        parent: QWidget | None = None,
        *,
        name: str = "",
        snug: bool = False,
    ) -> None:
        """*snug*: as wide as what is chosen, not as the longest choice."""
        super().__init__(parent)
        self._theme = theme
        self._snug = snug
        self._values = [value for value, _ in options]
        self.addItems([words for _, words in options])
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.activated.connect(self._tell)
        theme.changed.connect(self.update)
        if snug:
            self.currentIndexChanged.connect(self.updateGeometry)

    def set_options(self, options: Sequence[tuple[object, str]]) -> None:
        """Offer other values, without telling; the caller chooses one of them next."""
        values, words = [value for value, _ in options], [text for _, text in options]
        if (values, words) != (self._values, [self.itemText(n) for n in range(self.count())]):
            self.clear()
            self.addItems(words)
            self._values = values

    def value(self) -> object:
        """The chosen value."""
        return self._values[self.currentIndex()]

    def set_value(self, value: object) -> None:
        """Choose without telling."""
        self.setCurrentIndex(self._values.index(value))

    @override
    def sizeHint(self) -> QSize:
        """Room for every choice, or for the one that is made."""
        shown = [self.currentText()] if self._snug else map(self.itemText, range(self.count()))
        words = max(map(self.fontMetrics().horizontalAdvance, shown), default=0)
        return QSize(words + self._icon_width() + ARROW + AIR + 1, super().sizeHint().height())

    @override
    def showPopup(self) -> None:
        """Show every choice whole, however narrow the field is."""
        rows = self.view().sizeHintForColumn(0) + 2 * self.view().frameWidth()
        self.view().setMinimumWidth(max(super().sizeHint().width(), rows))
        super().showPopup()

    @override
    def minimumSizeHint(self) -> QSize:
        """A few letters: where there is little room, the words end in an ellipsis."""
        hint = super().minimumSizeHint()
        least = self.fontMetrics().averageCharWidth() * LEAST_LETTERS + ARROW + AIR
        return QSize(min(hint.width(), least), hint.height())

    @override
    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        """Cut the words where they would stand below the arrow."""
        super().initStyleOption(option)
        room = self.width() - ARROW - AIR - self._icon_width()
        words = self.fontMetrics().elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, max(0, room)
        )
        option.currentText = words

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the arrow in the colours of the theme."""
        super().paintEvent(event)
        painter = QPainter(self)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = 6 if mirrored else self.width() - ARROW - 6
        rect = QRectF(left, 0, ARROW, self.height())
        self._theme.look.paint_icon(painter, "chevron-down", rect, ARROW)
        painter.end()

    def _icon_width(self) -> int:
        has_icon = not self.itemIcon(self.currentIndex()).isNull()
        return self.iconSize().width() + 4 if has_icon else 0

    def _tell(self, row: int) -> None:
        self.picked.emit(self._values[row])
