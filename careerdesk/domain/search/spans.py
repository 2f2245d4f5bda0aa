"""Where the words of the index stand in a text as it is stored."""

from __future__ import annotations

import re

from careerdesk.domain.search.folding import words_of

Placed = tuple[str, int, int]
"""A folded word, its first character in the text, and how many characters it covers there."""

_PIECE = re.compile(r"[^\s!-/:-@\[-^`{-~]+")  # what ASCII signs and spaces part


def spans_of(text: str) -> list[Placed]:
    """The words of *text*, the same and in the same order as `words_of` has them."""
    found: list[Placed] = []
    for piece in _PIECE.finditer(text):
        found.extend(_placed(piece.group(), piece.start()))
    return found


def _placed(piece: str, at: int) -> list[Placed]:
    words = words_of(piece)
    if len(words) < 2:
        return [(word, at, len(piece)) for word in words]
    found: list[Placed] = []
    start = 0
    for end in range(1, len(piece) + 1):
        if end == len(piece) or len(words_of(piece[start : end + 1])) > 1:
            found.extend((word, at + start, end - start) for word in words_of(piece[start:end]))
            start = end
    return found
