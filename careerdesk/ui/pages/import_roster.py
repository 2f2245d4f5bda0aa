"""Bringing people in from a table: which columns were found, whose reports, each row's fate."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from careerdesk.compat import override
from careerdesk.domain.errors import UserError
from careerdesk.domain.roster import Roster
from careerdesk.services import importing
from careerdesk.services.importing import Fate, ImportResult, RosterRow
from careerdesk.ui import names
from careerdesk.ui.base.errors import guard, sentence, try_action
from careerdesk.ui.base.holders import is_discarded
from careerdesk.ui.base.task import Task
from careerdesk.ui.context import Context
from careerdesk.ui.delegates.roster_cell import RosterCellDelegate
from careerdesk.ui.models.roster import FATE, RosterModel, field_word
from careerdesk.ui.texts import MIDDLE_DOT, number, tr
from careerdesk.ui.theme.theme import Theme, set_room
from careerdesk.ui.widgets.buttons import FilledButton, OutlinedButton
from careerdesk.ui.widgets.drop_down import DropDown
from careerdesk.ui.widgets.labels import Body, Caption, Muted, SmallLabel, Title, plain_tip

WIDEST = 1_040
WIDTHS = (190, 160, 150, 112)
AIR = 16  # beside the words of a cell
EVERYONE = None
NOBODY = ""  # no row has an empty manager's name to choose


class PreviewTable(QTableView):
    """The rows; Space or Return takes a tick away, Tab leaves the table."""

    def __init__(self, theme: Theme, model: RosterModel, label: str, handle: str) -> None:
        super().__init__()
        self._roster = model
        self._least_fate = 0
        self.setModel(model)
        self.setItemDelegate(RosterCellDelegate(theme, self))
        self.setObjectName(handle)
        self.setAccessibleName(label)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        head.setStretchLastSection(True)

    def fit(self, widths: Sequence[int], row_height: int) -> None:
        """Give rows and columns their sizes; the last column takes what is left."""
        self.verticalHeader().setDefaultSectionSize(row_height)
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)
        self._least_fate = widths[FATE]
        self.fit_fate()

    def fit_fate(self) -> None:
        """Give the words on what happens to a row their room; what is beyond them scrolls."""
        wanted = min(self.sizeHintForColumn(FATE) + AIR, self.viewport().width())
        self.setColumnWidth(FATE, max(self._least_fate, wanted))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the words anew."""
        super().resizeEvent(event)
        self.fit_fate()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.currentIndex().isValid():
                self._roster.toggle(self.currentIndex().row())
        else:
            super().keyPressEvent(event)


class FileName(Body):
    """The name of a file; the tooltip has all of its path."""

    def __init__(self, path: Path) -> None:
        super().__init__(path.name, wrap=True)
        self._path = path
        self.setToolTip(plain_tip(str(path)))

    def full_text(self) -> str:
        """The whole path."""
        return str(self._path)


class ImportRoster(QWidget):
    """Shows what a roster would bring; `done` comes when it is in, or is not wanted."""

    done = Signal()

    def __init__(self, ctx: Context, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._roster: Roster | None = None
        self.setObjectName(names.IMPORT_PAGE)
        set_room(self, "growth")
        self.file = FileName(path)
        self.columns = Muted(tr("Reading the table…"), wrap=True)
        self.whose = SmallLabel(tr("Whose reports"), self)
        self.manager: DropDown | None = None
        self._choice = QVBoxLayout()
        self.model = RosterModel(self)
        self.table = PreviewTable(ctx.theme, self.model, tr("What comes in"), names.IMPORT_TABLE)
        self.told = Caption(wrap=True)
        self.apply = FilledButton(ctx.theme, tr("Import"), name=names.IMPORT_APPLY)
        self.cancel = OutlinedButton(ctx.theme, tr("Cancel"), name=names.IMPORT_CANCEL)
        self.reading = Task(partial(importing.read_roster, path), "roster")
        self._arrange()
        self._connect()
        self.reading.start()

    def _arrange(self) -> None:
        look = self._ctx.theme.look
        self.table.fit([*map(look.measure, WIDTHS)], look.row("body", 6, 30))
        self.apply.setEnabled(False)
        self.whose.hide()
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.apply)
        buttons.addWidget(self.cancel)
        buttons.addSpacing(8)
        buttons.addWidget(self.told, 1)
        holder = QWidget()
        holder.setMaximumWidth(look.measure(WIDEST))
        column = QVBoxLayout(holder)
        column.setContentsMargins(28, 16, 28, 20)
        column.setSpacing(8)
        column.addWidget(Title(tr("Import people")))
        column.addWidget(self.file)
        column.addWidget(self.columns)
        column.addSpacing(8)
        column.addLayout(self._choice)
        column.addWidget(self.table, 1)
        column.addLayout(buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(holder, 1)
        row.addStretch(0)

    def _connect(self) -> None:
        self.reading.finished.connect(self._read)
        self.reading.failed.connect(self._refuse)
        self.model.ticked.connect(self._count)
        self.apply.clicked.connect(self._import)
        self.cancel.clicked.connect(self.done)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.done.emit()
        else:
            super().keyPressEvent(event)

    def focus_first(self) -> None:
        """Put the focus where a manager is chosen, or on the rows."""
        (self.manager or self.table).setFocus()

    @Slot(object)
    def _refuse(self, error: BaseException) -> None:
        if is_discarded(self):  # the page was left while a slow disk was read
            return
        words = tr("The table could not be read. Save it as CSV again, or choose another file.")
        if isinstance(error, UserError):
            words = sentence(error)
        self._ctx.notices.banner(names.PROBLEM, "warning", words)
        self.done.emit()

    @Slot(object)
    def _read(self, roster: Roster) -> None:
        if is_discarded(self):  # the page was left while a slow disk was read
            return
        self._roster = roster
        found = (f"{field_word(key)} ({title})" for key, title in roster.columns.items())
        self.columns.setText(tr("Columns found: {columns}").format(columns=", ".join(found)))
        if roster.managers:
            self._offer_managers(roster)
        else:
            self._preview(EVERYONE)
        self.focus_first()

    def _offer_managers(self, roster: Roster) -> None:
        options: list[tuple[object, str]] = [(NOBODY, tr("Choose a manager"))]
        for manager, count in roster.managers:
            options.append((manager, f"{manager} ({number(count, 0)})"))
        everyone = tr("Everyone in the table ({n})").format(n=len(roster.entries))
        options.append((EVERYONE, everyone))
        picker = DropDown(self._ctx.theme, options, tr("Whose reports"), name=names.IMPORT_MANAGER)
        picker.setMaximumWidth(self._ctx.theme.look.measure(360))
        picker.picked.connect(self._preview)
        self.whose.setBuddy(picker)
        self._choice.addWidget(self.whose)
        self._choice.addWidget(picker)
        self.whose.show()
        picker.show()  # at once: what is not seen yet takes no focus
        self.manager = picker
        QWidget.setTabOrder(picker, self.table)
        only = [manager for manager, _ in roster.managers]
        picker.set_value(only[0] if len(only) == 1 else NOBODY)
        self._preview(picker.value())

    @Slot(object)
    def _preview(self, manager: object) -> None:
        rows: Sequence[RosterRow] | None = ()
        if self._roster is not None and manager != NOBODY:
            wanted = None if manager is EVERYONE else str(manager)
            rows = guard(self._ctx, importing.preview, self._ctx.store, self._roster, wanted)
        self.model.show_rows(rows or ())
        self.table.fit_fate()

    @Slot()
    def _count(self) -> None:
        chosen = len(self.model.chosen)
        self.apply.setEnabled(chosen > 0)
        words = tr("Import 1 person") if chosen == 1 else tr("Import {n} people").format(n=chosen)
        self.apply.set_words(words if chosen else tr("Import"))
        self.told.setText(self._summary())

    def _summary(self) -> str:
        if self.manager is not None and self.manager.value() == NOBODY:
            return tr("Choose whose reports come in.")
        counts = dict.fromkeys(Fate, 0)
        for row in self.model.rows:
            counts[row.fate] += 1
        words = {
            Fate.NEW: tr("{n} new"), Fate.UPDATE: tr("{n} with changes"),
            Fate.SAME: tr("{n} known already"), Fate.LEFT: tr("{n} left the company"),
            Fate.REFUSED: tr("{n} left out"),
        }  # fmt: skip
        return MIDDLE_DOT.join(words[fate].format(n=n) for fate, n in counts.items() if n)

    @Slot()
    def _import(self) -> None:
        chosen, rows = self.model.chosen, self.model.rows
        result = try_action(
            self._ctx, importing.apply, self._ctx.store, rows, chosen, origin=self
        ).value
        if result is not None:
            self._ctx.notices.toast(result_words(result), undo=True)
            self.done.emit()


def result_words(result: ImportResult) -> str:
    """What was brought in, in a sentence."""
    one, many = tr("1 person added"), tr("{n} people added").format(n=result.added)
    parts = [one if result.added == 1 else many] if result.added else []
    if result.changed:
        parts.append(tr("{n} changed").format(n=result.changed))
    return ", ".join(parts)
