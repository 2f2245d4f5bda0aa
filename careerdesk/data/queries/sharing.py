"""Reading what may be shared: private columns are not read at all."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from datetime import date
from typing import Any

from careerdesk.data.mapping import build, columns
from careerdesk.data.queries.aspirations import HOLDS, NEAR_FIRST
from careerdesk.domain.errors import NotFound
from careerdesk.domain.loop import Reach
from careerdesk.domain.progress import is_below_start, progress
from careerdesk.domain.records import Horizon, ItemState, KeyResult, Owner, PlanState
from careerdesk.domain.shared import (
    SharedAction,
    SharedAspiration,
    SharedItem,
    SharedKeyResult,
    SharedPlan,
)
from careerdesk.i18n import N_

HEAD = """
SELECT p.given_name, p.family_name, p.preferred_name, coalesce((SELECT w.title FROM past_role w
        WHERE w.person_id = p.id AND w.until > ?2 ORDER BY w.until LIMIT 1), p.title),
    p.team, p.pronouns, l.title, l.starts_on, l.ends_on, l.state, l.agreed_on, l.person_id
FROM plan l JOIN person p ON p.id = l.person_id WHERE l.id = ?1
"""
ITEMS = """
SELECT i.id, i.horizon, i.title, i.state, i.due_on, i.for_person, i.for_business, o.title,
    i.reached_on, i.personal, i.committed,
    CASE WHEN i.score_shown AND NOT i.personal THEN i.score END,
    CASE WHEN i.score_shown THEN i.score_words ELSE '' END, i.uid,
    i.may_be_cited AND NOT i.personal
FROM plan_item i LEFT JOIN objective o ON o.id = i.objective_id
WHERE i.plan_id = ? ORDER BY CASE i.horizon WHEN 'short' THEN 0 ELSE 1 END, i.rank, i.id
"""
SAID = """m.drive = 'drives' AND m.standing IN ('said', 'confirmed')
    AND m.struck_on IS NULL AND (m.until IS NULL OR m.until > ?2)"""
FED = f"""
SELECT l.item_id, m.name FROM plan_item i JOIN item_motivator l ON l.item_id = i.id
JOIN motivator m ON m.id = l.motivator_id
WHERE i.plan_id = ?1 AND {SAID} ORDER BY m.rank, m.id
"""
MEASURED = f"""
SELECT k.item_id, {columns(KeyResult, "k")} FROM plan_item i
JOIN key_result k ON k.item_id = i.id WHERE i.plan_id = ? ORDER BY k.rank, k.id
"""
DRIVERS = f"SELECT m.name FROM motivator m WHERE m.person_id = ?1 AND {SAID} ORDER BY m.rank, m.id"
STEPS = """
SELECT a.item_id, a.text, a.owner, a.due_on, a.done_on FROM plan_item i
JOIN action a ON a.item_id = i.id WHERE i.plan_id = ? ORDER BY a.rank, a.id
"""
ASPIRATIONS = f"""
SELECT reach, statement FROM aspiration
WHERE person_id = ? AND on_plan AND seen_on IS NOT NULL AND {HOLDS} ORDER BY {NEAR_FIRST}
"""


def plan(connection: sqlite3.Connection, plan_id: int, today: date) -> SharedPlan:
    """A plan for its person, with what drives them *today*; raises `NotFound`."""
    head = connection.execute(HEAD, (plan_id, today.isoformat())).fetchone()
    if head is None:
        raise NotFound(N_("This plan no longer exists."))
    given, family, preferred, title, team, pronouns, *period, person_id = head
    called = preferred or given
    return SharedPlan(
        f"{called} {family}" if family else called,
        called,
        title,
        team,
        pronouns,
        *_period(period),
        tuple(row[0] for row in connection.execute(DRIVERS, (person_id, today.isoformat()))),
        _items(connection, plan_id, today),
        tuple(
            SharedAspiration(Reach(reach), statement)
            for reach, statement in connection.execute(ASPIRATIONS, (person_id,))
        ),
    )


def _period(row: list[Any]) -> tuple[str, date, date, PlanState, date | None]:
    title, starts_on, ends_on, state, agreed_on = row
    start, end = date.fromisoformat(starts_on), date.fromisoformat(ends_on)
    return title, start, end, PlanState(state), _day(agreed_on)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _items(connection: sqlite3.Connection, plan_id: int, today: date) -> tuple[SharedItem, ...]:
    fed: dict[int, list[str]] = defaultdict(list)
    for item_id, name in connection.execute(FED, (plan_id, today.isoformat())):
        fed[item_id].append(name)
    steps: dict[int, list[SharedAction]] = defaultdict(list)
    for item_id, text, owner, due_on, done_on in connection.execute(STEPS, (plan_id,)):
        steps[item_id].append(SharedAction(text, Owner(owner), _day(due_on), _day(done_on)))
    measured: dict[int, list[KeyResult]] = defaultdict(list)
    for row in connection.execute(MEASURED, (plan_id,)):
        measured[row[0]].append(build(KeyResult, row, 1))
    return tuple(
        _item(row, fed.get(row[0], []), measured.get(row[0], []), steps.get(row[0], []))
        for row in connection.execute(ITEMS, (plan_id,)).fetchall()
    )


def _item(
    row: tuple[Any, ...], fed: list[str], results: list[KeyResult], steps: list[SharedAction]
) -> SharedItem:
    _, horizon, title, state, due_on, for_person, for_business, objective, *rest = row
    reached_on, personal, committed, score, score_words, uid, may_be_cited = rest
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
            SharedKeyResult(
                k.name,
                k.measure,
                k.baseline,
                k.target,
                k.current,
                k.unit,
                k.direction,
                k.due_on,
                k.uid,
                is_below_start(k),
            )
            for k in results
        ),
        tuple(steps),
        _day(reached_on),
        bool(personal),
        bool(committed),
        score,
        score_words,
        uid,
        bool(may_be_cited),
    )
