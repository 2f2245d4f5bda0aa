"""A Reviews place for tests: a cycle in which one person has something of everything."""

from __future__ import annotations

from datetime import date, timedelta

from careerdesk.domain.reviews.records import (
    CycleKind,
    PromotionState,
    Review,
    ReviewCycle,
    Source,
    Voice,
)
from careerdesk.domain.reviews.stages import Stage
from careerdesk.services.reviews import (
    accomplishments,
    bridges,
    cycles,
    evidence,
    reviews,
    steps,
)
from careerdesk.services.reviews.cycles import CycleView
from careerdesk.services.reviews.reviews import ReviewView
from careerdesk.services.store import Store
from tests.builders import NOW, TODAY

YEAR = (date(2026, 1, 1), date(2026, 12, 31))


def a_cycle(
    store: Store,
    name: str = "Year 2026",
    kind: CycleKind = CycleKind.ANNUAL,
    period: tuple[date, date] = YEAR,
    *,
    calibrates: bool = True,
) -> CycleView:
    """A cycle with all who are there; by itself one of a company that calibrates."""
    return cycles.get(store, cycles.add(store, name, kind, *period, calibrates=calibrates).id)


def review_of(store: Store, cycle: CycleView | ReviewCycle, person_id: int) -> Review:
    """The review of a person in a cycle."""
    found = reviews.find(store, cycle.id, person_id)
    assert found is not None
    return found


class ReviewBuilder:
    """A person's review; each method takes it further and gives the builder back.

    Every text and number in it holds *word*, so that it can be told apart.
    """

    def __init__(self, store: Store, cycle: CycleView, person_id: int, word: str = "") -> None:
        self.store = store
        self.cycle = cycle
        self.person_id = person_id
        self.word = word
        self.id = review_of(store, cycle, person_id).id

    @property
    def view(self) -> ReviewView:
        """As stored now."""
        return reviews.get(self.store, self.id)

    @property
    def stage(self) -> Stage:
        """Where it stands now."""
        return self.view.facts.stage

    def step(self, place: int) -> int:
        """The id of a step of the scale, 0 for the highest."""
        return self.cycle.steps[place].id

    def said(self, text: str) -> str:
        """A text with the word."""
        return f"{self.word} {text}".strip()

    def collected(self) -> ReviewBuilder:
        """With a self review, peers, an accomplishment and evidence; upward where it calibrates."""
        store = self.store
        reviews.write(
            store, self.id, self_review=self.said("myself"), self_step=self.step(0),
            self_received_on=TODAY,
        )  # fmt: skip
        voices = [("peer", Voice.PEER, "heard"), ("report", Voice.UPWARD, "upward")]
        for whom, voice, text in voices if self.cycle.cycle.calibrates else voices[:1]:
            asked = reviews.ask_peers(store, self.id, [self.said(whom)], TODAY, voice=voice)[0]
            reviews.write_peer(store, asked.id, TODAY, text=self.said(text))
        done = accomplishments.add(store, self.person_id, [self.said("done")], TODAY)[0]
        accomplishments.change(
            store, done.id, context=self.said("context"), impact=self.said("impact")
        )
        accomplishments.set_criteria(store, done.id, self.cycle.id, [self.cycle.criteria[0].id])
        evidence.cite(store, self.id, Source.ACCOMPLISHMENT, done.id, NOW)
        return self

    def written(self) -> ReviewBuilder:
        """With all that the manager writes before the seal."""
        reviews.write(
            self.store, self.id, narrative=self.said("narrative"), gaps=self.said("gaps"),
            proposed_step=self.step(1), proposed_why=self.said("why"),
            potential=2 if self.cycle.cycle.calibrates else None,
        )  # fmt: skip
        return self

    def sealed(self) -> ReviewBuilder:
        """Under its seal."""
        steps.seal(self.store, self.id, NOW)
        return self

    def calibrated(self, place: int = 2) -> ReviewBuilder:
        """After a round."""
        steps.calibrate(
            self.store, self.id, self.step(place), TODAY, reason=self.said("reason"),
            asked_by=self.said("asker"),
        )  # fmt: skip
        return self

    def with_outcome(self, number: float = 4321.5) -> ReviewBuilder:
        """With pay, bonus and a promotion case."""
        reviews.write_outcome(
            self.store, self.id, pay_change=number, bonus=number + 1, currency=self.said("EUR"),
            effective_on=TODAY + timedelta(40), from_level=self.said("L1"),
            to_level=self.said("L2"), to_title=self.said("title"),
            promotion=PromotionState.PROPOSED, words=self.said("outcome"),
        )  # fmt: skip
        point = reviews.add_points(self.store, self.id, [self.said("point")])[0]
        reviews.write_point(self.store, point.id, evidence=self.said("proof"), met=True)
        return self

    def shared(self, on: date = TODAY) -> ReviewBuilder:
        """Shared and answered."""
        reviews.write(self.store, self.id, share_words=self.said("share"))
        steps.share(self.store, self.id, on)
        reviews.write(self.store, self.id, response=self.said("response"), response_on=TODAY)
        return self

    def whole(self) -> ReviewBuilder:
        """From the first word to the answer."""
        return self.collected().written().sealed().calibrated().with_outcome().shared()

    def over(self, words: str = "Lead a project across teams") -> ReviewBuilder:
        """With a gap that became a goal."""
        bridges.gap_to_goal(self.store, self.id, words, NOW)
        return self
