"""A copy is put back beside the journal that a crash left: the two are never mixed.

And the other way round: the journal of the file itself is always read.
"""

from __future__ import annotations

import os
import random
import shutil
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from careerdesk.app import open_store
from careerdesk.cli import run
from careerdesk.data.left_wal import keep_out
from careerdesk.data.store import Store
from careerdesk.domain.errors import StoreError
from careerdesk.domain.records import Person
from careerdesk.services import people
from tests.robots.window import PeopleRobot
from tests.seeds import one_in, seeds
from tests.stores import ask, blank_file

ENDS = ("", "-wal", "-shm")


def session(path: Path, *names: str) -> None:
    """Open the store, add people, close it."""
    store = Store(path)
    for name in names:
        people.add(store, name)
    store.close()


def crash(path: Path, into: Path, *names: str) -> Path:
    """Add people and be gone before the journal is in the file; the store as it is after that."""
    store = Store(path)
    for name in names:
        people.add(store, name)
    into.mkdir()
    for end in ENDS:
        shutil.copy(f"{path}{end}", into / f"store.db{end}")
    store.close()
    return into / "store.db"


def names_in(store: Store) -> list[str]:
    return [person.name for person in people.everyone(store)]


@pytest.fixture
def put_back(tmp_path: Path) -> Path:
    """A store whose copy with Ana alone was put back after a crash."""
    path = blank_file(tmp_path / "store.db")
    session(path, "Ana")
    shutil.copy(path, tmp_path / "copy.db")
    session(path, "Ben")
    crashed = crash(path, tmp_path / "crashed", "Chi")
    shutil.copy(tmp_path / "copy.db", crashed)
    return crashed


def test_an_older_copy_is_not_mixed_with_the_wal_of_the_newer_file(put_back: Path) -> None:
    journal = Path(f"{put_back}-wal").read_bytes()
    store = open_store(put_back)
    assert names_in(store) == ["Ana"]
    assert store.set_aside == put_back.with_name("store.db-journal-set-aside")
    assert store.set_aside.read_bytes() == journal
    people.add(store, "Dora")
    store.close()
    assert sorted(os.listdir(put_back.parent)) == ["store.db", "store.db-journal-set-aside"]
    assert ask(put_back, "PRAGMA integrity_check") == [("ok",)]
    again = open_store(put_back)
    assert (names_in(again), again.set_aside) == (["Ana", "Dora"], None)
    again.close()


def test_a_second_wal_takes_nothing_from_the_first(put_back: Path) -> None:
    first = put_back.with_name("store.db-journal-set-aside")
    first.write_bytes(b"of an earlier time")
    store = open_store(put_back)
    assert store.set_aside == put_back.with_name("store.db-journal-set-aside-2")
    assert first.read_bytes() == b"of an earlier time"
    store.close()


def test_a_command_that_reads_says_it_and_changes_nothing(
    put_back: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = {name: (put_back.parent / name).read_bytes() for name in os.listdir(put_back.parent)}
    for command in (["people"], ["check"]):
        assert run([*command, "--store", str(put_back)]) == 4
        said = capsys.readouterr().err
        assert "belongs to a different version of the data file" in said
        assert "Open the data file once in the CareerDesk window" in said
    after = {name: (put_back.parent / name).read_bytes() for name in os.listdir(put_back.parent)}
    assert after == before


def test_a_command_that_writes_says_where_the_wal_is(
    put_back: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "team.csv"
    table.write_text("Name\nDora Lind\n")
    assert run(["import", str(table), "--store", str(put_back)]) == 0
    assert "renamed to store.db-journal-set-aside." in capsys.readouterr().err
    assert ask(put_back, "SELECT given_name FROM person ORDER BY id") == [("Ana",), ("Dora",)]


def test_where_it_cannot_be_set_aside_it_is_said_and_nothing_is_mixed(
    put_back: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as pretending:
        pretending.setattr(Path, "rename", refuse)
        with pytest.raises(StoreError, match="could not be renamed: Permission denied"):
            open_store(put_back)
    assert not Path(f"{put_back}.lock").exists()
    store = open_store(put_back)
    assert names_in(store) == ["Ana"]
    store.close()


def test_the_window_says_where_the_wal_is(qtbot: QtBot, put_back: Path, tmp_path: Path) -> None:
    store = open_store(put_back)
    robot = PeopleRobot(qtbot, store, tmp_path)
    assert "store.db-journal-set-aside" in robot.banner("journal-set-aside")
    assert robot.names() == ["Ana"]
    robot.window.close()
    store.close()


def test_a_copy_of_another_store_is_not_mixed_either(tmp_path: Path) -> None:
    path = blank_file(tmp_path / "store.db")
    for name in ("Ana", "Ben", "Chi", "Dora"):
        session(path, name)
    crashed = crash(path, tmp_path / "crashed", "Eva")
    other = blank_file(tmp_path / "other.db")
    session(other, "Zoe")
    shutil.copy(other, crashed)
    store = Store(crashed)
    assert names_in(store) == ["Zoe"]
    assert store.set_aside is not None
    store.close()


def test_a_frozen_file_is_not_read_without_the_edits_beside_it(tmp_path: Path) -> None:
    path = blank_file(tmp_path / "store.db")
    session(path, "Ana")
    crashed = crash(path, tmp_path / "crashed", "Ben")
    with pytest.raises(StoreError, match="Copy both files to another folder"):
        keep_out(crashed, read_only=True, frozen=True)
    assert keep_out(crashed, read_only=True, frozen=False) is None
    assert keep_out(path, read_only=True, frozen=True) is None


def write_much(store: Store, key: int, times: int) -> None:
    """Write so much that the journal went into the file on the way, and was begun again."""
    for number in range(times):
        with store.edit("Write") as tx:
            tx.change(Person, key, recognition=f"{number} " * 100_000)


@pytest.mark.parametrize("times", one_in(2, [0, 1, 12, 40]))
@pytest.mark.parametrize("last", [True, False])
def test_no_closed_copy_is_mixed_however_long_the_session_was(
    tmp_path: Path, times: int, *, last: bool
) -> None:
    path = blank_file(tmp_path / "store.db")
    session(path, "Ana")
    shutil.copy(path, tmp_path / "first.db")
    session(path, "Ben")
    shutil.copy(path, tmp_path / "last.db")
    store = Store(path)
    people.add(store, "Chi")
    write_much(store, 1, times)
    people.change(store, 1, recognition="in the end")
    people.add(store, "Dora")
    (tmp_path / "crashed").mkdir()
    for end in ENDS:
        shutil.copy(f"{path}{end}", tmp_path / "crashed" / f"store.db{end}")
    store.close()
    crashed = tmp_path / "crashed" / "store.db"
    shutil.copy(tmp_path / ("last.db" if last else "first.db"), crashed)
    again = Store(crashed)
    found = names_in(again)
    again.close()
    assert ask(crashed, "PRAGMA integrity_check") == [("ok",)]
    if last and times < 12:  # the journal holds all that came after that copy: it goes on from it
        assert found == ["Ana", "Ben", "Chi", "Dora"]
    else:
        assert (found, again.set_aside is None) == (["Ana", "Ben"] if last else ["Ana"], False)


@pytest.mark.parametrize("seed", seeds(4))
def test_the_wal_of_the_file_itself_is_always_read(tmp_path: Path, seed: int) -> None:
    """Sessions of many lengths, each ended by a crash: nothing is set aside, nothing is lost."""
    chance = random.Random(seed)
    path, told = blank_file(tmp_path / "0.db"), []
    for number in range(chance.randint(3, 6)):
        store = Store(path)
        assert store.set_aside is None
        for step in range(chance.choice([0, 1, 2, 40])):
            added = people.add(store, f"{number}-{step}")
            told.append(added.name)
            size = chance.choice([10, 1_000, 60_000, 400_000])
            with store.edit("Write") as tx:
                tx.change(Person, added.id, recognition="x" * size)
            if not chance.randrange(8):
                store.reopen_after_file_dialog()
            if not chance.randrange(6):
                store.undo()
                store.redo()
        folder = tmp_path / f"crash {number}"
        folder.mkdir()
        for end in ENDS:
            if Path(f"{path}{end}").exists():
                shutil.copy(f"{path}{end}", folder / f"store.db{end}")
        store.close()
        path = folder / "store.db"
    store = Store(path)
    assert store.set_aside is None
    assert sorted(names_in(store)) == sorted(told)
    store.close()
    assert ask(path, "PRAGMA integrity_check") == [("ok",)]


def noise_behind(journal: Path) -> None:
    with journal.open("ab") as file:
        file.write(b"\xa5" * 10_000)


def an_end_that_was_not_written(journal: Path) -> None:
    """The last frame is there by its head alone, as after a loss of power."""
    content = journal.read_bytes()
    length = int.from_bytes(content[8:12], "big")
    journal.write_bytes(content[:-length] + bytes(length))


def a_first_page_that_was_not_written(journal: Path) -> None:
    """Nothing of the journal counts for SQLite, so nothing of it may be read as a verdict."""
    content = journal.read_bytes()
    length = int.from_bytes(content[8:12], "big")
    journal.write_bytes(content[:56] + bytes(length) + content[56 + length :])


@pytest.mark.parametrize(
    "damage", [noise_behind, an_end_that_was_not_written, a_first_page_that_was_not_written]
)
def test_a_damaged_wal_of_the_file_itself_is_not_taken_for_a_foreign_one(
    tmp_path: Path, damage: object
) -> None:
    path = blank_file(tmp_path / "store.db")
    session(path, "Ana")
    crashed = crash(path, tmp_path / "crashed", "Ben")
    assert callable(damage)
    damage(Path(f"{crashed}-wal"))
    store = Store(crashed)
    assert store.set_aside is None
    assert names_in(store) in (["Ana"], ["Ana", "Ben"])
    store.close()
