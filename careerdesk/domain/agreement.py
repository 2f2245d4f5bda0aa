"""What was agreed, beside what a plan says now: only the words that count are compared.

What was agreed is read from a plan as its person was given it. What it says of the way the goals go
(state, values, steps, order, chips) is no change, nor are words that the person had struck.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from careerdesk.dataclass import dataclass
from careerdesk.domain.progress import keeps, unit_of
from careerdesk.domain.records import Direction, ItemState, KeyResult, Measure
from careerdesk.domain.struck_words import STRUCK_MARK
from careerdesk.i18n import fill, tr, trn

if TYPE_CHECKING:
    from careerdesk.domain.views import ItemView

SayDay = Callable[[date], str]
SayNumber = Callable[[float], str]


class Term(StrEnum):
    """What of a goal is agreed on, and whether the goal is part of the agreement at all."""

    TITLE = "title"
    FOR_PERSON = "for_person"
    FOR_BUSINESS = "for_business"
    OBJECTIVE = "objective"
    MEASURE = "measure"
    DUE = "due"
    MAY_BE_CITED = "may_be_cited"
    NEW = "new"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class AgreedMeasure:
    """How a goal is measured, without what was read; a milestone has a name alone."""

    uid: str
    name: str
    direction: Direction | None
    baseline: float
    target: float
    unit: str
    due_on: date | None
    milestone: bool = False


@dataclass(frozen=True, slots=True)
class AgreedGoal:
    """What of a goal can be agreed on."""

    uid: str
    title: str
    for_person: str
    for_business: str
    objective: str
    due_on: date | None
    measures: tuple[AgreedMeasure, ...]
    may_be_cited: bool = False


Words = bool | str | date | AgreedMeasure | AgreedGoal | None


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is no longer as it was agreed; `part` is the key result it is about."""

    goal_uid: str
    goal: str
    term: Term
    was: Words
    became: Words
    part: str = ""

    @property
    def field(self) -> str:
        """What it is about, within its goal."""
        return f"{self.term.value}:{self.part}" if self.part else self.term.value

    @property
    def digest(self) -> str:
        """The same as long as both sides say the same."""
        words = [self.field, _bare(self.was), _bare(self.became)]
        return sha256(json.dumps(words, ensure_ascii=False).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Agreement:
    """A copy of a plan was handed over on a day, and what is different since.

    Where the wording of that day was not `kept`, nothing can be said of changes. `same` are
    those that were said to mean the same.
    """

    on: date
    kept: bool = True
    changes: tuple[Change, ...] = ()
    same: tuple[Change, ...] = ()


# What is kept of the day


def agreed(body: str) -> tuple[AgreedGoal, ...] | None:
    """The goals of a plan that was handed over, without the dropped ones; None if unreadable."""
    try:
        return _goals(json.loads(body)["items"])
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def of_goals(views: Iterable[ItemView]) -> tuple[AgreedGoal, ...]:
    """The goals of a plan as it is now, without the dropped ones."""
    return tuple(_goal_now(view) for view in views if view.item.state is not ItemState.DROPPED)


def holds(body: str, goal_uids: Collection[str]) -> bool:
    """Whether the words of one of these goals are in a plan that was handed over."""
    try:
        return any(item["uid"] in goal_uids for item in json.loads(body)["items"])
    except (ValueError, KeyError, TypeError, AttributeError):
        return False


def _goals(items: Iterable[Mapping[str, Any]]) -> tuple[AgreedGoal, ...]:
    return tuple(_goal(item) for item in items if item["state"] != ItemState.DROPPED)


def _goal(item: Mapping[str, Any]) -> AgreedGoal:
    return AgreedGoal(
        str(item["uid"]),
        str(item["title"]),
        str(item["for_person"]),
        str(item["for_business"]),
        str(item["objective"]),
        _day(item["due_on"]),
        tuple(_measure(result) for result in item["key_results"]),
        item.get("may_be_cited") is True,  # no goal could be, where a copy does not say
    )


def _measure(result: Mapping[str, Any]) -> AgreedMeasure:
    """A key result; one that was kept before there were directions goes up, without a day."""
    return _measured_by(
        KeyResult(
            item_id=0,
            uid=str(result["uid"]),
            name=str(result["name"]),
            measure=Measure(result["measure"]),
            direction=Direction(result.get("direction", Direction.UP)),
            baseline=float(result["baseline"]),
            target=float(result["target"]),
            unit=str(result["unit"]),
            due_on=_day(result.get("due_on")),
        )
    )


def _goal_now(view: ItemView) -> AgreedGoal:
    item, objective = view.item, view.objective
    return AgreedGoal(
        item.uid,
        item.title,
        item.for_person,
        item.for_business,
        objective.title if objective else "",
        item.due_on,
        tuple(map(_measured_by, view.key_results)),
        item.may_be_cited and not item.personal,
    )


def _measured_by(one: KeyResult) -> AgreedMeasure:
    """What counts of a key result: of a milestone the name, of what is to be kept no start."""
    if one.measure is Measure.MILESTONE:
        return AgreedMeasure(one.uid, one.name, None, 0.0, 0.0, "", one.due_on, milestone=True)
    start = 0.0 if keeps(one.direction) else one.baseline
    return AgreedMeasure(
        one.uid, one.name, one.direction, start, one.target, unit_of(one), one.due_on
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


# What is different


def changes(was: Iterable[AgreedGoal], now: Iterable[AgreedGoal]) -> tuple[Change, ...]:
    """What is no longer as agreed: goal by goal in today's order, those that went at the end."""
    before = {goal.uid: goal for goal in was}
    found: list[Change] = []
    for goal in now:
        known = before.pop(goal.uid, None)
        if known is None:
            found.append(Change(goal.uid, goal.title, Term.NEW, None, goal))
        else:
            found += _within(known, goal)
    found += [Change(one.uid, one.title, Term.DROPPED, one, None) for one in before.values()]
    return tuple(found)


def _within(was: AgreedGoal, now: AgreedGoal) -> Iterator[Change]:
    """What of one goal is different."""
    for term, before, after in (
        (Term.TITLE, was.title, now.title),
        (Term.FOR_PERSON, was.for_person, now.for_person),
        (Term.FOR_BUSINESS, was.for_business, now.for_business),
        (Term.OBJECTIVE, was.objective, now.objective),
    ):
        if _bare(before) != _bare(after):
            yield Change(now.uid, now.title, term, before, after)
    yield from _measured(was, now)
    if was.due_on != now.due_on:
        yield Change(now.uid, now.title, Term.DUE, was.due_on, now.due_on)
    if was.may_be_cited is not now.may_be_cited:
        term = Term.MAY_BE_CITED
        yield Change(now.uid, now.title, term, was.may_be_cited, now.may_be_cited)


def _measured(was: AgreedGoal, now: AgreedGoal) -> Iterator[Change]:
    before = {one.uid: one for one in was.measures}
    for one in now.measures:
        known = before.pop(one.uid, None)
        if known is None or _bare(known) != _bare(one):
            yield Change(now.uid, now.title, Term.MEASURE, known, one, one.uid)
    for gone in before.values():
        yield Change(now.uid, now.title, Term.MEASURE, gone, None, gone.uid)


def _bare(words: Words) -> Any:
    """What is compared: no space more or less, and no words that were struck."""
    if isinstance(words, bool):
        return words
    if isinstance(words, str):
        return " ".join(STRUCK_MARK.sub(" ", words).split())
    if isinstance(words, date):
        return words.isoformat()
    if isinstance(words, AgreedMeasure):
        parts = (words.name, words.unit, words.due_on)
        way = (words.milestone, words.direction, words.baseline, words.target)
        return [*way, *map(_bare, parts)]
    if isinstance(words, AgreedGoal):
        why = (words.title, words.for_person, words.for_business, words.objective, words.due_on)
        cited = [True] if words.may_be_cited else []  # else the digest is that of before
        return [*map(_bare, why), *map(_bare, words.measures), *cited]
    return None


def compare(
    on: date, body: str, now: Iterable[AgreedGoal], same: Iterable[tuple[str, str, str]] = ()
) -> Agreement:
    """What became of what was agreed on a day, by what was kept of it.

    *same* are goal, field and digest of each change that was said to mean the same.
    """
    was = agreed(body)
    if was is None:
        return Agreement(on, kept=False)
    dismissed = set(same)
    counted: list[Change] = []
    put_away: list[Change] = []
    for one in changes(was, now):
        key = (one.goal_uid, one.field, one.digest)
        (put_away if key in dismissed else counted).append(one)
    return Agreement(on, changes=tuple(counted), same=tuple(put_away))


# In words


@dataclass(frozen=True, slots=True)
class ChangeWords:
    """A change to be read: the goal it is of, what of it, and both sides."""

    goal: str
    label: str
    was: str
    became: str


def sentence(agreement: Agreement, day: SayDay) -> str:
    """*Agreed 30 Jun, 2 changes since*, in short."""
    on, count = day(agreement.on), len(agreement.changes)
    if not agreement.kept:
        return tr("Agreed {day}; the wording was not saved", day=on)
    if not count:
        return tr("Agreed {day}", day=on)
    return trn("Agreed {day}, 1 change since", "Agreed {day}, {n} changes since", count, day=on)


def printed(agreement: Agreement, day: SayDay) -> str:
    """*Agreed on 30 June 2026, 2 changes since.*, for a document."""
    on, count = day(agreement.on), len(agreement.changes)
    if not agreement.kept:
        return tr("Agreed on {day}, but the wording was not saved.", day=on)
    if not count:
        return tr("Agreed on {day}.", day=on)
    return trn(
        "Agreed on {day}, 1 change since.", "Agreed on {day}, {n} changes since.", count, day=on
    )


def listed(change: Change, day: SayDay, number: SayNumber, called: str) -> ChangeWords:
    """A change in words; *called* is the name of the person in a sentence."""
    labels = {
        Term.TITLE: tr("Goal"),
        Term.FOR_PERSON: tr("For {name}", name=called),
        Term.FOR_BUSINESS: tr("For the business"),
        Term.OBJECTIVE: tr("Objective"),
        Term.MEASURE: tr("Measured by"),
        Term.DUE: tr("Due"),
        Term.MAY_BE_CITED: tr("May be cited in a review"),
        Term.NEW: tr("New goal"),
        Term.DROPPED: tr("No longer in the plan"),
    }
    was, became = (_in_words(words, day, number) for words in (change.was, change.became))
    return ChangeWords(_one_line(change.goal), labels[change.term], was, became)


def _in_words(words: Words, day: SayDay, number: SayNumber) -> str:
    if isinstance(words, bool):
        return tr("yes") if words else tr("no")
    if isinstance(words, date):
        return day(words)
    if isinstance(words, AgreedMeasure):
        return measure_words(words, day, number)
    text = words.title if isinstance(words, AgreedGoal) else words or ""
    return text.strip() or tr("nothing")


def measure_words(one: AgreedMeasure, day: SayDay, number: SayNumber) -> str:
    """*Loads by six: from 71 to 95 %*; what is to be kept: *at least 95 %*."""
    template = {
        Direction.AT_LEAST: tr("{name}: at least {target}"),
        Direction.AT_MOST: tr("{name}: at most {target}"),
    }.get(one.direction or Direction.UP, tr("{name}: from {start} to {target}"))
    unit = f"\u202f{one.unit}" if one.unit else ""
    words = one.name if one.milestone else fill(
        template, name=one.name, start=number(one.baseline), target=number(one.target) + unit
    )  # fmt: skip
    if one.due_on is None:
        return words
    return tr("{measure}, by {day}", measure=words, day=day(one.due_on))


def _one_line(text: str) -> str:
    return " ".join(text.split())
