"""The words of the interface for documents."""

from __future__ import annotations

from careerdesk.documents.words import Words
from careerdesk.i18n import language
from careerdesk.ui.base.texts import Dates, number, percent


def document_words() -> Words:
    """Words, dates and numbers in the language and the forms of the user."""
    return Words(
        Dates.long_day, Dates.listed_day, Dates.period, number, percent,
        language().partition("_")[0], Dates.named_day, Dates.time,
    )  # fmt: skip
