"""How evidence lies over the months of a period: a bar for each, full where it is cited."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from careerdesk.compat import override
from careerdesk.domain.reviews.evidence import Month
from careerdesk.i18n import tr, trn
from careerdesk.ui.base.texts import Dates, number
from careerdesk.ui.theme.look import Look, blend
from careerdesk.ui.theme.paint import paint_plate, paint_text
from careerdesk.ui.theme.style import paint_ring
from careerdesk.ui.theme.theme import Theme

BAR = 44
LEAST_BAR = 8
GAP = 5
REST = 0.68  # of the colour, for what is there and not cited
RADIUS = 3
STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
CENTRE = Qt.AlignmentFlag.AlignHCenter


class MonthStrip(QWidget):
    """`picked` carries the month that was clicked or entered; the page says which one is chosen.

    Arrow keys walk the months, Enter or Space picks one. Its name is the whole strip in words,
    its description the month at hand.
    """

    picked = Signal(object)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        """Show no month yet."""
        super().__init__(parent)
        self._theme = theme
        self._months: tuple[Month, ...] = ()
        self._chosen: date | None = None
        self._at = 0
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        theme.changed.connect(self.updateGeometry)
        theme.changed.connect(self.update)

    def show_months(self, months: Sequence[Month], chosen: date | None = None) -> None:
        """Show these months, of which one may be chosen."""
        if len(months) != len(self._months):
            self._at = max((n for n, month in enumerate(months) if not month.ahead), default=0)
        self._months, self._chosen = tuple(months), chosen
        self.setAccessibleName(strip_words(self._months))
        self._tell()
        self.update()

    @property
    def month(self) -> Month | None:
        """The month that Enter picks."""
        return self._months[self._at] if self._at < len(self._months) else None

    def bar(self, place: int) -> QRectF:
        """Where the bar of a month stands, for anyone who wants to click it."""
        slot = self._slot(place)
        month = self._months[place]
        most = max((one.count for one in self._months), default=0)
        room = float(self._theme.look.measure(BAR))
        high = room if month.is_empty else max(LEAST_BAR, room * month.count / max(1, most))
        return QRectF(slot.left(), room - high, slot.width(), high)

    @override
    def sizeHint(self) -> QSize:
        """Bars, letters and counts; as wide as there is room."""
        look = self._theme.look
        line = look.metrics("caption").height() + 1
        return QSize(look.measure(360), look.measure(BAR) + 2 * line + 8)

    @override
    def minimumSizeHint(self) -> QSize:
        """Narrow bars are still told apart."""
        return QSize(120, self.sizeHint().height())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk, Home and End go to the ends, Enter picks."""
        key = Qt.Key(event.key())
        place = self._place_by(key)
        if place is not None:
            self._go(place)
        elif key in ENTER and self.month is not None:
            self._pick(self._at)
        else:
            super().keyPressEvent(event)

    def _place_by(self, key: Qt.Key) -> int | None:
        """Where a key leads; it may be beyond the ends."""
        if key in STEPS:
            return self._at + STEPS[key] * (-1 if self._mirrored else 1)
        return {Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(self._months) - 1}.get(key)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Pick the month under the pointer."""
        place = self._place(event.position())
        if place is not None and event.button() == Qt.MouseButton.LeftButton:
            self._go(place)
            self._pick(place)

    @override
    def event(self, event: QEvent) -> bool:
        """The month under the pointer says in a tooltip what it holds."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = self._place(QPointF(event.pos()))
            words = month_words(self._months[place]) if place is not None else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show which month the keys are on."""
        super().focusInEvent(event)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """No longer show it."""
        super().focusOutEvent(event)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Bars, letters and counts of all months that have begun."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = self._theme.look
        for place, month in enumerate(self._months):
            self._paint_words(painter, look, place, month)
            if month.is_empty:
                self._paint_empty(painter, look, self.bar(place))
            elif month.count:
                self._paint_bar(painter, look, self.bar(place), month)
        if self.hasFocus() and self.month is not None:
            slot = self._slot(self._at).adjusted(-1, 1, 1, -1)
            paint_ring(painter, look, slot, RADIUS)
        painter.end()

    @property
    def _mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _slot(self, place: int) -> QRectF:
        count = max(1, len(self._months))
        area = QRectF(self.rect()).adjusted(3, 0, -3, 0)
        wide = (area.width() - GAP * (count - 1)) / count
        drawn = count - 1 - place if self._mirrored else place
        return QRectF(area.left() + drawn * (wide + GAP), area.top(), max(2, wide), area.height())

    def _place(self, point: QPointF) -> int | None:
        for place in range(len(self._months)):
            if self._slot(place).adjusted(-GAP / 2, 0, GAP / 2, 0).contains(point):
                return place
        return None

    def _go(self, place: int) -> None:
        self._at = min(max(0, place), max(0, len(self._months) - 1))
        self._tell()
        self.update()

    def _tell(self) -> None:
        month = self.month
        self.setAccessibleDescription(month_words(month) if month else "")

    def _pick(self, place: int) -> None:
        if not self._months[place].ahead:
            self.picked.emit(self._months[place].first)

    def _paint_bar(self, painter: QPainter, look: Look, bar: QRectF, month: Month) -> None:
        full = look.colour.chart_4
        faint = blend(look.colour.surface, full, REST)
        chosen = month.first == self._chosen
        edge = look.colour.text if chosen else full if look.high_contrast else None
        paint_plate(painter, bar, faint, edge, radius=RADIUS, width=2 if chosen else 1)
        if month.cited:
            low = bar.height() * month.cited / month.count
            part = bar.adjusted(0, bar.height() - low, 0, 0)
            paint_plate(painter, part, full, look.colour.text if chosen else None, radius=RADIUS)

    def _paint_empty(self, painter: QPainter, look: Look, bar: QRectF) -> None:
        paint_plate(painter, bar, None, look.colour.line_strong, radius=RADIUS, dashed=True)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(_ink(look), Qt.BrushStyle.BDiagPattern))
        painter.drawRect(bar.adjusted(2, 2, -2, -2))

    def _paint_words(self, painter: QPainter, look: Look, place: int, month: Month) -> None:
        line = look.metrics("caption").height() + 1
        slot = self._slot(place)
        top = look.measure(BAR) + 4
        letter = QRectF(slot.left() - GAP / 2, top, slot.width() + GAP, line)
        chosen = month.first == self._chosen
        role, token = ("label", "text") if chosen else ("caption", "text-muted")
        paint_text(painter, look, letter, Dates.month_letter(month.first), role, token, CENTRE)
        below = letter.translated(0, line)
        if month.ahead:
            return
        beside = self._months[max(0, place - 1) : place + 2]
        alone = sum(one.is_empty for one in beside) == 1
        room = below.adjusted(-GAP, 0, GAP, 0) if alone else below  # digits leave room beside
        words = number(month.count, 0) if month.count else _empty_word(look, room.width())
        token = token if month.count else "warning"
        paint_text(painter, look, room, words, role, token, CENTRE)
        if chosen:
            painter.setPen(QPen(look.colour.review, 2))
            painter.drawLine(QPointF(slot.left(), below.bottom() + 1),
                             QPointF(slot.right(), below.bottom() + 1))  # fmt: skip


def _ink(look: Look) -> QColor:
    return look.colour.line_strong if look.high_contrast else look.colour.line


def _empty_word(look: Look, width: float) -> str:
    """*empty*, or a nought where a column is too narrow for the word."""
    word = tr("empty")
    return word if look.advance("caption", word) <= width else number(0, 0)


def month_words(month: Month) -> str:
    """*October 2026: 5 items, 3 cited*."""
    name = Dates.month(month.first)
    if month.ahead:
        return tr("{month}: not started yet", month=name)
    if not month.count:
        return tr("{month}: no evidence", month=name)
    return tr("{month}: {words}", month=name, words=count_words(month.count, month.cited))


def count_words(count: int, cited: int) -> str:
    """*5 items, 3 cited*."""
    items = trn("1 item", "{n} items", count)
    part = tr("{n} cited", n=cited) if cited else tr("none cited")
    return f"{items}, {part}"


def strip_words(months: Sequence[Month]) -> str:
    """*Evidence by month, January 2026 to December 2026: 29 items, 6 cited; July 2026 is empty*."""
    if not months:
        return tr("Evidence by month")
    period = Dates.period(months[0].first, months[-1].first)
    total = count_words(sum(one.count for one in months), sum(one.cited for one in months))
    said = tr("Evidence by month, {period}: {words}", period=period, words=total)
    empty = ", ".join(Dates.month(one.first) for one in months if one.is_empty)
    return tr("{said}; none in {months}", said=said, months=empty) if empty else said
