"""Paints a sentence, and below it what can be said of it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QWidget

from careerdesk.compat import override
from careerdesk.dataclass import dataclass
from careerdesk.ui.theme.look import Look
from careerdesk.ui.theme.paint import paint_lines, paint_plate, paint_text
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.cards import Index, start_side
from careerdesk.ui.widgets.edited_row import EditedRowDelegate
from careerdesk.ui.widgets.record_list import RECORD_ROLE
from careerdesk.ui.widgets.tick_row import line_height

PADDING, SIDE, GAP, AIR = 6, 4, 6, 8
MOST_LINES = 6


class Choice(NamedTuple):
    """Something that can be said of a row; one that `edits` lets its sentence be typed first."""

    key: Hashable
    word: str
    edits: bool = False


@dataclass(frozen=True, slots=True)
class ChoiceRow:
    """A sentence, what was chosen for it (None: nothing yet), and how that is spoken."""

    id: int
    title: str
    chosen: Hashable = None
    spoken: str = ""
    faded: bool = False


@dataclass(frozen=True, slots=True)
class Places:
    """Where the sentence stands, line by line, and below it the choices."""

    text: QRect
    lines: tuple[str, ...]
    choices: dict[Hashable, QRect]
    height: int


def lay_out(
    title: str, choices: Sequence[Choice], rect: QRect, look: Look, direction: Qt.LayoutDirection
) -> Places:
    """Place a row from the top of *rect*, in its width."""
    width = max(60, rect.width() - 2 * SIDE)
    lines, _ = look.wrapped("body", title, width, MOST_LINES)
    line = line_height(look)
    text = QRect(rect.left() + SIDE, rect.top() + PADDING, width, line * len(lines))
    top, high = text.bottom() + 1 + 2, look.row("caption", 3, 22)
    left = rect.left() + SIDE
    places = {}
    for choice in choices:
        wide = look.advance("caption", choice.word) + 2 * AIR
        places[choice.key] = QStyle.visualRect(direction, rect, QRect(left, top, wide, high))
        left += wide + GAP
    height = top + high + PADDING - rect.top()
    return Places(QStyle.visualRect(direction, rect, text), lines, places, height)


class ChoiceRowDelegate(EditedRowDelegate):
    """Shows `ChoiceRow`s, whose sentences can be edited in place."""

    longest = 200
    words_at_edge = True

    def __init__(
        self,
        theme: Theme,
        choices: Callable[[], Sequence[Choice]],
        parent: QAbstractItemView,
        *,
        editor_name: str,
        label: str,
    ) -> None:
        """*choices* are the same for every row; *label* is what the line to edit is called."""
        super().__init__(theme, parent)
        self.choices = choices
        self.editor_name = editor_name
        self._label = label

    def places(self, rect: QRect, index: Index, direction: Qt.LayoutDirection) -> Places:
        """Where the parts of a row stand."""
        row: ChoiceRow = index.data(RECORD_ROLE)
        return lay_out(row.title, self.choices(), rect, self.look, direction)

    @override
    def row_height(self, index: Index, width: int) -> int:
        """As many lines as the sentence needs, and one for the choices."""
        return self.places(QRect(0, 0, width, 0), index, Qt.LayoutDirection.LeftToRight).height

    @override
    def paint_row(
        self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """The sentence, and the choices with the one that was made."""
        row: ChoiceRow = index.data(RECORD_ROLE)
        places = self.places(rect.toRect(), index, option.direction)
        marked = self.shows_selected(option)
        token = "selection-text" if marked else "text-muted" if row.faded else "text"
        area, side = QRectF(places.text), start_side(option)
        paint_lines(painter, self.look, area, places.lines, "body", token, side)
        for choice in self.choices():
            place = QRectF(places.choices[choice.key])
            self._paint_choice(painter, place, choice, chosen=choice.key == row.chosen,
                               marked=marked)  # fmt: skip

    def _paint_choice(
        self, painter: QPainter, rect: QRectF, choice: Choice, *, chosen: bool, marked: bool
    ) -> None:
        look = self.look
        if chosen:
            edge = look.colour.growth if look.high_contrast else None
            paint_plate(painter, rect, look.colour.growth_soft, edge, radius=rect.height() / 2)
        token = "growth" if chosen else "selection-text" if marked else "text-muted"
        centre = Qt.AlignmentFlag.AlignHCenter
        paint_text(painter, look, rect, choice.word, "caption", token, centre)

    @override
    def words_of(self, index: Index) -> str:
        """The sentence."""
        row: ChoiceRow = index.data(RECORD_ROLE)
        return row.title

    @override
    def editor_label(self) -> str:
        """What is typed."""
        return self._label

    @override
    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Put the line over the sentence."""
        places = self.places(option.rect, index, option.direction)
        high = self.look.row("body", 5, 28)
        editor.setGeometry(places.text.left() - SIDE, max(0, places.text.top() - 5),
                           places.text.width() + 2 * SIDE, high)  # fmt: skip
