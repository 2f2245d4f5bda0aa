"""Text on a limited number of lines, cut with an ellipsis where it is longer."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from careerdesk.ui.theme.utf16 import characters

Wrapped = tuple[tuple[str, ...], bool]  # the lines, and whether any of the text was cut


def wrapped(text: str, font: QFont, width: int, most: int) -> Wrapped:
    """The lines that a text takes in a width, at most so many, and whether any of it was cut."""
    starts = _line_starts(text, font, width, most + 1)
    if len(starts) <= most:
        ends = [*starts[1:], len(text)]
        pieces = zip(starts, ends, strict=True)
        return tuple(text[start:end].strip() for start, end in pieces), False
    kept = [text[a:b].strip() for a, b in pairwise(starts[:most])]
    metrics = QFontMetricsF(font)
    last = metrics.elidedText(text[starts[most - 1] :], Qt.TextElideMode.ElideRight, width)
    return (*kept, last), True


def _line_starts(text: str, font: QFont, width: int, most: int) -> list[int]:
    """Where the first lines begin, in Python's characters (Qt counts UTF-16 units)."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    starts: list[int] = []
    while len(starts) < most:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        starts.append(characters(text, line.textStart()))
    layout.endLayout()
    return starts or [0]
