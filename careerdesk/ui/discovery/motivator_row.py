"""Paints a motivator: its place, its name in full, how sure it is, and how the person puts it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QAbstractItemModel, QEvent, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)

from careerdesk.compat import override
from careerdesk.dataclass import dataclass
from careerdesk.domain.records import MotivatorStanding
from careerdesk.domain.text import one_line
from careerdesk.domain.views import MotivatorView
from careerdesk.ui.base.texts import number
from careerdesk.ui.discovery.motivator_words import (
    facts_text,
    next_words,
    quoted,
    standing_text,
)
from careerdesk.ui.theme.paint import paint_lines, paint_text
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.cards import (
    CardDelegate,
    Index,
    RowDelegate,
    is_hovered,
    is_mirrored,
    is_selected,
    paint_card_frame,
    start_side,
)
from careerdesk.ui.widgets.drag_picture import paint_handle
from careerdesk.ui.widgets.per_record import PerRecord
from careerdesk.ui.widgets.record_list import ID_ROLE, RECORD_ROLE

MOST_LINES = 40  # of a name: more than the longest takes in the narrowest column
MOST_QUOTE = 3  # lines; the tooltip has all of them
AIR = 8  # above and below the words
SIDE = 9
ICON = 16
LOCK = 12
MORE, NEXT = "more", "next"


@dataclass(frozen=True, slots=True)
class RowPlaces:
    """Where the parts of a row stand, and the lines of its words."""

    handle: QRect
    place: QRect
    more: QRect
    name: QRect
    name_lines: tuple[str, ...]
    lock: QRect
    standing: QRect
    action: QRect
    quote: QRect
    quote_lines: tuple[str, ...]

    @property
    def height(self) -> int:
        """From the edge above to the edge below."""
        return self.quote.bottom() + 1 + AIR


class MotivatorRowDelegate(CardDelegate):
    """Shows a `MotivatorView`: *ranked* as a card with its place, else as a row with *icon*.

    `more_wanted` and `next_wanted` carry the id of a row whose dots, or whose words at the end,
    were clicked. Both are there while the row is under the pointer or selected.
    """

    editor_made = Signal(QWidget, int, object)
    more_wanted = Signal(int, QPoint)
    next_wanted = Signal(int)

    def __init__(
        self,
        theme: Theme,
        view: QAbstractItemView,
        today: Callable[[], date],
        *,
        ranked: bool = True,
        icon: str = "",
    ) -> None:
        super().__init__(theme, view)
        self._today = today
        self._heights = PerRecord[int]()
        self._hasty = False
        self._ranked, self._icon = ranked, icon
        self.gap = 6 if ranked else 0

    def places(self, index: Index, card: QRect, *, mirrored: bool = False) -> RowPlaces:
        """Place the parts of a row in *card*."""
        return self._lay_out(index.data(RECORD_ROLE), index.row() + 1, card, mirrored=mirrored)

    def _lay_out(
        self, view: MotivatorView, place: int, card: QRect, *, mirrored: bool
    ) -> RowPlaces:
        look = self.look
        line, low = look.metrics("body").height(), look.metrics("caption").height()
        top, left = card.top() + AIR, card.left() + (6 if self._ranked else 2)
        digits = max(look.measure(12), look.advance("strong", number(place)) + 1)
        handle = QRect(left, top, ICON, line)
        digit = QRect(handle.right() + 9, top, digits if self._ranked else 0, line)
        start = digit.right() + 9 if self._ranked else handle.right() + 11
        more = QRect(card.right() - SIDE - ICON + 1, top, ICON, line)
        room = more.left() - 6 - start
        name = look.wrapped("body", one_line(view.motivator.name), max(20, room), MOST_LINES)[0]
        named = QRect(start, top, room, line * len(name))
        lock_wide = LOCK + 4 if view.motivator.standing is MotivatorStanding.GUESSED else 0
        lock = QRect(start, named.bottom() + 2, lock_wide, low)
        words = next_words(view, self._today())
        wide = look.advance("label", words) + 2 if words else 0
        action = QRect(card.right() - SIDE - wide + 1, lock.top(), wide, low)
        standing = QRect(lock.left() + lock_wide, lock.top(), card.right() - SIDE - start, low)
        quote = quoted(view.motivator.quote)
        wrapped = look.wrapped("caption", quote, max(20, card.right() - SIDE - start), MOST_QUOTE)
        lines = wrapped[0] if quote else ()
        said = QRect(start, standing.bottom() + (3 if lines else 1), card.right() - SIDE - start,
                     (low + 1) * len(lines))  # fmt: skip
        parts = (handle, digit, more, named, lock, standing, action, said)
        turned = [QStyle.visualRect(_direction(mirrored), card, part) for part in parts]
        handle, digit, more, named, lock, standing, action, said = turned
        return RowPlaces(handle, digit, more, named, name, lock, standing, action, said, lines)

    @override
    def row_height(self, index: Index, width: int) -> int:
        """All of the name, how sure it is, and some lines of the quote."""
        view, place = index.data(RECORD_ROLE), index.row() + 1

        def height() -> int:
            """As it is laid out."""
            return self._lay_out(view, place, QRect(0, 0, width, 0), mirrored=False).height

        return self._heights.of(view, (place, width), self.look, height)

    @override
    def paint_ground(
        self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """A card where the place counts; else a row over a hairline."""
        if self._ranked:
            paint_card_frame(painter, self.look, rect, option, index)
            return
        RowDelegate.paint_ground(self, painter, rect, option, index)
        if index.row() + 1 < index.model().rowCount():
            painter.setPen(QPen(self.look.colour.line, 1))
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    @override
    def paint_row(
        self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Handle and place, or an icon; the name; how sure it is; the quote."""
        view: MotivatorView = index.data(RECORD_ROLE)
        look, side = self.look, start_side(option)
        places = self.places(index, rect.toRect(), mirrored=is_mirrored(option))
        filled = not self._ranked and is_selected(option) and self._view.hasFocus()
        ink, quiet = ("selection-text",) * 2 if filled else ("text", "text-muted")
        if self._ranked:
            paint_handle(painter, places.handle, look)
            words = number(index.row() + 1)
            paint_text(painter, look, QRectF(places.place), words, "strong", "growth", side)
        else:
            look.paint_icon(painter, self._icon, QRectF(places.handle), ICON, quiet)
        paint_lines(painter, look, QRectF(places.name), places.name_lines, "body", ink, side)
        self._paint_standing(painter, places, view, option, quiet)
        if places.quote_lines:
            paint_lines(painter, look, QRectF(places.quote), places.quote_lines, "caption", quiet,
                        side)  # fmt: skip

    def _paint_standing(
        self,
        painter: QPainter,
        places: RowPlaces,
        view: MotivatorView,
        option: QStyleOptionViewItem,
        quiet: str,
    ) -> None:
        look, side, mirrored = self.look, start_side(option), is_mirrored(option)
        active = is_hovered(option) or is_selected(option)
        room = QRectF(places.standing)
        if active and places.action.width():
            _shorten(room, places.action.width() + 8, at_end=not mirrored)
        token = quiet
        if places.lock.width():
            token = "private" if quiet == "text-muted" else quiet
            lock = QRectF(places.lock.right() + 1 - LOCK if mirrored else places.lock.left(),
                          places.lock.top(), LOCK, places.lock.height())  # fmt: skip
            look.paint_icon(painter, "lock", lock, LOCK, token)
        words, facts = standing_text(view.motivator, self._today()), facts_text(view)
        words = f"{words}, " if facts else words
        paint_text(painter, look, room, words, "caption", token, side)
        if facts:
            _shorten(room, look.advance("caption", words), at_end=mirrored)
            paint_text(painter, look, room, facts, "caption", quiet, side)
        if active:
            link = "growth" if quiet == "text-muted" else quiet
            action = next_words(view, self._today())
            paint_text(painter, look, QRectF(places.action), action, "label", link, side)
            look.paint_icon(painter, "more", QRectF(places.more), ICON, quiet)

    @override
    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """The second click of two in haste on the words at the end does nothing more."""
        if event.type() == QEvent.Type.MouseButtonPress:
            self._hasty = False
        if event.type() == QEvent.Type.MouseButtonDblClick and isinstance(event, QMouseEvent):
            self._hasty = bool(self.part_at(index, event.position().toPoint(), option))
            if self._hasty:
                return True
        return super().editorEvent(event, model, option, index)

    @override
    def released(self, event: QMouseEvent, option: QStyleOptionViewItem, index: Index) -> bool:
        """A click on the dots or on the words at the end."""
        hasty, self._hasty = self._hasty, False
        if hasty:
            return True
        part = self.part_at(index, event.position().toPoint(), option)
        if part == NEXT:
            self.next_wanted.emit(index.data(ID_ROLE))
        elif part == MORE:
            self.more_wanted.emit(index.data(ID_ROLE), event.position().toPoint())
        return bool(part)

    def part_at(self, index: Index, point: QPoint, option: QStyleOptionViewItem) -> str:
        """What of a row is at a point of the list: its dots, the words at its end, or nothing."""
        card = option.rect.adjusted(0, 0, 0, -self.gap)
        places = self.places(index, card, mirrored=is_mirrored(option))
        if places.action.width() and places.action.adjusted(-6, -4, 6, 6).contains(point):
            return NEXT
        return MORE if places.more.adjusted(-6, -6, 6, 4).contains(point) else ""

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A line edit for the name, which is told of."""
        editor = super().createEditor(parent, option, index)
        name = index.data(RECORD_ROLE).motivator.name
        self.editor_made.emit(editor, index.data(ID_ROLE), lambda: name)
        return editor

    @override
    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Fill the line once; what was typed since stays."""
        if not (isinstance(editor, QLineEdit) and editor.isModified()):
            super().setEditorData(editor, index)

    @override
    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Put the editor where the name stands."""
        card = option.rect.adjusted(0, 0, 0, -self.gap)
        places = self.places(index, card, mirrored=is_mirrored(option))
        line = places.name.united(places.more).adjusted(-8, -4, 6, 4)
        line.setHeight(max(editor.sizeHint().height(), self.look.measure(26)))
        editor.setGeometry(line)


def _shorten(rect: QRectF, by: float, *, at_end: bool) -> None:
    rect.adjust(0 if at_end else by, 0, -by if at_end else 0, 0)


def _direction(mirrored: bool) -> Qt.LayoutDirection:
    return Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight
