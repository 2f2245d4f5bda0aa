"""Reading the talks of a person: what may be shared, and in a function of its own the rest."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from datetime import date
from typing import Any

from careerdesk.data.mapping import build, columns, instant
from careerdesk.domain.goal_changes import ChangedGoal, put_together
from careerdesk.domain.loop import GoalChange
from careerdesk.domain.moments import local_of
from careerdesk.domain.records import CheckInKind, CheckInState, LookedAhead, Measure, Owner
from careerdesk.domain.shared import SharedPromise, SharedReading, SharedTalk
from careerdesk.domain.summaries import PrivateSide

OVER = "c.person_id = ? AND c.state IN ('held', 'skipped', 'cancelled')"
TALKS = f"""
SELECT c.id, c.starts_at, c.kind, c.state, c.minutes, c.forward_minutes, c.shared_notes,
    c.utc_offset, c.noted_on, c.looked_ahead
FROM check_in c WHERE {OVER} ORDER BY c.starts_at DESC, c.id DESC
"""
POINTS = f"""
SELECT a.covered_in, a.text FROM check_in c JOIN agenda_item a ON a.covered_in = c.id
WHERE {OVER} AND a.private = ? ORDER BY a.rank, a.id
"""
PROMISES = f"""
SELECT r.made_in, r.text, r.owner, r.due_on, r.done_on
FROM check_in c JOIN promise r ON r.made_in = c.id WHERE {OVER} ORDER BY r.id
"""
READINGS = f"""
SELECT g.made_in, k.name, g.value, k.measure, k.unit FROM check_in c
JOIN reading g ON g.made_in = c.id JOIN key_result k ON k.id = g.result_id
JOIN plan_item i ON i.id = k.item_id
WHERE {OVER} AND g.copied_from IS NULL
ORDER BY i.rank, k.rank, g.id
"""
FEEDBACK = f"""
SELECT f.made_in, f.situation, f.behaviour, f.impact
FROM check_in c JOIN feedback f ON f.made_in = c.id WHERE {OVER} AND f.way = ? ORDER BY f.id
"""
CHANGES = f"""
SELECT g.made_in, i.title, {columns(GoalChange, "g")} FROM check_in c
JOIN goal_change g ON g.made_in = c.id JOIN plan_item i ON i.id = g.item_id
WHERE {OVER} ORDER BY g.id
"""
ALONE = f"""
SELECT c.id, c.private_notes, c.said, c.sensed, c.temperature_words FROM check_in c WHERE {OVER}
"""

Found = dict[int, tuple[Any, ...]]


def shared(connection: sqlite3.Connection, person_id: int) -> tuple[SharedTalk, ...]:
    """The talks that are over, the newest first; private columns are not read at all."""
    points = _grouped(connection, POINTS, person_id, 0)
    made = _grouped(connection, PROMISES, person_id)
    read = _grouped(connection, READINGS, person_id)
    told = _grouped(connection, FEEDBACK, person_id, "given")
    changed = _grouped(connection, CHANGES, person_id)
    return tuple(
        SharedTalk(
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
        in connection.execute(TALKS, (person_id,)).fetchall()
    )  # fmt: skip


def private(connection: sqlite3.Connection, person_id: int) -> dict[int, PrivateSide]:
    """What the manager alone knows of those talks, by their ids."""
    points = _grouped(connection, POINTS, person_id, 1)
    heard = _grouped(connection, FEEDBACK, person_id, "received")
    return {
        key: PrivateSide(
            notes, said, sensed, words,
            tuple(row[0] for row in points.get(key, ())),
            tuple(map(_in_words, heard.get(key, ()))),
        )
        for key, notes, said, sensed, words
        in connection.execute(ALONE, (person_id,)).fetchall()
    }  # fmt: skip


def _grouped(connection: sqlite3.Connection, sql: str, *values: object) -> Found:
    """The rows of a query without their first column, by the talk that stands in it."""
    found: dict[int, list[Any]] = defaultdict(list)
    for key, *rest in connection.execute(sql, values):
        found[key].append(rest)
    return {key: tuple(rows) for key, rows in found.items()}


def _reading(name: str, value: float, measure: str, unit: str) -> SharedReading:
    return SharedReading(name, value, Measure(measure), unit)


def _changes(rows: tuple[Any, ...]) -> tuple[ChangedGoal, ...]:
    return put_together((row[0], build(GoalChange, row, 1)) for row in rows)


def _promise(text: str, owner: str, due_on: str | None, done_on: str | None) -> SharedPromise:
    due, done = (date.fromisoformat(day) if day else None for day in (due_on, done_on))
    return SharedPromise(text, Owner(owner), due, done)


def _in_words(parts: list[str]) -> str:
    return " ".join("; ".join(filter(None, parts)).split())
