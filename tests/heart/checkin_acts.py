"""What is done with check-ins over a year, by chance: planned, held, missed, moved, repeated."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from careerdesk.domain.records import CheckInKind, LookedAhead
from careerdesk.services import checkins, planning
from tests.heart.world import CheckIn, Person

if TYPE_CHECKING:
    from tests.heart.year import Year

ZONES = ("", "Europe/Berlin", "America/New_York", "Asia/Tokyo", "Pacific/Auckland")
MINUTE = timedelta(minutes=1)


class CheckInActs:
    """All that a manager does with them on a day."""

    def __init__(self, year: Year) -> None:
        self.year = year
        self.store, self.chance = year.store, year.chance
        self.odd = {
            self.repeat: 0.03,
            self.stop_repeat: 0.005,
            self.by_the_way: 0.03,
            self.add_past: 0.02,
            self.redate: 0.02,
            self.remove: 0.02,
            self.move_any: 0.05,
        }

    def do(self) -> None:
        for one in self.year.world.of_all("running"):
            if self.year.happens(0.4):
                self.finish(one, one.at + 30 * MINUTE)
        self.hold_those_of_today()
        self.clear_up()
        for person in self.year.world.people:
            has_one = self.year.world.of(person.id, "planned")
            if self.year.happens(0.01 if has_one else 0.15):
                at = self.year.some_time(0, 30)
                if has_one and self.year.happens(0.2):
                    at = self.chance.choice(has_one).at  # two at once
                self.plan(person, at, self.kind())
        for act, often in self.odd.items():
            if self.year.happens(often):
                act()

    def kind(self) -> CheckInKind:
        other = CheckInKind.OTHER if self.year.happens(0.1) else CheckInKind.ONE_ON_ONE
        return CheckInKind.CAREER if self.year.happens(0.12) else other

    def is_here(self, person_id: int) -> bool:
        return self.year.world.is_here(self.year.world.person(person_id), self.year.today)

    # held

    def hold_those_of_today(self) -> None:
        world = self.year.world
        for one in sorted(world.of_all("planned"), key=lambda one: one.at):
            if world.day(one) != self.year.today:
                continue
            if self.is_here(one.person) and self.year.happens(0.75):
                self.hold(one, max(self.year.now, one.at + self.chance.choice([-7, 0, 4]) * MINUTE))
            elif self.year.happens(0.4):
                self.change(one)

    def hold(self, one: CheckIn, at: datetime) -> None:
        """Begin and finish one; now and then it is left running over night."""
        if self.year.world.of(one.person, "running"):
            return
        self.year.did.append(f"hold {one}")
        self.year.now = max(self.year.now, at)
        started = checkins.start(self.store, one.person, at, checkin_id=one.id)
        assert started.id == one.id
        self.year.world.start(one.person, at, one.kind, one)
        if self.year.happens(0.95):
            self.finish(one, at + self.chance.choice([20, 30, 45]) * MINUTE)

    def finish(self, one: CheckIn, at: datetime) -> None:
        ahead = self.chance.choice([None, *LookedAhead])
        self.year.did.append(f"finish {one.id} of {one.person}: {ahead}")
        now = max(at, self.year.now)
        checkins.finish(self.store, one.id, at, looked_ahead=ahead, now=now)
        self.year.world.finish(one, now, ahead.value if ahead else None)
        self.year.learn_ids()

    def by_the_way(self) -> None:
        """One begins without being named: that of today, the one that was missed, or a new one."""
        person, kind, world = self.year.someone(), self.kind(), self.year.world
        if world.of(person.id, "running") or not world.is_here(person, self.year.today):
            return
        self.year.now = at = self.year.now + 3 * MINUTE
        taken = world.would_take(person.id, at)
        self.year.did.append(f"by the way {kind} with {person.id}, takes {taken}")
        found = checkins.start(self.store, person.id, at, kind)
        one = world.start(person.id, at, kind.value, taken)
        assert one.id in {0, found.id}, self.year.did
        one.id = found.id
        self.finish(one, at + 25 * MINUTE)

    def add_past(self) -> None:
        person, kind, at = self.year.someone(), self.kind(), self.year.some_time(-40, 1)
        if person.archived or person.has_left:
            return
        made = self.year.act(
            f"add past {kind} of {person.id} at {at}",
            self.year.world.refuses_past(person.id, at, self.year.now),
            lambda: planning.add_past(self.store, person.id, at, self.year.now, 30, kind=kind),
        )
        if made is not None:
            self.year.world.add_past(person.id, at, kind.value).id = made.id

    def redate(self) -> None:
        held = self.year.world.of_all("held")
        if not held:
            return
        one, at = self.chance.choice(held), self.year.some_time(-30, 1)
        refused = self.year.world.refuses_past(one.person, at, self.year.now)
        self.year.act(
            f"redate {one} to {at}",
            refused,
            lambda: planning.redate(self.store, one.id, at, self.year.now),
        )
        if not refused:
            one.at, one.held_on = at, self.year.world.day_of(at)

    def remove(self) -> None:
        """One is deleted, held or not: it counts no more, and a repeat goes on."""
        found = self.year.world.of_all("held") + self.year.world.of_all("planned")
        if found:
            one = self.chance.choice(found)
            self.year.did.append(f"delete {one}")
            checkins.remove(self.store, [one.id])
            self.year.world.remove(one, self.year.now)
            self.year.learn_ids()

    # planned

    def clear_up(self) -> None:
        """What was missed is held, moved or skipped some day."""
        for one in self.year.world.of_all("planned"):
            if self.year.world.day(one) < self.year.today and self.year.happens(0.25):
                if self.is_here(one.person) and self.year.happens(0.5):
                    self.hold(one, self.year.now + MINUTE)
                else:
                    self.change(one)

    def change(self, one: CheckIn) -> None:
        """Move it, skip it, or call it off."""
        how = self.chance.choice(["move", "move", "skipped", "cancelled"])
        now = self.year.now
        if how == "move":
            self.move(one, self.year.some_time(-1, 30))
            return
        give_up = planning.skip if how == "skipped" else planning.cancel
        self.year.act(f"{how} {one}", False, lambda: give_up(self.store, one.id, now, "ill"))
        self.year.world.give_up(one, how, now)
        self.year.learn_ids()

    def move_any(self) -> None:
        planned = self.year.world.of_all("planned")
        if planned:
            self.move(self.chance.choice(planned), self.year.some_time(-2, 40))

    def move(self, one: CheckIn, at: datetime) -> None:
        kind, now = self.kind(), self.year.now
        refused = at != one.at and self.year.world.refuses(one.person, at, now, but=one)
        self.year.act(
            f"move {one} to {at} {kind}",
            refused,
            lambda: planning.move(self.store, one.id, at, now, kind),
        )
        if not refused:
            one.at, one.kind = at, kind.value

    def plan(self, person: Person, at: datetime, kind: CheckInKind) -> None:
        made = self.year.act(
            f"plan {kind} for {person.id} at {at}",
            self.year.world.refuses(person.id, at, self.year.now),
            lambda: planning.plan(self.store, person.id, at, self.year.now, kind),
        )
        if made is not None:
            self.year.world.plan(person.id, at, kind.value).id = made.id

    def repeat(self) -> None:
        """They come again: from the one that the repeat had planned, from another, or again."""
        world, person = self.year.world, self.year.someone()
        zone, weeks = self.chance.choice(ZONES), self.chance.choice([1, 2, 3, 4])
        at, kind = self.year.some_time(0, 20), self.chance.choice(list(CheckInKind)[:2])
        planned = world.of(person.id, "planned")
        first = self.chance.choice(planned) if planned and self.year.happens(0.3) else None
        taken = first or world.made_by_repeat(person.id)
        made = self.year.act(
            f"repeat every {weeks} {zone} {kind} for {person.id} at {at} from {first}",
            world.refuses(person.id, at, self.year.now, but=taken),
            lambda: planning.plan_repeating(
                self.store, person.id, at, weeks, zone, self.year.now,
                kind=kind, checkin_id=first.id if first else 0,
            ),
        )  # fmt: skip
        if made is not None:
            one = world.repeat(person.id, at, weeks, zone, kind.value, taken)
            assert one.id in {0, made.id}
            one.id = made.id

    def stop_repeat(self) -> None:
        person = self.year.someone()
        planned = self.year.world.of(person.id, "planned")
        if planned and person.id in self.year.world.repeats:
            self.year.did.append(f"stop the repeat of {person.id}")
            one = planned[0]
            planning.move(self.store, one.id, one.at, self.year.now, ends_repeat=True)
            self.year.world.stop_repeat(person.id)
