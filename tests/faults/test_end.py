"""The program is told to end in the middle of a word; nothing is lost, and nothing leaks.

F37 (signals of the system with a text that is not saved yet), F47 (words outside the store),
F65 (an error in a slot).
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from careerdesk.app import open_store
from careerdesk.services import people, trash
from tests.faults.watcher import watched
from tests.modes import is_private
from tests.seeds import one_in
from tests.stores import ask, blank_store

ROOT = Path(__file__).parents[2]
MARK = "qzmarkerqz"
TYPIST = watched(
    """
    def stumble():
        raise ValueError("{mark}")

    def do(window):
        if not window.actions_["editPerson"].isEnabled():
            return False
        window.actions_["editPerson"].trigger()
        field = window.findChild(QPlainTextEdit, "person.recognition")
        if field is None:
            return False
        QTimer.singleShot(0, stumble)
        QTest.keyClicks(field, "{mark}")
        QTimer.singleShot(0, lambda: print("typed", flush=True))
        return True
    """
)


class Session:
    """The real program with a typist in it, in folders of its own."""

    def __init__(self, folder: Path, script: str = TYPIST) -> None:
        self.folder = folder
        self.store = folder / "home" / "data" / "careerdesk.db"
        store = blank_store(self.store)
        people.add(store, "Ana Ruiz")
        store.close()
        (folder / "tmp").mkdir()
        places = {
            "CAREERDESK_HOME": str(folder / "home"), "HOME": str(folder),
            "TMPDIR": str(folder / "tmp"),
            "XDG_RUNTIME_DIR": str(folder / "tmp"), "PYTHONPATH": str(ROOT),
            "QT_QPA_PLATFORM": "offscreen",
        }  # fmt: skip
        self.process = subprocess.Popen(
            [sys.executable, "-c", script.replace("{mark}", MARK)],
            env=os.environ | places, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip
        assert self.process.stdout
        self.first_line = self.process.stdout.readline()

    def end(self, number: int) -> bytes:
        """Send a signal, and wait until the program has ended; what it printed."""
        self.process.send_signal(number)
        out, err = self.process.communicate(timeout=240)
        return out + err

    def leaks(self) -> list[str]:
        """Files that hold what was typed, other than the store and a backup made meanwhile."""
        own = {self.store, *self.store.with_name("careerdesk-backups").glob("*.db")}
        return [
            str(path.relative_to(self.folder))
            for path in self.folder.rglob("*")
            if path.is_file() and path not in own and MARK.encode() in path.read_bytes()
        ]


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    opened = Session(tmp_path)
    yield opened
    if opened.process.poll() is None:
        opened.process.kill()
        opened.process.communicate()


HANG_UP = pytest.param(signal.SIGHUP, marks=pytest.mark.posix("the signal of a terminal that goes"))


@pytest.mark.parametrize("number", one_in(3, [signal.SIGTERM, HANG_UP, signal.SIGINT]))
def test_f37_a_word_typed_just_now_is_stored_and_leaks_nowhere(
    session: Session, number: int
) -> None:
    assert session.first_line == b"typed\n"
    printed = session.end(number)
    assert session.process.returncode == 0, printed.decode()
    assert ask(session.store, "SELECT recognition FROM person") == [(MARK,)]
    assert MARK.encode() not in printed
    assert session.leaks() == []
    assert not Path(f"{session.store}-wal").exists()
    log = session.folder / "home" / "state" / "careerdesk.log"
    assert "ValueError at" in log.read_text()
    settings = session.folder / "home" / "config" / "careerdesk.ini"
    for path in (log, settings, session.store):
        assert is_private(path), path


@pytest.mark.skipif(not shutil.which("strace"), reason="needs strace to see the network")
def test_nothing_is_asked_of_the_network(tmp_path: Path) -> None:
    seen = tmp_path / "seen"
    done = subprocess.run(
        ["strace", "-f", "-qq", "-o", str(seen), "-e", "trace=%network",
         sys.executable, "-m", "careerdesk", "--measure-start"],
        env=os.environ | {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr.decode()
    assert b"{" in done.stdout
    assert "AF_INET" not in seen.read_text()


def test_f29_after_a_kill_the_next_start_takes_the_store_over(session: Session) -> None:
    session.end(signal.SIGKILL)
    store = open_store(session.store)
    assert [person.name for person in people.everyone(store)] == ["Ana Ruiz"]
    store.close()
    assert session.leaks() == []


def test_f48_a_word_deleted_for_good_is_not_left_in_the_file(session: Session) -> None:
    session.end(signal.SIGTERM)
    store = open_store(session.store)
    people.remove(store, 1)
    trash.forget(store, [thing.id for thing in trash.things(store)])
    store.close()
    assert MARK.encode() not in session.store.read_bytes()


def test_f27_of_several_that_start_at_once_one_owns_the_store(tmp_path: Path) -> None:
    table, path = tmp_path / "team.csv", tmp_path / "store.db"
    table.write_text("Name\n" + "".join(f"Person {n}\n" for n in range(300)))
    command = [sys.executable, "-m", "careerdesk", "--store", str(path), "import", str(table)]
    started = [
        subprocess.Popen(
            command, env=os.environ | {"PYTHONPATH": str(ROOT)},
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        )
        for _ in range(5)
    ]  # fmt: skip
    said = [one.communicate()[1].decode() for one in started]
    statuses = {one.returncode for one in started}
    assert statuses in ({0}, {0, 5}), said
    assert all("open in another" in words for words in said if words)
    assert ask(path, "SELECT count(*), count(DISTINCT given_name || family_name) FROM person") == [
        (300, 300)
    ]
    assert ask(path, "PRAGMA integrity_check") == [("ok",)]
