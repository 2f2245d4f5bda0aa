"""Making a new store and bringing an older one up: Alembic, in one transaction."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from alembic import command
from alembic.config import Config

from careerdesk.data.connection import (
    APPLICATION_ID,
    SCHEMA_VERSION,
    create_private,
    explain,
    prepare,
)
from careerdesk.data.writer import engine_for
from careerdesk.domain.errors import StoreError

SCRIPTS = Path(__file__).parent / "migrations"


def create(path: Path) -> None:
    """Make a new store at *path*: it appears whole, or not at all."""
    part = path.with_name(f".{path.name}.{os.getpid()}.new")
    part.unlink(missing_ok=True)
    create_private(part, path)
    try:
        migrate(part)
        _settle(part)
        os.link(part, path)
        part.unlink()
    except FileExistsError:
        part.unlink()
    except sqlite3.Error as error:
        raise explain(error, path) from error
    finally:
        for leftover in _family(part):
            leftover.unlink(missing_ok=True)


def upgrade(path: Path) -> None:
    """Bring an older store up to this version; a checked copy is kept beside it."""
    keep_copy(path)
    migrate(path)


def migrate(path: Path, scripts: Path = SCRIPTS, version: int = SCHEMA_VERSION) -> None:
    """Run the steps that *path* lacks and set its version, in one transaction."""
    engine = engine_for(path)
    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    try:
        with engine.begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
            connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
            connection.exec_driver_sql(f"PRAGMA user_version={version}")
    except Exception as error:
        if isinstance(error.__cause__, sqlite3.Error):
            raise explain(error.__cause__, path) from error
        raise
    finally:
        engine.dispose()


def keep_copy(path: Path) -> Path:
    """Copy the store as it is to a file beside it; returns the checked copy."""
    with closing(sqlite3.connect(path)) as source:
        prepare(source)
        version = source.execute("PRAGMA user_version").fetchone()[0]
        copy = path.with_name(f"{path.stem}-before-update-{version}{path.suffix}")
        copy.unlink(missing_ok=True)
        create_private(copy)
        with closing(sqlite3.connect(copy)) as target:
            source.backup(target)
            if target.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
                raise StoreError("{path} is damaged. Restore a copy first.", path=path)
    return copy


def _settle(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
    with path.open("rb") as file:
        os.fsync(file.fileno())


def _family(path: Path) -> list[Path]:
    return [path, *(path.with_name(path.name + end) for end in ("-wal", "-shm", "-journal"))]
