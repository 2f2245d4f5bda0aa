"""Reading what of a plan was handed over, and which changes mean the same."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
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
COPIES_OF_GOALS = """
SELECT l.agreed_on, h.body, (SELECT json_group_array(i.uid) FROM plan_item i
    WHERE i.plan_id = l.id AND i.id IN (SELECT value FROM json_each(?1)))
FROM plan l JOIN handed_over h ON h.id = (SELECT id FROM handed_over
    WHERE plan_id = l.id AND what = 'plan' AND handed_on = l.agreed_on ORDER BY id DESC LIMIT 1)
WHERE l.id IN (SELECT plan_id FROM plan_item WHERE id IN (SELECT value FROM json_each(?1)))
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


def copies_of_goals(
    connection: sqlite3.Connection, item_ids: Sequence[int]
) -> list[tuple[date, str, frozenset[str]]]:
    """Of each agreed plan with some of these goals: its day, what was handed over, their uids."""
    rows = connection.execute(COPIES_OF_GOALS, (json.dumps(list(item_ids)),))
    return [(date.fromisoformat(on), body, frozenset(json.loads(uids))) for on, body, uids in rows]
