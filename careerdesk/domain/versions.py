"""Which texts keep what they said before, and how often."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from careerdesk.domain.feedback import Feedback
from careerdesk.domain.loop import Aspiration, Reading
from careerdesk.domain.records import CheckIn, DiscoveryNote, PlanItem, Record
from careerdesk.domain.reviews import Outcome, PeerFeedback, Review

EVERY = timedelta(minutes=5)
KEPT: dict[type[Record], frozenset[str]] = {
    DiscoveryNote: frozenset({"their_words", "my_reading"}),
    Aspiration: frozenset({"statement"}),
    PlanItem: frozenset({"title", "for_person", "for_business", "private_note"}),
    CheckIn: frozenset({"shared_notes", "private_notes", "temperature_words"}),
    Reading: frozenset({"note"}),
    Feedback: frozenset({"situation", "behaviour", "impact"}),
    Review: frozenset(
        {"self_review", "narrative", "gaps", "proposed_why", "share_words", "response"}
    ),
    PeerFeedback: frozenset({"text"}),
    Outcome: frozenset({"words"}),
}


@dataclass(frozen=True, slots=True)
class TextRef:
    """One text field of one record."""

    kind: type[Record]
    record_id: int
    field: str


def due(newest: datetime | None, now: datetime) -> bool:
    """Whether a change at *now* keeps the text it replaces; *newest* is the last one kept.

    A clock that was set back does not stop it.
    """
    return newest is None or not timedelta() <= now - newest < EVERY
