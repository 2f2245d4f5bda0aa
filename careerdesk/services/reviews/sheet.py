"""What of a review may be handed over: to its person, and to who approves it."""

from __future__ import annotations

from careerdesk.data.store import Store
from careerdesk.domain.errors import NotFound
from careerdesk.domain.feedback import Feedback, in_one
from careerdesk.domain.records import PlanItem
from careerdesk.domain.reviews.records import Evidence, PeerFeedback, Source
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
)
from careerdesk.domain.reviews.stages import Stage
from careerdesk.services.reviews import accomplishments, bridges, reviews
from careerdesk.services.reviews.reviews import ReviewView

THEIR_OWN = (Source.ACCOMPLISHMENT, Source.GOAL)
LONGEST_NAME = 80


def share_sheet(store: Store, review_id: int) -> ShareSheet:
    """The review as its person reads it; raises `NotFound`."""
    view = reviews.get(store, review_id)
    review, stage = view.review, view.facts.stage
    step_id = review.final_step if review.final_step is not None else review.proposed_step
    step = view.cycle.step(step_id)
    return ShareSheet(
        whose=_whose(view),
        is_draft=stage in (Stage.COLLECTING, Stage.LEFT_OUT),
        rating=step.label if step else "",
        rating_meaning=step.meaning if step else "",
        narrative=review.narrative.strip(),
        strengths=tuple(
            SheetStrength(on=one.happened_on, title=one.title, source=one.source)
            for one in view.cited
            if one.source in THEIR_OWN
        ),
        gaps=review.gaps.strip(),
        goals=_goals(store, review_id),
        closing=review.share_words.strip(),
        shared_on=review.shared_on,
        response=review.response.strip(),
        response_on=review.response_on,
    )


def packet(store: Store, review_id: int, *, include_names: bool = False) -> Packet:
    """Everything for the approval meeting; who gave feedback is named only if *include_names*."""
    view = reviews.get(store, review_id)
    review, label = view.review, view.cycle.label
    return Packet(
        whose=_whose(view),
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
        calibrated=label(view.facts.calibrated_step),
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


def _whose(view: ReviewView) -> Whose:
    person, cycle = view.person, view.cycle.cycle
    return Whose(
        name=person.name, short_name=person.short_name, pronouns=person.pronouns,
        title=person.title, level=person.level, team=person.team, cycle=cycle.name,
        starts_on=cycle.starts_on, ends_on=cycle.ends_on,
    )  # fmt: skip


def _goals(store: Store, review_id: int) -> tuple[str, ...]:
    """What went from the gaps into the plan and is still there, in the order in which it went."""
    found = []
    for crossing in reversed(bridges.gone_over(store, review_id)):
        try:
            found.append(store.get(PlanItem, crossing.target_id).title)
        except NotFound:
            continue  # the goal was deleted since
    return tuple(found)


def _peer(one: PeerFeedback, include_names: bool) -> PacketPeer:
    return PacketPeer(
        voice=one.voice, relation=one.relation, from_whom=one.from_whom if include_names else "",
        received_on=one.received_on, text=one.text.strip(),
    )  # fmt: skip


def _evidence(store: Store, number: int, one: Evidence, include_names: bool) -> PacketEvidence:
    words = one.words if include_names else _unnamed(store, one)
    return PacketEvidence(
        number=number, source=one.source, on=one.happened_on, title=one.title, words=words
    )


def _unnamed(store: Store, one: Evidence) -> str:
    """The words of cited feedback without the name that they begin with."""
    if one.source is not Source.FEEDBACK:
        return one.words
    head, _, rest = one.words.partition(": ")
    if one.words == _said_now(store, one.source_id):
        return one.words
    # the source was changed or deleted since: what looks like a name goes, rather than stays
    return rest if rest and len(head) <= LONGEST_NAME else one.words


def _said_now(store: Store, feedback_id: int) -> str:
    """What a feedback says by now; nothing where it is gone."""
    try:
        found = store.get(Feedback, feedback_id)
    except NotFound:
        return ""
    return in_one(found.situation, found.behaviour, found.impact)


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
        return None
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
        to_level=one.to_level, promotion=one.promotion, words=one.words.strip(),
        points=tuple(
            PacketPoint(text=point.text, evidence=point.evidence, met=point.met)
            for point in view.points
        ),
    )  # fmt: skip
