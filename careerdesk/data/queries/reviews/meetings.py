"""Reading the review meetings that were logged."""

from __future__ import annotations

import sqlite3
from datetime import date

from careerdesk.data.mapping import build, columns
from careerdesk.domain.reviews.records import ReviewMeeting

OF_PERSON = (
    f"SELECT {columns(ReviewMeeting)} FROM review_meeting WHERE person_id = ? "
    "ORDER BY held_on DESC, id DESC"
)
TOTAL = """
SELECT count(*), coalesce(sum(m.minutes), 0) FROM person p
CROSS JOIN review_meeting m ON m.person_id = p.id AND m.held_on >= ? AND m.held_on <= ?
"""


def of_person(connection: sqlite3.Connection, person_id: int) -> list[ReviewMeeting]:
    """The meetings with a person, the last one first."""
    return [build(ReviewMeeting, row) for row in connection.execute(OF_PERSON, (person_id,))]


def total(connection: sqlite3.Connection, first: date, last: date) -> tuple[int, int]:
    """How many meetings were held from one day to another, and how many minutes they took."""
    row = connection.execute(TOTAL, (first.isoformat(), last.isoformat())).fetchone()
    return int(row[0]), int(row[1])
