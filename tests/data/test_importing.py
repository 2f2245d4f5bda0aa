"""A table becomes people: each row's fate is shown first, and all of it is one step."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from careerdesk.domain.records import Person, PersonStatus
from careerdesk.services import importing, people
from careerdesk.services.importing import ImportResult, RosterRow, RowOutcome
from careerdesk.services.store import Store
from tests.builders import TODAY, a_person
from tests.stores import dump

HEAD = "Name,Employee ID,Email,Job Title,Start date,Manager,Termination Date\n"
TEAM = (
    HEAD
    + '"Ruiz, Ana",1,ana@x.org,Engineer,2019-05-01,Mona,\n'
    + "Ben Okri,2,,,,Mona,\n"
    + "Chi Tran,3,,Boss,,Ziv,\n"
    + "Dee Gone,4,,,,Mona,2020-01-01\n"
    + "Eli Bad,5,,,31.31.2020,Mona,\n"
    + "Ben Okri,2,,,,Mona,\n"
)


@pytest.fixture
def rows(store: Store, tmp_path: Path) -> list[RosterRow]:
    return look(store, tmp_path, TEAM)


def look(store: Store, folder: Path, table: str, manager: str | None = None) -> list[RosterRow]:
    """The preview of a table."""
    path = folder / "team.csv"
    path.write_text(table)
    return importing.preview(store, importing.read_roster(path), manager, today=TODAY)


def row_outcomes(rows: list[RosterRow]) -> list[tuple[int, RowOutcome]]:
    return [(row.line, row.outcome) for row in rows]


def test_each_row_has_its_outcome(rows: list[RosterRow]) -> None:
    assert row_outcomes(rows) == [
        (2, RowOutcome.NEW),
        (3, RowOutcome.NEW),
        (4, RowOutcome.NEW),
        (5, RowOutcome.LEFT),
        (6, RowOutcome.NEW),
        (7, RowOutcome.REFUSED),
    ]
    assert [str(row.why) for row in rows[3:]] == [
        "No longer with the company.",
        "",
        "This row appears twice.",
    ]
    assert [*map(str, rows[4].notes)] == ["no start date: “31.31.2020” isn't a valid date"]


def test_a_preview_changes_nothing(store: Store, rows: list[RosterRow]) -> None:
    assert rows
    assert dump(store.path) == []


def test_everything_comes_in_as_one_step_with_all_fields(
    store: Store, rows: list[RosterRow]
) -> None:
    first = a_person(store, "Zoe")
    before = dump(store.path)
    assert importing.apply(store, rows) == ImportResult(added=4, changed=0)
    names = [row.person.name for row in people.rail(store, TODAY)]
    assert names == ["Zoe", "Ana Ruiz", "Ben Okri", "Chi Tran", "Eli Bad"]
    ana = people.find(store, "Ana Ruiz")
    assert (ana.external_id, ana.email, ana.title) == ("1", "ana@x.org", "Engineer")
    assert ana.start_date == date(2019, 5, 1)
    store.undo()
    assert dump(store.path) == before
    assert first.person


def test_the_same_table_again_changes_nothing(
    store: Store, tmp_path: Path, rows: list[RosterRow]
) -> None:
    importing.apply(store, rows)
    before, name = dump(store.path), store.undo_name
    again = look(store, tmp_path, TEAM)
    assert row_outcomes(again)[:3] == [
        (2, RowOutcome.SAME),
        (3, RowOutcome.SAME),
        (4, RowOutcome.SAME),
    ]
    assert importing.apply(store, again) == ImportResult(0, 0)
    assert dump(store.path) == before
    store.undo()
    assert dump(store.path) == []
    assert name == "Import people"


def test_a_newer_table_updates_what_it_says_and_keeps_the_rest(
    store: Store, tmp_path: Path, rows: list[RosterRow]
) -> None:
    importing.apply(store, rows)
    ana = people.find(store, "Ana Ruiz")
    people.change(store, ana.id, preferred_name="Anita", pronouns="she/her")
    table = HEAD + '"Ruiz, Ana Maria",1,,Lead,,Mona,\nBen Okri,2,,,,Mona,\n'
    newer = look(store, tmp_path, table)
    assert [(row.outcome, row.changes) for row in newer] == [
        (RowOutcome.UPDATE, ("given_name", "title")),
        (RowOutcome.SAME, ()),
    ]
    assert importing.apply(store, newer) == ImportResult(0, 1)
    ana = people.get(store, ana.id)
    assert (ana.title, ana.email, ana.pronouns) == ("Lead", "ana@x.org", "she/her")
    assert (ana.name, ana.full_name) == ("Anita Ruiz", "Ana Maria Ruiz")


@pytest.mark.parametrize(
    ("known", "row", "row_outcome"),
    [
        ({"external_id": "7"}, "Somebody Else,7,", RowOutcome.UPDATE),
        ({"email": "A@X.ORG"}, "Somebody Else,,a@x.org", RowOutcome.UPDATE),
        ({}, "ANA  RUÍZ,,", RowOutcome.SAME),
        ({}, "Ana Ruiz,7,", RowOutcome.UPDATE),
        ({"external_id": "8"}, "Ana Ruiz,7,", RowOutcome.NEW),
        ({"external_id": "8"}, "Ana Ruiz,,", RowOutcome.SAME),
    ],
)
def test_a_row_means_someone_by_id_then_email_then_name(
    store: Store, tmp_path: Path, known: dict[str, object], row: str, row_outcome: RowOutcome
) -> None:
    a_person(store, "Ana Ruiz").like(**known)
    (found,) = look(store, tmp_path, f"Name,ID,Email\n{row}\n")
    assert found.outcome is row_outcome


def test_a_name_that_several_people_have_needs_an_id(store: Store, tmp_path: Path) -> None:
    people.add_many(store, ["Ana Ruiz", "Ana Ruiz", "Ben Okri"])
    ana, ben = look(store, tmp_path, "Name,Title\nAna Ruiz,Lead\nBen Okri,Lead\n")
    assert (ana.outcome, str(ana.why)) == (RowOutcome.REFUSED, "Several people have this name.")
    assert ben.outcome is RowOutcome.UPDATE


def test_two_rows_never_change_the_same_person(store: Store, tmp_path: Path) -> None:
    a_person(store, "Ana Ruiz").like(external_id="7", email="ana@x.org")
    table = "Name,ID,Email,Title\nAna,7,,Lead\nAna R,,ana@x.org,Boss\nAna Ruiz,,,Other\n"
    rows = look(store, tmp_path, table)
    assert [row.outcome for row in rows] == [
        RowOutcome.UPDATE,
        RowOutcome.REFUSED,
        RowOutcome.REFUSED,
    ]
    assert {str(row.why) for row in rows[1:]} == {"This row appears twice."}


def test_an_archived_person_is_not_made_twice(store: Store, tmp_path: Path) -> None:
    ana = a_person(store, "Ana Ruiz")
    people.archive(store, ana.id, TODAY)
    (found,) = look(store, tmp_path, "Name\nAna Ruiz\n")
    assert (found.outcome, found.offered) == (RowOutcome.BACK, True)
    assert importing.apply(store, [found]) == ImportResult(0, 0)
    assert [person.archived_on for person in people.everyone(store)] == [TODAY]


def test_one_managers_reports(store: Store, tmp_path: Path) -> None:
    assert [row.name for row in look(store, tmp_path, TEAM, "ZIV")] == ["Chi Tran"]
    assert look(store, tmp_path, TEAM, "Nobody") == []


def test_only_the_chosen_lines_come_in(store: Store, rows: list[RosterRow]) -> None:
    assert importing.apply(store, rows, {3, 5, 7}) == ImportResult(1, 0)
    assert [person.name for person in people.everyone(store)] == ["Ben Okri"]


def test_f52_hostile_cells_are_stored_as_text(store: Store, tmp_path: Path) -> None:
    table = (
        'Name,Title,Email\n"Robert\'); DROP TABLE person;--",=1+1,<b>@x\n%s,"two\nlines",\u202e\n'
    )
    importing.apply(store, look(store, tmp_path, table))
    robert, percent = people.everyone(store)
    assert (robert.name, robert.title, robert.email) == (
        "Robert'); DROP TABLE person;--",
        "=1+1",
        "<b>@x",
    )
    assert (percent.name, percent.title) == ("%s", "two lines")


def test_ten_thousand_rows_are_read_and_judged_in_a_moment(store: Store, tmp_path: Path) -> None:
    people.add_many(store, (f"Known {n}" for n in range(300)))
    table = "Name,ID,Manager\n" + "".join(f"Person {n},{n},M{n % 50}\n" for n in range(10_000))
    rows = look(store, tmp_path, table)
    assert len(rows) == 10_000
    assert {row.outcome for row in rows} == {RowOutcome.NEW}
    assert isinstance(rows[0].person, Person)


def archived(store: Store) -> dict[str, date | None]:
    return {person.name: person.archived_on for person in people.everyone(store)}


def test_leavers_are_archived_on_their_last_day_in_the_same_step(
    store: Store, tmp_path: Path
) -> None:
    a_person(store, "Ana Ruiz").like(external_id="1")
    a_person(store, "Ben Okri").like(external_id="2")
    before = dump(store.path)
    table = HEAD + "Ana Ruiz,1,,,,Mona,2026-10-31\nBen Okri,2,,Lead,,Mona,\nChi Tran,3,,,,Mona,\n"
    rows = look(store, tmp_path, table)
    assert [row.outcome for row in rows] == [
        RowOutcome.ARCHIVE,
        RowOutcome.UPDATE,
        RowOutcome.NEW,
    ]
    assert importing.apply(store, rows) == ImportResult(added=1, changed=1, archived=1)
    assert archived(store)["Ana Ruiz"] == date(2026, 10, 31)
    assert [row.person.name for row in people.rail(store, TODAY)] == ["Ben Okri", "Chi Tran"]
    store.undo()
    assert dump(store.path) == before


def test_a_last_day_to_come_archives_nobody_yet(store: Store, tmp_path: Path) -> None:
    a_person(store, "Ana Ruiz").like(external_id="1")
    table = "Name,ID,End date\nAna Ruiz,1,2026-11-18\n"
    assert [row.outcome for row in look(store, tmp_path, table)] == [RowOutcome.SAME]
    path = tmp_path / "team.csv"
    (later,) = importing.preview(store, importing.read_roster(path), today=date(2026, 11, 18))
    assert later.outcome is RowOutcome.ARCHIVE


@pytest.mark.parametrize(
    ("row", "offered"),
    [
        ("Ana Ruiz,1,2019-01-01,Active", False),
        ("Ana Ruiz,1,2027-01-01,", False),
        ("Ana Ruiz,1,2019-01-01,", True),
        ("Ana Ruiz,,,Full-time", True),
        ("Ana Ruiz,1,,On leave", False),
    ],
)
def test_who_is_here_again_is_offered_back(
    store: Store, tmp_path: Path, row: str, offered: bool
) -> None:
    ana = a_person(store, "Ana Ruiz").like(external_id="1")
    people.archive(store, ana.id, TODAY)
    a_person(store, "Zoe")
    before = dump(store.path)
    (found,) = look(store, tmp_path, f"Name,ID,Start date,Status\n{row}\n")
    assert (found.outcome, found.offered) == (RowOutcome.BACK, offered)
    assert importing.apply(store, [found], {2}).back == 1
    assert [row.person.name for row in people.rail(store, TODAY)] == ["Zoe", "Ana Ruiz"]
    store.undo()
    assert dump(store.path) == before


def test_of_two_rows_of_one_person_the_one_of_now_counts(store: Store, tmp_path: Path) -> None:
    table = "Name,ID,Status,Title\nAna Ruiz,1,Terminated,Old\nAna Ruiz,1,Active,Lead\n"
    rows = look(store, tmp_path, table)
    assert row_outcomes(rows) == [(2, RowOutcome.REFUSED), (3, RowOutcome.NEW)]
    importing.apply(store, rows)
    assert people.find(store, "Ana Ruiz").title == "Lead"


def test_leave_begins_and_ends_with_the_table(store: Store, tmp_path: Path) -> None:
    ana = a_person(store, "Ana Ruiz")
    for status, meant in (
        ("On leave", PersonStatus.ON_LEAVE),
        ("", PersonStatus.ON_LEAVE),
        ("Active", PersonStatus.ACTIVE),
    ):
        importing.apply(store, look(store, tmp_path, f"Name,Status,Title\nAna Ruiz,{status},x\n"))
        assert ana.person.status is meant


@pytest.mark.parametrize(
    ("known", "row", "name", "changes"),
    [
        ("Ana Ruiz", "Ana Dahl,1,", "Ana Dahl", ("family_name",)),
        ("Ana Ruiz", "Anna Ruiz,1,", "Anna Ruiz", ("given_name",)),
        ("Ana Ruiz", "Ana Ruíz,1,", "Ana Ruíz", ("family_name",)),
        ("ANA RUIZ", "Ana Ruiz,1,", "Ana Ruiz", ("given_name", "family_name")),
        ("Ana Ruiz", "ANA RUIZ,1,", "Ana Ruiz", ()),
        ("Ana Ruíz", "Ana Ruiz,1,", "Ana Ruíz", ()),
        ("Ana Maria Ruiz", '"Maria Ruiz, Ana",1,', "Ana Maria Ruiz", ()),
        ("Ana Ruiz", "Ana Ruiz,1,new@x.org", "Ana Ruiz", ("email",)),
        ("Ana Ruiz", "Ana Ruiz-Dahl,,ana@x.org", "Ana Ruiz-Dahl", ("family_name",)),
    ],
)
def test_a_row_that_says_something_else_is_never_the_same(
    store: Store, tmp_path: Path, known: str, row: str, name: str, changes: tuple[str, ...]
) -> None:
    ana = a_person(store, known).like(external_id="1", email="ana@x.org")
    (found,) = look(store, tmp_path, f"Name,ID,Email\n{row}\n")
    assert (found.name, found.changes) == (name, changes)
    assert found.was == (known if name != known else "")
    importing.apply(store, [found])
    assert ana.person.name == name
    if changes:
        store.undo()
    assert (ana.person.name, ana.person.email) == (known, "ana@x.org")


def test_the_name_someone_goes_by_is_known_and_kept(store: Store, tmp_path: Path) -> None:
    ana = a_person(store, "Annabel Ruiz").like(preferred_name="Ana")
    (found,) = look(store, tmp_path, "Name\nAna Ruiz\n")
    assert found.outcome is RowOutcome.SAME
    ana.like(external_id="1")
    importing.apply(store, look(store, tmp_path, "Name,ID\nAna Dahl,1\n"))
    assert (ana.person.full_name, ana.person.name) == ("Annabel Dahl", "Ana Dahl")


def test_a_shared_mailbox_makes_nobody_somebody_else(store: Store, tmp_path: Path) -> None:
    a_person(store, "Ana Ruiz").like(email="team@x.org")
    rows = look(store, tmp_path, "Name,Email\nBen Okri,team@x.org\nAna Ruiz,team@x.org\n")
    assert [(row.name, row.outcome) for row in rows] == [
        ("Ben Okri", RowOutcome.NEW),
        ("Ana Ruiz", RowOutcome.REFUSED),
    ]


@pytest.mark.parametrize("ids", [("", ""), (",7", ",8")])
def test_somebody_new_of_the_same_name_is_not_who_has_a_row_of_their_own(
    ids: tuple[str, str], store: Store, tmp_path: Path
) -> None:
    ana = a_person(store, "Ana Ruiz").like(email="ana2@x.org")
    rows = look(
        store,
        tmp_path,
        f"Name,Email,ID\nAna Ruiz,ana1@x.org{ids[0]}\nAna Ruiz,ana2@x.org{ids[1]}\n",
    )
    assert [row.outcome for row in rows] == [
        RowOutcome.NEW,
        RowOutcome.UPDATE if ids[1] else RowOutcome.SAME,
    ]
    importing.apply(store, rows)
    assert ana.person.email == "ana2@x.org"
    assert [one.email for one in people.everyone(store)] == ["ana2@x.org", "ana1@x.org"]


def test_a_new_address_alone_makes_nobody_somebody_else(store: Store, tmp_path: Path) -> None:
    ana = a_person(store, "Ana Ruiz").like(email="ana@old.org")
    importing.apply(store, look(store, tmp_path, "Name,Email\nAna Ruiz,ana@new.org\n"))
    assert ana.person.email == "ana@new.org"


def test_anyone_whose_first_day_is_to_come_is_expected_from_then_on(
    store: Store, tmp_path: Path
) -> None:
    ana = a_person(store, "Ana Ruiz")
    begun = a_person(store, "Ben Okri").like(start_date=date(2027, 3, 1))
    day = "2027-03-01"
    table = f"Name,Start date,Status\nAna Ruiz,{day},\nBen Okri,{day},\nChi Tran,{day},Active\n"
    table += "Dee Fox,2026-01-05,\n" + f"Eli Holm,{day},On leave\n"
    rows = look(store, tmp_path, table)
    importing.apply(store, rows)
    found = {one.name: one.status for one in people.everyone(store)}
    assert rows[0].changes == ("start_date", "status")
    assert ana.person.status is found["Chi Tran"] is PersonStatus.FUTURE
    assert begun.person.status is found["Dee Fox"] is PersonStatus.ACTIVE  # said by hand
    assert found["Eli Holm"] is PersonStatus.ON_LEAVE
    assert row_outcomes(look(store, tmp_path, table)) == [
        (line, RowOutcome.SAME) for line in range(2, 7)
    ]


@pytest.mark.parametrize(
    ("known", "row", "row_outcome", "kept"),
    [
        ("000123", "Ana Ruiz,123", RowOutcome.SAME, "000123"),
        ("123", "Ana Ruiz,000123", RowOutcome.UPDATE, "000123"),
        ("1001", "Ana Ruiz,1001.0", RowOutcome.SAME, "1001"),
        ("1001.0", "Ana Ruiz,1001", RowOutcome.UPDATE, "1001"),
        ("0012", '"Ruiz, Ana","1,2"', RowOutcome.NEW, "0012"),
        ("001001", 'Ana Ruiz,"1,001"', RowOutcome.SAME, "001001"),
        ("000123", "Ben Okri,123", RowOutcome.NEW, "000123"),
        ("", "Ana Ruiz,1.00E+11", RowOutcome.SAME, ""),
        ("100000000017", "Ana Ruiz,1.00E+11", RowOutcome.SAME, "100000000017"),
    ],
)
def test_an_id_that_a_spreadsheet_mangled_doubles_nobody(
    store: Store, tmp_path: Path, known: str, row: str, row_outcome: RowOutcome, kept: str
) -> None:
    ana = a_person(store, "Ana Ruiz").like(external_id=known)
    (found,) = look(store, tmp_path, f"Name,ID\n{row}\n")
    assert found.outcome is row_outcome
    importing.apply(store, [found])
    assert ana.person.external_id == kept


def test_ids_with_and_without_zeros_in_one_table_are_one_person(
    store: Store, tmp_path: Path
) -> None:
    rows = look(store, tmp_path, "Name,ID\nAna Ruiz,000123\nAna Ruiz,123\nBen Okri,0123\n")
    assert [row.outcome for row in rows] == [RowOutcome.NEW, RowOutcome.REFUSED, RowOutcome.NEW]


@pytest.mark.parametrize(
    "bad",
    ["1899-12-30", "0001-01-01", "1850-06-01", "2999-01-01", "9999-12-31", "31.02.2019", "soon"],
)
def test_a_day_that_cannot_be_stored_costs_the_others_nothing(
    store: Store, tmp_path: Path, bad: str
) -> None:
    table = f"Name,Start date\nAna,2019-01-01\nBen,{bad}\nChi,2020-01-01\n"
    rows = look(store, tmp_path, table)
    assert [len(row.notes) for row in rows] == [0, 1, 0]
    promised = sum(row.comes_in for row in rows)
    assert importing.apply(store, rows).added == promised == 3
    assert [person.start_date for person in people.everyone(store)] == [
        date(2019, 1, 1),
        None,
        date(2020, 1, 1),
    ]


def test_a_row_that_cannot_be_stored_is_refused_alone_with_its_line(
    store: Store, tmp_path: Path
) -> None:
    long = "x" * 300
    rows = look(store, tmp_path, f"Name,Title\nAna,a\n{long},b\n,c\nBen,{'y' * 600}\n")
    assert row_outcomes(rows) == [
        (2, RowOutcome.NEW),
        (3, RowOutcome.REFUSED),
        (4, RowOutcome.REFUSED),
        (5, RowOutcome.NEW),
    ]
    assert str(rows[1].why).startswith("The name has 300 characters")
    assert str(rows[3].notes[0]) == "“yyyyyyyyyyyyyyyyyyyy…” was shortened to 500 characters."
    assert importing.apply(store, rows).added == 2


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["Ana Ruiz", "Ben", "Total: 2", "", "x" * 201, "Ana Dahl (7)", "12"]),
            st.sampled_from(["", "7", "007", "7.0", "1.00E+11", "8"]),
            st.sampled_from(["", "1899-01-01", "43556", "3/4/19", "2999-01-01", "?", "15 Mar 19"]),
            st.sampled_from(["", "2020-01-01", "9999-12-31", "1800-01-01", "no"]),
            st.sampled_from(["", "Active", "Terminated", "On leave", "Not terminated"]),
        ),
        max_size=6,
    )
)
@settings(
    max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
def test_whatever_the_preview_promises_can_be_stored(
    store: Store, tmp_path: Path, table: list[tuple[str, ...]]
) -> None:
    lines = [",".join(f'"{cell}"' for cell in row) for row in table]
    rows = look(store, tmp_path, "\n".join(["Name,ID,Start date,End date,Status", *lines, ""]))
    before = dump(store.path)
    done = importing.apply(store, rows)
    assert done.added + done.changed + done.archived + done.back == sum(r.is_chosen for r in rows)
    if dump(store.path) != before:
        store.undo()
    assert dump(store.path) == before
    if any(row.is_chosen for row in rows):
        store.redo()
