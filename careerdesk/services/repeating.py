"""Check-ins that come again: whenever one of them is over, the next one is written."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from careerdesk.data.queries import checkins as queries
from careerdesk.data.store import Store
from careerdesk.domain import moments, repeats
from careerdesk.domain.records import CheckIn, CheckInState, Person, Repeat
from careerdesk.domain.standing import has_left, in_leave

if TYPE_CHECKING:
    from careerdesk.data.transaction import Transaction


PLACE = "check-ins"


def of_person(store: Store, person_id: int) -> Repeat | None:
    """The repeat of a person."""
    return store.read(queries.repeat_of, person_id)


def go_on(tx: Transaction, check_in: CheckIn, now: datetime) -> CheckIn | None:
    """Write the next check-in of the repeat that *check-in*, which is over, was of.

    None is written while another one of the repeat is still planned, in a leave without an end, or
    for somebody who has left.
    """
    if check_in.repeat_id is None:
        return None
    repeat = tx.get(Repeat, check_in.repeat_id)
    return write_next(tx, repeat, _last_taken(repeat, check_in, now))


def day_after(repeat: Repeat, person: Person, check_in: CheckIn, now: datetime) -> date | None:
    """The day for which `go_on` writes the next one: after both that of *check-in* and today.

    It does not lie in a leave; None for a leave without an end, and for somebody who has left.
    """
    return _next_day(repeat, person, _last_taken(repeat, check_in, now))


def _last_taken(repeat: Repeat, check_in: CheckIn, now: datetime) -> date:
    """The day a check-in was made for, or, if that is later, today by the clock of the repeat."""
    return max(check_in.made_for or moments.day(check_in), repeats.wall(now, repeat.zone).date())


def write_next(tx: Transaction, repeat: Repeat, after: date) -> CheckIn | None:
    """Write the first check-in of a repeat after a day, unless one it made is still planned."""
    planned = tx.read(queries.in_state, repeat.person_id, CheckInState.PLANNED)
    if any(check_in.repeat_id == repeat.id for check_in in planned):
        return None
    day = _next_day(repeat, tx.get(Person, repeat.person_id), after)
    if day is None:
        return None
    return tx.add(
        CheckIn(
            person_id=repeat.person_id, kind=repeat.kind, starts_at=repeats.moment(repeat, day),
            repeat_id=repeat.id, made_for=day,
        )
    )  # fmt: skip


def resume(tx: Transaction, person_id: int, today: date) -> None:
    """Let the repeat of somebody who is here again go on, if there is one.

    Its next check-in may be today, but not on a day that it wrote one for already.
    """
    repeat = tx.read(queries.repeat_of, person_id)
    if repeat is not None:
        yesterday = date.fromordinal(today.toordinal() - 1)
        made_for = tx.read(queries.last_made_for, repeat.id) or yesterday
        write_next(tx, repeat, max(made_for, yesterday))


def _next_day(repeat: Repeat, person: Person, after: date) -> date | None:
    """The first day of a repeat after *after* on which the person is not on leave."""
    if has_left(person):
        return None
    day = repeats.next_day(repeat, after)
    while in_leave(person, moments.local_of(repeats.moment(repeat, day), None).date()):
        if person.leave_until is None:
            return None
        day = repeats.next_day(repeat, day)
    return day
