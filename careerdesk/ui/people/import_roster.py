"""Bringing people in from a table: which columns were found, whose reports, each row's outcome."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.domain.errors import UserError
from careerdesk.domain.parts import Part, Parts
from careerdesk.domain.records import Person
from careerdesk.domain.roster import Roster
from careerdesk.domain.roster_encodings import Decoded
from careerdesk.i18n import Counting, fill, tr, trn
from careerdesk.services import importing
from careerdesk.services.importing import ImportResult, RosterRow, RowOutcome
from careerdesk.services.store import Changes
from careerdesk.ui.base import names
from careerdesk.ui.base.alive import Alive
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import Outcome, sentence, try_in_parts, try_read
from careerdesk.ui.base.holders import is_discarded
from careerdesk.ui.base.new_people import usual_rhythm
from careerdesk.ui.base.page import StandalonePage
from careerdesk.ui.base.task import Task
from careerdesk.ui.base.texts import MIDDLE_DOT, Dates, number, plain_tip
from careerdesk.ui.base.turns import End, Turns
from careerdesk.ui.people.roster_found import RosterFound
from careerdesk.ui.people.roster_model import RosterModel
from careerdesk.ui.people.roster_table import PreviewTable
from careerdesk.ui.theme.theme import set_area
from careerdesk.ui.widgets.buttons import FilledButton, OutlinedButton
from careerdesk.ui.widgets.drop_down import DropDown
from careerdesk.ui.widgets.labels import Body, Caption, SmallLabel, Title
from careerdesk.ui.widgets.progress import Progress, part_words

WIDEST = 1_040
WIDTHS = (190, 160, 132, 150)
EVERYONE = None
NOBODY = ""  # no row has an empty manager's name to choose


class FileName(Body):
    """The name of a file; the tooltip has all of its path."""

    def __init__(self, path: Path) -> None:
        super().__init__(path.name, wrap=True)
        self._path = path
        self.setToolTip(plain_tip(str(path)))

    def full_text(self) -> str:
        """The whole path."""
        return str(self._path)


class ImportRoster(StandalonePage):
    """Shows what a roster would bring; `done` comes when it is in, or is not wanted.

    `imported` comes before that if there are new people.
    """

    done = Signal()
    imported = Signal()

    def __init__(self, ctx: Context, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._path = path
        self._roster: Roster | None = None
        self.setObjectName(names.IMPORT_PAGE)
        set_area(self, "growth")
        self.file = FileName(path)
        self.found = RosterFound(ctx.theme, self)
        self.columns = self.found.columns
        self.whose = SmallLabel(tr("Manager"), self)
        self.manager: DropDown | None = None
        self._choice = QVBoxLayout()
        self.model = RosterModel(self)
        self.table = PreviewTable(ctx.theme, self.model, tr("People to import"), names.IMPORT_TABLE)
        self.told = Caption(wrap=True)
        self.bar = Progress(ctx.theme, names.IMPORT_BAR)
        self._looking: Turns | None = None
        self.apply = FilledButton(ctx.theme, tr("Import"), name=names.IMPORT_APPLY)
        self.cancel = OutlinedButton(ctx.theme, tr("Cancel"), name=names.IMPORT_CANCEL)
        self._arrange()
        self._connect()
        self.reading = self._begin_reading("")

    def _begin_reading(self, encoding: str) -> Task:
        """Load the table in a thread: the disk may be slow."""
        self._end_looking()
        self.bar.begin(tr("Reading the table…"))
        reading = Task(partial(importing.load, self._path, encoding), "roster")
        reading.finished.connect(self._understand)
        reading.failed.connect(self._refuse)
        reading.start()
        return reading

    @Slot(object)
    def _read_again(self, encoding: object) -> None:
        self.apply.setEnabled(False)
        self.reading = self._begin_reading(str(encoding))

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
        column.addWidget(self.found)
        column.addSpacing(8)
        column.addLayout(self._choice)
        column.addWidget(self.table, 1)
        column.addWidget(self.bar)
        column.addLayout(buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(holder, 1)
        row.addStretch(0)

    def _connect(self) -> None:
        self.found.picked.connect(self._read_again)
        self._ctx.bridge.changed.connect(self._heard)
        self.model.ticked.connect(self._count)
        self.apply.clicked.connect(self._import)
        self.cancel.clicked.connect(self._leave)
        self._ctx.work.moved.connect(self._show_part)
        self._ctx.work.ended.connect(self._rest)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _leave(self) -> None:
        """Stop what is being stored, and stay at the rows; else leave the page."""
        if self._ctx.work.busy:
            self._ctx.work.stop()
        else:
            self.done.emit()

    @override
    def focus_first(self) -> None:
        """Put the focus where a manager is chosen, or on the rows."""
        (self.manager or self.table).setFocus()

    @Slot(object)
    def _refuse(self, error: BaseException) -> None:
        if is_discarded(self):  # the page was left while a slow disk was read
            return
        words = tr("Couldn't read the table. Save it as CSV again, or choose another file.")
        if isinstance(error, UserError):
            words = sentence(error)
        self._ctx.notices.banner(names.PROBLEM, "warning", words)
        self._rest()
        if self._roster is None:
            self.done.emit()
        else:  # another encoding was tried: what was there before stays
            self.found.show_roster(self._roster)
            self._count()

    @Slot(object)
    def _understand(self, loaded: Decoded) -> None:
        """Read it by turns; days as they are written at this place, where it matters."""
        if is_discarded(self):  # the page was left while a slow disk was read
            return
        parts = importing.reading(self._path, loaded, day_first=Dates.day_first())
        self._look(parts, self._understood, tr("Reading the table…"))

    def _understood(self, result: Callable[[], Roster]) -> None:
        self._looking = None
        if is_discarded(self):
            return
        try:
            roster = result()
        except UserError as error:
            self._refuse(error)
        except Exception as error:  # noqa: BLE001  # a fault of ours; the page says so
            sys.excepthook(type(error), error, error.__traceback__)
            self._refuse(error)
        else:
            self._read(roster)

    def _read(self, roster: Roster) -> None:
        again = self._roster is not None
        self._roster = roster
        self.found.show_roster(roster)
        if roster.names_managers:
            self._offer_managers(roster)
        elif self.manager is not None:  # with other letters there is no such column
            self.manager.hide()
            self.whose.hide()
        self._preview(self._chosen_manager() if roster.names_managers else EVERYONE)
        if not again:
            self.focus_first()

    def _chosen_manager(self) -> object:
        return NOBODY if self.manager is None else self.manager.value()

    def _offer_managers(self, roster: Roster) -> None:
        """Offer whose reports come in; a choice made before stays where it can."""
        managers = roster.managers
        options = _options(managers, len(roster.entries))
        before = self._chosen_manager()
        picker = self.manager or self._make_picker(options)
        picker.set_options(options)
        stays = before != NOBODY and before in [value for value, _ in options]
        picker.set_value(before if stays else _only_one(managers))
        self.whose.show()
        picker.show()  # at once: what is not seen yet takes no focus

    def _make_picker(self, options: Sequence[tuple[object, str]]) -> DropDown:
        picker = DropDown(self._ctx.theme, options, tr("Manager"), name=names.IMPORT_MANAGER)
        picker.setMaximumWidth(self._ctx.theme.look.measure(360))
        picker.picked.connect(self._preview)
        self.whose.setBuddy(picker)
        self._choice.addWidget(self.whose)
        self._choice.addWidget(picker)
        self.manager = picker
        QWidget.setTabOrder(self.found.encoding, picker)  # the rows and the buttons stay behind it
        return picker

    @Slot(object)
    def _heard(self, changes: Changes) -> None:
        """Judge again when people changed: a row may mean somebody who was deleted."""
        if self._roster is None or is_discarded(self) or changes.origin is self:
            return
        if changes.touches(Person):
            self._judge(self._chosen_manager() if self._roster.names_managers else EVERYONE)

    @Slot(object)
    def _preview(self, manager: object) -> None:
        self.model.show_rows(())
        self._judge(manager)

    def _judge(self, manager: object) -> None:
        """Say of each row of a manager's reports what happens to it; by turns where it takes long.

        What the rows said before stays until then, for anyone who looks at them.
        """
        self._end_looking()
        if self._roster is None or manager == NOBODY:
            self._show(())
            return
        wanted = None if manager is EVERYONE else str(manager)
        parts = importing.previewing(
            self._ctx.store, self._roster, wanted, today=self._ctx.clock.today()
        )
        self._look(parts, self._judged, tr("Checking the rows…"))

    def _look(self, parts: Parts[Any], then: End, words: str) -> None:
        """Read or judge by turns, and show how far it is."""
        self._looking = Turns(parts, then, self)
        self._looking.moved.connect(self._show_part)
        self.apply.setEnabled(False)
        self.bar.begin(words)
        self._looking.start()

    def _end_looking(self) -> None:
        if self._looking is not None:
            self._looking.stop()
            self._looking = None

    def _judged(self, result: Callable[[], Sequence[RosterRow]]) -> None:
        self._looking = None
        if is_discarded(self):
            return
        self._rest()
        rows = try_read(self._ctx, result)  # None if a banner says why not
        if rows is not None and list(rows) != list(self.model.rows):
            self._show(rows)
        else:
            self._count()

    def _show(self, rows: Sequence[RosterRow]) -> None:
        self._rest()
        self.model.show_rows(rows)
        self.table.fit_words()

    @Slot(object)
    def _show_part(self, part: Part) -> None:
        if self.bar.show_part(part):
            self.told.setText(part_words(part))

    @Slot()
    def _rest(self) -> None:
        """Nothing is under way any more."""
        if self._looking is None:
            self.bar.hide()
            self._count()

    @Slot()
    def _count(self) -> None:
        chosen = len(self.model.chosen)
        ready = self._looking is None and not self._ctx.work.busy
        self.apply.setEnabled(ready and chosen > 0)
        words = trn("Import 1 person", "Import {n} people", chosen)
        self.apply.set_words(words if chosen else tr("Import"))
        self.told.setText(self._summary())

    def _must_choose(self) -> bool:
        roster = self._roster
        return roster is not None and roster.names_managers and self._chosen_manager() == NOBODY

    def _summary(self) -> str:
        if self._must_choose():
            return tr("Choose whose direct reports to import.")
        counts = dict.fromkeys(RowOutcome, 0)
        for row in self.model.rows:
            counts[row.outcome] += 1
        words = {
            RowOutcome.NEW: tr("{n} new"), RowOutcome.UPDATE: tr("{n} changed"),
            RowOutcome.ARCHIVE: tr("{n} to archive"),
            RowOutcome.BACK: tr("{n} to restore"),
            RowOutcome.SAME: tr("{n} unchanged"), RowOutcome.LEFT: tr("{n} left the company"),
            RowOutcome.REFUSED: tr("{n} not imported"),
        }  # fmt: skip
        return MIDDLE_DOT.join(
            fill(words[row_outcome], n=n) for row_outcome, n in counts.items() if n
        )

    @Slot()
    def _import(self) -> None:
        rows, chosen = self.model.rows, self.model.chosen
        rhythm = usual_rhythm(self._ctx.settings)
        parts = importing.applying(self._ctx.store, rows, chosen, rhythm=rhythm, origin=self)
        try_in_parts(self._ctx, parts, tr("Importing people…"), self._imported)
        if self._ctx.work.busy:
            self.bar.begin(tr("Importing people…"))
            self._count()

    def _imported(self, outcome: Outcome[ImportResult]) -> None:
        """Say what came in; the page may have been left meanwhile."""
        if outcome.value is not None:
            outcome.say(result_words(outcome.value))
            here = Alive(self).get()
            if here is not None and not is_discarded(here):
                if outcome.value.added:
                    here.imported.emit()  # first: what it says makes the page that follows lower
                here.done.emit()


def _options(managers: Sequence[tuple[str, int]], everybody: int) -> list[tuple[object, str]]:
    """Nobody, each manager with how many report to them, and everyone."""
    each = [(name, f"{name} ({number(count, 0)})") for name, count in managers]
    everyone = tr("Everyone in the table ({n})", n=everybody)
    return [(NOBODY, tr("Choose a manager")), *each, (EVERYONE, everyone)]


def _only_one(managers: Sequence[tuple[str, int]]) -> object:
    """The one manager of a table; with more of them, nobody until one is chosen."""
    return managers[0][0] if len(managers) == 1 else NOBODY


def result_words(result: ImportResult) -> str:
    """What was brought in, in a sentence."""
    counts = (
        (Counting("1 person added", "{n} people added"), result.added),
        (Counting("{n} changed", "{n} changed"), result.changed),
        (Counting("{n} archived", "{n} archived"), result.archived),
        (Counting("{n} restored", "{n} restored"), result.back),
    )
    return ", ".join(words.in_words(count) for words, count in counts if count)
