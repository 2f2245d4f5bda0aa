"""Tables as programs really write them: what each of them brings, and what is said of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

from careerdesk.domain.records import Person, PersonStatus
from careerdesk.domain.roster import Roster
from careerdesk.services import importing, people
from careerdesk.services.importing import ImportResult, RosterRow, RowOutcome, read_roster
from careerdesk.services.store import Store
from tests.stores import dump

ROSTERS = Path(__file__).parent / "rosters"
TODAY = date(2026, 11, 26)
NEW, LEFT, REFUSED = RowOutcome.NEW, RowOutcome.LEFT, RowOutcome.REFUSED
APRIL, SEPTEMBER, MARCH = date(2019, 4, 1), date(2021, 9, 15), date(2019, 3, 15)
ROUNDED = (
    "1.00E+11 is a rounded number, not an ID. Format its column as text in your "
    "spreadsheet and save it again."
)
COUNTS = "Total: 2 is a summary row, not a person."
GONE = "No longer with the company."
ALONE = "Only one cell in this row is filled in, so it can't be a person."


@dataclass(frozen=True)
class Brings:
    """What a file gives: fate and name of each row by its line, and what is told besides."""

    rows: dict[int, tuple[RowOutcome, str]]
    dates: tuple[date | None, ...] = ()
    ids: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    encoding: str = "utf-8"
    ignored: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    why: dict[int, str] = field(default_factory=dict)


def two(*names: str) -> dict[int, tuple[RowOutcome, str]]:
    """New people from the second line on."""
    return {line: (NEW, name) for line, name in enumerate(names, 2)}


FILES: dict[str, Brings] = {
    "bamboohr": Brings(
        {2: (NEW, "Mira Holm"), 3: (NEW, "Tariq Osei"), 4: (LEFT, "Ulla Brandt"),
         5: (LEFT, "Ned Vargas")},
        dates=(APRIL, SEPTEMBER), ids=("00012", "00015"), titles=("Engineer", "Designer"),
        why=dict.fromkeys((4, 5), GONE),
    ),
    "gusto": Brings(
        {2: (NEW, "Mira Holm"), 3: (NEW, "Tariq Osei"), 4: (LEFT, "Ulla Brandt")},
        dates=(APRIL, SEPTEMBER), ids=("E-01", "E-02"), titles=("Engineer", "Designer"),
        ignored=("personal_email", "date_of_birth", "ssn"), why={4: GONE},
    ),
    "payroll-letters": Brings(
        {2: (NEW, "Mira Holm"), 3: (NEW, "Tariq Osei Jr."), 4: (LEFT, "Ulla Brandt"),
         5: (NEW, "Ned Vargas, PhD")},
        dates=(APRIL, SEPTEMBER, date(2022, 6, 1)),
        ids=("ABC000001", "ABC000002", "ABC000004"), titles=("Engineer", "Designer", "Engineer"),
        why={4: GONE},
        remarks=(
            (
                (
                    "Some values in column Position Status weren't recognised: suspended. "
                    "People with these values are treated as active."
                )
            ),
        ),
    ),
    "personio": Brings(
        {2: (NEW, "Jürgen Groß"), 3: (NEW, "Zo Müller"), 4: (LEFT, "Öner Şahin"),
         5: (NEW, "Lena Brandt"), 6: (NEW, "Kai Wulf")},
        dates=(APRIL, SEPTEMBER, date(2027, 2, 1), date(2022, 6, 1)),
        ids=("4711001", "4711002", "4711004", "4711005"),
        ignored=("Beschäftigungsart", "Vertragsende", "Probezeit endet"), why={4: GONE},
    ),
    "successfactors": Brings(
        {3: (NEW, "Ada Boss"), 4: (NEW, "Mira Holm"), 5: (NEW, "Tariq Osei"),
         6: (LEFT, "Ulla Brandt")},
        dates=(date(2015, 1, 5), APRIL, SEPTEMBER), ids=("20044", "21001", "21002"),
        titles=("Head of Platform", "Engineer", "Designer"),
        ignored=("USERID", "USERNAME", "MI", "GENDER", "HR", "JOBCODE", "STATE"), why={6: GONE},
    ),
    "workday": Brings(
        {2: (NEW, "Mira Holm"), 3: (NEW, "Tariq Osei"), 4: (LEFT, "Ulla Brandt"),
         5: (NEW, "Ned Vargas"), 6: (REFUSED, "Total")},
        dates=(APRIL, SEPTEMBER, date(2022, 6, 1)), ids=("21001", "21002", "C-7"),
        titles=("Engineer", "Designer", "Writer"), ignored=("Position Title",),
        remarks=("Removed from the end of names: [C].",),
        why={4: GONE, 6: "Total is a summary row, not a person."},
    ),
    "bom-quoted-heading": Brings(two("Mira Holm"), titles=("Engineer",)),
    "dates-in-words": Brings(
        two("Mira Holm", "Tariq Osei", "Ulla Brandt", "Ned Vargas", "Ona Reyes", "Piet Laan",
            "Qi Wen", "Rosa Lind"),
        dates=(MARCH, date(2021, 3, 15), date(2017, 3, 15), *[MARCH] * 5),
    ),
    "double-bom": Brings(two("Mira Holm"), titles=("Engineer",)),
    "excel-serial-dates": Brings(
        two("Mira Holm", "Tariq Osei", "Ulla Brandt"),
        dates=(APRIL, SEPTEMBER, date(2017, 1, 2)),
        ids=("1001", "1002", "1003"),
        remarks=(
            (
                "Column Hire date has numbers instead of dates: 43556 was read as 1 April "
                "2019. If that is four years too early, format the column as dates in your "
                "spreadsheet and save it again."
            ),
        ),
    ),
    "footer-total": Brings(
        {**two("Mira Holm", "Tariq Osei"), 4: (REFUSED, "Total: 2"),
         5: (REFUSED, "confidential Report run by HR on 2026-11-20")},
        dates=(APRIL, SEPTEMBER),
        why={4: COUNTS, 5: ALONE},
    ),
    "formula": Brings(
        {**two("Mira Holm", "+Tariq Osei"), 4: (REFUSED, "00123")},
        why={4: "00123 doesn't contain any letters, so it can't be a name."},
    ),
    "french": Brings(
        two("Mira Holm"),
        dates=(APRIL,),
        ids=("1001",),
        remarks=(
            (
                "In column Date d'embauche, it isn't clear whether the day or the month comes "
                "first. 01/04/2019 was read as 1 April 2019, following your system's date format."
            ),
        ),
    ),
    "ids-decimal": Brings(two("Mira Holm"), ids=("1001",)),
    "ids-leading-zero-first": Brings(two("Mira Holm", "Mira Holm"), ids=("000123", "000124")),
    "ids-scientific": Brings(
        two("Mira Holm", "Tariq Osei"), ids=("", ""), why={2: ROUNDED, 3: ROUNDED}
    ),
    "ids-zero-lost": Brings(two("Mira Holm", "Mira Holm"), ids=("123", "124")),
    "ids-zero-lost-no-email": Brings(two("Mira Holm", "Mira Holm"), ids=("123", "124")),
    "inch-quote": Brings(
        two("Mira Holm", "Tariq Osei"),
        titles=('19" rack lead', '19" rack lead'),
        remarks=("The file contains unexpected quotation marks (line 2). Check the text there.",),
    ),
    "latin2": Brings(two("Łukasz Żak"), titles=("Inżynier",), encoding="cp1250"),
    "left-after": Brings({2: (LEFT, "Mira Holm")}, why={2: GONE}),
    "mac-roman": Brings(
        two("José Núñez", "Zoë Brontë"), titles=("Engineer", "Designer"), encoding="mac-roman"
    ),
    "married-after": Brings(two("Mira Dahl"), ids=("1001",)),
    "married-before": Brings(two("Mira Holm"), ids=("1001",)),
    "mixed-dates-conflict": Brings(
        two("Mira Holm", "Tariq Osei"),
        dates=(date(2019, 4, 25), date(2021, 4, 25)),
        remarks=(
            (
                "Column Hire date mixes day-first and month-first dates. Check the dates."
            ),
        ),
    ),
    "name-marks": Brings(
        two("Mira Holm", "Tariq Osei", "Ulla Brandt"),
        ids=("1001", "1002", "1003"),
        remarks=("Removed from the end of names: [C].",),
    ),
    "one-bad-byte": Brings(
        two("Míra Hølm", "Tariq Osei", "Łukasz Żak"),
        titles=("Engineer", "Caf\ufffd lead", "Designer"),
        remarks=(
            (
                (
                    "Some characters couldn't be read and appear as � (line 3). Correct "
                    "them in the file, or choose another encoding."
                )
            ),
        ),
    ),
    "open-end-9999": Brings(
        {2: (NEW, "Mira Holm"), 3: (NEW, "Tariq Osei"), 4: (LEFT, "Ulla Brandt"),
         5: (NEW, "Ned Vargas")},
        dates=(APRIL, SEPTEMBER, date(2022, 6, 1)),
        why={4: GONE},
    ),
    "open-end-german": Brings(
        two("Mira Holm", "Tariq Osei"), dates=(APRIL, SEPTEMBER), ids=("1001", "1002")
    ),
    "preferred-name": Brings(two("Mira Holm"), dates=(APRIL,), titles=("Engineer",)),
    "report-title-above": Brings(
        {5: (NEW, "Mira Holm"), 6: (NEW, "Tariq Osei"), 7: (REFUSED, "Total: 2")},
        dates=(APRIL, SEPTEMBER),
        ids=("1001", "1002"),
        why={7: COUNTS},
    ),
    "required-stars": Brings(two("Mira Holm"), dates=(APRIL,), ids=("1001",)),
    "shared-mailbox": Brings(two("Mira Holm", "Tariq Osei"), ids=("1", "2")),
    "spanish": Brings(
        two("Mira Holm Ruiz"),
        dates=(APRIL,),
        ids=("1001",),
        remarks=(
            (
                "In column Fecha de ingreso, it isn't clear whether the day or the month comes "
                "first. 01/04/2019 was read as 1 April 2019, following your system's date format."
            ),
        ),
    ),
    "status-words": Brings(
        {2: (NEW, "Mira Holm"), 3: (NEW, "Tariq Osei"), 4: (NEW, "Ulla Brandt"),
         5: (LEFT, "Ned Vargas"), 6: (LEFT, "Ona Reyes"), 7: (NEW, "Piet Laan"),
         8: (LEFT, "Qi Wen"), 9: (LEFT, "Rosa Lind"), 10: (LEFT, "Sven Ek")},
        why={7: "“Notice given (resigned)” was taken to mean “still employed”.",
             **dict.fromkeys((5, 6, 8, 9, 10), GONE)},
    ),
    "us-dates-all-small": Brings(
        two("Mira Holm", "Tariq Osei"),
        dates=(date(2019, 4, 3), date(2021, 6, 5)),
        remarks=(
            (
                "In column Hire date, it isn't clear whether the day or the month comes first. "
                "03/04/2019 was read as 3 April 2019, following your system's date format."
            ),
        ),
    ),
    "utf16-bom-tabs": Brings(two("Míra Hølm"), titles=("Engineer",), encoding="utf-16"),
}  # fmt: skip


def file(name: str) -> Path:
    return ROSTERS / f"roster-{name}.csv"


def read(name: str, **options: object) -> Roster:
    return read_roster(file(name), **{"day_first": True, **options})  # type: ignore[arg-type]


def rows_of(store: Store, name: str) -> list[RosterRow]:
    return importing.preview(store, read(name), today=TODAY)


def bring(store: Store, name: str) -> ImportResult:
    """Import a file."""
    return importing.apply(store, rows_of(store, name))


def everyone(store: Store) -> list[Person]:
    return people.everyone(store)


def test_every_file_is_looked_at() -> None:
    assert {file(name) for name in FILES} == set(ROSTERS.glob("*.csv"))


@pytest.mark.parametrize("name", FILES)
def test_a_file_brings_what_it_says(store: Store, name: str) -> None:
    expected = FILES[name]
    rows = rows_of(store, name)
    assert {row.line: (row.outcome, row.name) for row in rows} == expected.rows
    told = {row.line: "".join(map(str, (row.why, *row.notes))) for row in rows}
    assert {line: words for line, words in told.items() if words} == expected.why
    came = [row.person for row in rows if row.outcome is NEW and row.person]
    if expected.dates:
        assert tuple(person.start_date for person in came) == expected.dates
    if expected.ids:
        assert tuple(person.external_id for person in came) == expected.ids
    if expected.titles:
        assert tuple(person.title for person in came) == expected.titles


@pytest.mark.parametrize("name", FILES)
def test_what_is_said_of_a_whole_file(name: str) -> None:
    expected, roster = FILES[name], read(name)
    assert roster.encoding == expected.encoding
    assert roster.ignored == expected.ignored
    assert tuple(map(str, roster.remarks)) == expected.remarks


@pytest.mark.parametrize("name", FILES)
def test_what_the_preview_promises_is_what_comes_in(store: Store, name: str) -> None:
    promised = [row.name for row in rows_of(store, name) if row.comes_in]
    assert bring(store, name).added == len(promised)
    assert [person.name for person in everyone(store)] == promised
    store.undo()
    assert dump(store.path) == []


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_came_in_brings_nothing_new(store: Store, name: str) -> None:
    bring(store, name)
    assert not [row for row in rows_of(store, name) if row.comes_in]
    assert bring(store, name) == ImportResult(0, 0)


def test_where_nothing_decides_the_place_does() -> None:
    american = read("us-dates-all-small", day_first=False)
    assert [entry.start_date for entry in american.entries] == [date(2019, 3, 4), date(2021, 5, 6)]
    assert "was read as 4 March 2019" in str(american.remarks[0])


@pytest.mark.parametrize(
    ("encoding", "name"),
    [("cp1252", "JosŽ Nœ–ez"), ("mac-roman", "José Núñez"), ("MacRoman", "José Núñez")],
)
def test_another_encoding_can_be_chosen(encoding: str, name: str) -> None:
    assert read("mac-roman", encoding=encoding).entries[0].name == name


def test_a_new_name_is_a_change_that_can_be_taken_back(store: Store) -> None:
    bring(store, "married-before")
    (row,) = rows_of(store, "married-after")
    assert (row.outcome, row.name, row.was) == (RowOutcome.UPDATE, "Mira Dahl", "Mira Holm")
    assert row.changes == ("family_name",)
    assert bring(store, "married-after") == ImportResult(0, 1)
    assert [person.name for person in everyone(store)] == ["Mira Dahl"]
    store.undo()
    assert [person.name for person in everyone(store)] == ["Mira Holm"]


def test_a_known_person_who_left_goes_to_the_archive_and_may_come_back(store: Store) -> None:
    bring(store, "married-before")
    before = dump(store.path)
    (row,) = rows_of(store, "left-after")
    assert (row.outcome, row.name, row.is_chosen) == (RowOutcome.ARCHIVE, "Mira Holm", True)
    assert bring(store, "left-after") == ImportResult(0, 0, archived=1)
    (mira,) = everyone(store)
    assert (mira.archived_on, mira.status) == (TODAY, PersonStatus.LEFT)
    assert [row.outcome for row in rows_of(store, "left-after")] == [RowOutcome.LEFT]
    (back,) = rows_of(store, "married-before")
    assert (back.outcome, back.offered) == (RowOutcome.BACK, True)
    store.undo()
    assert dump(store.path) == before


def test_an_offer_to_bring_someone_back_waits_to_be_taken(store: Store) -> None:
    bring(store, "married-before")
    bring(store, "left-after")
    rows = rows_of(store, "married-before")
    assert importing.apply(store, rows) == ImportResult(0, 0)
    assert everyone(store)[0].archived_on is not None
    assert importing.apply(store, rows, {2}) == ImportResult(0, 0, back=1)
    (mira,) = everyone(store)
    assert (mira.archived_on, mira.status) == (None, PersonStatus.ACTIVE)


@pytest.mark.parametrize("later", ["ids-zero-lost", "ids-zero-lost-no-email"])
def test_zeros_that_a_spreadsheet_lost_double_nobody(store: Store, later: str) -> None:
    bring(store, "ids-leading-zero-first")
    assert [row.outcome for row in rows_of(store, later)] == [RowOutcome.SAME, RowOutcome.SAME]
    bring(store, later)
    assert [person.external_id for person in everyone(store)] == ["000123", "000124"]


@pytest.mark.parametrize("earlier", ["ids-zero-lost", "ids-zero-lost-no-email"])
def test_an_id_with_its_zeros_takes_the_place_of_one_without(store: Store, earlier: str) -> None:
    bring(store, earlier)
    bring(store, "ids-leading-zero-first")
    assert [person.external_id for person in everyone(store)] == ["000123", "000124"]


def test_who_is_on_leave_comes_in_as_such(store: Store) -> None:
    bring(store, "name-marks")
    found = {person.name: person.status for person in everyone(store)}
    assert found["Tariq Osei"] is PersonStatus.ON_LEAVE
    assert found["Mira Holm"] is PersonStatus.ACTIVE
    assert read("name-marks").managers == [("Ada Boss", 3)]


def test_a_legal_name_and_the_one_somebody_goes_by(store: Store) -> None:
    bring(store, "preferred-name")
    (mira,) = everyone(store)
    assert (mira.full_name, mira.preferred_name) == ("Mirabelle Holm", "Mira")


@pytest.mark.parametrize(
    ("name", "managers"),
    [
        ("bamboohr", [("Ada Boss", 4)]), ("gusto", [("Ada Boss", 3)]),
        ("personio", [("Ada Boss", 1), ("Jürgen Groß", 4)]), ("successfactors", [("Ada Boss", 3)]),
        ("workday", [("Ada Boss", 3), ("Uma Lee", 1)]),
    ],
)  # fmt: skip
def test_managers_are_offered_by_name(name: str, managers: list[tuple[str, int]]) -> None:
    assert read(name).managers == managers


@pytest.mark.parametrize(
    ("name", "person", "field", "value"),
    [
        ("bamboohr", "Tariq Osei", "team", "Europe"),
        ("workday", "Mira Holm", "team", "Platform"),
        ("workday", "Tariq Osei", "email", "tariq@example.test"),
        ("workday", "Tariq Osei", "status", PersonStatus.ON_LEAVE),
        ("workday", "Mira Holm", "full_name", "Mirabelle Holm"),
        ("personio", "Zo Müller", "status", PersonStatus.ON_LEAVE),
        ("personio", "Lena Brandt", "team", "Design"),
        ("gusto", "Mira Holm", "pronouns", "she/her"),
        ("gusto", "Tariq Osei", "email", ""),
        ("payroll-letters", "Tariq Osei Jr.", "status", PersonStatus.ON_LEAVE),
        ("payroll-letters", "Ned Vargas, PhD", "given_name", "Ned"),
        ("payroll-letters", "Mira Holm", "team", "100 - Platform"),
    ],
)  # fmt: skip
def test_what_an_export_says_of_somebody(
    store: Store, name: str, person: str, field: str, value: object
) -> None:
    bring(store, name)
    (found,) = [one for one in everyone(store) if one.name == person]
    assert getattr(found, field) == value
