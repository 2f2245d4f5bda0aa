"""Reading a table from a file that anybody may have made."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from careerdesk.domain.errors import InvalidInput
from careerdesk.domain.roster import Roster, understand
from careerdesk.domain.text import clean

MOST_BYTES = 20 * 1024 * 1024
MOST_ROWS = 200_000
MOST_COLUMNS = 1_000


def read_roster(path: Path) -> Roster:
    """Read a CSV file; raises `InvalidInput` with one sentence where that cannot be done."""
    text = _text(path)
    header, *rows = _rows(path, text)
    if len(header) > MOST_COLUMNS:
        raise InvalidInput(
            "{path} has {n} columns; at most {most} can be read. Save only those that matter.",
            path=path, n=len(header), most=MOST_COLUMNS,
        )  # fmt: skip
    return understand([clean(title) for title in header], _numbered(rows))


def _numbered(rows: list[list[str]]) -> Iterator[tuple[int, list[str]]]:
    for line, row in enumerate(rows, 2):
        if any(cell.strip() for cell in row):
            yield line, [clean(cell) for cell in row]


def _text(path: Path) -> str:
    if not path.is_file():
        raise InvalidInput("{path} is not a file. Choose a table saved as CSV.", path=path)
    try:
        size = path.stat().st_size
        content = b"" if size > MOST_BYTES else path.read_bytes()
    except OSError as error:
        raise InvalidInput(
            "Could not read {path}: {reason}. Check its permissions.",
            path=path, reason=error.strerror,
        ) from None  # fmt: skip
    if size > MOST_BYTES:
        raise InvalidInput(
            "{path} is larger than 20 MB. Save only the columns that matter.", path=path
        )
    text = _decoded(content)
    if not text.strip():
        raise InvalidInput("{path} is empty. Choose a table saved as CSV.", path=path)
    if "\0" in text[:4096]:
        raise InvalidInput("{path} is no table. Save it as CSV and try again.", path=path)
    return text


def _decoded(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def _rows(path: Path, text: str) -> list[list[str]]:
    import csv
    import io

    first = text.lstrip().partition("\n")[0]
    delimiter = max(",;\t|", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    rows: list[list[str]] = []
    try:
        for row in reader:
            rows.append(row)
            if len(rows) > MOST_ROWS:
                raise InvalidInput(
                    "{path} has more than {most} rows. Split it first.",
                    path=path, most=MOST_ROWS,
                )  # fmt: skip
    except csv.Error as error:
        raise InvalidInput(
            "Line {line} of {path} cannot be read ({reason}). Save the table as CSV again.",
            line=reader.line_num, path=path, reason=error,
        ) from None  # fmt: skip
    while rows and not any(cell.strip() for cell in rows[0]):
        del rows[0]
    return rows
