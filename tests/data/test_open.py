"""What a store file must be before it is opened, and what is left of it after a refusal."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from careerdesk.data.connection import SCHEMA_VERSION
from careerdesk.data.store import Store
from careerdesk.domain.errors import (
    NewerStore,
    NotAStore,
    ReadOnlyStore,
    StoreError,
    UserError,
)
from careerdesk.domain.records import Person
from tests.modes import is_private
from tests.stores import ask, blank_file, blank_store, dump


def test_a_new_store_is_private_and_is_set_as_it_should_be(tmp_path: Path) -> None:
    path = tmp_path / "new folder" / "store.db"
    store = Store(path)
    assert is_private(path)
    assert is_private(path.parent)
    with store.writer().transaction([]) as tx:
        found = {
            name: tx.read(
                lambda connection, name=name: connection.execute(f"PRAGMA {name}").fetchone()[0]
            )
            for name in ("journal_mode", "synchronous", "foreign_keys", "secure_delete",
                         "temp_store", "trusted_schema", "busy_timeout", "user_version")
        }  # fmt: skip
    assert found == {
        "journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1,
        "temp_store": 2, "trusted_schema": 0, "busy_timeout": 5000, "user_version": SCHEMA_VERSION,
    }  # fmt: skip
    for name in (path.name, f"{path.name}-wal", f"{path.name}-shm"):
        assert is_private(path.parent / name)
    store.close()
    assert [file.name for file in path.parent.iterdir()] == ["store.db"]


def refused(path: Path) -> UserError:
    """Open *path*, which must be refused and stay as it is."""
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(UserError) as caught:
        Store(path).close()
    assert (path.read_bytes() if path.is_file() else None) == before
    sentence = str(caught.value)
    assert str(path) in sentence
    assert "\n" not in sentence
    return caught.value


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert isinstance(refused(tmp_path), NotAStore)


def test_a_pipe_is_refused_without_waiting(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert isinstance(refused(pipe), NotAStore)


@pytest.mark.parametrize(
    "content",
    [b"", b"\0", b"hello, world\n" * 50, b"\x89PNG\r\n\x1a\n" + bytes(400), b"SQLite format 3\0"],
    ids=["empty", "one byte", "text", "picture", "only the first bytes"],
)
def test_another_file_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "file.db"
    path.write_bytes(content)
    assert isinstance(refused(path), NotAStore)
    assert [file.name for file in tmp_path.iterdir()] == ["file.db"]


def test_the_store_of_another_program_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    ask(path, "CREATE TABLE person (name)")
    assert "another program" in str(refused(path))


@pytest.mark.parametrize("version", [SCHEMA_VERSION + 1, 999, 2**31 - 1, -1])
def test_a_newer_store_is_refused(tmp_path: Path, version: int) -> None:
    path = blank_file(tmp_path / "store.db")
    ask(path, f"PRAGMA user_version={version}")
    ask(path, "PRAGMA wal_checkpoint(TRUNCATE)")
    error = refused(path)
    assert isinstance(error, NewerStore)
    assert error.status == 3
    assert str(version) in str(error)


def test_a_store_that_was_cut_short_is_said_to_be_damaged(tmp_path: Path) -> None:
    path = blank_file(tmp_path / "store.db")
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])
    with pytest.raises(StoreError, match="damaged"):
        store = Store(path)
        try:
            store.get(Person, 1)
        finally:
            store.close()


def test_a_missing_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    blocker = tmp_path / "file"
    blocker.write_text("in the way")
    with pytest.raises(StoreError, match="use --store to choose another file"):
        Store(blocker / "store.db")


def test_an_unknown_table_of_the_same_version_is_kept(tmp_path: Path) -> None:
    path = blank_file(tmp_path / "store.db")
    ask(path, "CREATE TABLE extra (note)")
    ask(path, "INSERT INTO extra VALUES ('kept')")
    store = Store(path)
    with store.edit("Add person") as tx:
        tx.add(Person(given_name="Ana"))
    store.close()
    assert ask(path, "SELECT note FROM extra") == [("kept",)]


@pytest.mark.skipif(
    not shutil.which("setpriv") or os.geteuid() != 0, reason="needs root and setpriv"
)
def test_a_read_only_file_can_be_read_and_says_that_it_cannot_be_written() -> None:
    folder = Path("/tmp") / f"careerdesk-read-only-{os.getpid()}"
    try:
        store = blank_store(folder / "store.db")
        with store.edit("Add person") as tx:
            tx.add(Person(given_name="Ana"))
        store.close()
        store.path.chmod(0o444)
        folder.chmod(0o555)
        done = _as_nobody(store.path)
        assert "can be read but not written" in done
        assert [file.name for file in folder.iterdir()] == ["store.db"]
    finally:
        folder.chmod(0o755)
        shutil.rmtree(folder)


def _as_nobody(path: Path) -> str:
    """Run the script above as a user without rights, in a child that has the modules."""
    pid = os.fork()
    if pid == 0:
        os.setgid(65534)
        os.setuid(65534)
        with open(os.devnull, "w") as quiet:
            os.dup2(quiet.fileno(), 2)
        try:
            store = Store(path)
            right = store.read_only and store.get(Person, 1).given_name == "Ana"
            with store.edit("Rename") as tx:
                tx.change(Person, 1, given_name="Ben")
        except ReadOnlyStore as error:
            os._exit(0 if right and "can be read but not written" in str(error) else 1)
        os._exit(2)
    _, status = os.waitpid(pid, 0)
    return "can be read but not written" if status == 0 else f"exit status {status}"


def test_a_store_that_was_moved_away_takes_no_edit(tmp_path: Path) -> None:
    store = blank_store(tmp_path / "store.db")
    with store.edit("Add person") as tx:
        tx.add(Person(given_name="Ana"))
    store.path.rename(tmp_path / "elsewhere.db")
    with pytest.raises(StoreError, match="is missing"), store.edit("Rename") as tx:
        tx.change(Person, 1, given_name="Ben")
    store.close()


def test_a_full_store_says_so_and_goes_on_once_there_is_room(tmp_path: Path) -> None:
    store = blank_store(tmp_path / "store.db")
    _limit(store, 1)
    with pytest.raises(StoreError, match="disk is full"), store.edit("Add") as tx:
        tx.add(Person(given_name="Ana", team="x" * 500_000))
    assert ask(store.path, "SELECT count(*) FROM person") == [(0,)]
    _limit(store, 1_000_000)
    with store.edit("Add") as tx:
        tx.add(Person(given_name="Ana", team="x" * 500_000))
    store.undo()
    assert ask(store.path, "SELECT count(*) FROM person") == [(0,)]
    store.close()


def _limit(store: Store, pages: int) -> None:
    """Let the file grow to *pages* at the most; it never shrinks."""
    with store.writer().transaction([]) as tx:
        tx.read(lambda connection: connection.execute(f"PRAGMA max_page_count={pages}"))


def test_a_file_that_another_program_holds_is_said_to_be_in_use(tmp_path: Path) -> None:
    store = blank_store(tmp_path / "store.db")
    with store.writer().transaction([]) as tx:
        tx.read(lambda connection: connection.execute("PRAGMA busy_timeout=50"))
    with closing(sqlite3.connect(store.path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StoreError, match="Another program"), store.edit("Add") as tx:
            tx.add(Person(given_name="Ana"))
        other.execute("ROLLBACK")
    with store.edit("Add") as tx:
        tx.add(Person(given_name="Ana"))
    assert len(dump(store.path)) == 1
    store.close()


def test_nothing_of_a_deleted_text_is_left_in_the_file(tmp_path: Path) -> None:
    store = blank_store(tmp_path / "store.db")
    with store.edit("Add") as tx:
        tx.add(Person(given_name="MARKER" * 400))
    store.close()
    assert b"MARKER" in store.path.read_bytes()
    again = Store(store.path)
    with again.edit("Remove") as tx:
        tx.remove(Person, 1)
    again.close()
    assert b"MARKER" not in store.path.read_bytes()


def test_reading_imports_nothing_of_the_writing_side(tmp_path: Path) -> None:
    path = blank_file(tmp_path / "store.db")
    script = (
        "import sys; from pathlib import Path; from careerdesk.data.store import Store; "
        "Store(Path(sys.argv[1])).close(); "
        "print([name for name in ('sqlalchemy', 'alembic', 'uuid') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(path)], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
