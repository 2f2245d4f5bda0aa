"""Edits run statements that are made from the tables, and import nothing that makes them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from careerdesk.data.mapping import kinds_by_table
from careerdesk.data.statements import TABLES
from careerdesk.domain.records import Horizon, Person
from careerdesk.services import plans
from tests.builders import a_person
from tests.stores import ask, blank_file, blank_store, dump
from tools import make_statements

HEAVY = ("sqlalchemy", "alembic", "asyncio")

EVERY_EDIT = """
import sys
from pathlib import Path
from careerdesk.data.store import Store
from careerdesk.services import backups, everything, striking, trash
from tests.builders import TODAY
from tests.data.test_every_edit import EDITS, Everything

path, heavy = Path(sys.argv[1]), sys.argv[2:]
every = Everything(Store(path))
store, edits = every.store, [edit for edits in EDITS.values() for edit in edits]
for edit in edits:
    edit(every)
    store.undo()
    store.redo()
    store.undo()
print(len(edits), "edits")
made = backups.make(store, backups.Why.ASKED)
everything.write(store, path.with_suffix(".json"))
striking.strike_motivator(store, every.craft, TODAY)
trash.forget(store, [one.id for one in trash.things(store)])
backups.restore(store, made.path)
store.close()
print([name for name in sys.modules if name.partition(".")[0] in heavy])
"""


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


def test_no_edit_imports_what_only_makes_the_statements(tmp_path: Path) -> None:
    path = blank_file(tmp_path / "store.db")
    done = subprocess.run(
        [sys.executable, "-c", EVERY_EDIT, str(path), *HEAVY],
        capture_output=True, text=True, check=False, cwd=Path(__file__).parents[2],
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    edits, imported = done.stdout.splitlines()
    assert int(edits.split()[0]) > 200
    assert imported == "[]"


def test_one_of_200_goals_that_moves_is_one_row_that_is_written(tmp_path: Path) -> None:
    store = blank_store(tmp_path / "store.db")
    ana = a_person(store, "Ana Ruiz").with_goals(*(f"Goal {number}" for number in range(200)))
    goals = [goal.id for goal in ana.goals]
    before, run = dump(store.path), []
    store.writer()._connection.set_trace_callback(run.append)
    plans.move_items(store, [goals[150]], Horizon.SHORT, goals[3])
    store.writer()._connection.set_trace_callback(None)
    assert len(set(dump(store.path)) - set(before)) == 1
    writing = {sql for sql in run if sql.startswith(("INSERT", "UPDATE"))}
    assert [sql.partition(" = ")[0] for sql in writing] == ['UPDATE "plan_item" SET "rank"']
    assert len(store.last_edit.entries) == 1  # what undo has to turn back
    store.close()


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
    store.close()
