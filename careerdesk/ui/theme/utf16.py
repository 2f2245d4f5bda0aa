"""Places in a text as Qt counts them.

Python counts characters, Qt UTF-16 units, of which an emoji takes two. Whatever goes from an
index of Python to a cursor, a format or a line of Qt, or back, goes through here.
"""

from __future__ import annotations

from collections.abc import Sequence

Span = tuple[int, int]

_WIDE = "\uffff"  # characters beyond it count twice for Qt


def units(text: str) -> int:
    """How long Qt finds a text."""
    return len(text) + (0 if is_narrow(text) else _wide(text))


def characters(text: str, length: int) -> int:
    """How many characters the first *length* units of a text are."""
    if is_narrow(text):
        return min(length, len(text))
    head = text.encode("utf-16-le", "surrogatepass")[: 2 * length]
    return len(head.decode("utf-16-le", "ignore"))


def qt_spans(text: str, spans: Sequence[Span]) -> list[Span]:
    """Parts of a text in Qt's places; the parts come in the order of the text."""
    if is_narrow(text):
        return list(spans)
    found, at, shift = [], 0, 0
    for start, end in spans:
        first = start + shift + _wide(text[at:start])
        last = first + (end - start) + _wide(text[start:end])
        found.append((first, last))
        at, shift = end, last - end
    return found


def is_narrow(text: str) -> bool:
    """Whether Python and Qt agree on every place of a text."""
    return text.isascii() or max(text) <= _WIDE


def _wide(part: str) -> int:
    return sum(letter > _WIDE for letter in part)
