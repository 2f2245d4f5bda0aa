"""Feedback in words."""

from __future__ import annotations

from datetime import date

from careerdesk.domain.brief_lines import why_feedback
from careerdesk.domain.feedback import Feedback, FeedbackWay, Tone
from careerdesk.domain.text import excerpt
from careerdesk.i18n import tr
from careerdesk.ui.base.brief_words import because
from careerdesk.ui.base.texts import Dates
from careerdesk.ui.widgets.links import LinkRow
from careerdesk.ui.widgets.past_day import noted_words


def tone_word(tone: Tone) -> str:
    """Praise, or what helps to do better."""
    return tr("Praise") if tone is Tone.PRAISE else tr("Constructive")


def way_word(way: FeedbackWay) -> str:
    """Whether it was given, was heard from others, or waits."""
    return {
        FeedbackWay.GIVEN: tr("Given"),
        FeedbackWay.RECEIVED: tr("From others"),
        FeedbackWay.TO_DELIVER: tr("To pass on"),
    }[way]


def feedback_row(found: Feedback, today: date) -> LinkRow:
    """What they did before all; below it when, and what else is known."""
    waits = found.way is FeedbackWay.TO_DELIVER
    parts = [part for part in (found.behaviour, found.situation, found.impact) if part]
    return LinkRow(
        found.id,
        excerpt(parts[0]),
        ", ".join([*_when(found, today), *map(excerpt, parts[1:])]),
        tr("Passed on") if waits else tr("Edit"),
        icon="feedback",
        token="warning" if waits else "text-muted",
        why=because(why_feedback(found, today)),
    )


def _when(found: Feedback, today: date) -> list[str]:
    words = [tone_word(found.tone)]
    if found.way is FeedbackWay.TO_DELIVER:
        words.append(tr("to pass on"))
    elif found.way is FeedbackWay.RECEIVED:
        words.append(tr("from {whom}", whom=found.from_whom or tr("someone")))
    if found.given_on is not None:
        words.append(Dates.ago(found.given_on, today))
    if noted := noted_words(found.given_on, found.noted_on):
        words.append(noted)
    return words
