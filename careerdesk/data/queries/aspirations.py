"""Reading what people want."""

from __future__ import annotations

import sqlite3

from careerdesk.data.mapping import build, columns
from careerdesk.domain.loop import Aspiration

HOLDS = "valid_to IS NULL AND struck_on IS NULL AND state IN ('exploring', 'committed')"
"""Of an aspiration that a person has today: it is the last wording, and neither over nor struck."""
NEAR_FIRST = "CASE reach WHEN 'one_year' THEN 0 WHEN 'two_to_three' THEN 1 ELSE 2 END, rank, id"

_ASPIRATION = columns(Aspiration)
OF_PERSON = f"SELECT {_ASPIRATION} FROM aspiration WHERE person_id = ? ORDER BY rank, id"
SERVING = "SELECT id FROM plan_item WHERE aspiration_id = ?"


def of_person(connection: sqlite3.Connection, person_id: int) -> list[Aspiration]:
    """All that a person wants or wanted, earlier wordings too."""
    return [build(Aspiration, row) for row in connection.execute(OF_PERSON, (person_id,))]


def serving(connection: sqlite3.Connection, aspiration_id: int) -> list[int]:
    """The goals that lead to an aspiration."""
    return [int(row[0]) for row in connection.execute(SERVING, (aspiration_id,))]
