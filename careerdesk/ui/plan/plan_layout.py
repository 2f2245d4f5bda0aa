"""Where everything on a plan card stands; painting, hit tests and tooltips share it."""

from __future__ import annotations

from dataclasses import field

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QStyle

from careerdesk.dataclass import dataclass
from careerdesk.i18n import tr
from careerdesk.ui.base.texts import percent
from careerdesk.ui.plan.plan_words import KEY_RESULTS, Card, CardChip
from careerdesk.ui.theme.look import Look
from careerdesk.ui.theme.paint import CHIP_ICON, CHIP_PADDING, chip_height, chip_width
from careerdesk.ui.widgets.drag_picture import HANDLE

PADDING = 10
SIDE = 14
BAR = (84, 6)
LINE = 56  # the width of the small line of values
STATE_ICON = 14
TITLE_LINES = 2
CHIP_LINES = 3  # of one chip with long words
MOST_ROWS = 4  # below the title
ROW_GAP = 4
GAP = 8
LEAST_PART = 60  # what is left at the end of a row is used from this width on


@dataclass(frozen=True, slots=True)
class PlacedChip:
    """A chip with its place, its words on their lines, and whether some are cut there."""

    rect: QRect
    cut: bool
    chip: CardChip
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlacedLabel:
    """Quiet words with their place."""

    rect: QRect
    text: str


@dataclass(frozen=True, slots=True)
class CardLayout:
    """The rectangles of a card, mirrored where the text runs from right to left."""

    handle: QRect
    title: QRect
    lines: tuple[str, ...]
    cut: bool
    due: QRect
    state_icon: QRect
    state: QRect
    bar: QRect | None
    measure: QRect
    measure_text: str
    moved: QRect | None
    labels: tuple[PlacedLabel, ...]
    chips: tuple[PlacedChip, ...]
    hidden: tuple[CardChip, ...]
    more: QRect | None

    def chip_at(self, point: QPoint) -> CardChip | None:
        """The chip under a point."""
        return next((p.chip for p in self.chips if p.rect.contains(point)), None)


def title_line(look: Look) -> int:
    """The height of one line of a card's title."""
    return max(round(look.metrics("card").height() * 1.15), look.measure(19))


def card_height(card: Card, width: int, look: Look) -> int:
    """The height of a card at rest; it stays as high where one looks closer."""
    frame = QRect(0, 0, width, 0)
    lines, _ = title_lines(card.title, card.due, width, look)
    flow = _Flow(_below_title(frame, look, len(lines)), MOST_ROWS, look)
    _place_row(card, flow, look)
    _place_chips((*card.hints[:1], *card.chips), flow, look)
    return flow.bottom + PADDING


def title_width(due: str, width: int, look: Look) -> int:
    """The room for the title beside the handle and the due date."""
    taken = look.advance("caption", due)
    return max(60, width - 8 - HANDLE - 6 - SIDE - 10 - taken)


def title_lines(title: str, due: str, width: int, look: Look) -> tuple[tuple[str, ...], bool]:
    """The title in the lines it takes beside *due*, and whether something of it was cut."""
    return look.wrapped("card", title, title_width(due, width, look), TITLE_LINES)


def lay_out(
    card: Card, frame: QRect, look: Look, direction: Qt.LayoutDirection, *, closer: bool = False
) -> CardLayout:
    """Place the parts of a card inside its edge; *closer*: with all hints, as far as they fit."""
    lines, cut = title_lines(card.title, card.due, frame.width(), look)
    title, due = _place_first_line(card, frame, look, len(lines))
    row = _below_title(frame, look, len(lines))
    flow = _Flow(row, _rows_at_rest(card, row, look), look)
    state_icon, state, bar, measure, measure_text, moved, labels = _place_row(card, flow, look)
    shown = card.hints if closer else card.hints[:1]
    chips, hidden, more = _place_chips((*shown, *card.chips), flow, look)

    def mirrored(part: QRect) -> QRect:
        """The part as it lies in this direction of reading."""
        return QStyle.visualRect(direction, frame, part)

    return CardLayout(
        handle=mirrored(QRect(frame.left() + 8, title.top(), HANDLE, title_line(look))),
        title=mirrored(title),
        lines=lines,
        cut=cut,
        due=mirrored(due),
        state_icon=mirrored(state_icon),
        state=mirrored(state),
        bar=mirrored(bar) if bar else None,
        measure=mirrored(measure),
        measure_text=measure_text,
        moved=mirrored(moved) if moved else None,
        labels=tuple(PlacedLabel(mirrored(one.rect), one.text) for one in labels),
        chips=tuple(PlacedChip(mirrored(c.rect), c.cut, c.chip, c.lines) for c in chips),
        hidden=hidden,
        more=mirrored(more) if more else None,
    )


def _rows_at_rest(card: Card, row: QRect, look: Look) -> int:
    """How many rows there are with one hint: others must not make the card higher."""
    flow = _Flow(row, MOST_ROWS, look)
    _place_row(card, flow, look)
    _place_chips((*card.hints[:1], *card.chips), flow, look)
    return flow.rows


def _below_title(frame: QRect, look: Look, lines: int) -> QRect:
    """The first row below a title of so many lines."""
    left = frame.left() + 8 + HANDLE + 6
    top = frame.top() + PADDING + title_line(look) * lines + 7
    return QRect(left, top, frame.right() - SIDE - left + 1, chip_height(look))


def _place_first_line(card: Card, frame: QRect, look: Look, lines: int) -> tuple[QRect, QRect]:
    """Where title and due date stand."""
    line, left, top = title_line(look), frame.left() + 8 + HANDLE + 6, frame.top() + PADDING
    width = look.advance("caption", card.due) + 1
    title = QRect(left, top, title_width(card.due, frame.width(), look), line * lines)
    return title, QRect(frame.right() - SIDE - width + 1, top, width, line)


@dataclass(slots=True)
class _Flow:
    """Hands out room on rows from their start to their end, and goes on in the next one.

    It counts in numbers: a plan has hundreds of cards, and each asks a dozen times.
    """

    row: QRect
    most: int
    look: Look
    rows: int = 1
    start: int = field(init=False)
    end: int = field(init=False)
    high: int = field(init=False)
    top: int = field(init=False)
    bottom: int = field(init=False)
    at: int = field(init=False)

    def __post_init__(self) -> None:
        row = self.row
        self.at = self.start = row.left()
        self.end, self.top, self.high = row.right() + 1, row.top(), row.height()
        self.bottom = self.top + self.high

    @property
    def left(self) -> int:
        """How much room there still is on the row."""
        return self.end - self.at

    @property
    def width(self) -> int:
        """How much room there is on a fresh row."""
        return self.end - self.start

    @property
    def is_fresh(self) -> bool:
        """Whether nothing stands on the row yet."""
        return self.at == self.start

    @property
    def is_last(self) -> bool:
        """Whether there may be no further row."""
        return self.rows >= self.most

    def take(self, width: int, gap: int, height: int = 0) -> QRect:
        """The next part of the row, with a gap behind it."""
        high = height or self.high
        rect = QRect(self.at, self.top, width, high)
        self.at += width + gap
        self.bottom = max(self.bottom, self.top + high)
        return rect

    def break_row(self) -> None:
        """Go on in the next row."""
        self.top = self.bottom + ROW_GAP
        self.at, self.bottom = self.start, self.top + self.high
        self.rows += 1


_Row = tuple[QRect, QRect, QRect | None, QRect, str, QRect | None, list[PlacedLabel]]


def _place_row(card: Card, flow: _Flow, look: Look) -> _Row:
    """State, progress, how the value went, and the quiet words."""
    icon = flow.take(STATE_ICON, 5)
    state = flow.take(look.advance("caption", card.state_text) + 3, GAP)
    bar, measure, words = _place_progress(card, flow, look)
    moved = None
    if card.moved and flow.left >= LINE:
        moved = flow.take(LINE, GAP)
    labels = []
    for text in card.labels:
        width = min(look.advance("caption", text) + 3, flow.width)
        if width > flow.left and not flow.is_last:
            flow.break_row()
        if width <= flow.left:
            labels.append(PlacedLabel(flow.take(width, GAP + 2), text))
    return icon, state, bar, measure, words, moved, labels


def _place_progress(card: Card, flow: _Flow, look: Look) -> tuple[QRect | None, QRect, str]:
    if card.progress is None:
        hinted = any(chip.field == KEY_RESULTS for chip in card.hints)
        words = "" if hinted else tr("not measured")
        width = look.advance("caption", words) + 1 if words else 0
        return None, flow.take(width, GAP if words else 0), words
    bar = flow.take(BAR[0], GAP)
    bar = QRect(bar.left(), bar.center().y() - BAR[1] // 2 + 1, BAR[0], BAR[1])
    words = percent(card.progress)
    width = max(look.measure(28), look.advance("caption", words) + 1)
    return bar, flow.take(width, GAP), words


def _place_chips(
    chips: tuple[CardChip, ...], flow: _Flow, look: Look
) -> tuple[list[PlacedChip], tuple[CardChip, ...], QRect | None]:
    """Chips one after the other, long ones on lines of their own; what has no room is counted."""
    placed: list[PlacedChip] = []
    for at, chip in enumerate(chips):
        wanted = chip_width(look, chip.text, chip.icon)
        rest = len(chips) - at - 1
        reserve = chip_width(look, f"+{rest}") + GAP if rest and flow.is_last else 0
        if wanted > flow.left - reserve and not flow.is_last:
            if not flow.is_fresh:
                flow.break_row()
            reserve = chip_width(look, f"+{rest}") + GAP if rest and flow.is_last else 0
        room = flow.left - reserve
        if wanted > room and (room < LEAST_PART or (flow.is_last and placed)):
            hidden = chips[at:]
            return placed, hidden, flow.take(chip_width(look, f"+{len(hidden)}"), 0)
        placed.append(_placed(chip, min(wanted, room), wanted, flow, look))
    return placed, (), None


def _placed(chip: CardChip, width: int, wanted: int, flow: _Flow, look: Look) -> PlacedChip:
    if wanted <= width:
        return PlacedChip(flow.take(width, GAP), cut=False, chip=chip, lines=(chip.text,))
    inner = width - 2 * CHIP_PADDING - 2 - (CHIP_ICON + 5 if chip.icon else 0)
    lines, cut = look.wrapped("caption", chip.text, max(20, inner), CHIP_LINES)
    return PlacedChip(flow.take(width, GAP, pill_height(look, len(lines))), cut, chip, lines)


def pill_height(look: Look, lines: int) -> int:
    """The height of a chip with so many lines of words."""
    return chip_height(look) + (lines - 1) * look.metrics("caption").height()
