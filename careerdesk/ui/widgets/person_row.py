"""Paints a person of the rail: initials, name, the next check-in, and a dot for attention."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem

from careerdesk.compat import override
from careerdesk.dataclass import dataclass
from careerdesk.domain.clock import Clock
from careerdesk.domain.names import AVATARS, avatar_index, initials
from careerdesk.domain.records import Person, PersonStatus
from careerdesk.domain.standing import standing
from careerdesk.domain.views import PersonRow
from careerdesk.ui.base.when import when_words
from careerdesk.ui.theme.look import Look, blend
from careerdesk.ui.theme.paint import paint_text
from careerdesk.ui.theme.theme import Theme
from careerdesk.ui.widgets.cards import (
    FADED,
    Index,
    RowDelegate,
    is_marked,
    is_mirrored,
    is_selected,
    selection_colours,
    start_side,
)
from careerdesk.ui.widgets.record_list import RECORD_ROLE

CIRCLE = 28
DOT = 11
_TINTS = ("chart_1", "chart_2", "chart_3", "chart_quiet")
_STRENGTHS = (0.10, 0.24)


@dataclass(frozen=True, slots=True)
class PersonPlaces:
    """Where the parts of a row stand."""

    circle: QRectF
    name: QRectF
    icon: QRectF
    when: QRectF


def lay_out(rect: QRectF, look: Look, *, mirrored: bool, away: bool) -> PersonPlaces:
    """Place the parts of a row in its rectangle."""
    size = look.measure(CIRCLE)
    middle = rect.center().y()
    circle = QRectF(rect.left() + 10, middle - size / 2, size, size)
    if rect.width() < 2 * size + 20:  # folded: the initials alone
        circle.moveCenter(rect.center())
        return PersonPlaces(circle, QRectF(), QRectF(), QRectF())
    left = circle.right() + 10
    width = max(0.0, rect.right() - 8 - left)
    name_height = look.metrics("strong").height()
    when_height = look.metrics("caption").height()
    top = middle - (name_height + when_height) / 2
    name = QRectF(left, top, width, name_height)
    icon_width = 15.0 if away else 0.0
    icon = QRectF(left, name.bottom(), icon_width, when_height)
    when = QRectF(left + icon_width, name.bottom(), max(0.0, width - icon_width), when_height)
    parts = [circle, name, icon, when]
    if mirrored:
        parts = [
            QRectF(rect.left() + rect.right() - p.right(), p.top(), p.width(), p.height())
            for p in parts
        ]
    return PersonPlaces(*parts)


def avatar_ground(look: Look, uid: str) -> QColor:
    """The ground of a person's circle: always the same of eight quiet colours."""
    place = avatar_index(uid) % AVATARS
    tint = getattr(look.colour, _TINTS[place % len(_TINTS)])
    return blend(look.colour.raised, tint, _STRENGTHS[place // len(_TINTS)])


def paint_avatar(
    painter: QPainter, look: Look, rect: QRectF, person: Person, *, filled: bool
) -> None:
    """The circle with the initials; *filled* in the accent for anyone who is open."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.colour.growth if filled else look.colour.line, 1))
    painter.setBrush(look.colour.growth if filled else avatar_ground(look, person.uid))
    painter.drawEllipse(rect.adjusted(0.5, 0.5, -0.5, -0.5))
    painter.restore()
    painter.setFont(look.font("label"))
    painter.setPen(look.colour.on_growth if filled else look.colour.text)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, initials(person.name))


class PersonRowDelegate(RowDelegate):
    """Shows a `PersonRow`."""

    def __init__(self, theme: Theme, clock: Clock, view: QAbstractItemView) -> None:
        super().__init__(theme, view)
        self._clock = clock

    @override
    def row_height(self, index: Index, width: int) -> int:
        """Name and next check-in, in the font of the program."""
        look = self.look
        words = look.metrics("strong").height() + look.metrics("caption").height()
        return max(44, words + 8)

    @override
    def paint_row(
        self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Initials, name, next check-in, and the dot when something needs attention."""
        row: PersonRow = index.data(RECORD_ROLE)
        selected = is_selected(option)
        if is_marked(option, index, "is_dragged"):
            painter.setOpacity(FADED)
        away = standing(row.person, self._clock.today()) is PersonStatus.ON_LEAVE
        places = lay_out(rect, self.look, mirrored=is_mirrored(option), away=away)
        paint_avatar(painter, self.look, places.circle, row.person, filled=selected)
        if row.attention:
            self._paint_dot(painter, places.circle, option)
        if places.name.isEmpty():
            return
        ink = "selection-text" if selected else "text"
        side = start_side(option)
        role = "strong" if selected else "body"
        paint_text(painter, self.look, places.name, row.person.name, role, ink, side)
        if away:
            self.look.paint_icon(painter, "on-leave", places.icon, 13, "text-muted")
        words = when_words(row, self._clock.today())
        quiet = "selection-text" if selected else "text-muted"
        paint_text(painter, self.look, places.when, words, "caption", quiet, side)

    def _paint_dot(self, painter: QPainter, circle: QRectF, option: QStyleOptionViewItem) -> None:
        colour = self.look.colour
        around = selection_colours(self.look, option)[0] if is_selected(option) else colour.ground
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(around, 2))
        painter.setBrush(colour.warning)
        painter.drawEllipse(
            QPointF(circle.right() - 3, circle.top() + 3), (DOT - 2) / 2, (DOT - 2) / 2
        )
        painter.restore()
