"""Tables of words to read."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from careerdesk.compat import override
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.cards import CellDelegate

TABLE_ROWS = 5


class Table(QTableWidget):
    """A small table to read: rows of words, with their names above."""

    def __init__(self, theme: Theme, name: str, label: str) -> None:
        """Start empty."""
        super().__init__()
        self._theme = theme
        self.setItemDelegate(CellDelegate(theme, self))
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setHighlightSections(False)

    def show_rows(self, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Show these rows."""
        self.setColumnCount(len(heads))
        self.setHorizontalHeaderLabels(list(heads))
        self.setRowCount(len(rows))
        for place, row in enumerate(rows):
            for column, words in enumerate(row):
                item = QTableWidgetItem(words)
                item.setToolTip(words)
                self.setItem(place, column, item)
            self.setRowHeight(place, self._theme.look.row("body", 4, 26))
        self.fit_rows(TABLE_ROWS)

    def fit_rows(self, count: int) -> None:
        """Be as high as so many rows; more of them scroll."""
        high = self.horizontalHeader().sizeHint().height() + 2
        self.setFixedHeight(high + self._theme.look.row("body", 4, 26) * count)

    @override
    def sizeHint(self) -> QSize:
        """A few rows; the others scroll."""
        return QSize(self._theme.look.measure(300), self.height())
