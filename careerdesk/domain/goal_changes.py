"""What changed on goals in a check-in or between two, put together and said in one sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from careerdesk.dataclass import dataclass
from careerdesk.domain.records import ItemState
from careerdesk.domain.text import excerpt
from careerdesk.i18n import N_, tr, translated, trn

if TYPE_CHECKING:
    from careerdesk.domain.loop import GoalChange

SayDay = Callable[[date], str]

_WENT = {
    ItemState.NOT_STARTED: N_("{goal} → not started"),
    ItemState.ON_TRACK: N_("{goal} → on track"),
    ItemState.AT_RISK: N_("{goal} → at risk"),
    ItemState.BLOCKED: N_("{goal} → blocked"),
    ItemState.DONE: N_("{goal} → done"),
    ItemState.DROPPED: N_("{goal} → dropped"),
}


@dataclass(frozen=True, slots=True)
class ChangedGoal:
    """One goal with all that changed on it: what it became, and how many steps came or were done.

    `state` is None where it stayed, `reworded` where the words did. `due_on` counts only where
    `due_moved`.
    """

    id: int
    title: str
    new: bool = False
    state: ItemState | None = None
    due_moved: bool = False
    due_on: date | None = None
    steps_added: int = 0
    steps_done: int = 0
    confirmed: bool = False
    reworded: bool = False
    retargeted: bool = False


def put_together(changes: Iterable[tuple[str, GoalChange]]) -> tuple[ChangedGoal, ...]:
    """Changes beside the titles of their goals, as one entry for each goal, first changed first."""
    found: dict[int, ChangedGoal] = {}
    for title, change in changes:
        goal = found.get(change.item_id) or ChangedGoal(change.item_id, title)
        found[change.item_id] = _with(goal, change)
    return tuple(found.values())


def _with(goal: ChangedGoal, change: GoalChange) -> ChangedGoal:
    from careerdesk.domain.loop import ChangeKind  # late: a page without changes need not know it

    if change.what is ChangeKind.STATE:
        return _with_state(goal, change)
    if change.what is ChangeKind.DUE:
        due = date.fromisoformat(change.became) if change.became else None
        return replace(goal, due_moved=True, due_on=due)
    added, done = goal.steps_added, goal.steps_done
    return replace(
        goal,
        steps_added=added + (change.what is ChangeKind.ACTION_ADDED),
        steps_done=done + (change.what is ChangeKind.ACTION_DONE),
        confirmed=goal.confirmed or change.what is ChangeKind.CONFIRMED,
        reworded=goal.reworded or change.what is ChangeKind.REWORDED,
        retargeted=goal.retargeted or change.what is ChangeKind.TARGET,
    )


def _with_state(goal: ChangedGoal, change: GoalChange) -> ChangedGoal:
    state = ItemState(change.became)
    if is_new(change) and state is ItemState.NOT_STARTED:
        return replace(goal, new=True)
    return replace(goal, new=goal.new or is_new(change), state=state)


def is_new(change: GoalChange) -> bool:
    """Whether the goal came with this change: before, it had no state."""
    return change.what == "state" and not change.was


def in_words(goals: Sequence[ChangedGoal], day: SayDay) -> str:
    """*Release → at risk, due 13 Dec, 1 step; Nights: still right*."""
    return "; ".join(_said(goal, day) for goal in goals)


def _said(goal: ChangedGoal, day: SayDay) -> str:
    title = excerpt(goal.title, 60)
    parts = list(_rest(goal, day))
    if goal.state is not None:
        return ", ".join([translated(_WENT[goal.state], goal=title), *parts])
    return tr("{goal}: {changes}", goal=title, changes=", ".join(parts))


def _rest(goal: ChangedGoal, day: SayDay) -> Iterable[str]:
    """What changed besides the state."""
    if goal.new:
        yield tr("new")
    if goal.confirmed:
        yield tr("still right")
    if goal.reworded:
        yield tr("reworded")
    if goal.retargeted:
        yield tr("new target")
    if goal.due_moved:
        yield tr("due {day}", day=day(goal.due_on)) if goal.due_on else tr("no due date")
    if goal.steps_added:
        yield trn("1 new step", "{n} new steps", goal.steps_added)
    if goal.steps_done:
        yield trn("1 step done", "{n} steps done", goal.steps_done)
