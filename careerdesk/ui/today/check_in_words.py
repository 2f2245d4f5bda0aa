"""Check-ins in words: those to come, those that were missed, and those to plan."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from careerdesk.domain.cadence import longest_gap, usual_minutes
from careerdesk.domain.records import CheckInKind, PersonStatus
from careerdesk.domain.today import ToPlan, Upcoming
from careerdesk.i18n import tr
from careerdesk.ui.base.still_talking import finish_question
from careerdesk.ui.base.texts import Dates, kind_word, number
from careerdesk.ui.today.rows import Do, RowAction, RowKind, TodayRow

CHECK_INS, PREPARE = "check-ins", "prepare"


def next_rows(check_ins: Sequence[Upcoming], now: datetime) -> list[TodayRow]:
    """Rows for those that run or are to come; the next one of today or later is the card.

    None with somebody who has left is.
    """
    ahead = (
        check_in for check_in in check_ins if not (has_left(check_in) or is_over(check_in, now))
    )
    card = next((check_in.id for check_in in check_ins if check_in.running), 0) or next(
        (check_in.id for check_in in ahead), 0
    )
    return [_next_row(check_in, now, is_next=check_in.id == card) for check_in in check_ins]


def is_over(check_in: Upcoming, now: datetime) -> bool:
    """Whether the time that a planned check-in takes has passed."""
    if check_in.at is None:
        return False
    return now >= check_in.at + timedelta(minutes=usual_minutes(check_in.kind))


def _next_row(check_in: Upcoming, now: datetime, *, is_next: bool) -> TodayRow:
    lead, below = _when(check_in, now)
    return TodayRow(
        check_in.id,
        check_in.person.name,
        ". ".join(_about(check_in, now.date())),
        tuple(_actions(check_in)),
        RowKind.NEXT if is_next else RowKind.PLAIN,
        lead=lead,
        lead_note=below,
        person=check_in.person,
        person_id=check_in.person.id,
        warned=bool(check_in.clashes or check_in.free or check_in.finish_at or has_left(check_in)),
    )


def _when(check_in: Upcoming, now: datetime) -> tuple[str, str]:
    if check_in.running or check_in.at is None:
        return tr("Now"), tr("in progress")
    minutes = int((check_in.at - now).total_seconds() // 60)
    if 0 <= minutes < 60:
        return Dates.time(check_in.at), tr("in {minutes} min", minutes=minutes)
    return Dates.time(check_in.at), Dates.short_day(check_in.on, now.date())


def _about(check_in: Upcoming, today: date) -> list[str]:
    """What it is for, what is odd about it, else how long ago the last one was."""
    found = [*_for_what(check_in, today), *_oddities(check_in)]
    if check_in.days_since is None:
        found.append(tr("First check-in"))
    elif not found and not check_in.running:
        found.append(_last_words(check_in.days_since))
    return found


def _for_what(check_in: Upcoming, today: date) -> list[str]:
    found = []
    if check_in.kind is not CheckInKind.ONE_ON_ONE:
        found.append(kind_word(check_in.kind))
    if check_in.finish_at is not None:
        found.append(finish_question(check_in.person, check_in.finish_at, today))
    return found


def _oddities(check_in: Upcoming) -> list[str]:
    found = []
    if has_left(check_in):
        found.append(tr("Left the company"))
    if check_in.clashes:
        names = ", ".join(one.short_name for one in check_in.clashes)
        found.append(tr("Same time as {names}", names=names))
    if check_in.free is not None:
        found.append(tr("Not a working day"))
    return found


def has_left(check_in: Upcoming) -> bool:
    """Whether it was planned with somebody who has left since."""
    return check_in.person.status is PersonStatus.LEFT


def _last_words(days: int) -> str:
    if not days:
        return tr("The last check-in was today")
    return tr("{days} since the last check-in", days=Dates.days(days))


def _actions(check_in: Upcoming) -> list[RowAction]:
    if check_in.running:
        return [*_finishing(check_in), RowAction(Do.OPEN, tr("Open check-in"), tab=CHECK_INS)]
    odd = check_in.free is not None or has_left(check_in)
    brief = RowAction(Do.OPEN, tr("Open brief"), tab=PREPARE, shown=not odd)
    return [
        *_free_days(check_in),
        brief,
        RowAction(Do.HOLD, tr("Start now"), check_in.id, shown=False),
        RowAction(Do.MOVE, tr("Move"), check_in.id, shown=False),
        RowAction(Do.SKIP, tr("Skip"), check_in.id, shown=odd),
    ]


def _finishing(check_in: Upcoming) -> list[RowAction]:
    if check_in.finish_at is None:
        return []
    return [RowAction(Do.FINISH, tr("Finish"), check_in.id)]


def _free_days(check_in: Upcoming) -> list[RowAction]:
    """The day before and the day after, as those days are called."""
    if check_in.free is None:
        return []
    days = [day for day in (check_in.free.before, check_in.free.after) if day is not None]
    return [_move_to(day) for day in days]


def _move_to(day: date) -> RowAction:
    return RowAction(Do.MOVE_TO, Dates.week_day(day), day.toordinal())


def missed_rows(check_ins: Sequence[Upcoming], today: date) -> list[TodayRow]:
    """Rows for those planned for a day that is over; the last one missed comes first."""
    return [_missed_row(check_in, today) for check_in in reversed(check_ins)]


def _missed_row(check_in: Upcoming, today: date) -> TodayRow:
    at = Dates.time(check_in.at) if check_in.at else ""
    kind = "" if check_in.kind is CheckInKind.ONE_ON_ONE else kind_word(check_in.kind)
    when = tr("Planned for {time}, not started", time=at)
    left = tr("Left the company") if has_left(check_in) else ""
    return TodayRow(
        check_in.id,
        check_in.person.name,
        ". ".join(part for part in (kind, when, left) if part),
        (
            RowAction(Do.HOLD, tr("Start now"), check_in.id, shown=not left),
            RowAction(Do.MOVE, tr("Move"), check_in.id, shown=not left),
            RowAction(Do.SKIP, tr("Skip"), check_in.id),
            RowAction(Do.OPEN, tr("Open brief"), tab=PREPARE, shown=False),
        ),
        lead=Dates.short_day(check_in.on, today),
        person=check_in.person,
        person_id=check_in.person.id,
    )


def to_plan_rows(found: Sequence[ToPlan], today: date) -> list[TodayRow]:
    """Rows for those without a planned check-in."""
    return [_to_plan_row(one, today) for one in found]


def _to_plan_row(one: ToPlan, today: date) -> TodayRow:
    return TodayRow(
        -one.person.id,
        one.person.name,
        _since(one),
        (
            RowAction(Do.PLAN, tr("Plan one"), one.person.id),
            RowAction(Do.OPEN, tr("Open check-ins"), tab=CHECK_INS, shown=False),
        ),
        lead=Dates.short_day(one.due, today) if one.due else tr("New"),
        lead_note=_due_note(one, today),
        person=one.person,
        person_id=one.person.id,
        warned=one.late,
    )


def _due_note(one: ToPlan, today: date) -> str:
    if one.due is None:
        return ""
    return tr("overdue") if one.due < today else tr("due")


def _since(one: ToPlan) -> str:
    if one.days_since is None:
        return tr("Start with your first 1:1")
    days = Dates.days(one.days_since)
    if not one.late:
        return tr("{days} since the last check-in", days=days)
    most = number(longest_gap(one.person))
    return tr("{days} since the last check-in; the limit is {most}", days=days, most=most)
