"""A team on plain lists, and what becomes of them: told from the plan, not from the program.

Nothing here asks the rules of the program, so that both can be wrong only on their own.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from tests.heart.cycles import Cycle, Meeting

DAY = timedelta(1)


@dataclass
class Leave:
    """From its first day to its last one, which may not be known; *back* is that it was said."""

    first: date
    last: date | None
    back: bool = False

    def covers(self, day: date) -> bool:
        return self.first <= day and (self.last is None or day <= self.last)


@dataclass
class Person:
    """Someone of the team, with the last leave that is known."""

    id: int
    starts_on: date | None = None
    cadence: int = 14
    gap: int = 28
    career_weeks: int = 12
    quiet_until: date | None = None
    is_direct: bool = True
    leave: Leave | None = None
    has_left: bool = False
    archived: bool = False


@dataclass
class Repeat:
    """Every so many weeks, by the clock of a zone; `number` tells it from those before it."""

    number: int
    first: date
    weeks: int
    at: time
    zone: str
    kind: str


@dataclass
class CheckIn:
    """One that is planned, running, held, skipped or cancelled."""

    person: int
    at: datetime
    kind: str = "one_on_one"
    state: str = "planned"
    held_on: date | None = None
    made_by: int = 0
    made_for: date | None = None
    ahead: str | None = None
    minutes: int = 0  # of an old one that was a review
    id: int = 0


@dataclass
class Goal:
    """A goal of a plan, open or not."""

    id: int
    due: date | None = None
    is_open: bool = True


@dataclass
class Plan:
    """A plan, until it is closed."""

    id: int
    person: int
    ends_on: date
    goals: list[Goal] = field(default_factory=list)
    closed: bool = False


@dataclass
class Todo:
    """A promise, or a next step of a goal."""

    id: int
    person: int
    mine: bool
    due: date | None
    goal: int = 0
    done: bool = False


class World:
    """Everything there is; the clock on the wall is that of `zone`."""

    def __init__(self, zone: str) -> None:
        self.zone = zone
        self.people: list[Person] = []
        self.with_person: dict[int, list[CheckIn]] = {}
        self.repeats: dict[int, Repeat] = {}
        self.plans: list[Plan] = []
        self.promises: list[Todo] = []
        self.steps: list[Todo] = []
        self.cycles: list[Cycle] = []
        self.review_meetings: list[Meeting] = []
        self.numbers = 0

    def person(self, person_id: int) -> Person:
        return next(one for one in self.people if one.id == person_id)

    def day(self, one: CheckIn) -> date:
        """The day of a check-in: of a held one that of the place, else by the clock here."""
        return one.held_on or self.day_of(one.at)

    def day_of(self, at: datetime) -> date:
        return at.astimezone(ZoneInfo(self.zone)).date()

    def of(self, person: int, *states: str) -> list[CheckIn]:
        """The check-ins with a person in one of these states, the earliest first."""
        found = [one for one in self.with_person.get(person, []) if one.state in states]
        return sorted(found, key=lambda one: one.at)

    @property
    def checkins(self) -> list[CheckIn]:
        """All of them, in the order of the people and as they were planned."""
        return [one for found in self.with_person.values() for one in found]

    def of_all(self, state: str) -> list[CheckIn]:
        return [one for one in self.checkins if one.state == state]

    def open_plan(self, person: int) -> Plan | None:
        return next((one for one in self.plans if one.person == person and not one.closed), None)

    def is_away(self, person: Person, day: date) -> bool:
        return person.leave is not None and person.leave.covers(day)

    def is_here(self, person: Person, day: date) -> bool:
        has_begun = person.starts_on is None or person.starts_on <= day
        return has_begun and not (person.has_left or person.archived or self.is_away(person, day))

    def invited(self, ends_on: date) -> set[int]:
        """Who takes part in a new cycle by itself: who reports to me and is there at its end."""
        return {
            one.id
            for one in self.people
            if one.is_direct and not one.archived and not one.has_left
            and (one.starts_on is None or one.starts_on <= ends_on)
        }  # fmt: skip

    # what may not be

    def refuses(
        self, person_id: int, at: datetime, now: datetime, but: CheckIn | None = None
    ) -> bool:
        """Whether nothing can be planned at a moment.

        Where the end of a leave is not known, a day to meet again may be agreed.
        """
        person, day = self.person(person_id), self.day_of(at)
        taken = any(
            one is not but and one.at.replace(second=0) == at.replace(second=0)
            for one in self.of(person_id, "planned")
        )
        return (
            at < now
            or taken
            or person.has_left
            or person.archived
            or (person.starts_on is not None and day < person.starts_on)
            or (self.is_away(person, day) and not self.is_away(person, date.max))
        )

    def refuses_past(self, person_id: int, at: datetime, now: datetime) -> bool:
        """Whether nothing can have been held at a moment."""
        starts_on = self.person(person_id).starts_on
        return at > now or (starts_on is not None and self.day_of(at) < starts_on)

    # what happens

    def plan(self, person: int, at: datetime, kind: str) -> CheckIn:
        one = CheckIn(person, at, kind)
        self.with_person.setdefault(person, []).append(one)
        return one

    def start(self, person: int, at: datetime, kind: str, taken: CheckIn | None) -> CheckIn:
        """Begin one: what was agreed for this day keeps its hour."""
        one = taken or self.plan(person, at, kind)
        if self.day_of(one.at) != self.day_of(at):
            one.at = at
        one.state, one.held_on = "running", self.day_of(one.at)
        return one

    def would_take(self, person: int, at: datetime) -> CheckIn | None:
        """Which planned one is begun by who names none."""
        planned, today = self.of(person, "planned"), self.day_of(at)
        of_today = [one for one in planned if self.day(one) == today]
        missed = [one for one in planned if self.day(one) < today]
        if of_today:
            return min(of_today, key=lambda one: abs(one.at - at))
        return missed[-1] if missed else None

    def finish(self, one: CheckIn, now: datetime, ahead: str | None) -> None:
        one.state = "held"
        one.ahead = ahead or ("mostly" if one.kind == "career" else None)
        self.go_on(one, now)

    def give_up(self, one: CheckIn, state: str, now: datetime) -> None:
        """Skip it or call it off."""
        one.state = state
        self.go_on(one, now)

    def remove(self, one: CheckIn, now: datetime) -> None:
        self.with_person[one.person].remove(one)
        if one.state == "planned":
            self.go_on(one, now)

    def go_on(self, over: CheckIn, now: datetime) -> None:
        """A repeat writes its next one: after the day it was made for and after today."""
        repeat = self.repeats.get(over.person)
        if repeat is None or over.made_by != repeat.number or over.made_for is None:
            return
        today = now.astimezone(ZoneInfo(repeat.zone or self.zone)).date()
        self.write_next(over.person, max(over.made_for, today))

    def write_next(self, person_id: int, after: date) -> None:
        repeat, person = self.repeats[person_id], self.person(person_id)
        if self.made_by_repeat(person_id) or person.has_left or person.archived:
            return
        day = repeat.first
        while day <= after or self.is_away(person, self.day_of(self.moment(repeat, day))):
            if day > after and self.is_away(person, date.max):
                return
            day += repeat.weeks * 7 * DAY
        one = self.plan(person_id, self.moment(repeat, day), repeat.kind)
        one.made_by, one.made_for = repeat.number, day

    def moment(self, repeat: Repeat, day: date) -> datetime:
        zone = ZoneInfo(repeat.zone or self.zone)
        return datetime.combine(day, repeat.at, zone).astimezone(UTC)

    def repeat(
        self, person: int, at: datetime, weeks: int, zone: str, kind: str, first: CheckIn | None
    ) -> CheckIn:
        """Let them come again; one that is planned already may become the first."""
        wall = at.astimezone(ZoneInfo(zone or self.zone))
        if person not in self.repeats:
            self.numbers += 1
        number = self.repeats[person].number if person in self.repeats else self.numbers
        self.repeats[person] = Repeat(
            number, wall.date(), weeks, wall.time().replace(tzinfo=None), zone, kind
        )
        one = first or self.plan(person, at, kind)
        one.at, one.kind, one.made_by, one.made_for = at, kind, number, wall.date()
        return one

    def made_by_repeat(self, person: int) -> CheckIn | None:
        """The planned one that the repeat wrote."""
        repeat = self.repeats.get(person)
        planned = self.of(person, "planned")
        return next((one for one in planned if repeat and one.made_by == repeat.number), None)

    def stop_repeat(self, person: int) -> None:
        del self.repeats[person]

    def add_past(self, person: int, at: datetime, kind: str) -> CheckIn:
        one = self.plan(person, at, kind)
        one.state, one.held_on = "held", self.day_of(at)
        one.ahead = "mostly" if kind == "career" else None
        return one

    def back(self, person_id: int, today: date) -> None:
        """It is said that somebody is back; of a leave that did not begin nothing stays."""
        person = self.person(person_id)
        leave = person.leave
        assert leave is not None
        leave.back = True
        if leave.first >= today:
            person.leave = None
        elif leave.last is None or leave.last >= today:
            leave.last = today - DAY
        self.resume(person_id, today)

    def resume(self, person_id: int, today: date) -> None:
        """The repeat of somebody who is here again goes on, on this day if it falls on it."""
        repeat = self.repeats.get(person_id)
        if repeat is not None:
            made = [one.made_for for one in self.checkins if one.made_by == repeat.number]
            self.write_next(person_id, max([today - DAY, *(day for day in made if day)]))
