"""What a search gives: where words stand, and a line that shows them."""

from __future__ import annotations

from datetime import date
from enum import Enum

from careerdesk.dataclass import dataclass
from careerdesk.domain.entries import Area
from careerdesk.domain.records import Record

Mark = tuple[int, int]
"""Where a word that was looked for stands in a line: its first character, and how many."""


class State(Enum):
    """Whether words stand where they are shown, or did once."""

    THERE = "there"
    DELETED = "deleted"
    EARLIER = "earlier"

    __hash__ = object.__hash__  # Enum's own is a call of Python for each of hundreds of hits


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """Where is looked: on one side of the wall, among one person's or everyone's.

    While the screen is shared, `person_id` is who is shown and `private` is off.
    """

    area: Area = Area.CONVERSATIONS
    person_id: int | None = None
    private: bool = True
    deleted: bool = False
    earlier: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """Words that were found in one text of one record.

    Of what was deleted or replaced, `kind` and `record_id` name what it was, and `kept_in` is the
    id of the row of the trash or of the earlier versions that has the words now.
    """

    kind: type[Record]
    record_id: int
    field: str
    person_id: int | None = None
    day: date | None = None
    line: str = ""
    marks: tuple[Mark, ...] = ()
    private: bool = False
    state: State = State.THERE
    kept_in: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """One thing that narrows what is found, as it was typed and as it is said to the user.

    Without the characters `start` to `end` of what was typed, it is gone.
    """

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The best of what was found, best first; `count` is of all, at least that many if `more`.

    `words` are the folded words that are marked where one lands; `filters` are what of the typed
    text narrows it, `problem` is a sentence for what of it cannot be understood. `understood` says
    what plain words were taken for, such as a person, a kind and a month, if anything was found so.
    """

    hits: tuple[Hit, ...] = ()
    count: int = 0
    more: bool = False
    words: tuple[str, ...] = ()
    filters: tuple[Filter, ...] = ()
    problem: str = ""
    understood: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Completion:
    """What may be typed in place of the characters `start` to `end`, and what it is called."""

    start: int
    end: int
    text: str
    words: str
