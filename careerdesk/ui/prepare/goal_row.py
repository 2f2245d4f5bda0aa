"""Paints a goal of a brief on one line: state, title, why it is named."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem

from careerdesk.compat import override
from careerdesk.ui.base.goal_words import STATE_TOKENS
from careerdesk.ui.base.texts import state_word
from careerdesk.ui.prepare.goals import GoalRow
from careerdesk.ui.theme.look import Look
from careerdesk.ui.theme.paint import paint_text
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.cards import Index, RowDelegate, is_selected, start_side
from careerdesk.ui.widgets.record_list import RECORD_ROLE

ICON = 14
GAP = 9
PADDING = 5
MOST_LINES = 6
SIDE = 2


class GoalRowDelegate(RowDelegate):
    """Shows `GoalRow`s; long titles wrap."""

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        """Paint with the look of the theme."""
        super().__init__(theme, view)
        self._heights: dict[int, tuple[GoalRow, int, int]] = {}
        theme.changed.connect(self._heights.clear)

    @override
    def row_height(self, index: Index, width: int) -> int:
        """As many lines as the title needs at this width; remembered, since a list asks often."""
        row: GoalRow = index.data(RECORD_ROLE)
        known = self._heights.get(index.row())
        if known is not None and known[0] is row and known[1] == width:
            return known[2]
        height = max(28, len(self._lines(row, width)) * _line(self.look) + 2 * PADDING)
        self._heights[index.row()] = (row, width, height)
        return height

    @override
    def paint_ground(
        self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Show a selection only while the list has the focus."""
        shown = QStyleOptionViewItem(option)
        if not self._view.hasFocus():
            shown.state &= ~QStyle.StateFlag.State_Selected
        super().paint_ground(painter, rect, shown, index)

    @override
    def paint_row(
        self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """State, title over its lines, and why the brief names the goal."""
        row: GoalRow = index.data(RECORD_ROLE)
        look, area, align = self.look, rect.toRect(), start_side(option)
        line, top = _line(look), area.top() + PADDING
        left, token = area.left() + SIDE, STATE_TOKENS[row.state]
        state = _width(look, state_word(row.state))
        why = _width(look, row.why)
        icon = QRect(left, top, ICON, line)
        word = QRect(icon.right() + 6, top, state, line)
        words = QRect(area.right() + 1 - SIDE - why, top, why, line)
        start = left + self._title_at(row)
        title = QRect(start, top, max(40, words.left() - 12 - start), line)
        turn = [QStyle.visualRect(option.direction, area, part) for part in (icon, word, words)]
        look.paint_icon(painter, _icon(row), QRectF(turn[0]), ICON, token)
        paint_text(painter, look, QRectF(turn[1]), state_word(row.state), "caption", token, align)
        marked = is_selected(option) and self._view.hasFocus()
        muted = "selection-text" if marked else "warning" if row.warned else "text-muted"
        paint_text(painter, look, QRectF(turn[2]), row.why, "caption", muted, align)
        for place, text in enumerate(self._lines(row, area.width())):
            there = title.translated(0, place * line)
            there = QStyle.visualRect(option.direction, area, there)
            paint_text(
                painter,
                look,
                QRectF(there),
                text,
                "body",
                "selection-text" if marked else "text",
                align,
            )

    def _title_at(self, row: GoalRow) -> int:
        return ICON + 6 + _width(self.look, state_word(row.state)) + GAP

    def _lines(self, row: GoalRow, width: int) -> tuple[str, ...]:
        room = width - 2 * SIDE - self._title_at(row) - _width(self.look, row.why) - 12
        return self.look.wrapped("body", row.title, max(40, room), MOST_LINES)[0]


def _line(look: Look) -> int:
    return max(look.metrics("body").height() + 1, look.measure(18))


def _width(look: Look, words: str) -> int:
    return look.advance("caption", words) + 2


def _icon(row: GoalRow) -> str:
    return "state-" + row.state.value.replace("_", "-")
