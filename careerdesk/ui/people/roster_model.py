"""The preview of a roster as a table: who it is, what happens, and what for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from careerdesk.compat import override
from careerdesk.domain.records import Person, PersonStatus
from careerdesk.i18n import tr
from careerdesk.services.importing import RosterRow, RowOutcome
from careerdesk.ui.base.texts import MIDDLE_DOT, Dates, plain_tip, remark_words

NAME, ROW_OUTCOME, START, TITLE, TEAM = range(5)  # a day is read beside what happens
COMES_IN_ROLE = Qt.ItemDataRole.UserRole + 1

Index = QModelIndex | QPersistentModelIndex
_NAMES = {"given_name", "family_name", "preferred_name"}
_UNNAMED = {"archived_on", "leave_from", "leave_until"}  # said by what happens, and by the status
_NOWHERE = QModelIndex()
_READ = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class RosterModel(QAbstractTableModel):
    """Rows of a preview; what comes in has a tick that can be taken away."""

    ticked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[RosterRow] = ()
        self._chosen: set[int] = set()
        self._said: dict[int, bool] = {}  # by line, what the user wants of it

    def show_rows(self, rows: Sequence[RosterRow]) -> None:
        """Show these rows; all that can come in are ticked, but those that are only offered.

        What was ticked or not by hand stays so when the same rows are judged again; after none at
        all they are other ones.
        """
        self.beginResetModel()
        said = self._said = self._said if rows else {}
        self._rows = rows
        self._chosen = {
            row.line for row in rows if row.comes_in and said.get(row.line, row.is_chosen)
        }
        self.endResetModel()
        self.ticked.emit()

    @property
    def rows(self) -> Sequence[RosterRow]:
        """What is shown."""
        return self._rows

    @property
    def chosen(self) -> frozenset[int]:
        """The lines that are ticked."""
        return frozenset(self._chosen)

    def toggle(self, row: int) -> None:
        """Tick a row that can come in, or take its tick away."""
        found = self._rows[row]
        if not found.comes_in:
            return
        self._chosen ^= {found.line}
        self._said[found.line] = found.line in self._chosen
        index = self.index(row, NAME)
        self.dataChanged.emit(index, index)
        self.ticked.emit()

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """The rows; a row has none below it."""
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Name, what happens, start date, title and team."""
        return 0 if parent.isValid() else 5

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        """Names of people that come in have a tick box."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        box = index.column() == NAME and self._rows[index.row()].comes_in
        return _READ | Qt.ItemFlag.ItemIsUserCheckable if box else _READ

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words, tooltip, tick and spoken sentence of a cell."""
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return _words(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(_words(row, column))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{_words(row, NAME)}, {_row_outcome(row)}" if column == NAME else None
        if role == Qt.ItemDataRole.CheckStateRole:
            return self._tick(row) if column == NAME else None
        return row.comes_in if role == COMES_IN_ROLE else None

    def _tick(self, row: RosterRow) -> Qt.CheckState | None:
        if not row.comes_in:
            return None
        ticked = row.line in self._chosen
        return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked

    @override
    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Turn whether a person comes in."""
        if role != Qt.ItemDataRole.CheckStateRole or index.column() != NAME:
            return False
        self.toggle(index.row())
        return True

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The headings of the columns."""
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        titles = (tr("Name"), tr("Result"), tr("Start date"), tr("Title"), tr("Team"))
        return titles[section]


def row_outcome_word(row_outcome: RowOutcome) -> str:
    """What becomes of a row, in a word."""
    return {
        RowOutcome.NEW: tr("New"),
        RowOutcome.UPDATE: tr("Changed"),
        RowOutcome.BACK: tr("Will be restored from the archive"),
        RowOutcome.ARCHIVE: tr("Left the company; will be archived"),
        RowOutcome.SAME: tr("No changes"),
        RowOutcome.LEFT: tr("Left the company"),
        RowOutcome.REFUSED: tr("Not imported"),
    }[row_outcome]


def field_word(key: str) -> str:
    """The name of a column that is understood."""
    return {
        "name": tr("name"),
        "given_name": tr("given name"),
        "family_name": tr("family name"),
        "preferred_name": tr("preferred name"),
        "pronouns": tr("pronouns"),
        "external_id": tr("ID"),
        "email": tr("email"),
        "title": tr("title"),
        "team": tr("team"),
        "start_date": tr("start date"),
        "manager": tr("manager"),
        "left_on": tr("last day"),
        "status": tr("status"),
        "active": tr("active"),
        "gone": tr("no longer employed"),
        "on_leave": tr("on leave"),
    }[key]


def _words(row: RosterRow, column: int) -> str:
    if column == NAME:
        return row.name or tr("line {n}", n=row.line)
    if column == ROW_OUTCOME:
        return _row_outcome(row)
    return _said(row.person, column) if row.person is not None else ""


def _row_outcome(row: RosterRow) -> str:
    """What happens, what changes or why not, and what was doubtful in the row."""
    parts = [_happens(row), *map(remark_words, row.notes)]
    return MIDDLE_DOT.join(parts)


def _happens(row: RosterRow) -> str:
    if row.outcome is RowOutcome.REFUSED:
        return f"{row_outcome_word(row.outcome)}: {remark_words(row.why)}"
    if row.offered:
        return tr("Archived; tick to restore")
    if row.outcome is RowOutcome.NEW and row.person and row.person.status is PersonStatus.ON_LEAVE:
        return tr("New, on leave")
    changes = _changed(row)
    return (
        f"{row_outcome_word(row.outcome)}: {', '.join(changes)}"
        if changes
        else row_outcome_word(row.outcome)
    )


def _changed(row: RosterRow) -> list[str]:
    """What changes, each word once; a new name with the one before it."""
    if row.outcome is RowOutcome.ARCHIVE:
        return []
    person = row.person
    later = person is not None and person.status is PersonStatus.FUTURE
    unnamed = _NAMES | _UNNAMED | ({"status"} if later else set())  # a first day to come says it
    words = [field_word(key) for key in row.changes if key not in unnamed]
    if _NAMES & set(row.changes):
        name = tr("name (was {name})", name=row.was) if row.was else tr("name")
        words.insert(0, name)
    return words


def _said(person: Person, column: int) -> str:
    if column == START:
        return Dates.long_day(person.start_date) if person.start_date else ""
    return person.title if column == TITLE else person.team
