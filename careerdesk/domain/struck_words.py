"""What stands in the place of words that a person had struck, and how it is found again."""

from __future__ import annotations

import re
from datetime import date

from careerdesk.domain.remarks import ENGLISH_MONTHS

_MONTHS = tuple(month[:3] for month in ENGLISH_MONTHS)
STRUCK_MARK = re.compile(rf"\[?struck on \d{{1,2}} (?:{'|'.join(_MONTHS)}) \d{{4}}\]?")
"""Finds what `struck_word` puts in the place of struck words, in a sentence or alone."""


def struck_word(day: date) -> str:
    """What stands in the place of words that were struck on *day*: `struck on 3 Dec 2026`.

    It is stored, so it is the same in every language. Inside a sentence it has brackets around it.
    """
    return f"struck on {day.day} {_MONTHS[day.month - 1]} {day.year}"
