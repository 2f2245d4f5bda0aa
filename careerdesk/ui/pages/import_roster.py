"""What a table would bring in: one manager's reports, each row with its fate, before anything is stored."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from careerdesk.compat import override
from careerdesk.services import importing
from careerdesk.services.importing import Fate, RosterRow
from careerdesk.ui.context import Context
from careerdesk.ui.errors import guard
from careerdesk.ui.texts import Dates, tr
from careerdesk.ui.theme.theme import set_room
from careerdesk.ui.widgets.buttons import FilledButton, OutlinedButton
from careerdesk.ui.widgets.labels import Body, Caption, Muted, Title

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


def fate_word(fate: Fate) -> str:
    """What becomes of a row."""
    return {
        Fate.NEW: tr("New"),
        Fate.UPDATE: tr("Changes"),
        Fate.SAME: tr("Known already"),
        Fate.LEFT: tr("Left the company"),
        Fate.REFUSED: tr("Cannot be read"),
    }[fate]


def field_word(name: str) -> str:
    """A column of the table, in words."""
    return {
        "name": tr("name"), "given_name": tr("first name"), "family_name": tr("last name"),
        "external_id": tr("id"), "email": tr("email"), "title": tr("title"), "team": tr("team"),
        "start_date": tr("start date"), "manager": tr("manager"),
        "left_on": tr("end date"), "status": tr("status"),
    }[name]  # fmt: skip


class PreviewModel(QAbstractTableModel):
    """The rows of a preview; those that come in have a tick that can be taken away."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[RosterRow] = []
        self.chosen: set[int] = set()

    def show_rows(self, rows: list[RosterRow]) -> None:
        """Show other rows; all that can come in are ticked."""
        self.beginResetModel()
        self._rows = rows
        self.chosen = {row.line for row in rows if row.comes_in}
        self.endResetModel()

    @property
    def rows(self) -> list[RosterRow]:
        """What is shown."""
        return self._rows

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else 5

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            titles = (tr("Name"), tr("Title"), tr("Team"), tr("Start date"), tr("What happens"))
            return titles[section]
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.column() == 0 and self._rows[index.row()].comes_in:
            return flags | Qt.ItemFlag.ItemIsUserCheckable
        return flags

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return _cells(row)[index.column()]
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == 0 and row.comes_in:
            ticked = row.line in self.chosen
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        return None

    @override
    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        line = self._rows[index.row()].line
        if Qt.CheckState(value) is Qt.CheckState.Checked:
            self.chosen.add(line)
        else:
            self.chosen.discard(line)
        self.dataChanged.emit(index, index)
        return True


def _cells(row: RosterRow) -> tuple[str, str, str, str, str]:
    person = row.person
    fate = fate_word(row.fate)
    if row.changes:
        fate = f"{fate}: {', '.join(map(field_word, row.changes))}"
    elif row.fate is Fate.REFUSED:
        fate = f"{fate}: {tr(row.why)}"
    if person is None:
        return row.name, "", "", "", fate
    started = Dates.long_day(person.start_date) if person.start_date else ""
    return row.name, person.title, person.team, started, fate


class ImportRoster(QWidget):
    """Chooses the manager and the rows, then imports in one step."""

    done = Signal()

    def __init__(self, ctx: Context, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self.setObjectName("importPage")
        set_room(self, "growth")
        self.title = Title(tr("Import people"), wrap=True)
        self.found = Muted(wrap=True)
        self.managers = QComboBox()
        self.managers.setObjectName("importManager")
        self.managers.setAccessibleName(tr("Manager"))
        self.model = PreviewModel(self)
        self.table = self._table()
        self.count = Caption()
        self.cancel = OutlinedButton(ctx.theme, tr("Cancel"), name="importCancel")
        self.go = FilledButton(ctx.theme, tr("Import"), icon="import", name="importGo")
        self._arrange()
        self.roster = guard(ctx, importing.read_roster, path)
        self._fill(path)
        self._connect()

    def _table(self) -> QTableView:
        table = QTableView()
        table.setObjectName("importTable")
        table.setAccessibleName(tr("Rows of the table"))
        table.setModel(self.model)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(self._ctx.theme.look.row("body", 4, 28))
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        table.horizontalHeader().setStretchLastSection(True)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        for column, width in enumerate((220, 200, 150, 130)):
            table.setColumnWidth(column, self._ctx.theme.look.measure(width))
        return table

    def _arrange(self) -> None:
        chooser = QHBoxLayout()
        chooser.setSpacing(8)
        chooser.addWidget(Body(tr("People who report to")))
        chooser.addWidget(self.managers)
        chooser.addStretch(1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.count)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 16, 28, 16)
        column.setSpacing(12)
        column.addWidget(self.title)
        column.addWidget(self.found)
        column.addLayout(chooser)
        column.addWidget(self.table, 1)
        column.addLayout(buttons)

    def _fill(self, path: Path) -> None:
        roster = self.roster
        self.go.setEnabled(roster is not None)
        if roster is None:
            self.found.setText(tr("Nothing could be read from {name}.").format(name=path.name))
            return
        columns = ", ".join(f"{field_word(key)} ({title})" for key, title in roster.columns.items())
        self.found.setText(
            tr("{name}: {n} rows. Read: {columns}.").format(
                name=path.name, n=len(roster.entries), columns=columns
            )
        )
        self.managers.addItem(tr("Everyone"), None)
        for name, count in roster.managers:
            self.managers.addItem(f"{name} ({count})", name)
        self.managers.setEnabled(bool(roster.managers))
        self._show_rows()

    def _connect(self) -> None:
        self.managers.currentIndexChanged.connect(self._show_rows)
        self.model.dataChanged.connect(self._show_count)
        self.cancel.clicked.connect(self.done)
        self.go.clicked.connect(self._import)

    @Slot()
    def _show_rows(self) -> None:
        if self.roster is None:
            return
        rows = guard(
            self._ctx,
            importing.preview,
            self._ctx.store,
            self.roster,
            self.managers.currentData(),
        )
        self.model.show_rows(rows or [])
        self._show_count()

    @Slot()
    def _show_count(self) -> None:
        count = len(self.model.chosen)
        self.count.setText(
            tr("{n} of {count} rows come in").format(n=count, count=len(self.model.rows))
        )
        words = tr("Import {n} people").format(n=count) if count != 1 else tr("Import 1 person")
        self.go.set_words(words)
        self.go.setEnabled(count > 0)

    @Slot()
    def _import(self) -> None:
        chosen = frozenset(self.model.chosen)
        result = guard(
            self._ctx, importing.apply, self._ctx.store, self.model.rows, chosen, origin=self
        )
        if result is None:
            return
        words = tr("{added} people added, {changed} changed")
        self._ctx.notices.toast(words.format(added=result.added, changed=result.changed), undo=True)
        self.done.emit()

    def focus_first(self) -> None:
        """Put the focus where the manager is chosen."""
        (self.managers if self.managers.isEnabled() else self.table).setFocus()
