"""What points and promises have in common as rows: a box, words, small words at the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Qt

from careerdesk.compat import override
from careerdesk.dataclass import dataclass
from careerdesk.domain.records import AgendaItem, Person, Promise
from careerdesk.i18n import tr
from careerdesk.ui.widgets.record_list import Index, RecordListModel

WORDS_ROLE = Qt.ItemDataRole.UserRole + 3
T = TypeVar("T", bound=AgendaItem | Promise)


@dataclass(frozen=True, slots=True)
class TickWords:
    """A row in words: `lead` and `note` stand at its right, `group` names what begins here."""

    text: str
    ticked: bool = False
    lead: str = ""
    note: str = ""
    late: bool = False
    private: bool = False
    group: str = ""


class TickModel(RecordListModel[T], Generic[T]):
    """Rows that can be ticked and renamed. What was ticked here stays until `forget_ticked`."""

    def __init__(self, today: Callable[[], date], parent: QObject | None = None) -> None:
        """Start without rows; *today* gives the day that late is seen from."""
        super().__init__(parent)
        self._today = today
        self._ticked: dict[int, T] = {}
        self.person = Person()

    def words(self, place: int) -> TickWords:
        """A row in words; a subclass says what stands beside them."""
        row = self.rows[place]
        return TickWords(row.text, self.is_ticked(row))

    def is_ticked(self, row: T) -> bool:
        """Whether a row is done with: here by a tick of this check-in, else by what is stored."""
        return row.id in self._ticked

    def in_order(self, rows: Sequence[T]) -> list[T]:
        """The rows as they are shown: as they come, unless a subclass says otherwise."""
        return list(rows)

    def keep_ticked(self, row: T) -> None:
        """Keep showing a row that was ticked just now, though it is open no more."""
        self._ticked[row.id] = row

    def change_ticked(self, record_id: int, **fields: Any) -> None:
        """Show other words of a row that was ticked here: it is read no more."""
        if record_id in self._ticked:
            self._ticked[record_id] = replace(self._ticked[record_id], **fields)

    def forget_ticked(self, ids: Sequence[int] | None = None) -> None:
        """Show only what is open, or forget these alone."""
        for key in list(self._ticked) if ids is None else ids:
            self._ticked.pop(key, None)

    def show(self, person: Person, rows: Sequence[T]) -> None:
        """Show what is open with this person, and what was ticked here."""
        if person.id != self.person.id:
            self._begin(person, rows)
            return
        renamed = person != self.person
        self.person = person
        there = {row.id for row in rows}
        kept = [row for row in self._ticked.values() if row.id not in there]
        self.forget_ticked([row.id for row in rows if not self.is_ticked(row)])
        self.set_rows(self.in_order([*rows, *kept]))
        if renamed:
            self.say_again()

    def _begin(self, person: Person, rows: Sequence[T]) -> None:
        """Show someone else: no row has anything to do with those before."""
        self.forget_ticked()
        self.person = person
        self.reset_rows(self.in_order(rows))

    def say_again(self) -> None:
        """Tell the views that every row may read differently: another day, other neighbours."""
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, 0))

    @override
    def text(self, row: T) -> str:
        """The words alone."""
        return row.text

    @override
    def spoken(self, row: T) -> str:
        """Heading, words, note, and whether it is ticked."""
        words = self.words(self.row_of(row.id))
        parts = [words.group, words.text, words.lead + words.note]
        parts.append(tr("ticked") if words.ticked else tr("open"))
        line = ", ".join(part for part in parts if part)
        return tr("Private: {name}", name=line) if words.private else line

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """All that is painted of a row comes as one value."""
        if role == WORDS_ROLE and index.isValid():
            return self.words(index.row())
        return super().data(index, role)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every row can be renamed in place."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.isValid() else flags
