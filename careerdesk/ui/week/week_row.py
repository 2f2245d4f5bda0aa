"""Paints a row of the close of a week: who, what was noticed, what was promised."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from careerdesk.compat import override
from careerdesk.ui.theme.look import Look
from careerdesk.ui.theme.paint import paint_plate, paint_text
from careerdesk.ui.week.week_model import WeekLine
from careerdesk.ui.week.week_words import notice_words
from careerdesk.ui.widgets.cards import Index, RowDelegate, is_mirrored, mirror, start_side
from careerdesk.ui.widgets.record_list import RECORD_ROLE

SIDE = 8
GAP = 14
WHO, FACTS = 200, 260
WORDS_LEAST = 230
NARROWING = ((0.45, 0.65), (0.15, 0.5))  # of facts and name what is left, step by step
BESIDE_CHOICE = 62  # its edges, air and arrow
FIELD = 32
INSET, IN_FIELD = 9, 11  # of words in a choice and in a field, as Qt has them


@dataclass(frozen=True, slots=True)
class Places:
    """Where the parts of a row stand."""

    who: QRectF
    choice: QRectF
    field: QRectF
    facts: QRectF

    def mirrored(self, row: QRectF) -> Places:
        """The same for reading from the right."""
        return Places(*(mirror(getattr(self, name), row) for name in self.__slots__))


def lay_out(rect: QRectF, look: Look) -> Places:
    """Place the parts of a row in its rectangle, for reading from the left.

    Where it is narrow, facts and name give way, of which a tooltip says all.
    """
    who, facts, chosen = float(look.measure(WHO)), float(look.measure(FACTS)), choice_width(look)
    room = rect.width() - 2 * SIDE - 2 * GAP - chosen - 4
    missing = look.measure(WORDS_LEAST) - (room - who - facts)
    if missing < 0:
        facts -= missing * 0.3
    for of_facts, of_who in NARROWING:
        given = min(max(0.0, missing), max(0.0, facts - look.measure(FACTS) * of_facts))
        facts, missing = facts - given, missing - given
        given = min(max(0.0, missing), max(0.0, who - look.measure(WHO) * of_who))
        who, missing = who - given, missing - given
    high = field_height(look)
    top = rect.center().y() - high / 2
    left = rect.left() + SIDE
    name = QRectF(left, rect.top(), who, rect.height())
    choice = QRectF(name.right() + GAP, top, chosen, high)
    known = QRectF(rect.right() - SIDE - facts, rect.top(), facts, rect.height())
    field = QRectF(choice.right() + 4, top, 0, high)
    field.setRight(max(field.left(), known.left() - GAP))
    return Places(name, choice, field, known)


def choice_width(look: Look) -> int:
    """Room for the longest choice, as the field for it has it."""
    return max(look.advance("body", words) for words in notice_words().values()) + BESIDE_CHOICE


def field_height(look: Look) -> int:
    """The height of a line that is typed into."""
    return look.row("body", 6, FIELD)


def row_height(look: Look) -> int:
    """Two lines of words, or a field, and a little air."""
    words = look.metrics("body").height() + look.metrics("caption").height()
    return max(look.measure(44), words + 8, field_height(look) + 8)


class WeekRowDelegate(RowDelegate):
    """Shows `WeekLine`s; the row that is typed into lies under its fields."""

    @override
    def row_height(self, index: Index, width: int) -> int:
        """The same for all."""
        return row_height(self.look)

    @override
    def paint_ground(
        self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """None: the fields show which row is typed into."""

    @override
    def paint_row(
        self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Name and next week's talk, the field as it stands, promises and untold praise."""
        line: WeekLine = index.data(RECORD_ROLE)
        places = lay_out(rect, self.look)
        places = places.mirrored(rect) if is_mirrored(option) else places
        side = start_side(option)
        name = line.row.person.name
        self._paint_two(painter, places.who, (name, "body", "text"),
                        (line.talks, "caption", "text-muted"), side)  # fmt: skip
        late = "warning" if line.is_late else "text-muted"
        self._paint_two(painter, places.facts, (line.promises, "caption", late),
                        (line.untold, "caption", "text-muted"), side)  # fmt: skip
        self._paint_field(painter, places, line, side)

    def _paint_two(
        self,
        painter: QPainter,
        rect: QRectF,
        first: tuple[str, str, str],
        second: tuple[str, str, str],
        side: Qt.AlignmentFlag,
    ) -> None:
        """One line below the other; one alone stands in the middle."""
        lines = [one for one in (first, second) if one[0]]
        heights = [self.look.metrics(role).height() for _, role, _ in lines]
        top = rect.center().y() - sum(heights) / 2
        for (text, role, token), height in zip(lines, heights, strict=True):
            place = QRectF(rect.left(), top, rect.width(), height)
            paint_text(painter, self.look, place, text, role, token, side)
            top += height

    def _paint_field(
        self, painter: QPainter, places: Places, line: WeekLine, side: Qt.AlignmentFlag
    ) -> None:
        look = self.look
        edge = look.colour.line_strong if line.words or look.high_contrast else look.colour.line
        paint_plate(painter, places.field, look.colour.raised, edge, radius=6)
        words, token = (line.words, "text") if line.words else (line.quiet, "text-muted")
        inner = places.field.adjusted(IN_FIELD, 0, -IN_FIELD, 0)
        paint_text(painter, look, inner, words, "body", token, side)
        ink = "text" if line.words else "text-muted"
        choice = places.choice.adjusted(INSET, 0, -INSET, 0)
        paint_text(painter, look, choice, notice_words()[line.what], "body", ink, side)
