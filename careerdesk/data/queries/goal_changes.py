"""Reading what changed on goals: in a check-in, or from one day to another."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from datetime import date, datetime
from operator import attrgetter

from careerdesk.data.mapping import build, columns, field_names, instant_text
from careerdesk.domain.goal_changes import ChangedGoal, put_together
from careerdesk.domain.loop import GoalChange
from careerdesk.domain.records import CheckIn

_CHANGE = columns(GoalChange)
_WITH_TITLE = f"i.title, {columns(GoalChange, 'g')}"

NOW = f"""
SELECT {columns(CheckIn, "c")}, {columns(GoalChange, "g")} FROM (SELECT 1)
LEFT JOIN check_in c ON c.state = 'running' AND c.person_id =
    (SELECT person_id FROM plan WHERE id = (SELECT plan_id FROM plan_item WHERE id = ?1))
LEFT JOIN goal_change g ON g.item_id = ?1 AND (g.changed_on = ?2 OR g.made_in = c.id)
"""
MADE_IN = f"""
SELECT {_WITH_TITLE} FROM goal_change g JOIN plan_item i ON i.id = g.item_id
WHERE g.made_in = ? ORDER BY g.id
"""
OF_CHECK_INS = f"""
SELECT {_WITH_TITLE} FROM check_in c JOIN goal_change g ON g.made_in = c.id
JOIN plan_item i ON i.id = g.item_id
WHERE c.person_id = ? AND c.starts_at >= ? AND c.starts_at <= ? ORDER BY g.id
"""
MADE_ON = """
WITH RECURSIVE goal(id) AS (
    SELECT ? UNION SELECT i.carried_from FROM goal g JOIN plan_item i ON i.id = g.id
    WHERE i.carried_from IS NOT NULL
)
SELECT min(c.changed_on) FROM goal g JOIN goal_change c ON c.item_id = g.id
WHERE c.what = 'state' AND c.was = ''
"""
TARGETS_OF = f"""
SELECT {columns(GoalChange)} FROM goal_change WHERE item_id = ? AND what = 'target'
ORDER BY changed_on DESC, id DESC
"""
IN_PLAN = f"""
SELECT {_WITH_TITLE} FROM plan_item i
JOIN goal_change g ON g.item_id = i.id AND g.changed_on >= ? AND g.changed_on <= ?
WHERE i.plan_id = ? ORDER BY g.id
"""


def now(
    connection: sqlite3.Connection, item_id: int, day: date
) -> tuple[list[CheckIn], list[GoalChange]]:
    """The check-ins that go on with whom a goal belongs to, and what changed on it on a day.

    With it goes what changed in those check-ins the day before. The earliest first.
    """
    check_ins: dict[int, CheckIn] = {}
    changes: dict[int, GoalChange] = {}
    width = len(field_names(CheckIn))
    for row in connection.execute(NOW, (item_id, day.isoformat())):
        if row[0] is not None and row[0] not in check_ins:
            check_ins[row[0]] = build(CheckIn, row)
        if row[width] is not None and row[width] not in changes:
            changes[row[width]] = build(GoalChange, row, width)
    earliest = sorted(check_ins.values(), key=attrgetter("starts_at", "id"))
    return earliest, sorted(changes.values(), key=attrgetter("id"))


def made_on(connection: sqlite3.Connection, item_id: int) -> date | None:
    """The day a goal was made, in the first of the plans it went through.

    None for one from before changes were noted.
    """
    day = connection.execute(MADE_ON, (item_id,)).fetchone()[0]
    return date.fromisoformat(day) if day else None


def targets_of(connection: sqlite3.Connection, item_id: int) -> list[GoalChange]:
    """How the targets of a goal's key results changed, the last change first."""
    return [build(GoalChange, row) for row in connection.execute(TARGETS_OF, (item_id,))]


def made_in(connection: sqlite3.Connection, checkin_id: int) -> tuple[ChangedGoal, ...]:
    """What changed in a check-in."""
    rows = connection.execute(MADE_IN, (checkin_id,))
    return put_together((row[0], build(GoalChange, row, 1)) for row in rows)


def of_check_ins(
    connection: sqlite3.Connection, person_id: int, first: datetime, last: datetime
) -> dict[int, tuple[ChangedGoal, ...]]:
    """What changed in each of the check-ins that begin between two moments, by their ids."""
    found: dict[int, list[tuple[str, GoalChange]]] = defaultdict(list)
    span = (person_id, instant_text(first), instant_text(last))
    for row in connection.execute(OF_CHECK_INS, span):
        change = build(GoalChange, row, 1)
        found[change.made_in or 0].append((row[0], change))
    return {key: put_together(changes) for key, changes in found.items()}


def in_plan(
    connection: sqlite3.Connection, plan_id: int, first: date, last: date
) -> tuple[ChangedGoal, ...]:
    """What changed on the goals of a plan from one day to another, both included."""
    days = (first.isoformat(), last.isoformat())
    rows = connection.execute(IN_PLAN, (*days, plan_id))
    return put_together((row[0], build(GoalChange, row, 1)) for row in rows)
