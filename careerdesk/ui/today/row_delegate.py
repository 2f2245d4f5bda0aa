"""Paints the rows of Today: the next check-in as a card, the others quietly, with their actions."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem

from careerdesk.compat import override
from careerdesk.ui.theme.paint import paint_lines, paint_plate, paint_text
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.today.row_layout import (
    BELOW_CARD,
    ICON,
    Places,
    action_role,
    lay_out,
    role_of,
    row_height,
    title_lines,
)
from careerdesk.ui.today.rows import RowAction, RowKind, TodayRow
from careerdesk.ui.widgets.cards import (
    Index,
    RowDelegate,
    has_focus,
    in_focused_view,
    is_hovered,
    is_mirrored,
    is_selected,
    paint_card_frame,
    paint_focus,
    start_side,
)
from careerdesk.ui.widgets.per_record import PerRecord
from careerdesk.ui.widgets.person_row import paint_avatar
from careerdesk.ui.widgets.record_list import RECORD_ROLE

EDGE = 3
AROUND = 6  # an action is hit a little beside its words too


class TodayRowDelegate(RowDelegate):
    """Shows `TodayRow`s; `clicked` carries the row, and the action under the pointer or None."""

    clicked = Signal(object, object)

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(theme, view)
        self._heights = PerRecord[int]()
        self.chosen = 0  # which of the actions of the current row Enter does

    @override
    def row_height(self, index: Index, width: int) -> int:
        """As its words and actions need; kept, since a list asks often."""
        row: TodayRow = index.data(RECORD_ROLE)
        look = self.look
        return self._heights.of(row, width, look, lambda: row_height(row, width, look))

    def places(self, row: TodayRow, rect: QRectF, *, mirrored: bool) -> Places:
        """Where the parts of a row stand, in the direction of reading."""
        places = lay_out(row, rect, self.look)
        return places.mirrored(rect) if mirrored else places

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint ground, row and focus; the ring of a row with several actions is round one."""
        rect = QRectF(option.rect)
        row: TodayRow = index.data(RECORD_ROLE)
        painter.save()
        painter.setLayoutDirection(option.direction)
        ground = rect.adjusted(0, 0, 0, -BELOW_CARD) if row.kind is RowKind.NEXT else rect
        if row.kind is not RowKind.HEADING:
            self.paint_ground(painter, ground, option, index)
        self.paint_row(painter, rect, option, index)
        painter.restore()
        if has_focus(option):
            paint_focus(painter, self.look, ground, 6)

    @override
    def paint_ground(
        self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """The next check-in is a card with an edge in the accent; others have a row's ground."""
        row: TodayRow = index.data(RECORD_ROLE)
        if row.kind is not RowKind.NEXT:
            super().paint_ground(painter, rect, option, index)
            return
        paint_card_frame(painter, self.look, rect, option, index)
        edge = QRectF(rect.left(), rect.top() + 1, EDGE, rect.height() - 2)
        if is_mirrored(option):
            edge.moveRight(rect.right())
        paint_plate(painter, edge, self.look.colour.growth, radius=1.5)

    @override
    def paint_row(
        self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Time, icon, what it is about, why, and what can be done."""
        row: TodayRow = index.data(RECORD_ROLE)
        places = self.places(row, rect, mirrored=is_mirrored(option))
        self._paint_words(painter, row, rect, places, option)
        self._paint_icon(painter, row, places, option)
        self._paint_actions(painter, row, places, option)
        if row.kind in (RowKind.PLAIN, RowKind.SMALL) and _goes_on(index):
            painter.setPen(QPen(self.look.colour.line, 1))
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    def _paint_words(
        self,
        painter: QPainter,
        row: TodayRow,
        rect: QRectF,
        places: Places,
        option: QStyleOptionViewItem,
    ) -> None:
        plain = is_selected(option) and row.kind is not RowKind.NEXT
        side = start_side(option)
        quiet = "warning" if row.warned else "text-muted"
        ink = "text-muted" if row.kind is RowKind.HEADING and row.token != "warning" else "text"
        ink = "warning" if row.kind is RowKind.HEADING and row.token == "warning" else ink
        if plain:
            ink = quiet = "selection-text"
        lead = "heading" if row.kind is RowKind.NEXT else "strong"
        for text, place, role, token in (
            (row.lead, places.lead, lead, ink),
            (row.lead_note, places.lead_note, "caption", ink if plain else "text-muted"),
            (row.caption, places.caption, "caption", quiet),
            (row.also, places.also, "body", "selection-text" if plain else "text-muted"),
        ):
            if text:
                paint_text(painter, self.look, place, text, role, token, side)
        lines = title_lines(row, rect.width(), self.look)
        paint_lines(painter, self.look, places.title, lines, role_of(row), ink, side)

    def _paint_icon(
        self, painter: QPainter, row: TodayRow, places: Places, option: QStyleOptionViewItem
    ) -> None:
        if row.person is not None:
            paint_avatar(painter, self.look, places.icon, row.person, filled=False)
        elif row.icon:
            plain = is_selected(option) and row.kind is not RowKind.NEXT
            token = "selection-text" if plain else row.token
            self.look.paint_icon(painter, row.icon, places.icon, ICON, token)

    def _paint_actions(
        self, painter: QPainter, row: TodayRow, places: Places, option: QStyleOptionViewItem
    ) -> None:
        here = in_focused_view(option) and (is_selected(option) or has_focus(option))
        awake = is_selected(option) or is_hovered(option) or has_focus(option)
        for number, (action, place) in enumerate(places.actions):
            chosen = here and number == self.chosen and len(places.actions) > 1
            filled = row.kind is RowKind.NEXT and number == 0
            if filled:
                paint_plate(painter, place, self.look.colour.growth, radius=6)
            token = "on-growth" if filled else "growth" if awake else "text-muted"
            if is_selected(option) and not filled and row.kind is not RowKind.NEXT:
                token = "selection-text"
            if chosen:
                ink = self.look.colour.named(token if not filled else "text")
                outer = place if filled else place.adjusted(-AROUND, 1, AROUND, -1)
                paint_plate(painter, outer, None, ink, radius=5, width=1.5)
            middle = Qt.AlignmentFlag.AlignHCenter
            paint_text(painter, self.look, place, action.words, action_role(row), token, middle)

    @override
    def released(self, event: QMouseEvent, option: QStyleOptionViewItem, index: Index) -> bool:
        """A click does the action it hits; beside them it opens what the row is about."""
        row: TodayRow = index.data(RECORD_ROLE)
        if row.kind is RowKind.HEADING:
            return False
        places = self.places(row, QRectF(option.rect), mirrored=is_mirrored(option))
        self.clicked.emit(row, _hit(places, event))
        return True


def _hit(places: Places, event: QMouseEvent) -> RowAction | None:
    around = (
        (action, place.adjusted(-AROUND, -AROUND, AROUND, AROUND))
        for action, place in places.actions
    )
    return next((action for action, place in around if place.contains(event.position())), None)


def _goes_on(index: Index) -> bool:
    """Whether a row of the same look follows, with a line between them."""
    after = index.sibling(index.row() + 1, 0)
    return after.isValid() and after.data(RECORD_ROLE).kind in (RowKind.PLAIN, RowKind.SMALL)
