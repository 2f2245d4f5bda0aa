"""Closing the week: for each person what was noticed, what was promised, and what comes next.

Nothing is counted here: no row has to be filled, and none says how many were.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum

from careerdesk.dataclass import dataclass
from careerdesk.domain.days import days_since
from careerdesk.domain.feedback import Feedback
from careerdesk.domain.records import CheckIn, DiscoveryNote, Person, Promise
from careerdesk.domain.repeats import WorkWeek

QUIET_DAYS = 14  # without a note, before that is said
FIRST_WEEK = 7  # days of a month on which something of a year ago is shown
AROUND = timedelta(days=21)  # how far from a year ago that may lie
WEEK = 7
MONDAY, SATURDAY = 0, 5


class Notice(StrEnum):
    """What becomes of something that was noticed."""

    PRAISE = "praise"  # feedback to tell
    RAISE = "raise"  # a private point on the agenda
    RESULT = "result"  # an accomplishment, in Reviews


@dataclass(frozen=True, slots=True)
class WeekRow:
    """What there is to know about one person at the end of a week.

    `promises` are mine and open, the next due first; `untold` is praise that waits to be told;
    `check_ins` are those planned for next week. `noted_on` is the last day anything was noted about
    them, here or in Reviews; None where nothing ever was.
    """

    person: Person
    promises: tuple[Promise, ...] = ()
    untold: tuple[Feedback, ...] = ()
    check_ins: tuple[CheckIn, ...] = ()
    noted_on: date | None = None

    @property
    def id(self) -> int:
        """The person's id."""
        return self.person.id

    def is_quiet(self, today: date) -> bool:
        """Whether nothing was noted about them for two weeks; of somebody new it is not said."""
        if self.noted_on is not None:
            return days_since(self.noted_on, today) >= QUIET_DAYS
        started = self.person.start_date
        return started is None or (today - started).days >= QUIET_DAYS


@dataclass(frozen=True, slots=True)
class YearAgo:
    """What somebody said about a year ago."""

    person: Person
    note: DiscoveryNote


@dataclass(frozen=True, slots=True)
class Week:
    """The whole page, in the order of the rail."""

    on: date
    rows: tuple[WeekRow, ...] = ()
    year_ago: YearAgo | None = None


def next_week(today: date, week: WorkWeek | None = None) -> tuple[date, date]:
    """The first and the last day of the week after that of *today*.

    It goes from Monday to Sunday, or begins on Saturday or Sunday where my *week* of work does.
    """
    first = _first_weekday(week or WorkWeek())
    begins = first if first >= SATURDAY else MONDAY  # one who begins on Tuesday has Mondays, too
    day = today + timedelta(days=(begins - today.weekday() - 1) % WEEK + 1)
    return day, day + timedelta(days=WEEK - 1)


def year_ago_days(today: date) -> tuple[date, date] | None:
    """Between which days something of a year ago is looked for; only in the first week of a month.

    They are the same all through that week.
    """
    if today.day > FIRST_WEEK:
        return None
    about = date(today.year - 1, today.month, 1)
    return about - AROUND, about + AROUND


def of_a_year_ago(found: Iterable[YearAgo], today: date) -> YearAgo | None:
    """The one that was said the nearest to a year before this month."""
    about = date(today.year - 1, today.month, 1)
    return min(
        found,
        key=lambda one: (abs((one.note.asked_on - about).days), one.note.id),
        default=None,
    )


def names_today(week: WorkWeek, today: date) -> bool:
    """Whether the week ends with *today*: the last day of mine that is worked in it.

    A week goes up to the longest run of weekdays that are always free, so that one from Sunday to
    Thursday ends on Thursday. Days off bring its end forward; a week that is off has none.
    """
    if week.is_free(today):
        return False
    first = _first_weekday(week)
    rest = (first - today.weekday() - 1) % WEEK  # days of this week after today
    return all(week.is_free(today + timedelta(days=n)) for n in range(1, rest + 1))


def _first_weekday(week: WorkWeek) -> int:
    """On which weekday a week begins: after the longest run of free ones, else on Monday."""
    works = [bool(week.days >> day & 1) for day in range(WEEK)]
    if all(works) or not any(works):
        return 0
    return max(
        (day for day in range(WEEK) if works[day]),
        key=lambda day: (_free_before(works, day), day == 0),
    )


def _free_before(works: list[bool], day: int) -> int:
    """How many weekdays in a row before *day* are free."""
    return next(n for n in range(WEEK) if works[(day - 1 - n) % WEEK])
