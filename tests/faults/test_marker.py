"""After a session in which a word was typed everywhere, nothing but the store holds that word.

F47: the log, the settings, the report of crashes, temporary files, lists of recent files, what the
system shows of a process.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.home import MARK, Home
from tests.faults.watcher import watched
from tests.stores import ask

TYPES_EVERYWHERE = watched(
    """
    from PySide6.QtCore import Qt, qWarning
    from tests.robots.editors import editors

    WORD = "qz" + "marker" + "qz"  # what is in the arguments of this process is looked at, too
    PLACES = (
        "goPrepare", "goDiscovery", "goPlan", "goCheckIns", "editPerson", "noteFeedback",
        "startTalk", "quickCapture", "search", "find", "showTemplates", "showObjectives",
        "preferences", "closeWeek", "goToday", "goReviews", "newCycle",
    )
    typed = set()

    def stumble():
        raise ValueError(WORD)

    def type_here(window):
        for field in list(editors(window, seen=True)):
            name = field.objectName()
            if not name or name in typed:
                continue
            typed.add(name)
            field.setFocus()
            QTest.keyClicks(field, WORD)
            if name.lower().endswith("edit"):
                QTest.keyClick(field, Qt.Key.Key_Return)
            QApplication.processEvents()

    def do(window):
        if not window.actions_["goPrepare"].isEnabled():
            return False
        for place in PLACES:
            action = next((one for one in window.actions_.all() if one.objectName() == place), None)
            if action is not None and action.isEnabled():
                action.trigger()
                QApplication.processEvents()
                type_here(window)
                if place in ("quickCapture", "search"):
                    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Escape)
        for step in ("undo", "undo", "redo"):
            window.actions_[step].trigger()
        QTimer.singleShot(0, stumble)
        QTimer.singleShot(0, lambda: qWarning(WORD))
        QTimer.singleShot(0, lambda: print("typed", len(typed), flush=True))
        return True
    """
)
WRITING = ("strace", "-f", "-qq", "--seccomp-bpf", "-e", "trace=openat,rename,renameat2,mkdir")
EVERYTHING_WRITTEN = re.compile(r'openat\(\w+, "([^"]*)", [^)\n]*O_(?:WRONLY|RDWR|CREAT)')


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    made = Home(tmp_path)
    yield made
    made.kill()


def process_of(home: Home) -> int:
    """The program itself, not what looks at it."""
    assert home.process
    pid = home.process.pid
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return int(children[0]) if children else pid


FONTS = "/var/cache/fontconfig/"
"""Where the system keeps what fonts there are: written by whoever may, when they have changed."""


@pytest.mark.posix("what Linux shows of a process")
@pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="needs /proc")
def test_f47_a_word_typed_everywhere_is_in_no_file_but_the_store(
    home: Home, tmp_path_factory: pytest.TempPathFactory
) -> None:
    seen = tmp_path_factory.mktemp("seen") / "seen"
    within = (*WRITING, "-o", str(seen)) if shutil.which("strace") else ()
    verb, count = home.start(TYPES_EVERYWHERE, within=within).split()
    assert verb == "typed"
    assert int(count) > 15, count
    pid = process_of(home)
    for part in ("environ", "cmdline", "comm"):
        assert MARK.encode() not in Path(f"/proc/{pid}/{part}").read_bytes(), part
    assert home.leaks() == []
    os.kill(pid, signal.SIGTERM)
    printed = home.end()
    assert home.status == 0, printed
    assert MARK not in printed
    assert home.leaks() == []
    assert "ValueError at" in home.report()
    assert MARK in str(ask(home.store, "SELECT * FROM agenda_item"))
    if within:
        written = EVERYTHING_WRITTEN.findall(seen.read_text())
        known = (str(home.folder), "/dev/", "/proc/", FONTS)
        assert [path for path in written if not path.startswith(known)] == []
