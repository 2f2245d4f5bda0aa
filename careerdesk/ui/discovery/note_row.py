"""Paints a discovery note in the history: the day, the question, how the answer begins."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem

from careerdesk.compat import override
from careerdesk.domain.views import NoteView
from careerdesk.i18n import tr
from careerdesk.ui.base.texts import Dates
from careerdesk.ui.discovery.notes import NoteModel, beginning, heading
from careerdesk.ui.theme.paint import (
    mark_height,
    mark_width,
    paint_private_mark,
    paint_text,
)
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.cards import Index, RowDelegate, is_selected, start_side
from careerdesk.ui.widgets.record_list import RECORD_ROLE

DATE_COLUMN = 92
SIDE = 10


class NoteRowDelegate(RowDelegate):
    """Shows a `NoteView` on two lines; a private reading is marked, never shown.

    Below the day stands that an answer came in writing.
    """

    def __init__(self, theme: Theme, today: Callable[[], date], view: QAbstractItemView) -> None:
        """Paint dates as seen on the day that *today* gives."""
        super().__init__(theme, view)
        self._today = today

    @override
    def row_height(self, index: Index, width: int) -> int:
        """Two lines."""
        return self._line() * 2 + 12

    def _line(self) -> int:
        return round(self.look.metrics("body").height() * 1.2)

    @override
    def paint_row(
        self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """The day, what was asked, how the answer begins, and the private mark."""
        view: NoteView = index.data(RECORD_ROLE)
        look, side = self.look, start_side(option)
        selected = is_selected(option)
        muted = "selection-text" if selected else "text-muted"
        token = "selection-text" if selected else "text"
        model = index.model()
        marked = isinstance(model, NoteModel) and model.has_mark(view)
        when, title, words, mark = self._places(rect.toRect(), option, marked=marked)
        day = Dates.short_day(view.note.asked_on, self._today())
        paint_text(painter, look, QRectF(when), day, "caption", muted, side)
        if view.note.in_writing:
            below = QRectF(when).translated(0, self._line())
            paint_text(painter, look, below, tr("in writing"), "caption", muted, side)
        paint_text(painter, look, QRectF(title), heading(view), "strong", token, side)
        paint_text(painter, look, QRectF(words), beginning(view), "body", muted, side)
        if mark is not None:
            paint_private_mark(painter, look, QRectF(mark), tr("Private"))

    def _places(
        self, row: QRect, option: QStyleOptionViewItem, *, marked: bool
    ) -> tuple[QRect, QRect, QRect, QRect | None]:
        line = self._line()
        column = self.look.measure(DATE_COLUMN)
        left = row.left() + SIDE + column
        when = QRect(row.left() + SIDE, row.top() + 6, column - 8, line)
        room = row.right() - SIDE - left
        mark = None
        if marked:
            width, height = mark_width(self.look, tr("Private")), mark_height(self.look)
            top = row.top() + 6 + (line - height) // 2
            mark = QRect(row.right() - SIDE - width, top, width, height)
            room = mark.left() - 10 - left
        title = QRect(left, row.top() + 6, room, line)
        words = QRect(left, row.top() + 6 + line, row.right() - SIDE - left, line)
        mirror = option.direction
        return (
            QStyle.visualRect(mirror, row, when),
            QStyle.visualRect(mirror, row, title),
            QStyle.visualRect(mirror, row, words),
            QStyle.visualRect(mirror, row, mark) if mark else None,
        )
