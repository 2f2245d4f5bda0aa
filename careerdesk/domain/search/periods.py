"""Days, months and years as they are typed into a search, as the days from one to another."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import lru_cache

from careerdesk.dataclass import dataclass
from careerdesk.domain.days import AHEAD
from careerdesk.domain.remarks import month_name
from careerdesk.domain.search.folding import words_of
from careerdesk.i18n import tr

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_LEAST = 3  # letters of a month that is cut short
_WEEK = timedelta(days=7)
_EARLIEST = 1990
_LEAP, _LEAPS = 2000, 9  # a year that has all days, and in so many there is another

_ISO = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?")
_WRITTEN = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})?")
_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th|\.)?,?")
_YEAR = re.compile(r"(\d{4}),?")


@dataclass(frozen=True, slots=True)
class Period:
    """From the day `first` on, until the day before `end`."""

    first: date
    end: date

    def earlier(self, years: int) -> Period:
        """The same day, month or year so many *years* before; the last of a February if need be."""
        return Period(_years_before(self.first, years), _years_before(self.end, years))

    def words(self, say_day: Callable[[date], str] = date.isoformat) -> str:
        """What it is called: a day, a month, a year, or from one day to another."""
        if self.end - self.first == timedelta(days=1):
            return say_day(self.first)
        if self == _year(self.first.year):
            return str(self.first.year)
        if self == _month(self.first.year, self.first.month):
            return tr("{month} {year}", month=month_name(self.first), year=str(self.first.year))
        return f"{say_day(self.first)} – {say_day(self.end - timedelta(days=1))}"


@dataclass(frozen=True, slots=True)
class Read:
    """A period, how many of the typed words say it, and whether nothing else can be meant.

    *any_year*: no year was typed, so that it may be that of an earlier one.
    """

    period: Period
    used: int
    sure: bool = True
    any_year: bool = False


def read_period(words: Sequence[str], today: date, months: Sequence[str] = ()) -> Read | None:
    """The period that the first of *words* say, by as many of them as possible.

    *months* are names of months, January first, in any number of dozens. A month without a year
    is the last one that has begun. It is not sure where the name is cut short.
    """
    try:
        return _relative(words, today) or _figures(words[0], today) or _named(words, today, months)
    except (ValueError, OverflowError, IndexError):  # no such day
        return None


def _relative(words: Sequence[str], today: date) -> Read | None:
    days = {"yesterday": -1, "today": 0, "tomorrow": 1}
    first = words[0].lower()
    if first in days:
        return Read(_day(today + timedelta(days=days[first])), 1)
    steps = {"last": -1, "this": 0, "next": 1}
    if first not in steps or len(words) < 2:
        return None
    step, what = steps[first], words[1].lower()
    if what == "week":
        start = today - timedelta(days=today.weekday()) + step * _WEEK
        return Read(Period(start, start + _WEEK), 2)
    if what == "month":
        index = today.year * 12 + today.month - 1 + step
        return Read(_month(index // 12, index % 12 + 1), 2)
    return Read(_year(today.year + step), 2) if what == "year" else None


def _figures(word: str, today: date) -> Read | None:
    if found := _ISO.fullmatch(word):
        year, month, day = (int(part or 0) for part in found.groups())
        if not _EARLIEST <= year <= today.year + AHEAD:
            return None
        if not found[2]:
            return Read(_year(year), 1, sure=False)
        return Read(_day(date(year, month, day)) if found[3] else _month(year, month), 1)
    if found := _WRITTEN.fullmatch(word):
        day, month, year = int(found[1]), int(found[2]), int(found[3] or 0)
        if found[3] and year < 100:
            year += 2000
        return Read(_last(today, month, day, year), 1, any_year=not year)
    return None


def _named(words: Sequence[str], today: date, months: Sequence[str]) -> Read | None:
    day = _ORDINAL.fullmatch(words[0])
    at = 1 if day else 0
    if at >= len(words):
        return None
    month, whole = _month_of(words[at].rstrip(",."), months)
    if not month:
        return None
    used, number = at + 1, int(day[1]) if day else 0
    if not number and used < len(words) and (after := _ORDINAL.fullmatch(words[used])):
        number, used = int(after[1]), used + 1
    year = _YEAR.fullmatch(words[used]) if used < len(words) else None
    used += 1 if year else 0
    chosen = int(year[1]) if year else 0
    period = _last(today, month, number, chosen)
    return Read(period, used, sure=whole or used > 1, any_year=not year)


def _month_of(word: str, months: Sequence[str]) -> tuple[int, bool]:
    """The month that a word names, 0 if none, and whether it is written out."""
    plain = _run_together(word)
    if len(plain) < _LEAST:
        return 0, False
    found = set()
    for place, name in enumerate((*MONTHS, *months)):
        full = _run_together(name)
        if plain == full:
            return place % 12 + 1, True
        if full.startswith(plain) or plain == "sept" == full[:4]:
            found.add(place % 12 + 1)
    return (found.pop(), False) if len(found) == 1 else (0, False)


@lru_cache(maxsize=256)  # of all months, at each key
def _run_together(name: str) -> str:
    return "".join(words_of(name))


def _last(today: date, month: int, day: int, year: int) -> Period:
    """That day or month; without a year the last one that has begun."""
    if year or not day:
        found = _day(date(year, month, day)) if day else _month(year or today.year, month)
        return found if year or found.first <= today else _month(today.year - 1, month)
    first = date(_LEAP, month, day)  # is there such a day at all?
    years = range(today.year, today.year - _LEAPS, -1)
    days = (_years_before(first, _LEAP - one) for one in years)
    return _day(next(one for one in days if one.day == day and one <= today))


def _years_before(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year - years)
    except ValueError:  # 29 February
        return day.replace(year=day.year - years, day=28)


def _day(day: date) -> Period:
    return Period(day, day + timedelta(days=1))


def _month(year: int, month: int) -> Period:
    after = year * 12 + month
    return Period(date(year, month, 1), date(after // 12, after % 12 + 1, 1))


def _year(year: int) -> Period:
    return Period(date(year, 1, 1), date(year + 1, 1, 1))
