"""How a goal stands, in words that several pages use."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QLocale

from careerdesk.domain import scores
from careerdesk.domain.progress import falls, heading, is_below_start, keeps, share_reached, unit_of
from careerdesk.domain.records import Direction, KeyResult, Measure, PlanItem
from careerdesk.i18n import fill, tr
from careerdesk.ui.base.texts import Dates, number, percent


def now_words(result: KeyResult) -> tuple[str, str]:
    """What a key result stands at, and what it should reach: *88* and *of 95 %*.

    11 is not *of 2* where a value shall fall or stay: *11 (down to 2)*, *4 (at most 5)*.
    """
    now = "–" if result.current is None else number(result.current)
    target = _with_unit(result.target, result)
    template = {
        Direction.AT_LEAST: tr("(at least {target})"),
        Direction.AT_MOST: tr("(at most {target})"),
        Direction.DOWN: tr("(down to {target})"),
    }.get(heading(result.direction, result.baseline, result.target))
    if template is None:
        return now, tr("of {target}", target=target)
    words = fill(template, target=target)
    unit = unit_of(result) if result.current is not None else ""
    return now, f"{unit} {words}".lstrip()


def _with_unit(value: float, result: KeyResult) -> str:
    unit = unit_of(result)
    return f"{number(value)}\u202f{unit}" if unit else number(value)


def result_text(result: KeyResult) -> str:
    """How a key result stands: `71 → 88 of 95 %`, or whether a milestone is reached.

    One that shall fall is at `12 → 11 (down to 2)`.
    """
    words = "".join(result_parts(result))
    told = standing_words(result)
    return tr("{values}, {standing}", values=words, standing=told) if told else words


def result_parts(result: KeyResult) -> tuple[str, str, str]:
    """The same in what stands before the value of now, the value, and what follows it."""
    if result.measure is Measure.MILESTONE:
        return "", tr("Reached") if share_reached(result) >= 1 else tr("Not reached yet"), ""
    now, rest = now_words(result)
    begun = not keeps(result.direction)
    before = tr("{start} → ", start=number(result.baseline)) if begun else ""
    return before, now, f" {rest}"


def standing_words(result: KeyResult) -> str:
    """What the numbers alone do not say: kept or not, or worse than at the start; else nothing."""
    if result.measure is Measure.MILESTONE:
        return ""
    if keeps(result.direction):
        if result.current is None:
            return tr("no value yet")
        return tr("met") if share_reached(result) >= 1 else tr("not met")
    if not is_below_start(result):
        return ""
    fall = falls(result.direction, result.baseline, result.target)
    return tr("above the starting value") if fall else tr("below the starting value")


def progress_proposal(progress: float | None) -> str:
    """What progress speaks for as a score: `69 % → 0.7`; nothing where nothing is measured."""
    score = scores.proposed(progress)
    if progress is None or score is None:
        return ""
    return tr("{progress} → {score}", progress=percent(progress), score=score_words(score))


def expectation_words(item: PlanItem) -> str:
    """Which score is good: `committed: 1.0 expected`."""
    words = (
        tr("committed: {score} expected")
        if item.committed
        else tr("aspirational: {score} is a good score")
    )
    return fill(words, score=score_words(scores.expected(item)))


def score_words(score: float) -> str:
    """A score with its one decimal: `1.0`."""
    return QLocale().toString(score, "f", 1)


def struck_text(day: date, today: date) -> str:
    """What a goal says in the place of what it named and the person struck.

    *struck from the record on 3 Dec*
    """
    return tr("struck from the record on {day}", day=Dates.short_date(day, today))
