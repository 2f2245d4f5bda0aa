"""Scrolls a list, or the page it stands in, while something is dragged near an edge."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractScrollArea

MARGIN = 36
STEP_MS = 16
MOST = 14  # pixels a step, at the very edge


class AutoScroll(QObject):
    """Follows the pointer of a drag over a list; call `stop` when the drag leaves or ends."""

    scrolled = Signal()

    def __init__(self, view: QAbstractScrollArea) -> None:
        super().__init__(view)
        self._view = view
        self._speed = 0
        self._timer = QTimer(self)
        self._timer.setInterval(STEP_MS)
        self._timer.timeout.connect(self._step)

    def follow(self, point: QPoint) -> None:
        """The pointer is at a point of the list's viewport."""
        area = self._area()
        at = self._view.viewport().mapTo(area.viewport(), point) if area != self._view else point
        self._speed = _speed(at.y(), area.viewport().height())
        if self._speed and not self._timer.isActive():
            self._timer.start()
        elif not self._speed:
            self._timer.stop()

    def stop(self) -> None:
        """No drag is over the list any more."""
        self._timer.stop()

    def _step(self) -> None:
        bar = self._area().verticalScrollBar()
        bar.setValue(bar.value() + self._speed)
        self.scrolled.emit()

    def _area(self) -> QAbstractScrollArea:
        """The nearest thing round the list that can scroll."""
        area: QObject | None = self._view
        while area is not None:
            if isinstance(area, QAbstractScrollArea) and _scrolls(area):
                return area
            area = area.parent()
        return self._view


def _scrolls(area: QAbstractScrollArea) -> bool:
    fitted = area.verticalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    return not fitted and area.verticalScrollBar().maximum() > 0


def _speed(y: int, height: int) -> int:
    margin = min(MARGIN, height // 3)
    if y < margin:
        return -max(1, round(MOST * (margin - max(y, 0)) / margin))
    if y > height - margin:
        return max(1, round(MOST * (min(y, height) - height + margin) / margin))
    return 0
