"""The records of the deeper loop: what is wanted, how it goes, what was said about it.

The same rules hold as in `domain.records`; they stand apart so that the first page, which
shows none of them, need not load them.
"""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from careerdesk.dataclass import dataclass
from careerdesk.domain.drafts import Draft
from careerdesk.domain.feedback import Feedback
from careerdesk.domain.records import Owner, Record


class Reach(StrEnum):
    """How far ahead an aspiration lies."""

    ONE_YEAR = "one_year"
    TWO_TO_THREE = "two_to_three"
    FIVE_PLUS = "five_plus"


class AspirationState(StrEnum):
    """How serious an aspiration is, or how it ended."""

    EXPLORING = "exploring"
    COMMITTED = "committed"
    REACHED = "reached"
    DROPPED = "dropped"


class ChangeKind(StrEnum):
    """What changed on a goal; `CONFIRMED` is that it was found to be still right."""

    STATE = "state"
    REWORDED = "reworded"
    DUE = "due"
    ACTION_ADDED = "step_added"
    ACTION_DONE = "step_done"
    TARGET = "target"
    CONFIRMED = "confirmed"


class IdeaState(StrEnum):
    """Whether an idea waits, or became a goal."""

    OPEN = "open"
    TAKEN = "taken"


class HandedOverKind(StrEnum):
    """What a person was given."""

    PLAN = "plan"
    OWN_WORDS = "own_words"
    SUMMARY = "summary"
    QUESTIONS = "questions"


class TemplateKind(StrEnum):
    """What a template makes."""

    AGENDA = "agenda"
    PLAN = "plan"


@dataclass(frozen=True, slots=True, kw_only=True)
class Aspiration(Record):
    """What a person wants, in their words, from `valid_from` on.

    A later wording or state is a new record that `follows` this one, whose `valid_to` is set.
    `seen_on` is the day the person was given it in writing; only then can it stand `on_plan`. Of
    one that was struck at their wish (`struck_on`) no words are left.
    """

    person_id: int
    reach: Reach = Reach.ONE_YEAR
    statement: str = ""
    state: AspirationState = AspirationState.EXPLORING
    valid_from: date
    valid_to: date | None = None
    follows: int | None = None
    seen_on: date | None = None
    on_plan: bool = False
    struck_on: date | None = None
    rank: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteMotivator(Record):
    """A discovery note shows a motivator: its evidence."""

    note_id: int
    motivator_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Objective(Record):
    """A goal of the company or the team that plan items can serve; shared by all people."""

    title: str
    measure: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    retired: bool = False
    rank: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyResultValue(Record):
    """The value of a key result on a day; `confidence` is 0 to 10, None for not asked.

    `baseline` and `target` are those that held on the day. One that came along when its goal was
    carried over is `copied_from` the one before. One of a career conversation that was deleted
    is still `of_career`.
    """

    result_id: int
    read_on: date
    value: float
    baseline: float | None = None
    target: float | None = None
    confidence: int | None = None
    note: str = ""
    made_in: int | None = None
    copied_from: int | None = None
    of_career: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Action(Record):
    """A small next step under a plan item."""

    item_id: int
    text: str
    owner: Owner = Owner.THEM
    due_on: date | None = None
    done_on: date | None = None
    rank: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalChange(Record):
    """What changed on a goal on a day, and in which check-in; the last one of each kind counts.

    `was` and `became` are a state, a title, a day as 2026-11-24, the words of a step or the target
    of a key result (`result_id`), by the kind. `reason` says why, if anybody did.
    """

    item_id: int
    changed_on: date
    made_in: int | None = None
    what: ChangeKind
    was: str = ""
    became: str = ""
    result_id: int | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Idea(Record):
    """What else could get a person where they want to go; one that is taken leads to its goal."""

    person_id: int
    text: str
    state: IdeaState = IdeaState.OPEN
    item_id: int | None = None
    noted_on: date
    made_in: int | None = None
    rank: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedOver(Record):
    """What a person was given on a day, as JSON of its shared form, with the digest of that.

    A summary and questions belong to a check-in. The digest stays what it was when words are
    struck from the body later.
    """

    person_id: int
    what: HandedOverKind
    plan_id: int | None = None
    checkin_id: int | None = None
    handed_on: date
    digest: str
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SameMeaning(Record):
    """A field of a goal says other words than those handed over, and means the same.

    That holds as long as its words have this digest.
    """

    handed_over_id: int
    item_uid: str
    field: str
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Strike(Record):
    """Words of a record were struck at the person's wish; an older copy of it is struck again.

    `kind` is a table, "motivator.quote" for the quote alone, or "sweep" as long as the file has
    still to be swept of the words.
    """

    person_id: int | None = None
    kind: str
    struck_uid: str
    struck_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Template(Record):
    """A reusable agenda (its lines) or plan (as JSON that `services.templates` reads)."""

    kind: TemplateKind
    name: str
    body: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanSnapshot(Record):
    """A plan as it was at the end of the day before `before`, as JSON."""

    plan_id: int
    before: date
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TextVersion(Record):
    """What a text field held until `replaced_at`; `kind` is the table of its record."""

    kind: str
    record_id: int
    field: str
    replaced_at: datetime
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Trashed(Record):
    """Something deleted with all that belonged to it, as JSON that `data.trash` reads."""

    kind: str
    record_id: int
    person_id: int | None = None
    deleted_at: datetime
    body: str


RECORDS: tuple[type[Record], ...] = (
    Aspiration, NoteMotivator, Objective, KeyResultValue, Action, GoalChange, Feedback, Idea,
    HandedOver, SameMeaning, Strike, Template, PlanSnapshot, TextVersion, Trashed, Draft,
)  # fmt: skip
