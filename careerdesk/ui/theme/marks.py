"""Marks on words that are looked for, in whatever shows them; imported when there are some."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextLayout, QTextLine, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QWidget
from shiboken6 import isValid

from careerdesk.domain.search.folding import places_of
from careerdesk.ui.theme.look import REMEMBERED, Look, blend
from careerdesk.ui.theme.paint import paint_plate
from careerdesk.ui.theme.utf16 import Span, qt_spans

STRONGER = 0.1  # how much of `warning` is in the ground of the mark one is at
LINE = 0.7  # and in the line below every mark
RADIUS = 3
ELLIPSIS = "\u2026"


class Marks:
    """What is looked for, and where it stands in a text.

    Each of `words`, folded, is a beginning of words, but a letter among others a word by itself:
    *a* would mark half of a page. With *phrase* they follow upon each other, and only the last
    one may go on. What is painted is marked on `page` alone. `widget`, with `row` or `span`, is
    the hit one is at: its marks are stronger.
    """

    def __init__(self, words: Sequence[str], *, phrase: bool = False) -> None:
        self.words = tuple(words)
        self._beginnings = tuple(word for word in words if len(word) > 1) or self.words
        self.phrase = phrase
        self.page: QWidget | None = None
        self.widget: QWidget | None = None
        self.row: QPersistentModelIndex | None = None
        self.span: Span | None = None
        self._known: dict[str, tuple[Span, ...]] = {}

    def spans(self, text: str) -> tuple[Span, ...]:
        """The parts of *text* that are marked, from its start to its end."""
        if text not in self._known:
            if len(self._known) >= REMEMBERED:
                self._known.clear()
            self._known[text] = tuple(self._phrases(text) if self.phrase else self._words(text))
        return self._known[text]

    def _words(self, text: str) -> list[Span]:
        found = places_of(text)
        return [
            (at, at + size)
            for at, size, word in found
            if word.startswith(self._beginnings) or word in self.words
        ]

    def _phrases(self, text: str) -> list[Span]:
        places, found = places_of(text), []
        *whole, last = self.words
        first = 0
        while first + len(whole) < len(places):
            there = places[first : first + len(self.words)]
            said = [place.word for place in there]
            if said[:-1] == whole and said[-1].startswith(last):
                found.append((there[0].start, there[-1].start + there[-1].length))
                first += len(there)
            else:
                first += 1
        return found

    def at(
        self,
        widget: QWidget | None,
        row: QPersistentModelIndex | None = None,
        span: Span | None = None,
    ) -> None:
        """Have the marks of this hit stronger than the others; None for none of them."""
        self.widget, self.row, self.span = widget, row, span

    def paint(
        self,
        painter: QPainter,
        look: Look,
        rect: QRectF,
        text: str,
        line: str,
        role: str,
        align: Qt.AlignmentFlag,
    ) -> None:
        """Mark what is looked for in *text*, of which *line* is painted in *rect*.

        The ellipsis is marked for what is cut away.
        """
        spans = shown_spans(self.spans(text), text, line)
        if not spans or not self._is_on_page(painter):
            return
        strong = self._is_here(painter, rect)
        for part in line_rects(painter, look.font(role), rect, line, align, spans):
            paint_mark(painter, look, part, strong=strong)

    def _is_on_page(self, painter: QPainter) -> bool:
        """Whether it is painted on the page: the rail beside it is not searched."""
        device, page = painter.device(), self.page
        if page is None or not isValid(page) or not isinstance(device, QWidget):
            return False
        return device is page or page.isAncestorOf(device)

    def _is_here(self, painter: QPainter, rect: QRectF) -> bool:
        """Whether what is painted belongs to the hit one is at."""
        if self.widget is None or not isValid(self.widget):
            return False
        if isinstance(self.widget, QAbstractItemView) and self.row is not None:
            there = self.widget.visualRect(self.row)
            on_view = painter.device() is self.widget.viewport()
            return on_view and QRectF(there).contains(rect.center())
        return painter.device() is self.widget


def shown_spans(spans: Sequence[Span], text: str, line: str) -> list[Span]:
    """The parts of *text* as they stand in *line*, which may be cut with an ellipsis."""
    if len(line) == len(text):
        return list(spans)
    cut = len(line) - 1 if line.endswith(ELLIPSIS) else len(line)
    whole = [span for span in spans if span[1] <= cut]
    over = [start for start, end in spans if end > cut]
    return [*whole, (min(over[0], cut), len(line))] if over else whole


def line_rects(
    painter: QPainter,
    font: QFont,
    rect: QRectF,
    line: str,
    align: Qt.AlignmentFlag,
    spans: Sequence[Span],
) -> list[QRectF]:
    """Where parts of a line stand that is painted in *rect*, in the middle of its height."""
    layout = QTextLayout(line, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    option.setTextDirection(painter.layoutDirection())
    layout.setTextOption(option)
    layout.beginLayout()
    made = layout.createLine()
    layout.endLayout()
    wide, high = made.naturalTextWidth(), made.height()
    left = rect.left()
    if align & Qt.AlignmentFlag.AlignRight:
        left = rect.right() - wide
    elif align & Qt.AlignmentFlag.AlignHCenter:
        left = rect.center().x() - wide / 2
    top = rect.center().y() - high / 2
    found = []
    for start, end in qt_spans(line, spans):
        ends = sorted((x_at(made, start), x_at(made, end)))
        found.append(QRectF(left + ends[0], top, ends[1] - ends[0], high))
    return found


def x_at(line: QTextLine, place: int) -> float:
    """Where a place in a line is; PySide gives it together with the place that it found."""
    found: Any = line.cursorToX(place)
    return float(found[0])


def mark_ground(look: Look, *, strong: bool = False) -> QColor:
    """The ground of a mark; *strong* for that of the hit one is at."""
    soft = look.colour.warning_soft
    return blend(soft, look.colour.warning, STRONGER) if strong else soft


def mark_line(look: Look, *, strong: bool = False) -> QColor:
    """The line below a mark, or around the one one is at: it is seen on every ground."""
    own = look.colour.warning
    return own if strong else blend(look.colour.warning_soft, own, LINE)


def paint_mark(painter: QPainter, look: Look, rect: QRectF, *, strong: bool = False) -> None:
    """A mark, below words that are painted after it."""
    place = QRectF(rect.adjusted(-1, 0, 1, 0).toAlignedRect())
    ground, edge = mark_ground(look, strong=strong), mark_line(look, strong=strong)
    if strong:
        paint_plate(painter, place, ground, edge, radius=RADIUS, width=1.5)
    else:
        paint_plate(painter, place, ground, radius=RADIUS)
        painter.fillRect(QRectF(place.left() + 1, place.bottom() - 1, place.width() - 2, 1), edge)


def tint(painter: QPainter, look: Look, rect: QRectF, *, strong: bool = False) -> None:
    """A mark over words that are painted already: it changes the ground alone."""
    mode = QPainter.CompositionMode
    light = look.colour.raised.lightness() > look.colour.text.lightness()
    painter.save()
    painter.setCompositionMode(
        mode.CompositionMode_Darken if light else mode.CompositionMode_Lighten
    )
    painter.fillRect(rect, mark_ground(look, strong=strong))
    painter.restore()
    thick = 2 if strong else 1
    line = QRectF(rect.left(), rect.bottom() - thick, rect.width(), thick)
    painter.fillRect(line, mark_line(look, strong=strong))
