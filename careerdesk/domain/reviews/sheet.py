"""A review as it is handed over: the sheet its person reads, and the packet for the approval.

The sheet has no place for what only the manager knows: rounds of calibration, what was proposed,
pay, promotion, and who gave feedback. What has no place here cannot reach a document. What goes
into either is decided in `services.reviews.sheet`.
"""

from __future__ import annotations

from datetime import date, datetime

from careerdesk.dataclass import dataclass
from careerdesk.domain.reviews.records import (
    PayUnit,
    PeerRelation,
    PromotionState,
    Source,
    Voice,
)
from careerdesk.domain.reviews.stages import ReviewFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class Whose:
    """Whom a review is about, and the period it looks back at."""

    name: str
    short_name: str
    pronouns: str = ""
    title: str = ""
    level: str = ""
    team: str = ""
    cycle: str
    starts_on: date
    ends_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetStrength:
    """Something the person did or reached that the review rests on; their own words."""

    on: date
    title: str
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareSheet:
    """The review as its person reads it; texts are Markdown.

    `rating` is the final one, or, before there is one, the one that would be shared now.
    `is_draft` says that the words are not sealed yet. `goals` are the gaps that went into the
    person's plan. One that `is_as_read` says what was read on the day `shared_on`, whatever was
    written since; `first_shared_on` is there where it corrects what was read on that day.
    """

    whose: Whose
    is_draft: bool
    rating: str = ""
    rating_meaning: str = ""
    narrative: str = ""
    strengths: tuple[SheetStrength, ...] = ()
    gaps: str = ""
    goals: tuple[str, ...] = ()
    closing: str = ""
    shared_on: date | None = None
    first_shared_on: date | None = None
    is_as_read: bool = False
    response: str = ""
    response_on: date | None = None

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to read yet but the heading."""
        return not any((self.narrative, self.rating, self.strengths, self.gaps, self.closing))


def level_to_share(facts: ReviewFacts) -> int | None:
    """The rating that is shared: what the rounds ended with, without any what is proposed."""
    return facts.review.final_step if facts.rounds else facts.review.proposed_step


@dataclass(frozen=True, slots=True, kw_only=True)
class PacketPeer:
    """What someone said; `from_whom` is empty where names are left out."""

    voice: Voice
    relation: PeerRelation
    from_whom: str = ""
    received_on: date | None = None
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PacketEvidence:
    """Something that is cited, with its number in the narrative."""

    number: int
    source: Source
    on: date
    title: str
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PacketAccomplishment:
    """Something the person did, and the criteria it speaks for."""

    on: date
    what: str
    context: str = ""
    impact: str = ""
    criteria: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PacketRound:
    """A round of calibration."""

    held_on: date
    rating: str
    reason: str = ""
    asked_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PacketSeal:
    """What was sealed, when (None: it cannot be read), and whether it was changed since.

    Without a digest it was taken out of the file.
    """

    sealed_at: datetime | None = None
    digest: str = ""
    rating: str = ""
    changed: bool = False
    broken: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PacketPoint:
    """A criterion of the promotion case with its evidence."""

    text: str
    evidence: str = ""
    met: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PacketOutcome:
    """What the review leads to."""

    pay_change: float | None = None
    pay_unit: PayUnit = PayUnit.PERCENT
    currency: str = ""
    effective_on: date | None = None
    bonus: float | None = None
    from_level: str = ""
    to_level: str = ""
    to_title: str = ""
    promotion: PromotionState = PromotionState.NONE
    points: tuple[PacketPoint, ...] = ()
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Packet:
    """Everything for the approval meeting; ratings are the words of the scale, "" where none."""

    whose: Whose
    scale: tuple[str, ...] = ()
    self_review: str = ""
    self_received_on: date | None = None
    peers: tuple[PacketPeer, ...] = ()
    evidence: tuple[PacketEvidence, ...] = ()
    accomplishments: tuple[PacketAccomplishment, ...] = ()
    narrative: str = ""
    gaps: str = ""
    self_rating: str = ""
    proposed: str = ""
    proposed_why: str = ""
    calibrated: str = ""
    final: str = ""
    rounds: tuple[PacketRound, ...] = ()
    seal: PacketSeal | None = None
    outcome: PacketOutcome | None = None
    shared_on: date | None = None
