"""Reading business objectives and what serves them."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from typing import NamedTuple

from careerdesk.data.mapping import build, columns
from careerdesk.domain.loop import Objective
from careerdesk.domain.records import ItemState

ALL = f"SELECT {columns(Objective)} FROM objective"
OF_PLANS = f"""
SELECT i.id, {columns(Objective, "o")} FROM plan_item i
JOIN objective o ON o.id = i.objective_id WHERE i.plan_id IN (SELECT value FROM json_each(?))
"""
SERVING = """
SELECT i.objective_id, i.id, i.title, i.state, p.person_id FROM objective o
CROSS JOIN plan_item i ON i.objective_id = o.id CROSS JOIN plan p ON p.id = i.plan_id
WHERE p.state <> 'closed'
"""


class ServingGoal(NamedTuple):
    """A goal that serves an objective, and whose it is."""

    id: int
    title: str
    state: ItemState
    person_id: int


def known(connection: sqlite3.Connection) -> list[Objective]:
    """All objectives in their order, retired ones too."""
    found = [build(Objective, row) for row in connection.execute(ALL)]
    return sorted(found, key=lambda one: (one.rank, one.id))


def of_plans(connection: sqlite3.Connection, plan_ids: str) -> dict[int, Objective]:
    """What each goal of plans (their ids as JSON) serves, by the goal's id."""
    return {row[0]: build(Objective, row, 1) for row in connection.execute(OF_PLANS, (plan_ids,))}


def serving(connection: sqlite3.Connection) -> dict[int, list[ServingGoal]]:
    """By objective, the goals of open plans that serve it."""
    found: dict[int, list[ServingGoal]] = defaultdict(list)
    for objective_id, key, title, state, person_id in connection.execute(SERVING):
        found[objective_id].append(ServingGoal(key, title, ItemState(state), person_id))
    return found
