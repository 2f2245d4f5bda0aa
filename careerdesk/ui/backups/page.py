"""The page of the backups: what each holds before it is taken, and what differs from now."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.dataclass import dataclass
from careerdesk.domain.backups import Backup, Contents, Differences, PersonDiffers, Why
from careerdesk.domain.errors import UserError
from careerdesk.i18n import tr
from careerdesk.services import backups, everything, restoring_person
from careerdesk.services.backups import Progress, Restoration
from careerdesk.services.store import Store
from careerdesk.ui.backups.copying import Copying, Then, Work, WorkBar
from careerdesk.ui.backups.places import second_place, why_not_in_second
from careerdesk.ui.backups.second import SecondPlace
from careerdesk.ui.backups.words import (
    contents_words,
    difference_rows,
    difference_words,
    moment_within,
    row_of,
    why_words,
)
from careerdesk.ui.base import names
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import sentence, try_action
from careerdesk.ui.base.lists import go_to_list
from careerdesk.ui.base.page import StandalonePage
from careerdesk.ui.theme.theme import set_area
from careerdesk.ui.widgets.buttons import FilledButton, OutlinedButton
from careerdesk.ui.widgets.discard import discard
from careerdesk.ui.widgets.fitted_list import FittedList
from careerdesk.ui.widgets.labels import Body, Heading, Muted, Title
from careerdesk.ui.widgets.link_row import LinkRowDelegate
from careerdesk.ui.widgets.links import LinkModel
from careerdesk.ui.widgets.page_column import column_of
from careerdesk.ui.widgets.record_list import ID_ROLE
from careerdesk.ui.widgets.tab_order import holds_focus

BACKUPS_PAGE, BACKUP_LIST, DIFFERENCE_LIST = "backupsPage", "backupList", "backupDifferences"
MOST = 6  # backups that are seen at once: what the chosen one holds stands below them


class BackupsPage(StandalonePage):
    """Lists the backups; of the chosen one it says what it holds, and restores it.

    `made` tells that there is a new one.
    """

    made = Signal()

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self.chosen: Backup | None = None
        self._found: list[Backup] = []
        self._differing: list[PersonDiffers] = []
        self._way: Restoration | None = None
        self._then_close: Callable[[], object] | None = None
        self._outdated = False  # what is being compared
        self._waits = False  # a backup into the second place
        self._goes_on: Backup | None = None  # whose people are restored one after the other
        self.setObjectName(BACKUPS_PAGE)
        set_area(self, "growth")
        self.bar = WorkBar(ctx)
        self.looking = Copying(self)
        self.summary = Muted(wrap=True)
        self.make = OutlinedButton(ctx.theme, tr("Back up now"), name="makeBackup")
        self.save = OutlinedButton(ctx.theme, tr("Save a copy elsewhere…"), name="saveBackup")
        self.fetch = OutlinedButton(ctx.theme, tr("Restore a copy…"), name="restoreCopy")
        self.model, self.list = self._list(BACKUP_LIST, tr("Backups"), MOST)
        self.head, self.held, self.told = Heading(""), Body("", wrap=True), Muted(wrap=True)
        self.differences, self.people = self._list(DIFFERENCE_LIST, tr("Differences"))
        self.restore = FilledButton(ctx.theme, tr("Restore this backup…"), name="restoreBackup")
        self.details = QWidget()
        self.second = SecondPlace(ctx)
        self._arrange()
        self._connect()
        self.refresh()

    def _list(self, name: str, label: str, most: int = 0) -> tuple[LinkModel, FittedList]:
        model = LinkModel(self)
        view = FittedList(name=name, label=label, most=most)
        view.setItemDelegate(LinkRowDelegate(self.ctx.theme, view))
        view.setModel(model)
        return model, view

    def _arrange(self) -> None:
        column = column_of(self, self.ctx.theme)
        column.addWidget(Title(tr("Backups")))
        column.addWidget(self.summary)
        column.addLayout(_row(self.make, self.save, self.fetch))
        column.addWidget(self.bar)
        chosen = QVBoxLayout(self.details)
        chosen.setContentsMargins(0, 8, 0, 8)
        chosen.setSpacing(6)
        for part in (self.head, self.held, self.told, self.people):
            chosen.addWidget(part)
        chosen.addLayout(_row(self.restore))
        column.addWidget(self.list)
        column.addWidget(self.details)
        column.addSpacing(16)
        column.addWidget(self.second)
        column.addStretch(1)

    def _connect(self) -> None:
        self.make.clicked.connect(self._make)
        self.save.clicked.connect(self._save)
        self.fetch.clicked.connect(self._fetch)
        self.restore.clicked.connect(self._restore)
        self.people.doubleClicked.disconnect(self.people.opened)  # the first click has asked
        self.people.opened.connect(self._open)
        rows = self.people.itemDelegate()
        if isinstance(rows, LinkRowDelegate):
            rows.followed.connect(self._followed)
        self.second.chosen.connect(self._make)
        self.list.selectionModel().currentChanged.connect(self._choose)
        self.bar.began.connect(self._enable)
        self.bar.copying.failed.connect(self._stay)
        self.bar.ended.connect(self._end)
        self.looking.failed.connect(self._show_unread)
        self.ctx.bridge.changed.connect(self._compare_again)
        self.ctx.day.changed.connect(self.refresh)

    @Slot()
    def refresh(self) -> None:
        """List the backups again, and look into the chosen one, else the newest good one."""
        self._found = backups.every(self.ctx.store.path)
        today = self.ctx.clock.today()
        self.model.set_rows([row_of(one, today) for one in self._found])
        for part in (self.details, self.list):
            part.setVisible(bool(self._found))
        self.summary.setText(self._summary())
        before = self.chosen.sequence if self.chosen else 0
        wanted = [one for one in self._found if one.sequence == before]
        wanted += [one for one in self._found if one.good] + self._found
        self.chosen = None
        if wanted:
            self.list.setCurrentIndex(self.model.index(self._found.index(wanted[0]), 0))
            self._look(wanted[0])
        self._enable()

    def _summary(self) -> str:
        newest = next((one for one in self._found if one.good), None)
        words = tr(
            "CareerDesk backs up everything once a day, and before an update, an import or a "
            "restore. Older backups are thinned out to one a week, then one a month."
        )
        if newest is None or newest.made_at is None:
            return " ".join((words, tr("There are no backups yet.")))
        moment = moment_within(newest.made_at, self.ctx.clock.today())
        return " ".join((words, tr("Newest backup: {moment}.", moment=moment)))

    @override
    def goes_on_unseen(self) -> bool:
        """A copy that was asked for is made, and said to be, wherever one is by then."""
        if not self.bar.copying.busy:
            return False
        self.hide()
        self.bar.ended.connect(self._die)
        return True

    @override
    def finishes_first(self, then: Callable[[], object]) -> bool:
        """A copy that was asked for is not dropped in silence; who cannot wait closes again."""
        if not self.bar.copying.busy or self._then_close is not None:
            return False
        self._then_close = then
        return True

    @override
    def give_up(self) -> None:
        """A thread that is cut off would leave a part of a copy, with everything private."""
        self.bar.copying.give_up()

    @Slot()
    def _die(self) -> None:
        if not self.bar.copying.busy:  # another one may have waited for that
            discard(self)

    @override
    def focus_first(self) -> None:
        """The list, or the button that makes the first one."""
        if self._found:
            go_to_list(self.list)
        else:
            self.make.setFocus()

    @Slot()
    def _enable(self) -> None:
        idle, can = not self.bar.copying.busy, not self.ctx.store.read_only
        self.make.setEnabled(idle and can)
        self.save.setEnabled(idle)
        self.fetch.setEnabled(idle and can)
        self.restore.setEnabled(idle and can and self.chosen is not None and self.chosen.good)

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        sequence = index.data(ID_ROLE)
        found = next((one for one in self._found if one.sequence == sequence), None)
        if found is not None and found != self.chosen:
            self._look(found)

    def _look(self, backup: Backup) -> None:
        """Read what a backup holds; what is read of another one meanwhile counts no more."""
        self.chosen = backup
        words = row_of(backup, self.ctx.clock.today())
        self.head.setText(words.title)
        why = why_words(backup.why)
        self.held.setText(why if backup.good else words.caption)
        self.told.setText(tr("Checking…") if backup.good else "")
        self.differences.set_rows([])
        self.people.hide()
        self._enable()
        self._compare()

    @Slot()
    def _compare_again(self) -> None:
        """Something is other by now than what the chosen backup was compared with."""
        self._outdated = self.looking.busy
        self._compare()

    def _compare(self) -> None:
        chosen = self.chosen
        if chosen is not None and chosen.good and not self.looking.busy:
            self.looking.start(partial(_looked, self.ctx.store, chosen), self._show_looked)

    def _show_looked(self, result: object) -> None:
        if not isinstance(result, _Looked) or self.chosen is None:
            return
        if self._outdated or result.backup.sequence != self.chosen.sequence:
            self._outdated = False
            self._compare()
            return
        today = self.ctx.clock.today()
        self.held.setText(contents_words(result.backup, result.held, today))
        self.told.setText(difference_words(result.differing))
        rows = difference_rows(result.differing)
        self._differing = [one for one, _row in rows]
        self.differences.set_rows([row for _one, row in rows])
        self.people.setVisible(bool(rows))
        if rows and self._goes_on == self.chosen and self.list.hasFocus():
            go_to_list(self.people)
        self._goes_on = None

    @Slot(object)
    def _show_unread(self, error: object) -> None:
        words = (
            sentence(error) if isinstance(error, UserError) else tr("This backup can't be read.")
        )
        self.told.setText(words)
        self._goes_on = None

    @Slot()
    def _make(self) -> None:
        """Back up; for a second place that is chosen while something is under way, after that."""
        self._waits = self.bar.copying.busy
        if self._waits:
            return
        store, second = self.ctx.store, second_place(self.ctx.settings)

        def make(progress: Progress) -> object:
            made = backups.make(store, Why.ASKED, progress)
            return _Made(made, why_not_in_second(store.path, second))

        if self.ctx.autosaver.flush():
            self.bar.run(make, tr("Backing up…"), self._made)

    def _made(self, made: object) -> None:
        """It is there, whatever became of its copy in the second place."""
        if not isinstance(made, _Made):
            return
        self.chosen = made.backup
        self.refresh()
        self.ctx.notices.toast(tr("Backed up"))
        if made.absent:
            self.ctx.notices.banner(names.SECOND_PLACE, "warning", made.absent)

    @Slot()
    def _save(self) -> None:
        store = self.ctx.store
        files = (
            tr("CareerDesk files (*.db)"),
            tr("Everything as JSON, for other programs (*.json)"),
        )
        target = self.ctx.dialogs.save_path_as(
            tr("Save a copy"), f"{store.path.stem}-copy.db", ";;".join(files), ".db"
        )
        if target is None or not self.ctx.autosaver.flush():
            return
        if target.suffix.lower() == ".json":
            words, done = tr("Exporting…"), tr("Exported, including all private data")
            self.bar.run(
                partial(_exported, store, target), words, lambda _: self.ctx.notices.toast(done)
            )
        else:
            words, done = tr("Copying…"), tr("Copied")
            self.bar.run(
                partial(_copied, store, target), words, lambda _: self.ctx.notices.toast(done)
            )

    @Slot()
    def _restore(self) -> None:
        chosen = self.chosen
        if chosen is None:
            return
        today = self.ctx.clock.today()
        moment = moment_within(chosen.made_at, today) if chosen.made_at else self.head.text()
        words = tr(
            "Everything will be restored from this backup ({moment}). Your current data will be "
            "backed up first, so you can return to it from here.",
            moment=moment,
        )
        self._ask_and_restore(tr("Restore this backup?"), words, chosen.path)

    @Slot()
    def _fetch(self) -> None:
        """Restore a copy that lies anywhere, as on a stick from another computer."""
        pattern = tr("CareerDesk files (*.db *.sqlite *.json);;All files (*)")
        path = self.ctx.dialogs.open_path(tr("Restore a copy"), pattern)
        if path is None:
            return
        words = tr(
            "Everything will be restored from {file}. Your current data will be backed up first, "
            "so you can return to it from here.",
            file=path.name,
        )
        self._ask_and_restore(tr("Restore this copy?"), words, path)

    def _ask_and_restore(self, title: str, words: str, path: Path) -> None:
        if self.ctx.autosaver.flush() and self.ctx.dialogs.confirm(title, words, tr("Restore")):
            self._way = Restoration(self.ctx.store, path)
            self._run_restoring(self._way.make_ready, self._take)

    def _run_restoring(self, work: Work, then: Then) -> None:
        """The keyboard goes to the backups: where it is now is shut or gone until that is over."""
        held = holds_focus(self)
        self._goes_on = self.chosen if self.people.hasFocus() else None
        self.bar.run(work, tr("Restoring…"), then, restores=True)
        if held:
            self.focus_first()

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        self._restore_one(index.data(ID_ROLE))

    @Slot(int, bool)
    def _followed(self, place: int, at_action: bool) -> None:
        if at_action:
            self._restore_one(place)

    def _restore_one(self, place: int) -> None:
        """Let one person be what the backup says, after asking; *place* is that of their row."""
        chosen, idle = self.chosen, not self.bar.copying.busy
        if chosen is None or not idle or self.ctx.store.read_only:
            return
        if not self.differences.rows[place - 1].action:
            return  # the backup does not have them
        one, moment = self._differing[place - 1], self.head.text()
        words = tr(
            (
                "Everything about {name} will be restored from this backup ({moment}). "
                "Their current data will be moved to the trash. No one else's data will be "
                "affected. You can undo this."
            ),
            name=one.name,
            moment=moment,
        )
        title = tr("Restore {name}?", name=one.name)
        if self.ctx.autosaver.flush() and self.ctx.dialogs.confirm(title, words, tr("Restore")):
            self._run_restoring(partial(_read, self.ctx.store, chosen, one), self._put_one)

    def _put_one(self, held: object) -> None:
        if not isinstance(held, restoring_person.Held):
            return
        done = try_action(self.ctx, restoring_person.put, self.ctx.store, held)
        if done.value is None:
            self._stay()
        else:
            self.ctx.notices.toast(
                tr(
                    "{name} was restored. Their previous data is in the trash.",
                    name=done.value.name,
                )
            )

    def _take(self, _before: object) -> None:
        """The present is backed up and the other state ready: take it, in this thread.

        What was typed meanwhile goes into the backup; where that cannot be, nothing is taken.
        """
        way = self._way if self.ctx.autosaver.flush() else None
        words = tr("Restored. Your previous data was saved as the newest backup.")
        if way is None or not try_action(self.ctx, way.take).say(words):
            self._stay()

    @Slot()
    def _end(self) -> None:
        if self._way is not None:
            self._way.close()
            self._way = None
        self.refresh()
        self.made.emit()
        if self._waits:
            self._make()
        if self._then_close is not None and not self.bar.copying.busy:
            self._then_close()

    @Slot()
    def _stay(self) -> None:
        """What a banner says is to be read: the window does not close over it."""
        self._then_close = None


def _row(*parts: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for part in parts:
        row.addWidget(part)
    row.addStretch(1)
    return row


@dataclass(frozen=True, slots=True)
class _Made:
    """A new backup, and why it is not in the second place, if one was chosen."""

    backup: Backup
    absent: str


@dataclass(frozen=True, slots=True)
class _Looked:
    """What is in a backup, and what differs from it now."""

    backup: Backup
    held: Contents
    differing: Differences


def _read(
    store: Store, backup: Backup, one: PersonDiffers, _progress: Progress
) -> restoring_person.Held:
    """What a backup holds of a person, in any thread."""
    return restoring_person.held(store.path, backup.path, one.uid)


def _copied(store: Store, target: Path, progress: Progress) -> None:
    """Copy the store, in any thread, but never over itself."""
    from careerdesk.documents.write import check_target

    check_target(target, store.path)
    backups.copy_out(store, target, progress)


def _exported(store: Store, target: Path, progress: Progress) -> None:
    """Write everything, in any thread, but never over the store."""
    from careerdesk.documents.write import check_no_data

    check_no_data(target, store.path)
    everything.write(store, target, progress)


def _looked(store: Store, backup: Backup, _progress: Progress) -> _Looked:
    """Read it, in any thread."""
    held = backups.contents(backup.path)
    return _Looked(backup, held, backups.differences(store, backup.path))
