"""Looking whether the index has the words of all texts, and no others; nothing is written."""

from __future__ import annotations

import sqlite3
from collections import Counter

from careerdesk.data.search_codes import THERE, TRASH, VERSION, of_code
from careerdesk.data.search_index import TABLES, is_of_index, said_everywhere, state_of
from careerdesk.domain.entries import Area

Content = tuple[list[int], dict[str, tuple[int, int]]]
"""The numbers of the rows of an index, and of each word in how many rows and how often it is."""


def is_in_order(connection: sqlite3.Connection) -> bool:
    """Whether the index is what one that is made again would be, but for the rows that wait."""
    try:
        if not state_of(connection).is_whole:
            return False
        found = {area: _content(connection, area) for area in TABLES}
        return found == _expected(connection)
    except Exception as error:
        if not is_of_index(error):
            raise
        return False


def _content(connection: sqlite3.Connection, area: Area) -> Content:
    table = TABLES[area]
    every = " OR ".join(f'"{word}"' for word in (THERE, of_code(VERSION), of_code(TRASH)))
    sql = f"SELECT rowid FROM {table} WHERE {table} MATCH ? ORDER BY rowid"
    rows = [row[0] for row in connection.execute(sql, (every,))]
    counts = connection.execute(f"SELECT term, doc, cnt FROM {table}_counts")
    return rows, {term: (rows, times) for term, rows, times in counts}


def _expected(connection: sqlite3.Connection) -> dict[Area, Content]:
    rows: dict[Area, list[int]] = {area: [] for area in TABLES}
    in_rows: dict[Area, Counter[str]] = {area: Counter() for area in TABLES}
    times: dict[Area, Counter[str]] = {area: Counter() for area in TABLES}
    for one in said_everywhere(connection):
        words = one.words.split(" ")
        if words != [""]:
            rows[one.area].append(one.rowid)
            in_rows[one.area].update(set(words))
            times[one.area].update(words)
    return {
        area: (
            sorted(rows[area]),
            {word: (count, times[area][word]) for word, count in in_rows[area].items()},
        )
        for area in TABLES
    }
