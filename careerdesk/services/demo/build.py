"""Puts the made-up team into a store, with every date counted from a given day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, TypeVar

from careerdesk.data.queries import discovery as queries
from careerdesk.data.store import Store
from careerdesk.domain.feedback import Feedback
from careerdesk.domain.loop import Aspiration, KeyResultValue, NoteMotivator, Objective
from careerdesk.domain.moments import utc_offset_here
from careerdesk.domain.progress import heading
from careerdesk.domain.ranks import GAP
from careerdesk.domain.records import (
    AgendaItem,
    CheckIn,
    CheckInKind,
    CheckInState,
    Direction,
    DiscoveryNote,
    ItemMotivator,
    ItemState,
    KeyResult,
    LookedAhead,
    Motivator,
    MotivatorStanding,
    PastRole,
    Person,
    Plan,
    PlanItem,
    PlanState,
    Promise,
    Repeat,
)
from careerdesk.i18n import tr
from careerdesk.services import discovery
from careerdesk.services.demo.given import GIVEN, Given, Giver
from careerdesk.services.demo.script import OBJECTIVES, Goal, Part, Period, ToldCheckIn

if TYPE_CHECKING:
    from careerdesk.data.transaction import Transaction

T = TypeVar("T")
_HOURS = (14, 16, 9, 11, 10, 13)
_FRIDAY = 4
SAID_AGO = timedelta(days=150)
NEAR = 5  # days between a check-in and a reading that was made in it


def fill(store: Store, today: date) -> None:
    """Add the team to an empty store; the same day gives the same team."""
    from careerdesk.services.demo.reviews import add_reviews
    from careerdesk.services.demo.team import TEAM

    discovery.ensure_bank(store)
    keys = {question.key: question.id for question in store.read(queries.bank)}
    with store.edit(tr("Create demo"), undoable=False) as tx:
        tx.keeps_past = False
        served = _add_objectives(tx, today)
        for place, part in enumerate(TEAM):
            _Builder(tx, part, today, place, keys, served).add_all()
    add_reviews(store, today)


def _in_turn(choices: Sequence[T], number: int) -> T | None:
    """One choice after the other, and over again; None where there are none."""
    return choices[number % len(choices)] if choices else None


def _ahead(*, career: bool, little: bool) -> LookedAhead:
    """What was said at the end of a check-in."""
    if career:
        return LookedAhead.MOSTLY
    return LookedAhead.LITTLE if little else LookedAhead.NO


def _add_objectives(tx: Transaction, today: date) -> dict[str, int]:
    """What the business wants in this half of the year."""
    half = date(today.year, 1 if today.month < 7 else 7, 1)
    ends = date(half.year, 6, 30) if half.month == 1 else date(half.year, 12, 31)
    return {
        title: tx.add(
            Objective(title=title, measure=measure, starts_on=half, ends_on=ends, rank=place * GAP)
        ).id
        for place, (title, measure) in enumerate(OBJECTIVES, 1)
    }


def _same_uid(person: Person) -> str:
    """An id that is the same in every demo, so that everyone keeps their colour."""
    from uuid import NAMESPACE_OID, uuid5

    return uuid5(NAMESPACE_OID, f"{person.given_name} {person.family_name}").hex


PROGRESS = ((84, 0.1), (56, 0.35), (28, 0.8), (0, 1))  # days back, how far it was then


class _Builder:
    """Adds one person and all that hangs on them."""

    def __init__(
        self,
        tx: Transaction,
        part: Part,
        today: date,
        place: int,
        keys: Mapping[str, int],
        served: Mapping[str, int],
    ) -> None:
        self.tx = tx
        self.part = part
        self.today = today
        self.keys = keys
        self.served = served
        self.hour = _HOURS[place % len(_HOURS)]
        self.person = self._person(place)
        self.motivators: dict[str, int] = {}
        self.goals: dict[str, int] = {}
        self.agreed: list[Plan] = []
        self.wishes: list[Aspiration] = []
        self.readings: list[KeyResultValue] = []
        self.held: list[tuple[date, int]] = []

    def _person(self, place: int) -> Person:
        part = self.part
        return self.tx.add(
            replace(
                part.person,
                uid=_same_uid(part.person),
                rank=GAP * (place + 1),
                start_date=self.ago(part.hired),
                last_promotion=self.ago(part.promoted),
                leave_from=self.ago(part.away_since),
                leave_until=self.ago(-part.back_in if part.back_in else None),
            )
        )

    def ago(self, days: int | None) -> date | None:
        """The day so many days before today."""
        return None if days is None else self.today - timedelta(days=days)

    def ahead(self, days: int | None) -> date | None:
        """The day so many days after today."""
        return None if days is None else self.today + timedelta(days=days)

    def talked_on(self, days: float) -> date:
        """The working day next to the day so many days before today: nobody meets on Sundays."""
        day = self.today - timedelta(days=round(days))
        late = max(0, day.weekday() - _FRIDAY)
        if not late:
            return day
        return day + timedelta(days=3 - late if day >= self.today else -late)

    def at(self, days: float) -> datetime:
        """A moment on that working day, at this person's hour."""
        return datetime.combine(self.talked_on(days), time(self.hour, 0)).astimezone(UTC)

    def add_all(self) -> None:
        """Add everything, the older things first."""
        if self.part.before is not None and self.person.last_promotion is not None:
            title, level = self.part.before
            until = self.person.last_promotion
            self.tx.add(PastRole(person_id=self.person.id, until=until, title=title, level=level))
        for rank, (name, drive) in enumerate(self.part.motivators, 1):
            added = self.tx.add(
                Motivator(
                    person_id=self.person.id, name=name, drive=drive, rank=rank * GAP,
                    standing=MotivatorStanding.SAID, said_on=self.today - SAID_AGO,
                )
            )  # fmt: skip
            self.motivators[name] = added.id
        self.add_notes()
        for period in reversed(self.part.plans):
            self.add_plan(period)
        self.add_check_ins()
        self.tie_values()
        self.add_agenda()
        self.give()

    def give(self) -> None:
        """Add what was said, agreed and handed over."""
        given = GIVEN.get(self.part.person.given_name, Given())
        giver = Giver(self.tx, self.person.id, self.today, self.goals, self.motivators)
        giver.add(given)
        giver.show(given, self.wishes)
        for plan in self.agreed:
            if plan.agreed_on is not None:
                giver.agree(given, plan.id, plan.agreed_on)
        for on, check_in_id in sorted(self.held)[-given.sent :] if given.sent else ():
            giver.send(check_in_id, on)

    def add_notes(self) -> None:
        """Add the answers, the oldest first."""
        for note in sorted(self.part.notes, key=lambda note: -note.days):
            kept = self.tx.add(
                DiscoveryNote(
                    person_id=self.person.id,
                    question_id=self.keys.get(note.key),
                    asked_on=self.talked_on(note.days),
                    their_words=note.words,
                    my_reading=note.reading,
                )
            )
            for name in note.shows:
                self.tx.add(NoteMotivator(note_id=kept.id, motivator_id=self.motivators[name]))

    def add_plan(self, period: Period) -> None:
        """Add a plan with its goals."""
        agreed, closed = period.agreed, period.closed
        state = PlanState.AGREED if agreed is not None else PlanState.DRAFT
        plan = self.tx.add(
            Plan(
                person_id=self.person.id,
                title=period.title,
                summary=period.summary,
                starts_on=self.today + timedelta(days=period.starts),
                ends_on=self.today + timedelta(days=period.ends),
                state=PlanState.CLOSED if closed is not None else state,
                agreed_on=self.ahead(agreed),
                closed_on=self.ahead(closed),
            )
        )
        if agreed is not None:
            self.agreed.append(plan)
        for rank, goal in enumerate(period.goals, 1):
            self.add_goal(plan.id, goal, rank * GAP)

    def add_goal(self, plan_id: int, goal: Goal, rank: int) -> None:
        """Add a goal with its measures and what it feeds."""
        touched = self.today - timedelta(days=goal.touched)
        item = self.tx.add(
            PlanItem(
                plan_id=plan_id, horizon=goal.horizon, title=goal.title, state=goal.state,
                due_on=self.ahead(goal.due),
                reached_on=touched if goal.state is ItemState.DONE else None,
                committed=goal.committed, for_person=goal.person, for_business=goal.business,
                private_note=goal.private, score=goal.score, score_words=goal.score_words,
                touched_on=touched, rank=rank,
                objective_id=self.served.get(goal.serves),
            )
        )  # fmt: skip
        self.goals[goal.title] = item.id
        for name in goal.feeds:
            self.tx.add(ItemMotivator(item_id=item.id, motivator_id=self.motivators[name]))
        for place, result in enumerate(goal.results, 1):
            kept = self.tx.add(
                KeyResult(
                    item_id=item.id, name=result.name, measure=result.measure,
                    direction=heading(Direction.UP, result.baseline, result.target),
                    baseline=result.baseline, target=result.target, current=result.current,
                    unit=result.unit, rank=place * GAP,
                )
            )  # fmt: skip
            self.add_values(kept, goal.touched)

    def add_values(self, result: KeyResult, touched: int) -> None:
        """Add how a key result came to where it stands, over the last three months."""
        if result.current is None:
            return
        way = result.current - result.baseline
        for days, part in PROGRESS:
            value = result.current if part == 1 else round(result.baseline + way * part)
            on = self.today - timedelta(days=days + touched)
            reading = KeyResultValue(result_id=result.id, read_on=on, value=value,
                              baseline=result.baseline, target=result.target)  # fmt: skip
            self.readings.append(self.tx.add(reading))

    def tie_values(self) -> None:
        """Most readings were made in the check-in next to them."""
        for reading in self.readings:
            near = [(abs((day - reading.read_on).days), key) for day, key in self.held]
            apart, check_in = min(near, default=(99, 0))
            if apart <= NEAR:
                self.tx.change(KeyResultValue, reading.id, made_in=check_in)

    def add_check_ins(self) -> None:
        """Add the check-ins: the told ones with their words, the others by the cadence."""
        told = {check_in.days: check_in for check_in in self.part.check_ins}
        days = self.part.since
        number = 0
        while self.part.every and days >= self.part.until:
            if min((abs(days - known) for known in told), default=99) >= self.part.every / 2:
                self.add_usual_check_in(number, days)
            number += 1
            days -= self.part.every + (number * 5) % 4 - 1
        for check_in in sorted(told.values(), key=lambda check_in: -check_in.days):
            self.add_check_in(check_in)
        self.add_planned()

    def add_planned(self) -> None:
        """Add what is planned: the next check-in, a career conversation, one that was missed."""
        part, person = self.part, self.person.id
        if part.next_in is not None:
            at = self.at(-part.next_in)
            repeat = self.add_repeat(at) if part.repeats else None
            day = at.astimezone().date() if repeat else None
            self.tx.add(CheckIn(person_id=person, starts_at=at, repeat_id=repeat, made_for=day))
        if part.career_in is not None:
            at = self.at(-part.career_in)
            self.tx.add(CheckIn(person_id=person, kind=CheckInKind.CAREER, starts_at=at))
        if part.missed is not None:
            self.tx.add(CheckIn(person_id=person, starts_at=self.at(part.missed)))

    def add_repeat(self, at: datetime) -> int:
        """Let the check-in of a moment come again."""
        here = at.astimezone()
        repeat = Repeat(
            person_id=self.person.id, weeks=self.part.repeats, weekday=here.weekday(),
            minute=here.hour * 60 + here.minute, starts_on=here.date(),
        )  # fmt: skip
        return self.tx.add(repeat).id

    def add_usual_check_in(self, number: int, days: int) -> None:
        """Add a check-in of which little is told; some did not take place."""
        if number in self.part.skipped:
            state = CheckInState.CANCELLED if number % 2 else CheckInState.SKIPPED
            self.tx.add(CheckIn(person_id=self.person.id, state=state, starts_at=self.at(days)))
            return
        usual, mood = self.part.usual, self.part.mood
        said = _in_turn(mood, number)
        career = number % 8 == 5
        minutes = 25 + (number * 7) % 30
        at = self.at(days)
        check_in = CheckIn(
            person_id=self.person.id, starts_at=at, state=CheckInState.HELD,
            utc_offset=utc_offset_here(at),
            kind=CheckInKind.CAREER if career else CheckInKind.ONE_ON_ONE, minutes=minutes,
            looked_ahead=_ahead(career=career, little=number % 4 > 0),
            shared_notes=_in_turn(usual, number) or "", said=said, sensed=said,
        )  # fmt: skip
        self.held.append((self.talked_on(days), self.tx.add(check_in).id))

    def add_check_in(self, check_in: ToldCheckIn) -> None:
        """Add a check-in that is told."""
        career = check_in.kind is CheckInKind.CAREER
        at = self.at(check_in.days)
        kept = self.tx.add(
            CheckIn(
                person_id=self.person.id, starts_at=at, kind=check_in.kind,
                utc_offset=utc_offset_here(at),
                state=CheckInState.HELD, minutes=74 if career else 33,
                looked_ahead=_ahead(career=career, little=True),
                shared_notes=check_in.shared, private_notes=check_in.private, said=check_in.said,
                sensed=check_in.sensed, temperature_words=check_in.words,
            )
        )  # fmt: skip
        self.held.append((self.talked_on(check_in.days), kept.id))

    def add_agenda(self) -> None:
        """Add what is open between the check-ins."""
        for rank, (text, owner, private, repeating, carried) in enumerate(self.part.agenda, 1):
            self.tx.add(
                AgendaItem(
                    person_id=self.person.id, text=text, owner=owner, private=private,
                    repeating=repeating, carried=carried, rank=rank * GAP,
                )
            )  # fmt: skip
        for text, owner, due, done in self.part.promises:
            self.tx.add(
                Promise(
                    person_id=self.person.id, text=text, owner=owner,
                    due_on=self.ahead(due),
                    done_on=self.ahead(done),
                )
            )  # fmt: skip
        for rank, (reach, standing, days, words) in enumerate(self.part.wants, 1):
            wish = self.tx.add(
                Aspiration(
                    person_id=self.person.id, reach=reach, state=standing, statement=words,
                    valid_from=self.today - timedelta(days=days), rank=rank * GAP,
                )
            )  # fmt: skip
            self.wishes.append(wish)
        for said in self.part.feedback:
            self.tx.add(
                Feedback(
                    person_id=self.person.id, way=said.way, tone=said.tone,
                    given_on=self.ago(said.days), from_whom=said.whom,
                    situation=said.situation, behaviour=said.behaviour, impact=said.impact,
                )
            )  # fmt: skip
