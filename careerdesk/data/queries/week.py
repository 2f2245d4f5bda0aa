"""Reading what closes a week: a few statements for all people together.

A CROSS JOIN of SQLite begins with its left side: with the few people, never with all records.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from datetime import date, datetime
from typing import TypeVar

from careerdesk.data.mapping import build, columns, instant, instant_text
from careerdesk.domain.feedback import Feedback
from careerdesk.domain.moments import local_of
from careerdesk.domain.records import CheckIn, DiscoveryNote, Promise, Record

R = TypeVar("R", bound=Record)

PROMISES = (
    f"SELECT {columns(Promise, 'r')} FROM person p "
    "CROSS JOIN promise r ON r.person_id = p.id AND r.done_on IS NULL "
    "WHERE p.archived_on IS NULL AND r.owner = 'me'"
)
UNTOLD = (
    f"SELECT {columns(Feedback, 'f')} FROM person p "
    "CROSS JOIN feedback f ON f.person_id = p.id AND f.given_on IS NULL "
    "WHERE p.archived_on IS NULL AND f.way = 'to_deliver' AND f.tone = 'praise'"
)
PLANNED = (
    f"SELECT {columns(CheckIn, 'c')} FROM person p "
    "CROSS JOIN check_in c ON c.person_id = p.id AND c.state = 'planned' "
    "AND c.starts_at >= ? AND c.starts_at < ? WHERE p.archived_on IS NULL"
)
SAID = (
    f"SELECT {columns(DiscoveryNote, 'n')} FROM person p "
    "CROSS JOIN discovery_note n ON n.person_id = p.id AND n.asked_on >= ? AND n.asked_on <= ? "
    "WHERE p.archived_on IS NULL AND n.their_words <> '' AND NOT n.private"
)
NOTED = """
SELECT p.id, c.starts_at, c.utc_offset, c.noted_on,
    (SELECT max(f.given_on) FROM feedback f WHERE f.person_id = p.id),
    (SELECT max(f.noted_on) FROM feedback f WHERE f.person_id = p.id),
    (SELECT max(n.asked_on) FROM discovery_note n
        WHERE n.person_id = p.id AND (n.their_words <> '' OR n.my_reading <> '')),
    (SELECT max(n.noted_on) FROM discovery_note n
        WHERE n.person_id = p.id AND (n.their_words <> '' OR n.my_reading <> '')),
    (SELECT max(a.noted_on) FROM agenda_item a WHERE a.person_id = p.id)
FROM person p LEFT JOIN check_in c ON c.id = (
    SELECT x.id FROM check_in x WHERE x.person_id = p.id AND x.state = 'held'
        AND (x.shared_notes <> '' OR x.private_notes <> '')
    ORDER BY x.starts_at DESC, x.id DESC LIMIT 1)
WHERE p.archived_on IS NULL
"""


def promises(connection: sqlite3.Connection) -> list[Promise]:
    """My open promises to everyone."""
    return _built(Promise, connection.execute(PROMISES))


def untold(connection: sqlite3.Connection) -> list[Feedback]:
    """Praise that waits to be told."""
    return _built(Feedback, connection.execute(UNTOLD))


def planned(connection: sqlite3.Connection, begin: datetime, end: datetime) -> list[CheckIn]:
    """The check-ins that are planned between two moments, the end not among them."""
    return _built(CheckIn, connection.execute(PLANNED, (instant_text(begin), instant_text(end))))


def said(connection: sqlite3.Connection, first: date, last: date) -> list[DiscoveryNote]:
    """What people said in their own words from one day to another."""
    rows = connection.execute(SAID, (first.isoformat(), last.isoformat()))
    return _built(DiscoveryNote, rows)


def noted(connection: sqlite3.Connection) -> dict[int, date]:
    """For each person of whom something was noted in Conversations: the last day it was."""
    found = {}
    for person_id, starts_at, offset, *days in connection.execute(NOTED):
        known = [date.fromisoformat(day) for day in days if day]
        if starts_at is not None:
            known.append(local_of(instant(starts_at), offset).date())
        if known:
            found[int(person_id)] = max(known)
    return found


def _built(kind: type[R], rows: Iterable[tuple[object, ...]]) -> list[R]:
    return [build(kind, row) for row in rows]
