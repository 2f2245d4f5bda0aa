"""Which texts keep what they said before, and how often."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from careerdesk.domain.feedback import Feedback
from careerdesk.domain.loop import Action, Aspiration, Objective, Reading, Template, TextVersion
from careerdesk.domain.records import (
    AgendaItem,
    CheckIn,
    DiscoveryNote,
    KeyResult,
    Motivator,
    Person,
    Plan,
    PlanItem,
    Promise,
    Question,
    Record,
)
from careerdesk.domain.reviews.records import (
    Accomplishment,
    Calibration,
    Criterion,
    Outcome,
    PeerFeedback,
    PromotionPoint,
    RatingStep,
    Review,
    ReviewCycle,
)
from careerdesk.domain.text import common_length

EVERY = timedelta(minutes=5)
MUCH = 80  # characters that are missed at once, wherever they go
SHORT = 40  # characters of a text of which a part is no loss
PART = 0.2  # of a longer text

KEPT: dict[type[Record], frozenset[str]] = {
    Person: frozenset({
        "external_id", "given_name", "family_name", "preferred_name", "pronouns", "email", "title",
        "level", "team", "place", "time_zone", "recognition", "feedback_style",
    }),
    Question: frozenset({"text"}),
    DiscoveryNote: frozenset({"their_words", "my_reading"}),
    Motivator: frozenset({"name"}),
    Aspiration: frozenset({"statement"}),
    Objective: frozenset({"title", "measure"}),
    Plan: frozenset({"title", "summary"}),
    PlanItem: frozenset({"title", "for_person", "for_business", "private_note", "score_words"}),
    KeyResult: frozenset({"name", "unit"}),
    Reading: frozenset({"note"}),
    Action: frozenset({"text"}),
    CheckIn: frozenset({"shared_notes", "private_notes", "temperature_words"}),
    AgendaItem: frozenset({"text"}),
    Promise: frozenset({"text"}),
    Feedback: frozenset({"from_whom", "situation", "behaviour", "impact"}),
    Template: frozenset({"name", "body"}),
    ReviewCycle: frozenset({"name"}),
    RatingStep: frozenset({"label", "meaning"}),
    Criterion: frozenset({"name"}),
    Review: frozenset({
        "left_out", "self_review", "narrative", "gaps", "proposed_why", "share_words", "response",
    }),
    PeerFeedback: frozenset({"from_whom", "text"}),
    Accomplishment: frozenset({"what", "context", "impact"}),
    Calibration: frozenset({"reason", "asked_by"}),
    Outcome: frozenset({"currency", "from_level", "to_level", "words"}),
    PromotionPoint: frozenset({"text", "evidence"}),
}  # fmt: skip

PLACES: dict[type[Record], str] = {
    Person: "people",
    Question: "discovery",
    DiscoveryNote: "discovery",
    Motivator: "discovery",
    Aspiration: "discovery",
    Objective: "",
    Template: "",
    Plan: "plan",
    PlanItem: "plan",
    KeyResult: "plan",
    Reading: "plan",
    Action: "plan",
    CheckIn: "check-ins",
    AgendaItem: "prepare",
    Promise: "prepare",
    Feedback: "prepare",
    ReviewCycle: "reviews",
    RatingStep: "reviews",
    Criterion: "reviews",
    Review: "reviews",
    PeerFeedback: "reviews",
    Accomplishment: "reviews",
    Calibration: "reviews",
    Outcome: "reviews",
    PromotionPoint: "reviews",
}
"""Where undo shows that such a text was brought back; "" is the page that is open."""


@dataclass(frozen=True, slots=True)
class TextRef:
    """One text field of one record."""

    kind: type[Record]
    record_id: int
    field: str


def is_kept(text: str, after: str, newest: TextVersion | None, now: datetime) -> bool:
    """Whether *text* is kept when it becomes *after* at *now*; *newest* was kept the last time."""
    if newest is None or due(newest.replaced_at, now):
        return True
    return loses(text, after) and text != newest.text


def due(newest: datetime, now: datetime) -> bool:
    """Whether a change at *now* keeps the text it replaces; *newest* is the last one kept.

    A clock that was set back does not stop it.
    """
    return not timedelta() <= now - newest < EVERY


def loses(before: str, after: str) -> bool:
    """Whether so much of *before* is missing in *after* that it is kept at once."""
    missing = len(before) - common_length(before, after)
    return missing >= MUCH or (len(before) > SHORT and missing >= PART * len(before))
