"""What of the made-up team's plans was agreed, whose idea it was, and in which words."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import field
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from careerdesk.data.mapping import table_name
from careerdesk.data.queries import sharing, summaries
from careerdesk.dataclass import dataclass
from careerdesk.domain.loop import (
    Action,
    Aspiration,
    HandedOverKind,
    Idea,
    IdeaState,
    Strike,
)
from careerdesk.domain.moments import midnight
from careerdesk.domain.ranks import GAP
from careerdesk.domain.records import (
    Direction,
    Drive,
    KeyResult,
    Measure,
    Motivator,
    MotivatorStanding,
    Owner,
    PlanItem,
    ProposedBy,
)
from careerdesk.services import handing_over

if TYPE_CHECKING:
    from careerdesk.data.transaction import Transaction

ME, THEM = Owner.ME, Owner.THEM
LOADS = "Nightly loads finish by six without waking anyone"
RELEASES = "Two colleagues can release the stock service on their own"
MEETINGS = "Attend the architecture meetings"
FIGURES = "The name people think of when the figures have to be right"
FOUR_DAYS = "Four days a week with the same responsibilities"
LINEAGE = "Lineage of the ten most used tables can be looked up"
HOSTING = "Hosting costs fall by a fifth"
FORECASTING = "Forecasting course finished"


@dataclass(frozen=True, slots=True)
class Given:
    """What is added to a person: days count back from today, steps forward to their due day.

    `agreed_as` are titles as they were agreed; what is in `since` came after the agreement.
    `leads` are the goals that lead to an aspiration, by its place; `sent` is how many summaries of
    the last check-ins were sent.
    """

    quotes: Mapping[str, str] = field(default_factory=dict)
    confirmed: frozenset[str] = frozenset()
    guessed: frozenset[str] = frozenset()
    values: tuple[tuple[str, str], ...] = ()
    struck: tuple[int, ...] = ()
    ideas: tuple[tuple[str, str], ...] = ()
    whose: Mapping[str, ProposedBy] = field(default_factory=dict)
    personal: frozenset[str] = frozenset()
    citable: frozenset[str] = frozenset()
    shown: frozenset[str] = frozenset()
    steps: tuple[tuple[str, str, Owner, int | None, int | None], ...] = ()
    keeps: tuple[tuple[str, str, float, float], ...] = ()
    agreed_as: Mapping[str, str] = field(default_factory=dict)
    since: frozenset[str] = frozenset()
    on_plan: int = 0
    leads: Mapping[str, int] = field(default_factory=dict)
    sent: int = 0


GIVEN = {
    "Mareike": Given(
        sent=2,
        quotes={
            "Mastery": "“I want to own something that just works.”",
            "Helping others grow": "“I looked up and it was seven. I hadn't typed a thing.”",
        },
        confirmed=frozenset({"Mastery"}),
        guessed=frozenset({"Being asked before things are decided"}),
        values=(
            ("Mistakes get talked about", "“The people, and that mistakes get talked about.”"),
            ("Finish what you start", ""),
        ),
        ideas=(
            ("A quarter on the data board as a guest", ""),
            ("Be in the architecture meetings early enough to be asked", MEETINGS),
        ),
        whose={
            LOADS: ProposedBy.THEM,
            RELEASES: ProposedBy.THEM,
            FIGURES: ProposedBy.TOGETHER,
            FOUR_DAYS: ProposedBy.THEM,
        },
        personal=frozenset({FOUR_DAYS}),
        citable=frozenset({FIGURES, LINEAGE}),
        shown=frozenset({LINEAGE}),
        steps=(
            (LOADS, "Move the two slowest joins out of the night run", THEM, -10, -12),
            (LOADS, "Ask Finance whether seven o'clock is early enough", ME, 5, None),
            (RELEASES, "Write the hand-over page", THEM, 6, None),
        ),
        keeps=((FIGURES, "Stock figures that need no correction", 98, 99),),
        agreed_as={RELEASES: "One colleague can release the stock service on their own"},
        since=frozenset({MEETINGS}),
        on_plan=1,
        leads={LOADS: 0, RELEASES: 0, FIGURES: 1},
    ),
    "Θεόδωρος": Given(
        quotes={"Autonomy": "“Tell me what, not how.”"},
        struck=(58,),
        citable=frozenset({HOSTING}),
    ),
    "Aveline-Marguerite": Given(citable=frozenset({FORECASTING})),
}


class Giver:
    """Adds what is given to one person, whose plans and motivators are there already."""

    def __init__(
        self,
        tx: Transaction,
        person_id: int,
        today: date,
        goals: Mapping[str, int],
        motivators: Mapping[str, int],
    ) -> None:
        """Goals and motivators are given by their title or name."""
        self.tx = tx
        self.person_id = person_id
        self.today = today
        self.goals = goals
        self.motivators = motivators

    def add(self, given: Given) -> None:
        """Add all of it."""
        self._say(given)
        self._strike(given)
        for rank, (text, goal) in enumerate(given.ideas, 1):
            state = IdeaState.TAKEN if goal else IdeaState.OPEN
            self.tx.add(Idea(person_id=self.person_id, text=text, state=state,
                             item_id=self.goals.get(goal), noted_on=self._ago(41),
                             rank=rank * GAP))  # fmt: skip
        self._detail(given)

    def _ago(self, days: int) -> date:
        return self.today - timedelta(days=days)

    def _say(self, given: Given) -> None:
        for name, key in self.motivators.items():
            standing = MotivatorStanding.SAID
            if name in given.confirmed:
                standing = MotivatorStanding.CONFIRMED
            if name in given.guessed:
                self.tx.change(Motivator, key, standing=MotivatorStanding.GUESSED, said_on=None)
                continue
            confirmed_on = self._ago(41) if name in given.confirmed else None
            self.tx.change(Motivator, key, standing=standing, confirmed_on=confirmed_on,
                           quote=given.quotes.get(name, ""))  # fmt: skip
        for rank, (name, quote) in enumerate(given.values, 1):
            said = MotivatorStanding.SAID if quote else MotivatorStanding.GUESSED
            self.tx.add(Motivator(person_id=self.person_id, name=name, quote=quote,
                                  drive=Drive.VALUE, standing=said, rank=rank * GAP,
                                  said_on=self._ago(150) if quote else None))  # fmt: skip

    def _strike(self, given: Given) -> None:
        for days in given.struck:
            shell = self.tx.add(Motivator(person_id=self.person_id, name="",
                                          struck_on=self._ago(days)))  # fmt: skip
            self.tx.add(Strike(person_id=self.person_id, kind=table_name(Motivator),
                               struck_uid=shell.uid, struck_on=self._ago(days)))  # fmt: skip

    def _detail(self, given: Given) -> None:
        for title, whose in given.whose.items():
            self.tx.change(PlanItem, self.goals[title], proposed_by=whose)
        for title in given.personal:
            self.tx.change(PlanItem, self.goals[title], personal=True)
        for title in given.citable:
            self.tx.change(PlanItem, self.goals[title], may_be_cited=True)
        for title in given.shown:
            self.tx.change(PlanItem, self.goals[title], score_shown=True)
        for rank, (title, text, owner, due, done) in enumerate(given.steps, 1):
            self.tx.add(Action(item_id=self.goals[title], text=text, owner=owner,
                               due_on=None if due is None else self._ago(-due),
                               done_on=None if done is None else self._ago(-done),
                               rank=rank * GAP))  # fmt: skip
        for title, name, target, current in given.keeps:
            self.tx.add(KeyResult(item_id=self.goals[title], name=name, measure=Measure.PERCENT,
                                  direction=Direction.AT_LEAST, target=target, current=current,
                                  rank=9 * GAP))  # fmt: skip

    def show(self, given: Given, aspirations: list[Aspiration]) -> None:
        """The first aspirations were given in writing, and stand on the plan."""
        for wish in aspirations[: given.on_plan]:
            self.tx.change(Aspiration, wish.id, seen_on=self._ago(40), on_plan=True)
        for title, place in given.leads.items():
            self.tx.change(PlanItem, self.goals[title], aspiration_id=aspirations[place].id)

    def send(self, checkin_id: int, on: date) -> None:
        """The summary of a check-in was sent on the day it was held."""
        found = self.tx.read(summaries.of_checkin, checkin_id, midnight(on))
        if found is not None:
            handing_over.hand_over(
                self.tx, self.person_id, HandedOverKind.SUMMARY, handing_over.body_of(found), on,
                checkin_id=checkin_id,
            )  # fmt: skip

    def agree(self, given: Given, plan_id: int, on: date) -> None:
        """Keep the copy that was handed over when the plan was agreed."""
        body = json.loads(handing_over.body_of(self.tx.read(sharing.plan, plan_id, on)))
        items: list[dict[str, Any]] = body["items"]
        body["items"] = [
            {**item, "title": given.agreed_as.get(item["title"], item["title"])}
            for item in items
            if item["title"] not in given.since
        ]
        words = json.dumps(body, ensure_ascii=False)
        handing_over.hand_over(
            self.tx, self.person_id, HandedOverKind.PLAN, words, on, plan_id=plan_id
        )
