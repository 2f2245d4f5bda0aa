"""Texts that no step of undo will bring back: they are found here, and kept as versions.

A text that was undone can be done again, until another edit ends that. Undo itself may take
away much at once. What is kept then belongs to no step: undoing the edit must not lose it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence

from careerdesk.data import undo_log
from careerdesk.data.changes import Entry, Key
from careerdesk.data.mapping import kinds_by_table, table_name
from careerdesk.domain.catalogue import KEPT
from careerdesk.domain.records import Record
from careerdesk.domain.versions import TextRef, loses

AT_ONCE = 500  # rows that are read by one statement

Entries = Sequence[Entry]
Texts = dict[Key, dict[str, str]]
"""What the texts of rows say, each by its field."""


def changed_rows(entries: Entries) -> list[Key]:
    """The rows with texts that *entries* turn into something else, not only bring or take away."""
    kinds = kinds_by_table()
    verbs: dict[tuple[str, int], str] = {}
    for entry in entries:
        row = entry.table, entry.row
        verbs[row] = entry.verb if verbs.get(row, entry.verb) == entry.verb else "changed"
    return [
        (kinds[table], row)
        for (table, row), verb in verbs.items()
        if verb == "changed" and kinds[table] in KEPT
    ]


def texts_of(
    connection: sqlite3.Connection, rows: Iterable[Key], only: frozenset[str] | None = None
) -> Texts:
    """What the texts of *rows* say now, or *only* some; a row that is not there is left out."""
    wanted = list(rows)
    found: Texts = {}
    by_kind: dict[type[Record], list[int]] = {}
    for kind, row in wanted:
        by_kind.setdefault(kind, []).append(row)
    for kind, ids in by_kind.items():
        for start in range(0, len(ids), AT_ONCE):
            found |= _read(connection, kind, ids[start : start + AT_ONCE], only)
    return {row: found[row] for row in wanted if row in found}


def _read(
    connection: sqlite3.Connection,
    kind: type[Record],
    ids: Sequence[int],
    only: frozenset[str] | None,
) -> Texts:
    fields = sorted(KEPT[kind] if only is None else KEPT[kind] & only)
    listed, marks = ", ".join(f'"{field}"' for field in fields), ", ".join("?" * len(ids))
    sql = f'SELECT id, {listed} FROM "{table_name(kind)}" WHERE id IN ({marks})'
    rows = connection.execute(sql, ids).fetchall()
    return {(kind, row[0]): dict(zip(fields, map(str, row[1:]), strict=True)) for row in rows}


def texts_ahead(connection: sqlite3.Connection, undone: Sequence[Entries]) -> list[Texts]:
    """What texts said after each of the steps *undone*, the one undone last first.

    What a row held before a step was undone is in the log of undoing it.
    """
    return [_said_after(connection, entries) for entries in reversed(undone)]


def _said_after(connection: sqlite3.Connection, entries: Entries) -> Texts:
    kinds, seen = kinds_by_table(), set()
    places: dict[str, dict[str, int]] = {}
    found: Texts = {}
    for entry in entries:
        kind = kinds[entry.table]
        if kind not in KEPT or (entry.table, entry.row) in seen:
            continue
        seen.add((entry.table, entry.row))
        if entry.verb == "added":  # done again, the row goes
            continue
        if entry.table not in places:
            columns = undo_log.columns(connection, entry.table)
            places[entry.table] = {name: columns.index(name) for name in sorted(KEPT[kind])}
        where = places[entry.table]
        found[kind, entry.row] = {name: str(entry.old[at]) for name, at in where.items()}
    return found


def much_lost(before: Texts, after: Texts) -> Texts:
    """Those texts of *before* of which much is missing in *after*; rows that are gone are none."""
    found: Texts = {}
    for row, texts in before.items():
        now = after.get(row, texts)
        lost = {
            name: text
            for name, text in texts.items()
            if text != now[name] and loses(text, now[name])
        }
        if lost:
            found[row] = lost
    return found


def lost_of(
    connection: sqlite3.Connection, states: Sequence[Mapping[Key, Mapping[str, str]]]
) -> list[tuple[TextRef, str]]:
    """What *states* say, the latest first, and the texts that are there say no more.

    A state that is the beginning of a later one is in that one.
    """
    lost: list[tuple[TextRef, str]] = []
    kept: dict[TextRef, list[str]] = {}
    for state in reversed(states):
        now = texts_of(connection, state)
        for (kind, row), texts in state.items():
            for field, text in texts.items() if (kind, row) in now else ():
                ref = TextRef(kind, row, field)
                known = kept.setdefault(ref, [now[kind, row][field]])
                if text.strip() and not any(one.startswith(text) for one in known):
                    lost.append((ref, text))
                    known.append(text)
    return lost
