"""What would make a task a goal with impact: advice only, nothing is ever refused for it."""

from __future__ import annotations

from enum import StrEnum

from careerdesk.domain.progress import is_open
from careerdesk.domain.views import ItemView

ACTIVITIES = (
    "assist", "attend", "be involved", "collaborate", "complete the course",
    "complete the training", "continue", "contribute", "do a", "do the", "explore", "familiarise",
    "familiarize", "get involved", "help out", "help the", "help to", "help with", "join the",
    "learn about", "look at", "look into", "meet with", "participate", "read about", "read the",
    "read up", "shadow", "support our", "support the", "take part", "talk to", "try to", "work on",
    "work with",
)  # fmt: skip
"""How a title begins that says what is done, not what will be true afterwards (in English)."""


class Hint(StrEnum):
    """What a goal lacks."""

    ONE_SIDE = "one_side"
    ACTIVITY = "activity"
    NO_MEASURE = "no_measure"
    NO_DATE = "no_date"


def is_activity(title: str) -> bool:
    """Whether a title is worded as something to do: *Attend the conference*."""
    words = " ".join(title.lower().split()).rstrip(".!")
    words = words.removeprefix("to ")
    return any(words == start or words.startswith(start + " ") for start in ACTIVITIES)


def hints(view: ItemView) -> tuple[Hint, ...]:
    """What an open goal lacks, the weightiest first; nothing for one that is over."""
    item = view.item
    if not is_open(item):
        return ()
    person = bool(view.motivators or item.aspiration_id or item.for_person.strip())
    business = bool(item.objective_id or item.for_business.strip())
    lacks = {
        Hint.ONE_SIDE: person != business,
        Hint.ACTIVITY: is_activity(item.title),
        Hint.NO_MEASURE: not view.key_results,
        Hint.NO_DATE: item.due_on is None,
    }
    return tuple(hint for hint, lacking in lacks.items() if lacking)
