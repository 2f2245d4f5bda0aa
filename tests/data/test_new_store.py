"""A new store is made by one text, and is what the migrations make."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from careerdesk.data.migrate import migrate
from careerdesk.data.store import Store
from careerdesk.domain.records import Person
from tests.stores import ask
from tools import make_new_store

SCHEMA = "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY rowid"
SETTINGS = (
    "application_id", "user_version", "encoding", "page_size", "auto_vacuum", "foreign_key_check",
    "integrity_check",
)  # fmt: skip
IDENTITY = "SELECT uid FROM store_identity"

FIRST_START = """
import sys
from pathlib import Path
from careerdesk.data.store import Store
Store(Path(sys.argv[1])).close()
print([name for name in ("sqlalchemy", "alembic") if name in sys.modules])
"""


@pytest.fixture
def new(tmp_path: Path) -> Path:
    """A store that was made because nothing was there."""
    path = tmp_path / "new.db"
    Store(path).close()
    return path


@pytest.fixture
def migrated(tmp_path: Path) -> Path:
    """A store that all migrations made, one after the other, as it is once it was opened."""
    path = tmp_path / "migrated.db"
    path.touch()
    migrate(path)
    Store(path).close()
    return path


def test_the_text_is_that_of_the_migrations() -> None:
    """Else `python3 dev.py generate` was forgotten after a new migration."""
    assert make_new_store.TARGET.read_text(encoding="utf-8") == make_new_store.made()


def test_a_new_store_has_the_schema_that_the_migrations_make(new: Path, migrated: Path) -> None:
    assert ask(new, SCHEMA) == ask(migrated, SCHEMA)


@pytest.mark.parametrize("setting", [*SETTINGS, "journal_mode"])
def test_a_new_store_has_the_settings_that_the_migrations_make(
    new: Path, migrated: Path, setting: str
) -> None:
    assert ask(new, f"PRAGMA {setting}") == ask(migrated, f"PRAGMA {setting}")


def test_a_new_store_has_the_rows_that_the_migrations_make(new: Path, migrated: Path) -> None:
    tables = [
        str(name)
        for kind, name, _table, sql in ask(new, SCHEMA)
        if kind == "table" and "VIRTUAL" not in str(sql) and name != "store_identity"
    ]
    assert len(tables) > 40
    for table in tables:
        rows = f'SELECT * FROM "{table}"'
        assert ask(new, rows) == ask(migrated, rows), table


def test_each_new_store_has_an_id_of_its_own(new: Path, migrated: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    Store(other).close()
    ids = [ask(path, IDENTITY) for path in (new, migrated, other)]
    assert [len(rows) for rows in ids] == [1, 1, 1]
    assert len({str(rows[0][0]) for rows in ids}) == 3
    assert all(len(str(rows[0][0])) == 32 for rows in ids)
    assert all(int(str(rows[0][0]), 16) for rows in ids)


def test_words_of_a_new_store_are_found_as_in_one_that_was_migrated(
    new: Path, migrated: Path
) -> None:
    for path in (new, migrated):
        store = Store(path)
        with store.edit("Add person") as tx:
            tx.add(Person(given_name="Ana", title="Harbour pilot"))
        store.close()
    words = "SELECT term, doc FROM conversation_words_terms ORDER BY term, doc"
    assert ask(new, words) == ask(migrated, words) != []


def test_a_first_start_imports_nothing_that_migrates(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", FIRST_START, str(tmp_path / "store.db")],
        capture_output=True, text=True, check=False, cwd=Path(__file__).parents[2],
    )  # fmt: skip
    assert (done.stdout.strip(), done.stderr) == ("[]", "")
