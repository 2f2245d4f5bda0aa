"""No screen, none that can be used, or one that goes away (F64)."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.home import MARK, Home
from tests.faults.watcher import watched
from tests.stores import ask


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    made = Home(tmp_path)
    yield made
    made.kill()


@pytest.mark.posix("the screens of X")
@pytest.mark.parametrize(
    "screen",
    [{"QT_QPA_PLATFORM": "nosuch"}, {"QT_QPA_PLATFORM": "xcb", "DISPLAY": ":9871"}],
)
def test_f64_a_screen_that_cannot_be_used_is_said_in_a_sentence(
    home: Home, screen: dict[str, str]
) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "careerdesk"], env=home.environment() | screen,
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert "CareerDesk can't open a window on this screen" in done.stderr
    assert "Traceback" not in done.stderr
    assert not Path(f"{home.store}.lock").exists()


TYPES_ON_A_SCREEN = watched(
    """
    def do(window):
        if not window.actions_["editPerson"].isEnabled():
            return False
        window.actions_["editPerson"].trigger()
        field = window.findChild(QPlainTextEdit, "person.recognition")
        if field is None:
            return False
        window.ctx.autosaver.saved.connect(lambda: print("kept", flush=True))
        QTest.keyClicks(field, "{mark}")
        return True
    """
)


@pytest.mark.skipif(not shutil.which("Xvfb"), reason="needs Xvfb")
def test_f64_what_was_typed_outlives_the_screen(home: Home) -> None:
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-nolisten", "tcp"],
        pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(writing)
    try:
        with os.fdopen(reading) as display:
            screen = {"DISPLAY": f":{display.readline().strip()}", "QT_QPA_PLATFORM": "xcb"}
        assert home.start(TYPES_ON_A_SCREEN, changed=screen) == "kept"
    finally:
        server.kill()
        server.wait()
    printed = home.end()
    assert home.status != 0
    assert MARK not in printed
    assert ask(home.store, "SELECT recognition FROM person") == [(MARK,)]
    assert home.leaks() == []
