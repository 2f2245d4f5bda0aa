"""How documents of Reviews name things."""

from __future__ import annotations

from careerdesk.documents.words import Words
from careerdesk.domain.reviews.records import PeerRelation, PromotionState, Source
from careerdesk.domain.reviews.sheet import Whose

MINUS = "\u2212"
NO_BREAK, THIN = "\u00a0", "\u202f"


def cycle_line(whose: Whose, words: Words) -> str:
    """The cycle and its period."""
    return f"{whose.cycle}, {words.period(whose.starts_on, whose.ends_on)}"


def who_line(whose: Whose) -> str:
    """What a person does, and where."""
    return ", ".join(part for part in (whose.title, whose.level, whose.team) if part)


def source_word(source: Source, words: Words) -> str:
    """What kind of evidence it is."""
    return {
        Source.CHECK_IN: words.tr("Check-in"),
        Source.FEEDBACK: words.tr("Feedback"),
        Source.ACCOMPLISHMENT: words.tr("Accomplishment"),
        Source.GOAL: words.tr("Goal reached"),
        Source.READING: words.tr("Key result"),
    }[source]


def relation_word(relation: PeerRelation, words: Words) -> str:
    """How someone who gives feedback works with the person."""
    return {
        PeerRelation.TEAM: words.tr("From the same team"),
        PeerRelation.OTHER_TEAM: words.tr("From another team"),
        PeerRelation.REPORT: words.tr("From a report"),
        PeerRelation.CUSTOMER: words.tr("From a customer"),
        PeerRelation.OTHER: words.tr("From someone else"),
    }[relation]


def promotion_word(state: PromotionState, words: Words) -> str:
    """Where a promotion case stands."""
    return {
        PromotionState.NONE: "",
        PromotionState.PREPARED: words.tr("prepared"),
        PromotionState.PROPOSED: words.tr("proposed"),
        PromotionState.APPROVED: words.tr("approved"),
        PromotionState.DEFERRED: words.tr("deferred"),
        PromotionState.DECLINED: words.tr("declined"),
    }[state]


def signed(value: float, words: Words) -> str:
    """A number with its sign."""
    sign = "+" if value > 0 else MINUS if value < 0 else ""
    return f"{sign}{words.number(abs(value))}"
