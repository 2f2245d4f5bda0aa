"""What pages read: records put together, ready to show."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from careerdesk.dataclass import dataclass
from careerdesk.domain.plain import beginning
from careerdesk.domain.progress import progress
from careerdesk.domain.questions import question_words
from careerdesk.domain.records import (
    AgendaItem,
    CheckIn,
    CheckInKind,
    CheckInState,
    DiscoveryNote,
    ItemState,
    KeyResult,
    LookedAhead,
    Motivator,
    Person,
    Plan,
    PlanItem,
    Promise,
    Question,
)

if TYPE_CHECKING:
    from careerdesk.domain.brief_facts import ActionGlance, ChangesOn, ResultMoved, Wish
    from careerdesk.domain.feedback import Feedback
    from careerdesk.domain.goal_changes import ChangedGoal
    from careerdesk.domain.loop import Aspiration, Idea, Objective
    from careerdesk.domain.unknowns import Why


class Attention(StrEnum):
    """Why a person has a dot in the rail."""

    PROMISE_LATE = "promise_late"
    CHECK_IN_LATE = "talk_late"


class Reason(StrEnum):
    """Why the brief names a goal."""

    BLOCKED = "blocked"
    AT_RISK = "at_risk"
    LATE = "late"
    AWAY = "away"
    DUE_SOON = "due_soon"
    STALE = "dusty"


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A line of the rail: the person, the next check-in, and what needs attention."""

    person: Person
    next_on: date | None = None
    next_at: datetime | None = None
    running: bool = False
    attention: tuple[Attention, ...] = ()

    @property
    def id(self) -> int:
        """The person's id."""
        return self.person.id


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A question with the day it was asked last, and what was said then (if asked for).

    `answers` counts how often something was said to it, for the record or not; *private*: what
    was said last is for the manager alone. `why` says why it is suggested, where it is.
    """

    question: Question
    last_asked: date | None = None
    last_words: str = ""
    private: bool = False
    answers: int = 0
    why: Why | None = None

    @property
    def id(self) -> int:
        """The question's id."""
        return self.question.id

    @property
    def words(self) -> str:
        """The question as it is asked."""
        return question_words(self.question.key, self.question.text)


@dataclass(frozen=True, slots=True)
class NoteView:
    """A discovery note with the question it answers; a free note has an empty question.

    `shows` are the ids of the motivators it is evidence of.
    """

    note: DiscoveryNote
    question_text: str = ""
    shows: frozenset[int] = frozenset()

    @property
    def id(self) -> int:
        """The note's id."""
        return self.note.id


@dataclass(frozen=True, slots=True)
class MotivatorView:
    """A motivator with the number of open plans' goals that feed it, and of notes that show it.

    `heard_on` is the day of the newest note with the person's words that shows it.
    """

    motivator: Motivator
    item_count: int = 0
    note_count: int = 0
    heard_on: date | None = None

    @property
    def id(self) -> int:
        """The motivator's id."""
        return self.motivator.id


@dataclass(frozen=True, slots=True)
class ItemView:
    """A goal with what it feeds, how it is measured, and the objective it serves.

    A card shows the rest as well: the aspiration it leads to, its next steps, and the last values
    of its key results by their ids, the oldest first. `away`: its day lies in a leave.
    """

    item: PlanItem
    motivators: tuple[Motivator, ...] = ()
    key_results: tuple[KeyResult, ...] = ()
    objective: Objective | None = None
    aspiration: Aspiration | None = None
    steps_done: int = 0
    steps: int = 0
    values: tuple[tuple[int, tuple[float, ...]], ...] = ()
    away: bool = False

    @property
    def id(self) -> int:
        """The goal's id."""
        return self.item.id

    @property
    def progress(self) -> float | None:
        """How far it is, 0.0 to 1.0; None where nothing is measured."""
        return progress(self.key_results)


@dataclass(frozen=True, slots=True)
class PlanView:
    """A plan with its goals: the short-term ones first, each group in its order."""

    plan: Plan
    items: tuple[ItemView, ...] = ()


@dataclass(frozen=True, slots=True)
class CheckInLine:
    """A line of the history: never the whole notes, only how they begin."""

    id: int
    person_id: int
    starts_at: datetime
    kind: CheckInKind
    state: CheckInState
    minutes: int | None
    forward_minutes: int | None
    opening: str
    has_private: bool
    said: int | None
    sensed: int | None
    promise_count: int
    utc_offset: int | None = None
    looked_ahead: LookedAhead | None = None
    noted_on: date | None = None
    reason: str = ""
    changed: tuple[ChangedGoal, ...] = ()

    @property
    def excerpt(self) -> str:
        """How the notes begin, on one line and without marks; made when it is shown."""
        return beginning(self.opening, 200)


@dataclass(frozen=True, slots=True)
class GoalGlance:
    """What a brief says of a goal; a plan has many, so the rest of them is not read.

    `reached_on` is the day it was marked as done, as far as that is known.
    """

    id: int
    title: str
    state: ItemState
    due_on: date | None
    touched_on: date
    for_person: str = ""
    reached_on: date | None = None


@dataclass(frozen=True, slots=True)
class LookAt:
    """A goal to talk about, and why: *days* since, until or over, by the reason."""

    item: GoalGlance | PlanItem
    reason: Reason
    days: int = 0


@dataclass(frozen=True, slots=True)
class Temperature:
    """How a person felt at a check-in: said and sensed, −2 to +2, None for not asked."""

    on: date
    said: int | None
    sensed: int | None

    @property
    def is_known(self) -> bool:
        """Whether at least one of the two is."""
        return self.said is not None or self.sensed is not None


@dataclass(frozen=True, slots=True)
class Brief:
    """All that is good to know before a check-in. Private parts are in it: it is the manager's.

    `kind` is that of the running check-in, else of the next one that is planned. `answered`
    tells whether anything was ever said to a question.
    """

    person: Person
    today: date
    kind: CheckInKind = CheckInKind.ONE_ON_ONE
    answered: bool = True
    last_check_in: CheckIn | None = None
    days_since: int | None = None
    next_on: date | None = None
    next_at: datetime | None = None
    running_id: int | None = None
    done_since: tuple[GoalGlance, ...] = ()
    moved: tuple[ResultMoved, ...] = ()
    changes: tuple[ChangesOn, ...] = ()
    promises_due: tuple[Promise, ...] = ()
    steps: tuple[ActionGlance, ...] = ()
    goals: tuple[GoalGlance, ...] = ()
    items_to_look_at: tuple[LookAt, ...] = ()
    plan_ended: date | None = None
    agenda: tuple[AgendaItem, ...] = ()
    question: AskedQuestion | None = None
    questions: tuple[AskedQuestion, ...] = ()
    wishes: tuple[Wish, ...] = ()
    ideas: tuple[Idea, ...] = ()
    motivators: tuple[Motivator, ...] = ()
    temperature: tuple[Temperature, ...] = ()
    to_deliver: tuple[Feedback, ...] = ()
    last_feedback: Feedback | None = None
    feedback: tuple[Feedback, ...] = ()
    feedback_count: int = 0
    note_count: int = 0
    check_in_count: int = 0
    has_plan: bool = False

    @property
    def is_blank(self) -> bool:
        """Tell whether nothing at all is known about the person yet."""
        known = (self.agenda, self.promises_due, self.motivators, self.note_count,
                 self.check_in_count, self.to_deliver, self.last_feedback, self.wishes)  # fmt: skip
        return not any(known) and not self.has_plan and self.running_id is None

    @property
    def is_career(self) -> bool:
        """Whether it is the brief of a career conversation."""
        return self.kind is CheckInKind.CAREER
