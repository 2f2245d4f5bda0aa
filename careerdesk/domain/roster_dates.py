"""Dates of tables: whatever a spreadsheet, a program or a person has written for a day."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from careerdesk.dataclass import dataclass
from careerdesk.domain.errors import InvalidInput
from careerdesk.domain.roster_cells import word_set
from careerdesk.domain.roster_months import month_of, says_weekday
from careerdesk.i18n import N_

_ISO = re.compile(r"(\d{4})\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{1,2})\.?(?:[T Z+].*|-\d\d:?\d\d)?$")
_PARTS = re.compile(r"(\d{1,2})\s*[./-]\s*(\d{1,2})\s*[./-]\s*(\d{4}|\d{2})\.?(?:,? .*)?$")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:\d{6})?$")
_EAST = re.compile(r"(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]?$")
_SERIAL = re.compile(r"(\d{5})(?:[.,]\d+)?$")
_TIME = re.compile(r"[T ,]+\d{1,2}[:.]\d{2}(?:[:.].*| ?[AaPp]\.?[Mm]\.?| ?Uhr)?$")
_ASIDE = re.compile(r" \([^()]*\)$")
_DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2013\u2014\u2212", "-"))
_TOKENS = re.compile(r"[^\W\d_]+|\d+")
_NO_DAY = re.compile(r"0+([-/.]?0+){0,2}(?:[T ].*)?$|(1900[-/.]01[-/.]00|0?1/0/1900)\b.*$")
_FILLERS = word_set("of the st nd rd th er de del d den do dia le o a an am º ª")  # around a day
_EPOCH = date(1899, 12, 30)  # spreadsheets count days from here
_SERIALS = range(14_611, 73_051)  # 1940 to 2099: smaller ones are years, sums or postcodes
_LAST_SERIAL = "2958465"  # 9999-12-31


@dataclass(frozen=True, slots=True)
class DayOrder:
    """Whether the day comes before the month in a column, and how that is known.

    `decided` is true if the column itself says so. `shown` is a cell that can be read in both
    ways while nothing decides. `mixed` says that the column writes days in both ways. `counted` is
    a cell with the number by which a spreadsheet counts days.
    """

    day_first: bool
    decided: bool = False
    shown: str = ""
    mixed: bool = False
    counted: str = ""


def day_order(cells: Iterable[str], *, day_first: bool) -> DayOrder:
    """The order of a column: its own cells decide, a dot does, else *day_first* of the place.

    It counts where both orders give a day; after a dot the month comes in every country.
    """
    cells = tuple(cells)
    counted = next((cell for cell in cells if (day := _serial(cell)) and day < date.max), "")
    return replace(_order(cells, day_first=day_first), counted=counted)


def _order(cells: Sequence[str], *, day_first: bool) -> DayOrder:
    every = [match for cell in cells if (match := _PARTS.match(cell))]
    dotted = any("." in match[0] for match in every)
    found = [match for match in every if "." not in match[0]]  # a dot says it by itself
    first = any(int(match[1]) > 12 for match in found)
    second = any(int(match[2]) > 12 for match in found)
    open_to_both = [match for match in found if _is_open(match)]
    if first and second:
        shown = open_to_both[0][0] if open_to_both else ""
        return DayOrder(day_first or dotted, shown=shown, mixed=True)
    if first or second or dotted:
        return DayOrder(first or not second, decided=True)
    return DayOrder(day_first, shown=open_to_both[0][0] if open_to_both else "")


def _is_open(match: re.Match[str]) -> bool:
    """Whether another order gives another day."""
    return int(match[1]) <= 12 and int(match[2]) <= 12 and int(match[1]) != int(match[2])


@lru_cache(maxsize=4096)  # a long table says the same days again and again
def read_date(text: str, *, day_first: bool) -> date | None:
    """A date of a table; what means no day is None, what is no day raises `InvalidInput`.

    Read are 2019-03-15 and its kin, 15.3.2019, 3/15/19 (where only one order gives a day, that
    one), 20190315, days in words of eleven languages, and the serial numbers of spreadsheets.
    """
    plain = _ASIDE.sub("", " ".join(text.translate(_DASHES).split())).removeprefix("'")
    if not plain or _NO_DAY.match(plain):
        return None
    try:
        found = _numbers(plain, day_first=day_first) or _words(_TIME.sub("", plain))
    except ValueError:
        found = None
    if found is None:
        raise InvalidInput(N_("{text} isn't a valid date."), text=text[:40])
    return found


def _numbers(text: str, *, day_first: bool) -> date | None:
    whole = _COMPACT.match(text) or _EAST.match(text)
    if whole:
        return date(int(whole[1]), int(whole[2]), int(whole[3]))
    if iso := _ISO.match(text):
        return date(int(iso[1]), int(iso[3]), int(iso[4]))
    if parts := _PARTS.match(text):
        first = day_first or "." in parts[0]
        return _in_order(int(parts[1]), int(parts[2]), year_of(parts[3]), day_first=first)
    return _serial(text)


def _in_order(first: int, second: int, year: int, *, day_first: bool) -> date:
    """The day in the order of the column, or in the other one where the first gives none."""
    if first > 12 >= second:
        day_first = True
    elif second > 12 >= first:
        day_first = False
    day, month = (first, second) if day_first else (second, first)
    return date(year, month, day)


def _serial(text: str) -> date | None:
    """The day a spreadsheet counted; it shows the count where a column was not set to dates."""
    if text.partition(".")[0] == _LAST_SERIAL:
        return date.max
    match = _SERIAL.match(text)
    if match is None or int(match[1]) not in _SERIALS:
        return None
    return _EPOCH + timedelta(days=int(match[1]))


def _words(text: str) -> date | None:
    """A day whose month is a word: one day, one month, one year, and nothing else."""
    tokens = [token.casefold() for token in _TOKENS.findall(text)]
    words = [token for token in tokens if not token.isdigit()]
    if len(words) > 1 and says_weekday(words[0]) and any(map(month_of, words[1:])):
        words = words[1:]  # before the test for months: martes begins like marzo
    months = [month for word in words if (month := month_of(word))]
    strange = [word for word in words if not month_of(word) and word not in _FILLERS]
    numbers = [token for token in tokens if token.isdigit()]
    if len(months) != 1 or strange or len(numbers) != 2:
        return None
    day, year = sorted(numbers, key=len) if max(map(len, numbers)) == 4 else numbers
    return date(year_of(year), months[0], int(day)) if len(day) <= 2 else None


def year_of(text: str) -> int:
    """The year; of two digits, 70 to 99 are of the last century."""
    year = int(text)
    return year if year > 99 else year + (1900 if year > 69 else 2000)
