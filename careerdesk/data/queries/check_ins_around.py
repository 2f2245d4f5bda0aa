"""Reading the check-ins of a person around now, in one statement for all who ask."""

from __future__ import annotations

import sqlite3

from careerdesk.data.mapping import build, columns, field_names
from careerdesk.data.rows import gone
from careerdesk.domain.check_ins_around import CheckInsAround
from careerdesk.domain.records import CheckIn, Person, Repeat

_HELD = "SELECT id FROM check_in WHERE person_id = ?1 AND state = 'held'"
AROUND = f"""
SELECT {columns(Person, "p")}, {columns(Repeat, "r")}, {columns(CheckIn, "c")} FROM person p
LEFT JOIN repeat r ON r.id = (SELECT min(id) FROM repeat WHERE person_id = ?1)
LEFT JOIN check_in c ON c.id IN (
    SELECT id FROM check_in WHERE person_id = ?1 AND state IN ('planned', 'running')
    UNION ALL SELECT * FROM ({_HELD} ORDER BY starts_at, id LIMIT 1)
    UNION ALL SELECT * FROM ({_HELD} ORDER BY starts_at DESC, id DESC LIMIT 1)
    UNION ALL SELECT * FROM
        ({_HELD} AND kind = 'career' ORDER BY starts_at DESC, id DESC LIMIT 1))
WHERE p.id = ?1
"""
_REPEAT = len(field_names(Person))
_CHECK_IN = _REPEAT + len(field_names(Repeat))


def around(connection: sqlite3.Connection, person_id: int) -> CheckInsAround:
    """A person with what repeats and the check-ins around now; `NotFound` if there is none."""
    rows = connection.execute(AROUND, (person_id,)).fetchall()
    if not rows:
        raise gone(Person)
    repeat = build(Repeat, rows[0], _REPEAT) if rows[0][_REPEAT] is not None else None
    check_ins = [build(CheckIn, row, _CHECK_IN) for row in rows if row[_CHECK_IN] is not None]
    check_ins.sort(key=lambda check_in: (check_in.starts_at, check_in.id))
    return CheckInsAround(build(Person, rows[0]), repeat, check_ins)
