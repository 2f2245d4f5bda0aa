"""The journal stays ours, also when other code of this process opened and closed the file."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from careerdesk.data.store import Store
from careerdesk.domain.records import Person
from tests.stores import blank_store

READ = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1])
print(connection.execute("SELECT given_name FROM person").fetchall())
connection.close()
"""


def seen_elsewhere(path: Path) -> str:
    """What another program reads, which closes the file after that."""
    done = subprocess.run(
        [sys.executable, "-c", READ, str(path)], capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def test_an_edit_after_a_file_dialog_is_in_the_file(tmp_path: Path) -> None:
    store = blank_store(tmp_path / "store.db")
    with store.edit("Add") as tx:
        ana = tx.add(Person(given_name="Ana")).id
    store.path.read_bytes()  # as a dialog does that looks what kind of file it is
    store.reopen_after_file_dialog()
    assert seen_elsewhere(store.path) == "[('Ana',)]"
    with store.edit("Rename") as tx:
        tx.change(Person, ana, given_name="Ben")
    assert seen_elsewhere(store.path) == "[('Ben',)]"
    store.undo()
    assert store.get(Person, ana).given_name == "Ana"
    store.close()


def test_a_reader_beside_the_window_leaves_its_wal_alone(tmp_path: Path) -> None:
    window = blank_store(tmp_path / "store.db")
    with window.edit("Add") as tx:
        ana = tx.add(Person(given_name="Ana")).id
    reader = Store(window.path, read_only=True)
    assert reader.get(Person, ana).given_name == "Ana"
    reader.close()
    with window.edit("Rename") as tx:
        tx.change(Person, ana, given_name="Ben")
    again = Store(window.path, read_only=True)
    assert again.get(Person, ana).given_name == "Ben"
    again.close()
    window.close()
