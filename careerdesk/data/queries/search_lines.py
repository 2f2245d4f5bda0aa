"""Reading what a search shows of the records it found, and what it has to know before."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection
from typing import NamedTuple, TypeVar

from careerdesk.data.mapping import build, columns, encode, field_names, table_name
from careerdesk.domain.catalogue import entry_of
from careerdesk.domain.loop import TextVersion, Trashed
from careerdesk.domain.records import KeyResult, Person, Plan, PlanItem, Record
from careerdesk.domain.reviews.records import Outcome, Review
from careerdesk.domain.search.figures import FIGURES, figures

R = TypeVar("R", bound=Record)


class Stored(NamedTuple):
    """What a record says, by field, whose it is, and whether it is private as a whole."""

    texts: dict[str, str]
    person_id: int | None
    private: bool


_OF_FIGURES = ("measure", "baseline", "target", "current", "unit")
_AMONG = "(SELECT value FROM json_each(?))"
NAMES = "SELECT id, given_name, family_name, preferred_name FROM person"
OWNERS: dict[str, type[Record]] = {
    "plan_id": Plan, "item_id": PlanItem, "result_id": KeyResult, "review_id": Review,
    "outcome_id": Outcome,
}  # fmt: skip


def names(
    connection: sqlite3.Connection, *, as_in_rail: bool = False
) -> list[tuple[int, str, str, str]]:
    """Everyone's id, given, family and preferred name, in the order of the rail if that matters."""
    return connection.execute(f"{NAMES} ORDER BY rank, id" if as_in_rail else NAMES).fetchall()


def texts(
    connection: sqlite3.Connection, kind: type[Record], wanted: Collection[int]
) -> dict[int, Stored]:
    """Of records of *kind*, by id: their texts that are searched, and whose they are."""
    entry, rows = entry_of(kind), entry_of(kind).private_rows
    names = tuple(one.name for one in entry.texts if one.searched)
    more = _OF_FIGURES if kind is KeyResult else ()
    selected = (*names, *more, *((rows.field,) if rows else ()))
    sql = (
        f"SELECT t.id, {owner_of(kind, 't')}, {', '.join(f't.{one}' for one in selected)} "
        f"FROM {table_name(kind)} t WHERE t.id IN {_AMONG}"
    )
    found = {}
    for key, owner, *cells in connection.execute(sql, (json.dumps(sorted(wanted)),)):
        row = dict(zip(selected, cells, strict=True))
        said = {name: str(row[name] or "") for name in names}
        if more:
            said[FIGURES] = figures(**{name: row[name] for name in ("name", *more)})
        private = rows is not None and row[rows.field] in map(encode, rows.values)
        found[key] = Stored(said, owner, private)
    return found


def owner_of(kind: type[Record], alias: str) -> str:
    """SQL for the id of the person that a record of *kind* belongs to."""
    if kind is Person:
        return f"{alias}.id"
    names = field_names(kind)
    if "person_id" in names:
        return f"{alias}.person_id"
    for column, owner in OWNERS.items():
        if column in names:
            above = f"o{alias}"
            return (
                f"(SELECT {owner_of(owner, above)} FROM {table_name(owner)} {above} "
                f"WHERE {above}.id = {alias}.{column})"
            )
    return "NULL"


def deleted(connection: sqlite3.Connection, wanted: Collection[int]) -> dict[int, Trashed]:
    """Things in the trash, by their ids."""
    return {one.id: one for one in _some(connection, Trashed, wanted)}


def earlier(connection: sqlite3.Connection, wanted: Collection[int]) -> dict[int, TextVersion]:
    """Earlier versions, by their ids."""
    return {one.id: one for one in _some(connection, TextVersion, wanted)}


def _some(connection: sqlite3.Connection, kind: type[R], wanted: Collection[int]) -> list[R]:
    if not wanted:
        return []
    sql = f"SELECT {columns(kind)} FROM {table_name(kind)} WHERE id IN {_AMONG}"
    return [build(kind, row) for row in connection.execute(sql, (json.dumps(sorted(wanted)),))]
