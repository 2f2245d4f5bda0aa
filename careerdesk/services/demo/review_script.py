"""The words by which the reviews of the made-up team are described, one `Told` a person.

`days` count back from the day of the demo, or, in a cycle that is over, on from its end.
"""

from __future__ import annotations

from careerdesk.dataclass import dataclass
from careerdesk.domain.reviews.records import (
    PayUnit,
    PeerRelation,
    PromotionState,
    Source,
    Voice,
)


@dataclass(frozen=True, slots=True)
class Asked:
    """Feedback that was asked for; it came so many days ago, or (None) not yet."""

    whom: str
    relation: PeerRelation
    asked: int
    came: int | None = None
    text: str = ""
    voice: Voice = Voice.PEER


@dataclass(frozen=True, slots=True)
class Did:
    """An accomplishment; `speaks_for` names criteria, `cited` says that the review rests on it."""

    days: int
    what: str
    context: str = ""
    impact: str = ""
    speaks_for: tuple[str, ...] = ()
    cited: bool = False


@dataclass(frozen=True, slots=True)
class Cited:
    """Evidence from Conversations: of that kind, with these words in it.

    A goal that is cited and `no_more` may not be cited any more since.
    """

    source: Source
    words: str
    no_longer: bool = False


@dataclass(frozen=True, slots=True)
class Round:
    """A round of calibration."""

    days: int
    rating: str
    reason: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """An outcome with its promotion case; each point is text, evidence, met."""

    change: float | None = None
    unit: PayUnit = PayUnit.PERCENT
    currency: str = "EUR"
    start: int | None = None
    bonus: float | None = None
    from_level: str = ""
    to_level: str = ""
    state: PromotionState = PromotionState.NONE
    words: str = ""
    points: tuple[tuple[str, str, bool], ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """The review of one person, found by the given name; ratings are labels of the scale.

    `later` is the narrative as it was changed after the seal. `goal` went into the plan.
    """

    given_name: str
    left_out: str = ""
    self_review: str = ""
    self_days: int | None = None
    self_rating: str = ""
    peers: tuple[Asked, ...] = ()
    did: tuple[Did, ...] = ()
    cites: tuple[Cited, ...] = ()
    narrative: str = ""
    gaps: str = ""
    proposed: str = ""
    why: str = ""
    sealed: int | None = None
    later: str = ""
    rounds: tuple[Round, ...] = ()
    outcome: Case | None = None
    closing: str = ""
    shared: int | None = None
    response: str = ""
    answered: int | None = None
    goal: str = ""


MEANINGS = (
    ("Outstanding", "Changed how others work, in more than one team.", 10.0),
    ("Strong", "Did more than was agreed, with lasting effect.", 35.0),
    ("Solid", "Did what was agreed, reliably.", 45.0),
    ("Growing", "On the way; the review says what is still missing.", 10.0),
)
