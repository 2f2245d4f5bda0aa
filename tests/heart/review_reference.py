"""What the heart must say of Reviews on a day, in plain loops over a `World`.

It is written from what the program is meant to say, not from how it does it; where that leaves
something open, `cycles` says what was chosen.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from tests.heart.cycles import Cycle, Review
from tests.heart.rhythm import Rhythm
from tests.heart.world import DAY, Person

REVIEWS_AHEAD = 14  # days ahead that a deadline of reviews is named


class ReviewLine(NamedTuple):
    """What is due in a cycle, and for how many; nothing that stands in it."""

    stage: str
    due: date
    missing: int


class CheckInAfter(NamedTuple):
    """The talk about the future after a shared review: held, planned, or proposed for a day."""

    held: date | None
    planned: date | None
    offered: date | None


class ReviewReference(Rhythm):
    """The answers for one day: the lines of Reviews, and the check-in after sharing."""

    def reviews(self) -> dict[int, ReviewLine]:
        """By cycle: the deadline that is near or over."""
        found: dict[int, ReviewLine] = {}
        for cycle in self.world.cycles:
            line = cycle.next_deadline()
            if line is not None and line[1] <= self.today + REVIEWS_AHEAD * DAY:
                found[cycle.id] = ReviewLine(*line)
        return found

    def deadlines(self) -> list[date]:
        """Their days, the first one first."""
        return sorted(line.due for line in self.reviews().values())

    def waiting(self) -> int:
        """How many things Today asks for besides the people who need attention."""
        late = sum(self.is_late(one) for one in self.listed if not self.has_one(one))
        missed = sum(len(self.missed(one)) for one in self.listed)
        return len(self.reviews()) + missed + late

    def has_one(self, person: Person) -> bool:
        return bool(self.world.of(person.id, "planned", "running"))

    def check_ins_after(self, cycles: list[Cycle]) -> dict[int, object]:
        """By review: the talk about the future, of those that were shared."""
        every = [one for cycle in cycles for one in cycle.reviews]
        return {one.id: self.check_in_after(one) for one in every if one.shared_on is not None}

    def check_in_after(self, review: Review) -> CheckInAfter:
        """It counts on a later day than that of sharing; one that was missed does not."""
        shared, person = review.shared_on, self.world.person(review.person)
        assert shared is not None
        held = [day for day in self.held_days(person, "career") if day > shared]
        coming = [*self.ahead(person), *self.world.of(person.id, "running")]
        days = [self.world.day(one) for one in coming if one.kind == "career"]
        planned = [day for day in days if day > shared]
        if held or planned:
            return CheckInAfter(min(held, default=None), None if held else min(planned), None)
        return CheckInAfter(None, None, self.offered_after(person, shared))

    def offered_after(self, person: Person, shared: date) -> date | None:
        if person.has_left or person.archived:
            return None
        day = max(shared + 3 * DAY, self.today + DAY)
        while day.weekday() > 4 or self.world.is_away(person, day) or self.is_to_come(person, day):
            if self.world.is_away(person, date.max) and self.world.is_away(person, day):
                return None
            day += DAY
        return day

    def is_to_come(self, person: Person, day: date) -> bool:
        return person.starts_on is not None and day < person.starts_on
