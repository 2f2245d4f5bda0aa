"""A list that is put in order by dragging, also from other lists of its kind, and by keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelection,
    QItemSelectionModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QCursor,
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QSizePolicy, QWidget
from shiboken6 import isValid

from careerdesk.compat import override
from careerdesk.i18n import tr
from careerdesk.ui.base.announce import announce
from careerdesk.ui.base.lists import PageList
from careerdesk.ui.base.settling import lay_out_when_settled
from careerdesk.ui.theme.paint import paint_drop_line
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.auto_scroll import AutoScroll
from careerdesk.ui.widgets.cards import RowDelegate
from careerdesk.ui.widgets.ordered import OrderedModel, ids_of_mime

FRESH_MS = 600
LEAST_HEIGHT = 28  # of a list without rows: something must be there to drop on
POINTER = QPoint(-10, -6)  # the drag picture hangs right below the pointer

Index = QModelIndex | QPersistentModelIndex

_STEPS = {
    Qt.Key.Key_Up: "move_up",
    Qt.Key.Key_Down: "move_down",
    Qt.Key.Key_Home: "move_first",
    Qt.Key.Key_End: "move_last",
}


class OrderedListView(PageList):
    """Cards or rows in the user's order; the model is an OrderedModel.

    `move_requested(ids, before_id)` is the one request, from drops and keys alike; before_id is
    None for the end. The listener stores the move and lets the model reload; the view then
    selects what moved. `moved_beyond(ids, -1 or 1)` asks for the neighbouring list.
    """

    move_requested = Signal(list, object)
    moved_beyond = Signal(list, int)

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        name: str = "",
        gap: int = 8,
        fit: bool = False,
    ) -> None:
        """`gap` is what the delegate leaves free below each row; `fit`: as high as its rows."""
        super().__init__(parent)
        self._height: int | None = None
        self._theme = theme
        self._gap = gap
        self._fit = fit
        self._dragged: frozenset[int] = frozenset()
        self._fresh: frozenset[int] = frozenset()
        self._drop_row = -1
        self._scroll = AutoScroll(self)
        self._cooling = QTimer(self)
        self._cooling.setSingleShot(True)
        self._cooling.setInterval(FRESH_MS)
        self.setObjectName(name)
        self._behave()
        self._connect()

    def _behave(self) -> None:
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        if not self._fit:  # those as high as their rows lay them out for another width alone
            self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSpacing(0)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(False)
        self.setAutoScroll(False)  # Qt's own cannot scroll the page a fitted list stands in
        if self._fit:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _connect(self) -> None:
        self._cooling.timeout.connect(self._cool)
        self._scroll.scrolled.connect(self._follow_pointer)
        self._theme.changed.connect(self.viewport().update)
        self._theme.changed.connect(self._refit)

    @override
    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Carry moves of the model, and measure again when rows change."""
        super().setModel(model)
        if isinstance(model, OrderedModel) and model.mover is None:
            model.mover = self._request
        if model is not None and self._fit:
            self._fit_rows_of(model)

    def _fit_rows_of(self, model: QAbstractItemModel) -> None:
        for signal in (model.rowsInserted, model.rowsRemoved, model.modelReset):
            signal.connect(self._refit)
        model.dataChanged.connect(self._refit)

    def ordered_model(self) -> OrderedModel:
        """The model, as what it must be."""
        model = self.model()
        if not isinstance(model, OrderedModel):
            raise TypeError("an OrderedListView needs an OrderedModel")
        return model

    def selected_ids(self) -> list[int]:
        """The ids of the selected rows, from top to bottom."""
        rows = sorted(index.row() for index in self.selectedIndexes())
        return [self.ordered_model().id_at(row) for row in rows]

    def select_ids(self, ids: Sequence[int]) -> None:
        """Select these rows, as far as they are here, and show the first of them."""
        model = self.ordered_model()
        found = [model.index(row, 0) for row in map(model.row_of, ids) if row >= 0]
        if not found:
            return
        chosen = QItemSelection()
        for index in found:
            chosen.select(index, index)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(found[0], flags.NoUpdate)
        self.selectionModel().select(chosen, flags.ClearAndSelect)
        self.scrollTo(found[0])

    def is_dragged(self, index: Index) -> bool:
        """Whether a row is under way; delegates paint it at 35 % with a dashed edge."""
        return bool(self._dragged) and self.ordered_model().id_at(index.row()) in self._dragged

    def is_fresh(self, index: Index) -> bool:
        """Whether a row was dropped just now; delegates paint it on `growth-soft`."""
        return bool(self._fresh) and self.ordered_model().id_at(index.row()) in self._fresh

    def move_up(self) -> None:
        """Move what is selected one place up."""
        ids = self.selected_ids()
        if ids:
            self._step(ids, self.ordered_model().row_of(ids[0]) - 1, -1)

    def move_down(self) -> None:
        """Move what is selected one place down."""
        ids = self.selected_ids()
        if ids:
            self._step(ids, self.ordered_model().row_of(ids[-1]) + 2, 1)

    def move_first(self) -> None:
        """Move what is selected to the top."""
        self._move_to(self.selected_ids(), 0)

    def move_last(self) -> None:
        """Move what is selected to the end."""
        self._move_to(self.selected_ids(), self.ordered_model().rowCount())

    def _step(self, ids: list[int], row: int, direction: int) -> None:
        if 0 <= row <= self.ordered_model().rowCount():
            self._move_to(ids, row)
        else:
            self.moved_beyond.emit(ids, direction)

    def _move_to(self, ids: list[int], row: int) -> None:
        model = self.ordered_model()
        before = model.id_before(row, ids)
        if ids and model.would_move(ids, before):
            self._request(ids, before)

    def _request(self, ids: list[int], before_id: int | None) -> None:
        self.move_requested.emit(ids, before_id)
        if isValid(self):
            self.show_moved(ids)

    def show_moved(self, ids: Sequence[int]) -> None:
        """Select rows that came to their place, let them shine and tell the screen reader."""
        self.select_ids(ids)
        self._fresh = frozenset(ids)
        self._cooling.start()
        self.viewport().update()
        row = self.ordered_model().row_of(ids[0]) if ids else -1
        if row >= 0:
            count = self.ordered_model().rowCount()
            place = tr("moved to position {n} of {count}", n=row + 1, count=count)
            words = ", ".join(filter(None, (place, self.accessibleName())))
            announce(self, words)

    def _cool(self) -> None:
        self._fresh = frozenset()
        self.viewport().update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt with arrows, Home and End moves what is selected."""
        alt = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        step = _STEPS.get(Qt.Key(event.key()))
        if alt == Qt.KeyboardModifier.AltModifier and step is not None:
            getattr(self, step)()
        else:
            super().keyPressEvent(event)

    @override
    def startDrag(self, supportedActions: Qt.DropAction) -> None:
        """Drag the selected rows as one line with the first title."""
        from careerdesk.ui.widgets.drag_picture import drag_picture

        rows = sorted(self.selectedIndexes(), key=QModelIndex.row)
        if not rows:
            return
        drag = QDrag(self)
        drag.setMimeData(self.ordered_model().mimeData(rows))
        title = str(rows[0].data(Qt.ItemDataRole.DisplayRole))
        ratio = self.devicePixelRatioF()
        drag.setPixmap(drag_picture(self._theme.look, title, len(rows) - 1, ratio))
        drag.setHotSpot(POINTER)
        self._dragged = frozenset(self.selected_ids())
        self.viewport().update()
        drag.exec(Qt.DropAction.MoveAction)
        if isValid(self):  # the list may have gone while the drag was under way
            self._dragged = frozenset()
            self.end_drag()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take what belongs here."""
        self._hover(event)

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where it would go, and scroll at the edges."""
        self._hover(event)
        self._scroll.follow(event.position().toPoint())

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Take the drop line away."""
        self.end_drag()
        event.accept()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        """Move the rows to the drop line and select them."""
        self.drop_at(event, self.drop_row(event.position().toPoint()))

    def takes(self, data: QMimeData) -> bool:
        """Whether a drag carries rows that may lie in this list."""
        return bool(ids_of_mime(data, self.ordered_model().drag_kind))

    def drop_at(self, event: QDropEvent, row: int) -> None:
        """Move the rows of a drop before a row, wherever it was let go."""
        model = self.ordered_model()
        ids = ids_of_mime(event.mimeData(), model.drag_kind)
        self.end_drag()
        if not ids:
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()
        before = model.id_before(row, ids)
        if model.would_move(ids, before):
            self._request(ids, before)

    def _hover(self, event: QDragMoveEvent) -> None:
        self.hover_at(event, self.drop_row(event.position().toPoint()))

    def hover_at(self, event: QDragMoveEvent, row: int) -> None:
        """Draw the line before a row for a drag that is over this list or beside it."""
        if not self.takes(event.mimeData()):
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()
        self._show_line(row)

    def drop_row(self, point: QPoint) -> int:
        """The row before which a drop at a point of the viewport lands."""
        for row in range(self.ordered_model().rowCount()):
            rect = self.visualRect(self.ordered_model().index(row, 0))
            if point.y() < rect.top() + (rect.height() - self._gap) / 2:
                return row
        return self.ordered_model().rowCount()

    def _follow_pointer(self) -> None:
        self._show_line(self.drop_row(self.viewport().mapFromGlobal(QCursor.pos())))

    def _show_line(self, row: int) -> None:
        if row != self._drop_row:
            self._drop_row = row
            self.viewport().update()

    def end_drag(self) -> None:
        """Take the drop line away."""
        self._scroll.stop()
        self._drop_row = -1
        self.viewport().update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the drop line over the rows."""
        super().paintEvent(event)
        if self._drop_row >= 0:
            painter = QPainter(self.viewport())
            painter.setLayoutDirection(self.layoutDirection())
            look = self._theme.look
            paint_drop_line(painter, look, 0, self.viewport().width(), self._line_y())
            painter.end()

    def _line_y(self) -> float:
        model = self.ordered_model()
        if not model.rowCount():
            return 5.0
        below = self._drop_row < model.rowCount()
        row = self._drop_row if below else model.rowCount() - 1
        rect = QRectF(self.visualRect(model.index(row, 0)))
        y = rect.top() if below else rect.bottom()
        return min(max(y - self._gap / 2, 5.0), self.viewport().height() - 5.0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the rows out in another width: a scroll bar that comes takes of it, too."""
        super().resizeEvent(event)
        if event.oldSize().width() == event.size().width():
            return
        if self._fit:
            self._refit()
        else:
            lay_out_when_settled(self)

    @override
    def sizeHint(self) -> QSize:
        """As high as its rows."""
        return QSize(super().sizeHint().width(), self.rows_height())

    @override
    def minimumSizeHint(self) -> QSize:
        """As high as its rows where it is fitted to them."""
        least = super().minimumSizeHint()
        return QSize(least.width(), self.rows_height()) if self._fit else least

    def rows_height(self) -> int:
        """The height of all rows together."""
        if self._height is None or not self._fit:
            self._height = self._measured_height() + 2 * self.frameWidth()
        return max(LEAST_HEIGHT, self._height)

    def _measured_height(self) -> int:
        rows = self.model().rowCount() if self.model() is not None else 0
        delegate = self.itemDelegate()
        if rows and self.uniformItemSizes():
            return rows * self.sizeHintForRow(0)
        if isinstance(delegate, RowDelegate):
            return delegate.rows_height()
        return sum(map(self.sizeHintForRow, range(rows)))

    def _refit(self) -> None:
        self._height = None
        lay_out_when_settled(self)
        self.updateGeometry()
