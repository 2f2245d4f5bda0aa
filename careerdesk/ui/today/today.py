"""Today: the next check-ins, who is to be planned, what needs attention, and looking ahead."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from careerdesk.compat import override
from careerdesk.domain.catalogue import Area, kinds_in
from careerdesk.domain.loop import Action
from careerdesk.domain.records import (
    CheckIn,
    Motivator,
    Person,
    Plan,
    PlanItem,
    Promise,
    Repeat,
)
from careerdesk.domain.today import Today
from careerdesk.i18n import tr
from careerdesk.services import today
from careerdesk.services.balance import balance
from careerdesk.services.store import Changes
from careerdesk.ui.base import names
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import try_read
from careerdesk.ui.base.page import StandalonePage
from careerdesk.ui.base.sharing import Sharing
from careerdesk.ui.base.still_talking import is_in_question
from careerdesk.ui.base.texts import number
from careerdesk.ui.base.work_week import my_week
from careerdesk.ui.theme.theme import set_area
from careerdesk.ui.today.acts import TodayActs
from careerdesk.ui.today.groups import STEP, attention_rows, check_in_rows
from careerdesk.ui.today.looking_ahead import looking_ahead
from careerdesk.ui.today.row_list import TodayList
from careerdesk.ui.today.rows import Do, RowAction, TodayRow
from careerdesk.ui.today.today_words import caught_up, summary, title
from careerdesk.ui.widgets.empty_state import Scrolled
from careerdesk.ui.widgets.labels import Muted, Title
from careerdesk.ui.widgets.section import GroupHeader

WATCHED = (
    Person, CheckIn, Repeat, Promise, Plan, PlanItem, Action, Motivator, *kinds_in(Area.REVIEWS),
)  # fmt: skip
TWO_COLUMNS = 820
WIDEST = 1320
BALANCE = "balanceList"
MINUTE_MS = 60_000


class TodayPage(StandalonePage):
    """Every row says what can be done: a click on the words, or Enter, does it.

    It reads again when something changed, when it is another day, and once a minute while it is
    seen, since a check-in comes nearer.
    """

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self._more: dict[int, int] = {}  # shown than usual, by the row that was followed
        self.setObjectName(names.TODAY_VIEW)
        set_area(self, "growth")
        self.title, self.summary = Title(), Muted(wrap=True)
        self.check_in_list = TodayList(
            ctx.theme, name=names.UPCOMING_LIST, label=tr("Next check-ins")
        )
        self.call_list = TodayList(
            ctx.theme, name=names.ATTENTION_LIST, label=tr("Needs your attention")
        )
        self.ahead_list = TodayList(ctx.theme, name=BALANCE, label=tr("Looking ahead"))
        self.check_in_head = GroupHeader(ctx.theme, tr("Next check-ins"))
        self.call_head = GroupHeader(ctx.theme, tr("Needs your attention"))
        self.ahead_head = GroupHeader(ctx.theme, tr("Looking ahead"))
        self.no_check_ins = Muted(wrap=True)
        self.no_calls = Muted(caught_up(), wrap=True)
        self._acts = TodayActs(ctx, self)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._minute = QTimer(self)
        self._minute.setInterval(MINUTE_MS)
        self._arrange()
        self._connect()
        self.refresh()

    def _arrange(self) -> None:
        body = self._body = QWidget()
        set_area(body, "growth")
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._scrolled = Scrolled(body)
        outer.addWidget(self._scrolled)
        card = QFrame(body)
        card.setProperty("kind", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(6, 4, 6, 4)
        inside.addWidget(self.ahead_list)
        self._ahead = _column(self.ahead_head, card)
        check_ins = _column(self.check_in_head, self.no_check_ins, self.check_in_list)
        left = QWidget()
        self._left = QVBoxLayout(left)
        self._left.setContentsMargins(0, 0, 0, 0)
        self._left.setSpacing(16)
        self._left.addWidget(check_ins)
        self._left.addWidget(self._ahead)
        self._left.addStretch(1)
        right = _column(self.call_head, self.call_list, self.no_calls)
        self._columns.setSpacing(28)
        self._columns.addWidget(left, 1)
        self._columns.addWidget(right, 1)
        inner = QVBoxLayout(body)
        inner.setContentsMargins(28, 16, 28, 28)
        inner.addWidget(self.title)
        inner.addWidget(self.summary)
        inner.addSpacing(16)
        inner.addLayout(self._columns)
        inner.addStretch(1)
        body.setMaximumWidth(WIDEST)

    def _connect(self) -> None:
        self.ctx.bridge.changed.connect(self._heard)
        self.ctx.sharing.changed.connect(self.refresh)
        self.ctx.day.changed.connect(self.refresh)
        self._minute.timeout.connect(self.refresh)
        self._minute.start()
        self.check_in_list.wanted.connect(self._do_in_check_ins)
        self.call_list.wanted.connect(self._do_in_calls)
        self.ahead_list.wanted.connect(self._do_ahead)

    @Slot(object)
    def _heard(self, changes: Changes) -> None:
        if changes.touches(*WATCHED) and not self.is_leaving:
            self.refresh()

    @override
    def catch_up(self) -> None:
        """Read what was put off, if it stayed."""
        super().catch_up()
        if self.isVisible():
            self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Read everything again."""
        ctx = self.ctx
        week, ended = my_week(ctx.settings), partial(is_in_question, ctx)
        page = try_read(ctx, today.today, ctx.store, ctx.clock.today(), ended=ended, week=week)
        if page is None:
            return
        shared = ctx.sharing.on
        if shared:
            page = _only(page, ctx.sharing)
        self.title.setText(title(page.on))
        self.summary.setText(summary(page))
        self.summary.setHidden(shared)
        self._show_check_ins(page)
        self._show_attention(page)
        self._show_ahead(page)

    def _show_check_ins(self, page: Today) -> None:
        rows = check_in_rows(page, self.ctx.clock.now(), self._more)
        self.check_in_list.show_rows(rows)
        self.check_in_list.setVisible(bool(rows))
        alone = not rows and not self.ctx.sharing.on
        self.no_check_ins.setText(_nothing(alone=alone))
        self.no_check_ins.setVisible(not page.next)

    def _show_attention(self, page: Today) -> None:
        shared = self.ctx.sharing.on
        rows = attention_rows(page, self._more)
        self.call_list.show_rows(rows)
        self.call_list.setVisible(bool(rows))
        self.call_head.set_caption(number(page.things) if page.things else "")
        self.call_head.setHidden(shared or not (rows or page.all_done))
        self.no_calls.setHidden(shared or not page.all_done)

    def _show_ahead(self, page: Today) -> None:
        found = None
        if not self.ctx.sharing.on:
            found = try_read(self.ctx, balance, self.ctx.store, page.on)
        rows = looking_ahead(found, page) if found is not None else []
        self.ahead_list.show_rows(rows)
        self._ahead.setVisible(bool(rows))

    @override
    def focus_first(self) -> None:
        """The next check-in, else what needs attention; nothing is selected yet."""
        lists = (self.check_in_list, self.call_list, self.ahead_list)
        first = next((view for view in lists if view.rows.rowCount()), None)
        if first is not None:
            first.setFocus()
        else:
            super().focus_first()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column where two do not fit: who needs the manager comes before the balance."""
        super().resizeEvent(event)
        wide = event.size().width() >= self.ctx.theme.look.measure(TWO_COLUMNS)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(across if wide else down)
        if wide and self._columns.indexOf(self._ahead) >= 0:
            self._left.insertWidget(1, self._ahead)
        elif not wide and self._columns.indexOf(self._ahead) < 0:
            self._columns.addWidget(self._ahead)

    @Slot(object, object)
    def _do_in_check_ins(self, row: TodayRow, action: RowAction) -> None:
        self._do(self.check_in_list, row, action)

    @Slot(object, object)
    def _do_in_calls(self, row: TodayRow, action: RowAction) -> None:
        self._do(self.call_list, row, action)

    @Slot(object, object)
    def _do_ahead(self, row: TodayRow, action: RowAction) -> None:
        self._do(self.ahead_list, row, action)

    def _do(self, view: TodayList, row: TodayRow, action: RowAction) -> None:
        if action.do is Do.MORE:
            self._show_more(view, action.aim)
        else:
            self._acts.do(view, row, action)

    def _show_more(self, view: TodayList, which: int) -> None:
        """Show some more; the keyboard is on the first of them."""
        place = view.rows.row_of(which)
        self._more[which] = self._more.get(which, 0) + STEP
        self.refresh()
        view.setCurrentIndex(view.rows.index(place, 0))


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
    """What the person who sees the screen may see: their own check-ins."""
    check_ins = tuple(
        replace(check_in, clashes=(), finish_at=None)
        for check_in in page.upcoming
        if sharing.shows(check_in.person.id) and not check_in.missed
    )
    return replace(page, upcoming=check_ins, to_plan=(), attention=(), reviews=(), ends=False)


def _nothing(*, alone: bool) -> str:
    if alone:
        return tr("No check-ins planned. Plan one, or start one on someone's page.")
    return tr("No check-ins planned.")
