"""How texts of Reviews are shown where they are found: an icon, a group, and their words."""

from __future__ import annotations

from functools import cache

from careerdesk.domain.records import Record
from careerdesk.domain.reviews.catalogue import OF_REVIEWS
from careerdesk.domain.reviews.records import (
    Accomplishment,
    Evidence,
    Outcome,
    PeerFeedback,
    PromotionPoint,
    Review,
)
from careerdesk.i18n import tr, translated


@cache
def _words() -> dict[type[Record], str]:
    return {entry.kind: translated(entry.word) for entry in OF_REVIEWS}


def shown_as(kind: type[Record]) -> tuple[str, str, str]:
    """The icon, the heading and the word of a kind of record."""
    icon, group = {
        Accomplishment: ("accomplishment", tr("Accomplishments and evidence")),
        Evidence: ("evidence", tr("Accomplishments and evidence")),
        PeerFeedback: ("people", tr("Peer feedback")),
        Review: ("edit", tr("Reviews")),
        Outcome: ("reviews", tr("Reviews")),
        PromotionPoint: ("arrow-up", tr("Reviews")),
    }.get(kind, ("reviews", tr("Review cycles")))
    return icon, group, _words()[kind]


@cache
def _texts() -> dict[tuple[type[Record], str], str]:
    return {
        (Review, "left_out"): tr("reason for leaving them out"),
        (Review, "self_review"): tr("self-review"),
        (Review, "narrative"): tr("narrative"),
        (Review, "gaps"): tr("gaps to the next level"),
        (Review, "proposed_why"): tr("reason for the rating"),
        (Review, "share_words"): tr("closing remarks"),
        (Review, "response"): tr("their response"),
        (PeerFeedback, "from_whom"): tr("who gave the feedback"),
    }


def text_word(kind: type[Record], field: str) -> str:
    """What a text is, where the word of its kind does not say it."""
    return _texts().get((kind, field), "")
