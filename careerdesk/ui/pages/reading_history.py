"""How a key result went: a line, and its readings day by day."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.domain.loop import Reading
from careerdesk.domain.records import KeyResult, Measure
from careerdesk.services import readings
from careerdesk.ui.context import Context
from careerdesk.ui.delegates.cards import RowDelegate
from careerdesk.ui.models.record_list import ID_ROLE, RecordListModel
from careerdesk.ui.pages.doing import succeeded
from careerdesk.ui.texts import Dates, number, tr
from careerdesk.ui.widgets.buttons import TextButton
from careerdesk.ui.widgets.date_edit import DateField
from careerdesk.ui.widgets.fitted_list import FittedList
from careerdesk.ui.widgets.labels import Caption
from careerdesk.ui.widgets.number_field import NumberField
from careerdesk.ui.widgets.sparkline import Line, Sparkline

SHOWN = 24  # readings in the line
MOST_ROWS = 5
FIELD = 72


class ReadingModel(RecordListModel[Reading]):
    """Rows are readings, the newest first."""

    unit = ""

    @override
    def text(self, row: Reading) -> str:
        """The day, the value, and where it was read."""
        value = f"{number(row.value)} {self.unit}".strip()
        words = f"{Dates.long_day(row.read_on)}: {value}"
        return tr("{words}, in a check-in").format(words=words) if row.made_in else words


class ReadingHistory(QWidget):
    """Delete takes a reading away; a value and a day add one. `changed` tells of both."""

    changed = Signal()

    def __init__(self, ctx: Context, result_id: int, parent: QWidget | None = None) -> None:
        """Show the readings of a key result once `show_result` was called."""
        super().__init__(parent)
        self._ctx = ctx
        self._id = result_id
        key = str(result_id)
        self.line = Sparkline(ctx.theme, name=f"readingLine{key}")
        self.words = Caption(wrap=True)
        self.model = ReadingModel(self)
        self.list = FittedList(name=f"readings{key}", label=tr("Readings"), most=MOST_ROWS)
        self.list.setItemDelegate(RowDelegate(ctx.theme, self.list))
        self.list.setModel(self.model)
        self.value = NumberField(tr("Value of the reading"), name=f"readingValue{key}", decimals=4)
        self.value.setFixedWidth(ctx.theme.look.measure(FIELD))
        self.value.setPlaceholderText(tr("Value"))
        self.day = DateField(ctx.clock.today, tr("Day of the reading"), name=f"readingDay{key}")
        self.add = TextButton(ctx.theme, tr("Add"), name=f"readingAdd{key}", compact=True)
        self._arrange()
        self._connect()

    def show_result(self, result: KeyResult) -> None:
        """Read how it went."""
        found = readings.of(self._ctx.store, self._id)
        self.model.unit = "%" if result.measure is Measure.PERCENT else result.unit.strip()
        self.model.set_rows(found)
        self.list.setVisible(bool(found))
        self.line.setVisible(len(found) > 1)
        values = [reading.value for reading in reversed(found[:SHOWN])]
        span = (min(*values, result.baseline, result.target),
                max(*values, result.baseline, result.target)) if values else None  # fmt: skip
        self.line.show_lines([Line(tuple(values), "chart-1")], _spoken(result, found), span)
        self.words.setText(_words(found))
        if self.day.day() is None:
            self.day.set_day(self._ctx.clock.today())

    def tab_stops(self) -> list[QWidget]:
        """What Tab goes over, in order."""
        return [self.list, self.value, self.day, self.add]

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(6)
        for widget in (self.value, self.day, self.add):
            row.addWidget(widget)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(4)
        column.addWidget(self.line)
        column.addWidget(self.words)
        column.addWidget(self.list)
        column.addLayout(row)

    def _connect(self) -> None:
        self.list.remove_requested.connect(self._remove)
        self.add.clicked.connect(self._add)

    def _add(self) -> None:
        value, day = self.value.number(), self.day.day()
        if value is None or day is None:
            self.value.setFocus()
            return
        today, store = self._ctx.clock.today(), self._ctx.store
        if succeeded(self._ctx, readings.add, store, self._id, day, value, today=today):
            self.value.set_number(None)
            self.changed.emit()

    def _remove(self, index: QModelIndex) -> None:
        if succeeded(self._ctx, readings.remove, self._ctx.store, index.data(ID_ROLE)):
            self._ctx.notices.toast(tr("Reading deleted"), undo=True)
            self.changed.emit()


def _words(found: Sequence[Reading]) -> str:
    if not found:
        return tr("No reading yet. A value typed above, or in a check-in, is one.")
    if len(found) == 1:
        return tr("1 reading")
    return tr("{n} readings").format(n=len(found))


def _spoken(result: KeyResult, found: Sequence[Reading]) -> str:
    if len(found) < 2:
        return result.name
    return tr("{name}, {n} readings, from {first} to {last}, target {target}").format(
        name=result.name, n=len(found), first=number(found[-1].value),
        last=number(found[0].value), target=number(result.target),
    )  # fmt: skip
