"""Planning check-ins: any number for a person, each by its own id, once or every few weeks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from careerdesk.data.queries import checkins as queries
from careerdesk.data.store import Store
from careerdesk.dataclass import dataclass
from careerdesk.domain import moments, repeats
from careerdesk.domain.days import check_days, check_not_before
from careerdesk.domain.errors import InvalidInput
from careerdesk.domain.records import (
    AgendaItem,
    CheckIn,
    CheckInKind,
    CheckInState,
    Person,
    PersonStatus,
    Repeat,
)
from careerdesk.domain.standing import in_leave
from careerdesk.domain.text import clean_line
from careerdesk.i18n import N_, tr
from careerdesk.services import checkins, repeating

if TYPE_CHECKING:
    from careerdesk.data.transaction import Transaction

PLACE = "check-ins"
NEAR = timedelta(minutes=30)
A_WHILE = timedelta(minutes=1)  # between choosing a time and saying so
REASON_LIMIT = 2000

planned = checkins.planned
repeat_of = repeating.of_person


def plan(
    store: Store,
    person_id: int,
    at: datetime,
    now: datetime,
    kind: CheckInKind = CheckInKind.ONE_ON_ONE,
    *,
    ends_repeat: bool = False,
    origin: object = None,
) -> CheckIn:
    """Plan one more check-in; with *ends_repeat* no other one comes by itself from now on.

    Raises `InvalidInput` for a moment that is over, before the start, in a leave whose end is
    known or taken by another check-in with the same person, and for somebody who has left or is
    archived.
    """
    check_ahead(store, store.get(Person, person_id), at, now)
    with store.edit(tr("Plan check-in"), origin=origin, person_id=person_id, place=PLACE) as tx:
        if ends_repeat:
            _end_repeat(tx, person_id)
        return tx.add(CheckIn(person_id=person_id, kind=kind, starts_at=at))


def plan_early(
    store: Store, checkin_id: int, at: datetime, now: datetime, *, origin: object = None
) -> CheckIn:
    """Plan for *at* the one that the repeat writes when the check-in of *checkin_id* is over.

    Its end writes no other one then; raises `InvalidInput` as `plan` does.
    """
    check_in = store.get(CheckIn, checkin_id)
    person_id = check_in.person_id
    check_ahead(store, store.get(Person, person_id), at, now)
    with store.edit(tr("Plan check-in"), origin=origin, person_id=person_id, place=PLACE) as tx:
        made = repeating.go_on(tx, check_in, now)
        if made is None:
            return tx.add(CheckIn(person_id=person_id, starts_at=at))
        tx.change(CheckIn, made.id, starts_at=at)
        return tx.get(CheckIn, made.id)


def move(
    store: Store,
    checkin_id: int,
    at: datetime,
    now: datetime,
    kind: CheckInKind | None = None,
    *,
    ends_repeat: bool = False,
    origin: object = None,
) -> None:
    """Move a planned check-in, or let it be of another kind; *ends_repeat* as in `plan`.

    Raises `InvalidInput` as `plan` does, and for one that has begun or does not take place.
    """
    check_in = store.get(CheckIn, checkin_id)
    kind = kind or check_in.kind
    if (check_in.starts_at, check_in.kind) == (at, kind) and not ends_repeat:
        return
    _check_planned(check_in)
    if check_in.starts_at != at:
        check_ahead(store, store.get(Person, check_in.person_id), at, now, but=checkin_id)
    with store.edit(
        tr("Move check-in"), origin=origin, person_id=check_in.person_id, place=PLACE
    ) as tx:
        tx.change(CheckIn, checkin_id, starts_at=at, kind=kind)
        if ends_repeat:
            _end_repeat(tx, check_in.person_id)


def _check_planned(check_in: CheckIn) -> None:
    if check_in.state is not CheckInState.PLANNED:
        raise InvalidInput(N_("This check-in is no longer planned. Plan a new one."))


def skip(
    store: Store, checkin_id: int, now: datetime, reason: str = "", *, origin: object = None
) -> None:
    """Note that a planned check-in does not take place, and why; the cadence goes on as it was."""
    _give_up(store, checkin_id, now, CheckInState.SKIPPED, reason, origin)


def cancel(
    store: Store, checkin_id: int, now: datetime, reason: str = "", *, origin: object = None
) -> None:
    """Note that a planned check-in is called off."""
    _give_up(store, checkin_id, now, CheckInState.CANCELLED, reason, origin)


def _give_up(
    store: Store, checkin_id: int, now: datetime, state: CheckInState, reason: str, origin: object
) -> None:
    check_in = store.get(CheckIn, checkin_id)
    if check_in.state is not CheckInState.PLANNED:
        return  # a second click
    words = clean_line(reason, N_("reason"), REASON_LIMIT) if reason.strip() else ""
    name = tr("Skip check-in") if state is CheckInState.SKIPPED else tr("Cancel check-in")
    with store.edit(name, origin=origin, person_id=check_in.person_id, place=PLACE) as tx:
        tx.change(
            CheckIn, checkin_id, state=state, reason=words,
            utc_offset=moments.utc_offset_here(check_in.starts_at),
        )  # fmt: skip
        repeating.go_on(tx, check_in, now)


def plan_repeating(
    store: Store,
    person_id: int,
    at: datetime,
    weeks: int,
    zone: str,
    now: datetime,
    *,
    kind: CheckInKind = CheckInKind.ONE_ON_ONE,
    checkin_id: int = 0,
    origin: object = None,
) -> CheckIn:
    """Let check-ins come again every so many weeks, from *at* on; the first one is planned.

    The weekday and the time on the wall are those of *at*, in *zone*. The check-in of *checkin_id*,
    or the one that the repeat before had planned, becomes the first one.
    """
    _check_weeks(weeks)
    if checkin_id:
        _check_planned(store.get(CheckIn, checkin_id))
    old = repeating.of_person(store, person_id)
    taken = checkin_id or _planned_by(store, person_id, old)
    check_ahead(store, store.get(Person, person_id), at, now, but=taken)
    wanted = _repeat_from(at, weeks, zone, person_id, kind)
    with store.edit(tr("Plan check-ins"), origin=origin, person_id=person_id, place=PLACE) as tx:
        return _begin_repeat(tx, wanted, at, old, taken)


def _repeat_from(at: datetime, weeks: int, zone: str, person_id: int, kind: CheckInKind) -> Repeat:
    """A repeat by the clock on the wall of a zone, from *at* on."""
    there = repeats.wall(at, zone)
    day = there.date()
    return Repeat(
        person_id=person_id, kind=kind, weeks=weeks, weekday=day.weekday(),
        minute=there.hour * 60 + there.minute, zone=zone, starts_on=day,
    )  # fmt: skip


def _begin_repeat(
    tx: Transaction, wanted: Repeat, at: datetime, old: Repeat | None, taken: int = 0
) -> CheckIn:
    """Store a repeat in place of *old*, and its first check-in, *taken* if there is one."""
    if old is None:
        old = tx.add(wanted)
    else:
        fields = ("kind", "weeks", "weekday", "minute", "zone", "starts_on")
        tx.change(Repeat, old.id, **{key: getattr(wanted, key) for key in fields})
    if not taken:
        taken = tx.add(CheckIn(person_id=wanted.person_id, kind=wanted.kind, starts_at=at)).id
    first = wanted.starts_on
    tx.change(CheckIn, taken, kind=wanted.kind, starts_at=at, repeat_id=old.id, made_for=first)
    return tx.get(CheckIn, taken)


@dataclass(frozen=True, slots=True)
class Wish:
    """When the next 1:1 with a person shall be, and in how many weeks again; 0: it does not."""

    person_id: int
    at: datetime
    weeks: int = 0


def plan_many(
    store: Store, wishes: Sequence[Wish], zone: str, now: datetime, *, origin: object = None
) -> list[CheckIn]:
    """Plan a 1:1 with each of several people in one step; raises `InvalidInput` as `plan` does.

    Those that come again do so by the clock on the wall of *zone*.
    """
    for wish in wishes:
        check_ahead(store, store.get(Person, wish.person_id), wish.at, now)
        if wish.weeks:
            _check_weeks(wish.weeks)
    olds = [repeating.of_person(store, wish.person_id) for wish in wishes]
    with store.edit(tr("Plan check-ins"), origin=origin, place=PLACE) as tx:
        return [_planned(tx, wish, zone, old) for wish, old in zip(wishes, olds, strict=True)]


def _planned(tx: Transaction, wish: Wish, zone: str, old: Repeat | None) -> CheckIn:
    if not wish.weeks:
        return tx.add(CheckIn(person_id=wish.person_id, starts_at=wish.at))
    one_on_one = CheckInKind.ONE_ON_ONE
    wanted = _repeat_from(wish.at, wish.weeks, zone, wish.person_id, one_on_one)
    return _begin_repeat(tx, wanted, wish.at, old)


def _check_weeks(weeks: int) -> None:
    if not 1 <= weeks <= repeats.MOST_WEEKS:
        raise InvalidInput(N_("Choose a number of weeks between 1 and {n}."), n=repeats.MOST_WEEKS)


def _end_repeat(tx: Transaction, person_id: int) -> None:
    found = tx.read(queries.repeat_of, person_id)
    if found is not None:
        tx.remove(Repeat, found.id)


def clashes(store: Store, at: datetime, but: int = 0) -> list[tuple[Person, CheckIn]]:
    """The planned check-ins of anybody that begin within half an hour of *at*, without *but*."""
    return clashes_of(store, {but: at})[but]


def clashes_of(
    store: Store, wanted: Mapping[int, datetime]
) -> dict[int, list[tuple[Person, CheckIn]]]:
    """For each check-in of *wanted*, by its id, what `clashes` says of its moment; read at once."""
    if not wanted:
        return {}
    found = store.read(queries.near, [(at - NEAR, at + NEAR) for at in wanted.values()])
    return {
        but: [one for one in found if one[1].id != but and abs(one[1].starts_at - at) < NEAR]
        for but, at in wanted.items()
    }


def add_past(
    store: Store,
    person_id: int,
    at: datetime,
    now: datetime,
    minutes: int | None = None,
    *,
    kind: CheckInKind = CheckInKind.ONE_ON_ONE,
    origin: object = None,
) -> CheckIn:
    """Enter a check-in that was held; raises `InvalidInput` for one to come or before the start.

    One that was planned for that day and is over is the one: it is missed no longer, and the repeat
    it was of goes on. What comes up every time and was ticked by then is on the agenda again.
    """
    _check_over(store.get(Person, person_id), at, now)
    checkins.check_minutes(minutes)
    today = now.astimezone().date()
    held = CheckIn(
        person_id=person_id, kind=kind, state=CheckInState.HELD, starts_at=at,
        utc_offset=moments.utc_offset_here(at), minutes=minutes,
        noted_on=today if moments.local_of(at, None).date() != today else None,
    )  # fmt: skip
    missed = missed_on(store, person_id, at.astimezone().date(), now, kind)
    with store.edit(tr("Add check-in"), origin=origin, person_id=person_id, place=PLACE) as tx:
        ticked = _ticked_by(tx, held)
        if missed is None:
            made = tx.add(held)
        else:
            tx.change(
                CheckIn, missed.id, state=held.state, starts_at=at, utc_offset=held.utc_offset,
                minutes=minutes, noted_on=held.noted_on,
            )  # fmt: skip
            repeating.go_on(tx, missed, now)
            made = tx.get(CheckIn, missed.id)
        checkins.bring_back(tx, ticked, made.id)
        return made


def _ticked_by(tx: Transaction, held: CheckIn) -> list[AgendaItem]:
    """The agenda at the end of a check-in that is entered later; a career one has none."""
    if held.kind is CheckInKind.CAREER:
        return []
    day = moments.local_of(held.starts_at, held.utc_offset).date()
    items = tx.read(queries.agenda_at_end, held.person_id, 0)
    return [one for one in items if one.covered_on is None or one.covered_on <= day]


def missed_on(
    store: Store, person_id: int, day: date, now: datetime, kind: CheckInKind
) -> CheckIn | None:
    """The check-in that was planned for a day and whose hour is over, the last one of several."""
    return next(
        (
            one for one in reversed(planned(store, person_id))
            if one.kind is kind and moments.day(one) == day and one.starts_at <= now
        ),
        None,
    )  # fmt: skip


def last_missed(store: Store, person_id: int, now: datetime) -> CheckIn | None:
    """The last check-in that was planned and whose hour is over."""
    over = [one for one in planned(store, person_id) if one.starts_at <= now]
    return over[-1] if over else None


def redate(
    store: Store, checkin_id: int, at: datetime, now: datetime, *, origin: object = None
) -> None:
    """Say when a check-in was held; raises `InvalidInput` for a moment to come or before the start.

    One that is planned or running is refused too. The day on which it was noted stays: the one
    known, else the one it was said to be held.
    """
    check_in = store.get(CheckIn, checkin_id)
    if check_in.state in {CheckInState.PLANNED, CheckInState.RUNNING}:
        raise InvalidInput(N_("This check-in isn't over yet. Finish it first, or move it."))
    _check_over(store.get(Person, check_in.person_id), at, now)
    noted, held = check_in.noted_on or moments.day(check_in), at.astimezone().date()
    with store.edit(
        tr("Edit check-in"), origin=origin, person_id=check_in.person_id, place=PLACE
    ) as tx:
        tx.change(
            CheckIn, checkin_id, starts_at=at, utc_offset=moments.utc_offset_here(at),
            noted_on=noted if noted > held else None,
        )  # fmt: skip


def _planned_by(store: Store, person_id: int, repeat: Repeat | None) -> int:
    """The id of the planned check-in a repeat made; 0 for none."""
    if repeat is None:
        return 0
    made = (
        check_in.id for check_in in planned(store, person_id) if check_in.repeat_id == repeat.id
    )
    return next(made, 0)


def check_ahead(store: Store, person: Person, at: datetime, now: datetime, *, but: int = 0) -> None:
    """Raise `InvalidInput` where no check-in can be planned."""
    day = at.astimezone().date()
    if person.archived_on is not None:
        raise InvalidInput(N_("{name} is archived. Restore them first."), name=person.short_name)
    if person.status is PersonStatus.LEFT:
        raise InvalidInput(
            N_("{name} has left. If that's wrong, change their status first."),
            name=person.short_name,
        )
    check_days((at,), now.astimezone().date())
    if at < now - A_WHILE:
        raise InvalidInput(
            N_("That time has passed. Choose a later time, or add this as a past check-in.")
        )
    check_not_before(day, person.start_date, person.short_name)
    _check_leave(person, day)
    if any(
        check_in.starts_at == at and check_in.id != but for check_in in planned(store, person.id)
    ):
        raise InvalidInput(
            N_("You already have a check-in with {name} at that time. Choose another time."),
            name=person.short_name,
        )


def _check_leave(person: Person, day: date) -> None:
    if person.leave_until is not None and in_leave(person, day):
        raise InvalidInput(
            N_("{name} is on leave until {day}. Choose a later date."),
            name=person.short_name,
            day=person.leave_until,
        )


def _check_over(person: Person, at: datetime, now: datetime) -> None:
    check_days((at,), now.astimezone().date())
    if at > now:
        raise InvalidInput(
            N_("That time is in the future. Choose an earlier time, or plan the check-in instead.")
        )
    check_not_before(at.astimezone().date(), person.start_date, person.short_name)
