"""Where the parts of a row of Today stand: functions of the row, a rectangle and the look."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from careerdesk.dataclass import dataclass
from careerdesk.ui.theme.look import Look
from careerdesk.ui.today.rows import RowAction, RowKind, TodayRow
from careerdesk.ui.widgets.cards import mirror
from careerdesk.ui.widgets.person_row import CIRCLE

ICON = 18
LEAD = 74
SIDE = 8
CARD_SIDE = 16
BETWEEN = 18  # two actions
AIR = 16
BELOW_CARD = 8
BUTTON = 32
LEAST_WORDS = 150  # of a title beside what can be done
MOST_LINES = 2
HEIGHTS = {RowKind.NEXT: 68, RowKind.PLAIN: 56, RowKind.SMALL: 40, RowKind.HEADING: 34}


@dataclass(frozen=True, slots=True)
class Places:
    """Where the parts stand; an empty one is not there. An action has its words and around it."""

    lead: QRectF
    lead_note: QRectF
    icon: QRectF
    title: QRectF
    caption: QRectF
    also: QRectF
    actions: tuple[tuple[RowAction, QRectF], ...]

    def mirrored(self, row: QRectF) -> Places:
        """The same for reading from the right."""
        actions = tuple((action, mirror(place, row)) for action, place in self.actions)
        return Places(
            mirror(self.lead, row),
            mirror(self.lead_note, row),
            mirror(self.icon, row),
            mirror(self.title, row),
            mirror(self.caption, row),
            mirror(self.also, row),
            actions,
        )


def role_of(row: TodayRow) -> str:
    """The font of a row's first line."""
    return "label" if row.kind is RowKind.HEADING else "card" if row.person else "body"


def action_role(row: TodayRow) -> str:
    """The font of its actions: only the next check-in's stand out."""
    return "strong" if row.kind is RowKind.NEXT else "body"


def row_height(row: TodayRow, width: float, look: Look) -> int:
    """What the lines need, at least the height of the drawing, and the air below a card."""
    least = look.measure(HEIGHTS[row.kind])
    if row.kind is RowKind.HEADING:
        return look.row("label", 8, least)
    needed = _text_height(row, width, look) + (AIR if row.kind is not RowKind.SMALL else 8)
    return max(least, round(needed)) + (BELOW_CARD if row.kind is RowKind.NEXT else 0)


def title_lines(row: TodayRow, width: float, look: Look) -> tuple[str, ...]:
    """The lines that the title takes in a row of that width."""
    title = " ".join(row.title.split())
    if row.person or row.kind is RowKind.HEADING:
        return (title,)
    room = int(_columns(row, QRectF(0, 0, width, 0), look).room)
    return look.wrapped(role_of(row), title, room, MOST_LINES)[0]


def lay_out(row: TodayRow, rect: QRectF, look: Look) -> Places:
    """Place the parts of a row in its rectangle, for reading from the left."""
    if row.kind is RowKind.NEXT:
        rect = rect.adjusted(0, 0, 0, -BELOW_CARD)
    columns = _columns(row, rect, look)
    left, room = columns.left, columns.room
    lines = len(title_lines(row, rect.width(), look))
    high = look.metrics(role_of(row)).height() * lines + 2.0
    low = look.metrics("caption").height() + 2.0
    top = rect.center().y() - (_text_height(row, rect.width(), look)) / 2
    start = rect.left() + _side(row)
    lead = QRectF(start, top, look.measure(LEAD) if row.lead else 0, high)
    size = _icon_size(row, look)
    middle = top + (high + (low if row.caption else 0)) / 2
    icon = QRectF(start + lead.width(), middle - size / 2, size, size)
    if row.kind is RowKind.HEADING:
        return _heading(row, rect, look, icon)
    caption = QRectF(left, top + high, room, low if row.caption else 0)
    also = QRectF(left, caption.bottom(), columns.also_room, _also_height(row, look))
    body = QRectF(rect.left(), top, rect.width(), high + caption.height())
    return Places(
        lead,
        QRectF(lead.left(), lead.bottom(), lead.width(), low),
        icon,
        QRectF(left, top, room, high),
        caption,
        also,
        (
            *_first_actions(row, body, also, look, below=columns.below),
            *_others(row, also, rect, look),
        ),
    )


def _heading(row: TodayRow, rect: QRectF, look: Look, icon: QRectF) -> Places:
    line = look.metrics("label").height()
    top = rect.bottom() - line - 6
    size = icon.width()
    icon = QRectF(rect.left() + SIDE, top + (line - size) / 2, size, size)
    left = icon.right() + 8 if row.icon else icon.left()
    words = min(look.advance("label", row.title) + 2.0, rect.right() - left)
    title = QRectF(left, top, words, line)
    rest = QRectF(title.right() + 10, top, max(0.0, rect.right() - title.right() - 10), line)
    return Places(QRectF(), QRectF(), icon, title, rest, QRectF(), ())


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where the words begin, how wide each line may be, whether the actions stand below them."""

    left: float
    room: float
    also_room: float
    below: bool


def _columns(row: TodayRow, rect: QRectF, look: Look) -> _Columns:
    left = rect.left() + _side(row) + (look.measure(LEAD) if row.lead else 0)
    size = _icon_size(row, look)
    left += size + (12 if size else 0)
    whole = max(0.0, rect.right() - _side(row) - left)
    used = _used(row, look)
    beside = max((_width(row, one, look) for one in row.shown if one.beside), default=0.0)
    room = whole - (used + 12 if used else 0)
    below = bool(used) and room < look.measure(LEAST_WORDS)
    also_room = max(0.0, whole - (beside + 12 if beside else 0))
    return _Columns(left, whole if below else room, also_room, below)


def _used(row: TodayRow, look: Look) -> float:
    """How wide the actions of the first reason are, side by side."""
    widths = [_width(row, action, look) for action in row.shown if not action.beside]
    return sum(widths) + BETWEEN * max(0, len(widths) - 1)


def _first_actions(
    row: TodayRow, body: QRectF, also: QRectF, look: Look, *, below: bool
) -> list[tuple[RowAction, QRectF]]:
    """What can be done about the first reason: beside its words, or in a line of its own."""
    high, used = _action_height(row, look), _used(row, look)
    right = body.right() - _side(row)
    place, top = right - used, body.center().y() - high / 2
    if below:
        place, top = max(body.left() + _side(row), min(also.left(), right - used)), also.bottom()
    found = []
    for action in row.shown:
        if not action.beside:
            width = _width(row, action, look)
            found.append((action, QRectF(place, top, width, high)))
            place += width + BETWEEN
    return found


def _action_height(row: TodayRow, look: Look) -> float:
    if row.kind is RowKind.NEXT:
        return float(look.row("strong", 6, look.measure(BUTTON)))
    return look.metrics("body").height() + 8.0


def _others(
    row: TodayRow, also: QRectF, rect: QRectF, look: Look
) -> list[tuple[RowAction, QRectF]]:
    """What can be done about the second reason, at the end of its line."""
    right = rect.right() - _side(row)
    found = []
    for action in row.shown:
        if action.beside:
            width = _width(row, action, look)
            found.append((action, QRectF(right - width, also.top(), width, also.height())))
    return found


def _width(row: TodayRow, action: RowAction, look: Look) -> float:
    words = look.advance(action_role(row), action.words) + 4.0
    return words + 28.0 if row.kind is RowKind.NEXT and action is row.shown[0] else words


def _text_height(row: TodayRow, width: float, look: Look) -> float:
    lines = len(title_lines(row, width, look))
    low = look.metrics("caption").height() + 2.0
    height = look.metrics(role_of(row)).height() * lines + 2.0
    height += (low if row.caption else 0) + _also_height(row, look)
    if _columns(row, QRectF(0, 0, width, 0), look).below:
        height += _action_height(row, look)
    return height


def _also_height(row: TodayRow, look: Look) -> float:
    return look.metrics("body").height() + 8.0 if row.also else 0.0


def _icon_size(row: TodayRow, look: Look) -> float:
    return float(look.measure(CIRCLE) if row.person else ICON if row.icon else 0)


def _side(row: TodayRow) -> int:
    return CARD_SIDE if row.kind is RowKind.NEXT else SIDE
