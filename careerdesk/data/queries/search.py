"""Reading the index: where words stand, newest first, without a look at the texts."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Callable, Collection, Sequence
from datetime import date
from functools import partial
from typing import NamedTuple

from careerdesk.data import search_codes
from careerdesk.data.mapping import kinds_by_table
from careerdesk.data.queries import search_fresh as fresh
from careerdesk.data.search_codes import (
    CODE,
    FIRST_KEPT,
    ID_AT,
    MOST,
    OTHERS,
    PRIVATE,
    SHORT,
    THERE,
    TITLE,
    TRASH,
    VERSION,
    by_code,
    day_in,
    id_in,
)
from careerdesk.domain.entries import Area
from careerdesk.domain.records import Record
from careerdesk.domain.search.found import State

TABLES = {Area.CONVERSATIONS: "conversation_words", Area.REVIEWS: "review_words"}
_COUNTS = f"AND rowid NOT IN {fresh.LEFT_OUT}"
MANY = 64  # words that begin alike; from there on SQLite puts them together in less time
PLANS = "SELECT id FROM plan WHERE person_id = ?"
REVIEWS = "SELECT id FROM review WHERE person_id = ?"
VERSIONS = """
SELECT id, kind, record_id, field FROM text_version
WHERE id IN (SELECT value FROM json_each(?))
"""
DELETED = """
SELECT id, kind, record_id, '' FROM trashed WHERE id IN (SELECT value FROM json_each(?))
"""
ITS_ROWS = {
    "key_result": """
SELECT r.id FROM plan p JOIN plan_item i ON i.plan_id = p.id JOIN key_result r ON r.item_id = i.id
WHERE p.person_id = ?
""",
    "reading": """
SELECT g.id FROM plan p JOIN plan_item i ON i.plan_id = p.id JOIN key_result r ON r.item_id = i.id
JOIN reading g ON g.result_id = r.id WHERE p.person_id = ?
""",
    "action": """
SELECT a.id FROM plan p JOIN plan_item i ON i.plan_id = p.id JOIN action a ON a.item_id = i.id
WHERE p.person_id = ?
""",
    "goal_change": """
SELECT c.id FROM plan p JOIN plan_item i ON i.plan_id = p.id
JOIN goal_change c ON c.item_id = i.id WHERE p.person_id = ?
""",
    "promotion_point": """
SELECT q.id FROM review w JOIN outcome o ON o.review_id = w.id
JOIN promotion_point q ON q.outcome_id = o.id WHERE w.person_id = ?
""",
}
"""What hangs on something of a person, and does not name the person itself."""
_AMONG = f"rowid & {MOST << ID_AT | CODE} IN (SELECT value FROM json_each(?))"
_BEGINNING = re.compile(r'"([^"]*)"\s*\*')
Find = Callable[..., list[int]]
"""Finds the numbers of the rows for which all parts of an expression are true."""
_KEPT = {State.EARLIER: VERSION, State.DELETED: TRASH}


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
    title: bool = False


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
    """Where an *expression* of FTS5 over folded words is true, the newest first; "" is everywhere.

    With *private* only what is for the manager alone, or only what is not; with *titles* names and
    titles alone.
    """
    if not states or (kinds is not None and not kinds):
        return []
    parts = [f"({spelt_out(connection, area, expression)})"] if expression else []
    if titles:
        parts.append(f'"{TITLE}"')
    where, values = _where(since, until, private, states)
    find = partial(_newest, connection, area, where, values, newest)
    if person_id is None:
        rowids = find([*_of_kind(kinds, states, anyhow=not parts), *parts])
    else:
        rowids = _of_person(connection, find, [*_of_kind(kinds, states), *parts], person_id)
    found = _matches(connection, rowids[:newest])
    return found if kinds is None else [match for match in found if match.kind in kinds]


def spelt_out(connection: sqlite3.Connection, area: Area, expression: str) -> str:
    """The expression with the words themselves in place of a beginning that they have.

    SQLite would read all places of all of these words, before it looks for the newest.
    """

    def words(found: re.Match[str]) -> str:
        start = found[1]
        if 0 < len(start) <= SHORT and " " not in start:
            return f'"{search_codes.begins(start)}"'
        terms = _terms(connection, area, start) if start and " " not in start else None
        return found[0] if terms is None else _any_of(terms or [start])

    return _BEGINNING.sub(words, expression)


def _terms(connection: sqlite3.Connection, area: Area, start: str) -> list[str] | None:
    """The words that begin with *start*; None if they are many."""
    found = words_from(connection, area, start, MANY)
    return None if len(found) == MANY else found


def words_from(connection: sqlite3.Connection, area: Area, start: str, most: int) -> list[str]:
    """The words of an index that begin with *start*, by their letters, at most so many.

    Also such as stood there until a moment ago.
    """
    found = _words_from(connection, TABLES[area], start, most)
    if fresh.is_any(connection):
        found += _words_from(connection, fresh.TABLES[area], start, most)
        return sorted(set(found))[:most]
    return found


def _words_from(connection: sqlite3.Connection, table: str, start: str, most: int) -> list[str]:
    sql = f"SELECT term FROM {table}_terms WHERE term >= ? LIMIT 1"
    found: list[str] = []
    after = start
    while len(found) < most:
        row = connection.execute(sql, (after,)).fetchone()
        if row is None or not row[0].startswith(start):
            break
        found.append(row[0])
        after = f"{row[0]}\x01"  # comes before each word that begins with this one
    return found


def _where(
    since: date | None, until: date | None, private: bool | None, states: Collection[State]
) -> tuple[str, list[int | str]]:
    parts: list[str] = []
    values: list[int | str] = []
    if since is not None or until is not None:
        parts.append("rowid BETWEEN ? AND ?")
        first = 1 << search_codes.DAY_AT if since is None else search_codes.since(since)
        values += [first, (1 << 63) - 1 if until is None else search_codes.until(until)]
    if private is not None:
        parts.append(f"rowid & {PRIVATE} {'<>' if private else '='} 0")
    code = f"rowid & {CODE}"
    others = [f"{code} = {_KEPT[state]}" for state in states if state in _KEPT]
    there = [f"{code} < {FIRST_KEPT}"] if State.THERE in states else []
    parts.append(f"({' OR '.join(there + others) or '0'})")
    return " AND ".join(parts), values


def _of_kind(
    kinds: Collection[type[Record]] | None, states: Collection[State], *, anyhow: bool = False
) -> list[str]:
    """What narrows an expression, where that is quicker than a look at each number."""
    kept = [search_codes.of_code(_KEPT[state]) for state in states if state in _KEPT]
    if kinds is None:
        wanted = [THERE, *kept] if State.THERE in states else kept
        if State.THERE in states and not anyhow:
            return []
    else:
        wanted = [search_codes.of_code(code) for code in search_codes.codes_of(kinds)] + kept
    return [_any_of(wanted)]


def _any_of(words: Sequence[str]) -> str:
    return "({})".format(" OR ".join(f'"{word}"' for word in words))


def _newest(
    connection: sqlite3.Connection,
    area: Area,
    where: str,
    values: list[int | str],
    newest: int,
    parts: Sequence[str],
    among: str = "",
) -> list[int]:
    """The numbers of the rows for which all *parts* of an expression are true."""
    if among:
        where, values = f"{where} AND {_AMONG}", [*values, among]
    values = [" AND ".join(parts), *values]
    sql = _matching(TABLES[area], where)
    if fresh.is_any(connection):
        sql = f"{sql} {_COUNTS} UNION ALL {_matching(fresh.TABLES[area], where)}"
        values *= 2
    found = connection.execute(f"{sql} ORDER BY number DESC LIMIT ?", (*values, newest))
    return [row[0] for row in found.fetchall()]


def _matching(table: str, where: str) -> str:
    return f"SELECT rowid AS number FROM {table} WHERE {table} MATCH ? AND {where}"


def _of_person(
    connection: sqlite3.Connection, find: Find, parts: Sequence[str], person_id: int
) -> list[int]:
    """The same of what belongs to one person, some of which only other tables know."""
    theirs = [search_codes.of_person(person_id)]
    for sql, word in ((PLANS, search_codes.of_plan), (REVIEWS, search_codes.of_review)):
        theirs += [word(key) for (key,) in connection.execute(sql, (person_id,))]
    found = find([_any_of(theirs), *parts])
    found += find([_any_of([OTHERS]), *parts], json.dumps(_hanging_on(connection, person_id)))
    return sorted(found, reverse=True)


def _hanging_on(connection: sqlite3.Connection, person_id: int) -> list[int]:
    """The ids and codes, as they are in a number, of what hangs on something of a person."""
    return [
        key << ID_AT | code
        for table, sql in ITS_ROWS.items()
        for (key,) in connection.execute(sql, (person_id,))
        for code in search_codes.by_table()[table].codes.values()
    ]


def _matches(connection: sqlite3.Connection, rowids: Sequence[int]) -> list[Match]:
    known, there, made = by_code(), State.THERE, Match._make  # hundreds, at each key
    kept = {
        State.EARLIER: _what_was(connection, VERSIONS, VERSION, rowids),
        State.DELETED: _what_was(connection, DELETED, TRASH, rowids),
    }
    found = []
    for rowid in rowids:
        code, key, day = rowid & CODE, rowid >> ID_AT & MOST, day_in(rowid)
        if code < FIRST_KEPT:
            if code in known:  # else another version knows it
                kind, field, title = known[code]
                found.append(made((kind, key, field, day, rowid & PRIVATE > 0, there, 0, title)))
            continue
        state = State.DELETED if code == TRASH else State.EARLIER
        if key in kept[state]:
            kind, record_id, field = kept[state][key]
            found.append(made((kind, record_id, field, day, True, state, key, False)))
    return found


def _what_was(
    connection: sqlite3.Connection, sql: str, code: int, rowids: Sequence[int]
) -> dict[int, tuple[type[Record], int, str]]:
    """What rows of the trash or of the earlier versions are of, by their ids."""
    keys = [id_in(rowid) for rowid in rowids if rowid & CODE == code]
    if not keys:
        return {}
    kinds = kinds_by_table()
    rows = connection.execute(sql, (json.dumps(keys),))
    return {key: (kinds[table], record, field) for key, table, record, field in rows}
