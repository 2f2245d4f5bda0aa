"""The list of evidence: Space cites, Q quotes, Enter and the arrows fold a month."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QSizePolicy

from careerdesk.compat import override
from careerdesk.ui.base.keys import is_alone
from careerdesk.ui.reviews.writing.evidence_model import EvidenceModel, ItemRow, MonthRow
from careerdesk.ui.reviews.writing.evidence_row import EvidenceDelegate
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.record_list import ID_ROLE, RECORD_ROLE

LEAST = 190
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class EvidenceList(QListView):
    """Carries the ids of rows: `cite_wanted` and `quote_wanted` of items, `fold_wanted` of months.

    `row_changed` tells that another row is the current one.
    """

    cite_wanted = Signal(int)
    quote_wanted = Signal(int)
    fold_wanted = Signal(int)
    row_changed = Signal()

    def __init__(self, theme: Theme, name: str, label: str) -> None:
        """Start empty."""
        super().__init__()
        self._theme = theme
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.rows = EvidenceModel(self)
        self.cards = EvidenceDelegate(theme, self)
        self.setItemDelegate(self.cards)
        self.setModel(self.rows)
        self._behave()
        self._connect()

    def _behave(self) -> None:
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)

    def _connect(self) -> None:
        self.cards.cite_wanted.connect(self.cite_wanted)
        self.cards.fold_wanted.connect(self.fold_wanted)
        self.selectionModel().currentChanged.connect(self.row_changed)
        self.rows.dataChanged.connect(self.row_changed)
        self._theme.changed.connect(self.scheduleDelayedItemsLayout)

    def item(self) -> ItemRow | None:
        """The item that is current; None on a header."""
        row = self.currentIndex().data(RECORD_ROLE)
        return row if isinstance(row, ItemRow) else None

    def select_id(self, row_id: int) -> None:
        """Make a row the current one, if it is there."""
        place = self.rows.row_of(row_id)
        if place >= 0:
            self.setCurrentIndex(self.rows.index(place, 0))

    def select_first(self, *, again: bool = False) -> None:
        """The first item, or the first header; a row that is current stays, unless *again*."""
        if (self.currentIndex().isValid() and not again) or not self.rows.rows:
            return
        place = next((n for n, row in enumerate(self.rows.rows) if isinstance(row, ItemRow)), 0)
        self.setCurrentIndex(self.rows.index(place, 0))

    @override
    def sizeHint(self) -> QSize:
        """As much as there is."""
        return QSize(320, self._theme.look.measure(LEAST))

    @override
    def minimumSizeHint(self) -> QSize:
        """A month and two cards."""
        return QSize(160, self._theme.look.measure(LEAST))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out again: rows are as wide as the list."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and Enter act on the row, Q quotes it, the arrows fold a month."""
        wanted = self._wanted_by(event.key()) if is_alone(event) else None
        if wanted is not None:
            wanted.emit(self.currentIndex().data(ID_ROLE))
        else:
            super().keyPressEvent(event)

    def _wanted_by(self, key: int) -> SignalInstance | None:
        """What a key asks for on the current row."""
        row = self.currentIndex().data(RECORD_ROLE)
        if isinstance(row, MonthRow):
            return self.fold_wanted if self._folds(key, row) else None
        of_item: dict[int, SignalInstance] = dict.fromkeys(ENTER, self.cite_wanted)
        of_item[Qt.Key.Key_Q] = self.quote_wanted
        return of_item.get(key) if isinstance(row, ItemRow) else None

    def _folds(self, key: int, row: MonthRow) -> bool:
        if key in ENTER:
            return True
        forth, back = Qt.Key.Key_Right, Qt.Key.Key_Left
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            forth, back = back, forth
        return key == (back if row.unfolded else forth)
