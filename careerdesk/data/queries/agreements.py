"""Reading what of a plan was handed over, and which changes mean the same."""

from __future__ import annotations

import sqlite3
from datetime import date

from careerdesk.data.mapping import build, columns, field_names
from careerdesk.domain.loop import HandedOver, SameMeaning

HANDED_ON = f"""
SELECT {columns(HandedOver, "h")}, {columns(SameMeaning, "s")} FROM handed_over h
LEFT JOIN same_meaning s ON s.handed_over_id = h.id
WHERE h.id = (SELECT id FROM handed_over
    WHERE plan_id = ? AND what = 'plan' AND handed_on = ? ORDER BY id DESC LIMIT 1)
ORDER BY s.id
"""
AGREED_PLANS = "SELECT id FROM plan WHERE person_id = ? AND agreed_on IS NOT NULL"
PLAN_OF_GOAL = """
SELECT i.id, i.uid, l.id, l.agreed_on FROM plan_item i JOIN plan l ON l.id = i.plan_id
WHERE l.agreed_on IS NOT NULL AND i.id = ?
"""


def handed_on(
    connection: sqlite3.Connection, plan_id: int, on: date
) -> tuple[HandedOver, list[SameMeaning]] | None:
    """What was handed over of a plan on a day, and the changes since that mean the same.

    Of several copies of a day it is the last one.
    """
    rows = connection.execute(HANDED_ON, (plan_id, on.isoformat())).fetchall()
    if not rows:
        return None
    width = len(field_names(HandedOver))
    same = [build(SameMeaning, row, width) for row in rows if row[width] is not None]
    return build(HandedOver, rows[0]), same


def agreed_plans(connection: sqlite3.Connection, person_id: int) -> list[int]:
    """The plans of a person that were agreed on, closed ones too."""
    return [int(row[0]) for row in connection.execute(AGREED_PLANS, (person_id,))]


def plan_of_goal(connection: sqlite3.Connection, item_id: int) -> tuple[str, int, date] | None:
    """The uid of a goal with its plan and the day that was agreed on; None without such a day."""
    row = connection.execute(PLAN_OF_GOAL, (item_id,)).fetchone()
    return (row[1], row[2], date.fromisoformat(row[3])) if row else None
