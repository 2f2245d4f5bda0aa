"""What a manager does in Reviews over a year, by chance: one cycle, or two that overlap."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from careerdesk.domain.records import Relation
from careerdesk.domain.reviews.records import CycleKind, Voice
from careerdesk.domain.reviews.records import ReviewCycle as Made
from careerdesk.services import people
from careerdesk.services.reviews import bridges, cycles, meetings, reviews, steps
from tests.heart.cycles import MARK, STAGES, Cycle, Meeting, Review
from tests.heart.review_reference import ReviewReference
from tests.heart.world import DAY

if TYPE_CHECKING:
    from tests.heart.year import Year

DUE = {
    "self": "self_due", "peers": "peers_due", "writing": "writing_due", "sealed": "sealing_due",
    "calibrated": "calibration_due", "shared": "sharing_due",
}  # fmt: skip


class ReviewActs:
    """A cycle from its first day until it is closed, and the meetings about it."""

    def __init__(self, year: Year) -> None:
        self.year, self.store, self.chance = year, year.store, year.chance
        self.opens = year.today + self.chance.randint(5, 200) * DAY
        self.days = self.chance.choice([91, 182, 365])  # of the period
        self.others()

    def others(self) -> None:
        """Two of the team report to somebody else."""
        for place, relation in ((2, Relation.SKIP_LEVEL), (4, Relation.OTHER)):
            person = self.year.world.people[place]
            people.change(self.store, person.id, relation=relation)
            person.is_direct = False

    def do(self) -> None:
        world = self.year.world
        if not world.cycles and self.year.today >= self.opens:
            self.open()
        for cycle in world.cycles:
            if not cycle.closed:
                self.go_on(cycle)
            elif self.year.happens(0.01):
                self.close(cycle, again=True)
        if world.cycles and len(world.cycles) < 2 and self.year.happens(0.01):
            self.year.did.append("the next cycle follows")
            self.begin(cycles.follow(self.store, world.cycles[0].id))
        self.meet()

    # a cycle

    def open(self) -> None:
        ends_on = self.year.today + self.chance.randint(-15, 30) * DAY
        calibrates = self.year.happens(0.5)
        self.year.did.append(
            f"a cycle of {self.days} days until {ends_on}, light: {not calibrates}"
        )
        starts_on = ends_on - self.days * DAY
        name, kind = f"{MARK} 2027", CycleKind.OWN
        self.begin(cycles.add(self.store, name, kind, starts_on, ends_on, calibrates=calibrates))

    def begin(self, made: Made) -> None:
        """Who is invited; the deadlines are those that are offered."""
        due = {stage: getattr(made, name) for stage, name in DUE.items()}
        cycle = Cycle(made.id, made.ends_on, due, light=not made.calibrates)
        found = {
            one.person.id: one.review.id for one in cycles.members(self.store, made.id)
            if one.review is not None
        }  # fmt: skip
        assert found.keys() == self.year.world.invited(cycle.ends_on), self.year.did
        cycle.reviews = [Review(key, person) for person, key in found.items()]
        self.year.world.cycles.append(cycle)

    def go_on(self, cycle: Cycle) -> None:
        line = cycle.next_deadline()
        if line is not None and line[1] < self.year.today and self.year.happens(0.15):
            self.set_deadline(cycle, line[0], self.year.today + self.chance.randint(7, 25) * DAY)
        elif self.year.happens(0.03):
            self.set_deadline(cycle, self.chance.choice(STAGES), self.year.some_day(-5, 45))
        if self.year.happens(0.03):
            self.take_in(cycle)
        if self.year.happens(0.02):
            self.turn(cycle)
        for review in cycle.reviews:
            if self.year.happens(0.2):
                self.step(cycle, review)
        through = all(one.left_out or one.shared_on for one in cycle.reviews)
        if self.year.happens(0.1 if through else 0.004):
            self.close(cycle)

    def set_deadline(self, cycle: Cycle, stage: str, day: date | None) -> None:
        """Another day, which may be one that is over; None is no deadline."""
        self.year.did.append(f"{stage} of cycle {cycle.id} until {day}")
        cycles.change(self.store, cycle.id, **{DUE[stage]: day})
        cycle.due[stage] = day

    def turn(self, cycle: Cycle) -> None:
        """The company begins to calibrate, or does so no more where nothing came of it."""
        wanted = cycle.light
        self.year.did.append(f"cycle {cycle.id} is to calibrate: {wanted}")
        self.year.act(
            f"turn cycle {cycle.id}",
            not wanted and not cycle.may_be_light(),
            lambda: cycles.change(self.store, cycle.id, calibrates=wanted),
        )
        if wanted or cycle.may_be_light():
            cycle.light = not wanted

    def take_in(self, cycle: Cycle) -> None:
        """Somebody who was not invited, or is left out, takes part."""
        person = self.year.someone()
        known = next((one for one in cycle.reviews if one.person == person.id), None)
        if person.archived or (known is not None and not known.left_out):
            return
        self.year.did.append(f"{person.id} takes part in {cycle.id}")
        made = cycles.take_in(self.store, cycle.id, person.id)
        if known is None:
            cycle.reviews.append(Review(made.id, person.id))
        else:
            known.left_out = False

    def close(self, cycle: Cycle, *, again: bool = False) -> None:
        self.year.did.append(f"cycle {cycle.id} {'opened again' if again else 'closed'}")
        cycles.close(self.store, cycle.id, None if again else self.year.today)
        cycle.closed = not again

    # one review

    def step(self, cycle: Cycle, one: Review) -> None:
        """The next thing to do, or one of the steps back."""
        if one.left_out:
            return
        if one.shared_on is not None:
            self.after_sharing(one)
        elif one.sealed_on is not None:
            self.after_seal(cycle, one)
        elif self.year.happens(0.02):
            self.year.did.append(f"{one.person} is left out of {cycle.id}")
            cycles.leave_out(self.store, cycle.id, one.person, f"{MARK} new")
            one.left_out = True
        else:
            self.collect(cycle, one)

    def collect(self, cycle: Cycle, one: Review) -> None:
        today, act = self.year.today, self.chance.choice(self.to_do(one))
        self.year.did.append(f"{act} for {one.person} in {cycle.id}")
        if act == "self":
            one.self_in = not self.year.happens(0.05)
            on = today if one.self_in else None
            reviews.write(self.store, one.id, self_review=f"{MARK} I", self_received_on=on)
        elif act == "ask":
            self.ask(cycle, one)
        elif act == "answer":
            reviews.write_peer(self.store, one.waiting.pop(), today, text=f"{MARK} good")
            one.answered += 1
        elif act == "write":
            rating = self.chance.choice(cycles.get(self.store, cycle.id).steps).id
            words = f"{MARK} narrative"
            reviews.write(self.store, one.id, narrative=words, proposed_step=rating)
            one.written = True
        elif act == "seal":
            steps.seal(self.store, one.id, self.year.now)
            one.sealed_on = today

    def to_do(self, one: Review) -> list[str]:
        """What may be done before the seal, what is missing first of all."""
        missing = {
            "self": not one.self_in,
            "ask": not one.answered and not one.waiting,
            "answer": bool(one.waiting),
            "write": not one.written,
            "seal": one.written,
        }
        again = ["self", "ask", "write"] if self.year.happens(0.1) else []
        return [act for act, is_missing in missing.items() if is_missing] + again

    def ask(self, cycle: Cycle, one: Review) -> None:
        """Peers are waited for; who reports to the person is no peer, and in no light cycle."""
        is_peer = self.year.happens(0.8) or cycle.light
        voice = Voice.PEER if is_peer else Voice.UPWARD
        whom = [f"{MARK} Bo", f"{MARK} Cy"][: self.chance.randint(1, 2)]
        made = reviews.ask_peers(self.store, one.id, whom, self.year.today, voice=voice)
        one.waiting += [peer.id for peer in made] if is_peer else []
        one.upward = one.upward or not is_peer

    def after_seal(self, cycle: Cycle, one: Review) -> None:
        ways = ["share", "share", "back"] if cycle.light else ["round", "share", "share", "back"]
        today, act = self.year.today, self.chance.choice(ways)
        self.year.did.append(f"{act} for {one.person} in {cycle.id}")
        if act == "round":
            rating = self.chance.choice(cycles.get(self.store, cycle.id).steps).id
            steps.calibrate(self.store, one.id, rating, today, reason=f"{MARK} reason")
            one.rounds += 1
        elif act == "share":
            steps.share(self.store, one.id, today)
            one.shared_on = today
            self.log(one.person, today)
        elif self.year.happens(0.3):
            self.step_back(one)

    def step_back(self, one: Review) -> None:
        if one.rounds:
            steps.drop_round(self.store, one.id)
            one.rounds -= 1
        else:
            steps.open_seal(self.store, one.id, self.year.now)
            one.sealed_on = None

    def after_sharing(self, one: Review) -> None:
        """The talk about the future is planned on the day that is proposed."""
        if self.year.happens(0.03):
            self.year.did.append(f"withdraw the review of {one.person}")
            steps.withdraw(self.store, one.id)
            one.shared_on = None
            return
        check_in = ReviewReference(self.year.world, self.year.today).check_in_after(one)
        if check_in.planned is not None or check_in.held is not None or self.year.happens(0.7):
            return
        made = self.year.act(
            f"plan the talk after the review of {one.person}",
            check_in.offered is None,
            lambda: bridges.plan_career_conversation(self.store, one.id),
        )
        if made is not None and check_in.offered is not None:
            at = self.free_time(one.person, check_in.offered)
            assert made.starts_at == at, f"{self.year.today}: {made} at {at}"
            self.year.world.plan(one.person, at, "career").id = made.id

    def free_time(self, person: int, day: date) -> datetime:
        """Two o'clock, or half an hour later each time that is taken."""
        at = self.year.clock(14, on=day)
        while any(one.at == at for one in self.year.world.of(person, "planned")):
            at += timedelta(minutes=30)
        return at

    # meetings

    def meet(self) -> None:
        """Now and then one is logged, corrected or deleted."""
        world, today = self.year.world, self.year.today
        if today.month in {1, 2} and self.year.happens(0.1):
            self.log(self.year.someone().id, today - self.chance.randint(0, 9) * DAY)
        if not world.review_meetings or not self.year.happens(0.02):
            return
        one = self.chance.choice(world.review_meetings)
        if self.year.happens(0.3):
            meetings.remove(self.store, [one.id])
            world.review_meetings.remove(one)
        elif world.person(one.person).starts_on is None:
            one.on, one.minutes = today - self.chance.randint(0, 5) * DAY, self.minutes()
            meetings.change(self.store, one.id, one.on, one.minutes, today)

    def minutes(self) -> int | None:
        return None if self.year.happens(0.2) else self.chance.randint(15, 90)

    def log(self, person_id: int, on: date) -> None:
        person, minutes = self.year.world.person(person_id), self.minutes()
        if person.archived or (person.starts_on and on < person.starts_on):
            return
        made = meetings.add(self.store, person_id, on, minutes, self.year.today)
        self.year.world.review_meetings.append(Meeting(made.id, person_id, on, minutes))
