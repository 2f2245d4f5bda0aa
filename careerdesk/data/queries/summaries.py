"""Reading the check-ins of a person: what may be shared, and in a function of its own the rest."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from datetime import date, datetime
from typing import Any

from careerdesk.data.mapping import build, columns, instant, instant_text
from careerdesk.domain.goal_changes import ChangedGoal, put_together
from careerdesk.domain.loop import GoalChange, HandedOver
from careerdesk.domain.moments import local_of
from careerdesk.domain.records import CheckInKind, CheckInState, LookedAhead, Measure, Owner
from careerdesk.domain.shared import SharedCheckIn, SharedPromise, SharedValue
from careerdesk.domain.summaries import PrivateSide
from careerdesk.domain.summary import CheckInSummary

OVER = """c.person_id = ?1 AND (?2 = 0 OR c.id = ?2)
    AND c.state IN ('held', 'skipped', 'cancelled')"""
EVERY = 0
CHECK_INS = f"""
SELECT c.id, c.starts_at, c.kind, c.state, c.minutes, c.forward_minutes, c.shared_notes,
    c.utc_offset, c.noted_on, c.looked_ahead
FROM check_in c WHERE {OVER} ORDER BY c.starts_at DESC, c.id DESC
"""
POINTS = f"""
SELECT a.covered_in, a.text FROM check_in c JOIN agenda_item a ON a.covered_in = c.id
WHERE {OVER} AND a.private = ?3 ORDER BY a.rank, a.id
"""
PROMISES = f"""
SELECT r.made_in, r.text, r.owner, r.due_on, r.done_on
FROM check_in c JOIN promise r ON r.made_in = c.id WHERE {OVER} ORDER BY r.id
"""
VALUES_READ = f"""
SELECT g.made_in, k.name, g.value, k.measure, k.unit FROM check_in c
JOIN reading g ON g.made_in = c.id JOIN key_result k ON k.id = g.result_id
JOIN plan_item i ON i.id = k.item_id
WHERE {OVER} AND g.copied_from IS NULL
ORDER BY i.rank, k.rank, g.id
"""
FEEDBACK = f"""
SELECT f.made_in, f.situation, f.behaviour, f.impact
FROM check_in c JOIN feedback f ON f.made_in = c.id WHERE {OVER} AND f.way = ?3 ORDER BY f.id
"""
CHANGES = f"""
SELECT g.made_in, i.title, {columns(GoalChange, "g")} FROM check_in c
JOIN goal_change g ON g.made_in = c.id JOIN plan_item i ON i.id = g.item_id
WHERE {OVER} ORDER BY g.id
"""
ALONE = f"""
SELECT c.id, c.private_notes, c.said, c.sensed, c.temperature_words FROM check_in c WHERE {OVER}
"""
HELD = """
SELECT c.person_id, p.given_name, p.family_name, p.preferred_name, c.starts_at, c.utc_offset,
    c.kind, c.shared_notes,
    (SELECT min(n.starts_at) FROM check_in n
        WHERE n.person_id = c.person_id AND n.state = 'planned' AND n.starts_at > ?2)
FROM check_in c JOIN person p ON p.id = c.person_id WHERE c.id = ?1 AND c.state = 'held'
"""
SENDING = f"""
SELECT trim(c.shared_notes, char(32, 9, 10, 13)) <> ''
    OR EXISTS (SELECT 1 FROM promise WHERE made_in = c.id)
    OR EXISTS (SELECT 1 FROM goal_change g WHERE g.made_in = c.id)
    OR EXISTS (SELECT 1 FROM reading WHERE made_in = c.id AND copied_from IS NULL),
    {columns(HandedOver, "h")}
FROM check_in c LEFT JOIN handed_over h ON h.id = (SELECT id FROM handed_over
    WHERE checkin_id = c.id AND what = 'summary' ORDER BY id DESC LIMIT 1)
WHERE c.id = ? AND c.state = 'held'
"""
HELD_ON = """
SELECT id, starts_at, utc_offset FROM check_in WHERE person_id = ? AND state = 'held'
ORDER BY starts_at DESC, id DESC
"""

Found = dict[int, tuple[Any, ...]]


def shared(connection: sqlite3.Connection, person_id: int) -> tuple[SharedCheckIn, ...]:
    """The check-ins that are over, the newest first; private columns are not read at all."""
    points = _grouped(connection, POINTS, person_id, EVERY, 0)
    made = _grouped(connection, PROMISES, person_id, EVERY)
    read = _grouped(connection, VALUES_READ, person_id, EVERY)
    told = _grouped(connection, FEEDBACK, person_id, EVERY, "given")
    changed = _grouped(connection, CHANGES, person_id, EVERY)
    return tuple(
        SharedCheckIn(
            key, local_of(instant(start), offset).date(), CheckInKind(kind), CheckInState(state),
            minutes, forward, notes,
            tuple(row[0] for row in points.get(key, ())),
            tuple(_reading(*row) for row in read.get(key, ())),
            tuple(_promise(*row) for row in made.get(key, ())),
            tuple(map(_in_words, told.get(key, ()))),
            noted_on=date.fromisoformat(noted) if noted else None,
            looked_ahead=LookedAhead(ahead) if ahead else None,
            changes=_changes(changed.get(key, ())),
        )
        for key, start, kind, state, minutes, forward, notes, offset, noted, ahead
        in connection.execute(CHECK_INS, (person_id, EVERY)).fetchall()
    )  # fmt: skip


def of_checkin(
    connection: sqlite3.Connection, checkin_id: int, now: datetime
) -> CheckInSummary | None:
    """What may be sent of a check-in; None of one that was not held, or is gone."""
    row = connection.execute(HELD, (checkin_id, instant_text(now))).fetchone()
    if row is None:
        return None
    person_id, given, family, preferred, start, offset, kind, notes, next_at = row
    called = preferred or given
    made, read, changed = (
        _grouped(connection, sql, person_id, checkin_id).get(checkin_id, ())
        for sql in (PROMISES, VALUES_READ, CHANGES)
    )
    return CheckInSummary(
        f"{called} {family}" if family else called,
        called,
        local_of(instant(start), offset).date(),
        CheckInKind(kind),
        notes,
        tuple(_promise(*one) for one in made),
        tuple(_reading(*one) for one in read),
        _changes(changed),
        instant(next_at).astimezone() if next_at else None,
    )


def sending(connection: sqlite3.Connection, checkin_id: int) -> tuple[bool, HandedOver | None]:
    """Whether there is anything to send of a check-in that was held, and what was sent last."""
    row = connection.execute(SENDING, (checkin_id,)).fetchone()
    if row is None:
        return False, None
    return bool(row[0]), build(HandedOver, row, 1) if row[1] is not None else None


def held_on(connection: sqlite3.Connection, person_id: int, day: date | None) -> int | None:
    """The last check-in that was held, on a day or ever."""
    for key, start, offset in connection.execute(HELD_ON, (person_id,)):
        if day is None or local_of(instant(start), offset).date() == day:
            return int(key)
    return None


def private(connection: sqlite3.Connection, person_id: int) -> dict[int, PrivateSide]:
    """What the manager alone knows of those check-ins, by their ids."""
    points = _grouped(connection, POINTS, person_id, EVERY, 1)
    heard = _grouped(connection, FEEDBACK, person_id, EVERY, "received")
    return {
        key: PrivateSide(
            notes, said, sensed, words,
            tuple(row[0] for row in points.get(key, ())),
            tuple(map(_in_words, heard.get(key, ()))),
        )
        for key, notes, said, sensed, words
        in connection.execute(ALONE, (person_id, EVERY)).fetchall()
    }  # fmt: skip


def _grouped(connection: sqlite3.Connection, sql: str, *values: object) -> Found:
    """The rows of a query without their first column, by the check-in that stands in it."""
    found: dict[int, list[Any]] = defaultdict(list)
    for key, *rest in connection.execute(sql, values):
        found[key].append(rest)
    return {key: tuple(rows) for key, rows in found.items()}


def _reading(name: str, value: float, measure: str, unit: str) -> SharedValue:
    return SharedValue(name, value, Measure(measure), unit)


def _changes(rows: tuple[Any, ...]) -> tuple[ChangedGoal, ...]:
    return put_together((row[0], build(GoalChange, row, 1)) for row in rows)


def _promise(text: str, owner: str, due_on: str | None, done_on: str | None) -> SharedPromise:
    due, done = (date.fromisoformat(day) if day else None for day in (due_on, done_on))
    return SharedPromise(text, Owner(owner), due, done)


def _in_words(parts: list[str]) -> str:
    return " ".join("; ".join(filter(None, parts)).split())
