"""What is left to do of what was struck: light enough to be asked at each opening."""

from __future__ import annotations

import sqlite3
from datetime import date
from typing import NamedTuple

QUOTE = "motivator.quote"  # the kind of a strike of the quote alone
STRUCK = frozenset({"motivator", "aspiration"})  # the tables of what can be struck
SWEEP = "sweep"  # of one that says the file has still to be swept
_ANY = "SELECT 1 FROM strike LIMIT 1"
_UNSWEPT = "SELECT 1 FROM strike WHERE kind = 'sweep' LIMIT 1"
_CAME_BACK = """
SELECT s.kind, m.id, '', '', s.struck_on FROM strike s JOIN motivator m ON m.uid = s.struck_uid
WHERE s.kind = 'motivator' AND (m.name <> '' OR m.quote <> '' OR m.struck_on IS NULL)
UNION ALL
SELECT s.kind, m.id, s.struck_uid, m.quote, s.struck_on FROM strike s
JOIN motivator m ON m.uid = substr(s.struck_uid, 1, instr(s.struck_uid, '/') - 1)
WHERE s.kind = 'motivator.quote' AND m.quote <> ''
UNION ALL
SELECT s.kind, a.id, '', '', s.struck_on FROM strike s JOIN aspiration a ON a.uid = s.struck_uid
WHERE s.kind = 'aspiration' AND (a.statement <> '' OR a.struck_on IS NULL)
"""


class Returned(NamedTuple):
    """A record that says again what was struck on a day: all of it, or the quote alone."""

    table: str
    record_id: int
    only_quote: bool
    struck_on: date


def quote_mark(uid: str, quote: str) -> str:
    """What a strike of a quote keeps of it: whose it was, and a digest by which it is known again.

    Another quote of the same motivator may be said later. The uid is in the digest too, so that
    the same words have no common one.
    """
    import hashlib  # late: hardly any opening needs it

    return f"{uid}/{hashlib.sha256(f'{uid} {quote}'.encode()).hexdigest()}"


def came_back(connection: sqlite3.Connection) -> list[Returned]:
    """What was struck and has its words again, as after an older copy was brought in."""
    if connection.execute(_ANY).fetchone() is None:
        return []
    return [
        Returned(kind.partition(".")[0], record_id, kind == QUOTE, date.fromisoformat(day))
        for kind, record_id, mark, quote, day in connection.execute(_CAME_BACK)
        if kind != QUOTE or mark == quote_mark(mark.partition("/")[0], quote)
    ]


def is_unswept(connection: sqlite3.Connection) -> bool:
    """Whether the file has still to be swept."""
    return connection.execute(_UNSWEPT).fetchone() is not None
