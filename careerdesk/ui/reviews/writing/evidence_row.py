"""Paints evidence by month: headers with a fold and a count, and what may be cited as cards."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from careerdesk.compat import override
from careerdesk.dataclass import dataclass
from careerdesk.ui.reviews.writing.evidence_model import ICONS, ItemRow, MonthRow
from careerdesk.ui.theme.look import Look
from careerdesk.ui.theme.paint import paint_text
from careerdesk.ui.widgets.cards import (
    Index,
    RowDelegate,
    is_mirrored,
    paint_card_frame,
    start_side,
)
from careerdesk.ui.widgets.record_list import ID_ROLE, RECORD_ROLE

ICON = 16
SIDE = 13
PADDING = 9
CARD_GAP = 8
START, END = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight


@dataclass(frozen=True, slots=True)
class Places:
    """Where the parts of a card stand."""

    icon: QRect
    title: QRect
    caption: QRect
    day: QRect
    state: QRect


def lay_out(look: Look, card: QRect, row: ItemRow) -> Places:
    """Place the parts of a card for reading from the left."""
    high, low = look.metrics("card").height() + 2, look.metrics("caption").height() + 2
    top = card.top() + (card.height() - high - low - 2) // 2
    wide = max(look.advance("caption", row.day), look.advance("label", row.state)) + 4
    end = card.right() - SIDE - wide
    left = card.left() + SIDE + ICON + 9
    room = max(20, end - 12 - left)
    return Places(
        QRect(card.left() + SIDE, top, ICON, high),
        QRect(left, top, room, high),
        QRect(left, top + high + 2, room, low),
        QRect(end, top, wide, high),
        QRect(end, top + high + 2, wide, low),
    )


class EvidenceDelegate(RowDelegate):
    """Ids of what was clicked: `cite_wanted` the *Cite* of an item, `fold_wanted` a header."""

    cite_wanted = Signal(int)
    fold_wanted = Signal(int)

    @override
    def row_height(self, index: Index, width: int) -> int:
        """A header's line, or the two lines of a card and its gap."""
        look = self.look
        if isinstance(index.data(RECORD_ROLE), MonthRow):
            return look.row("strong", 9, look.measure(36))
        lines = look.metrics("card").height() + look.metrics("caption").height() + 6
        return max(look.measure(56), lines + 2 * PADDING) + CARD_GAP

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As the row's height, over the whole width of the list."""
        width = self._view.viewport().width()
        return QSize(width, self.row_height(index, width))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """A card ends above its gap, so that frame and focus do too."""
        if isinstance(index.data(RECORD_ROLE), ItemRow):
            option.rect = card_of(option.rect)
        super().paint(painter, option, index)

    @override
    def paint_ground(
        self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """A card for an item; a header is a row."""
        if isinstance(index.data(RECORD_ROLE), ItemRow):
            paint_card_frame(painter, self.look, rect, option, index)
        else:
            super().paint_ground(painter, rect, option, index)

    @override
    def paint_row(
        self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """What the row says."""
        row = index.data(RECORD_ROLE)
        if isinstance(row, MonthRow):
            self._paint_month(painter, rect.toRect(), option, row, first=index.row() == 0)
        elif isinstance(row, ItemRow):
            self._paint_item(painter, rect.toRect(), option, row)

    @override
    def released(self, event: QMouseEvent, option: QStyleOptionViewItem, index: Index) -> bool:
        """A click folds a header; on the words *Cite* it cites."""
        row = index.data(RECORD_ROLE)
        if isinstance(row, MonthRow):
            self.fold_wanted.emit(row.id)
        elif isinstance(row, ItemRow):
            card = card_of(option.rect)
            place = lay_out(self.look, card, row).state.adjusted(-8, -6, SIDE, 10)
            there = QStyle.visualRect(option.direction, card, place)
            if there.contains(event.position().toPoint()):
                self.cite_wanted.emit(index.data(ID_ROLE))
        return True

    def _paint_item(
        self, painter: QPainter, card: QRect, option: QStyleOptionViewItem, row: ItemRow
    ) -> None:
        look, side = self.look, start_side(option)
        places = lay_out(look, card, row)
        ends = END if side == START else START

        def turned(part: QRect) -> QRectF:
            return QRectF(QStyle.visualRect(option.direction, card, part))

        look.paint_icon(painter, ICONS[row.item.source], turned(places.icon), ICON)
        paint_text(painter, look, turned(places.title), row.item.title, "card", "text", side)
        caption = row.caption
        paint_text(painter, look, turned(places.caption), caption, "caption", "text-muted", side)
        paint_text(painter, look, turned(places.day), row.day, "caption", "text-muted", ends)
        role = "label" if row.item.number else "caption"
        paint_text(painter, look, turned(places.state), row.state, role, "growth", ends)

    def _paint_month(
        self,
        painter: QPainter,
        area: QRect,
        option: QStyleOptionViewItem,
        row: MonthRow,
        *,
        first: bool,
    ) -> None:
        look, side = self.look, start_side(option)
        wide = look.advance("strong", row.name) + 4
        parts = (
            QRect(area.left() + 2, area.top(), ICON, area.height()),
            QRect(area.left() + ICON + 8, area.top(), wide, area.height()),
            QRect(area.left() + ICON + wide + 16, area.top(),
                  area.width() - ICON - wide - 18, area.height()),
        )  # fmt: skip
        fold, words, counts = (
            QRectF(QStyle.visualRect(option.direction, area, part)) for part in parts
        )
        look.paint_icon(painter, fold_icon(row, option), fold, ICON)
        paint_text(painter, look, words, row.name, "strong", "text", side)
        paint_text(painter, look, counts, row.counts, "caption", "text-muted", side)
        if not first:
            painter.setPen(QPen(look.colour.line, 1))
            painter.drawLine(area.topLeft(), area.topRight())


def fold_icon(row: MonthRow, option: QStyleOptionViewItem) -> str:
    """The chevron of a header, pointing where its items are."""
    if row.unfolded:
        return "chevron-down"
    return "chevron-left" if is_mirrored(option) else "chevron-right"


def card_of(row: QRect) -> QRect:
    """The card in the rectangle of its row."""
    return row.adjusted(0, 0, 0, -CARD_GAP)
