"""Markdown as it is typed: what a key does to the lines, and how the source is tinted.

The source is what is stored and what is edited, so nothing is lost between the two.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from careerdesk.compat import override
from careerdesk.domain.marks import NO_MARK
from careerdesk.ui.theme.look import Look
from careerdesk.ui.theme.utf16 import qt_spans

HEADING = "# "
BULLET = "- "
QUOTE = "> "
NUMBERED = "1. "
_BOLD = "**"
MOST_TINTED = 4_000  # of a line; longer ones are pasted data, not words

_ITEM = re.compile(r"(\s*)(?:([-*+])|(\d+)([.)])|(>))(\s+)(\S?)")
_PREFIX = re.compile(r"\s*(?:#{1,6}\s+|[-*+]\s+|\d+[.)]\s+|>\s?)")
_STRONG = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_SLANTED = re.compile(r"(?<![\w*])([*_])(?=[^\s*_])([^*_]+?)(?<=\S)\1(?![\w*])")
_KINDS = {
    HEADING: re.compile(r"#{1,6}\s"),
    BULLET: re.compile(r"[-*+]\s"),
    QUOTE: re.compile(r">"),
    NUMBERED: re.compile(r"\d+[.)]\s"),
}


def next_marker(line: str) -> str | None:
    """What the line after this one starts with; "" when the list ends here; None: no list."""
    found = _ITEM.match(line)
    if not found:
        return None
    indent, bullet, digits, point, quote, space, words = found.groups()
    if not words:
        return ""
    if digits:
        return f"{indent}{int(digits) + 1}{point}{space}"
    return f"{indent}{bullet or quote}{space}"


def with_marker(lines: list[str], marker: str) -> list[str]:
    """The lines as headings, items or quotes; plain again when all of them were so already."""
    if all(_KINDS[marker].match(line.lstrip()) for line in lines):
        return [_PREFIX.sub("", line, count=1) for line in lines]
    bare = [_PREFIX.sub("", line, count=1) for line in lines]
    if marker == NUMBERED:
        return [f"{number}. {line}" for number, line in enumerate(bare, 1)]
    return [marker + line for line in bare]


class Turned(NamedTuple):
    """What comes in place of the characters *first* to *last* of a line; its words begin at *at*.

    *at* is counted from the beginning of the line.
    """

    first: int
    last: int
    made: str
    at: int


def turned(line: str, start: int, end: int, mark: str) -> Turned:
    """The characters *start* to *end* of a line in bold or italic, or without it if they are so.

    *mark* is `**` or `*`. Blanks at the ends stay outside, where marks would be none; marks around
    the words count as theirs; those of a list or a heading stay before them.
    """
    prefix = _PREFIX.match(line)
    least = min(prefix.end(), end) if prefix else 0
    start = max(start, least)
    words = line[start:end].strip()
    start = line.index(words, start)
    end = start + len(words)
    first, last = start - _stars(line[least:start][::-1]), end + _stars(line[end:])
    if line[first - 1 : first].isalnum() or line[last : last + 1].isalnum():
        first, last = start, end  # 2*3*4
    left, right = start - first + _stars(words), last - end + _stars(words[::-1])
    core = words.strip("*")
    if words and not core:
        left, right, core = start - first, last - end, words
    there = min(left, right, 3)  # one for italic, two for bold, three for both
    wanted = there ^ len(mark)
    if mark == _BOLD in core:  # parts of it are bold: now all of it is
        core, wanted = core.replace(mark, ""), there | len(mark)
    before, after = "*" * (left - there + wanted), "*" * (right - there + wanted)
    return Turned(first, last, f"{before}{core}{after}", first + len(before))


def _stars(text: str) -> int:
    """How many stars a text begins with."""
    return len(text) - len(text.lstrip("*"))


class MarkdownTint(QSyntaxHighlighter):
    """Shows headings and strong words strong, and marks muted; set_look after a new theme."""

    def __init__(self, document: QTextDocument, look: Look) -> None:
        super().__init__(document)
        self._dress(look)

    def set_look(self, look: Look) -> None:
        """Tint with another look."""
        self._dress(look)
        self.rehighlight()

    def _dress(self, look: Look) -> None:
        self._mark = QTextCharFormat()
        self._mark.setForeground(look.colour.text_muted)
        self._strong = QTextCharFormat()
        self._strong.setFontWeight(QFont.Weight.DemiBold)
        self._slanted = QTextCharFormat()
        self._slanted.setFontItalic(True)

    @override
    def highlightBlock(self, text: str) -> None:
        """Tint marks and what they mark; very long lines are left plain."""
        if not text or len(text) > MOST_TINTED:
            return
        prefix = _PREFIX.match(text)
        if prefix:
            if text.lstrip().startswith("#"):
                self._lay(text, prefix.end(), len(text), self._strong)
            self._lay(text, 0, prefix.end(), self._mark)
        if "*" in text or "_" in text:
            self._pairs(text, _SLANTED, self._slanted)
            self._pairs(text, _STRONG, self._strong)

    def _pairs(self, text: str, pattern: re.Pattern[str], shape: QTextCharFormat) -> None:
        for found in pattern.finditer(text):
            if NO_MARK.match(text, found.start()):
                continue
            size = len(found.group(1))
            start, end = found.span()
            self._lay(text, start, start + size, self._mark)
            self._lay(text, end - size, end, self._mark)
            self._lay(text, start + size, end - size, shape)

    def _lay(self, text: str, start: int, end: int, shape: QTextCharFormat) -> None:
        (first, last), *_ = qt_spans(text, [(start, end)])
        self.setFormat(first, last - first, shape)
