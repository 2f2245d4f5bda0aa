"""A backup from another place, another language or another version is restored as it was (F69)."""

from __future__ import annotations

import gzip
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from careerdesk.data.connection import SCHEMA_VERSION
from careerdesk.data.store import Store
from careerdesk.services import backups, people, sessions
from careerdesk.services.sessions import How
from tests.builders import NOW, a_person, a_planned
from tests.stores import BESIDE, ask, blank_store, dump

ROOT = Path(__file__).parents[2]
FROZEN = Path(__file__).parent / "stores"
PLACES = [("Pacific/Kiritimati", "tr_TR.UTF-8"), ("Pacific/Pago_Pago", "C"), ("Asia/Kolkata", "")]


def told(path: Path, place: tuple[str, str], *command: str, errors: bool = False) -> str:
    """What the command line says at a place, in its language; or what it warns of."""
    zone, language = place
    done = subprocess.run(
        [sys.executable, "-m", "careerdesk", "--store", str(path), *command],
        env=os.environ | {"TZ": zone, "LC_ALL": language, "PYTHONPATH": str(ROOT)},
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stderr if errors else done.stdout


def test_f69_a_backup_travels_between_time_zones_and_languages(tmp_path: Path) -> None:
    store = blank_store(tmp_path / "here" / "store.db")
    ana = a_person(store, "Ñandú İlkay").with_checkin(3).with_promise("Call", due_in=5)
    a_planned(store, ana.id, NOW)
    store.close()
    held = dump(store.path)
    made = json.loads(told(store.path, PLACES[0], "backup", "--json"))
    there = tmp_path / "there" / "store.db"
    there.parent.mkdir()
    other = blank_store(there)
    people.add(other, "Somebody Else")
    other.close()
    for place in PLACES[1:]:
        told(there, place, "restore", made["file"])
        assert dump(there) == held
    listed = [json.loads(told(store.path, place, "backups", "--json")) for place in PLACES]
    assert listed == [[made]] * len(PLACES)  # the moment is one and the same everywhere
    assert made["made_at"].endswith("+00:00")


@pytest.mark.parametrize("version", range(3, SCHEMA_VERSION + 1))
def test_f69_a_backup_of_an_older_version_is_what_bringing_it_up_gives(
    tmp_path: Path, version: int
) -> None:
    old = tmp_path / "old.db"
    old.write_bytes(gzip.decompress((FROZEN / f"store-{version}.db.gz").read_bytes()))
    as_it_was = old.read_bytes()
    brought_up = Path(shutil.copy(old, tmp_path / "brought-up.db"))
    Store(brought_up).close()
    store = blank_store(tmp_path / "store.db")
    people.add(store, "Somebody Else")
    identity = sessions.identity(store)
    backups.restore(store, old)
    assert sessions.identity(store) == identity
    store.close()
    assert dump(store.path, without=BESIDE) == dump(brought_up, without=BESIDE)
    assert old.read_bytes() == as_it_was
    assert ask(store.path, "PRAGMA integrity_check") == [("ok",)]


def test_no_computer_that_saw_it_takes_a_restored_store_for_an_older_one(tmp_path: Path) -> None:
    store = blank_store(tmp_path / "store.db")
    people.add(store, "Ana Ruiz")
    made = backups.make(store, backups.Why.ASKED)
    store.close()
    store = Store(store.path)
    people.add(store, "Ben Okri")
    seen = sessions.newest(store)
    assert sessions.is_older(store, made.path).how is How.OLDER
    backups.restore(store, made.path)
    assert [person.name for person in people.everyone(store)] == ["Ana Ruiz"]
    assert not sessions.stands_to(store, seen).lacks_something
    store.close()


def test_what_a_restore_would_lose_is_said_before_it(tmp_path: Path) -> None:
    store = blank_store(tmp_path / "store.db")
    people.add(store, "Ana Ruiz")
    made = backups.make(store, backups.Why.ASKED)
    store.close()
    apart = Path(shutil.copy(made.path, tmp_path / "apart.db"))
    for path, name in ((store.path, "Ben Okri"), (apart, "Cai Low")):
        changed = Store(path)
        people.add(changed, name)
        changed.close()
    older = told(store.path, PLACES[0], "restore", str(made.path), errors=True)
    assert older.startswith("The backup is older than the data file. ")
    split = told(store.path, PLACES[0], "restore", str(apart), errors=True)
    assert split == (
        "The backup and the data file have changed independently: each contains "
        "something the other doesn't.\n"
    )


def test_nothing_is_left_beside_a_copy_that_is_restored_or_looked_into(tmp_path: Path) -> None:
    store = blank_store(tmp_path / "store.db")
    people.add(store, "Ana Ruiz")
    stick = tmp_path / "stick"
    stick.mkdir()
    copy = stick / "copy.db"
    backups.copy_out(store, copy)
    Store(copy).close()  # opened once, it keeps the newest edits beside it while it is open
    assert ask(copy, "PRAGMA journal_mode") == [("wal",)]
    backups.restore(store, copy)
    backups.contents(copy)
    backups.differences(store, copy)
    backups.copy_out(store, copy)
    assert [one.name for one in stick.iterdir()] == ["copy.db"]
    store.close()
