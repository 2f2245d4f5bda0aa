"""Paints a row that leads somewhere: what it is about, why, and what Enter or a click does."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem

from careerdesk.compat import override
from careerdesk.dataclass import dataclass
from careerdesk.i18n import tr
from careerdesk.ui.theme.look import Look, elided
from careerdesk.ui.theme.paint import (
    mark_height,
    mark_width,
    paint_lines,
    paint_private_mark,
    paint_text,
)
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.cards import (
    Index,
    RowDelegate,
    is_mirrored,
    is_selected,
    mirror,
    start_side,
)
from careerdesk.ui.widgets.links import LinkRow
from careerdesk.ui.widgets.person_row import CIRCLE, paint_avatar
from careerdesk.ui.widgets.record_list import ID_ROLE, RECORD_ROLE

ICON = 18
LEAD = 74
SIDE = 8
AIR, TIGHT = 16, 9
LEAST = 40  # of a caption before its ending


@dataclass(frozen=True, slots=True)
class Places:
    """Where the parts of a row stand; an empty one is not there."""

    lead: QRectF
    lead_note: QRectF
    icon: QRectF
    title: QRectF
    caption: QRectF
    mark: QRectF
    action: QRectF

    def mirrored(self, row: QRectF) -> Places:
        """The same for reading from the right."""
        parts = (getattr(self, name) for name in self.__slots__)
        return Places(*(mirror(part, row) for part in parts))


def row_height(look: Look, lines: int = 1, air: int = AIR) -> int:
    """The lines of the title, one more, and some air."""
    words = look.metrics("body").height() * lines + look.metrics("caption").height()
    return max(look.measure(54), words + air)


def lay_out(row: LinkRow, rect: QRectF, look: Look, lines: int = 1) -> Places:
    """Place the parts of a row in its rectangle, for reading from the left."""
    line, low = look.metrics("body").height(), look.metrics("caption").height() + 2
    high = line * lines + 2
    top = rect.center().y() - (high + low) / 2
    left = rect.left() + SIDE
    lead = QRectF(left, top, look.measure(LEAD) if row.lead else 0, high)
    left += lead.width()
    size = float(look.measure(CIRCLE) if row.person else ICON)
    icon = QRectF(left, rect.center().y() - size / 2, size, size)
    left = icon.right() + 12
    wide = look.advance("strong", row.action) + 4.0 if row.action else 0.0
    action = QRectF(rect.right() - SIDE - wide, rect.top(), wide, rect.height())
    room = max(0.0, action.left() - (12 if wide else 0) - left)
    mark_room = min(room, float(mark_width(look, tr("Private")))) if row.private else 0.0
    words = look.advance("body", row.title) + 2.0
    beside = lines == 1 and words + 8 + mark_room <= room  # else the words would be cut for it
    caption_room = room if beside or not mark_room else room - mark_room - 8
    used = words if beside else min(caption_room, look.advance("caption", row.caption) + 2.0)
    mark_top = top if beside else top + high + (low - mark_height(look)) / 2 + 1
    return Places(
        lead,
        QRectF(lead.left(), lead.bottom(), lead.width(), low),
        icon,
        QRectF(left, top, room, high),
        QRectF(left, top + high, caption_room, low),
        QRectF(left + used + 8, mark_top, mark_room, mark_height(look)),
        action,
    )


def title_lines(row: LinkRow, width: int, look: Look, most: int) -> tuple[str, ...]:
    """The lines that the title takes in a row of that width."""
    room = lay_out(row, QRectF(0, 0, width, 0), look).title.width()
    title = " ".join(row.title.split())
    return look.wrapped("body", title, int(room), most)[0]


def caption_words(row: LinkRow, room: float, look: Look) -> str:
    """The caption; where it is too long, it is cut before its ending."""
    beginning = row.caption.removesuffix(row.ending)
    left = room - look.advance("caption", row.ending)
    if not row.ending or left < LEAST or look.advance("caption", row.caption) <= room:
        return row.caption
    return elided(look.metrics("caption"), beginning, left) + row.ending


class LinkRowDelegate(RowDelegate):
    """Shows `LinkRow`s over hairlines.

    `followed` carries the id of a row that was clicked, and whether on the words at its end.
    """

    followed = Signal(int, bool)

    def __init__(
        self, theme: Theme, view: QAbstractItemView, *, most: int = 1, tight: bool = False
    ) -> None:
        """*most* lines are given to a title that is long; *tight*: out of the air around it."""
        super().__init__(theme, view)
        self._most = most
        self._air = TIGHT if tight else AIR

    @override
    def row_height(self, index: Index, width: int) -> int:
        """As many lines as the title takes."""
        lines = len(self._lines(index.data(RECORD_ROLE), width)) if self._most > 1 else 1
        return row_height(self.look, lines, self._air if lines > 1 else AIR)

    def _lines(self, row: LinkRow, width: float) -> tuple[str, ...]:
        if self._most == 1:
            return (row.title,)
        return title_lines(row, int(width), self.look, self._most)

    @override
    def paint_row(
        self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Time or icon, what it is about, why, the private mark and the action."""
        row: LinkRow = index.data(RECORD_ROLE)
        lines = self._lines(row, rect.width())
        places = lay_out(row, rect, self.look, len(lines))
        places = places.mirrored(rect) if is_mirrored(option) else places
        selected = is_selected(option)
        self._paint_words(painter, row, lines, places, start_side(option), selected=selected)
        self._paint_icon(painter, row, places, selected=selected)
        if row.private:
            paint_private_mark(painter, self.look, places.mark, tr("Private"))
        if index.row() + 1 < index.model().rowCount():
            painter.setPen(QPen(self.look.colour.line, 1))
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    @override
    def released(self, event: QMouseEvent, option: QStyleOptionViewItem, index: Index) -> bool:
        """A click follows the row; a second one in haste does not follow another."""
        row = QRectF(option.rect)
        action = lay_out(index.data(RECORD_ROLE), row, self.look).action
        if is_mirrored(option):
            action = mirror(action, row)
        there = action.adjusted(-8, 0, 8, 0).contains(event.position())
        self.followed.emit(index.data(ID_ROLE), there)
        return True

    def _paint_words(
        self,
        painter: QPainter,
        row: LinkRow,
        lines: tuple[str, ...],
        places: Places,
        side: Qt.AlignmentFlag,
        *,
        selected: bool,
    ) -> None:
        ink, quiet, link = "text", "warning" if row.warned else "text-muted", "growth"
        if selected:
            ink = quiet = link = "selection-text"
        caption = caption_words(row, places.caption.width(), self.look)
        for text, rect, role, token in (
            (row.lead, places.lead, "strong", ink),
            (row.lead_note, places.lead_note, "caption", quiet),
            (caption, places.caption, "caption", quiet),
            (row.action, places.action, "strong", link),
        ):
            paint_text(painter, self.look, rect, text, role, token, side)
        paint_lines(painter, self.look, places.title, lines, "body", ink, side)

    def _paint_icon(
        self, painter: QPainter, row: LinkRow, places: Places, *, selected: bool
    ) -> None:
        if row.person is not None:
            paint_avatar(painter, self.look, places.icon, row.person, filled=False)
        else:
            token = "selection-text" if selected else row.token
            self.look.paint_icon(painter, row.icon, places.icon, ICON, token)
