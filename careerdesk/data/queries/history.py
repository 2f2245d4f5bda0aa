"""Reading check-ins with all their words, to look for some of them."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from itertools import islice

from careerdesk.data.queries.checkins import check_in_row, with_changes
from careerdesk.domain.history import FullCheckIn, Wanted, is_wanted

LINE = 16  # columns of a line of the history, before the words
LAST_KEY = ("9999-12-31T23:59:59Z", 2**62)  # after every check-in

SEARCHED = """
SELECT c.id, c.person_id, c.starts_at, c.kind, c.state, c.minutes, c.forward_minutes,
    substr(c.shared_notes, 1, 400), c.private_notes <> '' OR c.temperature_words <> '',
    c.said, c.sensed, (SELECT count(*) FROM promise r WHERE r.made_in = c.id),
    c.utc_offset, c.looked_ahead, c.noted_on, c.reason,
    c.shared_notes || char(10) || coalesce((SELECT group_concat(a.text, char(10))
        FROM agenda_item a WHERE a.covered_in = c.id AND NOT a.private), ''),
    c.private_notes || char(10) || c.temperature_words || char(10)
        || coalesce((SELECT group_concat(a.text, char(10))
        FROM agenda_item a WHERE a.covered_in = c.id AND a.private), ''),
    (SELECT group_concat(r.text, char(10)) FROM promise r WHERE r.made_in = c.id),
    (SELECT group_concat(f.situation || ' ' || f.behaviour || ' ' || f.impact, char(10))
        FROM feedback f WHERE f.made_in = c.id AND f.way = 'given'),
    (SELECT group_concat(f.situation || ' ' || f.behaviour || ' ' || f.impact, char(10))
        FROM feedback f WHERE f.made_in = c.id AND f.way <> 'given')
FROM check_in c WHERE c.person_id = ?1 AND (c.starts_at, c.id) < (?2, ?3)
    AND c.state IN ('held', 'skipped', 'cancelled') ORDER BY c.starts_at DESC, c.id DESC
"""


def found(
    connection: sqlite3.Connection,
    person_id: int,
    look: Wanted,
    before: tuple[str, int] | None,
    limit: int,
) -> list[FullCheckIn]:
    """The first check-ins before a key that are looked for, the newest first; no more is read."""
    rows = connection.execute(SEARCHED, (person_id, *(before or LAST_KEY)))
    check_ins = map(_check_in, rows)
    wanted = list(islice((check_in for check_in in check_ins if is_wanted(look, check_in)), limit))
    lines = with_changes(connection, person_id, [check_in.row for check_in in wanted])
    return [replace(check_in, row=row) for check_in, row in zip(wanted, lines, strict=True)]


def _check_in(row: tuple[object, ...]) -> FullCheckIn:
    shared, private, promises, told, heard = (str(words or "") for words in row[LINE:])
    return FullCheckIn(
        check_in_row(row[:LINE]), shared, private, tuple(promises.splitlines()), told, heard
    )
