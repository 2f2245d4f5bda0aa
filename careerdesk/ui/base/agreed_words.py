"""What is said where words of an agreed plan are deleted."""

from __future__ import annotations

from datetime import date

from careerdesk.i18n import tr
from careerdesk.ui.base.texts import Dates


def with_kept(words: str, on: date | None, today: date) -> str:
    """What is said of a deletion, and that what was agreed keeps the words (None: nothing does)."""
    if on is None:
        return words
    return tr(
        "{deleted}. The agreed wording ({day}) will be kept until the plan is deleted.",
        deleted=words,
        day=Dates.short_day_within(on, today),
    )
