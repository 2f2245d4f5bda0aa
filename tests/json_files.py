"""Stores written as JSON, for tests: of this version, and of an older one."""

from __future__ import annotations

import json
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from careerdesk.data import json_export
from careerdesk.data.json_checks import columns_of
from careerdesk.data.library import PLAIN

NOW = datetime(2026, 11, 17, 12, tzinfo=UTC)


def on(_done: int, _of: int) -> bool:
    """Go on, however far it is."""
    return True


def write(store: Path, target: Path) -> Path:
    """Write the store at a path as JSON."""
    json_export.write(store, target, NOW, PLAIN, on)
    return target


def write_older(store: Path, target: Path) -> Path:
    """Write the store at a path, of whatever version it is, with the tables of that version."""
    with closing(PLAIN.connect(store)) as source, target.open("wb") as file:
        known = {
            table: [column.name for column in columns]
            for table, columns in columns_of(source).items()
        }
        version = source.execute("PRAGMA user_version").fetchone()[0]
        json_export.pour_tables(source, file, known, version, NOW, on)
    return target


def content(path: Path) -> Any:
    """What a file says, all at once."""
    return json.loads(path.read_bytes())
