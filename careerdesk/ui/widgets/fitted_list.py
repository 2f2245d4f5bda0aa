"""A plain list that is as high as its rows, up to a limit, and stands in a scrolling page."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QSizePolicy

from careerdesk.compat import override
from careerdesk.ui.base.lists import PageList
from careerdesk.ui.base.settling import lay_out_when_settled

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
DELETE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class FittedList(PageList):
    """A list in a page; `opened` on Enter or double click, `remove_requested` on Delete."""

    opened = Signal(QModelIndex)
    remove_requested = Signal(QModelIndex)

    def __init__(self, *, name: str, label: str, most: int = 0, uneven: bool = False) -> None:
        """*most* rows are shown at once; 0 shows all. *uneven* rows wrap their words."""
        super().__init__()
        self._uneven = uneven
        self._most = most
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setUniformItemSizes(not uneven)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.doubleClicked.connect(self.opened)

    @override
    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Measure again when rows come or go."""
        super().setModel(model)
        if model is not None:
            for signal in (model.rowsInserted, model.rowsRemoved, model.modelReset):
                signal.connect(self.measure_again)
            if self._uneven:
                model.dataChanged.connect(self.measure_again)

    @override
    def sizeHint(self) -> QSize:
        """As high as its rows, up to the most that are shown."""
        rows = self.model().rowCount() if self.model() is not None else 0
        shown = min(rows, self._most) if self._most else rows
        return QSize(super().sizeHint().width(), self.rows_height(shown))

    def rows_height(self, shown: int) -> int:
        """The height of the first rows together; a subclass that hears of all changes keeps it."""
        if self._uneven:
            return sum(map(self.sizeHintForRow, range(shown)))
        return self.sizeHintForRow(0) * shown if shown else 0

    @override
    def minimumSizeHint(self) -> QSize:
        """As high as its rows."""
        return QSize(120, self.sizeHint().height())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens a row, Delete asks to remove it."""
        index = self.currentIndex()
        if index.isValid() and event.key() in ENTER:
            self.opened.emit(index)
        elif index.isValid() and event.key() in DELETE:
            self.remove_requested.emit(index)
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rows are as wide as the list; uneven ones are higher where they are narrower."""
        super().resizeEvent(event)
        if event.oldSize().width() == event.size().width():
            return
        if self._uneven:
            self._refit()
        else:
            lay_out_when_settled(self)

    @Slot()
    def measure_again(self) -> None:
        """Rows may be higher or lower than they were."""
        self._refit()

    def _refit(self) -> None:
        lay_out_when_settled(self)
        self.updateGeometry()
