"""One accomplishment in full: when, what, in which situation, what it led to, what it shows."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.domain.reviews.records import Accomplishment, Criterion
from careerdesk.i18n import tr
from careerdesk.services.reviews import accomplishments
from careerdesk.services.reviews.reviews import ReviewView
from careerdesk.services.versions import TextRef
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import try_action
from careerdesk.ui.base.saved_field import SavedField
from careerdesk.ui.base.texts import Dates, plain_tip
from careerdesk.ui.base.unstored import HalfTyped
from careerdesk.ui.widgets.buttons import Chip, OutlinedButton, TextButton
from careerdesk.ui.widgets.date_edit import PastDateField
from careerdesk.ui.widgets.discard import discard
from careerdesk.ui.widgets.flow import FlowLayout
from careerdesk.ui.widgets.growing_text import GrowingText
from careerdesk.ui.widgets.labels import Caption, SmallLabel

ACCOMPLISHMENT_DATE, ACCOMPLISHMENT_DATE_HINT = "accomplishmentDate", "accomplishmentDateHint"
ACCOMPLISHMENT_CRITERION = "accomplishmentCriterion"
CHIP_WIDEST = 240
FIELDS = ("what", "context", "impact")


class AccomplishmentPanel(QFrame):
    """Everything saves itself; `removed` asks to delete, `left` to close."""

    removed = Signal(int)
    left = Signal()

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._ctx = ctx
        self._one: Accomplishment | None = None
        self._view: ReviewView | None = None
        self._chips: dict[int, Chip] = {}
        self.setProperty("kind", "card")
        self.setObjectName("accomplishmentPanel")
        self.day = PastDateField(ctx.clock.today, tr("When"), name=ACCOMPLISHMENT_DATE)
        self.hint = Caption(wrap=True)
        self.hint.set_kind("warning")
        self.hint.setObjectName(ACCOMPLISHMENT_DATE_HINT)
        self.what = GrowingText(tr("What they did"), name="accomplishmentWhat", one_line=True)
        self.context = GrowingText(tr("Context"), tr("The situation"), name="accomplishmentContext")
        self.impact = GrowingText(tr("Impact"), tr("The result"), name="accomplishmentImpact")
        self.speaks_label = SmallLabel(tr("Criteria"))
        self.chips = QWidget()
        self._flow = FlowLayout(self.chips)
        self.done = OutlinedButton(ctx.theme, tr("Done"), name="accomplishmentDone", compact=True)
        self.remove = TextButton(ctx.theme, tr("Delete"), name="accomplishmentRemove", compact=True)
        self._savers = {name: self._saver(name) for name in FIELDS}
        self._half = HalfTyped(ctx, ACCOMPLISHMENT_DATE, self.day)
        self._arrange()
        self._connect()

    def _saver(self, field: str) -> SavedField:
        write = partial(self._write_text, field)
        return SavedField(
            self._ctx, getattr(self, field), f"accomplishment-{field}", write,
            must=field == "what",
        )  # fmt: skip

    def _arrange(self) -> None:
        self.day.setFixedWidth(self._ctx.theme.look.measure(150))
        when = QHBoxLayout()
        when.setSpacing(12)
        when.addWidget(self.day)
        when.addWidget(self.hint, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.done)
        foot.addStretch(1)
        foot.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 12)
        column.setSpacing(4)
        for field in (self.what, self.context, self.impact):
            column.addWidget(SmallLabel(field.accessibleName()))
            column.addWidget(field)
            column.addSpacing(2)
        column.addWidget(SmallLabel(self.day.accessibleName()))
        column.addLayout(when)
        column.addSpacing(2)
        column.addWidget(self.speaks_label)
        column.addWidget(self.chips)
        column.addSpacing(4)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.day.picked.connect(self._pick_day)
        self.what.entered.connect(self.left)
        self.done.clicked.connect(self.left)
        self.remove.clicked.connect(self._remove)

    def show_one(
        self, one: Accomplishment, speaks: Collection[int], view: ReviewView, *, free: bool
    ) -> None:
        """Show an accomplishment and what it speaks for; what is being typed stays."""
        if self._one is None or one.id != self._one.id:
            self._say_of_day("")
        self._one, self._view = one, view
        for name, saver in self._savers.items():
            source = TextRef(Accomplishment, one.id, name)
            saver.show_text(one.id, str(getattr(one, name)), source)
        self._half.belong_to(view.person.id, Accomplishment, one.id)
        self.day.set_day(one.done_on)
        self._show_chips(view.cycle.criteria, speaks)
        for field in (self.what, self.context, self.impact):
            field.setReadOnly(not free)
        self.day.setEnabled(free)
        self.chips.setEnabled(free)
        self.remove.setVisible(free)

    def tab_stops(self) -> list[QWidget]:
        """What Tab goes over, in order."""
        return [self.what, self.context, self.impact, self.day, *self._chips.values(), self.done,
                self.remove]  # fmt: skip

    def focus_first(self) -> None:
        """What it led to is asked for, unless that is there already."""
        first = self.what if self.impact.text() else self.impact
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _make_chips(self, criteria: Sequence[Criterion]) -> None:
        for chip in self._chips.values():
            self._flow.removeWidget(chip)
            discard(chip)
        self._chips = {one.id: self._chip(one) for one in criteria}

    def _show_chips(self, criteria: Sequence[Criterion], speaks: Collection[int]) -> None:
        wanted = [one.id for one in criteria]
        if wanted != list(self._chips):
            self._make_chips(criteria)
        for one in criteria:
            self._name_chip(self._chips[one.id], one.name)
            self._chips[one.id].setChecked(one.id in speaks)
        self.speaks_label.setVisible(bool(wanted))

    def _chip(self, one: Criterion) -> Chip:
        name = f"{ACCOMPLISHMENT_CRITERION}{one.id}"
        chip = Chip(self._ctx.theme, one.name, name=name, checkable=True)
        chip.clicked.connect(self._map)
        self._flow.addWidget(chip)
        chip.show()
        return chip

    def _name_chip(self, chip: Chip, name: str) -> None:
        """A long name ends in an ellipsis; tooltip and screen reader have all of it."""
        look = self._ctx.theme.look
        shown = look.metrics("caption").elidedText(
            name, Qt.TextElideMode.ElideRight, look.measure(CHIP_WIDEST)
        )
        chip.set_words(shown)
        chip.setAccessibleName(name)
        chip.setToolTip(plain_tip(name) if shown != name else "")

    @Slot()
    def _map(self) -> None:
        if self._one is None or self._view is None:
            return
        wanted = {key for key, chip in self._chips.items() if chip.isChecked()}
        try_action(
            self._ctx, accomplishments.set_criteria, self._ctx.store, self._one.id,
            self._view.cycle.id, wanted,
        ).ignored_because("a banner says why; the next reading shows what is stored")  # fmt: skip

    @Slot(object)
    def _pick_day(self, day: object) -> None:
        if self._one is None or self._view is None:
            return
        cycle = self._view.cycle.cycle
        if not isinstance(day, date) or not cycle.starts_on <= day <= cycle.ends_on:
            self._say_of_day(
                tr(
                    "This review covers {period}, so the date wasn't changed.",
                    period=Dates.period(cycle.starts_on, cycle.ends_on),
                )
            )
            self.day.set_day(self._one.done_on)
            return
        self._say_of_day("")
        try_action(
            self._ctx, accomplishments.change, self._ctx.store, self._one.id, done_on=day
        ).ignored_because("a banner says why; the next reading shows what is stored")

    def _say_of_day(self, words: str) -> None:
        self.hint.setText(words)  # stays shown: it holds the room beside the day

    @Slot()
    def _remove(self) -> None:
        if self._one is not None:
            self.removed.emit(self._one.id)

    def _write_text(self, field: str, key: int, text: str, merge: str, origin: QObject) -> None:
        accomplishments.change(self._ctx.store, key, merge=merge, origin=origin, **{field: text})
