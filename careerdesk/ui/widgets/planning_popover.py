"""Planning a check-in from where one is: day in words, time, kind, and how it repeats."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QRect, QTimeZone, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.domain.errors import InvalidInput
from careerdesk.domain.moments import local
from careerdesk.domain.records import CheckIn, CheckInKind
from careerdesk.i18n import fill, tr
from careerdesk.services import checkins, offers, people, planning
from careerdesk.services.offers import Offer
from careerdesk.ui.base.announce import announce
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import sentence, try_action
from careerdesk.ui.base.field_note import accept, refuse
from careerdesk.ui.base.work_week import my_week
from careerdesk.ui.widgets.buttons import FilledButton
from careerdesk.ui.widgets.drop_down import DropDown
from careerdesk.ui.widgets.labels import Caption, Strong
from careerdesk.ui.widgets.moment_field import MomentField
from careerdesk.ui.widgets.planning_words import (
    AS_NOW,
    KINDS,
    ONCE,
    ahead_words,
    clash_words,
    kind_options,
    planned_words,
    repeat_options,
    there_words,
)
from careerdesk.ui.widgets.popover import Popover
from careerdesk.ui.widgets.segmented import Segmented
from careerdesk.ui.widgets.time_field import TimeField, read_time
from careerdesk.ui.widgets.typed_field import take_all

PLANNING = "planningPopover"
DAY, TIME, KIND, REPEAT, GO = (
    "planningDay", "planningTime", "planningKind", "planningRepeat", "planningGo",
)  # fmt: skip


class PlanningPopover(Popover):
    """Plans one more check-in with a person, or moves one that is planned; `open` shows it.

    `planned` carries the id of the check-in. What cannot be is said in it, as is another check-in
    at the same hour. Raises `NotFound` where the person or the check-in is gone.
    """

    planned = Signal(int)

    def __init__(
        self,
        ctx: Context,
        anchor: QWidget,
        person_id: int,
        kind: CheckInKind = CheckInKind.ONE_ON_ONE,
        checkin_id: int = 0,
        *,
        at: QRect | None = None,
        first: datetime | None = None,
        after: int = 0,
    ) -> None:
        """With *checkin_id* that one is moved; *at* is the part of *anchor* to stand beside.

        *first* is the moment offered at first where nothing is planned yet. *after* is the
        check-in at whose end a repeat would write the next one: that one is planned then.
        """
        self._after = after
        self._person = people.get(ctx.store, person_id)
        self._check_in = checkins.get(ctx.store, checkin_id) if checkin_id else None
        self._refusal = ""
        self._kind = self._check_in.kind if self._check_in else kind
        self._offered: date | None = None  # the day, unless one was given
        template = tr("Move the check-in with {name}") if checkin_id else tr(
            "Plan a check-in with {name}"
        )  # fmt: skip
        title = fill(template, name=self._person.name)
        super().__init__(ctx, anchor, name=PLANNING, label=title, at=at)
        self.day = MomentField(ctx.clock.today, tr("Date"), name=DAY)
        self.time = TimeField(tr("Time"), name=TIME)
        self.kind = Segmented(kind_options(), tr("Kind"), name=KIND)
        self.repeat = self._make_repeat()
        self.go = FilledButton(ctx.theme, tr("Move") if checkin_id else tr("Plan"), name=GO)
        self._fill(first)
        self._arrange(title)
        fields = {"day": self.day, "time": self.time, "kind": self.kind, "repeat": self.repeat}
        self.keep_words(f"planning-{kind.value}", fields, person_id, checkin_id, offered="day")
        self.set_stops(self.day, self.time, self.kind, self.repeat, self.go)
        self._listen()
        self._look()

    def _fill(self, first: datetime | None) -> None:
        """Start where the check-in is, or at *first*, unless that is over; else from an offer."""
        there = local(self._check_in) if self._check_in is not None else first
        if there is None or there.date() < self.ctx.clock.today():
            offer = self._offer()
            day, at = offer.day, there.time() if there else offer.time
        else:
            day, at = there.date(), there.time()
        self.day.start_over(day)
        self.time.start_over(at)
        self.kind.set_value(self._kind if self._kind in KINDS else CheckInKind.OTHER)

    def _make_repeat(self) -> DropDown:
        repeat = planning.repeat_of(self.ctx.store, self._person.id)
        self._as_before = ONCE if repeat is None else AS_NOW
        made = DropDown(self.ctx.theme, repeat_options(repeat), tr("Repeats"), name=REPEAT)
        made.set_value(self._as_before)
        return made

    def _offer(self) -> Offer:
        """The day and the time offered now, by what is planned and by the day it is."""
        ctx, week = self.ctx, my_week(self.ctx.settings)
        offer = offers.offered(ctx.store, self._person.id, self._kind, ctx.clock.now(), week)
        self._offered = offer.day
        return offer

    def _offer_again(self) -> None:
        """Offer the day of now, if a day was offered and nobody chose another one."""
        offered, day = self._offered, self.day
        if offered is not None and day.day() == offered and not day.isModified():
            day.set_day(self._offer().day)
            self.follow_offer()

    def _arrange(self, title: str) -> None:
        self.when = Caption(wrap=True)
        self.clash = Caption(wrap=True)
        self.clash.set_kind("warning")
        self.day.fit()
        self.time.fit()
        when = QHBoxLayout()
        when.setSpacing(8)
        when.addWidget(self.day)
        when.addWidget(self.time)
        when.addStretch(1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.go)
        self.column.addWidget(Strong(title, wrap=True))
        self.column.addLayout(when)
        self.column.addWidget(self.when)
        self.column.addWidget(self.clash)
        self.column.addWidget(self.kind)
        self.column.addWidget(self.repeat)
        self.column.addLayout(foot)

    def _listen(self) -> None:
        for field in (self.day, self.time):
            field.words_edited.connect(self._look)
        self.day.timed.connect(self.time.start_over)
        self.kind.picked.connect(self._look)
        self.repeat.picked.connect(self._look)
        self.go.clicked.connect(self.submit)

    @override
    def open(self) -> None:
        """Show it with the cursor in the day."""
        super().open()
        self.day.selectAll()

    @override
    def refresh(self) -> None:
        """Offer a day again, and look who else is planned for that hour."""
        self._offer_again()
        self._look()

    @Slot()
    def _look(self) -> None:
        """Say which day is meant, and what stands in its way, while it is typed."""
        if not self.day.isModified():
            accept(self.day)  # it was refused for what stood beside it
        self.repeat.setEnabled(self.kind.value() is CheckInKind.ONE_ON_ONE)
        at, today = self._typed(), self.ctx.clock.today()
        if at is None:
            self._say_when(self._no_day())
            self._say_clash("")
            return
        parts = [ahead_words(at.date(), today), there_words(self._person, at), self._free(at)]
        self._say_when(". ".join(part for part in parts if part))
        but = self._check_in.id if self._check_in else 0
        clashes = planning.clashes(self.ctx.store, at, but)
        self._say_clash(" ".join(clash_words(clashes, self.ctx.sharing)))

    def _say_when(self, words: str) -> None:
        self.when.setText(words)
        self.when.setHidden(not words)

    def _say_clash(self, words: str) -> None:
        if words != self.clash.text():
            announce(self.clash, words)
        self.clash.setText(words)
        self.clash.setHidden(not words)

    def _no_day(self) -> str:
        if self.day.text().strip():
            return ""
        return tr("When? For example, fri, 24 Nov or +2w.")

    def _free(self, at: datetime) -> str:
        week = my_week(self.ctx.settings).of_person(self._person.work_days)
        return tr("Not a working day") if week.is_free(at.date()) else ""

    def _typed(self) -> datetime | None:
        """The moment that is typed, as far as it can be read."""
        day, behind = self.day.day(), None
        if self.day.isModified():
            day, behind = self.day.moment_of(self.day.text())
        at = read_time(self.time.text()) if self.time.isModified() else self.time.moment()
        at = behind or at
        try:
            return datetime.combine(day, at).astimezone() if day and at else None
        except (OverflowError, ValueError):
            return None  # of a year that no clock knows

    @override
    @Slot()
    def submit(self) -> None:
        """Plan or move it; what cannot be is said below the day."""
        if not take_all((self.day, self.time)):
            return
        at = self._typed()
        if at is None:
            self._refuse(tr("Enter a date, such as fri, 24 Nov or +2w."))
            return
        with self.taking():
            done = try_action(self.ctx, self._plan, at)
        if not done:
            return
        if done.value is None:
            self._refuse(self._refusal)
            return
        done.say(self._done_words(done.value))
        self.planned.emit(done.value.id)
        self.leave()

    def _done_words(self, check_in: CheckIn) -> str:
        weeks = self._weeks()
        stops = weeks == ONCE != self._as_before
        moved = self._check_in is not None
        return planned_words(check_in, self._person, weeks, moved=moved, stops=stops)

    def _refuse(self, words: str) -> None:
        refuse(self.day, words)
        self.day.setFocus()
        self.day.selectAll()

    def _weeks(self) -> int:
        """How often it repeats from now on; `AS_NOW` and `ONCE` are no number of weeks."""
        if self.kind.value() is not CheckInKind.ONE_ON_ONE:
            return self._as_before
        return int(str(self.repeat.value()))

    def _plan(self, at: datetime) -> CheckIn | None:
        """Do it in one step; None where that cannot be, with the sentence in `_refusal`."""
        try:
            return self._planned(at)
        except InvalidInput as error:
            self._refusal = sentence(error)
            return None

    def _planned(self, at: datetime) -> CheckIn:
        store, person_id, now = self.ctx.store, self._person.id, self.ctx.clock.now()
        kind, weeks = CheckInKind(str(self.kind.value())), self._weeks()
        check_in_id = self._check_in.id if self._check_in else 0
        if weeks > 0:
            return planning.plan_repeating(
                store, person_id, at, weeks, zone_here(), now, kind=kind, checkin_id=check_in_id
            )
        ends = weeks == ONCE != self._as_before
        if check_in_id:
            planning.move(store, check_in_id, at, now, kind, ends_repeat=ends)
            return checkins.get(store, check_in_id)
        if self._after and weeks == AS_NOW and kind is CheckInKind.ONE_ON_ONE:
            return planning.plan_early(store, self._after, at, now)
        return planning.plan(store, person_id, at, now, kind, ends_repeat=ends)


def zone_here() -> str:
    """The time zone of this computer by its name; "" where it has none."""
    return bytes(QTimeZone.systemTimeZoneId().data()).decode("ascii", "replace")
