"""Paints the goals of a plan as cards; the words and the places come from its neighbours."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from careerdesk.compat import override
from careerdesk.ui.delegates import plan_layout
from careerdesk.ui.delegates.plan_layout import CardLayout
from careerdesk.ui.delegates.plan_words import STATE_TOKENS, Card, card_of
from careerdesk.ui.models.record_list import RECORD_ROLE
from careerdesk.ui.theme.look import Look
from careerdesk.ui.theme.paint import (
    chip_height,
    paint_card,
    paint_chip,
    paint_plate,
    paint_progress,
    paint_text,
)
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.labels import plain_tip

Index = QModelIndex | QPersistentModelIndex
FADED = 0.35
HANDLE_OPACITY = 0.75


class PlanCardDelegate(QStyledItemDelegate):
    """Shows an `ItemView` as a card; a click on a hint says which field cures it."""

    hint_clicked = Signal(int, str)

    def __init__(self, theme: Theme, today: Callable[[], date], parent: QAbstractItemView) -> None:
        """Paint with the look of the theme, dates as seen on the day that *today* gives."""
        super().__init__(parent)
        self._theme = theme
        self._today = today

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        look = self._theme.look
        width = self._width(option)
        lines, _ = plan_layout.title_lines(self._card(index), width, look)
        return QSize(width, plan_layout.card_height(look, len(lines)))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, card = self._theme.look, self._card(index)
        places = plan_layout.lay_out(card, option.rect, look, option.direction)
        dragged = is_dragged(option.widget, index)
        painter.save()
        painter.setLayoutDirection(option.direction)
        paint_frame(painter, places.card, option, look, dragged)
        _paint_title(painter, card, places, look)
        _paint_state(painter, card, places, look)
        _paint_chips(painter, card, places, look)
        painter.restore()

    @override
    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        if event.type() == QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
            chip = self._layout(option, index).chip_at(event.position().toPoint())
            if chip and chip.field and event.button() == Qt.MouseButton.LeftButton:
                self.hint_clicked.emit(index.data(RECORD_ROLE).item.id, chip.field)
                return True
        return super().editorEvent(event, model, option, index)

    @override
    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        text = self.tool_tip(option, index, event) if index.isValid() else ""
        QToolTip.showText(event.globalPos(), text, view)
        return bool(text)

    def tool_tip(self, option: QStyleOptionViewItem, index: Index, event: QHelpEvent) -> str:
        """What the pointer hears: the chips that do not fit, or the title when it is cut."""
        places = self._layout(option, index)
        if places.more and places.more.contains(event.pos()):
            return plain_tip("\n".join(chip.text for chip in places.hidden))
        cut = next((p for p in places.chips if p.rect.contains(event.pos())), None)
        if cut and cut.cut:
            return plain_tip(cut.chip.text)
        return plain_tip(self._card(index).title) if places.cut else ""

    def _card(self, index: Index) -> Card:
        return card_of(index.data(RECORD_ROLE), self._today())

    def _layout(self, option: QStyleOptionViewItem, index: Index) -> CardLayout:
        look = self._theme.look
        return plan_layout.lay_out(self._card(index), option.rect, look, option.direction)

    def _width(self, option: QStyleOptionViewItem) -> int:
        view = self.parent()
        if isinstance(view, QAbstractItemView):
            return view.viewport().width()
        return option.rect.width()


def is_dragged(widget: QWidget | None, index: Index) -> bool:
    """Whether the row is on its way to another place just now."""
    dragged = getattr(widget, "is_dragged", None)
    return bool(dragged and dragged(index))


def paint_frame(
    painter: QPainter,
    frame: QRect,
    option: QStyleOptionViewItem,
    look: Look,
    dragged: bool,
) -> None:
    """The edge and the ground of a card in a list: selected, under the pointer, on its way."""
    if dragged:
        painter.setOpacity(FADED)
        paint_plate(painter, QRectF(frame), look.colour.raised, look.colour.line, dashed=True)
        return
    selected = bool(option.state & QStyle.StateFlag.State_Selected)
    hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
    paint_card(painter, look, QRectF(frame), selected=selected, hovered=hovered)


def paint_handle(painter: QPainter, rect: QRect, look: Look) -> None:
    """The six dots that say: can be dragged."""
    opacity = painter.opacity()
    painter.setOpacity(opacity * HANDLE_OPACITY)
    look.paint_icon(painter, "handle", QRectF(rect), plan_layout.HANDLE)
    painter.setOpacity(opacity)


def _paint_title(painter: QPainter, card: Card, places: CardLayout, look: Look) -> None:
    paint_handle(painter, places.handle, look)
    token = "text-muted" if card.over else "text"
    height = plan_layout.title_line(look)
    align = reading_side(painter)
    for number, text in enumerate(places.lines):
        line = QRectF(places.title.left(), places.title.top() + number * height,
                      places.title.width(), height)  # fmt: skip
        paint_text(painter, look, line, text, "card", token, align)
    token = "warning" if card.late else "text-muted"
    paint_text(painter, look, QRectF(places.due), card.due, "caption", token, align)


def _paint_state(painter: QPainter, card: Card, places: CardLayout, look: Look) -> None:
    token = STATE_TOKENS[card.state]
    icon = "state-" + card.state.value.replace("_", "-")
    align = reading_side(painter)
    look.paint_icon(painter, icon, QRectF(places.state_icon), plan_layout.STATE_ICON, token)
    paint_text(painter, look, QRectF(places.state), card.state_text, "caption", token, align)
    paint_text(
        painter,
        look,
        QRectF(places.measure),
        places.measure_text,
        "caption",
        "text-muted",
        align,
    )
    if places.bar is not None and card.progress is not None:
        mirror = align == Qt.AlignmentFlag.AlignRight
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


def reading_side(painter: QPainter) -> Qt.AlignmentFlag:
    """The side of a line where reading starts."""
    mirror = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
    return Qt.AlignmentFlag.AlignRight if mirror else Qt.AlignmentFlag.AlignLeft
