"""The board of a review cycle: people in rows, what is done for each in columns."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from careerdesk.compat import override
from careerdesk.domain.names import folded
from careerdesk.domain.reviews.stages import FULL, Cell, Column, Mark, Stage, columns, deadline
from careerdesk.i18n import tr
from careerdesk.services.reviews.cycles import CycleView
from careerdesk.services.reviews.reviews import BoardRow
from careerdesk.ui.base.texts import Dates, plain_tip
from careerdesk.ui.reviews.board.cell_words import (
    CellWords,
    cell_words,
    left_out_words,
    row_sentence,
)
from careerdesk.ui.reviews.parts.words import heading_word
from careerdesk.ui.widgets.record_list import ID_ROLE, RECORD_ROLE, ChangingRows

WORDS_ROLE = Qt.ItemDataRole.UserRole + 3
PERSON = 0
COLUMNS: tuple[Column | None, ...] = (None, *FULL)
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_PRESSING = {Mark.LATE: 0, Mark.NOW: 1, Mark.NOT_YET: 2, Mark.DONE: 3}


class Order(StrEnum):
    """How the board is ordered, besides by one of its columns."""

    RAIL = "rail"
    NAME = "name"


class BoardModel(ChangingRows[BoardRow], QAbstractTableModel):
    """Rows are `BoardRow`s in the chosen order; who is left out always comes last.

    `columns` are those of the cycle that is shown; another kind of cycle resets the model.
    """

    last_column = len(FULL)

    def __init__(self, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._rows: list[BoardRow] = []
        self.columns = COLUMNS
        self._all: Sequence[BoardRow] = ()
        self._cycle: CycleView | None = None
        self._today = date.min
        self._words = ""
        self._order: Order | Column = Order.RAIL

    def show_board(self, cycle: CycleView, rows: Sequence[BoardRow], today: date) -> None:
        """Show a cycle's people."""
        again = self._cycle is None or self._cycle.cycle != cycle.cycle or today != self._today
        self._cycle, self._all, self._today = cycle, rows, today
        self._settle_columns((None, *columns(cycle.cycle)))
        self._settle_rows()
        if again:
            self._say_all_changed()

    def _settle_columns(self, wanted: tuple[Column | None, ...]) -> None:
        if wanted == self.columns:
            return
        self.beginResetModel()
        self._rows, self.columns, self.last_column = [], wanted, len(wanted) - 1
        if self._order not in (Order.RAIL, Order.NAME, *wanted):
            self._order = Order.RAIL
        self.endResetModel()

    def _say_all_changed(self) -> None:
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.last_column)
        if self._rows:
            last = self.index(len(self._rows) - 1, self.last_column)
            self.dataChanged.emit(self.index(0, 0), last)

    def show_filtered(self, words: str) -> None:
        """Show those people alone whose name has these words."""
        self._words = folded(words)
        self._settle_rows()

    @property
    def order(self) -> Order | Column:
        """How it is ordered; by a column that a cycle has not, it goes back to the rail."""
        return self._order

    def order_by(self, order: Order | Column) -> None:
        """Order by the rail, by name, or by a column: what is late comes first."""
        self._order = order
        self._settle_rows()

    def _settle_rows(self) -> None:
        found = [row for row in self._all if self._words in folded(row.person.name)]
        self.set_rows(sorted(found, key=self._place))

    def _place(self, row: BoardRow) -> tuple[object, ...]:
        """Where a row stands; rows of one place stay in the order of the rail."""
        out = row.facts.stage is Stage.LEFT_OUT
        if out or self._order is Order.RAIL:
            return (out,)
        if self._order is Order.NAME:
            return out, folded(row.person.name)
        cell = row.cells[self.columns.index(Column(self._order)) - 1]
        return out, _PRESSING[cell.mark], -cell.late_days, cell.on or date.min

    @property
    def all_rows(self) -> Sequence[BoardRow]:
        """Everyone, also who is filtered away."""
        return self._all

    def row_of_person(self, person_id: int) -> int:
        """The row of a person, or -1."""
        return next((n for n, row in enumerate(self._rows) if row.person.id == person_id), -1)

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """The people; a row has none below it."""
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """The person and the columns of the board."""
        return 0 if parent.isValid() else len(self.columns)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Row, id, words and spoken sentence of a cell."""
        if not index.isValid() or index.row() >= len(self._rows) or self._cycle is None:
            return None
        row = self._rows[index.row()]
        if role in (RECORD_ROLE, ID_ROLE):
            return row if role == RECORD_ROLE else row.id
        ask = {
            WORDS_ROLE: self.words,
            Qt.ItemDataRole.DisplayRole: self._shown,
            Qt.ItemDataRole.AccessibleTextRole: self._spoken,
            Qt.ItemDataRole.ToolTipRole: self._tip,
        }.get(role)
        return ask(row, index.column()) if ask else None

    def cell(self, row: BoardRow, column: int) -> Cell | None:
        """A cell of a row; none for the person and for who is left out."""
        return row.cells[column - 1] if column != PERSON and row.cells else None

    def words(self, row: BoardRow, column: int) -> CellWords | None:
        """What a cell says; None where there is none."""
        cell = self.cell(row, column)
        if cell is None or self._cycle is None:
            return None
        return cell_words(row, cell, self._cycle, self._today)

    def _shown(self, row: BoardRow, column: int) -> str:
        if column == PERSON:
            return row.person.name
        words = self.words(row, column)
        return words.words if words else left_out_words(row)

    def _spoken(self, row: BoardRow, column: int) -> str:
        words = self.words(row, column)
        if words is None or self._cycle is None:
            return row_sentence(row, self._cycle, self._today) if self._cycle else ""
        return f"{row.person.name}, {self.heading(column)[0]}: {words.spoken}"

    def _tip(self, row: BoardRow, column: int) -> str:
        words = self.words(row, column)
        if column == PERSON or words is None:
            left = left_out_words(row) if row.facts.stage is Stage.LEFT_OUT else ""
            return plain_tip("\n".join(filter(None, (row.person.name, left))))
        return plain_tip(words.spoken)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The name of a column, with its deadline on a second line."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return "\n".join(self.heading(section))
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            name, *until = self.heading(section)
            return tr("{name}, due {day}", name=name, day=until[0]) if until else name
        return None

    def heading(self, section: int) -> list[str]:
        """The name of a column, and its deadline if it has one."""
        column = self.columns[section]
        if column is None or self._cycle is None:
            return [tr("Person")]
        due = deadline(self._cycle.cycle, column)
        return [
            heading_word(column, self._cycle.cycle),
            *([Dates.short_date(due, self._today)] if due else []),
        ]
