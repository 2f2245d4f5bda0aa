"""Many records at once: as exact as one by one, all or nothing, and by few statements."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from careerdesk.data.store import Store
from careerdesk.data.undo_log import WIDTH
from careerdesk.domain.errors import NotFound, StillWriting, StoreError
from careerdesk.domain.parts import AT_ONCE, WRITING, Part
from careerdesk.domain.records import Person
from careerdesk.domain.roster import Roster, understand
from careerdesk.services import importing, objectives, people
from careerdesk.services.importing import RosterRow
from tests.builders import TODAY
from tests.stores import BESIDE, ask, blank_file, dump

MANY = 3 * AT_ONCE + 7


class Clock:
    """Stands still until it is told to go on."""

    def __init__(self) -> None:
        self.at = datetime(2026, 3, 2, 9, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.at


def table(count: int, title: str = "Engineer") -> Roster:
    """A table of so many people."""
    rows = [["ID", "Name", "Title"]]
    rows += [[f"E{n}", f"Mira Holm-{n}", f"{title} {n}"] for n in range(count)]
    return understand(enumerate(rows, 1))


def judged(store: Store, count: int, title: str = "Engineer") -> list[RosterRow]:
    return importing.preview(store, table(count, title), today=TODAY)


def selects(store: Store, work: Callable[[], object]) -> int:
    """How many times something is looked up in the writing connection."""
    said: list[str] = []
    driver = store.writer()._connection  # the very connection
    driver.set_trace_callback(said.append)
    try:
        work()
    finally:
        driver.set_trace_callback(None)
    return sum(one.lstrip().upper().startswith("SELECT") for one in said)


def rows_of(path: Path) -> list[tuple[object, ...]]:
    """All people and versions, without the ids that are drawn by lot."""
    wanted = ("person", "id, given_name, family_name, title, team, rank"), (
        "text_version", "kind, record_id, field, replaced_at, text",
    )  # fmt: skip
    return [row for name, fields in wanted for row in ask(path, f"SELECT {fields} FROM {name}")]


@contextmanager
def opened(path: Path, clock: Clock) -> Iterator[Store]:
    with closing(Store(blank_file(path), now=clock)) as store:
        yield store


LONG = "She leads the team that plans the yearly fair, from the first call to the last invoice."
STEPS: tuple[tuple[timedelta, dict[int, dict[str, object]]], ...] = (
    (timedelta(), {1: {"title": "Lead"}, 2: {"title": LONG, "team": "Nord"}, 3: {"rank": 9}}),
    (timedelta(minutes=1), {1: {"title": "Head"}, 2: {"title": "Short"}, 3: {"team": "Süd"}}),
    (timedelta(minutes=9), {3: {"team": "Süd"}, 1: {"title": ""}, 2: {"team": "West"}}),
)


def test_many_changes_are_kept_as_each_by_itself_would_be(tmp_path: Path) -> None:
    found = []
    for name in ("one by one", "at once"):
        clock = Clock()
        with opened(tmp_path / name, clock) as store:
            with store.edit("Add") as tx:
                tx.add_all(Person, [Person(given_name=given) for given in ("Ada", "Bo", "Cem")])
            for later, changes in STEPS:
                clock.at += later
                with store.edit("Change") as tx:
                    if name == "at once":
                        tx.change_all(Person, [*changes.items()])
                    else:
                        for key, fields in changes.items():
                            tx.change(Person, key, **fields)
            found.append(rows_of(store.path))
    assert sorted(map(repr, found[0])) == sorted(map(repr, found[1]))
    assert any(LONG in row for row in found[0][3:]), "the long title has to be a version"


def test_added_at_once_is_as_added_one_by_one(tmp_path: Path) -> None:
    someone = [Person(given_name=name, title="Größe", rank=n) for n, name in enumerate("ABC")]
    found = []
    for name in ("one by one", "at once"):
        with opened(tmp_path / name, Clock()) as store:
            with store.edit("Add") as tx:
                if name == "at once":
                    tx.add_all(Person, someone, rank=[7, 8, 9])
                else:
                    for rank, person in zip((7, 8, 9), someone, strict=True):
                        key = tx.add(person).id
                        tx.change(Person, key, rank=rank)
            found.append(rows_of(store.path))
            uids = [row[0] for row in ask(store.path, "SELECT uid FROM person")]
            assert len({*uids}) == 3
            assert all(len(str(uid)) == 32 for uid in uids)
    assert found[0] == found[1]


def test_one_of_many_that_is_gone_leaves_all_as_they_were(store: Store) -> None:
    ada = people.add(store, "Ada")
    before = dump(store.path)
    with pytest.raises(NotFound), store.edit("Change") as tx:
        tx.change_all(Person, [(ada.id, {"title": "Lead"}), (999, {"title": "Lead"})])
    assert dump(store.path) == before


@pytest.mark.parametrize("known", [False, True], ids=["new", "known"])
def test_an_import_undone_and_done_again_leaves_the_very_rows(store: Store, known: bool) -> None:
    if known:
        importing.apply(store, judged(store, MANY))
    before = dump(store.path)
    importing.apply(store, judged(store, MANY, "Lead"))
    after = dump(store.path)
    assert len(ask(store.path, "SELECT 1 FROM person WHERE title LIKE 'Lead%'")) == MANY
    assert store.undo()
    assert dump(store.path, without=BESIDE) == [r for r in before if not r.startswith("text_")]
    assert store.redo()
    assert dump(store.path) == after


@pytest.mark.parametrize("known", [False, True], ids=["new", "known"])
def test_nothing_is_looked_up_for_each_row(store: Store, known: bool) -> None:
    if known:
        importing.apply(store, judged(store, MANY))
    rows = judged(store, MANY, "Lead")
    parts = -(-MANY // AT_ONCE)
    assert selects(store, lambda: importing.apply(store, rows)) <= 8 * parts
    assert selects(store, store.undo) <= 9 * parts
    assert selects(store, store.redo) <= 8 * parts


def test_the_edit_after_an_undo_does_not_look_at_what_was_undone(store: Store) -> None:
    counts = []
    for many in (3, MANY):
        importing.apply(store, judged(store, many, f"Of {many}"))
        store.undo()
        counts.append(selects(store, lambda: people.add(store, "Ada")))
    assert counts[1] == counts[0]


def test_each_part_has_few_rows_and_says_how_far_it_is(store: Store) -> None:
    rows = judged(store, MANY)
    told = [*importing.applying(store, rows)]
    assert told[-1] == Part(WRITING, MANY, MANY)
    steps = [after.done - before.done for before, after in pairwise(told)]
    assert max([told[0].done, *steps]) <= AT_ONCE


@pytest.mark.parametrize("parts", [1, 2, 4])
def test_an_import_that_is_ended_leaves_nothing(store: Store, parts: int) -> None:
    people.add(store, "Ada")
    before, last, heard = dump(store.path), store.last_edit, []
    store.subscribe(heard.append)
    going = importing.applying(store, judged(store, MANY))
    for _ in range(parts):
        next(going)
    going.close()
    assert dump(store.path) == before
    assert store.last_edit is last
    assert heard == []
    people.add(store, "Bo")
    assert [person.name for person in people.everyone(store)] == ["Ada", "Bo"]


@pytest.mark.parametrize("travel", ["undo", "redo"])
def test_going_back_that_is_ended_leaves_all_as_it_was(store: Store, travel: str) -> None:
    importing.apply(store, judged(store, MANY))
    if travel == "redo":
        store.undo()
    before, names = dump(store.path), (store.undo_name, store.redo_name)
    going = store.undoing() if travel == "undo" else store.redoing()
    next(going)
    next(going)
    going.close()
    assert dump(store.path) == before
    assert (store.undo_name, store.redo_name) == names


def test_nobody_writes_between_two_parts(store: Store) -> None:
    ada = people.add(store, "Ada")
    going = importing.applying(store, judged(store, MANY))
    next(going)
    for act in (
        lambda: people.change(store, ada.id, title="Lead"),
        store.undo,
        lambda: importing.apply(store, judged(store, 2)),
    ):
        with pytest.raises(StillWriting, match=r"Try again when it's done\.$"):
            act()
    assert [person.name for person in people.everyone(store)] == ["Ada"], "reading goes on"
    for _ in going:
        pass
    people.change(store, ada.id, title="Lead")
    assert len(people.everyone(store)) == MANY + 1


def test_a_disk_that_is_full_in_the_middle_leaves_nothing(store: Store) -> None:
    people.add(store, "Ada")
    before = dump(store.path)
    driver = store.writer()._connection  # the very connection
    (pages,) = driver.execute("PRAGMA page_count").fetchone()
    driver.execute(f"PRAGMA max_page_count={pages + 4}")
    going = importing.applying(store, judged(store, MANY))
    next(going)
    with pytest.raises(StoreError, match="The disk is full"):
        for _ in going:
            pass
    assert dump(store.path) == before
    driver.execute("PRAGMA max_page_count=1000000")
    importing.apply(store, judged(store, MANY))
    assert len(people.everyone(store)) == MANY + 1


def test_another_program_that_holds_the_file_leaves_nothing(store: Store) -> None:
    store.warm()
    rows, before = judged(store, MANY), dump(store.path)
    store.writer()._connection.execute("PRAGMA busy_timeout=1")
    with closing(sqlite3.connect(store.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="Another program is using the file"):
            importing.apply(store, rows)
        other.execute("ROLLBACK")
    assert dump(store.path) == before


def test_undo_gives_back_what_a_statement_could_not_hold(store: Store) -> None:
    ada = people.add(store, "Ada")
    odd = "a\0b 'quoted' \"twice\" \U0001f33b"
    with closing(sqlite3.connect(store.path)) as other, other:  # as another program may store it
        other.execute("UPDATE person SET title = ?, rank = ?", (odd, 2**62 + 1))
    before = dump(store.path)
    for act in ("change", "remove"):
        with store.edit("Edit") as tx:
            if act == "change":
                tx.change(Person, ada.id, team="Nord")
            else:
                tx.remove(Person, ada.id)
        store.undo()
        assert dump(store.path) == before, act


def test_a_table_that_another_version_made_wider_is_undone_too(tmp_path: Path) -> None:
    path = blank_file(tmp_path / "store.db")
    for n in range(WIDTH):
        ask(path, f"ALTER TABLE person ADD COLUMN more{n} TEXT DEFAULT 'x{n}'")
    with closing(Store(path)) as store:
        ada = people.add(store, "Ada")
        ask(path, f"UPDATE person SET more{WIDTH - 1} = 'kept'")
        before = dump(path)
        people.change(store, ada.id, title="Lead")
        store.undo()
        assert dump(path) == before
        with pytest.raises(ZeroDivisionError), store.edit("Remove") as tx:
            tx.remove(Person, ada.id)
            raise ZeroDivisionError
        with store.edit("Remove") as tx:
            tx.remove(Person, ada.id)
        store.undo()
        assert dump(path) == before


def test_edits_go_on_after_the_first_of_a_wider_table_was_rolled_back(tmp_path: Path) -> None:
    path = blank_file(tmp_path / "store.db")
    for n in range(WIDTH):
        ask(path, f"ALTER TABLE person ADD COLUMN more{n} TEXT DEFAULT 'x{n}'")
    with closing(Store(path)) as store:
        with pytest.raises(ZeroDivisionError), store.edit("Add") as tx:
            tx.add(Person(given_name="Ada"))
            raise ZeroDivisionError
        before = dump(path)
        objectives.add(store, ["Fewer pages"])
        store.undo()
        assert dump(path) == before


def test_a_file_that_goes_away_in_the_middle_is_as_it_was(store: Store) -> None:
    people.add(store, "Ada")
    before, away = dump(store.path), store.path.with_suffix(".away")
    going = importing.applying(store, judged(store, MANY))
    next(going)
    store.path.rename(away)
    with pytest.raises(StoreError, match="is missing"):
        for _ in going:
            pass
    away.rename(store.path)
    store.look()
    assert dump(store.path) == before
    importing.apply(store, judged(store, MANY))
    assert len(people.everyone(store)) == MANY + 1
