"""The field in the middle of the top bar: it says that one can search, and opens the palette."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAction, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton

from careerdesk.compat import override
from careerdesk.i18n import tr
from careerdesk.ui.base import names
from careerdesk.ui.theme.paint import paint_plate, paint_text
from careerdesk.ui.theme.theme import Theme

MOST, LEAST = 400, 240
ICON, AIR = 16, 10


class SearchField(QAbstractButton):
    """Painted like a field and pressed like a button: what is typed goes into the palette.

    Where there is no room for its words, the magnifying glass stands alone.
    """

    def __init__(self, theme: Theme, action: QAction) -> None:
        super().__init__()
        self._theme = theme
        self._keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        self.setObjectName(names.SEARCH_FIELD)
        self.setText(tr("Search or go to…"))
        self.setAccessibleName(self.text())
        self.setAccessibleDescription(self._keys)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.clicked.connect(action.trigger)
        theme.changed.connect(self.update)

    @override
    def sizeHint(self) -> QSize:
        """As wide as it may get."""
        look = self._theme.look
        return QSize(look.measure(MOST), look.row("body", 6, 30))

    @override
    def minimumSizeHint(self) -> QSize:
        """The magnifying glass alone."""
        high = self.sizeHint().height()
        return QSize(high, high)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Icon and words at the start, the keys at the end."""
        look, rect = self._theme.look, QRectF(self.rect())
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        start, end = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        painter = QPainter(self)
        ground = look.hover("raised", 0.03) if self.underMouse() else look.colour.raised
        paint_plate(painter, rect, ground, look.colour.line_strong, radius=6)
        sign, words = QRectF(rect), rect.adjusted(AIR + ICON + 8, 0, -AIR, 0)
        sign.setWidth(min(rect.width(), ICON + 2.0 * AIR))
        keys = look.advance("caption", self._keys)
        wide = keys + 16 + look.advance("body", self.text()) <= words.width()
        if mirrored:
            start, end = end, start
            sign.moveRight(rect.right())
            words = rect.adjusted(AIR, 0, -(AIR + ICON + 8), 0)
        look.paint_icon(painter, "search", sign, ICON, "text-muted")
        if words.width() > 2 * ICON:
            paint_text(painter, look, words, self.text(), "body", "text-muted", start)
        if wide:
            paint_text(painter, look, words, self._keys, "caption", "text-muted", end)
        painter.end()
