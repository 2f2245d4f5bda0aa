"""Asks after a check-in that nobody ended: *Finish Mareike's at 14:30?*"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import QObject, QTimer, Slot

from careerdesk.domain import cadence, moments
from careerdesk.domain.errors import UserError
from careerdesk.domain.forgotten import may_have_ended, slept_since
from careerdesk.domain.records import CheckIn, CheckInKind, LookedAhead, Person
from careerdesk.services import checkins
from careerdesk.services.store import Changes
from careerdesk.ui.base.acting import succeeded
from careerdesk.ui.base.carrying import carrying
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.still_talking import STILL, finish_question, still_said_at
from careerdesk.ui.base.texts import Dates, tr

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
        self._asked: dict[int, datetime] = {}
        self._asked_on = ctx.clock.today()
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
        if changes.touches(CheckIn):
            self.look()

    @Slot()
    def look(self) -> None:
        """Ask after what needs it; take down what was answered elsewhere."""
        now = self._ctx.clock.now()
        self._ask_anew_on(self._ctx.clock.today())
        slept, self._looked_at = slept_since(self._looked_at, now), now
        try:
            running = checkins.every_running(self._ctx.store)
        except UserError:
            return  # what is wrong with the file is said where the user works on it
        if slept is not None:
            for _, talk in running:
                self._slept.setdefault(talk.id, slept)
        wanted = self._wanted(running, now)
        for gone in self._asked.keys() - wanted.keys():
            self._take_down(gone)
        for one in wanted.values():
            self._ask(*one)

    def _ask_anew_on(self, today: date) -> None:
        """On another day it is asked in other words: the day is named."""
        if today != self._asked_on:
            self._asked_on = today
            self._asked.clear()

    def _wanted(
        self, running: Sequence[tuple[Person, CheckIn]], now: datetime
    ) -> dict[int, tuple[Person, CheckIn, datetime]]:
        """What is to be asked about, by the ids of the check-ins."""
        wanted = {}
        for place, (person, talk) in enumerate(running):
            ended = self._ended_at(talk, now, running[place + 1 :])
            if ended is not None and self._ctx.sharing.shows(person.id):
                wanted[talk.id] = (person, talk, ended)
        return wanted

    def _ended_at(
        self, talk: CheckIn, now: datetime, later: Sequence[tuple[Person, CheckIn]]
    ) -> datetime | None:
        begun = cadence.begun_at(later[0][1]) if later else None
        return may_have_ended(
            talk, now, fell_asleep=self._slept.get(talk.id), next_began=begun,
            still_at=still_said_at(self._ctx.settings, talk),
        )  # fmt: skip

    def _ask(self, person: Person, talk: CheckIn, ended: datetime) -> None:
        if self._asked.get(talk.id) == ended:
            return
        self._asked[talk.id] = ended
        today = self._ctx.clock.today()
        there = moments.local_of(ended, talk.utc_offset)
        at = Dates.time(there.time())
        words = finish_question(person, there, today)
        self._ctx.notices.banner(
            f"{BANNER}-{talk.id}", "growth", words,
            (
                (tr("Finish at {time}").format(time=at), carrying(self._finish, talk.id)),
                (tr("Still talking"), carrying(self._go_on, talk.id)),
            ),
            closed=carrying(self._go_on, talk.id),
        )  # fmt: skip

    def _finish(self, talk_id: int) -> None:
        ended = self._asked.get(talk_id)
        if ended is None:
            return
        self._ctx.autosaver.flush()
        talk = checkins.get(self._ctx.store, talk_id)
        ahead = LookedAhead.MOSTLY if talk.kind is CheckInKind.CAREER else None
        done = succeeded(
            self._ctx, checkins.finish, self._ctx.store, talk_id, ended,
            looked_ahead=ahead, now=self._ctx.clock.now(),
        )  # fmt: skip
        if done:
            self._take_down(talk_id)
            self._ctx.notices.toast(_finished_words(talk, ended), undo=True)

    def _go_on(self, talk_id: int) -> None:
        """It goes on: asked again after as long a time once more."""
        now = self._ctx.clock.now()
        self._ctx.settings.setValue(STILL, f"{talk_id} {now.isoformat()}")
        self._slept.pop(talk_id, None)
        self._take_down(talk_id)
        self.look()

    def _take_down(self, talk_id: int) -> None:
        self._asked.pop(talk_id, None)
        self._ctx.notices.clear_banner(f"{BANNER}-{talk_id}")


def _finished_words(talk: CheckIn, ended: datetime) -> str:
    minutes = cadence.minutes_between(cadence.begun_at(talk), ended)
    day = Dates.week_day(moments.day(talk))
    return tr("Check-in of {day} finished, {n} min").format(day=day, n=minutes)
