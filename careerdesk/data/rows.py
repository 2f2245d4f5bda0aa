"""Reading one record by its key."""

from __future__ import annotations

import sqlite3
from typing import Any, TypeVar

from careerdesk.data.mapping import build, columns, table_name
from careerdesk.domain.errors import NotFound
from careerdesk.domain.records import Record
from careerdesk.i18n import N_

R = TypeVar("R", bound=Record)


def fetch(connection: sqlite3.Connection, kind: type[R], record_id: int) -> R:
    """Read one record by its id; `NotFound` if there is none."""
    sql = f"SELECT {columns(kind)} FROM {table_name(kind)} WHERE id = ?"
    row: tuple[Any, ...] | None = connection.execute(sql, (record_id,)).fetchone()
    if row is None:
        raise gone(kind)
    return build(kind, row)


def gone(kind: type[Record]) -> NotFound:
    """The error for a record that another edit removed."""
    from careerdesk.domain.things import thing_within

    return NotFound(N_("This {thing} no longer exists."), thing=thing_within(kind))
