"""Feedback: what someone did, where, and what it led to; given, heard, or still to be told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from careerdesk.data.changes import Whose
from careerdesk.data.queries import feedback as queries
from careerdesk.data.store import Store
from careerdesk.domain.days import check_happened, noted_later
from careerdesk.domain.errors import InvalidInput
from careerdesk.domain.feedback import Feedback, FeedbackWay, Tone
from careerdesk.domain.text import clean_note
from careerdesk.i18n import N_, tr

PLACE = "check-ins"
WORDS = ("situation", "behaviour", "impact")
MOST = 500  # a page of them; who wants more looks into the check-ins


def to_deliver(store: Store, person_id: int) -> list[Feedback]:
    """What waits to be told, the oldest first."""
    return store.read(queries.to_deliver, person_id)


def newest(store: Store, person_id: int, limit: int = MOST) -> list[Feedback]:
    """What was given to a person or heard about them, the newest first."""
    return store.read(queries.newest, person_id, limit)


def made_in(store: Store, checkin_id: int) -> list[Feedback]:
    """The feedback of one check-in."""
    return store.read(queries.made_in, checkin_id)


def goals(store: Store, person_id: int, found: Feedback | None = None) -> list[tuple[int, str]]:
    """The goals of a person that feedback can be about, with the one that *found* is about."""
    return store.read(queries.goals, person_id, found.item_id if found else None)


def about(store: Store, item_id: int) -> list[Feedback]:
    """The feedback about a goal: first what waits to be told, then the oldest."""
    return store.read(queries.about, item_id)


def add(
    store: Store,
    person_id: int,
    on: date,
    *,
    situation: str = "",
    behaviour: str = "",
    impact: str = "",
    tone: Tone = Tone.PRAISE,
    way: FeedbackWay = FeedbackWay.GIVEN,
    from_whom: str = "",
    made_in: int | None = None,
    given_on: date | None = None,
    item_id: int | None = None,
    origin: object = None,
) -> Feedback:
    """Note feedback on the day *on*, about a goal or none; what is to be told has no day yet.

    *given_on* is the day it was given, if that was an earlier one; `InvalidInput` for a later one.
    """
    waits = way is FeedbackWay.TO_DELIVER
    given = given_on or on
    if not waits:
        check_happened(given, on)
    found = Feedback(
        person_id=person_id, way=way, tone=tone, given_on=None if waits else given,
        noted_on=None if waits else noted_later(None, on, given),
        made_in=None if waits else made_in, from_whom=_clean(from_whom), item_id=item_id,
        situation=_clean(situation), behaviour=_clean(behaviour), impact=_clean(impact),
    )  # fmt: skip
    _check(found.situation, found.behaviour, found.impact)
    with store.edit(tr("Add feedback"), origin=origin, person_id=person_id, place=PLACE) as tx:
        return tx.add(found)


def change(
    store: Store, feedback_id: int, on: date, *, origin: object = None, **fields: object
) -> None:
    """Set fields of feedback; what was to be delivered and is so no more was given on that day.

    A day on which it was given that is after *on* is refused; the day it was noted stays.
    """
    before = store.get(Feedback, feedback_id)
    fields |= {name: _clean(text) for name, text in fields.items() if type(text) is str}
    _check(*(str(fields.get(name, getattr(before, name))) for name in WORDS))
    way = fields.get("way", before.way)
    if way is FeedbackWay.TO_DELIVER:
        fields |= {"given_on": None, "made_in": None}
    elif before.given_on is None:
        fields.setdefault("given_on", on)
    given = fields.get("given_on")
    if isinstance(given, date) and given != before.given_on:
        check_happened(given, on)
        fields["noted_on"] = noted_later(before.noted_on, before.given_on or on, given)
    with store.edit(
        tr("Edit feedback"), origin=origin, person_id=before.person_id, place=PLACE
    ) as tx:
        tx.change(Feedback, feedback_id, **fields)


def deliver(
    store: Store,
    feedback_id: int,
    on: date,
    made_in: int | None = None,
    *,
    origin: object = None,
) -> None:
    """It was told now, in a check-in or without one."""
    with store.edit(tr("Give feedback"), origin=origin, person_id=Whose.CHANGED, place=PLACE) as tx:
        tx.change(
            Feedback, feedback_id, way=FeedbackWay.GIVEN, given_on=on, made_in=made_in
        )  # fmt: skip


def remove(store: Store, ids: Sequence[int], *, origin: object = None) -> None:
    """Delete feedback."""
    if not ids:
        return
    person_id = store.get(Feedback, ids[0]).person_id
    with store.edit(tr("Delete feedback"), origin=origin, person_id=person_id, place=PLACE) as tx:
        tx.trash(Feedback, ids, person_id)


def _clean(words: str) -> str:
    return clean_note(words).strip()


def _check(*words: str) -> None:
    if not any(words):
        raise InvalidInput(N_("Describe what happened, what they did, or what it led to."))
