"""What a pasted answer would become, row by row: each with a tick that leaves it out."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QSizePolicy, QStyleOptionViewItem, QWidget

from careerdesk.compat import override
from careerdesk.dataclass import dataclass
from careerdesk.i18n import fill, tr
from careerdesk.ui.base.texts import plain_tip
from careerdesk.ui.theme.paint import paint_lines
from careerdesk.ui.theme.style import paint_tick_box
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.cards import Index, start_side
from careerdesk.ui.widgets.record_list import RECORD_ROLE, RecordListModel
from careerdesk.ui.widgets.tick_list import RowAction, TickList
from careerdesk.ui.widgets.tick_row import Places, TickRowDelegate
from careerdesk.ui.widgets.ticks import WORDS_ROLE, TickWords

LEAST_HEIGHT = 96


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """A row in words: what was written, and *target*, what it goes to or why it goes nowhere.

    One that cannot be *taken* is there to be read; *unclear*: because nobody knows what it means.
    """

    id: int
    words: str
    target: str
    taken: bool = True
    ticked: bool = True
    unclear: bool = False


class AnswerModel(RecordListModel[AnswerRow]):
    """Rows are `AnswerRow`s, in the order in which they were written."""

    @override
    def text(self, row: AnswerRow) -> str:
        """What was written."""
        return row.words

    @override
    def spoken(self, row: AnswerRow) -> str:
        """One sentence: what it goes to, what was written, and whether it is taken in."""
        if not row.taken:
            sentence = tr("{target}: {words}. Won't be imported.")
        elif row.ticked:
            sentence = tr("{target}: {words}. Will be imported.")
        else:
            sentence = tr("{target}: {words}. Left out.")
        return fill(sentence, target=row.target, words=row.words.rstrip("."))

    @override
    def tip(self, row: AnswerRow) -> str:
        """All of it, where a part does not fit."""
        return plain_tip(f"{row.words}\n{row.target}")

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What is painted of a row comes as one value."""
        if index.isValid() and index.row() < len(self.rows):
            row = self.rows[index.row()]
            if role == WORDS_ROLE:
                return TickWords(row.words, row.ticked, note=row.target, late=row.unclear)
            if role == Qt.ItemDataRole.CheckStateRole and row.taken:
                return Qt.CheckState.Checked if row.ticked else Qt.CheckState.Unchecked
        return super().data(index, role)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        """What can be taken in has a box."""
        flags = super().flags(index)
        if index.isValid() and self.rows[index.row()].taken:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags


class AnswerDelegate(TickRowDelegate):
    """Words are dim where they are left out; what cannot be taken in has no box."""

    @override
    def paint_row(
        self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Box, words and what they go to."""
        row: AnswerRow = index.data(RECORD_ROLE)
        words: TickWords = index.data(WORDS_ROLE)
        places = self.places(rect.toRect(), index, option.direction)
        align, marked = start_side(option), self.shows_selected(option)
        if row.taken:
            paint_tick_box(painter, self.look, QRectF(places.box), row.ticked)
        self._paint_words(painter, row, places, align, marked=marked)
        self._paint_note(painter, words, places, align, marked=marked)

    def _paint_words(
        self,
        painter: QPainter,
        row: AnswerRow,
        places: Places,
        align: Qt.AlignmentFlag,
        *,
        marked: bool,
    ) -> None:
        dim = row.taken and not row.ticked
        token = "selection-text" if marked else "text-muted" if dim else "text"
        paint_lines(painter, self.look, QRectF(places.text), places.lines, "body", token, align)


class AnswerList(TickList):
    """Space leaves the selected rows out or takes them in; as high as there is room.

    `turned` carries the ids of the rows.
    """

    turned = Signal(list)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        """Start without rows."""
        super().__init__(theme, tr("Items to import"), parent)
        self.setObjectName(name)
        self.answers = AnswerModel(self)
        self.setModel(self.answers)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.tick_wanted.connect(self._turn)

    @override
    def make_delegate(self, theme: Theme) -> AnswerDelegate:
        """One paints all rows."""
        return AnswerDelegate(theme, self)

    @override
    def entries(self) -> list[RowAction]:
        """What can be done with the selected rows."""
        return [RowAction(tr("Include or leave out"), Qt.Key.Key_Space, self.tick_selected)]

    @override
    def sizeHint(self) -> QSize:
        """What there is of room is used: to add the rows up would take long for many."""
        return self.minimumSizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        """A few rows; the others are scrolled to."""
        return QSize(60, LEAST_HEIGHT)

    def _turn(self, ids: list[int]) -> None:
        self.turned.emit(ids)
