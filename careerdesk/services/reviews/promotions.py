"""An approved promotion goes into its person, by hand: title, level and day."""

from __future__ import annotations

from datetime import datetime

from careerdesk.data.queries import roles as role_queries
from careerdesk.data.queries.reviews import reviews as queries
from careerdesk.data.store import Store
from careerdesk.domain.errors import InvalidInput
from careerdesk.domain.records import Person
from careerdesk.domain.reviews.promotion import NewRole, Written, written
from careerdesk.domain.reviews.records import Crossing, Outcome, Review, Way
from careerdesk.domain.roles import history
from careerdesk.i18n import N_, tr
from careerdesk.services import roles
from careerdesk.services.reviews.cycles import PLACE
from careerdesk.services.reviews.reviews import ReviewView

PROMOTED = "promotion"  # the kind of its crossing: from an outcome to its person


def of(view: ReviewView) -> Written:
    """How far the promotion of a review is in its person."""
    return written(view.person, view.roles, view.outcome, view.today)


def write(store: Store, review_id: int, now: datetime, *, origin: object = None) -> NewRole:
    """Write an approved promotion into its person, as one step; the crossing is logged.

    What was decided in a closed cycle can be written too, as it often holds from a later day;
    nothing of the review changes by it. Raises `InvalidInput` where it is not approved, was
    written already, or the person cannot have it from that day; nothing is written then.
    """
    review = store.get(Review, review_id)
    today = now.astimezone().date()
    with store.edit(
        tr("Update title and level"), origin=origin, person_id=review.person_id, place=PLACE
    ) as tx:
        person = tx.get(Person, review.person_id)
        known = history(person, tx.read(role_queries.past, person.id))
        outcome = tx.read(queries.outcome, review_id)
        step = _step(written(person, known, outcome, today), review, person)
        roles.begin_within(
            tx, person.id, step.since, today, title=step.title, level=step.level, promoted=True
        )
        if outcome is not None:
            tx.change(Outcome, outcome.id, written_on=today)
            tx.add(
                Crossing(
                    person_id=person.id, way=Way.TO_CONVERSATIONS, kind=PROMOTED,
                    source_id=outcome.id,
                    target_id=person.id, crossed_at=now,
                )
            )  # fmt: skip
    return step


def _step(found: Written, review: Review, person: Person) -> NewRole:
    """What is to be written; raises `InvalidInput` where nothing is."""
    if found.why_not is not None:
        raise found.why_not
    if review.left_out:
        raise InvalidInput(
            N_("{name} has been left out of this cycle. Add them back first."),
            name=person.short_name,
        )
    if found.on is not None:
        raise InvalidInput(
            N_("{name}'s details were updated on {day}. Make any further changes there."),
            name=person.short_name,
            day=found.on,
        )
    if found.step is None:
        raise InvalidInput(N_("The promotion hasn't been approved yet. Choose “Approved” first."))
    return found.step
