"""When an earlier check-in was held, put right in its place; or why it was not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.domain import moments
from careerdesk.domain.days import check_not_before
from careerdesk.domain.errors import InvalidInput
from careerdesk.domain.records import CheckIn, CheckInState, Person
from careerdesk.i18n import tr
from careerdesk.services import planning
from careerdesk.services.versions import TextRef
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import sentence, try_action
from careerdesk.ui.base.text_source import set_source
from careerdesk.ui.base.texts import Dates
from careerdesk.ui.base.unstored import HalfTyped
from careerdesk.ui.widgets.date_edit import PastDateField
from careerdesk.ui.widgets.labels import Body, Caption
from careerdesk.ui.widgets.private import PrivateMark
from careerdesk.ui.widgets.time_field import TimeField, read_time

DAY, TIME = "earlierDay", "earlierTime"


class _PastDay(PastDateField):
    """Takes no day that *why* has something against; the arrows stop before it."""

    def __init__(self, today: Callable[[], date], why: Callable[[date], str]) -> None:
        super().__init__(today, tr("Date of the check-in"), name=DAY)
        self._why = why

    @override
    def why_not(self, words: str) -> str:
        day = self.read(words) if words else None
        if not words:
            return tr("Enter the date of the check-in, or press Esc.")
        return super().why_not(words) or (self._why(day) if day else "")

    @override
    def _pick(self, day: date | None) -> None:
        if day is not None and not self._why(day):
            super()._pick(day)


class _PastTime(TimeField):
    """Takes no time that *why* has something against; the arrows stop before it."""

    def __init__(self, why: Callable[[time], str]) -> None:
        super().__init__(tr("Start time"), name=TIME)
        self._why = why

    @override
    def why_not(self, words: str) -> str:
        at = read_time(words)
        return super().why_not(words) or (self._why(at) if at else "")

    @override
    def _pick(self, at: time) -> None:
        if not self._why(at):
            super()._pick(at)


class HeldMoment(QWidget):
    """Day and time of a check-in that was held, and when it was noted if that was later.

    Of one that was skipped or cancelled it says why; that is for the manager alone.
    """

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Start without a check-in."""
        super().__init__(parent)
        self._ctx = ctx
        self._check_in: CheckIn | None = None
        self._person = Person()
        self.day = _PastDay(ctx.clock.today, self._why_not_day)
        self.time = _PastTime(self._why_not_time)
        self._halves = (HalfTyped(ctx, DAY, self.day), HalfTyped(ctx, TIME, self.time))
        self.noted = Caption(wrap=True)
        self._when, self._why = QWidget(), QWidget()
        self.why = Body(wrap=True)
        self._arrange()
        self.day.picked.connect(self._store)
        self.time.picked.connect(self._store)

    def show_check_in(self, check_in: CheckIn, person: Person) -> None:
        """Show when one was held, or why it was not."""
        self._check_in, self._person = check_in, person
        held, there = check_in.state is CheckInState.HELD, moments.local(check_in)
        for half in self._halves:
            half.belong_to(check_in.person_id, CheckIn, check_in.id)
        self.day.set_day(there.date())
        self.time.set_time(there.time())
        self.noted.setText(noted_words(check_in))
        self.noted.setHidden(not self.noted.text())
        self.why.setText(check_in.reason)
        set_source(self.why, TextRef(CheckIn, check_in.id, "reason"))
        self._when.setHidden(not held)
        self._why.setHidden(held or not check_in.reason)
        self.setHidden(not held and not check_in.reason)

    def _arrange(self) -> None:
        self.day.fit()
        self.time.fit()
        when = QHBoxLayout(self._when)
        why = QHBoxLayout(self._why)
        for row in (when, why):
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(8)
        when.addWidget(self.day)
        when.addWidget(self.time)
        when.addWidget(self.noted, 1)
        when.addStretch()  # where there is nothing to say beside them, they still begin at the left
        why.addWidget(PrivateMark(self._ctx.theme))
        why.addWidget(self.why, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._when)
        column.addWidget(self._why)
        self._ctx.sharing.hide_while_sharing(self._why)

    def _why_not_day(self, day: date) -> str:
        return self._why_not(day, self.time.moment())

    def _why_not_time(self, at: time) -> str:
        day = self.day.day()
        return self._why_not(day, at) if day else ""

    def _why_not(self, day: date, at: time) -> str:
        """What there is against a moment, as the service would say it."""
        try:
            if datetime.combine(day, at).astimezone() > self._ctx.clock.now():
                return tr("That's in the future. Choose a past date and time.")
            check_not_before(day, self._person.start_date, self._person.short_name)
        except InvalidInput as error:
            return sentence(error)
        except (OverflowError, ValueError, OSError):
            return ""  # of a year that no clock knows: the field says so itself
        return ""

    def _store(self) -> None:
        day = self.day.day()
        if self._check_in is None or day is None:
            return
        at = datetime.combine(day, self.time.moment()).astimezone()
        ctx = self._ctx
        try_action(
            ctx, planning.redate, ctx.store, self._check_in.id, at, ctx.clock.now()
        ).ignored_because("a banner says why; the next reading shows what is stored")


def noted_words(check_in: CheckIn) -> str:
    """`held 24 Nov, noted 26 Nov`, where these are two days."""
    if check_in.noted_on is None or check_in.state is not CheckInState.HELD:
        return ""
    held = moments.day(check_in)
    return tr(
        "held {day}, recorded {noted}",
        day=Dates.short_date(held, check_in.noted_on),
        noted=Dates.short_date(check_in.noted_on, held),
    )
