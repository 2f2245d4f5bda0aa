"""A plan as its person may read it: nothing private has a place in here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from careerdesk.domain.records import Horizon, ItemState, Measure, PlanState


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
