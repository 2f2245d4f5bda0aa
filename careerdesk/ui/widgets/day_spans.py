"""Days in one piece, typed as one thinks of them: a day, or the first and the last."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from careerdesk.i18n import tr
from careerdesk.ui.base.texts import Dates
from careerdesk.ui.base.work_week import LONGEST, Span
from careerdesk.ui.widgets.date_words import read_day

TURN = 92  # days of a span that is taken for one over the turn of the year
_BETWEEN = re.compile(r"\s+(?:to|until|till)\s+|\.\.|\s*[\u2013\u2014]\s*|\s*-\s*", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,2}\.?")


def read_span(text: str, today: date) -> Span | None:
    """The days meant by `24 Dec`, `24 Dec to 1 Jan`, `24\u201327 Dec`; None if none are."""
    words = text.strip()
    day = read_day(words, today) if words else None
    if day is not None:
        return Span(day, day)
    found = (_span(before, after, today) for before, after in _cuts(words))
    return next(filter(None, found), None)


def _cuts(words: str) -> Iterator[tuple[str, str]]:
    for match in _BETWEEN.finditer(words):
        yield words[: match.start()].strip(), words[match.end() :].strip()


def _span(before: str, after: str, today: date) -> Span | None:
    first, last = (read_day(words, today) if words else None for words in (before, after))
    if last is not None and _NUMBER.fullmatch(before):  # 24 to 27 Dec
        first = _same_month(before, last)
    elif first is not None and _NUMBER.fullmatch(after) and any(map(str.isalpha, before)):
        last = _same_month(after, first)  # Dec 24 to 27
    if first is None or last is None:
        return None
    most = LONGEST
    if last < first:  # over the turn of the year, or a Friday before the Monday that comes next
        last, most = _after(first, after) or _next_year(last), TURN
    fits = last is not None and 0 <= (last - first).days < most
    return Span(first, last) if last is not None and fits else None


def _same_month(number: str, last: date) -> date | None:
    try:
        return last.replace(day=int(number.rstrip(".")))
    except ValueError:
        return None


def _after(first: date, words: str) -> date | None:
    found = read_day(words, first)
    return found if found is not None and found > first else None


def _next_year(day: date) -> date | None:
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return None


def span_words(span: Span) -> str:
    """`24 December 2026 to 1 January 2027`."""
    first = Dates.long_day(span.first)
    if span.first == span.last:
        return first
    return tr("{first} to {last}", first=first, last=Dates.long_day(span.last))


def length_words(span: Span) -> str:
    """How many days it is, and on which weekday it begins."""
    return ", ".join((Dates.day_name(span.first), Dates.days((span.last - span.first).days + 1)))


def not_over(spans: list[Span], today: date) -> list[Span]:
    """Those that are not over since yesterday."""
    return [span for span in spans if span.last > today - timedelta(days=1)]
