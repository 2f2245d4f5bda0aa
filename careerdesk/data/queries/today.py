"""Reading what the rules of today ask for: a few statements for all people together.

A CROSS JOIN of SQLite begins with its left side: with the few people, never with all check-ins.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from datetime import date
from typing import Any

from careerdesk.data.mapping import build, columns, instant
from careerdesk.dataclass import dataclass
from careerdesk.domain.attention import STALE_CADENCES, OpenAction
from careerdesk.domain.loop import Action
from careerdesk.domain.moments import local_of
from careerdesk.domain.records import CheckIn, CheckInKind, CheckInState, Promise

_HELD = "FROM check_in c WHERE c.person_id = p.id AND c.state = 'held'"
_MOMENT = "c.starts_at || ' ' || coalesce(c.utc_offset, '')"  # of one row, so that they belong
HELD = f"""
SELECT p.id,
    (SELECT {_MOMENT} {_HELD} ORDER BY c.starts_at LIMIT 1),
    (SELECT {_MOMENT} {_HELD} ORDER BY c.starts_at DESC LIMIT 1),
    (SELECT {_MOMENT} {_HELD} AND c.kind = 'career' ORDER BY c.starts_at DESC LIMIT 1)
FROM person p WHERE p.archived_on IS NULL
"""
PLANNED = """
SELECT p.id, c.id, c.kind, c.state, c.starts_at, c.started_at, c.repeat_id, c.made_for,
    c.utc_offset
FROM person p
CROSS JOIN check_in c ON c.person_id = p.id AND c.state IN ('planned', 'running')
WHERE p.archived_on IS NULL
"""
_OPEN = "FROM plan n WHERE n.person_id = p.id AND n.state <> 'closed'"
_GOALS = """FROM plan n CROSS JOIN plan_item i ON i.plan_id = n.id
    WHERE n.person_id = p.id AND n.state <> 'closed' AND n.ends_on >= ?1"""
KNOWN = f"""
WITH p AS MATERIALIZED (
    SELECT id, date(?1, (-?2 * max(cadence_days, 1)) || ' days') AS lately FROM person
    WHERE archived_on IS NULL
)
SELECT p.id,
    coalesce((SELECT i.touched_on {_GOALS} AND i.touched_on >= p.lately LIMIT 1),
        (SELECT max(i.touched_on) {_GOALS})),
    (SELECT min(n.ends_on) {_OPEN}),
    (SELECT count(*) FROM motivator m WHERE m.person_id = p.id AND m.drive = 'drives'
        AND m.until IS NULL AND m.struck_on IS NULL)
FROM p
"""
PROMISES = (
    f"SELECT {columns(Promise, 'r')} FROM person p "
    "CROSS JOIN promise r ON r.person_id = p.id AND r.done_on IS NULL AND r.due_on IS NOT NULL "
    "WHERE p.archived_on IS NULL AND r.owner = 'me'"
)
STEPS = (
    f"SELECT {columns(Action, 'a')}, p.id, i.title FROM person p "
    "CROSS JOIN plan n ON n.person_id = p.id AND n.state <> 'closed' "
    "CROSS JOIN plan_item k ON k.plan_id = n.id "  # by the index alone: few goals have such a step
    "CROSS JOIN action a ON a.item_id = k.id AND a.done_on IS NULL AND a.due_on IS NOT NULL "
    "CROSS JOIN plan_item i ON i.id = a.item_id AND i.state NOT IN ('done', 'dropped') "
    "WHERE p.archived_on IS NULL AND a.owner = 'me'"
)
_STEP = len(columns(Action).split(","))


@dataclass(frozen=True, slots=True)
class HeldDays:
    """The days of the first and last check-in, and of the last career conversation."""

    first: date | None = None
    last: date | None = None
    career: date | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """What there is of a person's open plan, and how many motivators.

    It was `touched` last on that day, or on another one that is late enough not to be stale;
    None for one that is over.
    """

    touched: date | None = None
    ends: date | None = None
    motivators: int = 0


def held(connection: sqlite3.Connection) -> dict[int, HeldDays]:
    """For each person the days of what was held, by the clock of the place where it was."""
    return {row[0]: HeldDays(*map(_day, row[1:])) for row in connection.execute(HELD)}


def planned(connection: sqlite3.Connection) -> dict[int, list[CheckIn]]:
    """For each person what runs and what is planned, the earliest first; without any notes."""
    found: dict[int, list[CheckIn]] = defaultdict(list)
    for row in connection.execute(PLANNED):
        found[row[0]].append(_check_in(row))
    for check_ins in found.values():
        check_ins.sort(key=lambda check_in: (check_in.starts_at, check_in.id))
    return found


def _check_in(row: tuple[Any, ...]) -> CheckIn:
    return CheckIn(
        person_id=row[0], id=row[1], kind=CheckInKind(row[2]), state=CheckInState(row[3]),
        starts_at=instant(row[4]), started_at=instant(row[5]) if row[5] else None,
        repeat_id=row[6], made_for=_plain_day(row[7]), utc_offset=row[8],
    )  # fmt: skip


def known(connection: sqlite3.Connection, on: date) -> dict[int, Known]:
    """For each person: touch and last day of the plan that is open *on* a day, how many motivators.

    A plan that somebody works on is read up to the first goal touched lately, not as a whole.
    """
    rows = connection.execute(KNOWN, (on.isoformat(), STALE_CADENCES))
    return {row[0]: Known(_plain_day(row[1]), _plain_day(row[2]), row[3]) for row in rows}


def promises(connection: sqlite3.Connection) -> dict[int, list[Promise]]:
    """For each person the manager's own open promises that have a day, the oldest first."""
    found: dict[int, list[Promise]] = defaultdict(list)
    every = (build(Promise, row) for row in connection.execute(PROMISES))
    for promise in sorted(every, key=lambda one: (one.due_on, one.id)):
        found[promise.person_id].append(promise)
    return found


def steps(connection: sqlite3.Connection) -> dict[int, list[OpenAction]]:
    """For each person the manager's own open next steps that have a day, the oldest first."""
    found: dict[int, list[OpenAction]] = defaultdict(list)
    every = (
        OpenAction(row[_STEP], build(Action, row), row[-1]) for row in connection.execute(STEPS)
    )
    for step in sorted(every, key=lambda one: (one.action.due_on, one.action.id)):
        found[step.person_id].append(step)
    return found


def _day(moment: str | None) -> date | None:
    if not moment:
        return None
    at, _, offset = moment.partition(" ")
    return local_of(instant(at), int(offset) if offset else None).date()


def _plain_day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
