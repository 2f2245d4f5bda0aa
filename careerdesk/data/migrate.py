"""Making a new store and bringing an older one up: Alembic, in one transaction."""

from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path

from alembic import command
from alembic.config import Config

from careerdesk import system
from careerdesk.data.connection import (
    APPLICATION_ID,
    BEFORE_UPDATE,
    SCHEMA_VERSION,
    cannot_create,
    create_private,
    explain,
)
from careerdesk.data.copying import copy_whole, remove
from careerdesk.data.library import PLAIN, Library
from careerdesk.data.writer import engine_for

SCRIPTS = Path(__file__).parent / "migrations"


def create(path: Path, library: Library = PLAIN) -> None:
    """Make a new store at *path*: it appears whole, or not at all."""
    part = path.with_name(f".{path.name}.{os.getpid()}.new")
    part.unlink(missing_ok=True)
    create_private(part, path)
    try:
        migrate(part, library=library)
        system.put_new(part, path)
    except FileExistsError:
        pass  # somebody else made it meanwhile
    except library.error as error:
        raise explain(error, path) from error
    except OSError as error:
        raise cannot_create(path, error) from None
    finally:
        remove(part)


def upgrade(path: Path, library: Library = PLAIN) -> None:
    """Bring an older store up to this version; a checked copy is kept beside it."""
    keep_copy(path, library)
    migrate(path, library=library)


def migrate(
    path: Path,
    scripts: Path = SCRIPTS,
    version: int = SCHEMA_VERSION,
    library: Library = PLAIN,
) -> None:
    """Run the steps that *path* lacks and set its version, in one transaction."""
    engine = engine_for(path, library)
    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    try:
        with engine.begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
            connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
            connection.exec_driver_sql(f"PRAGMA user_version={version}")
    except Exception as error:
        if isinstance(error.__cause__, library.error):
            raise explain(error.__cause__, path) from error
        raise
    finally:
        engine.dispose()


def keep_copy(path: Path, library: Library = PLAIN) -> Path:
    """Copy the store as it is to a file beside it; returns the copy, which is whole and checked.

    An earlier copy of that version stays until the new one is.
    """
    with closing(library.connect(path)) as source:
        version = source.execute("PRAGMA user_version").fetchone()[0]
        copy = path.with_name(f"{path.stem}{BEFORE_UPDATE}{version}{path.suffix}")
        part = copy.with_name(f".{copy.name}.{os.getpid()}.part")
        part.unlink(missing_ok=True)
        create_private(part, copy)
        try:
            copy_whole(source, part, path, library)
            system.put(part, copy)
        except library.error as error:
            raise explain(error, path) from error
        except OSError as error:
            raise cannot_create(copy, error) from None
        finally:
            remove(part)
    return copy
