"""The sessions in which a store was written, by which an older state of it is told from a newer.

Each time the program has the store open and writes into it is a session, known by its number in
the store and an id of its own. What a computer saw last of a store is one of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from enum import StrEnum

from careerdesk.dataclass import dataclass

MOST = 500
"""How many sessions a store remembers: the last ones."""


@dataclass(frozen=True, slots=True)
class Session:
    """One of them: its number in the store, its id, when it wrote first, and about when last."""

    number: int
    uid: str
    begun_at: datetime
    wrote_at: datetime | None = None


class How(StrEnum):
    """How a state of a store stands to another one."""

    SAME = "same"  # or nothing is known of one of them: nothing to tell
    NEWER = "newer"  # it holds all of the other, and more
    OLDER = "older"  # the other holds all of it, and more
    APART = "apart"  # each holds what the other does not


@dataclass(frozen=True, slots=True)
class Standing:
    """How one state of a store stands to another, and from when the newest changes of both are."""

    how: How = How.SAME
    here: datetime | None = None
    there: datetime | None = None

    @property
    def lacks_something(self) -> bool:
        """Whether the other one holds changes that are missing here."""
        return self.how in {How.OLDER, How.APART}


def standing(here: Sequence[Session], there: Sequence[Session]) -> Standing:
    """How a store with the sessions *here* stands to one with those *there*; both in their order.

    Nothing is told of a state without sessions: it is of a version that did not note them.
    """
    if not here or not there:
        return Standing()
    ours, theirs = here[-1], there[-1]
    has_theirs, has_ours = _holds(here, theirs), _holds(there, ours)
    if has_theirs:
        how = How.SAME if has_ours else How.NEWER
    else:
        how = How.OLDER if has_ours else How.APART
    return Standing(how, ours.begun_at, theirs.begun_at)


def since(here: Sequence[Session], seen: Session | None) -> Standing:
    """How a store with the sessions *here* stands to what a computer *seen* of it last."""
    if seen is None or not here:
        return Standing(How.OLDER, None, seen.begun_at) if seen else Standing()
    if _holds(here, seen):
        how = How.SAME if here[-1].uid == seen.uid else How.NEWER
    else:
        how = How.OLDER if here[-1].number < seen.number else How.APART
    return Standing(how, here[-1].begun_at, seen.begun_at)


def _holds(sessions: Sequence[Session], one: Session) -> bool:
    """Whether *one* is among them, or so long ago that it is not remembered any more."""
    if len(sessions) >= MOST and one.number < sessions[0].number:
        return True
    return any(each.uid == one.uid for each in sessions)


def as_text(session: Session) -> str:
    """A session as a line that `from_text` reads."""
    return f"{session.number} {session.uid} {session.begun_at.isoformat()}"


def from_text(line: str) -> Session | None:
    """The session that `as_text` wrote; None for any other text."""
    with suppress(ValueError):
        number, uid, begun_at = line.split(" ")
        moment = datetime.fromisoformat(begun_at)
        if moment.tzinfo is not None:
            return Session(int(number), uid, moment)
    return None
