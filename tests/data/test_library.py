"""Any library over SQLite can open the store: what goes wrong is said by the same sentences."""

from __future__ import annotations

import gzip
import os
import sqlite3
from contextlib import closing
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from careerdesk.app import open_store
from careerdesk.data.connection import SCHEMA_VERSION
from careerdesk.data.library import HAS_FTS5, LEAST, WINDOW_WAIT_MS, Library
from careerdesk.data.store import Store
from careerdesk.domain.errors import InvalidInput, NotAStore, StoreError, UserError
from careerdesk.domain.records import Person
from careerdesk.services import people
from tests.other_library import other_sqlite
from tests.stores import ask, blank_file

OLDER = Path(__file__).parent / "stores" / f"store-{SCHEMA_VERSION - 1}.db.gz"


@pytest.fixture
def other() -> ModuleType:
    return other_sqlite()


@pytest.fixture
def library(other: ModuleType) -> Library:
    return Library(other, wait_ms=WINDOW_WAIT_MS)


def test_a_store_is_made_edited_and_undone_by_another_library(
    tmp_path: Path, library: Library, other: ModuleType
) -> None:
    store = Store(tmp_path / "a store.db", library=library)
    people.add(store, "Ana")
    people.add(store, "Ben")
    store.undo()
    store.reopen_after_file_dialog()
    store.redo()
    store.undo()
    store.close()
    again = Store(store.path, library=library)
    assert [person.name for person in people.everyone(again)] == ["Ana"]
    again.close()
    assert os.listdir(tmp_path) == ["a store.db"]
    assert len(other.opened) >= 5


def test_an_older_store_is_brought_up_by_another_library(tmp_path: Path, library: Library) -> None:
    path = tmp_path / "store.db"
    path.write_bytes(gzip.decompress(OLDER.read_bytes()))
    Store(path, library=library).close()
    assert ask(path, "PRAGMA user_version") == [(SCHEMA_VERSION,)]
    copy = tmp_path / "store-backups" / "backup-000001.db"
    assert ask(copy, "PRAGMA integrity_check") == [("ok",)]


def test_an_older_store_that_another_program_holds_is_left_as_it_is(
    tmp_path: Path, other: ModuleType
) -> None:
    path = tmp_path / "store.db"
    path.write_bytes(gzip.decompress(OLDER.read_bytes()))
    impatient = _Impatient(other)
    with closing(sqlite3.connect(path, isolation_level=None)) as holder:
        holder.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="Another program is using the file"):
            Store(path, library=impatient)
        holder.execute("ROLLBACK")
    assert ask(path, "PRAGMA user_version") == [(SCHEMA_VERSION - 1,)]


class _Impatient(Library):
    """One that waits for nobody, so that no test does."""

    def __init__(self, module: ModuleType) -> None:
        super().__init__(module, wait_ms=0)

    def patient(self) -> Library:
        return self


def test_what_goes_wrong_is_said_whatever_library_it_is(tmp_path: Path, library: Library) -> None:
    store = Store(tmp_path / "store.db", library=library)
    people.add(store, "Ana")
    with closing(sqlite3.connect(store.path, isolation_level=None)) as holder:
        holder.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="Another program is using the file"):
            people.add(store, "Ben")
        with pytest.raises(StoreError, match="Another program is using the file"):
            store.undo()
        holder.execute("ROLLBACK")
    with pytest.raises(UserError), store.edit("Wrong") as tx:
        tx.read(lambda connection: connection.execute("SELECT nothing"))
    assert [person.name for person in people.everyone(store)] == ["Ana"]
    store.close()


def test_damage_is_said_whatever_library_it_is(tmp_path: Path, library: Library) -> None:
    path = blank_file(tmp_path / "store.db")
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])
    with pytest.raises(NotAStore, match="damaged"):
        store = Store(path, library=library)
        try:
            store.get(Person, 1)
        finally:
            store.close()


def test_the_key_is_said_before_anything_else(tmp_path: Path, other: ModuleType) -> None:
    store = Store(tmp_path / "store.db", library=Library(other, key="00ff"))
    people.add(store, "Ana")
    store.close()
    files = [one for one in other.opened if one.asked[0] != HAS_FTS5]  # that one opens none
    assert {one.asked[0] for one in files} == {"PRAGMA key = \"x'00ff'\""}


@pytest.mark.parametrize(
    "name",
    [
        "store.db",
        pytest.param("späte? 100%.db", marks=pytest.mark.posix("a question mark in a name")),
        "späte 100%#.db",
        "a b&mode=memory.db",
    ],
)
def test_a_store_of_any_name_is_opened(tmp_path: Path, name: str) -> None:
    for person in ("Ana", "Ben"):
        store = Store(tmp_path / name)
        people.add(store, person)
        store.close()
    assert os.listdir(tmp_path) == [name]
    assert ask(tmp_path / name, "SELECT given_name FROM person") == [("Ana",), ("Ben",)]


def test_a_passphrase_that_nothing_here_can_use_is_refused(tmp_path: Path) -> None:
    path = blank_file(tmp_path / "store.db")
    with pytest.raises(InvalidInput, match="has no passphrase"):
        open_store(path, "open sesame")
    other = tmp_path / "locked.db"
    other.write_bytes(bytes(range(256)) * 16)
    for each in (other, tmp_path / "new.db"):
        with pytest.raises(InvalidInput) as caught:
            open_store(each, "open sesame")
        assert "doesn't support files with a passphrase" in str(caught.value)
        assert "sesame" not in str(caught.value)
    assert sorted(os.listdir(tmp_path)) == ["locked.db", "store.db"]


def test_a_command_waits_longer_for_another_program_than_the_window(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    for how, longest in (({}, 5000), ({"wait_ms": WINDOW_WAIT_MS}, 100)):
        store = open_store(path, None, **how)
        found = store.read(lambda connection: connection.execute("PRAGMA busy_timeout").fetchone())
        assert found == (longest,)
        with store.writer().transaction([]) as tx:
            found = tx.read(lambda connection: connection.execute("PRAGMA busy_timeout").fetchone())
        assert found == (longest,)
        store.close()


@pytest.mark.parametrize(("version", "has_fts5"), [((3, 39, 4), True), ((3, 45, 1), False)])
def test_a_sqlite_that_cannot_search_is_refused_in_one_sentence(
    tmp_path: Path, version: tuple[int, ...], has_fts5: bool
) -> None:
    class WithoutSearch(sqlite3.Connection):
        def execute(self, sql: str, *values: Any) -> Any:
            return super().execute(sql if "fts5" not in sql else f"{sql} AND 0", *values)

    def connect(*values: Any, **named: Any) -> sqlite3.Connection:
        factory = sqlite3.Connection if has_fts5 else WithoutSearch
        return sqlite3.connect(*values, factory=factory, **named)

    module = ModuleType("sqlite_other")
    vars(module).update(vars(sqlite3), connect=connect, sqlite_version_info=version)
    with pytest.raises(StoreError, match=r"needs SQLite 3\.40 or newer"):
        Store(tmp_path / "store.db", library=Library(module=module))
    assert not (tmp_path / "store.db").exists()


def test_this_sqlite_is_no_older_than_the_least_that_is_named() -> None:
    assert sqlite3.sqlite_version_info >= LEAST
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    assert f"SQLite {'.'.join(map(str, LEAST))}" in readme
