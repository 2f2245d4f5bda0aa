"""What the rows of Today do when they are asked to."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import QObject, QRect

from careerdesk.domain.cadence import usual_end
from careerdesk.domain.moments import local, local_of
from careerdesk.domain.records import CheckIn, CheckInKind, LookedAhead
from careerdesk.i18n import tr
from careerdesk.services import actions, checkins, leave, planning
from careerdesk.ui.base.context import Context
from careerdesk.ui.base.errors import try_action, try_read
from careerdesk.ui.base.still_talking import is_in_question
from careerdesk.ui.base.texts import Dates
from careerdesk.ui.today.row_list import TodayList
from careerdesk.ui.today.rows import Do, RowAction, TodayRow

CHECK_INS = "check-ins"


class TodayActs(QObject):
    """Does what a row of a list asks for; small forms stand beside the row."""

    def __init__(self, ctx: Context, parent: QObject) -> None:
        super().__init__(parent)
        self.ctx = ctx

    def do(self, view: TodayList, row: TodayRow, action: RowAction) -> None:
        """Do *action* of *row*, which stands in *view*."""
        what: dict[Do, Callable[[], object]] = {
            Do.OPEN: partial(self.ctx.navigator.open, row.person_id, action.tab),
            Do.REVIEWS: self.ctx.navigator.open_reviews,
            Do.CLOSE_WEEK: self.ctx.navigator.open_week,
            Do.FINISH: partial(self._finish, action.aim),
            Do.HOLD: partial(self._hold, row, action.aim),
            Do.MOVE: partial(self._plan, view, row, checkin_id=action.aim),
            Do.MOVE_TO: partial(self._move_to, row, date.fromordinal(max(action.aim, 1))),
            Do.SKIP: partial(self._skip, view, row, action.aim),
            Do.PLAN: partial(self._plan, view, row),
            Do.PLAN_CAREER: partial(self._plan, view, row, CheckInKind.CAREER),
            Do.KEEP: partial(self._keep, action.aim),
            Do.TICK: partial(self._tick, action.aim),
            Do.BACK: partial(self._back, row),
            Do.STILL_AWAY: partial(self._still_away, view, row),
        }
        if action.do in what:
            what[action.do]()

    def _finish(self, checkin_id: int) -> None:
        """End a check-in that nobody ended when it may have ended."""
        check_in = try_read(self.ctx, checkins.get, self.ctx.store, checkin_id)
        if check_in is None:
            return
        at = is_in_question(self.ctx, check_in) or usual_end(check_in)
        ahead = LookedAhead.MOSTLY if check_in.kind is CheckInKind.CAREER else None
        done = try_action(
            self.ctx, checkins.finish, self.ctx.store, checkin_id, at,
            looked_ahead=ahead, now=self.ctx.clock.now(),
        )  # fmt: skip
        there = local_of(at, check_in.utc_offset)
        done.say(tr("Check-in finished at {time}", time=Dates.time(there.time())))

    def _hold(self, row: TodayRow, checkin_id: int) -> None:
        """Start it the way everything else does, so that one can type at once."""
        self.ctx.navigator.start_check_in(row.person_id, checkin_id)

    def _move_to(self, row: TodayRow, day: date) -> None:
        """Move a check-in to another day, at the same time on the wall."""
        check_in = try_read(self.ctx, checkins.get, self.ctx.store, row.id)
        if check_in is None:
            return
        done = try_action(self.ctx, self._moved, check_in, day)
        words = tr("Moved to {day}", day=Dates.week_day(day))
        done.say(words)

    def _moved(self, check_in: CheckIn, day: date) -> None:
        wall = local(check_in)
        at = datetime.combine(day, wall.time()).astimezone()
        planning.move(self.ctx.store, check_in.id, at, self.ctx.clock.now())

    def _plan(
        self,
        view: TodayList,
        row: TodayRow,
        kind: CheckInKind = CheckInKind.ONE_ON_ONE,
        *,
        checkin_id: int = 0,
    ) -> None:
        """Plan a check-in, or move one, in the form beside the row."""
        from careerdesk.ui.widgets.planning_popover import PlanningPopover

        place = _beside(view, row)
        form = try_read(
            self.ctx, PlanningPopover, self.ctx, view.viewport(), row.person_id, kind, checkin_id,
            at=place,
        )  # fmt: skip
        if form is not None:
            form.open()

    def _skip(self, view: TodayList, row: TodayRow, checkin_id: int) -> None:
        from careerdesk.ui.widgets.skip_popover import SkipPopover

        check_in = try_read(self.ctx, checkins.get, self.ctx.store, checkin_id)
        if check_in is not None:
            place = _beside(view, row)
            SkipPopover(self.ctx, view.viewport(), check_in, at=place).open()

    def _keep(self, promise_id: int) -> None:
        day = self.ctx.clock.today()
        kept = try_action(self.ctx, checkins.tick_promise, self.ctx.store, promise_id, day)
        kept.say(tr("Promise kept"))

    def _tick(self, action_id: int) -> None:
        day = self.ctx.clock.today()
        done = try_action(self.ctx, actions.tick, self.ctx.store, [action_id], day, today=day)
        done.say(tr("Next step done"))

    def _back(self, row: TodayRow) -> None:
        today = self.ctx.clock.today()
        done = try_action(self.ctx, leave.back, self.ctx.store, row.person_id, today)
        done.say(tr("Back from leave"))

    def _still_away(self, view: TodayList, row: TodayRow) -> None:
        from careerdesk.ui.today.asking import AwayForm

        place = _beside(view, row)
        form = try_read(self.ctx, AwayForm, self.ctx, view.viewport(), row.person_id, place)
        if form is not None:
            form.open()


def _beside(view: TodayList, row: TodayRow) -> QRect:
    """The end of a row, where its actions stand."""
    found = view.row_rect(row.id)
    half = found.width() // 2
    if view.isRightToLeft():
        return found.adjusted(0, 0, -half, 0)
    return found.adjusted(half, 0, 0, 0)
