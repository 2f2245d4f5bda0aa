"""People for tests, with a past: `a_person(store, "Ana").with_checkin(days_ago=3)`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from careerdesk.domain import suggestions
from careerdesk.domain.records import (
    AgendaItem,
    CheckIn,
    CheckInKind,
    DiscoveryNote,
    Drive,
    Horizon,
    Motivator,
    MotivatorStanding,
    Person,
    Plan,
    PlanItem,
    Promise,
)
from careerdesk.services import checkins, discovery, motivators, people, plans, tickable
from careerdesk.services.store import Store

TODAY = date(2026, 11, 17)
NOW = datetime(2026, 11, 17, 9, 0, tzinfo=UTC)


def tick_point(
    store: Store, point_id: int, on: date | None, check_in_id: int | None = None
) -> None:
    """Tick one point of an agenda, in a check-in or without one; None: it is open again."""
    tickable.tick(store, [(AgendaItem, point_id)], on, today=TODAY, checkin_id=check_in_id)


def a_note(store: Store, person_id: int, question_id: int | None, on: date) -> DiscoveryNote:
    """The note for an answer of a day, stored though it has no words yet, as older stores have."""
    note = discovery.to_answer(store, person_id, question_id, on)
    if note.id:
        return note
    with store.edit("Ask", person_id=person_id, place=discovery.PLACE) as tx:
        return tx.add(note)


def the_question(
    store: Store, person_id: int, today: date, skip: frozenset[int] = frozenset()
) -> discovery.AskedQuestion | None:
    """The question the brief would propose for this person."""
    asked = discovery.every_question(store, person_id)
    return suggestions.suggested(asked, discovery.known(store, person_id), today, skip)


def a_planned(
    store: Store,
    person_id: int,
    at: datetime | None,
    kind: CheckInKind = CheckInKind.ONE_ON_ONE,
) -> None:
    """Plan a check-in with a person, for any moment; None: none is planned any more."""
    with store.edit("Plan check-in", person_id=person_id) as tx:
        for check_in in checkins.planned(store, person_id) if at is None else ():
            tx.remove(CheckIn, check_in.id)
        if at is not None:
            tx.add(CheckIn(person_id=person_id, kind=kind, starts_at=at))


class PersonBuilder:
    """Someone in a store; each method adds to their past and gives the builder back."""

    def __init__(self, store: Store, name: str) -> None:
        self.store = store
        self.id = people.add(store, name).id
        self.goals: list[PlanItem] = []
        self.notes: list[DiscoveryNote] = []
        self.motivators: list[Motivator] = []
        self.check_ins: list[CheckIn] = []
        self.promises: list[Promise] = []

    @classmethod
    def of(cls, store: Store, person_id: int) -> PersonBuilder:
        """Someone who is in the store already."""
        builder = cls.__new__(cls)
        builder.store, builder.id = store, person_id
        builder.goals, builder.notes, builder.motivators = [], [], []
        builder.check_ins, builder.promises = [], []
        return builder

    @property
    def person(self) -> Person:
        """As stored now."""
        return people.get(self.store, self.id)

    @property
    def plan(self) -> Plan:
        """The plan they work on."""
        view = plans.active(self.store, self.id)
        assert view is not None
        return view.plan

    def like(self, **fields: object) -> PersonBuilder:
        """With these fields."""
        people.change(self.store, self.id, **fields)
        return self

    def with_checkin(
        self,
        days_ago: int,
        *,
        kind: CheckInKind = CheckInKind.ONE_ON_ONE,
        minutes: int = 30,
        **fields: object,
    ) -> PersonBuilder:
        """With a check-in that was held."""
        start = NOW - timedelta(days=days_ago)
        check_in = checkins.start(self.store, self.id, start, kind)
        if fields:
            checkins.write(self.store, check_in.id, **fields)
        checkins.finish(self.store, check_in.id, start + timedelta(minutes=minutes))
        self.check_ins.append(checkins.get(self.store, check_in.id))
        return self

    def with_goals(self, *titles: str, horizon: Horizon = Horizon.SHORT) -> PersonBuilder:
        """With goals in the plan."""
        self.goals += plans.add_items_for(self.store, self.id, horizon, titles, TODAY)
        return self

    def citable(self) -> PersonBuilder:
        """With a word on all goals so far that they may be cited."""
        for goal in self.goals:
            plans.change_item(self.store, goal.id, today=TODAY, may_be_cited=True)
        return self

    def with_note(self, words: str, reading: str = "", *, days_ago: int = 0) -> PersonBuilder:
        """With a free note."""
        on = TODAY - timedelta(days=days_ago)
        note = a_note(self.store, self.id, None, on)
        discovery.write_note(self.store, note.id, their_words=words, my_reading=reading)
        self.notes.append(discovery.note(self.store, note.id))
        return self

    def driven_by(self, *names: str, drive: Drive = Drive.DRIVES) -> PersonBuilder:
        """With motivators (or drainers)."""
        added = [discovery.add_motivator(self.store, self.id, name, drive) for name in names]
        self.motivators += added
        return self

    def said(self, *known: Motivator, on: date = TODAY) -> PersonBuilder:
        """With motivators that the person named themselves."""
        ids = [one.id for one in known or self.motivators]
        motivators.stand(self.store, ids, MotivatorStanding.SAID, on, TODAY)
        return self

    def with_promise(
        self, text: str, *, due_in: int | None = None, **fields: object
    ) -> PersonBuilder:
        """With a promise; *due_in* days from today."""
        due_on = None if due_in is None else TODAY + timedelta(days=due_in)
        promise = checkins.add_promise(self.store, self.id, text, due_on=due_on, **fields)  # type: ignore[arg-type]
        self.promises.append(promise)
        return self

    def with_points(self, *texts: str) -> PersonBuilder:
        """With points on the agenda."""
        for text in texts:
            checkins.add_agenda(self.store, self.id, text)
        return self


def a_person(store: Store, name: str = "Ana Ruiz") -> PersonBuilder:
    """Someone new in the store."""
    return PersonBuilder(store, name)


def titles(goals: Sequence[PlanItem]) -> list[str]:
    """What goals are called."""
    return [goal.title for goal in goals]
