"""Many records of a kind, stored by a few statements: what `add` and `change` do to each of them.

A transaction imports this when it is asked for; nothing else uses it.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from operator import attrgetter
from typing import Any, Protocol, TypeVar

from careerdesk.data import undo_log
from careerdesk.data.lost_texts import texts_of
from careerdesk.data.mapping import Cell, encode, table_name
from careerdesk.data.queries import versions
from careerdesk.data.rows import gone
from careerdesk.data.statements import TABLES
from careerdesk.domain.catalogue import KEPT
from careerdesk.domain.days import check_days
from careerdesk.domain.loop import TextVersion
from careerdesk.domain.records import Record
from careerdesk.domain.versions import is_kept

Fields = Mapping[str, object]
T = TypeVar("T")


class Within(Protocol):
    """What this needs of the transaction in which it is done."""

    connection: sqlite3.Connection
    watch: undo_log.Watch
    now: Callable[[], datetime]
    keeps_past: bool

    def today(self) -> date:
        """The day on which this is written."""

    def read(self, query: Callable[..., T], /, *values: Any) -> T:
        """Run a query within the transaction."""


def add(
    tx: Within,
    kind: type[Record],
    records: Sequence[Record],
    fields: Mapping[str, Sequence[object]],
) -> None:
    """Store new records; *fields* hold a value for each of them that goes before its own."""
    table = TABLES[table_name(kind)]
    uids = [record.uid or uid for record, uid in zip(records, _new_uids(len(records)), strict=True)]
    given = {**fields, "id": [None] * len(records), "uid": uids}
    columns = [
        given[name] if name in given else map(attrgetter(name), records) for name in table.columns
    ]
    rows = list(zip(*columns, strict=True))
    today = tx.today()
    for row in rows:
        check_days(row, today)
    tx.watch.over(table.name)
    tx.connection.executemany(table.insert, [tuple(map(encode, row)) for row in rows])


def _new_uids(many: int) -> list[str]:
    """So many ids as `new_uid` gives one; asking the system once takes a tenth of the time."""
    letters = os.urandom(16 * many).hex()
    return [letters[start : start + 32] for start in range(0, len(letters), 32)]


def change(tx: Within, kind: type[Record], changes: Sequence[tuple[int, Fields]]) -> None:
    """Set fields of records; what their texts said before is kept where `change` keeps it."""
    today = tx.today()
    for _, fields in changes:
        check_days(fields.values(), today)
    coded = [(key, {name: encode(one) for name, one in fields.items()}) for key, fields in changes]
    if tx.keeps_past:
        _keep_texts(tx, kind, coded)
    table = TABLES[table_name(kind)]
    tx.watch.over(table.name)
    for names, alike in _by_fields(coded).items():
        if tx.connection.executemany(table.update(names), alike).rowcount != len(alike):
            raise gone(kind)


def _by_fields(
    changes: Iterable[tuple[int, Mapping[str, Cell]]],
) -> dict[tuple[str, ...], list[tuple[Cell, ...]]]:
    """The values of the changes, each with its key behind, by the fields that they set."""
    found: dict[tuple[str, ...], list[tuple[Cell, ...]]] = {}
    for key, fields in changes:
        found.setdefault(tuple(fields), []).append((*fields.values(), key))
    return found


def _keep_texts(
    tx: Within, kind: type[Record], changes: Sequence[tuple[int, Mapping[str, Cell]]]
) -> None:
    kept = KEPT.get(kind, frozenset())
    wanted = [(kind, key) for key, fields in changes if not kept.isdisjoint(fields)]
    if not wanted:
        return
    before = texts_of(tx.connection, wanted, frozenset().union(*(fields for _, fields in changes)))
    newest = tx.read(versions.newest_of_all, table_name(kind), [key for _, key in wanted])
    now = tx.now()
    rows = []
    for key, fields in changes:
        texts: Mapping[str, str] = before.get((kind, key), {})
        for name in sorted(kept & fields.keys() & texts.keys()):
            text, after = texts[name], fields[name]
            if text != after and is_kept(text, str(after), newest.get((key, name)), now):
                rows.append(TextVersion(kind=table_name(kind), record_id=key, field=name,
                                        replaced_at=now, text=text))  # fmt: skip
    if rows:
        add(tx, TextVersion, rows, {})
