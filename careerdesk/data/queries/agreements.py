"""Reading what of a plan was handed over, and which changes mean the same."""

from __future__ import annotations

import sqlite3
from datetime import date

from careerdesk.data.mapping import build, columns
from careerdesk.domain.loop import HandedOver, SameMeaning

HANDED_ON = f"""
SELECT {columns(HandedOver)} FROM handed_over
WHERE plan_id = ? AND what = 'plan' AND handed_on = ? ORDER BY id DESC LIMIT 1
"""
SAME = f"SELECT {columns(SameMeaning)} FROM same_meaning WHERE handed_over_id = ? ORDER BY id"
AGREED_PLANS = """
SELECT i.id, i.uid, l.id, l.agreed_on FROM plan_item i JOIN plan l ON l.id = i.plan_id
WHERE l.agreed_on IS NOT NULL AND i.id = ?
"""


def handed_on(connection: sqlite3.Connection, plan_id: int, on: date) -> HandedOver | None:
    """What was handed over of a plan on a day, the last one of it."""
    row = connection.execute(HANDED_ON, (plan_id, on.isoformat())).fetchone()
    return build(HandedOver, row) if row else None


def same(connection: sqlite3.Connection, handed_over_id: int) -> list[SameMeaning]:
    """The changes since that were said to mean the same."""
    return [build(SameMeaning, row) for row in connection.execute(SAME, (handed_over_id,))]


def plan_of_goal(connection: sqlite3.Connection, item_id: int) -> tuple[str, int, date] | None:
    """The uid of a goal with its plan and the day that was agreed on; None without such a day."""
    row = connection.execute(AGREED_PLANS, (item_id,)).fetchone()
    return (row[1], row[2], date.fromisoformat(row[3])) if row else None
