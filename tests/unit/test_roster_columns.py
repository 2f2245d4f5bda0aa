"""Columns that say the same, that say nothing, and that name people by what stands elsewhere."""

from __future__ import annotations

from datetime import date

import pytest

from careerdesk.domain.roster import Roster, understand
from careerdesk.domain.roster_csv import csv_rows
from careerdesk.domain.roster_standing import Standing

TODAY = date(2026, 11, 26)


def table(text: str, **options: bool) -> Roster:
    return understand(((row.line, row.cells) for row in csv_rows(text, ",")), **options)


def one(header: str, row: str) -> Roster:
    return table(f"{header}\n{row}\n")


@pytest.mark.parametrize(
    ("header", "row", "field", "value"),
    [
        ("Name,Team,Department", "Mira Holm,,Tech", "team", "Tech"),
        ("Name,Department,Team", "Mira Holm,Tech,Platform", "team", "Platform"),
        ("Name,Email,Work Email", "Mira Holm,N/A,mira@example.test", "email", "mira@example.test"),
        ("Name,Position Title,Business Title", "Mira Holm,P-7,Engineer", "title", "Engineer"),
        ("Name,Title,Job Title", "Mira Holm,Ms.,Engineer", "title", "Engineer"),
        ("Name,Title,Position", "Mira Holm,Dr,Engineer", "title", "Engineer"),
        ("Name,Title,Position", "Mira Holm,Lead,Engineer", "title", "Lead"),
        ("Name,Title", "Mira Holm,Frau", "title", ""),
        ("Name,Original Hire Date,Hire Date", "Mira Holm,2015-01-05,2019-04-01", "start_date",
         date(2019, 4, 1)),
        ("Name,Start Date,Hire Date", "Mira Holm,2026-01-01,2019-04-01", "start_date",
         date(2019, 4, 1)),
        ("Name,Original Hire Date,Hire Date", "Mira Holm,2015-01-05,", "start_date",
         date(2015, 1, 5)),
        ("Name,Termination Date,Last Day of Work", "Mira Holm,2026-10-15,2026-12-31", "left_on",
         date(2026, 12, 31)),
        ("Name,Last Working Day,Termination Date", "Mira Holm,2026-12-31,2026-10-15", "left_on",
         date(2026, 12, 31)),
        ("Name,Termination Date,Last Day", "Mira Holm,,2026-10-15", "left_on", date(2026, 10, 15)),
        ("Name,Pronouns", "Mira Holm,they/them", "pronouns", "they/them"),
        ("Name,Pronouns", "Mira Holm (she/her),", "pronouns", "she/her"),
    ],
)  # fmt: skip
def test_columns_that_say_the_same(header: str, row: str, field: str, value: object) -> None:
    assert getattr(one(header, row).entries[0], field) == value


def test_a_column_that_adds_nothing_is_named_as_not_used() -> None:
    roster = one("Name,Team,Department,Title", "Mira Holm,Platform,Tech,Ms")
    assert roster.columns["team"] == "Team"
    assert roster.ignored == ("Department", "Title")


@pytest.mark.parametrize(
    ("header", "row", "standing"),
    [
        ("Name,Status,Employment Status", "Mira Holm,Active,Terminated", Standing.LEFT),
        ("Name,Employment Status,Status", "Mira Holm,Full-time,Inactive", Standing.LEFT),
        ("Name,Status,Worker Status", "Mira Holm,Active,On leave", Standing.LEAVE),
        ("Name,Status,Employment Status", "Mira Holm,Active,Full-time", Standing.HERE),
        ("Name,Active,On Leave", "Mira Holm,Yes,Yes", Standing.LEAVE),
        ("Name,Active,On Leave", "Mira Holm,Yes,No", Standing.HERE),
        ("Name,Active,On Leave", "Mira Holm,No,No", Standing.LEFT),
        ("Name,Status,On Leave", "Mira Holm,Active,Y", Standing.LEAVE),
        ("Name,Status,On Leave", "Mira Holm,Terminated,Y", Standing.LEFT),
        ("Name,Terminated", "Mira Holm,1", Standing.LEFT),
        ("Name,Termd", "Mira Holm,0", Standing.HERE),
        ("Name,Is inactive", "Mira Holm,TRUE", Standing.LEFT),
        ("Worker,Active", "Mira Holm (On Leave),Yes", Standing.LEAVE),
        ("Worker,Status", "Mira Holm (Terminated),Active", Standing.LEFT),
        ("Worker,First name,Last name", "Mira Holm (On Leave),Mira,Holm", Standing.LEAVE),
    ],
)
def test_what_several_columns_say_of_somebody_being_here(
    header: str, row: str, standing: Standing
) -> None:
    assert one(header, row).entries[0].standing is standing


@pytest.mark.parametrize(
    ("title", "letters", "standings"),
    [
        ("Status", "ALT", ("here", "leave", "left")),
        ("Position Status", "AID", ("here", "left", "left")),
        ("Employee Status", "APRW", ("here", "leave", "left", "leave")),
        ("Employment Status", "FPT", ("unsaid", "unsaid", "unsaid")),
        ("Status", "AXT", ("unsaid", "unsaid", "unsaid")),
        ("Status", "TT", ("unsaid", "unsaid")),
    ],
)
def test_letters_for_statuses(title: str, letters: str, standings: tuple[str, ...]) -> None:
    rows = "".join(f"Person {letter},{letter}\n" for letter in letters)
    found = table(f"Name,{title}\n{rows}")
    assert tuple(entry.standing.value for entry in found.entries) == standings
    assert (title in found.ignored) is (set(standings) == {"unsaid"})


def test_a_status_that_is_not_understood_is_said() -> None:
    roster = table("Name,Status\nMira,Active\nTariq,Zzz\nUlla,Full-time\nNed,\n")
    assert [entry.standing.value for entry in roster.entries] == ["here", *["unsaid"] * 3]
    (remark,) = roster.remarks
    assert str(remark).startswith("Some values in column Status weren't recognised: Zzz. ")


@pytest.mark.parametrize("title", ["Employment Status", "Status", "State", "Active"])
def test_a_column_that_says_nothing_of_being_here_is_not_used(title: str) -> None:
    roster = table(f"Name,{title}\nMira,MA\nTariq,Full-time\n")
    assert roster.ignored == (title,)
    assert not roster.remarks


@pytest.mark.parametrize(
    ("header", "boss", "row", "manager"),
    [
        ("Name,User ID,Manager", "Ada Boss,aboss,NO_MANAGER", "Mira Holm,mholm,aboss", "Ada Boss"),
        ("Name,ID,Manager ID", "Ada Boss,7,", "Mira Holm,9,7", "Ada Boss"),
        ("Name,Email,Manager Email", "Ada Boss,ada@example.test,", "Mira Holm,,ADA@example.test",
         "Ada Boss"),
        ("Name,ID,Manager,Manager ID", "Ada Boss,7,,", "Mira Holm,9,Uma Lee,7", "Uma Lee"),
        ("Name,ID,Manager", "Ada Boss,7,", "Mira Holm,9,8", "8"),
        ("Name,ID,Manager", "Ada Boss,7,", "Mira Holm,9,No manager", ""),
        ("Name,ID,Reports To", "Ada Boss,7,", 'Mira Holm,9,"Boss, Ada (7)"', "Ada Boss"),
        ("Name,Person ID,User ID,Manager", "Ada Boss,7,ab,", "Mira Holm,9,mh,ab", "Ada Boss"),
    ],
)  # fmt: skip
def test_a_manager_is_shown_by_name(header: str, boss: str, row: str, manager: str) -> None:
    roster = table(f"{header}\n{boss}\n{row}\n")
    assert roster.entries[1].manager == manager


def test_an_id_of_two_people_names_no_manager() -> None:
    roster = table("Name,ID,Manager\nAda Boss,7,\nUma Lee,7,\nMira Holm,9,7\n")
    assert roster.entries[2].manager == "7"


@pytest.mark.parametrize(
    ("second", "people"),
    [
        ("First Name,Last Name,Employee Id", ["Mira Holm"]),
        ("Vorname,Nachname,Personalnummer", ["Mira Holm"]),
        ("First,Last,7", ["Mira Holm"]),
        ("Ada,Boss,7", ["Ada Boss", "Mira Holm"]),
    ],
)
def test_a_second_heading_is_nobody(second: str, people: list[str]) -> None:
    roster = table(f"FIRSTNAME,LASTNAME,EMPID\n{second}\nMira,Holm,9\n")
    assert [entry.name for entry in roster.entries] == people


@pytest.mark.parametrize(
    ("whole", "given", "family"),
    [
        ("Ruiz, Ana, Jr.", "Ana", "Ruiz Jr."), ("Ruiz, Ana III", "Ana", "Ruiz III"),
        ("Ruiz, Ana, CPA", "Ana", "Ruiz, CPA"), ("Ana Ruiz, PhD", "Ana", "Ruiz, PhD"),
        ("Ana Ruiz, M.D.", "Ana", "Ruiz, M.D."), ("Ana Ruiz, Jr., PhD", "Ana", "Ruiz Jr., PhD"),
        ("Dr. Ana Ruiz", "Dr. Ana", "Ruiz"), ("Dr. Ruiz", "Dr.", "Ruiz"),
        ("de la Cruz, Ana", "Ana", "de la Cruz"), ("Ruiz Jr, Ana", "Ana", "Ruiz Jr"),
        ("Ana, PhD", "Ana", "PhD"), ("Ruiz, Ana Maria", "Ana Maria", "Ruiz"),
    ],
)  # fmt: skip
def test_what_stands_behind_a_name_goes_with_the_family(
    whole: str, given: str, family: str
) -> None:
    entry = one("Name,Title", f'"{whole}",x').entries[0]
    assert (entry.given_name, entry.family_name, str(entry.problem)) == (given, family, "")


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        (("43556",), "43556 was read as 1 April 2019"), (("2019-04-01", "43556.0"), "43556.0"),
        (("2019-04-01",), ""), (("2958465",), ""), (("20190401",), ""),
    ],
)  # fmt: skip
def test_days_that_a_spreadsheet_counted_are_said(cells: tuple[str, ...], said: str) -> None:
    rows = "".join(f"Person {cell},{cell}\n" for cell in cells)
    remarks = [str(remark) for remark in table(f"Name,Start date\n{rows}").remarks]
    assert bool(remarks) is bool(said)
    assert all(said in remark for remark in remarks)


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("Total,,4", "Total is a summary row, not a person."), ("7,,x", "This row has no name."),
        ("Grand total: 4,,x", "Grand total: 4 is a summary row, not a person."),
    ],
)  # fmt: skip
def test_a_row_without_a_name(row: str, why: str) -> None:
    (_, entry) = one("ID,Name,Title", f"1,Mira Holm,Lead\n{row}").entries
    assert str(entry.problem) == why
