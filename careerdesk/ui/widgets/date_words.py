"""Reads a day as people type it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from PySide6.QtCore import QDate, QLocale

from careerdesk.i18n import tr
from careerdesk.ui.base.locales import day_comes_first, pattern_of
from careerdesk.ui.base.texts import Dates, with_plain_digits

Read = Callable[[str, date, QLocale], "date | None"]

_SPAN = re.compile(r"(?:\+|in )\s*(\d{1,4})\s*([a-z]*)")
_AROUND = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b|(?<=[a-z])\.")
_LEAP = 2000  # a year that has all days
_TWO_DIGITS_FROM = 1970  # `69` is a year of this century, which Qt takes for one of the last
_PAST_DAYS = 90  # a day without a year lies at most so far back, else it is next year's


def read_day(text: str, today: date, locale: QLocale | None = None) -> date | None:
    """The day meant by `24 Nov`, `2026-11-24`, `fri`, `tomorrow` or `+2w`; None if none is."""
    text = with_plain_digits(text)
    words, locale = _plain(text), locale or QLocale()
    near = {
        "today": 0, tr("Today").lower(): 0, "now": 0,
        "tomorrow": 1, tr("Tomorrow").lower(): 1,
        "yesterday": -1, tr("Yesterday").lower(): -1,
    }  # fmt: skip
    if words in near:
        return today + timedelta(near[words])
    day = _span(words, today) or _weekday(words, today, locale) or _written(text, locale)
    if day is None and (found := _month_day(text, locale)):
        return _this_year_or_next(found, today)
    return day or _last_weekday(words, today, locale) or _on_weekday(text, today, locale, read_day)


def read_past_day(text: str, today: date, locale: QLocale | None = None) -> date | None:
    """The same of what is over: `fri` is the last one, and `24 Dec` may be last year's."""
    text = with_plain_digits(text)
    words, locale = _plain(text), locale or QLocale()
    day = read_day(text, today, locale)
    if day is not None and day <= today:
        return day
    if day is not None and day == _weekday(words, today, locale):
        return day - timedelta(days=7)
    if _written(text, locale) is None and (found := _month_day(text, locale)):
        years = range(today.year, today.year - 9, -1)  # there may be no leap day for so long
        days = (_day(year, found.month(), found.day()) for year in years)
        return next((one for one in days if one is not None and one <= today), day)
    return _on_weekday(text, today, locale, read_past_day) or day


def _plain(text: str) -> str:
    return " ".join(text.lower().replace(",", " ").split())


def _bare(text: str) -> str:
    """Without what is said and written around the parts of a day: `24th`, `Nov.`, `Sept`."""
    return re.sub(r"\bsept\b", "sep", _AROUND.sub("", _plain(text)))


def day_words(day: date, today: date) -> str:
    """A day as a date field shows it: without the year where that is read as this very day."""
    clear = day.year == today.year and not _is_late(day, today)
    return Dates.day_month(day) if clear else Dates.long_day(day)


def _shown(text: str, locale: QLocale) -> date | None:
    """A day with its year, as this program itself writes it."""
    for short in (False, True):
        found = locale.toDate(text, pattern_of(locale, "day month year", short=short))
        if found.isValid():
            return _day(found.year(), found.month(), found.day())
    return None


def _shown_without_year(text: str, locale: QLocale) -> QDate | None:
    """The same without its year."""
    for short in (False, True):
        pattern = pattern_of(locale, "day month", short=short)
        found = locale.toDate(f"{text} {_LEAP}", f"{pattern} yyyy")
        if found.isValid():
            return found
    return None


def _span(words: str, today: date) -> date | None:
    found = _SPAN.fullmatch(words)
    if not found:
        return None
    count, unit = int(found.group(1)), (found.group(2) or "d")[0]
    try:
        if months := {"m": 1, "y": 12}.get(unit):
            return _months_later(today, count * months)
        days = {"d": 1, "w": 7}.get(unit)
        return today + timedelta(count * days) if days else None
    except OverflowError:
        return None


def _months_later(today: date, count: int) -> date | None:
    day = QDate(today.year, today.month, today.day).addMonths(count)
    return _day(day.year(), day.month(), day.day())


def _weekday(words: str, today: date, locale: QLocale) -> date | None:
    number = _weekday_number(words.removeprefix("next ").removeprefix("on "), locale)
    return today + timedelta((number - today.isoweekday() - 1) % 7 + 1) if number else None


def _last_weekday(words: str, today: date, locale: QLocale) -> date | None:
    number = _weekday_number(words.removeprefix("last "), locale)
    return today - timedelta((today.isoweekday() - number - 1) % 7 + 1) if number else None


def _on_weekday(text: str, today: date, locale: QLocale, read: Read) -> date | None:
    """A day behind its weekday, as this program shows it; on another one it is no day.

    Its month has to be a word: behind a weekday numbers may as well be a time, `fri 9.30`.
    """
    first, _, rest = text.strip().partition(" ")
    number = _weekday_number(first.lower().rstrip(","), locale)
    if not number or not any(map(str.isalpha, rest)):
        return None
    day = read(rest, today, locale)
    return day if day is not None and day.isoweekday() == number else None


def _weekday_number(word: str, locale: QLocale) -> int:
    """The number of a day of the week, or 0."""
    for number in range(1, 8):
        names = {
            tongue.dayName(number, form).lower().rstrip(".")
            for tongue in _tongues(locale)
            for form in (QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat)
        }
        if word.rstrip(".") in names:
            return number
    return 0


def _written(text: str, locale: QLocale) -> date | None:
    if shown := _shown(" ".join(text.split()), locale):
        return shown
    found = next((one for one in _whole_dates(text, locale) if one.isValid()), None)
    return None if found is None else _day(found.year(), found.month(), found.day())


def _whole_dates(text: str, locale: QLocale) -> Iterator[QDate]:
    """What *text* is by each way to write a date with its year; the likeliest first."""
    for mark in "-/.":
        yield QDate.fromString(_plain(text), f"yyyy{mark}M{mark}d")
    for year in ("yyyy", "yy"):
        for pattern in _patterns(locale, year):
            for tongue in _tongues(locale):
                for typed in (_plain(text), _bare(text)):
                    found = tongue.toDate(typed, pattern)
                    short = year == "yy" and found.year() < _TWO_DIGITS_FROM
                    yield found.addYears(100) if short else found


def _month_day(text: str, locale: QLocale) -> QDate | None:
    """A day of any year, as it is typed without one."""
    if shown := _shown_without_year(" ".join(text.split()), locale):
        return shown
    for pattern in _patterns(locale, "yyyy"):
        glue = "." if pattern.endswith(".yyyy") else _glue(pattern)
        for tongue in _tongues(locale):
            for typed in (_plain(text).rstrip("./-"), _bare(text)):
                found = tongue.toDate(f"{typed}{glue}{_LEAP}", pattern)
                if found.isValid():
                    return found
    return None


def _this_year_or_next(found: QDate, today: date) -> date | None:
    day = _day(today.year, found.month(), found.day())
    if day is None or _is_late(day, today):
        return _day(today.year + 1, found.month(), found.day())
    return day


def _is_late(day: date, today: date) -> bool:
    return (today - day).days > _PAST_DAYS


def _glue(pattern: str) -> str:
    return pattern[-5]


def _tongues(locale: QLocale) -> tuple[QLocale, ...]:
    """Whose names of months and days are understood: also those of the system's language."""
    return (locale, QLocale.system(), QLocale.c())


def _patterns(locale: QLocale, year: str) -> list[str]:
    pair = ("d", "M") if day_comes_first(locale) else ("M", "d")
    numbers = [f"{pair[0]}{mark}{pair[1]}{mark}{year}" for mark in "/.-"]
    names = [f"d MMM {year}", f"d MMMM {year}", f"MMM d {year}", f"MMMM d {year}"]
    names += [f"d. MMM {year}", f"d. MMMM {year}", f"{year}年M月d日"]
    return numbers + names + [f"d.M.{year}"]


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
