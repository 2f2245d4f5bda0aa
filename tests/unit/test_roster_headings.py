"""Which column is which, where the heading stands, and who is no person."""

from __future__ import annotations

import pytest

from careerdesk.domain.errors import InvalidInput
from careerdesk.domain.roster import Roster, understand
from careerdesk.domain.roster_csv import CsvProblem, csv_rows, separator
from careerdesk.domain.roster_headers import find_columns


def table(text: str, sign: str = ",") -> Roster:
    return understand((row.line, row.cells) for row in csv_rows(text, sign))


def people(roster: Roster) -> list[str]:
    """Who is somebody."""
    return [entry.name for entry in roster.entries if not entry.lone and not entry.problem]


@pytest.mark.parametrize(
    ("title", "field"),
    [
        ("First Name*", "given_name"), ("*Last Name", "family_name"),
        ("ID (required)", "external_id"),
        ("Employee ID [mandatory]", "external_id"), ("Emp. No.", "external_id"),
        ("Employee Name (Last", "name"), ("Payroll Number", "external_id"),
        ("Employee #", "external_id"), ("Prénom / First name", "given_name"),
        ("Surname | Family name", "family_name"), ("Name, Vorname", "name"),
        ("Apellidos y nombre", "name"), ("Legal Name - Last Name", "family_name"),
        ("Worker's Manager", "manager"), ("Home Department Description", "team"),
        ("Term Date", "left_on"), ("Employed?", "active"), ("Is terminated", "gone"),
        ("Currently on leave", "on_leave"), ("Gender pronouns", "pronouns"),
        ("Work e-mail", "email"),
        ("Work E-Mail", "email"),
        ("Business Email Address", "email"), ("E-Mail-Adresse", "email"),
        ("email_address", "email"),
        ("Adresse e-mail", "email"), ("Correo electrónico", "email"), ("Indirizzo e-mail", "email"),
        ("Legal First Name", "given_name"), ("PRÉNOM", "given_name"), ("Vorname:", "given_name"),
        ("Voornaam", "given_name"), ("Nom de famille", "family_name"), ("Apellidos", "family_name"),
        ("Cognome", "family_name"), ("Preferred Name", "preferred_name"),
        ("Known as", "preferred_name"),
        ("Rufname", "preferred_name"), ("Date d’embauche", "start_date"),
        ("Hire_Date", "start_date"),
        ("Fecha de ingreso", "start_date"), ("Data de admissão", "start_date"),
        ("Date of Joining (DD/MM/YYYY)", "start_date"), ("employeeId", "external_id"),
        ("Matrícula", "external_id"), ("Pers.-Nr.", "external_id"), ("Führungskraft", "manager"),
        ("Supérieur hiérarchique", "manager"), ("Line Manager", "manager"), ("Puesto", "title"),
        ("Intitulé du poste", "title"), ("Departamento", "team"), ("Équipe", "team"),
        ("Statut", "status"), ("Last working day", "left_on"), ("Date de sortie", "left_on"),
        ("Fecha de baja", "left_on"), ("Austrittsdatum", "left_on"), ("Active?", "active"),
    ],
)  # fmt: skip
def test_a_column_by_its_title(title: str, field: str) -> None:
    assert find_columns(["", title]) == {field: 1}


@pytest.mark.parametrize(
    "title",
    ["Personal email", "Private E-Mail", "Manager title", "Work phone", "Birth date",
     "Start time", "Contract end date", "Second last name", "*", "()", "#", "Phone / Email",
     "Name prefix", "Manager's start date", "Probation end date", "Emergency contact name"],
)  # fmt: skip
def test_what_is_something_else_is_not_taken(title: str) -> None:
    assert find_columns([title]) == {}


@pytest.mark.parametrize(
    ("header", "row", "given", "family"),
    [
        ("Nom;Prénom", "Holm;Mira", "Mira", "Holm"),
        ("Nombre;Apellidos", "Mira;Holm Ruiz", "Mira", "Holm Ruiz"),
        ("Name;Vorname", "Holm;Mira", "Mira", "Holm"),
        ("Nome;Cognome", "Mira;Holm", "Mira", "Holm"),
        ("Naam;Voornaam", "Mira Holm;Mira", "Mira", "Holm"),
        ("Name;First name", "Mira Holm;Mira", "Mira", "Holm"),
        ("Name;First name;Last name", "M. Holm;Mira;Holm", "Mira", "Holm"),
        ("Nom;Nom d'usage;Prénom", "Holm;Dahl;Mira", "Mira", "Dahl"),
        ("First name;Last name", "Mira;", "Mira", ""),
    ],
)
def test_one_half_of_the_name_makes_the_other(
    header: str, row: str, given: str, family: str
) -> None:
    (entry,) = table(f"{header}\n{row}\n", ";").entries
    assert (entry.given_name, entry.family_name) == (given, family)


@pytest.mark.parametrize(
    ("cell", "name", "family"),
    [
        ("Mira", "Mira", "Holm"), ("Mira Holm", "Mira", "Holm"), ("Holm, Mira", "Mira", "Holm"),
        ("Mirabelle", "", "Holm"), ("", "", "Holm"), ("N/A", "", "Holm"),
    ],
)  # fmt: skip
def test_a_preferred_name_may_come_with_the_family(cell: str, name: str, family: str) -> None:
    text = f'First name,Last name,Preferred name\nMirabelle,Holm,"{cell}"\n'
    (entry,) = table(text).entries
    assert (entry.preferred_name, entry.family_name) == (name, family)


@pytest.mark.parametrize(
    ("cell", "name"), [("Bob Weiss", "Bob"), ("Bob de Weiß", "Bob de"), ("Weiss, Bob", "Bob")]
)
def test_the_family_behind_a_preferred_name_may_be_spelled_in_plain_letters(
    cell: str, name: str
) -> None:
    text = f'First name,Last name,Preferred name\nRobert,Weiß,"{cell}"\n'
    (entry,) = table(text).entries
    assert entry.preferred_name == name


@pytest.mark.parametrize(
    ("cell", "name", "external_id", "pronouns"),
    [
        ("Mira Holm (1001)", "Mira Holm", "1001", ""), ("Mira Holm [C]", "Mira Holm", "", ""),
        ("Holm, Mira (On Leave)", "Mira Holm", "", ""),
        ("Mira Holm (E-17) [C]", "Mira Holm", "E-17", ""),
        ("Mira Holm (she/her)", "Mira Holm", "", "she/her"), ("Mira Holm*", "Mira Holm", "", ""),
        ("Mira Holm (Contractor)", "Mira Holm", "", ""),
        ("Robert (Bob) Lind", "Robert (Bob) Lind", "", ""),
        ("Robert Lind (Bob)", "Robert Lind (Bob)", "", ""), ("(1001)", "(1001)", "", ""),
        ("Mira Holm ()", "Mira Holm", "", ""), ("Mira Holm (Terminated)", "Mira Holm", "", ""),
    ],
)  # fmt: skip
def test_marks_behind_a_name(cell: str, name: str, external_id: str, pronouns: str) -> None:
    (entry,) = table(f'Worker,Title\n"{cell}",x\n').entries
    assert (entry.name, entry.external_id, entry.pronouns) == (name, external_id, pronouns)


def test_an_id_of_its_own_column_goes_before_that_behind_the_name() -> None:
    (entry,) = table("Worker,ID\nMira Holm (7),0007\n").entries
    assert entry.external_id == "0007"


def test_managers_of_one_name_are_kept_apart() -> None:
    rows = "Ana,Ada Boss (7)\nBen,Ada Boss (8)\nChi,Uma Lee (9)\nDan,Uma Lee (9)\n"
    assert table("Name,Manager\n" + rows).managers == [
        ("Ada Boss (7)", 1), ("Ada Boss (8)", 1), ("Uma Lee", 2)
    ]  # fmt: skip


def test_columns_that_are_not_used_are_named() -> None:
    roster = table("Name,Shoe size,,Colour,Name,\nMira,42,x,red,y,\n")
    assert roster.ignored == ("Shoe size", "no. 3", "Colour", "Name")
    assert table("Name,Title\nMira,x\n").ignored == ()


@pytest.mark.parametrize(
    ("above", "line"),
    [
        ("", 2), ("Employee roster\n", 3), ("Employee roster,,\n\nRun on 2026-11-20,,\n,,\n", 6),
        ("Team,Sales\n", 3), ("Manager: Ada Boss,,\n", 3), ("Name of report,All staff,\n", 3),
        ("Name\n", 3), ("x,\n" * 20, 22),
    ],
)  # fmt: skip
def test_the_heading_is_looked_for_below_what_stands_above(above: str, line: int) -> None:
    roster = table(above + "Name,Employee ID,Title\nMira Holm,1001,Engineer\n")
    assert [(entry.line, entry.name) for entry in roster.entries] == [(line, "Mira Holm")]


def test_a_heading_far_below_is_none() -> None:
    with pytest.raises(InvalidInput, match="No column with names was found"):
        table("x,y\n" * 100 + "Name,ID\nMira,1\n")


@pytest.mark.parametrize(
    "footer",
    [
        "Total: 2,,", "Grand total,,", "Confidential,,", "Gesamt: 2,,", "Headcount 2,,",
        "© 2026 Example Ltd,,", "2,,", "Report run by HR on 2026-11-20,,", ",,Page 1 of 1",
        "Sales,,",
    ],
)  # fmt: skip
def test_a_row_with_one_cell_is_no_person(footer: str) -> None:
    rows = f"Name,ID,Title\nMira Holm,1,Engineer\n{footer}\nTariq Osei,2,Lead\n{footer}\n"
    assert people(table(rows)) == ["Mira Holm", "Tariq Osei"]


@pytest.mark.parametrize(
    "footer",
    [
        "Total,2,", "Grand total:,,2", "Headcount: 2,x,y", "Sum,2,2", "Total employees,2,",
        "Count of Employee ID,2,", "Anzahl Mitarbeiter: 2,x,", "2 employees,x,",
        "Subtotal Sales,2,", "2 rows returned,x,",
    ],
)  # fmt: skip
def test_a_row_that_counts_the_others_is_no_person(footer: str) -> None:
    roster = table(f"Name,ID,Title\nMira Holm,1,Engineer\nSumi Total-Reyes,2,x\n{footer}\n")
    assert people(roster) == ["Mira Holm", "Sumi Total-Reyes"]
    assert str(roster.entries[2].problem).endswith(" is a summary row, not a person.")


@pytest.mark.parametrize(
    "aside",
    ["Page 1 of 2,x,", "Printed on 2026-11-20,x,", "*** End of Report ***,x,", "Run by HR,2026,",
     "Applied filters: Status is Active,x,"],
)  # fmt: skip
def test_a_row_that_tells_of_the_table_is_no_person(aside: str) -> None:
    names = ["Ann Page", "Page Total", "Stan Count", "Summer Filter"]
    rows = "".join(f"{name},{n},Lead\n" for n, name in enumerate(names))
    roster = table(f"Name,ID,Title\n{rows}{aside}\n")
    assert people(roster) == names
    assert str(roster.entries[-1].problem).endswith(
        " looks like a note about the table, not a person."
    )


def test_a_heading_that_is_there_on_each_page_is_no_person() -> None:
    page = "Name,ID,Title\n{},1,Engineer\nPage 1 of 2,,\n"
    roster = table(page.format("Mira Holm") + page.format("Tariq Osei"))
    assert people(roster) == ["Mira Holm", "Tariq Osei"]
    assert [str(entry.problem) for entry in roster.entries if entry.problem] == [
        "Page 1 of 2 looks like a note about the table, not a person.",
        "This row repeats the headings.",
        "Page 1 of 2 looks like a note about the table, not a person.",
    ]


def test_a_list_of_names_alone_is_one_of_people() -> None:
    assert people(table("Name\nMira Holm\nTariq Osei\nTotal: 2\n")) == ["Mira Holm", "Tariq Osei"]
    half = "Name,Title\nMira Holm,\nTariq Osei,Lead\nUlla Brandt,\nTotal: 3,\n"
    assert people(table(half)) == ["Mira Holm", "Tariq Osei", "Ulla Brandt"]


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("Name,ID\n", ","), ("Name;ID\n", ";"), ("Name\tID\n", "\t"), ("Name|ID\n", "|"),
        ("Staff, all of them\nName;ID\nMira;1\n", ";"), ("sep=;\nName,x;ID\n", ";"),
        ("Report\n\nName\tID\n", "\t"), ('"Name, as in the passport";"Name";ID\n', ";"),
    ],
)  # fmt: skip
def test_what_parts_the_cells(text: str, sign: str) -> None:
    assert separator(text) == sign


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ('Mira,"19" rack lead"', ["Mira", '19" rack lead']),
        ('Mira,19" rack', ["Mira", '19" rack']),
        ('Mira,"a ""b"" c"', ["Mira", 'a "b" c']),
        ('"the "boss" here",x', ['the "boss" here', "x"]),
        ('"Mira" ,"x" y"', ["Mira", 'x" y']),
        ('Mira,"two\nlines "of" it"', ["Mira", 'two\nlines "of" it']),
    ],
)  # fmt: skip
def test_quotes_that_are_not_doubled(line: str, cells: list[str]) -> None:
    rows = list(csv_rows(f"Name,Title\n{line}\nTariq,y\n", ","))
    assert rows[1].cells == cells
    assert (rows[2].cells, rows[2].line) == (["Tariq", "y"], 3 + line.count("\n"))


@pytest.mark.parametrize("sign", ["\x0b", "\x0c", "\x85", "\u2028", "\x1c"])
def test_a_sign_that_some_take_for_the_end_of_a_line_is_part_of_its_cell(sign: str) -> None:
    text = f'Name,Title\nMira,Lead{sign}Dev\nTariq,x\nAna,"19" rack"\nBen,y\n'
    rows = [(row.line, row.cells) for row in csv_rows(text, ",")]
    assert rows[1:] == [
        (2, ["Mira", f"Lead{sign}Dev"]), (3, ["Tariq", "x"]), (4, ["Ana", '19" rack']),
        (5, ["Ben", "y"]),
    ]  # fmt: skip


def test_f53_a_quote_that_is_never_closed_is_said_with_its_line() -> None:
    with pytest.raises(CsvProblem) as refused:
        list(csv_rows('Name,Title\nMira,"19" rack"\nTariq,"x\ny\n', ","))
    assert refused.value.line == 3


def test_a_cell_that_reads_like_a_title_makes_no_row_the_heading() -> None:
    roster = table("Full name,Type\nMira Holm,Employee\nTariq Osei,Worker\n")
    assert people(roster) == ["Mira Holm", "Tariq Osei"]
