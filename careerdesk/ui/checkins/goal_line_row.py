"""Paints the plan of a running check-in: a line for each goal, and the parts below it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem

from careerdesk.compat import override
from careerdesk.dataclass import dataclass
from careerdesk.ui.base.state_tokens import STATE_TOKENS
from careerdesk.ui.checkins.goal_lines import GoalLine, Part
from careerdesk.ui.theme.look import Look
from careerdesk.ui.theme.paint import paint_lines, paint_text
from careerdesk.ui.theme.style import paint_tick_box
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.cards import (
    Index,
    QuietRowDelegate,
    is_mirrored,
    start_side,
)
from careerdesk.ui.widgets.record_list import RECORD_ROLE
from careerdesk.ui.widgets.tick_row import line_height

SIDE = 4  # as much as the focus ring needs, and a little air
CHEVRON = 14
MARK = 14
BOX = 16
GAP = 8
INDENT = CHEVRON + 4 + MARK - BOX  # the marks of parts end where those of goals do
PADDING = 5
FOLDED_LINES, MOST_LINES = 2, 6
LEAST_TEXT = 60


@dataclass(frozen=True, slots=True)
class Places:
    """Where the parts of a row stand; `chevron` and `end` are empty where there is none."""

    chevron: QRect
    mark: QRect
    text: QRect
    lines: tuple[str, ...]
    end: QRect
    height: int


def lay_out(row: GoalLine, rect: QRect, look: Look, direction: Qt.LayoutDirection) -> Places:
    """Place the parts of a row, from the top of *rect*, in its width."""
    line = line_height(look)
    goal = row.part is Part.GOAL
    left = rect.left() + SIDE + (0 if goal else INDENT)
    top = rect.top() + PADDING
    chevron = QRect(left, top, CHEVRON if goal else 0, line)
    wide = MARK if goal else BOX
    mark = QRect(left + (CHEVRON + 4 if goal else 0), top, wide, line)
    start = mark.right() + 1 + GAP
    end_width = _end_width(row, look)
    end = QRect(rect.right() + 1 - SIDE - end_width, top, end_width, line)
    width, lines = _words(row, rect.width(), look)
    text = QRect(start, top, width, line * len(lines))
    chevron, mark, words, end = (
        QStyle.visualRect(direction, rect, part) for part in (chevron, mark, text, end)
    )
    return Places(chevron, mark, words, lines, end, text.height() + 2 * PADDING)


def height_of(row: GoalLine, width: int, look: Look) -> int:
    """The height of a row in that width, as `lay_out` says it; nothing is placed for it."""
    _, lines = _words(row, width, look)
    return line_height(look) * len(lines) + 2 * PADDING


def _words(row: GoalLine, width: int, look: Look) -> tuple[int, tuple[str, ...]]:
    """How wide the words may be in a row of that width, and their lines."""
    goal = row.part is Part.GOAL
    before = SIDE + (CHEVRON + 4 + MARK if goal else INDENT + BOX) + GAP
    end = _end_width(row, look)
    wide = max(LEAST_TEXT, width - before - SIDE - (end + GAP if end else 0))
    most = FOLDED_LINES if goal and not row.unfolded else MOST_LINES
    return wide, look.wrapped(_role(row), row.text, wide, most)[0]


def _role(row: GoalLine) -> str:
    return "strong" if row.part is Part.GOAL and row.unfolded else "body"


def _end_width(row: GoalLine, look: Look) -> int:
    value = look.advance("strong", row.value) + 4 if row.value else 0
    note = look.advance("caption", row.note) + 2 if row.note else 0
    return value + note


class GoalLineDelegate(QuietRowDelegate):
    """Shows `GoalLine`s."""

    words_at_edge = True

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        """Paint with the look of the theme."""
        super().__init__(theme, view)
        self._heights: dict[int, tuple[tuple[str, str, str, bool], int]] = {}  # of rows by their id
        self._measured: tuple[Look, int] | None = None

    def places(self, rect: QRect, index: Index, direction: Qt.LayoutDirection) -> Places:
        """Where the parts of a row stand in a rectangle."""
        return lay_out(index.data(RECORD_ROLE), rect, self.look, direction)

    @override
    def row_height(self, index: Index, width: int) -> int:
        """Two lines at most for a folded goal, as many as the words need for what is unfolded.

        Remembered for one look and width, as list and layout ask for every row several times.
        """
        if self._measured != (self.look, width):
            self._measured, self._heights = (self.look, width), {}
        row: GoalLine = index.data(RECORD_ROLE)
        says = (row.text, row.value, row.note, row.unfolded)
        known = self._heights.get(row.id)
        if known is None or known[0] != says:
            known = self._heights[row.id] = (says, max(28, height_of(row, width, self.look)))
        return known[1]

    @override
    def paint_row(
        self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Mark, words, and at the end the state or the value."""
        row: GoalLine = index.data(RECORD_ROLE)
        places = self.places(rect.toRect(), index, option.direction)
        marked = self.shows_selected(option)
        self._paint_marks(painter, row, places, mirrored=is_mirrored(option))
        align = start_side(option)
        token = "selection-text" if marked else _text_token(row)
        area = QRectF(places.text)
        paint_lines(painter, self.look, area, places.lines, _role(row), token, align)
        self._paint_end(painter, row, places, align, marked=marked)

    def _paint_marks(
        self, painter: QPainter, row: GoalLine, places: Places, *, mirrored: bool
    ) -> None:
        look, mark = self.look, QRectF(places.mark)
        if row.part is Part.GOAL:
            folded = "chevron-left" if mirrored else "chevron-right"
            chevron = "chevron-down" if row.unfolded else folded
            look.paint_icon(painter, chevron, QRectF(places.chevron), CHEVRON)
            icon = state_icon(row)
            look.paint_icon(painter, icon, mark, MARK, STATE_TOKENS[row.goal.state])
        elif row.ticked is not None:
            box = QRectF(0, 0, BOX, BOX)
            box.moveCenter(mark.center())
            paint_tick_box(painter, look, box, row.ticked)
        else:
            icon, token = _ICONS[row.part], "warning" if row.late else "text-muted"
            look.paint_icon(painter, icon, mark, MARK, token)

    def _paint_end(
        self,
        painter: QPainter,
        row: GoalLine,
        places: Places,
        align: Qt.AlignmentFlag,
        *,
        marked: bool,
    ) -> None:
        area = QRectF(places.end)
        if row.value:
            token = "selection-text" if marked else "text"
            wide = self.look.advance("strong", row.value) + 4
            paint_text(painter, self.look, area, row.value, "strong", token, align)
            mirrored = align == Qt.AlignmentFlag.AlignRight
            area.adjust(0 if mirrored else wide, 0, -wide if mirrored else 0, 0)
        if row.note:
            state = row.part is Part.GOAL
            token = STATE_TOKENS[row.goal.state] if state else "text-muted"
            token = "warning" if row.late else token
            token = "selection-text" if marked else token
            paint_text(painter, self.look, area, row.note, "caption", token, align)


_ICONS = {Part.RESULT: "key-result", Part.NEW_STEP: "plus", Part.DUE: "calendar"}


def state_icon(row: GoalLine) -> str:
    """The shape of a goal's state."""
    return "state-" + row.goal.state.value.replace("_", "-")


def _text_token(row: GoalLine) -> str:
    if row.late and row.part is Part.DUE:
        return "warning"
    quiet = row.part in (Part.NEW_STEP, Part.DUE) or (row.part is Part.STEP and row.ticked)
    return "text-muted" if quiet else "text"
