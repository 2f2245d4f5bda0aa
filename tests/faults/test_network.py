"""Nothing is asked of the network, and nothing is opened that a text names.

F58 (HTML, Markdown, styles, shares, scripts and pictures in every text), seen by strace and in a
network of its own that leads nowhere.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults import hostile
from tests.faults.home import ROOT, Home
from tests.faults.watcher import watched

TRACED = ("strace", "-f", "-qq", "--seccomp-bpf", "-e", "trace=socket,connect,openat")
needs_strace = pytest.mark.skipif(not shutil.which("strace"), reason="needs strace")


@pytest.fixture
def lures() -> Iterator[Path]:
    """A folder with a short name, and in it what texts name."""
    with tempfile.TemporaryDirectory(prefix="l", dir="/tmp") as folder:  # a line is short
        hostile.lay_lures(Path(folder))
        yield Path(folder)


def traced(seen: Path, lures: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run Python and note what it opens and to whom it speaks."""
    environment = os.environ | {
        "LURES": str(lures), "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen",
    }  # fmt: skip
    return subprocess.run(
        [*TRACED, "-o", str(seen), sys.executable, *command],
        env=environment, cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip


def spoken_to(seen: Path) -> set[str]:
    """Which kinds of sockets were made."""
    return set(re.findall(r"socket\((\w+)", seen.read_text()))


def taken(seen: Path) -> list[str]:
    """What was opened of that which a text names."""
    return [one for one in seen.read_text().splitlines() if hostile.LURE in one]


@needs_strace
def test_f58_no_text_in_any_place_opens_a_file_or_a_connection(tmp_path: Path, lures: Path) -> None:
    seen = tmp_path / "seen"
    walk = "tests/faults/hostile_walk.py"
    done = traced(seen, lures, "-m", "pytest", "-q", "-p", "no:cacheprovider", walk)
    assert done.returncode == 0, done.stdout[-4_000:]
    assert "1 passed" in done.stdout
    assert taken(seen) == []
    assert spoken_to(seen) <= {"AF_UNIX"}


PLAIN_QT = """
import os, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication, QLabel
from tests.faults.hostile import page
application = QApplication([])
label = QLabel(page(Path(os.environ["LURES"])))
label.show()
label.grab()
"""


@needs_strace
def test_f58_a_label_of_plain_qt_does_open_what_a_text_names(tmp_path: Path, lures: Path) -> None:
    seen = tmp_path / "seen"
    assert traced(seen, lures, "-c", PLAIN_QT).returncode == 0
    assert taken(seen)  # so that the test above would see it


TOURS = watched(
    """
    import threading

    PAGES = (
        "goToday", "goPrepare", "goDiscovery", "goPlan", "goCheckIns", "goReviews", "preferences",
        "shortcuts", "about", "showTrash", "showTemplates", "showObjectives", "closeWeek",
        "showBackups", "search",
    )

    def do(window):
        warm = "careerdesk.data.writer" in sys.modules and threading.active_count() == 1
        if not warm or not window.actions_["goPrepare"].isEnabled():
            return False  # the doorbell is there and the threads of the start are through
        for page in PAGES:
            window.actions_[page].trigger()
            QApplication.processEvents()
            window.grab()
        print("seen", len(PAGES), flush=True)
        window.close()
        return True
    """
)


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    made = Home(tmp_path)
    yield made
    made.kill()


def cut_off() -> tuple[str, ...]:
    """How a program is run without any network; nothing if that cannot be here."""
    for way in (("unshare", "-n"), ("unshare", "-rn")):
        if shutil.which("unshare") and subprocess.run([*way, "true"], check=False).returncode == 0:
            return way
    return ()


def pages_seen(home: Home, *within: str) -> None:
    """Look at every page, as the program is run *within* something, and close it."""
    first = home.start(TOURS, within=within)
    printed = home.end()
    assert (first, home.status, home.log()) == ("seen 15", 0, ""), printed


def test_f58_every_page_is_there_without_any_network(home: Home, tmp_path: Path) -> None:
    way = cut_off()
    if not way:
        pytest.skip("no network of one's own can be made here")
    if not shutil.which("strace"):
        pages_seen(home, *way)
        return
    seen = tmp_path / "seen"
    pages_seen(home, *way, *TRACED, "-o", str(seen))
    assert spoken_to(seen) <= {"AF_UNIX"}
    named = set(re.findall(r'connect\(.*sun_path=@?"([^"]*)"', seen.read_text()))
    assert {Path(path).name for path in named} <= {"bus", "system_bus_socket", "socket", "nscd"}
