"""When a text keeps what it said before; which texts do says `domain.catalogue`."""

from __future__ import annotations

from datetime import datetime, timedelta

from careerdesk.dataclass import dataclass
from careerdesk.domain.loop import TextVersion
from careerdesk.domain.records import Record
from careerdesk.domain.text import common_length

EVERY = timedelta(minutes=5)
MUCH = 80  # characters that are missed at once, wherever they go
SHORT = 40  # characters of a text of which a part is no loss
PART = 0.2  # of a longer text


@dataclass(frozen=True, slots=True)
class TextRef:
    """One text field of one record."""

    kind: type[Record]
    record_id: int
    field: str


def is_kept(text: str, after: str, newest: TextVersion | None, now: datetime) -> bool:
    """Whether *text* is kept when it becomes *after* at *now*; *newest* was kept the last time."""
    if newest is None or due(newest.replaced_at, now):
        return True
    return loses(text, after) and text != newest.text


def due(newest: datetime | None, now: datetime) -> bool:
    """Whether a change at *now* keeps the text it replaces; *newest* is when one was kept last.

    A clock that was set back does not stop it.
    """
    return newest is None or not timedelta() <= now - newest < EVERY


def loses(before: str, after: str) -> bool:
    """Whether so much of *before* is missing in *after* that it is kept at once."""
    if after.endswith(before) or after.startswith(before):
        return False  # as while somebody types on
    missing = len(before) - common_length(before, after)
    return missing >= MUCH or (len(before) > SHORT and missing >= PART * len(before))
