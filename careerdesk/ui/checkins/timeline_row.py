"""Paints a check-in that is over: its day, what it was, how its notes begin."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QLineF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem

from careerdesk.compat import override
from careerdesk.dataclass import dataclass
from careerdesk.domain import moments
from careerdesk.domain.records import CheckInKind
from careerdesk.domain.views import CheckInLine
from careerdesk.ui.base.texts import MIDDLE_DOT, Dates, number
from careerdesk.ui.checkins.history import (
    HistoryModel,
    changed_words,
    is_held,
    is_private,
    title,
)
from careerdesk.ui.theme.look import Look
from careerdesk.ui.theme.paint import MARK_ICON, paint_text
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.cards import Index, RowDelegate, is_selected, start_side
from careerdesk.ui.widgets.record_list import RECORD_ROLE

DATE_WIDTH = 84
ICON = 16
LOCK = 14
PADDING = 8
EXCERPT_LINES = 2
SAFE = 4  # pixels between what surely is one line and what may be broken
BESIDE_ICON = 13  # between an icon and the words behind it
TEXT_WIDTH = 640  # some 90 characters; longer lines are hard to follow
KIND_ICONS = {
    CheckInKind.ONE_ON_ONE: "checkin",
    CheckInKind.CAREER: "aspiration",
    CheckInKind.REVIEW: "reviews",
    CheckInKind.OTHER: "person",
}

Known = tuple[CheckInLine, CheckInLine | None, int, QSize, QSize]
"""A row, the one before it, how wide its notes begin; its sizes if that is one line, and if not."""


@dataclass(frozen=True, slots=True)
class Places:
    """Where the parts of a check-in stand."""

    month: QRect
    row: QRect
    day: QRect
    icon: QRect
    title: QRect
    excerpt: QRect
    marks: QRect
    changed: QRect


def month_height(look: Look) -> int:
    """The height of a month's name."""
    return look.row("label", 7, 32)


def line_height(look: Look) -> int:
    """The height of one line of a row."""
    return max(look.metrics("body").height() + 2, look.measure(18))


def row_height(check_in: CheckInLine, look: Look, lines: int) -> int:
    """The height of a check-in whose notes begin on so many *lines*."""
    if not is_held(check_in):
        return look.row("body", 4, 28)
    return 2 * PADDING + line_height(look) * (1 + lines + (1 if check_in.changed else 0))


def excerpt_advance(check_in: CheckInLine, look: Look) -> int:
    """How wide the beginning of the notes is on one line; 0 if there is none."""
    if not is_held(check_in) or not check_in.opening:
        return 0
    words = check_in.excerpt
    return max(1, look.advance("body", words)) if words else 0


def excerpt_lines(check_in: CheckInLine, width: int, look: Look) -> int:
    """On how many lines the notes begin in a row of that width; nothing is laid out for it."""
    return _lines_for(excerpt_advance(check_in, look), width, look)


def _lines_for(advance: int, width: int, look: Look) -> int:
    fits = advance <= _line_room(width, look)
    return (1 if fits else EXCERPT_LINES) if advance else 0


def _line_room(width: int, look: Look) -> int:
    """How wide words may be that surely are one line in a row of that width."""
    return _words_width(width, look) - SAFE


def _words_width(width: int, look: Look) -> int:
    """The width that is left for words in a row of that width."""
    left = look.measure(DATE_WIDTH) + BESIDE_ICON
    return max(20, min(width - 9 - left, look.measure(TEXT_WIDTH)))


def lay_out(
    check_in: CheckInLine, rect: QRect, look: Look, direction: Qt.LayoutDirection, lines: int, *,
    month: bool,
) -> Places:  # fmt: skip
    """Place the parts of a check-in, whose notes begin on so many *lines*, in its row."""
    head = QRect(rect.left(), rect.top(), rect.width(), month_height(look) if month else 0)
    row = rect.adjusted(0, head.height(), 0, 0)
    line = line_height(look)
    top = row.top() + (PADDING if is_held(check_in) else (row.height() - line) // 2)
    date_width = look.measure(DATE_WIDTH)
    day = QRect(row.left() + 8, top, date_width - 8 - ICON - 8, line)
    icon = QRect(row.left() + date_width - ICON, top + (line - ICON) // 2, ICON, ICON)
    left = row.left() + date_width + BESIDE_ICON
    marks_width = _marks_width(check_in, look)
    wide = _words_width(row.width(), look)
    words = QRect(left, top, max(20, wide - marks_width), line)
    excerpt = QRect(left, top + line, wide, line * lines)
    changed = QRect(left, top + line * (1 + lines), wide, line)
    marks = QRect(left + wide - marks_width, top, marks_width, line)
    turned = (
        QStyle.visualRect(direction, rect, part)
        for part in (day, icon, words, excerpt, marks, changed)
    )
    return Places(head, row, *turned)


def _promises(check_in: CheckInLine) -> str:
    return number(check_in.promise_count, 0) if check_in.promise_count else ""


def _marks_width(check_in: CheckInLine, look: Look) -> int:
    width = 0
    if check_in.promise_count:
        width += MARK_ICON + 4 + look.advance("caption", _promises(check_in)) + 9
    if is_private(check_in):
        width += LOCK + 8
    return width


def fitting_title(check_in: CheckInLine, width: int, look: Look) -> str:
    """The title in that width: how much looked forward gives way whole, the tooltip has it."""
    words = title(check_in)
    if is_held(check_in) and look.advance("strong", words) > width:
        return words.rpartition(MIDDLE_DOT)[0] or words
    return words


def day_words(check_in: CheckInLine) -> str:
    """`3 Nov`: the year stands in the heading of the month."""
    day = moments.day(check_in)
    return Dates.short_date(day, day)


class TimelineRowDelegate(RowDelegate):
    """Shows `CheckInLine`s on one line through time, with the month above the first of each."""

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        """Paint with the look of the theme."""
        super().__init__(theme, view)
        self._sizes: dict[tuple[bool, ...], tuple[QSize, QSize]] = {}  # of each kind of row
        self._known: dict[int, Known] = {}  # by the ids of their check-ins
        self._measured: Look | None = None
        self._room = (-1, 0)  # the width of the view, and of words on one line in it

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Of a few kinds of rows; the view stretches them itself.

        It asks for all of them whenever some more are read, and for hundreds with each page that
        is scrolled: in another width a row only turns out to be of the other of its two sizes.
        """
        model = index.model()
        if not isinstance(model, HistoryModel):
            return super().sizeHint(option, index)
        self._forget_other_look()
        place, rows = index.row(), model.rows
        check_in, before = rows[place], rows[place - 1] if place else None
        known = self._known.get(check_in.id)
        if known is None or known[0] is not check_in or known[1] is not before:
            advance, has_month = self._advance_of(check_in), model.month_at(place) is not None
            sizes = self._sizes_of(check_in, advance, has_month=has_month)
            known = self._known[check_in.id] = (check_in, before, advance, *sizes)
        return known[3] if known[2] <= self._room_now() else known[4]

    def _forget_other_look(self) -> None:
        look = self._theme.look
        if self._measured is not look:
            self._measured, self._room = look, (-1, 0)
            self._sizes, self._known = {}, {}

    def _room_now(self) -> int:
        """The width that words on one line may have."""
        width = self._view.viewport().width()
        if self._room[0] != width:
            self._room = (width, _line_room(width, self.look))
        return self._room[1]

    def _sizes_of(
        self, check_in: CheckInLine, advance: int, *, has_month: bool
    ) -> tuple[QSize, QSize]:
        """The sizes of a row whose notes, so wide, begin on one line, and on more."""
        key = (is_held(check_in), bool(check_in.changed), bool(advance), has_month)
        if key not in self._sizes:
            above = month_height(self.look) if has_month else 0
            one, more = (
                QSize(1, above + row_height(check_in, self.look, lines))
                for lines in ((1, EXCERPT_LINES) if advance else (0, 0))
            )
            self._sizes[key] = one, more
        return self._sizes[key]

    def _advance_of(self, check_in: CheckInLine) -> int:
        """How wide the notes of a check-in begin; they are measured once for a look."""
        known = self._known.get(check_in.id)
        if known is not None and _begins(known[0]) == _begins(check_in):
            return known[2]
        return excerpt_advance(check_in, self.look)

    def _lines_of(self, check_in: CheckInLine, width: int) -> int:
        """On how many lines the notes of a check-in begin."""
        self._forget_other_look()
        return _lines_for(self._advance_of(check_in), width, self.look)

    @override
    def paint_ground(
        self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Leave the month's heading out of the row's ground."""
        month = month_height(self.look) if _month(index) else 0
        super().paint_ground(painter, rect.adjusted(0, month, 0, 0), option, index)

    @override
    def paint_row(
        self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Day, kind, length, how the notes begin, and marks."""
        check_in: CheckInLine = index.data(RECORD_ROLE)
        month = _month(index)
        look, align = self.look, start_side(option)
        there = rect.toRect()
        lines = self._lines_of(check_in, there.width())
        places = lay_out(check_in, there, look, option.direction, lines, month=month is not None)
        if month is not None:
            self.paint_month(painter, QRectF(places.month), month, align)
        muted = "selection-text" if is_selected(option) else "text-muted"
        self._paint_line(painter, places, check_in)
        day = day_words(check_in)
        paint_text(painter, look, QRectF(places.day), day, "caption", muted, align)
        role = "strong" if is_held(check_in) else "body"
        token = "selection-text" if is_selected(option) else "text"
        words = fitting_title(check_in, places.title.width(), look)
        paint_text(painter, look, QRectF(places.title), words, role,
                   token if is_held(check_in) else muted, align,
                   ours=is_held(check_in))  # fmt: skip
        if is_held(check_in):
            self._paint_excerpt(painter, check_in, places, muted, align)
            changed = changed_words(check_in)
            if changed:
                area = QRectF(places.changed)
                paint_text(painter, look, area, changed, "caption", muted, align, ours=True)
        self._paint_marks(painter, check_in, places, muted)

    def paint_month(
        self, painter: QPainter, rect: QRectF, month: date, align: Qt.AlignmentFlag
    ) -> None:
        """The name of a month, as a group of its own."""
        words = rect.adjusted(8, 0, -8, 0)
        paint_text(painter, self.look, words, Dates.month(month), "label", "text-muted", align)

    def _paint_line(self, painter: QPainter, places: Places, check_in: CheckInLine) -> None:
        look = self.look
        middle = places.icon.center().x() + 0.5
        painter.setPen(QPen(look.colour.line, 1))
        painter.drawLine(QLineF(middle, places.row.top(), middle, places.icon.top() - 3))
        painter.drawLine(QLineF(middle, places.icon.bottom() + 4, middle, places.row.bottom() + 1))
        icon = KIND_ICONS[check_in.kind] if is_held(check_in) else "state-dropped"
        look.paint_icon(painter, icon, QRectF(places.icon), ICON)

    def _paint_excerpt(
        self,
        painter: QPainter,
        check_in: CheckInLine,
        places: Places,
        token: str,
        align: Qt.AlignmentFlag,
    ) -> None:
        if not places.excerpt.height():
            return
        words = check_in.excerpt
        high = line_height(self.look)
        most = places.excerpt.height() // high
        lines, _ = self.look.wrapped("body", words, places.excerpt.width(), most)
        for place, line in enumerate(lines):
            rect = QRectF(places.excerpt.left(), places.excerpt.top() + place * high,
                          places.excerpt.width(), high)  # fmt: skip
            paint_text(painter, self.look, rect, line, "body", token, align)

    def _paint_marks(
        self, painter: QPainter, check_in: CheckInLine, places: Places, token: str
    ) -> None:
        look, rect = self.look, QRectF(places.marks)
        x = rect.left() + 8
        if check_in.promise_count:
            place = QRectF(x, rect.top(), MARK_ICON, rect.height())
            look.paint_icon(painter, "promise", place, MARK_ICON)
            words = _promises(check_in)
            wide = look.advance("caption", words)
            count = QRectF(x + MARK_ICON + 4, rect.top(), wide + 1, rect.height())
            paint_text(painter, look, count, words, "caption", token, ours=True)
            x = count.right() + 8
        if is_private(check_in):
            lock = QRectF(x, rect.top(), LOCK, rect.height())
            look.paint_icon(painter, "lock", lock, LOCK, "private")


def _begins(check_in: CheckInLine) -> tuple[bool, str]:
    """What tells how wide the notes of a check-in begin."""
    return is_held(check_in), check_in.opening


def _month(index: Index) -> date | None:
    model = index.model()
    return model.month_at(index.row()) if isinstance(model, HistoryModel) else None
