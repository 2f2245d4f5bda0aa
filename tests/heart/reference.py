"""What the program must say on a day, in plain loops over a `World`: slow, and easy to check.

It is written from what the program is meant to say, not from how it does it.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import NamedTuple

from tests.heart.review_reference import ReviewReference
from tests.heart.world import DAY, CheckIn, Person, Plan, Todo

SOON = 7  # days in which somebody is to be planned who is not
NEAR = 200  # days around a free one in which a working day is looked for
DUE_SOON = 14  # days ahead that a brief looks for goals


class Planned(NamedTuple):
    """A check-in that is listed on Today."""

    person: int
    on: date
    kind: str
    state: str  # "running", "next" or "missed"
    clashes: frozenset[int]
    free: tuple[date | None, date | None] | None


class RailLine(NamedTuple):
    """A person in the rail."""

    next_on: date | None
    next_at: datetime | None
    running: bool
    promise_late: bool
    late: bool


class BriefFacts(NamedTuple):
    """What a brief names, of what is compared."""

    kind: str
    next_on: date | None
    next_at: datetime | None
    running: int
    plan_ended: date | None
    late_goals: frozenset[int]
    away_goals: frozenset[int]
    promises: tuple[int, ...]
    steps: frozenset[int]
    of_reviews: bool = False  # nothing of them is in a brief


class BalanceFacts(NamedTuple):
    """The sentences of a quarter as numbers."""

    people: int
    with_career: int
    checkins: int
    looked_ahead: int
    meetings: int
    minutes: int


class Reference(ReviewReference):
    """The answers for one day: the pages."""

    # Today

    def planned(self) -> dict[int, object]:
        """All that run or are planned; those of a day that is over were missed."""
        found: dict[int, object] = {}
        for person in self.listed:
            for one in self.world.of(person.id, "planned", "running"):
                is_running = one.state == "running"
                day = self.today if is_running else self.world.day(one)
                state = "missed" if day < self.today else "next"
                state = "running" if is_running else state
                found[one.id] = Planned(
                    person.id, day, one.kind, state, self.clashes(one, day), self.free(one, day)
                )
        return found

    def clashes(self, one: CheckIn, day: date) -> frozenset[int]:
        """With whom another one is planned within half an hour, of those to come."""
        if one.state != "planned" or day < self.today:
            return frozenset()
        others = [
            other
            for person in self.listed
            for other in self.ahead(person)
            if other is not one and abs(other.at - one.at) < timedelta(minutes=30)
        ]
        return frozenset(other.person for other in others)

    def free(self, one: CheckIn, day: date) -> tuple[date | None, date | None] | None:
        """The days around a weekend or a leave on which a repeat put one; a moved one was meant."""
        person = self.world.person(one.person)
        stays = one.state == "planned" and one.made_for == day >= self.today
        if not stays or not self.is_free(person, day):
            return None
        if person.has_left:
            return None, None
        before, after = self.work_day(person, day, -DAY), self.work_day(person, day, DAY)
        return before if before is not None and before >= self.today else None, after

    def work_day(self, person: Person, day: date, step: timedelta) -> date | None:
        """The nearest day in a direction that is not free."""
        for _ in range(NEAR):
            day += step
            if not self.is_free(person, day):
                return day
        return None

    def is_free(self, person: Person, day: date) -> bool:
        is_away = self.world.is_away(person, day) and not person.has_left
        return day.weekday() > 4 or is_away

    def to_plan(self) -> dict[int, object]:
        """Who is here and has none: when it is due, None before the first one."""
        found: dict[int, object] = {}
        for person in self.listed:
            if self.world.of(person.id, "planned", "running"):
                continue
            if not self.world.is_here(person, self.today):
                continue
            due = self.due(person)
            if due is None or due <= self.today + SOON * DAY:
                found[person.id] = (due, self.is_late(person))
        return found

    def next_career(self) -> int:
        """With whom the next career conversation is to be planned: whose is due first."""
        due = {
            person.id: self.career_due(person)
            for person in self.listed
            if self.world.is_here(person, self.today) and not self.has_career(person)
        }
        return min(due, key=lambda key: due[key]) if due else 0

    def attention(self) -> dict[int, object]:
        """Each person once, with all reasons."""
        found = {person.id: self.reasons(person) for person in self.listed}
        return {key: reasons for key, reasons in found.items() if reasons}

    def reasons(self, person: Person) -> set[tuple[str, object]]:
        """What one has to do about a person; who is away is asked nothing."""
        found: set[tuple[str, object]] = set()
        for todo in self.mine(person):
            if todo.due is not None and not todo.done:
                when = self.when(person, todo.due)
                kind = "step" if todo.goal else "promise"
                found |= {(f"{kind}_{when}", todo.id)} if when else set()
        if self.came_back(person):
            found.add(("back", self.first_day_back(person)))
        plan = self.world.open_plan(person.id)
        if self.world.is_here(person, self.today):
            if plan is not None and plan.ends_on < self.today:
                found.add(("plan_ended", plan.ends_on))
            days = self.days_without_career(person)
            if days is not None:
                found.add(("no_career_talk", days))
        return found

    def mine(self, person: Person) -> list[Todo]:
        """My promises, and my steps for the open goals of the plan that is open."""
        plan = self.world.open_plan(person.id)
        goals = {one.id for one in plan.goals if one.is_open} if plan else set()
        steps = [one for one in self.world.steps if one.goal in goals]
        return [one for one in self.world.promises + steps if one.person == person.id and one.mine]

    def when(self, person: Person, due: date) -> str:
        """Late, due today or by the next check-in; nothing where it may wait.

        While a missed one stands, that is what is due, and it is over.
        """
        if due < self.today:
            return "late"
        if due == self.today:
            return "due"
        coming = self.next_day(person)
        return "due" if coming is not None and due <= coming else ""

    def came_back(self, person: Person) -> bool:
        """Whether a leave is over and nobody said yet that they are back."""
        leave = person.leave
        if person.has_left or leave is None or leave.back:
            return False
        first = self.first_day_back(person)
        return first is not None and first <= self.today

    def first_day_back(self, person: Person) -> date | None:
        """The first working day after a leave that has an end."""
        if person.leave is None or person.leave.last is None:
            return None
        day = person.leave.last + DAY
        while day.weekday() > 4:
            day += DAY
        return day

    # the past, the rail, a brief, the balance

    def past(self) -> dict[int, object]:
        """What was held, skipped or called off; a held one keeps its day wherever one goes."""
        over = [one for one in self.world.checkins if one.state not in {"planned", "running"}]
        return {
            one.id: (one.state, one.kind, one.at, one.held_on if one.state == "held" else None)
            for one in over
        }

    def rail(self) -> dict[int, object]:
        found: dict[int, object] = {}
        for person in self.listed:
            one = self.next_planned(person)
            mine = [one for one in self.world.promises if one.person == person.id and one.mine]
            found[person.id] = RailLine(
                self.next_day(person),
                one.at if one else None,
                self.running(person) is not None,
                any(one.due and one.due < self.today and not one.done for one in mine),
                self.is_late(person),
            )
        return found

    def brief(self, person: Person) -> BriefFacts:
        one, running = self.next_planned(person), self.running(person)
        plan = self.world.open_plan(person.id)
        late, away = self.goals_over(person, plan)
        promises = [one for one in self.world.promises if one.person == person.id]
        promises = [one for one in promises if not one.done]
        promises.sort(key=lambda one: (not one.mine, one.due is None, one.due or date.max, one.id))
        goals = {one.id for one in plan.goals if one.is_open} if plan else set()
        steps = [one.id for one in self.world.steps if one.goal in goals and not one.done]
        now = running or one
        return BriefFacts(
            now.kind if now else "one_on_one",
            self.world.day(one) if one else self.due(person),
            one.at if one else None,
            running.id if running else 0,
            plan.ends_on if plan and plan.ends_on < self.today else None,
            frozenset(late),
            frozenset(away),
            tuple(one.id for one in promises),
            frozenset(steps),
        )

    def goals_over(self, person: Person, plan: Plan | None) -> tuple[set[int], set[int]]:
        """Open goals whose day is over, and those due within a leave, which are not late."""
        late, away = set(), set()
        for goal in plan.goals if plan else []:
            if goal.is_open and goal.due is not None:
                if self.world.is_away(person, goal.due):
                    away |= {goal.id} if goal.due <= self.today + DUE_SOON * DAY else set()
                elif goal.due < self.today:
                    late.add(goal.id)
        return late, away

    def balance(self) -> BalanceFacts:
        """The quarter up to today; an old check-in that was a review is a meeting too."""
        first = date(self.today.year, (self.today.month - 1) // 3 * 3 + 1, 1)
        here = [one.id for one in self.listed if self.world.is_here(one, self.today)]
        held = [
            one
            for one in self.world.checkins
            if one.state == "held" and first <= self.world.day(one) <= self.today
        ]
        old = [one for one in held if one.kind == "review"]
        held = [one for one in held if one.kind != "review"]
        with_career = {one.person for one in held if one.kind == "career"}
        ahead = [one for one in held if one.ahead in {"little", "mostly"}]
        meetings = [one for one in self.world.review_meetings if first <= one.on <= self.today]
        minutes = [one.minutes or 0 for one in meetings] + [one.minutes for one in old]
        return BalanceFacts(
            len(here),
            len(with_career.intersection(here)),
            len(held),
            len(ahead),
            len(minutes),
            sum(minutes),
        )
