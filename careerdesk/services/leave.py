"""Coming back from a leave: what is said when its last day is over."""

from __future__ import annotations

from datetime import date

from careerdesk.data.store import Store
from careerdesk.domain.errors import InvalidInput
from careerdesk.domain.records import Person, PersonStatus
from careerdesk.domain.standing import leave_ended
from careerdesk.i18n import N_, tr
from careerdesk.services import repeating

PLACE = "people"


def begin(
    store: Store, person_id: int, first: date, until: date | None, *, origin: object = None
) -> None:
    """Note a leave; raises `InvalidInput` where it ends before it begins."""
    check(first, until)
    with store.edit(tr("Edit person"), origin=origin, person_id=person_id, place=PLACE) as tx:
        tx.change(
            Person, person_id, status=PersonStatus.ON_LEAVE, leave_from=first, leave_until=until
        )


def back(store: Store, person_id: int, today: date, *, origin: object = None) -> None:
    """Note that a person is back: check-ins are counted from now on, and repeats go on.

    A leave that had no end, or a later one, ends the day before *today*; of one that was still to
    begin nothing stays.
    """
    first, until = leave_ended(store.get(Person, person_id), today)
    with store.edit(tr("Back from leave"), origin=origin, person_id=person_id, place=PLACE) as tx:
        tx.change(
            Person, person_id, status=PersonStatus.ACTIVE, leave_from=first, leave_until=until
        )
        repeating.resume(tx, person_id, today)


def still_away(
    store: Store, person_id: int, until: date, today: date, *, origin: object = None
) -> None:
    """Give a leave a new last day; raises `InvalidInput` for one that is over."""
    if until < today:
        raise InvalidInput(N_("That date has passed. Enter the date their leave ends."))
    check(store.get(Person, person_id).leave_from, until)
    with store.edit(tr("Edit person"), origin=origin, person_id=person_id, place=PLACE) as tx:
        tx.change(Person, person_id, status=PersonStatus.ON_LEAVE, leave_until=until)


def check(first: date | None, until: date | None) -> None:
    """Raise `InvalidInput` for a leave that ends before it begins."""
    if first is not None and until is not None and until < first:
        raise InvalidInput(
            N_("The leave starts on {day}, so it can't end before then. Choose a later end date."),
            day=first,
        )
