"""One person is restored from a backup: all of theirs, nothing of anyone else, and it is undone."""

from __future__ import annotations

import gzip
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careerdesk.data import trash as bodies
from careerdesk.data.library import PLAIN
from careerdesk.data.person_rows import rows_by_person
from careerdesk.data.store import Store
from careerdesk.data.tables import METADATA
from careerdesk.domain.errors import InvalidInput, NotFound, StoreError
from careerdesk.domain.records import Person
from careerdesk.services import (
    backups,
    checking,
    checkins,
    discovery,
    feedback,
    key_results,
    people,
    plans,
    striking,
    trash,
    versions,
)
from careerdesk.services.restoring_person import restore_person
from careerdesk.services.reviews import cycles
from careerdesk.services.versions import TextRef
from tests.builders import NOW, TODAY, PersonBuilder, a_person
from tests.data.test_undo import actions, play
from tests.review_builders import ReviewBuilder, a_cycle
from tests.seeds import examples
from tests.stores import BESIDE, ask, blank_store, dump

Said = dict[tuple[str, str], dict[str, Any]]
FROZEN = Path(__file__).parent / "stores"
BY_ID = {"evidence": {"source_id"}, "crossing": {"source_id", "target_id"}}
"""What names a row by its id alone."""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = blank_store(tmp_path / "store.db")
    discovery.ensure_bank(store)
    yield store
    store.close()


def whole(store: Store, *names: str) -> list[PersonBuilder]:
    """People with something of everything, also in Reviews."""
    made = [_talked_with(store, name) for name in names]
    cycle = a_cycle(store)
    for one in made:
        ReviewBuilder(store, cycle, one.id).whole().over()
    return made


def _talked_with(store: Store, name: str) -> PersonBuilder:
    made = a_person(store, name).driven_by("Craft", "Calm")
    made.with_goals("One", "Two").with_note("Hm", "I see").with_checkin(20)
    goal = made.goals[0].id
    key_results.add(store, goal, "Visits", today=TODAY)
    plans.set_item_motivators(store, goal, [one.id for one in made.motivators])
    check_in = checkins.start(store, made.id, NOW).id
    checkins.add_promise(store, made.id, "Call", made_in=check_in)
    feedback.add(store, made.id, TODAY, behaviour="Led", made_in=check_in)
    return made


def backup_of(store: Store, folder: Path) -> Path:
    """A copy of the store as it is now."""
    path = folder / "then.db"
    backups.copy_out(store, path)
    return path


def said(path: Path) -> Said:
    """What every row says, in place of ids with uids."""
    with closing(PLAIN.connect(path, "mode=ro")) as connection:
        found = {key: row for rows in rows_by_person(connection).values()
                 for key, row in rows.items()}  # fmt: skip
    named = {}
    for key, row in found.items():
        names = [column.name for column in METADATA.tables[key[0]].columns if column.name != "id"]
        left = BY_ID.get(key[0], set())
        named[key] = {name: cell for name, cell in zip(names, row, strict=True) if name not in left}
    return named


def around(path: Path, uid: str) -> set[tuple[str, str]]:
    """The rows that go with a person."""
    with closing(PLAIN.connect(path, "mode=ro")) as connection:
        found = connection.execute("SELECT id FROM person WHERE uid = ?", (uid,)).fetchone()
        rows = bodies.gather(connection, "person", [found[0]]) if found else {}
    return {(table, str(row["uid"])) for (table, _), row in rows.items() if table != "draft"}


def links(table: str) -> dict[str, tuple[str, bool]]:
    """The columns that refer to others: to which table, and whether the row goes with that."""
    owners = dict(bodies.owners_of(table))
    return {
        column.name: (key.column.table.name, column.name in owners)
        for column in METADATA.tables[table].columns
        for key in column.foreign_keys
    }


def expected(before: Said, then: Said, mine: set[Any], theirs: set[Any]) -> Said:
    """What has to stand there: *theirs* as it was *then*, and of *before* what is not *mine*."""
    after = {key: row for key, row in before.items() if key not in mine}
    after |= {key: then[key] for key in theirs if key not in after}
    size = -1
    while size != len(after):
        size = len(after)
        after = {key: row for key, row in after.items() if all(
            row[name] is None or not owns or (table, row[name]) in after
            for name, (table, owns) in links(key[0]).items()
        )}  # fmt: skip
    return {key: _linked(key[0], row, after) for key, row in after.items()}


def _linked(table: str, row: Mapping[str, Any], after: Said) -> dict[str, Any]:
    gone = {name for name, (target, _) in links(table).items() if (target, row[name]) not in after}
    return {name: None if name in gone else cell for name, cell in row.items()}


def _without_calibrating(told: Said) -> None:
    """A light cycle calibrates again when a review comes into it that needs that."""
    for (table, _), row in told.items():
        if table == "review_cycle":
            row["calibrates"] = 0


EDITS = st.lists(st.lists(actions(), min_size=1, max_size=5), max_size=7)


@given(EDITS, EDITS, st.integers(0, 9))
@settings(max_examples=examples(20, 500), deadline=None)
def test_after_it_all_of_theirs_is_as_it_was_and_nothing_else_has_changed(
    first: list[list[tuple[str, int, str, int]]],
    second: list[list[tuple[str, int, str, int]]],
    chosen: int,
) -> None:
    with tempfile.TemporaryDirectory() as name:
        store = blank_store(Path(name) / "store.db")
        for named in ("Ana", "Ben"):
            people.add(store, named)
        play(store, first)
        then = backup_of(store, Path(name))
        play(store, second)
        uids = [str(uid) for (uid,) in ask(then, "SELECT uid FROM person ORDER BY id")]
        uid = uids[chosen % len(uids)] if uids else ""
        before, start = said(store.path), dump(store.path, without=BESIDE)
        mine, theirs = around(store.path, uid), around(then, uid)
        if uids:
            restored = restore_person(store, then, uid)
            assert restored.uid == uid
            after = said(store.path)
            wanted = expected(before, said(then), mine, theirs)
            for told in (after, wanted):
                _without_calibrating(told)
            added = {key for key in after if key not in wanted}
            assert {key: after.get(key) for key in wanted} == wanted
            assert {table for table, _ in added} <= {"trashed", "strike", "text_version"}
            assert ask(store.path, "PRAGMA foreign_key_check") == []
            assert ask(store.path, "PRAGMA integrity_check") == [("ok",)]
            store.undo()
            assert dump(store.path, without=BESIDE) == start
        store.close()


def everything_of(store: Store, uid: str) -> Said:
    """What is said of a person."""
    keys = around(store.path, uid)
    return {key: row for key, row in said(store.path).items() if key in keys}


CHANGES: dict[str, Callable[[Store, PersonBuilder], object]] = {
    "nothing": lambda _store, _ana: None,
    "deleted": lambda store, ana: people.remove(store, ana.id),
    "deleted for good": lambda store, ana: [
        people.remove(store, ana.id), trash.forget(store, [trash.things(store)[0].id])
    ],
    "goals deleted": lambda store, ana: plans.remove_items(store, [one.id for one in ana.goals]),
    "renamed": lambda store, ana: people.change(store, ana.id, given_name="Anna"),
    "more": lambda store, ana: ana.with_goals("Three").with_promise("Write").with_points("New"),
}  # fmt: skip


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_whatever_happened_to_them_since_is_gone(
    store: Store, tmp_path: Path, change: Callable[[Store, PersonBuilder], object]
) -> None:
    ana, ben = whole(store, "Ana Ruiz", "Ben Okri")
    uid, other = store.get(Person, ana.id).uid, store.get(Person, ben.id).uid
    then, wanted = backup_of(store, tmp_path), everything_of(store, uid)
    change(store, ana)
    before, start = everything_of(store, other), dump(store.path, without=BESIDE)
    restore_person(store, then, uid)
    assert everything_of(store, uid) == wanted
    assert everything_of(store, other) == before
    assert checking.check_store(store) == []
    assert checking.mend_index(store) == ""
    store.undo()
    assert dump(store.path, without=BESIDE) == start


def test_ids_that_others_have_by_now_are_not_taken(store: Store, tmp_path: Path) -> None:
    (ana,) = whole(store, "Ana Ruiz")
    uid = store.get(Person, ana.id).uid
    then, wanted = backup_of(store, tmp_path), everything_of(store, uid)
    theirs = blank_store(tmp_path / "other" / "store.db")
    discovery.ensure_bank(theirs)
    (ben,) = whole(theirs, "Ben Okri")
    for table in ("review_cycle", "rating_step", "criterion", "question"):
        of_ours = dict(ask(then, f"SELECT id, uid FROM {table}"))
        theirs.close()
        for key, found in of_ours.items():
            ask(theirs.path, f"UPDATE {table} SET uid = '{found}' WHERE id = {key}")
        theirs = Store(theirs.path)
    other = theirs.get(Person, ben.id).uid
    before = everything_of(theirs, other)
    restored = restore_person(theirs, then, uid)
    assert restored.id != ana.id == ben.id
    assert everything_of(theirs, uid) == wanted
    assert everything_of(theirs, other) == before
    for of, person_id in ((store, ana.id), (theirs, restored.id)):
        assert named(of, person_id) == named(store, ana.id)
    theirs.close()


def named(store: Store, person_id: int) -> list[str]:
    """The uids of what was cited and what crossed, which are named by their ids alone."""
    tables = {"talk": "check_in", "feedback": "feedback", "accomplishment": "accomplishment",
              "goal": "plan_item", "reading": "reading"}  # fmt: skip
    rows = store.read(
        lambda c: c.execute(
            "SELECT e.source, e.source_id FROM evidence e JOIN review r ON r.id = e.review_id "
            "WHERE r.person_id = ? ORDER BY e.uid",
            (person_id,),
        ).fetchall()
    )
    assert rows
    return [
        store.read(
            lambda c, table=tables[source], key=key: c.execute(
                f"SELECT uid FROM {table} WHERE id = ?", (key,)
            ).fetchone()[0]
        )
        for source, key in rows
    ]


def test_without_its_cycle_a_review_stays_out_and_the_rest_comes(
    store: Store, tmp_path: Path
) -> None:
    (ana,) = whole(store, "Ana Ruiz")
    uid = store.get(Person, ana.id).uid
    then = backup_of(store, tmp_path)
    goals = ask(then, "SELECT uid FROM plan_item ORDER BY uid")
    cycles.remove(store, 1)
    restore_person(store, then, uid)
    assert ask(store.path, "SELECT count(*) FROM review") == [(0,)]
    assert ask(store.path, "SELECT count(*) FROM calibration") == [(0,)]
    assert ask(store.path, "SELECT uid FROM plan_item ORDER BY uid") == goals != []
    assert checking.check_store(store) == []


def test_what_was_here_is_in_the_trash_and_comes_back_once_the_other_is_deleted(
    store: Store, tmp_path: Path
) -> None:
    (ana,) = whole(store, "Ana Ruiz")
    uid = store.get(Person, ana.id).uid
    then = backup_of(store, tmp_path)
    people.change(store, ana.id, given_name="Anna")
    newer = everything_of(store, uid)
    restore_person(store, then, uid)
    thrown = trash.things(store)
    assert [one.words for one in thrown] == ["Anna Ruiz"]
    with pytest.raises(InvalidInput, match="This item is already here"):
        trash.bring_back(store, [thrown[0].id])
    people.remove(store, ana.id)
    trash.bring_back(store, [thrown[0].id])
    assert everything_of(store, uid) == newer


def test_a_goal_that_came_with_it_is_not_brought_back_twice(store: Store, tmp_path: Path) -> None:
    (ana,) = whole(store, "Ana Ruiz")
    then = backup_of(store, tmp_path)
    plans.remove_items(store, [ana.goals[0].id])
    restore_person(store, then, store.get(Person, ana.id).uid)
    goal = next(one for one in trash.things(store) if one.kind == "plan_item")
    assert goal.person == "Ana Ruiz"
    with pytest.raises(InvalidInput, match="This item is already here"):
        trash.bring_back(store, [goal.id])


def test_what_the_trash_forgets_takes_no_earlier_version_of_what_came_back(
    store: Store, tmp_path: Path
) -> None:
    (ana,) = whole(store, "Ana Ruiz")
    note, long = ana.notes[0].id, "It was the night shift that wore me out, and nobody asked."
    for moment, words in enumerate((long, "Shorter.")):
        store.now = lambda moment=moment: NOW + timedelta(hours=moment)  # type: ignore[misc]
        discovery.write_note(store, note, their_words=words)
    then = backup_of(store, tmp_path)
    ref = TextRef(type(ana.notes[0]), note, "their_words")
    kept = [one.text for one in versions.earlier(store, ref)]
    assert long in kept
    restore_person(store, then, store.get(Person, ana.id).uid)
    store.now = lambda: NOW + timedelta(days=99)  # type: ignore[misc]
    assert trash.purge(store) > 0
    assert [one.text for one in versions.earlier(store, ref)] == kept


def test_words_that_were_struck_since_do_not_come_back(store: Store, tmp_path: Path) -> None:
    (ana,) = whole(store, "Ana Ruiz")
    uid, calm = store.get(Person, ana.id).uid, ana.motivators[1].id
    then = backup_of(store, tmp_path)
    striking.strike_motivator(store, calm, TODAY)
    restore_person(store, then, uid)
    assert [one.motivator.name for one in discovery.motivators(store, ana.id)] == ["Craft"]
    assert b"Calm" not in store.path.read_bytes()
    assert ask(store.path, "SELECT count(*) FROM strike WHERE person_id IS NULL") == [(0,)]


def test_words_that_were_struck_in_the_backup_are_struck_here(store: Store, tmp_path: Path) -> None:
    (ana,) = whole(store, "Ana Ruiz")
    uid = store.get(Person, ana.id).uid
    here = tmp_path / "here.db"
    shutil.copy(backup_of(store, tmp_path), here)
    striking.strike_motivator(store, ana.motivators[1].id, TODAY)
    then = backup_of(store, tmp_path)
    other = Store(here)
    restore_person(other, then, uid)
    strikes = "SELECT uid, kind, struck_uid, person_id FROM strike WHERE kind <> 'sweep'"
    assert ask(here, strikes) == ask(store.path, strikes) != []
    other.close()


def test_the_wall_stands(store: Store, tmp_path: Path) -> None:
    (ana,) = whole(store, "Ana Ruiz")
    then = backup_of(store, tmp_path)
    crossed = [ask(store.path, f"SELECT uid FROM {kind} ORDER BY uid") for kind in
               ("crossing", "evidence", "review", "accomplishment")]  # fmt: skip
    people.remove(store, ana.id)
    restore_person(store, then, ask(then, "SELECT uid FROM person")[0][0])  # type: ignore[arg-type]
    assert crossed == [ask(store.path, f"SELECT uid FROM {kind} ORDER BY uid") for kind in
                       ("crossing", "evidence", "review", "accomplishment")]  # fmt: skip
    thing = next(one for one in trash.things(store) if one.kind == "person")
    assert thing.word == "Person"


@pytest.mark.parametrize("version", [3, 8])
def test_a_backup_of_an_older_version_is_brought_up_first(
    store: Store, tmp_path: Path, version: int
) -> None:
    then = tmp_path / "old.db"
    then.write_bytes(gzip.decompress((FROZEN / f"store-{version}.db.gz").read_bytes()))
    before = then.read_bytes()
    (uid, name), *_ = ask(then, "SELECT uid, given_name FROM person ORDER BY id")
    restored = restore_person(store, then, str(uid))
    assert restored.given_name == name
    assert then.read_bytes() == before
    assert list(tmp_path.rglob("*.part*")) == []
    assert checking.check_store(store) == []


def test_who_is_not_in_the_backup_is_said(store: Store, tmp_path: Path) -> None:
    then = backup_of(store, tmp_path)
    ana = people.add(store, "Ana Ruiz")
    before = dump(store.path)
    with pytest.raises(NotFound, match="not in the backup"):
        restore_person(store, then, ana.uid)
    (tmp_path / "none.db").write_bytes(b"nothing")
    with pytest.raises(StoreError):
        restore_person(store, tmp_path / "none.db", ana.uid)
    assert dump(store.path) == before
