"""Paints a `RankedRow` as a small card: handle, title, the line below it, a word at the end."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from careerdesk.compat import override
from careerdesk.ui.reviews.cycle.ranked_rows import RankedRow
from careerdesk.ui.theme.paint import paint_text
from careerdesk.ui.widgets.cards import CardDelegate, Index, start_side
from careerdesk.ui.widgets.drag_picture import paint_handle
from careerdesk.ui.widgets.record_list import RECORD_ROLE


class RankedRowDelegate(CardDelegate):
    """For short lists in an order of the user's own."""

    gap = 6

    @override
    def row_height(self, index: Index, width: int) -> int:
        """One line, or two where there is something to say below."""
        row: RankedRow = index.data(RECORD_ROLE)
        least = self.look.row("body", 8, self.look.measure(35))
        return least + (self.look.metrics("caption").height() + 2 if row.caption else 0)

    @override
    def paint_row(
        self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Handle and words."""
        row: RankedRow = index.data(RECORD_ROLE)
        look, side, card = self.look, start_side(option), rect.toRect()
        high, low = look.metrics("body").height(), look.metrics("caption").height()
        end = look.advance("caption", row.end) + 2
        left, right = card.left() + 32, card.right() - 12 - end
        top = card.center().y() - (high + (low + 2 if row.caption else 0)) // 2
        width = max(20, right - 8 - left)
        places = (
            (QRect(left, top, width, high), row.title, "body", "text"),
            (QRect(left, top + high + 2, width, low), row.caption, "caption", "text-muted"),
            (QRect(right, card.top(), end, card.height()), row.end, "caption", "text-muted"),
        )
        handle = QRect(card.left() + 8, card.top(), 16, card.height())
        paint_handle(painter, QStyle.visualRect(option.direction, card, handle), look)
        for place, words, role, token in places:
            shown = QRectF(QStyle.visualRect(option.direction, card, place))
            paint_text(painter, look, shown, words, role, token, side)
