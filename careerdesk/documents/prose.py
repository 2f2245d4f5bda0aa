"""A note as paragraphs for paper: its words, its lines and its lists, without the marks.

Which of it is a mark is said by a library (`documents/commonmark.py`), imported with the first
note.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from careerdesk.documents.model import Note
from careerdesk.domain.marks import BULLET, put_away, put_back
from careerdesk.domain.plain import plain
from careerdesk.domain.reviews.evidence import split_list

if TYPE_CHECKING:
    from careerdesk.documents.commonmark import Line

LONGEST_NOTE = 50_000  # above it one is read as in beginnings, which is faster
_GAP = re.compile(r"\n\s*\n")


def prose(note: str) -> tuple[str, ...]:
    """The paragraphs of a note; lines of a list begin with a bullet."""
    found: list[str] = []
    end = -1
    for line in _read(note):
        if found and line.start <= end:
            found[-1] += f"\n{line.words}"
        else:
            found.append(line.words)
        end = line.end
    return tuple(found)


def _read(note: str) -> list[Line]:
    from careerdesk.documents.commonmark import Deep, read

    if len(note) > LONGEST_NOTE:
        return _without_library(note)
    source, kept = put_away(note.replace("\r\n", "\n").replace("\r", "\n"))
    try:
        return [replace(line, words=put_back(line.words, kept)) for line in read(source)]
    except Deep:
        return _without_library(note)


def _without_library(note: str) -> list[Line]:
    from careerdesk.documents.commonmark import Line

    words = (part.strip() for part in _GAP.split(plain(note, 2 * len(note))))
    return [Line(part, 2 * place, 2 * place + 1) for place, part in enumerate(words) if part]


def lines(note: str) -> list[str]:
    """The lines of a note, none of them blank."""
    return [words for _, words in _each_line(note)]


def _each_line(note: str) -> Iterator[tuple[Line, str]]:
    for line in _read(note):
        for words in filter(None, map(str.strip, line.words.split("\n"))):
            yield line, words


def noted(note: str) -> Iterator[Note]:
    """The lines of a note as notes of a document: its headings, and what is of a list."""
    for line, words in _each_line(note):
        point = words.startswith(BULLET)
        yield Note(words.removeprefix(BULLET), point=point, heading=line.heading)


def one_line(note: str) -> str:
    """A note on one line, for a row of a table."""
    return " ".join(" ".join(prose(note)).split())


def listed(note: str) -> tuple[Note, ...]:
    """A note whose lines are a list, as the notes of a document."""
    return tuple(Note(one_line(line), point=True) for line in split_list(note))
