"""A note as paragraphs for paper: its words, its lines and its lists, without the marks."""

from __future__ import annotations

import re

from careerdesk.documents.model import Note
from careerdesk.domain.plain import plain
from careerdesk.domain.reviews.evidence import split_list

LONGEST_LINE = 10_000  # above it marks are left as they are, so that no line takes long


def prose(note: str) -> tuple[str, ...]:
    """The paragraphs of a note; lines of a list begin with a bullet."""
    blocks = re.split(r"\n\s*\n", note.replace("\r", ""))
    found = ("\n".join(map(_line, block.strip("\n").split("\n"))).strip() for block in blocks)
    return tuple(words for words in found if words)


def one_line(note: str) -> str:
    """A note on one line, for a row of a table."""
    return " ".join(" ".join(prose(note)).split())


def listed(note: str) -> tuple[Note, ...]:
    """A note whose lines are a list, as the notes of a document."""
    return tuple(Note(one_line(line), point=True) for line in split_list(note))


def _line(line: str) -> str:
    return line if len(line) > LONGEST_LINE else plain(line, LONGEST_LINE)
