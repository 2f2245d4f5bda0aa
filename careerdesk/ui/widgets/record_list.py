"""A list of records that changes row by row, so that selection, scroll and editors survive."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from careerdesk.compat import override
from careerdesk.domain.records import Record

RECORD_ROLE = Qt.ItemDataRole.UserRole + 1
ID_ROLE = Qt.ItemDataRole.UserRole + 2

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class HasId(Protocol):
    """Anything with an id that is its own in the list."""

    @property
    def id(self) -> int:
        """The id."""
        ...


T = TypeVar("T", bound=HasId)


if TYPE_CHECKING:
    _Base = QAbstractItemModel
else:

    class _Base:
        """Nothing: the model, mixed in after this, brings the Qt class."""


class ChangingRows(_Base, Generic[T]):
    """Mix in before a list or a table; `set_rows` changes it by the fewest signals."""

    last_column = 0
    _rows: list[T]
    _wanted: tuple[list[T], bool] | None = None
    _changing = False

    @property
    def rows(self) -> Sequence[T]:
        """What is shown, in order."""
        return self._rows

    def id_at(self, row: int) -> int:
        """The id of the record in a row."""
        return self._rows[row].id

    def row_of(self, record_id: int) -> int:
        """The row of a record, or -1."""
        return next((n for n, found in enumerate(self._rows) if found.id == record_id), -1)

    def rows_of(self, record_ids: Container[int]) -> list[int]:
        """The rows of those records that are here, in order; all rows are looked at once."""
        return [n for n, found in enumerate(self._rows) if found.id in record_ids]

    def record(self, index: Index) -> T:
        """The record of a valid index."""
        return self._rows[index.row()]

    def set_rows(self, rows: Sequence[T]) -> None:
        """Show *rows*: what left is removed, what came is inserted, the rest moves or changes.

        A view that hears of one row may well ask for all of them to be read again. Then the
        newest rows are shown once this change is through, and the call inside comes back at once.
        """
        self._show_next(list(rows), anew=False)

    def reset_rows(self, rows: Sequence[T]) -> None:
        """Show *rows*, of which none has to do with those before; else as `set_rows`."""
        self._show_next(list(rows), anew=True)

    def _show_next(self, rows: list[T], *, anew: bool) -> None:
        self._wanted = (rows, anew)
        if self._changing:
            return
        self._changing = True
        try:
            while self._wanted is not None:
                (wanted, reset), self._wanted = self._wanted, None
                (self._reset if reset else self._turn_into)(wanted)
        finally:
            self._changing, self._wanted = False, None

    def _reset(self, rows: list[T]) -> None:
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def _turn_into(self, wanted: list[T]) -> None:
        if wanted and not {row.id for row in self._rows} & {row.id for row in wanted}:
            self._replace_all(wanted)
            return
        self._remove_missing({row.id for row in wanted})
        known = {row.id for row in self._rows}
        for stays, some in groupby(enumerate(wanted), lambda pair: pair[1].id in known):
            if stays:
                self._settle(some)
            else:
                self._insert(list(some))

    def _replace_all(self, rows: list[T]) -> None:
        """Nobody stays: two signals do."""
        if self._rows:
            self.beginRemoveRows(_NOWHERE, 0, len(self._rows) - 1)
            self._rows = []
            self.endRemoveRows()
        self.beginInsertRows(_NOWHERE, 0, len(rows) - 1)
        self._rows = rows
        self.endInsertRows()

    def _remove_missing(self, kept: set[int]) -> None:
        end = len(self._rows)
        while end:
            start = end - 1
            if self._rows[start].id not in kept:
                while start and self._rows[start - 1].id not in kept:
                    start -= 1
                self.beginRemoveRows(_NOWHERE, start, end - 1)
                del self._rows[start:end]
                self.endRemoveRows()
            end = start

    def _settle(self, placed: Iterable[tuple[int, T]]) -> None:
        """Bring each row that is here to its place; what changed side by side is said at once."""
        first = last = -1
        for place, row in placed:
            if self._rows[place].id != row.id:
                self._say_changed(first, last)
                first = -1
                self._bring(next(n for n, one in enumerate(self._rows) if one.id == row.id), place)
            if self._rows[place] != row:
                self._rows[place] = row
                if first >= 0 and last != place - 1:
                    self._say_changed(first, last)
                    first = -1
                first, last = (place if first < 0 else first), place
        self._say_changed(first, last)

    def _say_changed(self, first: int, last: int) -> None:
        if first >= 0:
            self.dataChanged.emit(self.index(first, 0), self.index(last, self.last_column))

    def _insert(self, placed: Sequence[tuple[int, T]]) -> None:
        """Insert rows that stand together, by one signal: a view lays all out for each."""
        first, last = placed[0][0], placed[-1][0]
        self.beginInsertRows(_NOWHERE, first, last)
        self._rows[first:first] = [row for _, row in placed]
        self.endInsertRows()

    def _bring(self, source: int, target: int) -> None:
        self.beginMoveRows(_NOWHERE, source, source, _NOWHERE, target)
        self._rows.insert(target, self._rows.pop(source))
        self.endMoveRows()


class RecordListModel(ChangingRows[T], QAbstractListModel):
    """Rows with ids; `set_rows` turns the old list into the new one by the fewest signals.

    `holds` is the kind of record whose ids they are; what of it an undo brings back is selected.
    """

    holds: type[Record] | None = None

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[T] = []

    def text(self, row: T) -> str:
        """What a row says in a word; a subclass says it."""
        return str(row)

    def spoken(self, row: T) -> str:
        """The whole row as one sentence for a screen reader."""
        return self.text(row)

    def tip(self, _row: T) -> str | None:
        """What a tooltip adds; nothing if None."""
        return None

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """The rows; a row has none below it."""
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Record, id, words and spoken sentence of a row."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == RECORD_ROLE:
            return row
        if role == ID_ROLE:
            return row.id
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken(row)
        return self.tip(row) if role == Qt.ItemDataRole.ToolTipRole else None
