"""The file of an open store goes away: nothing is lost, and nothing that comes instead is touched.

F30 (deleted, moved, replaced while it is open), F31 (its disk is removed), and a copy of what
cannot be saved (F06, F12 and F15 as well).
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

from careerdesk.app import open_store
from careerdesk.data.place import Standing
from careerdesk.data.store import Store
from careerdesk.domain.errors import StoreError, StoreGone
from careerdesk.services import people
from careerdesk.ui.base import names
from careerdesk.ui.shell.actions import EDIT_PERSON
from careerdesk.ui.widgets.buttons import TextButton
from tests.modes import is_private
from tests.robots.window import PeopleRobot
from tests.stores import ask, blank_file, blank_store

ENDS = ("", "-wal", "-shm")


def names_in(store: Store) -> list[str]:
    return [person.name for person in people.everyone(store)]


def names_at(path: Path) -> list[str]:
    """Who is in the store at *path* when it is opened again."""
    assert ask(path, "PRAGMA integrity_check") == [("ok",)]
    store = Store(path, read_only=True)
    try:
        return names_in(store)
    finally:
        store.close()


def as_killed(path: Path, into: Path) -> Path:
    """The store as a sudden end of the program would leave it."""
    into.mkdir()
    for end in ENDS:
        if Path(f"{path}{end}").exists():
            shutil.copy(f"{path}{end}", into / f"store.db{end}")
    return into / "store.db"


@pytest.fixture
def held(tmp_path: Path) -> Iterator[Store]:
    """A store with Ana, owned, in a folder of its own."""
    store = open_store(blank_file(tmp_path / "folder" / "store.db"))
    people.add(store, "Ana")
    yield store
    store.close()


def delete(path: Path) -> None:
    path.unlink()


def delete_folder(path: Path) -> None:
    shutil.rmtree(path.parent)


def move(path: Path) -> None:
    path.rename(path.with_name("moved.db"))


def put_another(path: Path) -> None:
    other = blank_store(path.with_name("other.db"))
    people.add(other, "Somebody Else")
    other.close()
    os.replace(other.path, path)


def put_a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def put_text(path: Path) -> None:
    path.unlink()
    path.write_text("no store")


def put_a_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


WAYS = [delete, delete_folder, move, put_another, put_a_folder, put_text, put_a_pipe]


@pytest.mark.parametrize("way", WAYS)
def test_f30_what_is_gone_can_be_read_on_and_takes_no_edit(
    held: Store, way: Callable[[Path], None]
) -> None:
    way(held.path)
    assert held.look() is not Standing.THERE
    assert names_in(held) == ["Ana"]
    for again in range(2):
        with pytest.raises(
            StoreGone, match=r"Nothing will be saved until the (file|original) is back\."
        ):
            people.add(held, f"Ben {again}")
    assert names_in(held) == ["Ana"]
    with pytest.raises(StoreGone):
        held.undo()
    assert held.undo_name


@pytest.mark.parametrize("way", WAYS)
def test_f30_all_of_it_goes_into_a_copy_which_is_the_store_from_then_on(
    held: Store, tmp_path: Path, way: Callable[[Path], None]
) -> None:
    path, copy = held.path, tmp_path / "copy.db"
    way(path)
    held.look()
    before = {*path.parent.rglob("*")} - {Path(f"{path}.lock")}
    assert way is not delete or not before
    held.go_on_in(copy)
    people.add(held, "Ben")
    held.undo()
    held.undo()
    held.redo()
    assert names_in(held) == ["Ana"]
    with pytest.raises(StoreError, match="is already open in another CareerDesk"):
        open_store(copy)
    held.close()
    assert [one.name for one in tmp_path.glob("*copy.db*")] == ["copy.db"]
    assert names_at(copy) == ["Ana"]
    assert is_private(copy)
    assert {*path.parent.rglob("*")} == before


def test_f30_an_edit_in_the_middle_of_which_the_file_goes_is_not_told_as_saved(held: Store) -> None:
    with pytest.raises(StoreGone), held.edit("Rename") as tx:
        tx.change(people.Person, 1, given_name="Ben")
        delete(held.path)
    assert names_in(held) == ["Ana"]


def test_f30_a_file_that_was_moved_holds_all_that_was_saved(held: Store) -> None:
    move(held.path)
    assert held.look() is Standing.GONE
    assert names_at(held.path.with_name("moved.db")) == ["Ana"]


def test_f30_a_file_that_is_put_back_is_gone_on_with(held: Store) -> None:
    move(held.path)
    held.look()
    held.path.with_name("moved.db").rename(held.path)
    assert held.look() is Standing.THERE
    assert held.undo_name
    people.add(held, "Ben")
    assert names_at(held.path) == ["Ana", "Ben"]
    held.undo()
    held.undo()
    assert names_in(held) == []


def test_f31_the_same_file_on_another_disk_is_known_again_by_what_is_in_it(
    held: Store, tmp_path: Path
) -> None:
    """A stick that is put in again has another number; so has the file of a copied folder."""
    people.add(held, "Ben")
    folder = held.path.parent
    folder.rename(tmp_path / "away")
    assert held.look() is Standing.GONE
    shutil.copytree(tmp_path / "away", folder)
    assert held.look() is Standing.THERE
    assert held.undo_name
    people.add(held, "Chi")
    assert names_at(held.path) == ["Ana", "Ben", "Chi"]


def test_f30_the_same_content_under_the_same_name_is_the_file(held: Store) -> None:
    """Some network disks give a file a new number now and then; some programs write it again."""
    held.reopen_after_file_dialog()
    shutil.copy(held.path, held.path.with_name("anew.db"))
    os.replace(held.path.with_name("anew.db"), held.path)
    people.add(held, "Ben")
    assert names_at(held.path) == ["Ana", "Ben"]
    held.undo()
    held.undo()
    assert names_in(held) == []


def test_f30_an_older_copy_that_is_put_there_is_not_taken_for_the_file(
    held: Store, tmp_path: Path
) -> None:
    copy = tmp_path / "older.db"
    held.reopen_after_file_dialog()
    shutil.copy(held.path, copy)
    people.add(held, "Ben")
    os.replace(copy, held.path)
    content = held.path.read_bytes()
    assert [held.look() for _ in range(3)] == [Standing.REPLACED] * 3
    assert names_in(held) == ["Ana", "Ben"]
    assert names_at(held.path) == ["Ana"]
    held.close()
    assert held.path.read_bytes() == content


def test_f30_what_others_wrote_meanwhile_is_read_and_ends_undo(held: Store) -> None:
    move(held.path)
    held.look()
    moved = Store(held.path.with_name("moved.db"))
    people.add(moved, "Zoe")
    moved.close()
    moved.path.rename(held.path)
    assert held.look() is Standing.THERE
    assert names_in(held) == ["Ana", "Zoe"]
    assert held.undo_name == ""
    people.add(held, "Ben")
    assert names_at(held.path) == ["Ana", "Zoe", "Ben"]


def test_f30_a_file_dialog_closes_nothing_that_is_only_in_memory(held: Store) -> None:
    delete(held.path)
    held.reopen_after_file_dialog()
    assert names_in(held) == ["Ana"]


def test_f30_of_a_wal_that_is_deleted_nothing_is_lost(held: Store, tmp_path: Path) -> None:
    Path(f"{held.path}-wal").unlink()
    people.add(held, "Ben")
    assert names_at(as_killed(held.path, tmp_path / "killed")) == ["Ana", "Ben"]


def test_f30_the_lock_of_anyone_who_has_the_place_now_is_left(held: Store) -> None:
    delete_folder(held.path)
    held.path.parent.mkdir()
    lock = Path(f"{held.path}.lock")
    lock.write_text("4194304\ncareerdesk\nelsewhere\n")
    held.close()
    assert lock.exists()


def test_a_copy_is_refused_with_the_reason_and_nothing_is_left(held: Store, tmp_path: Path) -> None:
    delete(held.path)
    held.look()
    taken = open_store(blank_file(tmp_path / "taken.db"))
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(StoreError, match="is already open in another CareerDesk"):
        held.go_on_in(taken.path)
    with pytest.raises(StoreError, match=r"Could not write .*: File name too long"):
        held.go_on_in(tmp_path / f"{'x' * 253}.db")
    assert sorted(tmp_path.rglob("*")) == before
    assert names_in(held) == ["Ana"]
    taken.close()
    held.go_on_in(held.path)
    assert names_at(held.path) == ["Ana"]


@pytest.fixture
def ana(qtbot: QtBot, held: Store, tmp_path: Path) -> Iterator[PeopleRobot]:
    """A window with the details of Ana open; files are chosen as the test says."""
    robot = PeopleRobot(qtbot, held, tmp_path)
    robot.act(EDIT_PERSON)
    robot.answers.chosen = tmp_path / "copy.db"
    robot.answers.after_files = held.reopen_after_file_dialog
    yield robot
    robot.answers.picks = 1  # close without a copy
    robot.window.close()


def field(robot: PeopleRobot) -> QPlainTextEdit:
    return robot.find(QPlainTextEdit, "person.recognition")


def state(robot: PeopleRobot) -> str:
    return robot.find(QLabel, names.SAVED_STATE).text()


def press(robot: PeopleRobot, banner: str, words: str) -> None:
    shown = robot.window.banners.banner(banner)
    assert shown, f"there is no banner {banner}"
    button = next(one for one in shown.findChildren(TextButton) if one.text() == words)
    button.setFocus()
    button.click()


def gone(robot: PeopleRobot, way: Callable[[Path], None]) -> None:
    """Something happens to the file, and the next look of the window sees it."""
    way(robot.store.path)
    robot.window.saving.look()


@pytest.mark.whole
@pytest.mark.parametrize("way", [delete_folder, put_another])
def test_f30_the_window_says_so_and_what_is_typed_goes_into_the_copy(
    ana: PeopleRobot, way: Callable[[Path], None]
) -> None:
    gone(ana, way)
    assert state(ana) == "Can't save"
    said = "was replaced" if way is put_another else "is missing"
    assert said in ana.banner("store-gone")
    field(ana).setFocus()
    field(ana).setPlainText("typed while it was gone")
    assert not ana.window.ctx.autosaver.flush()
    assert (ana.banner("unsaved"), state(ana)) == ("", "Can't save")
    press(ana, "store-gone", "Save a copy…")
    assert ana.banner("store-gone") == ""
    assert str(ana.answers.chosen) in ana.banner("goes-on-in-copy")
    assert state(ana).startswith("Saved")
    assert field(ana).hasFocus()
    copy = Store(ana.answers.chosen, read_only=True)
    assert people.get(copy, 1).recognition == "typed while it was gone"
    copy.close()
    field(ana).setPlainText("and more")
    assert ana.window.ctx.autosaver.flush()
    assert ask(ana.answers.chosen, "SELECT recognition FROM person") == [("and more",)]


def test_f30_the_window_looks_by_itself(ana: PeopleRobot) -> None:
    timer = ana.window.saving.findChild(QTimer)
    assert timer.isActive()
    assert timer.interval() <= 5_000
    timer.start(0)
    delete(ana.store.path)
    ana.wait(lambda: ana.banner("store-gone") != "")
    assert state(ana) == "Can't save"


def test_f30_what_is_put_back_takes_what_was_typed_by_itself(ana: PeopleRobot) -> None:
    gone(ana, move)
    field(ana).setPlainText("typed")
    ana.window.ctx.autosaver.flush()
    ana.store.path.with_name("moved.db").rename(ana.store.path)
    ana.window.saving.look()
    assert ana.banner("store-gone") == ""
    assert state(ana).startswith("Saved")
    assert ask(ana.store.path, "SELECT recognition FROM person") == [("typed",)]


def test_f30_the_copy_may_be_put_where_the_store_was(ana: PeopleRobot) -> None:
    gone(ana, delete)
    field(ana).setPlainText("typed")
    ana.answers.chosen = ana.store.path
    press(ana, "store-gone", "Save a copy…")
    assert (ana.banner("store-gone"), ana.banner("goes-on-in-copy"), ana.banner()) == ("", "", "")
    assert ask(ana.store.path, "SELECT recognition FROM person") == [("typed",)]
    assert Path(f"{ana.store.path}.lock").exists()


def refused(ana: PeopleRobot, end: str) -> str:
    """Why a copy cannot be saved under the name of the store and *end*; nothing is left of it."""
    before = sorted(ana.folder.rglob("*"))
    ana.answers.chosen = Path(f"{ana.store.path}{end}")
    press(ana, "store-gone", "Save a copy…")
    assert ana.banner("store-gone")
    assert sorted(ana.folder.rglob("*")) == before
    return ana.banner()


def test_f33_a_copy_goes_to_no_place_that_is_none(ana: PeopleRobot) -> None:
    gone(ana, delete)
    assert "is your CareerDesk file" in refused(ana, "-wal")
    assert "is your CareerDesk file" in refused(ana, ".lock")
    assert f"The folder {ana.store.path}.no doesn't exist." in refused(ana, ".no/store.db")
    gone(ana, put_another)
    assert "is your CareerDesk file" in refused(ana, "")
    gone(ana, delete_folder)
    assert f"The folder {ana.store.path.parent} doesn't exist." in refused(ana, "")
    ana.answers.chosen = None
    press(ana, "store-gone", "Save a copy…")
    assert ana.banner("store-gone")
    assert ana.names() == ["Ana"]


def test_f30_closing_asks_and_offers_the_copy(ana: PeopleRobot) -> None:
    delete(ana.store.path)
    ana.answers.agrees = False
    assert not ana.window.close()
    assert ana.answers.asked == ["The file is missing"]
    field(ana).setPlainText("typed at the end")
    ana.answers.picks = 0
    assert ana.window.close()
    assert ask(ana.answers.chosen, "SELECT recognition FROM person") == [("typed at the end",)]


def test_f30_it_is_said_while_the_screen_is_shared_and_in_reviews(ana: PeopleRobot) -> None:
    ana.act(names.GO_REVIEWS)
    gone(ana, delete)
    ana.act(names.SHARE_SAFE_MODE)
    assert "is missing" in ana.banner("store-gone")
    press(ana, "store-gone", "Save a copy…")
    ana.act(names.SHARE_SAFE_MODE)
    assert names_at(ana.answers.chosen) == ["Ana"]
    assert ana.names() == ["Ana"]


def test_f06_text_that_finds_no_room_goes_into_a_copy_on_another_disk(ana: PeopleRobot) -> None:
    driver = ana.store.writer()._connection
    pages = driver.execute("PRAGMA page_count").fetchone()[0]
    driver.execute(f"PRAGMA max_page_count={pages}")
    old, text = ana.store.path, "in writing " * 900
    field(ana).setPlainText(text)
    assert not ana.window.ctx.autosaver.flush()
    press(ana, "unsaved", "Save a copy…")
    assert (ana.banner("unsaved"), ana.store.path) == ("", ana.answers.chosen)
    assert ask(ana.answers.chosen, "SELECT recognition FROM person") == [(text,)]
    assert ask(old, "SELECT recognition FROM person") == [("",)]


def test_f12_a_store_that_cannot_be_written_is_gone_on_with_in_a_copy(
    qtbot: QtBot, held: Store, tmp_path: Path
) -> None:
    held.close()
    store = Store(held.path, read_only=True)
    robot = PeopleRobot(qtbot, store, tmp_path)
    robot.answers.chosen = tmp_path / "copy.db"
    press(robot, "read-only", "Save a copy…")
    assert (robot.banner("read-only"), state(robot)) == ("", "Everything is saved")
    robot.add("Ben")
    assert names_at(robot.answers.chosen) == ["Ana", "Ben"]
    robot.window.close()
    store.close()
    assert names_at(held.path) == ["Ana"]


NAMESPACE = """
import os, subprocess, sys
from pathlib import Path
from careerdesk.app import open_store
from careerdesk.data.place import Standing
from careerdesk.domain.errors import StoreError
from careerdesk.services import people
stick, copy = Path(sys.argv[1]), Path(sys.argv[2])
mount = ["mount", "-t", "tmpfs", "-o", "size=8m", "none", str(stick)]
subprocess.run(mount, check=True)
store = open_store(stick / "store.db")
people.add(store, "Ana")
assert store.disk_is_there
subprocess.run(["umount", "-l", str(stick)], check=True)
assert store.look() is Standing.GONE
assert not store.disk_is_there
assert [one.name for one in people.everyone(store)] == ["Ana"]
subprocess.run([*mount[:4], "size=64k", "none", str(stick)], check=True)
try:
    store.go_on_in(stick / "copy.db")
except StoreError as error:
    print(error, os.listdir(stick))
subprocess.run(["umount", str(stick)], check=True)
store.go_on_in(copy)
people.add(store, "Ben")
store.close()
print(os.listdir(stick))
"""


def test_f31_the_disk_is_pulled_out(tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    apart = ["unshare", "-Urm"]
    if shutil.which("unshare") is None or subprocess.run([*apart, "true"], check=False).returncode:
        pytest.skip("needs a mount namespace of its own")
    done = subprocess.run(
        [*apart, sys.executable, "-c", NAMESPACE, str(stick), str(tmp_path / "copy.db")],
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "The disk is full. Free up some space. []\n[]\n"
    assert names_at(tmp_path / "copy.db") == ["Ana", "Ben"]
