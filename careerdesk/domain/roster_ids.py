"""Ids of tables, and what spreadsheets make of them: zeros lost, decimals, rounded to powers."""

from __future__ import annotations

import re
from functools import lru_cache

from careerdesk.domain.remarks import NOTHING, Remark
from careerdesk.i18n import N_

_DECIMAL = re.compile(r"(?!\d{1,3}\.000$)(\d+)[.,]0+$")  # 1.000 is a thousand in many countries
_GROUPED = re.compile(r"\d{1,3}([,'’\u00a0\u202f ])\d{3}(?:\1\d{3})*(?:\.0+)?$")
_POWER = re.compile(r"\d(?:[.,]\d+)?[eE]\+\d{1,3}$|\d[.,]\d+[eE]\d{1,3}$")
_TOO_NARROW = re.compile(r"#{2,}$")
_DIGITS = re.compile(r"0*(\d+)$")


@lru_cache(maxsize=64)  # each id of a row is looked at several times
def read_id(text: str) -> tuple[str, Remark]:
    """The id in a cell, and what is to be said of it; an id that was rounded is none.

    What a spreadsheet adds to a number is taken away again: `1001.0`, `1,001`, `'00123`.
    """
    if text.isalnum():  # most ids: nothing below applies to letters and digits alone
        return text, NOTHING
    plain = " ".join(text.split()).removeprefix("'")
    if _POWER.match(plain) or _TOO_NARROW.match(plain):
        return "", Remark.of(
            N_(
                "{text} is a rounded number, not an ID. Format its column as text in your "
                "spreadsheet and save it again."
            ),
            text=plain[:40],
        )
    if _GROUPED.match(plain):
        return re.sub(r"\D", "", plain.partition(".")[0]), NOTHING
    if decimal := _DECIMAL.match(plain):
        return decimal[1], NOTHING
    return plain, NOTHING


def loose_id(text: str) -> str:
    """The same for ids that differ by leading zeros or `.0` only; for comparing, never shown."""
    found = _DIGITS.match(read_id(text)[0])
    return found[1] if found else text.casefold()


def longer_id(known: str, said: str) -> str:
    """Which of two ids to keep: of two that are loosely the same the one with its zeros."""
    if known == said:
        return read_id(said)[0]
    if loose_id(known) != loose_id(said):
        return said
    first, second = read_id(known)[0], read_id(said)[0]
    if first == second:
        return known if known == first else second
    return first if len(first) > len(second) else second
