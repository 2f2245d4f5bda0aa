"""What the window says where not all is well: the file cannot be written, is gone, travels."""

from __future__ import annotations

import resource
import shutil
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSettings
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from careerdesk import app, tour
from careerdesk.demo import make_demo
from careerdesk.services import backups, people
from careerdesk.ui.base import names
from careerdesk.ui.shell.inspection import Inspection
from careerdesk.ui.shell.left_behind import LeftBehind
from careerdesk.ui.shell.main_window import MainWindow
from careerdesk.ui.shell.palette import Palette
from careerdesk.ui.shell.rescue import Rescue
from careerdesk.ui.theme.theme import Theme
from tests.plain_words import TYPED
from tests.pseudo_window import Walker, settle

Read = Callable[[str, QWidget], None]
TABS = ("prepare", "discovery", "plan", "check-ins")
SEARCHED = (">", "@", "kind:", "from:", "is:", "goals last month", "from:zz kind:zz is:zz")


def walk_notices(folder: Path, read: Read) -> None:
    """Bring each of them about, and read the window."""
    theme = Theme("light")
    parts = (_read_only, _full, _gone, _travelling, _damaged, _left_behind, _shared, _searched)
    for make in parts:
        home = folder / ("Dropbox" if make is _travelling else make.__name__)
        home.mkdir()
        window = _window(home, theme, reading=make is _read_only)
        answering = Walker(window, read)
        answering.answer()
        for name in make(window, home / "acts.db"):
            settle()
            answering.look(f"{make.__name__}: {name}")
        window.hide()
    kept = next(iter(backups.every(folder / "acts.db")), None)
    for anew, newest in product((True, False), (kept, None)):
        today = tour.TourClock().today()
        rescue = Rescue(theme, "", newest, today, anew=anew, refused=newest is None)
        rescue.show()
        settle()
        read("rescue", rescue)
        rescue.hide()


def _window(home: Path, theme: Theme, *, reading: bool) -> MainWindow:
    make_demo(home / "acts.db", tour.TourClock())
    settings = QSettings(str(home / "acts.ini"), QSettings.Format.IniFormat)
    window = app.build_window(
        app.open_store(home / "acts.db", reading=reading), clock=tour.TourClock(),
        settings=settings, theme=theme,
    )  # fmt: skip
    window.resize(*tour.SIZE)
    waiting = QEventLoop()
    window.first_data_painted.connect(waiting.quit)
    window.show()
    waiting.exec()
    settle()
    return window


def _everywhere(window: MainWindow) -> list[str]:
    """Open each page of the first person, and type where something can be added."""
    person = people.everyone(window.ctx.store)[0].id
    for tab in TABS:
        window.open_person(person, tab)
        settle()
        field = next((one for one in window.findChildren(QLineEdit) if one.isVisible()), None)
        if field is not None:
            field.setFocus()
            QTest.keyClicks(field, TYPED)
            field.returnPressed.emit()
        settle()
    return ["typed"]


def _read_only(window: MainWindow, _store: Path) -> list[str]:
    return _everywhere(window)


def _full(window: MainWindow, _store: Path) -> list[str]:
    """The disk takes nothing more."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1, before[1]))
    try:
        return _everywhere(window)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def _gone(window: MainWindow, store: Path) -> list[str]:
    """It is moved away, the window is closed, a copy is made and gone on with."""
    store.rename(store.with_name("moved.db"))
    window.saving.look()
    _everywhere(window)
    window.saving.may_close()
    return ["gone on"]


def _travelling(window: MainWindow, store: Path) -> list[str]:
    """Its folder is synced, and a second version lies there."""
    shutil.copy(store, store.with_name("acts (Jo's conflicted copy 2026-11-17).db"))
    window.saving.tell_how_it_was_opened()
    return ["opened"]


def _damaged(window: MainWindow, store: Path) -> list[str]:
    """Half of it is overwritten."""
    size = store.stat().st_size
    with store.open("r+b") as file:
        file.seek(size // 2)
        file.write(b"\xff" * (size // 2))
    ended: list[bool] = []
    inspection = Inspection(window, "check", window)
    inspection.ended.connect(lambda: ended.append(True))
    inspection.start()
    while not ended:
        settle()
    return ["found", *_everywhere(window)]


def _left_behind(window: MainWindow, _store: Path) -> list[str]:
    LeftBehind(window, lambda: None, window).tell()
    return ["told"]


def _shared(window: MainWindow, _store: Path) -> list[str]:
    window.actions_[names.SHARE_SAFE_MODE].trigger()
    return ["shared", *_everywhere(window)]


def _searched(window: MainWindow, _store: Path) -> Iterator[str]:
    """What the search says of what is typed."""
    window.commands.search()
    palette = window.findChild(Palette)
    assert isinstance(palette, Palette)
    for typed in SEARCHED:
        palette.frame.edit.setText(typed)
        while palette.waits:
            settle()
        yield typed
