"""What follows a running check-in: what is planned, what the repeat writes, or a proposal."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from PySide6.QtCore import QObject, Slot

from careerdesk.domain import moments, repeats
from careerdesk.domain.offers import near_quarter, offered_day
from careerdesk.domain.records import CheckIn, CheckInKind, Person
from careerdesk.domain.standing import has_left
from careerdesk.i18n import tr
from careerdesk.services import check_ins_around, repeating
from careerdesk.services.check_ins_around import CheckInsAround
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.texts import Dates
from careerdesk.ui.base.work_week import my_week
from careerdesk.ui.checkins.check_in_bar import CheckInBar


class NextCheckIn(QObject):
    """Says on the bar when the next check-in is, and opens the popover that plans it.

    Where none is planned and nothing repeats, the day by the person's cadence is proposed, which
    Finish takes unless it is not wanted, or a career conversation is planned for it.
    """

    def __init__(self, ctx: Context, bar: CheckInBar) -> None:
        """Live as long as the bar."""
        super().__init__(bar)
        self._ctx, self._bar = ctx, bar
        self._check_in: CheckIn | None = None
        self._planned: CheckIn | None = None
        self._at: datetime | None = None
        self._proposed: datetime | None = None
        self._unwanted = 0  # the check-in after which none is wanted
        bar.next_wanted.connect(self.open)
        bar.no_next_wanted.connect(self._want_none)

    @property
    def proposed(self) -> datetime | None:
        """The moment that Finish plans; None where something is planned, or nothing is wanted."""
        return self._proposed

    @property
    def at(self) -> datetime | None:
        """When the next one will be; None where none will."""
        return self._at

    def show_check_in(self, check_in: CheckIn, around: CheckInsAround) -> None:
        """Show a running check-in with what follows it."""
        self._check_in = check_in
        today, planned = self._ctx.clock.today(), around.planned
        coming = [one for one in planned if moments.day(one) >= today]
        ours = [one for one in coming if one.kind is not CheckInKind.CAREER]
        self._planned = ours[0] if ours else None
        missed = len(coming) < len(planned)
        self._at, self._proposed = self._follows(check_in, around, missed=missed)
        words = tr("Plan next check-in") if self._at is None else _words(self._at, today)
        settled = self._at is None or self._proposed is None
        self._bar.show_check_in(check_in, words, next_planned=settled)

    def _follows(
        self, check_in: CheckIn, around: CheckInsAround, *, missed: bool
    ) -> tuple[datetime | None, datetime | None]:
        """When the next one is, and the same once more if Finish has to plan it."""
        if self._planned is not None:
            return moments.local(self._planned), None
        person, repeat = around.person, around.repeat
        if repeat is not None and check_in.repeat_id == repeat.id:
            day = repeating.day_after(repeat, person, check_in, self._ctx.clock.now())
            return (repeats.moment(repeat, day).astimezone() if day else None), None
        if self._unwanted == check_in.id or (repeat is not None and missed):
            return None, None
        proposed = self._by_cadence(check_in, person)
        if proposed and proposed.date() in map(moments.day, around.planned):
            return None, None  # a career conversation: nobody wants both on one day unasked
        return proposed, proposed

    def _by_cadence(self, check_in: CheckIn, person: Person) -> datetime | None:
        if has_left(person):
            return None
        today = self._ctx.clock.today()
        due = moments.day(check_in) + timedelta(days=max(person.cadence_days, 1))
        week = my_week(self._ctx.settings).of_person(person.work_days)
        day = offered_day(person, due, today, week)
        if day is None:
            return None
        return datetime.combine(day, near_quarter(moments.local(check_in))).astimezone()

    @Slot()
    def open(self) -> None:
        """Plan the next check-in, or move the one that is planned."""
        if self._check_in is None:
            return
        from careerdesk.ui.widgets.planning_popover import PlanningPopover  # late: seldom wanted

        by_repeat = self._planned is None and self._at is not None and self._proposed is None
        check_in_id = self._planned.id if self._planned is not None else 0
        PlanningPopover(
            self._ctx, self._bar.next, self._check_in.person_id,
            CheckInKind.ONE_ON_ONE, check_in_id,
            first=self._at, after=self._check_in.id if by_repeat else 0,
        ).open()  # fmt: skip

    @Slot()
    def _want_none(self) -> None:
        if self._check_in is not None:
            self._unwanted = self._check_in.id
            store, person_id = self._ctx.store, self._check_in.person_id
            self.show_check_in(self._check_in, check_ins_around.around(store, person_id))


def _words(at: datetime, today: date) -> str:
    """*Next: Tue 1 Dec, 14:00*."""
    day = Dates.week_day(at.date()) if (at.date() - today).days > 1 else Dates.short_day_within(
        at.date(), today
    )  # fmt: skip
    return tr("Next: {day}, {time}", day=day, time=Dates.time(at.time()))
