"""Texts that no step of undo will bring back: they are found here, and kept as versions.

A text that was undone can be done again, until another edit ends that. Undo itself may take
away much at once. What is kept then belongs to no step: undoing the edit must not lose it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from careerdesk.data import journal
from careerdesk.data.changes import Entry
from careerdesk.data.mapping import kinds_by_table, table_name
from careerdesk.domain.versions import KEPT, TextRef

if TYPE_CHECKING:
    from careerdesk.data.writer import Transaction

Entries = tuple[Entry, ...]
Texts = dict[TextRef, str]


def rows_in(entries: Iterable[Entry]) -> list[TextRef]:
    """The texts with versions of the rows that *entries* touch."""
    kinds = kinds_by_table()
    rows = dict.fromkeys((kinds[entry.table], entry.row) for entry in entries)
    return [TextRef(kind, row, field) for kind, row in rows for field in sorted(KEPT.get(kind, ()))]


def texts_of(connection: sqlite3.Connection, refs: Iterable[TextRef]) -> Texts:
    """What the texts say now; a text whose record is not there is left out."""
    found: Texts = {}
    for ref in refs:
        sql = f'SELECT "{ref.field}" FROM "{table_name(ref.kind)}" WHERE id = ?'
        row = connection.execute(sql, (ref.record_id,)).fetchone()
        if row is not None:
            found[ref] = str(row[0])
    return found


def texts_ahead(connection: sqlite3.Connection, undone: Sequence[Entries]) -> list[Texts]:
    """What texts said after each of the steps *undone*, the one undone last first.

    The steps are done again for a look and taken back at once; nothing of it stays.
    """
    if not undone:
        return []
    states: list[Texts] = []
    connection.execute("SAVEPOINT look_ahead")
    try:
        for entries in reversed(undone):
            journal.take_back(connection, entries)
            states.append(texts_of(connection, rows_in(entries)))
    finally:
        connection.execute("ROLLBACK TO look_ahead")
        connection.execute("RELEASE look_ahead")
    return states


def keep_lost(tx: Transaction, states: Sequence[Mapping[TextRef, str]]) -> None:
    """Keep what *states* say, the latest first, if the text is there and says less by now.

    A state that is the beginning of a later one is in that one.
    """
    kept: dict[TextRef, list[str]] = {}
    for state in reversed(states):
        now = texts_of(tx.connection, state)
        for ref, text in state.items():
            known = kept.setdefault(ref, [now.get(ref, text)])
            if ref in now and text.strip() and not any(one.startswith(text) for one in known):
                tx.keep_version(ref, text)
                known.append(text)
