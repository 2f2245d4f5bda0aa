"""Review meetings: the day of each and how long it took. Of what was said nothing is kept here."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from careerdesk.data.queries.reviews import meetings as queries
from careerdesk.data.store import Store
from careerdesk.domain.days import check_days, check_not_before
from careerdesk.domain.errors import InvalidInput
from careerdesk.domain.records import Person
from careerdesk.domain.reviews.records import ReviewMeeting
from careerdesk.i18n import N_, tr
from careerdesk.services.reviews.cycles import PLACE

MOST_MINUTES = 24 * 60


def of(store: Store, person_id: int) -> list[ReviewMeeting]:
    """The meetings with a person, the last one first."""
    return store.read(queries.of_person, person_id)


def total(store: Store, first: date, last: date) -> tuple[int, int]:
    """How many meetings were held from one day to another, and how many minutes they took.

    This sum is all that Conversations know of them.
    """
    return store.read(queries.total, first, last)


def add(
    store: Store,
    person_id: int,
    on: date,
    minutes: int | None,
    today: date,
    *,
    origin: object = None,
) -> ReviewMeeting:
    """Log a meeting that was held; None is a length that is not known."""
    _check(store.get(Person, person_id), on, minutes, today)
    with store.edit(
        tr("Log review meeting"), origin=origin, person_id=person_id, place=PLACE
    ) as tx:
        return tx.add(ReviewMeeting(person_id=person_id, held_on=on, minutes=minutes))


def change(
    store: Store,
    meeting_id: int,
    on: date,
    minutes: int | None,
    today: date,
    *,
    origin: object = None,
) -> None:
    """Set day and minutes of a meeting."""
    person_id = store.get(ReviewMeeting, meeting_id).person_id
    _check(store.get(Person, person_id), on, minutes, today)
    with store.edit(
        tr("Edit review meeting"), origin=origin, person_id=person_id, place=PLACE
    ) as tx:
        tx.change(ReviewMeeting, meeting_id, held_on=on, minutes=minutes)


def remove(store: Store, ids: Sequence[int], *, origin: object = None) -> None:
    """Delete meetings."""
    if not ids:
        return
    person_id = store.get(ReviewMeeting, ids[0]).person_id
    with store.edit(
        tr("Delete review meeting"), origin=origin, person_id=person_id, place=PLACE
    ) as tx:
        tx.trash(ReviewMeeting, ids, person_id)


def _check(person: Person, on: date, minutes: int | None, today: date) -> None:
    check_days([on], today)
    if on > today:
        raise InvalidInput(
            N_("That date is in the future. Log the meeting once it has taken place.")
        )
    check_not_before(on, person.start_date, person.short_name)
    if minutes is not None and not 0 < minutes <= MOST_MINUTES:
        raise InvalidInput(N_("Choose a number of minutes between 1 and 1440."))
