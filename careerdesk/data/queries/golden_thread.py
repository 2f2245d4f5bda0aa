"""Reading at which check-ins the key results of plans were read."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence

from careerdesk.data.mapping import instant
from careerdesk.domain.golden_thread import ReadAt
from careerdesk.domain.records import CheckInKind

READ_AT = """
SELECT r.result_id, c.id, c.starts_at, c.kind, r.value, r.note, c.utc_offset FROM plan_item i
JOIN key_result k ON k.item_id = i.id
JOIN reading r ON r.result_id = k.id
JOIN check_in c ON c.id = r.made_in
WHERE i.plan_id IN (SELECT value FROM json_each(?))
"""


def read_at(connection: sqlite3.Connection, plan_ids: Sequence[int]) -> list[ReadAt]:
    """The readings of plans that were made in a check-in, the newest check-in first."""
    found = [
        ReadAt(row[0], row[1], instant(row[2]), CheckInKind(row[3]), *row[4:])
        for row in connection.execute(READ_AT, (json.dumps(list(plan_ids)),))
    ]
    return sorted(found, key=lambda read: read.starts_at, reverse=True)
