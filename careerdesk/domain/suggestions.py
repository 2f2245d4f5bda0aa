"""Which question is suggested next, and why: the one that tells most of what is not known yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from careerdesk.dataclass import dataclass
from careerdesk.domain.question_sets import START, START_HERE
from careerdesk.domain.records import Lens
from careerdesk.domain.unknowns import Unknown, Why
from careerdesk.domain.views import AskedQuestion

MOST_TO_START = 2  # of *Start here* on one day: the rest waits for another conversation


LENSES_OF = {
    Unknown.GUESSED: (Lens.JOY, Lens.STRENGTHS, Lens.ENVIRONMENT),
    Unknown.ASPIRATION: (Lens.LIFE_AHEAD, Lens.SUCCESS),
    Unknown.VALUES: (Lens.VALUES,),
}
"""The sides of a person whose questions tell something about it."""


@dataclass(frozen=True, slots=True)
class Known:
    """What there is of somebody so far.

    `answered` tells whether anything was ever said to a question, for the record or not;
    `guessed` that there are motivators, and that none of them was said or confirmed; `on_agenda`
    are the questions that are on the open agenda. `feedback` counts what was given or heard,
    `check_ins` the check-ins that were held.
    """

    notes: int = 0
    answered: bool = False
    aspiration: bool = False
    values: bool = False
    guessed: bool = False
    on_agenda: frozenset[int] = frozenset()
    feedback: int = 0
    check_ins: int = 0


@dataclass(frozen=True, slots=True)
class Start:
    """How far *Start here* has come: what was asked, what was asked today, what is left."""

    asked: int
    today: int
    left: tuple[AskedQuestion, ...]

    @property
    def of(self) -> int:
        """How many questions it has."""
        return self.asked + len(self.left)

    @property
    def now(self) -> tuple[AskedQuestion, ...]:
        """Those for this conversation: one or two, none if there were two of them today."""
        return self.left[: max(0, MOST_TO_START - self.today)]


def start_of(asked: Iterable[AskedQuestion], today: date) -> Start:
    """How far *Start here* has come with somebody; retired questions do not count."""
    found = of_set((one for one in asked if not one.question.retired), START)
    left = tuple(one for one in found if one.last_asked is None)
    now = sum(one.last_asked == today for one in found)
    return Start(len(found) - len(left), now, left)


def suggested(
    asked: Sequence[AskedQuestion],
    known: Known,
    today: date,
    skip: frozenset[int] = frozenset(),
) -> AskedQuestion | None:
    """The question to ask next, with its reason; None if all are retired or skipped.

    Questions of a set belong together, so that none of them is suggested alone.
    """
    bank = [one for one in asked if not one.question.retired and not one.question.question_set]
    return next(_by_weight(bank, known, today, skip | known.on_agenda), None)


def in_order(asked: Sequence[AskedQuestion], known: Known, today: date) -> list[AskedQuestion]:
    """The questions of the bank, that to ask next first, each with its reason."""
    bank = [one for one in asked if not one.question.retired and not one.question.question_set]
    first: dict[int, AskedQuestion] = {}
    for one in _by_weight(bank, known, today, frozenset()):
        first.setdefault(one.id, one)
    return list(first.values())


def _by_weight(
    bank: Sequence[AskedQuestion], known: Known, today: date, skip: frozenset[int]
) -> Iterator[AskedQuestion]:
    start = start_of(bank, today)
    for one in start.now:
        if one.id not in skip:
            yield _because(one, Unknown.START, start)
    able = [one for one in bank if one.id not in skip and not _waits(one, start)]
    new = [one for one in able if one.last_asked is None]
    silent = _silent_lenses(bank)
    for unknown, lenses in LENSES_OF.items():
        if unknown in _missing(known):
            told = sorted(
                (one for one in new if one.question.lens in lenses),
                key=lambda one: (one.question.lens not in silent, lenses.index(one.question.lens)),
            )
            yield from (_because(one, _said_as(unknown, one, silent)) for one in told)
    yield from (_because(one, Unknown.LENS) for one in new if one.question.lens in silent)
    yield from (_because(one, Unknown.NEVER) for one in new)
    rest = sorted(able, key=lambda one: one.last_asked or date.min)
    yield from (_because(one, Unknown.LONGEST) for one in rest)
    yield from (_because(one, Unknown.START, start) for one in start.left if one.id not in skip)


def _said_as(unknown: Unknown, one: AskedQuestion, silent: set[Lens]) -> Unknown:
    """Values that nobody asked about are not only not noted: nothing was said about them."""
    plain = unknown is Unknown.VALUES and one.question.lens in silent
    return Unknown.LENS if plain else unknown


def _waits(one: AskedQuestion, start: Start) -> bool:
    """Whether a question of *Start here* is left for another conversation."""
    return one in start.left


def _missing(known: Known) -> set[Unknown]:
    missing = {
        Unknown.GUESSED: known.guessed,
        Unknown.ASPIRATION: not known.aspiration,
        Unknown.VALUES: not known.values,
    }
    return {unknown for unknown, holds in missing.items() if holds}


def _silent_lenses(bank: Iterable[AskedQuestion]) -> set[Lens]:
    """The sides of a person about which nothing was said yet."""
    return set(Lens) - {one.question.lens for one in bank if one.answers}


def _because(one: AskedQuestion, unknown: Unknown, start: Start | None = None) -> AskedQuestion:
    done, all_ = (start.asked, start.of) if start else (0, 0)
    return replace(one, why=Why(unknown, one.question.lens, done, all_))


def suggested_for_career(
    asked: Sequence[AskedQuestion],
    known: Known,
    today: date,
    skip: frozenset[int] = frozenset(),
) -> tuple[AskedQuestion, ...]:
    """At most two questions for a career conversation.

    The first was answered before, longest ago: its last answer stands beside it. The second is
    the one that is suggested; before the first answer both are.
    """
    skip |= known.on_agenda
    first = _told_longest_ago(asked, skip) or suggested(asked, known, today, skip)
    if first is None:
        return ()
    second = suggested(asked, known, today, skip | {first.id})
    return (first,) if second is None else (first, second)


def _told_longest_ago(asked: Iterable[AskedQuestion], skip: frozenset[int]) -> AskedQuestion | None:
    told = [
        one for one in asked
        if one.last_asked and one.last_words.strip() and one.id not in skip
        and not one.question.retired and not one.question.question_set
    ]  # fmt: skip
    found = min(told, key=lambda one: one.last_asked or date.min, default=None)
    return _because(found, Unknown.LONGEST) if found else None


def shareable(asked: AskedQuestion) -> AskedQuestion:
    """A question without what is for the manager alone: a private answer, and what is guessed."""
    words = "" if asked.private else asked.last_words
    guessed = asked.why is not None and asked.why.unknown is Unknown.GUESSED
    return replace(asked, last_words=words, why=None if guessed else asked.why)


def of_set(asked: Iterable[AskedQuestion], name: str) -> list[AskedQuestion]:
    """The questions of a set in its order; those of the bank itself for an empty *name*."""
    if name != START:
        return [one for one in asked if one.question.question_set == name]
    found = {one.question.key: one for one in asked}
    return [found[key] for key in START_HERE if key in found]
