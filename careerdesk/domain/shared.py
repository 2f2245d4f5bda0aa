"""What may be handed over, as its reader may see it: nothing private has a place in here."""

from __future__ import annotations

from datetime import date

from careerdesk.dataclass import dataclass
from careerdesk.domain.goal_changes import ChangedGoal
from careerdesk.domain.loop import Reach
from careerdesk.domain.records import (
    CheckInKind,
    CheckInState,
    Direction,
    Horizon,
    ItemState,
    LookedAhead,
    Measure,
    Owner,
    PlanState,
)


@dataclass(frozen=True, slots=True)
class SharedKeyResult:
    """How a goal is measured; `uid` tells it from the others.

    `below_start` says that it is worse now than where it started.
    """

    name: str
    measure: Measure
    baseline: float
    target: float
    current: float | None
    unit: str
    direction: Direction = Direction.UP
    due_on: date | None = None
    uid: str = ""
    below_start: bool = False


@dataclass(frozen=True, slots=True)
class SharedAction:
    """A next step of a goal, and when it was done."""

    text: str
    owner: Owner
    due_on: date | None
    done_on: date | None


@dataclass(frozen=True, slots=True)
class SharedAspiration:
    """Where the person wants to go, in their words; they have seen it and it may stand here."""

    reach: Reach
    statement: str


@dataclass(frozen=True, slots=True)
class SharedItem:
    """A goal, as its person reads it; `uid` tells it from the others.

    `score_words` are empty, and `score` is None, unless they may stand on the plan. A goal that
    `may_be_cited` in a review says so: a copy from before there was such a word says nothing.
    """

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
    steps: tuple[SharedAction, ...] = ()
    reached_on: date | None = None
    personal: bool = False
    committed: bool = True
    score: float | None = None
    score_words: str = ""
    uid: str = ""
    may_be_cited: bool = False


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
    aspirations: tuple[SharedAspiration, ...] = ()


@dataclass(frozen=True, slots=True)
class SharedPromise:
    """What was promised in a check-in, and what became of it."""

    text: str
    owner: Owner
    due_on: date | None
    done_on: date | None


@dataclass(frozen=True, slots=True)
class SharedValue:
    """What a key result stood at in a check-in."""

    name: str
    value: float
    measure: Measure
    unit: str


@dataclass(frozen=True, slots=True)
class SharedCheckIn:
    """A check-in that is over, as both who held it may read it; `feedback` is what was given in it.

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
    readings: tuple[SharedValue, ...]
    promises: tuple[SharedPromise, ...]
    feedback: tuple[str, ...]
    noted_on: date | None = None
    looked_ahead: LookedAhead | None = None
    changes: tuple[ChangedGoal, ...] = ()
