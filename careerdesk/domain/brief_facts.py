"""What a brief knows beyond whole records: a few columns of each, since there may be many."""

from __future__ import annotations

from datetime import date

from careerdesk.dataclass import dataclass
from careerdesk.domain.goal_changes import ChangedGoal
from careerdesk.domain.records import Owner


@dataclass(frozen=True, slots=True)
class ActionGlance:
    """A next step with the goal that it is for."""

    id: int
    text: str
    owner: Owner
    due_on: date | None
    done_on: date | None
    item_id: int
    goal: str


@dataclass(frozen=True, slots=True)
class ChangesOn:
    """What changed on one goal, and when the last time; *inside* the last check-in or after it."""

    on: date
    inside: bool
    goal: ChangedGoal


@dataclass(frozen=True, slots=True)
class ResultMoved:
    """A key result with the value before the last check-in and the newest one."""

    id: int
    item_id: int
    name: str
    was: float | None
    now: float
    unit: str
    milestone: bool
    on: date


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person wants, in their words, since a day; `reach` is how far ahead it lies."""

    id: int
    statement: str
    reach: str
    since: date
