"""Reading a table from a file that anybody may have made."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from careerdesk.domain.errors import InvalidInput
from careerdesk.domain.parts import AT_ONCE, READING, Part, Parts, cut, through
from careerdesk.domain.remarks import Remark
from careerdesk.domain.roster import Roster, understanding
from careerdesk.domain.roster_csv import CsvProblem, CsvRow, csv_rows, separator
from careerdesk.domain.roster_encodings import Decoded, decode, known_encoding, twice_encoded
from careerdesk.domain.text import clean, is_plain
from careerdesk.i18n import N_

MOST_BYTES = 20 * 1024 * 1024
MOST_ROWS = 200_000
MOST_COLUMNS = 1_000
MOST_LINES_NAMED = 5


def read_roster(path: Path, *, encoding: str = "", day_first: bool = False) -> Roster:
    """Read a CSV file; raises `InvalidInput` with one sentence where that cannot be done.

    *encoding* says how its letters are read, where it is not left to be found out; *day_first*
    whether the day comes before the month at this place, where the table does not tell.
    """
    return through(reading(path, load(path, encoding), day_first=day_first))


def load(path: Path, encoding: str = "") -> Decoded:
    """What stands in a file: the half of `read_roster` that may wait for a disk."""
    if encoding:
        known_encoding(encoding)
    decoded = decode(_content(path), encoding)
    if "\0" in decoded.text[:4096]:
        raise InvalidInput(N_("{path} isn't a CSV table. Save it as CSV and try again."), path=path)
    return decoded


def reading(path: Path, decoded: Decoded, *, day_first: bool = False) -> Parts[Roster]:
    """The other half of `read_roster`, in parts."""
    rows = yield from _rows(path, decoded.text)
    widest = len(rows[0].cells)
    if widest > MOST_COLUMNS:
        raise InvalidInput(
            N_("{path} has {n} columns. The limit is {most}. Save only the columns you need and "
               "try again."),
            path=path, n=widest, most=MOST_COLUMNS,
        )  # fmt: skip
    cleaned: list[tuple[int, list[str]]] = []
    for some in cut(rows):
        cleaned += [(row.line, _cleaned(row.cells)) for row in some]
        yield Part(READING, 0, len(rows))
    roster = yield from understanding(cleaned, day_first=day_first)
    yield Part(READING, len(rows), len(rows))
    said = (*_letters(decoded), *_quotes(rows), *roster.remarks)
    return replace(roster, remarks=said, encoding=decoded.encoding, matters=decoded.matters)


def _cleaned(cells: list[str]) -> list[str]:
    return cells if is_plain("".join(cells)) else [clean(cell) for cell in cells]


def _content(path: Path) -> bytes:
    if not _is_file(path):
        raise InvalidInput(N_("{path} isn't a file. Choose a CSV file."), path=path)
    try:
        size = path.stat().st_size
        content = b"" if size > MOST_BYTES else path.read_bytes()
    except OSError as error:
        raise InvalidInput(
            N_("Could not read {path}: {reason}. Check its permissions."),
            path=path, reason=error.strerror,
        ) from None  # fmt: skip
    if size > MOST_BYTES:
        raise InvalidInput(
            N_("{path} is larger than 20 MB. Save only the columns you need and try again."),
            path=path,
        )
    return content


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a name that is too long, a folder that may not be entered
        return False


def _rows(path: Path, text: str) -> Parts[list[CsvRow]]:
    """The rows that hold anything, each with the line where it begins."""
    rows: list[CsvRow] = []
    try:
        for row in csv_rows(text, separator(text)):
            if "".join(row.cells).strip():
                rows.append(row)
            if len(rows) > MOST_ROWS:
                raise InvalidInput(
                    N_("{path} has more than {most} rows. Split it into smaller files."),
                    path=path, most=MOST_ROWS,
                )  # fmt: skip
            if len(rows) % AT_ONCE == 0:
                yield Part(READING, 0, len(rows))
    except CsvProblem as problem:
        raise InvalidInput(
            N_("Couldn't read line {line} of {path} ({reason}). Save the table as CSV again."),
            line=problem.line, path=path, reason=problem.reason,
        ) from None  # fmt: skip
    if not rows:
        raise InvalidInput(N_("{path} is empty. Choose another CSV file."), path=path)
    return rows


def _letters(decoded: Decoded) -> list[Remark]:
    """What to say of letters that could not be read, or are likely others."""
    if decoded.doubtful:
        return [Remark.of(N_("If any letters look wrong, choose another encoding."))]
    if word := twice_encoded(decoded.text):
        return [
            Remark.of(
                N_(
                    "The file contains garbled text, such as {word}. Export it again from the "
                    "original program."
                ),
                word=word[:40],
            )
        ]
    if not decoded.broken:
        return []
    return [
        Remark.of(
            N_(
                "Some characters couldn't be read and appear as � (line {lines}). "
                "Correct them in the file, or choose another encoding."
            ),
            lines=_named(decoded.broken),
        )
    ]


def _quotes(rows: list[CsvRow]) -> list[Remark]:
    """What to say of quotes that the table has not doubled."""
    lines = tuple(row.line for row in rows if row.careless)
    if not lines:
        return []
    return [
        Remark.of(
            N_(
                "The file contains unexpected quotation marks (line {lines}). Check the text there."
            ),
            lines=_named(lines),
        )
    ]


def _named(lines: tuple[int, ...]) -> str:
    more = " …" if len(lines) > MOST_LINES_NAMED else ""
    return ", ".join(map(str, lines[:MOST_LINES_NAMED])) + more
