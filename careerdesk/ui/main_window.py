"""The one window: it puts the parts in place and passes the user's wishes between them."""

from __future__ import annotations

from PySide6.QtCore import QSettings, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QMainWindow, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.domain.clock import Clock
from careerdesk.domain.views import PersonRow
from careerdesk.services import checkins
from careerdesk.services.store import Store
from careerdesk.ui import names
from careerdesk.ui.actions import Actions
from careerdesk.ui.autosave import Autosaver
from careerdesk.ui.bridge import Bridge
from careerdesk.ui.commands import Commands
from careerdesk.ui.context import Context
from careerdesk.ui.dialogs import Dialogs
from careerdesk.ui.errors import guard
from careerdesk.ui.navigation import Navigator
from careerdesk.ui.notices import Notices
from careerdesk.ui.pages.person_page import PersonPage
from careerdesk.ui.rail import Rail
from careerdesk.ui.status_line import StatusLine
from careerdesk.ui.texts import tr
from careerdesk.ui.theme.theme import Theme, set_room
from careerdesk.ui.top_bar import TopBar
from careerdesk.ui.undo import UndoRedo
from careerdesk.ui.widgets.banner import BannerArea
from careerdesk.ui.widgets.toast import Toast
from careerdesk.ui.window_state import WindowState

ROOM_LINE = 3
UNSAVED = "unsaved"


class MainWindow(QMainWindow):
    """Everything the user sees. `first_data_painted` comes once, when there is something to read.

    The window is painted first; the people and the first page are read after that.
    """

    first_data_painted = Signal()
    demo_wanted = Signal()

    def __init__(
        self, store: Store, clock: Clock, settings: QSettings, dialogs: Dialogs, theme: Theme
    ) -> None:
        super().__init__()
        self.setWindowTitle("CareerDesk")
        self.setObjectName("mainWindow")
        self._loaded = False
        self.content = QStackedWidget()
        self.banners = BannerArea(theme)
        self.banners.setObjectName(names.BANNER_AREA)
        self._body = QWidget()
        self.toast = Toast(theme, self._body)
        self.ctx = Context(
            store, Bridge(store, self), clock, Autosaver(self), Navigator(self),
            Notices(self.toast, self.banners), settings, dialogs, theme,
        )  # fmt: skip
        self.actions_ = Actions(self)
        self.rail = Rail(self.ctx)
        self.person_page = PersonPage(self.ctx)
        self.status = StatusLine(theme)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self._arrange(theme)
        self.undo_redo = UndoRedo(
            self.ctx, self.actions_[names.UNDO], self.actions_[names.REDO], self
        )
        self.commands = Commands(self)
        self.state = WindowState(self, settings)
        self._connect()
        self.state.restore()

    def _arrange(self, theme: Theme) -> None:
        self.setMinimumSize(1024, 700)
        self.setMenuWidget(TopBar(theme, self.actions_))
        self.addActions(self.actions_.all())
        self.actions_.set_person(there=False)
        self.content.addWidget(self.person_page)
        line = QFrame()
        line.setProperty("kind", "room-line")
        line.setFixedHeight(ROOM_LINE)
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(line)
        column.addWidget(self.banners)
        column.addWidget(self.content, 1)
        set_room(self._body, "growth")
        self.splitter.setObjectName("mainSplitter")
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.rail)
        self.splitter.addWidget(self._body)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([theme.look.measure(232), 1048])
        central = QWidget()
        rows = QVBoxLayout(central)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.splitter, 1)
        rows.addWidget(self.status)
        self.setCentralWidget(central)

    def _connect(self) -> None:
        self.rail.person_chosen.connect(self._show_chosen)
        self.rail.page_wanted.connect(self.commands.focus_page)
        self.rail.details_wanted.connect(self.commands.edit_person)
        self.rail.emptied.connect(self.show_first_start)
        self.rail.reread.connect(self._refresh_header)
        self.person_page.start_wanted.connect(self.start_check_in)
        self.ctx.navigator.person_wanted.connect(self.open_person)
        self.ctx.navigator.start_check_in_wanted.connect(self._start_with)
        self.ctx.navigator.question_wanted.connect(self._ask)
        self.ctx.autosaver.saved.connect(self._saved)
        self.ctx.bridge.changed.connect(self._stored)
        self.ctx.autosaver.failed.connect(self._not_saved)
        self.toast.undo_wanted.connect(self.undo_redo.undo)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._loaded:
            self._loaded = True
            QTimer.singleShot(0, self._load)

    @Slot()
    def _load(self) -> None:
        """Read the people and the first page; the window is on the screen already."""
        self.rail.reload()
        if self.ctx.store.read_only:
            self.status.show_read_only()
            words = tr("{path} can be read but not written. Nothing you type is kept.")
            self.ctx.notices.banner("read-only", "warning", words.format(path=self.ctx.store.path))
        self.state.restore_place()
        QTimer.singleShot(0, self._painted)

    @Slot()
    def _painted(self) -> None:
        self.content.repaint()
        self.first_data_painted.emit()

    @property
    def row(self) -> PersonRow | None:
        """The open person as the rail has them."""
        return self.rail.model.known(self.person_page.person_id)

    @Slot(int)
    def _show_chosen(self, person_id: int) -> None:
        if person_id != self.person_page.person_id or not self.on_person_page:
            self._show_person(person_id, "")

    @property
    def on_person_page(self) -> bool:
        """Whether a person is shown, not one of the plain pages."""
        return self.content.currentWidget() is self.person_page

    def _show_person(self, person_id: int, tab: str) -> None:
        self.person_page.take_side()
        self.person_page.show_person(person_id, tab)
        self._refresh_header()
        self.content.setCurrentWidget(self.person_page)
        self.commands.leave_plain_page()
        self.actions_.set_person(there=True)

    @Slot()
    def _refresh_header(self) -> None:
        row = self.row
        if row is not None:
            self.person_page.show_header(row)

    @Slot(int, str)
    def open_person(self, person_id: int, tab: str = "") -> None:
        """Show a person in the rail and on the page; an empty tab stays with the open one."""
        if self.rail.current_id != person_id and not self.rail.select(person_id):
            return
        if tab or self.person_page.person_id != person_id or not self.on_person_page:
            self._show_person(person_id, tab)

    @Slot()
    def show_first_start(self) -> None:
        """Nobody is in the rail: show how to begin."""
        self.person_page.person_id = 0
        self.actions_.set_person(there=False)
        self.commands.show_first_start()

    @Slot()
    def start_check_in(self) -> None:
        """Start a check-in with the open person, or go to the one that is running."""
        self._start_with(self.person_page.person_id)

    @Slot(int)
    def _start_with(self, person_id: int) -> None:
        if not person_id or not self.ctx.autosaver.flush():
            return
        talk = guard(self.ctx, checkins.start, self.ctx.store, person_id, self.ctx.clock.now())
        if talk is not None:
            self.open_person(person_id, "check-ins")
            page = self.person_page.page
            if page is not None:
                page.focus_first()

    @Slot(int, int)
    def _ask(self, person_id: int, question_id: int) -> None:
        self.open_person(person_id, "discovery")
        page = self.person_page.page
        if page is not None:
            page.ask(question_id)  # type: ignore[attr-defined]  # only Discovery is opened here

    @Slot()
    def _stored(self) -> None:
        if not self.ctx.autosaver.pending:
            self.status.show_saved(self.ctx.clock.now())

    @Slot()
    def _saved(self) -> None:
        self.status.show_saved(self.ctx.clock.now())
        self.ctx.notices.clear_banner(UNSAVED)

    @Slot(str)
    def _not_saved(self, why: str) -> None:
        self.status.show_unsaved()
        words = tr("Not saved: {why} Your text is kept here.").format(why=why)
        retry = (tr("Try again"), self.ctx.autosaver.flush)
        self.ctx.notices.banner(UNSAVED, "danger", words, [retry])

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.commands.escape()
        else:
            super().keyPressEvent(event)

    @Slot()
    def come_to_front(self) -> None:
        """Show the window above others."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.ctx.autosaver.flush() and not self._leave_unsaved():
            event.ignore()
            return
        self.state.save()
        self.ctx.bridge.stop()
        event.accept()

    def _leave_unsaved(self) -> bool:
        return self.ctx.dialogs.confirm(
            tr("Text is not saved"),
            tr("Some text could not be written to the disk and is lost when you close."),
            tr("Close and lose it"),
        )
