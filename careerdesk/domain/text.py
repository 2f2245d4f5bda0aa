"""Making text from outside fit to store and show; nothing else about it is changed."""

from __future__ import annotations

import re
from functools import cache

from careerdesk.domain.errors import InvalidInput
from careerdesk.i18n import N_, Message, translated

LINE_LIMIT = 500
NOTE_LIMIT = 1_000_000
LONGEST_TITLE = 400  # more cannot be seen on two lines, and laying it out takes time

_UNSEEN = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff \u00a0"  # a title of these alone is empty
_BYTE_ORDER_MARK = "\ufeff"  # at the start it belongs to a file, and Qt takes it away
_DROPPED = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 127, *range(0xFDD0, 0xFDF0)])
_CLEANED = {**_DROPPED, 13: "\n", 0x2029: "\n"}  # editors end a line at any of these
_UNFIT_ASCII = bytes(code for code in _CLEANED if code < 128)


def is_plain(text: str) -> bool:
    """Whether there is nothing to clean, as in most cells of a table; seen at once."""
    return text.isascii() and text.isprintable()


def clean(text: str) -> str:
    """*text* without control characters (tab and newline stay) and with valid characters only."""
    if _is_fit(text):
        return text
    text = text.encode("utf-8", "replace").decode("utf-8").lstrip(_BYTE_ORDER_MARK)
    return text.replace("\r\n", "\n").translate(_CLEANED)


def _is_fit(text: str) -> bool:
    """Whether cleaning would change nothing: to look costs little, to translate a note a lot."""
    if text.isascii():
        return len(text.encode().translate(None, _UNFIT_ASCII)) == len(text)
    return text[:1] != _BYTE_ORDER_MARK and _unfit().search(text) is None


@cache
def _unfit() -> re.Pattern[str]:
    """A sign that is cleaned away or replaced."""
    signs = "".join(map(chr, _CLEANED))
    return re.compile(f"[{re.escape(signs)}\ud800-\udfff]")


def clean_line(text: str, thing: Message, limit: int = LINE_LIMIT) -> str:
    """One line for a title or a name; raises `InvalidInput` if it is empty or too long."""
    line = clean_short(text, thing, limit)
    if not line.strip(_UNSEEN):
        raise InvalidInput(N_("The {thing} can't be blank."), thing=translated(thing))
    return line


def clean_short(text: str, thing: Message, limit: int = LINE_LIMIT) -> str:
    """One line that may be empty; raises `InvalidInput` if it is too long."""
    line = clean(text).replace("\n", " ").replace("\t", " ").strip()
    if len(line) > limit:
        raise InvalidInput(
            N_("The {thing} has {length} characters, but the limit is {limit}. Shorten it."),
            thing=translated(thing),
            length=len(line),
            limit=limit,
        )
    return line


def clean_note(text: str) -> str:
    """The text of a note; raises `InvalidInput` above a million characters."""
    note = clean(text)
    if len(note) > NOTE_LIMIT:
        raise InvalidInput(
            N_("This text has {length} characters, but the limit is {limit}. Shorten it."),
            length=len(note),
            limit=NOTE_LIMIT,
        )
    return note


def excerpt(text: str, length: int = 200) -> str:
    """The beginning of *text* as one line of at most *length* characters."""
    line = " ".join(text[: length * 2].split())
    if len(line) <= length and len(text) > length * 2:  # mostly blanks: the words may come later
        line = " ".join(text.split())
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"


def common_length(one: str, other: str) -> int:
    """How many characters the texts share at their beginning and at their end."""
    return sum(common_ends(one, other))


def common_ends(one: str, other: str) -> tuple[int, int]:
    """How many characters the texts begin with alike, and how many of the others end them alike."""
    head = _lead(one, other)
    room = min(len(one), len(other)) - head
    return head, _trail(one, other, room)


def _lead(one: str, other: str) -> int:
    """How many characters two texts begin with alike; by halving, since texts may be long."""
    low, high = 0, min(len(one), len(other))
    if one[:high] == other[:high]:  # as where somebody types on at the end
        return high
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _trail(one: str, other: str, most: int) -> int:
    """How many characters two texts end with alike, at most so many."""
    if one[len(one) - most :] == other[len(other) - most :]:  # as where somebody types within it
        return most
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if one[len(one) - middle : len(one) - low] == other[len(other) - middle : len(other) - low]:
            low = middle
        else:
            high = middle - 1
    return low


def one_line(text: str, longest: int = LONGEST_TITLE) -> str:
    """The text on one line, cut where nobody could see the rest."""
    return " ".join(text[: longest * 2].split())[:longest]
