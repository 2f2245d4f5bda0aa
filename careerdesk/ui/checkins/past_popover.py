"""Entering a check-in that was held and noted nowhere."""

from __future__ import annotations

from datetime import datetime, time

from PySide6.QtCore import QRect, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.domain import moments
from careerdesk.domain.errors import InvalidInput
from careerdesk.domain.offers import USUAL_TIME, near_quarter
from careerdesk.domain.records import CheckIn, CheckInKind
from careerdesk.i18n import tr
from careerdesk.services import checkins, people, planning
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import sentence, try_action
from careerdesk.ui.base.field_note import accept, refuse
from careerdesk.ui.widgets.buttons import FilledButton
from careerdesk.ui.widgets.days_shown import OffersToday
from careerdesk.ui.widgets.labels import Muted, Strong
from careerdesk.ui.widgets.moment_field import PastMomentField
from careerdesk.ui.widgets.number_field import NumberField
from careerdesk.ui.widgets.planning_words import KINDS, kind_options
from careerdesk.ui.widgets.popover import Popover
from careerdesk.ui.widgets.segmented import Segmented
from careerdesk.ui.widgets.time_field import TimeField
from careerdesk.ui.widgets.typed_field import take_all

PAST, DAY, TIME, MINUTES, KIND, GO = (
    "pastPopover", "pastDay", "pastTime", "pastMinutes", "pastKind", "pastGo",
)  # fmt: skip


class PastPopover(Popover):
    """Day, time, minutes and kind of a check-in that is over; `added` carries its id."""

    added = Signal(int)

    def __init__(
        self, ctx: Context, anchor: QWidget, person_id: int, *, at: QRect | None = None
    ) -> None:
        """*at* is the part of *anchor* to stand beside."""
        self._person = people.get(ctx.store, person_id)
        self._refusal = ""
        title = tr("Add a past check-in with {name}", name=self._person.name)
        super().__init__(ctx, anchor, name=PAST, label=title, at=at)
        self.title = Strong(title, wrap=True)
        self.day = PastMomentField(ctx.clock.today, tr("Date of the check-in"), name=DAY)
        self.time = TimeField(tr("Start time"), name=TIME)
        self.minutes = NumberField(
            tr("Minutes, if known"), name=MINUTES, decimals=0, least=0, most=checkins.MOST_MINUTES
        )
        self.kind = Segmented(kind_options(), tr("Kind"), name=KIND)
        self.kind.set_value(CheckInKind.ONE_ON_ONE)
        self.go = FilledButton(ctx.theme, tr("Add"), name=GO)
        self._fill()
        self._arrange()
        fields = {"day": self.day, "time": self.time, "minutes": self.minutes, "kind": self.kind}
        self.keep_words(PAST, fields, person_id, offered="day")
        OffersToday(self.day, ctx.day).moved.connect(self.follow_offer)
        self.set_stops(self.day, self.time, self.minutes, self.kind, self.go)
        for field in (self.day, self.time, self.minutes):
            field.words_edited.connect(self._accept)
        self.day.timed.connect(self.time.start_over)
        self.go.clicked.connect(self.submit)

    def _fill(self) -> None:
        """Start with the one that was missed last, which may have been held; else with now."""
        ctx = self.ctx
        missed = planning.last_missed(ctx.store, self._person.id, ctx.clock.now())
        if missed is not None:
            there = moments.local(missed)
            self.day.start_over(there.date())
            self.time.start_over(there.time())
            self.kind.set_value(missed.kind if missed.kind in KINDS else CheckInKind.OTHER)
        else:
            self._start_now()

    def _start_now(self) -> None:
        self.day.start_over(self.ctx.clock.today())
        last = checkins.last_held(self.ctx.store, self._person.id)
        now = self.ctx.clock.now().astimezone()
        usual = near_quarter(moments.local(last)) if last else USUAL_TIME
        self.time.start_over(min(usual, time(now.hour, now.minute)))

    def _arrange(self) -> None:
        self.day.fit()
        self.time.fit()
        self.minutes.fit_to("1440")
        when = QHBoxLayout()
        when.setSpacing(8)
        for widget in (self.day, self.time, self.minutes, Muted(tr("min"))):
            when.addWidget(widget)
        when.addStretch(1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.go)
        self.column.addWidget(self.title)
        self.column.addLayout(when)
        self.column.addWidget(self.kind)
        self.column.addLayout(foot)

    @override
    def open(self) -> None:
        """Show it with the cursor in the day."""
        super().open()
        self.day.selectAll()

    @Slot()
    def _accept(self) -> None:
        if not self.day.isModified():
            accept(self.day)  # it was refused for what stood beside it

    @override
    @Slot()
    def submit(self) -> None:
        """Add it; what cannot be is said below the day."""
        if not take_all((self.day, self.time, self.minutes)):
            return
        day = self.day.day()
        if day is None:
            self._refuse(tr("Choose the date of the check-in."))
            return
        at = datetime.combine(day, self.time.moment()).astimezone()
        with self.taking():
            done = try_action(self.ctx, self._add, at)
        if done and done.value is None:
            self._refuse(self._refusal)
        elif done.value is not None:
            done.say(tr("Past check-in added"))
            self.leave()
            self.added.emit(done.value.id)

    def _refuse(self, words: str) -> None:
        refuse(self.day, words)
        self.day.setFocus()
        self.day.selectAll()

    def _add(self, at: datetime) -> CheckIn | None:
        """None where that cannot be, with the sentence in `_refusal`."""
        ctx, minutes = self.ctx, self.minutes.number()
        try:
            return planning.add_past(
                ctx.store, self._person.id, at, ctx.clock.now(),
                None if minutes is None else int(minutes), kind=CheckInKind(str(self.kind.value())),
            )  # fmt: skip
        except InvalidInput as error:
            self._refusal = sentence(error)
            return None
