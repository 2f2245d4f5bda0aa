"""What a person is and was called, and on which level: new from a day on, and corrected."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from careerdesk.data.queries import roles as queries
from careerdesk.data.store import Store
from careerdesk.domain import roles
from careerdesk.domain.errors import InvalidInput
from careerdesk.domain.records import PastRole, Person
from careerdesk.domain.roles import Role
from careerdesk.domain.text import clean_short
from careerdesk.i18n import N_, tr

if TYPE_CHECKING:
    from careerdesk.data.transaction import Transaction

__all__ = [
    "Role", "add", "as_of", "begin", "begin_within", "change", "check_since", "check_until",
    "history", "keep_before", "on", "past", "remove",
]  # fmt: skip

_CALLED = {"title": N_("title"), "level": N_("level"), "since": N_("day")}
PLACE = "people"
FIELDS = frozenset({"until", "title", "level"})


def history(store: Store, person_id: int) -> list[Role]:
    """Every title and level of a person, the newest first; raises `NotFound`."""
    person = store.get(Person, person_id)
    return roles.history(person, past(store, person_id))


def past(store: Store, person_id: int) -> list[PastRole]:
    """The earlier titles and levels of a person, the oldest first."""
    return store.read(queries.past, person_id)


def on(store: Store, person_id: int, day: date) -> Role:
    """The title and level that a person had, or is to have, on a day; raises `NotFound`."""
    return roles.role_on(history(store, person_id), day)


def as_of(store: Store, person_id: int, day: date) -> Person:
    """A person with the title and level of a day; raises `NotFound`."""
    person = store.get(Person, person_id)
    role = roles.role_on(roles.history(person, past(store, person_id)), day)
    return replace(person, title=role.title, level=role.level)


def begin(
    store: Store,
    person_id: int,
    since: date,
    today: date,
    *,
    title: str | None = None,
    level: str | None = None,
    origin: object = None,
) -> None:
    """Give a person another title or level from a day on; None leaves one as it is.

    Until a day that is still to come, the ones of before hold. Two from the same day: the second
    takes the place of the first, as nobody had that for a day; so it is from the first day at
    work on. Raises `InvalidInput` for a day before the start or before the latest change.
    """
    with store.edit(
        tr("New title and level"), origin=origin, person_id=person_id, place=PLACE
    ) as tx:
        begin_within(tx, person_id, since, today, title=title, level=level)


def begin_within(
    tx: Transaction,
    person_id: int,
    since: date,
    today: date,
    *,
    title: str | None = None,
    level: str | None = None,
    promoted: bool = False,
) -> None:
    """As `begin`, within an edit; where they were *promoted*, the day is noted as that too."""
    person = tx.get(Person, person_id)
    known = roles.history(person, tx.read(queries.past, person_id))
    fields: dict[str, object] = {
        name: clean_short(words, _CALLED[name])
        for name, words in (("title", title), ("level", level))
        if words is not None
    }
    roles.check_begins(person, known, since, today)
    if all(getattr(person, name) == words for name, words in fields.items()):
        raise InvalidInput(
            N_("{name} already has this title and level. Enter a different one."),
            name=person.short_name,
        )
    if since != (known[0].since or person.start_date):
        tx.add(PastRole(person_id=person_id, until=since, title=person.title, level=person.level))
    tx.change(Person, person_id, **fields, **({"last_promotion": since} if promoted else {}))


def add(
    store: Store,
    person_id: int,
    until: date,
    today: date,
    *,
    title: str = "",
    level: str = "",
    origin: object = None,
) -> PastRole:
    """Note what a person was called before a day, and on which level.

    Raises `InvalidInput` without words, for a day before which nothing was, and for one that
    ends another entry already.
    """
    title, level = _words(title, level)
    with store.edit(
        tr("Add earlier title and level"), origin=origin, person_id=person_id, place=PLACE
    ) as tx:
        person = tx.get(Person, person_id)
        roles.check_ended(person, tx.read(queries.past, person_id), until, today)
        return tx.add(PastRole(person_id=person_id, until=until, title=title, level=level))


def keep_before(
    store: Store,
    person_id: int,
    since: date,
    today: date,
    *,
    title: str = "",
    level: str = "",
    origin: object = None,
) -> PastRole:
    """Note that the present title and level are new *since* a day; before, these held.

    So a correction becomes a step of the history. Until a day that is still to come, what was
    before holds. Raises `InvalidInput` as `add` does, and for a day before the latest change.
    """
    title, level = _words(title, level)
    with store.edit(
        tr("New title and level"), origin=origin, person_id=person_id, place=PLACE
    ) as tx:
        _check_since(tx.get(Person, person_id), tx.read(queries.past, person_id), since, today)
        return tx.add(PastRole(person_id=person_id, until=since, title=title, level=level))


def check_since(store: Store, person_id: int, since: date, today: date) -> None:
    """Raise `InvalidInput` for a day since which nothing can be new."""
    _check_since(store.get(Person, person_id), past(store, person_id), since, today)


def check_until(
    store: Store, person_id: int, until: date, today: date, *, past_id: int = 0
) -> None:
    """Raise `InvalidInput` for a day before which nothing can have ended.

    *past_id* is the entry whose day it is, 0 for a new one.
    """
    others = (one for one in past(store, person_id) if one.id != past_id)
    roles.check_ended(store.get(Person, person_id), others, until, today)


def _check_since(person: Person, known: Sequence[PastRole], since: date, today: date) -> None:
    roles.check_begins(person, roles.history(person, known), since, today)
    roles.check_ended(person, known, since, today)


def _words(title: str, level: str) -> tuple[str, str]:
    words = clean_short(title, N_("title")), clean_short(level, N_("level"))
    if not any(words):
        raise InvalidInput(N_("Enter the title or level first."))
    return words


def change(
    store: Store,
    past_id: int,
    today: date,
    *,
    merge: str = "",
    origin: object = None,
    **fields: object,
) -> None:
    """Correct words or day of an earlier title and level; their order follows from the days.

    A promotion that was noted for the day that changes is then of the other day. Raises
    `InvalidInput` where neither a title nor a level would be left.
    """
    if not fields.keys() <= FIELDS:
        raise TypeError(f"not to be written here: {fields.keys() - FIELDS}")
    for name in fields.keys() - {"until"}:
        fields[name] = clean_short(str(fields[name]), _CALLED[name])
    known = store.get(PastRole, past_id)
    if fields.keys() & {"title", "level"}:
        _words(str(fields.get("title", known.title)), str(fields.get("level", known.level)))
    with store.edit(
        tr("Edit earlier title and level"), origin=origin, merge=merge, person_id=known.person_id,
        place=PLACE,
    ) as tx:  # fmt: skip
        until = fields.get("until", known.until)
        if isinstance(until, date) and until != known.until:
            person = tx.get(Person, known.person_id)
            every = tx.read(queries.past, known.person_id)
            roles.check_ended(person, (one for one in every if one.id != past_id), until, today)
            if person.last_promotion == known.until:
                tx.change(Person, person.id, last_promotion=until)
        tx.change(PastRole, past_id, **fields)


def remove(store: Store, past_id: int, *, origin: object = None) -> None:
    """Delete an earlier title and level: what came after it is then said of its time too."""
    known = store.get(PastRole, past_id)
    with store.edit(
        tr("Delete earlier title and level"), origin=origin, person_id=known.person_id, place=PLACE
    ) as tx:
        tx.trash(PastRole, [past_id], known.person_id)
