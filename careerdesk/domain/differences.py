"""Where two texts differ, word by word."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import accumulate

MOST_WORDS = 3_000  # beyond, comparing takes longer than anyone waits
MOST_CHARACTERS = 30_000  # of a part that is compared word by word
MOST_LINES = 3_000
MOST_PAIRS = 150_000  # of words alike

Span = tuple[int, int]
Passage = tuple[Span | None, Span | None]
_WORD = re.compile(r"[\w\u0300-\u036f]+|[^\w\s]")


def differences(before: str, after: str) -> tuple[list[Span], list[Span]]:
    """Which parts of *before* are gone and which of *after* are new, as start and end.

    Long texts are compared line by line first. A long part that has no line in common is not
    compared further: nothing in it is marked.
    """
    found = passages(before, after)
    return [gone for gone, _ in found if gone], [fresh for _, fresh in found if fresh]


def passages(before: str, after: str) -> list[Passage]:
    """Each change as what is gone of *before* and what is new in *after*; None for neither."""
    start, end = _outside(before, after)
    one, other = (start, len(before) - end), (start, len(after) - end)
    found = _by_words(before, one, after, other)
    if found is not None:
        return found
    parts = _by_lines(before, one, after, other)
    return [one for was, now in parts for one in _by_words(before, was, after, now) or ()]


def _by_words(before: str, one: Span, after: str, other: Span) -> list[Passage] | None:
    """The changes in a part of each text; None where that would take too long."""
    if max(one[1] - one[0], other[1] - other[0]) > MOST_CHARACTERS:
        return None
    old, new = list(_WORD.finditer(before, *one)), list(_WORD.finditer(after, *other))
    olds, news = _words(old), _words(new)
    if max(len(olds), len(news)) > MOST_WORDS or _pairs(olds, news) > MOST_PAIRS:
        return None
    steps = SequenceMatcher(None, olds, news, autojunk=False).get_opcodes()
    return [(_span(old, i, j), _span(new, k, m)) for verb, i, j, k, m in steps if verb != "equal"]


def _pairs(olds: Sequence[str], news: Sequence[str]) -> int:
    """How often a word of one is a word of the other: so much has to be looked at."""
    known = Counter(news)
    return sum(count * known[word] for word, count in Counter(olds).items())


def _by_lines(before: str, one: Span, after: str, other: Span) -> Iterator[tuple[Span, Span]]:
    """The parts whose lines differ."""
    old = before[slice(*one)].splitlines(keepends=True)
    new = after[slice(*other)].splitlines(keepends=True)
    if max(len(old), len(new)) > MOST_LINES:
        return
    was, now = _starts(old, one[0]), _starts(new, other[0])
    for verb, i, j, k, m in SequenceMatcher(None, old, new).get_opcodes():
        if verb != "equal":
            yield (was[i], was[j]), (now[k], now[m])


def _starts(lines: Sequence[str], first: int) -> list[int]:
    return list(accumulate(map(len, lines), initial=first))


def _outside(before: str, after: str) -> tuple[int, int]:
    """How many characters both begin and end with, up to a space: most of a long text."""
    least = min(len(before), len(after))
    start = _most(least, lambda count: before[:count] == after[:count])
    start = before.rfind(" ", 0, start) + 1
    end = _most(least - start, lambda count: before.endswith(after[len(after) - count :]))
    space = before.find(" ", len(before) - end)
    return start, len(before) - space if space >= 0 else 0


def _most(most: int, holds: Callable[[int], bool]) -> int:
    """The greatest number up to *most* for which something holds, as it does for all below."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if holds(middle) else (low, middle - 1)
    return low


def _words(found: Sequence[re.Match[str]]) -> list[str]:
    return [unicodedata.normalize("NFC", one.group()) for one in found]


def _span(found: Sequence[re.Match[str]], start: int, end: int) -> Span | None:
    return (found[start].start(), found[end - 1].end()) if end > start else None
