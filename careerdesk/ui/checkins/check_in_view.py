"""One earlier check-in, open to be read and put right."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.domain import moments
from careerdesk.domain.goal_changes import in_words
from careerdesk.domain.records import AgendaItem, CheckIn, CheckInKind, CheckInState, Person
from careerdesk.i18n import tr
from careerdesk.services import checkins, goal_changes
from careerdesk.ui.agenda.promises import EARLIER, PromiseBox
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import try_action
from careerdesk.ui.base.texts import Dates, checkin_state_within, kind_word
from careerdesk.ui.base.unstored import HalfTyped
from careerdesk.ui.checkins.check_in_bar import KINDS, MOST_MINUTES
from careerdesk.ui.checkins.check_in_notes import CheckInNotes
from careerdesk.ui.checkins.finish_row import looked_ahead_field
from careerdesk.ui.checkins.held_moment import HeldMoment
from careerdesk.ui.checkins.summary_row import SummaryRow
from careerdesk.ui.checkins.temperature import TemperatureBox
from careerdesk.ui.widgets.buttons import IconButton
from careerdesk.ui.widgets.drop_down import DropDown
from careerdesk.ui.widgets.flow import FlowLayout
from careerdesk.ui.widgets.labels import Body, Caption, SmallLabel, Strong
from careerdesk.ui.widgets.number_field import NumberField
from careerdesk.ui.widgets.section import Section
from careerdesk.ui.widgets.steady_scroll import SteadyScroll

FIELD = 44
LEAST_WIDTH = 360


class CheckInView(QFrame):
    """Notes, promises and temperature of a check-in that is over; Esc closes it."""

    closed = Signal()
    removal_wanted = Signal(int)

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Start without a check-in."""
        super().__init__(parent)
        self._ctx = ctx
        self._check_in: CheckIn | None = None
        theme = ctx.theme
        self.setProperty("kind", "panel")
        self.setObjectName("earlierTalk")
        self.setMinimumWidth(theme.look.measure(LEAST_WIDTH))
        self.title = Strong(wrap=True)
        self.kind = DropDown(
            theme, _kinds(CheckInKind.ONE_ON_ONE), tr("Kind of check-in"), name="earlierKind"
        )
        self.minutes = self._minutes(tr("Minutes"), "earlierMinutes")
        self.looked_ahead = looked_ahead_field(theme, "earlierLookedAhead")
        self.ahead_label = SmallLabel(tr("Did we look ahead?"))
        self.counted = Caption(wrap=True)
        self._half = HalfTyped(ctx, "earlierMinutes", self.minutes)
        self.held = HeldMoment(ctx)
        self.trash = IconButton(theme, "trash", tr("Delete this check-in"), name="earlierDelete")
        self.close_button = IconButton(theme, "close", tr("Close"), name="earlierClose")
        self.summary = SummaryRow(ctx)
        self.notes = CheckInNotes(ctx, "earlierShared", "earlierPrivate", split=False)
        self.covered = Body(wrap=True)
        self.changed = Body(wrap=True)
        self.changed_section = Section(theme, tr("Changed in this check-in"), "plan")
        self.covered_section = Section(theme, tr("Discussed"), "prepare")
        self.promises = PromiseBox(ctx, EARLIER, grouped=True, nothing=tr("No promises made"))
        self.promise_section = Section(theme, tr("Promises made"), "promise")
        self.temperature = TemperatureBox(ctx, "earlier")
        self.feeling_section = Section(theme, tr("Temperature"), "temperature")
        self._arrange()
        self._connect()

    @property
    def check_in_id(self) -> int:
        """The check-in that is open; 0 for none."""
        return self._check_in.id if self._check_in else 0

    def show_check_in(self, check_in: CheckIn, person: Person, today: date) -> None:
        """Open a check-in with a person."""
        self._check_in = check_in
        self.title.setText(_heading(check_in, today))
        self.kind.set_options(_kinds(check_in.kind))
        self.kind.set_value(check_in.kind)
        self.held.show_check_in(check_in, person)
        held = check_in.state is CheckInState.HELD
        for part in (self.minutes, self.unit, self.looked_ahead, self.ahead_label):
            part.setVisible(held)
        self.looked_ahead.set_value(check_in.looked_ahead)
        self.counted.setText(_counted(check_in))
        self.counted.setVisible(bool(self.counted.text()))
        self._half.belong_to(check_in.person_id, CheckIn, check_in.id)
        self.minutes.set_number(check_in.minutes)
        self.summary.show_check_in(check_in, person)
        self.notes.show_check_in(check_in, person)
        self.temperature.show_check_in(check_in, person)
        self.promises.show_promises(
            person, checkins.promises_of(self._ctx.store, check_in.id), check_in.id
        )
        self._show_covered(checkins.covered_in(self._ctx.store, check_in.id))
        self._show_changed(check_in.id)

    def close_check_in(self) -> None:
        """Show no check-in any more; what was typed is written first."""
        self._ctx.autosaver.flush()
        self._check_in = None

    def _show_covered(self, points: Sequence[AgendaItem]) -> None:
        shown = self._ctx.sharing.seen(points)
        self.covered.setText("\n".join(f"\u2022 {point.text}" for point in shown))
        self.covered_section.setVisible(bool(shown))

    def _show_changed(self, check_in_id: int) -> None:
        changed = goal_changes.made_in(self._ctx.store, check_in_id)
        self.changed.setText(in_words(changed, Dates.long_day))
        self.changed_section.setVisible(bool(changed))

    def _minutes(self, label: str, name: str) -> NumberField:
        field = NumberField(label, name=name, decimals=0, least=0, most=MOST_MINUTES)
        field.setFixedWidth(self._ctx.theme.look.measure(FIELD))
        return field

    def _arrange(self) -> None:
        self.covered_section.body.addWidget(self.covered)
        self.changed_section.body.addWidget(self.changed)
        self.promise_section.body.addWidget(self.promises)
        self.feeling_section.body.addWidget(self.temperature)
        self._ctx.sharing.hide_while_sharing(self.feeling_section)
        inner = QWidget()
        column = QVBoxLayout(inner)
        area = SteadyScroll()
        column.setContentsMargins(20, 4, area.beside_bar(20), 16)
        column.setSpacing(14)
        column.addWidget(self.held)
        column.addLayout(self._facts())
        for part in (
            self.notes, self.promise_section, self.changed_section, self.covered_section,
            self.feeling_section,
        ):  # fmt: skip
            column.addWidget(part)
        column.addStretch(1)
        area.setWidget(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 12, 0, 0)
        outer.setSpacing(6)
        outer.addLayout(self._head())
        outer.addWidget(self.summary)
        outer.addWidget(area, 1)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setContentsMargins(20, 0, 12, 0)
        head.setSpacing(8)
        head.addWidget(self.title, 1)
        head.addWidget(self.trash)
        head.addWidget(self.close_button)
        return head

    def _facts(self) -> QVBoxLayout:
        self.unit = Caption(tr("minutes"))
        first, ahead = FlowLayout(gap=8), FlowLayout(gap=8)
        for part in (self.kind, self.minutes, self.unit):
            first.addWidget(part)
        ahead.addWidget(self.ahead_label)
        ahead.addWidget(self.looked_ahead)
        facts = QVBoxLayout()
        facts.setSpacing(6)
        facts.addLayout(first)
        facts.addLayout(ahead)
        facts.addWidget(self.counted)
        return facts

    def _connect(self) -> None:
        self.kind.picked.connect(self._set_kind)
        self.minutes.entered.connect(self._set_minutes)
        self.looked_ahead.picked.connect(self._set_looked_ahead)
        self.trash.clicked.connect(self._remove)
        self.close_button.clicked.connect(self.closed)
        self.summary.sent.connect(self.close_button.setFocus)  # one Enter more closes it, at most

    def _set_kind(self, kind: object) -> None:
        self._write(kind=kind)

    def _set_minutes(self, value: float | None) -> None:
        self._write(minutes=None if value is None else int(value))

    def _set_looked_ahead(self, value: object) -> None:
        self._write(looked_ahead=value)

    def _write(self, **fields: Any) -> None:
        if self._check_in:
            try_action(
                self._ctx, checkins.write, self._ctx.store, self._check_in.id, **fields
            ).ignored_because("a banner says why; the next reading shows what is stored")

    def _remove(self) -> None:
        if self._check_in:
            self.removal_wanted.emit(self._check_in.id)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the check-in."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def _kinds(own: CheckInKind) -> list[tuple[object, str]]:
    """The kinds one can choose, and that of an old check-in which is no longer offered."""
    return [(kind, kind_word(kind)) for kind in dict.fromkeys((*KINDS, own))]


def _heading(check_in: CheckIn, today: date) -> str:
    day = moments.day(check_in)
    words = f"{kind_word(check_in.kind)}, {Dates.long_day(day)}, {Dates.ago(day, today)}"
    if check_in.state is CheckInState.HELD:
        return words
    return f"{words}, {checkin_state_within(check_in.state)}"


def _counted(check_in: CheckIn) -> str:
    """The minutes that were counted forward, in stores that did."""
    if not check_in.forward_minutes:
        return ""
    minutes = check_in.forward_minutes
    return tr("{n} min spent looking ahead, as recorded at the time", n=minutes)
