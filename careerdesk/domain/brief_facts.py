"""What a brief knows beyond whole records: a few columns of each, since there may be many."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from careerdesk.domain.records import Owner


class Changed(StrEnum):
    """What changed on a goal: the values of `ChangeKind`, which the first page need not load."""

    STATE = "state"
    REWORDED = "reworded"
    DUE = "due"
    STEP_ADDED = "step_added"
    STEP_DONE = "step_done"
    CONFIRMED = "confirmed"


@dataclass(frozen=True, slots=True)
class StepGlance:
    """A next step with the goal that it is for."""

    id: int
    text: str
    owner: Owner
    due_on: date | None
    done_on: date | None
    item_id: int
    goal: str


@dataclass(frozen=True, slots=True)
class GoalChanged:
    """One change on a goal; `made_in` is the check-in that ran while it was made."""

    item_id: int
    title: str
    on: date
    made_in: int | None
    what: Changed
    became: str


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
