"""Reading plans, their goals, and what these feed and are measured by."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from careerdesk.data.mapping import build, columns, field_names
from careerdesk.domain.records import KeyResult, Motivator, Person, Plan, PlanItem, PlanState
from careerdesk.domain.views import ItemView

if TYPE_CHECKING:
    from careerdesk.domain.loop import Objective

_GROUPS = "CASE horizon WHEN 'short' THEN 0 ELSE 1 END"

CURRENT = f"""
SELECT {columns(Plan)} FROM plan
WHERE person_id = ?1 AND state IN ('draft', 'agreed', 'active')
ORDER BY starts_on DESC, id DESC LIMIT 1
"""
CLOSED = f"""
SELECT {columns(Plan)} FROM plan WHERE person_id = ? AND state = 'closed'
ORDER BY closed_on DESC, id DESC
"""
OF_PERSON = f"""
SELECT {columns(Person, "w")}, {columns(Plan, "l")} FROM person w
LEFT JOIN plan l ON l.person_id = w.id WHERE w.id = ?
ORDER BY coalesce(l.closed_on, l.starts_on) DESC, l.id DESC
"""
WITH_OWNER = f"""
SELECT l.person_id, {columns(PlanItem, "i")} FROM plan_item i JOIN plan l ON l.id = i.plan_id
WHERE i.id IN (SELECT value FROM json_each(?))
"""
_OF_THESE = "i.plan_id IN (SELECT value FROM json_each(?))"
ITEMS = f"""
SELECT {columns(PlanItem, "i")} FROM plan_item i WHERE {_OF_THESE} ORDER BY {_GROUPS}, rank, id
"""
ITEM_ORDER = "SELECT id, rank FROM plan_item WHERE plan_id = ? AND horizon = ? ORDER BY rank, id"
FED_BY_PLAN = f"""
SELECT l.item_id, {columns(Motivator, "m")} FROM plan_item i
JOIN item_motivator l ON l.item_id = i.id JOIN motivator m ON m.id = l.motivator_id
WHERE {_OF_THESE} ORDER BY m.rank, m.id
"""
MEASURED_IN_PLAN = f"""
SELECT k.item_id, {columns(KeyResult, "k")} FROM plan_item i
JOIN key_result k ON k.item_id = i.id WHERE {_OF_THESE} ORDER BY k.rank, k.id
"""
RESULT_ORDER = "SELECT id, rank FROM key_result WHERE item_id = ? ORDER BY rank, id"
_PLAN_OF = {
    "plan": "SELECT id FROM plan WHERE id = ?1",
    "plan_item": "SELECT plan_id FROM plan_item WHERE id = ?1",
    "key_result": "SELECT plan_id FROM plan_item WHERE id = "
    "(SELECT item_id FROM key_result WHERE id = ?1)",
    "item_motivator": "SELECT plan_id FROM plan_item WHERE id = "
    "(SELECT item_id FROM item_motivator WHERE id = ?1)",
}
_NOT_KEPT = """
SELECT l.id FROM plan l WHERE l.id = ({plan})
    AND NOT EXISTS (SELECT 1 FROM plan_snapshot s WHERE s.plan_id = l.id AND s.before = ?2)
"""
SNAPSHOTS = "SELECT before FROM plan_snapshot WHERE plan_id = ? ORDER BY before DESC"
AS_OF = """
SELECT body FROM plan_snapshot WHERE plan_id = ? AND before > ? ORDER BY before LIMIT 1
"""
GONE_ON = """
SELECT n.carried_from FROM plan_item i JOIN plan_item n ON n.carried_from = i.id
WHERE i.plan_id = ?
"""
CITABLE_BEFORE = """
WITH RECURSIVE goal(id) AS (
    SELECT ? UNION SELECT i.carried_from FROM goal g JOIN plan_item i ON i.id = g.id
    WHERE i.carried_from IS NOT NULL
)
SELECT i.id FROM goal g JOIN plan_item i ON i.id = g.id WHERE i.may_be_cited
"""
LINKS = "SELECT id, motivator_id FROM item_motivator WHERE item_id = ?"
LAST_RESULT_RANK = "SELECT max(rank) FROM key_result WHERE item_id = ?"
LAST_ITEM_RANK = "SELECT max(rank) FROM plan_item WHERE plan_id = ? AND horizon = ?"
OWNER = "SELECT person_id FROM plan WHERE id = (SELECT plan_id FROM plan_item WHERE id = ?)"


def current(connection: sqlite3.Connection, person_id: int) -> Plan | None:
    """The plan that is not closed, the newest one."""
    row = connection.execute(CURRENT, (person_id,)).fetchone()
    return build(Plan, row) if row else None


def closed(connection: sqlite3.Connection, person_id: int) -> list[Plan]:
    """The closed plans, the last one first."""
    return [build(Plan, row) for row in connection.execute(CLOSED, (person_id,))]


def of_person(
    connection: sqlite3.Connection, person_id: int
) -> tuple[Person | None, list[Plan], list[Plan]]:
    """A person, their plans that are not closed, the newest first, and those that are."""
    rows = connection.execute(OF_PERSON, (person_id,)).fetchall()
    width = len(field_names(Person))
    every = [build(Plan, row, width) for row in rows if row[width] is not None]
    open_ones = [plan for plan in every if plan.state is not PlanState.CLOSED]
    open_ones.sort(key=lambda plan: (plan.starts_on, plan.id), reverse=True)
    closed_ones = [plan for plan in every if plan.state is PlanState.CLOSED]
    return build(Person, rows[0]) if rows else None, open_ones, closed_ones


def with_owner(
    connection: sqlite3.Connection, item_ids: Sequence[int]
) -> dict[int, tuple[int, PlanItem]]:
    """Goals and whose they are, by their ids; those that are gone are left out."""
    rows = connection.execute(WITH_OWNER, (json.dumps(list(item_ids)),))
    return {row[1]: (row[0], build(PlanItem, row, 1)) for row in rows}


def items(connection: sqlite3.Connection, plan_id: int) -> list[PlanItem]:
    """The goals of a plan: short term first, each group in its order."""
    return _items(connection, json.dumps([plan_id]))


def _items(connection: sqlite3.Connection, plan_ids: str) -> list[PlanItem]:
    return [build(PlanItem, row) for row in connection.execute(ITEMS, (plan_ids,))]


def item_views(connection: sqlite3.Connection, plan_id: int) -> tuple[ItemView, ...]:
    """The goals of a plan with their motivators and key results."""
    return item_views_of(connection, [plan_id])[plan_id]


def item_views_of(
    connection: sqlite3.Connection, plan_ids: Sequence[int]
) -> dict[int, tuple[ItemView, ...]]:
    """The goals of plans with their motivators and key results, by the ids of the plans."""
    wanted = json.dumps(list(plan_ids))
    motivators: dict[int, list[Motivator]] = defaultdict(list)
    known: dict[int, Motivator] = {}
    for row in connection.execute(FED_BY_PLAN, (wanted,)):
        if row[1] not in known:
            known[row[1]] = build(Motivator, row, 1)
        motivators[row[0]].append(known[row[1]])
    results: dict[int, list[KeyResult]] = defaultdict(list)
    for row in connection.execute(MEASURED_IN_PLAN, (wanted,)):
        results[row[0]].append(build(KeyResult, row, 1))
    found = _items(connection, wanted)
    objectives = _objectives(connection, wanted, found)
    views: dict[int, list[ItemView]] = {plan_id: [] for plan_id in plan_ids}
    for item in found:
        fed, measured = tuple(motivators.get(item.id, ())), tuple(results.get(item.id, ()))
        views[item.plan_id].append(ItemView(item, fed, measured, objectives.get(item.id)))
    return {plan_id: tuple(goals) for plan_id, goals in views.items()}


def _objectives(
    connection: sqlite3.Connection, plan_ids: str, found: list[PlanItem]
) -> dict[int, Objective]:
    if all(item.objective_id is None for item in found):
        return {}
    from careerdesk.data.queries import objectives  # late: few plans need it

    return objectives.of_plans(connection, plan_ids)


def item_order(connection: sqlite3.Connection, plan_id: int, horizon: str) -> list[tuple[int, int]]:
    """A group as pairs of id and rank."""
    return connection.execute(ITEM_ORDER, (plan_id, horizon)).fetchall()


def gone_on(connection: sqlite3.Connection, plan_id: int) -> frozenset[int]:
    """The goals of a plan that were carried over into another."""
    return frozenset(row[0] for row in connection.execute(GONE_ON, (plan_id,)))


def links(connection: sqlite3.Connection, item_id: int) -> dict[int, int]:
    """The motivators a goal feeds, with the id of each link."""
    return {row[1]: row[0] for row in connection.execute(LINKS, (item_id,))}


def not_kept(connection: sqlite3.Connection, table: str, row_id: int, before: date) -> int | None:
    """The plan that a row is part of, unless it is kept as it was before a day already."""
    return _one(connection, _NOT_KEPT.format(plan=_PLAN_OF[table]), row_id, before.isoformat())


def snapshot_days(connection: sqlite3.Connection, plan_id: int) -> list[date]:
    """The days before which a plan is kept, the last one first."""
    return [date.fromisoformat(row[0]) for row in connection.execute(SNAPSHOTS, (plan_id,))]


def snapshot(connection: sqlite3.Connection, plan_id: int, day: date) -> str | None:
    """The body of the plan as it was at the end of *day*; None if it has not changed since."""
    row = connection.execute(AS_OF, (plan_id, day.isoformat())).fetchone()
    return row[0] if row else None


def result_order(connection: sqlite3.Connection, item_id: int) -> list[tuple[int, int]]:
    """The ids and ranks of a goal's key results, in their order."""
    return connection.execute(RESULT_ORDER, (item_id,)).fetchall()


def last_result_rank(connection: sqlite3.Connection, item_id: int) -> int | None:
    """The greatest rank of a goal's key results."""
    return _one(connection, LAST_RESULT_RANK, item_id)


def last_item_rank(connection: sqlite3.Connection, plan_id: int, horizon: str) -> int | None:
    """The greatest rank in a group."""
    return _one(connection, LAST_ITEM_RANK, plan_id, horizon)


def owner(connection: sqlite3.Connection, item_id: int) -> int | None:
    """The person whose plan holds the goal."""
    return _one(connection, OWNER, item_id)


def _one(connection: sqlite3.Connection, sql: str, *values: Any) -> int | None:
    row = connection.execute(sql, values).fetchone()
    found: int | None = row[0] if row else None
    return found


def citable_before(connection: sqlite3.Connection, item_id: int) -> list[int]:
    """A goal and those it was carried over from, of which it was settled that they may be cited."""
    return [int(row[0]) for row in connection.execute(CITABLE_BEFORE, (item_id,))]
