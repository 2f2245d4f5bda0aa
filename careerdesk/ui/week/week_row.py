"""Paints a row of the close of a week: who, what was noticed, what was promised."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from careerdesk.compat import override
from careerdesk.dataclass import dataclass
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
STACKED = 0.6  # of the facts' width; where less is left, they stand below the field
BELOW = 3  # between a field and the facts below it
MOST_NAME, MOST_FACT = 3, 2  # lines
BESIDE_CHOICE = 62  # its edges, air and arrow
FIELD = 32
INSET, IN_FIELD = 9, 11  # of words in a choice and in a field, as Qt has them

Lines = tuple[tuple[str, str, str], ...]  # words, role and colour


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


def lay_out(rect: QRectF, look: Look, line: WeekLine | None = None) -> Places:
    """Place the parts of a row in its rectangle, for reading from the left.

    Where it is narrow, facts and name give way; the facts of a *line* then go below its field.
    """
    who, facts = _widths(rect.width(), look)
    stacked = is_stacked(rect.width(), look)
    left, right = rect.left() + SIDE, rect.right() - SIDE
    if stacked:
        who = float(look.measure(WHO))
        room = rect.width() - 2 * SIDE - GAP - choice_width(look) - 4
        who -= min(max(0.0, look.measure(WORDS_LEAST) - (room - who)), who * 0.5)
    name = QRectF(left, rect.top(), who, rect.height())
    choice = QRectF(name.right() + GAP, 0, choice_width(look), field_height(look))
    field = QRectF(choice.right() + 4, 0, 0, choice.height())
    known = QRectF(right - facts, rect.top(), facts, rect.height())
    field.setRight(max(field.left(), right if stacked else known.left() - GAP))
    top = rect.center().y() - field.height() / 2
    if stacked:
        known = QRectF(choice.left() + INSET, 0, right - choice.left() - INSET, 0)
        known.setHeight(_facts_height(line, known.width(), look) if line else 0)
        top -= (known.height() + BELOW) / 2 if known.height() else 0
        known.moveTop(top + field.height() + BELOW)
    choice.moveTop(top)
    field.moveTop(top)
    return Places(name, choice, field, known)


def _widths(width: float, look: Look) -> tuple[float, float]:
    """What name and facts have beside each other: less where it is narrow, step by step."""
    who, facts = float(look.measure(WHO)), float(look.measure(FACTS))
    room = width - 2 * SIDE - 2 * GAP - choice_width(look) - 4
    missing = look.measure(WORDS_LEAST) - (room - who - facts)
    if missing < 0:
        facts -= missing * 0.3
    for of_facts, of_who in NARROWING:
        given = min(max(0.0, missing), max(0.0, facts - look.measure(FACTS) * of_facts))
        facts, missing = facts - given, missing - given
        given = min(max(0.0, missing), max(0.0, who - look.measure(WHO) * of_who))
        who, missing = who - given, missing - given
    return who, facts


def is_stacked(width: float, look: Look) -> bool:
    """Whether a row is so narrow that promises and praise go below its field."""
    return _widths(width, look)[1] < look.measure(FACTS) * STACKED


def names_of(line: WeekLine) -> Lines:
    """Who it is, and the check-ins of next week."""
    return (line.row.person.name, "body", "text"), (line.check_ins, "caption", "text-muted")


def facts_of(line: WeekLine) -> Lines:
    """What was promised, and praise that waits."""
    late = "warning" if line.is_late else "text-muted"
    return (line.promises, "caption", late), (line.untold, "caption", "text-muted")


def broken(lines: Lines, width: float, most: int, look: Look) -> Lines:
    """Words, role and colour of each line that is painted, one below the other."""
    return tuple(
        (part, role, token)
        for words, role, token in lines
        for part in (look.wrapped(role, words, int(width), most)[0] if words else ())
    )


def height_of(lines: Lines, look: Look) -> float:
    """How high lines stand together."""
    return sum(look.metrics(role).height() for _, role, _ in lines)


def _facts_height(line: WeekLine, width: float, look: Look) -> float:
    return height_of(broken(facts_of(line), width, MOST_FACT, look), look)


def choice_width(look: Look) -> int:
    """Room for the longest choice, as the field for it has it."""
    return max(look.advance("body", words) for words in notice_words().values()) + BESIDE_CHOICE


def field_height(look: Look) -> int:
    """The height of a line that is typed into."""
    return look.row("body", 6, FIELD)


def least_height(look: Look) -> int:
    """Two lines of words, or a field, and a little air."""
    words = look.metrics("body").height() + look.metrics("caption").height()
    return max(look.measure(44), words + 8, field_height(look) + 8)


def row_height(line: WeekLine, width: int, look: Look) -> int:
    """As high as its words need in that width."""
    places = lay_out(QRectF(0, 0, width, 0), look, line)
    name = height_of(broken(names_of(line), places.who.width(), MOST_NAME, look), look)
    if is_stacked(width, look):
        beside = places.facts.bottom() - places.field.top()
    else:
        beside = _facts_height(line, places.facts.width(), look)
    return max(least_height(look), ceil(name) + 8, ceil(beside) + 8)


class WeekRowDelegate(RowDelegate):
    """Shows `WeekLine`s; the row that is typed into lies under its fields."""

    @override
    def row_height(self, index: Index, width: int) -> int:
        """As many lines as its words need."""
        return row_height(index.data(RECORD_ROLE), width, self.look)

    @override
    def paint_ground(
        self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """None: the fields show which row is typed into."""

    @override
    def paint_row(
        self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Name and next week's check-in, the field as it stands, promises and untold praise."""
        line: WeekLine = index.data(RECORD_ROLE)
        places = lay_out(rect, self.look, line)
        places = places.mirrored(rect) if is_mirrored(option) else places
        side = start_side(option)
        self._paint_lines(painter, places.who, names_of(line), MOST_NAME, side)
        self._paint_lines(painter, places.facts, facts_of(line), MOST_FACT, side)
        self._paint_field(painter, places, line, side)

    def _paint_lines(
        self, painter: QPainter, rect: QRectF, words: Lines, most: int, side: Qt.AlignmentFlag
    ) -> None:
        """One line below the other; one alone stands in the middle."""
        lines = broken(words, rect.width(), most, self.look)
        top = rect.center().y() - height_of(lines, self.look) / 2
        for text, role, token in lines:
            height = self.look.metrics(role).height()
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
