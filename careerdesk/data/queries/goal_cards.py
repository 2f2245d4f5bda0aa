"""Reading what the cards of a plan show beside the goals themselves."""

from __future__ import annotations

import sqlite3

from careerdesk.data.mapping import build, columns
from careerdesk.domain.loop import Aspiration

AROUND = f"""
SELECT i.id, (SELECT count(*) FROM action s WHERE s.item_id = i.id),
    (SELECT count(s.done_on) FROM action s WHERE s.item_id = i.id), {columns(Aspiration, "a")}
FROM plan_item i LEFT JOIN aspiration a ON a.id = i.aspiration_id WHERE i.plan_id = ?
"""

Around = tuple[int, int, Aspiration | None]


def around(connection: sqlite3.Connection, plan_id: int) -> dict[int, Around]:
    """The number of steps, of those done, and the aspiration, by the ids of the goals."""
    return {
        row[0]: (row[1], row[2], build(Aspiration, row, 3) if row[3] is not None else None)
        for row in connection.execute(AROUND, (plan_id,))
    }
