"""The words, dates and numbers of a document: the interface gives its own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from careerdesk.dataclass import dataclass
from careerdesk.domain.own_words import bare
from careerdesk.domain.remarks import ENGLISH_MONTHS, ENGLISH_WEEK_DAYS
from careerdesk.i18n import tr


def _week_day(day: date) -> str:
    return f"{ENGLISH_WEEK_DAYS[day.weekday()]}, {day.day} {ENGLISH_MONTHS[day.month - 1]}"


def _time(moment: datetime) -> str:
    return f"{moment.hour:02}:{moment.minute:02}"


@dataclass(frozen=True, slots=True)
class Words:
    """How a document speaks; `listed_day` is a day in short, where days stand below each other.

    `week_day` is one with its name, where the year is clear.
    """

    day: Callable[[date], str]
    listed_day: Callable[[date], str]
    period: Callable[[date, date], str]
    number: Callable[[float], str]
    percent: Callable[[float], str]
    language: str = "en"
    week_day: Callable[[date], str] = _week_day
    time: Callable[[datetime], str] = _time


def _day(day: date) -> str:
    return f"{day.day} {ENGLISH_MONTHS[day.month - 1]} {day.year}"


def _listed_day(day: date) -> str:
    return f"{day.day} {ENGLISH_MONTHS[day.month - 1][:3]} {day.year}"


def _period(first: date, last: date) -> str:
    end = f"{ENGLISH_MONTHS[last.month - 1]} {last.year}"
    start = ENGLISH_MONTHS[first.month - 1]
    if (first.year, first.month) == (last.year, last.month):
        return end
    return f"{start} to {end}" if first.year == last.year else f"{start} {first.year} to {end}"


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _percent(part: float) -> str:
    return f"{round(part * 100)}\u202f%"


def quoted(said: str) -> str:
    """What somebody said in quotation marks, though they may have been typed, too."""
    return tr("\u201c{quote}\u201d", quote=bare(said))


ENGLISH = Words(_day, _listed_day, _period, _number, _percent)
