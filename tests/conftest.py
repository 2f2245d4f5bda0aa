"""What every test may rely on: no screen is needed, and it is the same place everywhere."""

from __future__ import annotations

import gc
import os
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["TZ"] = "Europe/Berlin"
os.environ["LC_ALL"] = "C.UTF-8"
os.environ["FAKETIME_FORCE_MONOTONIC_FIX"] = "0"  # else no wait in a thread waits: it spins
time.tzset()

import pytest  # noqa: E402
from hypothesis import settings  # noqa: E402

from tests.pretended import pretending  # noqa: E402

pretending.pretend()
pretending.tell_children()

from careerdesk.app import load_qt  # noqa: E402

load_qt()  # before pytest-qt does: its import would stay, and slow each import of the program

from careerdesk.services.store import Store  # noqa: E402
from tests.leftovers import things_left  # noqa: E402
from tests.seeds import LONG, is_long  # noqa: E402
from tests.stores import blank_store  # noqa: E402

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from careerdesk.ui.theme.theme import Theme
    from tests.robots.patience import PatientBot

settings.register_profile("careerdesk", deadline=None, print_blob=True)
settings.load_profile("careerdesk")  # before a test module is imported: no test decides by time
MANY_CASES, ONE_IN = 2, 3
_counted = {"passed": 0, "failed": 0}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", help="run what takes long too")


def pytest_report_header() -> str:
    return f"pretended: {', '.join(pretending.what()) or 'nothing'}"


def pytest_configure(config: pytest.Config) -> None:
    gc.disable()  # circles are freed between tests alone, as the program does between events
    if config.getoption("--long"):
        os.environ[LONG] = "1"


@pytest.hookimpl(trylast=True)  # after they were put in random order
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what is long, unless that is asked for."""
    if pretending.is_windows():
        os.mkfifo = no_pipes  # type: ignore[assignment]
        skip_what_needs_posix(items)
    if not is_long():
        left_out = {one for one in items if one.get_closest_marker("long")} | more_of_a_kind(items)
        config.hook.pytest_deselected(items=[one for one in items if one in left_out])
        items[:] = [one for one in items if one not in left_out]


def skip_what_needs_posix(items: Iterable[pytest.Item]) -> None:
    """Skip what tests something that Windows has not, for the reason that its mark gives."""
    for one in items:
        mark = one.get_closest_marker("posix")
        if mark is not None:
            one.add_marker(pytest.mark.skip(reason=f"needs POSIX: {mark.args[0]}"))


def no_pipes(*_values: object, **_named: object) -> None:
    """Skip the test that asks for a pipe in a folder."""
    pytest.skip("needs POSIX: a pipe that has a name")


def more_of_a_kind(items: Iterable[pytest.Item]) -> set[pytest.Item]:
    """Of a test that opens a window in many cases, those that only a long run tries."""
    kinds: dict[str, list[pytest.Item]] = {}
    for one in items:
        opens_a_window = "qtbot" in getattr(one, "fixturenames", ())
        if opens_a_window and not one.get_closest_marker("whole"):
            kinds.setdefault(one.nodeid.partition("[")[0], []).append(one)
    more: set[pytest.Item] = set()
    for cases in kinds.values():
        if len(cases) >= MANY_CASES:
            cases.sort(key=lambda one: one.nodeid)
            more |= set(cases) - set(cases[::ONE_IN])
    return more


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    stats = terminalreporter.stats
    _counted["passed"] = len(stats.get("passed", []))
    _counted["failed"] = len(stats.get("failed", [])) + len(stats.get("error", []))


@pytest.hookimpl(trylast=True)
def pytest_unconfigure(config: pytest.Config) -> None:
    """End with one line that says how it went, for who reads only that."""
    if config.pluginmanager.has_plugin("terminalreporter") and not hasattr(config, "workerinput"):
        print("{passed} passed, {failed} failed".format(**_counted))


@pytest.fixture(autouse=True)
def neither_keys_nor_mouse() -> None:
    """No test begins as one that pressed keys before it left off: rings would be drawn or not."""
    if "PySide6.QtWidgets" not in sys.modules:
        return
    from PySide6.QtCore import QCoreApplication

    from careerdesk.ui.base.keyboard import KEYBOARD

    app = QCoreApplication.instance()
    if app is not None:
        app.setProperty(KEYBOARD, None)


@pytest.fixture(autouse=True)
def nothing_is_left() -> Iterator[None]:
    """After a test no window, timer or thread of it is left; autouse, so it looks last."""
    gc.collect()
    gc.freeze()  # what no test holds stays for good, and need not be looked through again
    before = frozenset(threading.enumerate())
    yield
    left = things_left(before)
    assert not left, "The test left behind: " + "; ".join(left)


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the program's folders of this machine out of reach."""
    monkeypatch.setenv("CAREERDESK_HOME", str(tmp_path / "home"))


@pytest.fixture(scope="session", autouse=True)
def same_language() -> None:
    """Dates and numbers as an English reader writes them, on every machine."""
    from PySide6.QtCore import QLocale

    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    """The application in the font that the program takes on this machine."""
    from careerdesk import fonts

    fonts.dress(qapp)
    return qapp


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> PatientBot:
    """The hands and eyes of a test on widgets; it waits as long as it takes."""
    from tests.robots.patience import PatientBot

    return PatientBot(request)


@pytest.fixture
def put_on(qapp: QApplication) -> Iterator[Callable[[Theme], Theme]]:
    """Dress the program in a theme, for the time of a test; its ring follows no focus later."""
    import shiboken6

    worn: list[Theme] = []

    def dress(theme: Theme) -> Theme:
        theme.install(qapp)
        worn.append(theme)
        return theme

    before = qapp.palette()
    yield dress
    for theme in worn:
        assert theme._ring is not None
        theme._ring.rest()
        shiboken6.delete(theme._ring)
        theme._ring = None
    qapp.setStyleSheet("")
    qapp.setPalette(before)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A new store, closed after the test."""
    opened = blank_store(tmp_path / "store.db")
    yield opened
    opened.close()
