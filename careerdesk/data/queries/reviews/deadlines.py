"""Counting what is missing in each cycle: one statement for everyone who takes part."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from careerdesk.domain.reviews.stages import Column

HAS_CYCLES = "SELECT EXISTS (SELECT 1 FROM review_cycle)"
MISSING = """
SELECT y.id,
    sum(r.self_received_on IS NULL),
    sum(NOT EXISTS (SELECT 1 FROM peer_feedback p WHERE p.review_id = r.id AND p.voice = 'peer')
        OR EXISTS (SELECT 1 FROM peer_feedback p
            WHERE p.review_id = r.id AND p.voice = 'peer' AND p.received_on IS NULL)),
    sum(NOT EXISTS (SELECT 1 FROM seal s WHERE s.review_id = r.id AND s.opened_at IS NULL)),
    sum(NOT EXISTS (SELECT 1 FROM calibration c WHERE c.review_id = r.id)),
    count(*)
FROM review_cycle y CROSS JOIN review r ON r.cycle_id = y.id
WHERE y.closed_on IS NULL AND r.left_out = '' AND r.shared_on IS NULL GROUP BY y.id
"""


def has_cycles(connection: sqlite3.Connection) -> bool:
    """Whether there is any cycle, also one that is closed."""
    return bool(connection.execute(HAS_CYCLES).fetchone()[0])


def missing(connection: sqlite3.Connection) -> dict[int, dict[Column, int]]:
    """By open cycle and column, for how many people it is not done.

    Anyone who is through is not counted. Writing is done with the seal, as on the board.
    """
    from careerdesk.domain.reviews.stages import FULL

    found = {}
    for key, self_review, peers, seals, rounds, shared in connection.execute(MISSING):
        counts = (self_review, peers, seals, seals, rounds, shared)
        found[key] = dict(zip(FULL, counts, strict=True))
    return found
