"""Why a line stands in the brief, as its tooltip says it."""

from __future__ import annotations

from careerdesk.domain.brief_lines import Sentence
from careerdesk.ui.base.texts import Dates, plain_tip


def because(sentence: Sentence) -> str:
    """The reason in the language of the user, as a tooltip without markup."""
    return plain_tip(sentence.said(Dates.long_day))
