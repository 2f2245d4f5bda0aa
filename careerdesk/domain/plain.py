"""A note without the marks of its Markdown, for where only its words are shown."""

from __future__ import annotations

import re
from functools import lru_cache

_START = re.compile(r"^\s*(?:#{1,6}\s+|[-*+]\s+|>\s?)+", re.MULTILINE)
_ITEM = re.compile(r"^\s*[-*+][ \t]+(?=\S)", re.MULTILINE)
_HEADING = re.compile(r"^[ \t]*#{1,6}[ \t]+.*\w(?=[ \t]*$)", re.MULTILINE)
_BEFORE_ITEM = re.compile(r"^([ \t]*[-*+][ \t]+.*\w)[ \t]*(?=\n[ \t]*[-*+][ \t])", re.MULTILINE)
BULLET = "\u2022 "
_PAIR = re.compile(r"(\*\*|__|\*|`)(?=\S)(.+?)(?<=\S)\1")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!>-])")


def plain(note: str, longest: int = 2_000) -> str:
    """The words of the beginning of a note, lines kept; numbers and points of lists stay."""
    return _words(_ITEM.sub(BULLET, note[: longest * 2]), longest)


def _words(note: str, longest: int) -> str:
    words = _START.sub("", note)
    for _ in range(2):
        words = _PAIR.sub(r"\2", words)
    return _ESCAPED.sub(r"\1", words).strip()[:longest]


@lru_cache(maxsize=256)
def beginning(note: str, longest: int) -> str:
    """The words of the beginning of a note on one line; an ellipsis says that there is more.

    A heading ends with a colon there and a point of a list with a semicolon.
    """
    start = _HEADING.sub(r"\g<0>:", note[: longest * 4])
    start = _BEFORE_ITEM.sub(r"\1;", start)
    line = " ".join(_words(start, longest * 2).split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"
