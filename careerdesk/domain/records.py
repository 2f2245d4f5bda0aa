"""The records that views and services hold: frozen, complete, never live rows.

Dates are `datetime.date`; instants are aware `datetime` in UTC. A record that is not
stored yet has id 0 and an empty uid. Field names are the column names of the store.
"""

from __future__ import annotations

from datetime import date, datetime, time
from enum import StrEnum

from careerdesk.dataclass import dataclass
from careerdesk.i18n import N_


class PersonStatus(StrEnum):
    """Whether a person is at work; only active people are asked after."""

    ACTIVE = "active"
    ON_LEAVE = "on_leave"
    LEFT = "left"
    FUTURE = "future"


class Relation(StrEnum):
    """How a person stands to the manager."""

    DIRECT = "direct"
    SKIP_LEVEL = "skip_level"
    OTHER = "other"


class Lens(StrEnum):
    """The side of a person that a question looks at."""

    STRENGTHS = "strengths"
    JOY = "joy"
    SUCCESS = "success"
    LIFE_AHEAD = "life_ahead"
    VALUES = "values"
    ENVIRONMENT = "environment"
    LEARNING = "learning"
    STAY = "stay"
    FEEDBACK = "feedback"


class Drive(StrEnum):
    """Whether a motivator gives a person energy, takes it, or is a value they hold."""

    DRIVES = "drives"
    DRAINS = "drains"
    VALUE = "value"


class MotivatorStanding(StrEnum):
    """How far a motivator is known: guessed by the manager, said by the person, confirmed later."""

    GUESSED = "guessed"
    SAID = "said"
    CONFIRMED = "confirmed"


class PlanState(StrEnum):
    """The life of a plan."""

    DRAFT = "draft"
    AGREED = "agreed"
    ACTIVE = "active"
    CLOSED = "closed"


class Horizon(StrEnum):
    """The group a plan item stands in."""

    SHORT = "short"
    LONGER = "longer"


class ItemState(StrEnum):
    """How a plan item is going."""

    NOT_STARTED = "not_started"
    ON_TRACK = "on_track"
    AT_RISK = "at_risk"
    BLOCKED = "blocked"
    DONE = "done"
    DROPPED = "dropped"


STATE_NAMES = {
    ItemState.NOT_STARTED: N_("Not started"),
    ItemState.ON_TRACK: N_("On track"),
    ItemState.AT_RISK: N_("At risk"),
    ItemState.BLOCKED: N_("Blocked"),
    ItemState.DONE: N_("Done"),
    ItemState.DROPPED: N_("Dropped"),
}
"""What each is called, to be translated where it is shown."""


class Measure(StrEnum):
    """The kind of value a key result has."""

    NUMBER = "number"
    PERCENT = "percent"
    MONEY = "money"
    MILESTONE = "milestone"


class Direction(StrEnum):
    """Where a key result shall go: up or down to its target, or stay on one side of it."""

    UP = "up"
    DOWN = "down"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"


class ProposedBy(StrEnum):
    """Whose idea a goal was."""

    THEM = "them"
    ME = "me"
    TOGETHER = "together"


class CheckInKind(StrEnum):
    """What a check-in is for."""

    ONE_ON_ONE = "one_on_one"
    CAREER = "career"
    REVIEW = "review"
    OTHER = "other"


class CheckInState(StrEnum):
    """Whether a check-in is to come, going on or over."""

    PLANNED = "planned"
    RUNNING = "running"
    HELD = "held"
    SKIPPED = "skipped"
    CANCELLED = "cancelled"


class LookedAhead(StrEnum):
    """How much of a check-in looked forward, as it was said at its end."""

    NO = "no"
    LITTLE = "little"
    MOSTLY = "mostly"


class Owner(StrEnum):
    """Who brings an agenda item, or who made a promise."""

    THEM = "them"
    ME = "me"


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One stored thing: `id` within its kind in this file, `uid` unique everywhere."""

    id: int = 0
    uid: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Record):
    """Someone the manager check-ins with.

    A leave has a first and a last day; both stay after the return, as check-ins are counted from
    it. `career_weeks` is how often there shall be a career conversation, `career_quiet_until`
    the day before which none is asked for, at the person's wish. `work_days` has a bit for each
    day they work, Monday's being 1; 0 is the manager's own week.
    """

    external_id: str = ""
    given_name: str = ""
    family_name: str = ""
    preferred_name: str = ""
    pronouns: str = ""
    email: str = ""
    title: str = ""
    level: str = ""
    team: str = ""
    place: str = ""
    time_zone: str = ""
    start_date: date | None = None
    last_promotion: date | None = None
    cadence_days: int = 14
    longest_gap_days: int = 28
    career_weeks: int = 12
    career_quiet_until: date | None = None
    work_days: int = 0
    recognition: str = ""
    feedback_style: str = ""
    status: PersonStatus = PersonStatus.ACTIVE
    leave_from: date | None = None
    leave_until: date | None = None
    relation: Relation = Relation.DIRECT
    rank: int = 0
    archived_on: date | None = None

    @property
    def full_name(self) -> str:
        """Given and family name, as they were typed."""
        return f"{self.given_name} {self.family_name}" if self.family_name else self.given_name

    @property
    def name(self) -> str:
        """What the person is called in lists: the preferred name with the family name."""
        if not self.preferred_name:
            return self.full_name
        return f"{self.preferred_name} {self.family_name}".rstrip()

    @property
    def short_name(self) -> str:
        """What the person is called in a sentence."""
        return self.preferred_name or self.given_name


@dataclass(frozen=True, slots=True, kw_only=True)
class PastRole(Record):
    """The title and level a person had `until` a day, which was the first of the next ones."""

    person_id: int
    until: date
    title: str = ""
    level: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question(Record):
    """An entry of the question bank; a built-in one has a `key`, an own one has none.

    `question_set` names the set it belongs to, such as a stay interview; empty for the bank.
    """

    key: str = ""
    lens: Lens = Lens.JOY
    text: str = ""
    question_set: str = ""
    retired: bool = False
    rank: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscoveryNote(Record):
    """One asking: the person's words (shareable) and the manager's reading (private).

    `noted_on` is the day it was written down, where that was a later one. Of one that is off the
    record nothing is kept but that it was asked. One that is `private` is so as a whole. One that
    is `in_writing` came on the day `asked_on`, before a check-in.
    """

    person_id: int
    question_id: int | None = None
    asked_on: date
    noted_on: date | None = None
    made_in: int | None = None
    off_record: bool = False
    private: bool = False
    in_writing: bool = False
    their_words: str = ""
    my_reading: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Motivator(Record):
    """What drives or drains a person, or a value they hold, in ranked order.

    A guessed one is the manager's alone. `quote` is what the person said about it. It holds
    `since` a day `until` another. Of one that was struck at the person's wish (`struck_on`) no
    words are left; it stays for the goals that named it.
    """

    person_id: int
    name: str
    drive: Drive = Drive.DRIVES
    standing: MotivatorStanding = MotivatorStanding.GUESSED
    quote: str = ""
    said_on: date | None = None
    confirmed_on: date | None = None
    since: date | None = None
    until: date | None = None
    struck_on: date | None = None
    rank: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan(Record):
    """An action plan of a person for a period; belongs to no review cycle."""

    person_id: int
    title: str = ""
    starts_on: date
    ends_on: date
    state: PlanState = PlanState.DRAFT
    agreed_on: date | None = None
    closed_on: date | None = None
    summary: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanItem(Record):
    """A goal of a plan: an outcome that serves the person and the business.

    `reached_on` is the day it became done. A `personal` goal serves the person alone and is never
    scored. `score_words` are for the manager unless `score_shown`: then they stand on the plan.
    Only one that `may_be_cited`, as was settled with the person, is offered to a review.
    """

    plan_id: int
    horizon: Horizon
    title: str
    state: ItemState = ItemState.NOT_STARTED
    due_on: date | None = None
    reached_on: date | None = None
    committed: bool = True
    proposed_by: ProposedBy | None = None
    personal: bool = False
    onboarding: bool = False
    may_be_cited: bool = False
    for_person: str = ""
    for_business: str = ""
    aspiration_id: int | None = None
    objective_id: int | None = None
    private_note: str = ""
    score: float | None = None
    score_words: str = ""
    score_shown: bool = False
    carried_from: int | None = None
    touched_on: date
    rank: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemMotivator(Record):
    """A plan item feeds a motivator."""

    item_id: int
    motivator_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyResult(Record):
    """How a plan item is measured; a milestone runs from 0 to 1.

    The baseline is where it started; one that shall stay on a side of its target does without.
    """

    item_id: int
    name: str
    measure: Measure = Measure.NUMBER
    direction: Direction = Direction.UP
    baseline: float = 0.0
    target: float = 1.0
    current: float | None = None
    unit: str = ""
    due_on: date | None = None
    rank: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckIn(Record):
    """A check-in. `said` and `sensed` are −2 to +2; None means not asked. Both are private.

    `starts_at` is the moment that was agreed; of one that was held it is the day and the time
    it took place, `utc_offset` minutes east of UTC, so that it keeps them wherever the laptop
    goes. `started_at` is when the clock began to count its minutes. `noted_on` is the day a past
    check-in was entered, where that was a later one. `looked_ahead` is None where nothing was said.
    `forward_minutes` and `forward_since` are of stores that counted them.
    A repeat made the check-in for the day `made_for`, wherever it was moved since. The words on the
    temperature may have come `in_writing`, before the check-in.
    """

    person_id: int
    kind: CheckInKind = CheckInKind.ONE_ON_ONE
    state: CheckInState = CheckInState.PLANNED
    starts_at: datetime
    started_at: datetime | None = None
    utc_offset: int | None = None
    minutes: int | None = None
    looked_ahead: LookedAhead | None = None
    forward_minutes: int | None = None
    forward_since: datetime | None = None
    noted_on: date | None = None
    reason: str = ""
    repeat_id: int | None = None
    made_for: date | None = None
    shared_notes: str = ""
    private_notes: str = ""
    said: int | None = None
    sensed: int | None = None
    temperature_words: str = ""
    in_writing: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeat(Record):
    """Every so many weeks there is a check-in with a person, on a weekday (Monday is 0).

    `minute` is the time on the wall in `zone`, in minutes after midnight; an empty zone is that
    of this computer. `starts_on` is the first day, from which weeks are counted.
    """

    person_id: int
    kind: CheckInKind = CheckInKind.ONE_ON_ONE
    weeks: int = 2
    weekday: int = 0
    minute: int = 600
    zone: str = ""
    starts_on: date

    @property
    def at(self) -> time:
        """The time on the wall."""
        return time(*divmod(self.minute, 60))


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem(Record):
    """A talking point: open until covered; `carried` counts the check-ins it outlived.

    `noted_on` is the day it was written down, None where that is not known; the person sent one
    that is `in_writing`. It may stand for a question of the bank, which is answered then.
    """

    person_id: int
    text: str
    question_id: int | None = None
    owner: Owner = Owner.ME
    private: bool = False
    repeating: bool = False
    in_writing: bool = False
    carried: int = 0
    noted_on: date | None = None
    covered_on: date | None = None
    covered_in: int | None = None
    rank: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise(Record):
    """A follow-up, made in a check-in or at any time."""

    person_id: int
    text: str
    owner: Owner = Owner.ME
    due_on: date | None = None
    done_on: date | None = None
    made_in: int | None = None


RECORDS: tuple[type[Record], ...] = (
    Person, PastRole, Question, DiscoveryNote, Motivator, Plan, PlanItem, ItemMotivator, KeyResult,
    CheckIn, Repeat, AgendaItem, Promise,
)  # fmt: skip
