"""The words, dates and numbers of a document: the interface gives its own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from careerdesk.dataclass import dataclass
from careerdesk.domain.own_words import bare
from careerdesk.domain.progress import in_percent
from careerdesk.domain.records import CheckInKind
from careerdesk.domain.remarks import month_name, plain_day, week_day_name
from careerdesk.i18n import N_, tr, translated


def _week_day(day: date) -> str:
    return tr(
        "{week_day}, {day} {month}",
        week_day=week_day_name(day),
        day=day.day,
        month=month_name(day),
    )


def _time(moment: datetime) -> str:
    return f"{moment.hour:02}:{moment.minute:02}"


_KINDS = {
    CheckInKind.ONE_ON_ONE: N_("one on one"),
    CheckInKind.CAREER: N_("career"),
    CheckInKind.REVIEW: N_("review"),
    CheckInKind.OTHER: N_("other"),
}


def kind_within(kind: CheckInKind) -> str:
    """What a check-in is for, as the command line says it behind its hour."""
    return translated(_KINDS[kind])


@dataclass(frozen=True, slots=True)
class Words:
    """How a document speaks; `listed_day` is a day in short, where days stand below each other.

    `week_day` is one with its name, where the year is clear. Without a `language` it is the one of
    the interface.
    """

    day: Callable[[date], str]
    listed_day: Callable[[date], str]
    period: Callable[[date, date], str]
    number: Callable[[float], str]
    percent: Callable[[float], str]
    language: str = ""
    week_day: Callable[[date], str] = _week_day
    time: Callable[[datetime], str] = _time


def _listed_day(day: date) -> str:
    month = month_name(day, short=True)
    return tr("{day} {month} {year}", day=str(day.day), month=month, year=str(day.year))


def _period(first: date, last: date) -> str:
    end = tr("{month} {year}", month=month_name(last), year=str(last.year))
    if (first.year, first.month) == (last.year, last.month):
        return end
    start = month_name(first)
    if first.year != last.year:
        start = tr("{month} {year}", month=start, year=str(first.year))
    return tr("{start} to {end}", start=start, end=end)


def _number(value: float) -> str:
    found = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if found == "-0" else found


def _percent(part: float) -> str:
    return f"{in_percent(part)}\u202f%"


def quoted(said: str) -> str:
    """What somebody said in quotation marks, though they may have been typed, too."""
    return tr("\u201c{quote}\u201d", quote=bare(said))


ENGLISH = Words(plain_day, _listed_day, _period, _number, _percent)
