"""The composition root: the only module that knows every part and puts them together."""

from __future__ import annotations

import builtins
import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from careerdesk.data.library import COMMAND_WAIT_MS, WINDOW_WAIT_MS, library_for
from careerdesk.data.putting import waits
from careerdesk.data.store import Store
from careerdesk.domain.errors import NotAStore, StoreError, StoreInUse, UserError
from careerdesk.i18n import N_, translated

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QApplication

    from careerdesk.calling import Wish
    from careerdesk.data.library import Library
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
    "careerdesk.services.checkins",
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
    fresh = _is_gone(path)
    store = _owned(path, library)
    if fresh:
        _fill_bank(store)
    return store


def _open_behind_window(path: Path) -> Store:
    """As `open_store`, for a window: that fills the bank of a new store once it has settled."""
    return _owned(path, library_for(path, wait_ms=WINDOW_WAIT_MS))


def _owned(path: Path, library: Library) -> Store:
    """The store at *path*, and its lock until it is closed."""
    release = _own(path)
    try:
        store = Store(path, library=library)
    except BaseException:
        release.unlock()
        raise
    store.at_close(release.unlock)
    store.own = _Keeping(release).own
    return store


def _is_gone(path: Path) -> bool:
    """Whether nothing is there, nor a store that waits to be put there since a kill."""
    return not os.path.exists(path) and not waits(path)  # noqa: PTH110  # a closed folder says no


NO_SCREEN = N_(
    "No window can be opened on this screen. Check DISPLAY and QT_QPA_PLATFORM, or use a command "
    "instead: careerdesk --help lists them."
)
NO_SCREEN_STATUS = 2

LINES_OF_LOCK = 3  # process, program, computer; newer ones of Qt say more
CUT_MS = 2_000  # nobody takes so long to write who holds a lock


class _Ownership:
    """The lock beside a store; a holder that crashed does not hold it any more.

    `elsewhere` names the computer that holds it, if it is another one: whether its program runs
    cannot be told from here.
    """

    def __init__(self, path: Path) -> None:
        from PySide6.QtCore import QLockFile

        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        self.file = Path(f"{path}.lock")
        self._lock = QLockFile(str(self.file))
        self._lock.setStaleLockTime(0)
        held = self._lock.tryLock(0)
        if not held and self._lock.error() == QLockFile.LockError.LockFailedError:
            held = self._take_what_was_cut()
        self.refused = not held and self._lock.error() == QLockFile.LockError.LockFailedError
        self.elsewhere = self._other_computer() if self.refused else ""

    def _take_what_was_cut(self) -> bool:
        """Take a lock that does not say whose it is: a crash cut it, or it is just being written.

        Anyone who writes it is waited for. Qt looks besides whether a process of this computer has
        the file.
        """
        process, *more = self._lines() or [""]
        if process.isdecimal() and int(process) and len(more) >= LINES_OF_LOCK - 1:
            return False
        self._lock.setStaleLockTime(CUT_MS)
        try:
            return self._lock.tryLock(2 * CUT_MS)
        finally:
            self._lock.setStaleLockTime(0)

    def _lines(self) -> list[str]:
        """What the lock says, in whole lines; as much as a whole one has if it cannot be read."""
        try:
            return self.file.read_text(encoding="utf-8", errors="replace").split("\n")[:-1]
        except OSError:
            return ["1"] * LINES_OF_LOCK

    def _other_computer(self) -> str:
        from PySide6.QtCore import QSysInfo

        _process, _program, host, identity, *_ = [*self._lines(), "", "", "", ""]
        here = QSysInfo.machineHostName(), bytes(QSysInfo.machineUniqueId().data()).decode()
        is_here = identity == here[1] if identity and here[1] else host in {here[0], ""}
        return "" if is_here else host

    @property
    def stands(self) -> bool:
        """Whether the lock is still there and ours: its folder may be gone, or another one."""
        return self._lines()[:1] == [str(os.getpid())]

    def unlock(self) -> None:
        """Let the next start have the store."""
        if self.stands or not self._lock.isLocked():
            self._lock.unlock()
            return
        import shiboken6

        shiboken6.invalidate(self._lock)  # Qt would take away whatever has the name by now


class _Keeping:
    """The lock of an open store, which may go on in another file."""

    def __init__(self, held: _Ownership) -> None:
        self._held = [held]

    def own(self, path: Path) -> Callable[[], None]:
        """Take the lock of *path*, or keep it; returns how to let go of it."""
        self._held = [one for one in self._held if one.stands]
        for one in self._held:
            if one.file == Path(f"{path}.lock"):
                return one.unlock
        self._held.append(_own(path))
        return self._held[-1].unlock


def _own(path: Path) -> _Ownership:
    """Take the lock of *path*; a folder that takes no lock leaves the store read-only."""
    load_qt()
    try:
        ownership = _Ownership(path)
    except OSError as error:
        raise StoreError(
            N_(
                "Could not create the folder for {path}: {reason}. Choose another one with --store."
            ),
            path=path,
            reason=error.strerror,
        ) from None
    if ownership.elsewhere:
        raise StoreInUse(
            N_(
                "{path} is open on {host}, or was when that computer shut down. Close it there. "
                "If it isn't open anywhere, delete {lock} and start again."
            ),
            path=path,
            host=ownership.elsewhere,
            lock=ownership.file,
        )
    if ownership.refused:
        raise StoreInUse(
            N_(
                "{path} is already open in another CareerDesk window. Close it there, or use that "
                "window."
            ),
            path=path,
        )
    return ownership


def own(path: Path) -> Callable[[], None]:
    """Take the lock of a store that is not open; returns how to let go of it. `StoreInUse`."""
    return _own(path).unlock


def _fill_bank(store: Store) -> None:
    from careerdesk.services import discovery

    discovery.ensure_bank(store)


def load_qt() -> None:
    """Import Qt, and put back Python's own import: that of PySide6 slows every later one."""
    from careerdesk.binding import compiled_once

    plain = builtins.__import__
    with compiled_once():
        import PySide6.QtCore  # noqa: F401

    builtins.__import__ = plain


def make_application() -> QApplication:
    """The one QApplication of this process, named for the desktop."""
    load_qt()
    plain = builtins.__import__
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
    wish: Wish | None = None,
) -> int:
    """Open the window over the store at *path* and stay until it is closed; the exit status.

    It begins where *wish* says. Where the store is open in another window already, that one is
    asked to come forward instead. Where it does not open, or is gone, and there is a backup of it,
    that is offered.
    """
    application = make_application()
    why = ""
    while True:
        try:
            store = _open_for_window(path, why, settings_folder, measure=measure)
        except StoreInUse:
            if not measure and _is_heard(path, wish):
                return 0
            raise
        if store is None:
            return 0
        path = store.path
        try:
            if store.read_only and not measure and _is_heard(path, wish, surely=False):
                return 0  # nobody holds the lock of such a store: it says nothing of another window
            status, backup = _run(application, store, settings_folder, wish, measure=measure)
        finally:
            store.close()
        if backup is None:
            return status
        why = _restore(path, backup)


def _is_heard(path: Path, wish: Wish | None, *, surely: bool = True) -> bool:
    """Ask the window over *path* to come forward; where it is *surely* there, wait for it."""
    from careerdesk.calling import ANYWHERE, Answer, call, call_patiently

    return (call_patiently if surely else call)(path, wish or ANYWHERE) is Answer.HEARD


def _run(
    application: QApplication,
    store: Store,
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
        settings = user_settings(settings_folder)
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


def _restore(path: Path, backup: Backup) -> str:
    """Put a backup in the place of a store that is closed; why that failed, if it did."""
    from careerdesk.services import backups

    try:
        release = own(path)
        try:
            backups.restore_closed(path, backup.path)
        finally:
            release()
    except UserError as error:
        return str(error)
    return ""


def _open_for_window(
    path: Path, why: str, settings_folder: Path | None, *, measure: bool
) -> Store | None:
    """The store at *path*, or what is chosen in its place; None if nothing is."""
    rescue = not measure
    while True:
        gone = _is_gone(path)
        if not (gone and rescue and _has_backups(path, settings_folder)) and not why:
            try:
                return _open_behind_window(path)
            except NotAStore:
                if not rescue or not _has_backups(path, settings_folder):
                    raise
                why = translated(DAMAGED, path=path)
        chosen = _rescued(path, why, settings_folder, gone=gone)
        why = ""
        if chosen is True:
            return _open_behind_window(path)
        if isinstance(chosen, Path):
            chosen = _backup_at(chosen) or chosen
        if isinstance(chosen, Path):
            try:
                return _open_behind_window(chosen)
            except UserError as error:
                why = str(error)
        elif chosen:
            came_back = gone and not _is_gone(path)  # nothing older goes over that
            why = "" if came_back else _restore(path, chosen)
        else:
            return None


DAMAGED = N_("{path} is damaged, or is no longer a CareerDesk file. It was not touched.")
GONE = N_("There is no file at {path}. It was moved or deleted, or its disk is not connected.")


def _has_backups(path: Path, settings_folder: Path | None) -> bool:
    from careerdesk.ui.backups.second import has_backups

    return has_backups(path, user_settings(settings_folder))


def _backup_at(chosen: Path) -> Backup | None:
    """The backup that a file is: it is restored, and never written into as if it were the store."""
    from careerdesk.services import backups

    name = chosen.parent.name.removesuffix("-backups")
    kept = backups.every(chosen.parent.with_name(f"{name}.db"))
    return next((one for one in kept if one.path == chosen), None)


def _rescued(
    path: Path, why: str, settings_folder: Path | None, *, gone: bool
) -> Backup | Path | bool | None:
    """What is chosen in place of a store that does not open, or is gone."""
    from careerdesk import fonts
    from careerdesk.domain.clock import SystemClock
    from careerdesk.ui.backups.second import newest_good
    from careerdesk.ui.shell.rescue import Rescue, theme_of

    application = make_application()
    fonts.dress(application)
    settings = user_settings(settings_folder)
    theme = theme_of(settings)
    theme.install(application)
    page = Rescue(
        theme,
        why or translated(GONE, path=path),
        newest_good(path, settings),
        SystemClock().today(),
        anew=gone,
    )
    application.setQuitOnLastWindowClosed(False)  # what is chosen here comes before the window
    try:
        return page.wait()
    finally:
        application.setQuitOnLastWindowClosed(True)
