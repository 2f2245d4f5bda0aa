"""What becomes of planned check-ins, and planning more of them."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QObject, QRect, Signal, Slot
from PySide6.QtWidgets import QWidget

from careerdesk.domain import moments
from careerdesk.domain.records import CheckInKind
from careerdesk.i18n import tr
from careerdesk.services import checkins, planning
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import try_action, try_read
from careerdesk.ui.checkins.past_popover import PastPopover
from careerdesk.ui.checkins.planned_check_ins import PlannedCheckIns
from careerdesk.ui.checkins.planned_row import Act, PlannedRow
from careerdesk.ui.widgets.planning_popover import PlanningPopover
from careerdesk.ui.widgets.planning_words import clash_words, moment_words
from careerdesk.ui.widgets.skip_popover import SkipPopover, planned_by_repeat


class PlannedActs(QObject):
    """Does what the planned check-ins of the person who is shown are asked for.

    `added` carries the id of a past one that was entered.
    """

    added = Signal(int)

    def __init__(self, ctx: Context, shown: PlannedCheckIns) -> None:
        """Serve *shown*."""
        super().__init__(shown)
        self._ctx, self._shown, self._list = ctx, shown, shown.list
        self.person_id = 0
        shown.plan_wanted.connect(self.plan)
        shown.past_wanted.connect(self.add_past)
        shown.list.acted.connect(self._act)

    @Slot(object, QWidget)
    def plan(self, kind: CheckInKind, anchor: QWidget) -> None:
        """Open the form for one more check-in."""
        self._open(kind, anchor)

    @Slot(QWidget)
    def add_past(self, anchor: QWidget, at: QRect | None = None) -> None:
        """Open the form for one that was held."""
        form = try_read(self._ctx, PastPopover, self._ctx, anchor, self.person_id, at=at)
        if form is not None:
            form.added.connect(self.added)
            form.open()

    @Slot(int, object)
    def _act(self, checkin_id: int, act: Act) -> None:
        self._list.select(checkin_id)
        self._list.setFocus()
        if act is Act.HOLD:
            self._ctx.navigator.start_check_in(self.person_id, checkin_id)
        elif act is Act.MOVE:
            kind, at = CheckInKind.ONE_ON_ONE, self._list.rect_of(checkin_id)
            self._open(kind, self._list.viewport(), checkin_id, at)
        elif act is Act.SKIP:
            self._skip(checkin_id)
        elif act is Act.CANCEL:
            self._cancel(checkin_id)
        else:
            self._move_off(checkin_id, act)

    def _open(
        self, kind: CheckInKind, anchor: QWidget, checkin_id: int = 0, at: QRect | None = None
    ) -> None:
        form = try_read(
            self._ctx, PlanningPopover, self._ctx, anchor, self.person_id, kind, checkin_id, at=at
        )
        if form is not None:
            form.open()

    def _skip(self, checkin_id: int) -> None:
        check_in = try_read(self._ctx, checkins.get, self._ctx.store, checkin_id)
        if check_in is not None:
            at = self._list.rect_of(checkin_id)
            SkipPopover(self._ctx, self._list.viewport(), check_in, at=at).open()

    def _cancel(self, checkin_id: int) -> None:
        ctx = self._ctx
        check_in = try_read(ctx, checkins.get, ctx.store, checkin_id)
        if check_in is None:
            return
        done = try_action(ctx, planning.cancel, ctx.store, checkin_id, ctx.clock.now())
        following = planned_by_repeat(ctx.store, check_in)
        words = tr("Cancelled. You'll still find it in the history")
        if following is not None:
            words = tr(
                "Cancelled. The next one is on {moment}", moment=moment_words(following.starts_at)
            )
        done.say(words)

    def _move_off(self, checkin_id: int, act: Act) -> None:
        """To the working day before or after, at the same time on the wall."""
        ctx, rows = self._ctx, self._list.planned
        row: PlannedRow = rows.rows[rows.row_of(checkin_id)]
        day = row.days[0 if act is Act.DAY_BEFORE else 1]
        check_in = try_read(ctx, checkins.get, ctx.store, checkin_id)
        if day is None or check_in is None:
            return
        at = datetime.combine(day, moments.local(check_in).time()).astimezone()
        done = try_action(ctx, planning.move, ctx.store, checkin_id, at, ctx.clock.now())
        clash = " ".join(clash_words(planning.clashes(ctx.store, at, checkin_id), ctx.sharing))
        words = tr("Moved to {moment}.", moment=moment_words(at))
        done.say(f"{words} {clash}" if clash else words)
