"""Pages of paper one below the other, each drawn when it is first seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.i18n import tr

if TYPE_CHECKING:
    from careerdesk.documents.pictures import PagePictures

GAP = 12
LEAST = 300  # dots: in a view that is narrower still, a page scrolls to the side


class PaperPages(QScrollArea):
    """Shows pictures of pages, no wider than there is room. `show_more` follows their making."""

    def __init__(self, label: str) -> None:
        """*label* is spoken for the pages."""
        super().__init__()
        self.setAccessibleName(label)
        self.setWidgetResizable(True)
        self._pictures: PagePictures | None = None
        self._widest = 0  # in dots of the screen
        self._labels: list[QLabel] = []
        self._clear()
        self.verticalScrollBar().valueChanged.connect(self._draw_seen)

    @property
    def is_whole(self) -> bool:
        """Whether all of them are there."""
        return self._pictures is not None and self._pictures.is_whole

    def show_pages(self, pictures: PagePictures | None) -> None:
        """Show these in place of those that were shown; None: no pages."""
        self._pictures = pictures
        self._widest = pictures.size.width() if pictures else 0
        if self._labels:
            self._clear()
        self._fit()

    def _clear(self) -> None:
        paper = QWidget()
        self._column = QVBoxLayout(paper)
        self._column.setSpacing(GAP)
        self._column.addStretch(1)
        self._labels = []
        self.setWidget(paper)

    def show_more(self) -> None:
        """Show as many pages as there are by now; once they are whole, with their feet."""
        if self._pictures is None:
            return
        for number in range(len(self._labels), self._pictures.count):
            self._add(number + 1, self._pictures.size)
        if self.is_whole:
            for label in self._labels:
                label.clear()
        self._draw_seen()

    def _add(self, number: int, size: QSize) -> None:
        label = QLabel()
        label.setFixedSize(size / self.devicePixelRatioF())
        label.setAccessibleName(tr("Page {n}", n=number))
        self._column.insertWidget(len(self._labels), label, 0, Qt.AlignmentFlag.AlignHCenter)
        self._labels.append(label)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make the pages narrower where they have no room; more of them may be seen now."""
        super().resizeEvent(event)
        self._fit()
        self._draw_seen()

    def _fit(self) -> None:
        """Reckon with the bar at the side, which narrower pages may not need."""
        if self._pictures is None or not self.isVisible():
            return
        margins = self._column.contentsMargins()
        around = 2 * self.frameWidth() + margins.left() + margins.right()
        room = self.width() - around - self.verticalScrollBar().sizeHint().width()
        wanted = min(self._widest, max(LEAST, int(room * self.devicePixelRatioF())))
        if wanted == self._pictures.size.width():
            return
        self._pictures.take_width(wanted)
        for label in self._labels:
            label.clear()
            label.setFixedSize(self._pictures.size / self.devicePixelRatioF())

    @Slot()
    def _draw_seen(self) -> None:
        """By reckoning: they are all of one size, and may not be in their places yet."""
        if not self._labels or self._pictures is None:
            return
        step = self._labels[0].height() + GAP
        top = self.verticalScrollBar().value() - self._column.contentsMargins().top()
        first = max(0, top // step)
        last = (top + self.viewport().height()) // step
        for number in range(first, min(last + 1, len(self._labels))):
            if self._labels[number].pixmap().isNull():
                self._draw(number, self._pictures)

    def _draw(self, number: int, pictures: PagePictures) -> None:
        picture = pictures.draw(number)
        picture.setDevicePixelRatio(self.devicePixelRatioF())
        self._labels[number].setPixmap(QPixmap.fromImage(picture))
