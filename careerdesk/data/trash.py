"""What is deleted, kept whole: its row, all rows that go with it, and the links to it.

The body of a `Trashed` record is JSON: `rows` are pairs of a table and its columns, owners
before what they own; `links` name a table, a row, a column and the id that stood there.
A row that was noted down in a career conversation says so beside its columns (`in_career`): it
may come back after the conversation went.
Only names of this schema are taken from a body, so that a forged one can do no harm.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import cache
from typing import Any

from careerdesk.data.mapping import defaults, kinds_by_table
from careerdesk.data.plain_tables import Column
from careerdesk.data.statements import TABLES
from careerdesk.domain.errors import InvalidInput
from careerdesk.domain.parts import AT_ONCE, WRITING, Part, Parts, cut
from careerdesk.i18n import N_

Key = tuple[str, int]
Row = dict[str, Any]
IN_CAREER = "in_career"
_FIRST = '"rows": [['
_DECODER = json.JSONDecoder()
_AMONG = "(SELECT value FROM json_each(?))"


def collect(
    connection: sqlite3.Connection,
    table: str,
    row_ids: Sequence[int],
    more_links: Sequence[tuple[str, int, str, int]] = (),
) -> tuple[str, int]:
    """The body for rows and everything that their removal takes along, and how many rows it has.

    The first one is what comes back; the others come with it, where their owners are still there.
    *more_links* are made again besides, of rows that were let go of before.
    """
    rows = gather(connection, table, row_ids)
    links = [link for link in _links(connection, rows) if link[:2] not in rows]  # those go along
    links += more_links
    careers = _careers(connection, rows.values())
    said = [[key[0], row | _said_in_career(row, careers)] for key, row in rows.items()]
    body = json.dumps({"version": 1, "rows": said, "links": links}, ensure_ascii=False)
    return body, len(said)


def gather(connection: sqlite3.Connection, table: str, row_ids: Sequence[int]) -> dict[Key, Row]:
    """Rows and everything that their removal takes along, each after what it first goes with."""
    rows: dict[Key, Row] = {}
    fresh = {(table, row_id): _row(connection, table, row_id) for row_id in row_ids}
    while fresh:
        rows |= fresh
        fresh = {key: row for key, row in _owned(connection, fresh) if key not in rows}
    return rows


def putting_back(connection: sqlite3.Connection, body: str) -> Parts[None]:
    """Insert the rows of a body again and link them, in parts; `InvalidInput` if their owner is
    gone.

    What came along below the first row, and belongs to something that is gone for good as well,
    is left out: nothing can bring that back, and the rest must not be lost over it.
    """
    try:
        content = json.loads(body)
        rows = [(TABLES[table].name, dict(row)) for table, row in content["rows"]]
        back = {(table, int(row["id"])) for table, row in rows}
        links = [_link(*link) for link in content["links"]]
    except (ValueError, KeyError, TypeError) as error:
        raise InvalidInput(
            N_("This item was saved in a format that can no longer be read.")
        ) from error
    connection.execute("PRAGMA defer_foreign_keys=ON")
    yield Part(WRITING, 0, len(rows))  # how much it is, before anything is done
    for place, (table, row) in enumerate(rows):
        if _mended(connection, table, row, back, first=not place) is None:
            back.discard((table, int(row["id"])))
    done = 0
    for some in cut(rows, 2 * AT_ONCE):
        for table, row in some:  # once it is known which come, so that none links to one left out
            whole = _mended(connection, table, row, back, first=False)
            if whole is not None:
                _check_gone(connection, table, whole)
                insert(connection, table, whole)
        done += len(some)
        yield Part(WRITING, done, len(rows))
    for table, name, row_id, target in links:
        connection.execute(
            f'UPDATE "{table}" SET "{name}" = ? WHERE id = ? AND "{name}" IS NULL',
            (target, row_id),
        )


def first_row(beginning: str) -> Row | None:
    """What the first row of a body says, if *beginning*, which is that of the body, has all of it.

    A body may be as long as everything about a person, of which that is a line.
    """
    place = beginning.find(_FIRST)
    with suppress(ValueError, TypeError, IndexError):
        if place >= 0:
            return dict(_DECODER.raw_decode(beginning, place + len(_FIRST) - 1)[0][1])
    return None


def rows_of(body: str) -> list[Key]:
    """The tables and ids of the rows in a body; none if it cannot be read."""
    try:
        return [(str(table), int(row["id"])) for table, row in json.loads(body)["rows"]]
    except (ValueError, KeyError, TypeError):
        return []


def uids_of(body: str) -> dict[Key, str]:
    """The rows in a body, and their uids; none if it cannot be read."""
    try:
        rows = json.loads(body)["rows"]
        return {(str(table), int(row["id"])): str(row["uid"]) for table, row in rows}
    except (ValueError, KeyError, TypeError):
        return {}


def links_of(body: str) -> list[tuple[str, int, str, Key]]:
    """What was linked to the rows in a body: table, row, column, and the row it was linked to."""
    try:
        links = [_link(*link) for link in json.loads(body)["links"]]
    except (ValueError, KeyError, TypeError):
        return []
    return [
        (table, row_id, name, (TABLES[table].columns[name].target, target))
        for table, name, row_id, target in links
        if TABLES[table].columns[name].target
    ]


def _link(table: str, row_id: int, name: str, target: int) -> tuple[str, str, int, int]:
    """A link whose table and column are of this schema."""
    known = TABLES[table]
    return known.name, known.columns[name].name, int(row_id), int(target)


def _check_gone(connection: sqlite3.Connection, table: str, row: Row) -> None:
    """Refuse what is here again, as after its person was restored from a backup."""
    sql = f'SELECT 1 FROM "{table}" WHERE id = ? OR uid = ?'
    if connection.execute(sql, (row["id"], row["uid"])).fetchone() is not None:
        raise InvalidInput(
            N_(
                "This item is already here because it was restored from a backup. "
                "Delete that copy first."
            )
        )


def insert(connection: sqlite3.Connection, table: str, row: Row) -> None:
    """Put a row into a table; without an id it gets the next one."""
    known = TABLES[table]
    connection.execute(known.insert, known.values(row))


def _mended(
    connection: sqlite3.Connection, table: str, row: Row, back: set[Key], *, first: bool
) -> Row | None:
    """The row as this schema wants it, without links to what is gone; None to leave it out."""
    known = {
        name: row.get(name, default) for name, default in defaults(kinds_by_table()[table]).items()
    }
    for column in TABLES[table].references:
        value = known[column.name]
        there = (column.target, value) in back
        if value is None or there or is_there(connection, column.target, value):
            continue
        if column.stays:
            known[column.name] = None
            if column.name == "made_in" and row.get(IN_CAREER) and "of_career" in known:
                known["of_career"] = 1  # its conversation can no longer be asked
        elif first or _is_in_trash(connection, column.target, value):
            raise InvalidInput(
                N_("This belongs to an item that has been deleted. Restore that item first.")
            )
        else:
            return None
    return known


def _row(connection: sqlite3.Connection, table: str, row_id: int) -> Row:
    return next(_rows(connection.execute(f'SELECT * FROM "{table}" WHERE id = ?', (row_id,))))


def _rows(cursor: sqlite3.Cursor) -> Iterator[Row]:
    names = [str(column[0]) for column in cursor.description]
    for row in cursor.fetchall():
        yield dict(zip(names, row, strict=True))


def _careers(connection: sqlite3.Connection, rows: Iterable[Row]) -> set[int]:
    """The career conversations in which some of *rows* were noted down."""
    made_in = {row["made_in"] for row in rows if "of_career" in row} - {None}
    if not made_in:
        return set()
    sql = f"SELECT id FROM check_in WHERE kind = 'career' AND id IN {_AMONG}"
    return {key for (key,) in connection.execute(sql, (json.dumps([*made_in]),))}


def _said_in_career(row: Row, careers: Collection[int]) -> Row:
    """A word beside the columns of what was noted down in a career conversation."""
    return {IN_CAREER: 1} if "of_career" in row and row["made_in"] in careers else {}


def is_there(connection: sqlite3.Connection, table: str, row_id: object) -> bool:
    """Whether a table has a row of that id."""
    found = connection.execute(f'SELECT 1 FROM "{table}" WHERE id = ?', (row_id,))
    return found.fetchone() is not None


def _is_in_trash(connection: sqlite3.Connection, table: str, row_id: object) -> bool:
    sql = "SELECT 1 FROM trashed WHERE kind = ? AND record_id = ?"
    return connection.execute(sql, (table, row_id)).fetchone() is not None


def _owned(connection: sqlite3.Connection, keys: Iterable[Key]) -> Iterator[tuple[Key, Row]]:
    """What goes with rows."""
    for other, column, ids in _pointing(keys, stays=False):
        sql = f'SELECT * FROM "{other}" WHERE {column} IN {_AMONG} ORDER BY id'
        for row in _rows(connection.execute(sql, (ids,))):
            yield (other, row["id"]), row


def _links(connection: sqlite3.Connection, keys: Iterable[Key]) -> list[tuple[Any, ...]]:
    """What is linked to rows, and stays."""
    return [
        (other, key, column, target)
        for other, column, ids in _pointing(keys, stays=True)
        for key, target in connection.execute(
            f'SELECT id, {column} FROM "{other}" WHERE {column} IN {_AMONG} ORDER BY id', (ids,)
        )
    ]


def _pointing(keys: Iterable[Key], *, stays: bool) -> Iterator[tuple[str, str, str]]:
    """Each column that may point to one of *keys*, with its table, and with their ids as JSON.

    So there is a statement for each such column, and not for each row.
    """
    ids: dict[str, list[int]] = defaultdict(list)
    for table, key in keys:
        ids[table].append(key)
    for table, some in ids.items():
        for other, column in _references()[table]:
            if column.stays == stays:
                yield other, column.name, json.dumps(some)


def owners_of(table: str) -> list[tuple[str, str]]:
    """What a row of *table* goes with: the column that names it, and its table."""
    return [(column.name, column.target) for column in TABLES[table].references if not column.stays]


@cache
def _references() -> dict[str, list[tuple[str, Column]]]:
    """The columns that point to each table: those that are emptied are links, others owners."""
    found: dict[str, list[tuple[str, Column]]] = defaultdict(list)
    for table in TABLES.values():
        for column in table.references:
            found[column.target].append((table.name, column))
    return found
