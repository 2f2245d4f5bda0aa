"""*In your own words*: what a person said that moves them, handed over to be read by them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from careerdesk.data.queries import own_words as queries
from careerdesk.data.store import Store
from careerdesk.dataclass import dataclass
from careerdesk.domain.days import check_happened
from careerdesk.domain.errors import InvalidInput
from careerdesk.domain.loop import Aspiration, AspirationState, HandedOverKind
from careerdesk.domain.motivators import is_guessed
from careerdesk.domain.own_words import OwnWords
from careerdesk.i18n import N_, tr
from careerdesk.services import handing_over

if TYPE_CHECKING:
    from careerdesk.domain.loop import HandedOver
    from careerdesk.domain.records import Motivator

PLACE = "discovery"
WORDS = ("uid", "name", "quote", "reach", "statement")
HELD = (AspirationState.EXPLORING, AspirationState.COMMITTED)


@dataclass(frozen=True, slots=True)
class Handing:
    """What there is to hand over, and the day it last was.

    `is_new` where the person has not read all of it: words came since, or became others. What
    ended or was struck since is no reason to hand it over again.
    """

    words: OwnWords
    last_on: date | None = None
    is_new: bool = False


def of(store: Store, person_id: int, today: date) -> OwnWords:
    """What a person said that holds today; raises `NotFound`."""
    return store.read(queries.own_words, person_id, today)


def handing(store: Store, person_id: int, today: date) -> Handing:
    """What there is to hand over, beside what was handed over last; raises `NotFound`."""
    words = of(store, person_id, today)
    last = last_handed(store, person_id)
    said = _said(json.loads(handing_over.body_of(words)))
    return Handing(words, last.handed_on if last else None, not said <= _read(last))


def is_new(
    store: Store, person_id: int, known: Iterable[Motivator], wanted: Iterable[Aspiration]
) -> bool:
    """Whether the person has not read all that holds of these, as `Handing.is_new` says."""
    said = {_line(uid=one.uid, name=one.name, quote=one.quote) for one in known
            if not is_guessed(one)}  # fmt: skip
    said |= {_line(uid=one.uid, reach=one.reach, statement=one.statement) for one in wanted
             if one.state in HELD}  # fmt: skip
    return bool(said) and not said <= _read(last_handed(store, person_id))


def _read(last: HandedOver | None) -> frozenset[tuple[str, ...]]:
    return _said(json.loads(last.body)) if last else frozenset()


def _said(body: dict[str, Any]) -> frozenset[tuple[str, ...]]:
    """The words of each thing in what was handed over, whenever they were said."""
    groups = (body.get(name, ()) for name in ("drives", "values", "drains", "aspirations"))
    return frozenset(_line(**one) for group in groups for one in group)


def _line(**words: str) -> tuple[str, ...]:
    return tuple(str(words.get(name, "")) for name in WORDS)


def last_handed(store: Store, person_id: int) -> HandedOver | None:
    """What was handed over last."""
    return handing_over.last(store, HandedOverKind.OWN_WORDS, person_id=person_id)


def hand_over(
    store: Store, person_id: int, on: date, today: date, *, origin: object = None
) -> HandedOver:
    """Note that it was handed over on a day: the person has seen the aspirations in it since then.

    What was said later was not in it. Raises `InvalidInput` for a day to come, or one by which
    nothing was said.
    """
    check_happened(on, today)
    with store.edit(
        tr("Mark “In your own words” as given"), origin=origin, person_id=person_id, place=PLACE
    ) as tx:
        words = tx.read(queries.own_words, person_id, today, on)
        if words.is_empty:
            raise InvalidInput(N_("None of this had been said by that date. Choose a later one."))
        for aspiration_id in tx.read(queries.wanted_ids, person_id, on):
            if tx.get(Aspiration, aspiration_id).seen_on is None:
                tx.change(Aspiration, aspiration_id, seen_on=on)
        body = handing_over.body_of(words)
        return handing_over.hand_over(tx, person_id, HandedOverKind.OWN_WORDS, body, on)
