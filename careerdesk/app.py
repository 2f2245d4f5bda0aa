"""The composition root: the only module that knows every part and puts them together."""

from __future__ import annotations

import builtins
import os
from collections.abc import Iterator
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from careerdesk.binding import begin_start, end_start, linked_when_called
from careerdesk.data.library import COMMAND_WAIT_MS, library_for
from careerdesk.data.store import Store
from careerdesk.domain.errors import StoreInUse
from careerdesk.i18n import N_, translated
from careerdesk.owning import is_gone, load_qt, owned

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QApplication

    from careerdesk.calling import Wish
    from careerdesk.domain.backups import Backup
    from careerdesk.domain.clock import Clock
    from careerdesk.ui.base.file_dialogs import Dialogs
    from careerdesk.ui.shell.main_window import MainWindow
    from careerdesk.ui.theme.theme import Theme

# What the window needs besides itself, in an order in which no step takes long.
PARTS = (
    "careerdesk.ui.base.texts",
    "careerdesk.ui.theme.look",
    "careerdesk.ui.theme.style",
    "careerdesk.ui.theme.theme",
    "careerdesk.ui.widgets.ordered_list",
    "careerdesk.services.people",
    "careerdesk.ui.shell.rail",
    "careerdesk.ui.shell.person_page",
    "careerdesk.ui.shell.commands",
    "careerdesk.ui.shell.assembly",
)


def open_store(
    path: Path,
    passphrase: str | None = None,
    *,
    reading: bool = False,
    wait_ms: int = COMMAND_WAIT_MS,
) -> Store:
    """Open the store at *path*, a new one if nothing is there, and own it until it is closed.

    With *reading* nothing is owned and nothing can be edited, so that it works beside an
    open window. An edit waits *wait_ms* for another program that holds the file. Raises
    `UserError` with a sentence for the user.
    """
    library = library_for(path, passphrase, wait_ms=wait_ms)
    if reading:
        return Store(path, read_only=True, library=library)
    fresh = is_gone(path)
    store = owned(path, library)
    if fresh:
        _fill_bank(store)
    return store


NO_SCREEN = N_(
    "CareerDesk can't open a window on this screen. Check DISPLAY and QT_QPA_PLATFORM, "
    "or use a command instead. For a list of commands, run: careerdesk --help"
)
NO_SCREEN_STATUS = 2


def _fill_bank(store: Store) -> None:
    from careerdesk.services import discovery

    discovery.ensure_bank(store)


def make_application() -> QApplication:
    """The one QApplication of this process, named for the desktop."""
    load_qt()
    plain = builtins.__import__
    with linked_when_called():
        from PySide6.QtWidgets import QApplication

    builtins.__import__ = plain
    running = QApplication.instance()
    application = running if isinstance(running, QApplication) else _first_application()
    application.setApplicationName("CareerDesk")
    application.setDesktopFileName("careerdesk")
    application.setQuitOnLastWindowClosed(True)
    return application


def _first_application() -> QApplication:
    """Where Qt finds no screen it ends the program at once: with a sentence, and a known status."""
    from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
    from PySide6.QtWidgets import QApplication

    def heard(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        if kind is QtMsgType.QtFatalMsg:
            why = translated(NO_SCREEN)
            message = f"careerdesk: {why}"
        with suppress(OSError):  # nobody may listen
            os.write(2, f"{message}\n".encode())
        if kind is QtMsgType.QtFatalMsg:
            os._exit(NO_SCREEN_STATUS)

    before = qInstallMessageHandler(heard)
    try:
        return QApplication(["careerdesk"])
    finally:
        qInstallMessageHandler(before)


def build_window(
    store: Store,
    *,
    clock: Clock | None = None,
    settings: QSettings | None = None,
    dialogs: Dialogs | None = None,
    theme: Theme | None = None,
    bound_for: Wish | None = None,
) -> MainWindow:
    """The main window over *store*, which begins where it is *bound for*.

    What is not given is the user's own.
    """
    make_application()
    from careerdesk.ui.shell.main_window import MainWindow

    settings = settings or user_settings()
    window = MainWindow(settings)
    window.bound_for = bound_for
    for _ in parts_of(window, store, settings, clock=clock, dialogs=dialogs, theme=theme):
        pass
    return window


def parts_of(
    window: MainWindow,
    store: Store,
    settings: QSettings,
    *,
    clock: Clock | None = None,
    dialogs: Dialogs | None = None,
    theme: Theme | None = None,
) -> Iterator[None]:
    """Import and make the parts of *window* in small steps; it is complete after the last."""
    for module in PARTS:
        import_module(module)
        yield
    from careerdesk.ui.shell.person_page import page_of

    if not store.is_new:  # nobody is in a new one: its first page is another
        page_of(str(settings.value("place/tab", "")))  # that opens first
        yield
    from careerdesk.domain.clock import SystemClock
    from careerdesk.ui.base.file_dialogs import Dialogs
    from careerdesk.ui.shell.assembly import assemble
    from careerdesk.ui.theme.theme import Theme

    if theme is None:
        from careerdesk import fonts

        fonts.dress(make_application())  # the frame is seen by now, and no word yet
        yield
        theme = Theme(str(settings.value("theme", "system")))
        theme.install(make_application())
        yield
    dialogs = dialogs or Dialogs(store.reopen_after_file_dialog)
    yield from assemble(window, store, clock or SystemClock(), settings, dialogs, theme)


def show_failure(why: str) -> None:
    """Say in a window, until it is closed, *why* there is no other: a sentence."""
    application = make_application()
    from careerdesk.ui.shell.start_failure import StartFailure

    failure = StartFailure(why)
    failure.setWindowTitle("CareerDesk")
    failure.button.clicked.connect(failure.close)
    failure.show()
    application.exec()


def user_settings(folder: Path | None = None) -> QSettings:
    """What the program remembers about itself: never a name, never a text."""
    from PySide6.QtCore import QSettings

    from careerdesk import paths

    return QSettings(
        str((folder or paths.config_dir()) / "careerdesk.ini"), QSettings.Format.IniFormat
    )


def run_window(
    path: Path,
    *,
    settings_folder: Path | None = None,
    measure: bool = False,
    tell: bool = False,
    wish: Wish | None = None,
) -> int:
    """Open the window over the store at *path* and stay until it is closed; the exit status.

    It begins where *wish* says. Where the store is open in another window already, that one is
    asked to come forward instead. Where it does not open, or is gone, and there is a backup of it,
    that is offered. Where nothing can be, a window says why if it is to *tell*: nobody sees what a
    program says that was started from its icon. Else `UserError` is raised.
    """
    begin_start()
    try:
        return _opened(path, settings_folder, wish, measure=measure, tell=tell and not measure)
    finally:
        end_start()  # the window has, unless it was never painted


def _opened(
    path: Path, settings_folder: Path | None, wish: Wish | None, *, measure: bool, tell: bool
) -> int:
    from careerdesk.rescuing import Unopened, restored, store_for_window

    application, settings = make_application(), user_settings(settings_folder)
    known: Unopened | None = None
    while True:
        try:
            store = store_for_window(
                application, path, settings, known, rescue=not measure, tell=tell
            )
        except StoreInUse as error:
            if not measure and _is_heard(path, wish):
                return 0
            if not tell:
                raise
            known = Unopened(str(error), refused=True)
            continue
        if store is None:
            return 0
        path = store.path
        try:
            if store.read_only and not measure and _is_heard(path, wish, surely=False):
                return 0  # nobody holds the lock of such a store: it says nothing of another window
            status, backup = _run(
                application, store, settings, settings_folder, wish, measure=measure
            )
        finally:
            store.close()
        if backup is None:
            return status
        why = restored(path, backup)
        known = Unopened(why) if why else None


def _is_heard(path: Path, wish: Wish | None, *, surely: bool = True) -> bool:
    """Ask the window over *path* to come forward; where it is *surely* there, wait for it."""
    from careerdesk.calling import ANYWHERE, Answer, call, call_patiently

    return (call_patiently if surely else call)(path, wish or ANYWHERE) is Answer.HEARD


def _run(
    application: QApplication,
    store: Store,
    settings: QSettings,
    settings_folder: Path | None,
    wish: Wish | None,
    *,
    measure: bool,
) -> tuple[int, Backup | None]:
    """Run the window; its exit status, and the backup that is to take the place of the store."""
    from careerdesk import paths
    from careerdesk.crash_report import CrashReport, Mark
    from careerdesk.ui.base.locales import speak_as_the_system
    from careerdesk.ui.shell.main_window import MainWindow
    from careerdesk.ui.shell.running import Running

    speak_as_the_system()
    state = settings_folder or paths.state_dir()
    mark = None if store.read_only or measure else Mark(state, store.path)
    try:
        window = MainWindow(settings)
        window.bound_for = wish
        steps = parts_of(window, store, settings)
        report = CrashReport(state)
        running = Running(
            application, window, store, steps, report=report, mark=mark, measure=measure
        )
        return running.until_closed(), window.restoring
    finally:
        if mark is not None:
            mark.stop()
