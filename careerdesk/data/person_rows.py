"""Which rows belong to whom, and what they say without the ids of one file: to compare two."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from careerdesk.data.statements import TABLES
from careerdesk.data.trash import owners_of

Said = Mapping[tuple[str, str], tuple[Any, ...]]
"""What rows say, by their table and their uid."""
_LEFT_OUT = frozenset({"draft"})  # what is typed and not stored yet
NOBODY = ""


def rows_by_person(connection: sqlite3.Connection) -> dict[str, Said]:
    """The rows of each person by the uid of that one, and under `NOBODY` those of none.

    A row says its columns but for its id, and in place of the ids of others their uids.
    """
    uids: dict[str, dict[int, str]] = {}
    whose: dict[str, dict[int, str]] = {}
    found: dict[str, dict[tuple[str, str], tuple[Any, ...]]] = defaultdict(dict)
    for table in TABLES.values():
        sql = f'SELECT id, uid FROM "{table.name}"'
        uids[table.name] = {key: str(uid) for key, uid in connection.execute(sql)}
    for table in TABLES.values():
        if table.name in _LEFT_OUT:
            continue
        names = list(table.columns)
        targets = {column.name: column.target for column in table.references}
        owners = owners_of(table.name)
        whose[table.name] = owned = {}
        for row in connection.execute(f'SELECT {", ".join(names)} FROM "{table.name}"'):
            told = dict(zip(names, row, strict=True))
            key, uid = told.pop("id"), str(told["uid"])
            owned[key] = uid if table.name == "person" else _owner(told, owners, whose)
            for name, target in targets.items():
                if told[name] is not None:
                    told[name] = uids[target].get(told[name], told[name])
            found[owned[key]][table.name, uid] = tuple(told.values())
    return dict(found)


def _owner(
    row: Mapping[str, Any], owners: list[tuple[str, str]], whose: Mapping[str, Mapping[int, str]]
) -> str:
    for name, table in owners:
        person = whose.get(table, {}).get(row[name], NOBODY)
        if person:
            return person
    return NOBODY
