"""The one window: it passes the user's wishes between its parts.

It is light on purpose: it is painted before the parts are imported. `ui.shell.assembly` makes them.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractAnimation, QEvent, QObject, QSettings, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow

from careerdesk.compat import override
from careerdesk.ui.base import names
from careerdesk.ui.base.errors import clear_problem
from careerdesk.ui.base.geometry import LEAST, restore_geometry, wear_ground
from careerdesk.ui.base.settling import settled_once

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFrame, QSplitter, QStackedWidget

    from careerdesk.calling import Wish
    from careerdesk.domain.backups import Backup
    from careerdesk.domain.views import PersonRow
    from careerdesk.ui.base.context import Context
    from careerdesk.ui.base.navigation import Destination
    from careerdesk.ui.shell.actions import Actions
    from careerdesk.ui.shell.commands import Commands
    from careerdesk.ui.shell.person_page import PersonPage
    from careerdesk.ui.shell.rail import Rail
    from careerdesk.ui.shell.saving import Saving
    from careerdesk.ui.shell.share_bar import ShareBar
    from careerdesk.ui.shell.status_line import StatusLine
    from careerdesk.ui.shell.undo import UndoRedo
    from careerdesk.ui.shell.window_state import WindowState
    from careerdesk.ui.widgets.banner import BannerArea
    from careerdesk.ui.widgets.toast import Toast

PAINT_FIRST_MS = 2  # between two steps of opening, so that each is painted before the next


class MainWindow(QMainWindow):
    """Everything the user sees. `first_data_painted` comes once, when there is something to read.

    The window is painted first; its parts, the people and the first page come after that.
    `opened` comes once they are there, also when reading or painting them failed; `store_moved`
    when the store goes on in another file, `backed_up` when a backup was made on its page.
    """

    first_data_painted = Signal()
    opened = Signal()
    demo_wanted = Signal()
    store_moved = Signal()
    backed_up = Signal()

    ctx: Context
    actions_: Actions
    banners: BannerArea
    toast: Toast
    content: QStackedWidget
    rail: Rail
    person_page: PersonPage
    area_line: QFrame
    status: StatusLine
    splitter: QSplitter
    undo_redo: UndoRedo
    commands: Commands
    share_bar: ShareBar
    state: WindowState
    saving: Saving

    def __init__(self, settings: QSettings) -> None:
        super().__init__()
        self.setWindowTitle("CareerDesk")
        self.setObjectName("mainWindow")
        self.setMinimumSize(LEAST)
        self._complete = False
        self._loaded = False
        self._unread: str | None = None  # why not all could be read; "": told elsewhere
        self._going = False
        self._ended = False
        self.bound_for: Wish | None = None  # where to begin, instead of where one was
        self.restoring: Backup | None = None  # what is to take the place of the store when closed
        restore_geometry(self, settings)
        wear_ground(self, str(settings.value("theme", "system")))

    def complete(self) -> None:
        """All parts are there: connect them, and read the first page if the window is seen."""
        self._connect()
        self._complete = True
        if self.isVisible() and not self._loaded:
            self._loaded = True
            self._load()  # at once: without the people the parts need not be painted

    def _connect(self) -> None:
        from PySide6.QtCore import Qt  # dear: it comes after the first paint

        from careerdesk.ui.shell.actions import SHOW_BACKUPS, START_CHECK_IN

        self.rail.person_chosen.connect(self._show_chosen)
        self.rail.page_wanted.connect(self.commands.pages.focus)
        self.rail.emptied.connect(self.show_first_start)
        self.rail.nobody_left.connect(self.show_first_start)
        self.rail.reread.connect(self._refresh_header)
        later = Qt.ConnectionType.QueuedConnection  # once the page is through with being shown
        self.person_page.person_gone.connect(self.rail.read_again, later)
        self.person_page.start_wanted.connect(self.actions_[START_CHECK_IN].trigger)
        self.ctx.navigator.wanted.connect(self.go)
        self.commands.pages.moved.connect(self.state.keep_soon)
        self.ctx.day.changed.connect(self._show_day)
        self.toast.undo_wanted.connect(self.undo_redo.undo_edit)
        self.status.backups_wanted.connect(self.actions_[SHOW_BACKUPS].trigger)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Load the first page once the window is there."""
        super().showEvent(event)
        if self._complete and not self._loaded:
            self._loaded = True
            self._after(0, self._load)

    def _after(self, milliseconds: int, step: Callable[[], object]) -> None:
        """Do *step* soon, unless the window is closed before."""
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(step)
        timer.timeout.connect(timer.deleteLater)
        timer.start(milliseconds)

    @property
    def is_complete(self) -> bool:
        """Whether all parts are there."""
        return self._complete

    @Slot()
    def save_copy(self) -> bool:
        """Copy all that can be read to another file, and go on there; tells if all is saved."""
        return self.saving.save_copy()

    @Slot(object)
    def close_to_restore(self, backup: Backup) -> None:
        """Close, and let the program open again over what *backup* says."""
        self.restoring = backup
        if not self.close():
            self.restoring = None

    def show_failure(self, why: str) -> None:
        """A part could not be made: say so in place of them all, with *why* if it is known."""
        from careerdesk.ui.shell.start_failure import StartFailure

        failure = StartFailure(why)
        failure.button.clicked.connect(self.close)
        self.setCentralWidget(failure)
        failure.button.setFocus()

    @Slot()
    def _load(self) -> None:
        """Read the people and the first page; the window is on the screen already."""
        with settled_once():
            self._open(self._read_people)
        self._after(PAINT_FIRST_MS, self._make_page)

    @Slot()
    def _make_page(self) -> None:
        self._open(self._make_first_page)
        self._after(0, self._show_place)  # it is not seen before

    @Slot()
    def _show_place(self) -> None:
        with settled_once():
            self._open(self._restore_place)
        self.content.setUpdatesEnabled(True)
        self._tell_unread()
        self.state.follow()
        shown = self.content.currentWidget()
        if shown is not None:
            shown.installEventFilter(self)
            shown.update()  # it may be painted already, as the first start is
        self.opened.emit()

    def _open(self, part: Callable[[], None]) -> None:
        """Do a part of opening; the rest is done also when it fails, and the user is told."""
        try:
            part()
        except Exception as error:  # noqa: BLE001  # told as every other that nobody caught
            self._unread = self._unread or ""
            sys.excepthook(type(error), error, error.__traceback__)
        keys = (names.PROBLEM, names.REFUSED, names.DISK_FULL, names.NOT_READ, names.UNREAD)
        problem = next(filter(None, map(self.banners.banner, keys)), None)
        if problem is not None:  # what the next part reads well would take it down
            self._unread = self._unread or problem.text.text()

    def _tell_unread(self) -> None:
        """Say for as long as it is so that not all could be read, and let it be tried again."""
        from careerdesk.i18n import tr

        if self._unread is not None:
            self.status.show_unread()
        if self._unread:
            again = (tr("Try again"), self._open_again)
            clear_problem(self.ctx.notices)
            self.ctx.notices.banner(names.UNREAD, "warning", self._unread, [again])

    @Slot()
    def _open_again(self) -> None:
        self.ctx.notices.clear_banner(names.UNREAD)
        self._unread = None
        self.status.show_all_saved()
        for part in (self._read_people, self._make_first_page, self._restore_place):
            self._open(part)
        self._tell_unread()

    def _read_people(self) -> None:
        self.rail.reload()
        self.saving.tell_how_it_was_opened()
        if not self.rail.current_id:
            self._choose_person()

    def _choose_person(self) -> None:
        """Choose who is shown first, so that the rail is painted once; their page comes later."""
        with self._page_later():
            bound = self.bound_for is not None and self.rail.select(self.bound_for[0])
            self.state.restore_person(anyone=not bound)
        if not bound:
            state = self.state
            self.rail.show_place(today=state.was_on_today, reviews=state.was_in_reviews)

    @contextmanager
    def _page_later(self) -> Iterator[None]:
        """Let somebody be chosen in the rail whose page is shown after that, once."""
        self._going = True
        try:
            yield
        finally:
            self._going = False

    def _make_first_page(self) -> None:
        self.state.restore_tab()
        if self.rail.model.rowCount():
            self.person_page.made_page(self.person_page.tab)

    def _restore_place(self) -> None:
        if self.bound_for is not None and self.open_person(*self.bound_for):
            return
        if self.rail.current_id:
            self._show_chosen(self.rail.current_id)
        if self.state.was_on_today:
            self.commands.pages.show_today()
        elif self.state.was_in_reviews:
            self.commands.pages.resume_reviews(self.state.place_in_reviews)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell when the first page with data was painted."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            self._after(0, self.first_data_painted.emit)
        return super().eventFilter(watched, event)

    @property
    def row(self) -> PersonRow | None:
        """The open person as the rail has them."""
        return self.rail.model.known(self.person_page.person_id)

    @Slot(int)
    def _show_chosen(self, person_id: int) -> None:
        if self._going:
            return
        pages = self.commands.pages
        if self.rail.fills_a_gap and not self.on_person_page and not pages.is_of_the_gone:
            self._turn_page_to(person_id)  # behind the one to which the user went meanwhile
            pages.stay()
        elif person_id != self.person_page.person_id or not self.on_person_page:
            self._show_person(person_id, "")

    @property
    def on_person_page(self) -> bool:
        """Whether a person is shown, not one of the plain pages."""
        return self.content.currentWidget() is self.person_page

    def _show_person(self, person_id: int, tab: str) -> None:
        with settled_once():
            self._turn_page_to(person_id, tab)
            self.content.setCurrentWidget(self.person_page)
            self.commands.pages.leave()
        self.actions_.set_person(there=True)

    def _turn_page_to(self, person_id: int, tab: str = "") -> None:
        self.person_page.take_side()
        self.person_page.show_person(person_id, tab)
        self._refresh_header()

    @Slot()
    def _refresh_header(self) -> None:
        row = self.row
        self.actions_.set_running(there=row is not None and row.running)
        if row is not None:
            self.person_page.show_header(row)

    def open_person(self, person_id: int, tab: str = "") -> bool:
        """Show a person in the rail and on the page; an empty tab stays with the open one.

        Tells whether they are shown: those who are gone are not, nor others while it is shared.
        """
        if not person_id or not self.ctx.sharing.shows(person_id):
            return False
        if self.rail.current_id != person_id and not self._select(person_id):
            return False
        if tab or self.person_page.person_id != person_id or not self.on_person_page:
            self._show_person(person_id, tab)
        return True

    def _select(self, person_id: int) -> bool:
        with self._page_later():
            return self.rail.select(person_id)

    @Slot()
    def show_first_start(self) -> None:
        """Nobody is in the rail: show how to begin, or while it is shared that nobody is shown."""
        self.person_page.show_nobody()
        self.actions_.set_person(there=False)
        self.commands.pages.show_first_start()

    def show_area(self, room: str) -> None:
        """Say in the line at the top and in the status line which room this is."""
        from careerdesk.ui.theme.theme import set_kind

        set_kind(self.area_line, room, "room")
        self.status.show_area(room)

    @Slot(object)
    def go(self, to: Destination) -> None:
        """Go to a place if it can be shown now, and do there what one came for."""
        from careerdesk.ui.base.navigation import Errand, Place

        if to.found:
            self.commands.jump(to)
        elif to.place is Place.REVIEWS_PAGE:
            self.commands.pages.show_reviews(to.person_id)
        elif to.place is Place.WEEK:
            self.commands.pages.show_week()
        elif to.place is Place.DISCOVERY_CONVERSATION:
            self._start_discovery(to.person_id)
        else:
            begins = to.errand is Errand.START_CHECK_IN
            shown = (self._begin_and_show if begins else self._show)(to)
            page = self.person_page.page
            if shown and page is not None and page.person_id == to.person_id:  # not gone meanwhile
                page.arrive(to)
        self.commands.mark(to.words)

    def _show(self, to: Destination) -> bool:
        return self.open_person(to.person_id, to.tab)

    def _begin_and_show(self, to: Destination) -> bool:
        """Start a check-in and show it; the page before does not read of it while it goes."""
        before = self.person_page.page if self.on_person_page else self.commands.pages.current
        if before is not None:
            before.put_off()
        try:
            return self._begin_check_in(to) and self._show(to)
        finally:
            if before is not None:
                before.catch_up()

    def _start_discovery(self, person_id: int) -> None:
        from careerdesk.ui.shell.actions import DISCOVERY_CONVERSATION

        if person_id == self.person_page.person_id or self.open_person(person_id):
            self.actions_[DISCOVERY_CONVERSATION].trigger()

    @Slot()
    def start_check_in(self) -> None:
        """Start a check-in with the open person, or go to the one that is running."""
        self.ctx.navigator.start_check_in(self.person_page.person_id)

    def _begin_check_in(self, to: Destination) -> bool:
        """Store that a check-in runs now, if none does; tells whether one runs."""
        person_id = to.person_id
        if not person_id or not self.ctx.sharing.shows(person_id):
            return False
        if not self.ctx.autosaver.flush():
            return False
        from careerdesk.domain.records import CheckIn
        from careerdesk.services import checkins
        from careerdesk.ui.base.errors import try_action

        now, wanted = self.ctx.clock.now(), to.id_of(CheckIn)
        check_in = try_action(
            self.ctx, checkins.start, self.ctx.store, person_id, now, checkin_id=wanted
        ).value
        return check_in is not None

    @Slot(object)
    def _show_day(self, today: date) -> None:
        """Pages read again by themselves; this is what else shows a day."""
        from careerdesk.ui.widgets.days_shown import show_day

        self.status.show_day(today)
        show_day(self, today)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back one area; the key that saves in other programs is answered."""
        from PySide6.QtCore import Qt
        from PySide6.QtGui import QKeySequence

        if event.key() == Qt.Key.Key_Escape and self._complete:
            self.commands.escape()
        elif event.matches(QKeySequence.StandardKey.Save) and self._complete:
            self.saving.save_now()
        else:
            super().keyPressEvent(event)

    @Slot()
    def come_to_front(self) -> None:
        """Show the window above others."""
        from PySide6.QtCore import Qt

        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()

    @Slot(object)
    def answer_call(self, wish: Wish) -> None:
        """Another start asks for the window: come forward, and go where it wants.

        While others see the screen, or a dialog waits for an answer, the window goes nowhere.
        """
        from PySide6.QtWidgets import QApplication

        self.come_to_front()
        busy = QApplication.activeModalWidget() is not None or QApplication.activePopupWidget()
        if wish.person_id and self._loaded and not (self._ended or busy or self.ctx.sharing.on):
            self.ctx.navigator.open(wish.person_id, wish.page)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Store what is typed first, and finish what is under way; ask only when storing fails."""
        if not self._complete or self._ended:
            event.accept()
            return
        work, pages = self.ctx.work, self.commands.pages
        if work.finishes_first(self.close) or pages.finish_first(self.close):
            self._tell_that_it_waits()
            event.ignore()
            return
        work.stop()  # what is half stored is not stored: it can be done again
        if not self.saving.may_close():
            event.ignore()
            return
        self.state.save()
        self._end()
        event.accept()

    def _tell_that_it_waits(self) -> None:
        from careerdesk.i18n import tr

        self.ctx.notices.toast(
            tr("CareerDesk will close as soon as this is done. Close it again to stop it.")
        )

    def _end(self) -> None:
        """Stop all that goes on in the window: the store and the settings may be another's now."""
        self._ended = True
        self.commands.pages.give_up()
        self.state.stop()
        self.ctx.bridge.stop()
        for timer in self.findChildren(QTimer):
            timer.stop()
            timer.blockSignals(True)  # noqa: FBT003  # hiding the fields may start one again
        for animation in self.findChildren(QAbstractAnimation):
            animation.stop()
