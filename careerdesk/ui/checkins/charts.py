"""Two charts of the last twelve months: how check-ins felt, and how many of them looked ahead."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from careerdesk.compat import override
from careerdesk.domain.charts import CheckInFact, MonthShare
from careerdesk.ui.base.texts import Dates, percent, signed
from careerdesk.ui.theme.look import Look
from careerdesk.ui.theme.paint import paint_text
from careerdesk.ui.theme.theme import Theme

HEIGHT = 150
AXIS = 44  # for the values at the side
STROKE = 1.75
DOT = 3.0
DEGREES = (2, 1, 0, -1, -2)
WIDEST_BAR = 28
CENTRE = Qt.AlignmentFlag.AlignHCenter
END = Qt.AlignmentFlag.AlignRight


class Chart(QWidget):
    """The frame of a chart; a subclass paints into `plot`. Its name is a sentence."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._theme = theme
        self._months: Sequence[date] = ()
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(theme.look.measure(220))
        theme.changed.connect(self.update)

    @override
    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        look = self._theme.look
        return QSize(look.measure(380), look.measure(HEIGHT))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Axes first, then what the chart is of."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = self._theme.look
        line = look.metrics("caption").height() + 4
        side = look.measure(AXIS)
        plot = QRectF(self.rect()).adjusted(side, line / 2, -6, -line)
        self._paint_months(painter, look, plot, line)
        self.paint_plot(painter, look, plot)
        painter.end()

    def paint_plot(self, painter: QPainter, look: Look, plot: QRectF) -> None:
        """Paint values; a subclass says how."""

    def _paint_months(self, painter: QPainter, look: Look, plot: QRectF, line: int) -> None:
        for place, month in enumerate(self._months):
            slot = self._slot(plot, place)
            words = Dates.month_letter(month)
            below = QRectF(slot.left(), plot.bottom() + 2, slot.width(), line)
            paint_text(painter, look, below, words, "caption", "text-muted", CENTRE)

    def _slot(self, plot: QRectF, place: int) -> QRectF:
        """The room of a month, from the side where reading begins."""
        count = len(self._months) or 1
        if self._is_mirrored:
            place = count - 1 - place
        wide = plot.width() / count
        return QRectF(plot.left() + place * wide, plot.top(), wide, plot.height())

    @property
    def _is_mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def paint_level(self, painter: QPainter, look: Look, plot: QRectF, y: float, w: str) -> None:
        """A horizontal line with its value at the side."""
        painter.setPen(QPen(look.colour.line, 1))
        painter.drawLine(QLineF(plot.left(), y, plot.right(), y))
        high = look.metrics("caption").height()
        beside = QRectF(0, y - high / 2, plot.left() - 6, high)
        paint_text(painter, look, beside, w, "caption", "text-muted", END)


class TemperatureChart(Chart):
    """What was said is a full line, what was sensed a dashed one; the gap lies between."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(theme, name, parent)
        self._check_ins: Sequence[CheckInFact] = ()

    def show_check_ins(
        self, check_ins: Sequence[CheckInFact], months: Sequence[date], words: str
    ) -> None:
        """Show check-ins by their day within the months; *words* say the same."""
        self._check_ins, self._months = check_ins, months
        self.setAccessibleName(words)
        self.update()

    @override
    def paint_plot(self, painter: QPainter, look: Look, plot: QRectF) -> None:
        for degree in DEGREES:
            self.paint_level(painter, look, plot, _height(degree, plot), signed(degree))
        self._paint_gaps(painter, look, plot)
        self._paint_line(
            painter, look, plot, [(t.on, t.sensed) for t in self._check_ins], "chart-3"
        )
        self._paint_line(painter, look, plot, [(t.on, t.said) for t in self._check_ins], "chart-2")

    def _paint_gaps(self, painter: QPainter, look: Look, plot: QRectF) -> None:
        pen = QPen(look.colour.chart_quiet, 1.5)
        pen.setStyle(Qt.PenStyle.DotLine)
        painter.setPen(pen)
        for check_in in self._check_ins:
            if check_in.said is not None and check_in.sensed is not None and check_in.gap:
                x = self._x(check_in.on, plot)
                painter.drawLine(
                    QLineF(x, _height(check_in.said, plot), x, _height(check_in.sensed, plot))
                )

    def _paint_line(
        self,
        painter: QPainter,
        look: Look,
        plot: QRectF,
        values: Sequence[tuple[date, int | None]],
        token: str,
    ) -> None:
        colour = look.colour.named(token)
        pen = QPen(colour, STROKE)
        if token == "chart-3":
            pen.setDashPattern([3.0, 2.2])
        last: QPointF | None = None
        for on, value in values:
            point = None if value is None else QPointF(self._x(on, plot), _height(value, plot))
            if last is not None and point is not None:
                painter.setPen(pen)
                painter.drawLine(QLineF(last, point))
            if point is not None:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colour)
                painter.drawEllipse(point, DOT, DOT)
            last = point

    def _x(self, on: date, plot: QRectF) -> float:
        months = len(self._months) or 1
        first = self._months[0] if self._months else on
        place = (on.year - first.year) * 12 + on.month - first.month + (on.day - 1) / 31
        x = plot.left() + plot.width() * place / months
        return plot.left() + plot.right() - x if self._is_mirrored else x


class BalanceChart(Chart):
    """For each month with a check-in a bar, of which the filled part is those that looked ahead."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(theme, name, parent)
        self._shares: Sequence[MonthShare] = ()

    def show_shares(self, shares: Sequence[MonthShare], words: str) -> None:
        """Show months; *words* say the same."""
        self._shares, self._months = shares, [share.month for share in shares]
        self.setAccessibleName(words)
        self.update()

    @override
    def paint_plot(self, painter: QPainter, look: Look, plot: QRectF) -> None:
        for part in (1.0, 0.5, 0.0):
            y = plot.bottom() - plot.height() * part
            self.paint_level(painter, look, plot, y, percent(part))
        painter.setPen(Qt.PenStyle.NoPen)
        for place, share in enumerate(self._shares):
            if share.part is None:
                continue
            slot = self._slot(plot, place)
            wide = min(WIDEST_BAR, slot.width() * 0.6)
            bar = QRectF(slot.center().x() - wide / 2, plot.top(), wide, plot.height())
            painter.setBrush(look.colour.sunken)
            painter.drawRect(bar)
            painter.setBrush(look.colour.chart_1)
            painter.drawRect(bar.adjusted(0, bar.height() * (1 - share.part), 0, 0))


def _height(degree: int, plot: QRectF) -> float:
    top, bottom = DEGREES[0], DEGREES[-1]
    clamped = min(top, max(bottom, degree))
    return plot.bottom() - (clamped - bottom) / (top - bottom) * plot.height()
