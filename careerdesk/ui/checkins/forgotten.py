"""Asks after a check-in that nobody ended: *Finish Mareike's at 14:30?*"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Slot

from careerdesk.domain import cadence, moments
from careerdesk.domain.errors import UserError
from careerdesk.domain.forgotten import may_have_ended, slept_since
from careerdesk.domain.records import CheckIn, CheckInKind, LookedAhead, Person
from careerdesk.i18n import tr
from careerdesk.services import checkins
from careerdesk.services.store import Changes
from careerdesk.ui.base.carrying import carrying
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import try_action
from careerdesk.ui.base.still_talking import finish_question, say_still, still_said_at
from careerdesk.ui.base.texts import Dates

EVERY = 20_000  # milliseconds between two looks
BANNER = "forgotten"


class ForgottenFinish(QObject):
    """Looks now and then for check-ins that go on too long, while the computer slept, or another.

    One banner for each asks when it ended; nothing is counted before that is answered. It names
    nobody while the screen is shared with somebody else.
    """

    def __init__(self, ctx: Context, parent: QObject) -> None:
        """Look at once, and from then on while *parent* lives."""
        super().__init__(parent)
        self._ctx = ctx
        self._asked: dict[int, tuple[datetime, str]] = {}
        self._slept: dict[int, datetime] = {}
        self._looked_at: datetime | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        ctx.bridge.changed.connect(self._heard)
        ctx.sharing.changed.connect(self.look)
        self.look()

    @Slot(object)
    def _heard(self, changes: Changes) -> None:
        if changes.touches(Person, CheckIn):
            self.look()

    @Slot()
    def look(self) -> None:
        """Ask after what needs it; take down what was answered elsewhere."""
        now = self._ctx.clock.now()
        slept, self._looked_at = slept_since(self._looked_at, now), now
        try:
            running = checkins.every_running(self._ctx.store)
        except UserError:
            return  # what is wrong with the file is said where the user works on it
        if slept is not None:
            for _, check_in in running:
                self._slept.setdefault(check_in.id, slept)
        wanted = self._wanted(running, now)
        for gone in self._asked.keys() - wanted.keys():
            self._take_down(gone)
        for one in wanted.values():
            self._ask(*one)

    def _wanted(
        self, running: Sequence[tuple[Person, CheckIn]], now: datetime
    ) -> dict[int, tuple[Person, CheckIn, datetime]]:
        """What is to be asked about, by the ids of the check-ins."""
        wanted = {}
        for place, (person, check_in) in enumerate(running):
            ended = self._ended_at(check_in, now, running[place + 1 :])
            if ended is not None and self._ctx.sharing.shows(person.id):
                wanted[check_in.id] = (person, check_in, ended)
        return wanted

    def _ended_at(
        self, check_in: CheckIn, now: datetime, later: Sequence[tuple[Person, CheckIn]]
    ) -> datetime | None:
        begun = cadence.begun_at(later[0][1]) if later else None
        return may_have_ended(
            check_in, now, fell_asleep=self._slept.get(check_in.id), next_began=begun,
            still_at=still_said_at(self._ctx.settings, check_in),
        )  # fmt: skip

    def _ask(self, person: Person, check_in: CheckIn, ended: datetime) -> None:
        there = moments.local_of(ended, check_in.utc_offset)
        at = Dates.time(there.time())
        words = finish_question(person, there, self._ctx.clock.today())
        if self._asked.get(check_in.id) == (ended, words):
            return  # one that is put up again takes the keyboard from its buttons
        self._asked[check_in.id] = ended, words
        self._ctx.notices.banner(
            f"{BANNER}-{check_in.id}", "growth", words,
            (
                (tr("Finish at {time}", time=at), carrying(self._finish, check_in.id)),
                (tr("Still talking"), carrying(self._go_on, check_in.id)),
            ),
            closed=carrying(self._go_on, check_in.id),
        )  # fmt: skip

    def _finish(self, check_in_id: int) -> None:
        asked = self._asked.get(check_in_id)
        if asked is None:
            return
        ended, _ = asked
        self._ctx.autosaver.flush()
        check_in = checkins.get(self._ctx.store, check_in_id)
        ahead = LookedAhead.MOSTLY if check_in.kind is CheckInKind.CAREER else None
        done = try_action(
            self._ctx, checkins.finish, self._ctx.store, check_in_id, ended,
            looked_ahead=ahead, now=self._ctx.clock.now(),
        )  # fmt: skip
        if done:
            self._take_down(check_in_id)
            self._ctx.notices.toast(_finished_words(check_in, ended), undo=True)

    def _go_on(self, check_in_id: int) -> None:
        """It goes on: asked again after as long a time once more."""
        say_still(self._ctx.settings, check_in_id, self._ctx.clock.now())
        self._slept.pop(check_in_id, None)
        self._take_down(check_in_id)
        self.look()

    def _take_down(self, check_in_id: int) -> None:
        self._asked.pop(check_in_id, None)
        self._ctx.notices.clear_banner(f"{BANNER}-{check_in_id}")


def _finished_words(check_in: CheckIn, ended: datetime) -> str:
    minutes = cadence.minutes_between(cadence.begun_at(check_in), ended)
    day = Dates.week_day(moments.day(check_in))
    return tr("Check-in on {day} finished ({n} min)", day=day, n=minutes)
