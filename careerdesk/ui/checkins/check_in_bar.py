"""The bar over a running check-in: what it is, how long it takes, what follows, how it ends."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup, QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.domain import cadence, moments
from careerdesk.domain.records import CheckIn, CheckInKind
from careerdesk.i18n import tr
from careerdesk.ui.base import names
from careerdesk.ui.base.carrying import carrying
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.still_talking import is_in_question
from careerdesk.ui.base.texts import Dates, kind_word, number
from careerdesk.ui.base.unstored import HalfTyped
from careerdesk.ui.checkins.finish_row import FinishRow
from careerdesk.ui.widgets.buttons import FilledButton, IconButton, LinkButton, OutlinedButton
from careerdesk.ui.widgets.labels import Muted, RoleLabel
from careerdesk.ui.widgets.number_field import NumberField
from careerdesk.ui.widgets.section import IconMark

KINDS = (CheckInKind.ONE_ON_ONE, CheckInKind.CAREER, CheckInKind.OTHER)
TICK_MS = 10_000
MOST_MINUTES = 24 * 60
FIELD = 52
GAP = 12
HIGH = 48
FOLDED, FOLDED_MARGIN = 38, 6  # each of two lines, and what is left below them
LEAST_WIDTH = 320
KIND, SINCE, MINUTES, MORE = "checkInKind", "checkInSince", "checkInMinutes", "checkInMore"


class _Running(RoleLabel):
    role = "strong"
    kind = "accent"


class CheckInBar(QFrame):
    """Says what the user wants and changes nothing."""

    kind_picked = Signal(object)
    minutes_entered = Signal(object)
    next_wanted = Signal()
    no_next_wanted = Signal()
    finish_wanted = Signal()
    finished = Signal(object)
    cancel_wanted = Signal()
    discard_wanted = Signal()
    stayed = Signal()

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Start without a check-in."""
        super().__init__(parent)
        self._ctx = ctx
        self._check_in: CheckIn | None = None
        theme = ctx.theme
        self.setProperty("kind", "banner-growth")
        self.kind = LinkButton(theme, "", "chevron-down", name=KIND, compact=True)
        self.kind.setLayoutDirection(_turned(self.layoutDirection()))
        self.since = LinkButton(theme, "", name=SINCE, compact=True)
        self.minutes = NumberField(
            tr("Minutes"), name=MINUTES, decimals=0, least=0, most=MOST_MINUTES
        )
        self.minutes.setFixedWidth(theme.look.measure(FIELD))
        self.unit = Muted(tr("min"))
        self.next = OutlinedButton(theme, "", name=names.NEXT_CHECK_IN_EDIT, compact=True)
        self.more = IconButton(theme, "more", tr("More options for this check-in"), name=MORE)
        self.finish = FilledButton(
            theme, tr("Finish"), "check", name=names.FINISH_CHECK_IN, compact=True
        )
        self.end = FinishRow(theme)
        self._half = HalfTyped(ctx, MINUTES, self.minutes)
        self._ticks = QTimer(self)
        self._ticks.setInterval(TICK_MS)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._left, self._right = QWidget(), QWidget()
        self._arrange()
        self._connect()
        self._edit_minutes(on=False)

    def show_check_in(self, check_in: CheckIn, next_words: str, *, next_planned: bool) -> None:
        """Show a running check-in, and in words when the next one is."""
        before = self._check_in
        if before is None or before.id != check_in.id:
            self._edit_minutes(on=False)
        if before is None or (before.id, before.kind) != (check_in.id, check_in.kind):
            self.close_end()  # of another kind something else is asked
        self._check_in = check_in
        self._half.belong_to(check_in.person_id, CheckIn, check_in.id)
        self.minutes.set_number(check_in.minutes)
        if self._half.is_kept:
            self._edit_minutes(on=True)
        self.kind.set_words(kind_word(check_in.kind))
        self.kind.setAccessibleName(tr("Kind: {kind}", kind=kind_word(check_in.kind)))
        self.next.set_words(next_words)
        self._next_planned = next_planned
        self.tell_time()
        self._fit()

    def tell_time(self) -> None:
        """Say since when the check-in goes on, and for how many minutes."""
        if self._check_in is None:
            return
        words = self._since_words(self._check_in)
        self.since.set_words(words)
        self.since.setAccessibleName(tr("{since}. Change the duration", since=words))
        now = self._ctx.clock.now()
        self.minutes.setPlaceholderText(number(cadence.minutes_of(self._check_in, now), 0))
        self.end.tell_time(moments.local_of(now, self._check_in.utc_offset))
        self._fit()

    def _since_words(self, check_in: CheckIn) -> str:
        now, begun = self._ctx.clock.now(), cadence.begun_at(check_in)
        there = moments.local_of(begun, check_in.utc_offset)
        start = Dates.time(there.time())
        if there.date() != self._ctx.clock.today():
            start = f"{Dates.week_day(there.date())}, {start}"
        if is_in_question(self._ctx, check_in) is not None:
            return tr("since {time}, duration not confirmed yet", time=start)
        minutes = cadence.minutes_of(check_in, now)
        return tr("since {time}, {n} min", time=start, n=minutes)

    def ask_to_finish(self, ended_at: datetime | None, lines: Sequence[str] = ()) -> None:
        """Ask what is asked at the end; *lines* are what to say aloud."""
        if self._check_in is not None:
            place = self._check_in.utc_offset
            now = moments.local_of(self._ctx.clock.now(), place)
            ended = None if ended_at is None else moments.local_of(ended_at, place)
            self.end.ask(self._check_in.kind, now, ended, lines)
            self.finish.hide()

    def say_back(self, lines: Sequence[str]) -> None:
        """Where the end is asked about, say these *lines* aloud, which are others by now."""
        if self.asks:
            self.end.say(lines)

    def go_on(self) -> None:
        """Ask nothing any more: the check-in goes on."""
        if self.end.isVisible():
            self.stayed.emit()
        self.close_end()

    def close_end(self) -> None:
        """Ask nothing any more: it has ended."""
        self.end.hide()
        self.finish.show()

    @property
    def asks(self) -> bool:
        """Whether the end is being asked about."""
        return not self.end.isHidden()

    def menu(self) -> QMenu:
        """What else can become of the check-in."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        if not self._next_planned:
            words = tr("Don't plan the next check-in")
            menu.addAction(words).triggered.connect(self.no_next_wanted)
            menu.addSeparator()
        menu.addAction(tr("Mark as not held")).triggered.connect(self.cancel_wanted)
        menu.addSeparator()
        menu.addAction(tr("Delete this check-in")).triggered.connect(self.discard_wanted)
        return menu

    def kinds(self) -> QMenu:
        """The kinds it can be, that of now ticked."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        group = QActionGroup(menu)
        for kind in KINDS:
            entry = QAction(kind_word(kind), menu)
            entry.setCheckable(True)
            entry.setChecked(self._check_in is not None and self._check_in.kind is kind)
            entry.triggered.connect(carrying(self._pick_kind, kind))
            group.addAction(entry)
            menu.addAction(entry)
        return menu

    def _pick_kind(self, kind: CheckInKind) -> None:
        self.kind_picked.emit(kind)

    def _arrange(self) -> None:
        theme = self._ctx.theme
        left, right = QHBoxLayout(self._left), QHBoxLayout(self._right)
        for row, gap in ((left, 6), (right, 8)):
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(gap)
        left.addWidget(IconMark(theme, "state-on-track", 14, "growth"))
        for part in (_Running(tr("In progress")), self.kind, self.since, self.minutes, self.unit):
            left.addWidget(part)
        left.addStretch(1)
        right.addStretch(1)
        for button in (self.next, self.more, self.finish):
            right.addWidget(button)
        self._row.setContentsMargins(28, 0, 28, 0)
        self._row.setSpacing(GAP)
        self._row.addWidget(self._left, 1)
        self._row.addWidget(self._right, 0)
        self._set_height(HIGH - 1)  # the line below is one more
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._row)
        column.addWidget(self.end)

    def _set_height(self, pixels: int) -> None:
        for side in (self._left, self._right):
            side.setMinimumHeight(self._ctx.theme.look.measure(pixels))

    def _connect(self) -> None:
        self._ticks.timeout.connect(self.tell_time)
        self.kind.clicked.connect(self._open_kinds)
        self.since.clicked.connect(self._begin_minutes)
        self.minutes.entered.connect(self._enter_minutes)
        self.minutes.editingFinished.connect(self._end_minutes)
        self.next.clicked.connect(self.next_wanted)
        self.finish.clicked.connect(self.finish_wanted)
        self.more.clicked.connect(self._open_menu)
        self.end.finish_wanted.connect(self.finished)
        self.end.left.connect(self.go_on)

    def _begin_minutes(self) -> None:
        self._edit_minutes(on=True)
        self.minutes.setFocus(Qt.FocusReason.OtherFocusReason)
        self.minutes.selectAll()

    def _edit_minutes(self, *, on: bool) -> None:
        had = self.minutes.hasFocus()
        self.since.setVisible(not on)
        if had and not on:
            self.since.setFocus(Qt.FocusReason.OtherFocusReason)
        for part in (self.minutes, self.unit):
            part.setVisible(on)
        self._fit()

    def _enter_minutes(self, value: float | None) -> None:
        self.minutes_entered.emit(None if value is None else int(value))

    def _end_minutes(self) -> None:
        """Left or done with: what cannot be read stays to be seen."""
        if self.minutes.take():
            self._edit_minutes(on=False)

    def _open_menu(self) -> None:
        self.menu().popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _open_kinds(self) -> None:
        self.kinds().popup(self.kind.mapToGlobal(self.kind.rect().bottomLeft()))

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
        """All on one line where there is room, else the end of the check-in below."""
        margins = self._row.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        fits = self._left.sizeHint().width() + self._right.sizeHint().width() + GAP <= room
        sides = QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom
        if self._row.direction() != sides:
            self._row.setDirection(sides)
            self._row.setContentsMargins(28, 0, 28, 0 if fits else FOLDED_MARGIN)
            self._row.setSpacing(GAP if fits else 0)
            self._set_height(HIGH - 1 if fits else FOLDED)


def _turned(direction: Qt.LayoutDirection) -> Qt.LayoutDirection:
    """The other way round: the arrow of a menu stands behind its words."""
    mirrored = direction == Qt.LayoutDirection.RightToLeft
    return Qt.LayoutDirection.LeftToRight if mirrored else Qt.LayoutDirection.RightToLeft
