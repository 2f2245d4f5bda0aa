"""Who goes on leave, comes back, wishes to be left in peace, or leaves; by chance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerdesk.domain.records import PersonStatus
from careerdesk.services import leave, people
from tests.heart.world import DAY, Leave, Person

if TYPE_CHECKING:
    from tests.heart.year import Year


class LeaveActs:
    """The comings and goings of a day; one of the team leaves for good."""

    def __init__(self, year: Year) -> None:
        self.year = year
        self.store, self.chance = year.store, year.chance
        self.leaver = year.world.people[1].id
        self.farewell = year.today + self.chance.randint(150, 320) * DAY
        self.gone_for = self.chance.choice([0, 10])  # days between leaving and the archive
        self.restored = self.chance.choice([0, 20])  # days after which it proves to be a slip

    def do(self) -> None:
        self.say_goodbye(self.year.world.person(self.leaver))
        for person in self.year.world.people:
            if person.archived or person.has_left:
                continue
            self.come_and_go(person)
            if self.year.happens(0.003):
                person.quiet_until = self.year.today + self.chance.randint(1, 40) * DAY
                people.change(self.store, person.id, career_quiet_until=person.quiet_until)

    def come_and_go(self, person: Person) -> None:
        last = person.leave
        if last is not None and not last.back:
            self.go_on(person, last)
        elif self.year.happens(0.008) and self.year.world.is_here(person, self.year.today):
            self.begin(person)

    def begin(self, person: Person) -> None:
        first = self.year.today + self.chance.choice([0, 1, 20]) * DAY
        until = first + self.chance.randint(0, 60) * DAY if self.year.happens(0.8) else None
        self.year.did.append(f"leave of {person.id}: {first} to {until}")
        if first == self.year.today and self.year.happens(0.5):  # in the panel, field by field
            away = PersonStatus.ON_LEAVE
            people.change(self.store, person.id, today=first, status=away)
            people.change(self.store, person.id, today=first, leave_until=until)
        else:
            leave.begin(self.store, person.id, first, until)
        person.leave = Leave(first, until)

    def go_on(self, person: Person, last: Leave) -> None:
        """Back when expected, later, earlier, or not said for long; other days than were said."""
        today = self.year.today
        over = last.last is not None and last.last < today
        if self.year.happens(0.15 if over else 0.02):
            self.year.did.append(f"{person.id} is back")
            leave.back(self.store, person.id, today)
            self.year.world.back(person.id, today)
        elif self.year.happens(0.05 if over else 0.01):
            until = today + self.chance.randint(-1, 20) * DAY
            refused = until < today or until < last.first
            self.year.act(
                f"{person.id} still away until {until}",
                refused,
                lambda: leave.still_away(self.store, person.id, until, today),
            )
            last.last = last.last if refused else until
        elif not over and self.year.happens(0.01):
            until = last.first + self.chance.randint(-1, 50) * DAY
            refused = until < last.first
            self.year.act(
                f"leave of {person.id} until {until}",
                refused,
                lambda: leave.begin(self.store, person.id, last.first, until),
            )
            last.last = last.last if refused else until

    def say_goodbye(self, person: Person) -> None:
        """Somebody leaves and is archived; their check-ins stay as they are."""
        days = (self.year.today - self.farewell).days
        if days == 0 and self.gone_for:
            self.year.did.append(f"{person.id} has left")
            people.change(self.store, person.id, status=PersonStatus.LEFT)
            person.has_left = True
        if days == self.gone_for:
            self.year.did.append(f"{person.id} is archived")
            people.archive(self.store, person.id, self.year.today)
            person.archived = True
        if self.restored and days == self.gone_for + self.restored:
            self.year.did.append(f"{person.id} is restored")
            people.restore(self.store, person.id, today=self.year.today)
            person.archived = False
            self.year.world.people.remove(person)
            self.year.world.people.append(person)  # at the end of the rail
            self.year.world.resume(person.id, self.year.today)
