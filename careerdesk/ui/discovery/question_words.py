"""When a question was asked, and what was answered."""

from __future__ import annotations

from datetime import date

from careerdesk.domain.plain import beginning
from careerdesk.i18n import tr, trn
from careerdesk.ui.base.texts import Dates

LONGEST_ANSWER = 160


def asked_words(asked_on: date | None, today: date) -> str:
    """How long a question was not asked."""
    if asked_on is None:
        return tr("Not asked yet")
    days = (today - asked_on).days
    if days < 1:
        return tr("Asked today")
    if days < 60:
        return tr("Not asked in {days}", days=Dates.days(days))
    if days < 730:
        return trn("Not asked in 1 month", "Not asked in {n} months", round(days / 30.44))
    return trn("Not asked in 1 year", "Not asked in {n} years", days // 365)


def answer_words(asked_on: date | None, words: str) -> str:
    """What was answered the last time, and when."""
    answer = beginning(words, LONGEST_ANSWER)
    if asked_on is None or not answer:
        return ""
    return tr("{month}: “{words}”", month=Dates.month(asked_on), words=answer)
