"""Reading what the balance counts: one row a check-in that was held lately."""

from __future__ import annotations

import sqlite3
from datetime import datetime, timedelta

from careerdesk.data.mapping import instant, instant_text
from careerdesk.domain.balance import Held
from careerdesk.domain.moments import local_of
from careerdesk.domain.records import CheckInKind, LookedAhead

_KINDS = {kind.value: kind for kind in CheckInKind}  # a call of the class costs ten times as much
_AHEAD = {ahead.value: ahead for ahead in LookedAhead}
HELD = """
SELECT c.person_id, c.kind, c.starts_at, c.utc_offset, coalesce(c.minutes, 0), c.looked_ahead,
    coalesce(c.forward_minutes, 0)
FROM person p CROSS JOIN check_in c
    ON c.person_id = p.id AND c.state = 'held' AND c.starts_at >= ?
"""


def held(connection: sqlite3.Connection, since: datetime) -> list[Held]:
    """The check-ins held since, with the day of the place where each was held.

    A day more is read: at some places it is later by then.
    """
    rows = connection.execute(HELD, (instant_text(since - timedelta(1)),))
    return [
        Held(
            person_id=person_id,
            kind=_KINDS[kind],
            on=local_of(instant(starts_at), offset).date(),
            minutes=minutes,
            looked_ahead=None if ahead is None else _AHEAD[ahead],
            forward_minutes=forward,
        )
        for person_id, kind, starts_at, offset, minutes, ahead, forward in rows
    ]
