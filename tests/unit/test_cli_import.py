"""Tables from the shell: several of them, several managers, and nothing by halves."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from careerdesk.app import open_store
from careerdesk.cli import run
from careerdesk.services import people
from tests.stores import blank_store

MINE = 'Name,ID,Manager\n"Ruiz, Ana",1,Mona\nDee Lee,4,Mona\nEli Li,5,Ziv\nKim Oh,6,Uma\n'
OTHER = "Name,ID,Manager\nJo Day,7,Ziv\n"


@pytest.fixture
def tables(tmp_path: Path) -> tuple[Path, Path]:
    """Two tables in a folder of their own."""
    folder = tmp_path / "tables"
    folder.mkdir()
    for name, content in (("mine.csv", MINE), ("other.csv", OTHER)):
        (folder / name).write_text(content)
    return folder / "mine.csv", folder / "other.csv"


def names_in(path: Path) -> list[str]:
    """Who is in the store."""
    store = open_store(path, reading=True)
    try:
        return [person.name for person in people.everyone(store)]
    finally:
        store.close()


def imported(*arguments: object) -> int:
    return run(["import", *map(str, arguments)])


def test_several_managers_may_be_named(tmp_path: Path, tables: tuple[Path, Path]) -> None:
    store = tmp_path / "store.db"
    managers = ("--manager", "Mona", "--manager", "uma")
    assert imported(tables[0], *managers, "--store", store) == 0
    assert names_in(store) == ["Ana Ruiz", "Dee Lee", "Kim Oh"]


def test_a_manager_need_not_be_in_every_table(tmp_path: Path, tables: tuple[Path, Path]) -> None:
    store = tmp_path / "store.db"
    assert imported(*tables, "--manager", "Mona", "--store", store) == 0
    assert names_in(store) == ["Ana Ruiz", "Dee Lee"]


@pytest.mark.parametrize("dry", [[], ["--dry-run"]])
def test_several_tables_are_one_json_value(
    tmp_path: Path, tables: tuple[Path, Path], capsys: pytest.CaptureFixture[str], dry: list[str]
) -> None:
    assert imported(*tables, "--json", *dry, "--store", tmp_path / "store.db") == 0
    rows = json.loads(capsys.readouterr().out)
    assert [(row["file"], row["name"], row["fate"]) for row in rows] == [
        ("mine.csv", "Ana Ruiz", "new"),
        ("mine.csv", "Dee Lee", "new"),
        ("mine.csv", "Eli Li", "new"),
        ("mine.csv", "Kim Oh", "new"),
        ("other.csv", "Jo Day", "new"),
    ]


@pytest.mark.parametrize("bad", ["missing.csv", "picture.csv", "tables"])
def test_where_one_table_is_refused_nothing_comes_in_and_no_store_is_made(
    tmp_path: Path, tables: tuple[Path, Path], bad: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "picture.csv").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    before = sorted(os.listdir(tmp_path))
    assert imported(tables[0], tmp_path / bad, "--store", tmp_path / "store.db") == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert sorted(os.listdir(tmp_path)) == before


def test_an_unknown_manager_makes_no_store(
    tmp_path: Path, tables: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    before = sorted(os.listdir(tmp_path))
    managers = ("--manager", "Mona", "--manager", "Nobody")
    assert imported(tables[0], *managers, "--store", tmp_path / "store.db") == 2
    said = capsys.readouterr().err
    assert "No manager is called Nobody. The table names: Mona (2), Uma (1), Ziv (1)." in said
    assert sorted(os.listdir(tmp_path)) == before


def test_a_dry_run_before_the_first_start_shows_and_makes_nothing(
    tmp_path: Path, tables: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    before = sorted(os.listdir(tmp_path))
    assert imported(tables[1], "--dry-run", "--store", tmp_path / "store.db") == 0
    assert capsys.readouterr().out.splitlines() == [
        "line 2: new  Jo Day",
        "other.csv: 1 rows, 1 would come in.",
    ]
    assert imported(tables[1], "--dry-run") == 0
    assert sorted(os.listdir(tmp_path)) == before


@pytest.mark.parametrize("only_window", ["--demo", "--measure-start"])
def test_what_is_for_the_window_does_not_fall_back_to_the_own_store(
    tmp_path: Path, only_window: str, capsys: pytest.CaptureFixture[str]
) -> None:
    blank_store(tmp_path / "store.db").close()
    assert run([only_window, "people", "--store", str(tmp_path / "store.db")]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "Leave the command out." in said.err
