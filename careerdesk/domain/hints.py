"""What would make a task a goal with impact: advice only, nothing is ever refused for it."""

from __future__ import annotations

from enum import StrEnum

from careerdesk.domain.activity_words import is_activity
from careerdesk.domain.progress import is_open
from careerdesk.domain.views import ItemView

__all__ = ["Hint", "hints", "is_activity", "serves_business", "serves_person"]


class Hint(StrEnum):
    """What a goal lacks."""

    NEITHER_SIDE = "neither_side"
    ONE_SIDE = "one_side"
    ACTIVITY = "activity"
    NO_MEASURE = "no_measure"
    NO_DATE = "no_date"


def serves_person(view: ItemView) -> bool:
    """Whether it is said what the person has of a goal."""
    return bool(view.motivators or view.item.aspiration_id or view.item.for_person.strip())


def serves_business(view: ItemView) -> bool:
    """Whether it is said what the business has of a goal."""
    return bool(view.item.objective_id or view.item.for_business.strip())


def hints(view: ItemView) -> tuple[Hint, ...]:
    """What an open goal lacks, the weightiest first; nothing for one that is over.

    One side is right for a personal goal: four days a week need not serve the business.
    """
    item = view.item
    if not is_open(item):
        return ()
    sides = serves_person(view) + serves_business(view)
    lacks = {
        Hint.NEITHER_SIDE: sides == 0,
        Hint.ONE_SIDE: sides == 1 and not item.personal,
        Hint.ACTIVITY: is_activity(item.title),
        Hint.NO_MEASURE: not view.key_results,
        Hint.NO_DATE: item.due_on is None,
    }
    return tuple(hint for hint, lacking in lacks.items() if lacking)
