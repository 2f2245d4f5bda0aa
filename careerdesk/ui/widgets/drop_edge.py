"""What stands above or below a list takes drops for it: a heading, the row that adds."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from careerdesk.compat import override
from careerdesk.ui.widgets.ordered_list import OrderedListView


class DropEdge(QObject):
    """People aim at the heading of a list, or at the row below it, as much as between its cards.

    A drop on *widget* takes the first place of the list, or with *last* the last one; the line is
    drawn there.
    """

    def __init__(self, widget: QWidget, view: OrderedListView, *, last: bool) -> None:
        """Live as long as *widget*."""
        super().__init__(widget)
        self._view, self._last = view, last
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    @property
    def _row(self) -> int:
        return self._view.ordered_model().rowCount() if self._last else 0

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what belongs into the list, and leave all else to the widget itself."""
        if event.type() == QEvent.Type.DragLeave:
            self._view.end_drag()
        elif isinstance(event, QDropEvent) and self._view.takes(event.mimeData()):
            if event.type() == QEvent.Type.Drop:
                self._view.drop_at(event, self._row)
            elif isinstance(event, QDragMoveEvent):
                self._view.hover_at(event, self._row)
            return True
        return super().eventFilter(watched, event)
