"""What a manager should know today: who is next, who is to be planned, what needs attention."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TypeAlias

from careerdesk.dataclass import dataclass
from careerdesk.domain import attention, cadence
from careerdesk.domain.attention import AttentionItem, Facts
from careerdesk.domain.moments import day, local_of
from careerdesk.domain.offers import days_beside, is_free
from careerdesk.domain.records import CheckIn, CheckInKind, CheckInState, Person
from careerdesk.domain.repeats import WorkWeek
from careerdesk.domain.reviews.deadlines import Deadline, near
from careerdesk.domain.standing import is_here
from careerdesk.domain.week import names_today

AHEAD = 7  # days within which somebody without a planned check-in is to be planned
SAME_HOUR = timedelta(minutes=30)

Ended: TypeAlias = Callable[[CheckIn], "datetime | None"]

__all__ = ["AttentionItem", "Facts"]


@dataclass(frozen=True, slots=True)
class FreeDay:
    """The working days around a free one on which a repeat put a check-in; None: none is near."""

    before: date | None
    after: date | None


@dataclass(frozen=True, slots=True)
class Upcoming:
    """A check-in to come: planned when `at` is set, else meant by the cadence.

    A `missed` one was planned for a day that is over. `clashes` are the people with whom another
    one is planned at the same hour. `finish_at` is when a running one would usually have ended,
    once nobody may have thought of finishing it, by the clock there.
    """

    person: Person
    on: date
    at: datetime | None = None
    kind: CheckInKind = CheckInKind.ONE_ON_ONE
    running: bool = False
    missed: bool = False
    days_since: int | None = None
    checkin_id: int = 0
    clashes: tuple[Person, ...] = ()
    free: FreeDay | None = None
    finish_at: datetime | None = None

    @property
    def id(self) -> int:
        """The id of the check-in; below 0, the person's, where none is planned."""
        return self.checkin_id or -self.person.id


@dataclass(frozen=True, slots=True)
class ToPlan:
    """Somebody without a planned check-in; `due` is None before the first one."""

    person: Person
    due: date | None = None
    days_since: int | None = None
    late: bool = False

    @property
    def id(self) -> int:
        """The person's id: nobody is listed twice."""
        return self.person.id


@dataclass(frozen=True, slots=True)
class Today:
    """The whole page; `upcoming` is the soonest first, with those that were missed.

    `next_career` is with whom the next career conversation is to be planned, `last_held` with
    whom the last check-in was held, `held` with how many people one was held on this day. The
    week may be closed where it `ends` with this day.
    """

    on: date
    upcoming: tuple[Upcoming, ...] = ()
    to_plan: tuple[ToPlan, ...] = ()
    attention: tuple[AttentionItem, ...] = ()
    reviews: tuple[Deadline, ...] = ()
    next_career: Person | None = None
    last_held: Person | None = None
    held: int = 0
    ends: bool = False

    @property
    def next(self) -> tuple[Upcoming, ...]:
        """The check-ins that run, or are planned for this day or later."""
        return tuple(one for one in self.upcoming if one.checkin_id and not one.missed)

    @property
    def missed(self) -> tuple[Upcoming, ...]:
        """Those planned for a day that is over, of which nothing was said since."""
        return tuple(one for one in self.upcoming if one.missed)

    @property
    def things(self) -> int:
        """How many rows *Needs your attention* has, also those that are not shown yet."""
        return len(self.attention) + len(self.reviews) + self.ends

    @property
    def all_done(self) -> bool:
        """Whether nothing needs the manager: no row, no check-in missed or long overdue."""
        return not self.things and not self.missed and not any(one.late for one in self.to_plan)

    @property
    def check_ins(self) -> int:
        """How many check-ins are planned for this day or going on."""
        return sum(one.running or one.on == self.on for one in self.next)


def compose(
    known: Iterable[Facts],
    today: date,
    deadlines: Iterable[Deadline] = (),
    *,
    ended: Ended | None = None,
    week: WorkWeek | None = None,
) -> Today:
    """Everything for *today*, from what is known of each person in the order of the rail.

    Of the other room only its next deadlines are told, and nothing of what stands in it. *ended*
    says when a running check-in may have ended; *week* is the manager's own, without one none ends.
    """
    facts = list(known)
    found = [check_in for one in facts for check_in in upcoming(one, today, ended=ended, week=week)]
    return Today(
        today,
        tuple(sorted(with_clashes(found), key=_soonest)),
        tuple(sorted(filter(None, (to_plan(one, today) for one in facts)), key=_most_due)),
        attention.items(facts, today, week),
        tuple(near(deadlines, today)),
        attention.next_career(facts, today),
        _last_held(facts),
        sum(one.last_check_in == today for one in facts),
        week is not None and names_today(week, today),
    )


def _last_held(known: Sequence[Facts]) -> Person | None:
    held = [one for one in known if one.last_check_in is not None]
    last = max(held, key=lambda one: one.last_check_in or date.min, default=None)
    return last.person if last else None


def upcoming(
    facts: Facts, today: date, *, ended: Ended | None = None, week: WorkWeek | None = None
) -> Iterator[Upcoming]:
    """Every planned or running check-in with a person; where there is none, that by cadence."""
    for check_in in facts.planned:
        yield _planned(facts, check_in, today, ended, week or WorkWeek())
    if not facts.planned:
        due = cadence.next_check_in(facts.person, facts.last_check_in, None, today)
        if due is not None:
            yield Upcoming(facts.person, due, days_since=_since(facts, today))


def _planned(
    facts: Facts, check_in: CheckIn, today: date, ended: Ended | None, week: WorkWeek
) -> Upcoming:
    running, on = check_in.state is CheckInState.RUNNING, day(check_in)
    return Upcoming(
        facts.person,
        today if running else on,
        None if running else check_in.starts_at,
        check_in.kind,
        running,
        missed=not running and on < today,
        days_since=_since(facts, today),
        checkin_id=check_in.id,
        free=None if running or on < today else _free_day(check_in, on, today, facts.person, week),
        finish_at=_ended_there(check_in, ended) if running and ended is not None else None,
    )


def _ended_there(check_in: CheckIn, ended: Ended) -> datetime | None:
    """When it would have ended, by the clock at the place where it was begun."""
    at = ended(check_in)
    return None if at is None else local_of(at, check_in.utc_offset)


def _free_day(
    check_in: CheckIn, on: date, today: date, person: Person, week: WorkWeek
) -> FreeDay | None:
    """What to offer where a repeat came to lie on a free day of either, and was not moved.

    Days of a leave are free: none of them is offered.
    """
    both = week.of_person(person.work_days)
    if check_in.made_for != on or not is_free(person, on, both):
        return None
    before, after = days_beside(person, on, both)
    return FreeDay(before if before is not None and before >= today else None, after)


def with_clashes(found: Sequence[Upcoming]) -> list[Upcoming]:
    """The same, each knowing with whom another check-in is planned at its hour."""
    timed = sorted((one for one in found if one.at and not one.missed), key=_soonest)
    with_whom: dict[int, list[Person]] = {}
    for number, one in enumerate(timed):
        for other in timed[number + 1 :]:
            if other.at is None or one.at is None or other.at - one.at >= SAME_HOUR:
                break
            with_whom.setdefault(one.id, []).append(other.person)
            with_whom.setdefault(other.id, []).append(one.person)
    return [replace(one, clashes=tuple(with_whom.get(one.id, ()))) for one in found]


def to_plan(facts: Facts, today: date) -> ToPlan | None:
    """Whether a check-in is to be planned with a person: soon due, over, or the first one."""
    person = facts.person
    if facts.planned or not is_here(person, today):
        return None
    if facts.last_check_in is None:
        return ToPlan(person)
    due = cadence.next_check_in(person, facts.last_check_in, None, today)
    if due is None or due > today + timedelta(days=AHEAD):
        return None
    late = cadence.overdue(person, facts.last_check_in, None, today)
    return ToPlan(person, due, _since(facts, today), late)


def _since(facts: Facts, today: date) -> int | None:
    return None if facts.last_check_in is None else max(0, (today - facts.last_check_in).days)


def _soonest(check_in: Upcoming) -> tuple[bool, date, bool, float, int]:
    at = check_in.at.timestamp() if check_in.at else 0.0
    return not check_in.running, check_in.on, check_in.at is None, at, check_in.id


def _most_due(one: ToPlan) -> tuple[bool, bool, date]:
    return one.due is None, not one.late, one.due or date.max
