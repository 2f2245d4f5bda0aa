"""Tables a step beside those that were seen: what comes of the people who are known already."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from careerdesk.domain.records import Person
from careerdesk.services import importing, people
from careerdesk.services.importing import RosterRow, RowOutcome, read_roster
from careerdesk.services.store import Store

TODAY = date(2026, 11, 26)
FORMAT = "your system's date format"
HEAD = "Employee ID,Name,Email,Title,Start date,Status\n"
MIRA = "0012,Mira Holm,mira@example.test,Engineer,2019-04-01,Active\n"


def preview(store: Store, folder: Path, text: str | bytes) -> list[RosterRow]:
    path = folder / "table.csv"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return importing.preview(store, read_roster(path, day_first=True), today=TODAY)


def bring(store: Store, folder: Path, text: str | bytes) -> list[Person]:
    importing.apply(store, preview(store, folder, text))
    return people.everyone(store)


@pytest.mark.parametrize(
    ("row", "changes"),
    [
        ("0012,Mirabelle Holm,mira@example.test,Engineer,2019-04-01,Active", ("given_name",)),
        ("0012,Mira Holm-Dahl,mira@example.test,Engineer,2019-04-01,Active", ("family_name",)),
        ("0012,Míra Holm,mira@example.test,Engineer,2019-04-01,Active", ("given_name",)),
        ("0012,Mira Dahl,mira.dahl@example.test,Lead,2019-04-01,Active",
         ("family_name", "email", "title")),
        (",Mira Dahl,mira@example.test,Engineer,2019-04-01,Active", ("family_name",)),
        ("0012,MIRA HOLM,mira@example.test,Engineer,2019-04-01,Active", ()),
        ('0012,"Holm, Mira",mira@example.test,Engineer,2019-04-01,Active', ()),
        ("0012,Mira Holm,MIRA@example.test,Engineer,2019-04-01,On leave",
         ("email", "status", "leave_from")),
        ("0012,Mira Holm,mira@example.test,Engineer,2018-04-01,Active", ("start_date",)),
        ("0012,Mira Holm,,,,", ()),
    ],
)  # fmt: skip
def test_a_row_is_the_same_only_where_it_shows_the_same(
    store: Store, tmp_path: Path, row: str, changes: tuple[str, ...]
) -> None:
    bring(store, tmp_path, HEAD + MIRA)
    (found,) = preview(store, tmp_path, f"{HEAD}{row}\n")
    assert found.outcome is (RowOutcome.UPDATE if changes else RowOutcome.SAME)
    assert set(found.changes) == set(changes)


@pytest.mark.parametrize(
    ("later", "ids"),
    [
        ("12", ["0012"]), ("12.0", ["0012"]), ("'0012", ["0012"]), ('"=""0012"""', ["0012"]),
        ("00012", ["00012"]), ("0012.50", ["0012", "0012.50"]), ("E-12", ["0012", "E-12"]),
        ("1.2E+01", ["0012"]), ("120", ["0012", "120"]), ("#N/A", ["0012"]),
    ],
)  # fmt: skip
def test_what_a_spreadsheet_makes_of_an_id_doubles_nobody(
    store: Store, tmp_path: Path, later: str, ids: list[str]
) -> None:
    bring(store, tmp_path, "ID,Name\n0012,Mira Holm\n")
    found = bring(store, tmp_path, f"ID,Name\n{later},Mira Holm\n")
    assert [person.external_id for person in found] == ids


@pytest.mark.parametrize(
    ("dates", "read", "said"),
    [
        (("03/04/2019", "05/06/2021"), (date(2019, 4, 3), date(2021, 6, 5)), FORMAT),
        (("03/04/2019", "2021-06-05"), (date(2019, 4, 3), date(2021, 6, 5)), FORMAT),
        (("03/04/2019", "06/25/2021"), (date(2019, 3, 4), date(2021, 6, 25)), ""),
        (("03/04/2019", "25/06/2021"), (date(2019, 4, 3), date(2021, 6, 25)), ""),
        (("13/02/2019", "02/13/2021"), (date(2019, 2, 13), date(2021, 2, 13)), "Check the dates"),
        (("03/03/2019", "05/05/2021"), (date(2019, 3, 3), date(2021, 5, 5)), ""),
        (("3-Apr-2019", "05/06/2021"), (date(2019, 4, 3), date(2021, 6, 5)), FORMAT),
    ],
)  # fmt: skip
def test_days_that_could_be_months_are_read_as_the_column_or_the_place_says(
    tmp_path: Path, dates: tuple[str, str], read: tuple[date, date], said: str
) -> None:
    path = tmp_path / "table.csv"
    path.write_text("Name,Start date\nMira Holm,{}\nTariq Osei,{}\n".format(*dates))
    roster = read_roster(path, day_first=True)
    assert tuple(entry.start_date for entry in roster.entries) == read
    remarks = " ".join(map(str, roster.remarks))
    assert said in remarks
    assert bool(said) is bool(remarks)


@pytest.mark.parametrize(
    ("text", "encoding", "names", "said"),
    [
        ("Jürgen Groß\nZoë Brontë\n", "cp1252", ["Jürgen Groß", "Zoë Brontë"], ""),
        ("Jürgen Groß\nZoë Brontë\n", "utf-16-be", ["Jürgen Groß", "Zoë Brontë"], ""),
        ("Škoda Říha\nŽaneta Čechová\n", "cp1250", ["Škoda Říha", "Žaneta Čechová"], ""),
        ("Øystein Åse\n", "mac-roman", ["Øystein Åse"], ""),
        ("Иван Петров\n", "cp1251", ["Иван Петров"], ""),
        ("JÃ¼rgen GroÃŸ\n", "utf-8", ["JÃ¼rgen GroÃŸ"], "garbled text"),
        ("Ãna São\nÂngela\n", "utf-8", ["Ãna São", "Ângela"], ""),
    ],
)
def test_letters_are_read_or_said_to_be_wrong(
    tmp_path: Path, text: str, encoding: str, names: list[str], said: str
) -> None:
    path = tmp_path / "table.csv"
    path.write_bytes(f"Name\n{text}".encode(encoding))
    roster = read_roster(path)
    assert [entry.name for entry in roster.entries] == names
    remarks = " ".join(map(str, roster.remarks))
    assert said in remarks
    assert bool(said) is bool(remarks)


@pytest.mark.parametrize(
    ("start", "note"),
    [
        ("soon", "no start date: “soon” isn't a valid date"),
        ("31.02.2019", "no start date: “31.02.2019” isn't a valid date"),
        ("#####", "no start date: “#####” isn't a valid date"), ("'2019-04-01", ""),
        ('"=DATE(2019,4,1)"', ""), ("#REF!", ""),
    ],
)  # fmt: skip
def test_a_start_that_cannot_be_read_keeps_nobody_out(
    store: Store, tmp_path: Path, start: str, note: str
) -> None:
    (row,) = preview(store, tmp_path, f"Name,Start date\nMira Holm,{start}\n")
    assert row.outcome is RowOutcome.NEW
    assert "".join(map(str, row.notes)) == note
