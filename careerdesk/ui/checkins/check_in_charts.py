"""The last twelve months of check-ins with a person, drawn or as tables."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from careerdesk.compat import override
from careerdesk.domain.charts import CheckInFact, MonthShare, asked, balance
from careerdesk.domain.pronouns import trg
from careerdesk.domain.records import Person
from careerdesk.i18n import tr, trn
from careerdesk.services import checkins
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import try_read
from careerdesk.ui.base.person_words import what_was_said
from careerdesk.ui.base.texts import Dates, number, percent, signed
from careerdesk.ui.checkins.charts import BalanceChart, TemperatureChart
from careerdesk.ui.widgets.buttons import Chip
from careerdesk.ui.widgets.empty_state import Scrolled
from careerdesk.ui.widgets.labels import Caption, Muted, Strong
from careerdesk.ui.widgets.private import PrivateBox
from careerdesk.ui.widgets.table import Table

CHARTS, AS_TABLE = "talkCharts", "talkChartsAsTable"
TEMPERATURE_CHART, BALANCE_CHART = "temperatureChart", "balanceChart"
TEMPERATURE_TABLE, BALANCE_TABLE = "temperatureTable", "balanceTable"
TWO_COLUMNS = 620
LEAST_LINES = 6  # of the charts are seen at least
DASH = "–"


class CheckInCharts(QWidget):
    """Temperature (private) and balance; *As a table* shows the same in words."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Show nobody yet."""
        super().__init__(parent)
        self._ctx = ctx
        theme = ctx.theme
        self.setObjectName(CHARTS)
        self.as_table = Chip(theme, tr("Show as table"), name=AS_TABLE, checkable=True)
        self.temperature = TemperatureChart(theme, TEMPERATURE_CHART)
        self.balance = BalanceChart(theme, BALANCE_CHART)
        self.temperatures = Table(theme, TEMPERATURE_TABLE, tr("Private: temperature"))
        self.balances = Table(theme, BALANCE_TABLE, tr("Forward-looking check-ins, by month"))
        self.key = Caption(wrap=True)
        self.no_temperature = Muted(tr("No temperature recorded in these months."), wrap=True)
        self.no_balance = Muted(tr("No check-ins in these months."), wrap=True)
        self._felt = self._talked = False
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._arrange()
        self.as_table.toggled.connect(self._turn)

    def _arrange(self) -> None:
        box = PrivateBox(self._ctx, tr("Private: temperature"))
        felt = (self.temperature, self.key, self.temperatures, self.no_temperature)
        for part in felt:
            box.body.addWidget(part)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 8, 0, 4)
        column.setSpacing(6)
        column.addWidget(Strong(tr("Forward-looking check-ins")))
        for widget in (self.balance, self.balances, self.no_balance):
            column.addWidget(widget)
        column.addStretch(1)
        self._columns.setSpacing(20)
        self._columns.addWidget(box, 1)
        self._columns.addWidget(right, 1)
        head = QHBoxLayout()
        head.addWidget(Caption(tr("The last twelve months")))
        head.addStretch(1)
        head.addWidget(self.as_table)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(8, 4, 20, 8)
        outer.setSpacing(6)
        outer.addLayout(head)
        outer.addLayout(self._columns)

    def show_person(self, person: Person) -> None:
        """Draw a person's check-ins again."""
        today = self._ctx.clock.today()
        check_ins = (
            try_read(self._ctx, checkins.check_in_facts, self._ctx.store, person.id, today) or []
        )
        felt, shares = asked(check_ins), balance(check_ins, today)
        months = [share.month for share in shares]
        self._felt = bool(felt)
        self.temperature.show_check_ins(felt, months, temperature_words(felt))
        self.key.setText(
            trg(
                person,
                (
                    "Solid line: what they said. Dashed line: what I sensed. Dots: the gap "
                    "between the two."
                ),
                she=(
                    "Solid line: what she said. Dashed line: what I sensed. Dots: the gap "
                    "between the two."
                ),
                he=(
                    "Solid line: what he said. Dashed line: what I sensed. Dots: the gap "
                    "between the two."
                ),
                named=(
                    "Solid line: what {name} said. Dashed line: what I sensed. Dots: the "
                    "gap between the two."
                ),
            )
        )
        titles = [tr("Date"), what_was_said(person), tr("What I sensed"), tr("Gap")]
        felt_rows = [_felt_row(one, today) for one in felt[::-1]]
        self.temperatures.show_rows(titles, felt_rows)
        self._show_balances(shares)
        self._turn()

    def _show_balances(self, shares: Sequence[MonthShare]) -> None:
        self._talked = any(share.check_ins for share in shares)
        self.balance.show_shares(shares, balance_words(shares))
        heads = [tr("Month"), tr("Check-ins"), tr("Looking ahead"), tr("Share")]
        self.balances.show_rows(heads, [_share_row(one) for one in shares[::-1]])

    def tab_stops(self) -> list[QWidget]:
        """What Tab goes over, in order."""
        return [self.as_table, self.temperatures, self.balances]

    def _turn(self) -> None:
        """Charts or tables, as is wanted; where there is nothing, the words that say so."""
        charts: tuple[QWidget, ...] = (self.temperature, self.key)
        self._show_either(charts, self.temperatures, there=self._felt)
        self.no_temperature.setVisible(not self._felt)
        self._show_either((self.balance,), self.balances, there=self._talked)
        self.no_balance.setVisible(not self._talked)

    def _show_either(self, charts: tuple[QWidget, ...], table: Table, *, there: bool) -> None:
        as_table = self.as_table.isChecked()
        for chart in charts:
            chart.setVisible(there and not as_table)
        table.setVisible(there and as_table)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put one below the other where it is narrow."""
        super().resizeEvent(event)
        beside = self.width() >= self._ctx.theme.look.measure(TWO_COLUMNS)
        ways = QBoxLayout.Direction
        self._columns.setDirection(ways.LeftToRight if beside else ways.TopToBottom)


class ChartRoom(Scrolled):
    """As high as the charts in it; where there is less room, they scroll and stay whole."""

    def __init__(self, charts: CheckInCharts) -> None:
        super().__init__(charts)
        self._charts = charts
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    @override
    def sizeHint(self) -> QSize:
        """What the charts need in that width."""
        charts = self._charts
        high = charts.heightForWidth(self.width()) if charts.hasHeightForWidth() else -1
        return QSize(charts.sizeHint().width(), max(high, charts.minimumSizeHint().height()))

    @override
    def minimumSizeHint(self) -> QSize:
        """Part of a chart."""
        least = self.fontMetrics().height() * LEAST_LINES
        return QSize(super().minimumSizeHint().width(), min(least, self.sizeHint().height()))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another height in another width."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the charts, which turn into tables."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)


def temperature_words(felt: Sequence[CheckInFact]) -> str:
    """*Temperature, 7 check-ins, said from +1 to −1, the widest gap 2*."""
    said = [check_in.said for check_in in felt if check_in.said is not None]
    parts = [
        tr("Private: temperature"),
        trn("1 check-in", "{n} check-ins", len(felt)),
    ]
    if said:
        parts.append(tr("said: from {a} to {b}", a=signed(said[0]), b=signed(said[-1])))
    gaps = [abs(check_in.gap) for check_in in felt if check_in.gap]
    if gaps:
        parts.append(tr("widest gap: {n}", n=max(gaps)))
    return ", ".join(parts)


def balance_words(shares: Sequence[MonthShare]) -> str:
    """*Forward-looking check-ins: 3 of 7 in the last twelve months*."""
    every = sum(share.check_ins for share in shares)
    ahead = sum(share.looked_ahead for share in shares)
    if not every:
        return tr("No check-ins in the last twelve months")
    return tr(
        "Forward-looking check-ins: {n} of {all} in the last twelve months", n=ahead, all=every
    )


def _felt_row(check_in: CheckInFact, today: date) -> list[str]:
    values = (check_in.said, check_in.sensed, check_in.gap)
    words = [DASH if value is None else signed(value) for value in values]
    return [Dates.short_day(check_in.on, today), *words]


def _share_row(share: MonthShare) -> list[str]:
    part = DASH if share.part is None else percent(share.part)
    counts = (number(share.check_ins, 0), number(share.looked_ahead, 0))
    return [Dates.month(share.month), *counts, part]
