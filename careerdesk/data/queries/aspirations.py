"""Reading what people want."""

from __future__ import annotations

import sqlite3

from careerdesk.data.mapping import build, columns
from careerdesk.domain.loop import Aspiration

_ASPIRATION = columns(Aspiration)
OF_PERSON = f"SELECT {_ASPIRATION} FROM aspiration WHERE person_id = ? ORDER BY rank, id"
SERVING = "SELECT id FROM plan_item WHERE aspiration_id = ?"


def of_person(connection: sqlite3.Connection, person_id: int) -> list[Aspiration]:
    """All that a person wants or wanted, earlier wordings too."""
    return [build(Aspiration, row) for row in connection.execute(OF_PERSON, (person_id,))]


def serving(connection: sqlite3.Connection, aspiration_id: int) -> list[int]:
    """The goals that lead to an aspiration."""
    return [int(row[0]) for row in connection.execute(SERVING, (aspiration_id,))]
