"""What a cycle holds that only a calibrating one shows: one statement for all of its reviews."""

from __future__ import annotations

import sqlite3

from careerdesk.data.mapping import build, columns, field_names
from careerdesk.domain.names import folded
from careerdesk.domain.records import Person
from careerdesk.domain.reviews.light import Calibrating

HELD = f"""
SELECT {columns(Person, "p")},
    EXISTS (SELECT 1 FROM calibration c WHERE c.review_id = r.id),
    EXISTS (SELECT 1 FROM outcome o WHERE o.review_id = r.id AND (
        o.pay_change IS NOT NULL OR o.bonus IS NOT NULL OR o.effective_on IS NOT NULL
        OR o.promotion <> 'none'
        OR o.currency || o.from_level || o.to_level || o.to_title || o.words <> ''
        OR EXISTS (SELECT 1 FROM promotion_point x WHERE x.outcome_id = o.id))),
    EXISTS (SELECT 1 FROM peer_feedback f WHERE f.review_id = r.id AND f.voice = 'upward'),
    r.potential IS NOT NULL
FROM review r JOIN person p ON p.id = r.person_id WHERE r.cycle_id = ?
"""
KINDS = (Calibrating.ROUNDS, Calibrating.OUTCOME, Calibrating.UPWARD, Calibrating.POTENTIAL)


def held(connection: sqlite3.Connection, cycle_id: int) -> dict[Calibrating, list[str]]:
    """By kind, the names of those of whom a cycle holds something, also who is left out."""
    found: dict[Calibrating, list[str]] = {}
    after = len(field_names(Person))
    for row in connection.execute(HELD, (cycle_id,)):
        for kind, is_there in zip(KINDS, row[after:], strict=True):
            if is_there:
                found.setdefault(kind, []).append(build(Person, row).name)
    return {kind: sorted(names, key=folded) for kind, names in found.items()}
