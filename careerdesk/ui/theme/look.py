"""Everything a painter needs to know about the look, frozen: colours, fonts, measures, icons."""

from __future__ import annotations

from dataclasses import field, replace
from typing import Protocol

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontInfo,
    QFontMetrics,
    QIcon,
    QPainter,
    QPen,
    QPixmap,
    QTransform,
)

from careerdesk.dataclass import dataclass
from careerdesk.ui.theme.icons import Icons
from careerdesk.ui.theme.tokens import Tokens
from careerdesk.ui.theme.wrapping import Wrapped, wrapped

# Role: points above the system's size, weight.
ROLES: dict[str, tuple[float, QFont.Weight]] = {
    "display": (10, QFont.Weight.DemiBold),
    "title": (7, QFont.Weight.DemiBold),
    "question": (3, QFont.Weight.DemiBold),
    "heading": (2, QFont.Weight.DemiBold),
    "lead": (0.5, QFont.Weight.Normal),
    "card": (0.5, QFont.Weight.Medium),
    "body": (0, QFont.Weight.Normal),
    "strong": (0, QFont.Weight.DemiBold),
    "caption": (-1.5, QFont.Weight.Normal),
    "label": (-1.5, QFont.Weight.DemiBold),
}
SMALLEST = 8.0  # points
DESIGN_PIXELS = 10 * 96 / 72  # the measures are drawn for 10 points at 96 to the inch
HATCH_PERIOD = 11  # along the edge; the lines are 8 apart


def role_font(role: str, base: QFont) -> QFont:
    """The font of a role (see ROLES), sized from the system's font."""
    above, weight = ROLES[role]
    font = QFont(base)
    font.setPointSizeF(max(SMALLEST, _points(base) + above))
    font.setWeight(weight)
    return font


def blend(ground: QColor, ink: QColor, part: float) -> QColor:
    """The colour of `ink` at `part` opacity over `ground`."""
    below = (ground.redF(), ground.greenF(), ground.blueF())
    above = (ink.redF(), ink.greenF(), ink.blueF())
    mixed = (low + (high - low) * part for low, high in zip(below, above, strict=True))
    return QColor.fromRgbF(*mixed)


NARROW = 3  # pixels of a letter; more of these than there is room for are laid out
ROUNDED = 8  # pixels, by which words of several scripts may be wider on a line than measured
REMEMBERED = 2_000


class Marking:
    """What paints the marks on words that are looked for: nothing, while nobody looks.

    One for all looks of a theme, so that marks stay on whatever is painted in the next one.
    """

    __slots__ = ("marks",)

    def __init__(self) -> None:
        self.marks: PaintsMarks | None = None


class PaintsMarks(Protocol):
    """Lays marks on a line of text, before its words are painted.

    With `phrase` they are of what is typed to be found on the page, whoever's words it stands in.
    """

    phrase: bool

    def paint(
        self,
        painter: QPainter,
        look: Look,
        rect: QRectF,
        text: str,
        line: str,
        role: str,
        align: Qt.AlignmentFlag,
    ) -> None:
        """Mark what is looked for in *text*, of which *line* is painted in *rect*."""


@dataclass(frozen=True, eq=False)
class Look:
    """One theme ready to paint with; a new one is made when the theme or the font changes."""

    name: str
    colour: Tokens[QColor]
    base: QFont
    icons: Icons
    marking: Marking = field(default_factory=Marking, repr=False)
    _fonts: dict[str, tuple[QFont, QFontMetrics]] = field(default_factory=dict, repr=False)
    _hatches: dict[float, QBrush] = field(default_factory=dict, repr=False)
    _widths: dict[tuple[str, str], int] = field(default_factory=dict, repr=False)
    _lines: dict[tuple[str, str, int], str] = field(default_factory=dict, repr=False)
    _wrapped: dict[tuple[str, str, int, int], Wrapped] = field(default_factory=dict, repr=False)
    _measures: dict[float, int] = field(default_factory=dict, repr=False)

    @property
    def high_contrast(self) -> bool:
        """Whether edges count for more than grounds."""
        return self.name == "high_contrast"

    @property
    def focus_width(self) -> int:
        """The width of the focus ring."""
        return 3 if self.high_contrast else 2

    @property
    def selected_width(self) -> int:
        """The width of the edge of a selected card."""
        return 3 if self.high_contrast else 2

    def font(self, role: str) -> QFont:
        """The font of a role: display, title, question, heading, lead, card, body, …"""
        return self._sized(role)[0]

    def metrics(self, role: str) -> QFontMetrics:
        """The metrics of a role's font."""
        return self._sized(role)[1]

    def advance(self, role: str, words: str) -> int:
        """How wide words are in a role's font; remembered, since rows ask again and again."""
        key = (role, words)
        if key not in self._widths:
            if len(self._widths) >= REMEMBERED:
                self._widths.clear()
            self._widths[key] = self.metrics(role).horizontalAdvance(words)
        return self._widths[key]

    def line(self, role: str, words: str, width: int) -> str:
        """Words on one line of that width, as `elided` cuts them; remembered too."""
        key = (role, words, width)
        if key not in self._lines:
            if len(self._lines) >= REMEMBERED:
                self._lines.clear()
            self._lines[key] = elided(self.metrics(role), words, width)
        return self._lines[key]

    def wrapped(self, role: str, words: str, width: int, most: int) -> Wrapped:
        """Words on at most so many lines, as `wrapping.wrapped` breaks them; remembered too."""
        key = (role, words, width, most)
        if key not in self._wrapped:
            if len(self._wrapped) >= REMEMBERED:
                self._wrapped.clear()
            one_line = self._fits(role, words, width)
            self._wrapped[key] = (
                ((words.strip(),), False)
                if one_line
                else wrapped(words, self.font(role), width, most)
            )
        return self._wrapped[key]

    def _fits(self, role: str, words: str, width: int) -> bool:
        """Whether words surely take one line: that is found without laying them out."""
        room = width - ROUNDED
        if not words.isprintable() or len(words) * NARROW > room:
            return False
        if words.isascii() and len(words) * self._widest(role) <= room:
            return True
        return self.metrics(role).horizontalAdvance(words) <= room

    def _widest(self, role: str) -> int:
        """How wide the widest letter of a role's font is, of those every keyboard has."""
        return max(self.advance(role, "W"), self.advance(role, "@"))

    def measure(self, pixels: float) -> int:
        """A measure of the drawings, grown with the system's font but never smaller."""
        if pixels not in self._measures:
            grown = pixels * QFontInfo(self.base).pixelSize() / DESIGN_PIXELS
            self._measures[pixels] = max(round(pixels), round(grown))
        return self._measures[pixels]

    def row(self, role: str, padding: int, least: int) -> int:
        """The height of a row: one line of the role and padding above and below, at least so."""
        return max(least, self.metrics(role).height() + 2 * padding)

    def for_area(self, room: str) -> Look:
        """The same look in a room: in `review` its colours stand for those of growth."""
        if room != "review":
            return self
        own = self.colour
        tinted = replace(
            own,
            growth=own.review,
            growth_soft=own.review_soft,
            on_growth=own.on_review,
            surface=own.review_ground,
            raised=own.review_raised,
            selection=own.review_soft,
            selection_text=own.text,
        )
        return replace(self, colour=tinted, _hatches={})

    def faint(self, token: str, part: float = 0.6) -> QColor:
        """A token's colour at an opacity: 0.6 for what is disabled, 0.35 for what is dragged."""
        colour = QColor(self.colour.named(token))
        colour.setAlphaF(part)
        return colour

    def hover(self, token: str = "ground", part: float = 0.06) -> QColor:
        """A ground with some text colour in it: 6 % under the pointer, 12 % pressed."""
        return blend(self.colour.named(token), self.colour.text, part)

    def icon(self, name: str, token: str = "text-muted", size: int = 16, air: int = 0) -> QIcon:
        """An icon for buttons and menus, sharp on the screen with the most pixels."""
        inks = (self.colour.named(token), self.colour.text_muted)
        return self.icons.icon(name, inks, size, _ratio(), air)

    def paint_icon(
        self, painter: QPainter, name: str, rect: QRectF, size: int, token: str = "text-muted"
    ) -> None:
        """Paint an icon in the middle of a rectangle."""
        self.icons.paint_centred(painter, name, rect, size, self.colour.named(token))

    def hatch(self, ratio: float) -> QBrush:
        """The ground of all that is private, made once for each pixel ratio."""
        if ratio not in self._hatches:
            self._hatches[ratio] = self._hatched(ratio)
        return self._hatches[ratio]

    def _hatched(self, ratio: float) -> QBrush:
        edge = round(HATCH_PERIOD * ratio)
        tile = QPixmap(edge, edge)
        tile.fill(self.colour.private_ground)
        painter = QPainter(tile)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.colour.private_hatch, ratio))
        for shift in (-edge, 0, edge):  # the neighbours' lines, so that the corners meet
            painter.drawLine(shift - 2, edge + 2, shift + edge + 2, -2)
        painter.end()
        brush = QBrush(tile)
        brush.setTransform(QTransform.fromScale(1 / ratio, 1 / ratio))
        return brush

    def _sized(self, role: str) -> tuple[QFont, QFontMetrics]:
        if role not in self._fonts:
            font = role_font(role, self.base)
            self._fonts[role] = (font, QFontMetrics(font))
        return self._fonts[role]


def elided(metrics: QFontMetrics, text: str, width: float) -> str:
    """The text on one line, cut at its end with an ellipsis where it does not fit."""
    line = text.replace("\n", " ")
    return metrics.elidedText(line, Qt.TextElideMode.ElideRight, int(width))


def _points(font: QFont) -> float:
    return font.pointSizeF() if font.pointSizeF() > 0 else QFontInfo(font).pointSizeF()


def _ratio() -> float:
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance()
    return app.devicePixelRatio() if isinstance(app, QApplication) else 1.0
