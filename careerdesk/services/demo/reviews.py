"""Puts two cycles of reviews into the demo: the one that is going on, and last year's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from uuid import NAMESPACE_OID, uuid5

from careerdesk.data.queries import people as people_queries
from careerdesk.data.queries import plans as plan_queries
from careerdesk.data.store import Store
from careerdesk.dataclass import dataclass
from careerdesk.domain import ranks
from careerdesk.domain.ranks import GAP
from careerdesk.domain.records import Horizon, Person, PlanItem
from careerdesk.domain.reviews.evidence import Offered
from careerdesk.domain.reviews.records import (
    Accomplishment,
    AccomplishmentCriterion,
    Calibration,
    Criterion,
    Crossing,
    Evidence,
    Outcome,
    PeerFeedback,
    PromotionPoint,
    RatingLevel,
    Review,
    ReviewCycle,
    ReviewMeeting,
    Seal,
    Source,
    Way,
)
from careerdesk.domain.reviews.seal import digest, seal_body
from careerdesk.i18n import tr
from careerdesk.services.demo.review_script import MEANINGS, Told
from careerdesk.services.reviews import evidence as review_evidence
from careerdesk.services.reviews.cycles import CRITERIA, DUE_AFTER
from careerdesk.services.reviews.reviews import digest_of
from careerdesk.services.reviews.sheet import freeze

if TYPE_CHECKING:
    from careerdesk.data.transaction import Transaction

DUE = {  # days from the day of the demo
    "self_due": -4, "peers_due": 3, "writing_due": 10, "sealing_due": 17, "calibration_due": 22,
    "sharing_due": 29,
}  # fmt: skip
AT = time(17, 5)
MEETING_MINUTES = 45
CLOSED_AFTER = 55
_FRIDAY = 4


def add_reviews(store: Store, today: date) -> None:
    """Add both cycles to the demo; the people must be there.

    Last year's is light; since then the company calibrates.
    """
    from careerdesk.services.demo import review_last_year, review_people

    first, last = this_period(today)
    past = _year_before(last)
    over = _cycle(_year_before(first - timedelta(1)) + timedelta(1), past, past, DUE_AFTER)
    over = replace(over, closed_on=past + timedelta(CLOSED_AFTER))
    going = replace(_cycle(first, last, today, DUE), calibrates=True)
    for cycle, told, base, way in (
        (over, review_last_year.PEOPLE, past, 1), (going, review_people.PEOPLE, today, -1),
    ):  # fmt: skip
        added = _Round(store, base, way)
        added.collect(cycle, told)
        added.decide()


def this_period(today: date) -> tuple[date, date]:
    """Twelve months that end with the next month: so it is always the season of reviews."""
    number = today.year * 12 + today.month + 1  # the month behind the last one
    after = date(number // 12, number % 12 + 1, 1)
    return after.replace(year=after.year - 1), after - timedelta(1)


def _year_before(day: date) -> date:
    """The last day of the same month a year earlier."""
    after = day + timedelta(1)
    return after.replace(year=after.year - 1) - timedelta(1)


def _cycle(first: date, last: date, base: date, due: Mapping[str, int]) -> ReviewCycle:
    """A cycle whose deadlines are counted from *base*."""
    years = str(first.year) if first.year == last.year else f"{first.year}/{last.year % 100:02}"
    cycle = ReviewCycle(name=f"{years} annual review", starts_on=first, ends_on=last)
    days = {name: base + timedelta(count) for name, count in due.items()}
    return replace(cycle, **days)  # type: ignore[arg-type]  # all of them are days


def _first(offered: Iterable[Offered], source: Source, words: str) -> Offered | None:
    """The newest evidence of that kind with those words in it."""
    fits = (o for o in offered if o.source is source and words in f"{o.title} {o.words}")
    return next(fits, None)


def _same(*words: str) -> str:
    """An id that is the same in every demo, and with it the digest of a seal."""
    return uuid5(NAMESPACE_OID, " ".join(words)).hex


@dataclass(frozen=True, slots=True)
class _Reviewed:
    """A review that is in the store, and what is told of it."""

    told: Told
    person: Person
    review: Review


class _Round:
    """Adds one cycle: first what is collected, then what is cited, sealed and decided."""

    def __init__(self, store: Store, base: date, way: int) -> None:
        """Count days from *base*: *way* is 1 for on, -1 for back."""
        self.store = store
        self.base = base
        self.way = way
        self.steps: dict[str, RatingLevel] = {}
        self.criteria: dict[str, int] = {}
        self.reviews: list[_Reviewed] = []

    def on(self, days: int) -> date:
        """The working day so many days from the base, or the one before it."""
        day = self.base + timedelta(self.way * days)
        return day - timedelta(max(0, day.weekday() - _FRIDAY))

    def day(self, days: int | None) -> date | None:
        """The same, None where nothing was."""
        return None if days is None else self.on(days)

    def at(self, days: int) -> datetime:
        """Late in the afternoon of that day."""
        return datetime.combine(self.on(days), AT).astimezone(UTC)

    def step(self, label: str) -> int | None:
        """A step of the scale by its label."""
        return self.steps[label].id if label else None

    def collect(self, cycle: ReviewCycle, people: Iterable[Told]) -> None:
        """Add the cycle with its scale, the reviews, and what came in for them."""
        known = {one.given_name: one for one in self.store.read(people_queries.everyone)}
        with self.store.edit(tr("Create demo"), undoable=False) as tx:
            tx.keeps_past = False
            cycle = tx.add(cycle)
            self.add_scale(tx, cycle)
            for told in people:
                person = known[told.given_name]
                review = self.add_review(tx, cycle, person, told)
                self.add_peers(tx, review, told)
                self.add_done(tx, person, told)
                self.reviews.append(_Reviewed(told, person, review))

    def add_scale(self, tx: Transaction, cycle: ReviewCycle) -> None:
        """Add the steps with their guideline, and the criteria."""
        for place, (label, meaning, part) in enumerate(MEANINGS, 1):
            step = RatingLevel(
                uid=_same(cycle.name, label), cycle_id=cycle.id, label=label, meaning=meaning,
                guideline=part if cycle.calibrates else None, rank=place * GAP,
            )  # fmt: skip
            self.steps[label] = tx.add(step)
        for place, name in enumerate(CRITERIA, 1):
            added = tx.add(Criterion(cycle_id=cycle.id, name=name, rank=place * GAP))
            self.criteria[name] = added.id

    def add_review(self, tx: Transaction, cycle: ReviewCycle, person: Person, told: Told) -> Review:
        """Add a review with its words, before any seal."""
        return tx.add(
            Review(
                uid=_same(cycle.name, told.given_name), cycle_id=cycle.id, person_id=person.id,
                left_out=told.left_out, self_review=told.self_review,
                self_received_on=self.day(told.self_days), self_step=self.step(told.self_rating),
                narrative=told.narrative, gaps=told.gaps, proposed_step=self.step(told.proposed),
                proposed_why=told.why, share_words=told.closing,
            )
        )  # fmt: skip

    def add_peers(self, tx: Transaction, review: Review, told: Told) -> None:
        """Add what others were asked for."""
        for one in told.peers:
            tx.add(
                PeerFeedback(
                    review_id=review.id, voice=one.voice, from_whom=one.whom,
                    relation=one.relation, asked_on=self.on(one.asked),
                    received_on=self.day(one.came), text=one.text,
                )
            )  # fmt: skip

    def add_done(self, tx: Transaction, person: Person, told: Told) -> None:
        """Add the accomplishments."""
        for one in told.did:
            added = tx.add(
                Accomplishment(
                    person_id=person.id, done_on=self.on(one.days), what=one.what,
                    context=one.context, impact=one.impact,
                )
            )  # fmt: skip
            for name in one.speaks_for:
                tx.add(
                    AccomplishmentCriterion(
                        accomplishment_id=added.id, criterion_id=self.criteria[name]
                    )
                )

    def decide(self) -> None:
        """Cite what the reviews rest on, seal, calibrate and share as far as it is told."""
        offers = {
            one.review.id: review_evidence.offered(self.store, one.review.id)
            for one in self.reviews
        }
        with self.store.edit(tr("Create demo"), undoable=False) as tx:
            tx.keeps_past = False
            for one in self.reviews:
                self.cite(tx, one, offers[one.review.id])
                if one.told.sealed is not None:
                    self.seal(tx, one, self.at(one.told.sealed))
                self.calibrate(tx, one)
                self.add_outcome(tx, one)
                self.bring_goal(tx, one)
                if one.told.shared is not None:
                    freeze(tx, one.review.id, self.on(one.told.shared))

    def cite(self, tx: Transaction, one: _Reviewed, offered: list[Offered]) -> None:
        """Cite as it is told, the oldest first; what came over from Growth is logged."""
        wanted = [(Source.ACCOMPLISHMENT, did.what) for did in one.told.did if did.cited]
        wanted += [(cited.source, cited.words) for cited in one.told.cites]
        found = {o.key: o for source, words in wanted if (o := _first(offered, source, words))}
        for each in sorted(found.values(), key=lambda each: each.on):
            moment = datetime.combine(max(each.on, self.on(9)), AT).astimezone(UTC)
            evidence = tx.add(
                Evidence(
                    review_id=one.review.id, source=each.source, source_id=each.source_id,
                    happened_on=each.on, title=each.title, words=each.words, cited_at=moment,
                )
            )  # fmt: skip
            if each.source is not Source.ACCOMPLISHMENT:
                self.cross(tx, one, Way.TO_REVIEW, (each.source.value, each.source_id, evidence.id))
        for words in (cited.words for cited in one.told.cites if cited.no_longer):
            goal = _first(found.values(), Source.GOAL, words)
            if goal is not None:
                tx.change(PlanItem, goal.source_id, may_be_cited=False)

    def cross(self, tx: Transaction, one: _Reviewed, way: Way, what: tuple[str, int, int]) -> None:
        """Log that something went into the other room."""
        kind, source_id, target_id = what
        tx.add(
            Crossing(
                person_id=one.person.id, way=way, kind=kind, source_id=source_id,
                target_id=target_id, crossed_at=self.at(9),
            )
        )  # fmt: skip

    def seal(self, tx: Transaction, one: _Reviewed, moment: datetime) -> None:
        """Seal a review as the program does, and change its words later where that is told."""
        step = self.steps[one.told.proposed]
        body = seal_body(one.review, step.uid, step.label, moment)
        tx.add(Seal(review_id=one.review.id, sealed_at=moment, digest=digest(body), body=body))
        now = replace(one.review, narrative=one.told.later or one.review.narrative)
        tx.change(Review, now.id, narrative=now.narrative, digest=digest_of(tx, now))

    def calibrate(self, tx: Transaction, one: _Reviewed) -> None:
        """Add the rounds, and what was shared and answered."""
        told = one.told
        for each in told.rounds:
            step = self.steps[each.rating].id
            tx.add(
                Calibration(
                    review_id=one.review.id, step_id=step, reason=each.reason, asked_by=each.by,
                    held_on=self.on(each.days),
                )
            )  # fmt: skip
            tx.change(Review, one.review.id, final_step=step)
        if told.shared is not None:
            tx.add(ReviewMeeting(
                person_id=one.person.id, held_on=self.on(told.shared), minutes=MEETING_MINUTES
            ))  # fmt: skip
            tx.change(
                Review, one.review.id, shared_on=self.on(told.shared), response=told.response,
                final_step=self.step(told.rounds[-1].rating if told.rounds else told.proposed),
                response_on=self.day(told.answered),
            )  # fmt: skip

    def add_outcome(self, tx: Transaction, one: _Reviewed) -> None:
        """Add pay and promotion where they are told."""
        case = one.told.outcome
        if case is None:
            return
        added = tx.add(
            Outcome(
                review_id=one.review.id, pay_change=case.change, pay_unit=case.unit,
                currency=case.currency, effective_on=self.day(case.start), bonus=case.bonus,
                from_level=case.from_level, to_level=case.to_level, promotion=case.state,
                words=case.words,
            )
        )  # fmt: skip
        for place, (text, evidence, met) in enumerate(case.points, 1):
            tx.add(
                PromotionPoint(
                    outcome_id=added.id, text=text, evidence=evidence, met=met, rank=place * GAP
                )
            )

    def bring_goal(self, tx: Transaction, one: _Reviewed) -> None:
        """Make a goal of a gap, as a manager would by hand."""
        plan = tx.read(plan_queries.current, one.person.id)
        if not one.told.goal or plan is None or one.told.shared is None:
            return
        last = tx.read(plan_queries.last_item_rank, plan.id, Horizon.LONGER.value)
        item = tx.add(
            PlanItem(
                plan_id=plan.id, horizon=Horizon.LONGER, title=one.told.goal,
                touched_on=self.on(one.told.shared), rank=ranks.at_end(last),
            )
        )  # fmt: skip
        self.cross(tx, one, Way.TO_CONVERSATIONS, ("gap", one.review.id, item.id))
