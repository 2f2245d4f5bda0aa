"""The day on which something happened, and the one on which it was written down."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from careerdesk.compat import override
from careerdesk.i18n import tr
from careerdesk.ui.base.texts import Dates
from careerdesk.ui.widgets.date_edit import PastDateField


class DayUntilToday(PastDateField):
    """A day up to today, or none; the arrows stop at today."""

    @override
    def why_not(self, words: str) -> str:
        """The day has come."""
        day = self.read(words) if words else None
        if day is not None and day > self._today():
            return tr("That date is in the future. Choose today or an earlier date.")
        return super().why_not(words)

    @override
    def _pick(self, day: date | None) -> None:
        if day is None or day <= self._today():
            super()._pick(day)


class PastDay(DayUntilToday):
    """A day up to today that is never empty."""

    def __init__(
        self,
        today: Callable[[], date],
        label: str,
        parent: QWidget | None = None,
        *,
        name: str = "",
    ) -> None:
        super().__init__(today, label, parent, name=name)
        self.fit()

    @override
    def why_not(self, words: str) -> str:
        """There is a day, and it has come."""
        return super().why_not(words) if words else tr("Enter a date, or press Esc to cancel.")

    @override
    def _pick(self, day: date | None) -> None:
        if day is not None:
            super()._pick(day)


def noted_words(happened: date | None, noted: date | None) -> str:
    """`noted on 26 Nov`, where that was after the day it happened."""
    if happened is None or noted is None or noted <= happened:
        return ""
    return tr("noted on {day}", day=Dates.short_date(noted, happened))


def written_words(on: date | None, today: date) -> str:
    """`in writing, 14 Nov`, of what somebody sent before a check-in."""
    if on is None:
        return tr("in writing")
    return tr("in writing, {day}", day=Dates.short_day_within(on, today))


def both_days(happened: date, noted: date | None) -> str:
    """`held 24 Nov, noted 26 Nov`, where that was after the day it happened."""
    if noted is None or noted <= happened:
        return ""
    return tr(
        "held {day}, recorded {noted}",
        day=Dates.short_date(happened, noted),
        noted=Dates.short_date(noted, happened),
    )
