"""Where the parts of a brief's row stand: a function from words and a width to rectangles."""

from __future__ import annotations

from dataclasses import field

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QStyle

from careerdesk.dataclass import dataclass
from careerdesk.domain.brief_lines import LineKind
from careerdesk.domain.records import ItemState
from careerdesk.i18n import tr
from careerdesk.ui.base.state_tokens import STATE_TOKENS
from careerdesk.ui.base.texts import state_word
from careerdesk.ui.prepare.brief_rows import BriefRow, RowKind
from careerdesk.ui.theme.look import Look
from careerdesk.ui.theme.paint import chip_height, chip_width, mark_height, mark_width
from careerdesk.ui.widgets.tick_row import SIDE, line_height

ICON, GAP, PADDING = 16, 9, 5
INDENT = SIDE + ICON + GAP
CARD = 14
HEAD_GAP = 6  # above the heading of a section
ASIDE_PART = 0.46  # of a row's width at most; what is longer stands below
LEAST_BELOW = 110  # of room beside the words, for what is said below them
LINES = {
    LineKind.GOAL: 2, LineKind.NOTE: 1, LineKind.QUESTION: 6, LineKind.FEEDBACK: 2,
    LineKind.STYLE: 2, RowKind.BODY: 40,
}  # fmt: skip
MOST_LINES = 4


@dataclass(frozen=True, slots=True)
class Piece:
    """One line of text; `end`: at the end of its rectangle."""

    rect: QRect
    text: str
    role: str = "body"
    token: str = "text"
    end: bool = False


@dataclass(slots=True)
class RowPlaces:
    """The parts of a row, for reading from the left and from the top at 0."""

    height: int = 0
    pieces: list[Piece] = field(default_factory=list)
    icon: tuple[QRect, str, str] | None = None
    chips: list[tuple[QRect, str]] = field(default_factory=list)
    links: list[tuple[QRect, str, str]] = field(default_factory=list)
    mark: QRect | None = None
    lock: QRect | None = None
    card: QRect | None = None
    rule: QRect | None = None


def lay_out_row(row: BriefRow, width: int, look: Look) -> RowPlaces:
    """Place the parts of a row that has no box."""
    make = {
        RowKind.HEAD: _heading,
        LineKind.DRIVES: _drives,
        LineKind.QUESTION: _question,
        RowKind.BODY: _body,
        RowKind.ADD_POINT: _field,
    }.get(row.kind, _line)
    return make(row, width, look)


def turned(rect: QRect, row: QRect, direction: Qt.LayoutDirection) -> QRect:
    """A rectangle of a row that begins at 0, 0, where it stands in the list."""
    there = rect.translated(row.topLeft())
    return QStyle.visualRect(direction, row, there)


def _heading(row: BriefRow, width: int, look: Look) -> RowPlaces:
    high = look.row("heading", 3, 28)
    top = HEAD_GAP
    caption = min(look.advance("caption", row.aside) + 2, width // 2) if row.aside else 0
    start = SIDE + 18 + 8
    end = width - SIDE
    places = RowPlaces(top + high + 3)
    places.icon = (QRect(SIDE, top, 18, high), row.icon, "text")
    title = QRect(start, top, max(40, end - caption - 12 - start - row.room), high)
    places.pieces = [
        Piece(title, row.text, "heading"),
        Piece(QRect(end - caption - row.room, top, caption, high), row.aside, "caption",
              "text-muted", end=True),
    ]  # fmt: skip
    places.rule = QRect(0, top + high, width, 1)
    return places


def _field(row: BriefRow, _width: int, look: Look) -> RowPlaces:
    return RowPlaces(max(row.room, look.row("body", 7, 34)))


def _body(row: BriefRow, width: int, look: Look) -> RowPlaces:
    role = "strong" if row.heading else "body"
    point = look.advance("body", row.aside) if row.aside else 0
    left, line = INDENT + point, line_height(look)
    lines = look.wrapped(role, row.text, max(40, width - left), LINES[RowKind.BODY])[0]
    above = 4 if row.heading else 1
    places = RowPlaces(above + line * len(lines) + 1)
    if row.aside:
        places.pieces.append(Piece(QRect(INDENT, above, point + 2, line), row.aside))
    places.pieces += _lines(lines, QRect(left, above, width - left, line), role, "text")
    return places


def _line(row: BriefRow, width: int, look: Look) -> RowPlaces:
    """Icon or state, words on some lines, small words at the right or below, links, a mark."""
    line = line_height(look)
    places = RowPlaces()
    left = _start(row, places, line, look)
    end = _ends(row, places, width, line, look)
    beside = bool(row.aside) and look.advance("caption", row.aside) <= width * ASIDE_PART
    beside = beside and row.kind not in (LineKind.FEEDBACK, LineKind.WISH)
    if beside:
        wide = look.advance("caption", row.aside) + 2
        token = "warning" if row.warned else "text-muted"
        rect = QRect(end - wide, PADDING, wide, line)
        places.pieces.append(Piece(rect, row.aside, "caption", token, end=True))
        end -= wide + 12
    role, token = _ink(row)
    room = max(40, end - left)
    lines = look.wrapped(role, row.text, room, LINES.get(row.kind, MOST_LINES))[0]
    places.pieces += _lines(lines, QRect(left, PADDING, room, line), role, token)
    bottom = PADDING + line * len(lines)
    small = " · ".join(filter(None, ("" if beside else row.aside, row.below)))
    used = look.advance(role, lines[-1]) if lines else 0
    if small and len(lines) == 1 and room - used >= max(LEAST_BELOW, 12) and _inline(row):
        rect = QRect(left + used + 12, PADDING, room - used - 12, line)
        places.pieces.append(Piece(rect, small, "caption", "text-muted"))
    elif small:
        low = look.metrics("caption").height() + 2
        token = "warning" if row.warned and row.kind is LineKind.GOAL else "text-muted"
        rect = QRect(left, bottom, max(40, width - left - SIDE), low)
        most = 2 if row.kind is LineKind.GOAL else 1
        below = look.wrapped("caption", small, rect.width(), most)[0] if most > 1 else (small,)
        places.pieces += _lines(below, rect, "caption", token)
        bottom += low * len(below)
    places.height = max(28, bottom + PADDING)
    return places


def _inline(row: BriefRow) -> bool:
    return row.kind is LineKind.GOAL and row.state is not None


def _ink(row: BriefRow) -> tuple[str, str]:
    """Role and colour of the words."""
    if row.kind is RowKind.NOTHING:
        return "body", "text-muted"
    if row.kind in (RowKind.MORE, RowKind.ADD_FEEDBACK):
        return "strong", "growth"
    if row.kind is LineKind.PLAN and row.warned:
        return "body", "warning"
    return ("strong" if row.part == "when" else "body"), "text"


def _start(row: BriefRow, places: RowPlaces, line: int, look: Look) -> int:
    """Place the icon, or the state with its word; gives where the words begin.

    The titles of goals begin below each other, whatever their states.
    """
    if row.state is not None:
        token = STATE_TOKENS[row.state]
        name = "state-" + row.state.value.replace("_", "-")
        word = state_word(row.state)
        wide = max(look.advance("caption", state_word(one)) for one in ItemState) + 2
        places.icon = (QRect(SIDE, PADDING, ICON, line), name, token)
        rect = QRect(SIDE + ICON + 5, PADDING, wide, line)
        places.pieces.append(Piece(rect, word, "caption", token))
        return rect.right() + 1 + GAP
    icon = row.icon
    if row.unfolded is not None:
        icon = "chevron-down" if row.unfolded else "chevron-right"
    if not icon:
        return SIDE if row.kind is RowKind.NOTHING else INDENT
    token = "growth" if row.kind in (RowKind.MORE, RowKind.ADD_FEEDBACK) else "text-muted"
    token = "warning" if row.warned and row.kind is not LineKind.GOAL else token
    token = "success" if icon == "check" else token
    places.icon = (QRect(SIDE, PADDING, ICON, line), icon, token)
    return INDENT


def _ends(row: BriefRow, places: RowPlaces, width: int, line: int, look: Look) -> int:
    """Place what stands at the end: links, then the mark of what is private."""
    end = width - SIDE
    for link, label in reversed(row.links):
        wide = look.advance("strong", label) + 20
        places.links.insert(0, (QRect(end - wide, PADDING - 2, wide, line + 4), link, label))
        end -= wide + 6
    if row.private and row.kind in (LineKind.FEEDBACK, LineKind.STYLE):
        places.lock = QRect(end - 14, PADDING, 14, line)
        end -= 22
    elif row.private:
        wide, high = mark_width(look, tr("Private")), mark_height(look)
        places.mark = QRect(end - wide, PADDING + (line - high) // 2, wide, high)
        end -= wide + 8
    return end


def _drives(row: BriefRow, width: int, look: Look) -> RowPlaces:
    """Chips, one after the other, on as many lines as they need."""
    places = RowPlaces()
    high, x, y = chip_height(look), SIDE, PADDING
    for chip in row.chips:
        wide = min(chip_width(look, chip, "motivator"), width - 2 * SIDE)
        if x > SIDE and x + wide > width - SIDE:
            x, y = SIDE, y + high + 6
        places.chips.append((QRect(x, y, wide, high), chip))
        x += wide + 6
    places.height = y + high + PADDING
    return places


def _question(row: BriefRow, width: int, look: Look) -> RowPlaces:
    """A card: since when it was not asked, the question, the last answer, what can be done."""
    places = RowPlaces()
    left, room = CARD + 4, max(60, width - 2 * CARD - 4)
    small, body = look.metrics("caption").height() + 3, line_height(look)
    y = 10
    places.icon = (QRect(left, y, 14, small), "discovery", "text-muted")
    places.pieces.append(
        Piece(QRect(left + 20, y, room - 20, small), row.aside, "label", "text-muted")
    )
    y += small + 4
    high = look.metrics("question").height() + 2
    lines = look.wrapped("question", row.text, room, LINES[LineKind.QUESTION])[0]
    places.pieces += _lines(lines, QRect(left, y, room, high), "question", "text")
    y += high * len(lines) + 4
    answer = look.wrapped("body", row.below, room, 3)[0] if row.below else ()
    places.pieces += _lines(answer, QRect(left, y, room, body), "body", "text-muted")
    y += body * len(answer) + 4
    places.height = _link_row(row, places, QRect(left, y, room, body + 10), look) + 16
    places.card = QRect(0, 4, width, places.height - 10)
    return places


def _link_row(row: BriefRow, places: RowPlaces, at: QRect, look: Look) -> int:
    """Place links one after the other, on as many lines as they need; gives where they end."""
    x, y = at.left(), at.top()
    for link, label in row.links:
        wide = look.advance("strong", label) + (12 if places.links else 24)
        if x > at.left() and x + wide > at.right():
            x, y = at.left(), y + at.height() + 4
        places.links.append((QRect(x, y, wide, at.height()), link, label))
        x += wide + 4
    return y + at.height()


def _lines(lines: tuple[str, ...], first: QRect, role: str, token: str) -> list[Piece]:
    high = first.height()
    return [Piece(first.translated(0, n * high), line, role, token) for n, line in enumerate(lines)]
