"""Paints the goals of a plan as cards; the words and the places come from its neighbours."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QToolTip

from careerdesk.compat import override
from careerdesk.domain.records import PlanItem
from careerdesk.domain.text import one_line
from careerdesk.ui.base.goal_words import STATE_TOKENS
from careerdesk.ui.base.texts import plain_tip
from careerdesk.ui.plan import plan_layout
from careerdesk.ui.plan.plan_layout import CardLayout
from careerdesk.ui.plan.plan_words import Card, card_of, due_text, never
from careerdesk.ui.theme.look import Look
from careerdesk.ui.theme.paint import (
    chip_height,
    paint_chip,
    paint_lines,
    paint_progress,
    paint_text,
)
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.cards import CardDelegate, Index, start_side
from careerdesk.ui.widgets.drag_picture import paint_handle
from careerdesk.ui.widgets.record_list import RECORD_ROLE

MOST_HEIGHTS = 2_000  # each width on the way of a resize leaves some behind


class PlanCardDelegate(CardDelegate):
    """Shows an `ItemView` as a card; a click on a hint says which field cures it."""

    hint_clicked = Signal(int, str)

    def __init__(
        self,
        theme: Theme,
        today: Callable[[], date],
        view: QAbstractItemView,
        shared: Callable[[], bool] = never,
    ) -> None:
        """Paint dates as seen on the day that *today* gives; *shared*: others see the screen."""
        super().__init__(theme, view)
        self._today = today
        self._shared = shared
        self._heights: dict[tuple[object, ...], int] = {}  # by what they depend on
        self._measured: Look | None = None  # the look they were measured in

    @override
    def row_height(self, index: Index, width: int) -> int:
        """The height of the card; kept, since a list asks often."""
        item: PlanItem = index.data(RECORD_ROLE).item
        key = (item.title, item.due_on, item.state, width, self._today())
        if self._measured is not self.look or len(self._heights) > MOST_HEIGHTS:
            self._measured, self._heights = self.look, {}
        if key not in self._heights:
            self._heights[key] = self._height(item, width)
        return self._heights[key]

    def _height(self, item: PlanItem, width: int) -> int:
        due = due_text(item, self._today())
        lines, _ = plan_layout.title_lines(one_line(item.title), due, width, self.look)
        return plan_layout.card_height(self.look, len(lines))

    @override
    def paint_row(
        self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Title, due day, state, progress and chips."""
        card = self._card(index)
        places = plan_layout.lay_out(card, rect.toRect(), self.look, option.direction)
        side = start_side(option)
        _paint_title(painter, card, places, self.look, side)
        _paint_state(painter, card, places, self.look, side)
        _paint_chips(painter, card, places, self.look)

    @override
    def released(self, event: QMouseEvent, option: QStyleOptionViewItem, index: Index) -> bool:
        """A click on a hint asks for the field that cures it."""
        chip = self._layout(option, index).chip_at(event.position().toPoint())
        if not (chip and chip.field) or event.button() != Qt.MouseButton.LeftButton:
            return False
        self.hint_clicked.emit(index.data(RECORD_ROLE).id, chip.field)
        return True

    @override
    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """Say what is cut or meant where the pointer is."""
        text = self._tip(option, index, event) if index.isValid() else ""
        QToolTip.showText(event.globalPos(), plain_tip(text), view)
        return bool(text)

    def _tip(self, option: QStyleOptionViewItem, index: Index, event: QHelpEvent) -> str:
        """The chips that do not fit, the words that are cut, or the title when it is."""
        places = self._layout(option, index)
        if places.more and places.more.contains(event.pos()):
            return "\n".join(chip.text for chip in places.hidden)
        under = next((p for p in places.chips if p.rect.contains(event.pos())), None)
        if under and under.cut:
            return under.chip.text
        return self._card(index).title if places.cut else ""

    def _card(self, index: Index) -> Card:
        return card_of(index.data(RECORD_ROLE), self._today(), shared=self._shared())

    def _layout(self, option: QStyleOptionViewItem, index: Index) -> CardLayout:
        rect = option.rect.adjusted(0, 0, 0, -self.gap)
        return plan_layout.lay_out(self._card(index), rect, self.look, option.direction)


def _paint_title(
    painter: QPainter, card: Card, places: CardLayout, look: Look, side: Qt.AlignmentFlag
) -> None:
    paint_handle(painter, places.handle, look)
    token = "text-muted" if card.over else "text"
    paint_lines(painter, look, QRectF(places.title), places.lines, "card", token, side)
    token = "warning" if card.late else "text-muted"
    paint_text(painter, look, QRectF(places.due), card.due, "caption", token, side)


def _paint_state(
    painter: QPainter, card: Card, places: CardLayout, look: Look, side: Qt.AlignmentFlag
) -> None:
    token = STATE_TOKENS[card.state]
    icon = "state-" + card.state.value.replace("_", "-")
    measure = QRectF(places.measure)
    look.paint_icon(painter, icon, QRectF(places.state_icon), plan_layout.STATE_ICON, token)
    paint_text(painter, look, QRectF(places.state), card.state_text, "caption", token, side)
    paint_text(painter, look, measure, places.measure_text, "caption", "text-muted", side)
    if places.bar is not None and card.progress is not None:
        mirror = side == Qt.AlignmentFlag.AlignRight
        paint_progress(painter, look, QRectF(places.bar), card.progress, right_to_left=mirror)


def _paint_chips(painter: QPainter, card: Card, places: CardLayout, look: Look) -> None:
    for placed in places.chips:
        chip = placed.chip
        kind = "quiet" if card.over else chip.kind
        paint_chip(painter, look, _pill(placed.rect, look), chip.text, kind, chip.icon)
    if places.more is not None:
        paint_chip(painter, look, _pill(places.more, look), f"+{len(places.hidden)}")


def _pill(rect: QRect, look: Look) -> QRectF:
    height = chip_height(look)
    return QRectF(rect.left(), rect.center().y() + 1 - height // 2, rect.width(), height)
