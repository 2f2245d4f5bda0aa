"""Where everything on a plan card stands; painting, hit tests and tooltips share it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QStyle

from careerdesk.ui.base.texts import percent, tr
from careerdesk.ui.plan.plan_words import KEY_RESULTS, Card, CardChip
from careerdesk.ui.theme.look import Look
from careerdesk.ui.theme.paint import chip_height, chip_width
from careerdesk.ui.widgets.drag_picture import HANDLE

PADDING = 10
SIDE = 14
BAR = (84, 6)
STATE_ICON = 14
TITLE_LINES = 2
LEAST_CHIP = 60


@dataclass(frozen=True, slots=True)
class PlacedChip:
    """A chip with its place, and whether its words are cut there."""

    rect: QRect
    cut: bool
    chip: CardChip


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
    chips: tuple[PlacedChip, ...]
    hidden: tuple[CardChip, ...]
    more: QRect | None

    def chip_at(self, point: QPoint) -> CardChip | None:
        """The chip under a point."""
        return next((p.chip for p in self.chips if p.rect.contains(point)), None)


def title_line(look: Look) -> int:
    """The height of one line of a card's title."""
    return max(round(look.metrics("card").height() * 1.15), look.measure(19))


def second_line(look: Look) -> int:
    """The height of the line of state, progress and chips."""
    return chip_height(look)


def card_height(look: Look, lines: int) -> int:
    """The height of a card with so many lines of title."""
    return 2 * PADDING + lines * title_line(look) + 7 + second_line(look)


def title_width(due: str, width: int, look: Look) -> int:
    """The room for the title beside the handle and the due date."""
    taken = look.advance("caption", due)
    return max(60, width - 8 - HANDLE - 6 - SIDE - 10 - taken)


def title_lines(title: str, due: str, width: int, look: Look) -> tuple[tuple[str, ...], bool]:
    """The title in the lines it takes beside *due*, and whether something of it was cut."""
    return look.wrapped("card", title, title_width(due, width, look), TITLE_LINES)


def lay_out(card: Card, frame: QRect, look: Look, direction: Qt.LayoutDirection) -> CardLayout:
    """Place the parts of a card inside its edge."""
    lines, cut = title_lines(card.title, card.due, frame.width(), look)
    left = frame.left() + 8 + HANDLE + 6
    title, due = _place_first_line(card, frame, look, len(lines))
    row = QRect(left, title.bottom() + 8, frame.right() - SIDE - left + 1, second_line(look))
    placer = _Placer(row)
    state_icon = placer.take(STATE_ICON, 5)
    state = placer.take(look.advance("caption", card.state_text) + 3, 8)
    bar, measure, measure_text = _place_progress(card, placer, look)
    chips, hidden, more = _place_chips(card.chips, placer, look)

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
        chips=tuple(PlacedChip(mirrored(c.rect), c.cut, c.chip) for c in chips),
        hidden=hidden,
        more=mirrored(more) if more else None,
    )


def _place_first_line(card: Card, frame: QRect, look: Look, lines: int) -> tuple[QRect, QRect]:
    """Where title and due date stand."""
    line, left, top = title_line(look), frame.left() + 8 + HANDLE + 6, frame.top() + PADDING
    width = look.advance("caption", card.due) + 1
    title = QRect(left, top, title_width(card.due, frame.width(), look), line * lines)
    return title, QRect(frame.right() - SIDE - width + 1, top, width, line)


class _Placer:
    """Hands out room on a line from its start to its end."""

    def __init__(self, row: QRect) -> None:
        self.row = row
        self.at = row.left()

    @property
    def left(self) -> int:
        """How much room there still is."""
        return self.row.right() + 1 - self.at

    def take(self, width: int, gap: int) -> QRect:
        """The next part of the line, with a gap behind it."""
        rect = QRect(self.at, self.row.top(), width, self.row.height())
        self.at += width + gap
        return rect


def _place_progress(card: Card, placer: _Placer, look: Look) -> tuple[QRect | None, QRect, str]:
    metrics = look.metrics("caption")
    if card.progress is None:
        hinted = any(chip.field == KEY_RESULTS for chip in card.chips)
        words = "" if hinted else tr("no measure")
        width = metrics.horizontalAdvance(words) + 1 if words else 0
        return None, placer.take(width, 8 if words else 0), words
    bar = placer.take(BAR[0], 8)
    bar = QRect(bar.left(), bar.center().y() - BAR[1] // 2 + 1, BAR[0], BAR[1])
    words = percent(card.progress)
    width = max(look.measure(28), metrics.horizontalAdvance(words) + 1)
    return bar, placer.take(width, 8), words


def _place_chips(
    chips: tuple[CardChip, ...], placer: _Placer, look: Look
) -> tuple[list[PlacedChip], tuple[CardChip, ...], QRect | None]:
    placed: list[PlacedChip] = []
    for at, chip in enumerate(chips):
        rest = len(chips) - at - 1
        reserve = chip_width(look, f"+{rest}") + 8 if rest else 0
        width = chip_width(look, chip.text, chip.icon)
        room = placer.left - reserve
        if width > room and (placed or room < LEAST_CHIP):
            hidden = chips[at:]
            return placed, hidden, placer.take(chip_width(look, f"+{len(hidden)}"), 0)
        placed.append(PlacedChip(placer.take(min(width, room), 8), width > room, chip))
    return placed, (), None
