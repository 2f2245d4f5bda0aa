"""People: who they are, and their order in the rail."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from careerdesk.data.mapping import instant
from careerdesk.data.queries import people as queries
from careerdesk.data.store import Store
from careerdesk.domain import cadence, ranks
from careerdesk.domain.errors import InvalidInput, NotFound
from careerdesk.domain.moments import local_of
from careerdesk.domain.names import clean_name, folded, split_name
from careerdesk.domain.parts import LOOKING, WRITING, Part, Parts, cut, through
from careerdesk.domain.records import Person, PersonStatus
from careerdesk.domain.repeats import MOST_WEEKS
from careerdesk.domain.rhythm import MOST_DAYS, Rhythm
from careerdesk.domain.standing import is_here, leave_ended
from careerdesk.domain.text import LINE_LIMIT, clean
from careerdesk.domain.views import Attention, PersonRow
from careerdesk.i18n import N_, tr

PLACE = "people"
USUAL = Rhythm()
_LEAVE = {"leave_from", "leave_until"}


def rail(store: Store, today: date) -> list[PersonRow]:
    """Everyone who is not archived, in the order of the rail, with the next check-in.

    Title and level are those of *today*, while others may be to come.
    """
    return through(rail_in_parts(store, today))


def rail_in_parts(store: Store, today: date) -> Parts[list[PersonRow]]:
    """As `rail`, in parts."""
    wanted = [key for key, _rank in store.read(queries.order)]
    rows: list[PersonRow] = []
    for some in cut(wanted):
        times = store.read(queries.check_in_times, today, some)
        rows += [_row(one, times[one.id], today) for one in store.read(queries.some, some)]
        yield Part(LOOKING, len(rows), len(wanted))
    return rows


def without_check_ins(store: Store, today: date) -> list[int]:
    """The ids of those at work with whom there was no check-in ever and none is planned.

    They come as the rail has them; their records are not read, as after a table they may be many.
    """
    return [
        key
        for key, active in store.read(queries.without_check_ins)
        if active or is_here(store.get(Person, key), today)
    ]


def some(store: Store, wanted: Sequence[int]) -> list[Person]:
    """The people of these ids, in this order; anyone who is not there is left out."""
    return store.read(queries.some, wanted)


def _row(person: Person, times: Sequence[object], today: date) -> PersonRow:
    held, planned, running, late_promise, offset, still = times
    if still:
        title, level = json.loads(str(still))
        person = replace(person, title=title, level=level)
    last = _local_day(held, offset)
    next_at = instant(str(planned)) if planned else None
    planned_on = _local_day(planned)
    attention = []
    if late_promise:
        attention.append(Attention.PROMISE_LATE)
    if cadence.overdue(person, last, planned_on, today) and not running:
        attention.append(Attention.CHECK_IN_LATE)
    due = cadence.next_check_in(person, last, planned_on, today)
    return PersonRow(person, due, next_at, bool(running), tuple(attention))


def _local_day(moment: object, offset: object = None) -> date | None:
    if not moment:
        return None
    return local_of(instant(str(moment)), offset if isinstance(offset, int) else None).date()


def archived(store: Store) -> list[Person]:
    """The archived people, the last one first."""
    return store.read(queries.archived)


def everyone(store: Store) -> list[Person]:
    """All people, archived ones last."""
    return store.read(queries.everyone)


def get(store: Store, person_id: int) -> Person:
    """One person; raises `NotFound`."""
    return store.get(Person, person_id)


def add(store: Store, name: str, *, rhythm: Rhythm = USUAL, origin: object = None) -> Person:
    """Add a person at the end of the rail; raises `InvalidInput` for an empty or long name."""
    return add_many(store, [name], rhythm=rhythm, origin=origin)[0]


def add_many(
    store: Store, names: Iterable[str], *, rhythm: Rhythm = USUAL, origin: object = None
) -> list[Person]:
    """Add people at the end of the rail in one step, with check-ins as often as *rhythm* says."""
    cleaned = [split_name(clean_name(name)) for name in names]
    with store.edit(tr("Add person"), origin=origin, place=PLACE) as tx:
        last = tx.read(queries.last_rank)
        added = []
        for given, family in cleaned:
            last = ranks.at_end(last)
            person = Person(
                given_name=given, family_name=family, rank=last,
                cadence_days=rhythm.cadence_days, career_weeks=rhythm.career_weeks,
            )  # fmt: skip
            added.append(tx.add(person))
    return added


def change(
    store: Store,
    person_id: int,
    *,
    today: date | None = None,
    merge: str = "",
    origin: object = None,
    **fields: object,
) -> None:
    """Set fields of a person; raises `InvalidInput` for a value that cannot be.

    With *today*, anyone who goes on leave without a first day is on leave from then; of anyone who
    is at work again a leave without an end is over, and the repeat goes on.
    """
    checked = {name: _checked(name, value) for name, value in fields.items()}
    with store.edit(
        tr("Edit person"), origin=origin, merge=merge, person_id=person_id, place=PLACE
    ) as tx:
        known = tx.get(Person, person_id)
        if today is not None:
            days = _begun_leave(known, today, checked) | _ended_leave(known, today, checked)
            checked = days | checked
        person = replace(known, **checked)  # type: ignore[arg-type]
        clean_name(person.full_name)
        if not checked.keys().isdisjoint(_LEAVE):
            from careerdesk.services import leave

            leave.check(person.leave_from, person.leave_until)
        tx.change(Person, person_id, **checked)
        if today is not None and _is_here_again(known, person):
            from careerdesk.services import repeating

            repeating.resume(tx, person_id, today)


def _is_here_again(before: Person, now: Person) -> bool:
    active = PersonStatus.ACTIVE
    return now.status is active is not before.status


def _begun_leave(known: Person, today: date, fields: dict[str, object]) -> dict[str, object]:
    """The first day of a leave that begins by these fields; days of an earlier one go."""
    begins = fields.get("status") is PersonStatus.ON_LEAVE
    if not begins or known.status is PersonStatus.ON_LEAVE:
        return {}
    if known.leave_until is not None and known.leave_until < today:
        return {"leave_from": today, "leave_until": None}
    return {"leave_from": known.leave_from or today}


def _ended_leave(known: Person, today: date, fields: dict[str, object]) -> dict[str, object]:
    """The days of a leave that no day ended: it would count for as long as they are at work."""
    back = fields.get("status") is PersonStatus.ACTIVE is not known.status
    if not back or known.leave_from is None or known.leave_until is not None:
        return {}
    first, last = leave_ended(known, today)
    return {"leave_from": first, "leave_until": last}


def _checked(name: str, value: object) -> object:
    if isinstance(value, str) and type(value) is str:
        limit = 10_000 if name in {"recognition", "feedback_style"} else LINE_LIMIT
        text = clean(value).strip() if limit == LINE_LIMIT else clean(value)
        if len(text) > limit:
            raise InvalidInput(
                N_("This text is too long. The limit is {limit} characters."), limit=limit
            )
        return text
    if name in {"cadence_days", "longest_gap_days"} and not _fits(value, MOST_DAYS):
        raise InvalidInput(N_("Choose a number of days between 1 and 365."))
    if name == "career_weeks" and not _fits(value, MOST_WEEKS):
        raise InvalidInput(N_("Choose a number of weeks between 1 and {n}."), n=MOST_WEEKS)
    return value


def _fits(value: object, most: int) -> bool:
    return isinstance(value, int) and 1 <= value <= most


def archive(store: Store, person_id: int, on: date, *, origin: object = None) -> None:
    """Take a person out of the rail; nothing is deleted."""
    with store.edit(tr("Archive person"), origin=origin, person_id=person_id, place=PLACE) as tx:
        tx.change(Person, person_id, archived_on=on)


def restore(
    store: Store, person_id: int, *, today: date | None = None, origin: object = None
) -> None:
    """Put an archived person back, at the end of the rail; with *today* their repeat goes on."""
    with store.edit(tr("Restore person"), origin=origin, person_id=person_id, place=PLACE) as tx:
        rank = ranks.at_end(tx.read(queries.last_rank))
        tx.change(Person, person_id, archived_on=None, rank=rank)
        if today is not None:
            from careerdesk.services import repeating

            repeating.resume(tx, person_id, today)


def remove(store: Store, person_id: int, *, origin: object = None) -> None:
    """Delete a person and everything about them; undo brings all of it back."""
    through(removing(store, person_id, origin=origin))


def removing(store: Store, person_id: int, *, origin: object = None) -> Parts[None]:
    """As `remove`, in parts: nobody hears of it before the last, and closed early all are there."""
    with store.edit(tr("Delete person"), origin=origin, person_id=person_id, place=PLACE) as tx:
        yield from tx.trashing(Person, person_id)
        yield Part(WRITING, 1, 1)  # the commit has a turn of its own


def move(store: Store, ids: Sequence[int], before_id: int | None, *, origin: object = None) -> None:
    """Put people in front of another in the rail (None: at the end)."""
    if not ids:
        return
    with store.edit(tr("Move person"), origin=origin, person_id=ids[0], place=PLACE) as tx:
        for key, rank in ranks.moved(tx.read(queries.order), ids, before_id).items():
            tx.change(Person, key, rank=rank)


def find(store: Store, words: str) -> Person:
    """The one person that *words* name: an id, an email, a name or a part of one, in any script.

    An id is the external one or that of the record, such as `people --json` lists it; one that
    is both of different people is refused, as `no. 3` is not. Raises `NotFound` with the candidates
    where there is none or more than one.
    """
    people = everyone(store)
    wanted = folded(words)
    for match, typed in (
        (_is_numbered, wanted), (_is_exactly, wanted), (_is_named, wanted), (_holds, wanted),
        (_holds_in_another_script, words),
    ):  # fmt: skip
        found = [person for person in people if match(person, typed)]
        if len(found) == 1:
            return found[0]
        if found:
            raise _ambiguous(words, found)
    if not people:
        raise NotFound(
            N_("There is no one named {words}. No people have been added yet."), words=words
        )
    names = ", ".join(person.name for person in people)
    if not wanted:
        raise NotFound(N_("No name was given. Choose one of these people: {names}."), names=names)
    raise NotFound(
        N_("There is no one named {words}. Choose one of these people: {names}."),
        words=words,
        names=names,
    )


def _is_numbered(person: Person, wanted: str) -> bool:
    return wanted in {f"no. {person.id}", f"no.{person.id}"}


def _is_exactly(person: Person, wanted: str) -> bool:
    known = {folded(person.external_id), folded(person.email), str(person.id)}
    return wanted in known - {""}


def _is_named(person: Person, wanted: str) -> bool:
    names = {folded(person.name), folded(person.full_name), folded(person.short_name)}
    return wanted in names - {""}


def _holds(person: Person, wanted: str) -> bool:
    return bool(wanted) and wanted in folded(f"{person.name} {person.full_name}")


def _holds_in_another_script(person: Person, words: str) -> bool:
    """As a search finds it: a keyboard has one script, and a team may have several."""
    from careerdesk.domain.search.folding import holds

    return holds(f"{person.name} {person.full_name}", words)


def _ambiguous(words: str, found: Sequence[Person]) -> NotFound:
    names = ", ".join(
        f"{person.name} ({person.external_id or person.email or f'no. {person.id}'})"
        for person in found
    )
    return NotFound(
        N_("{words} matches several people: {names}. Choose one."), words=words, names=names
    )
