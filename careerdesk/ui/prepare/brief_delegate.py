"""Paints every row of a brief: headings, facts, notes that unfold, goals, the question, chips."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem

from careerdesk.compat import override
from careerdesk.domain.brief_lines import LineKind
from careerdesk.i18n import tr
from careerdesk.ui.prepare.brief_model import BriefModel
from careerdesk.ui.prepare.brief_places import RowPlaces, lay_out_row, turned
from careerdesk.ui.prepare.brief_rows import EDIT, PUT_ON_AGENDA, SHIFT, TICKED, TOLD, BriefRow
from careerdesk.ui.theme.paint import (
    CARD_RADIUS,
    paint_card,
    paint_chip,
    paint_plate,
    paint_private_mark,
    paint_text,
)
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.cards import (
    Index,
    is_hovered,
    is_mirrored,
    is_selected,
    paint_focus,
)
from careerdesk.ui.widgets.per_record import PerRecord
from careerdesk.ui.widgets.record_list import RECORD_ROLE
from careerdesk.ui.widgets.tick_row import TickRowDelegate


class BriefDelegate(TickRowDelegate):
    """`pressed` carries a row and the link on it that was clicked, or nothing for the row."""

    pressed = Signal(object, str)

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        """Paint with the look of the theme."""
        super().__init__(theme, view)
        self._places = PerRecord[RowPlaces]()

    def height_of(self, row: BriefRow, width: int) -> int:
        """The height of a row that need not be in the list."""
        if row.kind in TICKED and row.tick is not None:
            return self.height_of_words(row.tick, width)
        return self._row_places(row, width).height

    @override
    def row_height(self, index: Index, width: int) -> int:
        """By the kind of the row."""
        return self.height_of(_row(index), width)

    def _row_places(self, row: BriefRow, width: int) -> RowPlaces:
        """The parts of a row; remembered, since a list asks for them again and again."""
        look = self.look
        return self._places.of(row, width, look, lambda: lay_out_row(row, width, look))

    @override
    def paint_ground(
        self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """The question is a card with an edge at its start; other rows are as in any list."""
        row = _row(index)
        if row.kind is not LineKind.QUESTION:
            if is_selected(option) or is_hovered(option):  # else there is none
                super().paint_ground(painter, rect, option, index)
            return
        places = self._row_places(row, int(rect.width()))
        if places.card is None:
            return
        card = turned(places.card, rect.toRect(), option.direction)
        selected = self.shows_selected(option)
        paint_card(painter, self.look, QRectF(card), selected=selected, hovered=is_hovered(option))
        bar = turned(QRect(0, places.card.top(), 3, places.card.height()), rect.toRect(),
                     option.direction)  # fmt: skip
        paint_plate(painter, QRectF(bar), self.look.colour.growth, radius=1)

    @override
    def paint_ring(
        self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """The question's within its card, which has an edge of its own."""
        card = self._row_places(_row(index), int(rect.width())).card
        if _row(index).kind is LineKind.QUESTION and card is not None:
            around = QRectF(turned(card, rect.toRect(), option.direction))
            paint_focus(painter, self.look, around, CARD_RADIUS)
        else:
            super().paint_ring(painter, rect, option, index)

    @override
    def paint_row(
        self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """By the kind of the row."""
        row = _row(index)
        if row.kind in TICKED:
            super().paint_row(painter, rect, option, index)
            return
        places, there = self._row_places(row, int(rect.width())), rect.toRect()
        marked = self.shows_selected(option) and places.card is None
        self._paint_words(painter, places, there, option, marked=marked)
        for chip, words in places.chips:
            place = QRectF(turned(chip, there, option.direction))
            kind, icon = ("quiet", "lock") if words in row.locked else ("growth", "motivator")
            paint_chip(painter, self.look, place, words, kind, icon)
        if places.links:
            self._paint_links(painter, places, there, option)
        if places.mark is not None:
            mark = QRectF(turned(places.mark, there, option.direction))
            paint_private_mark(painter, self.look, mark, tr("Private"))
        if places.lock is not None:
            lock = QRectF(turned(places.lock, there, option.direction))
            self.look.paint_icon(painter, "lock", lock, 14, "private")
        if places.rule is not None:
            painter.setPen(Qt.PenStyle.NoPen)  # `fillRect` would have the binding make gradients
            painter.setBrush(self.look.colour.line)
            painter.drawRect(turned(places.rule, there, option.direction))

    def _paint_words(
        self,
        painter: QPainter,
        places: RowPlaces,
        there: QRect,
        option: QStyleOptionViewItem,
        *,
        marked: bool,
    ) -> None:
        mirrored = is_mirrored(option)
        start, end = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        if mirrored:
            start, end = end, start
        left, top = there.x(), there.y()
        for piece in places.pieces:
            token = "selection-text" if marked else piece.token
            rect = QRectF(piece.rect.translated(left, top))
            if mirrored:
                rect = QRectF(turned(piece.rect, there, option.direction))
            align = end if piece.end else start
            paint_text(painter, self.look, rect, piece.text, piece.role, token, align)
        if places.icon is not None:
            at, name, token = places.icon
            size = min(at.width(), 18)
            token = "selection-text" if marked else token
            where = QRectF(turned(at, there, option.direction))
            self.look.paint_icon(painter, name, where, size, token)

    def _paint_links(
        self, painter: QPainter, places: RowPlaces, there: QRect, option: QStyleOptionViewItem
    ) -> None:
        centre = Qt.AlignmentFlag.AlignHCenter
        active = is_hovered(option) or is_selected(option)
        for rect, link, label in places.links:
            if link == EDIT and not active:
                continue
            place = QRectF(turned(rect, there, option.direction))
            if link in (PUT_ON_AGENDA, TOLD, SHIFT):
                ground, edge = self.look.colour.raised, self.look.colour.line_strong
                paint_plate(painter, place, ground, edge, radius=6)
            token = "growth" if link != PUT_ON_AGENDA else "text"
            paint_text(painter, self.look, place, label, "strong", token, centre)

    @override
    def released(self, event: QMouseEvent, option: QStyleOptionViewItem, index: Index) -> bool:
        """A click on a link or a row that leads somewhere presses it."""
        row = _row(index)
        if row.kind in TICKED:
            return False
        link = self.link_at(row, event.position().toPoint(), option.rect, option.direction)
        if not link and row.kind is LineKind.QUESTION:
            return False
        self.pressed.emit(row, link)
        return True

    def link_at(
        self, row: BriefRow, point: QPoint, rect: QRect, direction: Qt.LayoutDirection
    ) -> str:
        """The link of a row at a point of the list, if there is one."""
        places = self.link_places(row, rect, direction)
        return next((link for link, place in places if place.contains(point)), "")

    def link_places(
        self, row: BriefRow, rect: QRect, direction: Qt.LayoutDirection
    ) -> list[tuple[str, QRect]]:
        """The links of a row, and where they stand in the list."""
        links = self._row_places(row, rect.width()).links
        return [(link, turned(part, rect, direction)) for part, link, _ in links]

    @override
    def on_box(self, event: QMouseEvent, rect: QRect, index: Index) -> bool:
        """Whether the left button is on the box of a row that has one."""
        row = _row(index)
        return row.kind in TICKED and super().on_box(event, rect, index)


def _row(index: Index) -> BriefRow:
    """The row of an index, without the way through Qt's values."""
    model = index.model()
    if isinstance(model, BriefModel):
        return model.rows[index.row()]
    return cast("BriefRow", index.data(RECORD_ROLE))
