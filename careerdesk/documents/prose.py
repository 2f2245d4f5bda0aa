"""A note as paragraphs for paper: its words, its lines and its lists, without the marks.

Which of it is a mark is said by a library (`documents/commonmark.py`), imported with the first
note.
"""

from __future__ import annotations

import re

from careerdesk.documents.model import Note
from careerdesk.domain.marks import put_away, put_back
from careerdesk.domain.plain import plain
from careerdesk.domain.reviews.evidence import split_list

LONGEST_NOTE = 50_000  # above it one is read as in beginnings, which is faster
_GAP = re.compile(r"\n\s*\n")


def prose(note: str) -> tuple[str, ...]:
    """The paragraphs of a note; lines of a list begin with a bullet."""
    from careerdesk.documents.commonmark import Deep, read

    if len(note) > LONGEST_NOTE:
        return _without_library(note)
    source, kept = put_away(note.replace("\r\n", "\n").replace("\r", "\n"))
    found: list[str] = []
    end = -1
    try:
        for line in read(source):
            if found and line.start <= end:
                found[-1] += f"\n{line.words}"
            else:
                found.append(line.words)
            end = line.end
    except Deep:
        return _without_library(note)
    return tuple(put_back(words, kept) for words in found)


def _without_library(note: str) -> tuple[str, ...]:
    words = (part.strip() for part in _GAP.split(plain(note, 2 * len(note))))
    return tuple(part for part in words if part)


def lines(note: str) -> list[str]:
    """The lines of a note, none of them blank."""
    return [line for words in prose(note) for line in map(str.strip, words.split("\n")) if line]


def one_line(note: str) -> str:
    """A note on one line, for a row of a table."""
    return " ".join(" ".join(prose(note)).split())


def listed(note: str) -> tuple[Note, ...]:
    """A note whose lines are a list, as the notes of a document."""
    return tuple(Note(one_line(line), point=True) for line in split_list(note))
