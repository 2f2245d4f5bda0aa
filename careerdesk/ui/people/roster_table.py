"""The rows of an import as a table: what happens to each, and a tick to take away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView

from careerdesk.compat import override
from careerdesk.ui.people.roster_cell import RosterCellDelegate
from careerdesk.ui.people.roster_model import NAME, ROW_OUTCOME, START, TITLE, RosterModel
from careerdesk.ui.theme.theme import Theme

AIR = 16  # beside the words of a cell
MEASURED = 20  # rows below those that are seen: measuring thousands takes a second


class PreviewTable(QTableView):
    """The rows; Space or Return takes a tick away, Tab leaves the table."""

    def __init__(self, theme: Theme, model: RosterModel, label: str, handle: str) -> None:
        super().__init__()
        self._roster = model
        self._least: tuple[int, ...] = (0, 0, 0, 0)
        self._wanted: dict[int, int] = dict.fromkeys((NAME, ROW_OUTCOME, START, TITLE), 0)
        self.setModel(model)
        self.setItemDelegate(RosterCellDelegate(theme, self))
        self.setObjectName(handle)
        self.setAccessibleName(label)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        head.setStretchLastSection(True)
        head.setResizeContentsPrecision(MEASURED)

    def fit(self, widths: Sequence[int], row_height: int) -> None:
        """Give rows and columns their sizes; the last column takes what is left."""
        self.verticalHeader().setDefaultSectionSize(row_height)
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)
        self._least = tuple(widths)
        self.fit_words()

    def fit_words(self) -> None:
        """Give what happens and the days their room; names, then titles, take of what is left."""
        self._wanted = {column: self.sizeHintForColumn(column) + AIR for column in self._wanted}
        self._fit_in()

    def _fit_in(self) -> None:
        room = self.viewport().width()
        for column in (ROW_OUTCOME, START):
            wanted = min(self._wanted[column], room)
            self.setColumnWidth(column, max(self._least[column], wanted))
        taken = self.columnWidth(ROW_OUTCOME) + self.columnWidth(START)
        for column, following in ((NAME, 2), (TITLE, 1)):
            left, wanted = room - taken - following * self._least[TITLE], self._wanted[column]
            least = min(self._least[column], max(wanted, left))  # its air goes before a scroll bar
            self.setColumnWidth(column, max(least, min(wanted, left)))
            taken += self.columnWidth(column)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the words again; how wide they are is known."""
        super().resizeEvent(event)
        self._fit_in()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.currentIndex().isValid():
                self._roster.toggle(self.currentIndex().row())
        else:
            super().keyPressEvent(event)
