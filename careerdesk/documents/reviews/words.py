"""How documents of Reviews name things."""

from __future__ import annotations

from careerdesk.documents.words import Words
from careerdesk.domain.reviews.records import PeerRelation, PromotionState, Source
from careerdesk.domain.reviews.sheet import Whose
from careerdesk.i18n import tr

MINUS = "\u2212"
NO_BREAK, THIN = "\u00a0", "\u202f"


def cycle_line(whose: Whose, words: Words) -> str:
    """The cycle and its period."""
    return f"{whose.cycle}, {words.period(whose.starts_on, whose.ends_on)}"


def who_line(whose: Whose) -> str:
    """What a person does, and where."""
    return ", ".join(part for part in (whose.title, whose.level, whose.team) if part)


def source_word(source: Source) -> str:
    """What kind of evidence it is."""
    return {
        Source.CHECK_IN: tr("Check-in"),
        Source.FEEDBACK: tr("Feedback"),
        Source.ACCOMPLISHMENT: tr("Accomplishment"),
        Source.GOAL: tr("Goal reached"),
        Source.READING: tr("Key result"),
    }[source]


def relation_word(relation: PeerRelation) -> str:
    """How someone who gives feedback works with the person."""
    return {
        PeerRelation.TEAM: tr("From the same team"),
        PeerRelation.OTHER_TEAM: tr("From another team"),
        PeerRelation.REPORT: tr("From a direct report"),
        PeerRelation.CUSTOMER: tr("From a customer"),
        PeerRelation.OTHER: tr("From someone else"),
    }[relation]


def promotion_word(state: PromotionState) -> str:
    """Where a promotion case stands."""
    return {
        PromotionState.NONE: "",
        PromotionState.PREPARED: tr("in preparation"),
        PromotionState.PROPOSED: tr("proposed"),
        PromotionState.APPROVED: tr("approved"),
        PromotionState.DEFERRED: tr("deferred"),
        PromotionState.DECLINED: tr("declined"),
    }[state]


def signed(value: float, words: Words) -> str:
    """A number with its sign."""
    sign = "+" if value > 0 else MINUS if value < 0 else ""
    return f"{sign}{words.number(abs(value))}"
