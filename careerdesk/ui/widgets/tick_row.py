"""Paints what can be ticked: points of an agenda and promises."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QWidget

from careerdesk.compat import override
from careerdesk.dataclass import dataclass
from careerdesk.i18n import tr
from careerdesk.ui.theme.look import Look
from careerdesk.ui.theme.paint import (
    mark_height,
    mark_width,
    paint_lines,
    paint_private_mark,
    paint_text,
)
from careerdesk.ui.theme.style import paint_tick_box
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.cards import Index, start_side
from careerdesk.ui.widgets.edited_row import EditedRowDelegate
from careerdesk.ui.widgets.record_list import ID_ROLE
from careerdesk.ui.widgets.ticks import WORDS_ROLE, TickWords

BOX = 16
GAP = 9
PADDING = 5
SIDE = 4  # between the edge of a row and its box or words: room for the focus ring and a little air
NOTE_GAP = 12
MOST_LINES = 80  # 2,000 characters, the longest a point can be, on the narrowest column
WIDE = 420
MOST_HEIGHTS = 2_000  # kept, since a list asks for each row's several times
_ANY_WAY = Qt.LayoutDirection.LeftToRight
EDITOR_NAME = "tickRowEdit"


@dataclass(frozen=True, slots=True)
class Places:
    """Where the parts of a row stand; `note` and `mark` are empty where there is none."""

    group: QRect
    box: QRect
    text: QRect
    lines: tuple[str, ...]
    note: QRect
    mark: QRect
    height: int


def line_height(look: Look) -> int:
    """The height of one line of a row's text."""
    return max(look.metrics("body").height() + 1, look.measure(18))


def note_width(words: TickWords, look: Look) -> int:
    """The width that the small words at the right want."""
    strong = look.advance("label", words.lead)
    both = strong + look.advance("caption", words.note)
    return both + 1 if both else 0


def group_height(words: TickWords, look: Look) -> int:
    """The height of a group's name above the first of its rows."""
    return look.row("label", 4, 24) if words.group else 0


def lay_out(words: TickWords, rect: QRect, look: Look, direction: Qt.LayoutDirection) -> Places:
    """Place the parts of a row, from the top of *rect*, in its width."""
    wide = rect.width() >= look.measure(WIDE)
    note, mark = note_width(words, look), mark_width(look, tr("Private")) if words.private else 0
    beside = _beside(note, mark, rect.width(), wide)
    left = rect.left() + SIDE + BOX + GAP
    width = max(40, rect.right() + 1 - SIDE - left - beside)
    top = rect.top() + group_height(words, look) + PADDING
    lines, _ = look.wrapped("body", words.text, width, MOST_LINES)
    line = line_height(look)
    text = QRect(left, top, width, line * len(lines))
    notes = _note_places(rect, text, (note, mark), line, look, wide=wide, beside=beside)
    box = QRect(rect.left() + SIDE, top + (line - BOX) // 2, BOX, BOX)
    group = QRect(rect.left(), rect.top(), rect.width(), group_height(words, look))
    bottom = max(part.bottom() for part in (text, *notes)) + 1
    turned = (QStyle.visualRect(direction, rect, part) for part in (group, box, text))
    sides = (QStyle.visualRect(direction, rect, part) for part in notes)
    group, box, text = turned
    note_rect, mark_rect = sides
    return Places(group, box, text, lines, note_rect, mark_rect, bottom + PADDING - rect.top())


def _beside(note: int, mark: int, row: int, wide: bool) -> int:
    """How much of a row's width the notes at the right take: none where they go below."""
    total = note + (mark + (NOTE_GAP if note else 0) if wide else 0)
    if not total or note > row * (0.42 if wide else 0.34):
        return 0
    return total + NOTE_GAP


def _note_places(
    rect: QRect,
    text: QRect,
    widths: tuple[int, int],
    line: int,
    look: Look,
    *,
    wide: bool,
    beside: int,
) -> tuple[QRect, QRect]:
    """Where the small words and the private mark stand: at the right, else below the text."""
    note, mark = widths
    right, below = rect.right() + 1 - SIDE, text.bottom() + 2
    high = mark_height(look)
    note_rect = QRect(right - note, text.top(), note, line)
    mark_rect = QRect(note_rect.left() - mark - (NOTE_GAP if note else 0),
                      text.top() + (line - high) // 2, mark, high)  # fmt: skip
    if not (wide and beside):
        mark_rect = QRect(text.left(), below, mark, high)
    if note and not beside:
        shift = mark + 8 if mark else 0
        note_rect = QRect(text.left() + shift, below, min(note, text.width() - shift), line)
    return (note_rect if note else QRect(text.topLeft(), QPoint()),
            mark_rect if mark else QRect(text.topLeft(), QPoint()))  # fmt: skip


class TickRowDelegate(EditedRowDelegate):
    """Rows with a tick box; `ticked` carries the id when a box is clicked."""

    ticked = Signal(int)
    editor_name = EDITOR_NAME
    words_at_edge = True

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        """Paint with the look of the theme."""
        super().__init__(theme, view)
        self._heights: dict[tuple[TickWords, int], int] = {}
        theme.changed.connect(self._heights.clear)

    def places(self, rect: QRect, index: Index, direction: Qt.LayoutDirection) -> Places:
        """Where the parts of a row stand in a rectangle."""
        return lay_out(index.data(WORDS_ROLE), rect, self.look, direction)

    @override
    def row_height(self, index: Index, width: int) -> int:
        """As many lines as the words need at this width."""
        return self.height_of_words(index.data(WORDS_ROLE), width)

    def height_of_words(self, words: TickWords, width: int) -> int:
        """The height of a row with these words."""
        height = self._heights.get((words, width))
        if height is None:
            if len(self._heights) > MOST_HEIGHTS:
                self._heights.clear()
            height = lay_out(words, QRect(0, 0, width, 0), self.look, _ANY_WAY).height
            self._heights[words, width] = height
        return height

    @override
    def paint_ground(
        self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Leave the group's heading out of the row's ground."""
        words: TickWords = index.data(WORDS_ROLE)
        below = rect.adjusted(0, group_height(words, self.look), 0, 0)
        super().paint_ground(painter, below, option, index)

    @override
    def paint_ring(
        self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Around the row's ground, beside its words."""
        words: TickWords = index.data(WORDS_ROLE)
        below = rect.adjusted(0, group_height(words, self.look), 0, 0)
        super().paint_ring(painter, below, option, index)

    @override
    def paint_row(
        self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Heading of the group, tick box, words, note and private mark."""
        words: TickWords = index.data(WORDS_ROLE)
        places = self.places(rect.toRect(), index, option.direction)
        align = start_side(option)
        if words.group:
            paint_text(painter, self.look, QRectF(places.group), words.group, "label",
                       "text-muted", align)  # fmt: skip
        paint_tick_box(painter, self.look, QRectF(places.box), words.ticked)
        marked = self.shows_selected(option)
        self._paint_text(painter, words, places, align, marked=marked)
        if words.private:
            paint_private_mark(painter, self.look, QRectF(places.mark), tr("Private"))
        self._paint_note(painter, words, places, align, marked=marked)

    def _paint_text(
        self,
        painter: QPainter,
        words: TickWords,
        places: Places,
        align: Qt.AlignmentFlag,
        *,
        marked: bool,
    ) -> None:
        token = "selection-text" if marked else "text-muted" if words.ticked else "text"
        area = QRectF(places.text)
        paint_lines(painter, self.look, area, places.lines, "body", token, align)

    def _paint_note(
        self,
        painter: QPainter,
        words: TickWords,
        places: Places,
        align: Qt.AlignmentFlag,
        *,
        marked: bool,
    ) -> None:
        token = "selection-text" if marked else "warning" if words.late else "text-muted"
        rect = QRectF(places.note)
        strong = self.look.advance("label", words.lead)
        if words.lead:
            paint_text(painter, self.look, rect, words.lead, "label", token, align)
            mirrored = align == Qt.AlignmentFlag.AlignRight
            rect.adjust(0 if mirrored else strong, 0, -strong if mirrored else 0, 0)
        if words.note:
            paint_text(painter, self.look, rect, words.note, "caption", token, align)

    @override
    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """A click on the box ticks; elsewhere it selects."""
        if isinstance(event, QMouseEvent) and self.on_box(event, option.rect, index):
            if event.type() == QEvent.Type.MouseButtonRelease:
                self.ticked.emit(index.data(ID_ROLE))
            return True
        return super().editorEvent(event, model, option, index)

    def on_box(self, event: QMouseEvent, rect: QRect, index: Index) -> bool:
        """Whether the left button is on the box, which answers over its row's whole height."""
        if event.button() != Qt.MouseButton.LeftButton:
            return False
        places = self.places(rect, index, self._view.layoutDirection())
        reach = places.box.adjusted(-SIDE - 2, 0, GAP - 2, 0)
        x = event.position().toPoint().x()
        return reach.left() <= x <= reach.right()

    @override
    def words_of(self, index: Index) -> str:
        """The words of the row."""
        words: TickWords = index.data(WORDS_ROLE)
        return words.text

    @override
    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Put the editor over the words and the note."""
        places = self.places(option.rect, index, option.direction)
        high = min(places.text.height() + 8, self.look.row("body", 5, 28))
        rect = places.text.united(places.note).adjusted(-8, 0, 0, 0)
        rect.setTop(places.text.top() - 4)
        rect.setHeight(high)
        editor.setGeometry(rect)
