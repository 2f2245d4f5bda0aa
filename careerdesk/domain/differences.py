"""Where two texts differ, word by word."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from difflib import SequenceMatcher

MOST_WORDS = 3_000  # beyond, comparing takes longer than anyone waits

Span = tuple[int, int]
Passage = tuple[Span | None, Span | None]
_WORD = re.compile(r"[\w\u0300-\u036f]+|[^\w\s]")


def differences(before: str, after: str) -> tuple[list[Span], list[Span]]:
    """Which parts of *before* are gone and which of *after* are new, as start and end.

    Where more than 3,000 words lie between the first and the last difference, nothing is
    compared: both lists are empty then.
    """
    found = passages(before, after)
    return [gone for gone, _ in found if gone], [fresh for _, fresh in found if fresh]


def passages(before: str, after: str) -> list[Passage]:
    """Each change as what is gone of *before* and what is new in *after*; None for neither."""
    old, new = list(_WORD.finditer(before)), list(_WORD.finditer(after))
    olds, news = _words(old), _words(new)
    head = _alike(olds, news)
    tail = _alike(olds[head:][::-1], news[head:][::-1])
    olds, news = olds[head : len(olds) - tail], news[head : len(news) - tail]
    if max(len(olds), len(news)) > MOST_WORDS:
        return []
    steps = SequenceMatcher(None, olds, news, autojunk=False).get_opcodes()
    return [
        (_span(old, head + i, head + j), _span(new, head + k, head + m))
        for verb, i, j, k, m in steps
        if verb != "equal"
    ]


def _words(found: Sequence[re.Match[str]]) -> list[str]:
    return [unicodedata.normalize("NFC", one.group()) for one in found]


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words both begin with."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def _span(found: Sequence[re.Match[str]], start: int, end: int) -> Span | None:
    return (found[start].start(), found[end - 1].end()) if end > start else None
