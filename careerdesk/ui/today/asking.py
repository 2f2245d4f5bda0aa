"""A small form beside a row: until when somebody is still away."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QRect, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.domain.errors import InvalidInput
from careerdesk.i18n import tr
from careerdesk.services import leave, people
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import sentence, try_action
from careerdesk.ui.base.field_note import refuse
from careerdesk.ui.base.texts import Dates
from careerdesk.ui.widgets.buttons import FilledButton
from careerdesk.ui.widgets.date_edit import DateField
from careerdesk.ui.widgets.days_shown import OffersToday
from careerdesk.ui.widgets.labels import Caption, Strong
from careerdesk.ui.widgets.popover import Popover
from careerdesk.ui.widgets.typed_field import take_all

AWAY, AWAY_UNTIL, AWAY_GO = "awayPopover", "awayUntil", "awayGo"
OFFERED = timedelta(days=7)


class AwayForm(Popover):
    """Gives a leave that should be over a new last day."""

    def __init__(self, ctx: Context, anchor: QWidget, person_id: int, at: QRect) -> None:
        person = people.get(ctx.store, person_id)
        title = tr("{name} is still away", name=person.name)
        super().__init__(ctx, anchor, name=AWAY, label=title, at=at)
        self._person_id = person_id
        self._refusal = ""
        self.until = DateField(ctx.clock.today, tr("Last day of leave"), name=AWAY_UNTIL)
        self.until.start_over(ctx.clock.today() + OFFERED)
        self.go = FilledButton(ctx.theme, tr("Save"), name=AWAY_GO)
        self.go.clicked.connect(self.submit)
        _arrange(self, title, self.until, self.go, Caption(tr("Last day of leave"), wrap=True))
        self.keep_words(AWAY, {"until": self.until}, person_id, offered="until")
        OffersToday(self.until, ctx.day, ahead=OFFERED).moved.connect(self.follow_offer)
        self.set_stops(self.until, self.go)

    @override
    def open(self) -> None:
        """Show it with the day ready to be typed over."""
        super().open()
        self.until.selectAll()

    @override
    @Slot()
    def submit(self) -> None:
        """Store the new last day; what cannot be is said below it."""
        if not take_all((self.until,)):
            return
        day = self.until.day()
        if day is None:
            self._refuse(tr("Enter a date, such as fri, 24 Nov or +2w."))
            return
        with self.taking():
            done = try_action(self.ctx, self._store, day)
        if not done:
            return
        if not done.value:
            self._refuse(self._refusal)
            return
        done.say(tr("On leave until {day}", day=Dates.week_day(day)))
        self.leave()

    def _refuse(self, words: str) -> None:
        refuse(self.until, words)
        self.until.setFocus()
        self.until.selectAll()

    def _store(self, day: date) -> bool:
        """Store it; False where that cannot be, with the sentence in `_refusal`."""
        try:
            leave.still_away(self.ctx.store, self._person_id, day, self.ctx.clock.today())
        except InvalidInput as error:
            self._refusal = sentence(error)
            return False
        return True


def _arrange(form: Popover, title: str, field: QWidget, go: QWidget, note: Caption) -> None:
    foot = QHBoxLayout()
    foot.setSpacing(8)
    foot.addWidget(field, 1)
    foot.addWidget(go)
    form.column.addWidget(Strong(title, wrap=True))
    form.column.addLayout(foot)
    form.column.addWidget(note)
