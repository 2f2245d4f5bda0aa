"""Who is on the page: name, facts, when the next check-in is, and the button that starts it."""

from __future__ import annotations

from datetime import UTC, date, datetime

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.domain.clock import Clock
from careerdesk.domain.records import Person
from careerdesk.domain.standing import has_left
from careerdesk.domain.views import PersonRow
from careerdesk.i18n import fill, tr
from careerdesk.ui.base import names
from careerdesk.ui.base.texts import MIDDLE_DOT, Dates
from careerdesk.ui.theme.theme import Theme, set_kind
from careerdesk.ui.widgets.buttons import FilledButton, OutlinedButton
from careerdesk.ui.widgets.labels import Muted, Title

BETWEEN = 8  # pixels, two buttons
LEAST_NAME = 260
TICK_MS = 10_000  # between two looks at the clock, where somebody is in another zone


class PersonHeader(QWidget):
    """A title, a line of facts, and at the right when the next check-in is.

    `plan_wanted` asks to plan or to move that one, `start_wanted` to start what is due.
    """

    start_wanted = Signal()
    plan_wanted = Signal()

    def __init__(self, theme: Theme, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._theme = theme
        self._is_below = self._is_gone = self._is_undecided = False
        self._person = Person()
        self._ticks = QTimer(self)
        self._ticks.setInterval(TICK_MS)
        self._ticks.timeout.connect(self.tell_time)
        self.setObjectName(names.PERSON_HEADER)
        self.title = Title(wrap=True)
        self.title.setObjectName(names.PERSON_NAME)
        self.facts = Muted(wrap=True)
        self.facts.setObjectName(names.PERSON_FACTS)
        self.next = OutlinedButton(theme, tr("Next"), "calendar", name=names.NEXT_CHECK_IN)
        self.start = FilledButton(
            theme, tr("Start check-in"), icon="start", name=names.START_CHECK_IN
        )
        self._beside = QHBoxLayout()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._arrange()
        self.setMinimumHeight(theme.look.measure(76))
        self.start.clicked.connect(self.start_wanted)
        self.next.clicked.connect(self.plan_wanted)

    def _arrange(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(2)
        left.addWidget(self.title)
        left.addWidget(self.facts)
        self._beside.setSpacing(BETWEEN)
        self._beside.addWidget(self.next)
        self._beside.addWidget(self.start)
        self._row.setContentsMargins(28, 14, 28, 6)
        self._row.setSpacing(20)
        self._row.addLayout(left, 1)
        self._row.addLayout(self._beside)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """The width decides what stands beside the name."""
        super().resizeEvent(event)
        self._place(event.size().width())

    def _place(self, width: int) -> None:
        """Where the name has too little room beside it, the next check-in goes below."""
        left = width - self._beside_width() - 2 * 28 - 20
        narrow = left < self._theme.look.measure(LEAST_NAME)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(down if narrow else across)
        self._row.setSpacing(8 if narrow else 20)
        side = Qt.AlignmentFlag.AlignLeading if narrow else Qt.AlignmentFlag(0)
        self._row.setAlignment(self._beside, side)

    def _beside_width(self) -> int:
        """Of the buttons with the words they have now: their layout goes by those before."""
        shown = [one.sizeHint().width() for one in (self.next, self.start) if not one.isHidden()]
        return sum(shown) + BETWEEN * (len(shown) - 1)

    @override
    def minimumSizeHint(self) -> QSize:
        """Room for what stands at the right."""
        fitting = self._beside_width() + 2 * 28
        return QSize(fitting, super().minimumSizeHint().height())

    def show_row(self, row: PersonRow) -> None:
        """Show a person and when the next check-in is."""
        self._person = row.person
        self.title.setText(row.person.name)
        self.tell_time()
        self._tick()
        words, spoken = _next_words(row, self._clock.today())
        self.next.set_words(words)
        self.next.setAccessibleName(spoken)
        self._is_undecided = row.running and not _is_ahead(row, self._clock.today())
        self.start.set_words(tr("Go to check-in") if row.running else tr("Start check-in"))
        self._is_gone = has_left(row.person)
        self._show_buttons()

    @Slot()
    def tell_time(self) -> None:
        """Say the facts, among them what time it is where the person is."""
        self.facts.setText(facts_line(self._person, self._clock.now()))
        self.facts.setVisible(bool(self.facts.text()))

    def _tick(self) -> None:
        """Follow the clock only while there is a time to be seen."""
        if self._person.time_zone and self.isVisible():
            self._ticks.start()
        else:
            self._ticks.stop()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Say what time it is now."""
        super().showEvent(event)
        self.tell_time()
        self._tick()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Leave the clock alone."""
        super().hideEvent(event)
        self._ticks.stop()

    def set_running_below(self, *, there: bool) -> None:
        """Leave to the check-in that runs below what it says and does itself."""
        self._is_below = there
        self._show_buttons()

    def _show_buttons(self) -> None:
        """Of somebody who left there is no next one; what is planned still stands on the page.

        Nor is there one while a check-in runs that is yet to say when the next one will be.
        """
        self.next.setHidden(self._is_below or self._is_gone or self._is_undecided)
        self.start.setHidden(self._is_below)
        self._place(self.width())

    def set_quiet(self, *, quiet: bool) -> None:
        """Give up the filled button where the page has one of its own."""
        set_kind(self.start, "" if quiet else "filled")
        self.start.set_icon("start", "text" if quiet else "on-growth")


def _is_ahead(row: PersonRow, today: date) -> bool:
    """Whether one is planned for today or later."""
    return row.next_at is not None and row.next_on is not None and row.next_on >= today


def _next_words(row: PersonRow, today: date) -> tuple[str, str]:
    """`Next: Tue 1 Dec, 14:00`, `Missed 3 Mar`, or when one is due; and how that is spoken."""
    if row.next_on is not None and row.next_on < today:
        return _over_words(row, row.next_on, today)
    when = tr("not planned")
    if row.next_at is not None:
        when = _moment_words(row.next_at.astimezone(), today)
    elif row.next_on is not None:
        when = tr("due {day}", day=Dates.short_day_within(row.next_on, today))
    spoken = tr("Next check-in: {when}. Plan or reschedule it", when=when)
    return tr("Next: {when}", when=when), spoken


def _over_words(row: PersonRow, on: date, today: date) -> tuple[str, str]:
    day = Dates.short_day_within(on, today)
    if row.next_at is not None:
        spoken = tr("Check-in missed on {day}. Plan or reschedule it", day=day)
        return tr("Missed {day}", day=day), spoken
    spoken = tr("Check-in overdue since {day}. Plan or reschedule it", day=day)
    return tr("Overdue since {day}", day=day), spoken


def _moment_words(at: datetime, today: date) -> str:
    near = (at.date() - today).days <= 1
    template = tr("{day} {time}") if near else tr("{day}, {time}")
    day = Dates.short_day_within(at.date(), today) if near else Dates.week_day(at.date())
    return fill(template, day=day, time=Dates.time(at))


def facts_line(person: Person, now: datetime) -> str:
    """Title, level, team, pronouns, place and the time there, as far as they are known."""
    facts = [person.title, person.level, person.team, person.pronouns, _place(person, now)]
    return MIDDLE_DOT.join(fact for fact in facts if fact)


def _place(person: Person, now: datetime) -> str:
    there = _time_there(person.time_zone, now)
    if there and person.place:
        return tr("{place}, {time} local time", place=person.place, time=there)
    return person.place or there


def _time_there(zone: str, now: datetime) -> str:
    if not zone:
        return ""
    from zoneinfo import ZoneInfo  # few are in another zone

    try:
        local = now.astimezone(UTC).astimezone(ZoneInfo(zone))
    except (KeyError, ValueError, OSError):
        return ""
    return Dates.time(local.time())
