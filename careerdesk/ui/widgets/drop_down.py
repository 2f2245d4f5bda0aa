"""A choice of a few words that opens on a press."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from careerdesk.compat import override
from careerdesk.ui.theme.theme import Theme

ARROW = 16


class DropDown(QComboBox):
    """`picked` carries the value when the user chooses another one; the wheel never does."""

    picked = Signal(object)

    def __init__(
        self,
        theme: Theme,
        options: Sequence[tuple[object, str]],
        label: str,
        parent: QWidget | None = None,
        *,
        name: str = "",
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._values = [value for value, _ in options]
        self.addItems([words for _, words in options])
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.activated.connect(self._tell)
        theme.changed.connect(self.update)

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
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll: the value under the pointer stays."""
        event.ignore()  # the page scrolls, a value under the pointer stays

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

    def _tell(self, row: int) -> None:
        self.picked.emit(self._values[row])
