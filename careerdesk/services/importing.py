"""Bringing people in from a table (CSV): read, previewed row by row, stored in one step."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from enum import StrEnum
from operator import attrgetter
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from careerdesk.data.queries import people as queries
from careerdesk.data.queries import roles as role_queries
from careerdesk.data.store import Store
from careerdesk.dataclass import dataclass
from careerdesk.domain import ranks
from careerdesk.domain.backups import Why
from careerdesk.domain.names import folded
from careerdesk.domain.parts import LOOKING, WRITING, Part, Parts, cut, through
from careerdesk.domain.records import Person, PersonStatus
from careerdesk.domain.remarks import NOTHING, Remark
from careerdesk.domain.rhythm import Rhythm
from careerdesk.domain.roster import Roster, RosterEntry
from careerdesk.domain.roster_changes import Told, fresh, stays_off, told
from careerdesk.i18n import N_
from careerdesk.services import backups, people, repeating
from careerdesk.services.roster_file import load, read_roster, reading
from careerdesk.services.roster_matching import Known, loosely

if TYPE_CHECKING:
    from careerdesk.data.transaction import Transaction

__all__ = [
    "ImportResult",
    "RosterRow",
    "RowOutcome",
    "apply",
    "applying",
    "bringing",
    "load",
    "preview",
    "previewing",
    "read_roster",
    "reading",
]  # fmt: skip

STEP = N_("Import people")

TWICE = Remark.of(N_("This row appears twice."))
SAME_NAMES = Remark.of(N_("Several people have this name."))
GONE = Remark.of(N_("No longer with the company."))
LONE = Remark.of(N_("Only one cell in this row is filled in, so it can't be a person."))


Reads = Callable[..., Any]
"""Runs a query: `Store.read`, or `Transaction.read` within an edit."""


class RowOutcome(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    UPDATE = "update"
    BACK = "back"
    ARCHIVE = "archive"
    SAME = "same"
    LEFT = "left"
    REFUSED = "refused"


_COMING = frozenset({RowOutcome.NEW, RowOutcome.UPDATE, RowOutcome.BACK, RowOutcome.ARCHIVE})


NOBODY_COMING: Mapping[int, Person] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class RosterRow:
    """A row of the preview: what would be stored, and why (or why not).

    `notes` say what was doubtful in it, `was` the name that a known person had. `offered` rows
    come in only if somebody chooses them.
    """

    line: int
    name: str
    outcome: RowOutcome
    person: Person | None = None
    changes: tuple[str, ...] = ()
    why: Remark = NOTHING
    notes: tuple[Remark, ...] = ()
    was: str = ""
    offered: bool = False

    @property
    def id(self) -> int:
        """The line of the file: its own in the preview."""
        return self.line

    @property
    def comes_in(self) -> bool:
        """Whether the row changes something when it is imported."""
        return self.outcome in _COMING

    @property
    def is_chosen(self) -> bool:
        """Whether the row comes in if nobody says otherwise."""
        return self.comes_in and not self.offered


@dataclass(frozen=True, slots=True)
class ImportResult:
    """How many people were added, changed, archived and brought back."""

    added: int
    changed: int
    archived: int = 0
    back: int = 0


def preview(
    store: Store, roster: Roster, manager: str | None = None, *, today: date | None = None
) -> list[RosterRow]:
    """Each row's outcome, for one manager's reports or (None) for everyone in the table.

    It is judged by the rules of writing: what is said to come in comes in.
    """
    return through(previewing(store, roster, manager, today=today))


def previewing(
    store: Store, roster: Roster, manager: str | None = None, *, today: date | None = None
) -> Parts[list[RosterRow]]:
    """As `preview`, in parts."""
    entries = _reports_of(roster, manager)
    return (yield from _judging(store.read, entries, _day(store, today)))


def previewing_all(
    store: Store, rosters: Iterable[Roster], *, today: date | None = None
) -> Parts[list[list[RosterRow]]]:
    """As `bringing` judges tables: a row may mean somebody who comes in by a table before."""
    day = _day(store, today)
    coming: dict[int, Person] = {}
    judged = []
    for roster in rosters:
        rows = yield from _judging(store.read, roster.entries, day, coming)
        for row in rows:
            if row.is_chosen and row.person is not None:
                known_as = row.person.id or -len(coming) - 1  # below those of any store
                coming[known_as] = replace(row.person, id=known_as)
        judged.append([_without_number(row) for row in rows])
    return judged


def _without_number(row: RosterRow) -> RosterRow:
    """A row as it is told: who is only coming has no id yet."""
    if row.person is None or row.person.id >= 0:
        return row
    return replace(row, person=replace(row.person, id=0))


def _day(store: Store, today: date | None) -> date:
    return today or store.now().astimezone().date()


def _reports_of(roster: Roster, manager: str | None) -> list[RosterEntry]:
    if manager is None:
        return list(roster.entries)
    wanted = folded(manager)
    named = {name for name, _ in roster.managers if folded(name) == wanted}
    return [entry for entry in roster.entries if entry.manager in named]


def _judging(
    read: Reads,
    entries: Sequence[RosterEntry],
    today: date,
    coming: Mapping[int, Person] = NOBODY_COMING,
) -> Parts[list[RosterRow]]:
    """The outcomes of *entries*; *read* gives who is there, as they will be where they are coming.

    *coming* is by the id.
    """
    everyone = Known(entries)
    everyone.add(coming.values())
    there = read(queries.ids)
    for some in cut(there):
        everyone.add(one for one in read(queries.some, some) if one.id not in coming)
        yield Part(LOOKING, 0, max(len(entries), len(there)))
    judge = _Judge(everyone, today, read(role_queries.waiting, there, today))
    judged: list[RosterRow] = []
    # Who came back is there twice: the row of now counts, wherever it stands.
    for few in cut(sorted(entries, key=judge.has_left)):
        judged += map(judge.row, few)
        yield Part(LOOKING, len(judged), len(entries))
    return sorted(judged, key=attrgetter("line"))


class _Judge:
    """Says what becomes of each row, and knows which were there before."""

    def __init__(self, known: Known, today: date, waiting: Mapping[int, tuple[str, str]]) -> None:
        self._known = known
        self._today = today
        self._waiting = waiting
        self._seen: set[str | int] = set()

    def has_left(self, entry: RosterEntry) -> bool:
        """Whether the row is of somebody who left."""
        return entry.has_left(self._today)

    def row(self, entry: RosterEntry) -> RosterRow:
        """The outcome of the next row."""
        if entry.problem:
            return _refused(entry, entry.problem)
        found = self._known.meant_by(entry)
        if why := self._why_not(entry, found):
            return _refused(entry, why)
        return self._compared(entry, found[0]) if found else self._unknown(entry)

    def _why_not(self, entry: RosterEntry, found: Sequence[Person]) -> Remark:
        """Why a row that is understood does not come in, or nothing."""
        if entry.lone and not found:
            return LONE
        if self._twice(*_marks(entry)):
            return TWICE
        if len(found) > 1:
            return SAME_NAMES
        return TWICE if found and self._twice(found[0].id) else NOTHING

    def _twice(self, *marks: str | int) -> bool:
        """Whether another row said one of these before; all of them are noted."""
        known = not self._seen.isdisjoint(marks)
        self._seen.update(marks)
        return known

    def _unknown(self, entry: RosterEntry) -> RosterRow:
        if self.has_left(entry):
            return RosterRow(entry.line, entry.name, RowOutcome.LEFT, why=GONE)
        person, notes = fresh(entry, self._today)
        return RosterRow(entry.line, person.name, RowOutcome.NEW, person, notes=notes)

    def _compared(self, entry: RosterEntry, person: Person) -> RosterRow:
        if self.has_left(entry):
            return self._left(entry, person)
        new = told(person, self._without_title_of_now(entry, person), self._today)
        if person.archived_on is not None:
            return _back(entry, person, new)
        row_outcome = RowOutcome.UPDATE if new.changes else RowOutcome.SAME
        was = person.name if new.person.name != person.name else ""
        return RosterRow(
            entry.line,
            new.person.name,
            row_outcome,
            new.person,
            new.changes,
            notes=new.notes,
            was=was,
        )

    def _without_title_of_now(self, entry: RosterEntry, person: Person) -> RosterEntry:
        """A row that knows only the title of today says nothing of the one that is to come."""
        title, _level = self._waiting.get(person.id, ("", ""))
        return entry._replace(title="") if title and entry.title == title else entry

    def _left(self, entry: RosterEntry, person: Person) -> RosterRow:
        if person.archived_on is not None:
            return RosterRow(entry.line, person.name, RowOutcome.LEFT, person, why=GONE)
        gone, changes = stays_off(person, entry, self._today)
        return RosterRow(entry.line, person.name, RowOutcome.ARCHIVE, gone, changes, why=GONE)


def _marks(entry: RosterEntry) -> list[str]:
    """By what another row is known to say the same."""
    marks = [folded(entry.external_id or entry.email or entry.name)]
    if entry.external_id:
        marks.append(loosely(entry.external_id, entry.name))
    return marks


def _refused(entry: RosterEntry, why: Remark) -> RosterRow:
    return RosterRow(entry.line, entry.name, RowOutcome.REFUSED, why=why)


def _back(entry: RosterEntry, person: Person, new: Told) -> RosterRow:
    """Someone in the archive: back if the row says that they are here again, else if one wants."""
    was = person.name if new.person.name != person.name else ""
    changes = (*new.changes, "archived_on")
    back = replace(new.person, archived_on=None)
    return RosterRow(
        entry.line, back.name, RowOutcome.BACK, back, changes, notes=new.notes, was=was,
        offered=not new.here_again,
    )  # fmt: skip


def apply(
    store: Store,
    rows: Iterable[RosterRow],
    chosen: Collection[int] | None = None,
    *,
    rhythm: Rhythm = people.USUAL,
    origin: object = None,
) -> ImportResult:
    """Store the rows of the *chosen* lines (None: all that are not only offered) in one step.

    New people have check-ins as often as *rhythm* says.
    """
    return through(applying(store, rows, chosen, rhythm=rhythm, origin=origin))


def applying(
    store: Store,
    rows: Iterable[RosterRow],
    chosen: Collection[int] | None = None,
    *,
    rhythm: Rhythm = people.USUAL,
    origin: object = None,
) -> Parts[ImportResult]:
    """As `apply`, in parts: nobody hears of them before the last, and closed early nothing came.

    The store is backed up before that, or nothing comes in.
    """
    wanted = [
        row
        for row in rows
        if (row.is_chosen if chosen is None else row.comes_in and row.line in chosen)
    ]
    if wanted:
        yield from backups.making(store, Why.IMPORT)
    with store.edit(STEP, origin=origin, place=people.PLACE) as tx:
        yield from _storing(tx, wanted, _day(store, None), rhythm)
    counted = Counter(row.outcome for row in wanted)
    return ImportResult(
        counted[RowOutcome.NEW],
        counted[RowOutcome.UPDATE],
        counted[RowOutcome.ARCHIVE],
        counted[RowOutcome.BACK],
    )


def _in_rhythm(row: RosterRow, rhythm: Rhythm) -> RosterRow:
    if rhythm == people.USUAL or row.outcome is not RowOutcome.NEW or row.person is None:
        return row  # a new record has the usual one, and there may be thousands
    days, weeks = rhythm.cadence_days, rhythm.career_weeks
    return replace(row, person=replace(row.person, cadence_days=days, career_weeks=weeks))


def bringing(
    store: Store,
    rosters: Iterable[Roster],
    *,
    rhythm: Rhythm = people.USUAL,
    today: date | None = None,
) -> Parts[list[list[RosterRow]]]:
    """Judge tables one after the other and store what comes in of them, all in one step.

    The store is backed up before that, or nothing comes in. New people have check-ins as often
    as *rhythm* says.
    """
    day = _day(store, today)
    judged = []
    yield from backups.making(store, Why.IMPORT)
    with store.edit(STEP, place=people.PLACE) as tx:
        for roster in rosters:
            rows = yield from _judging(tx.read, roster.entries, day)
            yield from _storing(tx, [row for row in rows if row.is_chosen], day, rhythm)
            judged.append(rows)
    return judged


def _storing(
    tx: Transaction, rows: Sequence[RosterRow], today: date, rhythm: Rhythm
) -> Parts[None]:
    yield Part(WRITING, 0, len(rows))  # how much it is, before anything is done
    last, done = tx.read(queries.last_rank), 0
    for some in cut(rows):
        last = _store(tx, [_in_rhythm(row, rhythm) for row in some], last)
        for row in some:
            if row.person is not None and _is_here_again(row):
                repeating.resume(tx, row.person.id, today)
        tx.catch_up()
        done += len(some)
        yield Part(WRITING, done, len(rows))


def _is_here_again(row: RosterRow) -> bool:
    """Whether a known person is at work again by the row."""
    back = row.outcome is RowOutcome.BACK or (
        row.outcome is RowOutcome.UPDATE and "status" in row.changes
    )
    return back and row.person is not None and row.person.status is PersonStatus.ACTIVE


def _store(tx: Transaction, rows: Iterable[RosterRow], last: int | None) -> int | None:
    """Store some rows; the rank of the last person in the rail after that."""
    added: list[Person] = []
    at: list[int] = []
    changed: list[tuple[int, dict[str, object]]] = []
    for row in rows:
        if row.person is None:
            continue
        if row.outcome in {RowOutcome.NEW, RowOutcome.BACK}:
            last = ranks.at_end(last)
        if row.outcome is RowOutcome.NEW:
            added.append(row.person)
            at.append(last or 0)
            continue
        fields = {key: getattr(row.person, key) for key in row.changes}
        changed.append(
            (
                row.person.id,
                fields | {"rank": last} if row.outcome is RowOutcome.BACK else fields,
            )
        )
    tx.add_all(Person, added, rank=at)
    tx.change_all(Person, changed)
    return last
