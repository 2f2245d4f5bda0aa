"""A layout that puts widgets side by side and begins a new row where the width ends."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QStyle, QWidget

from careerdesk.compat import override

Row = list[tuple[QLayoutItem, QSize]]
MOST_WIDTHS = 8  # a layout above asks for a few of them, again and again


class FlowLayout(QLayout):
    """For chips and tools: rows from the reading side, as high as they need to be."""

    def __init__(
        self, parent: QWidget | None = None, *, gap: int = 6, headed: bool = False
    ) -> None:
        """Leave *gap* pixels between neighbours and between rows.

        *headed*: the first item is a heading, what stands in its row goes to the other side.
        """
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._made: dict[int, list[Row]] = {}
        self._gap = gap
        self._headed = headed
        self.setContentsMargins(0, 0, 0, 0)

    @override
    def addItem(self, item: QLayoutItem) -> None:
        """Take an item at the end."""
        self._items.append(item)
        self.invalidate()

    @override
    def count(self) -> int:
        """The items, hidden ones too."""
        return len(self._items)

    @override
    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item there, or None past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give an item away, or None past the end."""
        self._made.clear()
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    @override
    def expandingDirections(self) -> Qt.Orientation:
        """It never asks for more than it needs."""
        return Qt.Orientation(0)

    @override
    def hasHeightForWidth(self) -> bool:
        """Narrower is higher."""
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        """The height of the lines that this width makes."""
        rows = self._rows(width)
        heights = sum(max(size.height() for _, size in row) for row in rows)
        return heights + self._gap * max(0, len(rows) - 1)

    @override
    def sizeHint(self) -> QSize:
        """No wider than its widest item."""
        return self.minimumSize()

    @override
    def minimumSize(self) -> QSize:
        """The widest and the highest item."""
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return size

    @override
    def setGeometry(self, rect: QRect) -> None:
        """Place the items line by line, each in the middle of its line."""
        super().setGeometry(rect)
        top = rect.top()
        for number, row in enumerate(self._rows(rect.width())):
            height = max(size.height() for _, size in row)
            left = rect.left()
            for place, (item, size) in enumerate(row):
                if self._headed and number == 0 and place == 1:
                    left += rect.width() - self._width(row)
                middle = top + (height - size.height()) // 2
                item.setGeometry(self._mirrored(QRect(QPoint(left, middle), size)))
                left += size.width() + self._gap
            top += height + self._gap

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    @override
    def invalidate(self) -> None:
        """Forget how the lines were, since an item may have another size."""
        self._made.clear()
        super().invalidate()

    def _rows(self, width: int) -> list[Row]:
        """The items as they share lines of that width, with their sizes; asked many times."""
        if width not in self._made:
            if len(self._made) >= MOST_WIDTHS:
                self._made.clear()
            self._made[width] = self._cut(width)
        return self._made[width]

    def _cut(self, width: int) -> list[Row]:
        rows: list[Row] = []
        for item in self._shown():
            size = item.sizeHint()
            if size.width() > width:
                size.setWidth(width)
                if item.hasHeightForWidth():
                    size.setHeight(item.heightForWidth(width))
            if not rows or self._width(rows[-1]) + self._gap + size.width() > width:
                rows.append([])
            rows[-1].append((item, size))
        return rows

    def _width(self, row: Row) -> int:
        return sum(size.width() for _, size in row) + self._gap * (len(row) - 1)

    def _mirrored(self, place: QRect) -> QRect:
        parent = self.parentWidget()
        if parent is None:
            return place
        return QStyle.visualRect(parent.layoutDirection(), self.geometry(), place)
