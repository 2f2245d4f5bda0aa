"""What a manager should know today: who is next, who waits, how much looked forward."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from careerdesk.domain.cadence import expects_talks, next_talk
from careerdesk.domain.days import days_since
from careerdesk.domain.records import CheckInKind, Person, Promise
from careerdesk.domain.reviews.deadlines import Deadline, near
from careerdesk.domain.views import Temperature

CAREER_WEEKS = 12  # the longest a person should go without a career conversation
BALANCE_WEEKS = 12
FALL = 2  # steps of temperature over three talks


class Need(StrEnum):
    """Why a person needs the manager, the most pressing first."""

    PROMISE_LATE = "promise_late"
    TALK_LATE = "talk_late"
    TEMPERATURE_FALLING = "temperature_falling"
    PLAN_DUSTY = "plan_dusty"
    NO_CAREER_TALK = "no_career_talk"
    NO_TALK = "no_talk"
    NO_MOTIVATORS = "no_motivators"
    NO_PLAN = "no_plan"


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a person that the rules ask for; days are local, the last of each kind.

    `temperature` is that of the last three talks, the oldest first. Minutes are those of the
    talks within `BALANCE_WEEKS`.
    """

    person: Person
    first_talk: date | None = None
    last_talk: date | None = None
    last_career: date | None = None
    next_at: datetime | None = None
    next_kind: CheckInKind = CheckInKind.ONE_ON_ONE
    running: bool = False
    plan_touched: date | None = None
    has_plan: bool = False
    motivators: int = 0
    minutes: int = 0
    forward_minutes: int = 0
    late_promises: tuple[Promise, ...] = ()
    temperature: tuple[Temperature, ...] = ()

    @property
    def next_on(self) -> date | None:
        """The local day of the planned talk."""
        return self.next_at.astimezone().date() if self.next_at else None


@dataclass(frozen=True, slots=True)
class Upcoming:
    """A talk to come: planned when `at` is set, else meant by the cadence."""

    person: Person
    on: date
    at: datetime | None = None
    kind: CheckInKind = CheckInKind.ONE_ON_ONE
    running: bool = False
    days_since: int | None = None

    @property
    def id(self) -> int:
        """The person's id: nobody is listed twice."""
        return self.person.id


@dataclass(frozen=True, slots=True)
class Call:
    """One line of *Needs attention*: days since, over or without, by the need."""

    person: Person
    need: Need
    days: int = 0
    promise: Promise | None = None
    temperature: tuple[Temperature, ...] = ()


@dataclass(frozen=True, slots=True)
class Share:
    """How many minutes of talk looked forward."""

    person: Person
    minutes: int
    forward_minutes: int

    @property
    def id(self) -> int:
        """The person's id."""
        return self.person.id

    @property
    def part(self) -> float:
        """0.0 to 1.0."""
        return self.forward_minutes / self.minutes if self.minutes else 0.0


@dataclass(frozen=True, slots=True)
class Today:
    """The whole page."""

    on: date
    upcoming: tuple[Upcoming, ...] = ()
    calls: tuple[Call, ...] = ()
    shares: tuple[Share, ...] = ()
    reviews: tuple[Deadline, ...] = ()

    @property
    def waiting(self) -> int:
        """How many things need the manager."""
        return len(self.reviews) + len(self.calls)

    @property
    def talks(self) -> int:
        """How many talks are planned for this day or going on."""
        return sum(talk.running or (talk.at is not None and talk.on == self.on)
                   for talk in self.upcoming)  # fmt: skip

    @property
    def part(self) -> float | None:
        """The share of the team's talk time that looked forward; None when nobody talked."""
        minutes = sum(share.minutes for share in self.shares)
        return sum(share.forward_minutes for share in self.shares) / minutes if minutes else None


def compose(known: Iterable[Facts], today: date, deadlines: Iterable[Deadline] = ()) -> Today:
    """Everything for *today*, from what is known of each person in the order of the rail.

    Of the other room only its next deadlines are told, and nothing of what stands in it.
    """
    facts = list(known)
    return Today(
        today,
        tuple(sorted(filter(None, (upcoming(one, today) for one in facts)), key=_soonest)),
        tuple(sorted((call for one in facts for call in calls(one, today)), key=_weight)),
        tuple(sorted(filter(None, map(share, facts)), key=lambda found: -found.part)),
        tuple(near(deadlines, today)),
    )


def upcoming(facts: Facts, today: date) -> Upcoming | None:
    """The next talk: the running or planned one, else by cadence from the last that was held."""
    on = today if facts.running else next_talk(facts.person, facts.last_talk, facts.next_on, today)
    if on is None:
        return None
    at = None if facts.running else facts.next_at
    since = _days(facts.last_talk, today)
    return Upcoming(facts.person, on, at, facts.next_kind, facts.running, since)


def calls(facts: Facts, today: date) -> Iterator[Call]:
    """Why this person needs the manager; whoever is away or to come is left in peace."""
    for promise in facts.late_promises:
        yield Call(facts.person, Need.PROMISE_LATE, _days(promise.due_on, today) or 0, promise)
    if expects_talks(facts.person, today):
        yield from filter(None, (rule(facts, today) for rule in _RULES))


def _talk_late(facts: Facts, today: date) -> Call | None:
    since = _days(facts.last_talk, today) or 0
    if since <= _gap(facts.person) or not _waits(facts, today):
        return None
    return Call(facts.person, Need.TALK_LATE, since)


def _temperature(facts: Facts, _today: date) -> Call | None:
    if not falling(facts.temperature):
        return None
    return Call(facts.person, Need.TEMPERATURE_FALLING, temperature=facts.temperature[-3:])


def _dusty(facts: Facts, today: date) -> Call | None:
    untouched = _days(facts.plan_touched, today) or 0
    late = untouched > 2 * max(facts.person.cadence_days, 1)
    return Call(facts.person, Need.PLAN_DUSTY, untouched) if late else None


def _no_career(facts: Facts, today: date) -> Call | None:
    without = _days(facts.last_career or facts.first_talk, today) or 0
    if without <= 7 * CAREER_WEEKS or _career_planned(facts):
        return None
    return Call(facts.person, Need.NO_CAREER_TALK, without)


def _no_talk(facts: Facts, today: date) -> Call | None:
    met = facts.last_talk is not None or not _waits(facts, today)
    return None if met else Call(facts.person, Need.NO_TALK)


def _unknown(facts: Facts, _today: date) -> Call | None:
    """The first thing that is not there yet after a talk: one step at a time."""
    if facts.last_talk is None:
        return None
    if not facts.motivators:
        return Call(facts.person, Need.NO_MOTIVATORS)
    return None if facts.has_plan else Call(facts.person, Need.NO_PLAN)


_RULES = (_talk_late, _temperature, _dusty, _no_career, _no_talk, _unknown)


def falling(temperature: Sequence[Temperature]) -> bool:
    """Whether the last three known values go down, by two steps at least.

    What was sensed counts; what was said where nothing was sensed.
    """
    known = [_felt(one) for one in temperature]
    last = [value for value in known if value is not None][-3:]
    return len(last) == 3 and last[0] >= last[1] >= last[2] and last[0] - last[2] >= FALL


def share(facts: Facts) -> Share | None:
    """How much of the talk time looked forward; None for who did not talk."""
    if not facts.minutes:
        return None
    return Share(facts.person, facts.minutes, min(facts.forward_minutes, facts.minutes))


def _felt(temperature: Temperature) -> int | None:
    return temperature.said if temperature.sensed is None else temperature.sensed


def _waits(facts: Facts, today: date) -> bool:
    """No talk goes on and none is planned from today on."""
    return not facts.running and (facts.next_on is None or facts.next_on < today)


def _career_planned(facts: Facts) -> bool:
    return facts.next_at is not None and facts.next_kind is CheckInKind.CAREER


def _gap(person: Person) -> int:
    return max(person.longest_gap_days, person.cadence_days, 1)


def _days(day: date | None, today: date) -> int | None:
    return days_since(day, today) if day else None


def _soonest(talk: Upcoming) -> tuple[bool, date, bool, float]:
    return not talk.running, talk.on, talk.at is None, talk.at.timestamp() if talk.at else 0.0


def _weight(call: Call) -> tuple[int, int]:
    return list(Need).index(call.need), -call.days
