"""The words of the interface for documents."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from careerdesk.documents.words import Words
from careerdesk.ui.base.texts import Dates, number, percent, tr


def document_words() -> Words:
    """Words, dates and numbers in the language and the forms of the user."""
    language = QLocale().bcp47Name() or "en"
    return Words(
        tr, Dates.long_day, Dates.listed_day, Dates.period, number, percent,
        language.partition("-")[0], Dates.named_day, Dates.time,
    )  # fmt: skip
