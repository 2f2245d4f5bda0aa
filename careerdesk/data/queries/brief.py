"""Reading what a brief says of goals, steps and aspirations: a few columns of each."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from datetime import date

from careerdesk.data.mapping import build, columns
from careerdesk.data.queries.aspirations import HOLDS, NEAR_FIRST
from careerdesk.domain.brief_facts import ActionGlance, ChangesOn, ResultMoved, Wish
from careerdesk.domain.goal_changes import put_together
from careerdesk.domain.loop import GoalChange
from careerdesk.domain.records import ItemState, Owner
from careerdesk.domain.views import GoalGlance

_STATES = {state.value: state for state in ItemState}
_OWNERS = {owner.value: owner for owner in Owner}
_GROUPS = "CASE i.horizon WHEN 'short' THEN 0 ELSE 1 END"
GOALS = f"""
SELECT i.id, i.title, i.state, i.due_on, i.touched_on, substr(i.for_person, 1, 400),
    i.reached_on
FROM plan_item i
WHERE i.plan_id = ?1 AND i.state <> 'dropped'
    AND (i.state <> 'done' OR i.reached_on >= ?2)
ORDER BY {_GROUPS}, i.rank, i.id
"""
STEPS = f"""
SELECT a.id, a.text, a.owner, a.due_on, i.id, i.title FROM plan_item i
JOIN action a ON a.item_id = i.id
WHERE i.plan_id = ? AND a.done_on IS NULL AND i.state NOT IN ('done', 'dropped')
ORDER BY {_GROUPS}, i.rank, i.id, a.rank, a.id
"""
MOVED = """
SELECT k.id, i.id, k.name, k.measure, k.unit, k.baseline, r.value, r.read_on,
    (SELECT b.value FROM reading b WHERE b.result_id = k.id AND b.read_on < ?2
     ORDER BY b.read_on DESC, b.id DESC LIMIT 1)
FROM plan_item i JOIN key_result k ON k.item_id = i.id
JOIN reading r ON r.id = (SELECT n.id FROM reading n WHERE n.result_id = k.id
    ORDER BY n.read_on DESC, n.id DESC LIMIT 1)
WHERE i.plan_id = ?1 AND r.read_on >= ?2 ORDER BY r.read_on, r.id
"""
CHANGES = f"""
SELECT i.title, {columns(GoalChange, "g")} FROM plan_item i JOIN goal_change g ON g.item_id = i.id
WHERE i.plan_id = ?1 AND (g.made_in = ?2 OR g.changed_on > ?3
    OR g.changed_on = ?3 AND g.made_in IS NULL) ORDER BY g.changed_on, g.id
"""
WISHES = f"""
SELECT id, statement, reach, valid_from FROM aspiration
WHERE person_id = ? AND {HOLDS} ORDER BY {NEAR_FIRST}
"""


def goals(connection: sqlite3.Connection, plan_id: int, since: date) -> list[GoalGlance]:
    """The goals that are open or were done since that day, in the order of the plan."""
    return [
        GoalGlance(key, title, _STATES[state], _day(due_on), date.fromisoformat(touched_on),
                   for_person, _day(reached_on))
        for key, title, state, due_on, touched_on, for_person, reached_on in connection.execute(
            GOALS, (plan_id, since.isoformat())
        )
    ]  # fmt: skip


def steps(connection: sqlite3.Connection, plan_id: int) -> list[ActionGlance]:
    """The open next steps of open goals, in the order of the plan."""
    return [
        ActionGlance(key, text, _OWNERS[owner], _day(due_on), None, item_id, goal)
        for key, text, owner, due_on, item_id, goal in connection.execute(STEPS, (plan_id,))
    ]


def moved(connection: sqlite3.Connection, plan_id: int, since: date) -> list[ResultMoved]:
    """The key results of a plan whose value is another one than before that day."""
    found = []
    for row in connection.execute(MOVED, (plan_id, since.isoformat())):
        key, item_id, name, measure, unit, baseline, now, on, before = row
        was = baseline if before is None else before
        if was != now:
            unit = "%" if measure == "percent" else unit.strip()
            found.append(ResultMoved(key, item_id, name, float(was), float(now), unit,
                                     measure == "milestone", date.fromisoformat(on)))  # fmt: skip
    return found


def changes(
    connection: sqlite3.Connection, plan_id: int, checkin_id: int, since: date
) -> list[ChangesOn]:
    """What changed on each goal of a plan in that check-in, and what besides from that day on."""
    known: dict[tuple[bool, int], list[tuple[str, GoalChange]]] = defaultdict(list)
    for row in connection.execute(CHANGES, (plan_id, checkin_id, since.isoformat())):
        change = build(GoalChange, row, 1)
        known[change.made_in == checkin_id, change.item_id].append((row[0], change))
    return [
        ChangesOn(some[-1][1].changed_on, inside, put_together(some)[0])
        for (inside, _), some in known.items()
    ]


def wishes(connection: sqlite3.Connection, person_id: int) -> list[Wish]:
    """What a person wants now, the near ones first."""
    rows = connection.execute(WISHES, (person_id,))
    return [Wish(key, words, reach, date.fromisoformat(on)) for key, words, reach, on in rows]


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
