"""Reading the index: where words stand, newest first, without a look at the texts."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from careerdesk.data import search_codes
from careerdesk.data.mapping import kinds_by_table
from careerdesk.data.search_codes import CODE, FIRST_KEPT, OTHERS, TITLE, TRASH, VERSION
from careerdesk.domain.entries import Area
from careerdesk.domain.records import Record
from careerdesk.domain.search.found import State

TABLES = {Area.CONVERSATIONS: "conversation_words", Area.REVIEWS: "review_words"}

EVERY = f'"{OTHERS[0]}" *'
"""Each row has a word that says whose it is; all of them begin so."""


class Match(NamedTuple):
    """One text in which the words stand: of which record, its day, and whether it is private.

    Of what was deleted, `field` is "": which of its texts it is, only its body says. `day` is that
    of the row, by the clock where it was; of what was replaced or deleted, when that happened.
    """

    kind: type[Record]
    record_id: int
    field: str
    day: date | None = None
    private: bool = False
    state: State = State.THERE
    kept_in: int = 0


def matches(
    connection: sqlite3.Connection,
    area: Area,
    expression: str,
    *,
    newest: int = 500,
    kinds: Collection[type[Record]] | None = None,
    person_id: int | None = None,
    since: date | None = None,
    until: date | None = None,
    private: bool | None = None,
    titles: bool = False,
    states: Collection[State] = (State.THERE,),
) -> list[Match]:
    """Where an *expression* of FTS5 over folded words is true, the newest first.

    An empty one is true of all texts.
    With *private* only what is for the manager alone, or only what is not; with *titles* names and
    titles alone.
    """
    expression = expression or EVERY
    wanted = f'("{TITLE}") AND ({expression})' if titles else expression
    sql, values = _where(kinds, since, until, private, states)
    rowids = (
        _newest(connection, area, wanted, sql, values, newest)
        if person_id is None
        else _of_person(connection, area, wanted, sql, values, newest, person_id)
    )
    return _matches(connection, rowids)


def _where(
    kinds: Collection[type[Record]] | None,
    since: date | None,
    until: date | None,
    private: bool | None,
    states: Collection[State],
) -> tuple[str, list[int]]:
    parts, values = [], []
    if since is not None:
        parts.append("rowid >= ?")
        values.append(search_codes.since(since))
    if since is not None or until is not None:
        parts.append("rowid BETWEEN ? AND ?")
        first = 1 << search_codes.DAY_AT if since is None else search_codes.since(since)
        values += [first, (1 << 63) - 1 if until is None else search_codes.until(until)]
    if private is not None:
        parts.append(f"rowid & {search_codes.PRIVATE} {'<>' if private else '='} 0")
    codes = search_codes.codes_of(list(kinds)) if kinds is not None else None
    parts.append(_codes(codes, states))
    return " AND ".join(parts), values


def _codes(codes: list[int] | None, states: Collection[State]) -> str:
    code = f"rowid & {CODE}"
    kept = {State.EARLIER: VERSION, State.DELETED: TRASH}
    others = ", ".join(str(kept[state]) for state in states if state in kept)
    there = "0"
    if State.THERE in states:
        there = f"{code} < {FIRST_KEPT}"
        if codes is not None:
            there = f"{code} IN ({', '.join(map(str, codes))})"
    return f"({there} OR {code} IN ({others}))" if others else there


def _newest(
    connection: sqlite3.Connection,
    area: Area,
    expression: str,
    where: str,
    values: list[int],
    newest: int,
) -> list[int]:
    table = TABLES[area]
    sql = f"SELECT rowid FROM {table} WHERE {table} MATCH ? AND {where} ORDER BY rowid DESC LIMIT ?"
    return [row[0] for row in connection.execute(sql, (expression, *values, newest))]


_ITS_ROWS = {
    "key_result": "SELECT r.id FROM plan p JOIN plan_item i ON i.plan_id = p.id "
    "JOIN key_result r ON r.item_id = i.id WHERE p.person_id = ?",
    "reading": "SELECT g.id FROM plan p JOIN plan_item i ON i.plan_id = p.id "
    "JOIN key_result r ON r.item_id = i.id JOIN reading g ON g.result_id = r.id "
    "WHERE p.person_id = ?",
    "action": "SELECT a.id FROM plan p JOIN plan_item i ON i.plan_id = p.id "
    "JOIN action a ON a.item_id = i.id WHERE p.person_id = ?",
    "goal_change": "SELECT c.id FROM plan p JOIN plan_item i ON i.plan_id = p.id "
    "JOIN goal_change c ON c.item_id = i.id WHERE p.person_id = ?",
    "promotion_point": "SELECT q.id FROM review w JOIN outcome o ON o.review_id = w.id "
    "JOIN promotion_point q ON q.outcome_id = o.id WHERE w.person_id = ?",
}


def _of_person(
    connection: sqlite3.Connection,
    area: Area,
    expression: str,
    where: str,
    values: list[int],
    newest: int,
    person_id: int,
) -> list[int]:
    """The same of what belongs to one person, some of which only other tables know."""
    theirs = [search_codes.of_person(person_id)]
    for sql, word in (
        ("SELECT id FROM plan WHERE person_id = ?", search_codes.of_plan),
        ("SELECT id FROM review WHERE person_id = ?", search_codes.of_review),
    ):
        theirs += [word(key) for (key,) in connection.execute(sql, (person_id,))]
    named = " OR ".join(f'"{word}"' for word in theirs)
    found = _newest(connection, area, f"({named}) AND ({expression})", where, values, newest)
    others = f'"{OTHERS}" AND ({expression})'
    more = _newest(connection, area, others, where, values, newest)
    known = _hanging_on(connection, person_id, {rowid & CODE for rowid in more})
    found += [rowid for rowid in more if _key(rowid) in known]
    return sorted(found, reverse=True)[:newest]


def _key(rowid: int) -> tuple[int, int]:
    return rowid & CODE, rowid >> search_codes.ID_AT & search_codes.MOST


def _hanging_on(
    connection: sqlite3.Connection, person_id: int, codes: set[int]
) -> set[tuple[int, int]]:
    found = set()
    for table, sql in _ITS_ROWS.items():
        its = codes & set(search_codes.by_table()[table].codes.values())
        for (key,) in connection.execute(sql, (person_id,)) if its else ():
            found |= {(code, key) for code in its}
    return found


_KEPT = {
    VERSION: (
        State.EARLIER,
        "SELECT id, kind, record_id, field FROM text_version "
        "WHERE id IN (SELECT value FROM json_each(?))",
    ),
    TRASH: (
        State.DELETED,
        "SELECT id, kind, record_id, '' FROM trashed WHERE id IN (SELECT value FROM json_each(?))",
    ),
}


def _matches(connection: sqlite3.Connection, rowids: list[int]) -> list[Match]:
    kept: dict[tuple[int, int], tuple[str, int, str]] = {}
    for code, (_, sql) in _KEPT.items():
        keys = [_key(rowid)[1] for rowid in rowids if rowid & CODE == code]
        for key, *what in connection.execute(sql, (json.dumps(keys),)) if keys else ():
            kept[code, key] = (what[0], what[1], what[2])
    found = []
    for rowid in rowids:
        place = search_codes.place(rowid)
        if place is None:
            continue
        if rowid & CODE not in _KEPT:
            found.append(Match(*place))
        elif _key(rowid) in kept:
            table, record_id, name = kept[_key(rowid)]
            kind, state = kinds_by_table()[table], _KEPT[rowid & CODE][0]
            found.append(
                Match(kind, record_id, name, place.day, place.private, state, place.record_id)
            )
    return found
