"""What the calibration of a review says: its four ratings, and what moved since the seal."""

from __future__ import annotations

from datetime import date

from careerdesk.domain.reviews.drift import Drift, drift
from careerdesk.domain.reviews.records import Calibration
from careerdesk.domain.reviews.seal import read_body
from careerdesk.i18n import fill, tr, trn
from careerdesk.services.reviews.reviews import ReviewView
from careerdesk.ui.base.texts import MIDDLE_DOT, Dates
from careerdesk.ui.reviews.calibration.rating_sheet import RatingCard


def rating_cards(view: ReviewView, today: date) -> list[RatingCard]:
    """Self, proposed, calibrated and final."""
    review, facts, label = view.review, view.facts, view.cycle.label
    calibrated, final = facts.calibrated_level, review.final_step
    return [
        RatingCard(tr("Self"), label(review.self_step), _given(view, today)),
        RatingCard(tr("Proposed"), label(review.proposed_step), _sealed(view, today)),
        RatingCard(
            tr("Calibrated"), label(calibrated), _rounds(view, today),
            calibrated not in (None, review.proposed_step),
        ),
        RatingCard(
            tr("Final"), label(final), _final(view),
            final not in (None, calibrated, review.proposed_step),
        ),
    ]  # fmt: skip


def _given(view: ReviewView, today: date) -> str:
    on = view.review.self_received_on
    return tr("received {day}", day=Dates.short_day_within(on, today)) if on else ""


def _sealed(view: ReviewView, today: date) -> str:
    seal = view.facts.seal
    if seal is None:
        return tr("not sealed yet")
    if seal.sealed_on is None:
        return tr("sealed, date unknown")
    return tr("sealed {day}", day=Dates.short_day_within(seal.sealed_on, today))


def _rounds(view: ReviewView, today: date) -> str:
    rounds = view.facts.rounds
    if not rounds:
        return tr("no rounds yet")
    words = [
        tr("round {n}, {day}", n=len(rounds), day=Dates.short_day_within(rounds[-1].held_on, today))
    ]
    moved = moved_words(view)
    return ", ".join([*words, *([moved] if moved else [])])


def moved_words(view: ReviewView) -> str:
    """`1 level up`, `2 levels down`; empty where calibration kept what was proposed."""
    by = _levels_up(view)
    if not by:
        return ""
    steps = trn("1 level", "{n} levels", abs(by))
    return fill(tr("{steps} up") if by > 0 else tr("{steps} down"), steps=steps)


def _final(view: ReviewView) -> str:
    review = view.review
    if review.final_step is None:
        return tr("to be set after calibration")
    if not view.facts.rounds:
        return tr("as proposed")
    if review.final_step == view.facts.calibrated_level:
        return tr("as calibrated")
    return tr("differs from the last round")


def _levels_up(view: ReviewView) -> int:
    """By how many levels calibration moved what was proposed; 0 also where either is missing."""
    places = {step.id: place for place, step in enumerate(view.cycle.steps)}
    before, after = view.review.proposed_step, view.facts.calibrated_level
    if before not in places or after not in places:
        return 0
    return places[before] - places[after]


def drift_of(view: ReviewView) -> Drift | None:
    """What changed since the seal; None where there is no seal that can be read."""
    held = read_body(view.facts.seal)
    if held is None:
        return None
    review, step = view.review, view.cycle.step(view.review.proposed_step)
    return drift(held, review.narrative, step.uid if step else "", review.proposed_why)


def drift_words(view: ReviewView) -> list[str]:
    """What changed since the seal, a sentence each."""
    found = drift_of(view)
    if found is None:
        return []
    said = [] if found.is_none else _changes(view, found)
    return said or [
        tr("The narrative and proposed rating haven't changed since the review was sealed.")
    ]


def _changes(view: ReviewView, found: Drift) -> list[str]:
    said = [_narrative_words(found)]
    if found.sealed_rating:
        now = view.cycle.label(view.review.proposed_step) or tr("none")
        said.append(
            tr(
                "Proposed rating: sealed as {sealed}, now {now}.",
                sealed=found.sealed_rating,
                now=now,
            )
        )
    if found.why_changed:
        said.append(tr("The reason for the rating has changed."))
    return [*filter(None, said)]


def _narrative_words(found: Drift) -> str:
    """How the narrative was changed, in a sentence; empty where it was not."""
    if found.gone is None or found.fresh is None:
        return tr("The narrative has changed too much to count individual words.")
    counts = ((tr("{words} added"), found.fresh), (tr("{words} removed"), found.gone))
    parts = [fill(part, words=_words(count)) for part, count in counts if count]
    if parts:
        return tr("Narrative: {changes}.", changes=", ".join(parts))
    return tr("Narrative: only spaces and line breaks have changed.") if found.spacing else ""


def _words(count: int) -> str:
    return trn("1 word", "{n} words", count)


def round_words(number: int, one: Calibration, view: ReviewView, today: date) -> tuple[str, str]:
    """A round in a title and a small line."""
    title = tr("Round {n}: {rating}", n=number, rating=view.cycle.label(one.step_id))
    asked = tr("requested by {name}", name=one.asked_by) if one.asked_by else ""
    parts = [Dates.short_day(one.held_on, today), asked]
    return title, MIDDLE_DOT.join(part for part in parts if part)
