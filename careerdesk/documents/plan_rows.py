"""What stands under a goal on paper: why, how it is measured, what is next, and how it went."""

from __future__ import annotations

from collections.abc import Iterator

from careerdesk.documents.model import ActionLine, Row
from careerdesk.documents.words import Words
from careerdesk.domain.progress import falls, keeps
from careerdesk.domain.records import Direction, Measure, Owner
from careerdesk.domain.shared import SharedAction, SharedItem, SharedKeyResult
from careerdesk.i18n import fill, tr


def goal_rows(item: SharedItem, called: str, words: Words) -> tuple[Row, ...]:
    """The rows that say something; *called* is the name of the person in a sentence."""
    rows = (
        Row(tr("For {name}", name=called), _why(", ".join(item.motivators), item.for_person)),
        Row(tr("For the business"), _why(item.objective, item.for_business)),
        Row(tr("Measured by"), tuple(_measured(result, words) for result in item.key_results)),
        Row(tr("Next steps"), steps=tuple(_step(step, called, words) for step in item.steps)),
        Row(tr("How it went"), _score(item, words)),
    )
    return tuple(row for row in rows if row.lines or row.steps)


def _why(served: str, text: str) -> tuple[str, ...]:
    """What is served, and in the same line the first of the words that say how."""
    lines = [line.rstrip() for line in text.strip().split("\n")] if text.strip() else []
    if not served:
        return tuple(lines)
    served = served if served.endswith((".", "!", "?")) else f"{served}."
    return (f"{served} {lines[0]}" if lines else served, *lines[1:])


def _measured(result: SharedKeyResult, words: Words) -> str:
    """*Loads by six: from 71 to 95 %, now 88 %*; what the numbers do not say comes after them."""
    return ", ".join(_facts(result, words))


def _facts(result: SharedKeyResult, words: Words) -> Iterator[str]:
    if result.measure is Measure.MILESTONE:
        reached = result.current is not None and result.current >= result.target
        name = result.name
        yield (
            tr("{name}: reached", name=name)
            if reached
            else tr("{name}: not reached yet", name=name)
        )
    else:
        yield _way(result, words)
        if result.current is not None:
            yield tr("currently {value}", value=_value(result.current, result, words))
        if result.below_start:
            fall = falls(result.direction, result.baseline, result.target)
            yield tr("above the starting value") if fall else tr("below the starting value")
    if result.due_on:
        yield tr("by {day}", day=words.day(result.due_on))


def _way(result: SharedKeyResult, words: Words) -> str:
    template = {
        Direction.AT_LEAST: tr("{name}: keep at or above {target}"),
        Direction.AT_MOST: tr("{name}: keep at or below {target}"),
    }.get(result.direction, tr("{name}: from {start} to {target}"))
    return fill(
        template,
        name=result.name,
        start="" if keeps(result.direction) else words.number(result.baseline),
        target=_value(result.target, result, words),
    )


def _value(value: float, result: SharedKeyResult, words: Words) -> str:
    number = words.number(value)
    if result.measure is Measure.PERCENT and not result.unit:
        return f"{number}\u202f%"
    return f"{number}\u00a0{result.unit}" if result.unit else number


def _step(step: SharedAction, called: str, words: Words) -> ActionLine:
    """Something to do, with who does it, and until when or since when it is done."""
    who = called if step.owner is Owner.THEM else tr("Manager")
    day, done = step.done_on or step.due_on, step.done_on is not None
    if day:
        template = tr("{who}, done on {day}") if done else tr("{who}, {day}")
        who = fill(template, who=who, day=words.listed_day(day))
    return ActionLine(step.text, who, done=done)


def _score(item: SharedItem, words: Words) -> tuple[str, ...]:
    """The score and its words, where they may be read."""
    said = [line.rstrip() for line in item.score_words.strip().split("\n") if line.strip()]
    if item.score is None:
        return tuple(said)
    score = tr("score {score}", score=words.number(item.score))
    return (f"{score}: {said[0]}", *said[1:]) if said else (score,)
