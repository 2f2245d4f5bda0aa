"""How what was shared of a review is called, and what of it is other by now."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from careerdesk.domain.reviews.changes import SheetChanges
from careerdesk.i18n import fill, tr
from careerdesk.services.reviews.reviews import ReviewView
from careerdesk.services.reviews.sheet import SharedBefore
from careerdesk.ui.base.texts import Dates

NEAR = 180  # days within which a day says itself without its year


def sheet_word(one: SharedBefore, today: date) -> str:
    """*Shared 3 Dec*, *Corrected 10 Dec*, and whether it was withdrawn since."""
    words = {
        (False, False): tr("Shared {day}"),
        (False, True): tr("Shared {day}, later withdrawn"),
        (True, False): tr("Corrected {day}"),
        (True, True): tr("Corrected {day}, later withdrawn"),
    }[one.first_shared_on is not None, one.withdrawn]
    return fill(words, day=_day(one.shared_on, today))


def _day(day: date, today: date) -> str:
    """A day that stands beside others: two of the same month stay two."""
    near = abs((day - today).days) < NEAR
    return Dates.short_day_within(day, today) if near else Dates.listed_day(day)


def state_words(view: ReviewView, kept: Sequence[SharedBefore], today: date) -> str:
    """Where sharing stands: *Shared 3 Dec, corrected 10 Dec*."""
    shared, last = view.review.shared_on, kept[-1] if kept else None
    if shared is None:
        return sheet_word(last, today) if last else tr("Not shared yet")
    if last is None or last.first_shared_on is None:
        return tr("Shared {day}", day=Dates.short_day_within(shared, today))
    return tr(
        "Shared {day}, corrected {later}",
        day=_day(shared, today),
        later=_day(last.shared_on, today),
    )


def changed_words(changes: SheetChanges, name: str) -> str:
    """What the person has not read of what stands there now; empty where nothing is other."""
    if changes.words:
        return tr("Changed after sharing: {parts}.", parts=", ".join(_parts(changes)))
    if changes.person:
        return tr(
            "{name}'s name, title, level or team has changed since the sheet was shared.", name=name
        )
    return ""


def _parts(changes: SheetChanges) -> list[str]:
    said = (
        (changes.rating, tr("rating")),
        (changes.narrative.count, tr("narrative")),
        (changes.strengths, tr("evidence")),
        (changes.gaps.count, tr("gaps")),
        (changes.closing.count, tr("closing remarks")),
    )
    return [words for is_other, words in said if is_other]
