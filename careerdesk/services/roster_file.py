"""Reading a table from a file that anybody may have made."""

from __future__ import annotations

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
    (_, header), *rows = _rows(path, text)
    if len(header) > MOST_COLUMNS:
        raise InvalidInput(
            "{path} has {n} columns; at most {most} can be read. Save only those that matter.",
            path=path, n=len(header), most=MOST_COLUMNS,
        )  # fmt: skip
    cleaned = [(line, [clean(cell) for cell in row]) for line, row in rows]
    return understand([clean(title) for title in header], cleaned)


def _text(path: Path) -> str:
    if not _is_file(path):
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
    if "\0" in text[:4096]:
        raise InvalidInput("{path} is no table. Save it as CSV and try again.", path=path)
    return text


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a name that is too long, a folder that may not be entered
        return False


def _decoded(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def _rows(path: Path, text: str) -> list[tuple[int, list[str]]]:
    """The rows that hold anything, each with the line where it begins."""
    import csv
    import io

    first = text.lstrip().partition("\n")[0]
    delimiter = max(",;\t|", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: list[tuple[int, list[str]]] = []
    line = 1
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                rows.append((line, row))
            line = reader.line_num + 1
            if len(rows) > MOST_ROWS:
                raise InvalidInput(
                    "{path} has more than {most} rows. Split it first.",
                    path=path, most=MOST_ROWS,
                )  # fmt: skip
    except csv.Error as error:
        raise InvalidInput(
            "Line {line} of {path} cannot be read ({reason}). Save the table as CSV again.",
            line=line, path=path, reason=error,
        ) from None  # fmt: skip
    if not rows:
        raise InvalidInput("{path} is empty. Choose a table saved as CSV.", path=path)
    return rows
