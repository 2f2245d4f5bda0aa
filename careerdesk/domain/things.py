"""What a record is called within a sentence of an error."""

from __future__ import annotations

from careerdesk.domain.records import Record
from careerdesk.i18n import N_, translated

_THINGS = {
    "Person": N_("person"), "PastRole": N_("earlier title"), "Question": N_("question"),
    "DiscoveryNote": N_("discovery note"), "Motivator": N_("motivator"),
    "NoteMotivator": N_("motivator"), "Aspiration": N_("aspiration"),
    "Objective": N_("objective"), "Plan": N_("plan"), "PlanItem": N_("goal"),
    "ItemMotivator": N_("motivator"), "KeyResult": N_("key result"), "KeyResultValue": N_("value"),
    "Action": N_("next step"), "GoalChange": N_("change"), "PlanSnapshot": N_("earlier plan"),
    "CheckIn": N_("check-in"), "Repeat": N_("recurring check-in"), "AgendaItem": N_("agenda item"),
    "Promise": N_("promise"), "Feedback": N_("feedback"), "Idea": N_("idea"),
    "HandedOver": N_("shared copy"), "SameMeaning": N_("change"), "Strike": N_("struck text"),
    "Template": N_("template"), "TextVersion": N_("earlier version"),
    "Trashed": N_("deleted record"), "Draft": N_("draft"),
}  # fmt: skip
"""By the name of the class."""


def thing_within(kind: type[Record]) -> str:
    """What a record of *kind* is called, as in `This goal no longer exists`."""
    name = kind.__name__
    if name not in _THINGS:  # the other place keeps its words to itself
        from careerdesk.domain.reviews.review_things import REVIEW_THINGS

        return translated(REVIEW_THINGS[name])
    return translated(_THINGS[name])
