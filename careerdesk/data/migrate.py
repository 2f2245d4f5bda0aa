"""Bringing an older store up: Alembic, in one transaction."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import StaticPool

from careerdesk.data.backup_folder import folder_of
from careerdesk.data.backups import make
from careerdesk.data.connection import APPLICATION_ID, SCHEMA_VERSION, explain
from careerdesk.data.library import PLAIN, Library
from careerdesk.domain.backups import Why

SCRIPTS = Path(__file__).parent / "migrations"


def upgrade(path: Path, library: Library = PLAIN) -> None:
    """Bring an older store up to this version; it is backed up before, or stays as it is."""
    make(path, folder_of(path), Why.UPDATE, datetime.now(UTC), library, lambda _done, _of: True)
    migrate(path, library=library)


def engine_for(path: Path, library: Library = PLAIN) -> Engine:
    """An engine over one connection to *path*, whose transactions are immediate."""
    engine = create_engine(
        "sqlite+pysqlite://",
        creator=partial(library.connect, path, any_thread=True),
        module=library.module,
        poolclass=StaticPool,
    )
    event.listen(engine, "begin", _begin_immediate)
    return engine


def _begin_immediate(connection: Connection) -> None:
    """Take the write lock at once; without this, DDL would survive a rollback."""
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def migrate(
    path: Path,
    scripts: Path = SCRIPTS,
    version: int = SCHEMA_VERSION,
    library: Library = PLAIN,
    last: str = "head",
) -> None:
    """Run the steps that *path* lacks, up to the *last*, and set its version, in one transaction.

    An earlier *last* is for a file that gets rows of that *version* before it is brought up.
    """
    engine = engine_for(path, library)
    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    try:
        with engine.begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, last)
            connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
            connection.exec_driver_sql(f"PRAGMA user_version={version}")
    except Exception as error:
        if isinstance(error.__cause__, library.error):
            raise explain(error.__cause__, path) from error
        raise
    finally:
        engine.dispose()
