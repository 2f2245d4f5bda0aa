"""A window with one page over a real store, for tests that drive the page itself."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from careerdesk.services.store import Changes, Store
from careerdesk.ui.base.autosave import Autosaver
from careerdesk.ui.base.bridge import Bridge
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.day import Day
from careerdesk.ui.base.drafts import Drafts
from careerdesk.ui.base.file_dialogs import Dialogs
from careerdesk.ui.base.long_work import LongWork
from careerdesk.ui.base.navigation import Navigator
from careerdesk.ui.base.page import Page
from careerdesk.ui.base.sharing import Sharing
from careerdesk.ui.shell.notices import WindowNotices
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.banner import BannerArea
from careerdesk.ui.widgets.toast import Toast

TODAY = date(2026, 11, 17)

W = TypeVar("W", bound=QWidget)
P = TypeVar("P", bound=Page)


class StoppedClock:
    """It is always the same moment, until a test says that it is later."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 11, 17, 14, 2, tzinfo=UTC)

    def now(self) -> datetime:
        return self.moment

    def today(self) -> date:
        return self.moment.astimezone().date()

    def go_on(self, **span: int) -> None:
        self.moment += timedelta(**span)


class Stage:
    """The window, and everything a page is given; remembers what the store said."""

    def __init__(self, qtbot: QtBot, store: Store, folder: Path) -> None:
        self.store = store
        self.qtbot = qtbot
        self.window = QWidget()
        self.window.resize(1048, 700)
        qtbot.addWidget(self.window)
        self._rows = QVBoxLayout(self.window)
        theme = Theme("light")
        self.banners = BannerArea(theme)
        self._rows.addWidget(self.banners)
        self.toast = Toast(theme, self.window)
        self.changes: list[Changes] = []
        store.subscribe(self.changes.append)
        self.clock = StoppedClock()
        bridge, autosaver = Bridge(store, self.window), Autosaver(self.window)
        self.ctx = Context(
            store,
            bridge,
            self.clock,
            autosaver,
            Navigator(self.window),
            WindowNotices(self.toast, self.banners),
            QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat),
            Dialogs(),
            theme,
            Sharing(self.window),
            Drafts(store, bridge, autosaver, StoppedClock(), self.window),
            Day(self.clock, autosaver.flush, self.window),
            LongWork(autosaver, self.window),
        )

    def show(self, page: P, person_id: int) -> P:
        """Put a page on the stage, with a person on it."""
        self._rows.addWidget(page, 1)
        self.window.show()
        self.qtbot.waitExposed(self.window)
        self.window.activateWindow()
        page.show_person(person_id)
        QApplication.processEvents()
        return page

    def put(self, widget: W) -> W:
        """Put anything on the stage."""
        self._rows.addWidget(widget, 1)
        self.window.show()
        self.qtbot.waitExposed(self.window)
        self.window.activateWindow()
        QApplication.processEvents()
        return widget

    def find(self, kind: type[W], name: str) -> W:
        """A widget by its handle."""
        found = self.window.findChild(kind, name)
        assert found is not None, f"there is no {name}"
        return found

    def undo(self) -> None:
        """Take the last step back, as the window does."""
        self.ctx.autosaver.flush()
        self.store.undo()

    def redo(self) -> None:
        """Do it again."""
        self.ctx.autosaver.flush()
        self.store.redo()

    def written(self) -> int:
        """How many rows were written since the last question."""
        count = sum(len(found.all) for found in self.changes)
        self.changes.clear()
        return count
