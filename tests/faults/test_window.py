"""The window over a disk that fails and under a clock that is wrong.

F06 (a full disk while somebody types), F15 (the disk becomes read-only), F30 (the file is gone),
F39–F41 (clocks and zones).
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from careerdesk.app import open_store
from careerdesk.data.library import WINDOW_WAIT_MS
from careerdesk.services import people
from careerdesk.services.store import Store
from careerdesk.ui.base.errors import try_action
from careerdesk.ui.shell.actions import EDIT_PERSON
from careerdesk.ui.widgets.banner import Banner
from tests.builders import NOW, a_person, a_planned
from tests.clocks import LIBRARY, WHY, clock_at
from tests.faults.watcher import watched
from tests.robots.window import PeopleRobot
from tests.stores import blank_file, blank_store

ROOT = Path(__file__).parents[2]


@pytest.fixture
def ana(qtbot: QtBot, store: Store, tmp_path: Path) -> Iterator[PeopleRobot]:
    """A window with the details of Ana open."""
    people.add(store, "Ana Ruiz")
    robot = PeopleRobot(qtbot, store, tmp_path)
    robot.act(EDIT_PERSON)
    yield robot
    robot.window.close()


def field(robot: PeopleRobot) -> QPlainTextEdit:
    return robot.find(QPlainTextEdit, "person.recognition")


def test_f06_text_outlives_a_full_disk_and_is_saved_once_there_is_room(ana: PeopleRobot) -> None:
    driver = ana.store.writer()._connection
    pages = driver.execute("PRAGMA page_count").fetchone()[0]
    driver.execute(f"PRAGMA max_page_count={pages}")
    text = "in writing " * 900
    with ana.qtbot.waitSignal(ana.window.ctx.autosaver.failed):
        field(ana).setPlainText(text)
    assert ana.banner("unsaved").startswith("Not saved: The disk is full.")
    assert field(ana).toPlainText() == text
    assert people.get(ana.store, 1).recognition == ""
    driver.execute("PRAGMA max_page_count=1000000")
    with ana.qtbot.waitSignal(ana.window.ctx.autosaver.saved):
        pass
    assert people.get(ana.store, 1).recognition == text
    assert ana.banner("unsaved") == ""


@contextmanager
def no_room(robot: PeopleRobot) -> Iterator[None]:
    """Let the file not grow meanwhile."""
    driver = robot.store.writer()._connection
    pages = driver.execute("PRAGMA page_count").fetchone()[0]
    driver.execute(f"PRAGMA max_page_count={pages}")
    yield
    driver.execute("PRAGMA max_page_count=1000000")


def add_many(robot: PeopleRobot) -> bool:
    """More people than a page of the file takes."""
    names = [f"Person {number} of a large team" for number in range(400)]
    return bool(try_action(robot.window.ctx, people.add_many, robot.store, names))


def banners(robot: PeopleRobot) -> list[str]:
    """What all the banners say that are up."""
    return [one.text.text() for one in robot.window.banners.findChildren(Banner) if one.isVisible()]


def test_f06_one_full_disk_is_one_banner(ana: PeopleRobot) -> None:
    with no_room(ana):
        assert not add_many(ana)
        assert banners(ana) == ["The disk is full. Free up some space."]
        with ana.qtbot.waitSignal(ana.window.ctx.autosaver.failed):
            field(ana).setPlainText("in writing " * 900)
        assert len(banners(ana)) == 1
        assert ana.banner("unsaved").startswith("Not saved: The disk is full.")
        assert not add_many(ana)
        assert len(banners(ana)) == 1
        assert ana.told == "The disk is full. Free up some space."  # of what was asked for just now
    ana.window.ctx.autosaver.flush()
    assert banners(ana) == []


def test_f06_a_full_disk_is_not_said_any_longer_than_it_is_so(
    ana: PeopleRobot, tmp_path: Path
) -> None:
    large, saving = tmp_path / "film.mp4", ana.window.saving
    with large.open("wb") as file:
        file.write(os.urandom(1 << 24))
        os.fsync(file.fileno())
    with no_room(ana):
        assert not add_many(ana)
    saving.look()
    saving.look()
    assert banners(ana) == ["The disk is full. Free up some space."]
    before = ana.store.room
    large.unlink()
    if ana.store.room < before + (1 << 23):
        pytest.skip("this disk says only later that there is room")
    saving.look()
    assert banners(ana) == []


def test_f15_a_disk_that_becomes_read_only_keeps_what_is_read(ana: PeopleRobot) -> None:
    driver = ana.store.writer()._connection
    driver.execute("PRAGMA query_only=ON")
    ana.add("Ben Okri")
    assert ana.names() == ["Ana Ruiz"]
    assert ana.banner() or ana.told
    driver.execute("PRAGMA query_only=OFF")
    ana.add("Ben Okri")
    assert ana.names() == ["Ana Ruiz", "Ben Okri"]


@pytest.fixture
def hasty(qtbot: QtBot, tmp_path: Path) -> Iterator[PeopleRobot]:
    """A window over a store that is opened as the program opens it for one."""
    store = open_store(tmp_path / "window.db", wait_ms=WINDOW_WAIT_MS)
    people.add(store, "Ana Ruiz")
    robot = PeopleRobot(qtbot, store, tmp_path)
    robot.act(EDIT_PERSON)
    yield robot
    robot.window.close()
    store.close()


def test_f28_text_outlives_another_program_at_the_file_and_is_saved_after_it(
    hasty: PeopleRobot,
) -> None:
    with closing(sqlite3.connect(hasty.store.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        for text in ("first", "first, and more"):
            with hasty.qtbot.waitSignal(hasty.window.ctx.autosaver.failed):
                field(hasty).setPlainText(text)
            assert "Another program is using the file" in hasty.banner("unsaved")
            assert field(hasty).toPlainText() == text
        other.execute("ROLLBACK")
    with hasty.qtbot.waitSignal(hasty.window.ctx.autosaver.saved):
        pass
    assert people.get(hasty.store, 1).recognition == "first, and more"
    assert hasty.banner("unsaved") == ""


def test_f28_what_was_refused_for_the_file_is_not_said_any_longer_than_it_is_so(
    hasty: PeopleRobot,
) -> None:
    with closing(sqlite3.connect(hasty.store.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        hasty.add("Ben Okri")
        assert "Another program is using the file" in hasty.banner()
        other.execute("ROLLBACK")
    with hasty.qtbot.waitSignal(hasty.window.ctx.autosaver.saved):
        hasty.type(hasty.edit, ", from next week on")  # kept as it is, and no edit yet
    assert hasty.banner() == ""


WAITS = watched(
    """

    def do(window):
        store = window.ctx.store
        ask = lambda connection: connection.execute("PRAGMA busy_timeout").fetchone()[0]
        print(store.read(ask), ask(store.writer()._connection), flush=True)
        window.close()
        return True
    """
)


def test_f28_the_window_waits_so_short_that_nobody_sees_it_stand(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", WAITS, "--store", str(blank_file(tmp_path / "store.db"))],
        env=os.environ | {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
        stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (0, "100 100\n"), done.stderr


def test_f30_a_file_that_is_replaced_is_not_written_over(ana: PeopleRobot, tmp_path: Path) -> None:
    other = blank_store(tmp_path / "other.db")
    people.add(other, "Somebody Else")
    other.close()
    os.replace(ana.store.path, tmp_path / "kept.db")
    shutil.copy(other.path, ana.store.path)
    with ana.qtbot.waitSignal(ana.window.ctx.autosaver.failed):
        field(ana).setPlainText("x")
    assert "was replaced while it was open" in ana.banner("store-gone")
    assert ana.store.path.read_bytes() == other.path.read_bytes()
    os.replace(tmp_path / "kept.db", ana.store.path)
    assert ana.window.ctx.autosaver.flush()


def shown(path: Path, zone: str, *command: str, at: str = "") -> str:
    """What the command line prints in a place, at a moment."""
    done = subprocess.run(
        [sys.executable, "-m", "careerdesk", "--store", str(path), *command],
        env=os.environ | {"TZ": zone, "PYTHONPATH": str(ROOT)} | (clock_at(at) if at else {}),
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.stderr == ""
    assert done.returncode == 0
    return done.stdout


@pytest.fixture
def check_ins(tmp_path: Path) -> Path:
    store = blank_store(tmp_path / "store.db")
    ana = a_person(store, "Ana").with_checkin(3).with_promise("Call", due_in=5).with_goals("One")
    a_planned(store, ana.id, NOW)
    store.close()
    return store.path


@pytest.mark.skipif(not LIBRARY, reason=WHY)
@pytest.mark.parametrize(
    "moment",
    ["1970-01-02 00:00:00", "2025-11-17 09:00:00", "2038-01-19 04:00:00", "2099-12-31 23:59:00"],
)
def test_f39_a_wrong_clock_is_no_harm(check_ins: Path, moment: str) -> None:
    before = check_ins.read_bytes()
    assert "Ana" in shown(check_ins, "UTC", "people", at=moment)
    assert "Call" in shown(check_ins, "UTC", "brief", "Ana", at=moment)
    assert check_ins.read_bytes() == before


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago", "America/New_York"])
def test_f41_a_day_that_was_agreed_does_not_move_with_the_traveller(
    check_ins: Path, zone: str
) -> None:
    assert '"due_on": "2026-11-22"' in shown(check_ins, zone, "brief", "Ana", "--json")
