"""How a key result went: its values day by day, each with what was aimed at then."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.domain.loop import KeyResultValue
from careerdesk.domain.progress import keeps, share_at, unit_of
from careerdesk.domain.records import KeyResult
from careerdesk.i18n import tr, trn
from careerdesk.services import key_result_values
from careerdesk.services.key_result_values import CONFIDENCE
from careerdesk.services.versions import TextRef
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import try_action
from careerdesk.ui.base.text_source import set_source
from careerdesk.ui.base.texts import Dates, number, percent, plain_tip
from careerdesk.ui.base.unstored import Unstored
from careerdesk.ui.plan.value_field import ValueField
from careerdesk.ui.widgets.buttons import TextButton
from careerdesk.ui.widgets.cards import RowDelegate
from careerdesk.ui.widgets.date_edit import PastDateField
from careerdesk.ui.widgets.days_shown import OffersToday
from careerdesk.ui.widgets.fitted_list import FittedList
from careerdesk.ui.widgets.growing_text import GrowingText
from careerdesk.ui.widgets.labels import Caption
from careerdesk.ui.widgets.number_field import NumberField
from careerdesk.ui.widgets.record_list import ID_ROLE, RECORD_ROLE, RecordListModel
from careerdesk.ui.widgets.typed_field import take_all

MOST_ROWS = 5
FIELD = 72


class ValueModel(RecordListModel[KeyResultValue]):
    """Rows are readings, the newest first."""

    result: KeyResult | None = None

    @override
    def text(self, row: KeyResultValue) -> str:
        """The day, the value, how far that was towards another target, where it was read."""
        unit = unit_of(self.result) if self.result else ""
        words = f"{Dates.long_day(row.read_on)}: {f'{number(row.value)} {unit}'.strip()}"
        if self.result and row.target is not None and row.target != self.result.target:
            words = tr(
                "{words}, when the target was {target}", words=words, target=number(row.target)
            )
            if not keeps(self.result.direction):
                share = percent(share_at(self.result, row))
                words = tr("{words}, {share} of the way there", words=words, share=share)
        if row.made_in:
            words = tr("{words}, recorded in a check-in", words=words)
        if row.confidence is not None:
            words = tr("{words}, confidence {n}", words=words, n=row.confidence)
        return f"{words}. {row.note}" if row.note else words

    @override
    def tip(self, row: KeyResultValue) -> str | None:
        """The note, which a narrow panel cuts."""
        return plain_tip(row.note) if row.note else None


class ValueHistory(QWidget):
    """Delete takes a reading away, Enter edits it; a value and a day add one.

    `changed` tells of all three.
    """

    changed = Signal()

    def __init__(self, ctx: Context, result_id: int, parent: QWidget | None = None) -> None:
        """Show the readings of a key result once `show_result` was called."""
        super().__init__(parent)
        self._ctx = ctx
        self._id = result_id
        self._edited = 0
        self._stored: dict[int, KeyResultValue] = {}
        key = str(result_id)
        self.words = Caption(wrap=True)
        self.model = ValueModel(self)
        self.list = FittedList(name=f"readings{key}", label=tr("Values"), most=MOST_ROWS)
        self.list.setItemDelegate(RowDelegate(ctx.theme, self.list))
        self.list.setModel(self.model)
        self.value = ValueField(tr("Value"), name=f"readingValue{key}", decimals=4)
        self.value.setFixedWidth(ctx.theme.look.measure(FIELD))
        self.value.setPlaceholderText(tr("Value"))
        self.day = PastDateField(ctx.clock.today, tr("Date measured"), name=f"readingDay{key}")
        self.sure = NumberField(tr(
            "Confidence in reaching the "
            "target, 0 to 10"
        ), name=f"readingSure{key}",
                                decimals=0, least=CONFIDENCE[0], most=CONFIDENCE[-1])  # fmt: skip
        self.sure.setFixedWidth(ctx.theme.look.measure(FIELD))
        self.sure.setPlaceholderText(tr("0 to 10"))
        self.sure.setToolTip(plain_tip(self.sure.accessibleName()))
        self.note = GrowingText(tr("Note on this value"), tr("Note"), name=f"readingNote{key}",
                                one_line=True)  # fmt: skip
        self.add = TextButton(ctx.theme, tr("Add"), name=f"readingAdd{key}", compact=True)
        self.leave = TextButton(ctx.theme, tr("Cancel"), name=f"readingLeave{key}", compact=True)
        fields = {"value": self.value, "day": self.day, "sure": self.sure, "note": self.note}
        self._unstored = Unstored(ctx, "readingForm", fields)
        self._unstored.offer("day")
        self._arrange()
        self._connect()

    def show_result(self, result: KeyResult) -> None:
        """Read how it went."""
        found = key_result_values.of(self._ctx.store, self._id)
        self.model.result = result
        self.value.measure_in(result)
        self.model.set_rows(found)
        self.list.setVisible(bool(found))
        self.words.setText(_words(found))
        before, self._stored = self._stored, {one.id: one for one in found}
        edited = self._stored.get(self._edited)
        if (self._edited and edited is None) or self._unstored.owner is None:
            self._begin(self._waiting(found))
        elif edited is not None and edited != before.get(self._edited):
            self._begin(edited)

    def tab_stops(self) -> list[QWidget]:
        """What Tab goes over, in order."""
        return [self.list, *self._fields(), self.add, self.leave]

    def _fields(self) -> tuple[NumberField, PastDateField, NumberField, GrowingText]:
        return self.value, self.day, self.sure, self.note

    def _arrange(self) -> None:
        self.leave.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(4)
        column.addWidget(self.words)
        column.addWidget(self.list)
        column.addLayout(_row(self.value, self.day, self.sure))
        column.addWidget(self.note)
        column.addLayout(_row(self.add, self.leave))

    def _connect(self) -> None:
        self.list.remove_requested.connect(self._remove)
        self.list.opened.connect(self._edit)
        self.add.clicked.connect(self._keep)
        self.note.entered.connect(self._keep)
        self.leave.clicked.connect(self._cancel)
        offers = OffersToday(self.day, self._ctx.day, lambda: not self._edited)
        offers.moved.connect(self._unstored.follow_offer)
        self._ctx.drafts.came_back.connect(self._bring_back)

    def _edit(self, index: QModelIndex) -> None:
        self._begin(index.data(RECORD_ROLE))
        self.value.setFocus()
        self.value.selectAll()

    def _waiting(self, found: Sequence[KeyResultValue]) -> KeyResultValue | None:
        """The reading of which words were typed and not kept."""
        holds, whose = self._unstored.holds, self._unstored.shown
        return next((one for one in found if holds(whose, KeyResultValue, one.id)), None)

    @Slot()
    def _bring_back(self) -> None:
        if self._unstored.owner is not None and not self._edited:
            waiting = self._waiting(self.model.rows)
            if waiting is not None:
                self._begin(waiting)

    def _begin(self, reading: KeyResultValue | None) -> None:
        """Show a reading in the fields to be edited, or make ready for a new one."""
        self._edited = reading.id if reading else 0
        about = (KeyResultValue, reading.id) if reading else (KeyResult, self._id)
        fresh = self._unstored.belong_to(self._unstored.shown, *about)
        if fresh or (reading and self._unstored.is_untouched):
            self.value.start_over(reading.value if reading else None)
            self.day.start_over(reading.read_on if reading else self._ctx.clock.today())
            self.sure.start_over(reading.confidence if reading else None)
            self.note.set_text(reading.note if reading else "")
            self._unstored.start_here()
        set_source(self.note, TextRef(KeyResultValue, reading.id, "note") if reading else None)
        self.add.setText(tr("Save") if reading else tr("Add"))
        self.leave.setVisible(reading is not None)

    def _cancel(self) -> None:
        if self._unstored.discard() and self._edited:
            self._begin(None)
            self.list.setFocus()

    def _keep(self) -> None:
        if not take_all((self.value, self.day, self.sure)):
            return
        value, day, sure = self.value.number(), self.day.day(), self.sure.number()
        if value is None or day is None:
            self.value.setFocus()
            return
        confidence = None if sure is None else int(sure)
        with self._unstored.taking():
            kept = self._write(day, value, confidence, self.note.text())
        if kept:
            edited = bool(self._edited)
            self._begin(None)
            self.changed.emit()
            (self.list if edited else self.value).setFocus()

    def _write(self, day: date, value: float, confidence: int | None, note: str) -> bool:
        store, today = self._ctx.store, self._ctx.clock.today()
        if self._edited:
            return bool(try_action(
                self._ctx, key_result_values.change, store, self._edited, today=today, read_on=day,
                value=value, confidence=confidence, note=note,
            ))  # fmt: skip
        return bool(try_action(
            self._ctx, key_result_values.add, store, self._id, day, value, today=today,
            confidence=confidence, note=note,
        ))  # fmt: skip

    def _remove(self, index: QModelIndex) -> None:
        today, store = self._ctx.clock.today(), self._ctx.store
        if try_action(self._ctx, key_result_values.remove, store, index.data(ID_ROLE), today=today):
            self._ctx.notices.toast(tr("Value deleted"), undo=True)
            self.changed.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves a reading that is edited as it was, and throws a new one away."""
        begun = self._edited or not self._unstored.is_untouched
        if event.key() == Qt.Key.Key_Escape and begun:
            self._cancel()
        else:
            super().keyPressEvent(event)


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(6)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row


def _words(found: Sequence[KeyResultValue]) -> str:
    if not found:
        return tr("No values yet. Values you enter above or in a check-in will appear here.")
    return trn("1 value", "{n} values", len(found))
