"""Tables that anybody may have made: understood, or refused in one sentence."""

from __future__ import annotations

import os
import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerdesk.domain.errors import InvalidInput, UserError
from careerdesk.domain.roster import Roster, RosterEntry, find_columns, read_date
from careerdesk.services.importing import read_roster

TABLE = "Name,Employee ID,Email,Job Title,Start Date,Manager\n"
ROW = "Ana Ruiz,7,ana@example.org,Engineer,2019-05-01,Mona Lind\n"


def read(folder: Path, content: str | bytes) -> Roster:
    """The roster in a file of that content."""
    path = folder / "people.csv"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_roster(path)


def only(roster: Roster) -> RosterEntry:
    (entry,) = roster.entries
    return entry


def test_the_usual_table(tmp_path: Path) -> None:
    entry = only(read(tmp_path, TABLE + ROW))
    assert entry == RosterEntry(
        line=2,
        name="Ana Ruiz",
        given_name="Ana",
        family_name="Ruiz",
        external_id="7",
        email="ana@example.org",
        title="Engineer",
        start_date=date(2019, 5, 1),
        manager="Mona Lind",
    )


@pytest.mark.parametrize(
    ("header", "found"),
    [
        ("Employee_Name,EmpID,Position,DateofHire,ManagerName,Department", 6),
        ("FULL NAME;Personnel Number;E-Mail;Role;Joined;Reports to;Team", 7),
        ("First name\tLast name\tID", 3),
        ("Vorname;Nachname;Personalnummer;Stelle;Eintrittsdatum;Vorgesetzter;Abteilung", 7),
        ("name,shoe size,name", 1),
    ],
)
def test_columns_are_known_by_many_names(tmp_path: Path, header: str, found: int) -> None:
    roster = read(tmp_path, header + "\n")
    assert len(roster.columns) == found
    assert set(roster.columns.values()) <= set(
        header.replace(";", ",").replace("\t", ",").split(",")
    )


def test_a_column_is_taken_once() -> None:
    assert find_columns(["Name", "name", "Full name"]) == {"name": 0}
    assert find_columns(["ID", "Employee ID"]) == {"external_id": 0}
    assert find_columns([]) == {}


@pytest.mark.parametrize(
    "content",
    [
        (TABLE + ROW).encode("utf-8-sig"),
        (TABLE + ROW).encode("utf-16"),
        b"\xff\xfe" + (TABLE + ROW).encode("utf-16-le"),
        (TABLE + ROW).replace(",", ";").encode(),
        (TABLE + ROW).replace(",", "\t").encode(),
        (TABLE + ROW).replace(",", "|").encode(),
        (TABLE + ROW).replace("\n", "\r\n").encode(),
        (TABLE + ROW).replace("\n", "\r").encode(),
        ("\n\n" + TABLE + ",,,,,\n" + ROW + "\n\n").encode(),
    ],
)
def test_f53_encodings_separators_and_blank_lines(tmp_path: Path, content: bytes) -> None:
    entry = only(read(tmp_path, content))
    assert (entry.name, entry.external_id, entry.manager) == ("Ana Ruiz", "7", "Mona Lind")


def test_western_european_bytes(tmp_path: Path) -> None:
    assert only(read(tmp_path, "Name;ID\nZoë Müller–O’Neil;1\n".encode("cp1252"))).name == (
        "Zoë Müller–O’Neil"
    )


def test_a_separator_inside_quotes_does_not_count(tmp_path: Path) -> None:
    entry = only(read(tmp_path, '"Name, as in the passport";"Name";ID\nx;"Ruiz, Ana";7\n'))
    assert (entry.given_name, entry.family_name, entry.external_id) == ("Ana", "Ruiz", "7")


@pytest.mark.parametrize(
    ("cell", "given_name", "family"),
    [
        ("Ruiz, Ana", "Ana", "Ruiz"),
        ("Wilson  , Adinolfi", "Adinolfi", "Wilson"),
        ("Ana Maria Ruiz", "Ana", "Maria Ruiz"),
        ("Ana", "Ana", ""),
        ("Ana,", "Ana,", ""),
        ("Robert'); DROP TABLE person;--", "Robert');", "DROP TABLE person;--"),
        ("山田 太郎", "山田", "太郎"),
    ],
)
def test_names(tmp_path: Path, cell: str, given_name: str, family: str) -> None:
    entry = only(read(tmp_path, f'Name\n"{cell}"\n'))
    assert (entry.given_name, entry.family_name, str(entry.problem)) == (given_name, family, "")


@pytest.mark.parametrize("nothing", ["", "N/A", "n/a", "NaN", "null", "None", "-", "  "])
def test_the_usual_words_for_nothing_are_nothing(tmp_path: Path, nothing: str) -> None:
    entry = only(read(tmp_path, TABLE + f"Ana,{nothing},{nothing},{nothing},{nothing},{nothing}\n"))
    assert (entry.external_id, entry.email, entry.title, entry.manager) == ("", "", "", "")
    assert (entry.start_date, str(entry.problem), entry.notes) == (None, "", ())


@pytest.mark.parametrize(
    ("cells", "dates"),
    [
        (["7/5/2011", "1/31/2012"], [date(2011, 7, 5), date(2012, 1, 31)]),
        (["7/5/2011", "31/1/2012"], [date(2011, 5, 7), date(2012, 1, 31)]),
        (["7.5.2011", "1.2.2012"], [date(2011, 5, 7), date(2012, 2, 1)]),
        (["2011-07-05", "2012-1-31 00:00"], [date(2011, 7, 5), date(2012, 1, 31)]),
        (["7/5/69", "7/5/70"], [date(2069, 7, 5), date(1970, 7, 5)]),
        (["2/29/2024"], [date(2024, 2, 29)]),
    ],
)
def test_a_column_decides_how_its_dates_are_read(
    tmp_path: Path, cells: list[str], dates: list[date]
) -> None:
    rows = "".join(f"P{n},{cell}\n" for n, cell in enumerate(cells))
    roster = read(tmp_path, "Name,Start date\n" + rows)
    assert [entry.start_date for entry in roster.entries] == dates


@pytest.mark.parametrize("cell", ["2011-02-29", "30.2.2011", "yesterday", "99999", "2011-13-01"])
def test_of_a_day_that_does_not_exist_the_person_comes_in_without_it(
    tmp_path: Path, cell: str
) -> None:
    roster = read(tmp_path, f"Name,Start date,Manager\nAna,{cell},Mona\nBen,2011-01-01,Mona\n")
    ana, ben = roster.entries
    assert [*map(str, ana.notes)] == [f"no start date: “{cell}” isn't a valid date"]
    assert (ana.line, ana.name, str(ana.problem), ana.start_date) == (2, "Ana", "", None)
    assert (ben.notes, ben.start_date) == ((), date(2011, 1, 1))


@given(st.text(max_size=30), st.booleans())
def test_any_text_is_a_date_or_refused(text: str, day_first: bool) -> None:
    try:
        found = read_date(text, day_first=day_first)
    except InvalidInput:
        return
    assert found is None or isinstance(found, date)


@given(st.dates(date(1000, 1, 1)), st.booleans())
def test_every_day_is_read_as_it_was_written(day: date, day_first: bool) -> None:
    parts = "{0:%d}/{0:%m}" if day_first else "{0:%m}/{0:%d}"
    assert read_date(day.isoformat(), day_first=day_first) == day
    assert read_date(f"{parts.format(day)}/{day.year}", day_first=day_first) == day


def test_ragged_rows_and_columns_that_are_there_twice(tmp_path: Path) -> None:
    roster = read(tmp_path, "Name,ID,Name,Title\nAna\nBen,2,Other,Boss,more,and more\n")
    ana, ben = roster.entries
    assert (ana.name, ana.external_id, ana.title, str(ana.problem)) == ("Ana", "", "", "")
    assert (ben.name, ben.external_id, ben.title) == ("Ben", "2", "Boss")


def test_rows_carry_the_line_where_they_begin(tmp_path: Path) -> None:
    roster = read(tmp_path, '\n\nName,Title\n"Ana","two\nlines"\n\nBen,one\n')
    assert [(entry.line, entry.name) for entry in roster.entries] == [(4, "Ana"), (7, "Ben")]


def test_a_row_without_a_name_is_refused_alone(tmp_path: Path) -> None:
    roster = read(tmp_path, f"Name,ID\n,1\n{'x' * 10_000},2\nBen,3\n")
    first, second, third = roster.entries
    assert str(first.problem) == "This row has no name."
    assert re.match("The name has 10,?000 characters", str(second.problem))
    assert len(second.name) <= 200
    assert str(third.problem) == ""


def test_f53_nul_and_other_control_characters_are_left_out(tmp_path: Path) -> None:
    roster = read(tmp_path, "Name,Title\n" + "Filler,x\n" * 600 + "A\0na,En\x07gineer\n")
    assert (roster.entries[-1].name, roster.entries[-1].title) == ("Ana", "Engineer")


def test_managers_are_counted_by_name(tmp_path: Path) -> None:
    rows = "A,,,,,Ziv\nB,,,,,ánn\nC,,,,,Ziv\nD,,,,,N/A\n"
    assert read(tmp_path, TABLE + rows).managers == [("ánn", 1), ("Ziv", 2)]


@pytest.mark.parametrize(
    ("table", "left"),
    [
        ("Name,Termination Date\nAna,2020-01-01\n", True),
        ("Name,Termination Date\nAna,\n", False),
        ("Name,Employment Status\nAna,Voluntarily Terminated\n", True),
        ("Name,Employment Status\nAna,Active\n", False),
        ("Name,Employment Status\nAna,On leave\n", False),
    ],
)
def test_who_has_left_is_known(tmp_path: Path, table: str, left: bool) -> None:
    assert only(read(tmp_path, table)).has_left(date(2026, 11, 17)) is left


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "is empty"),
        (b" \n\t\n", "is empty"),
        (b",,,\n,,\n", "is empty"),
        (b"Shoe size,Colour\n42,red\n", "No column with names was found"),
        (b"First name,Colour\n42,red\n", "No column with names was found"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0", "isn't a CSV table"),
        (b"Name\0\1\nAna\0\2\n", "isn't a CSV table"),
        (b'Name,Title\nAna,"' + b"x" * 200_000 + b'"\n', "line 2 of"),
        (b'Name,Title\nAna,"never closed\nBen,x\nChi,y\n', "line 2 of"),
        (b"Name," + b"," * 2000 + b"\n", "columns"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_sentence(
    tmp_path: Path, content: bytes, sentence: str
) -> None:
    with pytest.raises(InvalidInput) as refusal:
        read(tmp_path, content)
    assert sentence in str(refusal.value)
    assert "\n" not in str(refusal.value)


def test_folders_and_missing_files_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "missing.csv", tmp_path / ("x" * 400)):
        with pytest.raises(UserError, match="isn't a file"):
            read_roster(path)


def test_a_pipe_is_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(UserError, match="isn't a file"):
        read_roster(tmp_path / "pipe")


def test_a_file_that_is_far_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "large.csv"
    with path.open("wb") as file:
        file.truncate(2**31)
    with pytest.raises(InvalidInput, match="larger than 20 MB"):
        read_roster(path)


@given(st.binary(max_size=300))
def test_any_bytes_are_understood_or_refused(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.csv"
    path.write_bytes(b"Name,Start date,ID\n" + content)
    try:
        roster = read_roster(path)
    except InvalidInput:
        return
    for entry in roster.entries:
        assert entry.name or entry.problem
