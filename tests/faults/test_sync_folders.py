"""The store lies in a folder that a sync client or a network carries about (F31, F22, F01, F20).

The file alone is whole there after each edit. What carries the folder is told from real marks in
it, and from a table of mounts that the test writes.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from careerdesk.app import open_store
from careerdesk.cli import run
from careerdesk.data.folders import (
    Carrier,
    Folder,
    Surroundings,
    conflict_copies,
    folder_of,
    is_network,
)
from careerdesk.data.left_wal import keep_out
from careerdesk.data.library import Library
from careerdesk.data.store import Store
from careerdesk.domain.errors import StoreError
from careerdesk.services import people
from tests.faults.test_kill import at_every_write, sound
from tests.robots.window import PeopleRobot
from tests.seeds import is_long
from tests.stores import ask, blank_file, blank_store

WAL, ALONE = b"\x02\x02", b"\x01\x01"


def names_in(store: Store) -> list[str]:
    return [person.name for person in people.everyone(store)]


def names_at(path: Path) -> list[str]:
    store = Store(path, read_only=True)
    try:
        return names_in(store)
    finally:
        store.close()


def kind_of_file(path: Path) -> bytes:
    """What the head of the file says of its journal."""
    return path.read_bytes()[18:20]


def beside(path: Path) -> list[str]:
    """What has the name of the file and more."""
    return sorted(one.name for one in path.parent.glob(f"{path.name}?*"))


@pytest.fixture
def home(tmp_path: Path) -> Path:
    made = tmp_path / "home of Ana"
    made.mkdir()
    return made


def found(path: Path, home: Path, mounts: str = "", **variables: str) -> Folder:
    """What a computer says of a path, on which *mounts* are mounted."""
    table = home.parent / "mounts"
    table.write_text(mounts)
    return folder_of(path, Surroundings(mounts=table, home=home, variables=variables))


@pytest.mark.parametrize(
    ("where", "client"),
    [
        ("Dropbox/work", "Dropbox"),
        ("Dropbox (Personal)", "Dropbox"),
        ("OneDrive", "OneDrive"),
        ("OneDrive - Contoso Ltd/Documents", "OneDrive"),
        ("Google Drive/x", "Google Drive"),
        ("Library/Mobile Documents/com~apple~CloudDocs", "iCloud"),
        ("Library/CloudStorage/GoogleDrive-ana@example.org/My Drive", "Google Drive"),
        ("Library/CloudStorage/Some-Other", "Some"),
        ("Nextcloud", "Nextcloud"),
        ("pCloudDrive", "pCloud"),
        ("Documents/OneDrive papers", ""),
        ("Dropboxes", ""),
        ("Documents/Box", ""),
        (".local/share/careerdesk", ""),
    ],
)
def test_a_folder_of_a_sync_client_is_known_by_its_name(
    home: Path, where: str, client: str
) -> None:
    (home / where).mkdir(parents=True)
    assert found(home / where / "store.db", home).name == client


@pytest.mark.parametrize(
    ("mark", "client"),
    [
        (".dropbox", "Dropbox"),
        (".dropbox.cache/", "Dropbox"),
        (".stfolder/", "Syncthing"),
        (".stfolder", "Syncthing"),
        (".sync_0a1b2c3d4e5f.db", "Nextcloud"),
        ("._sync_0a1b2c3d4e5f.db", "Nextcloud"),
        (".owncloudsync.log", "ownCloud"),
        (".sync/ID", "Resilio Sync"),
        (".seafile-data/", "Seafile"),
        (".tmp.drivedownload/", "Google Drive"),
        (".dropbox/", ""),
        ("sync_notes.db", ""),
    ],
)
def test_it_is_known_by_what_the_client_leaves_in_it(home: Path, mark: str, client: str) -> None:
    root = home / "Documents" / "team"
    path = root / "deep" / "er" / "store.db"
    path.parent.mkdir(parents=True)
    (root / mark).parent.mkdir(exist_ok=True)
    if mark.endswith("/"):
        (root / mark).mkdir()
    else:
        (root / mark).touch()
    assert found(path, home).name == client


def test_the_own_folder_of_a_client_makes_no_home_one(home: Path) -> None:
    (home / ".dropbox").mkdir()  # as Dropbox does for its settings
    assert found(home / "store.db", home) == Folder()
    assert found(home / "Documents" / "store.db", home) == Folder()


def test_a_variable_of_the_system_and_a_link_are_followed(home: Path) -> None:
    (home / "Cloud").mkdir()
    assert found(home / "Cloud" / "store.db", home, OneDrive=str(home / "Cloud")).name == "OneDrive"
    (home / "Cloud" / ".stfolder").mkdir()
    (home / "link").symlink_to(home / "Cloud")
    assert found(home / "link" / "store.db", home).name == "Syncthing"


def test_a_network_disk_is_known_by_what_is_mounted(home: Path) -> None:
    path = home / "share" / "a b" / "store.db"
    path.parent.mkdir(parents=True)
    place = str(home / "share").replace(" ", "\\040")
    for kind in ("nfs4", "cifs", "smb3", "9p", "fuse.sshfs", "fuse.rclone", "davfs"):
        mounts = f"/dev/vda / ext4 rw 0 0\nserver:/x {place} {kind} rw 0 0\n"
        assert found(path, home, mounts) == Folder(Carrier.NETWORK)
        assert found(home / "store.db", home, mounts) == Folder()
        covered = f"{mounts}/dev/sdb1 {place} ext4 rw 0 0\n"
        assert found(path, home, covered) == Folder()
    assert found(path, home, "none\nnone none\n\n") == Folder()
    assert not any(map(is_network, ("ext4", "btrfs", "tmpfs", "overlay", "fuseblk", "vfat", "")))
    assert found(Path("//server/share/store.db"), home).carrier is not Carrier.SYNC


def test_a_folder_that_cannot_be_looked_at_is_an_ordinary_one(home: Path) -> None:
    (home / "loop").symlink_to(home / "loop")
    assert found(home / "loop" / "store.db", home) == Folder()
    assert folder_of(home / "store.db", Surroundings(mounts=home / "none", home=home)) == Folder()


@pytest.fixture
def synced(tmp_path: Path) -> Path:
    """Where a store is to be, in a folder of Syncthing."""
    (tmp_path / "synced" / ".stfolder").mkdir(parents=True)
    return tmp_path / "synced" / "store.db"


def test_the_file_alone_is_whole_after_each_edit(synced: Path, tmp_path: Path) -> None:
    store = open_store(synced)
    assert kind_of_file(synced) == ALONE
    for number, name in enumerate(("Ana", "Ben", "Chi"), 1):
        people.add(store, name)
        assert Path(f"{synced}-journal").stat().st_size == 0
        copy = tmp_path / f"copy-{number}.db"
        shutil.copy(synced, copy)
        assert names_at(copy) == names_in(store)
        assert ask(copy, "PRAGMA integrity_check") == [("ok",)]
    store.undo()
    assert names_at(synced) == ["Ana", "Ben"]
    store.close()
    assert beside(synced) == []


def test_a_network_disk_is_written_the_same_way(home: Path) -> None:
    mounts = home / "mounts"
    mounts.write_text(f"server:/x {str(home).replace(' ', chr(92) + '040')} nfs4 rw 0 0\n")
    around = Surroundings(mounts=mounts, home=home.parent, variables={})
    store = Store(home / "store.db", around=around)
    people.add(store, "Ana")
    assert kind_of_file(store.path) == ALONE
    store.close()
    assert (beside(store.path), names_at(store.path)) == ([], ["Ana"])


def test_a_store_that_moves_in_and_out_is_written_as_its_folder_needs(
    synced: Path, tmp_path: Path
) -> None:
    outside = blank_store(tmp_path / "store.db")
    people.add(outside, "Ana")
    outside.close()
    assert kind_of_file(outside.path) == WAL
    for name, where, kind in (("Ben", synced, ALONE), ("Chi", outside.path, WAL)) * 2:
        if not where.exists():
            (synced if where == outside.path else outside.path).rename(where)
        store = Store(where)
        people.add(store, name)
        assert kind_of_file(where) == kind
        store.close()
        assert beside(where) == []
    assert names_at(outside.path) == ["Ana", "Ben", "Chi", "Ben", "Chi"]


def test_what_a_crash_left_in_a_wal_moves_in_with_the_file(synced: Path, tmp_path: Path) -> None:
    outside = blank_store(tmp_path / "store.db")
    people.add(outside, "Ana")
    for end in ("", "-wal", "-shm"):
        shutil.copy(f"{outside.path}{end}", f"{synced}{end}")
    outside.close()
    store = open_store(synced)
    assert (names_in(store), kind_of_file(synced)) == (["Ana"], ALONE)
    store.close()
    assert beside(synced) == []


def test_anyone_who_reads_at_that_moment_is_not_disturbed(synced: Path) -> None:
    """The file stays as it was for this time, and is set the next time."""
    shutil.copy(blank_file(synced.with_name("made.db")), synced)
    with closing(sqlite3.connect(synced, isolation_level=None)) as other:
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM person").fetchone()
        store = Store(synced, library=Library(wait_ms=0))
        people.add(store, "Ana")
        assert kind_of_file(synced) == WAL
        assert other.execute("SELECT count(*) FROM person").fetchone() == (0,)
        store.close()
    store = Store(synced)
    people.add(store, "Ben")
    assert (kind_of_file(synced), names_in(store)) == (ALONE, ["Ana", "Ben"])
    store.close()


def test_a_command_reads_beside_the_window(
    synced: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    window = open_store(blank_file(synced))
    people.add(window, "Ana")
    for name in ("Ben", "Chi"):
        assert run(["--store", str(synced), "brief", "Ana"]) == 0
        people.add(window, name)
    assert run(["--store", str(synced), "people"]) == 0
    assert "Chi" in capsys.readouterr().out
    with closing(sqlite3.connect(synced, isolation_level=None)) as other:
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM person").fetchone()
        assert names_in(window) == ["Ana", "Ben", "Chi"]
    window.close()


def test_looking_for_damage_gives_way_to_an_edit(synced: Path) -> None:
    store = Store(synced, library=Library(wait_ms=0))
    people.add(store, "Ana")
    asked = []

    def edit_meanwhile() -> bool:
        if not asked:
            asked.append(True)
            people.add(store, "Ben")
        return False

    assert not store.find_damage(edit_meanwhile)
    assert names_in(store) == ["Ana", "Ben"]
    store.close()


needs_strace = pytest.mark.skipif(
    not shutil.which("strace"), reason="needs strace to kill at a write"
)


@needs_strace
def test_f01_what_was_saved_there_outlives_a_kill_at_each_write(synced: Path) -> None:
    seen: set[tuple[str, ...]] = set()

    def prepare() -> Path:
        for one in synced.parent.glob("store.db*"):
            one.unlink()
        store = blank_store(synced)
        people.add(store, "Ana")
        store.close()
        return synced

    def check(path: Path) -> None:
        saved = path.with_name("saved")
        acknowledged = saved.read_text().split() if saved.exists() else []
        saved.unlink(missing_ok=True)
        store = Store(path)
        found = names_in(store)
        store.close()
        sound(path)
        assert found in (["Ana"], ["Ana", "Ben"], ["Ana", "Ben", "Chi"])
        assert found[1 : 1 + len(acknowledged)] == acknowledged
        assert beside(path) == []
        seen.add(tuple(found))

    script = """
    from careerdesk.services import people
    store = Store(path)
    for name in ("Ben", "Chi"):
        people.add(store, name)
        with path.with_name("saved").open("a") as saved:
            saved.write(name + " ")
    store.close()
    """
    assert at_every_write(script, prepare, check, "/^(pwrite64|ftruncate|unlink)") >= 20
    assert len(seen) >= (3 if is_long() else 2)  # a short run leaves out most writes between


def cut(path: Path, into: Path) -> Path:
    """The store and its journal, as a crash leaves them in the middle of an edit."""
    into.mkdir()
    with closing(sqlite3.connect(path, isolation_level=None)) as writer:
        writer.execute("PRAGMA journal_mode=TRUNCATE")
        writer.execute("PRAGMA cache_size=1")  # so that half of the edit gets into the file
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("UPDATE person SET recognition = ?", ("half " * 40_000,))
        for end in ("", "-journal"):
            shutil.copy(f"{path}{end}", into / f"store.db{end}")
        writer.execute("ROLLBACK")
    assert (into / "store.db-journal").stat().st_size
    return into / "store.db"


def test_f22_half_an_edit_is_never_shown_and_is_taken_back_by_the_window(
    synced: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = Store(synced)
    people.add(store, "Ana")
    store.close()
    crashed = cut(synced, tmp_path / "crashed")
    files = {one: one.read_bytes() for one in crashed.parent.iterdir()}
    assert run(["--store", str(crashed), "people"]) == 4
    assert "was interrupted, perhaps by a crash" in capsys.readouterr().err
    assert {one: one.read_bytes() for one in crashed.parent.iterdir()} == files
    store = open_store(crashed)
    assert (names_in(store), people.get(store, 1).recognition) == (["Ana"], "")
    store.close()
    assert run(["--store", str(crashed), "check"]) == 0


def test_f22_a_frozen_file_with_half_an_edit_is_not_read_past_its_wal(
    synced: Path, tmp_path: Path
) -> None:
    store = Store(synced)
    people.add(store, "Ana")
    store.close()
    crashed = cut(synced, tmp_path / "crashed")
    with pytest.raises(StoreError, match="was interrupted, perhaps by a crash"):
        keep_out(crashed, read_only=True, frozen=True)
    assert keep_out(crashed, read_only=True, frozen=False) is None


def test_f20_what_another_state_would_have_taken_back_is_not_put_into_an_older_copy(
    synced: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "older.db"
    for name in ("Ana", "Ben", "Chi"):
        store = Store(synced)
        people.add(store, name)
        store.close()
        if name == "Ana":
            shutil.copy(synced, copy)
    crashed = cut(synced, tmp_path / "crashed")
    shutil.copy(copy, crashed)
    with pytest.raises(StoreError, match="belongs to a different version of the data file"):
        Store(crashed, read_only=True)
    store = open_store(crashed)
    assert store.set_aside == crashed.with_name("store.db-journal-set-aside")
    assert names_in(store) == ["Ana"]
    store.close()
    assert crashed.read_bytes()[100:] == copy.read_bytes()[100:]
    assert ask(crashed, "PRAGMA integrity_check") == [("ok",)]


COPIES = [
    "store (conflicted copy 2026-11-20).db",
    "store (Ana's conflicted copy 2026-11-20).db",
    "store (conflicted copy 2026-11-20 101112).db",
    "store.sync-conflict-20261120-101112-ABCDEFG.db",
    "store_conflict-20261120-101112.db",
    "store (SFConflict ana@example.org 2026-11-20-10-11-12).db",
    "store-DESKTOP-A1B2C3D.db",
    "store-DESKTOP-A1B2C3D-2.db",
    "store-annes-laptop.db",
    "store (1).db",
    "store 2.db",
]
NO_COPIES = [
    "store.db", "store.db-journal", "store-before-update-3.db", "store-old.db", "other (1).db",
    "store (conflicted copy 2026-11-20).txt", "store of Ana.db",
]  # fmt: skip


def test_copies_of_a_conflict_are_known_by_their_names(tmp_path: Path) -> None:
    for name in (*COPIES, *NO_COPIES):
        (tmp_path / name).touch()
    assert conflict_copies(tmp_path / "store.db", "annes-laptop") == sorted(COPIES)
    assert conflict_copies(tmp_path / "none" / "store.db", "annes-laptop") == []


def close_banner(robot: PeopleRobot, key: str) -> None:
    banner = robot.window.banners.banner(key)
    assert banner
    banner.findChild(QAbstractButton, "dismissBanner").click()


def test_the_window_says_it_until_it_was_read(qtbot: QtBot, synced: Path, tmp_path: Path) -> None:
    store = open_store(blank_file(synced))
    people.add(store, "Ana")
    robot = PeopleRobot(qtbot, store, tmp_path)
    assert "Syncthing syncs the folder that contains" in robot.banner("folder")
    robot.restart()
    assert robot.banner("folder")
    close_banner(robot, "folder")
    robot.restart()
    assert robot.banner("folder") == ""
    assert str(synced) not in (tmp_path / "settings.ini").read_text()
    robot.window.close()
    store.close()


def test_the_window_names_copies_of_a_conflict(qtbot: QtBot, synced: Path, tmp_path: Path) -> None:
    synced.with_name(COPIES[3]).touch()
    store = open_store(blank_file(synced))
    people.add(store, "Ana")
    robot = PeopleRobot(qtbot, store, tmp_path)
    assert COPIES[3] in robot.banner("conflict-copies")
    robot.window.close()
    store.close()


def test_an_ordinary_folder_is_not_spoken_of(qtbot: QtBot, store: Store, tmp_path: Path) -> None:
    (tmp_path / COPIES[0]).touch()
    people.add(store, "Ana")
    robot = PeopleRobot(qtbot, store, tmp_path)
    assert (robot.banner("folder"), robot.banner("conflict-copies")) == ("", "")
    robot.window.close()


def test_f30_a_store_there_that_is_replaced_by_the_client_is_left_alone(synced: Path) -> None:
    store = Store(synced)
    people.add(store, "Ana")
    other = blank_store(synced.with_name("other.db"))
    people.add(other, "Zoe")
    other.close()
    os.replace(other.path, synced)
    content = synced.read_bytes()
    with pytest.raises(StoreError, match="was replaced while it was open"):
        people.add(store, "Ben")
    assert names_in(store) == ["Ana"]
    store.go_on_in(synced.with_name("copy.db"))
    store.close()
    assert synced.read_bytes() == content
    assert names_at(synced.with_name("copy.db")) == ["Ana"]
