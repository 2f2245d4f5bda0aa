"""The records of Reviews: cycles, what is collected in them, and what came of it.

The same rules hold as in `domain.records`. They stand apart from everything of Growth: no page
of a person reads them.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from enum import StrEnum

from careerdesk.dataclass import dataclass
from careerdesk.domain.records import Record

NO_MOMENT = datetime(1970, 1, 1, tzinfo=UTC)
"""Stands in a seal for a moment that cannot be read: something else wrote it into the file."""
NO_DAY = date.min
"""The same in a sheet for a day."""


class CycleKind(StrEnum):
    """How long a cycle looks back; `own` is any other period."""

    ANNUAL = "annual"
    HALF_YEAR = "half_year"
    QUARTER = "quarter"
    OWN = "own"


class Voice(StrEnum):
    """Whose words collected feedback is: of someone they work with, or who reports to them."""

    PEER = "peer"
    UPWARD = "upward"


class PeerRelation(StrEnum):
    """How someone who gives feedback works with the person."""

    TEAM = "team"
    OTHER_TEAM = "other_team"
    REPORT = "report"
    CUSTOMER = "customer"
    OTHER = "other"


class Source(StrEnum):
    """Where evidence comes from; nothing private can be one."""

    CHECK_IN = "talk"
    FEEDBACK = "feedback"
    ACCOMPLISHMENT = "accomplishment"
    GOAL = "goal"
    READING = "reading"


class PayUnit(StrEnum):
    """Whether a pay change is a share of the pay or a sum."""

    PERCENT = "percent"
    AMOUNT = "amount"


class PromotionState(StrEnum):
    """Where a promotion case stands."""

    NONE = "none"
    PREPARED = "prepared"
    PROPOSED = "proposed"
    APPROVED = "approved"
    DEFERRED = "deferred"
    DECLINED = "declined"


class Way(StrEnum):
    """Into which of Conversations and Reviews something went."""

    TO_REVIEW = "to_review"
    TO_CONVERSATIONS = "to_growth"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewCycle(Record):
    """A round of reviews over a period; its deadlines are those of the board's columns.

    Where the company `calibrates` there are rounds, a curve, packets for the approval, upward
    feedback and promotions; otherwise there is evidence, a narrative, and what is shared.
    """

    name: str
    kind: CycleKind = CycleKind.ANNUAL
    starts_on: date
    ends_on: date
    self_due: date | None = None
    peers_due: date | None = None
    writing_due: date | None = None
    sealing_due: date | None = None
    calibration_due: date | None = None
    sharing_due: date | None = None
    nine_box: bool = False
    calibrates: bool = False
    closed_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingLevel(Record):
    """A level of a cycle's scale, the highest first; `guideline` is in percent of the people."""

    cycle_id: int
    label: str
    meaning: str = ""
    guideline: float | None = None
    rank: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion(Record):
    """Something the scale looks at, such as *Impact*."""

    cycle_id: int
    name: str
    rank: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Review(Record):
    """One person in one cycle. Levels are those of the cycle's scale.

    `left_out` says why the person takes no part; it is empty while they do. `digest` is what
    the program last wrote under the seal (see `domain.reviews.seal`), empty before.
    `sheet_digest` is that of the last sheet that was frozen, empty where none was.
    `potential` is 1 to 3 for the nine-box, None where it was not asked.
    """

    cycle_id: int
    person_id: int
    left_out: str = ""
    self_review: str = ""
    self_received_on: date | None = None
    self_step: int | None = None
    narrative: str = ""
    gaps: str = ""
    proposed_step: int | None = None
    proposed_why: str = ""
    digest: str = ""
    final_step: int | None = None
    potential: int | None = None
    share_words: str = ""
    shared_on: date | None = None
    sheet_digest: str = ""
    response: str = ""
    response_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Seal(Record):
    """Narrative and proposed rating as they were fixed: `body` in canonical form, its digest.

    A seal that was opened again before calibration stays, with the moment of that.
    """

    review_id: int
    sealed_at: datetime
    digest: str
    body: str
    opened_at: datetime | None = None

    @property
    def sealed_on(self) -> date | None:
        """The day of the seal here; None where its moment cannot be read."""
        if self.sealed_at == NO_MOMENT:
            return None
        return self.sealed_at.astimezone().date()


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedSheet(Record):
    """A review as its person read it on a day: `body` in canonical form, its digest.

    It is never changed; a correction is another one. It goes with its review alone.
    """

    review_id: int
    shared_on: date
    digest: str
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PeerFeedback(Record):
    """What someone was asked for in a review, and what came back."""

    review_id: int
    voice: Voice = Voice.PEER
    from_whom: str = ""
    relation: PeerRelation = PeerRelation.TEAM
    asked_on: date | None = None
    received_on: date | None = None
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Accomplishment(Record):
    """Something a person did and what it led to, from their own list."""

    person_id: int
    done_on: date
    what: str
    context: str = ""
    impact: str = ""
    item_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AccomplishmentCriterion(Record):
    """An accomplishment speaks for a criterion of a cycle's scale."""

    accomplishment_id: int
    criterion_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence(Record):
    """Something cited in a review, by hand: a copy of its words, and where they stand."""

    review_id: int
    source: Source
    source_id: int
    happened_on: date
    title: str
    words: str = ""
    cited_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration(Record):
    """One round: the rating it ended with, why, and who asked for it."""

    review_id: int
    step_id: int
    reason: str = ""
    asked_by: str = ""
    held_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome(Record):
    """What a review leads to; it is seen nowhere else. `bonus` is in the same currency.

    `written_on` is the day on which a promotion was written into the person.
    """

    review_id: int
    pay_change: float | None = None
    pay_unit: PayUnit = PayUnit.PERCENT
    currency: str = ""
    effective_on: date | None = None
    bonus: float | None = None
    from_level: str = ""
    to_level: str = ""
    to_title: str = ""
    promotion: PromotionState = PromotionState.NONE
    written_on: date | None = None
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PromotionPoint(Record):
    """A criterion of a promotion case with the evidence for it."""

    outcome_id: int
    text: str
    evidence: str = ""
    met: bool = False
    rank: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewMeeting(Record):
    """A meeting with a person about their review, and how long it took."""

    person_id: int
    held_on: date
    minutes: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Crossing(Record):
    """One item that went between Conversations and Reviews, by hand.

    `kind` names the table of what it was, `source_id` its row, `target_id` the new one.
    """

    person_id: int
    way: Way
    kind: str
    source_id: int
    target_id: int
    crossed_at: datetime


RECORDS: tuple[type[Record], ...] = (
    ReviewCycle, RatingLevel, Criterion, Review, Seal, SharedSheet, PeerFeedback, Accomplishment,
    AccomplishmentCriterion, Evidence, Calibration, Outcome, PromotionPoint, ReviewMeeting,
    Crossing,
)  # fmt: skip
