"""What of a review may be handed over: to its person, and to who approves it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from careerdesk.data.queries import roles as role_queries
from careerdesk.data.queries.reviews import reviews as queries
from careerdesk.data.store import Store
from careerdesk.dataclass import dataclass
from careerdesk.domain.errors import InvalidInput
from careerdesk.domain.records import Person
from careerdesk.domain.reviews.changes import SheetChanges, changes_after
from careerdesk.domain.reviews.frozen import Kept, frozen, read_sheet, says_the_same, withdrawn
from careerdesk.domain.reviews.light import Calibrating, check_calibrates
from careerdesk.domain.reviews.promotion import day_shown
from careerdesk.domain.reviews.records import (
    Evidence,
    PeerFeedback,
    Review,
    ReviewCycle,
    SharedSheet,
    Source,
)
from careerdesk.domain.reviews.seal import read_body
from careerdesk.domain.reviews.sheet import (
    Packet,
    PacketAccomplishment,
    PacketEvidence,
    PacketOutcome,
    PacketPeer,
    PacketPoint,
    PacketRound,
    PacketSeal,
    ShareSheet,
    SheetStrength,
    Whose,
    level_to_share,
)
from careerdesk.domain.reviews.stages import ReviewFacts, Stage
from careerdesk.domain.roles import Role, history, role_on
from careerdesk.i18n import N_
from careerdesk.services.reviews import accomplishments, reviews
from careerdesk.services.reviews.cycles import CycleView
from careerdesk.services.reviews.evidence import unnamed
from careerdesk.services.reviews.reviews import ReviewView

if TYPE_CHECKING:
    from careerdesk.data.transaction import Transaction

THEIR_OWN = (Source.ACCOMPLISHMENT, Source.GOAL)


@dataclass(frozen=True, slots=True)
class SharedBefore:
    """Something that was shared: what was read, None where that cannot be told any more.

    `shared_on` is its day, `first_shared_on` the day of the one it corrects; `withdrawn` says
    that it was withdrawn since.
    """

    id: int
    shared_on: date
    first_shared_on: date | None
    withdrawn: bool
    sheet: ShareSheet | None


def share_sheet(store: Store, review_id: int) -> ShareSheet:
    """The review as its person read it last, or, before it is shared, as they will read it.

    What they said to it goes with what they read last. Where that was not kept it is made again;
    `InvalidInput` is raised where it was changed from outside and cannot be read. Raises
    `NotFound`.
    """
    view = reviews.get(store, review_id)
    review, sheets = view.review, view.sheets
    if review.shared_on is None or not (sheets or review.sheet_digest):
        return sheet_now(store, view)
    return sheet_read(view, sheets[-1].id if sheets else 0)


def sheet_read(view: ReviewView, sheet_id: int) -> ShareSheet:
    """What was shared of a review, as it was read; with what was said to it, if it is the last.

    Raises `InvalidInput` where it cannot be read any more.
    """
    found = next((one for one in shared_before(view) if one.id == sheet_id), None)
    if found is None or found.sheet is None:
        raise InvalidInput(
            N_(
                "The shared copy of this review was changed outside CareerDesk and can't be "
                "read. Restore an earlier backup."
            )
        )
    review = view.review
    if found.withdrawn or found.id != view.sheets[-1].id:
        return found.sheet
    return replace(found.sheet, response=review.response.strip(), response_on=review.response_on)


def sheet_now(store: Store, view: ReviewView) -> ShareSheet:
    """The review as it would be read now, whatever was read before."""
    goals = store.read(queries.goals_gone_over, view.review)
    whose = _whose(view.person, view.role, view.cycle.cycle)
    return _composed(whose, view.facts, view.cycle, view.cited, goals)


def shared_before(view: ReviewView) -> list[SharedBefore]:
    """All that was shared of a review, the first one first."""
    kept = [read_sheet(one, view.review) for one in view.sheets]
    return [
        SharedBefore(
            row.id,
            (one.sheet.shared_on if one else None) or row.shared_on,
            one.sheet.first_shared_on if one else None,
            gone,
            one.sheet if one else None,
        )
        for row, one, gone in zip(view.sheets, kept, withdrawn(view.review, kept), strict=True)
    ]


def changed_after(store: Store, view: ReviewView) -> SheetChanges:
    """What of a shared review is other by now than it was read; nothing where that is not known."""
    kept = read_sheet(view.sheets[-1], view.review) if view.sheets else None
    if kept is None or view.review.shared_on is None:
        return SheetChanges()
    step = view.cycle.step(level_to_share(view.facts))
    return changes_after(kept, Kept(sheet_now(store, view), step.uid if step else ""))


def freeze(tx: Transaction, review_id: int, on: date, *, corrects: bool = False) -> SharedSheet:
    """Keep within an edit what a person reads on a day; the review names it as the last one.

    A correction says the same as what was read last: `InvalidInput`.
    """
    review = tx.get(Review, review_id)
    kept = _to_freeze(tx, review, on, corrects=corrects)
    if corrects:
        _check_other(tx, review, kept)
    made = tx.add(frozen(kept, review))
    tx.change(Review, review_id, sheet_digest=made.digest)
    return made


def _to_freeze(tx: Transaction, review: Review, on: date, *, corrects: bool) -> Kept:
    facts = tx.read(queries.facts, review)
    cycle = tx.get(ReviewCycle, review.cycle_id)
    view = CycleView(cycle, tuple(tx.read(queries.steps, cycle.id)), ())
    cited = tx.read(queries.cited, review.id)
    goals = tx.read(queries.goals_gone_over, review)
    person = tx.get(Person, review.person_id)
    known = history(person, tx.read(role_queries.past, person.id))
    whose = _whose(person, role_on(known, day_shown(review, cycle, on)), cycle)
    sheet = replace(
        _composed(whose, facts, view, cited, goals),
        shared_on=on,
        first_shared_on=review.shared_on if corrects else None,
    )
    step = view.step(level_to_share(facts))
    return Kept(sheet, step.uid if step else "", review.sheet_digest)


def _check_other(tx: Transaction, review: Review, kept: Kept) -> None:
    """Refuse a correction that changes nothing, or that comes before what it corrects."""
    sheets = tx.read(queries.sheets, review.id)
    last = read_sheet(sheets[-1], review) if sheets else None
    if last is None:
        return
    before, on = last.sheet.shared_on, kept.sheet.shared_on
    if before and on and on < before:
        raise InvalidInput(
            N_("This review was shared on {day}. Choose that date or a later one."), day=before
        )
    if says_the_same(last, kept, review):
        raise InvalidInput(
            N_("The sheet hasn't changed since it was shared. Edit it first, then share it again.")
        )


def _composed(
    whose: Whose,
    facts: ReviewFacts,
    cycle: CycleView,
    cited: Iterable[Evidence],
    goals: Iterable[str],
) -> ShareSheet:
    review, step = facts.review, cycle.step(level_to_share(facts))
    return ShareSheet(
        whose=whose,
        is_draft=facts.stage in (Stage.COLLECTING, Stage.LEFT_OUT),
        rating=step.label if step else "",
        rating_meaning=step.meaning if step else "",
        narrative=review.narrative.strip(),
        strengths=tuple(
            SheetStrength(on=one.happened_on, title=one.title, source=one.source)
            for one in cited
            if one.source in THEIR_OWN
        ),
        gaps=review.gaps.strip(),
        goals=tuple(goals),
        closing=review.share_words.strip(),
        shared_on=review.shared_on,
        response=review.response.strip(),
        response_on=review.response_on,
    )


def packet(store: Store, review_id: int, *, include_names: bool = False) -> Packet:
    """Everything for the approval meeting; who gave feedback is named only if *include_names*.

    Raises `InvalidInput` for a light cycle, in which nobody approves.
    """
    view = reviews.get(store, review_id)
    check_calibrates(view.cycle.cycle, Calibrating.PACKET)
    review, label = view.review, view.cycle.label
    return Packet(
        whose=_whose(view.person, view.role, view.cycle.cycle),
        scale=tuple(step.label for step in view.cycle.steps),
        self_review=review.self_review.strip(),
        self_received_on=review.self_received_on,
        peers=tuple(_peer(one, include_names) for one in view.peers),
        evidence=tuple(
            _evidence(store, number, one, include_names)
            for number, one in enumerate(view.cited, 1)
        ),
        accomplishments=_accomplishments(store, view),
        narrative=review.narrative.strip(),
        gaps=review.gaps.strip(),
        self_rating=label(review.self_step),
        proposed=label(review.proposed_step),
        proposed_why=review.proposed_why.strip(),
        calibrated=label(view.facts.calibrated_level),
        final=label(review.final_step),
        rounds=tuple(
            PacketRound(held_on=one.held_on, rating=label(one.step_id), reason=one.reason,
                        asked_by=one.asked_by)
            for one in view.facts.rounds
        ),
        seal=_seal(view),
        outcome=_outcome(view),
        shared_on=review.shared_on,
    )  # fmt: skip


def _whose(person: Person, role: Role, cycle: ReviewCycle) -> Whose:
    return Whose(
        name=person.name, short_name=person.short_name, pronouns=person.pronouns,
        title=role.title, level=role.level, team=person.team, cycle=cycle.name,
        starts_on=cycle.starts_on, ends_on=cycle.ends_on,
    )  # fmt: skip


def _peer(one: PeerFeedback, include_names: bool) -> PacketPeer:
    return PacketPeer(
        voice=one.voice, relation=one.relation, from_whom=one.from_whom if include_names else "",
        received_on=one.received_on, text=one.text.strip(),
    )  # fmt: skip


def _evidence(store: Store, number: int, one: Evidence, include_names: bool) -> PacketEvidence:
    words = one.words if include_names else unnamed(store, one.source, one.source_id, one.words)
    return PacketEvidence(
        number=number, source=one.source, on=one.happened_on, title=one.title, words=words
    )


def _accomplishments(store: Store, view: ReviewView) -> tuple[PacketAccomplishment, ...]:
    names = {one.id: one.name for one in view.cycle.criteria}
    return tuple(
        PacketAccomplishment(
            on=one.done_on, what=one.what, context=one.context, impact=one.impact,
            criteria=tuple(name for key, name in names.items() if key in speaks),
        )
        for one, speaks in reversed(accomplishments.of_review(store, view.review.id))
    )  # fmt: skip


def _seal(view: ReviewView) -> PacketSeal | None:
    seal = view.facts.seal
    if seal is None:
        return PacketSeal(broken=True) if view.flaws else None
    held = read_body(seal)
    return PacketSeal(
        sealed_at=seal.sealed_at if seal.sealed_on else None, digest=seal.digest,
        rating=held.proposed if held else "", changed=view.facts.changed,
        broken=bool(view.flaws),
    )  # fmt: skip


def _outcome(view: ReviewView) -> PacketOutcome | None:
    one = view.outcome
    if one is None:
        return None
    return PacketOutcome(
        pay_change=one.pay_change, pay_unit=one.pay_unit, currency=one.currency,
        effective_on=one.effective_on, bonus=one.bonus, from_level=one.from_level,
        to_level=one.to_level, to_title=one.to_title, promotion=one.promotion,
        words=one.words.strip(),
        points=tuple(
            PacketPoint(text=point.text, evidence=point.evidence, met=point.met)
            for point in view.points
        ),
    )  # fmt: skip
