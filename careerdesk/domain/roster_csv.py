"""Tables as text: what parts their cells, and their rows, also where quotes are careless."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from careerdesk.dataclass import dataclass
from careerdesk.domain.roster_headers import HEADER_WITHIN, find_columns, holds_names
from careerdesk.i18n import tr

SEPARATORS = ",;\t|"
_SEP_LINE = re.compile(r"sep=(.)\r?\n?", re.IGNORECASE)  # spreadsheets write it first
_LINE = re.compile(r"\r\n|\r|\n")
_LINES = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")  # those that the csv module counts


@dataclass(frozen=True, slots=True)
class CsvProblem(Exception):
    """A line that cannot be read."""

    line: int
    reason: str


class CsvRow(NamedTuple):
    """A row, the line where it begins, and whether its quotes were careless."""

    line: int
    cells: list[str]
    careless: bool = False


def separator(text: str) -> str:
    """What parts the cells: the sign by which most columns of a heading are known."""
    if sep := _SEP_LINE.match(text):
        return sep[1]
    split = _LINE.split(text[:65_536], HEADER_WITHIN * 2)
    lines = [line for line in split[: HEADER_WITHIN * 2] if line.strip()]
    return max(SEPARATORS, key=partial(_known_by, lines[:HEADER_WITHIN]))


def _known_by(lines: list[str], sign: str) -> tuple[int, int]:
    """How many columns of a heading are known if *sign* parts the cells, and how often it does."""
    found = [find_columns(_simple(line, sign)) for line in lines]
    most = max((len(places) for places in found if holds_names(places)), default=0)
    return most, "".join(lines[:1]).count(sign)


def _simple(line: str, sign: str) -> list[str]:
    """The cells of a line, read without any refusal."""
    return next(csv.reader([line], delimiter=sign), [])


def csv_rows(text: str, sign: str) -> Iterator[CsvRow]:
    """The rows of *text*; raises `CsvProblem` for a quote that is never closed.

    A quote within quotes that is not doubled, as in `"19" rack"`, is a sign like any other.
    """
    start = _SEP_LINE.match(text)
    skipped = 1 if start else 0
    text = text[start.end() :] if start else text
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=sign, strict=True)
    line, ahead = 1, 0
    try:
        for cells in reader:
            yield CsvRow(line + skipped, cells)
            line, ahead = reader.line_num + 1, ahead + 1
    except csv.Error as error:
        problem = str(error)
        if "expected after" not in problem:
            raise CsvProblem(line + skipped, _in_words(problem)) from None
    else:
        return
    yield from _careless(text, sign, line, skipped)


def _in_words(problem: str) -> str:
    """What Python's reader says of a line, in the language of the interface where it is known."""
    if "end of data" in problem:
        return tr("a quote that is never closed")
    return tr("a cell that is too long") if "field limit" in problem else problem


def _careless(text: str, sign: str, line: int, skipped: int) -> Iterator[CsvRow]:
    """The rows from *line* on, where a quote closes only before a separator or an end."""
    rest = "".join(_LINES.findall(text)[line - 1 :])
    part = re.escape(sign)
    cell = re.compile(
        rf'"((?:[^"]|""|"(?![ ]*(?:{part}|\r|\n|\Z)))*+)"[ ]*(?={part}|\r|\n|\Z)|([^{part}\r\n]*+)'
    )
    place, cells, began = 0, [], line
    careless = False
    while place < len(rest):
        match = cell.match(rest, place)
        if match is None or (match[1] is None and rest.startswith('"', place)):
            raise CsvProblem(began + skipped, tr("a quote that is never closed"))
        words = match[2] if match[1] is None else match[1].replace('""', '"')
        careless = careless or (match[1] is not None and _has_single(match[1]))
        cells.append(words)
        line += len(_LINE.findall(match[0]))
        place = match.end()
        if rest.startswith(sign, place):
            place += 1
            continue
        if end := _LINE.match(rest, place):
            place, line = end.end(), line + 1
        yield CsvRow(began + skipped, cells, careless)
        cells, began, careless = [], line, False
    if cells:
        yield CsvRow(began + skipped, [*cells, ""], careless)


def _has_single(words: str) -> bool:
    return '"' in words.replace('""', "")
