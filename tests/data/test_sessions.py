"""A store knows in which sessions it was written, so that an older copy of it can be told."""

from __future__ import annotations

import os
import shutil
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from careerdesk.data.store import Store
from careerdesk.domain.errors import StoreError
from careerdesk.domain.sessions import (
    MOST,
    How,
    Session,
    Standing,
    as_text,
    from_text,
    since,
    standing,
)
from careerdesk.services import backups, drafts, people, sessions
from careerdesk.services.drafts import Owner
from careerdesk.services.store import Store as ServiceStore
from tests.stores import ask, blank_file, blank_store

DAY = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
ROWS = "SELECT count(*) FROM session"


def written(path: Path, name: str, days: int = 0) -> Path:
    """The store at *path* after one more session in which *name* was added."""
    store = Store(path, now=lambda: DAY + timedelta(days=days))
    people.add(store, name)
    store.close()
    return path


def seen_in(path: Path) -> str:
    """What a computer that has the store at *path* open sees last."""
    store = Store(path)
    try:
        return sessions.newest(store)
    finally:
        store.close()


def test_a_session_leaves_one_row_by_its_first_edit_and_none_by_value(tmp_path: Path) -> None:
    store = blank_store(tmp_path / "store.db")
    people.everyone(store)
    assert ask(store.path, ROWS) == [(0,)]
    for name in ("Ana Ruiz", "Ben Okri", "Cai Low"):
        people.add(store, name)
        assert ask(store.path, ROWS) == [(1,)]
    store.close()
    Store(store.path).close()
    assert ask(store.path, ROWS) == [(1,)]
    assert ask(written(store.path, "Dan Low"), ROWS) == [(2,)]


def test_half_typed_words_are_of_a_session_too(tmp_path: Path) -> None:
    store = blank_store(tmp_path / "store.db")
    words = {"text": ("half a wo", 9)}
    drafts.keep(store, drafts.new(Owner(0, "person", 0, "capture"), words, DAY), anew=False)
    assert ask(store.path, ROWS) == [(1,)]
    store.close()


def test_it_is_no_step_of_undo(tmp_path: Path) -> None:
    store = blank_store(tmp_path / "store.db")
    people.add(store, "Ana Ruiz")
    assert store.undo() is not None
    assert store.undo() is None
    assert people.everyone(store) == []
    assert ask(store.path, ROWS) == [(1,)]
    store.close()


def test_an_edit_that_fails_leaves_no_session_and_the_next_one_does(tmp_path: Path) -> None:
    store = blank_store(tmp_path / "store.db")
    with pytest.raises(ZeroDivisionError), store.edit("Add") as tx:
        tx.connection.execute("UPDATE search_state SET reached = reached")
        raise ZeroDivisionError
    assert ask(store.path, ROWS) == [(0,)]
    people.add(store, "Ana Ruiz")
    assert ask(store.path, ROWS) == [(1,)]
    store.close()


def test_a_store_that_goes_on_in_a_copy_is_the_same_session_there(tmp_path: Path) -> None:
    store = blank_store(tmp_path / "store.db")
    people.add(store, "Ana Ruiz")
    store.go_on_in(tmp_path / "copy.db")
    people.add(store, "Ben Okri")
    store.close()
    assert ask(tmp_path / "copy.db", ROWS) == [(1,)]
    assert ask(tmp_path / "copy.db", "SELECT uid FROM session") == ask(
        tmp_path / "store.db", "SELECT uid FROM session"
    )


def test_the_last_five_hundred_are_kept(tmp_path: Path) -> None:
    path = written(blank_file(tmp_path / "store.db"), "Ana Ruiz")
    first = seen_in(path)
    many = f"""
        WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < {MOST})
        INSERT INTO session SELECT i, 'other' || i, '2026-11-21T09:00:00Z',
            '2026-11-21T09:00:00Z' FROM n"""
    ask(path, many)
    written(path, "Ben Okri", 2)
    assert ask(path, "SELECT count(*), min(id), max(id) FROM session") == [(MOST, 2, MOST + 1)]
    store = Store(path)
    assert sessions.stands_to(store, first).how is How.NEWER  # it was there, so long ago
    store.close()


def test_an_older_copy_that_is_put_back_is_told_from_what_was_seen_last(tmp_path: Path) -> None:
    path = written(blank_file(tmp_path / "store.db"), "Ana Ruiz")
    before = shutil.copy(path, tmp_path / "before.db")
    seen = seen_in(written(path, "Ben Okri", 3))
    store = Store(before)
    found = sessions.stands_to(store, seen)
    assert found == Standing(How.OLDER, DAY, DAY + timedelta(days=3))
    assert found.lacks_something
    store.close()


def test_a_copy_that_went_another_way_is_told_apart(tmp_path: Path) -> None:
    path = written(blank_file(tmp_path / "store.db"), "Ana Ruiz")
    other = Path(shutil.copy(path, tmp_path / "other.db"))
    seen = seen_in(written(path, "Ben Okri", 3))
    written(other, "Cai Low", 4)
    store = Store(other)
    assert sessions.stands_to(store, seen).how is How.APART
    store.close()


@pytest.mark.parametrize("seen", ["", "what an editor left", "1 abc", "x y 2026-11-20T09:00:00"])
def test_nothing_is_told_where_nothing_was_seen(tmp_path: Path, seen: str) -> None:
    store = Store(written(blank_file(tmp_path / "store.db"), "Ana Ruiz"))
    assert sessions.stands_to(store, seen) == Standing()
    store.close()


def test_what_was_seen_last_and_more_is_nothing_to_tell(tmp_path: Path) -> None:
    path = written(blank_file(tmp_path / "store.db"), "Ana Ruiz")
    seen = seen_in(path)
    store = Store(path)
    assert sessions.stands_to(store, seen).how is How.SAME
    people.add(store, "Ben Okri")
    assert sessions.stands_to(store, seen).how is How.NEWER
    store.close()


def at(path: Path, store: ServiceStore) -> How:
    return sessions.is_older(store, path).how


def test_a_file_is_compared_with_the_open_store_and_not_touched(tmp_path: Path) -> None:
    path = written(blank_file(tmp_path / "store.db"), "Ana Ruiz")
    older, apart = (Path(shutil.copy(path, tmp_path / name)) for name in ("older.db", "apart.db"))
    written(path, "Ben Okri", 1)
    same, newer = (Path(shutil.copy(path, tmp_path / name)) for name in ("same.db", "newer.db"))
    written(apart, "Cai Low", 2)
    written(newer, "Dan Low", 2)
    held = {one: one.read_bytes() for one in (older, apart, same, newer)}
    store = Store(path)
    assert sessions.is_older(store, older) == Standing(How.OLDER, DAY, DAY + timedelta(days=1))
    assert [at(one, store) for one in (apart, same, newer)] == [How.APART, How.SAME, How.NEWER]
    store.close()
    assert {one: one.read_bytes() for one in held} == held
    assert sorted(os.listdir(tmp_path)) == [
        "apart.db", "newer.db", "older.db", "same.db", "store.db",
    ]  # fmt: skip


def test_another_store_and_one_of_an_older_version_are_not_compared(tmp_path: Path) -> None:
    store = Store(written(tmp_path / "store.db", "Ana Ruiz"))
    other = written(tmp_path / "other.db", "Ana Ruiz")
    old = blank_file(tmp_path / "old.db")
    ask(old, "DROP TABLE session")
    ask(old, "PRAGMA user_version=8")
    assert [at(one, store) for one in (other, old)] == [How.SAME, How.SAME]
    with pytest.raises(StoreError):
        sessions.is_older(store, tmp_path / "nowhere.db")
    store.close()


def test_sessions_that_were_there_before_a_restore_stay_known(tmp_path: Path) -> None:
    from careerdesk.data import sessions as kept

    path = written(blank_file(tmp_path / "store.db"), "Ana Ruiz")
    before = Path(shutil.copy(path, tmp_path / "before.db"))
    seen = seen_in(written(path, "Ben Okri", 1))
    later = Store(path)
    known = later.read(kept.every)
    later.close()
    store = Store(before)
    with store.aside() as tx:
        kept.keep(tx.connection, known)
    assert sessions.stands_to(store, seen).how is How.NEWER
    assert [one.uid for one in store.read(kept.every)] == [
        *(one.uid for one in known),
        store.session,
    ]
    store.close()


def test_each_store_has_an_id_that_its_copies_keep(tmp_path: Path) -> None:
    one, other = Store(tmp_path / "one.db"), Store(tmp_path / "other.db")
    assert sessions.identity(one) != sessions.identity(other)
    one.close()
    copy = Store(Path(shutil.copy(tmp_path / "one.db", tmp_path / "copy.db")))
    assert sessions.identity(copy)
    assert ask(copy.path, "SELECT uid FROM store_identity") == ask(
        tmp_path / "one.db", "SELECT uid FROM store_identity"
    )
    copy.close()
    other.close()


def of(*numbers: int, letter: str = "a") -> list[Session]:
    return [Session(number, f"{letter}{number}", DAY) for number in numbers]


def test_two_states_are_compared_by_what_they_hold() -> None:
    assert standing(of(1, 2), of(1, 2)).how is How.SAME
    assert standing(of(1, 2, 3), of(1, 2)).how is How.NEWER
    assert standing(of(1), of(1, 2)).how is How.OLDER
    assert standing([*of(1), *of(2, letter="b")], of(1, 2)).how is How.APART
    assert standing([], of(1)) == standing(of(1), []) == Standing()


def test_what_was_seen_comes_back_from_its_line() -> None:
    one = of(7)[0]
    assert from_text(as_text(one)) == one
    assert since([*of(1), one], one).how is How.SAME
    assert since([], one).how is How.OLDER


def test_a_file_can_be_compared_in_another_thread(tmp_path: Path) -> None:
    path = written(blank_file(tmp_path / "store.db"), "Ana Ruiz")
    older = Path(shutil.copy(path, tmp_path / "older.db"))
    store = Store(written(path, "Ben Okri"))
    with ThreadPoolExecutor() as threads:
        assert threads.submit(sessions.is_older, store, older).result().how is How.OLDER
    store.close()


def test_when_it_wrote_last_is_noted_to_the_minute(tmp_path: Path) -> None:
    now = [datetime(2026, 11, 17, 9, tzinfo=UTC)]
    store = Store(blank_file(tmp_path / "one.db"), now=lambda: now[0])
    people.add(store, "Ana Ruiz")
    now[0] += timedelta(days=2)
    people.add(store, "Ben Okoro")
    made = backups.make(store, backups.Why.DAILY)
    assert made.last_change == now[0]
    now[0] += timedelta(seconds=30)
    people.add(store, "Cleo Marsh")  # so soon after it nothing more is noted
    assert backups.contents(store.path).last_change == now[0] - timedelta(seconds=30)
    store.close()
