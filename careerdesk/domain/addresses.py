"""Where a text names a page or a mailbox: `http`, `https` and `mailto`, to its last letter."""

from __future__ import annotations

import re
from collections.abc import Iterator

_ADDRESS = re.compile(
    r"(?<![a-z0-9])(?:https?://(?=\w|\[)|mailto:(?=[^\s@]{1,200}@\w))"
    r"(?:(?!\]\()[^\s<>\"`\\\x00-\x1f\u200b…。、，！？；：「」『』（）])+",
    re.IGNORECASE,
)
_NO_END = frozenset(".,;:!?'*_~’”“»«")
_ENCLOSED = {("<", ">"), ("`", "`")}
_LINK_ENDS = re.compile(r"\s+\"[^\"\n]*\"\)")  # of a link with a title
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


def parts(text: str) -> Iterator[tuple[str, bool]]:
    """The pieces of *text* as a page shows them: without sharp brackets around an address."""
    done = 0
    for start, end in spans(text):
        sharp = (text[start - 1 : start], text[end : end + 1]) == ("<", ">")
        if done < start - sharp:
            yield text[done : start - sharp], False
        yield text[start:end], True
        done = end + sharp
    if done < len(text):
        yield text[done:], False


def spans(text: str) -> Iterator[tuple[int, int]]:
    """Where each address begins and ends; one that was cut off by an ellipsis leads nowhere.

    In sharp brackets, in code and as the target of a link an address ends where that does.
    """
    for found in _ADDRESS.finditer(text):
        start, end = found.span()
        if text[end : end + 1] != "…":
            yield start, start + (_enclosed(text, start, end) or _length(found[0]))


def is_clear(address: str) -> bool:
    """Whether an address is found to its last letter with nothing around it."""
    return _length(address) == len(address)


def _enclosed(text: str, start: int, end: int) -> int:
    """How long an address is by what encloses it; 0 where nothing does."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if (before, after) in _ENCLOSED:
        return end - start
    if text[max(0, start - 2) : start] != "](":
        return 0
    depth = 0
    for place in range(start, end):
        depth += (text[place] == "(") - (text[place] == ")")
        if depth < 0:
            return place - start
    return end - start if _LINK_ENDS.match(text, end) else 0


def _length(found: str) -> int:
    """Without the signs of the sentence that stand behind it; brackets of its own stay."""
    end = len(found)
    open_ones = {last: found.count(last) - found.count(_OPENS[last]) for last in _OPENS}
    while (last := found[end - 1]) in _NO_END or open_ones.get(last, 0) > 0:
        if last in open_ones:
            open_ones[last] -= 1
        end -= 1
    return end
