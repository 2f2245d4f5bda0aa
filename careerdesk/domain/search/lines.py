"""The line of a text that shows what was found in it, with the words marked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from careerdesk.domain.search.folding import places_of, words_of
from careerdesk.domain.search.found import Mark
from careerdesk.domain.search.query import Term

LONGEST = 160
BEFORE = 50  # characters that stand before the first word marked, where not all have room
_PIECE = 1500  # of a line that is very long, so much is looked at at once
_OVERLAP = 200
_LEADING = re.compile(r"^(?:[\s>#*+-]|\d+[.)]\s|\[[ xX]\]\s)+")
_INNER = re.compile(r"\*\*|__|`")


class Line(NamedTuple):
    """A line with the words marked in it."""

    text: str
    marks: tuple[Mark, ...] = ()


def line_of(text: str, terms: Sequence[Term], longest: int = LONGEST) -> Line:
    """The line of *text* that says the most of *terms*, cut to *longest*, and the marks in it.

    Without a term in it, it is the first one that says something.
    """
    chosen = _chosen(text, terms)
    return _cut(chosen, _marks(chosen, terms), longest)


def _chosen(text: str, terms: Sequence[Term]) -> str:
    best, most = "", (-1, False)
    for line, is_heading in _lines(text):
        count = _count(line, terms), not is_heading
        if count > most:
            best, most = line, count
        if most >= (len(terms), True):
            break
    return best


def _lines(text: str) -> Iterator[tuple[str, bool]]:
    """The lines that say something, and of each whether it is a heading."""
    for line in text.splitlines():
        plain = _LEADING.sub("", line)
        if not plain.strip():
            continue
        for start in range(0, max(1, len(plain) - _OVERLAP), _PIECE):
            yield plain[start : start + _PIECE + _OVERLAP], line.lstrip().startswith("#")


def _count(line: str, terms: Sequence[Term]) -> int:
    if not terms:
        return 0
    said = f" {' '.join(words_of(line))} "
    return sum(any(needle in said for needle in _needles(term)) for term in terms)


def _needles(term: Term) -> Iterator[str]:
    for words in term.ways:
        yield f" {' '.join(words)}{' ' if term.closed else ''}"


def _marks(line: str, terms: Sequence[Term]) -> list[Mark]:
    if not terms:
        return []
    places = places_of(line)
    words = [place.word for place in places]
    marked: set[Mark] = set()
    for wanted, closed in [(list(words), term.closed) for term in terms for words in term.ways]:
        for place in range(len(words) - len(wanted) + 1):
            if words[place] != wanted[0] and not words[place].startswith(wanted[0]):
                continue
            if _stands(words[place : place + len(wanted)], wanted, closed):
                marked |= {places[at][:2] for at in range(place, place + len(wanted))}
    return sorted(marked)


def _stands(words: Sequence[str], wanted: Sequence[str], closed: bool) -> bool:
    last = words[-1] == wanted[-1] if closed else words[-1].startswith(wanted[-1])
    return last and list(words[:-1]) == list(wanted[:-1])


def _cut(line: str, marks: Sequence[Mark], longest: int) -> Line:
    end = len(line.rstrip())
    start = 0
    if end > longest:
        first = marks[0][0] if marks else 0
        start = _word_start(line, max(0, min(first - BEFORE, end - longest)), first)
        end = _word_end(line, min(end, start + longest), end)
    head = "…" if start else ""
    tail = "…" if end < len(line.rstrip()) else ""
    kept = line[start:end].replace("\t", " ")
    moved = [
        (at - start + len(head), length)
        for at, length in marks
        if at >= start and at + length <= end
    ]
    return _without_signs(head + kept + tail, moved)


def _word_start(line: str, start: int, first: int) -> int:
    """The beginning of the next word, unless the line has none before what is marked."""
    if not start or line[start - 1].isspace():
        return start
    blank = next((at for at in range(start, first) if line[at].isspace()), None)
    return start if blank is None else blank + 1


def _word_end(line: str, end: int, last: int) -> int:
    if end >= last or line[end].isspace():
        return end
    blank = line.rfind(" ", end - 30, end)
    return end if blank < 0 else blank


def _without_signs(line: str, marks: Sequence[Mark]) -> Line:
    """Without the signs of Markdown that stand around words."""
    signs = [found.span() for found in _INNER.finditer(line)]
    if not signs:
        return Line(line, tuple(marks))
    moved = tuple(
        (at - sum(end - start for start, end in signs if end <= at), length) for at, length in marks
    )
    return Line(_INNER.sub("", line), moved)
