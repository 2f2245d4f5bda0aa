"""Reading the next steps of goals."""

from __future__ import annotations

import sqlite3
from collections import defaultdict

from careerdesk.data.mapping import build, columns
from careerdesk.domain.loop import Action

OF_ITEM = f"SELECT {columns(Action)} FROM action WHERE item_id = ? ORDER BY rank, id"

OF_PLAN = f"""
SELECT {columns(Action, "a")} FROM plan_item i JOIN action a ON a.item_id = i.id
WHERE i.plan_id = ? ORDER BY a.rank, a.id
"""


def of_plan(connection: sqlite3.Connection, plan_id: int) -> dict[int, list[Action]]:
    """The steps of a plan in their order, by the ids of their goals."""
    found: dict[int, list[Action]] = defaultdict(list)
    for row in connection.execute(OF_PLAN, (plan_id,)):
        step = build(Action, row)
        found[step.item_id].append(step)
    return dict(found)


def of_item(connection: sqlite3.Connection, item_id: int) -> list[Action]:
    """The steps of a goal, in their order."""
    return [build(Action, row) for row in connection.execute(OF_ITEM, (item_id,))]
