"""How each kind of text that is found is shown: its icon, its group, its word; and its count."""

from __future__ import annotations

from datetime import date
from functools import cache

from careerdesk.dataclass import dataclass
from careerdesk.domain.feedback import Feedback
from careerdesk.domain.loop import (
    Action,
    Aspiration,
    GoalChange,
    Idea,
    KeyResultValue,
    Objective,
    Template,
)
from careerdesk.domain.records import (
    AgendaItem,
    CheckIn,
    DiscoveryNote,
    KeyResult,
    Motivator,
    PastRole,
    Person,
    Plan,
    PlanItem,
    Promise,
    Question,
    Record,
)
from careerdesk.domain.search.found import Found, Hit, State
from careerdesk.i18n import tr
from careerdesk.ui.base.texts import Dates

ROUND = 100  # of what is only counted until it is too many


@dataclass(frozen=True, slots=True)
class Shown:
    """The icon, the heading and the word at the end of a row."""

    icon: str
    group: str
    word: str


@cache
def _of_conversations() -> dict[type[Record], Shown]:
    people, goals, check_ins = tr("People"), tr("Goals and key results"), tr("Check-ins and notes")
    plan, discovery, check_in = tr("Plan"), tr("Discovery"), tr("Check-in")
    return {
        Person: Shown("person", people, tr("Person")),
        PastRole: Shown("person", people, tr("Earlier title")),
        PlanItem: Shown("plan", goals, tr("Goal")),
        KeyResult: Shown("key-result", goals, tr("Key result")),
        KeyResultValue: Shown("key-result", goals, tr("Key result value")),
        Action: Shown("action", goals, tr("Next step")),
        GoalChange: Shown("history", goals, tr("Goal change")),
        Plan: Shown("plan", goals, plan),
        Objective: Shown("objective", goals, tr("Objective")),
        Idea: Shown("hint", goals, tr("Idea")),
        CheckIn: Shown("checkin", check_ins, check_in),
        DiscoveryNote: Shown("discovery", check_ins, discovery),
        Question: Shown("discovery", check_ins, tr("Question")),
        Motivator: Shown("motivator", check_ins, tr("Motivator")),
        Aspiration: Shown("aspiration", check_ins, tr("Aspiration")),
        Promise: Shown("promise", check_ins, tr("Promise")),
        AgendaItem: Shown("prepare", check_ins, tr("Agenda")),
        Feedback: Shown("feedback", check_ins, tr("Feedback")),
        Template: Shown("prepare", tr("Templates"), tr("Template")),
    }


@cache
def _fields() -> dict[tuple[type[Record], str], str]:
    """What a text is, where the word of its kind does not say it."""
    reading, shared, mine = tr("your interpretation"), tr("shared notes"), tr("your notes")
    return {
        (DiscoveryNote, "their_words"): tr("their words"),
        (DiscoveryNote, "my_reading"): reading,
        (CheckIn, "shared_notes"): shared,
        (CheckIn, "private_notes"): mine,
        (CheckIn, "temperature_words"): tr("how it felt"),
        (CheckIn, "reason"): tr("why it didn't take place"),
        (Motivator, "quote"): tr("their words"),
        (PlanItem, "for_person"): tr("for the person"),
        (PlanItem, "for_business"): tr("for the business"),
        (PlanItem, "private_note"): tr("your note"),
        (PlanItem, "score_words"): tr("what came of it"),
        (Plan, "summary"): tr("summary"),
        (Objective, "measure"): tr("how it's measured"),
        (Feedback, "from_whom"): tr("who gave the feedback"),
        (Feedback, "situation"): tr("situation"),
        (Feedback, "behaviour"): tr("behaviour"),
        (Feedback, "impact"): tr("impact"),
        (GoalChange, "reason"): tr("reason"),
        (Person, "recognition"): tr("recognition"),
        (Person, "feedback_style"): tr("feedback style"),
        (Person, "title"): tr("title"),
        (Person, "team"): tr("team"),
        (Person, "place"): tr("location"),
        (Person, "email"): tr("email"),
        (Person, "external_id"): tr("ID"),
    }


def shown(hit: Hit) -> Shown:
    """How the kind of a hit is shown; deleted and earlier words stand apart."""
    found = _of_conversations().get(hit.kind) or _of_reviews(hit.kind)
    if hit.state is State.DELETED:
        return Shown("trash", tr("Deleted"), found.word)
    if hit.state is State.EARLIER:
        return Shown("history", tr("Earlier versions"), found.word)
    return found


def _of_reviews(kind: type[Record]) -> Shown:
    from careerdesk.ui.reviews.parts.found_words import shown_as

    return Shown(*shown_as(kind))


def _field_word(hit: Hit) -> str:
    if hit.kind in _of_conversations():
        return _fields().get((hit.kind, hit.field), "")
    from careerdesk.ui.reviews.parts.found_words import text_word

    return text_word(hit.kind, hit.field)


def caption(hit: Hit, name: str, today: date) -> str:
    """Whose it is, what it is of them, and when it was."""
    field = _field_word(hit)
    day = Dates.short_day_within(hit.day, today) if hit.day is not None else ""
    about = ", ".join(part for part in (field, day) if part)
    return " · ".join(part for part in (name, about) if part)


def count_words(found: Found, *, review: bool, there: bool) -> str:
    """How much was found and where; *there* is whether anything else stands in the list."""
    place = tr("Reviews") if review else tr("Conversations")
    if not found.count:
        return "" if there else tr("Nothing found in {place}", place=place)
    if found.more:
        least = found.count // ROUND * ROUND
        return tr("more than {n} found in {place}", n=least, place=place)
    return tr("{n} found in {place}", n=found.count, place=place)


def none_such(*, people: bool) -> str:
    """That nobody, or no command, is called what is typed."""
    return tr("No such person") if people else tr("No such command")


def sentences(*parts: str) -> str:
    """What is told in one go, with one full stop between any two parts that say something."""
    told = [part for part in parts if part]
    return ". ".join([*(part.removesuffix(".") for part in told[:-1]), *told[-1:]])
