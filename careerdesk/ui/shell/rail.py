"""The rail at the left: people in their order, found by typing, added by a name and Enter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListView,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from careerdesk.compat import override
from careerdesk.domain.errors import UserError
from careerdesk.domain.parts import AT_ONCE, LOOKING, Part, Parts
from careerdesk.domain.records import CheckIn, PastRole, Person, Promise
from careerdesk.domain.views import PersonRow
from careerdesk.i18n import fill, tr, trn
from careerdesk.services import people
from careerdesk.services.reviews import deadlines
from careerdesk.services.store import Changes
from careerdesk.ui.base import names
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import Outcome, try_action, try_in_parts, try_read
from careerdesk.ui.base.holders import Finding
from careerdesk.ui.base.texts import Dates
from careerdesk.ui.base.unstored import TEXT, Unstored
from careerdesk.ui.shell.actions import ARCHIVE_PERSON, DELETE_PERSON, EDIT_PERSON, Actions
from careerdesk.ui.shell.archived import ArchivedPeople
from careerdesk.ui.shell.people_list import PeopleModel, PeopleView
from careerdesk.ui.theme.theme import set_area
from careerdesk.ui.widgets.buttons import IconButton, NavButton, ReviewsButton
from careerdesk.ui.widgets.inline_add import InlineAdd
from careerdesk.ui.widgets.labels import SmallLabel
from careerdesk.ui.widgets.person_row import PersonRowDelegate

FOLDED, FOLDS_AT, MOST = 56, 128, 320


class _Leaving(NamedTuple):
    """Who is to be deleted or archived, where they stand in the list, and how often one chose."""

    person_id: int
    name: str
    row: int
    choices: int


class Rail(QWidget):
    """Chooses the person that the page shows."""

    person_chosen = Signal(int)
    page_wanted = Signal()
    unfold_wanted = Signal()
    reread = Signal()
    emptied = Signal()
    nobody_left = Signal()
    added = Signal(int)

    def __init__(self, ctx: Context, actions: Actions, parent: QWidget | None = None) -> None:
        """Ask *actions* for what can be done to a person, so that their rules hold here too.

        `emptied` tells that there is nobody, `nobody_left` that nobody of them may be seen now;
        `added` carries the one who was added, or the last of several.
        """
        super().__init__(parent)
        self._ctx = ctx
        self._actions = actions
        self._shown_id = 0
        self._left = False
        self._choices = 0  # of the user
        self._settling = False
        self._unread = False  # a row may be of somebody who is gone
        self.fills_a_gap = False
        """Whether somebody is being chosen since another is gone, not since the user wants them."""
        self._top, self._foot = QWidget(), QWidget()
        self.setObjectName(names.RAIL)
        set_area(self, "ground")
        self.today = NavButton(ctx.theme, tr("Today"), "today", name=names.TODAY_BUTTON)
        self.today.setCheckable(True)
        self.reviews = ReviewsButton(ctx.theme, tr("Reviews"), "reviews", name=names.REVIEWS_BUTTON)
        self.reviews.setCheckable(True)
        self.reviews.hide()
        self._deadline, self._has_cycles = "", False
        self.filter = QLineEdit()
        self.filter.setObjectName(names.PEOPLE_FILTER)
        self.filter.setPlaceholderText(tr("Filter people"))
        self.filter.setAccessibleName(tr("Filter people"))
        self.filter.setClearButtonEnabled(True)
        self.add_button = IconButton(ctx.theme, "plus", tr("New person"), name="newPersonButton")
        self.add = InlineAdd(ctx.theme, tr("Add a person"), name=names.NEW_PERSON_EDIT)
        Finding(self.filter)
        self._unstored = Unstored(ctx, names.NEW_PERSON_EDIT, {TEXT: self.add})
        self.model = PeopleModel(ctx.clock, self)
        self.list = self._make_list()
        self.archived = ArchivedPeople(ctx)
        self._arrange()
        self._connect()

    def _make_list(self) -> PeopleView:
        ctx = self._ctx
        view = PeopleView(ctx.theme, name=names.PEOPLE_LIST, gap=0)
        view.setAccessibleName(tr("People"))
        view.setModel(self.model)
        view.setUniformItemSizes(True)  # none is measured by itself: there may be thousands
        view.setSelectionMode(QListView.SelectionMode.SingleSelection)
        view.setItemDelegate(PersonRowDelegate(ctx.theme, ctx.clock, view))
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        return view

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(8, 4, 0, 0)
        head.addWidget(SmallLabel(tr("People")))
        head.addStretch(1)
        head.addWidget(self.add_button)
        top = _column(self._top)
        top.addLayout(head)
        top.addWidget(self.filter)
        foot = _column(self._foot)
        foot.addWidget(self.add)
        foot.addWidget(self.archived)
        column = _column(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.addWidget(self.today)
        column.addWidget(self.reviews)
        column.addWidget(self._top)
        column.addWidget(self.list, 1)
        column.addWidget(self._foot)
        self.setMinimumWidth(self._ctx.theme.look.measure(FOLDED))
        self.setMaximumWidth(self._ctx.theme.look.measure(MOST))

    def _connect(self) -> None:
        self.filter.textChanged.connect(self._show_filtered)
        self.filter.returnPressed.connect(self._take_found)
        self.today.clicked.connect(self._actions[names.GO_TODAY].trigger)
        self.reviews.clicked.connect(self._actions[names.GO_REVIEWS].trigger)
        self.add_button.clicked.connect(self._actions[names.NEW_PERSON].trigger)
        self.add.submitted.connect(self._add)
        self.add.left.connect(self.list.setFocus)
        self.list.move_requested.connect(self._move)
        self.list.removal_wanted.connect(self._actions[DELETE_PERSON].trigger)
        self.list.opening_wanted.connect(self.page_wanted)
        self.list.customContextMenuRequested.connect(self._show_menu)
        self.list.selectionModel().currentChanged.connect(self._choose)
        self.list.clicked.connect(self._choose)
        self._ctx.bridge.changed.connect(self._heard)
        self.archived.restored.connect(self._show_restored)
        self._ctx.sharing.turned.connect(self._turn_shared)
        self._ctx.day.changed.connect(self.reload)

    @Slot()
    def reload(self) -> None:
        """Read the people again."""
        rows = try_read(self._ctx, people.rail, self._ctx.store, self._ctx.clock.today())
        self._unread = rows is None
        if rows is not None:
            self._show(rows)

    def _reloading(self) -> Parts[None]:
        """Read the people again, where many were stored."""
        try:
            rows = yield from people.rail_in_parts(self._ctx.store, self._ctx.clock.today())
        except UserError:
            self.reload()  # which says why
        else:
            self._unread = False
            self._show(rows)
            yield Part(LOOKING, len(rows), len(rows))  # they are painted before anything else

    def _show(self, rows: Sequence[PersonRow]) -> None:
        self._unstored.belong_to(0)
        self._settling = True  # a row may be current for a moment whose person is gone as well
        self.model.show_people(rows)
        self._settling = False
        self._tell_today()
        self._read_deadline()
        self.archived.reload()
        self.reread.emit()
        if not rows:
            self._shown_id = 0
            self.emptied.emit()
        elif self._left or (self._shown_id and self.model.known(self._shown_id) is None):
            self._show_next()

    @Slot()
    def read_again(self) -> None:
        """Read what could not be read the last time: somebody in a row is gone."""
        if self._unread:
            self.reload()

    def _show_next(self) -> None:
        """The person that was shown is gone: show who stands there now, if anyone may be seen."""
        self.filter.clear()
        with self._filling_a_gap():
            if self.current_id:
                self._choose()
            elif not self.select_first():
                self._shown_id, self._left = 0, True
                self.nobody_left.emit()

    @contextmanager
    def _filling_a_gap(self) -> Iterator[None]:
        self.fills_a_gap = not self._left  # else the page says that there is nobody
        try:
            yield
        finally:
            self.fills_a_gap = False

    @Slot(object)
    def _heard(self, changes: Changes) -> None:
        if changes.unsure and not self.model.rowCount() and not self._anyone():
            return  # anyone who does something else first, an import perhaps, stays at it
        many = changes.unsure or len(changes.ids(Person)) > AT_ONCE
        if many and self._ctx.work.busy:
            self._ctx.work.also(self._reloading())
        elif (
            self._unread
            or changes.touches(Person, PastRole)
            or changes.touches_more_than_texts(CheckIn, Promise)
        ):
            self.reload()
        elif _touch_reviews(changes):
            self._read_deadline()

    def _anyone(self) -> bool:
        """Whether somebody is stored: a backup may have come into a store with nobody in it."""
        return bool(try_read(self._ctx, people.rail, self._ctx.store, self._ctx.clock.today()))

    @property
    def current_id(self) -> int:
        """The chosen person, or 0."""
        index = self.list.currentIndex()
        return self.model.id_at(index.row()) if index.isValid() else 0

    def select(self, person_id: int) -> bool:
        """Choose a person; tells whether they are in the list."""
        row = self.model.row_of(person_id)
        if row < 0 and self.filter.text() and not self._settling:
            self.filter.clear()
            row = self.model.row_of(person_id)
        if row < 0:
            return False
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.list.selectionModel().setCurrentIndex(self.model.index(row, 0), flag)
        return True

    @Slot(int)
    def _show_restored(self, person_id: int) -> None:
        """Choose who came back; after the last one the keyboard is with them."""
        self.select(person_id)
        if self.archived.isHidden():  # else Qt gives it to whatever comes next
            self.list.setFocus()

    def show_place(self, *, today: bool = False, reviews: bool = False) -> None:
        """Mark Today or Reviews, or else the chosen person, as what is open."""
        self.today.setChecked(today)
        self.reviews.setChecked(reviews)
        selection, index = self.list.selectionModel(), self.list.currentIndex()
        if today or reviews:
            selection.clearSelection()
        elif index.isValid():
            selection.select(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def select_first(self) -> bool:
        """Choose the first person, if there is one."""
        return self.model.rowCount() > 0 and self.select(self.model.id_at(0))

    @Slot()
    def _choose(self) -> None:
        if self.current_id and not self._settling:
            self._choices += not self.fills_a_gap
            self._shown_id, self._left = self.current_id, False
            self.person_chosen.emit(self.current_id)

    @Slot(str)
    def _show_filtered(self, words: str) -> None:
        """Hide rows without turning the page: anyone who is shown stays shown."""
        self._settling = True
        self.model.show_filtered(words)
        if not self.select(self._shown_id):
            self.list.selectionModel().clear()
        self._settling = False
        self.list.show_chosen()

    @Slot()
    def _take_found(self) -> None:
        if self.select_first():
            self.list.setFocus()
            self.page_wanted.emit()

    @property
    def folded(self) -> bool:
        """Whether there is room for the initials only."""
        return self.width() < self._ctx.theme.look.measure(FOLDS_AT)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold to initials where it is narrow."""
        super().resizeEvent(event)
        folded = self.folded
        if folded != (self.today.text() == ""):
            self.filter.clear()  # nobody is to be hidden by what cannot be seen
            self.today.setText("" if folded else tr("Today"))
            self.reviews.setText("" if folded else tr("Reviews"))
            self._tell_today()
            self._tell_deadline()
            self._fit()

    def _tell_today(self) -> None:
        """How many check-ins there are today, of anyone who may be seen."""
        today = self._ctx.clock.today()
        count = sum(row.running or row.next_on == today for row in self.model.seen)
        words = trn("1 check-in", "{n} check-ins", count)
        self.today.set_count(words if count and not self.folded else "")

    def _read_deadline(self) -> None:
        found = try_read(self._ctx, deadlines.glance, self._ctx.store)
        if found is None:
            return
        self._has_cycles = found.has_cycles
        today = self._ctx.clock.today()
        one = None
        if found.ahead:
            from careerdesk.domain.reviews.deadlines import next_of

            one = next_of(found.ahead, today)
        self._deadline = ""
        if one is not None:
            words = tr("was due {day}") if one.due < today else tr("due {day}")
            self._deadline = fill(words, day=Dates.short_date(one.due, today))
        self._tell_deadline()

    def _tell_deadline(self) -> None:
        """When the next part of the reviews closes; folded, the icon stands alone.

        Before the first cycle the menu alone leads there.
        """
        self.reviews.setHidden(self._ctx.sharing.on or not self._has_cycles)
        self.reviews.set_count("" if self.folded else self._deadline)
        if self.folded:
            self.reviews.setAccessibleName(tr("Reviews"))

    def _fit(self) -> None:
        """The filter, the others and the way to add one go where they are not to be seen."""
        hidden = self.folded or self._ctx.sharing.on
        self._top.setHidden(hidden)
        self._foot.setHidden(hidden)

    @Slot()
    def _turn_shared(self) -> None:
        """Whoever the screen is shared with is the only one to be seen."""
        self.filter.clear()
        self._settling = True
        self.model.show_only(self._ctx.sharing.person_id)
        self.select(self._shown_id)
        self._settling = False
        self._tell_today()
        self._tell_deadline()
        self._fit()

    @Slot()
    def start_adding(self) -> None:
        """Put the focus where a new name is typed."""
        self.unfold_wanted.emit()
        self.add.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot(list)
    def _add(self, lines: list[str]) -> None:
        from careerdesk.ui.base.new_people import usual_rhythm

        rhythm = usual_rhythm(self._ctx.settings)
        outcome = try_action(self._ctx, people.add_many, self._ctx.store, lines, rhythm=rhythm)
        added = outcome.value
        if not added:
            return
        self.added.emit(added[-1].id)
        words = tr("{name} added", name=added[-1].name)
        if len(added) > 1:
            words = trn("1 person added", "{n} people added", len(added))
        outcome.say(words)

    @Slot(list, object)
    def _move(self, ids: list[int], before_id: int | None) -> None:
        before = self.model.behind_shown(ids) if before_id is None else before_id
        try_action(self._ctx, people.move, self._ctx.store, ids, before).ignored_because(
            "a banner says why; the rows show what is stored"
        )

    @Slot()
    def remove_current(self) -> None:
        """Delete the chosen person; the toast has the way back."""
        leaving = self._chosen_to_leave()
        if leaving is None:
            return
        parts = people.removing(self._ctx.store, leaving.person_id)
        words = tr("{name} deleted")
        try_in_parts(
            self._ctx, parts, tr("Deleting…"), lambda done: self._tell_left(done, leaving, words)
        )

    @Slot()
    def archive_current(self) -> None:
        """Archive the chosen person; the toast has the way back."""
        leaving = self._chosen_to_leave()
        if leaving is None:
            return
        today = self._ctx.clock.today()
        done = try_action(self._ctx, people.archive, self._ctx.store, leaving.person_id, today)
        self._tell_left(done, leaving, tr("{name} archived"))

    def _chosen_to_leave(self) -> _Leaving | None:
        if not self.current_id and not self.select(self._shown_id):
            return None
        row = self.list.currentIndex().row()
        if not self._ctx.autosaver.flush():
            return None
        name = self.model.rows[row].person.name
        return _Leaving(self.current_id, name, row, self._choices)

    def _tell_left(self, done: Outcome[None], leaving: _Leaving, words: str) -> None:
        """Choose who stands in their place, unless one has chosen another meanwhile."""
        if done and self._choices == leaving.choices and self.model.rowCount():
            there = self.model.id_at(min(leaving.row, self.model.rowCount() - 1))
            if there != self.current_id:  # else nobody is marked whom the page does not show
                with self._filling_a_gap():
                    self.select(there)
        if done and not self._ctx.sharing.on:  # who sees the screen by now may not know them
            done.say(fill(words, name=leaving.name))

    @Slot(QPoint)
    def _show_menu(self, place: QPoint) -> None:
        if not self.list.indexAt(place).isValid():
            return
        menu = QMenu(self)
        menu.addAction(self._actions[EDIT_PERSON])
        menu.addAction(self._actions[ARCHIVE_PERSON])
        menu.addSeparator()
        menu.addAction(self._actions[DELETE_PERSON])
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.list.viewport().mapToGlobal(place))


def _touch_reviews(changes: Changes) -> bool:
    """Whether anything of Reviews was touched, and with it perhaps what is due next."""
    from careerdesk.domain.catalogue import Area, kinds_in  # late: nothing changes at the start

    return changes.touches(*kinds_in(Area.REVIEWS))


def _column(holder: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    return column
