"""A person's review: what is collected and written for it, up to the seal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from careerdesk.data.queries import roles as role_queries
from careerdesk.data.queries.reviews import reviews as queries
from careerdesk.data.store import Store
from careerdesk.dataclass import dataclass
from careerdesk.domain.days import check_happened
from careerdesk.domain.errors import InvalidInput, NotFound
from careerdesk.domain.records import Person
from careerdesk.domain.reviews.frozen import is_broken
from careerdesk.domain.reviews.light import Calibrating, check_calibrates
from careerdesk.domain.reviews.promotion import day_shown, promised
from careerdesk.domain.reviews.records import (
    Evidence,
    Outcome,
    PeerFeedback,
    PeerRelation,
    PromotionPoint,
    RatingLevel,
    Review,
    ReviewCycle,
    SharedSheet,
    Voice,
)
from careerdesk.domain.reviews.seal import Flaw, flaws, is_changed, text_digest
from careerdesk.domain.reviews.stages import Cell, ReviewFacts, Stage, cells
from careerdesk.domain.roles import Role, history, level_since, role_on
from careerdesk.domain.text import LINE_LIMIT, clean_line, clean_note, clean_short
from careerdesk.i18n import N_, tr
from careerdesk.services.reviews.cycles import PLACE, CycleView, check_open
from careerdesk.services.reviews.cycles import get as get_cycle

if TYPE_CHECKING:
    from careerdesk.data.transaction import Transaction

SEALED_FIELDS = frozenset({"narrative", "proposed_step", "proposed_why"})
NOTES = frozenset({"self_review", "narrative", "gaps", "proposed_why", "share_words", "response"})
STEPS = frozenset({"self_step", "proposed_step"})
DATES = frozenset({"self_received_on", "response_on"})
SHORT = {
    "currency": (N_("currency"), 40),
    "from_level": (N_("level"), 40),
    "to_level": (N_("level"), 40),
    "to_title": (N_("title"), LINE_LIMIT),
}


@dataclass(frozen=True, slots=True)
class BoardRow:
    """A line of the board: a person, where the review stands, and the cell of each column."""

    person: Person
    facts: ReviewFacts
    cells: tuple[Cell, ...]

    @property
    def id(self) -> int:
        """The review's id."""
        return self.facts.review.id


@dataclass(frozen=True, slots=True)
class ReviewView:
    """All of a person's review; `sheets` are what was shared of it, the first one first."""

    person: Person
    cycle: CycleView
    facts: ReviewFacts
    peers: tuple[PeerFeedback, ...]
    cited: tuple[Evidence, ...]
    outcome: Outcome | None
    points: tuple[PromotionPoint, ...]
    flaws: tuple[Flaw, ...]
    sheets: tuple[SharedSheet, ...]
    roles: tuple[Role, ...]
    today: date

    @property
    def is_sheet_broken(self) -> bool:
        """Whether what was shared was changed past the program."""
        return is_broken(self.review, self.sheets)

    @property
    def review(self) -> Review:
        """The review itself."""
        return self.facts.review

    @property
    def of_time(self) -> date:
        """The day whose title and level the review shows."""
        return day_shown(self.review, self.cycle.cycle, self.today)

    @property
    def role(self) -> Role:
        """Title and level of the time of the review."""
        return role_on(self.roles, self.of_time)

    @property
    def level_since(self) -> date | None:
        """Since when the person had that level; None where it is not known."""
        since, promoted = level_since(self.roles, self.of_time), self.person.last_promotion
        if since is None and promoted is not None and promoted <= self.of_time:
            return promoted  # the level is older than what is known of earlier ones
        return since

    @property
    def is_fixed(self) -> bool:
        """Whether the cycle is closed, so that nothing may be changed."""
        return self.cycle.cycle.closed_on is not None


def board(store: Store, cycle_id: int, today: date) -> list[BoardRow]:
    """Everyone who takes part, in the order of the rail; those left out come last."""
    view = get_cycle(store, cycle_id)
    people = store.read(queries.people_in, cycle_id)
    every = (_with_change(view, facts) for facts in store.read(queries.facts_in, cycle_id))
    found = [
        BoardRow(people[facts.review.person_id], facts, cells(facts, view.cycle, today))
        for facts in every
    ]
    return sorted(found, key=_board_order)


def _board_order(row: BoardRow) -> tuple[bool, bool, int, int]:
    out = row.facts.stage is Stage.LEFT_OUT
    return out, row.person.archived_on is not None, row.person.rank, row.person.id


def facts_of(store: Store, cycle: CycleView, review: Review) -> ReviewFacts:
    """All that decides where a review stands."""
    return _with_change(cycle, store.read(queries.facts, review))


def _with_change(cycle: CycleView, facts: ReviewFacts) -> ReviewFacts:
    if facts.seal is None:
        return facts
    step = cycle.step(facts.review.proposed_step)
    uid = step.uid if step else ""
    return replace(facts, changed=is_changed(facts.review, facts.seal, uid))


def get(store: Store, review_id: int) -> ReviewView:
    """One review with all that belongs to it; raises `NotFound`."""
    review = store.get(Review, review_id)
    cycle = get_cycle(store, review.cycle_id)
    cited = tuple(store.read(queries.cited, review_id))
    facts = replace(facts_of(store, cycle, review), cited=len(cited))
    outcome = store.read(queries.outcome, review_id)
    step = cycle.step(review.proposed_step)
    person = store.get(Person, review.person_id)
    return ReviewView(
        person,
        cycle,
        facts,
        tuple(store.read(queries.peers, review_id)),
        cited,
        outcome,
        tuple(store.read(queries.points, outcome.id)) if outcome else (),
        flaws(review, facts.seal, step.uid if step else ""),
        _sheets(store, review),
        tuple(history(person, store.read(role_queries.past, person.id))),
        store.now().astimezone().date(),
    )


def _sheets(store: Store, review: Review) -> tuple[SharedSheet, ...]:
    """What was shared; of a review that was never shared nothing is asked."""
    if review.shared_on is None and not review.sheet_digest:
        return ()
    return tuple(store.read(queries.sheets, review.id))


def is_sheet_broken(store: Store, review_id: int) -> bool:
    """Whether what was shared of a review was changed past the program."""
    return is_broken(store.get(Review, review_id), store.read(queries.sheets, review_id))


def find(store: Store, cycle_id: int, person_id: int) -> Review | None:
    """The review of a person in a cycle; None if they are not in it."""
    return store.read(queries.review_of, cycle_id, person_id)


def across(store: Store, person_id: int) -> list[ReviewView]:
    """A person's reviews in all cycles, the newest first."""
    found = [get(store, review.id) for review in store.read(queries.of_person, person_id)]
    return sorted(found, key=lambda one: one.cycle.cycle.ends_on, reverse=True)


def write(
    store: Store, review_id: int, *, merge: str = "", origin: object = None, **values: object
) -> None:
    """Set texts, self rating, proposed rating and dates of a review.

    What lies under a seal can be changed, and shows as changed since. Raises `InvalidInput` if
    the cycle is closed, the level is none of its scale or a day is to come.
    """
    allowed = NOTES | STEPS | DATES | {"potential"}
    if not values.keys() <= allowed:
        raise TypeError(f"not to be written here: {values.keys() - allowed}")
    review = store.get(Review, review_id)
    values |= {name: clean_note(str(values[name])) for name in NOTES & values.keys()}
    for name in STEPS & values.keys():
        _check_level(store, review, values[name])
    potential = values.get("potential")
    if potential not in (None, 1, 2, 3):
        raise InvalidInput(N_("Potential can be low, medium or high."))
    kind = None if potential is None else Calibrating.POTENTIAL
    with edit(store, review, tr("Edit review"), origin=origin, merge=merge, kind=kind) as tx:
        before = tx.get(Review, review_id)
        _check_happened(tx, *(values[name] for name in DATES & values.keys()))
        tx.change(Review, review_id, **values)
        renew_digest(tx, review_id, values.keys(), before)


def _check_happened(tx: Transaction, *days: object) -> None:
    for day in days:
        if isinstance(day, date):
            check_happened(day, tx.today())


def _check_level(store: Store, review: Review, step_id: object) -> None:
    if step_id is None:
        return
    step = store.get(RatingLevel, int(str(step_id)))
    if step.cycle_id != review.cycle_id:
        raise NotFound(N_("This level isn't on the cycle's scale."))


def renew_digest(tx: Transaction, review_id: int, changed: Iterable[str], before: Review) -> None:
    """After an edit under a seal, keep the digest of what stands there now.

    Words that were changed from outside are not made good by an edit beside them: only what
    was sealed, brought back whole, does that. *before* is the review as it was.
    """
    if not before.digest or SEALED_FIELDS.isdisjoint(changed):
        return
    review = tx.get(Review, review_id)
    if digest_of(tx, before) == before.digest or not _differs(tx, review):
        tx.change(Review, review_id, digest=digest_of(tx, review))


def _differs(tx: Transaction, review: Review) -> bool:
    seal = tx.read(queries.facts, review).seal
    return seal is None or is_changed(review, seal, _level_uid(tx, review))


def digest_of(tx: Transaction, review: Review) -> str:
    """The digest of narrative, proposed rating and reason as they stand."""
    return text_digest(review.narrative, _level_uid(tx, review), review.proposed_why)


def _level_uid(tx: Transaction, review: Review) -> str:
    step_id = review.proposed_step
    return tx.get(RatingLevel, step_id).uid if step_id is not None else ""


def ask_peers(
    store: Store,
    review_id: int,
    whom: Sequence[str],
    on: date,
    *,
    voice: Voice = Voice.PEER,
    relation: PeerRelation = PeerRelation.TEAM,
    origin: object = None,
) -> list[PeerFeedback]:
    """Note that people were asked for feedback; two of the same name are two.

    Raises `InvalidInput` for a day to come.
    """
    names = [clean_line(name, N_("name")) for name in whom]
    review = store.get(Review, review_id)
    kind = Calibrating.UPWARD if voice is Voice.UPWARD else None
    with edit(store, review, tr("Request feedback"), origin=origin, kind=kind) as tx:
        _check_happened(tx, on)
        return [
            tx.add(
                PeerFeedback(
                    review_id=review_id, voice=voice, from_whom=name, relation=relation,
                    asked_on=on,
                )
            )
            for name in names
        ]  # fmt: skip


def write_peer(
    store: Store,
    peer_id: int,
    today: date,
    *,
    merge: str = "",
    origin: object = None,
    **values: object,
) -> None:
    """Set fields of feedback; the first words of it mean that it was received on *today*.

    Raises `InvalidInput` for a day to come.
    """
    before = store.get(PeerFeedback, peer_id)
    if "from_whom" in values:
        values["from_whom"] = clean_line(str(values["from_whom"]), N_("name"))
    if "text" in values:
        values["text"] = clean_note(str(values["text"]))
        if str(values["text"]).strip() and before.received_on is None:
            values.setdefault("received_on", today)
    review = store.get(Review, before.review_id)
    with edit(store, review, tr("Edit feedback"), origin=origin, merge=merge) as tx:
        _check_happened(tx, values.get("asked_on"), values.get("received_on"))
        tx.change(PeerFeedback, peer_id, **values)


def remove_peers(store: Store, ids: Sequence[int], *, origin: object = None) -> None:
    """Delete feedback that was asked for, with what came back."""
    if not ids:
        return
    review = store.get(Review, store.get(PeerFeedback, ids[0]).review_id)
    with edit(store, review, tr("Delete feedback"), origin=origin) as tx:
        tx.trash(PeerFeedback, ids, review.person_id)


def edit(
    store: Store,
    review: Review,
    name: str,
    *,
    origin: object = None,
    merge: str = "",
    place: str = PLACE,
    kind: Calibrating | None = None,
) -> AbstractContextManager[Transaction]:
    """One edit of a review, made at *place*.

    Raises `InvalidInput` if its cycle is closed, or light where it writes a *kind* of what only
    a calibrating one has.
    """
    cycle = store.get(ReviewCycle, review.cycle_id)
    check_open(cycle)
    if kind is not None:
        check_calibrates(cycle, kind)
    return store.edit(name, origin=origin, merge=merge, person_id=review.person_id, place=place)


def write_outcome(
    store: Store, review_id: int, *, merge: str = "", origin: object = None, **values: object
) -> Outcome:
    """Set what a review leads to: pay change, bonus, promotion case.

    Another title, level or day than what was written into the person can be written again.
    """
    for name, (thing, most) in SHORT.items():
        if name in values:
            values[name] = clean_short(str(values[name]), thing, most)
    if "words" in values:
        values["words"] = clean_note(str(values["words"]))
    review = store.get(Review, review_id)
    with edit(
        store, review, tr("Edit outcome"), origin=origin, merge=merge, kind=Calibrating.OUTCOME
    ) as tx:
        known = tx.read(queries.outcome, review_id) or tx.add(Outcome(review_id=review_id))
        if any(values.get(name, now) != now for name, now in promised(known).items()):
            values["written_on"] = None  # what the person has is no longer what stands here
        tx.change(Outcome, known.id, **values)
        return tx.get(Outcome, known.id)


def add_points(
    store: Store, review_id: int, texts: Sequence[str], *, origin: object = None
) -> list[PromotionPoint]:
    """Add criteria of the promotion case."""
    from careerdesk.domain import ranks

    cleaned = [clean_line(text, N_("criterion")) for text in texts]
    if not cleaned:
        return []
    review = store.get(Review, review_id)
    with edit(store, review, tr("Edit outcome"), origin=origin, kind=Calibrating.OUTCOME) as tx:
        known = tx.read(queries.outcome, review_id) or tx.add(Outcome(review_id=review_id))
        added = []
        for text in cleaned:
            last = tx.read(queries.last_rank, PromotionPoint, "outcome_id", known.id)
            point = PromotionPoint(outcome_id=known.id, text=text, rank=ranks.at_end(last))
            added.append(tx.add(point))
        return added


def write_point(
    store: Store, point_id: int, *, merge: str = "", origin: object = None, **values: object
) -> None:
    """Set words, evidence or *met* of a criterion of the promotion case."""
    if "text" in values:
        values["text"] = clean_line(str(values["text"]), N_("criterion"))
    if "evidence" in values:
        values["evidence"] = clean_note(str(values["evidence"]))
    review = _review_of_point(store, point_id)
    with edit(store, review, tr("Edit outcome"), origin=origin, merge=merge) as tx:
        tx.change(PromotionPoint, point_id, **values)


def remove_points(store: Store, ids: Sequence[int], *, origin: object = None) -> None:
    """Take criteria of a promotion case away."""
    if not ids:
        return
    review = _review_of_point(store, ids[0])
    with edit(store, review, tr("Edit outcome"), origin=origin) as tx:
        for key in ids:
            tx.remove(PromotionPoint, key)


def _review_of_point(store: Store, point_id: int) -> Review:
    outcome = store.get(Outcome, store.get(PromotionPoint, point_id).outcome_id)
    return store.get(Review, outcome.review_id)
