"""The period of a cycle, and of the one that follows it: when it is, and what it is called."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from careerdesk.domain.reviews.records import CycleKind, ReviewCycle
from careerdesk.domain.text import LINE_LIMIT

MONTHS = {CycleKind.QUARTER: 3, CycleKind.HALF_YEAR: 6}
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)|(?<=\d[/–-])\d\d(?!\d)|(?<=\bFY)\d\d(?!\d)")
_PARTS = {CycleKind.QUARTER: (r"\bQ([1-4])\b", 4), CycleKind.HALF_YEAR: (r"\bH([12])\b", 2)}


def period(kind: CycleKind, today: date) -> tuple[date, date]:
    """The period of that kind in which *today* lies."""
    months = MONTHS.get(kind, 12)
    first = (today.month - 1) // months * months + 1
    last = first + months - 1
    return date(today.year, first, 1), date(today.year, last, monthrange(today.year, last)[1])


def next_period(cycle: ReviewCycle) -> tuple[date, date]:
    """As long as the cycle and right after it; whole months where it ended with a month."""
    start = cycle.ends_on + timedelta(1)
    if cycle.kind is CycleKind.OWN or start.day != 1:
        return start, start + (cycle.ends_on - cycle.starts_on)
    number = start.year * 12 + start.month - 1 + MONTHS.get(cycle.kind, 12)
    return start, date(number // 12, number % 12 + 1, 1) - timedelta(1)


def next_name(cycle: ReviewCycle, starts_on: date, ends_on: date) -> str:
    """The same name with the years, the quarter or the half of the new period."""
    years = {cycle.starts_on.year: starts_on.year, cycle.ends_on.year: ends_on.year}
    name = _YEAR.sub(lambda found: _year(found[0], years), cycle.name)
    if cycle.kind in _PARTS:
        pattern, count = _PARTS[cycle.kind]
        name = re.sub(pattern, lambda found: f"{found[0][0]}{int(found[1]) % count + 1}", name)
    if name != cycle.name:
        return name
    year = f" ({ends_on.year})"
    return cycle.name[: LINE_LIMIT - len(year)] + year


def _year(digits: str, years: dict[int, int]) -> str:
    """The new year in place of an old one, with as many digits; others stay."""
    for old, new in years.items():
        if digits == str(old)[-len(digits) :]:
            return str(new)[-len(digits) :]
    return digits
