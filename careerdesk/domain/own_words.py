"""What a person said that moves them, as they read it: nothing guessed has a place in here."""

from __future__ import annotations

from datetime import date

from careerdesk.dataclass import dataclass
from careerdesk.domain.loop import Reach


@dataclass(frozen=True, slots=True)
class OwnMotivator:
    """What drives or drains a person, or a value of theirs; `said_on` is the last day they said so.

    `quote` is how they put it.
    """

    uid: str
    name: str
    quote: str
    said_on: date | None


@dataclass(frozen=True, slots=True)
class OwnAspiration:
    """Where a person wants to go, as it is worded now."""

    uid: str
    reach: Reach
    statement: str


@dataclass(frozen=True, slots=True)
class OwnWords:
    """All that is handed over after a discovery, each group in its order."""

    person_name: str
    person_short_name: str
    person_title: str
    person_team: str
    pronouns: str
    drives: tuple[OwnMotivator, ...] = ()
    values: tuple[OwnMotivator, ...] = ()
    drains: tuple[OwnMotivator, ...] = ()
    aspirations: tuple[OwnAspiration, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is there to hand over."""
        return not (self.drives or self.values or self.drains or self.aspirations)


_OPENING, _CLOSING = '"\u201c\u201e\u00ab', '"\u201d\u201c\u00bb'


def bare(quote: str) -> str:
    """A quote without the marks that somebody typed around it."""
    text = quote.strip()
    if len(text) > 2 and text[0] in _OPENING and text[-1] in _CLOSING:
        inner = text[1:-1].strip()
        if not set(inner) & set(_OPENING + _CLOSING):
            return inner
    return text
