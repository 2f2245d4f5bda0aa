"""The words by which the made-up team is described, one `Part` a person."""

from __future__ import annotations

from dataclasses import field

from careerdesk.dataclass import dataclass
from careerdesk.domain.feedback import FeedbackWay, Tone
from careerdesk.domain.loop import AspirationState, Reach
from careerdesk.domain.records import (
    CheckInKind,
    Drive,
    Horizon,
    ItemState,
    Measure,
    Owner,
    Person,
)


@dataclass(frozen=True, slots=True)
class Note:
    """An answer: how many days ago, to which question of the bank (or none), the two texts.

    `shows` names the motivators that it is evidence of.
    """

    days: int
    key: str
    words: str
    reading: str = ""
    shows: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Result:
    """A key result: name, kind, from, to, now, unit."""

    name: str
    measure: Measure
    baseline: float
    target: float
    current: float | None
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Goal:
    """A plan item; `due` counts days from today, `touched` days back; `feeds` are motivators.

    `serves` is a title of `OBJECTIVES`.
    """

    horizon: Horizon
    title: str
    state: ItemState
    due: int | None = None
    person: str = ""
    business: str = ""
    private: str = ""
    feeds: tuple[str, ...] = ()
    results: tuple[Result, ...] = ()
    touched: int = 5
    score: float | None = None
    score_words: str = ""
    committed: bool = True
    serves: str = ""


@dataclass(frozen=True, slots=True)
class Period:
    """A plan: it began and ends so many days from today."""

    starts: int
    ends: int
    goals: tuple[Goal, ...]
    agreed: int | None = None
    closed: int | None = None
    title: str = ""
    summary: str = ""


@dataclass(frozen=True, slots=True)
class ToldCheckIn:
    """A check-in that is told in words; the others of the two years are only short."""

    days: int
    kind: CheckInKind
    shared: str
    private: str = ""
    said: int | None = None
    sensed: int | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """Feedback of so many days ago; None days: it waits to be told."""

    days: int | None
    situation: str
    behaviour: str
    impact: str
    tone: Tone = Tone.PRAISE
    way: FeedbackWay = FeedbackWay.GIVEN
    whom: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A person with everything about them.

    The next check-in is in `next_in` days and every `repeats` weeks, a career conversation
    in `career_in`; one that was planned `missed` days ago did not take place. Anyone who was
    `promoted` had the title and level `before` until then.
    """

    person: Person
    hired: int | None = None
    promoted: int | None = None
    before: tuple[str, str] | None = None
    away_since: int | None = None
    back_in: int | None = None
    every: int = 0
    since: int = 0
    until: int = 0
    next_in: float | None = None
    repeats: int = 0
    career_in: float | None = None
    missed: float | None = None
    usual: tuple[str, ...] = ()
    mood: tuple[int | None, ...] = ()
    motivators: tuple[tuple[str, Drive], ...] = ()
    notes: tuple[Note, ...] = ()
    plans: tuple[Period, ...] = ()
    check_ins: tuple[ToldCheckIn, ...] = ()
    agenda: tuple[tuple[str, Owner, bool, bool, int], ...] = ()
    promises: tuple[tuple[str, Owner, int | None, int | None], ...] = ()
    wants: tuple[tuple[Reach, AspirationState, int, str], ...] = ()
    feedback: tuple[Said, ...] = ()
    skipped: frozenset[int] = field(default_factory=frozenset)


OPEN = "Stores open with figures they trust"
SHARED = "No service depends on one person"
FORECAST = "Less waste through better forecasts"
OBJECTIVES = (
    (OPEN, "Yesterday's figures by seven on 95% of days"),
    (SHARED, "Every service has two people who can release it"),
    (FORECAST, "A tenth less stock written off"),
)
