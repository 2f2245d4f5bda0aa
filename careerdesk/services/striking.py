"""Striking at a person's wish: of a motivator, a value, a quote or an aspiration no words are left.

Nothing brings them back, neither undo, which begins again after it, nor the trash. What stays is
said in `docs/adr/0041-struck-words.md`: copies of the file that were made before, and Reviews.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from careerdesk.data.mapping import table_name
from careerdesk.data.queries import striking as queries
from careerdesk.data.store import Store
from careerdesk.dataclass import dataclass
from careerdesk.domain.errors import InvalidInput
from careerdesk.domain.loop import Aspiration, HandedOver
from careerdesk.domain.records import CheckIn, DiscoveryNote, Motivator, PlanItem, Record
from careerdesk.i18n import N_, tr

if TYPE_CHECKING:
    from careerdesk.data.transaction import Transaction

PLACE = "discovery"
MOTIVATORS = ("motivator", "motivator.quote")
ASPIRATIONS = ("aspiration",)


@dataclass(frozen=True, slots=True)
class Reached:
    """What striking reaches beside the words themselves.

    So many goals name it, and so many goals, notes, copies that were handed over and other texts
    say the same words. Those *left_alone* say them too: each of them is struck by itself.
    """

    named_by: int = 0
    goals: int = 0
    notes: int = 0
    handed_over: int = 0
    other: int = 0
    left_alone: int = 0


def strike_motivator(store: Store, motivator_id: int, on: date, *, origin: object = None) -> bool:
    """Strike what drives or drains a person, or a value: its name and its quote.

    Tells whether nothing is left in the file; if not, closing it or opening it again sees to that.
    """
    return _strike(
        store, Motivator, motivator_id, on, tr("Strike motivator from the record"), origin
    )


def strike_quote(store: Store, motivator_id: int, on: date, *, origin: object = None) -> bool:
    """Strike what was said about a motivator, which itself stays; tells as `strike_motivator`."""
    if not store.get(Motivator, motivator_id).quote.strip():
        raise InvalidInput(
            N_("This motivator has no quote in their own words, so there's nothing to strike.")
        )
    return _strike(
        store,
        Motivator,
        motivator_id,
        on,
        tr("Strike quote from the record"),
        origin,
        only_quote=True,
    )


def strike_aspiration(store: Store, aspiration_id: int, on: date, *, origin: object = None) -> bool:
    """Strike an aspiration with all its earlier wordings; tells as `strike_motivator`."""
    return _strike(
        store, Aspiration, aspiration_id, on, tr("Strike aspiration from the record"), origin
    )


def _strike(
    store: Store,
    kind: type[Motivator | Aspiration],
    record_id: int,
    on: date,
    name: str,
    origin: object,
    *,
    only_quote: bool = False,
) -> bool:
    from careerdesk.data import striking
    from careerdesk.services import agreements  # late: the first page strikes nothing

    record = store.get(kind, record_id)
    if record.struck_on is None:
        with store.edit(name, origin=origin, person_id=record.person_id, place=PLACE,
                        for_good=True) as tx:  # fmt: skip
            of = tx.read(striking.target, kind, record_id, only_quote=only_quote)
            dismissed = agreements.said_to_mean_the_same(tx, record.person_id)
            striking.strike(tx, of, on)
            agreements.say_again(tx, dismissed)
    return store.swept


def forget_words(
    store: Store,
    kind: type[Record],
    record_id: int,
    fields: Sequence[str],
    *,
    also: Mapping[str, object] | None = None,
    unlinked: Callable[[Transaction], None] | None = None,
    origin: object = None,
    person_id: int | None = None,
    place: str = "",
) -> bool:
    """Empty texts of one record for good, as if they had never been typed; the record stays.

    What they said earlier and what is being typed over it goes too, and undo begins again. *also*
    sets other fields with it, and *unlinked* takes away what shall hang on it no longer. Tells as
    `strike_motivator`; other texts are left as they are.
    """
    from careerdesk.data import striking

    with store.edit(tr("Erase text permanently"), origin=origin, person_id=person_id, place=place,
                    for_good=True) as tx:  # fmt: skip
        striking.forget(tx, kind, record_id, fields, also or {})
        if unlinked:
            unlinked(tx)
    return store.swept


def strike_again(store: Store) -> None:
    """Strike again what an older copy of the file's rows brought back, and sweep the file.

    Each opening does so, and no edit can bring back what was struck; call it where rows come in by
    any other way.
    """
    store.finish_striking()


def reached(
    store: Store, kind: type[Motivator | Aspiration], record_id: int, *, only_quote: bool = False
) -> Reached:
    """What striking a motivator or an aspiration would reach; nothing is changed."""
    from careerdesk.data import striking

    of = store.read(striking.target, kind, record_id, only_quote=only_quote)
    day = store.now().astimezone().date()
    by = store.read(striking.eraser, of, day)
    found = [(kind, key) for kind, key, _ in store.read(striking.rewrites, of, by)]
    goals = sum(kind is PlanItem for kind, _ in found)
    notes = sum(kind in (DiscoveryNote, CheckIn) for kind, _ in found)
    given = sum(kind is HandedOver for kind, _ in found)
    named_by = 0 if only_quote else store.read(queries.naming, table_name(kind), record_id)
    left_alone = store.read(striking.left_alone, of, by)
    return Reached(named_by, goals, notes, given, len(found) - goals - notes - given, left_alone)


def copies(store: Store) -> list[str]:
    """The names of the copies beside the file that were made before, and keep what they say."""
    from careerdesk.data.copying import copies_of

    return copies_of(store.path)


def struck(
    store: Store, person_id: int, kinds: Sequence[str] = (*MOTIVATORS, *ASPIRATIONS)
) -> list[tuple[date, int]]:
    """How much was struck at a person's wish, by day, the first day first.

    *kinds* may be `MOTIVATORS`, with values and quotes, or `ASPIRATIONS`.
    """
    return counted(every(store, person_id), kinds)


def every(store: Store, person_id: int) -> list[tuple[str, date]]:
    """The kind and the day of each thing that a person had struck, for `counted`."""
    return store.read(queries.of_person, person_id)


def counted(found: Iterable[tuple[str, date]], kinds: Sequence[str]) -> list[tuple[date, int]]:
    """How many of some *kinds* there are of each day, the first day first."""
    return sorted(Counter(day for kind, day in found if kind in kinds).items())
