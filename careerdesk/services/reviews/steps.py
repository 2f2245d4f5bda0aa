"""What moves a review on: seal, calibration, sharing; each as `domain.reviews.stages` allows."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from careerdesk.data.queries.reviews import reviews as queries
from careerdesk.data.store import Store
from careerdesk.domain.days import check_happened
from careerdesk.domain.errors import InvalidInput, NotFound
from careerdesk.domain.offers import offered_day
from careerdesk.domain.records import Person
from careerdesk.domain.repeats import WorkWeek
from careerdesk.domain.reviews.light import Calibrating
from careerdesk.domain.reviews.records import Calibration, RatingLevel, Review, Seal
from careerdesk.domain.reviews.seal import digest, seal_body
from careerdesk.domain.reviews.sheet import level_to_share
from careerdesk.domain.reviews.stages import Act, ReviewFacts, Stage
from careerdesk.domain.standing import has_left
from careerdesk.domain.text import clean_note, clean_short
from careerdesk.i18n import N_, tr
from careerdesk.services.reviews.reviews import digest_of, edit
from careerdesk.services.reviews.sheet import freeze

if TYPE_CHECKING:
    from careerdesk.data.transaction import Transaction

CAREER_CONVERSATION_AFTER = timedelta(3)  # days between sharing and the talk about the future


def seal(store: Store, review_id: int, now: datetime, *, origin: object = None) -> Seal:
    """Fix narrative and proposed rating as they are; both must be there."""
    review = store.get(Review, review_id)
    with edit(store, review, tr("Seal review"), origin=origin) as tx:
        _check(tx, review, Act.SEAL)
        if not review.narrative.strip():
            raise InvalidInput(N_("Write the narrative first. Sealing locks in your text."))
        if review.proposed_step is None:
            raise InvalidInput(N_("Choose your proposed rating first. Sealing locks it in too."))
        step = tx.get(RatingLevel, review.proposed_step)
        body = seal_body(review, step.uid, step.label, now)
        tx.change(Review, review_id, digest=digest_of(tx, review))
        return tx.add(Seal(review_id=review_id, sealed_at=now, digest=digest(body), body=body))


def open_seal(store: Store, review_id: int, now: datetime, *, origin: object = None) -> None:
    """Open the seal before calibration, to seal again; that it was there stays known."""
    review = store.get(Review, review_id)
    with edit(store, review, tr("Break seal"), origin=origin) as tx:
        found = _check(tx, review, Act.OPEN_SEAL)
        if found.seal is not None:
            tx.change(Seal, found.seal.id, opened_at=now)
        tx.change(Review, review_id, digest="")


def calibrate(
    store: Store,
    review_id: int,
    step_id: int,
    on: date,
    *,
    reason: str = "",
    asked_by: str = "",
    origin: object = None,
) -> Calibration:
    """Note a round of calibration: the rating it ended with, why, and who asked for it.

    Raises `InvalidInput` for a day to come.
    """
    reason, asked_by = clean_note(reason).strip(), clean_short(asked_by, N_("name"))
    review = store.get(Review, review_id)
    _check_level(store, review, step_id)
    with edit(store, review, tr("Add round"), origin=origin, kind=Calibrating.ROUNDS) as tx:
        _check(tx, review, Act.CALIBRATE)
        check_happened(on, tx.today())
        tx.change(Review, review_id, final_step=step_id)
        return tx.add(
            Calibration(
                review_id=review_id, step_id=step_id, reason=reason, asked_by=asked_by, held_on=on
            )
        )


def drop_round(store: Store, review_id: int, *, origin: object = None) -> None:
    """Take the last round of calibration back; the final rating is that of the one before."""
    review = store.get(Review, review_id)
    with edit(store, review, tr("Remove round"), origin=origin) as tx:
        found = _check(tx, review, Act.DROP_ROUND)
        tx.remove(Calibration, found.rounds[-1].id)
        rest = found.rounds[:-1]
        tx.change(Review, review_id, final_step=rest[-1].step_id if rest else None)


def set_final(store: Store, review_id: int, step_id: int, *, origin: object = None) -> None:
    """Set the final rating where it is another one than the last round ended with."""
    review = store.get(Review, review_id)
    _check_level(store, review, step_id)
    with edit(store, review, tr("Edit review"), origin=origin) as tx:
        _check(tx, review, Act.SET_FINAL)
        tx.change(Review, review_id, final_step=step_id)


def share(store: Store, review_id: int, on: date, *, origin: object = None) -> None:
    """Note that the review was shared, and keep what its person reads.

    Without a round the proposed rating is the final one. Raises `InvalidInput` for a day to come.
    """
    review = store.get(Review, review_id)
    with edit(store, review, tr("Share review"), origin=origin) as tx:
        _check(tx, review, Act.SHARE)
        check_happened(on, tx.today())
        final = review.final_step if review.final_step is not None else review.proposed_step
        tx.change(Review, review_id, shared_on=on, final_step=final)
        freeze(tx, review_id, on)


def correct(store: Store, review_id: int, on: date, *, origin: object = None) -> None:
    """Share a shared review again, as it is now; what was read before stays kept.

    Raises `InvalidInput` where it says the same, or where the day is to come or before the last
    sharing.
    """
    review = store.get(Review, review_id)
    with edit(store, review, tr("Share correction"), origin=origin) as tx:
        found = tx.read(queries.facts, review)
        if found.stage is not Stage.SHARED:
            raise InvalidInput(
                N_("This review hasn't been shared yet. Share it first, then correct it.")
            )
        final = level_to_share(found)
        if final is None:
            raise InvalidInput(
                N_("Choose your proposed rating first. It will appear on the sheet.")
            )
        check_happened(on, tx.today())
        tx.change(Review, review_id, final_step=final)
        freeze(tx, review_id, on, corrects=True)


def withdraw(store: Store, review_id: int, *, origin: object = None) -> None:
    """Note that the review is not shared after all.

    What the person read, and what they answered, stays.
    """
    review = store.get(Review, review_id)
    with edit(store, review, tr("Withdraw review"), origin=origin) as tx:
        found = _check(tx, review, Act.WITHDRAW)
        final = review.final_step if found.rounds else None
        tx.change(Review, review_id, shared_on=None, final_step=final)


def career_day(person: Person, shared_on: date, today: date, week: WorkWeek) -> date | None:
    """The first day on which both work, three days or more after sharing, and after *today*.

    None lies in a leave; there is none while nobody knows when it ends, and none with somebody
    who has left or is archived. *week* is the manager's own.
    """
    if has_left(person):
        return None
    own_week = week.of_person(person.work_days)
    return offered_day(person, shared_on + CAREER_CONVERSATION_AFTER, today, own_week)


def _check(tx: Transaction, review: Review, act: Act) -> ReviewFacts:
    if review.left_out:
        raise InvalidInput(N_("This person has been left out of the cycle. Add them back first."))
    found = tx.read(queries.facts, review)
    found.check(act)
    return found


def _check_level(store: Store, review: Review, step_id: int) -> None:
    if store.get(RatingLevel, step_id).cycle_id != review.cycle_id:
        raise NotFound(N_("This level isn't on the cycle's scale."))
