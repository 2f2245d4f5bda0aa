"""Today: the next talks, what needs attention, and how much of the talk looked forward."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QModelIndex, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.domain.catalogue import Area, kinds_in
from careerdesk.domain.records import CheckIn, Motivator, Person, Plan, PlanItem, Promise
from careerdesk.domain.reviews.deadlines import Deadline
from careerdesk.domain.reviews.stages import Column
from careerdesk.domain.today import BALANCE_WEEKS, Call, Need, Today
from careerdesk.services import checkins, today
from careerdesk.services.store import Changes
from careerdesk.ui.base import names
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import guard, try_action
from careerdesk.ui.base.lists import go_to_list
from careerdesk.ui.base.page import PlainPage
from careerdesk.ui.base.sharing import Sharing
from careerdesk.ui.base.texts import percent, tr
from careerdesk.ui.theme.theme import set_room
from careerdesk.ui.today.share_row import ShareModel, ShareRowDelegate
from careerdesk.ui.today.today_words import (
    TABS,
    call_row,
    deadline_row,
    summary,
    title,
    upcoming_row,
)
from careerdesk.ui.widgets.empty_state import Scrolled
from careerdesk.ui.widgets.fitted_list import FittedList
from careerdesk.ui.widgets.labels import Display, Muted, Title
from careerdesk.ui.widgets.link_row import LinkRowDelegate
from careerdesk.ui.widgets.links import LinkModel
from careerdesk.ui.widgets.record_list import ID_ROLE
from careerdesk.ui.widgets.section import GroupHeader

WATCHED = (Person, CheckIn, Promise, Plan, PlanItem, Motivator, *kinds_in(Area.REVIEWS))
MOST_TALKS, MOST_CALLS, MOST_SHARES = 8, 12, 12
TWO_COLUMNS = 820
WIDEST = 1320
BALANCE = "balanceList"


class TodayPage(PlainPage):
    """Every row is a link: Enter or a click does what stands at its end."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self._calls: dict[int, Call] = {}
        self._running: frozenset[int] = frozenset()
        self.setObjectName(names.TODAY_VIEW)
        set_room(self, "growth")
        self.title, self.summary = Title(), Muted(wrap=True)
        self.talks, self.calls, self.shares = LinkModel(self), LinkModel(self), ShareModel(self)
        self.talk_list = _list(names.UPCOMING_LIST, tr("Next 1:1s"), self.talks)
        self._talk_rows = LinkRowDelegate(ctx.theme, self.talk_list)
        self.talk_list.setItemDelegate(self._talk_rows)
        self.call_list = _list(names.ATTENTION_LIST, tr("Needs attention"), self.calls, uneven=True)
        self._call_rows = LinkRowDelegate(ctx.theme, self.call_list, most=2, tight=True)
        self.call_list.setItemDelegate(self._call_rows)
        self.share_list = _list(BALANCE, tr("Looking forward"), self.shares)
        self.share_list.setItemDelegate(ShareRowDelegate(ctx.theme, self.share_list))
        self.talk_head = GroupHeader(ctx.theme, tr("Next 1:1s"))
        self.call_head = GroupHeader(ctx.theme, tr("Needs attention"))
        self.share_head = GroupHeader(ctx.theme, tr("Looking forward"))
        self.part = Display()
        self.no_talks = Muted(wrap=True)
        self.no_calls = Muted(tr("Nothing waits for you."), wrap=True)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._arrange()
        self._connect()
        self.refresh()

    def _arrange(self) -> None:
        self.share_head.set_caption(tr("share of talk time, {n} weeks").format(n=BALANCE_WEEKS))
        talks = _column(self.talk_head, self.talk_list, self.no_talks)
        self._balance = _column(self.share_head, self.part, self.share_list)
        left = QWidget()
        self._left = QVBoxLayout(left)
        self._left.setContentsMargins(0, 0, 0, 0)
        self._left.addWidget(talks)
        self._left.addWidget(self._balance)
        self._left.addStretch(1)
        right = _column(self.call_head, self.call_list, self.no_calls)
        self._columns.setSpacing(28)
        self._columns.addWidget(left, 1)
        self._columns.addWidget(right, 1)
        body = QWidget()
        set_room(body, "growth")
        inner = QVBoxLayout(body)
        inner.setContentsMargins(28, 16, 28, 28)
        inner.addWidget(self.title)
        inner.addWidget(self.summary)
        inner.addSpacing(16)
        inner.addLayout(self._columns)
        inner.addStretch(1)
        body.setMaximumWidth(WIDEST)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scrolled(body))

    def _connect(self) -> None:
        self.ctx.bridge.changed.connect(self._heard)
        self.ctx.sharing.changed.connect(self.refresh)
        self.ctx.day.changed.connect(self.refresh)
        self._talk_rows.followed.connect(self._open_talk)
        self._call_rows.followed.connect(self._follow_call)
        self.talk_list.opened.connect(self._enter_talk)
        self.call_list.opened.connect(self._enter_call)
        self.share_list.opened.connect(self._open_share)
        self.share_list.clicked.connect(self._open_share)

    @Slot(object)
    def _heard(self, changes: Changes) -> None:
        if changes.touches(*WATCHED):
            self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Read everything anew."""
        now = self.ctx.clock.now()
        page = guard(self.ctx, today.today, self.ctx.store, now.date())
        if page is None:
            return
        if self.ctx.sharing.on:
            page = _only(page, self.ctx.sharing)
        self.title.setText(title(page.on))
        self.summary.setText(summary(page))
        self.summary.setHidden(self.ctx.sharing.on)
        self._running = frozenset(talk.id for talk in page.upcoming if talk.running)
        self.talks.set_rows([upcoming_row(talk, now) for talk in page.upcoming[:MOST_TALKS]])
        self._show_calls(page)
        self._show_shares(page)
        self.no_talks.setText(_nothing(shared=self.ctx.sharing.on))
        self.talk_list.setVisible(bool(page.upcoming))
        self.no_talks.setVisible(not page.upcoming)

    def _show_calls(self, page: Today) -> None:
        rest = MOST_CALLS - len(page.reviews)
        self._calls = {_row_id(call): call for call in page.calls[:rest]}
        deadlines = [deadline_row(_deadline_id(one), one, page.on) for one in page.reviews]
        calls = [call_row(number, call) for number, call in self._calls.items()]
        self.calls.set_rows([*deadlines, *calls])
        more = page.waiting - len(self.calls.rows)
        count = str(page.waiting) if page.waiting else ""
        self.call_head.set_caption(
            tr("{n}, the first {shown}").format(n=count, shown=MOST_CALLS) if more else count
        )
        self.call_list.setVisible(bool(page.waiting))
        shared = self.ctx.sharing.on
        self.call_head.setHidden(shared)
        self.no_calls.setHidden(shared or bool(page.waiting))

    def _show_shares(self, page: Today) -> None:
        self.shares.set_rows(page.shares[:MOST_SHARES])
        self.part.setText("" if page.part is None else percent(page.part))
        for widget in (self.share_head, self.part, self.share_list):
            widget.setVisible(page.part is not None)

    @override
    def focus_first(self) -> None:
        """The next talk, else what needs attention."""
        view = self.talk_list if self.talks.rowCount() else self.call_list
        go_to_list(view)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column where two do not fit: who needs the manager comes before the balance."""
        super().resizeEvent(event)
        wide = event.size().width() >= self.ctx.theme.look.measure(TWO_COLUMNS)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(across if wide else down)
        if wide and self._columns.indexOf(self._balance) >= 0:
            self._left.insertWidget(1, self._balance)
        elif not wide and self._columns.indexOf(self._balance) < 0:
            self._columns.addWidget(self._balance)

    @Slot(QModelIndex)
    def _enter_talk(self, index: QModelIndex) -> None:
        self._open_talk(index.data(ID_ROLE))

    @Slot(int)
    def _open_talk(self, person_id: int) -> None:
        tab = "check-ins" if person_id in self._running else "prepare"
        self.ctx.navigator.open(person_id, tab)

    @Slot(QModelIndex)
    def _open_share(self, index: QModelIndex) -> None:
        self.ctx.navigator.open(index.data(ID_ROLE), "check-ins")

    @Slot(QModelIndex)
    def _enter_call(self, index: QModelIndex) -> None:
        self._follow_call(index.data(ID_ROLE), on_action=True)

    @Slot(int, bool)
    def _follow_call(self, number: int, on_action: bool) -> None:  # of a signal
        """Do what the row says; beside the words of a promise only its person is opened."""
        if number < 0:
            self.ctx.navigator.open_reviews()
            return
        call = self._calls[number]
        if call.promise is not None and on_action:
            self._keep_promise(call.promise)
        else:
            self.ctx.navigator.open(call.person.id, TABS[call.need])

    def _keep_promise(self, promise: Promise) -> None:
        day = self.ctx.clock.today()
        kept = try_action(self.ctx, checkins.tick_promise, self.ctx.store, promise.id, day)
        kept.say(tr("Promise kept"))


def _deadline_id(one: Deadline) -> int:
    """A number below those of calls."""
    return -(one.cycle.id * len(Column) + list(Column).index(one.column)) - 1


def _row_id(call: Call) -> int:
    """A number that stays with the call: its promise, or its person and need."""
    if call.promise is not None:
        return call.promise.id * len(Need)
    return call.person.id * len(Need) + list(Need).index(call.need)


def _list(
    name: str, label: str, model: LinkModel | ShareModel, *, uneven: bool = False
) -> FittedList:
    view = FittedList(name=name, label=label, uneven=uneven)
    view.doubleClicked.disconnect(view.opened)  # the first click has opened it
    view.setModel(model)
    return view


def _column(*widgets: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch(1)
    return holder


def _only(page: Today, sharing: Sharing) -> Today:
    """What the person who sees the screen may see: their own talk."""
    talks = tuple(talk for talk in page.upcoming if sharing.shows(talk.person.id))
    return replace(page, upcoming=talks, calls=(), shares=(), reviews=())


def _nothing(*, shared: bool) -> str:
    if shared:
        return tr("No talk is to come.")
    return tr("No talk is to come. Start a check-in with a person.")
