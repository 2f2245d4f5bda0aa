"""What kinds of record are called in a search, on either side of the wall."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from careerdesk.domain.entries import Area
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
from careerdesk.domain.reviews.review_kind_words import (
    ALSO_REVIEW_KINDS,
    REVIEW_KINDS,
    REVIEW_KINDS_SAID,
)
from careerdesk.domain.search.folding import words_of
from careerdesk.i18n import N_, translated

Kinds = frozenset[type[Record]]

CONVERSATION_KINDS: Mapping[str, tuple[type[Record], ...]] = {
    "goal": (PlanItem,),
    "key result": (KeyResult, KeyResultValue),
    "next step": (Action,),
    "plan": (Plan,),
    "check-in": (CheckIn,),
    "discovery note": (DiscoveryNote,),
    "promise": (Promise,),
    "talking point": (AgendaItem,),
    "feedback": (Feedback,),
    "motivator": (Motivator,),
    "aspiration": (Aspiration,),
    "idea": (Idea,),
    "objective": (Objective,),
    "question": (Question,),
    "value": (KeyResultValue,),
    "change": (GoalChange,),
    "template": (Template,),
    "person": (Person,),
    "earlier title": (PastRole,),
}
"""What they are called where they are offered."""

_ALSO = {
    "goals": "goal", "okr": "key result", "key results": "key result", "kr": "key result",
    "step": "next step", "steps": "next step", "next steps": "next step", "action": "next step",
    "actions": "next step", "plans": "plan", "check-ins": "check-in", "checkin": "check-in",
    "checkins": "check-in", "1:1": "check-in", "1:1s": "check-in", "one-on-one": "check-in",
    "one-on-ones": "check-in", "note": "discovery note", "notes": "discovery note",
    "discovery": "discovery note", "discovery notes": "discovery note", "answer": "discovery note",
    "promises": "promise", "promised": "promise", "follow-up": "promise", "follow-ups": "promise",
    "point": "talking point", "points": "talking point", "talking points": "talking point",
    "agenda": "talking point", "praise": "feedback", "motivators": "motivator",
    "aspirations": "aspiration", "ideas": "idea", "objectives": "objective",
    "questions": "question", "values": "value", "changes": "change", "templates": "template",
    "people": "person", "persons": "person", "title": "earlier title",
}  # fmt: skip
_PLAINLY = frozenset({
    "goal", "goals", "key result", "key results", "next step", "next steps", "check-in",
    "check-ins", "checkin", "checkins", "1:1", "1:1s", "one-on-one", "one-on-ones",
    "discovery note", "discovery notes", "promise", "promises", "promised", "follow-up",
    "follow-ups", "talking point", "talking points", "agenda", "feedback", "motivator",
    "motivators", "aspiration", "aspirations", "idea", "ideas", "objective", "objectives",
})  # fmt: skip
"""Words that say a kind without `kind:` before them; of others a search is for the word alone."""


@cache
def kinds_by_words(area: Area) -> Mapping[tuple[str, ...], tuple[str, Kinds]]:
    """By the folded words that name it: what a kind is called, and the records of it."""
    kinds, others = CONVERSATION_KINDS, _ALSO
    if area is Area.REVIEWS:
        kinds, others = REVIEW_KINDS, ALSO_REVIEW_KINDS
    known = {name: (name, frozenset(of)) for name, of in kinds.items()}
    also = {word: known[name] for word, name in others.items()}
    return {tuple(words_of(word)): found for word, found in (*known.items(), *also.items())}


@cache
def plain_words(area: Area) -> frozenset[tuple[str, ...]]:
    """The folded words that say a kind by themselves."""
    if area is Area.REVIEWS:
        return frozenset(kinds_by_words(area))
    return frozenset(tuple(words_of(word)) for word in _PLAINLY)


def named_kinds(area: Area, words: Iterable[str]) -> tuple[str, Kinds] | None:
    """The kinds that folded words name, whole or, where one alone begins so, by its beginning."""
    wanted = tuple(words)
    known = kinds_by_words(area)
    if wanted in known or not wanted:
        return known.get(wanted)
    typed = " ".join(wanted)
    found = dict.fromkeys(of for key, of in known.items() if " ".join(key).startswith(typed))
    return next(iter(found)) if len(found) == 1 else None


_SAID = {
    "goal": N_("Goal"), "key result": N_("Key result"), "next step": N_("Next step"),
    "plan": N_("Plan"), "check-in": N_("Check-in"), "discovery note": N_("Discovery note"),
    "promise": N_("Promise"), "talking point": N_("Talking point"), "feedback": N_("Feedback"),
    "motivator": N_("Motivator"), "aspiration": N_("Aspiration"), "idea": N_("Idea"),
    "objective": N_("Objective"), "question": N_("Question"), "value": N_("Value"),
    "change": N_("Change"), "template": N_("Template"), "person": N_("Person"),
    "earlier title": N_("Earlier title"),
}  # fmt: skip


def kind_said(name: str) -> str:
    """What a kind is called where it is said that a search is for it alone.

    What is typed for it is the same in every language.
    """
    return translated(_SAID.get(name) or REVIEW_KINDS_SAID[name])


def offered(area: Area) -> tuple[str, ...]:
    """What kinds are called, as they are offered after `kind:`."""
    return tuple(REVIEW_KINDS if area is Area.REVIEWS else CONVERSATION_KINDS)
