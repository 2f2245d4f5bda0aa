"""Tables from the shell: several of them, several managers, and nothing by halves."""

from __future__ import annotations

import io
import json
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from careerdesk.app import open_store, user_settings
from careerdesk.cli import run
from careerdesk.compat import override
from careerdesk.domain.parts import AT_ONCE
from careerdesk.domain.rhythm import Rhythm
from careerdesk.services import people
from careerdesk.ui.base.new_people import keep_rhythm
from tests.stores import ask, blank_file, blank_store, dump

MINE = 'Name,ID,Manager\n"Ruiz, Ana",1,Mona\nDee Lee,4,Mona\nEli Li,5,Ziv\nKim Oh,6,Uma\n'
OTHER = "Name,ID,Manager\nJo Day,7,Ziv\n"


@pytest.fixture
def tables(tables_alone: tuple[Path, Path], tmp_path: Path) -> tuple[Path, Path]:
    """Two tables in a folder of their own, beside a store with nobody in it."""
    blank_file(tmp_path / "store.db")  # to make one by all its versions takes longer than the rest
    return tables_alone


@pytest.fixture
def tables_alone(tmp_path: Path) -> tuple[Path, Path]:
    """The same before the first start: there is no store."""
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


def test_several_managers_may_be_named(tmp_path: Path, tables_alone: tuple[Path, Path]) -> None:
    store = tmp_path / "store.db"
    managers = ("--manager", "Mona", "--manager", "uma")
    assert imported(tables_alone[0], *managers, "--store", store) == 0
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
    tmp_path: Path, tables_alone: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    before = sorted(os.listdir(tmp_path))
    managers = ("--manager", "Mona", "--manager", "Nobody")
    assert imported(tables_alone[0], *managers, "--store", tmp_path / "store.db") == 2
    said = capsys.readouterr().err
    assert (
        "There is no manager named Nobody. The managers in the table are: Mona (2), Uma (1), Ziv "
        "(1)." in said
    )
    assert sorted(os.listdir(tmp_path)) == before


def test_a_dry_run_before_the_first_start_shows_and_makes_nothing(
    tmp_path: Path, tables_alone: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    before = sorted(os.listdir(tmp_path))
    assert imported(tables_alone[1], "--dry-run", "--store", tmp_path / "store.db") == 0
    assert capsys.readouterr().out.splitlines() == [
        "line 2: new  Jo Day",
        "other.csv: 1 row, 1 would be imported.",
    ]
    assert imported(tables_alone[1], "--dry-run") == 0
    assert sorted(os.listdir(tmp_path)) == before


def test_what_is_for_the_window_does_not_fall_back_to_the_own_store(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    blank_store(tmp_path / "store.db").close()
    assert run(["--measure-start", "people", "--store", str(tmp_path / "store.db")]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "Leave out the command." in said.err


ODD = (
    "Name,ID,Start date,Shoe size\nMira Holm,1,1899-04-01,42\nTariq Osei,2,2021-09-15,43\n"
    "Ulla Brandt,3,2017-01-02,44\n"
)


def test_a_dry_run_promises_what_the_import_does(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table, store = tmp_path / "odd.csv", tmp_path / "store.db"
    table.write_text(ODD)
    assert imported(table, "--dry-run", "--store", store) == 0
    promised = capsys.readouterr().out.splitlines()
    assert promised == [
        "odd.csv: ignoring these columns: Shoe size.",
        "line 2: new  Mira Holm  (1 April 1899 is too far in the past. Check the year.)",
        "line 3: new  Tariq Osei",
        "line 4: new  Ulla Brandt",
        "odd.csv: 3 rows, 3 would be imported.",
    ]
    assert imported(table, "--store", store) == 0
    done = capsys.readouterr().out.splitlines()
    assert done[:-1] == promised[:-1]
    assert done[-1] == "odd.csv: 3 rows, 3 imported."
    assert names_in(store) == ["Mira Holm", "Tariq Osei", "Ulla Brandt"]


def test_a_bad_row_is_refused_alone_with_its_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table, store = tmp_path / "odd.csv", tmp_path / "store.db"
    table.write_text(f"Name,Title\nMira Holm,a\n{'x' * 201},b\nConfidential,\nTariq Osei,c\n")
    assert imported(table, "--store", store) == 0
    said = capsys.readouterr().out
    assert "line 3: refused" in said
    assert "The name has 201 characters" in said
    assert "line 4: refused  Confidential  (Only one cell in this row is filled" in said
    assert names_in(store) == ["Mira Holm", "Tariq Osei"]


def test_the_encoding_is_said_and_can_be_chosen(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "letters.csv"
    table.write_bytes("Name,Title\nJosé Núñez,Lead\n".encode("mac-roman"))
    assert imported(table, "--dry-run") == 0
    said = capsys.readouterr().out
    assert "letters.csv: read as mac-roman. Use --encoding to choose a different encoding." in said
    assert "José Núñez" in said
    assert imported(table, "--dry-run", "--encoding", "cp1252") == 0
    assert "JosŽ Nœ–ez" in capsys.readouterr().out


def test_an_unknown_encoding_makes_no_store(
    tmp_path: Path, tables_alone: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    assert imported(tables_alone[0], "--encoding", "klingon", "--store", tmp_path / "store.db") == 2
    said = capsys.readouterr().err
    assert said.startswith(
        "careerdesk: klingon isn't a known encoding. Choose one of these: utf-8, "
    )
    assert said.count("\n") == 1
    assert not (tmp_path / "store.db").exists()


@pytest.mark.parametrize(("place", "day"), [("en_GB", "3 April 2019"), ("en_US", "4 March 2019")])
def test_a_day_that_may_be_two_is_said_in_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], place: str, day: str
) -> None:
    from PySide6.QtCore import QLocale

    table, before = tmp_path / "days.csv", QLocale()
    table.write_text("Name,Hire date\nMira Holm,03/04/2019\n")
    QLocale.setDefault(QLocale(place))
    try:
        assert imported(table, "--dry-run") == 0
    finally:
        QLocale.setDefault(before)
    assert (
        f"03/04/2019 was read as {day}, following your system's date format."
        in capsys.readouterr().out
    )


def test_json_stays_one_value_and_says_what_is_doubtful(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "odd.csv"
    table.write_text(ODD.replace("Ulla Brandt,3,2017-01-02,44", "Total: 2,,,"))
    assert imported(table, "--dry-run", "--json") == 0
    said = capsys.readouterr()
    rows = json.loads(said.out)
    assert rows[0]["notes"] == ["1 April 1899 is too far in the past. Check the year."]
    assert rows[0]["person"]["start_date"] is None
    assert rows[2]["why"] == "Total: 2 is a summary row, not a person."
    assert said.err == "odd.csv: ignoring these columns: Shoe size.\n"


def test_leavers_are_archived_and_the_rehired_come_back(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table, store = tmp_path / "team.csv", tmp_path / "store.db"
    for status, said in (("Active", "new"), ("Terminated", "archive"), ("Active", "back")):
        table.write_text(f"Name,ID,Status\nMira Holm,1,{status}\n")
        assert imported(table, "--store", store) == 0
        assert f"line 2: {said}  Mira Holm" in capsys.readouterr().out
    table.write_text("Name,ID,Status\nMira Dahl,1,Active\n")
    assert imported(table, "--store", store) == 0
    assert "line 2: update  Mira Dahl  (was Mira Holm, family name)" in capsys.readouterr().out
    assert names_in(store) == ["Mira Dahl"]


MANY = 3 * AT_ONCE


class Terminal(io.StringIO):
    """A terminal; the first time that it shows *words*, somebody presses Ctrl+C."""

    def __init__(self, words: str = "") -> None:
        super().__init__()
        self._words = words

    @override
    def isatty(self) -> bool:
        return True

    @override
    def write(self, said: str) -> int:
        if self._words and self._words in said:
            self._words = ""
            signal.raise_signal(signal.SIGINT)
        return super().write(said)


@pytest.fixture
def crowd(tmp_path: Path) -> Path:
    """A table of many people."""
    path = tmp_path / "crowd.csv"
    path.write_text("Name\n" + "".join(f"Mira Holm-{n}\n" for n in range(MANY)))
    return path


def test_a_terminal_is_told_how_far_it_is_in_one_line_that_goes(
    tmp_path: Path, crowd: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    assert imported(crowd, "--store", tmp_path / "store.db") == 0
    lines = terminal.getvalue().split("\r\x1b[K")
    assert lines[1] == "Reading crowd.csv…"
    assert f"Checking {MANY} of {MANY} rows…" in lines
    assert lines[-2] == f"Storing {MANY} of {MANY} rows…"
    assert lines[-1] == "", "nothing of it stays"
    assert "\n" not in terminal.getvalue()


@pytest.mark.parametrize("json", [[], ["--json"]])
def test_what_is_no_terminal_is_told_nothing(
    tmp_path: Path, crowd: Path, capsys: pytest.CaptureFixture[str], json: list[str]
) -> None:
    assert imported(crowd, *json, "--store", tmp_path / "store.db") == 0
    assert capsys.readouterr().err == ""


@pytest.fixture
def ctrl_c() -> Iterator[None]:
    """Ctrl+C is heard, also where the tests run behind a shell that keeps it from them."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("ctrl_c")
@pytest.mark.parametrize("at", ["Reading other", "Checking", f"Storing {MANY} of", "Storing 1 of"])
def test_ctrl_c_leaves_nothing_of_any_table(
    tmp_path: Path,
    crowd: Path,
    tables: tuple[Path, Path],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    at: str,
) -> None:
    store = tmp_path / "store.db"
    assert imported(tables[0], "--store", store) == 0
    before = dump(store)
    terminal = Terminal(at)
    monkeypatch.setattr("sys.stderr", terminal)
    capsys.readouterr()
    assert imported(crowd, tables[1], "--store", store) == 130
    assert terminal.getvalue().endswith("\r\x1b[Kcareerdesk: Stopped. Nothing was imported.\n")
    assert capsys.readouterr().out == ""
    assert dump(store) == before
    assert imported(crowd, tables[1], "--store", store) == 0
    assert len(names_in(store)) == 4 + MANY + 1


def test_ctrl_c_does_what_it_did_before_once_the_import_is_over(
    tmp_path: Path, crowd: Path
) -> None:
    before = signal.getsignal(signal.SIGINT)
    assert imported(crowd, "--store", tmp_path / "store.db") == 0
    assert signal.getsignal(signal.SIGINT) is before


def test_a_dry_run_of_several_tables_promises_what_the_import_does(
    tmp_path: Path, tables: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    store, last = tmp_path / "store.db", tmp_path / "last.csv"
    tables[1].write_text("Name,ID,Email\nAna Ruiz,1,ana@x.org\nJo Day,7,jo@x.org\n")
    last.write_text("Name,Email,Title\nAna Ruiz,ana@x.org,Lead\nJo Day,jo@x.org,\n")
    for _ in range(2):  # into a new store, then into one that has them all
        told = (*tables, last, "--json", "--store", store)
        assert imported(*told, "--dry-run") == 0
        rows = json.loads(capsys.readouterr().out)
        promised = [row["fate"] for row in rows]
        assert all(row["person"]["id"] >= 0 for row in rows if row["person"])
        assert imported(*told) == 0
        assert promised == [row["fate"] for row in json.loads(capsys.readouterr().out)]


def test_several_tables_are_one_step(tmp_path: Path, tables: tuple[Path, Path]) -> None:
    """A row of the second table may mean somebody of the first."""
    tables[1].write_text("Name,ID,Manager\nAna Ruiz,1,Ziv\nJo Day,7,Ziv\n")
    store = tmp_path / "store.db"
    assert imported(*tables, "--store", store) == 0
    assert names_in(store) == ["Ana Ruiz", "Dee Lee", "Eli Li", "Kim Oh", "Jo Day"]


def test_a_manager_without_a_name_is_none(
    tmp_path: Path, tables_alone: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    assert imported(tables_alone[0], "--manager", " ", "--store", tmp_path / "store.db") == 2
    said = capsys.readouterr().err
    assert said.startswith("careerdesk: No manager was named. The managers in the table are: Mona")


def test_new_people_begin_with_the_rhythm_of_the_preferences(
    tmp_path: Path, tables: tuple[Path, Path]
) -> None:
    keep_rhythm(user_settings(), Rhythm(cadence_days=7, career_weeks=20))
    store = tmp_path / "store.db"
    assert imported(tables[1], "--manager", "Ziv", "--store", store) == 0
    assert ask(store, "SELECT cadence_days, career_weeks FROM person") == [(7, 20)]
