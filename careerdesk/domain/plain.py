"""A note without the marks of its Markdown, for where only its words are shown."""

from __future__ import annotations

import re
from functools import lru_cache

from careerdesk.domain.addresses import is_clear, pieces

_START = re.compile(r"^\s*(?:#{1,6}\s+|[-*+]\s+|>\s?)+", re.MULTILINE)
_ITEM = re.compile(r"^\s*[-*+][ \t]+(?=\S)", re.MULTILINE)
_HEADING = re.compile(r"^[ \t]*#{1,6}[ \t]+.*\w(?=[ \t]*$)", re.MULTILINE)
_BEFORE_ITEM = re.compile(r"^([ \t]*[-*+][ \t]+.*\w)[ \t]*(?=\n[ \t]*[-*+][ \t])", re.MULTILINE)
BULLET = "\u2022 "
_PAIR = re.compile(r"(\*\*|__|\*|`)(?=\S)(.+?)(?<=\S)\1")
_KEPT = re.compile("\x00(\\d+)\x00")
_NAMED = re.compile(
    '!?\\[([^\\[\\]\n]*)\\]\\(<?(\x00\\d+\x00)>?(?:\\s+"[^"\n]*")?\\)|<(\x00\\d+\x00)>'
)
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!>-])")


def plain(note: str, longest: int = 2_000) -> str:
    """The words of the beginning of a note, lines kept; numbers and points of lists stay.

    Addresses stay to the letter; what a link says stands before its address. One that ends in
    what looks like the end of a sentence is in sharp brackets.
    """
    return _words(_ITEM.sub(BULLET, note[: longest * 2]), longest)


def _words(note: str, longest: int, *, targets: bool = True) -> str:
    words, kept = _put_away(note)
    words = _NAMED.sub(lambda link: _said(link, targets=targets), words)
    words = _START.sub("", words)
    for _ in range(2):
        words = _PAIR.sub(r"\2", words)
    words = _ESCAPED.sub(r"\1", words)
    return _KEPT.sub(lambda place: kept[int(place[1])], words).strip()[:longest]


def _put_away(note: str) -> tuple[str, list[str]]:
    """The note with a number in place of each address, in which no mark is to be seen."""
    kept: list[str] = []
    words = []
    for piece, is_address in pieces(note.replace("\x00", "")):
        words.append(f"\x00{len(kept)}\x00" if is_address else piece)
        if is_address:
            kept.append(piece if is_clear(piece) else f"<{piece}>")
    return "".join(words), kept


def _said(link: re.Match[str], *, targets: bool) -> str:
    words, address = (link[1] or "").strip(), link[2] or link[3]
    if not words or _KEPT.fullmatch(words):
        return address
    return f"{words} ({address})" if targets else words


@lru_cache(maxsize=256)
def beginning(note: str, longest: int) -> str:
    """The words of the beginning of a note on one line; an ellipsis says that there is more.

    A heading ends with a colon there and a point of a list with a semicolon.
    """
    start = _HEADING.sub(r"\g<0>:", note[: longest * 4])
    start = _BEFORE_ITEM.sub(r"\1;", start)
    line = " ".join(_words(start, longest * 2, targets=False).split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"
