"""Reading the next steps of goals."""

from __future__ import annotations

import sqlite3

from careerdesk.data.mapping import build, columns
from careerdesk.domain.loop import Action

OF_ITEM = f"SELECT {columns(Action)} FROM action WHERE item_id = ? ORDER BY rank, id"


def of_item(connection: sqlite3.Connection, item_id: int) -> list[Action]:
    """The steps of a goal, in their order."""
    return [build(Action, row) for row in connection.execute(OF_ITEM, (item_id,))]
