"""A second start finds the first window, which goes where it is asked to, and nobody hangs."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from careerdesk import calling
from careerdesk.calling import ANYWHERE, PAGES, Answer, Wish, address_of, call, message, wish_in
from careerdesk.ui.base import names
from careerdesk.ui.base.navigation import CHECK_INS, DISCOVERY, PLAN, PREPARE
from careerdesk.ui.shell.person_page import TABS
from careerdesk.ui.shell.single import SingleInstance
from tests.robots.window import PeopleRobot

ROOT = Path(__file__).parents[2]
Listens = Callable[[Path], SingleInstance]

pytestmark = pytest.mark.skipif(os.name == "nt", reason="pipes there")


@pytest.fixture(autouse=True)
def home(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A home of the program, and temporary files, at paths that are short enough for a socket."""
    with tempfile.TemporaryDirectory(prefix="cd-") as folder:
        monkeypatch.setenv("CAREERDESK_HOME", str(Path(folder) / "h"))
        monkeypatch.setattr(tempfile, "tempdir", folder)
        yield Path(folder)


@pytest.fixture
def listens(qtbot: QtBot) -> Iterator[Listens]:
    holder, bells = QObject(), []

    def make(store: Path) -> SingleInstance:
        bells.append(SingleInstance(store, holder))
        return bells[-1]

    yield make
    for bell in bells:
        bell.stop()
    holder.deleteLater()


def asked(qtbot: QtBot, bell: SingleInstance, store: Path, wish: Wish = ANYWHERE) -> list[Wish]:
    """What a window is asked for by a start with *store*, which is heard."""
    assert bell.hears
    with ThreadPoolExecutor() as other, qtbot.waitSignal(bell.asked) as heard:
        answer = other.submit(call, store, wish)
    assert answer.result() is Answer.HEARD
    return list(heard.args or [])


@pytest.fixture
def store_path(tmp_path: Path) -> Path:
    return tmp_path / "desk.db"


def test_the_window_hears_where_to_go(qtbot: QtBot, listens: Listens, store_path: Path) -> None:
    bell = listens(store_path)
    assert asked(qtbot, bell, store_path) == [Wish(0, "")]
    assert asked(qtbot, bell, store_path, Wish(12, "check-ins")) == [Wish(12, "check-ins")]


def test_two_stores_have_a_window_each(qtbot: QtBot, listens: Listens, tmp_path: Path) -> None:
    one, other = tmp_path / "one.db", tmp_path / "other.db"
    first, second = listens(one), listens(other)
    with qtbot.assertNotEmitted(first.asked):
        assert asked(qtbot, second, other) == [Wish()]
    assert asked(qtbot, first, one) == [Wish()]


def test_what_a_killed_program_left_is_no_window(
    qtbot: QtBot, listens: Listens, store_path: Path
) -> None:
    path = address_of(store_path)
    assert path is not None
    with socket.socket(socket.AF_UNIX) as killed:
        killed.bind(str(path))
    assert path.exists()
    assert call(store_path) is Answer.NOBODY
    assert asked(qtbot, listens(store_path), store_path) == [Wish()]


def test_a_start_with_a_link_to_the_store_finds_its_window(
    qtbot: QtBot, listens: Listens, tmp_path: Path
) -> None:
    store, link = tmp_path / "store.db", tmp_path / "link.db"
    store.write_bytes(b"")
    link.symlink_to(store)
    (tmp_path / "folder").symlink_to(tmp_path)
    bell = listens(store)
    for other in (link, tmp_path / "folder" / "store.db"):
        assert asked(qtbot, bell, other) == [ANYWHERE]


@pytest.mark.parametrize("foreign", ["file", "link", "folder"])
def test_what_is_not_ours_is_left_alone(
    listens: Listens, store_path: Path, tmp_path: Path, foreign: str
) -> None:
    path, elsewhere = address_of(store_path), tmp_path / "elsewhere"
    assert path is not None
    if foreign == "file":
        path.write_text("kept")
    elif foreign == "folder":
        path.mkdir()
    else:
        elsewhere.write_text("kept")
        path.symlink_to(elsewhere)
    bell = listens(store_path)
    assert not bell.hears
    assert call(store_path) is Answer.NOBODY
    bell.stop()
    assert os.path.lexists(path)
    assert foreign == "folder" or path.read_text() == "kept"


def test_a_deep_home_has_its_socket_in_a_folder_of_ours_elsewhere(
    qtbot: QtBot, listens: Listens, store_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CAREERDESK_HOME", str(store_path.parent / ("deep" * 30)))
    path = address_of(store_path)
    assert path is not None
    assert len(os.fsencode(path)) <= calling.LONGEST_PATH
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert asked(qtbot, listens(store_path), store_path) == [Wish()]


def test_a_folder_that_others_can_open_is_not_used(
    listens: Listens, store_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CAREERDESK_HOME", str(store_path.parent / ("deep" * 30)))
    path = address_of(store_path)
    assert path is not None
    path.parent.chmod(0o755)
    assert address_of(store_path) is None
    assert not listens(store_path).hears
    assert call(store_path) is Answer.NOBODY


def test_a_window_that_hangs_is_waited_for_but_a_moment(
    store_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(calling, "ANSWER_S", 0.01)
    path = address_of(store_path)
    assert path is not None
    hung = calling.listen(path)
    assert hung is not None
    with hung:
        assert call(store_path) is Answer.SILENT
        assert calling.call_patiently(store_path) is Answer.SILENT


def test_a_start_while_the_window_is_going_is_not_told_that_it_is_there(
    listens: Listens, store_path: Path
) -> None:
    bell = listens(store_path)
    path = address_of(store_path)
    with socket.socket(socket.AF_UNIX) as waiting:
        waiting.connect(str(path))
        waiting.sendall(message(Wish()))
        bell.stop()
        with pytest.raises(ConnectionResetError):
            waiting.recv(64)
    assert call(store_path) is Answer.NOBODY
    assert not path or not path.exists()


def test_a_window_that_goes_leaves_the_socket_of_the_next_one(
    qtbot: QtBot, listens: Listens, store_path: Path
) -> None:
    old = listens(store_path)
    new = listens(store_path)
    old.stop()
    assert asked(qtbot, new, store_path) == [Wish()]


BAD = [
    b"\n", b"careerdesk-1\n", b"careerdesk-1 1\n", b"careerdesk-1 -1 plan\n",
    b"careerdesk-1 1 ../plan\n", b"careerdesk-1 1 plan more\n", b"careerdesk-2 1 plan\n",
    b"careerdesk-1 \xd9\xa1 plan\n", b"careerdesk-1 " + b"9" * 40 + b" plan\n",
    b"GET / HTTP/1.1\r\n\r\n", b"\x00" * 30 + b"\n", b"x" * 500,
]  # fmt: skip


@pytest.mark.parametrize("line", BAD)
def test_what_is_no_wish_is_hung_up_on(
    qtbot: QtBot, listens: Listens, store_path: Path, line: bytes
) -> None:
    assert wish_in(line) is None
    bell = listens(store_path)
    path = address_of(store_path)
    with socket.socket(socket.AF_UNIX) as stranger, qtbot.assertNotEmitted(bell.asked):
        stranger.connect(str(path))
        stranger.sendall(line)
        stranger.setblocking(False)

        def hung_up() -> bool:
            try:
                return stranger.recv(64) == b""
            except BlockingIOError:
                return False
            except ConnectionResetError:
                return True

        qtbot.waitUntil(hung_up)
    assert asked(qtbot, bell, store_path) == [Wish()]


def test_many_who_say_nothing_keep_nobody_from_being_heard_in_the_end(
    qtbot: QtBot, listens: Listens, store_path: Path
) -> None:
    bell = listens(store_path)
    path = address_of(store_path)
    mute = [socket.socket(socket.AF_UNIX) for _ in range(20)]
    for one in mute:
        one.connect(str(path))
    qtbot.wait(0)
    for one in mute:
        one.close()
    assert asked(qtbot, bell, store_path) == [Wish()]


def test_the_words_of_pages_are_those_of_the_tabs() -> None:
    assert PAGES == TABS == (PREPARE, DISCOVERY, PLAN, CHECK_INS)
    for page in PAGES:
        assert wish_in(message(Wish(7, page))) == Wish(7, page)


def test_the_window_goes_where_another_start_wants_it(team: PeopleRobot) -> None:
    team.act(names.GO_TODAY)
    team.window.showMinimized()
    ben = team.person("Ben Okri")
    team.window.answer_call(Wish(ben.id, PLAN))
    assert not team.window.isMinimized()
    assert (team.window.person_page.person_id, team.window.person_page.tab) == (ben.id, PLAN)
    assert team.window.on_person_page
    team.window.answer_call(Wish())
    assert (team.window.person_page.person_id, team.window.person_page.tab) == (ben.id, PLAN)
    team.window.answer_call(Wish(9_999, PLAN))
    assert team.window.person_page.person_id == ben.id


def test_a_shared_screen_shows_nobody_else_for_another_start(team: PeopleRobot) -> None:
    team.choose("Ana Ruiz")
    ana, ben = team.person("Ana Ruiz"), team.person("Ben Okri")
    before = team.window.person_page.tab
    team.act(names.SHARE_SAFE_MODE)
    team.window.showMinimized()
    for person in (ana, ben):
        team.window.answer_call(Wish(person.id, PLAN))
        assert not team.window.isMinimized()
        assert (team.window.person_page.person_id, team.window.person_page.tab) == (ana.id, before)


def test_a_dialog_is_not_passed_over(team: PeopleRobot, qtbot: QtBot) -> None:
    team.choose("Ana Ruiz")
    ana, ben = team.person("Ana Ruiz"), team.person("Ben Okri")
    dialog = QDialog(team.window)
    qtbot.addWidget(dialog)
    dialog.setModal(True)
    dialog.show()
    team.window.answer_call(Wish(ben.id, PLAN))
    assert team.window.person_page.person_id == ana.id
    dialog.close()


def test_a_start_begins_with_whom_it_names(team: PeopleRobot) -> None:
    team.choose("Ana Ruiz")
    ben = team.person("Ben Okri")
    team.window.close()
    team.open(Wish(ben.id, CHECK_INS))
    assert (team.window.person_page.person_id, team.window.person_page.tab) == (ben.id, CHECK_INS)


SECOND = """
import sys
from careerdesk.cli import run
status = run(sys.argv[1:])
heavy = (
    "PySide6", "shiboken6", "careerdesk.app", "careerdesk.ui", "careerdesk.data", "sqlite3",
    "careerdesk.parser", "argparse",
)
print(status, *sorted(name for name in sys.modules if name.startswith(heavy)))
"""


def test_a_second_start_imports_no_qt_and_reads_no_store(store_path: Path) -> None:
    path = address_of(store_path)
    assert path is not None
    listening = calling.listen(path)
    assert listening is not None
    listening.setblocking(True)
    said: list[bytes] = []

    def window() -> None:
        connection, _ = listening.accept()
        with connection:
            said.append(connection.recv(64))
            connection.sendall(calling.HEARD)

    with listening:
        thread = threading.Thread(target=window)
        thread.start()
        done = subprocess.run(
            [sys.executable, "-c", SECOND, "--store", str(store_path)], cwd=ROOT, timeout=120,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}, capture_output=True, text=True,
            check=True,
        )  # fmt: skip
        thread.join()
    assert done.stdout == "0\n"
    assert said == [message(Wish())]
    assert not store_path.exists()
    assert not Path(f"{store_path}.lock").exists()
