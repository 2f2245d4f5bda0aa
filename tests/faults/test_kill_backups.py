"""The program is killed while it backs up or restores: what was good before is good after it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from careerdesk.data.store import Store
from careerdesk.domain.errors import NotAStore
from careerdesk.services import backups, people
from careerdesk.services.backups import Why
from tests.faults.test_kill import at_every_write, sound
from tests.seeds import is_long
from tests.stores import blank_store, dump

pytestmark = pytest.mark.skipif(
    not shutil.which("strace"), reason="needs strace to kill at a write"
)
CALLS = "/^(pwrite64|write|fsync|rename|link|unlink|ftruncate)"


@pytest.fixture
def origin(tmp_path: Path) -> Path:
    """A store with two people, one of whom came after its only backup."""
    store = blank_store(tmp_path / "origin" / "store.db")
    people.add(store, "Ana Ruiz")
    backups.make(store, Why.DAILY)
    people.add(store, "Ben Okoro")
    store.close()
    return store.path


def fresh(origin: Path) -> Path:
    folder = origin.parent.with_name("copy")
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(origin.parent, folder)
    return folder / origin.name


def names_in(path: Path) -> list[str]:
    store = Store(path)
    found = [person.name for person in people.everyone(store)]
    store.close()
    return found


def test_f04_a_kill_during_a_backup_leaves_the_earlier_ones(origin: Path) -> None:
    before = dump(origin)
    counts = set()

    def check(path: Path) -> None:
        found = backups.every(path)
        good = [one for one in found if backups.verify(one)]
        counts.add(len(good))
        assert good[-1].sequence == 1
        assert all(dump(one.path) == before for one in good[:-1])
        assert dump(path) == before
        after = Store(path)
        made = backups.make(after, Why.DAILY)
        after.close()
        assert backups.newest_good(path) == made

    script = """
    from careerdesk.services import backups
    store = Store(path)
    backups.make(store, backups.Why.DAILY)
    store.close()
    """
    assert at_every_write(script, lambda: fresh(origin), check, CALLS) >= 8
    assert counts == {1, 2}


def test_f05_a_kill_during_a_restore_leaves_the_old_state_or_the_new_one(origin: Path) -> None:
    seen = set()

    def check(path: Path) -> None:
        found = tuple(names_in(path))
        seen.add(found)
        sound(path)
        assert found in {("Ana Ruiz",), ("Ana Ruiz", "Ben Okoro")}
        good = [one for one in backups.every(path) if backups.verify(one)]
        assert good[-1].sequence == 1
        if found == ("Ana Ruiz",):  # what was there before is in a backup by then
            assert good[0].why is Why.RESTORE
            assert good[0].counts["person"] == 2

    script = """
    from careerdesk.services import backups
    store = Store(path)
    backups.restore(store, backups.every(path)[0].path)
    store.close()
    """
    assert at_every_write(script, lambda: fresh(origin), check, CALLS) >= 15
    assert ("Ana Ruiz",) in seen
    assert not is_long() or len(seen) == 2


def test_f05_a_kill_during_a_restore_where_the_file_is_written_alone(origin: Path) -> None:
    def check(path: Path) -> None:
        assert path.with_name("mounts").exists()
        sound(path)
        assert tuple(names_in(path)) in {("Ana Ruiz",), ("Ana Ruiz", "Ben Okoro")}
        assert backups.newest_good(path) is not None

    script = """
    from careerdesk.data.folders import Surroundings
    from careerdesk.services import backups
    table = path.with_name("mounts")
    table.write_text(f"server:/x {path.parent} nfs4 rw 0 0\\n")
    store = Store(path, around=Surroundings(mounts=table, home=path.parent, variables={}))
    assert store.folder.travels
    backups.restore(store, backups.every(path)[0].path)
    store.close()
    """

    def prepare() -> Path:
        path = fresh(origin)
        path.with_name("mounts").touch()
        return path

    assert at_every_write(script, prepare, check, CALLS) >= 15


def test_f05_a_kill_while_a_damaged_store_is_replaced_leaves_its_file_or_the_backup(
    origin: Path,
) -> None:
    damaged = b"\xa5" * 20_000

    def prepare() -> Path:
        path = fresh(origin)
        path.write_bytes(damaged)
        return path

    def check(path: Path) -> None:
        aside = path.with_name("store-damaged.db")
        assert aside.exists() != (path.exists() and path.read_bytes() == damaged)
        if aside.exists():
            assert aside.read_bytes() == damaged
        if path.exists() and path.read_bytes() != damaged:
            assert names_in(path) == ["Ana Ruiz"]
        newest = backups.newest_good(path)
        assert newest is not None
        backups.restore_closed(path, newest.path)  # and again, from wherever it was left
        assert names_in(path) == ["Ana Ruiz"]

    script = """
    from careerdesk.services import backups
    backups.restore_closed(path, backups.every(path)[0].path)
    """
    assert at_every_write(script, prepare, check, CALLS) >= 4


def test_f05_a_kill_while_a_damaged_store_without_backups_is_replaced_makes_no_empty_one(
    origin: Path,
) -> None:
    damaged = b"\xa5" * 20_000
    seen = set()

    def prepare() -> Path:
        path = fresh(origin)
        backups.every(path)[0].path.rename(path.with_name("stick.db"))
        path.write_bytes(damaged)
        return path

    def check(path: Path) -> None:
        try:
            found = names_in(path)
        except NotAStore:
            found = ["damaged"]
        seen.add(*found)
        kept = path if found == ["damaged"] else path.with_name("store-damaged.db")
        assert kept.read_bytes() == damaged
        assert not [one for one in path.parent.iterdir() if one.name.startswith(".store.db")]

    script = """
    from careerdesk.services import backups
    backups.restore_closed(path, path.with_name("stick.db"))
    """
    assert at_every_write(script, prepare, check, "/^(rename|link)") == 3
    assert seen == {"damaged", "Ana Ruiz"}
