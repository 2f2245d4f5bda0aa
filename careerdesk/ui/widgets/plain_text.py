"""Makes pasted text safe to keep and quick to lay out."""

from __future__ import annotations

import re

from careerdesk.domain.text import is_plain

MOST_CHARACTERS = 1_000_000

_ENDS = re.compile("\r\n|[\r\u2028\u2029\x0b\x0c\x85]")
_LINE_ENDS = "\n\r\u2028\u2029\x0b\x0c\x85"
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufdd0-\ufdef\ufffe\uffff]")
_SURROGATES = re.compile("[\ud800-\udfff]")


def clean_text(text: str) -> str:
    """The text with `\\n` line ends, without controls but tab, without halves of characters."""
    if all(map(is_plain, text.split("\n"))):
        return text
    text = _CONTROLS.sub("", _ENDS.sub("\n", text))
    return _SURROGATES.sub("\ufffd", text)


def clean_line(text: str) -> str:
    """The text cleaned, on one line, without spaces at its ends."""
    return " ".join(clean_text(text).split())


def clean_part(text: str) -> str:
    """A part of a line: as `clean_line`, with the space that parts it from what is beside it."""
    line, ends = clean_line(text), (text[:1], text[-1:])
    before, after = (" " if end.isspace() and end not in _LINE_ENDS else "" for end in ends)
    return f"{before}{line}{after}" if line else before


def clean_lines(text: str) -> list[str]:
    """The lines that have words, each cleaned."""
    return [line for line in map(clean_line, clean_text(text).split("\n")) if line]
