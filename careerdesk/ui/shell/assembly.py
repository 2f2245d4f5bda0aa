"""Makes the parts of the window and puts them in place, in steps that leave the window alive."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QFrame, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from careerdesk.domain.clock import Clock
from careerdesk.services.store import Store
from careerdesk.ui.base import names
from careerdesk.ui.base.autosave import Autosaver
from careerdesk.ui.base.bridge import Bridge
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.day import Day
from careerdesk.ui.base.drafts import Drafts
from careerdesk.ui.base.file_dialogs import Dialogs
from careerdesk.ui.base.keyboard import KeyboardWatch
from careerdesk.ui.base.long_work import LongWork
from careerdesk.ui.base.navigation import Navigator
from careerdesk.ui.base.sharing import Sharing
from careerdesk.ui.base.wheel import WheelGuard
from careerdesk.ui.base.window_filter import EmptyPaste, SecondClick
from careerdesk.ui.shell.actions import Actions
from careerdesk.ui.shell.commands import Commands
from careerdesk.ui.shell.main_window import MainWindow
from careerdesk.ui.shell.notices import WindowNotices
from careerdesk.ui.shell.person_page import PersonPage
from careerdesk.ui.shell.rail import Rail
from careerdesk.ui.shell.rail_fold import MOST_AT_FIRST, WIDE
from careerdesk.ui.shell.saving import Saving
from careerdesk.ui.shell.share_bar import ShareBar, ShareFrame
from careerdesk.ui.shell.status_line import StatusLine
from careerdesk.ui.shell.top_bar import TopBar
from careerdesk.ui.shell.undo import UndoRedo
from careerdesk.ui.shell.window_state import WindowState
from careerdesk.ui.theme.theme import Theme, set_area
from careerdesk.ui.widgets.banner import BannerArea
from careerdesk.ui.widgets.toast import Toast

AREA_LINE = 3


def assemble(
    window: MainWindow,
    store: Store,
    clock: Clock,
    settings: QSettings,
    dialogs: Dialogs,
    theme: Theme,
) -> Iterator[None]:
    """Make all parts of *window*; between two steps the event loop may run."""
    body = QWidget()
    window.content = QStackedWidget()
    window.banners = BannerArea(theme)
    window.banners.setObjectName(names.BANNER_AREA)
    window.toast = Toast(theme, body)
    bridge, autosaver = Bridge(store, window), Autosaver(window)
    window.ctx = Context(
        store, bridge, clock, autosaver, Navigator(window),
        WindowNotices(window.toast, window.banners, lambda: store.last_edit),
        settings, dialogs, theme,
        Sharing(window), Drafts(store, bridge, autosaver, clock, window),
        Day(clock, autosaver.flush, window), LongWork(autosaver, window),
    )  # fmt: skip
    window.actions_ = Actions(window)
    keyboard = _watch_input(window)
    yield
    top, centre = _add_top(window, theme), _add_centre(window, theme)
    window.rail = Rail(window.ctx, window.actions_, window.splitter)
    _add_body(window, body)
    yield
    window.person_page = PersonPage(window.ctx, window.content)
    window.content.addWidget(window.person_page)
    window.status = StatusLine(theme)
    window.status.follow(window.ctx.work)
    centre.column.addWidget(window.status)
    yield
    window.content.setUpdatesEnabled(False)  # until it is known which page is the first
    top.show()
    centre.show()
    _add_commands(window, keyboard, settings)
    window.complete()


def _add_commands(window: MainWindow, keyboard: KeyboardWatch | None, settings: QSettings) -> None:
    """What is done with the parts, and the place that each had the last time."""
    undo, redo = window.actions_[names.UNDO], window.actions_[names.REDO]
    window.undo_redo = UndoRedo(window.ctx, undo, redo, window)
    window.commands = Commands(window, window)
    if keyboard is not None:
        keyboard.lost.connect(window.commands.pages.focus)
    window.saving = Saving(window, window)
    window.state = WindowState(window, window, settings)
    window.state.restore()


def _watch_input(window: MainWindow) -> KeyboardWatch | None:
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        return None
    WheelGuard(window)
    SecondClick(window)
    EmptyPaste(window)
    return KeyboardWatch(app, window)


def _add_top(window: MainWindow, theme: Theme) -> ShareFrame:
    top = ShareFrame(theme, window.ctx.sharing, bottom=False)
    top.hide()
    window.setMenuWidget(top)
    keys = window.actions_[names.SHARE_SAFE_MODE].shortcut()
    window.share_bar = ShareBar(theme, keys.toString(QKeySequence.SequenceFormat.NativeText))
    window.share_bar.hide()
    window.share_bar.follow(window.ctx.sharing)
    top.column.addWidget(window.share_bar)
    top.column.addWidget(TopBar(theme, window.actions_))
    window.addActions(window.actions_.all())
    window.actions_.set_person(there=False)
    return top


def _add_centre(window: MainWindow, theme: Theme) -> ShareFrame:
    """The frame that holds rail and page: in its place before it is filled, hidden till it is.

    What is put into a window when it is filled is dressed once more, down to the last button.
    """
    centre = ShareFrame(theme, window.ctx.sharing, bottom=True)
    centre.hide()
    window.setCentralWidget(centre)
    window.splitter = splitter = QSplitter(Qt.Orientation.Horizontal)
    splitter.setObjectName("mainSplitter")
    splitter.setHandleWidth(1)
    splitter.setChildrenCollapsible(False)
    centre.column.addWidget(splitter, 1)
    return centre


def _add_body(window: MainWindow, body: QWidget) -> None:
    theme = window.ctx.theme
    window.splitter.addWidget(body)
    set_area(body, "growth")
    window.area_line = line = QFrame()
    line.setProperty("kind", "room-line")
    line.setFixedHeight(AREA_LINE)
    column = _column(body)
    column.addWidget(line)
    column.addWidget(window.banners)
    column.addWidget(window.content, 1)
    window.splitter.setStretchFactor(1, 1)
    rail_width = min(theme.look.measure(WIDE), MOST_AT_FIRST)
    window.splitter.setSizes([rail_width, 1280 - rail_width])


def _column(holder: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return column
