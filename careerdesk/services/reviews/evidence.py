"""Evidence: what happened in the period and may be used, cited by hand, one at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import singledispatch

from careerdesk.data.queries.reviews import evidence as queries
from careerdesk.data.queries.reviews import reviews as review_queries
from careerdesk.data.queries.reviews.evidence import (
    MOST,
    AccomplishmentFound,
    CheckInFound,
    FeedbackFound,
    Found,
    GoalFound,
    ValueFound,
)
from careerdesk.data.store import Store
from careerdesk.domain.errors import InvalidInput, NotFound
from careerdesk.domain.feedback import Feedback, FeedbackWay, in_one
from careerdesk.domain.plain import beginning, plain
from careerdesk.domain.records import ItemState, Measure, Person, Plan, PlanItem
from careerdesk.domain.reviews import evidence as rules
from careerdesk.domain.reviews.evidence import Offered
from careerdesk.domain.reviews.records import (
    Crossing,
    Evidence,
    Review,
    ReviewCycle,
    Source,
    Way,
)
from careerdesk.domain.text import excerpt
from careerdesk.i18n import N_, tr
from careerdesk.services.reviews.cycles import PLACE
from careerdesk.services.reviews.reviews import edit

TITLE = 160
LONGEST_NAME = 80


def offered(store: Store, review_id: int) -> list[Offered]:
    """All that may be cited, the newest first, and what is cited with its number.

    What was cited stays, in the words of that day, also when its source was deleted since or may
    not be cited any more.
    """
    review = store.get(Review, review_id)
    cycle = store.get(ReviewCycle, review.cycle_id)
    found = [_offer(one) for one in store.read(
        queries.found, review.person_id, cycle.starts_on, _after(cycle.ends_on)
    )]  # fmt: skip
    numbered = list(enumerate(store.read(review_queries.cited, review_id), 1))
    cited = {(one.source, one.source_id): (number, one) for number, one in numbered}
    there = {one.key for one in found}
    fresh = [_with_number(one, cited.get(one.key)) for one in found]
    lost = [
        Offered(one.source, one.source_id, one.happened_on, one.title, one.words, number, one.id,
                is_left=True)
        for number, one in numbered
        if (one.source, one.source_id) not in there
    ]  # fmt: skip
    return rules.in_order([*fresh, *lost])


def to_quote(store: Store, review_id: int, key: tuple[Source, int]) -> Offered | None:
    """What is cited, for the words that its person reads: who gave feedback is not named there.

    None where it is not cited.
    """
    every = offered(store, review_id)
    found = next((one for one in every if one.key == key and one.number), None)
    return found and replace(found, words=unnamed(store, *key, found.words))


def unnamed(store: Store, source: Source, source_id: int, words: str) -> str:
    """The words of cited feedback without the name that they begin with; others as they are."""
    if source is not Source.FEEDBACK or words in _said_now(store, source_id):
        return words
    head, _, rest = words.partition(": ")
    # its source may be changed or deleted since: what looks like a name goes, rather than stays
    return rest if rest and len(head) <= LONGEST_NAME else words


def _said_now(store: Store, feedback_id: int) -> tuple[str, ...]:
    """What a feedback says by now, as it is cited and as it once was; deleted, it says nothing."""
    try:
        found = store.get(Feedback, feedback_id)
    except NotFound:
        return ()
    parts = found.situation, found.behaviour, found.impact
    return in_one(*parts), " ".join(filter(None, parts))


def _after(day: date) -> date:
    return day + timedelta(1) if day < date.max else day


def _with_number(one: Offered, cited: tuple[int, Evidence] | None) -> Offered:
    if cited is None:
        return one
    number, evidence = cited
    return replace(one, number=number, evidence_id=evidence.id)


@singledispatch
def _offer(found: Found) -> Offered:
    raise TypeError(f"no evidence: {found!r}")


@_offer.register
def _check_in(found: CheckInFound) -> Offered:
    notes = plain(found.notes[:MOST]).strip() + ("…" if len(found.notes) > MOST else "")
    title = beginning(found.notes, TITLE)
    return Offered(Source.CHECK_IN, found.id, found.on, title, notes, noted=found.noted)


@_offer.register
def _feedback(found: FeedbackFound) -> Offered:
    words = in_one(found.situation, found.behaviour, found.impact)
    title = found.behaviour or found.impact or found.situation
    whom = found.from_whom if found.way == FeedbackWay.RECEIVED.value else ""
    return Offered(
        Source.FEEDBACK, found.id, found.on, excerpt(title, TITLE),
        f"{whom}: {words}" if whom else words, noted=found.noted,
    )  # fmt: skip


@_offer.register
def _accomplishment(found: AccomplishmentFound) -> Offered:
    title = excerpt(found.what, TITLE)
    whole = "" if title == found.what else found.what  # what is cut there is quoted from here
    words = " ".join(part for part in (whole, found.context, found.impact) if part)
    return Offered(Source.ACCOMPLISHMENT, found.id, found.on, title, words)


@_offer.register
def _goal(found: GoalFound) -> Offered:
    return Offered(Source.GOAL, found.id, found.on, found.title, found.for_business)


@_offer.register
def _reading(found: ValueFound) -> Offered:
    if found.measure == Measure.MILESTONE.value:
        words = found.name
    else:
        sign = " %" if found.measure == Measure.PERCENT.value else f" {found.unit}".rstrip()
        words = f"{found.name}: {_number(found.value)}{sign} ({_number(found.target)}{sign})"
    return Offered(Source.READING, found.id, found.on, words, found.goal)


def _number(value: float) -> str:
    """Every digit, in groups that read alike everywhere: the words are kept in the file."""
    return f"{value:,.15g}".replace(",", "\u202f").replace("-", "\u2212")


def cite(
    store: Store,
    review_id: int,
    source: Source,
    source_id: int,
    now: datetime,
    *,
    origin: object = None,
    place: str = PLACE,
) -> Evidence:
    """Cite one thing of the period: its words are copied, and the crossing is logged."""
    review = store.get(Review, review_id)
    found = next((one for one in offered(store, review_id) if one.key == (source, source_id)), None)
    if found is None:
        raise NotFound(
            N_(
                "This can't be cited because it was deleted, isn't allowed in reviews "
                "or falls outside the review period."
            )
        )
    if found.number:
        return store.get(Evidence, found.evidence_id)
    with edit(store, review, tr("Cite evidence"), origin=origin, place=place) as tx:
        added = tx.add(
            Evidence(
                review_id=review_id, source=source, source_id=source_id, happened_on=found.on,
                title=found.title, words=found.words, cited_at=now,
            )
        )  # fmt: skip
        if source is not Source.ACCOMPLISHMENT:
            tx.add(
                Crossing(
                    person_id=review.person_id, way=Way.TO_REVIEW, kind=source.value,
                    source_id=source_id, target_id=added.id, crossed_at=now,
                )
            )  # fmt: skip
        return added


def uncite(store: Store, ids: Sequence[int], *, origin: object = None) -> None:
    """Remove citations; the numbers behind them move up."""
    if not ids:
        return
    review = store.get(Review, store.get(Evidence, ids[0]).review_id)
    with edit(store, review, tr("Remove evidence"), origin=origin) as tx:
        same = [tx.read(review_queries.twins, tx.get(Evidence, key)) for key in ids]
        tx.trash(Evidence, sorted({key for keys in same for key in keys}), review.person_id)


def offer_goal(
    store: Store, item_id: int, now: datetime, *, origin: object = None
) -> tuple[ReviewCycle, Evidence]:
    """Bring a reached goal from Growth into the open cycle in whose period it was reached.

    The edit is one of the plan: who takes it back stays there. Raises `InvalidInput` unless it
    was settled with the person that the goal may be cited; what is cited already is given back.
    """
    item = store.get(PlanItem, item_id)
    person_id = store.get(Plan, item.plan_id).person_id
    if item.state is not ItemState.DONE:
        raise InvalidInput(
            N_("Only a goal that has been reached can be cited as evidence. Mark it as done first.")
        )
    if item.personal:
        raise InvalidInput(
            N_("Personal goals can't be cited in reviews. Untick “Personal” for this goal first.")
        )
    found = _cycle_for(store, person_id, item.reached_on or item.touched_on)
    cited = found and _citation(store, found[1], Source.GOAL, item_id)
    if found and cited:
        return found[0], cited
    name = store.get(Person, person_id).short_name
    if not store.read(queries.is_citable, person_id, item_id):
        raise InvalidInput(
            N_(
                "You and {name} haven't agreed yet that this goal may be cited in a "
                "review. Discuss it with them, then open the goal and tick this under "
                "“Committed” or “Aspirational”."
            ),
            name=name,
        )
    if found is None:
        raise InvalidInput(
            N_("No open review cycle covers that date for {name}. Start one in Reviews first."),
            name=name,
        )
    cycle, review = found
    return cycle, cite(store, review.id, Source.GOAL, item_id, now, origin=origin, place="plan")


def _cycle_for(store: Store, person_id: int, on: date) -> tuple[ReviewCycle, Review] | None:
    """The newest open cycle that takes what happened on a day, with the person's review in it."""
    for cycle in store.read(review_queries.cycles):
        review = _open_review(store, cycle, person_id, on)
        if review is not None:
            return cycle, review
    return None


def _citation(store: Store, review: Review, source: Source, source_id: int) -> Evidence | None:
    """What a review cites of this, if it does."""
    for one in store.read(review_queries.cited, review.id):
        if (one.source, one.source_id) == (source, source_id):
            return one
    return None


def _open_review(store: Store, cycle: ReviewCycle, person_id: int, on: date) -> Review | None:
    """A person's review in a cycle, if it takes what happened on that day."""
    if cycle.closed_on is not None or not cycle.starts_on <= on <= cycle.ends_on:
        return None
    review = store.read(review_queries.review_of, cycle.id, person_id)
    return None if review is None or review.left_out else review


def is_offered(store: Store, item_id: int) -> bool:
    """Whether a goal is evidence anywhere already."""
    person_id = store.get(Plan, store.get(PlanItem, item_id).plan_id).person_id
    return store.read(queries.is_cited, person_id, Source.GOAL.value, item_id)
