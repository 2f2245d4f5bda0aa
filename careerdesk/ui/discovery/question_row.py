"""Paints a question of the bank: its words, and how long ago it was asked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem

from careerdesk.compat import override
from careerdesk.domain.text import one_line
from careerdesk.domain.views import AskedQuestion
from careerdesk.i18n import tr
from careerdesk.ui.base.texts import Dates
from careerdesk.ui.theme.look import Look
from careerdesk.ui.theme.paint import paint_text
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.cards import Index, RowDelegate, is_selected, start_side
from careerdesk.ui.widgets.record_list import RECORD_ROLE

LEAST_WORDS = 20


def asked_text(asked: AskedQuestion, today: date) -> str:
    """How long ago a question was asked."""
    if asked.last_asked is None:
        return tr("never asked") if asked.why is None else tr("suggested")
    return Dates.ago(asked.last_asked, today)


class QuestionRowDelegate(RowDelegate):
    """Shows an `AskedQuestion` as one line."""

    def __init__(self, theme: Theme, today: Callable[[], date], view: QAbstractItemView) -> None:
        """Paint dates as seen on the day that *today* gives."""
        super().__init__(theme, view)
        self._today = today

    @override
    def row_height(self, index: Index, width: int) -> int:
        """One line of body text."""
        return self.look.row("body", 5, self.look.measure(29))

    @override
    def paint_row(
        self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """The question, and when it was asked last."""
        asked: AskedQuestion = index.data(RECORD_ROLE)
        look, side = self.look, start_side(option)
        words = asked_text(asked, self._today())
        text, when = _places(option, words, look)
        selected = is_selected(option)
        muted = "selection-text" if selected else "text-muted"
        token = "selection-text" if selected else "text"
        question = one_line(asked.words)
        paint_text(painter, look, QRectF(when), words, "caption", muted, side)
        paint_text(painter, look, QRectF(text), question, "body", token, side)


def _places(option: QStyleOptionViewItem, words: str, look: Look) -> tuple[QRect, QRect]:
    row = option.rect.adjusted(10, 0, -10, 0)
    width = look.advance("caption", words) + 1
    when = QRect(row.right() + 1 - width, row.top(), width, row.height())
    room = max(LEAST_WORDS, when.left() - 12 - row.left())
    text = QRect(row.left(), row.top(), room, row.height())
    mirrored = QStyle.visualRect
    return mirrored(option.direction, row, text), mirrored(option.direction, row, when)
