"""Makes pasted text safe to keep and quick to lay out."""

from __future__ import annotations

import re

MOST_CHARACTERS = 1_000_000
LONGEST_LINE = 2_000  # one line of 100,000 characters keeps Qt busy for five seconds

_ENDS = re.compile("\r\n|[\r\u2028\u2029\x0b\x0c\x85]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufdd0-\ufdef\ufffe\uffff]")
_SURROGATES = re.compile("[\ud800-\udfff]")


def clean_text(text: str) -> str:
    """The text with `\\n` line ends, without controls but tab, without halves of characters."""
    text = _CONTROLS.sub("", _ENDS.sub("\n", text))
    return _SURROGATES.sub("\ufffd", text)


def clean_line(text: str) -> str:
    """The text cleaned, on one line, without spaces at its ends."""
    return " ".join(clean_text(text).split())


def clean_lines(text: str) -> list[str]:
    """The lines that have words, each cleaned."""
    return [line for line in map(clean_line, clean_text(text).split("\n")) if line]


def broken_lines(text: str, longest: int = LONGEST_LINE) -> str:
    """The text with no line longer than that, broken at spaces where there are any."""
    lines = text.split("\n")
    if max(map(len, lines)) <= longest:
        return text
    return "\n".join(piece for line in lines for piece in _pieces(line, longest))


def _pieces(line: str, longest: int) -> list[str]:
    pieces = []
    start = 0
    while len(line) - start > longest:
        space = line.rfind(" ", start, start + longest + 1)
        end = space if space > start else start + longest
        pieces.append(line[start:end])
        start = end + 1 if space > start else end
    return [*pieces, line[start:]]
