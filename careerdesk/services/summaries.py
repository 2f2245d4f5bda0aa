"""What a person is sent after a check-in: what it says, and the record that it was sent.

Copying it is no record: only `mark_sent` is one.
"""

from __future__ import annotations

from datetime import date, datetime

from careerdesk.data.queries import summaries as queries
from careerdesk.data.store import Store
from careerdesk.domain.errors import InvalidInput, NotFound
from careerdesk.domain.loop import HandedOver, HandedOverKind
from careerdesk.domain.records import CheckIn
from careerdesk.domain.summary import CheckInSummary, Sending, differences
from careerdesk.i18n import N_, tr
from careerdesk.services import handing_over

__all__ = ["CheckInSummary", "Sending"]

PLACE = "check-ins"


def of(store: Store, checkin_id: int, now: datetime) -> CheckInSummary:
    """What may be sent of a check-in, with the next one after *now*.

    Raises `NotFound` for one that was not held, or is not there any more.
    """
    return _held(store.read(queries.of_checkin, checkin_id, now))


def _held(found: CheckInSummary | None) -> CheckInSummary:
    if found is None:
        raise NotFound(N_("Only a finished check-in has a summary. Finish it first."))
    return found


def sending(store: Store, checkin_id: int) -> Sending:
    """Whether there is something to send of a check-in, when it was sent, and what changed since.

    Of one that was not held there is nothing.
    """
    anything, sent = store.read(queries.sending, checkin_id)
    if sent is None:
        return Sending(anything)
    now = handing_over.body_of(of(store, checkin_id, store.now()))
    return Sending(anything, sent.handed_on, differences(sent.body, now))


def mark_sent(
    store: Store,
    checkin_id: int,
    copied: CheckInSummary,
    now: datetime,
    *,
    origin: object = None,
) -> HandedOver:
    """Note that a person was sent the summary of a check-in today, as it was copied.

    Raises `InvalidInput` where it is no longer what was copied, or has nothing in it.
    """
    person_id = store.get(CheckIn, checkin_id).person_id
    with store.edit(tr("Mark as sent"), origin=origin, person_id=person_id, place=PLACE) as tx:
        known = _held(tx.read(queries.of_checkin, checkin_id, now))
        if known != copied:
            raise InvalidInput(
                N_(
                    "The summary has changed since it was copied. Copy it again and send the new "
                    "version."
                )
            )
        if known.is_empty:
            raise InvalidInput(
                N_("There's nothing to send yet. Write down what was said, then copy the summary.")
            )
        body, on = handing_over.body_of(known), now.astimezone().date()
        return handing_over.hand_over(
            tx, person_id, HandedOverKind.SUMMARY, body, on, checkin_id=checkin_id
        )


def last_held(store: Store, person_id: int, name: str, on: date | None = None) -> int:
    """The last check-in that was held with a person, of a day if one is given.

    Raises `NotFound` if there is none; *name* is the person's.
    """
    found = store.read(queries.held_on, person_id, on)
    if found is None and on is None:
        raise NotFound(N_("No check-ins with {name} yet."), name=name)
    if found is None:
        raise NotFound(N_("There was no check-in with {name} on {day}."), name=name, day=on)
    return found
