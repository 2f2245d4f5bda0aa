"""A note without the marks of its Markdown, for where only its words are shown."""

from __future__ import annotations

import re
from functools import lru_cache

_START = re.compile(r"^\s*(?:#{1,6}\s+|[-*+]\s+|>\s?)+", re.MULTILINE)
_PAIR = re.compile(r"(\*\*|__|\*|`)(?=\S)(.+?)(?<=\S)\1")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!>-])")


def plain(note: str, longest: int = 2_000) -> str:
    """The words of the beginning of a note, lines kept; numbers of lists stay."""
    words = _START.sub("", note[: longest * 2])
    for _ in range(2):
        words = _PAIR.sub(r"\2", words)
    return _ESCAPED.sub(r"\1", words).strip()[:longest]


@lru_cache(maxsize=256)
def beginning(note: str, longest: int) -> str:
    """The words of the beginning of a note on one line; an ellipsis says that there is more."""
    line = " ".join(plain(note, longest * 2).split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"
