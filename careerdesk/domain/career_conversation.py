"""What is said of goals in a career conversation, and said back at its end: rules over records."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from enum import Enum, auto
from typing import TYPE_CHECKING

from careerdesk.domain.records import ItemState, Promise
from careerdesk.domain.text import excerpt
from careerdesk.i18n import fill, tr

if TYPE_CHECKING:
    from careerdesk.domain.goal_changes import ChangedGoal

LONGEST = 200  # characters of a sentence that is said aloud

SayDay = Callable[[date], str]


class Verdict(Enum):
    """What is said of a goal in a career conversation."""

    RIGHT = auto()
    CHANGE = auto()
    DROP = auto()


def verdict_of(goal: ChangedGoal | None) -> Verdict | None:
    """What was said of a goal, by what changed on it; None while nothing was."""
    if goal is None:
        return None
    if goal.state is ItemState.DROPPED:
        return Verdict.DROP
    if goal.reworded:
        return Verdict.CHANGE
    return Verdict.RIGHT if goal.confirmed else None


def read_back(
    wish: str, goals: Iterable[ChangedGoal], steps: Sequence[Promise], day: SayDay
) -> tuple[str, str, str]:
    """Three sentences to say aloud: where they want to go, what of the goals, what is next."""
    where = tr("What you want: {wish}", wish=excerpt(wish, LONGEST))
    return (
        where if wish.strip() else tr("We haven't yet put into words where you want to go."),
        _of_goals(tuple(goals)),
        _next_step(steps, day),
    )


def _of_goals(goals: Sequence[ChangedGoal]) -> str:
    parts = list(_sorted(goals))
    return " ".join(parts) if parts else tr("Your goals stay as they are.")


def _sorted(goals: Sequence[ChangedGoal]) -> Iterator[str]:
    words = {
        Verdict.RIGHT: tr("Still right: {goals}."),
        Verdict.CHANGE: tr("Changed: {goals}."),
        Verdict.DROP: tr("Dropped: {goals}."),
    }
    for verdict, template in words.items():
        titles = [excerpt(goal.title, 60) for goal in goals if verdict_of(goal) is verdict]
        if titles:
            yield fill(template, goals=", ".join(titles))


def _next_step(steps: Sequence[Promise], day: SayDay) -> str:
    if not steps:
        return tr("We haven't agreed on a next step yet.")
    step = steps[0]
    words = excerpt(step.text, LONGEST)
    if step.due_on is None:
        return tr("Next: {step}.", step=words.rstrip("."))
    return tr("Next: {step}, by {day}.", step=words.rstrip("."), day=day(step.due_on))
