"""Reading what people were given."""

from __future__ import annotations

import sqlite3

from careerdesk.data.mapping import build, columns
from careerdesk.domain.loop import HandedOver

LAST = f"""
SELECT {columns(HandedOver)} FROM handed_over
WHERE what = ? AND person_id = ? AND plan_id IS ? ORDER BY handed_on DESC, id DESC LIMIT 1
"""

OF_CHECKIN = f"""
SELECT {columns(HandedOver)} FROM handed_over
WHERE checkin_id = ? AND what = ? ORDER BY id DESC
"""


def of_checkin(connection: sqlite3.Connection, what: str, checkin_id: int) -> list[HandedOver]:
    """The copies of a check-in that a person was given, the last one first."""
    return [build(HandedOver, row) for row in connection.execute(OF_CHECKIN, (checkin_id, what))]


def last(
    connection: sqlite3.Connection, what: str, person_id: int, plan_id: int | None
) -> HandedOver | None:
    """The last copy that a person was given, of a plan or without one."""
    row = connection.execute(LAST, (what, person_id, plan_id)).fetchone()
    return build(HandedOver, row) if row else None
