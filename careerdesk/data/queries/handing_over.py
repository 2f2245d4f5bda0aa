"""Reading what people were given."""

from __future__ import annotations

import sqlite3

from careerdesk.data.mapping import build, columns
from careerdesk.domain.loop import HandedOver

LAST = f"""
SELECT {columns(HandedOver)} FROM handed_over
WHERE what = ? AND person_id = ? AND plan_id IS ? ORDER BY handed_on DESC, id DESC LIMIT 1
"""


def last(
    connection: sqlite3.Connection, what: str, person_id: int, plan_id: int | None
) -> HandedOver | None:
    """The last copy that a person was given, of a plan or without one."""
    row = connection.execute(LAST, (what, person_id, plan_id)).fetchone()
    return build(HandedOver, row) if row else None
