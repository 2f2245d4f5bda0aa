"""What keeps the program safe starts with the window, whatever its first page is or does.

Real processes: a second start finds the first, the system can end it, a fault is told and logged.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from careerdesk.services import people
from careerdesk.ui.base import names
from tests.e2e.screen import Program, missing_tools, screen
from tests.seeds import one_in
from tests.stores import blank_store

ROOT = Path(__file__).parents[2]
BROKEN = Path(__file__).with_name("broken.py")
FIRST_PAGE, A_STEP = "careerdesk.ui.prepare.prepare", "careerdesk.ui.shell.rail"


class Starting:
    """A home of the program, and what is started in it."""

    def __init__(self, home: Path, display: dict[str, str]) -> None:
        self.home = home
        self.environment = {**display, "CAREERDESK_HOME": str(home), "PYTHONPATH": str(ROOT)}
        self.first: Program | None = None
        self.within: tuple[str, ...] = ()

    def with_people(self) -> None:
        store = blank_store(self.home / "data" / "careerdesk.db")
        people.add_many(store, ["Ana Ruiz", "Ben Okri"])
        store.close()

    def with_place(self, page: str) -> None:
        (self.home / "config").mkdir(parents=True, exist_ok=True)
        path = self.home / "config" / "careerdesk.ini"
        settings = QSettings(str(path), QSettings.Format.IniFormat)
        settings.setValue("place/page", page)
        settings.sync()

    def start(self, *, broken: str = "") -> Program:
        environment = {**self.environment, "BROKEN_MODULE": broken}
        self.first = Program(environment, script=BROKEN, within=self.within)
        return self.first

    def second(self) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*self.within, sys.executable, "-m", "careerdesk"], env=self.environment,
            capture_output=True, text=True, timeout=240, check=False,
        )  # fmt: skip

    @property
    def log(self) -> str:
        found = self.home / "state" / "careerdesk.log"
        return found.read_text() if found.exists() else ""


@pytest.fixture(scope="module")
def display() -> Iterator[dict[str, str]]:
    """A real screen, since what is painted when differs there; without the tools none."""
    if missing_tools():
        yield {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    else:
        with screen(managed=False) as environment:
            yield environment


@pytest.fixture
def starting(tmp_path: Path, display: dict[str, str]) -> Iterator[Starting]:
    made = Starting(tmp_path / "home", display)
    yield made
    if (made.home / "data").exists():
        (made.home / "data").chmod(0o755)
    if made.first is not None and made.first.process.poll() is None:
        made.first.kill()


def nobody(starting: Starting) -> Program:
    """The store has nobody yet."""
    return shown(starting.start(), names.FIRST_START)


def usual(starting: Starting) -> Program:
    starting.with_people()
    return shown(starting.start(), names.PREPARE_TAB)


def today(starting: Starting) -> Program:
    starting.with_people()
    starting.with_place(names.TODAY_VIEW)
    return shown(starting.start(), names.TODAY_VIEW)


def reviews(starting: Starting) -> Program:
    starting.with_people()
    starting.with_place(names.REVIEWS_VIEW)
    return shown(starting.start(), names.REVIEWS_VIEW)


def read_only(starting: Starting) -> Program:
    """The store can be read, not written; root must lose its rights for that."""
    starting.with_people()
    (starting.home / "data" / "careerdesk.db").chmod(0o444)
    (starting.home / "data").chmod(0o555)
    if os.geteuid() == 0:
        starting.within = ("setpriv", "--bounding-set=-all", "--inh-caps=-all")
        if not shutil.which("setpriv"):
            pytest.skip("root reads and writes all here")
    return shown(starting.start(), "banner.read-only")


def page_that_fails(starting: Starting) -> Program:
    starting.with_people()
    starting.with_place(names.TODAY_VIEW)
    return shown(starting.start(broken="careerdesk.ui.today.today"), "banner.crash")


def step_that_fails(starting: Starting) -> Program:
    starting.with_people()
    return shown(starting.start(broken=A_STEP), "startFailure")


def first_page_module_that_fails(starting: Starting) -> Program:
    starting.with_people()
    return shown(starting.start(broken=FIRST_PAGE), "startFailure")


def shown(program: Program, name: str) -> Program:
    """Wait until something can be seen."""
    program.until(lambda: program.ask("where", name))
    return program


WAYS = [
    nobody, usual,
    *(pytest.param(way, marks=pytest.mark.long)
      for way in (today, reviews, read_only, page_that_fails, step_that_fails,
                  first_page_module_that_fails)),
]  # fmt: skip
Way = Callable[[Starting], Program]


@pytest.mark.parametrize("way", WAYS)
def test_a_second_start_finds_the_first_and_the_system_can_end_it(
    starting: Starting, way: Way
) -> None:
    first = way(starting)
    second = starting.second()
    assert (second.returncode, second.stderr) == (0, "")
    assert first.process.poll() is None
    first.process.send_signal(signal.SIGTERM)
    first.process.communicate(timeout=240)
    assert first.process.returncode == 0
    assert not (starting.home / "data" / "careerdesk.db.lock").exists()


@pytest.mark.parametrize(
    "way", one_in(3, [page_that_fails, step_that_fails, first_page_module_that_fails])
)
def test_a_start_that_fails_is_in_the_log_by_its_place_alone(starting: Starting, way: Way) -> None:
    way(starting)
    assert "RuntimeError at broken.py" in starting.log
    assert "Ana" not in starting.log


@pytest.mark.parametrize("broken", one_in(3, [A_STEP, FIRST_PAGE, "careerdesk.ui.shell.running"]))
def test_measuring_a_start_that_fails_comes_to_an_end(starting: Starting, broken: str) -> None:
    starting.with_people()
    environment = {**starting.environment, "BROKEN_MODULE": broken}
    done = subprocess.run(
        [sys.executable, str(BROKEN), "--measure-start"], env=environment, timeout=240,
        stdin=subprocess.DEVNULL, capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode in {0, 1}
    assert not (starting.home / "data" / "careerdesk.db.lock").exists()
