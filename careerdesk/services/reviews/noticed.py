"""What was noticed at the end of a week and is a result: it crosses into Reviews, one at a time."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from careerdesk.data.queries.reviews import noticed as queries
from careerdesk.data.store import Store
from careerdesk.domain.reviews.records import Accomplishment, Crossing, Way
from careerdesk.domain.text import clean_line
from careerdesk.i18n import N_

if TYPE_CHECKING:
    from careerdesk.data.transaction import Transaction

NOTICED = "noticed"  # the kind of its crossing: there is no record of it in Conversations
MOST = 2_000  # characters


def put(tx: Transaction, person_id: int, words: str, on: date, now: datetime) -> Accomplishment:
    """Add an accomplishment of that day within an edit of Conversations; the crossing is logged."""
    what = clean_line(words, N_("result"), MOST)
    added = tx.add(Accomplishment(person_id=person_id, done_on=on, what=what))
    tx.add(
        Crossing(
            person_id=person_id, way=Way.TO_REVIEW, kind=NOTICED, source_id=person_id,
            target_id=added.id, crossed_at=now,
        )
    )  # fmt: skip
    return added


def last_days(store: Store) -> dict[int, date]:
    """For each person with an accomplishment the day of the last one.

    Without it Conversations would say that nothing was noted; it is all they know of them.
    """
    return store.read(queries.last_days)
