"""What a review leads to, as a part of the packet."""

from __future__ import annotations

from careerdesk.documents.model import Note, Row, Section
from careerdesk.documents.prose import one_line, prose
from careerdesk.documents.reviews.words import NO_BREAK, THIN, promotion_word, signed
from careerdesk.documents.words import Words
from careerdesk.domain.reviews.records import PayUnit
from careerdesk.domain.reviews.sheet import PacketOutcome, PacketPoint
from careerdesk.i18n import tr


def outcome_section(outcome: PacketOutcome, words: Words) -> Section:
    """Pay, bonus and the promotion case; without rows where nothing of it was said."""
    rows = (
        (tr("Pay change"), _pay(outcome, words)),
        (tr("Bonus"), _bonus(outcome, words)),
        (tr("Effective from"), words.day(outcome.effective_on) if outcome.effective_on else ""),
        (tr("Promotion"), _promotion(outcome)),
    )
    return Section(
        tr("Outcome"),
        rows=tuple(Row(label, (line,)) for label, line in rows if line),
        notes=tuple(_point(one) for one in outcome.points),
        paragraphs=prose(outcome.words),
    )


def _pay(outcome: PacketOutcome, words: Words) -> str:
    if outcome.pay_change is None:
        return ""
    change = signed(outcome.pay_change, words)
    if outcome.pay_unit is PayUnit.PERCENT:
        return f"{change}{THIN}%"
    return _money(change, outcome)


def _bonus(outcome: PacketOutcome, words: Words) -> str:
    return "" if outcome.bonus is None else _money(words.number(outcome.bonus), outcome)


def _money(number: str, outcome: PacketOutcome) -> str:
    return f"{number}{NO_BREAK}{outcome.currency}" if outcome.currency else number


def _promotion(outcome: PacketOutcome) -> str:
    state = promotion_word(outcome.promotion)
    way = ""
    if outcome.to_level:
        way = tr(
            "from {start} to {target}",
            start=outcome.from_level or tr("no level"),
            target=outcome.to_level,
        )
    as_title = tr("as {title}", title=outcome.to_title) if outcome.to_title else ""
    return ", ".join(part for part in (way, as_title, state) if part)


def _point(one: PacketPoint) -> Note:
    evidence = one_line(one.evidence)
    text = f"{one.text}: {evidence}" if evidence else one.text
    return Note(text, mark=tr("Met") if one.met else tr("Not yet"))
