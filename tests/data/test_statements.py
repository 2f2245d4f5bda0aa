"""Edits run statements that are made from the tables, and import nothing that makes them."""

from __future__ import annotations

from pathlib import Path

import pytest

from careerdesk.data.mapping import kinds_by_table
from careerdesk.data.statements import TABLES
from careerdesk.domain.records import Person
from tests.stores import ask, blank_file, blank_store
from tools import make_statements


def test_the_statements_are_those_of_the_tables() -> None:
    """Else `python3 dev.py generate` was forgotten after a change of the tables."""
    assert make_statements.TARGET.read_text(encoding="utf-8") == make_statements.made()


@pytest.mark.parametrize("table", sorted(kinds_by_table()))
def test_a_store_takes_the_statements_of_each_table(tmp_path: Path, table: str) -> None:
    known = TABLES[table]
    path = blank_file(tmp_path / "store.db")
    assert [row[1] for row in ask(path, f"PRAGMA table_info({table})")]
    for sql in (known.insert, known.update(known.columns), known.delete):
        assert ask(path, f"EXPLAIN {sql.replace('?', 'NULL')}")


def test_a_column_that_is_none_is_refused_before_anything_is_run() -> None:
    with pytest.raises(KeyError):
        TABLES["person"].update(["given_name", "no_column"])


def test_a_key_is_never_given_twice(tmp_path: Path) -> None:
    store = blank_store(tmp_path / "store.db")
    with store.edit("Add") as tx:
        first = tx.add(Person(given_name="Ana"))
        assert tx.add(Person(id=7, given_name="Ben")).id == 7
        tx.remove(Person, 7)
        tx.add_all(Person, [Person(given_name="Chi"), Person(given_name="Dee", uid="known")])
    with store.edit("Add") as tx:
        assert (first.id, tx.add(Person(given_name="Eli")).id) == (1, 10)
    assert ask(store.path, "SELECT id, given_name FROM person ORDER BY id") == [
        (1, "Ana"), (8, "Chi"), (9, "Dee"), (10, "Eli"),
    ]  # fmt: skip
    assert ask(store.path, "SELECT id FROM person WHERE uid = 'known'") == [(9,)]
