"""The bar over a running talk: what it is, how long it takes, how it ends."""

from __future__ import annotations

from contextlib import AbstractContextManager
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QMenu, QWidget

from careerdesk.compat import override
from careerdesk.domain.cadence import forward_minutes_of, minutes_between
from careerdesk.domain.records import CheckIn, CheckInKind
from careerdesk.ui.base import names
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.texts import Dates, kind_word, tr
from careerdesk.ui.base.unstored import HalfTyped, Unstored
from careerdesk.ui.widgets.buttons import FilledButton, IconButton
from careerdesk.ui.widgets.compact import CompactSegmented
from careerdesk.ui.widgets.date_edit import DateField
from careerdesk.ui.widgets.drop_down import DropDown
from careerdesk.ui.widgets.flow import FlowLayout
from careerdesk.ui.widgets.labels import Muted, RoleLabel
from careerdesk.ui.widgets.number_field import NumberField
from careerdesk.ui.widgets.section import IconMark
from careerdesk.ui.widgets.time_field import TimeField
from careerdesk.ui.widgets.typed_field import take_all

KINDS = (CheckInKind.ONE_ON_ONE, CheckInKind.CAREER, CheckInKind.OTHER)
TICK_MS = 10_000
MOST_MINUTES = 24 * 60
FIELD = 44
GAP = 12
GROUP_HEIGHT = 30
LEAST_WIDTH = 320
SPARE = 14  # that a drop-down asks for beside its words and its arrow
QUARTER = 15


class _Running(RoleLabel):
    role = "strong"
    kind = "accent"


class MomentField(QWidget):
    """A day and a time; `picked` tells that one of them was changed."""

    picked = Signal()

    def __init__(self, ctx: Context, name: str, parent: QWidget | None = None) -> None:
        """Start without a day."""
        super().__init__(parent)
        self.day = DateField(ctx.clock.today, tr("Day of the next talk"), name=name)
        self.time = TimeField(tr("Time of the next talk"), name=f"{name}Time")
        for field, sample in ((self.day, "24 September"), (self.time, Dates.time(time(22, 30)))):
            field.setFixedWidth(field.fontMetrics().horizontalAdvance(sample) + 22)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.day)
        row.addWidget(self.time)
        self.day.picked.connect(self.picked)
        self.time.picked.connect(self.picked)

    def set_moment(self, day: date | None, at: time) -> None:
        """Show a day, or none, and a time."""
        self.day.set_day(day)
        self.time.set_time(at)

    def start_over(self, day: date | None, at: time) -> None:
        """Show a day, or none, and a time in place of whatever is typed."""
        self.day.start_over(day)
        self.time.start_over(at)

    def moment(self, now: datetime) -> datetime | None:
        """The moment in the zone of *now*; None without a day."""
        day = self.day.day()
        if day is None:
            return None
        return datetime.combine(day, self.time.moment()).astimezone(now.tzinfo)

    def is_refused(self) -> bool:
        """Take what is typed; whether some of it is no day or no time: it gets the cursor."""
        return not take_all((self.day, self.time))


def near_quarter(moment: datetime) -> time:
    """The time of a moment on the quarter of an hour next to it."""
    past = timedelta(minutes=moment.minute % QUARTER, seconds=moment.second)
    whole = moment - past + timedelta(minutes=QUARTER if past.seconds >= 450 else 0)
    return time(whole.hour, whole.minute)


class TalkBar(QFrame):
    """Says what the user wants and changes nothing; counts the minutes that look forward.

    `forward_turned` tells since when the talk looks forward (None: not now) and the minutes so far.
    """

    kind_picked = Signal(object)
    minutes_entered = Signal(object)
    forward_turned = Signal(object, object)
    finish_wanted = Signal()
    cancel_wanted = Signal()
    discard_wanted = Signal()

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Start without a talk."""
        super().__init__(parent)
        self._ctx = ctx
        self._talk: CheckIn | None = None
        self._since: datetime | None = None
        self.setProperty("kind", "banner-growth")
        self.kind = DropDown(
            ctx.theme, [(kind, kind_word(kind)) for kind in KINDS], tr("Kind of talk"),
            name="checkInKind",
        )  # fmt: skip
        self.kind.setMaximumWidth(self.kind.sizeHint().width() - SPARE)
        self.since = Muted()
        self.minutes = _minutes(ctx, tr("Minutes"), "checkInMinutes")
        self.forward = _minutes(ctx, tr("Minutes looking forward"), "checkInForward")
        self.switch = CompactSegmented(
            ctx.theme,
            [(False, tr("Now")), (True, tr("Looking forward"))],
            tr("What the talk is about"),
            name=names.FORWARD_SWITCH, empty=False,
        )  # fmt: skip
        self.next = MomentField(ctx, names.NEXT_TALK_EDIT)
        self.more = IconButton(ctx.theme, "more", tr("More about this talk"), name="checkInMore")
        self.finish = FilledButton(
            ctx.theme, tr("Finish"), "check", name=names.FINISH_CHECK_IN, compact=True
        )
        self._next_unstored = Unstored(
            ctx, "checkInNext", {"day": self.next.day, "time": self.next.time}
        )
        self._halves = (
            HalfTyped(ctx, "checkInMinutes", self.minutes),
            HalfTyped(ctx, "checkInForward", self.forward),
        )
        self._ticks = QTimer(self)
        self._ticks.setInterval(TICK_MS)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._left, self._right = QWidget(), QWidget()
        self._arrange()
        self._connect()

    def show_talk(self, talk: CheckIn, next_day: date | None, next_time: time) -> None:
        """Show a running talk, and when the next one would be."""
        for half in self._halves:
            half.belong_to(talk.person_id, CheckIn, talk.id)
        if self._next_unstored.belong_to(talk.person_id, CheckIn, talk.id):
            self.next.start_over(next_day, next_time)
            self._next_unstored.start_here()
        self._talk = talk
        self._since = talk.forward_since
        self.kind.set_value(talk.kind if talk.kind in KINDS else CheckInKind.OTHER)
        self.since.setText(tr("since {time}").format(time=Dates.time(talk.starts_at)))
        self.minutes.set_number(talk.minutes)
        self.switch.set_value(self._since is not None)
        self.tell_time()
        self._fit()

    def tell_time(self) -> None:
        """Show how long the talk goes on, and how much of it looked forward."""
        if self._talk is None:
            return
        self.minutes.setPlaceholderText(str(self._elapsed()))
        self.forward.set_number(self.forward_minutes() or None)
        self.forward.setPlaceholderText("0")

    def forward_minutes(self) -> int:
        """The minutes that looked forward, up to now."""
        return forward_minutes_of(self._talk, self._ctx.clock.now()) if self._talk else 0

    def taking_next(self) -> AbstractContextManager[None]:
        """A block whose first edit takes the day of the next check-in."""
        return self._next_unstored.taking()

    def next_moment(self) -> datetime | None:
        """When the next talk shall be."""
        return self.next.moment(self._ctx.clock.now())

    def menu(self) -> QMenu:
        """What else can become of the talk."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction(tr("It did not take place")).triggered.connect(self.cancel_wanted)
        menu.addSeparator()
        menu.addAction(tr("Delete this talk")).triggered.connect(self.discard_wanted)
        return menu

    def _elapsed(self) -> int:
        started = self._talk.starts_at if self._talk else self._ctx.clock.now()
        return minutes_between(started, self._ctx.clock.now())

    def _arrange(self) -> None:
        theme = self._ctx.theme
        flow = FlowLayout(self._left, gap=GAP)
        running = _group(IconMark(theme, "state-on-track", 14, "growth"), _Running(tr("Running")))
        for group in (
            running,
            _group(self.kind),
            _group(self.since, self.minutes, Muted(tr("min"))),
            _group(self.switch, self.forward, Muted(tr("forward"))),
        ):
            flow.addWidget(group)
        right = QHBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(8)
        right.addWidget(Muted(tr("Next")))
        right.addWidget(self.next)
        right.addStretch(1)
        right.addWidget(self.more)
        right.addWidget(self.finish)
        self._row.setContentsMargins(28, 9, 28, 9)
        self._row.setSpacing(GAP)
        self._row.addWidget(self._left, 1)
        self._row.addWidget(self._right, 0)
        self._flow = flow

    def _connect(self) -> None:
        self._ticks.timeout.connect(self.tell_time)
        self.kind.picked.connect(self.kind_picked)
        self.minutes.entered.connect(self._enter_minutes)
        self.forward.entered.connect(self._enter_forward)
        self.switch.picked.connect(self._turn)
        self.finish.clicked.connect(self.finish_wanted)
        self.more.clicked.connect(self._open_menu)

    def _enter_minutes(self, value: float | None) -> None:
        self.minutes_entered.emit(None if value is None else int(value))

    def _enter_forward(self, value: float | None) -> None:
        since = None if self._since is None else self._ctx.clock.now()
        self.forward_turned.emit(since, None if value is None else int(value))

    def _turn(self, forward: object) -> None:
        since = self._ctx.clock.now() if forward else None
        self.forward_turned.emit(since, self.forward_minutes() or None)

    def _open_menu(self) -> None:
        self.menu().popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Count while it can be seen."""
        super().showEvent(event)
        self._ticks.start()
        self.tell_time()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Stop counting."""
        super().hideEvent(event)
        self._ticks.stop()

    @override
    def minimumSizeHint(self) -> QSize:
        """As narrow as it folds."""
        return QSize(LEAST_WIDTH, super().minimumSizeHint().height())  # it folds when narrower

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold what does not fit."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """All on one line where there is room, else the end of the talk below."""
        margins = self._row.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        groups = [self._flow.itemAt(n) for n in range(self._flow.count())]
        left = sum(group.sizeHint().width() + GAP for group in groups if group) - GAP
        fits = left + self._right.sizeHint().width() + GAP <= room
        sides = QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom
        if self._row.direction() != sides:
            self._row.setDirection(sides)


def _minutes(ctx: Context, label: str, name: str) -> NumberField:
    field = NumberField(label, name=name, decimals=0, least=0, most=MOST_MINUTES)
    field.setFixedWidth(ctx.theme.look.measure(FIELD))
    return field


def _group(*parts: QWidget) -> QWidget:
    group = QWidget()
    group.setMinimumHeight(GROUP_HEIGHT)
    row = QHBoxLayout(group)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    for part in parts:
        row.addWidget(part)
    return group
