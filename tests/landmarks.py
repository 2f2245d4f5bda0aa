"""A store with one record of each kind that a search finds, each of whose texts says its own word.

What has the keyboard after a jump can thus be told by the word that it shows.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from careerdesk.domain.catalogue import CATALOGUE, entry_of
from careerdesk.domain.feedback import Feedback, FeedbackWay
from careerdesk.domain.loop import (
    Action,
    Aspiration,
    ChangeKind,
    GoalChange,
    Idea,
    KeyResultValue,
    Objective,
    Template,
    TemplateKind,
)
from careerdesk.domain.records import (
    AgendaItem,
    CheckIn,
    CheckInState,
    DiscoveryNote,
    Horizon,
    ItemState,
    KeyResult,
    Motivator,
    PastRole,
    Person,
    Plan,
    PlanItem,
    PlanState,
    Promise,
    Question,
    Record,
)
from careerdesk.domain.reviews.records import (
    Accomplishment,
    Calibration,
    Criterion,
    Evidence,
    Outcome,
    PeerFeedback,
    PromotionPoint,
    PromotionState,
    RatingLevel,
    Review,
    ReviewCycle,
    Source,
    Voice,
)
from careerdesk.domain.search.found import Hit
from careerdesk.services import people
from careerdesk.services.store import Store
from tests.builders import NOW, TODAY

FIELDS = [
    (kind, text.name) for kind, entry in CATALOGUE.items() for text in entry.texts if text.searched
]
"""Every text that a search looks into."""


def word_of(kind: type[Record], field: str) -> str:
    """The word of a text, which no other one says."""
    return f"{kind.__name__}{field}".lower().replace("_", "")


def saying(kind: type[Record], /, **fields: Any) -> Any:
    """A record whose searched texts say their words."""
    said = {name: word_of(kind, name) for name in entry_of(kind).searched}
    return kind(**(said | fields))


class Landmarks:
    """The records by their kinds; the person is somebody new."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.records: dict[type[Record], Record] = {}
        people.add(store, "Zoe Last")
        self._add_person()
        self._add_plan()
        self._add_check_in()
        self._add_review()

    def hit(self, kind: type[Record], field: str) -> Hit:
        """What a search says that found a text."""
        return Hit(kind=kind, record_id=self.id(kind), field=field)

    def id(self, kind: type[Record]) -> int:
        """The id of the record of a kind."""
        return self.records[kind].id

    @property
    def person_id(self) -> int:
        """Whose they are."""
        return self.id(Person)

    def add(self, kind: type[Record], /, **fields: Any) -> int:
        """Add the record of a kind; its id."""
        with self.store.edit("Add") as tx:
            self.records[kind] = tx.add(saying(kind, **fields))
        return self.id(kind)

    def change(self, kind: type[Record], /, **fields: Any) -> None:
        """Change the record of a kind."""
        with self.store.edit("Change") as tx:
            tx.change(kind, self.id(kind), **fields)
        self.records[kind] = replace(self.records[kind], **fields)

    def _add_person(self) -> None:
        person = self.add(Person)
        self.add(PastRole, person_id=person, until=TODAY - timedelta(90))
        question = self.add(Question)
        self.add(DiscoveryNote, person_id=person, question_id=question, asked_on=TODAY)
        self.add(Motivator, person_id=person)
        self.add(Aspiration, person_id=person, valid_from=TODAY)
        self.add(Objective)
        self.add(Template, kind=TemplateKind.AGENDA)
        self.add(AgendaItem, person_id=person)
        self.add(Promise, person_id=person)
        self.add(Feedback, person_id=person, way=FeedbackWay.RECEIVED, given_on=TODAY)
        self.add(Idea, person_id=person, noted_on=TODAY)

    def _add_plan(self) -> None:
        days = {"starts_on": TODAY - timedelta(30), "ends_on": TODAY + timedelta(90)}
        plan = self.add(Plan, person_id=self.person_id, state=PlanState.ACTIVE, **days)
        goal = self.add(
            PlanItem,
            plan_id=plan,
            horizon=Horizon.SHORT,
            touched_on=TODAY,
            score=0.5,
            state=ItemState.DONE,
        )
        result = self.add(KeyResult, item_id=goal)
        self.add(KeyResultValue, result_id=result, read_on=TODAY, value=0.5)
        self.add(Action, item_id=goal)
        self.add(
            GoalChange, item_id=goal, changed_on=TODAY, what=ChangeKind.TARGET, was="1",
            became="2", result_id=result,
        )  # fmt: skip

    def _add_check_in(self) -> None:
        self.add(
            CheckIn, person_id=self.person_id, state=CheckInState.HELD,
            starts_at=NOW - timedelta(7), minutes=30,
        )  # fmt: skip

    def _add_review(self) -> None:
        year = {"starts_on": TODAY.replace(month=1, day=1), "ends_on": TODAY.replace(month=12)}
        cycle = self.add(ReviewCycle, calibrates=True, **year)
        step = self.add(RatingLevel, cycle_id=cycle)
        self.add(Criterion, cycle_id=cycle)
        review = self.add(Review, cycle_id=cycle, person_id=self.person_id, left_out="")
        self.add(PeerFeedback, review_id=review, voice=Voice.PEER)
        done = self.add(Accomplishment, person_id=self.person_id, done_on=TODAY)
        self.add(
            Evidence, review_id=review, source=Source.ACCOMPLISHMENT, source_id=done + 1,
            happened_on=TODAY, cited_at=NOW,
        )  # fmt: skip
        self.add(Calibration, review_id=review, step_id=step, held_on=TODAY)
        outcome = self.add(Outcome, review_id=review, promotion=PromotionState.PROPOSED)
        self.add(PromotionPoint, outcome_id=outcome)
