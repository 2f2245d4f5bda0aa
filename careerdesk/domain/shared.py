"""What may be handed over, as its reader may see it: nothing private has a place in here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from careerdesk.domain.goal_changes import ChangedGoal
from careerdesk.domain.records import (
    CheckInKind,
    CheckInState,
    Horizon,
    ItemState,
    LookedAhead,
    Measure,
    Owner,
    PlanState,
)


@dataclass(frozen=True, slots=True)
class SharedKeyResult:
    """How a goal is measured."""

    name: str
    measure: Measure
    baseline: float
    target: float
    current: float | None
    unit: str


@dataclass(frozen=True, slots=True)
class SharedItem:
    """A goal, as its person reads it."""

    horizon: Horizon
    title: str
    state: ItemState
    due_on: date | None
    progress: float | None
    motivators: tuple[str, ...]
    for_person: str
    for_business: str
    objective: str
    key_results: tuple[SharedKeyResult, ...]


@dataclass(frozen=True, slots=True)
class SharedPlan:
    """A plan with its goals in order, and what drives its person."""

    person_name: str
    person_short_name: str
    person_title: str
    person_team: str
    pronouns: str
    title: str
    starts_on: date
    ends_on: date
    state: PlanState
    agreed_on: date | None
    drivers: tuple[str, ...]
    items: tuple[SharedItem, ...]


@dataclass(frozen=True, slots=True)
class SharedPromise:
    """What was promised in a talk, and what became of it."""

    text: str
    owner: Owner
    due_on: date | None
    done_on: date | None


@dataclass(frozen=True, slots=True)
class SharedReading:
    """What a key result stood at in a talk."""

    name: str
    value: float
    measure: Measure
    unit: str


@dataclass(frozen=True, slots=True)
class SharedTalk:
    """A talk that is over, as both who held it may read it; `feedback` is what was given in it.

    `changes` is what changed on the goals of the plan while it went on.
    """

    id: int
    on: date
    kind: CheckInKind
    state: CheckInState
    minutes: int | None
    forward_minutes: int | None
    notes: str
    points: tuple[str, ...]
    readings: tuple[SharedReading, ...]
    promises: tuple[SharedPromise, ...]
    feedback: tuple[str, ...]
    noted_on: date | None = None
    looked_ahead: LookedAhead | None = None
    changes: tuple[ChangedGoal, ...] = ()
