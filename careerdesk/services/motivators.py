"""How sure a motivator is, how its person puts it, and since when and until when it holds."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from operator import itemgetter
from typing import NamedTuple

from careerdesk.data.queries import discovery as queries
from careerdesk.data.store import Store
from careerdesk.domain import motivators as rules
from careerdesk.domain.days import check_happened
from careerdesk.domain.records import Motivator, MotivatorStanding
from careerdesk.domain.text import clean_line, clean_short
from careerdesk.domain.views import MotivatorView
from careerdesk.i18n import N_, tr

PLACE = "discovery"
LONGEST_QUOTE = 1_000


def get(store: Store, motivator_id: int) -> Motivator:
    """One motivator; raises `NotFound`."""
    return store.get(Motivator, motivator_id)


class Moving(NamedTuple):
    """What moves a person now, in its order, and what did, the last one to end first."""

    now: list[MotivatorView]
    earlier: list[MotivatorView]


def every(store: Store, person_id: int) -> Moving:
    """What moves a person now, and what did; of what was struck nothing is left."""
    found = store.read(queries.motivators, person_id)
    ended = [(view.motivator.until, view) for view in found if view.motivator.until is not None]
    ended.sort(key=itemgetter(0), reverse=True)
    now = [view for view in found if view.motivator.until is None]
    return Moving(now, [view for _, view in ended])


def earlier(store: Store, person_id: int) -> list[MotivatorView]:
    """What does not hold any longer, the last one to end first."""
    return every(store, person_id).earlier


def stand(
    store: Store,
    ids: Sequence[int],
    standing: MotivatorStanding,
    on: date,
    today: date,
    *,
    origin: object = None,
) -> None:
    """Say how sure motivators are, since a day; raises `InvalidInput` for a day to come."""
    if not ids:
        return
    check_happened(on, today)
    person_id = store.get(Motivator, ids[0]).person_id
    step = {
        MotivatorStanding.GUESSED: tr("Mark as a guess"),
        MotivatorStanding.SAID: tr("Mark as something they said"),
        MotivatorStanding.CONFIRMED: tr("Confirm motivator"),
    }[standing]
    with store.edit(step, origin=origin, person_id=person_id, place=PLACE) as tx:
        for key in ids:
            fields = rules.standing_fields(tx.get(Motivator, key), standing, on)
            tx.change(Motivator, key, **fields)


def describe(
    store: Store,
    motivator_id: int,
    today: date,
    *,
    name: str,
    quote: str,
    standing: MotivatorStanding,
    on: date | None,
    since: date | None,
    origin: object = None,
) -> None:
    """Say all there is to say of a motivator, in one step; *on* is the day of its standing.

    Raises `InvalidInput` for days that cannot be.
    """
    known = store.get(Motivator, motivator_id)
    rules.check_span(since, known.until, today)
    fields: dict[str, object] = {
        "name": clean_line(name, N_("motivator")),
        "quote": clean_short(quote, N_("quote"), LONGEST_QUOTE),
        "since": since,
    }
    if (standing, on) != (known.standing, rules.day_of(known)):
        check_happened(on or today, today)
        fields |= rules.standing_fields(known, standing, on or today)
    changed = {key: value for key, value in fields.items() if getattr(known, key) != value}
    if not changed:
        return
    with store.edit(
        tr("Edit motivator"), origin=origin, person_id=known.person_id, place=PLACE
    ) as tx:
        tx.change(Motivator, motivator_id, **changed)


def end(
    store: Store, ids: Sequence[int], until: date | None, today: date, *, origin: object = None
) -> None:
    """Say that motivators hold no longer since a day (None: they do again); goals keep them.

    Raises `InvalidInput` for a day to come or before it began.
    """
    if not ids:
        return
    known = [store.get(Motivator, key) for key in ids]
    for one in known:
        rules.check_span(one.since, until, today)
    step = tr("Mark as no longer applying") if until else tr("Mark as applying again")
    with store.edit(step, origin=origin, person_id=known[0].person_id, place=PLACE) as tx:
        for one in known:
            tx.change(Motivator, one.id, until=until)
