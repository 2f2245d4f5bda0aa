"""Paints what drives a person: handle, place, name and how many goals it feeds."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from careerdesk.compat import override
from careerdesk.domain.views import MotivatorView
from careerdesk.ui.delegates.plan_card import (
    is_dragged,
    paint_frame,
    paint_handle,
    reading_side,
)
from careerdesk.ui.delegates.plan_words import one_line
from careerdesk.ui.models.record_list import RECORD_ROLE
from careerdesk.ui.texts import number, tr
from careerdesk.ui.theme.look import Look
from careerdesk.ui.theme.paint import paint_text
from careerdesk.ui.theme.theme import Theme

Index = QModelIndex | QPersistentModelIndex
GAP = 6


@dataclass(frozen=True, slots=True)
class RowPlaces:
    """Where the parts of a motivator stand."""

    card: QRect
    handle: QRect
    place: QRect
    name: QRect
    goals: QRect


def goals_text(view: MotivatorView) -> str:
    """How many goals a motivator is behind."""
    count = view.item_count
    if not count:
        return tr("no goal yet")
    return tr("1 goal") if count == 1 else tr("{n} goals").format(n=count)


def lay_out(
    view: MotivatorView,
    place: int,
    rect: QRect,
    look: Look,
    direction: Qt.LayoutDirection,
) -> RowPlaces:
    """Place the parts of a motivator in the rectangle of its row."""
    card = rect.adjusted(0, 0, 0, -GAP)
    goals_width = look.metrics("caption").horizontalAdvance(goals_text(view)) + 1
    place_width = max(look.measure(12), look.metrics("strong").horizontalAdvance(number(place)))
    handle = QRect(card.left() + 6, card.top(), 16, card.height())
    digits = QRect(handle.right() + 9, card.top(), place_width, card.height())
    goals = QRect(card.right() - 9 - goals_width, card.top(), goals_width, card.height())
    start = digits.right() + 9
    name = QRect(start, card.top(), max(20, goals.left() - 8 - start), card.height())
    parts = (QStyle.visualRect(direction, card, p) for p in (handle, digits, name, goals))
    return RowPlaces(card, *parts)


class MotivatorRowDelegate(QStyledItemDelegate):
    """Shows a `MotivatorView` as a small card with its place in the ranking."""

    def __init__(self, theme: Theme, parent: QAbstractItemView) -> None:
        """Paint with the look of the theme."""
        super().__init__(parent)
        self._theme = theme

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        look = self._theme.look
        return QSize(0, look.row("body", 8, look.measure(35)) + GAP)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view: MotivatorView = index.data(RECORD_ROLE)
        look = self._theme.look
        places = lay_out(view, index.row() + 1, option.rect, look, option.direction)
        painter.save()
        painter.setLayoutDirection(option.direction)
        paint_frame(painter, places.card, option, look, is_dragged(option.widget, index))
        _paint_words(painter, view, index.row() + 1, places, look)
        painter.restore()

    @override
    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        view: MotivatorView = index.data(RECORD_ROLE)
        places = lay_out(view, 1, option.rect, self._theme.look, option.direction)
        editor.setGeometry(places.name.united(places.goals).adjusted(-6, 3, 4, -3))


def _paint_words(
    painter: QPainter, view: MotivatorView, place: int, places: RowPlaces, look: Look
) -> None:
    align = reading_side(painter)
    paint_handle(painter, places.handle, look)
    paint_text(painter, look, QRectF(places.place), number(place), "strong", "growth", align)
    name = one_line(view.motivator.name)
    paint_text(painter, look, QRectF(places.name), name, "body", "text", align)
    goals = goals_text(view)
    paint_text(painter, look, QRectF(places.goals), goals, "caption", "text-muted", align)
