"""Backups on the command line: made, listed, restored, and named where the store is damaged."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from careerdesk.cli import run
from careerdesk.data.store import Store
from careerdesk.services import people
from tests.stores import ask, blank_store, dump


@pytest.fixture
def path(tmp_path: Path) -> Path:
    store = blank_store(tmp_path / "store.db")
    people.add(store, "Ana Ruiz")
    store.close()
    return store.path


def add(path: Path, name: str) -> None:
    store = Store(path)
    people.add(store, name)
    store.close()


def names(path: Path) -> list[str]:
    store = Store(path)
    found = [person.name for person in people.everyone(store)]
    store.close()
    return found


def test_a_backup_is_made_listed_and_restored_by_its_number(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["--store", str(path), "backup"]) == 0
    add(path, "Ben Okoro")
    assert run(["--store", str(path), "restore", "1"]) == 0
    assert names(path) == ["Ana Ruiz"]
    said = capsys.readouterr()
    assert (
        "The previous state was saved as backup 2. To return to it, run: careerdesk restore 2"
        in said.out
    )
    assert "The backup is older" in said.err
    assert run(["--store", str(path), "backups", "--json"]) == 0
    listed = json.loads(capsys.readouterr().out)
    assert [(one["sequence"], one["why"], one["good"], one["counts"]["person"]) for one in listed] \
        == [(2, "restore", True, 2), (1, "asked", True, 1)]  # fmt: skip
    assert run(["--store", str(path), "restore", listed[0]["file"]]) == 0
    assert names(path) == ["Ana Ruiz", "Ben Okoro"]
    assert sorted(one.name for one in path.parent.iterdir()) == ["store-backups", "store.db"]


def test_no_copy_goes_over_the_store_itself(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = path.read_bytes()
    assert run(["--store", str(path), "backup", "-o", str(path)]) == 4
    assert "is your CareerDesk file. Choose another name." in capsys.readouterr().err
    assert path.read_bytes() == before


def test_one_person_is_restored_and_the_others_stay(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    add(path, "Ben Okoro")
    assert run(["--store", str(path), "backup"]) == 0
    store = Store(path)
    for person in people.everyone(store):
        people.change(store, person.id, family_name="Changed")
    store.close()
    assert run(["--store", str(path), "restore", "1", "--person", "okoro"]) == 0
    assert "in the trash" in capsys.readouterr().out
    assert sorted(names(path)) == ["Ana Changed", "Ben Okoro"]
    assert run(["--store", str(path), "restore", "1", "--person", "Окоро"]) == 0
    assert run(["--store", str(path), "restore", "1", "--person", "Zoe"]) == 2
    assert "The backup contains Ana Ruiz, Ben Okoro." in capsys.readouterr().err


def test_everything_as_json_is_restored_or_refused_whole(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = path.with_name("all.json")
    assert run(["--store", str(path), "export", "all", "-o", str(out)]) == 0
    whole = dump(path)
    add(path, "Ben Okoro")
    more = dump(path)
    good = out.read_bytes()
    out.write_bytes(good[:-40])
    assert run(["--store", str(path), "restore", str(out)]) == 1
    assert "the file ends unexpectedly" in capsys.readouterr().err
    assert dump(path) == more
    out.write_bytes(good.replace(b'"schema": ', b'"schema": 9', 1))
    assert run(["--store", str(path), "restore", str(out)]) == 3
    out.write_bytes(good)
    assert run(["--store", str(path), "restore", str(out), "--person", "Ana"]) == 0
    assert sorted(names(path)) == ["Ana Ruiz", "Ben Okoro"]
    assert run(["--store", str(path), "restore", str(out)]) == 0
    assert dump(path) == whole
    path.write_bytes(b"damaged")
    assert run(["--store", str(path), "restore", str(out)]) == 0
    assert dump(path) == whole
    assert list(path.parent.rglob("*.part*")) == []


def test_a_copy_goes_to_a_file_and_is_restored_from_there(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "elsewhere.db"
    assert run(["--store", str(path), "backup", "-o", str(copy)]) == 0
    whole = dump(path)
    path.unlink()
    assert run(["--store", str(path), "restore", str(copy)]) == 0
    assert dump(path) == whole


def test_of_a_copy_a_program_is_told_where_it_is(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = tmp_path / "elsewhere.db"
    assert run(["--store", str(path), "backup", "-o", str(copy), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"file": str(copy)}


def test_a_damaged_store_names_its_newest_whole_backup_which_restores_it(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for _ in range(2):
        assert run(["--store", str(path), "backup"]) == 0
    os.truncate(path.with_name("store-backups") / "backup-000002.db", 100)
    damaged = os.urandom(5_000)
    path.write_bytes(damaged)
    capsys.readouterr()
    assert run(["--store", str(path), "people"]) == 1
    assert "To restore it, run: careerdesk restore 1" in capsys.readouterr().err
    assert run(["--store", str(path), "restore", "2"]) == 1
    assert "Choose another backup" in capsys.readouterr().err
    assert path.read_bytes() == damaged
    assert run(["--store", str(path), "restore", "1"]) == 0
    assert names(path) == ["Ana Ruiz"]
    assert path.with_name("store-damaged.db").read_bytes() == damaged


@pytest.mark.parametrize("more", [(), ("--dry-run",)])
def test_nothing_is_brought_into_a_new_store_where_the_old_one_is_gone(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], more: tuple[str, ...]
) -> None:
    run(["--store", str(path), "backup"])
    path.unlink()
    (tmp_path / "new.csv").write_text("Name\nBen Okoro\n")
    assert run(["--store", str(path), "import", *more, str(tmp_path / "new.csv")]) == 4
    assert "but there are backups you can restore" in capsys.readouterr().err
    assert not path.exists()


def test_where_the_store_is_gone_its_backups_are_named(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["--store", str(path), "backup"]) == 0
    path.unlink()
    assert run(["--store", str(path), "people"]) == 4
    assert "To list them, run: careerdesk backups" in capsys.readouterr().err
    assert not path.exists()
    assert run(["--store", str(path), "restore", "1"]) == 0
    assert names(path) == ["Ana Ruiz"]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("7", "There is no backup 7."),
        ("9" * 5000, "There is no backup 999"),
        ("no-such-file.db", "There is no file"),
        (__file__, "is not a CareerDesk file"),
    ],
)
def test_what_cannot_be_restored_is_one_sentence_and_changes_nothing(
    path: Path, capsys: pytest.CaptureFixture[str], typed: str, said: str
) -> None:
    whole = dump(path)
    assert run(["--store", str(path), "restore", typed]) in {1, 2}
    assert said in capsys.readouterr().err
    assert dump(path) == whole


def test_the_demo_has_no_backups_and_the_users_own_are_not_told(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for command in (["backup"], ["backups"], ["restore", "1"]):
        assert run(["--demo", *command]) == 2
        assert "discarded" in capsys.readouterr().err


def test_a_store_with_a_damaged_page_that_opens_is_restored(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["--store", str(path), "backup"]) == 0
    root = ask(path, "SELECT rootpage FROM sqlite_master WHERE name = 'question'")[0][0]
    assert isinstance(root, int)
    with path.open("r+b") as file:
        file.seek((root - 1) * 4096)
        file.write(b"\xa5" * 4096)
    damaged = path.read_bytes()
    assert run(["--store", str(path), "restore", "1"]) == 0
    assert "The previous file was kept as" in capsys.readouterr().out
    assert path.with_name("store-damaged.db").read_bytes() == damaged
    assert ask(path, "PRAGMA integrity_check") == [("ok",)]
    assert names(path) == ["Ana Ruiz"]


def test_a_copy_goes_over_no_store_that_holds_more_or_is_another_one(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    stick = path.with_name("stick.db")
    assert run(["--store", str(path), "backup", "-o", str(stick)]) == 0
    add(path, "Ben Okoro")
    assert run(["--store", str(path), "backup", "-o", str(stick)]) == 0  # it holds no more
    add(stick, "Only on the stick")
    before = stick.read_bytes()
    assert run(["--store", str(path), "backup", "-o", str(stick)]) == 2
    assert "has changes that aren't in your data file" in capsys.readouterr().err
    assert stick.read_bytes() == before
    other = path.with_name("other.db")
    Store(other).close()
    before = other.read_bytes()
    assert run(["--store", str(path), "backup", "-o", str(other)]) == 2
    assert "is another CareerDesk data file" in capsys.readouterr().err
    assert other.read_bytes() == before
    other.write_bytes(b"no store")
    assert run(["--store", str(path), "backup", "-o", str(other)]) == 0
    assert names(other) == ["Ana Ruiz", "Ben Okoro"]


def test_a_backup_goes_to_no_pipe_and_to_no_file_of_that_sign(
    path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(path.parent)
    assert run(["--store", str(path), "backup", "-o", "-"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "isn't written to standard output" in said.err
    assert os.listdir(path.parent) == [path.name]


@pytest.mark.parametrize("what", [["all"], ["brief", "Ana", "--format", "md"]])
def test_nothing_is_exported_over_a_backup_or_another_store(
    path: Path, capsys: pytest.CaptureFixture[str], what: list[str]
) -> None:
    assert run(["--store", str(path), "backup"]) == 0
    other = path.with_name("other.db")
    Store(other).close()
    for target in (other, next(path.parent.glob("store-backups/*.db"))):
        before = target.read_bytes()
        assert run(["--store", str(path), "export", *what, "-o", str(target)]) == 4
        assert "is a data file or a backup of one" in capsys.readouterr().err
        assert target.read_bytes() == before


def test_a_backup_of_another_store_is_said_to_be_one(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = path.with_name("other.db")
    Store(other).close()
    assert run(["--store", str(path), "restore", str(other)]) == 0
    assert "The backup is from a different data file" in capsys.readouterr().err
    assert run(["--store", str(path), "restore", "1"]) == 0
    assert capsys.readouterr().err == ""
    assert names(path) == ["Ana Ruiz"]


@pytest.mark.posix("links")
def test_a_store_has_one_set_of_backups_by_whatever_link_it_is_named(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    link = tmp_path / "elsewhere" / "link.db"
    link.parent.mkdir()
    link.symlink_to(path)
    assert run(["backup", "--store", str(path)]) == 0
    add(path, "Ben Okri")
    assert run(["backup", "--store", str(link)]) == 0
    listed = []
    for store in (path, link):
        capsys.readouterr()
        assert run(["backups", "--json", "--store", str(store)]) == 0
        listed.append(json.loads(capsys.readouterr().out))
    assert listed[0] == listed[1]
    assert len(listed[0]) == 2
    assert run(["restore", "1", "--store", str(link)]) == 0
    assert "Ben Okri" not in names(path)
    assert [one.name for one in link.parent.iterdir()] == ["link.db"]
    assert link.is_symlink()
