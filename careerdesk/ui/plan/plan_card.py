"""Paints the goals of a plan as cards; the words and the places come from its neighbours."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QToolTip

from careerdesk.compat import override
from careerdesk.domain.views import ItemView
from careerdesk.ui.base.state_tokens import STATE_TOKENS
from careerdesk.ui.base.texts import plain_tip
from careerdesk.ui.plan import plan_layout
from careerdesk.ui.plan.plan_layout import CardLayout
from careerdesk.ui.plan.plan_words import Card, card_of, never
from careerdesk.ui.theme.look import Look
from careerdesk.ui.theme.paint import (
    paint_chip,
    paint_chip_lines,
    paint_lines,
    paint_progress,
    paint_text,
)
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.cards import (
    CardDelegate,
    Index,
    is_hovered,
    is_selected,
    start_side,
)
from careerdesk.ui.widgets.drag_picture import paint_handle
from careerdesk.ui.widgets.per_record import PerRecord
from careerdesk.ui.widgets.record_list import RECORD_ROLE
from careerdesk.ui.widgets.sparkline import Line, paint_sparkline


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
        self._cards = PerRecord[Card]()
        self._heights = PerRecord[int]()

    @override
    def row_height(self, index: Index, width: int) -> int:
        """The height of the card; kept, since a list asks often."""
        view: ItemView = index.data(RECORD_ROLE)
        look, today, shared = self.look, self._today(), self._shared()

        def measure() -> int:
            return plan_layout.card_height(self._card_of(view, today, shared), width, look)

        return self._heights.of(view, (width, shared), (look, today), measure)

    @override
    def paint_row(
        self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Title, due day, state, progress and chips; where one looks closer, all hints."""
        card = self._card(index)
        closer = is_selected(option) or is_hovered(option)
        places = plan_layout.lay_out(
            card, rect.toRect(), self.look, option.direction, closer=closer
        )
        side = start_side(option)
        _paint_title(painter, card, places, self.look, side)
        _paint_state(painter, card, places, self.look, side)
        _paint_chips(painter, card, places, self.look, side)

    @override
    def released(self, event: QMouseEvent, option: QStyleOptionViewItem, index: Index) -> bool:
        """A click on a hint asks for the field that cures it."""
        chip = self._layout(option, index).chip_at(event.position().toPoint())
        if not (chip and chip.field):
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
        """What is meant by a hint or a line, what does not fit, or the title when it is cut."""
        places, card = self._layout(option, index), self._card(index)
        if places.more and places.more.contains(event.pos()):
            return "\n".join(chip.text for chip in places.hidden)
        under = next((p for p in places.chips if p.rect.contains(event.pos())), None)
        if under is not None:
            return under.chip.tip or (under.chip.text if under.cut else "")
        if places.moved and places.moved.contains(event.pos()):
            return card.moved_words
        return card.title if places.cut else ""

    def _card(self, index: Index) -> Card:
        return self._card_of(index.data(RECORD_ROLE), self._today(), self._shared())

    def _card_of(self, view: ItemView, today: date, shared: bool) -> Card:
        return self._cards.of(view, shared, today, lambda: card_of(view, today, shared=shared))

    def _layout(self, option: QStyleOptionViewItem, index: Index) -> CardLayout:
        """Where everything is on a card under the pointer."""
        rect = option.rect.adjusted(0, 0, 0, -self.gap)
        return plan_layout.lay_out(
            self._card(index), rect, self.look, option.direction, closer=True
        )


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
    if places.moved is not None:
        room = QRectF(places.moved).adjusted(0, 3, 0, -3)
        line = Line(card.moved, "text-muted" if card.over else "growth")
        paint_sparkline(painter, look, room, [line], zero=False)
    for label in places.labels:
        paint_text(painter, look, QRectF(label.rect), label.text, "caption", "text-muted", side)


def _paint_chips(
    painter: QPainter, card: Card, places: CardLayout, look: Look, side: Qt.AlignmentFlag
) -> None:
    for placed in places.chips:
        kind = "quiet" if card.over else placed.chip.kind
        words = placed.lines, kind, placed.chip.icon
        paint_chip_lines(painter, look, QRectF(placed.rect), *words, align=side)
    if places.more is not None:
        paint_chip(painter, look, QRectF(places.more), f"+{len(places.hidden)}")
