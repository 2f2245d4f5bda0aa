"""Check-ins in words: those to come, those that were missed, and those to plan."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from careerdesk.domain.cadence import longest_gap, usual_minutes
from careerdesk.domain.records import CheckInKind, PersonStatus
from careerdesk.domain.today import ToPlan, Upcoming
from careerdesk.ui.base.still_talking import finish_question
from careerdesk.ui.base.texts import Dates, kind_word, number, tr
from careerdesk.ui.today.rows import Do, RowAction, RowKind, TodayRow

CHECK_INS, PREPARE = "check-ins", "prepare"


def next_rows(talks: Sequence[Upcoming], now: datetime) -> list[TodayRow]:
    """Rows for those that run or are to come; the next one of today or later is the card.

    None with somebody who has left is.
    """
    ahead = (talk for talk in talks if not (has_left(talk) or is_over(talk, now)))
    card = next((talk.id for talk in talks if talk.running), 0) or next(
        (talk.id for talk in ahead), 0
    )
    return [_next_row(talk, now, is_next=talk.id == card) for talk in talks]


def is_over(talk: Upcoming, now: datetime) -> bool:
    """Whether the time that a planned check-in takes has passed."""
    if talk.at is None:
        return False
    return now >= talk.at + timedelta(minutes=usual_minutes(talk.kind))


def _next_row(talk: Upcoming, now: datetime, *, is_next: bool) -> TodayRow:
    lead, below = _when(talk, now)
    return TodayRow(
        talk.id,
        talk.person.name,
        ". ".join(_about(talk, now.date())),
        tuple(_actions(talk)),
        RowKind.NEXT if is_next else RowKind.PLAIN,
        lead=lead,
        lead_note=below,
        person=talk.person,
        person_id=talk.person.id,
        warned=bool(talk.clashes or talk.free or talk.finish_at or has_left(talk)),
    )


def _when(talk: Upcoming, now: datetime) -> tuple[str, str]:
    if talk.running or talk.at is None:
        return tr("Now"), tr("running")
    minutes = int((talk.at - now).total_seconds() // 60)
    if 0 <= minutes < 60:
        return Dates.time(talk.at), tr("in {minutes} min").format(minutes=minutes)
    return Dates.time(talk.at), Dates.short_day(talk.on, now.date())


def _about(talk: Upcoming, today: date) -> list[str]:
    """What it is for, what is odd about it, else how long ago the last one was."""
    found = [*_for_what(talk, today), *_oddities(talk)]
    if talk.days_since is None:
        found.append(tr("First check-in"))
    elif not found and not talk.running:
        found.append(_last_words(talk.days_since))
    return found


def _for_what(talk: Upcoming, today: date) -> list[str]:
    found = []
    if talk.kind is not CheckInKind.ONE_ON_ONE:
        found.append(kind_word(talk.kind))
    if talk.finish_at is not None:
        found.append(finish_question(talk.person, talk.finish_at.astimezone(), today))
    return found


def _oddities(talk: Upcoming) -> list[str]:
    found = []
    if has_left(talk):
        found.append(tr("Left the company"))
    if talk.clashes:
        names = ", ".join(one.short_name for one in talk.clashes)
        found.append(tr("Same time as {names}").format(names=names))
    if talk.free is not None:
        found.append(tr("Not a working day"))
    return found


def has_left(talk: Upcoming) -> bool:
    """Whether it was planned with somebody who has left since."""
    return talk.person.status is PersonStatus.LEFT


def _last_words(days: int) -> str:
    if not days:
        return tr("Last check-in today")
    return tr("{days} since the last check-in").format(days=Dates.days(days))


def _actions(talk: Upcoming) -> list[RowAction]:
    if talk.running:
        return [*_finishing(talk), RowAction(Do.OPEN, tr("Open check-in"), tab=CHECK_INS)]
    odd = talk.free is not None or has_left(talk)
    brief = RowAction(Do.OPEN, tr("Open brief"), tab=PREPARE, shown=not odd)
    return [
        *_free_days(talk),
        brief,
        RowAction(Do.HOLD, tr("Start now"), talk.id, shown=False),
        RowAction(Do.MOVE, tr("Move"), talk.id, shown=False),
        RowAction(Do.SKIP, tr("Skip"), talk.id, shown=odd),
    ]


def _finishing(talk: Upcoming) -> list[RowAction]:
    if talk.finish_at is None:
        return []
    return [RowAction(Do.FINISH, tr("Finish"), talk.id)]


def _free_days(talk: Upcoming) -> list[RowAction]:
    """The day before and the day after, as those days are called."""
    if talk.free is None:
        return []
    days = [day for day in (talk.free.before, talk.free.after) if day is not None]
    return [_move_to(day) for day in days]


def _move_to(day: date) -> RowAction:
    return RowAction(Do.MOVE_TO, Dates.week_day(day), day.toordinal())


def missed_rows(talks: Sequence[Upcoming], today: date) -> list[TodayRow]:
    """Rows for those planned for a day that is over; the last one missed comes first."""
    return [_missed_row(talk, today) for talk in reversed(talks)]


def _missed_row(talk: Upcoming, today: date) -> TodayRow:
    at = Dates.time(talk.at) if talk.at else ""
    kind = "" if talk.kind is CheckInKind.ONE_ON_ONE else kind_word(talk.kind)
    when = tr("Planned for {time}, not held").format(time=at)
    left = tr("Left the company") if has_left(talk) else ""
    return TodayRow(
        talk.id,
        talk.person.name,
        ". ".join(part for part in (kind, when, left) if part),
        (
            RowAction(Do.HOLD, tr("Hold now"), talk.id, shown=not left),
            RowAction(Do.MOVE, tr("Move"), talk.id, shown=not left),
            RowAction(Do.SKIP, tr("Skip"), talk.id),
            RowAction(Do.OPEN, tr("Open brief"), tab=PREPARE, shown=False),
        ),
        lead=Dates.short_day(talk.on, today),
        person=talk.person,
        person_id=talk.person.id,
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
    return tr("due since") if one.due < today else tr("due")


def _since(one: ToPlan) -> str:
    if one.days_since is None:
        return tr("Start with a first 1:1")
    days = Dates.days(one.days_since)
    if not one.late:
        return tr("{days} since the last check-in").format(days=days)
    most = number(longest_gap(one.person))
    return tr("{days} since the last, at most {most}").format(days=days, most=most)
