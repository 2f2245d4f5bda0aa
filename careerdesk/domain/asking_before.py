"""What a person is asked in writing before a check-in: at most five questions, if they like.

Plain text that mail and chat leave as it is. Nothing private has a place in it, nothing of others,
no number for how somebody feels, and nothing that asks a second time.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from enum import StrEnum

from careerdesk.dataclass import dataclass
from careerdesk.domain.records import ItemState, Lens, Owner, PlanItem, Promise
from careerdesk.domain.remarks import month_name, week_day_name
from careerdesk.domain.struck_words import STRUCK_MARK
from careerdesk.domain.text import excerpt
from careerdesk.domain.views import AskedQuestion
from careerdesk.i18n import tr

MOST_NAMED = 8  # promises or goals in one letter: more is no matter of two minutes
LONGEST = 90  # characters of one that is named
LABELS = "abcdefgh"
_OPEN = (ItemState.NOT_STARTED, ItemState.ON_TRACK, ItemState.AT_RISK, ItemState.BLOCKED)


class AskedKind(StrEnum):
    """What one of the questions is about."""

    POINTS = "points"
    HOW = "how"
    PROMISES = "promises"
    QUESTION = "question"
    GOALS = "goals"


@dataclass(frozen=True, slots=True)
class Target:
    """A promise, a goal or a question of the bank, by its uid and as it is called in a letter."""

    uid: str
    text: str


@dataclass(frozen=True, slots=True)
class Asked:
    """One question as it stands in a letter; of what it names, each has a line of its own."""

    number: int
    kind: AskedKind
    text: str
    targets: tuple[Target, ...] = ()

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines below the number: the question, and what it names as `a) …`."""
        if self.kind is AskedKind.QUESTION:
            return (self.text,)
        named = zip(LABELS, self.targets, strict=False)
        return (self.text, *(f"{label}) {target.text}" for label, target in named))


def target_of(asked: Asked | None, label: str) -> Target | None:
    """What a question names behind a letter; None for nothing."""
    at = LABELS.find(label) if label else -1
    return asked.targets[at] if asked and 0 <= at < len(asked.targets) else None


@dataclass(frozen=True, slots=True)
class Letter:
    """Questions before a check-in, which is planned for the day `on`, if one is planned."""

    opening: str
    questions: tuple[Asked, ...]
    checkin_id: int | None = None
    on: date | None = None

    @property
    def text(self) -> str:
        """The letter as it is copied: numbered, blank lines between, nothing to be rendered."""
        return "\n\n".join((self.opening, *map(_numbered, self.questions)))

    def names(self, uid: str) -> bool:
        """Whether it asks for this promise, goal or question."""
        return any(target.uid == uid for one in self.questions for target in one.targets)


def _numbered(asked: Asked) -> str:
    return "\n".join((f"{asked.number}. {asked.lines[0]}", *asked.lines[1:]))


def plain_day_to_come(day: date, today: date) -> str:
    """`Thursday` within six days, beyond that `Thursday 10 December`."""
    name = week_day_name(day)
    if 0 <= (day - today).days <= 6:
        return name
    return tr("{week_day} {day} {month}", week_day=name, day=day.day, month=month_name(day))


@dataclass(frozen=True, slots=True)
class Saying:
    """How a letter names a day to come."""

    day: Callable[[date, date], str] = plain_day_to_come


ENGLISH = Saying()


def compose(
    on: date | None,
    today: date,
    *,
    promises: Iterable[Promise] = (),
    question: AskedQuestion | None = None,
    goals: Iterable[PlanItem] = (),
    checkin_id: int | None = None,
    say: Saying = ENGLISH,
) -> Letter:
    """The letter for a check-in on a day; what there is nothing of is left out.

    Of the *promises* it names the open ones of the person, of the *goals* those that are open.
    """
    theirs = _named(
        (one.uid, one.text) for one in promises
        if one.owner is Owner.THEM and one.done_on is None
    )  # fmt: skip
    open_goals = _named((one.uid, one.title) for one in goals if one.state in _OPEN)
    asked: list[tuple[AskedKind, str, tuple[Target, ...]]] = [
        (AskedKind.POINTS, tr("What would you like to talk about?"), ()),
        (AskedKind.HOW, tr("How are you?"), ()),
    ]
    if theirs:
        asked.append((AskedKind.PROMISES, tr("What you said you'd do:"), theirs))
    if question is not None:
        words = _unbroken(question.words)
        asked.append((AskedKind.QUESTION, words, (Target(question.question.uid, words),)))
    if open_goals:
        asked.append((AskedKind.GOALS, tr("A few words about each of your goals:"), open_goals))
    numbered = tuple(Asked(n, *one) for n, one in enumerate(asked, 1))
    return Letter(_opening(on, today, say), numbered, checkin_id, on)


def _unbroken(text: str) -> str:
    """All words of a text on one line."""
    return " ".join(text.split())


def _named(found: Iterable[tuple[str, str]]) -> tuple[Target, ...]:
    """What is named, each by words of its own; what was struck has none."""
    told = [Target(uid, excerpt(text, LONGEST)) for uid, text in found]
    return tuple(one for one in told if one.text and not STRUCK_MARK.search(one.text))[:MOST_NAMED]


def _opening(on: date | None, today: date, say: Saying) -> str:
    if on is None or on < today:
        return tr(
            "If you like, spend two minutes on these questions before we meet. Feel "
            "free to skip anything."
        )
    ahead = (on - today).days
    if ahead == 0:
        return tr(
            "If you like, spend two minutes on these questions before we meet today. "
            "Feel free to skip anything."
        )
    if ahead == 1:
        return tr(
            "If you like, spend two minutes on these questions before we meet "
            "tomorrow. Feel free to skip anything."
        )
    day = say.day(on, today)
    return tr(
        (
            "If you like, spend two minutes on these questions before {day}. Feel free to "
            "skip anything."
        ),
        day=day,
    )


def may_be_asked(asked: Iterable[AskedQuestion]) -> Iterator[AskedQuestion]:
    """The questions that can be put in writing: staying or leaving is talked about, not mailed."""
    return (one for one in asked if one.question.lens is not Lens.STAY)


def letter_from(body: str) -> Letter | None:
    """A letter as it was kept when it was sent; None for what is none."""
    try:
        found = json.loads(body)
        asked = tuple(map(_asked_from, found["questions"]))
        on = date.fromisoformat(found["on"]) if found["on"] else None
        return Letter(str(found["opening"]), asked, found["checkin_id"], on)
    except (ValueError, KeyError, TypeError):
        return None


def _asked_from(found: dict[str, object]) -> Asked:
    number, targets = found["number"], found["targets"]
    if not isinstance(number, int) or not isinstance(targets, Sequence):
        raise TypeError
    named = tuple(Target(str(one["uid"]), str(one["text"])) for one in targets)
    return Asked(number, AskedKind(str(found["kind"])), str(found["text"]), named)
