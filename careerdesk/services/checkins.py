"""Check-ins: check-ins, what they are about, and what was promised in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from careerdesk.data.changes import Whose
from careerdesk.data.queries import checkins as queries
from careerdesk.data.queries import handing_over as handed_queries
from careerdesk.data.store import Store
from careerdesk.domain import brief, cadence, moments, ranks
from careerdesk.domain.check_ins_around import next_of
from careerdesk.domain.errors import InvalidInput
from careerdesk.domain.feedback import Feedback
from careerdesk.domain.loop import HandedOver, HandedOverKind, KeyResultValue
from careerdesk.domain.records import (
    AgendaItem,
    CheckIn,
    CheckInKind,
    CheckInState,
    LookedAhead,
    Owner,
    Person,
    Promise,
)
from careerdesk.domain.text import clean_line, clean_note
from careerdesk.domain.views import CheckInLine, Temperature
from careerdesk.i18n import N_, tr, trn
from careerdesk.services.repeating import go_on

if TYPE_CHECKING:
    from careerdesk.data.transaction import Transaction
    from careerdesk.domain.charts import CheckInFact
    from careerdesk.domain.history import FullCheckIn, Wanted

__all__ = ["CheckInLine", "Temperature"]

PLACE = "check-ins"
MOST_MINUTES = 24 * 60
_MINUTES = frozenset({"minutes", "forward_minutes"})


def running(store: Store, person_id: int) -> CheckIn | None:
    """The check-in that is going on with a person."""
    found = store.read(queries.in_state, person_id, CheckInState.RUNNING)
    return found[0] if found else None


def get(store: Store, checkin_id: int) -> CheckIn:
    """One check-in; raises `NotFound`."""
    return store.get(CheckIn, checkin_id)


def every_running(store: Store) -> list[tuple[Person, CheckIn]]:
    """The check-ins that are going on with anybody who is not archived, the earliest first."""
    found = store.read(queries.every_running)
    return [(store.get(Person, check_in.person_id), check_in) for check_in in found]


def ever_sensed(store: Store) -> bool:
    """Whether a temperature was ever sensed, with anybody."""
    return store.read(queries.ever_sensed)


def planned(store: Store, person_id: int) -> list[CheckIn]:
    """The check-ins that are planned, the earliest first; those that were missed are among them."""
    return store.read(queries.in_state, person_id, CheckInState.PLANNED)


def next_planned(store: Store, person_id: int, today: date) -> CheckIn | None:
    """The next check-in that is planned for *today* or later, else the last one that was missed."""
    return next_of(planned(store, person_id), today)


def last_held(store: Store, person_id: int) -> CheckIn | None:
    """The last check-in that took place."""
    return store.read(queries.last_held, person_id)


def start(
    store: Store,
    person_id: int,
    at: datetime,
    kind: CheckInKind = CheckInKind.ONE_ON_ONE,
    *,
    checkin_id: int = 0,
    origin: object = None,
) -> CheckIn:
    """Begin a check-in: the one that is running goes on, else a planned one is taken.

    That is *checkin_id*, else the one of this day that lies nearest, else the last that was
    missed. The moment that was agreed for this day stays; one of another day becomes *at*.
    """
    going = running(store, person_id)
    if going:
        return going
    state, offset = CheckInState.RUNNING, moments.utc_offset_here(at)
    due = _to_start(planned(store, person_id), at, checkin_id)
    with store.edit(tr("Start check-in"), origin=origin, person_id=person_id, place=PLACE) as tx:
        if due is None:
            return tx.add(
                CheckIn(
                    person_id=person_id, kind=kind, state=state, starts_at=at, started_at=at,
                    utc_offset=offset,
                )
            )  # fmt: skip
        agreed = moments.day(due) == at.astimezone().date()
        tx.change(
            CheckIn, due.id, state=state, started_at=at, utc_offset=offset,
            starts_at=due.starts_at if agreed else at,
        )  # fmt: skip
        return tx.get(CheckIn, due.id)


def _to_start(found: Sequence[CheckIn], at: datetime, checkin_id: int) -> CheckIn | None:
    if checkin_id:
        return next((check_in for check_in in found if check_in.id == checkin_id), None)
    day = at.astimezone().date()
    of_today = [check_in for check_in in found if moments.day(check_in) == day]
    if of_today:
        return min(of_today, key=lambda check_in: abs(check_in.starts_at - at))
    return next((check_in for check_in in reversed(found) if moments.day(check_in) < day), None)


def write(
    store: Store, checkin_id: int, *, merge: str = "", origin: object = None, **fields: object
) -> None:
    """Set fields of a check-in; typing into one field is one step.

    No more minutes look forward than the check-in has.
    """
    checked = {name: _checked(name, value) for name, value in fields.items()}
    if not _MINUTES.isdisjoint(checked):
        check_in = store.get(CheckIn, checkin_id)
        checked |= _capped(replace(check_in, **checked))  # type: ignore[arg-type]
    with store.edit(
        tr("Edit check-in"), origin=origin, merge=merge, person_id=Whose.CHANGED, place=PLACE
    ) as tx:
        tx.change(CheckIn, checkin_id, **checked)


def _capped(check_in: CheckIn) -> dict[str, int]:
    """The forward minutes of a check-in, where a change of its minutes made them too many."""
    minutes, forward = check_in.minutes, check_in.forward_minutes
    if minutes is None or forward is None:
        return {}
    return {"forward_minutes": minutes} if forward > minutes else {}


def check_minutes(value: object) -> None:
    """Raise `InvalidInput` for what is no length of a check-in; None is one that is not known."""
    if value is not None and not (isinstance(value, int) and 0 <= value <= MOST_MINUTES):
        raise InvalidInput(N_("Choose a number of minutes between 0 and 1440."))


def _checked(name: str, value: object) -> object:
    if name in _MINUTES:
        check_minutes(value)
    if name in {"said", "sensed"} and value is not None and value not in range(-2, 3):
        raise InvalidInput(N_("Choose a temperature between −2 and +2."))
    return clean_note(value) if type(value) is str else value


def finish(
    store: Store,
    checkin_id: int,
    at: datetime,
    next_at: datetime | None = None,
    *,
    looked_ahead: LookedAhead | None = None,
    now: datetime | None = None,
    origin: object = None,
) -> None:
    """End a check-in: it is held, what is still open is carried over, and the next one is planned.

    The next one is that of *next_at* and that of the repeat the check-in was of, which is after
    *now*, where it is later than *at* that the end is said. A check-in held already stays as
    it is.
    """
    check_in = store.get(CheckIn, checkin_id)
    if check_in.state is CheckInState.HELD:
        return  # a second click must not carry everything over again
    with store.edit(
        tr("Finish check-in"), origin=origin, person_id=check_in.person_id, place=PLACE
    ) as tx:
        if check_in.kind is not CheckInKind.CAREER:  # which has no agenda: its points wait
            _carry_agenda(tx, check_in)
        tx.change(
            CheckIn, checkin_id, state=CheckInState.HELD, forward_since=None,
            minutes=cadence.minutes_of(check_in, at), forward_minutes=_forward(check_in, at),
            looked_ahead=looked_ahead or check_in.looked_ahead,
        )  # fmt: skip
        go_on(tx, check_in, now or at)
        if next_at is not None:
            tx.add(CheckIn(person_id=check_in.person_id, starts_at=next_at))


def _forward(check_in: CheckIn, at: datetime) -> int | None:
    """The minutes that looked forward, of a check-in in which they were counted."""
    counted = check_in.forward_minutes is not None or check_in.forward_since is not None
    return cadence.forward_minutes_of(check_in, at) if counted else None


def _carry_agenda(tx: Transaction, check_in: CheckIn) -> None:
    """Count the check-in on what is still open, and bring back what repeats."""
    items = tx.read(queries.agenda_at_end, check_in.person_id, check_in.id)
    for item in items:
        if item.covered_on is None:
            tx.change(AgendaItem, item.id, carried=item.carried + 1)
    bring_back(tx, items, check_in.id)


def bring_back(tx: Transaction, items: Sequence[AgendaItem], checkin_id: int) -> None:
    """Put what repeats and was ticked by the end of a check-in on the agenda again.

    *items* are those of `agenda_at_end`. What was ticked before it, in no check-in, is of this
    one, unless it is there again.
    """
    there = {item.text for item in items if item.covered_on is None or item.covered_in is not None}
    for item in items:
        if item.covered_on is None or (item.covered_in is None and item.text in there):
            continue
        if item.repeating:
            there.add(item.text)
            if item.covered_in is None:
                tx.change(AgendaItem, item.id, covered_in=checkin_id)
            tx.add(replace(item, id=0, uid="", carried=0, covered_on=None, covered_in=None))


def cancel(
    store: Store,
    checkin_id: int,
    state: CheckInState = CheckInState.CANCELLED,
    *,
    origin: object = None,
) -> None:
    """Note that a check-in did not take place; what it had covered is open again."""
    check_in = store.get(CheckIn, checkin_id)
    with store.edit(
        tr("Cancel check-in"), origin=origin, person_id=check_in.person_id, place=PLACE
    ) as tx:
        tx.change(CheckIn, checkin_id, state=state, forward_since=None)
        go_on(tx, check_in, store.now())
        for item in tx.read(queries.covered, checkin_id):
            tx.change(AgendaItem, item.id, covered_on=None, covered_in=None)


def remove(store: Store, ids: Sequence[int], *, origin: object = None) -> None:
    """Delete check-ins; promises and agenda items stay, and a repeat goes on without them.

    So does a letter that was sent before one: what it asked may still be answered.
    What one that is running had covered is open again: nothing came of it.
    What was noted down in a career conversation stays as well, and is no evidence without it.
    """
    if not ids:
        return
    check_ins = [store.get(CheckIn, one) for one in ids]
    person_id = check_ins[0].person_id
    step = trn("Delete check-in", "Delete check-ins", len(ids))
    with store.edit(step, origin=origin, person_id=person_id, place=PLACE) as tx:
        for check_in in check_ins:
            if check_in.kind is CheckInKind.CAREER:
                _keep_out(tx, check_in.id)
            if check_in.state is CheckInState.RUNNING:
                for item in tx.read(queries.covered, check_in.id):
                    tx.change(AgendaItem, item.id, covered_on=None)  # where, the trash knows
            letters = tx.read(handed_queries.of_checkin, HandedOverKind.QUESTIONS, check_in.id)
            staying = [(HandedOver, one.id, "checkin_id") for one in letters]
            tx.trash_together(CheckIn, [check_in.id], person_id, staying=staying)
        for check_in in check_ins:
            if check_in.state in {CheckInState.PLANNED, CheckInState.RUNNING}:
                go_on(tx, check_in, store.now())


def _keep_out(tx: Transaction, checkin_id: int) -> None:
    for kind in (KeyResultValue, Feedback):
        for key in tx.read(queries.noted_in, kind, checkin_id):
            tx.change(kind, key, of_career=True)


def history(
    store: Store, person_id: int, *, before: tuple[str, int] | None = None, limit: int = 100
) -> list[CheckInLine]:
    """A page of past check-ins, the newest first; *before* is `next_page` of the last row."""
    return store.read(queries.history, person_id, before, limit)


def find(
    store: Store,
    person_id: int,
    look: Wanted,
    *,
    before: tuple[str, int] | None = None,
    limit: int = 100,
) -> list[FullCheckIn]:
    """A page of the past check-ins that are looked for, the newest first."""
    from careerdesk.data.queries import history as searching

    return store.read(searching.found, person_id, look, before, limit)


def next_page(row: CheckInLine) -> tuple[str, int]:
    """Where the page after *row* begins."""
    return queries.page_key(row)


def temperatures(store: Store, person_id: int, limit: int = 12) -> tuple[Temperature, ...]:
    """How the last check-ins felt, the oldest first."""
    return store.read(queries.temperatures, person_id, limit)


def check_in_facts(store: Store, person_id: int, today: date) -> list[CheckInFact]:
    """What the charts show of the check-ins held in the last twelve months, the oldest first."""
    from careerdesk.domain.charts import first_month

    begin = moments.midnight(first_month(today))
    return store.read(queries.facts, person_id, begin)


def planned_between(store: Store, after: datetime, until: datetime) -> list[datetime]:
    """When the planned check-ins of all people begin, after one moment and up to another."""
    return store.read(queries.planned_between, after, until)


def agenda(store: Store, person_id: int) -> list[AgendaItem]:
    """The open points, and those that the running check-in has covered, in their order."""
    going = running(store, person_id)
    return agenda_of(store, person_id, going.id if going else None)


def agenda_of(store: Store, person_id: int, going_id: int | None) -> list[AgendaItem]:
    """As `agenda`, for anyone who knows the id of the running check-in."""
    return store.read(queries.agenda, person_id, going_id)


def add_agenda(
    store: Store,
    person_id: int,
    text: str,
    *,
    owner: Owner = Owner.ME,
    private: bool = False,
    repeating: bool = False,
    question_id: int | None = None,
    origin: object = None,
) -> AgendaItem:
    """Put a point on the agenda of the next check-in; one may ask a question of the bank."""
    return add_agenda_points(
        store, person_id, [text], owner=owner, private=private, repeating=repeating,
        question_id=question_id, origin=origin,
    )[0]  # fmt: skip


def add_agenda_points(
    store: Store,
    person_id: int,
    texts: Iterable[str],
    *,
    owner: Owner = Owner.ME,
    private: bool = False,
    repeating: bool = False,
    question_id: int | None = None,
    origin: object = None,
) -> list[AgendaItem]:
    """Put points on the agenda of the next check-in, in one step."""
    cleaned = [clean_line(text, N_("agenda item"), 2000) for text in texts]
    step = trn("Add item", "Add items", len(cleaned))
    with store.edit(step, origin=origin, person_id=person_id, place="prepare") as tx:
        rank = tx.read(queries.last_agenda_rank, person_id)
        added = []
        for text in cleaned:
            rank = ranks.at_end(rank)
            point = AgendaItem(
                person_id=person_id, text=text, owner=owner, private=private,
                repeating=repeating, question_id=question_id, rank=rank,
            )  # fmt: skip
            added.append(tx.add(point))
    return added


def change_agenda(store: Store, item_id: int, *, origin: object = None, **fields: object) -> None:
    """Set fields of a point."""
    if "text" in fields:
        fields["text"] = clean_line(str(fields["text"]), N_("agenda item"), 2000)
    with store.edit(tr("Edit item"), origin=origin, person_id=Whose.CHANGED, place="prepare") as tx:
        tx.change(AgendaItem, item_id, **fields)


def remove_agenda(store: Store, ids: Sequence[int], *, origin: object = None) -> None:
    """Delete points."""
    if not ids:
        return
    person_id = store.get(AgendaItem, ids[0]).person_id
    step = trn("Delete item", "Delete items", len(ids))
    with store.edit(step, origin=origin, person_id=person_id, place="prepare") as tx:
        tx.trash(AgendaItem, ids, person_id)


def promises(store: Store, person_id: int, *, open_only: bool = True) -> list[Promise]:
    """Promises: mine first, then theirs, each by due date; kept ones last if asked for."""
    found = store.read(queries.promises, person_id, open_only=open_only)
    kept = [promise for promise in found if promise.done_on]
    kept.sort(key=lambda promise: (promise.done_on or date.min, promise.id), reverse=True)
    return [*brief.due_promises(found), *kept]


def promises_of(store: Store, checkin_id: int) -> list[Promise]:
    """The promises that were made in a check-in."""
    return store.read(queries.made_in, checkin_id)


def covered_in(store: Store, checkin_id: int) -> list[AgendaItem]:
    """The points that a check-in covered."""
    return store.read(queries.covered, checkin_id)


def add_promise(
    store: Store,
    person_id: int,
    text: str,
    *,
    owner: Owner = Owner.ME,
    due_on: date | None = None,
    made_in: int | None = None,
    origin: object = None,
) -> Promise:
    """Note a promise."""
    return add_promises(
        store, person_id, [text], owner=owner, due_on=due_on, made_in=made_in, origin=origin
    )[0]


def add_promises(
    store: Store,
    person_id: int,
    texts: Iterable[str],
    *,
    owner: Owner = Owner.ME,
    due_on: date | None = None,
    made_in: int | None = None,
    origin: object = None,
) -> list[Promise]:
    """Note promises, in one step: all of them, or none."""
    made = [
        Promise(
            person_id=person_id, text=clean_line(text, N_("promise"), 2000), owner=owner,
            due_on=due_on, made_in=made_in,
        )
        for text in texts
    ]  # fmt: skip
    step = trn("Add promise", "Add promises", len(made))
    with store.edit(step, origin=origin, person_id=person_id, place=PLACE) as tx:
        return [tx.add(promise) for promise in made]


def change_promise(
    store: Store, promise_id: int, *, origin: object = None, **fields: object
) -> None:
    """Set fields of a promise."""
    if "text" in fields:
        fields["text"] = clean_line(str(fields["text"]), N_("promise"), 2000)
    with store.edit(tr("Edit promise"), origin=origin, person_id=Whose.CHANGED, place=PLACE) as tx:
        tx.change(Promise, promise_id, **fields)


def tick_promise(store: Store, promise_id: int, on: date | None, *, origin: object = None) -> None:
    """Mark a promise as kept (None: it is open again)."""
    with store.edit(
        tr("Tick off promise"), origin=origin, person_id=Whose.CHANGED, place=PLACE
    ) as tx:
        tx.change(Promise, promise_id, done_on=on)


def remove_promises(store: Store, ids: Sequence[int], *, origin: object = None) -> None:
    """Delete promises."""
    if not ids:
        return
    person_id = store.get(Promise, ids[0]).person_id
    step = trn("Delete promise", "Delete promises", len(ids))
    with store.edit(step, origin=origin, person_id=person_id, place=PLACE) as tx:
        tx.trash(Promise, ids, person_id)
