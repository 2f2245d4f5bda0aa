"""Paints a question of the bank: its words, and how long ago it was asked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from careerdesk.compat import override
from careerdesk.domain.views import AskedQuestion
from careerdesk.ui.delegates.plan_card import reading_side
from careerdesk.ui.delegates.plan_words import one_line
from careerdesk.ui.models.record_list import RECORD_ROLE
from careerdesk.ui.texts import Dates, tr
from careerdesk.ui.theme.look import Look
from careerdesk.ui.theme.paint import paint_plate, paint_text
from careerdesk.ui.theme.theme import Theme

Index = QModelIndex | QPersistentModelIndex


def asked_text(asked: AskedQuestion, today: date) -> str:
    """How long ago a question was asked."""
    if asked.last_asked is None:
        return tr("never asked")
    return Dates.ago(asked.last_asked, today)


class QuestionRowDelegate(QStyledItemDelegate):
    """Shows an `AskedQuestion` as one line."""

    def __init__(self, theme: Theme, today: Callable[[], date], parent: QAbstractItemView) -> None:
        """Paint with the look of the theme, dates as seen on the day that *today* gives."""
        super().__init__(parent)
        self._theme = theme
        self._today = today

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        look = self._theme.look
        return QSize(0, look.row("body", 5, look.measure(29)))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        asked: AskedQuestion = index.data(RECORD_ROLE)
        look = self._theme.look
        painter.save()
        painter.setLayoutDirection(option.direction)
        selected = _paint_ground(painter, option, look)
        words = asked_text(asked, self._today())
        text, when = _places(option, words, look)
        align = reading_side(painter)
        muted = "selection-text" if selected else "text-muted"
        paint_text(painter, look, QRectF(when), words, "caption", muted, align)
        token = "selection-text" if selected else "text"
        line = one_line(asked.question.text)
        paint_text(painter, look, QRectF(text), line, "body", token, align)
        painter.restore()


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem, look: Look) -> bool:
    selected = bool(option.state & QStyle.StateFlag.State_Selected)
    hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
    if selected or hovered:
        ground = look.colour.selection if selected else look.hover("surface")
        paint_plate(painter, QRectF(option.rect), ground, radius=6)
    return selected


def _places(option: QStyleOptionViewItem, words: str, look: Look) -> tuple[QRect, QRect]:
    row = option.rect.adjusted(10, 0, -10, 0)
    width = look.metrics("caption").horizontalAdvance(words) + 1
    when = QRect(row.right() + 1 - width, row.top(), width, row.height())
    text = QRect(row.left(), row.top(), max(20, when.left() - 12 - row.left()), row.height())
    return (
        QStyle.visualRect(option.direction, option.rect, text),
        QStyle.visualRect(option.direction, option.rect, when),
    )
