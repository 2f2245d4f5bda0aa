"""What the nodes of the golden thread say."""

from __future__ import annotations

from datetime import date

from careerdesk.domain import moments
from careerdesk.domain.golden_thread import Node, NodeKind, ReadAt
from careerdesk.domain.loop import Aspiration, AspirationState
from careerdesk.domain.progress import unit_of
from careerdesk.domain.records import KeyResult, Measure, Motivator
from careerdesk.domain.text import one_line
from careerdesk.domain.views import ItemView
from careerdesk.i18n import tr
from careerdesk.ui.base.goal_words import result_parts, struck_text
from careerdesk.ui.base.texts import Dates, kind_word, number, percent, state_word
from careerdesk.ui.discovery.aspirations import aspiration_state_word, reach_word

ICONS = {
    NodeKind.ASPIRATION: "aspiration",
    NodeKind.MOTIVATOR: "motivator",
    NodeKind.GOAL: "plan",
    NodeKind.KEY_RESULT: "key-result",
    NodeKind.CHECK_IN: "checkin",
    NodeKind.OUTCOME: "accomplishment",
}


def node_kind_word(node_kind: NodeKind) -> str:
    """What a node is."""
    return {
        NodeKind.ASPIRATION: tr("Aspiration"),
        NodeKind.MOTIVATOR: tr("Motivator"),
        NodeKind.GOAL: tr("Goal"),
        NodeKind.KEY_RESULT: tr("Key result"),
        NodeKind.CHECK_IN: tr("Check-in"),
        NodeKind.OUTCOME: tr("Outcome"),
    }[node_kind]


def nothing_word(node_kind: NodeKind) -> str:
    """What to say where a strand has nothing."""
    return {
        NodeKind.ASPIRATION: tr("Not linked to an aspiration"),
        NodeKind.MOTIVATOR: tr("Not linked to a motivator"),
        NodeKind.GOAL: tr("No goals yet"),
        NodeKind.KEY_RESULT: tr("No key results yet"),
        NodeKind.CHECK_IN: tr("Not yet updated in a check-in"),
        NodeKind.OUTCOME: tr("No outcome yet"),
    }[node_kind]


def node_words(node: Node, place: int, today: date) -> tuple[str, str]:
    """The words of a node and how it stands; *place* is that of a motivator, from 1."""
    if node.aspiration is not None:
        return _aspiration(node.aspiration, today)
    if node.motivator is not None:
        return _motivator(node.motivator, place, today)
    if node.result is not None:
        return _result_words(node.result, node.read, today)
    if node.goal is None:
        return "", ""
    if node.node_kind is NodeKind.OUTCOME:
        return _outcome(node.goal)
    return one_line(node.goal.item.title), _standing(node.goal)


def _aspiration(one: Aspiration, today: date) -> tuple[str, str]:
    """Where somebody wants to go, and how far that is, or how it ended."""
    if one.struck_on is not None:
        return struck_text(one.struck_on, today), ""
    if one.state in (AspirationState.REACHED, AspirationState.DROPPED):
        return one_line(one.statement), aspiration_state_word(one.state)
    return one_line(one.statement), reach_word(one.reach)


def _motivator(one: Motivator, place: int, today: date) -> tuple[str, str]:
    """What moves somebody, and its place among the others, or until when it did."""
    if one.struck_on is not None:
        return struck_text(one.struck_on, today), ""
    if one.until is not None:
        day = Dates.short_date(one.until, today)
        return one_line(one.name), tr("until {day}", day=day)
    return one_line(one.name), tr("Rank {n}", n=place)


def _result_words(result: KeyResult, read: ReadAt | None, today: date) -> tuple[str, str]:
    """A key result, or the check-in in which it was read."""
    if read is None:
        return one_line(result.name), "".join(result_parts(result)[1:])  # a card is narrow
    day = Dates.short_day(moments.day(read), today)
    words = tr("{kind}, {day}", kind=kind_word(read.kind), day=day)
    return words, tr("Value: {value}", value=_value(result, read.value))


def _outcome(goal: ItemView) -> tuple[str, str]:
    item, score = goal.item, _score(goal.item.score)
    if item.score_words.strip():
        return one_line(item.score_words), score or state_word(item.state)
    return state_word(item.state), score or (percent(goal.progress) if goal.progress else "")


def _score(score: float | None) -> str:
    return "" if score is None else tr("score {score}", score=number(score, 1))


def _standing(goal: ItemView) -> str:
    state = state_word(goal.item.state)
    return state if goal.progress is None else f"{state}, {percent(goal.progress)}"


def _value(result: KeyResult, value: float) -> str:
    if result.measure is Measure.MILESTONE:
        return tr("reached") if value >= result.target else tr("not yet")
    return f"{number(value)} {unit_of(result)}".strip()
