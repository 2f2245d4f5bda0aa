"""How what is collected in a review is called, in words of the interface."""

from __future__ import annotations

from datetime import date

from careerdesk.domain.reviews.records import (
    Outcome,
    PayUnit,
    PeerFeedback,
    PeerRelation,
    PromotionState,
    Voice,
)
from careerdesk.ui.base.texts import MIDDLE_DOT, THIN_SPACE, Dates, number, tr


def relation_word(relation: PeerRelation) -> str:
    """How someone works with the person."""
    return {
        PeerRelation.TEAM: tr("Same team"),
        PeerRelation.OTHER_TEAM: tr("Another team"),
        PeerRelation.REPORT: tr("Reports to them"),
        PeerRelation.CUSTOMER: tr("Customer"),
        PeerRelation.OTHER: tr("Other"),
    }[relation]


def voice_word(voice: Voice) -> str:
    """Whose words collected feedback is."""
    return {Voice.PEER: tr("Peer feedback"), Voice.UPWARD: tr("Upward feedback")}[voice]


def promotion_word(state: PromotionState) -> str:
    """Where a promotion case stands."""
    return {
        PromotionState.NONE: tr("No case"),
        PromotionState.PREPARED: tr("Being prepared"),
        PromotionState.PROPOSED: tr("Proposed"),
        PromotionState.APPROVED: tr("Approved"),
        PromotionState.DEFERRED: tr("Deferred"),
        PromotionState.DECLINED: tr("Declined"),
    }[state]


def pay_unit_word(unit: PayUnit) -> str:
    """Whether a pay change is a share or a sum."""
    return {PayUnit.PERCENT: tr("Percent"), PayUnit.AMOUNT: tr("Amount")}[unit]


def peer_state(one: PeerFeedback, today: date) -> str:
    """`received 9 Nov`, `asked 3 Nov, waiting 12 days`, or that nobody was asked yet."""
    if one.received_on is not None:
        return tr("received {day}").format(day=Dates.short_day_within(one.received_on, today))
    if one.asked_on is None:
        return tr("not asked yet")
    asked = tr("asked {day}").format(day=Dates.short_day_within(one.asked_on, today))
    waiting = (today - one.asked_on).days
    if waiting < 1:
        return asked
    return tr("{asked}, waiting {days}").format(asked=asked, days=Dates.days(waiting))


def pay_words(one: Outcome) -> str:
    """`+4.5 % from 1 January 2027 · bonus 3,000 EUR`; empty where there is neither."""
    change = _change(one)
    if change and one.effective_on:
        change = tr("{change} from {day}").format(
            change=change, day=Dates.long_day(one.effective_on)
        )
    bonus = ""
    if one.bonus is not None:
        bonus = tr("bonus {sum}").format(sum=_sum(one.bonus, one.currency))
    words = MIDDLE_DOT.join(part for part in (change, bonus) if part)
    return words[:1].upper() + words[1:]


def _change(one: Outcome) -> str:
    if one.pay_change is None:
        return ""
    sign = "+" if one.pay_change > 0 else ""
    if one.pay_unit is PayUnit.PERCENT:
        return f"{sign}{number(one.pay_change)}{THIN_SPACE}%"
    return sign + _sum(one.pay_change, one.currency)


def _sum(value: float, currency: str) -> str:
    return f"{number(value)}{THIN_SPACE}{currency}" if currency else number(value)
