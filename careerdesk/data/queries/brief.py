"""Reading what a brief says: what is at hand of a person at once, and a few columns of a plan."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any

from careerdesk.data.mapping import build, columns, instant
from careerdesk.data.queries import plans
from careerdesk.data.queries.aspirations import HOLDS
from careerdesk.dataclass import dataclass
from careerdesk.domain.brief_facts import ActionGlance, ChangesOn, ResultMoved, Wish
from careerdesk.domain.feedback import Feedback
from careerdesk.domain.goal_changes import put_together
from careerdesk.domain.loop import GoalChange, Reach
from careerdesk.domain.moments import local_of
from careerdesk.domain.records import AgendaItem, ItemState, Motivator, Owner, Plan, Promise
from careerdesk.domain.views import GoalGlance, Temperature

_STATES = {state.value: state for state in ItemState}
_OWNERS = {owner.value: owner for owner in Owner}
_REACHES = [reach.value for reach in Reach]  # the near ones first
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
_FEEDBACK = columns(Feedback)
AT_HAND = f"""
SELECT 'plan', json_array({columns(Plan)}) FROM ({plans.CURRENT})
UNION ALL SELECT 'point', json_array({columns(AgendaItem)}) FROM agenda_item
    WHERE person_id = ?1 AND (covered_on IS NULL OR covered_in = ?2)
UNION ALL SELECT 'promise', json_array({columns(Promise)}) FROM promise
    WHERE person_id = ?1 AND done_on IS NULL
UNION ALL SELECT 'motivator', json_array({columns(Motivator)}) FROM motivator
    WHERE person_id = ?1 AND drive = 'drives' AND until IS NULL AND struck_on IS NULL
UNION ALL SELECT 'wish', json_array(reach, rank, id, statement, valid_from) FROM aspiration
    WHERE person_id = ?1 AND {HOLDS}
UNION ALL SELECT 'to deliver', json_array({_FEEDBACK}) FROM feedback
    WHERE person_id = ?1 AND given_on IS NULL
UNION ALL SELECT 'given', json_array({_FEEDBACK}) FROM (
    SELECT * FROM feedback WHERE person_id = ?1 AND given_on IS NOT NULL
    ORDER BY given_on DESC, id DESC LIMIT ?3)
UNION ALL SELECT 'felt', json_array(starts_at, id, utc_offset, said, sensed) FROM (
    SELECT * FROM check_in WHERE person_id = ?1 AND state = 'held'
    ORDER BY starts_at DESC, id DESC LIMIT ?4)
"""


@dataclass(frozen=True, slots=True)
class AtHand:
    """What is read of a person at once: each in the order of the brief, promises in none."""

    plan: Plan | None
    agenda: Sequence[AgendaItem]
    promises: Sequence[Promise]
    motivators: Sequence[Motivator]
    wishes: Sequence[Wish]
    to_deliver: Sequence[Feedback]
    feedback: Sequence[Feedback]
    temperatures: Sequence[Temperature]


def at_hand(
    connection: sqlite3.Connection,
    person_id: int,
    running_id: int | None,
    feedback_most: int,
    temperatures_most: int,
) -> AtHand:
    """What is open with a person, what moves them, and the last that was said and felt.

    One statement reads it all: most parts have so few rows that asking costs more than they do.
    """
    rows: dict[str, list[list[Any]]] = defaultdict(list)
    asked = person_id, running_id, feedback_most, temperatures_most
    for part, row in connection.execute(AT_HAND, asked):
        rows[part].append(json.loads(row))
    current = [build(Plan, row) for row in rows["plan"]]
    points = [build(AgendaItem, row) for row in rows["point"]]
    motivators = [build(Motivator, row) for row in rows["motivator"]]
    waiting = [build(Feedback, row) for row in rows["to deliver"]]
    given = [build(Feedback, row) for row in rows["given"]]
    return AtHand(
        plan=current[0] if current else None,
        agenda=sorted(points, key=lambda point: (point.rank, point.id)),
        promises=[build(Promise, row) for row in rows["promise"]],
        motivators=sorted(motivators, key=lambda one: (one.rank, one.id)),
        wishes=[_wish(row) for row in sorted(rows["wish"], key=_near_first)],
        to_deliver=sorted(waiting, key=lambda one: one.id),
        feedback=sorted(given, key=lambda one: (one.given_on or date.min, one.id), reverse=True),
        temperatures=[_temperature(row) for row in sorted(rows["felt"])],
    )


def _near_first(row: list[Any]) -> tuple[int, int, int]:
    reach, rank, key, *_ = row
    return _REACHES.index(reach), rank, key


def _wish(row: list[Any]) -> Wish:
    reach, _, key, statement, since = row
    return Wish(key, statement, reach, date.fromisoformat(since))


def _temperature(row: list[Any]) -> Temperature:
    starts_at, _, offset, said, sensed = row
    return Temperature(local_of(instant(starts_at), offset).date(), said, sensed)


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


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
