"""Who is on the page: name, facts, the next talk, and the button that starts it."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.domain.clock import Clock
from careerdesk.domain.records import Person
from careerdesk.domain.views import PersonRow
from careerdesk.ui.base import names
from careerdesk.ui.base.texts import MIDDLE_DOT, Dates, tr
from careerdesk.ui.base.when import when_words
from careerdesk.ui.theme.theme import Theme, set_kind
from careerdesk.ui.widgets.buttons import FilledButton
from careerdesk.ui.widgets.labels import Caption, Muted, Strong, Title

LEAST_NAME = 260


class PersonHeader(QWidget):
    """A title, a line of facts, and at the right the next 1:1."""

    start_wanted = Signal()

    def __init__(self, theme: Theme, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._theme = theme
        self.setObjectName(names.PERSON_HEADER)
        self.title = Title(wrap=True)
        self.title.setObjectName(names.PERSON_NAME)
        self.facts = Muted(wrap=True)
        self.facts.setObjectName(names.PERSON_FACTS)
        self.next_label = Caption(tr("Next 1:1"))
        self.next_words = Strong()
        self.next_words.setObjectName(names.NEXT_CHECK_IN)
        self.start = FilledButton(
            theme, tr("Start check-in"), icon="start", name=names.START_CHECK_IN
        )
        self._beside = QHBoxLayout()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._arrange()
        self.setMinimumHeight(theme.look.measure(76))
        self.start.clicked.connect(self.start_wanted)

    def _arrange(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(2)
        left.addWidget(self.title)
        left.addWidget(self.facts)
        right = QVBoxLayout()
        right.setSpacing(1)
        right.addStretch(1)
        right.addWidget(self.next_label)
        right.addWidget(self.next_words)
        right.addStretch(1)
        self._beside.setSpacing(20)
        self._beside.addLayout(right)
        self._beside.addWidget(self.start)
        self._row.setContentsMargins(28, 14, 28, 6)
        self._row.setSpacing(20)
        self._row.addLayout(left, 1)
        self._row.addLayout(self._beside)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the name has too little room beside it, the next talk goes below."""
        super().resizeEvent(event)
        needed = self.start.sizeHint().width() + self.next_words.sizeHint().width()
        left = event.size().width() - needed - 2 * 28 - 2 * 20
        narrow = left < self._theme.look.measure(LEAST_NAME)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(down if narrow else across)
        self._row.setSpacing(8 if narrow else 20)
        side = Qt.AlignmentFlag.AlignLeading if narrow else Qt.AlignmentFlag(0)
        self._row.setAlignment(self._beside, side)

    @override
    def minimumSizeHint(self) -> QSize:
        """Room for what stands at the right."""
        fitting = self._beside.sizeHint().width() + 2 * 28
        return QSize(fitting, super().minimumSizeHint().height())

    def show_row(self, row: PersonRow) -> None:
        """Show a person and when the next talk is."""
        self.title.setText(row.person.name)
        self.facts.setText(facts_line(row.person, self._clock.now()))
        self.facts.setVisible(bool(self.facts.text()))
        planned = row.next_on is not None or row.running
        words = when_words(row, self._clock.today()) if planned else tr("Not planned")
        self.next_words.setText(tr("Now") if row.running else words)
        self.start.set_words(tr("Go to check-in") if row.running else tr("Start check-in"))

    def set_quiet(self, *, quiet: bool) -> None:
        """Give up the filled button where the page has one of its own."""
        set_kind(self.start, "" if quiet else "filled")
        self.start.set_icon("start", "text" if quiet else "on-growth")


def facts_line(person: Person, now: datetime) -> str:
    """Title, level, team, pronouns, place and the time there, as far as they are known."""
    facts = [person.title, person.level, person.team, person.pronouns, _place(person, now)]
    return MIDDLE_DOT.join(fact for fact in facts if fact)


def _place(person: Person, now: datetime) -> str:
    there = _time_there(person.time_zone, now)
    if there and person.place:
        return tr("{place}, {time} there").format(place=person.place, time=there)
    return person.place or there


def _time_there(zone: str, now: datetime) -> str:
    if not zone:
        return ""
    try:
        local = now.astimezone(UTC).astimezone(ZoneInfo(zone))
    except (KeyError, ValueError, OSError):
        return ""
    return Dates.time(local.time())
