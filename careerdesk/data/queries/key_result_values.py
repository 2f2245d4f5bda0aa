"""Reading how key results went."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from datetime import date

from careerdesk.data.mapping import build, columns
from careerdesk.domain.loop import KeyResultValue

_READING = columns(KeyResultValue)
NEWEST = f"""
SELECT {_READING} FROM reading WHERE result_id = ? ORDER BY read_on DESC, id DESC LIMIT ?
"""
VALUES_OF_PLAN = """
SELECT result_id, value FROM (
  SELECT r.result_id, r.value, r.read_on, r.id,
    row_number() OVER (PARTITION BY r.result_id ORDER BY r.read_on DESC, r.id DESC) AS place
  FROM plan_item i JOIN key_result k ON k.item_id = i.id JOIN reading r ON r.result_id = k.id
  WHERE i.plan_id = ?)
WHERE place <= ? ORDER BY result_id, read_on, id
"""
ON_DAY = f"""
SELECT {_READING} FROM reading WHERE result_id = ? AND read_on = ? ORDER BY id DESC LIMIT 1
"""


SAME_FACT = """
WITH RECURSIVE fact(id) AS (
    SELECT ? UNION SELECT r.copied_from FROM fact f JOIN reading r ON r.id = f.id
    WHERE r.copied_from IS NOT NULL
) SELECT id FROM fact
"""


def newest(connection: sqlite3.Connection, result_id: int, limit: int) -> list[KeyResultValue]:
    """The readings of a key result, the newest first."""
    return [build(KeyResultValue, row) for row in connection.execute(NEWEST, (result_id, limit))]


def values_of_plan(
    connection: sqlite3.Connection, plan_id: int, most: int
) -> dict[int, tuple[float, ...]]:
    """The last values of each key result of a plan, the oldest of them first."""
    found: dict[int, list[float]] = defaultdict(list)
    for result_id, value in connection.execute(VALUES_OF_PLAN, (plan_id, most)):
        found[result_id].append(value)
    return {result_id: tuple(values) for result_id, values in found.items()}


def on_day(connection: sqlite3.Connection, result_id: int, day: date) -> KeyResultValue | None:
    """The last reading of a day."""
    row = connection.execute(ON_DAY, (result_id, day.isoformat())).fetchone()
    return build(KeyResultValue, row) if row else None


def same_fact(connection: sqlite3.Connection, reading_id: int) -> list[int]:
    """The ids of a reading and of those it was copied from, in plans that are over."""
    return [row[0] for row in connection.execute(SAME_FACT, (reading_id,))]
