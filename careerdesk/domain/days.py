"""Which days can be meant: a slip of the hand should not put a check-in into the year 2202."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from careerdesk.domain.errors import InvalidInput
from careerdesk.i18n import N_

EARLIEST = 1900
AHEAD = 50  # years


def check_days(values: Iterable[object], today: date) -> None:
    """Raise `InvalidInput` for a day among *values* that nobody can mean; others are ignored."""
    for value in values:
        if not isinstance(value, date):
            continue
        if value.year < EARLIEST:
            raise InvalidInput(N_("{day} is too far in the past. Check the year."), day=_day(value))
        if value.year > today.year + AHEAD:
            raise InvalidInput(
                N_("{day} is more than {n} years away. Check the year."),
                day=_day(value),
                n=AHEAD,
            )


def days_since(day: date, today: date) -> int:
    """How many days ago *day* was: none where a clock that was set back puts it ahead."""
    return max(0, (today - day).days)


def check_happened(day: date, today: date) -> None:
    """Raise `InvalidInput` for a day on which something cannot have happened yet."""
    check_days((day,), today)
    if day > today:
        raise InvalidInput(N_("That date is in the future. Choose today or an earlier date."))


def noted_later(noted: date | None, was: date, now: date) -> date | None:
    """The day something was written down, if that was after the day *now* it is said to be of.

    It is the known one, else the day *was* it was said to be of before.
    """
    known = noted or was
    return known if known > now else None


def check_not_before(day: date, started: date | None, name: str) -> None:
    """Raise `InvalidInput` for a day before the person started."""
    if started is not None and day < started:
        raise InvalidInput(
            N_("{name} started on {started}. Choose a later date, or correct the start date."),
            name=name,
            started=started,
        )


def _day(value: date) -> date:
    return value.date() if isinstance(value, datetime) else value
