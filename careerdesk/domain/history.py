"""Finding check-ins again: by words, by month, by what they were; pure rules over texts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from careerdesk.dataclass import dataclass
from careerdesk.domain.moments import day
from careerdesk.domain.names import folded
from careerdesk.domain.records import CheckInKind, CheckInState
from careerdesk.domain.views import CheckInLine

_MONTH = re.compile(r"(\d{4})-(\d{1,2})")
_YEAR = re.compile(r"(?:19|20)\d{2}")
LOW = 0  # what was said or sensed lies below


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for; `words` are folded, and all of them must be there."""

    words: tuple[str, ...] = ()
    month: int | None = None
    year: int | None = None
    kind: CheckInKind | None = None
    with_feedback: bool = False
    low: bool = False
    not_held: bool = False
    private: bool = True

    @property
    def everything(self) -> bool:
        """Whether every check-in is wanted."""
        named = (self.words, self.month, self.year, self.kind, self.with_feedback, self.low)
        return not any(named) and not self.not_held


@dataclass(frozen=True, slots=True)
class FullCheckIn:
    """A check-in with all its words: notes and points, those that are private, promises, feedback.

    `heard` is feedback of others, which is for the manager alone.
    """

    row: CheckInLine
    shared: str
    private: str
    promises: tuple[str, ...]
    feedback: str
    heard: str = ""


def wanted(text: str, months: Mapping[str, int]) -> Wanted:
    """Read what was typed: *months* gives folded names of months; `2026-03` is one too."""
    words: list[str] = []
    month = year = None
    for word in folded(text).split():
        both = _MONTH.fullmatch(word)
        if both and 1 <= int(both[2]) <= 12:
            year, month = int(both[1]), int(both[2])
        elif _YEAR.fullmatch(word):
            year = int(word)
        elif word in months:
            month = months[word]
        else:
            words.append(word)
    return Wanted(tuple(words), month, year)


def is_wanted(look: Wanted, check_in: FullCheckIn) -> bool:
    """Whether a check-in is one of those looked for."""
    row = check_in.row
    return (
        _day_fits(look, day(row))
        and (look.kind is None or row.kind is look.kind)
        and (not look.with_feedback or bool(check_in.feedback or (look.private and check_in.heard)))
        and (not look.low or _is_low(row))
        and (not look.not_held or row.state is not CheckInState.HELD)
        and _has_words(look, check_in)
    )


def _day_fits(look: Wanted, day: date) -> bool:
    return look.month in (None, day.month) and look.year in (None, day.year)


def _is_low(row: CheckInLine) -> bool:
    return any(value is not None and value < LOW for value in (row.said, row.sensed))


def _has_words(look: Wanted, check_in: FullCheckIn) -> bool:
    if not look.words:
        return True
    texts = [check_in.shared, *check_in.promises, check_in.feedback]
    if look.private:
        texts += [check_in.private, check_in.heard]
    text = folded(" ".join(texts))
    return all(word in text for word in look.words)


def context(look: Wanted, check_in: FullCheckIn) -> str:
    """The line of the shared notes in which the first word stands; empty if it is elsewhere."""
    for line in check_in.shared.splitlines():
        if look.words and look.words[0] in folded(line):
            return line
    return ""
