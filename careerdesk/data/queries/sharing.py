"""Reading what may be shared: private columns are not read at all."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from datetime import date
from typing import Any

from careerdesk.data.mapping import build, columns
from careerdesk.domain.errors import NotFound
from careerdesk.domain.progress import progress
from careerdesk.domain.records import Horizon, ItemState, KeyResult, PlanState
from careerdesk.domain.shared import SharedItem, SharedKeyResult, SharedPlan

HEAD = """
SELECT p.given_name, p.family_name, p.preferred_name, p.title, p.team, p.pronouns,
    l.title, l.starts_on, l.ends_on, l.state, l.agreed_on, l.person_id
FROM plan l JOIN person p ON p.id = l.person_id WHERE l.id = ?
"""
ITEMS = """
SELECT i.id, i.horizon, i.title, i.state, i.due_on, i.for_person, i.for_business, o.title
FROM plan_item i LEFT JOIN objective o ON o.id = i.objective_id
WHERE i.plan_id = ? ORDER BY CASE i.horizon WHEN 'short' THEN 0 ELSE 1 END, i.rank, i.id
"""
FED = """
SELECT l.item_id, m.name FROM plan_item i JOIN item_motivator l ON l.item_id = i.id
JOIN motivator m ON m.id = l.motivator_id
WHERE i.plan_id = ? AND m.drive = 'drives' ORDER BY m.rank, m.id
"""
MEASURED = f"""
SELECT k.item_id, {columns(KeyResult, "k")} FROM plan_item i
JOIN key_result k ON k.item_id = i.id WHERE i.plan_id = ? ORDER BY k.rank, k.id
"""
DRIVERS = "SELECT name FROM motivator WHERE person_id = ? AND drive = 'drives' ORDER BY rank, id"


def plan(connection: sqlite3.Connection, plan_id: int) -> SharedPlan:
    """A plan for its person; raises `NotFound`."""
    head = connection.execute(HEAD, (plan_id,)).fetchone()
    if head is None:
        raise NotFound("This plan is not there any more.")
    given, family, preferred, title, team, pronouns, *period, person_id = head
    called = preferred or given
    return SharedPlan(
        f"{called} {family}" if family else called,
        called,
        title,
        team,
        pronouns,
        *_period(period),
        tuple(row[0] for row in connection.execute(DRIVERS, (person_id,))),
        _items(connection, plan_id),
    )


def _period(row: list[Any]) -> tuple[str, date, date, PlanState, date | None]:
    title, starts_on, ends_on, state, agreed_on = row
    start, end = date.fromisoformat(starts_on), date.fromisoformat(ends_on)
    return title, start, end, PlanState(state), _day(agreed_on)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _items(connection: sqlite3.Connection, plan_id: int) -> tuple[SharedItem, ...]:
    fed: dict[int, list[str]] = defaultdict(list)
    for item_id, name in connection.execute(FED, (plan_id,)):
        fed[item_id].append(name)
    measured: dict[int, list[KeyResult]] = defaultdict(list)
    for row in connection.execute(MEASURED, (plan_id,)):
        measured[row[0]].append(build(KeyResult, row, 1))
    return tuple(
        _item(row, fed.get(row[0], []), measured.get(row[0], []))
        for row in connection.execute(ITEMS, (plan_id,)).fetchall()
    )


def _item(row: tuple[Any, ...], fed: list[str], results: list[KeyResult]) -> SharedItem:
    _, horizon, title, state, due_on, for_person, for_business, objective = row
    return SharedItem(
        Horizon(horizon),
        title,
        ItemState(state),
        _day(due_on),
        progress(results),
        tuple(fed),
        for_person,
        for_business,
        objective or "",
        tuple(
            SharedKeyResult(k.name, k.measure, k.baseline, k.target, k.current, k.unit)
            for k in results
        ),
    )
