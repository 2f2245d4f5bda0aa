"""A table becomes people: each row's fate is shown first, and all of it is one step."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from careerdesk.domain.records import Person
from careerdesk.services import importing, people
from careerdesk.services.importing import Fate, ImportResult, RosterRow
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
    return importing.preview(store, importing.read_roster(path), manager)


def fates(rows: list[RosterRow]) -> list[tuple[int, Fate]]:
    return [(row.line, row.fate) for row in rows]


def test_each_row_has_its_fate(rows: list[RosterRow]) -> None:
    assert fates(rows) == [
        (2, Fate.NEW),
        (3, Fate.NEW),
        (4, Fate.NEW),
        (5, Fate.LEFT),
        (6, Fate.NEW),
        (7, Fate.REFUSED),
    ]
    assert [str(row.why) for row in rows[3:]] == [
        "No longer with the company.",
        "",
        "The row is there twice.",
    ]
    assert [*map(str, rows[4].notes)] == [
        "“31.31.2020” is no date that can be understood: no start date."
    ]


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
    assert fates(again)[:3] == [(2, Fate.SAME), (3, Fate.SAME), (4, Fate.SAME)]
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
    assert [(row.fate, row.changes) for row in newer] == [
        (Fate.UPDATE, ("given_name", "title")),
        (Fate.SAME, ()),
    ]
    assert importing.apply(store, newer) == ImportResult(0, 1)
    ana = people.get(store, ana.id)
    assert (ana.title, ana.email, ana.pronouns) == ("Lead", "ana@x.org", "she/her")
    assert (ana.name, ana.full_name) == ("Anita Ruiz", "Ana Maria Ruiz")


@pytest.mark.parametrize(
    ("known", "row", "fate"),
    [
        ({"external_id": "7"}, "Somebody Else,7,", Fate.UPDATE),
        ({"email": "A@X.ORG"}, "Somebody Else,,a@x.org", Fate.UPDATE),
        ({}, "ANA  RUÍZ,,", Fate.SAME),
        ({}, "Ana Ruiz,7,", Fate.UPDATE),
        ({"external_id": "8"}, "Ana Ruiz,7,", Fate.NEW),
        ({"external_id": "8"}, "Ana Ruiz,,", Fate.SAME),
    ],
)
def test_a_row_means_someone_by_id_then_email_then_name(
    store: Store, tmp_path: Path, known: dict[str, object], row: str, fate: Fate
) -> None:
    a_person(store, "Ana Ruiz").like(**known)
    (found,) = look(store, tmp_path, f"Name,ID,Email\n{row}\n")
    assert found.fate is fate


def test_a_name_that_several_people_have_needs_an_id(store: Store, tmp_path: Path) -> None:
    people.add_many(store, ["Ana Ruiz", "Ana Ruiz", "Ben Okri"])
    ana, ben = look(store, tmp_path, "Name,Title\nAna Ruiz,Lead\nBen Okri,Lead\n")
    assert (ana.fate, str(ana.why)) == (Fate.REFUSED, "Several people have this name.")
    assert ben.fate is Fate.UPDATE


def test_two_rows_never_change_the_same_person(store: Store, tmp_path: Path) -> None:
    a_person(store, "Ana Ruiz").like(external_id="7", email="ana@x.org")
    table = "Name,ID,Email,Title\nAna,7,,Lead\nAna R,,ana@x.org,Boss\nAna Ruiz,,,Other\n"
    rows = look(store, tmp_path, table)
    assert [row.fate for row in rows] == [Fate.UPDATE, Fate.REFUSED, Fate.REFUSED]
    assert {str(row.why) for row in rows[1:]} == {"The row is there twice."}


def test_an_archived_person_is_not_made_twice(store: Store, tmp_path: Path) -> None:
    ana = a_person(store, "Ana Ruiz")
    people.archive(store, ana.id, TODAY)
    (found,) = look(store, tmp_path, "Name\nAna Ruiz\n")
    assert (found.fate, found.offered) == (Fate.BACK, True)
    assert importing.apply(store, [found]) == ImportResult(0, 0)
    assert [person.archived_on for person in people.everyone(store)] == [TODAY]


def test_one_managers_reports(store: Store, tmp_path: Path) -> None:
    assert [row.name for row in look(store, tmp_path, TEAM, "ZIV")] == ["Chi Tran"]
    assert look(store, tmp_path, TEAM, "Nobody") == []


def test_only_the_chosen_lines_come_in(store: Store, rows: list[RosterRow]) -> None:
    assert importing.apply(store, rows, {3, 5, 7}) == ImportResult(1, 0)
    assert [person.name for person in people.everyone(store)] == ["Ben Okri"]


def test_hostile_cells_are_stored_as_text(store: Store, tmp_path: Path) -> None:
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
    assert {row.fate for row in rows} == {Fate.NEW}
    assert isinstance(rows[0].person, Person)
