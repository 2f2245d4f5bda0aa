"""The summary of one check-in, as its person may be sent it: nothing private has a place in here.

What was sent is compared with what there is to send now: the notes, the promises, the values.
What becomes of a promise or a goal later, when the next check-in is, and words that the person had
struck are no change.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime
from itertools import zip_longest
from typing import Any

from careerdesk.dataclass import dataclass
from careerdesk.domain.goal_changes import ChangedGoal
from careerdesk.domain.marks import BULLET
from careerdesk.domain.plain import plain
from careerdesk.domain.records import CheckInKind
from careerdesk.domain.shared import SharedPromise, SharedValue
from careerdesk.domain.struck_words import STRUCK_MARK
from careerdesk.domain.text import excerpt
from careerdesk.i18n import tr

SayDay = Callable[[date], str]
SayNumber = Callable[[float], str]

LONGEST = 60


@dataclass(frozen=True, slots=True)
class CheckInSummary:
    """What a person may be sent of a check-in that was held.

    `promises` are those made in it, by both; `readings` and `changes` are what was noted of the
    plan while it went on. `next_at` is the next one that is planned, by the clock of this computer.
    """

    person_name: str
    person_short_name: str
    on: date
    kind: CheckInKind
    notes: str = ""
    promises: tuple[SharedPromise, ...] = ()
    readings: tuple[SharedValue, ...] = ()
    changes: tuple[ChangedGoal, ...] = ()
    next_at: datetime | None = None

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to send: the day of the next one alone is nothing."""
        return not (self.notes.strip() or self.promises or self.readings or self.changes)


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that a summary says: its words, the day a promise is due, the value measured."""

    words: str
    due_on: date | None = None
    value: float | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """A line of a summary that was sent, and what it became; None is no line at all."""

    was: Line | None
    became: Line | None


@dataclass(frozen=True, slots=True)
class Sending:
    """Whether there is something to send, the day it was sent last, and what is different since."""

    anything: bool = False
    sent_on: date | None = None
    differences: tuple[Difference, ...] = ()


Known = dict[str, Line]
"""Lines by what each of them is known by."""


def differences(sent: str, now: str) -> tuple[Difference, ...]:
    """What two summaries, as they are kept, say differently; nothing where one is unreadable."""
    try:
        before, after = json.loads(sent), json.loads(now)
        return (
            *_compared(_notes(before), _notes(after)),
            *_compared(_promises(before), _promises(after)),
            *_corrected(_values(before), _values(after)),
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        return ()


def _bare(words: str) -> str:
    """What is compared: no space more or less, and no words that were struck."""
    return " ".join(STRUCK_MARK.sub(" ", words).split())


def _numbered(lines: Iterable[tuple[str, Line]]) -> Known:
    """Lines by their keys; the same line a second time is another one."""
    seen: Counter[str] = Counter()
    found: Known = {}
    for key, line in lines:
        seen[key] += 1
        found[f"{seen[key]} {key}"] = line
    return found


def _notes(body: Mapping[str, Any]) -> Known:
    """The lines as they are read: a mark of Markdown more or less is no change."""
    read = (plain(line).removeprefix(BULLET) for line in body["notes"].splitlines())
    lines = filter(None, map(_bare, read))
    return _numbered((line, Line(line)) for line in lines)


def _promises(body: Mapping[str, Any]) -> Known:
    """Whose and what; whether it was kept meanwhile is no change."""
    return _numbered(
        (f"{one['owner']} {_bare(one['text'])}", Line(_bare(one["text"]), _day(one["due_on"])))
        for one in body["promises"]
    )


def _values(body: Mapping[str, Any]) -> Known:
    return _numbered(
        (_bare(one["name"]), Line(_bare(one["name"]), value=float(one["value"])))
        for one in body["readings"]
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _compared(was: Known, now: Known) -> Iterator[Difference]:
    """Lines that say something else, then those that went beside those that came."""
    yield from _corrected(was, now)
    gone = [line for key, line in was.items() if key not in now]
    fresh = [line for key, line in now.items() if key not in was]
    yield from (Difference(*both) for both in zip_longest(gone, fresh))


def _corrected(was: Known, now: Known) -> Iterator[Difference]:
    """Lines that say something else; a goal that was deleted meanwhile corrects nothing."""
    for key, line in now.items():
        if key in was and was[key] != line:
            yield Difference(was[key], line)


# In words


def told(one: Difference, day: SayDay, number: SayNumber) -> str:
    """*Ask finance, by 24 Nov → Ask finance, by 1 Dec*; what came alone is new, or was deleted."""
    was, became = (_in_words(line, day, number) for line in (one.was, one.became))
    if not was:
        return tr("new: {words}", words=became)
    if not became:
        return tr("deleted: {words}", words=was)
    return tr("{was} \u2192 {became}", was=was, became=became)


def _in_words(line: Line | None, day: SayDay, number: SayNumber) -> str:
    if line is None:
        return ""
    words = excerpt(line.words, LONGEST)
    if line.value is not None:
        return tr("{name}: {value}", name=words, value=number(line.value))
    if line.due_on is not None:
        return tr("{promise}, by {day}", promise=words, day=day(line.due_on))
    return words
