"""What goes wrong with backups is said in a sentence, and takes no other one along.

F10 (a full disk), F28 (another program holds the file), F32 (a folder or a backup that is of no
use), F33 (a copy over the store itself), F39 (a manifest from the end of all years).
"""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from itertools import pairwise
from pathlib import Path

import pytest

from careerdesk.data import backups as files
from careerdesk.data.folders import Surroundings
from careerdesk.data.library import PLAIN, Library
from careerdesk.data.place import Standing
from careerdesk.data.store import Store
from careerdesk.domain.errors import InvalidInput, NotAStore, StoreError
from careerdesk.services import backups, drafts, people, sessions
from careerdesk.services.backups import Restoration, Why
from careerdesk.services.drafts import Owner
from tests.modes import is_private
from tests.stores import ask, blank_file, dump


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A store with Ana, and a backup of that; Ben came later."""
    store = Store(blank_file(tmp_path / "store.db"), library=Library(wait_ms=100))
    people.add(store, "Ana")
    backups.make(store, Why.DAILY)
    people.add(store, "Ben")
    yield store
    store.close()


def names(store: Store) -> list[str]:
    return [person.name for person in people.everyone(store)]


def test_f28_another_program_at_the_file_refuses_a_restore_and_it_can_be_done_again(
    store: Store,
) -> None:
    with Restoration(store, backups.every(store.path)[0].path) as way:
        way.make_ready()
        with closing(sqlite3.connect(store.path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(StoreError, match="Another program is using the file"):
                way.take()
            assert names(store) == ["Ana", "Ben"]
            assert store.undo_name == "Add person"
            other.execute("ROLLBACK")
        way.take()
    assert names(store) == ["Ana"]


def test_f28_after_a_reader_that_kept_an_edit_out_the_next_one_is_saved(store: Store) -> None:
    store.close()
    ask(store.path, "PRAGMA journal_mode=DELETE")  # as in a folder of a sync client
    place = Surroundings(mounts=mounts_of(store.path.parent), home=store.path.parent, variables={})
    again = Store(store.path, library=Library(wait_ms=20), around=place)
    assert again.folder.travels
    with closing(sqlite3.connect(store.path, isolation_level=None)) as other:
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM person").fetchall()
        with pytest.raises(StoreError, match="Another program is using the file"):
            people.add(again, "Cleo")
        other.execute("ROLLBACK")
    people.add(again, "Dee")
    assert names(again) == ["Ana", "Ben", "Dee"]
    assert again.undo_name == "Add person"
    again.undo()
    assert names(again) == ["Ana", "Ben"]
    again.close()


def mounts_of(folder: Path) -> Path:
    """A table of mounts in which a folder is on a network disk."""
    table = folder / "mounts"
    table.write_text(f"server:/x {folder} nfs4 rw 0 0\n")
    return table


def test_f28_a_file_that_another_program_holds_is_not_waited_for_without_end(store: Store) -> None:
    store.close()
    ask(store.path, "PRAGMA journal_mode=DELETE")
    before = [one.sequence for one in backups.every(store.path)]
    with closing(sqlite3.connect(store.path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StoreError, match="Another program is using the file"):
            files.make(
                store.path, backups.folder_of(store.path), Why.DAILY, store.now(),
                Library(wait_ms=10), lambda _done, _of: True,
            )  # fmt: skip
    assert [one.sequence for one in backups.every(store.path)] == before


def test_a_file_that_is_written_again_and_again_is_copied_at_one_go(
    store: Store, tmp_path: Path
) -> None:
    store.close()
    ask(store.path, "PRAGMA journal_mode=DELETE")
    copied = blank_file(tmp_path / "copied.db")
    told: list[int] = []
    with (
        closing(sqlite3.connect(store.path, isolation_level=None)) as other,
        files.reading(store.path, PLAIN) as source,
    ):

        def write(done: int, of: int) -> bool:
            told.append(done)
            if done < of:
                other.execute("UPDATE person SET title = title || 'x'")
            return True

        files.copy(source, copied, PLAIN, write, step=10)
    assert dump(copied) == dump(store.path)
    assert sum(after <= before for before, after in pairwise(told)) == files.MOST_RESTARTS


def test_what_is_edited_before_a_restore_is_taken_is_in_a_backup(store: Store) -> None:
    with Restoration(store, backups.every(store.path)[0].path) as way:
        way.make_ready()
        people.add(store, "Cleo")
        now = dump(store.path)
        way.take()
    assert names(store) == ["Ana"]
    newest = backups.newest_good(store.path)
    assert newest is not None
    assert newest.why is Why.RESTORE
    assert dump(newest.path) == now


def test_what_is_typed_before_a_restore_is_taken_is_in_a_backup(store: Store) -> None:
    with Restoration(store, backups.every(store.path)[0].path) as way:
        way.make_ready()
        words = drafts.new(Owner(0, "", 0, "note"), {"text": "Half a thought"}, store.now())
        drafts.keep(store, words, anew=True)
        now = dump(store.path)
        way.take()
    newest = backups.newest_good(store.path)
    assert newest is not None
    assert dump(newest.path) == now


@pytest.mark.parametrize("what", ["itself", "its journal", "a link to it", "a folder", "a backup"])
def test_f33_a_copy_goes_over_nothing_that_is_needed(
    store: Store, tmp_path: Path, what: str
) -> None:
    link = tmp_path / "link.db"
    link.symlink_to(store.path)
    made = backups.every(store.path)[0]
    target = {
        "itself": store.path, "its journal": Path(f"{store.path}-wal"), "a link to it": link,
        "a folder": tmp_path, "a backup": made.path,
    }[what]  # fmt: skip
    with pytest.raises(InvalidInput, match="Choose another"):
        backups.copy_out(store, target)
    assert store.look() is Standing.THERE
    assert link.is_symlink()
    assert backups.verify(made)
    people.add(store, "Cleo")
    assert names(store) == ["Ana", "Ben", "Cleo"]


@pytest.mark.parametrize("what", ["text", "nothing", "a pipe", "a folder", "another program's"])
def test_f26_what_is_no_backup_is_refused_by_its_name(
    store: Store, tmp_path: Path, what: str
) -> None:
    path = tmp_path / "other"
    if what == "a pipe":
        os.mkfifo(path)
    elif what == "a folder":
        path.mkdir()
    elif what == "another program's":
        ask(path, "CREATE TABLE person (id INTEGER)")
    else:
        path.write_text("Dear diary, " * 30 if what == "text" else "")
    before = dump(store.path)
    for refused in (
        lambda: backups.restore(store, path),
        lambda: backups.contents(path),
        lambda: backups.differences(store, path),
        lambda: sessions.is_older(store, path),
        lambda: backups.restore_closed(tmp_path / "new.db", path),
    ):
        with pytest.raises(NotAStore, match="other"):
            refused()
    assert dump(store.path) == before
    assert not (tmp_path / "new.db").exists()


@pytest.mark.parametrize(("what", "known"), [("a page", True), ("a page", False), ("a word", True)])
def test_a_damaged_backup_takes_the_place_of_no_store(
    store: Store, tmp_path: Path, what: str, known: bool
) -> None:
    made = backups.every(store.path)[0].path
    content = bytearray(made.read_bytes())
    if what == "a page":
        root = ask(made, "SELECT rootpage FROM sqlite_master WHERE name = 'question'")[0][0]
        assert isinstance(root, int)
        content[(root - 1) * 4096 : root * 4096] = b"\xa5" * 4096
    else:
        content[content.index(b"Ana") : content.index(b"Ana") + 3] = b"Anb"
    made.write_bytes(content)
    if not known:
        made = made.rename(tmp_path / "found.db")
    before = dump(store.path)
    with pytest.raises(NotAStore, match="is damaged"):
        backups.restore(store, made)
    with pytest.raises(NotAStore, match="is damaged"):
        backups.restore_closed(tmp_path / "gone.db", made)
    assert dump(store.path) == before
    assert not (tmp_path / "gone.db").exists()


def test_a_copy_with_the_wal_of_another_state_is_not_mixed_with_it(
    store: Store, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.db"
    shutil.copy(backups.every(store.path)[0].path, copy)
    for name in ("Cleo", "Dan"):  # each in a session of its own
        other = Store(store.path)
        people.add(other, name)
        other.close()
    people.add(store, "Eve")
    shutil.copy(f"{store.path}-wal", f"{copy}-wal")  # by a user who copies all that changed
    before = dump(store.path)
    with pytest.raises(StoreError, match="belongs to a different version"):
        backups.restore(store, copy)
    assert dump(store.path) == before


def test_f69_a_file_with_other_pages_is_restored(store: Store, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    shutil.copy(backups.every(store.path)[0].path, copy)
    then = dump(copy)
    ask(copy, "PRAGMA page_size=8192")
    with closing(sqlite3.connect(copy)) as other:
        other.execute("PRAGMA page_size=8192")
        other.execute("VACUUM")
    assert ask(copy, "PRAGMA page_size") == [(8192,)]
    backups.restore(store, copy)
    assert dump(store.path, without=frozenset({"session"})) == [
        row for row in then if not row.startswith("session")
    ]
    people.add(store, "Cleo")
    assert names(store) == ["Ana", "Cleo"]
    assert ask(store.path, "PRAGMA integrity_check") == [("ok",)]


@pytest.mark.parametrize(
    "told",
    [
        {"made_at": "9999-12-31T23:59:59+00:00"},
        {"made_at": "0001-01-01T00:00:00+14:00"},
        {"schema": float("inf")},
        {"counts": {"person": float("-inf")}},
        {"last_change": 7},
    ],
)
def test_f39_a_manifest_that_says_odd_things_keeps_no_backup_from_being_made(
    store: Store, told: dict[str, object]
) -> None:
    first = backups.every(store.path)[0]
    manifest = first.path.with_suffix(".json")
    manifest.write_text(json.dumps(json.loads(manifest.read_text()) | told))
    assert len(backups.every(store.path)) == 1
    assert backups.make(store, Why.DAILY) == backups.newest_good(store.path)


def test_a_number_that_another_program_is_about_to_use_is_left_to_it(store: Store) -> None:
    folder = backups.folder_of(store.path)
    begun = folder / "backup-000002.json"
    begun.write_text('{"sequence": 2}')
    made = backups.make(store, Why.DAILY)
    assert made.sequence == 3
    assert backups.verify(made)
    assert begun.read_text() == '{"sequence": 2}'


@pytest.mark.parametrize("what", ["rotten", "cut", "empty", "gone", "no manifest"])
def test_f32_the_next_good_one_is_used_where_the_newest_is_of_no_use(
    store: Store, what: str
) -> None:
    good = backups.every(store.path)[0]
    then = dump(good.path)
    newest = backups.make(store, Why.DAILY).path
    size = newest.stat().st_size
    if what == "rotten":
        with newest.open("r+b") as file:
            file.seek(size // 2)
            file.write(os.urandom(300))
    elif what == "no manifest":
        newest.with_suffix(".json").unlink()
    elif what == "gone":
        newest.unlink()
    else:
        os.truncate(newest, size // 2 if what == "cut" else 0)
    store.close()
    store.path.write_bytes(b"\xa5" * 9000)  # and the store with it
    found = backups.newest_good(store.path)
    assert found == good
    backups.restore_closed(store.path, found.path)
    assert dump(store.path) == then
    again = Store(store.path)
    assert backups.verify(backups.make(again, Why.DAILY))
    again.close()


def test_f32_a_folder_of_backups_that_is_gone_is_made_again(store: Store) -> None:
    shutil.rmtree(backups.folder_of(store.path))
    assert backups.every(store.path) == []
    assert backups.newest_good(store.path) is None
    assert backups.is_due(store.path, store.now())
    assert backups.verify(backups.make(store, Why.DAILY))
    assert is_private(backups.folder_of(store.path))


def test_a_copy_in_the_second_place_goes_over_none_that_is_being_made_there(
    store: Store, tmp_path: Path
) -> None:
    second = tmp_path / "stick"
    folder = second / "store-backups"
    folder.mkdir(parents=True)
    begun = folder / "backup-000001.json"
    begun.write_text('{"sequence": 1}')  # by the CareerDesk of another computer
    backups.copy_to_second(store.path, second)
    assert begun.read_text() == '{"sequence": 1}'
    copies = files.every(folder)
    assert [one.sequence for one in copies] == [2]
    assert backups.verify(copies[0])


FULL = """
import subprocess, sys
from pathlib import Path
from careerdesk.data.store import Store
from careerdesk.domain.errors import StoreError
from careerdesk.services import backups
folder, what, size = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
disk = folder / ("stick" if what == "copy" else "store-backups")
subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "none", str(disk)], check=True)
store = Store(folder / "store.db")
try:
    if what == "copy":
        backups.copy_out(store, disk / "copy.db")
    elif what == "backup":
        backups.make(store, backups.Why.DAILY)
    else:
        backups.restore(store, folder / "old.db")
except StoreError as error:
    print(error)
print(*sorted(one.name for one in disk.iterdir()))
store.close()
"""


@pytest.mark.parametrize(
    ("what", "size"),
    [("copy", "700k"), ("backup", "64k"), ("backup", "700k"), ("restore", "64k"),
     ("restore", "1m")],
)  # fmt: skip
def test_f10_a_full_disk_is_said_and_nothing_half_is_left(
    store: Store, tmp_path: Path, what: str, size: str
) -> None:
    apart = ["unshare", "-Urm"]
    if shutil.which("unshare") is None or subprocess.run([*apart, "true"], check=False).returncode:
        pytest.skip("needs a mount namespace of its own")
    shutil.copy(backups.every(store.path)[0].path, tmp_path / "old.db")
    (tmp_path / "stick").mkdir()
    before = dump(store.path)
    store.close()
    done = subprocess.run(
        [*apart, sys.executable, "-c", FULL, str(tmp_path), what, size],
        capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    said, left = done.stdout.splitlines()
    assert "full" in said or "No space left" in said
    assert said.endswith(".")
    assert left == ""
    assert dump(store.path) == before
