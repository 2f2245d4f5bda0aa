"""What is known of one person on a day, in plain loops over a `World`: who is due and why.

It is written from what the program is meant to say, not from how it does it.
"""

from __future__ import annotations

from datetime import date

from tests.heart.world import DAY, CheckIn, Person, World

NEW_DUE_WEEKS, NEW_WEEKS = 6, 8  # after the start, without a first career conversation


class Rhythm:
    """The answers for one day, of one person each."""

    def __init__(self, world: World, today: date) -> None:
        self.world = world
        self.today = today
        self.listed = [one for one in world.people if not one.archived]

    def held_days(self, person: Person, kind: str = "") -> list[date]:
        held = self.world.of(person.id, "held")
        return sorted(self.world.day(one) for one in held if kind in {"", one.kind})

    def ahead(self, person: Person) -> list[CheckIn]:
        """What is planned for today or later."""
        planned = self.world.of(person.id, "planned")
        return [one for one in planned if self.world.day(one) >= self.today]

    def missed(self, person: Person) -> list[CheckIn]:
        planned = self.world.of(person.id, "planned")
        return [one for one in planned if self.world.day(one) < self.today]

    def running(self, person: Person) -> CheckIn | None:
        return next(iter(self.world.of(person.id, "running")), None)

    def next_planned(self, person: Person) -> CheckIn | None:
        """The earliest of today or later, else the one that was missed last."""
        ahead, missed = self.ahead(person), self.missed(person)
        return ahead[0] if ahead else missed[-1] if missed else None

    def counted_from(self, person: Person) -> date | None:
        """The day from which the next one is counted: the last one, or a later return."""
        held = self.held_days(person)
        if not held:
            return None
        last = person.leave.last if person.leave else None
        return max(held[-1], last + DAY) if last and last < self.today else held[-1]

    def due(self, person: Person) -> date | None:
        """When the next one is due by the person's own cadence."""
        since = self.counted_from(person)
        if since is None or not self.world.is_here(person, self.today):
            return None
        return since + person.cadence * DAY

    def next_day(self, person: Person) -> date | None:
        one = self.next_planned(person)
        return self.world.day(one) if one is not None else self.due(person)

    def is_late(self, person: Person) -> bool:
        """Whether the longest gap is over and none is planned."""
        since = self.counted_from(person)
        if since is None or self.ahead(person) or self.running(person):
            return False
        here = self.world.is_here(person, self.today)
        return here and (self.today - since).days > person.gap

    def days_without_career(self, person: Person) -> int | None:
        """Days without a career conversation, once they are to be named."""
        if not self.world.is_here(person, self.today):
            return None
        if person.quiet_until is not None and self.today < person.quiet_until:
            return None
        if self.has_career(person):
            return None
        since, weeks = self.career_rhythm(person)
        if since is None:
            return None
        day, at_work = since, 0
        while day < self.today:
            day += DAY
            at_work += not self.world.is_away(person, day)
        return (self.today - since).days if at_work > weeks * 7 else None

    def has_career(self, person: Person) -> bool:
        """Whether one runs or is planned for today or later, whatever comes before it."""
        coming = [*self.ahead(person), *self.world.of(person.id, "running")]
        return any(one.kind == "career" for one in coming)

    def career_rhythm(self, person: Person) -> tuple[date | None, int]:
        """From when weeks are counted, and how many may pass.

        That is the last one, else the first check-in; of somebody new it is the start.
        """
        career, held = self.held_days(person, "career"), self.held_days(person)
        if career:
            return career[-1], person.career_weeks
        if not held:
            return None, 0
        start = person.starts_on
        if start is not None and start <= held[0] <= start + NEW_WEEKS * 7 * DAY:
            return start, NEW_WEEKS
        return held[0], person.career_weeks

    def career_due(self, person: Person) -> date:
        """The day it is due; for whom one never met, after all others."""
        since, weeks = self.career_rhythm(person)
        if since is None:
            return date.max
        weeks = NEW_DUE_WEEKS if since == person.starts_on and weeks == NEW_WEEKS else weeks
        day, at_work = since, 0
        while at_work < weeks * 7:
            day += DAY
            at_work += day > self.today or not self.world.is_away(person, day)
        return max(day, person.quiet_until or day)
