"""A new store, an old one brought up, and the tables the code knows are the same schema."""

from __future__ import annotations

import gzip
import shutil
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from careerdesk.data import migrate
from careerdesk.data.connection import SCHEMA_VERSION
from careerdesk.data.mapping import field_names, kinds_by_table
from careerdesk.data.migrate import engine_for
from careerdesk.data.store import Store
from careerdesk.data.tables import METADATA
from careerdesk.domain.backups import Why
from careerdesk.domain.records import Person
from careerdesk.services import backups
from tests.modes import is_private
from tests.stores import ask, blank_file, blank_store, dump

TABLES = """
SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'
AND name NOT LIKE 'alembic%' AND name NOT LIKE '%_words%'
AND name NOT IN ('search_state', 'session', 'store_identity')
"""  # what the index of words holds is no row of ours
AFTER = SCHEMA_VERSION + 1
NEXT = f"""
import sqlalchemy as sa
from alembic import op
revision = "{AFTER:04}"
down_revision = "{SCHEMA_VERSION:04}"
branch_labels = None
depends_on = None

def upgrade():
    op.create_table("extra", sa.Column("id", sa.Integer(), primary_key=True))
    {{then}}
"""


def scripts_with_next(folder: Path, then: str) -> Path:
    """The project's steps and one more that also does *then*."""
    shutil.copytree(migrate.SCRIPTS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "versions" / f"{AFTER:04}_next.py").write_text(NEXT.format(then=then))
    return folder


def columns_of(path: Path, table: str) -> list[str]:
    """The columns that a table has in this file."""
    return [str(row[1]) for row in ask(path, f"PRAGMA table_info({table})")]


def rows_of(path: Path, table: str, columns: list[str]) -> object:
    """What the rows say in these columns; a later version may have more of them."""
    return ask(path, f"SELECT {', '.join(columns)} FROM {table} ORDER BY id")


def test_the_steps_lead_to_exactly_the_tables_of_the_code(tmp_path: Path) -> None:
    path = blank_file(tmp_path / "store.db")
    engine = engine_for(path)
    with engine.begin() as connection:
        context = MigrationContext.configure(connection)
        found = compare_metadata(context, METADATA)
    engine.dispose()
    steps = [step for step in found if not isinstance(step, tuple) or step[0] != "remove_table"]
    assert [step for step in steps if not str(step[0]).endswith("_fk")] == []
    others = {table.name for what, table, *_ in found if what == "remove_table"}
    assert {name for name in others if "_words" not in name} == {
        "search_state",
        "session",
        "store_identity",
    }
    assert ScriptDirectory(str(migrate.SCRIPTS)).get_current_head() == f"{SCHEMA_VERSION:04}"


@pytest.mark.parametrize("table", sorted(kinds_by_table()))
def test_a_table_refers_to_what_the_code_says(tmp_path: Path, table: str) -> None:
    path = blank_file(tmp_path / "store.db")  # Alembic does not see references of added columns
    found = {(row[3], row[2], row[6]) for row in ask(path, f"PRAGMA foreign_key_list({table})")}
    assert found == {
        (key.parent.name, key.column.table.name, key.ondelete)
        for key in METADATA.tables[table].foreign_keys
    }


@pytest.mark.parametrize("table", sorted(kinds_by_table()))
def test_a_table_has_the_fields_of_its_record(tmp_path: Path, table: str) -> None:
    path = blank_file(tmp_path / "store.db")
    assert sorted(columns_of(path, table)) == sorted(field_names(kinds_by_table()[table]))


def test_a_step_brings_a_store_up_and_leaves_its_rows(tmp_path: Path) -> None:
    store = blank_store(tmp_path / "store.db")
    with store.edit("Add person") as tx:
        tx.add(Person(given_name="Ana"))
    store.close()
    before = dump(store.path)
    migrate.migrate(store.path, scripts_with_next(tmp_path / "scripts", "pass"), AFTER)
    assert dump(store.path) == before
    assert ask(store.path, "PRAGMA user_version") == [(AFTER,)]


def test_a_step_that_fails_leaves_the_old_version_whole(tmp_path: Path) -> None:
    path = blank_file(tmp_path / "store.db")
    scripts = scripts_with_next(tmp_path / "scripts", "raise ZeroDivisionError")
    with pytest.raises(ZeroDivisionError):
        migrate.migrate(path, scripts, AFTER)
    assert ask(path, "PRAGMA user_version") == [(SCHEMA_VERSION,)]
    assert ask(path, "SELECT count(*) FROM sqlite_master WHERE name = 'extra'") == [(0,)]
    assert ask(path, "SELECT version_num FROM alembic_version") == [(f"{SCHEMA_VERSION:04}",)]


FROZEN = Path(__file__).parent / "stores"


@pytest.mark.parametrize("version", range(3, SCHEMA_VERSION + 1))
def test_a_store_of_each_released_version_opens_with_every_row(
    tmp_path: Path, version: int
) -> None:
    path = tmp_path / "store.db"
    path.write_bytes(gzip.decompress((FROZEN / f"store-{version}.db.gz").read_bytes()))
    columns = {str(row[0]): columns_of(path, str(row[0])) for row in ask(path, TABLES)}
    before = {table: rows_of(path, table, known) for table, known in columns.items()}
    Store(path).close()
    assert ask(path, "PRAGMA user_version") == [(SCHEMA_VERSION,)]
    assert {table: rows_of(path, table, known) for table, known in columns.items()} == before
    if version < SCHEMA_VERSION:
        (kept,) = backups.every(path)
        assert (kept.why, kept.schema, backups.verify(kept)) == (Why.UPDATE, version, True)
        assert {
            table: rows_of(kept.path, table, known) for table, known in columns.items()
        } == before
        assert is_private(kept.path)
