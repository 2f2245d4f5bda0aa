"""Where a text names a page or a mailbox: `http`, `https` and `mailto`, to its last letter."""

from __future__ import annotations

import re
from collections.abc import Iterator

_ADDRESS = re.compile(
    r"(?<!\w)(?:https?://(?=\w|\[)|mailto:(?=[^\s@]{1,200}@\w))(?:(?!\]\()[^\s<>\"`\\\x00-\x1f\u200b…])+",
    re.IGNORECASE,
)
_NO_END = frozenset(".,;:!?'*_~’”“»«")
_OPENS = {")": "(", "]": "[", "}": "{"}


def pieces(text: str) -> Iterator[tuple[str, bool]]:
    """*text* cut into what stands around addresses, and (True) the addresses."""
    done = 0
    for start, end in spans(text):
        if done < start:
            yield text[done:start], False
        yield text[start:end], True
        done = end
    if done < len(text):
        yield text[done:], False


def spans(text: str) -> Iterator[tuple[int, int]]:
    """Where each address begins and ends; one that was cut off by an ellipsis leads nowhere."""
    for found in _ADDRESS.finditer(text):
        if text[found.end() : found.end() + 1] != "…":
            yield found.start(), found.start() + _length(found[0])


def _length(found: str) -> int:
    """Without the signs of the sentence that stand behind it; brackets of its own stay."""
    end = len(found)
    open_ones = {last: found.count(last) - found.count(_OPENS[last]) for last in _OPENS}
    while (last := found[end - 1]) in _NO_END or open_ones.get(last, 0) > 0:
        if last in open_ones:
            open_ones[last] -= 1
        end -= 1
    return end
