"""A year of a team by chance: each act is done in the program and told to the `World`."""

from __future__ import annotations

import os
import pickle
import random
import time as clocks
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from typing import TypeVar
from zoneinfo import ZoneInfo

from careerdesk.domain.errors import InvalidInput
from careerdesk.domain.moments import utc_offset_here
from careerdesk.domain.records import CheckIn as Row
from careerdesk.domain.records import CheckInKind, CheckInState, PersonStatus
from careerdesk.services import people, planning
from careerdesk.services.store import Store
from tests.heart.checkin_acts import CheckInActs
from tests.heart.leave_acts import LeaveActs
from tests.heart.review_acts import ReviewActs
from tests.heart.work import Work
from tests.heart.world import DAY, Person, World

HERE, AWAY = "Europe/Berlin", "America/New_York"
NAMES = ("Mareike", "Kehinde", "Ana", "Jonas", "Yuki")
Made = TypeVar("Made")


class Year:
    """The team, the day it is, and the hand that acts."""

    def __init__(self, store: Store, seed: int, first: date) -> None:
        self.store = store
        self.chance = random.Random(seed)
        self.world = World(HERE)
        self.today = first
        self.now = self.clock(8)
        self.did: list[str] = []
        self.edits = 0
        store.now = lambda: self.now
        store.subscribe(lambda _changes: self.count())
        self.team(first)
        self.trip = first + self.chance.randint(30, 300) * DAY
        self.parts = (CheckInActs(self), Work(self), LeaveActs(self), ReviewActs(self))

    def count(self) -> None:
        self.edits += 1

    def team(self, first: date) -> None:
        """Five who are there and one to come."""
        for name in NAMES:
            self.world.people.append(Person(people.add(self.store, f"{name} Muster").id))
            self.set_rhythm(self.world.people[-1])
        coming = Person(people.add(self.store, "Ines Neu").id)
        coming.starts_on = first + self.chance.randint(20, 120) * DAY
        people.change(
            self.store, coming.id, status=PersonStatus.FUTURE, start_date=coming.starts_on
        )
        self.world.people.append(coming)
        self.old_reviews(first)

    def old_reviews(self, first: date) -> None:
        """Check-ins of a kind that is no longer offered, from before."""
        for person, days in ((self.world.people[0], 1), (self.world.people[3], 3)):
            at, on = self.clock(10, on=first - days * DAY), first - days * DAY
            with self.store.edit("Hold a review") as tx:
                row = tx.add(
                    Row(
                        person_id=person.id, kind=CheckInKind.REVIEW, state=CheckInState.HELD,
                        starts_at=at, utc_offset=utc_offset_here(at), minutes=40 + days,
                    )
                )  # fmt: skip
            one = self.world.plan(person.id, at, "review")
            one.id, one.state, one.held_on, one.minutes = row.id, "held", on, 40 + days

    def set_rhythm(self, person: Person) -> None:
        person.cadence = self.chance.choice([1, 7, 14, 14, 21, 28])
        person.gap = self.chance.choice([1, 2, 3]) * person.cadence
        person.career_weeks = self.chance.choice([4, 8, 12, 12, 16])
        people.change(
            self.store,
            person.id,
            cadence_days=person.cadence,
            longest_gap_days=person.gap,
            career_weeks=person.career_weeks,
        )

    # time and chance

    def clock(self, hour: int, minute: int = 0, on: date | None = None) -> datetime:
        """A time of this day, or of another, by the clock here."""
        wall = datetime.combine(on or self.today, time(hour, minute), ZoneInfo(self.world.zone))
        return wall.astimezone(UTC)

    def some_time(self, first: int, last: int) -> datetime:
        """By chance, on a day so many days from now."""
        day = self.today + self.chance.randint(first, last) * DAY
        return self.clock(self.chance.randint(7, 20), self.chance.choice([0, 15, 30, 45]), day)

    def some_day(self, first: int, last: int) -> date | None:
        """By chance, so many days from now, or none."""
        return None if self.happens(0.2) else self.today + self.chance.randint(first, last) * DAY

    def happens(self, often: float) -> bool:
        return self.chance.random() < often

    def someone(self) -> Person:
        return self.chance.choice(self.world.people)

    # a day

    def live(self) -> None:
        """All that is done on this day; one part of it may be undone and done again."""
        self.did = []
        self.travel()
        for part in self.parts:
            # pickled, it is copied in a tenth of the time that `deepcopy` takes
            before = pickle.dumps(self.world) if self.happens(0.05) else None
            edits = self.edits
            part.do()
            if self.edits > edits:
                self.learn_ids()
            if before is not None:
                self.undo(self.edits - edits, before)
        if self.happens(0.01):
            self.set_rhythm(self.someone())

    def next_day(self) -> None:
        self.today += DAY
        self.now = self.clock(8)

    def travel(self) -> None:
        """The laptop goes on a trip, and comes home."""
        if self.today == self.trip:
            self.set_zone(AWAY)
        elif self.today == self.trip + 12 * DAY:
            self.set_zone(HERE)

    def set_zone(self, zone: str) -> None:
        self.did.append(f"clock of {zone}")
        os.environ["TZ"] = self.world.zone = zone
        clocks.tzset()
        self.now = self.clock(8)

    def undo(self, edits: int, before: bytes) -> None:
        """Take back what was done, and do it once more or leave it."""
        again = self.happens(0.5)
        self.did.append(f"undo {edits}, again: {again}")
        for _ in range(edits):
            assert self.store.undo() is not None
        if again:
            for _ in range(edits):
                assert self.store.redo() is not None
        else:
            self.world = pickle.loads(before)

    def act(self, words: str, refused: bool, act: Callable[[], Made]) -> Made | None:
        """Do it; the program must refuse exactly what is to be refused."""
        self.did.append(f"{words}{' (refused)' if refused else ''}")
        made, said = None, ""
        try:
            made = act()
        except InvalidInput as error:
            said = str(error)
        assert bool(said) is refused, f"{self.today} {words}: {said or 'was not refused'}"
        return made

    def learn_ids(self) -> None:
        """Which rows the program wrote for those a repeat made."""
        known = {one.id for one in self.world.checkins}
        for person in self.world.people:
            new = [one for one in self.world.of(person.id, "planned") if not one.id]
            rows = [one for one in planning.planned(self.store, person.id) if one.id not in known]
            found = [(row.starts_at, row.made_for, row.kind.value) for row in rows]
            expected = [(one.at, one.made_for, one.kind) for one in new]
            assert found == expected, f"{self.today} of {person}: {found} {expected} {self.did}"
            for one, row in zip(new, rows, strict=True):
                one.id = row.id
