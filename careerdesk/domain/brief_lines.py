"""A brief in sentences, each with the reason why it is there; who shows them translates them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from datetime import date
from enum import StrEnum
from typing import Protocol, overload

from careerdesk.dataclass import dataclass
from careerdesk.domain.brief import SOON_DAYS
from careerdesk.domain.days import days_since
from careerdesk.domain.feedback import Feedback, FeedbackWay
from careerdesk.domain.note_lines import NoteLine
from careerdesk.domain.records import AgendaItem, ItemState, Person, Promise
from careerdesk.domain.views import LookAt, Reason
from careerdesk.i18n import N_, Counting, Message, translated


def _plain_number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A template with its values; days, numbers and sentences in it wait until someone says it.

    One that counts counts its value `n`. *context* is that of a form of pronouns.
    """

    template: Message | Counting
    values: Mapping[str, object] = field(default_factory=dict)
    context: str = ""

    def said(
        self,
        day: Callable[[date], str],
        number: Callable[[float], str] = _plain_number,
    ) -> str:
        """The sentence in the language of the interface, days and numbers as these write them."""

        def say(value: object) -> object:
            if hasattr(value, "said"):
                return value.said(day, number)
            if isinstance(value, float):
                return number(value)
            return day(value) if isinstance(value, date) else value

        values = {name: say(one) for name, one in self.values.items()}
        if isinstance(self.template, Counting):
            count = values.pop("n")
            return self.template.in_words(count if isinstance(count, int) else 0, **values)
        return translated(self.template, self.context, **values)


class Said(Protocol):
    """What waits for the language, the days and the numbers of anyone who says it."""

    def said(
        self,
        day: Callable[[date], str],
        number: Callable[[float], str] = ...,
    ) -> str:
        """In words."""


@dataclass(frozen=True, slots=True)
class Joined:
    """Some sentences or words, one after the other."""

    parts: tuple[Sentence | str, ...]
    between: str = " · "

    def said(
        self,
        day: Callable[[date], str],
        number: Callable[[float], str] = _plain_number,
    ) -> str:
        """All of them, as a sentence is said."""
        said = (one if isinstance(one, str) else one.said(day, number) for one in self.parts)
        return self.between.join(said)


STATES = {
    ItemState.NOT_STARTED: N_("not started"),
    ItemState.ON_TRACK: N_("on track"),
    ItemState.AT_RISK: N_("at risk"),
    ItemState.BLOCKED: N_("blocked"),
    ItemState.DONE: N_("done"),
    ItemState.DROPPED: N_("dropped"),
}


class LineKind(StrEnum):
    """What can be done with a line, and how it looks."""

    FACT = "fact"
    NOTE = "note"
    PROMISE = "promise"
    STEP = "step"
    GOAL = "goal"
    PLAN = "plan"
    POINT = "point"
    QUESTION = "question"
    WISH = "wish"
    DRIVES = "drives"
    TEMPERATURE = "temperature"
    STYLE = "style"
    FEEDBACK = "feedback"


class Part(StrEnum):
    """The sections of a brief, in the order of reading."""

    WHEN = "when"
    SINCE = "since"
    PROMISES = "promises"
    GOALS = "goals"
    IDEAS = "ideas"
    NEXT_ACTION = "next_step"
    AGENDA = "agenda"
    QUESTION = "question"
    WISHES = "wishes"
    DRIVES = "drives"
    TEMPERATURE = "temperature"
    FEEDBACK = "feedback"


Words = str | Said


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to know: what was written, what is to be said beside it, and why it is there.

    `below` is said under it in small, `body` is what unfolds. `key` is the id of its record;
    `away` says of a goal that its day can be shifted out of a leave.
    """

    text: Words
    aside: Said | None
    why: Sentence
    private: bool = False
    kind: LineKind = LineKind.FACT
    key: int = 0
    below: Words = ""
    body: tuple[NoteLine, ...] = ()
    ticked: bool | None = None
    warned: bool = False
    state: ItemState | None = None
    icon: str = ""
    away: bool = False


class Lines(Sequence[Line]):
    """Lines that are made when they are asked for, once each: of a long plan most never are."""

    def __init__(self, makers: Sequence[Callable[[], Line]]) -> None:
        """*makers* make the lines, one each, in their order."""
        self._makers = makers
        self._made: dict[int, Line] = {}

    def __len__(self) -> int:
        """How many there are."""
        return len(self._makers)

    @overload
    def __getitem__(self, at: int) -> Line: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Line, ...]: ...
    def __getitem__(self, at: int | slice) -> Line | tuple[Line, ...]:
        """A line, the same one each time; of a part, its lines."""
        places = range(len(self._makers))[at]
        if isinstance(places, range):
            return tuple(self[place] for place in places)
        if places not in self._made:
            self._made[places] = self._makers[places]()
        return self._made[places]


@dataclass(frozen=True, slots=True)
class Group:
    """The lines of a section; `nothing` is said where there are none.

    `most` lines are shown at once (0: all), the others are counted; the last `tail` of them always
    are. `remark` is said beside the title, where it holds.
    """

    title: Sentence
    lines: Sequence[Line]
    nothing: Message
    part: Part
    most: int = 0
    remark: Message = N_("")
    tail: int = 0

    def shown(self, most: int) -> tuple[Sequence[Line], Sequence[Line]]:
        """At most so many lines (0: all): those before the ones that are left out, and after."""
        if not most or len(self.lines) <= most:
            return self.lines, ()
        end = len(self.lines) - self.tail
        return self.lines[: max(0, most - self.tail)], self.lines[end:]


def why_promise(promise: Promise, today: date) -> Sentence:
    """Why an open promise is named, and where it stands among the others."""
    if promise.due_on is not None and promise.due_on < today:
        return Sentence(N_("It's overdue. Your own promises come first, starting with the oldest."))
    return Sentence(
        N_("It's still open. Your own promises come first, starting with the next one due.")
    )


def why_goal(look: LookAt, person: Person) -> Sentence:
    """By which rule a goal is to be looked at."""
    templates: dict[Reason, Message | Counting] = {
        Reason.BLOCKED: Counting(
            "It's blocked and hasn't been updated for {n} day.",
            "It's blocked and hasn't been updated for {n} days.",
        ),
        Reason.AT_RISK: Counting(
            "It's at risk and hasn't been updated for {n} day.",
            "It's at risk and hasn't been updated for {n} days.",
        ),
        Reason.LATE: Counting(
            "It was due {n} day ago and is still open.",
            "It was due {n} days ago and is still open.",
        ),
        Reason.AWAY: N_(
            "It's due during their leave, so it doesn't count as late. You can postpone it."
        ),
        Reason.DUE_SOON: N_("It's due within {soon} days."),
        Reason.STALE: Counting(
            (
                "It hasn't been updated for {n} day. That's more than twice the usual "
                "{cadence} days between your 1:1s."
            ),
            (
                "It hasn't been updated for {n} days. That's more than twice the usual "
                "{cadence} days between your 1:1s."
            ),
        ),
    }
    cadence = max(person.cadence_days, 1)
    return Sentence(templates[look.reason], {"n": look.days, "soon": SOON_DAYS, "cadence": cadence})


def why_point(point: AgendaItem) -> Sentence:
    """Why a point is on the agenda."""
    if point.repeating:
        return Sentence(N_("It comes up at every check-in."))
    if point.carried:
        words = Counting(
            "It wasn't covered in the last check-in.",
            "It wasn't covered in the last {n} check-ins.",
        )
        return Sentence(words, {"n": point.carried})
    if point.in_writing:
        return Sentence(N_("It was sent in writing before the check-in."))
    return Sentence(N_("It's on the agenda and still open."))


def why_motivator(place: int) -> Sentence:
    """Why a motivator stands where it does."""
    return Sentence(N_("You ranked this number {n} in Discovery."), {"n": place})


def why_feedback(found: Feedback, today: date) -> Sentence:
    """Why feedback is named."""
    if found.way is FeedbackWay.TO_DELIVER:
        return Sentence(N_("You haven't passed this on yet."))
    days = days_since(found.given_on, today) if found.given_on else 0
    return Sentence(
        Counting("This feedback is {n} day old.", "This feedback is {n} days old."), {"n": days}
    )
